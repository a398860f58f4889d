/* cor-window-files.c: new, open and save.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-dialogs.h"
#include "cor-edit.h"
#include "cor-file-name.h"
#include "cor-file-view.h"
#include "cor-samples.h"
#include "cor-settings.h"
#include "cor-typed.h"

#include <glib/gi18n-lib.h>

/* What a new scenario looks its figures up for. */
#define NEW_REGION     "Guangdong"
#define NEW_CONVENTION "carrier-2024"

/* What happens once the user has agreed to let go of what is not saved. */
struct _CorWindowThen
{
  void (*go) (CorWindow *self, GFile *file);
  GFile *file;
  CorWindow *asker; /* weak: the window whose question this is the answer to; NULL where none was asked */
};

void
cor_window_then_free (CorWindowThen *then)
{
  GtkApplication *app = then->asker != NULL ? gtk_window_get_application (GTK_WINDOW (then->asker)) : NULL;

  if (then->asker != NULL)
    then->asker->asking = FALSE;
  /* Whoever does not let a window go does not quit either, whatever the question was that stood when it was told to. */
  if (app != NULL && !then->asker->closing)
    cor_application_stay (COR_APPLICATION (app));
  g_clear_weak_pointer (&then->asker);
  g_clear_object (&then->file);
  g_free (then);
}

void
cor_window_then_run (CorWindow *self, CorWindowThen *then)
{
  then->go (self, then->file);
  cor_window_then_free (then);
}

static void
unsaved_answered (GtkWindow *window, const char *response, gpointer data)
{
  CorWindow *self = COR_WINDOW (window);

  if (g_str_equal (response, "save"))
    cor_window_save_then (self, FALSE, data);
  else if (g_str_equal (response, "discard"))
    cor_window_then_run (self, data);
  else
    cor_window_then_free (data);
}

/* Does @go at once where everything is saved, else asks first. One question at a time: what a second answer saved
 * or let go would be what the first had opened. */
static void
ask_unsaved (CorWindow *self, void (*go) (CorWindow *, GFile *), GFile *file)
{
  const char *responses[]
      = { "cancel", _ ("_Cancel"), "discard", _ ("_Discard"), "save", _ ("_Save"), NULL };
  CorWindowThen *next;

  if (self->asking)
    return;
  cor_typed_take (GTK_WINDOW (self));
  next = g_new0 (CorWindowThen, 1);
  next->go = go;
  next->file = file != NULL ? g_object_ref (file) : NULL;
  if (!cor_document_get_modified (cor_session_get_document (self->session)))
    {
      cor_window_then_run (self, next);
      return;
    }
  self->asking = TRUE;
  g_set_weak_pointer (&next->asker, self);
  cor_dialog_ask (GTK_WINDOW (self), _ ("Save the changes?"), _ ("What is not saved will be lost."),
                  responses, unsaved_answered, next);
}

gboolean
cor_window_load (CorWindow *self, GFile *file)
{
  g_autoptr (GError) error = NULL;

  g_return_val_if_fail (COR_IS_WINDOW (self), FALSE);

  cor_file_view_keep (self->session, NULL);
  if (!cor_file_view_load (self->session, file, NULL, &error))
    {
      gtk_window_present (GTK_WINDOW (self));
      cor_dialog_error (GTK_WINDOW (self), _ ("The scenario was not opened"), error);
      cor_settings_forget (file);
      return FALSE;
    }
  cor_settings_remember (file);
  cor_window_show_scenario (self);
  cor_window_offer_tour (self);
  return TRUE;
}

static void
load_now (CorWindow *self, GFile *file)
{
  cor_window_load (self, file);
}

static void
new_now (CorWindow *self, GFile *file)
{
  g_autoptr (CorScenario) scenario = cor_edit_starter (NEW_REGION, NEW_CONVENTION);

  cor_file_view_keep (self->session, NULL);
  cor_session_open (self->session, scenario, NULL);
  cor_window_show_scenario (self);
}

static void
close_now (CorWindow *self, GFile *file)
{
  self->closing = TRUE;
  gtk_window_close (GTK_WINDOW (self));
}

