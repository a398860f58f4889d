/* cor-cli-scenario-change.c: what the options of the command line change in a scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-scenario.h"

#include "cor-variant.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Puts @next in the place of @scenario; FALSE where there is none. */
static gboolean
step (CorScenario **scenario, CorScenario *next)
{
  if (next == NULL)
    return FALSE;
  cor_scenario_unref (*scenario);
  *scenario = next;
  return TRUE;
}

/* Switches every policy on that is named by id or kind, the others off. */
static gboolean
set_policies (CorScenario **scenario, char **names, GError **error)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (*scenario, COR_ITEM_POLICY, &n);
  g_autoptr (GPtrArray) changed = g_ptr_array_new_with_free_func ((GDestroyNotify)cor_item_unref);

  for (guint k = 0; names != NULL && names[k] != NULL; k++)
    {
      gboolean found = FALSE;

      for (guint i = 0; i < n && !found; i++)
        found = strcmp (items[i]->id, names[k]) == 0
                || strcmp (((const CorPolicy *)items[i])->policy_kind, names[k]) == 0;
      if (!found)
        {
          g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE,
                       _ ("--policy: the scenario has no policy “%s”"), names[k]);
          return FALSE;
        }
    }
  for (guint i = 0; i < n; i++)
    {
      CorPolicy *policy = (CorPolicy *)cor_item_copy (items[i]);

      policy->on
          = names != NULL
            && (g_strv_contains ((const char *const *)names, policy->item.id)
                || (cor_scenario_find (*scenario, COR_ITEM_POLICY, policy->policy_kind) == NULL
                    && g_strv_contains ((const char *const *)names, policy->policy_kind)));
      g_ptr_array_add (changed, policy);
    }
  return step (scenario,
               cor_scenario_with_items (*scenario, COR_ITEM_POLICY, g_steal_pointer (&changed)));
}

/* Whether a duty is reckoned in @region, and not by what the scenario says as a whole. */
static gboolean
is_of_region (const CorItem *duty, const char *region)
{
  return g_strcmp0 (((const CorDuty *)duty)->region, region) == 0;
}

static gboolean
set_region (CorScenario **scenario,
            const CorParamLayer *defaults,
            const char *region,
            GError **error)
{
  guint n;
  const CorItem *const *duties = cor_scenario_items (*scenario, COR_ITEM_DUTY, &n);
  g_autoptr (GPtrArray) kept = g_ptr_array_new_with_free_func ((GDestroyNotify)cor_item_unref);
  CorHead *head;
  gboolean any = FALSE;

  if (cor_param_layer_find_region (defaults, region) == NULL)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE,
                   _ ("--region: the program knows no region “%s”"), region);
      return FALSE;
    }
  for (guint i = 0; i < n; i++)
    any |= is_of_region (duties[i], region);
  for (guint i = 0; i < n; i++)
    {
      CorItem *copy = cor_item_copy (duties[i]);

      if (any && ((CorDuty *)copy)->region != NULL && !is_of_region (copy, region))
        {
          cor_item_unref (copy);
          continue;
        }
      cor_item_set_string (copy, cor_item_field (COR_ITEM_DUTY, "region"), region);
      g_ptr_array_add (kept, copy);
    }
  head = (CorHead *)cor_item_copy (&cor_scenario_head (*scenario)->item);
  cor_item_set_string (&head->item, cor_item_field (COR_ITEM_HEAD, "region"), region);
  return step (scenario, cor_scenario_with_head (*scenario, &head->item))
         && step (scenario,
                  cor_scenario_with_items (*scenario, COR_ITEM_DUTY, g_steal_pointer (&kept)));
}

static gboolean
set_year (CorScenario **scenario, int year, GError **error)
{
  CorHead *head = (CorHead *)cor_item_copy (&cor_scenario_head (*scenario)->item);

  if (year < head->first_model_year || year > head->last_model_year)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_RANGE,
                   _ ("--year: %d is not among the model years %d to %d"), year,
                   head->first_model_year, head->last_model_year);
      cor_item_unref (&head->item);
      return FALSE;
    }
  head->model_year = year;
  return step (scenario, cor_scenario_with_head (*scenario, &head->item));
}

/* A parameter of one truck or duty alone. */
static CorScenario *
set_for_item (CorScenario *scenario,
              CorParamId parameter,
              const char *id,
              double value,
              GError **error)
{
  const CorItem *item = cor_scenario_find (scenario, COR_ITEM_TRUCK, id);
  g_autoptr (CorItem) copy = NULL;

  if (item == NULL)
    item = cor_scenario_find (scenario, COR_ITEM_DUTY, id);
  if (item == NULL)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE,
                   _ ("the scenario has no truck or duty “%s”"), id);
      return NULL;
    }
  copy = cor_item_copy (item);
  if (!cor_item_set_parameter (copy, parameter, value, "--set", error))
    return NULL;
  return cor_scenario_with_item (scenario, g_steal_pointer (&copy));
}

