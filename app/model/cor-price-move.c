/* cor-price-move.c: a price moved wherever a scenario has it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-price-move.h"

#include "cor-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Changes smaller than this, of a price, are none. */
#define SAME 1e-12

int
cor_price_move_last_year (const CorParamTable *table, int model_year)
{
  double years = cor_param_table_value (table, COR_PARAM_OWNERSHIP, model_year);

  return model_year + (isnan (years) ? 1 : (int) years) - 1;
}

static gboolean
below_zero (const char *name, GError **error)
{
  g_set_error (error, COR_ERROR, COR_ERROR_RANGE,
               _ ("%s would have to fall below zero; nothing was changed"), name);
  return FALSE;
}

static gboolean
move_value (double *value, const CorPriceMove *move, const char *name, GError **error)
{
  double moved = *value * move->factor + move->shift;

  if (isnan (*value))
    return TRUE;
  if (moved < -SAME)
    return below_zero (name, error);
  *value = MAX (0, moved);
  return TRUE;
}

/* The layer with every entry of the parameter moved; NULL where it has none, or with an error. */
static CorParamLayer *
moved_layer (const CorParamLayer *layer, CorParamId id, const CorPriceMove *move, GError **error)
{
  guint n = 0;
  const CorParameter *entries = layer ? cor_param_layer_entries (layer, &n) : NULL;
  GArray *copies = g_array_new (FALSE, TRUE, sizeof (CorParameter));
  gboolean any = FALSE, sound = TRUE;

  g_array_set_clear_func (copies, (GDestroyNotify) cor_parameter_clear);
  for (guint i = 0; i < n; i++)
    {
      CorParameter copy;

      cor_parameter_copy (&entries[i], &copy);
      if (copy.id == id)
        {
          any = TRUE;
          sound = sound && move_value (&copy.value, move, _ (cor_param_info (id)->label), error);
          copy.low = MIN (copy.value, MAX (0, copy.low * move->factor + move->shift));
          copy.high = MAX (copy.value, copy.high * move->factor + move->shift);
          copy.status = COR_STATUS_ASSUMED;
          g_free (copy.source);
          copy.source = g_strdup (N_ ("Set in this scenario"));
        }
      g_array_append_val (copies, copy);
    }
  if (any && sound)
    return cor_param_layer_new (copies, NULL);
  g_array_unref (copies);
  return NULL;
}

/* Moves the parameter where an item of the kind has it among its own figures. */
static gboolean
move_in_items (CorScenario **scenario, CorItemKind kind, CorParamId id, const CorPriceMove *move, GError **error)
{
  const CorField *field = cor_item_field (kind, "parameters");
  g_autoptr (CorScenario) before = cor_scenario_ref (*scenario);
  const CorItem *head = &cor_scenario_head (before)->item;
  guint n = 1;
  const CorItem *const *items = kind == COR_ITEM_HEAD ? &head : cor_scenario_items (before, kind, &n);

  for (guint i = 0; i < n; i++)
    {
      GError *problem = NULL;
      g_autoptr (CorParamLayer) layer = moved_layer (cor_item_boxed (items[i], field), id, move, &problem);
      CorScenario *next;
      CorItem *copy;

      if (problem != NULL)
        {
          g_propagate_error (error, problem);
          return FALSE;
        }
      if (layer == NULL)
        continue;
      copy = cor_item_copy (items[i]);
      cor_item_set_boxed (copy, field, layer);
      next = kind == COR_ITEM_HEAD ? cor_scenario_with_head (*scenario, copy) : cor_scenario_with_item (*scenario, copy);
      cor_scenario_unref (*scenario);
      *scenario = next;
    }
  return TRUE;
}

