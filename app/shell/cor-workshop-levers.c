/* cor-workshop-levers.c: which levers the workshop has, and what there is to choose from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-workshop-levers.h"

#include "cor-format.h"
#include "cor-workshop-lever.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Kinds of policy that make good levers, then prices. */
static const char *const usual_policies[] = { "toll_relief", "purchase_subsidy", "ghg_road_charge", "carbon_tax" };
static const CorParamId usual_parameters[]
    = { COR_PARAM_DIESEL_PRICE, COR_PARAM_DEPOT_PRICE, COR_PARAM_STATION_PRICE, COR_PARAM_SERVICE_FEE };
static const CorParamId more_parameters[]
    = { COR_PARAM_SWAP_FEE, COR_PARAM_TOLL, COR_PARAM_BATTERY_PRICE, COR_PARAM_HYDROGEN_PRICE, COR_PARAM_DRIVER_COST };

static void
add_parameters (GStrvBuilder *builder, const CorParamId *ids, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *lever = g_strconcat ("parameters/", cor_param_info (ids[i])->id, NULL);

      g_strv_builder_add (builder, lever);
    }
}

static void
add_policy (GStrvBuilder *builder, const CorPolicy *policy)
{
  g_autofree char *lever = g_strconcat ("policies/", policy->item.id, NULL);

  g_strv_builder_add (builder, lever);
}

char **
cor_workshop_levers (const CorScenario *scenario)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const CorItem *const *policies;
  guint n;

  if (cor_scenario_head (scenario)->workshop != NULL)
    return g_strdupv (cor_scenario_head (scenario)->workshop);
  policies = cor_scenario_items (scenario, COR_ITEM_POLICY, &n);
  for (guint i = 0; i < G_N_ELEMENTS (usual_policies); i++)
    for (guint p = 0; p < n; p++)
      if (g_strcmp0 (((const CorPolicy *)policies[p])->policy_kind, usual_policies[i]) == 0)
        {
          add_policy (builder, (const CorPolicy *)policies[p]);
          break;
        }
  add_parameters (builder, usual_parameters, G_N_ELEMENTS (usual_parameters));
  return g_strv_builder_end (builder);
}

char **
cor_workshop_candidates (const CorScenario *scenario)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const CorItem *const *policies;
  guint n;

  policies = cor_scenario_items (scenario, COR_ITEM_POLICY, &n);
  for (guint p = 0; p < n; p++)
    if (((const CorPolicy *)policies[p])->members == NULL)
      add_policy (builder, (const CorPolicy *)policies[p]);
  add_parameters (builder, usual_parameters, G_N_ELEMENTS (usual_parameters));
  add_parameters (builder, more_parameters, G_N_ELEMENTS (more_parameters));
  return g_strv_builder_end (builder);
}

/* The policy that a lever is the amount of, or NULL. */
static const CorPolicy *
policy_of (const CorScenario *scenario, const char *lever)
{
  if (!g_str_has_prefix (lever, "policies/"))
    return NULL;
  return (const CorPolicy *)cor_scenario_find (scenario, COR_ITEM_POLICY, lever + strlen ("policies/"));
}

static gboolean
parameter_of (const char *lever, CorParamId *id)
{
  return g_str_has_prefix (lever, "parameters/") && cor_param_from_id (lever + strlen ("parameters/"), id);
}

char *
cor_workshop_lever_label (const CorScenario *scenario, const char *lever, gboolean zh)
{
  const CorPolicy *policy = policy_of (scenario, lever);
  CorParamId id;

  if (policy != NULL)
    return g_strdup (cor_item_label (&policy->item, zh));
  return g_strdup (parameter_of (lever, &id) ? _ (cor_param_info (id)->label) : lever);
}

CorScenario *
cor_workshop_prepare (CorScenario *scenario, const char *const *levers)
{
  CorScenario *prepared = cor_scenario_ref (scenario);

  for (; *levers != NULL; levers++)
    {
      const CorPolicy *found = policy_of (prepared, *levers);
      CorPolicy *policy;
      CorScenario *next;

      if (found == NULL || (found->on && !isnan (found->amount)))
        continue;
      policy = (CorPolicy *)cor_item_copy (&found->item);
      policy->on = TRUE;
      policy->amount = 0;
      policy->first_year = policy->last_year = 0;
      g_clear_pointer (&policy->schedule, g_array_unref);
      g_clear_pointer (&policy->tiers, g_array_unref);
      next = cor_scenario_with_item (prepared, &policy->item);
      cor_scenario_unref (prepared);
      prepared = next;
    }
  return prepared;
}

GtkWidget *
cor_workshop_lever_new (CorSession *session, const char *lever)
{
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (session));
  const CorPolicy *policy = policy_of (scenario, lever);
  CorParamId id;

  if (policy != NULL)
    return cor_workshop_lever_new_policy (session, policy->item.id);
  return parameter_of (lever, &id) ? cor_workshop_lever_new_parameter (session, id) : NULL;
}
