/* cor-break-even-apply.c: a lever's value as an edit of the scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-break-even-apply.h"

#include "cor-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Changes smaller than this, of a price or a share, are none. */
#define SAME 1e-12

/* A price becomes @factor times itself, and @shift more. */
typedef struct
{
  double factor, shift;
} Move;

/* The kind of policy that a lever is; NULL where it is a price. */
static const char *
policy_kind (CorLeverId lever)
{
  switch (lever)
    {
    case COR_LEVER_GRANT:
      return "purchase_grant";
    case COR_LEVER_TOLL_RELIEF:
      return "toll_relief";
    case COR_LEVER_CARBON_PRICE:
      return "carbon_tax";
    case COR_LEVER_ROAD_CHARGE:
      return "ghg_road_charge";
    default:
      return NULL;
    }
}

gboolean
cor_break_even_can_apply (CorLeverId lever)
{
  return lever != COR_LEVER_ANNUAL_KM;
}

/* Whether a tariff moves with the years: what is added to its prices is not the same in all of them. */
static gboolean
tariffs_move (const CorScenario *scenario)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_TARIFF, &n);

  for (guint i = 0; i < n; i++)
    if (((const CorTariffSheet *) items[i])->price_level != NULL)
      return TRUE;
  return FALSE;
}

/* Whether electricity has no price of its own somewhere, but is built up from tariff and chargers, or of a tariff
 * that moves. */
static gboolean
is_built_up (const CorScenario *scenario, const CorParamTable *table, int year)
{
  return tariffs_move (scenario) || isnan (cor_param_table_value (table, COR_PARAM_DEPOT_PRICE, year))
         || isnan (cor_param_table_value (table, COR_PARAM_STATION_PRICE, year));
}

/* What is left of a price when VAT is reclaimed: a relief is money, not a price. */
static double
net_of_vat (const CorParamTable *table, int year)
{
  double vat = cor_param_table_value (table, COR_PARAM_VAT, year);
  double recovered = cor_param_table_value (table, COR_PARAM_VAT_RECOVERED, year);

  return vat > 0 && recovered > 0 ? 1 - recovered * vat / (1 + vat) : 1;
}

static int
last_year (const CorParamTable *table, int model_year)
{
  double years = cor_param_table_value (table, COR_PARAM_OWNERSHIP, model_year);

  return model_year + (isnan (years) ? 1 : (int) years) - 1;
}

/* A new instrument beside those that are there, as the solver has it: on top of them. */
static CorScenario *
add_policy (CorScenario *scenario, const CorParamTable *table, const char *kind_id, double value, int model_year)
{
  g_autofree char *id = cor_scenario_free_id (scenario, COR_ITEM_POLICY, kind_id);
  CorPolicy *policy = (CorPolicy *) cor_item_new (COR_ITEM_POLICY, id);
  CorPolicyKind kind;

  policy->policy_kind = g_strdup (kind_id);
  if (cor_policy_kind_from_id (kind_id, &kind))
    policy->item.name = g_strdup (_ (cor_policy_kind_info (kind)->label));
  policy->first_year = model_year;
  policy->last_year = last_year (table, model_year);
  policy->on = TRUE;
  policy->amount = value;
  return cor_scenario_with_item (scenario, &policy->item);
}

static gboolean
below_zero (const char *name, GError **error)
{
  g_set_error (error, COR_ERROR, COR_ERROR_RANGE,
               _ ("%s would have to fall below zero; nothing was changed"), name);
  return FALSE;
}