/* A figure that only the defaults give becomes the scenario's own, moved, year by year where it changes. */
static gboolean
move_default (CorScenario **scenario, const CorParamTable *table, CorParamId id, const CorPriceMove *move, GError **error)
{
  const CorHead *head = cor_scenario_head (*scenario);
  int last = cor_price_move_last_year (table, head->last_model_year);
  g_autoptr (GArray) points = cor_schedule_new ();
  gboolean level = TRUE;
  CorScenario *next;

  for (int year = head->first_model_year; year <= last; year++)
    {
      CorPolicyPoint point = { year, cor_param_table_value (table, id, year) };

      if (!move_value (&point.y, move, _ (cor_param_info (id)->label), error))
        return FALSE;
      level &= points->len == 0 || fabs (point.y - g_array_index (points, CorPolicyPoint, 0).y) < SAME;
      g_array_append_val (points, point);
    }
  next = level ? cor_edit_parameter (*scenario, COR_ITEM_HEAD, NULL, id, g_array_index (points, CorPolicyPoint, 0).y, error)
               : cor_edit_series (*scenario, COR_ITEM_HEAD, NULL, id, points, error);
  if (next == NULL)
    return FALSE;
  cor_scenario_unref (*scenario);
  *scenario = next;
  return TRUE;
}

gboolean
cor_price_move_parameter (CorScenario **scenario,
                          const CorParamTable *table,
                          CorParamId id,
                          const CorPriceMove *move,
                          int year,
                          GError **error)
{
  CorParamValue value;

  if (cor_param_table_get (table, id, year, &value) && value.layer == 0
      && !move_default (scenario, table, id, move, error))
    return FALSE;
  if (cor_param_table_get (table, id, year, &value) && value.layer > 0
      && !move_in_items (scenario, COR_ITEM_HEAD, id, move, error))
    return FALSE;
  return move_in_items (scenario, COR_ITEM_TRUCK, id, move, error)
         && move_in_items (scenario, COR_ITEM_DUTY, id, move, error);
}

gboolean
cor_price_move_stations (CorScenario **scenario, const char *key, gboolean swaps, const CorPriceMove *move, GError **error)
{
  const CorField *field = cor_item_field (COR_ITEM_STATION, key);
  GPtrArray *stations = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  guint n;
  const CorItem *const *items = cor_scenario_items (*scenario, COR_ITEM_STATION, &n);
  gboolean any = FALSE;
  CorScenario *next;

  for (guint i = 0; i < n; i++)
    {
      double value = cor_item_number (items[i], field);
      gboolean moves = !isnan (value) && (swaps || ((const CorStation *) items[i])->station_kind != COR_STATION_SWAP);
      CorItem *copy = moves ? cor_item_copy (items[i]) : cor_item_ref (items[i]);

      g_ptr_array_add (stations, copy);
      any |= moves;
      if (moves
          && (!move_value (&value, move, cor_item_label (items[i], FALSE), error)
              || !cor_item_set_number (copy, field, value, error)))
        {
          g_ptr_array_unref (stations);
          return FALSE;
        }
    }
  if (!any)
    {
      g_ptr_array_unref (stations);
      return TRUE;
    }
  next = cor_scenario_with_items (*scenario, COR_ITEM_STATION, stations);
  cor_scenario_unref (*scenario);
  *scenario = next;
  return TRUE;
}

gboolean
cor_price_move_tariffs (CorScenario **scenario, const CorPriceMove *move, GError **error)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (*scenario);
  guint n;
  const CorItem *const *items = cor_scenario_items (before, COR_ITEM_TARIFF, &n);

  for (guint i = 0; i < n; i++)
    {
      CorTariffSheet *copy = (CorTariffSheet *) cor_item_copy (items[i]);
      CorScenario *next;

      for (guint s = 0; copy->seasons != NULL && s < copy->seasons->len; s++)
        for (guint period = 0; period < COR_TARIFF_PERIODS; period++)
          if (!move_value (&g_array_index (copy->seasons, CorTariffSeason, s).yuan_per_kwh[period], move,
                           cor_item_label (items[i], FALSE), error))
            {
              cor_item_unref (&copy->item);
              return FALSE;
            }
      next = cor_scenario_with_item (*scenario, &copy->item);
      cor_scenario_unref (*scenario);
      *scenario = next;
    }
  return TRUE;
}
