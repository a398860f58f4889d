/* cor-edit-items.c: adding, copying and taking out whole items.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Degrees by which the copy of a place is set off. */
#define COPY_OFFSET_DEGREES 0.004

/* Whether an item cannot be without what @key refers to. */
static gboolean
is_essential (CorItemKind kind, const char *key)
{
  if (kind == COR_ITEM_ROUTE)
    return g_str_equal (key, "origin") || g_str_equal (key, "destination");
  if (kind == COR_ITEM_MACHINE)
    return g_str_equal (key, "site");
  return kind == COR_ITEM_DUTY && (g_str_equal (key, "route") || g_str_equal (key, "truck"));
}

static gboolean
vias_pass (const GArray *vias, const char *site)
{
  for (guint i = 0; vias != NULL && i < vias->len; i++)
    if (g_strcmp0 (g_array_index (vias, CorVia, i).site, site) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
refers (const CorItem *item, const CorField *field, const char *id)
{
  switch (field->type)
    {
    case COR_FIELD_STRING:
      return g_strcmp0 (cor_item_string (item, field), id) == 0;
    case COR_FIELD_STRINGS:
      {
        const char *const *list = cor_item_boxed (item, field);

        return list != NULL && g_strv_contains (list, id);
      }
    case COR_FIELD_VIAS:
      return vias_pass (cor_item_boxed (item, field), id);
    default:
      return FALSE;
    }
}

static void
drop_string (CorItem *item, const CorField *field, const char *id)
{
  const char *const *list = cor_item_boxed (item, field);
  g_autoptr (GPtrArray) left = g_ptr_array_new ();

  for (; *list != NULL; list++)
    if (!g_str_equal (*list, id))
      g_ptr_array_add (left, g_strdup (*list));
  g_ptr_array_add (left, NULL);
  g_ptr_array_set_free_func (left, g_free);
  cor_item_set_boxed (item, field, left->len > 1 ? left->pdata : NULL);
}

static void
drop_via (CorItem *item, const CorField *field, const char *id)
{
  const GArray *vias = cor_item_boxed (item, field);
  g_autoptr (GArray) left = cor_vias_new ();

  for (guint i = 0; i < vias->len; i++)
    {
      CorVia via = g_array_index (vias, CorVia, i);

      if (g_strcmp0 (via.site, id) == 0)
        continue;
      via.site = g_strdup (via.site);
      g_array_append_val (left, via);
    }
  cor_item_set_boxed (item, field, left->len > 0 ? left : NULL);
}

static void
drop_reference (CorItem *item, const CorField *field, const char *id)
{
  if (field->type == COR_FIELD_STRING)
    cor_item_set_string (item, field, NULL);
  else if (field->type == COR_FIELD_STRINGS)
    drop_string (item, field, id);
  else
    drop_via (item, field, id);
}

/* Clears what @item says of the thing that went; TRUE where it has to go as well. */
static gboolean
without_reference (const CorItem *item, CorItemKind kind, const char *id, CorItem **changed)
{
  const CorField *fields;
  guint n;

  fields = cor_item_fields (item->kind, &n);
  for (guint i = 0; i < n; i++)
    {
      const CorField *field = &fields[i];

      if (field->refers != (int)kind || !refers (*changed ? *changed : item, field, id))
        continue;
      if (is_essential (item->kind, field->key))
        return TRUE;
      if (*changed == NULL)
        *changed = cor_item_copy (item);
      drop_reference (*changed, field, id);
    }
  return FALSE;
}

/* What refers to the thing of @kind and @id: cleared, or gone and noted in @gone. */
static CorScenario *
clear_references (CorScenario *scenario, CorItemKind kind, const char *id, GPtrArray *gone)
{
  g_autoptr (CorScenario) next = cor_scenario_ref (scenario);

  for (int other = COR_ITEM_SITE; other < COR_N_ITEM_KINDS; other++)
    {
      guint n;
      const CorItem *const *items = cor_scenario_items (scenario, other, &n);

      for (guint i = 0; i < n; i++)
        {
          CorItem *changed = NULL;
          CorScenario *after;

          if (without_reference (items[i], kind, id, &changed))
            {
              g_ptr_array_add (gone, (gpointer)items[i]);
              g_clear_pointer (&changed, cor_item_unref);
            }
          if (changed == NULL)
            continue;
          after = cor_scenario_with_item (next, changed);
          cor_scenario_unref (next);
          next = after;
        }
    }
  return g_steal_pointer (&next);
}

CorScenario *
cor_edit_remove (CorScenario *scenario, CorItemKind kind, const char *id, guint *n_more)
{
  g_autoptr (GPtrArray) gone = g_ptr_array_new ();
  g_autoptr (CorScenario) without = cor_scenario_without (scenario, kind, id);
  CorScenario *next = clear_references (without, kind, id, gone);
  guint more = gone->len;

  for (guint i = 0; i < gone->len; i++)
    {
      const CorItem *item = g_ptr_array_index (gone, i);
      CorScenario *before = next;
      guint further;

      next = cor_edit_remove (before, item->kind, item->id, &further);
      cor_scenario_unref (before);
      more += further;
    }
  if (n_more != NULL)
    *n_more = more;
  return next;
}

static void
shift (CorItem *item, const char *key)
{
  const CorField *field = cor_item_field (item->kind, key);

  if (field != NULL)
    cor_item_set_number (item, field, cor_item_number (item, field) - COPY_OFFSET_DEGREES, NULL);
}

CorScenario *
cor_edit_duplicate (CorScenario *scenario, CorItemKind kind, const char *id, char **copy_id)
{
  const CorItem *item = cor_scenario_find (scenario, kind, id);
  CorItem *copy;

  g_return_val_if_fail (item != NULL, NULL);

  copy = cor_item_copy (item);
  g_free (copy->id);
  copy->id = cor_scenario_free_id (scenario, kind, id);
  g_free (copy->name);
  copy->name = g_strdup_printf (_ ("%s (copy)"), cor_item_label (item, FALSE));
  if (item->name_zh != NULL)
    {
      g_free (copy->name_zh);
      copy->name_zh = g_strdup_printf ("%s（副本）", item->name_zh);
    }
  if (kind == COR_ITEM_SITE || kind == COR_ITEM_STATION)
    shift (copy, "lat");
  *copy_id = g_strdup (copy->id);
  return cor_scenario_with_item (scenario, copy);
}

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
  route->trips_per_day = 1;
  route->days_per_year = 300;
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

CorScenario *
cor_edit_add_duty (CorScenario *scenario, char **id, GError **error)
{
  const char *truck = first_truck (scenario, FALSE);
  const CorItem *const *routes;
  CorItem *duty;
  guint n;

  routes = cor_scenario_items (scenario, COR_ITEM_ROUTE, &n);
  if (n == 0 || truck == NULL)
    {
      g_set_error_literal (error, COR_ERROR, COR_ERROR_MISSING,
                           n == 0 ? _ ("A duty needs a route. Draw one first.")
                                  : _ ("A duty needs a truck that is not diesel. Add one first."));
      return NULL;
    }
  duty = new_duty (scenario, routes[n - 1], truck);
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
