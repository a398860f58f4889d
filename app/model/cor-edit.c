/* cor-edit.c: changing fields, places and parameters of a scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-edit.h"

#include "cor-made-names.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The source of what the user set. */
static const char *const own_source = N_ ("Set in this scenario");

const CorItem *
cor_edit_item (const CorScenario *scenario, CorItemKind kind, const char *id)
{
  if (kind == COR_ITEM_HEAD)
    return &cor_scenario_head (scenario)->item;
  if (kind < 0 || kind >= COR_N_ITEM_KINDS)
    return NULL;
  return cor_scenario_find (scenario, kind, id);
}

/* A mutable copy of the item, or NULL with an error. */
static CorItem *
take (CorScenario *scenario, CorItemKind kind, const char *id, GError **error)
{
  const CorItem *item = cor_edit_item (scenario, kind, id);

  if (item != NULL)
    return cor_item_copy (item);
  g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE,
               _ ("There is no “%s” in this scenario any more."), id ? id : "");
  return NULL;
}

static CorScenario *
put (CorScenario *scenario, CorItem *item)
{
  if (item->kind == COR_ITEM_HEAD)
    return cor_scenario_with_head (scenario, item);
  return cor_scenario_with_item (scenario, item);
}

static const char *const assumed_payload = N_ ("New route with assumed values, its payload typical for the type of truck");

const char *
cor_edit_assumed_payload (void)
{
  return _ (assumed_payload);
}

gboolean
cor_edit_payload_is_assumed (const CorRoute *route)
{
  const char *source = route->item.source;

  return source != NULL && (g_str_equal (source, _ (assumed_payload)) || g_str_equal (source, assumed_payload));
}

CorScenario *
cor_edit_number (CorScenario *scenario,
                 CorItemKind kind,
                 const char *id,
                 const char *key,
                 double value,
                 GError **error)
{
  const CorField *field = cor_item_field (kind, key);
  g_autoptr (CorItem) item = NULL;
  gboolean renames = kind == COR_ITEM_STATION && g_str_equal (key, "kind");
  CorStationKind old;

  g_return_val_if_fail (field != NULL, NULL);

  item = take (scenario, kind, id, error);
  old = renames && item != NULL ? ((CorStation *) item)->station_kind : COR_STATION_CHARGING;
  if (item == NULL || !cor_item_set_number (item, field, value, error))
    return NULL;
  if (renames)
    cor_station_name_follows (item, old);
  if (kind == COR_ITEM_ROUTE && g_str_equal (key, "payload_out_t") && cor_edit_payload_is_assumed ((const CorRoute *) item))
    g_clear_pointer (&item->source, g_free);
  return put (scenario, g_steal_pointer (&item));
}

CorScenario *
cor_edit_string (CorScenario *scenario,
                 CorItemKind kind,
                 const char *id,
                 const char *key,
                 const char *value,
                 GError **error)
{
  const CorField *field = cor_item_field (kind, key);
  CorItem *item;

  g_return_val_if_fail (field != NULL && field->type == COR_FIELD_STRING, NULL);

  item = take (scenario, kind, id, error);
  if (item == NULL)
    return NULL;
  cor_item_set_string (item, field, value);
  if (kind == COR_ITEM_SITE && g_str_has_prefix (key, "name"))
    {
      g_autoptr (CorScenario) renamed = put (scenario, item);

      return cor_edit_route_names_follow (renamed, cor_scenario_find (scenario, kind, id));
    }
  if (kind == COR_ITEM_ROUTE && (g_str_equal (key, "origin") || g_str_equal (key, "destination")))
    {
      g_autoptr (CorScenario) moved = put (scenario, item);

      return cor_edit_route_name_follows (moved, (const CorRoute *) cor_scenario_find (scenario, kind, id));
    }
  return put (scenario, item);
}

CorScenario *
cor_edit_boxed (CorScenario *scenario,
                CorItemKind kind,
                const char *id,
                const char *key,
                gconstpointer value,
                GError **error)
{
  const CorField *field = cor_item_field (kind, key);
  CorItem *item;

  g_return_val_if_fail (field != NULL, NULL);

  item = take (scenario, kind, id, error);
  if (item == NULL)
    return NULL;
  cor_item_set_boxed (item, field, value);
  return put (scenario, item);
}

CorScenario *
cor_edit_place (CorScenario *scenario,
                CorItemKind kind,
                const char *id,
                CorLonLat place,
                GError **error)
{
  g_autoptr (CorItem) item = NULL;
  g_autoptr (CorScenario) moved = NULL;

  g_return_val_if_fail (kind == COR_ITEM_SITE || kind == COR_ITEM_STATION, NULL);

  item = take (scenario, kind, id, error);
  if (item == NULL || !cor_item_set_number (item, cor_item_field (kind, "lon"), place.lon, error)
      || !cor_item_set_number (item, cor_item_field (kind, "lat"), place.lat, error))
    return NULL;
  moved = put (scenario, g_steal_pointer (&item));
  if (kind == COR_ITEM_STATION)
    return g_steal_pointer (&moved);
  return cor_edit_lines_follow (moved, id);
}

