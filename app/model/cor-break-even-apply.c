/* cor-break-even-apply.c: a lever's value as an edit of the scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-break-even-apply.h"

#include "cor-edit.h"
#include "cor-price-move.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
  policy->last_year = cor_price_move_last_year (table, model_year);
  policy->on = TRUE;
  policy->amount = value;
  return cor_scenario_with_item (scenario, &policy->item);
}

static CorParamId
battery_parameter (const CorParamTable *table, int year)
{
  return isnan (cor_param_table_value (table, COR_PARAM_BATTERY_PRICE, year)) ? COR_PARAM_BATTERY_COST
                                                                              : COR_PARAM_BATTERY_PRICE;
}

/* In proportion, as the solver has it in other years; nothing is in proportion to a price of 0. */
static CorPriceMove
times (const CorBreakEvenMove *move)
{
  return move->now > 0 ? (CorPriceMove){ move->value / move->now, 0 } : (CorPriceMove){ 0, move->value };
}

/* Moves what the lever stands for, in place. */
static gboolean
move_lever (CorScenario **scenario, const CorParamTable *table, const CorBreakEvenMove *move, GError **error)
{
  CorPriceMove shift = { 1, move->value - move->now }, scale = times (move);
  int year = move->model_year;

  switch (move->lever)
    {
    case COR_LEVER_ELECTRICITY:
      return cor_price_move_parameter (scenario, table, COR_PARAM_DEPOT_PRICE, &shift, year, error)
             && cor_price_move_parameter (scenario, table, COR_PARAM_STATION_PRICE, &shift, year, error)
             && cor_price_move_stations (scenario, "energy_price_yuan_per_kwh", TRUE, &shift, error)
             && cor_price_move_tariffs (scenario, &shift, error);
    case COR_LEVER_SERVICE_FEE:
      return cor_price_move_parameter (scenario, table, COR_PARAM_SERVICE_FEE, &shift, year, error)
             && cor_price_move_stations (scenario, "service_fee_yuan_per_kwh", FALSE, &shift, error);
    case COR_LEVER_DIESEL_PRICE:
      return cor_price_move_parameter (scenario, table, COR_PARAM_DIESEL_PRICE, &scale, year, error);
    case COR_LEVER_BATTERY_PRICE:
      return cor_price_move_parameter (scenario, table, battery_parameter (table, year), &scale, year, error);
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
  /* To a price of 0 nothing is in proportion. */
  gboolean from_nothing = !(move->now > 0);
  g_autofree char *percent = signed_text (from_nothing ? 0 : 100 * (move->value / move->now - 1), 1);

  if (move->instrument != NULL)
    return g_strdup (_ ("changes the amount of the instrument in force; its years stay"));
  if (policy_kind (move->lever) != NULL)
    return g_strdup_printf (_ ("adds an instrument for %d to %d to those in force"), move->model_year,
                            cor_price_move_last_year (table, move->model_year));
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
      if (from_nothing)
        return g_strdup_printf (_ ("sets the diesel price of all years to %.2f yuan/L"), move->value);
      return g_strdup_printf (_ ("moves the diesel price of all years by %s %%"), percent);
    case COR_LEVER_BATTERY_PRICE:
      if (from_nothing)
        return g_strdup_printf (_ ("sets the battery price of all years to %.0f yuan/kWh"), move->value);
      return g_strdup_printf (_ ("moves the battery price of all years by %s %%"), percent);
    default:
      return g_strdup (_ ("follows from trips and days; change them at the route"));
    }
}
