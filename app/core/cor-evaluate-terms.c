/* cor-evaluate-terms.c: the policies of a scenario as they touch one truck.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-evaluate.h"

#include <math.h>

static gboolean
names (char **list, const char *word)
{
  if (list == NULL || list[0] == NULL)
    return TRUE;
  return word != NULL && g_strv_contains ((const char *const *) list, word);
}

/* Whether @region is one of the list or lies inside one. */
static gboolean
names_region (char **list, const CorParamLayer *regions, const char *region)
{
  if (list == NULL || list[0] == NULL)
    return TRUE;
  for (guint depth = 0; region != NULL && depth < 16; depth++)
    {
      const CorRegion *here = cor_param_layer_find_region (regions, region);

      if (g_strv_contains ((const char *const *) list, region))
        return TRUE;
      region = here ? here->parent : NULL;
    }
  return FALSE;
}

/* On by its own switch, or by that of a package it belongs to. */
static gboolean
policy_on (const CorScenario *scenario, const CorPolicy *policy)
{
  guint n;
  const CorItem *const *policies = cor_scenario_items (scenario, COR_ITEM_POLICY, &n);

  if (policy->on)
    return TRUE;
  for (guint i = 0; i < n; i++)
    {
      const CorPolicy *package = (const CorPolicy *) policies[i];

      if (package->on && package->members != NULL
          && g_strv_contains ((const char *const *) package->members, policy->item.id))
        return TRUE;
    }
  return FALSE;
}

static guint
powertrain_mask (char **list)
{
  guint mask = 0;

  for (guint i = 0; list != NULL && list[i] != NULL; i++)
    {
      int powertrain;

      if (cor_enum_from_nick (cor_powertrain_values, list[i], &powertrain))
        mask |= COR_POLICY_BIT (powertrain);
    }
  return mask;
}

static gboolean
term_fill (const CorPolicy *policy, CorPolicyTerm *term)
{
  CorPolicyKind kind;

  if (!cor_policy_kind_from_id (policy->policy_kind, &kind))
    return FALSE;
  cor_policy_term_init (term, kind);
  term->powertrains = powertrain_mask (policy->powertrains);
  term->first_year = policy->first_year;
  term->last_year = policy->last_year;
  term->amount = policy->amount;
  if (!isnan (policy->cap_yuan))
    term->cap_yuan = policy->cap_yuan;
  term->min_range_km = policy->min_range_km;
  term->min_wh_per_kg = policy->min_wh_per_kg;
  if (policy->tiers != NULL && policy->tiers->len > 0)
    {
      term->tiers = (const CorPolicyPoint *) (void *) policy->tiers->data;
      term->n_tiers = policy->tiers->len;
    }
  if (policy->schedule != NULL && policy->schedule->len > 0)
    {
      term->path = (const CorPolicyPoint *) (void *) policy->schedule->data;
      term->n_path = policy->schedule->len;
    }
  return TRUE;
}

guint
cor_evaluate_terms (const CorScenario *scenario,
                    const CorParamLayer *regions,
                    const char *truck_type,
                    const char *region,
                    CorPolicyTerm *out,
                    const char **ids)
{
  guint n, filled = 0;
  const CorItem *const *policies = cor_scenario_items (scenario, COR_ITEM_POLICY, &n);

  for (guint i = 0; i < n && filled < COR_POLICY_TERMS_MAX; i++)
    {
      const CorPolicy *policy = (const CorPolicy *) policies[i];

      if (!policy_on (scenario, policy) || !names (policy->truck_types, truck_type)
          || !names_region (policy->regions, regions, region) || !term_fill (policy, &out[filled]))
        continue;
      if (ids != NULL)
        ids[filled] = policy->item.id;
      filled++;
    }
  return filled;
}
