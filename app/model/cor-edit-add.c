/* cor-edit-add.c: new sites, stations, routes, trucks, duties, machines and policies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-edit.h"

#include <glib/gi18n-lib.h>

static gboolean
name_is_taken (CorScenario *scenario, CorItemKind kind, const char *name)
{
  const CorItem *const *items;
  guint n;

  items = cor_scenario_items (scenario, kind, &n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (items[i]->name, name) == 0)
      return TRUE;
  return FALSE;
}

/* A new item with a free id like @stem and a name that is numbered from the second on. */
static CorItem *
new_item (CorScenario *scenario, CorItemKind kind, const char *stem, const char *name)
{
  g_autofree char *id = cor_scenario_free_id (scenario, kind, stem);
  CorItem *item = cor_item_new (kind, id);

  item->name = g_strdup (name);
  for (guint i = 2; name_is_taken (scenario, kind, item->name); i++)
    {
      g_free (item->name);
      item->name = g_strdup_printf ("%s %u", name, i);
    }
  return item;
}

CorScenario *
cor_edit_add_place (CorScenario *scenario,
                    CorItemKind kind,
                    int which,
                    CorLonLat place,
                    const char *name,
                    const char *name_zh,
                    char **id)
{
  const char *stem = kind == COR_ITEM_SITE ? "site" : "station";
  const CorEnumValue *kinds
      = kind == COR_ITEM_SITE ? cor_site_kind_values : cor_station_kind_values;
  CorItem *item;

  g_return_val_if_fail (kind == COR_ITEM_SITE || kind == COR_ITEM_STATION, NULL);

  item = new_item (scenario, kind, stem, name != NULL ? name : cor_enum_name (kinds, which));
  item->name_zh = g_strdup (name_zh);
  cor_item_set_number (item, cor_item_field (kind, "kind"), which, NULL);
  cor_item_set_number (item, cor_item_field (kind, "lon"), place.lon, NULL);
  cor_item_set_number (item, cor_item_field (kind, "lat"), place.lat, NULL);
  if (kind == COR_ITEM_STATION)
    ((CorStation *)item)->status = COR_STATION_PLANNED;
  *id = g_strdup (item->id);
  return cor_scenario_with_item (scenario, item);
}

/* The first truck that is, or is not, diesel; NULL without one. */
static const char *
first_truck (CorScenario *scenario, gboolean diesel)
{
  guint n;
  const CorItem *const *trucks = cor_scenario_items (scenario, COR_ITEM_TRUCK, &n);

  for (guint i = 0; i < n; i++)
    if ((((const CorTruck *)trucks[i])->powertrain == COR_POWERTRAIN_DIESEL) == diesel)
      return trucks[i]->id;
  return NULL;
}

static CorItem *
new_duty (CorScenario *scenario, const CorItem *route, const char *truck)
{
  CorItem *item = new_item (scenario, COR_ITEM_DUTY, route->id, cor_item_label (route, FALSE));
  CorDuty *duty = (CorDuty *)item;

  item->name_zh = g_strdup (route->name_zh);
  duty->route = g_strdup (route->id);
  duty->truck = g_strdup (truck);
  duty->diesel = g_strdup (first_truck (scenario, TRUE));
  return item;
}

CorScenario *
cor_edit_add_route (CorScenario *scenario, const char *origin, const char *destination, char **id)
{
  const CorItem *from = cor_scenario_find (scenario, COR_ITEM_SITE, origin);
  const CorItem *to = cor_scenario_find (scenario, COR_ITEM_SITE, destination);
  g_autofree char *stem = g_strdup_printf ("%s-%s", origin, destination);
  g_autofree char *name = NULL;
  g_autoptr (CorScenario) with_route = NULL;
  const char *truck = first_truck (scenario, FALSE);
  CorRoute *route;

  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  name = g_strdup_printf ("%s – %s", cor_item_label (from, FALSE), cor_item_label (to, FALSE));
  route = (CorRoute *)new_item (scenario, COR_ITEM_ROUTE, stem, name);
  if (from->name_zh != NULL || to->name_zh != NULL)
    route->item.name_zh = g_strdup_printf ("%s—%s", cor_item_label (from, TRUE), cor_item_label (to, TRUE));
  route->origin = g_strdup (origin);
  route->destination = g_strdup (destination);
  route->trips_per_day = COR_EDIT_NEW_TRIPS;
  route->days_per_year = COR_EDIT_NEW_DAYS;
  *id = g_strdup (route->item.id);
  with_route = cor_scenario_with_item (scenario, &route->item);
  if (truck == NULL)
    return g_steal_pointer (&with_route);
  return cor_scenario_with_item (with_route, new_duty (with_route, &route->item, truck));
}

CorScenario *
cor_edit_add_truck (CorScenario *scenario, CorPowertrain powertrain, char **id)
{
  CorItem *item = new_item (scenario, COR_ITEM_TRUCK, "truck",
                            cor_enum_name (cor_powertrain_values, powertrain));
  CorTruck *truck = (CorTruck *)item;

  truck->truck_type = g_strdup ("tractor_trailer");
  truck->powertrain = powertrain;
  *id = g_strdup (item->id);
  return cor_scenario_with_item (scenario, item);
}

