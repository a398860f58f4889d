/* cor-workshop-votes.c: marks made in the room, gone back to, kept, or left behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-workshop-private.h"

#include "cor-toasts.h"
#include "cor-workshop-lever.h"
#include "cor-workshop-marks.h"

#include <glib/gi18n-lib.h>

/* The name for the next mark: a number that none has yet. */
static void
propose_name (CorWorkshop *self)
{
  g_autofree char *name = g_strdup_printf ("%u", self->marks->len + 1);

  gtk_editable_set_text (self->mark_name, name);
}

void
cor_workshop_fill_marks (CorWorkshop *self)
{
  cor_workshop_clear_box (self->mark_list);
  for (guint i = 0; i < self->marks->len; i++)
    {
      const CorWorkshopMark *mark = g_ptr_array_index (self->marks, i);
      GtkWidget *button = gtk_button_new_with_label (mark->name);

      gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", mark->name);
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "workshop.go-to-mark");
      gtk_widget_add_css_class (button, "flat");
      gtk_box_append (self->mark_list, button);
    }
  g_simple_action_set_enabled (
      G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self->actions), "keep-marks")),
      self->marks->len > 0);
  propose_name (self);
}

static void
mark_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWorkshop *self = data;
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (self->mark_name)));
  g_autofree char *said = NULL;
  CorScenario *scenario = cor_document_get_scenario (cor_workshop_get_document (self));

  if (*name == '\0')
    return;
  cor_workshop_marks_add (self->marks, name, scenario);
  for (guint i = 0; i < self->sliders->len; i++)
    cor_workshop_lever_mark (g_ptr_array_index (self->sliders, i), scenario, name);
  self->unkept = TRUE;
  gtk_popover_popdown (self->mark_popover);
  said = g_strdup_printf (_ ("Position marked as “%s”"), name);
  cor_toasts_say (self->toasts, said);
  cor_workshop_fill_marks (self);
}

/* All levers to where they were when the mark was made; the timer goes on. */
static void
go_to_mark_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWorkshop *self = data;

  for (guint i = 0; i < self->marks->len; i++)
    {
      const CorWorkshopMark *mark = g_ptr_array_index (self->marks, i);

      if (g_str_equal (mark->name, g_variant_get_string (parameter, NULL)))
        cor_document_apply (cor_workshop_get_document (self), cor_scenario_ref (mark->scenario),
                            _ ("Go to a mark"), NULL);
    }
  gtk_popover_popdown (self->mark_popover);
}

static void
keep_marks_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorWorkshop *self = data;
  guint n = cor_workshop_marks_keep (self->marks, self->main);
  g_autofree char *text
      = g_strdup_printf (ngettext ("%u mark kept as a variant of the scenario",
                                   "%u marks kept as variants of the scenario", n),
                         n);

  self->unkept = FALSE;
  gtk_popover_popdown (self->mark_popover);
  cor_toasts_say (self->toasts, text);
}

void
cor_workshop_add_mark_actions (CorWorkshop *self)
{
  const GActionEntry entries[] = {
    { "mark", mark_activated, NULL, NULL, NULL, { 0 } },
    { "go-to-mark", go_to_mark_activated, "s", NULL, NULL, { 0 } },
    { "keep-marks", keep_marks_activated, NULL, NULL, NULL, { 0 } },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries),
                                   self);
}

void
cor_workshop_take_marks (CorWorkshop *self, CorWorkshop *from)
{
  for (guint i = 0; i < from->marks->len; i++)
    {
      const CorWorkshopMark *mark = g_ptr_array_index (from->marks, i);

      cor_workshop_marks_add (self->marks, mark->name, mark->scenario);
    }
  self->unkept = from->unkept;
  cor_workshop_fill_marks (self);
}

/* Once the question is gone: it belongs to the window. */
static gboolean
leave (gpointer workshop)
{
  gtk_window_close (workshop);
  return G_SOURCE_REMOVE;
}

static void
leave_answered (AdwMessageDialog *dialog, const char *response, CorWorkshop *self)
{
  if (g_str_equal (response, "cancel"))
    return;
  if (g_str_equal (response, "keep"))
    cor_workshop_marks_keep (self->marks, self->main);
  self->unkept = FALSE;
  g_idle_add_full (G_PRIORITY_DEFAULT, leave, g_object_ref (self), g_object_unref);
}

void
cor_workshop_ask_to_leave (CorWorkshop *self)
{
  GtkWidget *dialog;

  if (self->question != NULL)
    {
      gtk_window_present (self->question);
      return;
    }
  dialog = adw_message_dialog_new (GTK_WINDOW (self), _ ("Keep the marks?"),
                                   _ ("Marks that are not kept as variants are gone when the workshop ends."));
  g_set_weak_pointer (&self->question, GTK_WINDOW (dialog));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Stay"), "leave",
                                    _ ("_Leave Without"), "keep", _ ("_Keep as Variants"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "leave",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "keep",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "keep");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (leave_answered), self, 0);
  /* Work in the background may hold the workshop for a while. */
  g_signal_connect_object (self, "unrealize", G_CALLBACK (gtk_window_destroy), dialog, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}
