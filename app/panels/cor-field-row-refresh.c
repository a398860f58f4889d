/* cor-field-row-refresh.c: a field's row says what the scenario says.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-field-row-private.h"

#include "cor-choices.h"
#include "cor-edit.h"
#include "cor-missing.h"
#include "cor-number-entry.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Whether not all that is edited has the same value. */
static gboolean
differs (CorFieldRow *self)
{
  const CorItem *first = cor_field_row_item (self);
  gboolean text = self->field->type == COR_FIELD_STRING;

  for (guint i = 1; first != NULL && cor_field_row_id (self) != NULL && self->ids[i] != NULL; i++)
    {
      const CorItem *item = cor_edit_item (cor_field_row_scenario (self), self->kind, self->ids[i]);
      double a, b;

      if (item == NULL)
        continue;
      if (text && g_strcmp0 (cor_item_string (first, self->field), cor_item_string (item, self->field)) != 0)
        return TRUE;
      if (text)
        continue;
      a = cor_item_number (first, self->field);
      b = cor_item_number (item, self->field);
      if (a != b && !(isnan (a) && isnan (b)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
choices_equal (const GArray *a, const GArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (g_strcmp0 (g_array_index (a, CorChoice, i).value, g_array_index (b, CorChoice, i).value)
            != 0
        || g_strcmp0 (g_array_index (a, CorChoice, i).name, g_array_index (b, CorChoice, i).name)
               != 0)
      return FALSE;
  return TRUE;
}

/* The choices again: items come and go. */
static void
refresh_choice (CorFieldRow *self, gboolean different)
{
  const char *current = cor_field_row_text (self);
  GArray *choices = cor_choices_for (self->session, self->kind, self->field, current);
  gboolean same = choices_equal (choices, self->choices)
                  && gtk_drop_down_get_model (GTK_DROP_DOWN (self->editor)) != NULL;
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = GTK_INVALID_LIST_POSITION;

  g_array_unref (self->choices);
  self->choices = choices;
  for (guint i = 0; i < self->choices->len; i++)
    {
      const CorChoice *choice = &g_array_index (self->choices, CorChoice, i);

      gtk_string_list_append (names, choice->name);
      if (!different && g_strcmp0 (choice->value, current) == 0)
        selected = i;
    }
  if (!same)
    gtk_drop_down_set_model (GTK_DROP_DOWN (self->editor), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->editor), selected);
  /* The closed list shows the beginning of a long name. */
  gtk_widget_set_tooltip_text (self->editor, selected < self->choices->len && self->field->type == COR_FIELD_STRING
                                               ? g_array_index (self->choices, CorChoice, selected).name
                                               : NULL);
}

static void
refresh_text (CorFieldRow *self, const CorItem *item, gboolean different)
{
  const char *text = different ? NULL : cor_field_row_text (self);
  g_autofree char *missing = different ? NULL : cor_missing_text (self->session, item, self->field);

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->editor)), text ? text : "") != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->editor), text ? text : "");
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->editor), missing);
}

/* What a field means here; "" where its title says all. */
static const char *
meaning (const CorFieldRow *self, const CorItem *item)
{
  if (item->kind == COR_ITEM_ROUTE && ((const CorRoute *) item)->round_trip && g_str_equal (self->field->key, "trips_per_day"))
    /* Translators: below "Trips a day and truck". */
    return _ ("each out and back");
  return "";
}

/* The chip beside a number that is the program's own, with the reason on hover. */
static void
show_assumed (CorFieldRow *self, const char *why)
{
  if (self->chip == NULL)
    return;
  gtk_widget_set_visible (self->chip, why != NULL);
  gtk_widget_set_tooltip_text (self->chip, why);
}

void
cor_field_row_refresh (CorFieldRow *self)
{
  const CorItem *item;
  gboolean different;

  g_return_if_fail (COR_IS_FIELD_ROW (self));

  item = cor_field_row_item (self);
  if (item == NULL)
    return;
  different = differs (self);
  self->setting = TRUE;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), different ? _ ("not the same in all") : meaning (self, item));
  if (COR_IS_NUMBER_ENTRY (self->editor))
    {
      const char *assumed = different || self->chip == NULL ? NULL : cor_missing_assumed (item, self->field);
      double value = cor_item_number (item, self->field);
      g_autofree char *missing = NULL;

      show_assumed (self, assumed);
      if (different || (self->field->type == COR_FIELD_YEAR && value == 0))
        value = NAN;
      missing = isnan (value) && !different ? cor_missing_number (self->session, item, self->field) : NULL;
      cor_number_entry_set_value (COR_NUMBER_ENTRY (self->editor), value);
      cor_number_entry_set_missing (COR_NUMBER_ENTRY (self->editor), missing);
    }
  else if (GTK_IS_SWITCH (self->editor))
    gtk_switch_set_active (GTK_SWITCH (self->editor), !different && cor_item_number (item, self->field) != 0);
  else if (!GTK_IS_DROP_DOWN (self->editor))
    refresh_text (self, item, different);
  else if (!self->choosing)
    refresh_choice (self, different);
  self->setting = FALSE;
}