void
cor_window_ask_to_close (CorWindow *self)
{
  ask_unsaved (self, close_now, NULL);
}

static void
open_chosen (GtkWindow *window, GFile *file, gpointer data)
{
  if (file != NULL)
    cor_window_open_asking (COR_WINDOW (window), file);
}

void
cor_window_open_asking (CorWindow *self, GFile *file)
{
  ask_unsaved (self, load_now, file);
}

static void
open_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  cor_dialog_choose_file (GTK_WINDOW (self), COR_DIALOG_OPEN, NULL, "*.corridor", _ ("Scenarios"),
                          open_chosen, NULL);
}

static void
open_uri_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  g_autoptr (GFile) file = g_file_new_for_uri (g_variant_get_string (parameter, NULL));

  cor_window_open_asking (self, file);
}

static void
new_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  ask_unsaved (self, new_now, NULL);
}

static void
save_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  cor_window_save_then (self, FALSE, NULL);
}

static void
save_as_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  cor_window_save_then (self, TRUE, NULL);
}

static void
close_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  gtk_window_close (GTK_WINDOW (self));
}

static void
append_file (GMenu *menu, const char *label, const char *uri)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, "win.open-uri", "s", uri);
  g_menu_append_item (menu, item);
}

/* The open menu: a file, the recent ones, the bundled ones. */
static void
fill_open_menu (CorWindow *self)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) choose = g_menu_new ();
  g_autoptr (GMenu) recent = g_menu_new ();
  g_autoptr (GMenu) samples = g_menu_new ();
  g_auto (GStrv) uris = g_settings_get_strv (cor_settings_get (), "recent-files");

  g_menu_append (choose, _ ("_Open File…"), "win.open");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (choose));
  for (guint i = 0; uris[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uris[i]);
      g_autofree char *name = cor_file_name (file);

      if (!cor_sample_contains (file))
        append_file (recent, name, uris[i]);
    }
  if (g_menu_model_get_n_items (G_MENU_MODEL (recent)) > 0)
    g_menu_append_section (menu, _ ("Recent"), G_MENU_MODEL (recent));
  for (const CorSample *sample = cor_samples; sample->file != NULL; sample++)
    {
      g_autoptr (GFile) file = cor_sample_file (sample);
      g_autofree char *uri = g_file_get_uri (file);

      append_file (samples, _ (sample->title), uri);
    }
  g_menu_append_section (menu, _ ("Bundled"), G_MENU_MODEL (samples));
  gtk_menu_button_set_menu_model (self->open_button, G_MENU_MODEL (menu));
}

void
cor_window_add_file_actions (CorWindow *self)
{
  const GActionEntry entries[] = {
    { "new", new_activated, NULL, NULL, NULL, { 0 } },
    { "open", open_activated, NULL, NULL, NULL, { 0 } },
    { "open-uri", open_uri_activated, "s", NULL, NULL, { 0 } },
    { "save", save_activated, NULL, NULL, NULL, { 0 } },
    { "save-as", save_as_activated, NULL, NULL, NULL, { 0 } },
    { "close", close_activated, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (cor_settings_get (), "changed::recent-files",
                           G_CALLBACK (fill_open_menu), self, G_CONNECT_SWAPPED);
  fill_open_menu (self);
}

void
cor_window_update_file_actions (CorWindow *self)
{
  gboolean has_scenario = !cor_window_is_empty (self);

  cor_window_enable (self, "save", has_scenario);
  cor_window_enable (self, "save-as", has_scenario);
  cor_window_enable (self, "export-report", has_scenario);
  cor_window_enable (self, "export-summary", has_scenario);
  cor_window_enable (self, "export-slide", has_scenario);
  cor_window_enable (self, "export-data", has_scenario);
  cor_window_enable (self, "workshop", has_scenario);
  cor_window_enable (self, "print-report", has_scenario);
  /* Their actions are settings, which stay what they are. */
  gtk_widget_set_sensitive (self->list_button, has_scenario);
  gtk_widget_set_sensitive (self->charts_button, has_scenario);
  gtk_widget_set_sensitive (self->inspector_button, has_scenario);
}