/* The entries of @layer but those that @parameter has for every truck; never NULL. */
static GArray *
other_entries (const CorParamLayer *layer, CorParamId parameter)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (CorParameter));
  const CorParameter *all;
  guint n = 0;

  g_array_set_clear_func (entries, (GDestroyNotify)cor_parameter_clear);
  all = layer != NULL ? cor_param_layer_entries (layer, &n) : NULL;
  for (guint i = 0; i < n; i++)
    if (all[i].id != parameter)
      {
        CorParameter copy = { 0 };

        cor_parameter_copy (&all[i], &copy);
        g_array_append_val (entries, copy);
      }
  return entries;
}

/* Puts what @entries (transfer full) hold into the layer of @item, none where there are none. */
static void
set_entries (CorItem *item, GArray *entries)
{
  g_autoptr (CorParamLayer) layer = NULL;

  if (entries->len > 0)
    layer = cor_param_layer_new (entries, NULL);
  else
    g_array_unref (entries);
  cor_item_set_boxed (item, cor_item_field (item->kind, "parameters"), layer);
}

CorScenario *
cor_edit_parameter (CorScenario *scenario,
                    CorItemKind kind,
                    const char *id,
                    CorParamId parameter,
                    double value,
                    GError **error)
{
  const CorField *field = cor_item_field (kind, "parameters");
  CorParameter entry = { .id = parameter, .powertrain = -1, .status = COR_STATUS_ASSUMED };
  g_autoptr (CorItem) item = NULL;
  GArray *entries;

  g_return_val_if_fail (field != NULL, NULL);

  entry.value = entry.low = entry.high = value;
  if (!isnan (value) && !cor_parameter_check (&entry, error))
    return NULL;
  item = take (scenario, kind, id, error);
  if (item == NULL)
    return NULL;
  entries = other_entries (cor_item_boxed (item, field), parameter);
  if (!isnan (value))
    {
      entry.source = g_strdup (own_source);
      g_array_append_val (entries, entry);
    }
  set_entries (item, entries);
  return put (scenario, g_steal_pointer (&item));
}

gboolean
cor_edit_is_own (const CorParameter *entry)
{
  return g_strcmp0 (entry->source, own_source) == 0;
}

CorScenario *
cor_edit_series (CorScenario *scenario,
                 CorItemKind kind,
                 const char *id,
                 CorParamId parameter,
                 const GArray *points,
                 GError **error)
{
  const CorField *field = cor_item_field (kind, "parameters");
  g_autoptr (CorItem) item = NULL;
  GArray *entries;

  g_return_val_if_fail (field != NULL, NULL);

  item = take (scenario, kind, id, error);
  if (item == NULL)
    return NULL;
  entries = other_entries (cor_item_boxed (item, field), parameter);
  for (guint i = 0; i < points->len; i++)
    {
      const CorPolicyPoint *point = &g_array_index (points, CorPolicyPoint, i);
      CorParameter entry = { .id = parameter, .powertrain = -1, .status = COR_STATUS_ASSUMED, .year = (int) point->x };

      entry.value = entry.low = entry.high = point->y;
      if (!cor_parameter_check (&entry, error))
        {
          g_array_unref (entries);
          return NULL;
        }
      entry.source = g_strdup (own_source);
      g_array_append_val (entries, entry);
    }
  set_entries (item, entries);
  return put (scenario, g_steal_pointer (&item));
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  const CorPolicyPoint *x = a, *y = b;

  return x->x < y->x ? -1 : x->x > y->x;
}

GArray *
cor_edit_get_series (const CorScenario *scenario, CorItemKind kind, const char *id, CorParamId parameter)
{
  const CorItem *item = cor_edit_item (scenario, kind, id);
  const CorParamLayer *layer = item ? cor_item_boxed (item, cor_item_field (kind, "parameters")) : NULL;
  GArray *points = cor_schedule_new ();
  guint n = 0;
  const CorParameter *entries = layer ? cor_param_layer_entries (layer, &n) : NULL;

  for (guint i = 0; i < n; i++)
    if (entries[i].id == parameter && entries[i].year > 0 && entries[i].truck_type == NULL
        && entries[i].powertrain < 0 && entries[i].region == NULL && entries[i].convention == NULL)
      {
        CorPolicyPoint point = { entries[i].year, entries[i].value };

        g_array_append_val (points, point);
      }
  g_array_sort (points, compare_years);
  return points;
}
