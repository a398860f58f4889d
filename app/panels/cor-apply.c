/* cor-apply.c: edits made from panels, so that one gesture is one step of undo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-apply.h"

/* After this time without an edit the next one is a step of its own. */
#define PAUSE_MS 1500

/* The running pause of a session, and whether a gesture goes on; kept with it. */
#define PAUSE_KEY "cor-apply-pause"
#define HELD_KEY  "cor-apply-held"

static gboolean
paused (gpointer session)
{
  g_object_set_data (session, PAUSE_KEY, NULL);
  cor_document_commit (cor_session_get_document (session));
  return G_SOURCE_REMOVE;
}

static void
pause_remove (gpointer id)
{
  GSource *source = g_main_context_find_source_by_id (NULL, GPOINTER_TO_UINT (id));

  if (source != NULL)
    g_source_destroy (source);
}

static void
wait_for_more (CorSession *session)
{
  guint id;

  if (g_object_get_data (G_OBJECT (session), HELD_KEY) != NULL)
    return;
  id = g_timeout_add (PAUSE_MS, paused, session);
  g_object_set_data_full (G_OBJECT (session), PAUSE_KEY, GUINT_TO_POINTER (id), pause_remove);
}

void
cor_apply_begin (CorSession *session)
{
  cor_apply_done (session);
  g_object_set_data (G_OBJECT (session), HELD_KEY, session);
}

gboolean
cor_apply (CorSession *session,
           GtkWidget *widget,
           CorScenario *next,
           GError *error,
           const char *label,
           const char *key)
{
  if (next == NULL)
    {
      gtk_widget_add_css_class (widget, "error");
      gtk_widget_set_tooltip_text (widget, error != NULL ? error->message : NULL);
      gtk_widget_error_bell (widget);
      g_clear_error (&error);
      return FALSE;
    }
  if (gtk_widget_has_css_class (widget, "error"))
    {
      gtk_widget_remove_css_class (widget, "error");
      gtk_widget_set_tooltip_text (widget, NULL);
    }
  if (cor_document_apply (cor_session_get_document (session), next, label, key) && key != NULL)
    wait_for_more (session);
  return TRUE;
}

void
cor_apply_done (CorSession *session)
{
  g_object_set_data (G_OBJECT (session), PAUSE_KEY, NULL);
  g_object_set_data (G_OBJECT (session), HELD_KEY, NULL);
  cor_document_commit (cor_session_get_document (session));
}
