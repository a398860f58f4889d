/* cor-break-even-apply.c: a lever's value as an edit of the scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-break-even-apply.h"

#include "cor-edit.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Years that a policy put in force lasts: the ownership of a truck bought in its first. */
#define YEARS_IN_FORCE 5

/* The kind of policy that a lever is; NULL where it is a parameter. */
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

/* The scenario's own policy of that kind, changed, or a new one. */
static CorScenario *
apply_policy (CorScenario *scenario, const char *kind_id, double value, int model_year)
{
  guint n;
  const CorItem *const *policies = cor_scenario_items (scenario, COR_ITEM_POLICY, &n);
  CorPolicy *policy = NULL;
  CorPolicyKind kind;

  for (guint i = 0; i < n && policy == NULL; i++)
    if (g_strcmp0 (((const CorPolicy *) policies[i])->policy_kind, kind_id) == 0)
      policy = (CorPolicy *) cor_item_copy (policies[i]);
  if (policy == NULL)
    {
      g_autofree char *id = cor_scenario_free_id (scenario, COR_ITEM_POLICY, kind_id);

      policy = (CorPolicy *) cor_item_new (COR_ITEM_POLICY, id);
      policy->policy_kind = g_strdup (kind_id);
      if (cor_policy_kind_from_id (kind_id, &kind))
        policy->item.name = g_strdup (_ (cor_policy_kind_info (kind)->label));
      policy->first_year = model_year;
      policy->last_year = model_year + YEARS_IN_FORCE - 1;
    }
  policy->on = TRUE;
  policy->amount = value;
  g_clear_pointer (&policy->schedule, g_array_unref);
  g_clear_pointer (&policy->tiers, g_array_unref);
  policy->cap_yuan = policy->min_range_km = policy->min_wh_per_kg = NAN;
  if (policy->first_year > 0)
    policy->first_year = MIN (policy->first_year, model_year);
  if (policy->last_year > 0)
    policy->last_year = MAX (policy->last_year, model_year + YEARS_IN_FORCE - 1);
  return cor_scenario_with_item (scenario, &policy->item);
}

/* A price moved by so much, as an assumption of the scenario: fees on top of it stay. */
static CorScenario *
shift_parameter (CorScenario *scenario, const CorParamTable *table, CorParamId id, double change, int model_year)
{
  double present = cor_param_table_value (table, id, model_year);

  if (isnan (present))
    return cor_scenario_ref (scenario);
  return cor_edit_parameter (scenario, COR_ITEM_HEAD, NULL, id, MAX (0, present + change), NULL);
}

CorScenario *
cor_break_even_apply (CorScenario *scenario,
                      const CorParamTable *table,
                      CorLeverId lever,
                      double value,
                      double now,
                      int model_year)
{
  const char *kind = policy_kind (lever);
  g_autoptr (CorScenario) depot = NULL;

  if (kind != NULL)
    return apply_policy (scenario, kind, value, model_year);
  switch (lever)
    {
    case COR_LEVER_ELECTRICITY:
      depot = shift_parameter (scenario, table, COR_PARAM_DEPOT_PRICE, value - now, model_year);
      return depot ? shift_parameter (depot, table, COR_PARAM_STATION_PRICE, value - now, model_year) : NULL;
    case COR_LEVER_SERVICE_FEE:
      return cor_edit_parameter (scenario, COR_ITEM_HEAD, NULL, COR_PARAM_SERVICE_FEE, value, NULL);
    case COR_LEVER_DIESEL_PRICE:
      return cor_edit_parameter (scenario, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, value, NULL);
    case COR_LEVER_BATTERY_PRICE:
      return cor_edit_parameter (scenario, COR_ITEM_HEAD, NULL, COR_PARAM_BATTERY_PRICE, value, NULL);
    default:
      return NULL;
    }
}