static gboolean
move_value (double *value, const Move *move, const char *name, GError **error)
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
moved_layer (const CorParamLayer *layer, CorParamId id, const Move *move, GError **error)
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
move_in_items (CorScenario **scenario, CorItemKind kind, CorParamId id, const Move *move, GError **error)
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
move_default (CorScenario **scenario, const CorParamTable *table, CorParamId id, const Move *move, GError **error)
{
  const CorHead *head = cor_scenario_head (*scenario);
  int last = last_year (table, head->last_model_year);
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

/* Moves the parameter wherever the scenario has it, or takes it over from the defaults. */
static gboolean
move_parameter (CorScenario **scenario, const CorParamTable *table, CorParamId id, const Move *move, int year,
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

/* Stations that say the price or the fee themselves. */
static gboolean
move_stations (CorScenario **scenario, const char *key, gboolean swaps, const Move *move, GError **error)
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

static gboolean
move_tariffs (CorScenario **scenario, const Move *move, GError **error)
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

static CorParamId
battery_parameter (const CorParamTable *table, int year)
{
  return isnan (cor_param_table_value (table, COR_PARAM_BATTERY_PRICE, year)) ? COR_PARAM_BATTERY_COST
                                                                              : COR_PARAM_BATTERY_PRICE;
}

/* Moves what the lever stands for, in place. */
static gboolean
move_lever (CorScenario **scenario, const CorParamTable *table, const CorBreakEvenMove *move, GError **error)
{
  Move shift = { 1, move->value - move->now }, scale = { move->value / move->now, 0 };
  int year = move->model_year;

  switch (move->lever)
    {
    case COR_LEVER_ELECTRICITY:
      return move_parameter (scenario, table, COR_PARAM_DEPOT_PRICE, &shift, year, error)
             && move_parameter (scenario, table, COR_PARAM_STATION_PRICE, &shift, year, error)
             && move_stations (scenario, "energy_price_yuan_per_kwh", TRUE, &shift, error)
             && move_tariffs (scenario, &shift, error);
    case COR_LEVER_SERVICE_FEE:
      return move_parameter (scenario, table, COR_PARAM_SERVICE_FEE, &shift, year, error)
             && move_stations (scenario, "service_fee_yuan_per_kwh", FALSE, &shift, error);
    case COR_LEVER_DIESEL_PRICE:
      return move_parameter (scenario, table, COR_PARAM_DIESEL_PRICE, &scale, year, error);
    case COR_LEVER_BATTERY_PRICE:
      return move_parameter (scenario, table, battery_parameter (table, year), &scale, year, error);
    default:
      g_set_error_literal (error, COR_ERROR, COR_ERROR_NO_SOLUTION,
                           _ ("The distance follows from trips and days; change them at the route"));
      return FALSE;
    }
}

CorScenario *
cor_break_even_apply (CorScenario *scenario, const CorParamTable *table, const CorBreakEvenMove *move, GError **error)
{
  const char *kind = policy_kind (move->lever);
  CorScenario *next;

  if (move->instrument != NULL)
    return cor_edit_number (scenario, COR_ITEM_POLICY, move->instrument, "amount", move->value, error);
  if (kind != NULL)
    return add_policy (scenario, table, kind, move->value, move->model_year);
  if (move->lever == COR_LEVER_ELECTRICITY && is_built_up (scenario, table, move->model_year))
    return add_policy (scenario, table, "energy_price_relief",
                       (move->now - move->value) * net_of_vat (table, move->model_year), move->model_year);
  next = cor_scenario_ref (scenario);
  if (!move_lever (&next, table, move, error))
    g_clear_pointer (&next, cor_scenario_unref);
  return next;
}

/* "+0.12" or "−0.12". */
static char *
signed_text (double value, int decimals)
{
  return g_strdup_printf ("%s%.*f", value < 0 ? "−" : "+", decimals, fabs (value));
}

char *
cor_break_even_moves (const CorScenario *scenario, const CorParamTable *table, const CorBreakEvenMove *move)
{
  g_autofree char *change = signed_text (move->value - move->now, 3);
  g_autofree char *percent = signed_text (100 * (move->value / move->now - 1), 1);

  if (move->instrument != NULL)
    return g_strdup (_ ("changes the amount of the instrument in force; its years stay"));
  if (policy_kind (move->lever) != NULL)
    return g_strdup_printf (_ ("adds an instrument for %d to %d to those in force"), move->model_year,
                            last_year (table, move->model_year));
  switch (move->lever)
    {
    case COR_LEVER_ELECTRICITY:
      if (is_built_up (scenario, table, move->model_year))
        return g_strdup_printf (_ ("the price is built up from a tariff here: an instrument moves it by %s yuan/kWh"),
                                change);
      return g_strdup_printf (_ ("moves electricity at the depot and at stations, stations' own prices and tariffs by "
                                 "%s yuan/kWh; fees stay"),
                              change);
    case COR_LEVER_SERVICE_FEE:
      return g_strdup_printf (_ ("moves the service fee and stations' own fees by %s yuan/kWh"), change);
    case COR_LEVER_DIESEL_PRICE:
      return g_strdup_printf (_ ("moves the diesel price of all years by %s %%"), percent);
    case COR_LEVER_BATTERY_PRICE:
      return g_strdup_printf (_ ("moves the battery price of all years by %s %%"), percent);
    default:
      return g_strdup (_ ("follows from trips and days; change them at the route"));
    }
}
