/* cor-outline-look.c: what the lines of the list say.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-item-text.h"
#include "cor-outline.h"

#include "cor-format.h"
#include "cor-results.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static CorScenario *
scenario_of (CorSession *session)
{
  return cor_document_get_scenario (cor_session_get_document (session));
}

/* Trucks of the duties that use the truck of that id, or of all duties for NULL. */
static double
count_trucks (CorScenario *scenario, const char *truck)
{
  const CorItem *const *duties;
  double sum = 0;
  guint n;

  duties = cor_scenario_items (scenario, COR_ITEM_DUTY, &n);
  for (guint i = 0; i < n; i++)
    if (truck == NULL || g_strcmp0 (((const CorDuty *)duties[i])->truck, truck) == 0)
      sum += ((const CorDuty *)duties[i])->trucks;
  return sum;
}

static void
look_parity (CorSession *session, CorItemKind kind, const char *id, CorNodeLook *out)
{
  CorParity parity = cor_item_parity (cor_session_get_results (session), kind, id);

  out->value = cor_parity_text (&parity);
  if (parity.state == COR_PARITY_REACHED && parity.spells.n > 1)
    out->full = cor_parity_full_text (&parity);
  out->role = cor_parity_role (&parity);
  out->strong = parity.state == COR_PARITY_REACHED;
}

static void
look_station (CorSession *session, const CorStation *station, CorNodeLook *out)
{
  double visits = cor_station_visits (cor_session_get_results (session), station->item.id);

  out->icon = cor_item_icon (&station->item);
  out->role = cor_item_role (&station->item);
  out->dim = station->status == COR_STATION_CLOSED || station->status == COR_STATION_CANDIDATE;
  if (station->status == COR_STATION_CLOSED || station->status == COR_STATION_CANDIDATE)
    out->value = g_strdup (cor_enum_name (cor_station_status_values, station->status));
  else if (visits > 0)
    out->value = cor_format_significant (visits, visits < 10 ? 2 : 3);
}

static void
look_truck (CorSession *session, const CorTruck *truck, CorNodeLook *out)
{
  double trucks = count_trucks (scenario_of (session), truck->item.id);

  out->icon = cor_item_icon (&truck->item);
  out->role = cor_item_role (&truck->item);
  if (trucks > 0)
    out->value = cor_format_number (trucks, 0);
  else if (truck->powertrain == COR_POWERTRAIN_DIESEL)
    out->value = g_strdup (_ ("reference"));
}

static void
look_policy (CorSession *session, const CorPolicy *policy, CorNodeLook *out)
{
  double otherwise = cor_policy_otherwise (session, policy);

  out->detail = cor_policy_amount_text (policy, otherwise);
  if (out->detail == NULL && isnan (otherwise) && policy->members == NULL)
    out->detail = g_strdup (_ ("no amount yet"));
  out->on = policy->on;
  out->icon = cor_item_icon (&policy->item);
  out->role = COR_ROLE_SECONDARY;
}

static void
look_price (CorSession *session, const char *id, CorNodeLook *out)
{
  CorParamId parameter;
  CorParamValue value;

  if (!cor_param_from_id (id, &parameter))
    return;
  out->label = g_strdup (_ (cor_param_info (parameter)->label));
  out->icon = "corridor-price-symbolic";
  out->role = COR_ROLE_SECONDARY;
  if (cor_session_get_parameter (session, COR_ITEM_HEAD, NULL, parameter, &value, NULL))
    out->value = cor_price_text (cor_param_info (parameter), value.value);
}

/* Its parity year; a tick at the one shown, a pin at the baseline. */
static void
look_variant (CorComparison *comparison, const CorItem *item, CorNodeLook *out)
{
  CorDocument *document = cor_session_get_document (cor_comparison_get_session (comparison));
  const CorComparisonColumn *column = cor_comparison_find (comparison, item->id);
  const CorResults *results = column != NULL ? column->results : NULL;
  gboolean shown = g_strcmp0 (cor_document_get_variant (document), item->id) == 0;
  gboolean pinned = g_strcmp0 (cor_scenario_head (cor_document_get_base (document))->baseline, item->id) == 0;

  out->icon = shown ? "object-select-symbolic" : pinned ? "corridor-pin-symbolic" : cor_item_icon (item);
  out->role = shown ? COR_ROLE_ACCENT : COR_ROLE_SECONDARY;
  out->strong = shown;
  if (results != NULL && results->n_years > 0 && results->totals[results->year].trucks > 0)
    out->value = cor_format_year (results->parity_year, results->parity.lost == 0 ? results->first_year : 0,
                                  results->first_year + (int)results->n_years - 1);
}

static void
look_item (CorComparison *comparison, const CorItem *item, CorNodeLook *out)
{
  CorSession *session = cor_comparison_get_session (comparison);

  out->label = g_strdup (cor_item_label (item, cor_format_is_chinese (NULL)));
  switch (item->kind)
    {
    case COR_ITEM_ROUTE:
    case COR_ITEM_DUTY:
      look_parity (session, item->kind, item->id, out);
      break;
    case COR_ITEM_STATION:
      look_station (session, (const CorStation *)item, out);
      break;
    case COR_ITEM_TRUCK:
      look_truck (session, (const CorTruck *)item, out);
      break;
    case COR_ITEM_VARIANT:
      look_variant (comparison, item, out);
      break;
    case COR_ITEM_POLICY:
      look_policy (session, (const CorPolicy *)item, out);
      break;
    default:
      out->icon = cor_item_icon (item);
      out->role = cor_item_role (item);
    }
}

static char *
policies_on (CorScenario *scenario)
{
  const CorItem *const *policies;
  guint n, on = 0;

  policies = cor_scenario_items (scenario, COR_ITEM_POLICY, &n);
  for (guint i = 0; i < n; i++)
    on += ((const CorPolicy *)policies[i])->on ? 1 : 0;
  return n > 0 ? g_strdup_printf (_ ("%u of %u on"), on, n) : NULL;
}

static void
look_section (CorSession *session, CorItemKind kind, CorNodeLook *out)
{
  CorScenario *scenario = scenario_of (session);
  guint n = 0;

  out->label = g_strdup (cor_kind_plural (kind));
  if (kind != COR_SELECT_PARAMETER)
    cor_scenario_items (scenario, kind, &n);
  if (kind == COR_SELECT_PARAMETER)
    out->value = g_strdup (cor_units_money (_ ("yuan")));
  else if (n == 0)
    out->value = NULL;
  else if (kind == COR_ITEM_ROUTE || kind == COR_ITEM_DUTY || kind == COR_ITEM_VARIANT)
    out->value = g_strdup (_ ("parity"));
  else if (kind == COR_ITEM_STATION)
    out->value = g_strdup (_ ("visits a day"));
  else if (kind == COR_ITEM_TRUCK)
    out->value = count_trucks (scenario, NULL) > 0 ? cor_format_number (count_trucks (scenario, NULL), 0) : NULL;
  else if (kind == COR_ITEM_POLICY)
    out->value = policies_on (scenario);
  else
    out->value = g_strdup_printf ("%u", n);
}

void
cor_outline_look (CorComparison *comparison, CorNode *node, CorNodeLook *out)
{
  CorSession *session = cor_comparison_get_session (comparison);

  if (cor_node_get_id (node) == NULL)
    look_section (session, cor_node_get_kind (node), out);
  else if (cor_node_get_kind (node) == COR_SELECT_PARAMETER)
    look_price (session, cor_node_get_id (node), out);
  else
    look_item (comparison, cor_node_get_item (node), out);
}
