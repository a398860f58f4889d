/* cor-recover.c: offers what was not saved when the program last ended.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-recover.h"

#include "cor-dialogs.h"
#include "cor-format.h"
#include "cor-recovery.h"
#include "cor-window.h"

#include <glib/gi18n-lib.h>

/* What is still to be asked about. */
typedef struct
{
  CorApplication *app;
  GPtrArray *found; /* CorRecovered */
} Offer;

static void
offer_next (Offer *offer);

static void
offer_free (Offer *offer)
{
  g_object_unref (offer->app);
  g_ptr_array_unref (offer->found);
  g_free (offer);
}

/* Where it goes: the window that shows its file unchanged, one without a scenario, or a new one. */
static CorWindow *
window_for (CorApplication *app, GFile *file)
{
  CorWindow *empty = NULL;

  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (app)); l != NULL; l = l->next)
    if (COR_IS_WINDOW (l->data))
      {
        CorDocument *document = cor_session_get_document (cor_window_get_session (l->data));
        GFile *shown = cor_document_get_file (document);

        if (file != NULL && shown != NULL && g_file_equal (file, shown) && !cor_document_get_modified (document))
          return l->data;
        if (cor_window_is_empty (l->data))
          empty = l->data;
      }
  return empty != NULL ? empty : cor_window_new (app);
}

static void
answered (GtkWindow *parent, const char *response, gpointer data)
{
  Offer *offer = data;
  CorRecovered *one = g_ptr_array_index (offer->found, 0);
  gboolean discard = g_str_equal (response, "discard");

  if (g_str_equal (response, "recover"))
    {
      CorWindow *window = window_for (offer->app, cor_recovered_file (one));

      /* Until the window has written it itself, this is the only one. */
      discard = cor_window_recover (window, one);
      gtk_window_present (GTK_WINDOW (window));
    }
  if (discard)
    cor_recovered_discard (one);
  g_ptr_array_remove_index (offer->found, 0);
  offer_next (offer);
}

static char *
describe (const CorRecovered *one)
{
  const CorHead *head = cor_scenario_head (cor_recovered_scenario (one));
  const char *name = cor_item_label (&head->item, cor_format_is_chinese (NULL));
  g_autofree char *path
      = cor_recovered_file (one) != NULL ? g_file_get_parse_name (cor_recovered_file (one)) : NULL;
  g_autoptr (GDateTime) local
      = cor_recovered_time (one) != NULL ? g_date_time_to_local (cor_recovered_time (one)) : NULL;
  g_autofree char *time = local != NULL ? g_date_time_format (local, "%Y-%m-%d %H:%M") : NULL;

  if (head->item.name == NULL && head->item.name_zh == NULL)
    name = _ ("New scenario");
  if (path == NULL)
    return g_strdup_printf (_ ("“%s” of %s was never saved to a file."), name, time != NULL ? time : "?");
  return g_strdup_printf (_ ("Changes of %s to “%s” were not saved to %s."), time != NULL ? time : "?", name, path);
}

static void
offer_next (Offer *offer)
{
  const char *responses[]
      = { "cancel", _ ("_Later"), "discard", _ ("_Discard"), "recover", _ ("_Recover"), NULL };
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (offer->app));
  g_autofree char *text = NULL;

  if (offer->found->len == 0 || parent == NULL)
    {
      offer_free (offer);
      return;
    }
  if (!COR_IS_WINDOW (parent) && gtk_window_get_transient_for (parent) != NULL)
    parent = gtk_window_get_transient_for (parent);
  text = describe (g_ptr_array_index (offer->found, 0));
  cor_dialog_ask (parent, _ ("Recover what was not saved?"), text, responses, answered, offer);
}

void
cor_recover_offer (CorApplication *app)
{
  Offer *offer = g_new0 (Offer, 1);

  offer->app = g_object_ref (app);
  offer->found = cor_recovery_find (NULL);
  offer_next (offer);
}