CorScenario *
cor_edit_starter (const char *region, const char *convention)
{
  static const CorPowertrain powertrains[]
      = { COR_POWERTRAIN_DIESEL, COR_POWERTRAIN_BET, COR_POWERTRAIN_BET_SWAP };
  CorItem *item = cor_item_new (COR_ITEM_HEAD, "scenario");
  CorHead *head = (CorHead *)item;
  CorScenario *scenario;

  head->region = g_strdup (region);
  head->convention = g_strdup (convention);
  scenario = cor_scenario_new (item);
  for (guint i = 0; i < G_N_ELEMENTS (powertrains); i++)
    {
      CorScenario *before = scenario;
      g_autofree char *id = NULL;

      scenario = cor_edit_add_truck (before, powertrains[i], &id);
      cor_scenario_unref (before);
    }
  return scenario;
}

/* Whether a duty works that route, with that truck where one is given. */
static gboolean
is_worked (CorScenario *scenario, const char *route, const char *truck)
{
  guint n;
  const CorItem *const *duties = cor_scenario_items (scenario, COR_ITEM_DUTY, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (((const CorDuty *)duties[i])->route, route) == 0
        && (truck == NULL || g_strcmp0 (((const CorDuty *)duties[i])->truck, truck) == 0))
      return TRUE;
  return FALSE;
}

/* The first route that nobody works, else the last; NULL without one. */
static const CorItem *
idle_route (CorScenario *scenario)
{
  guint n;
  const CorItem *const *routes = cor_scenario_items (scenario, COR_ITEM_ROUTE, &n);

  for (guint i = 0; i < n; i++)
    if (!is_worked (scenario, routes[i]->id, NULL))
      return routes[i];
  return n > 0 ? routes[n - 1] : NULL;
}

/* The first truck that is not diesel and does not work the route yet, else the first; NULL without one. */
static const char *
idle_truck (CorScenario *scenario, const char *route)
{
  guint n;
  const CorItem *const *trucks = cor_scenario_items (scenario, COR_ITEM_TRUCK, &n);

  for (guint i = 0; i < n; i++)
    if (((const CorTruck *)trucks[i])->powertrain != COR_POWERTRAIN_DIESEL && !is_worked (scenario, route, trucks[i]->id))
      return trucks[i]->id;
  return first_truck (scenario, FALSE);
}

CorScenario *
cor_edit_add_duty (CorScenario *scenario, const char *route_id, char **id, GError **error)
{
  const CorItem *route = cor_scenario_find (scenario, COR_ITEM_ROUTE, route_id);
  const char *truck;
  CorItem *duty;

  if (route == NULL)
    route = idle_route (scenario);
  truck = route != NULL ? idle_truck (scenario, route->id) : NULL;
  if (truck == NULL)
    {
      g_set_error_literal (error, COR_ERROR, COR_ERROR_MISSING,
                           route == NULL ? _ ("A duty needs a route. Draw one first.")
                                  : _ ("A duty needs a truck that is not diesel. Add one first."));
      return NULL;
    }
  duty = new_duty (scenario, route, truck);
  *id = g_strdup (duty->id);
  return cor_scenario_with_item (scenario, duty);
}

CorScenario *
cor_edit_add_machine (CorScenario *scenario, CorParamLayer *defaults, const char *site, const char *machine_kind, char **id)
{
  CorParamContext context = { .truck_type = machine_kind, .powertrain = -1 };
  g_autoptr (CorParamTable) table = cor_param_table_new (&defaults, 1, &context);
  g_autofree char *free_id = cor_scenario_free_id (scenario, COR_ITEM_MACHINE, machine_kind);
  CorYardMachine *machine = (CorYardMachine *) cor_item_new (COR_ITEM_MACHINE, free_id);
  CorParamValue value;

  cor_item_set_string (&machine->item, cor_item_field (COR_ITEM_MACHINE, "site"), site);
  cor_item_set_string (&machine->item, cor_item_field (COR_ITEM_MACHINE, "kind"), machine_kind);
  if (cor_param_table_get (table, COR_PARAM_MACHINE_POWER, 0, &value))
    machine->power_kw = value.value;
  if (cor_param_table_get (table, COR_PARAM_MACHINE_HOURS, 0, &value))
    machine->hours_per_day = value.value;
  *id = g_strdup (machine->item.id);
  return cor_scenario_with_item (scenario, &machine->item);
}

CorScenario *
cor_edit_add_policy (CorScenario *scenario, const char *policy_kind, const char *name, char **id)
{
  g_autofree char *stem = g_strdelimit (g_strdup (policy_kind), "_", '-');
  CorItem *item = new_item (scenario, COR_ITEM_POLICY, stem, name);
  CorPolicy *policy = (CorPolicy *)item;

  policy->policy_kind = g_strdup (policy_kind);
  policy->on = TRUE;
  *id = g_strdup (item->id);
  return cor_scenario_with_item (scenario, item);
}
