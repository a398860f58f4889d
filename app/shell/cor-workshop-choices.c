/* cor-workshop-choices.c: choosing the levers of the workshop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-workshop-private.h"

#include "cor-edit.h"
#include "cor-format.h"
#include "cor-workshop-lever.h"
#include "cor-workshop-levers.h"
#include "cor-workshop-marks.h"

#include <glib/gi18n-lib.h>

static void
add_marks_to (CorWorkshop *self)
{
  for (guint m = 0; m < self->marks->len; m++)
    {
      const CorWorkshopMark *mark = g_ptr_array_index (self->marks, m);

      for (guint i = 0; i < self->sliders->len; i++)
        cor_workshop_lever_mark (g_ptr_array_index (self->sliders, i), mark->scenario, mark->name);
    }
}

void
cor_workshop_fill_levers (CorWorkshop *self)
{
  g_auto (GStrv) levers = cor_workshop_levers (cor_document_get_scenario (cor_session_get_document (self->main)));

  cor_workshop_clear_box (self->levers);
  g_ptr_array_set_size (self->sliders, 0);
  for (guint i = 0; levers[i] != NULL && self->sliders->len < COR_WORKSHOP_LEVERS; i++)
    {
      GtkWidget *slider = cor_workshop_lever_new (self->session, levers[i]);

      if (slider == NULL)
        continue;
      cor_workshop_lever_set_start (COR_WORKSHOP_LEVER (slider), self->start);
      g_ptr_array_add (self->sliders, slider);
      gtk_box_append (self->levers, slider);
    }
  add_marks_to (self);
}

/* A lever was chosen or left out: noted in the document, and put in place here. */
static void
choice_toggled (GtkCheckButton *check, CorWorkshop *self)
{
  CorDocument *document = cor_session_get_document (self->main);
  const char *lever = g_object_get_data (G_OBJECT (check), "lever");
  g_auto (GStrv) now = cor_workshop_levers (cor_document_get_scenario (document));
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) next = NULL;
  g_autoptr (CorScenario) prepared = NULL;

  for (guint i = 0; now[i] != NULL; i++)
    if (!g_str_equal (now[i], lever))
      g_strv_builder_add (builder, now[i]);
  if (gtk_check_button_get_active (check))
    g_strv_builder_add (builder, lever);
  next = g_strv_builder_end (builder);
  cor_document_apply (document,
                      cor_edit_boxed (cor_document_get_scenario (document), COR_ITEM_HEAD, NULL,
                                      "workshop", next, NULL),
                      _ ("Levers of the workshop"), NULL);
  prepared = cor_workshop_prepare (self->start, (const char *const *)next);
  cor_scenario_unref (self->start);
  self->start = g_steal_pointer (&prepared);
  cor_document_apply (
      cor_workshop_get_document (self),
      cor_workshop_prepare (cor_document_get_scenario (cor_workshop_get_document (self)),
                            (const char *const *)next),
      _ ("Levers of the workshop"), NULL);
  cor_workshop_fill_levers (self);
  cor_workshop_fill_choices (self);
}

/* What there is to choose from; no more than there is room for can be on. */
void
cor_workshop_fill_choices (CorWorkshop *self)
{
  CorScenario *shown = cor_document_get_scenario (cor_session_get_document (self->main));
  g_auto (GStrv) chosen = cor_workshop_levers (shown);
  g_auto (GStrv) all = cor_workshop_candidates (shown);
  gboolean full = g_strv_length (chosen) >= COR_WORKSHOP_LEVERS;

  cor_workshop_clear_box (self->choices);
  for (guint i = 0; all[i] != NULL; i++)
    {
      g_autofree char *label = cor_workshop_lever_label (shown, all[i], cor_format_is_chinese (NULL));
      GtkWidget *check = gtk_check_button_new_with_label (label);
      gboolean on = g_strv_contains ((const char *const *)chosen, all[i]);

      gtk_check_button_set_active (GTK_CHECK_BUTTON (check), on);
      gtk_widget_set_sensitive (check, on || !full);
      g_object_set_data_full (G_OBJECT (check), "lever", g_strdup (all[i]), g_free);
      g_signal_connect (check, "toggled", G_CALLBACK (choice_toggled), self);
      gtk_box_append (self->choices, check);
    }
}
