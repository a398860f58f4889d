/* cor-points-row-edit.c: what a row of points is about, and what its edits make of the scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-points-row-private.h"

#include "cor-apply.h"
#include "cor-edit.h"
#include "cor-number-entry.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

CorScenario *
cor_points_row_scenario (CorPointsRow *self)
{
  return cor_document_get_scenario (cor_session_get_document (self->session));
}

gboolean
cor_points_row_by_size (CorPointsRow *self)
{
  return self->field != NULL && self->field->type == COR_FIELD_TIERS;
}

gboolean
cor_points_row_is_level (CorPointsRow *self)
{
  return self->field != NULL && self->kind == COR_ITEM_TARIFF;
}

static const CorPolicyKindInfo *
policy_info (CorPointsRow *self)
{
  const CorItem *item = cor_edit_item (cor_points_row_scenario (self), self->kind, self->id);
  CorPolicyKind kind;

  if (item == NULL || !cor_policy_kind_from_id (((const CorPolicy *) item)->policy_kind, &kind))
    return NULL;
  return cor_policy_kind_info (kind);
}

const char *
cor_points_row_unit (CorPointsRow *self)
{
  const CorPolicyKindInfo *policy = self->field != NULL && !cor_points_row_is_level (self) ? policy_info (self) : NULL;
  const char *unit = self->field == NULL ? cor_param_info (self->parameter)->unit : policy ? policy->unit : cor_points_row_is_level (self) ? "1" : "";

  return g_strcmp0 (unit, "1") == 0 ? "%" : cor_unit_text (unit);
}

const char *
cor_points_row_label (CorPointsRow *self)
{
  return _ (self->field != NULL ? self->field->label : cor_param_info (self->parameter)->label);
}

/* The points that the document holds, a copy. */
GArray *
cor_points_row_points (CorPointsRow *self)
{
  const CorItem *item;
  const GArray *points;

  if (self->field == NULL)
    return cor_edit_get_series (cor_points_row_scenario (self), self->kind, self->id, self->parameter);
  item = cor_edit_item (cor_points_row_scenario (self), self->kind, self->id);
  points = item != NULL ? cor_item_boxed (item, self->field) : NULL;
  return points != NULL ? g_array_copy ((GArray *) points) : cor_schedule_new ();
}

static void
apply (CorPointsRow *self, const GArray *points, const char *key)
{
  g_autofree char *whole = key != NULL ? g_strdup_printf ("points/%p/%s", (gpointer) self, key) : NULL;
  GError *error = NULL;
  CorScenario *next;

  if (self->field == NULL)
    next = cor_edit_series (cor_points_row_scenario (self), self->kind, self->id, self->parameter, points, &error);
  else
    next = cor_edit_boxed (cor_points_row_scenario (self), self->kind, self->id, self->field->key,
                           points->len > 0 ? points : NULL, &error);
  cor_apply (self->session, GTK_WIDGET (self), next, error, cor_points_row_label (self), whole);
}

void
cor_points_row_done (CorPointsRow *self)
{
  cor_apply_done (self->session);
}

static guint
index_of (GtkWidget *widget)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (widget), "index"));
}

void
cor_points_row_value_edited (CorPointsRow *self, double value, GtkWidget *entry)
{
  g_autoptr (GArray) points = cor_points_row_points (self);
  guint i = index_of (entry);
  g_autofree char *key = g_strdup_printf ("%u", i);

  if (i >= points->len || isnan (value))
    return;
  g_array_index (points, CorPolicyPoint, i).y = value;
  apply (self, points, key);
}

void
cor_points_row_remove_clicked (CorPointsRow *self, GtkWidget *button)
{
  g_autoptr (GArray) points = cor_points_row_points (self);

  if (index_of (button) < points->len)
    g_array_remove_index (points, index_of (button));
  apply (self, points, NULL);
}

/* The value a new point begins with: that of its neighbour, or the figure as it is now. */
static double
value_now (CorPointsRow *self, const GArray *points, guint place)
{
  const CorItem *item;
  CorParamValue value;

  if (points->len > 0)
    return g_array_index (points, CorPolicyPoint, MIN (place, points->len - 1)).y;
  if (self->field == NULL)
    return cor_session_get_parameter (self->session, self->kind, self->id, self->parameter, &value, NULL) ? value.value
                                                                                                        : 0;
  if (cor_points_row_is_level (self))
    return 1;
  item = cor_edit_item (cor_points_row_scenario (self), self->kind, self->id);
  return isnan (((const CorPolicy *) item)->amount) ? 0 : ((const CorPolicy *) item)->amount;
}

void
cor_points_row_add_clicked (CorPointsRow *self)
{
  g_autoptr (GArray) points = cor_points_row_points (self);
  CorPolicyPoint point = { cor_number_entry_get_value (COR_NUMBER_ENTRY (self->at)), 0 };
  guint place = 0;

  if (isnan (point.x))
    return;
  while (place < points->len && g_array_index (points, CorPolicyPoint, place).x < point.x)
    place++;
  if (place < points->len && g_array_index (points, CorPolicyPoint, place).x == point.x)
    {
      gtk_widget_grab_focus (cor_number_entry_get_spin (g_ptr_array_index (self->values, place)));
      return;
    }
  point.y = value_now (self, points, place > 0 ? place - 1 : 0);
  g_array_insert_val (points, place, point);
  apply (self, points, NULL);
  cor_points_row_done (self);
}

/* One value for each model year, from that of the first on. */
void
cor_points_row_grow_clicked (CorPointsRow *self)
{
  const CorHead *head = cor_scenario_head (cor_points_row_scenario (self));
  g_autoptr (GArray) before = cor_points_row_points (self);
  g_autoptr (GArray) points = cor_schedule_new ();
  double growth = cor_number_entry_get_value (COR_NUMBER_ENTRY (self->growth));
  double value = value_now (self, before, 0);

  for (int year = head->first_model_year; year <= head->last_model_year && !isnan (growth); year++)
    {
      CorPolicyPoint point = { year, round (value * 1e4) / 1e4 };

      g_array_append_val (points, point);
      value *= 1 + growth;
    }
  if (points->len > 0)
    apply (self, points, NULL);
  cor_points_row_done (self);
}