/* What stands before the "=": PARAMETER, POWERTRAIN.PARAMETER or PARAMETER.ID. */
static CorScenario *
set_named (CorScenario *scenario, const char *name, double value, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (name, ".", 2);
  const char *second = parts[0] ? parts[1] : NULL;
  CorParamId parameter;
  int powertrain;

  if (cor_param_from_id (name, &parameter))
    return cor_scenario_set_parameter (scenario, parameter, value, "--set", error);
  if (second != NULL && cor_enum_from_nick (cor_powertrain_values, parts[0], &powertrain)
      && cor_param_from_id (second, &parameter))
    return cor_scenario_set_parameter_of (scenario, powertrain, parameter, value, "--set", error);
  if (second != NULL && cor_param_from_id (parts[0], &parameter))
    return set_for_item (scenario, parameter, second, value, error);
  g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE, _ ("“%s” is no parameter"), name);
  return NULL;
}

/* NAME=VALUE */
static gboolean
set_parameter (CorScenario **scenario, const char *setting, GError **error)
{
  g_auto (GStrv) sides = g_strsplit (setting, "=", 2);
  CorScenario *next;
  char *end = NULL;
  double value = sides[0] && sides[1] ? g_ascii_strtod (sides[1], &end) : NAN;

  if (end == NULL || end == sides[1] || *end != '\0' || !isfinite (value))
    {
      g_set_error (error, COR_ERROR, COR_ERROR_PARSE, _ ("--set: “%s” is not PARAMETER=VALUE"),
                   setting);
      return FALSE;
    }
  next = set_named (*scenario, sides[0], value, error);
  if (next == NULL)
    g_prefix_error (error, "--set: ");
  return step (scenario, next);
}

static gboolean
set_factors (CorScenario **scenario,
             const CorCliScenario *options,
             CorFactorSet *factors,
             GError **error)
{
  static const char *const keys[COR_N_FACTOR_KINDS]
      = { "grid_factor", "diesel_factor", "hydrogen_factor" };
  static const char *const names[COR_N_FACTOR_KINDS]
      = { "--grid-factor", "--diesel-factor", "--hydrogen-factor" };
  g_autoptr (CorItem) head = cor_item_copy (&cor_scenario_head (*scenario)->item);

  for (int kind = 0; kind < COR_N_FACTOR_KINDS; kind++)
    {
      if (options->factors[kind] == NULL)
        continue;
      if (!cor_cli_factor (factors, kind, options->factors[kind], names[kind], error))
        return FALSE;
      cor_item_set_string (head, cor_item_field (COR_ITEM_HEAD, keys[kind]),
                           options->factors[kind]);
    }
  if (options->green_share != NULL
      && !cor_cli_share (options->green_share, "--green-share", &((CorHead *)head)->green_share,
                         error))
    return FALSE;
  if (options->activity != NULL
      && !cor_enum_from_nick (cor_activity_values, options->activity, &((CorHead *)head)->activity))
    {
      g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE,
                   _ ("--activity: “%s” is none of sfd, gcd"), options->activity);
      return FALSE;
    }
  return step (scenario, cor_scenario_with_head (*scenario, g_steal_pointer (&head)));
}

static gboolean
changes_factors (const CorCliScenario *options)
{
  gboolean any = options->green_share != NULL || options->activity != NULL;

  for (int kind = 0; kind < COR_N_FACTOR_KINDS; kind++)
    any |= options->factors[kind] != NULL;
  return any;
}

gboolean
cor_cli_factor (const CorFactorSet *factors,
                CorFactorKind kind,
                const char *id,
                const char *option,
                GError **error)
{
  g_autoptr (GString) known = g_string_new (NULL);
  const CorFactor *all;
  guint n;

  all = cor_factor_set_all (factors, &n);
  for (guint i = 0; i < n; i++)
    {
      if (all[i].kind != kind)
        continue;
      if (strcmp (all[i].id, id) == 0)
        return TRUE;
      g_string_append_printf (known, "%s%s", known->len ? ", " : "", all[i].id);
    }
  g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE,
               _ ("%s: “%s” is no emission factor; choose one of: %s"), option, id, known->str);
  return FALSE;
}

gboolean
cor_cli_share (const char *text, const char *option, double *share, GError **error)
{
  char *end = NULL;
  double value = g_ascii_strtod (text, &end);

  if (end == text || *end != '\0' || !(value >= 0 && value <= 1))
    {
      g_set_error (error, COR_ERROR, COR_ERROR_RANGE, _ ("%s: “%s” is no share from 0 to 1"),
                   option, text);
      return FALSE;
    }
  *share = value;
  return TRUE;
}

gboolean
cor_cli_scenario_change (const CorCliScenario *options,
                         CorScenario **scenario,
                         CorEngine *engine,
                         GError **error)
{
  const CorParamLayer *defaults = cor_engine_defaults (engine);

  if (options->variant != NULL
      && !step (scenario, cor_variant_apply (*scenario, options->variant, error)))
    {
      g_prefix_error (error, "--variant: ");
      return FALSE;
    }
  if ((options->policies != NULL || options->no_policy)
      && !set_policies (scenario, options->policies, error))
    return FALSE;
  if (options->region != NULL && !set_region (scenario, defaults, options->region, error))
    return FALSE;
  if (options->year != 0 && !set_year (scenario, options->year, error))
    return FALSE;
  if (changes_factors (options)
      && !set_factors (scenario, options, cor_engine_factors (engine), error))
    return FALSE;
  for (guint i = 0; options->settings != NULL && options->settings[i] != NULL; i++)
    if (!set_parameter (scenario, options->settings[i], error))
      return FALSE;
  return TRUE;
}
