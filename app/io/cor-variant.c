/* cor-variant.c: named changes on a scenario, applied.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-variant.h"

#include "cor-fault.h"
#include "cor-item-json.h"
#include "cor-scenario-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The entries of a layer but those of one parameter; never %NULL. */
static GArray *
entries_without (const CorParamLayer *layer, CorParamId id)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (CorParameter));
  const CorParameter *all;
  guint n = 0;

  all = layer ? cor_param_layer_entries (layer, &n) : NULL;
  for (guint i = 0; i < n; i++)
    {
      CorParameter copy;

      if (all[i].id == id)
        continue;
      cor_parameter_copy (&all[i], &copy);
      g_array_append_val (entries, copy);
    }
  return entries;
}

gboolean
cor_item_set_parameter (CorItem *item, CorParamId id, double value, const char *source, GError **error)
{
  const CorField *field = cor_item_field (item->kind, "parameters");
  CorParameter entry = { .id = id, .powertrain = -1, .value = value, .low = value, .high = value };
  g_autoptr (CorParamLayer) layer = NULL;
  GArray *entries;
  guint n;

  g_return_val_if_fail (field != NULL, FALSE);

  entry.status = COR_STATUS_ASSUMED;
  if (!isnan (value) && !cor_parameter_check (&entry, error))
    return FALSE;
  entries = entries_without (cor_item_boxed (item, field), id);
  if (!isnan (value))
    {
      entry.source = g_strdup (source);
      g_array_append_val (entries, entry);
    }
  layer = cor_param_layer_new (entries, NULL);
  cor_param_layer_entries (layer, &n);
  cor_item_set_boxed (item, field, n > 0 ? layer : NULL);
  return TRUE;
}

static gboolean
has_parameter (const CorItem *item, CorParamId id)
{
  const CorParamLayer *layer = cor_item_boxed (item, cor_item_field (item->kind, "parameters"));
  guint n = 0;
  const CorParameter *entries = layer ? cor_param_layer_entries (layer, &n) : NULL;

  for (guint i = 0; i < n; i++)
    if (entries[i].id == id)
      return TRUE;
  return FALSE;
}

/* Takes a parameter away from every item of a kind that has its own. */
static void
clear_own (CorScenario **scenario, CorItemKind kind, CorParamId id)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (*scenario, kind, &n);

  for (guint i = 0; i < n; i++)
    {
      CorScenario *next;
      CorItem *copy;

      if (!has_parameter (items[i], id))
        continue;
      copy = cor_item_copy (items[i]);
      cor_item_set_parameter (copy, id, NAN, NULL, NULL);
      next = cor_scenario_with_item (*scenario, copy);
      cor_scenario_unref (*scenario);
      *scenario = next;
      items = cor_scenario_items (*scenario, kind, &n);
    }
}

CorScenario *
cor_scenario_set_parameter (const CorScenario *scenario,
                            CorParamId id,
                            double value,
                            const char *source,
                            GError **error)
{
  g_autoptr (CorItem) head = cor_item_copy (&cor_scenario_head (scenario)->item);
  CorScenario *changed;

  if (!cor_item_set_parameter (head, id, value, source, error))
    return NULL;
  changed = cor_scenario_with_head (scenario, g_steal_pointer (&head));
  clear_own (&changed, COR_ITEM_TRUCK, id);
  clear_own (&changed, COR_ITEM_DUTY, id);
  return changed;
}

/* The layer with one entry for a powertrain in place of those that could stand above it. */
static CorParamLayer *
layer_for_powertrain (const CorParamLayer *layer, const CorParameter *entry)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (CorParameter));
  const CorParameter *all;
  CorParameter copy;
  guint n = 0;

  all = layer ? cor_param_layer_entries (layer, &n) : NULL;
  for (guint i = 0; i < n; i++)
    {
      if (all[i].id == entry->id && all[i].powertrain == entry->powertrain)
        continue;
      cor_parameter_copy (&all[i], &copy);
      g_array_append_val (entries, copy);
    }
  cor_parameter_copy (entry, &copy);
  g_array_append_val (entries, copy);
  return cor_param_layer_new (entries, NULL);
}

/* The item with the entry in its own layer, where the layer has the parameter at all or must have it. */
static void
put_entry (CorScenario **scenario, const CorItem *item, const CorParameter *entry, gboolean always)
{
  const CorField *field = cor_item_field (item->kind, "parameters");
  g_autoptr (CorParamLayer) layer = NULL;
  CorScenario *next;
  CorItem *copy;

  if (!always && !has_parameter (item, entry->id))
    return;
  layer = layer_for_powertrain (cor_item_boxed (item, field), entry);
  copy = cor_item_copy (item);
  cor_item_set_boxed (copy, field, layer);
  next = cor_scenario_with_item (*scenario, copy);
  cor_scenario_unref (*scenario);
  *scenario = next;
}

CorScenario *
cor_scenario_set_parameter_of (const CorScenario *scenario,
                               CorPowertrain powertrain,
                               CorParamId id,
                               double value,
                               const char *source,
                               GError **error)
{
  CorParameter entry = { .id = id, .powertrain = (int) powertrain, .value = value, .low = value, .high = value,
                         .status = COR_STATUS_ASSUMED, .source = (char *) source };
  CorScenario *changed = cor_scenario_ref ((CorScenario *) scenario);
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_TRUCK, &n);

  if (!cor_parameter_check (&entry, error))
    {
      cor_scenario_unref (changed);
      return NULL;
    }
  for (guint i = 0; i < n; i++)
    if (((const CorTruck *) items[i])->powertrain == (int) powertrain)
      put_entry (&changed, items[i], &entry, TRUE);
  items = cor_scenario_items (scenario, COR_ITEM_DUTY, &n);
  for (guint i = 0; i < n; i++)
    put_entry (&changed, items[i], &entry, FALSE);
  return changed;
}

static gpointer
fail (GError **error, CorError code, const char *path, const char *what)
{
  g_set_error (error, COR_ERROR, (int) code, "%s: %s", path, what);
  return NULL;
}

static CorScenario *
change_parameter (const CorScenario *scenario, const char *path, const char *id, const CorJson *value, GError **error)
{
  CorParamId which;
  CorScenario *changed;

  if (!cor_param_from_id (id, &which))
    return fail (error, COR_ERROR_REFERENCE, path, _ ("no such parameter"));
  if (value->type != COR_JSON_NUMBER)
    return fail (error, COR_ERROR_PARSE, path, _ ("the value has to be a number"));
  changed = cor_scenario_set_parameter (scenario, which, value->number, _ ("Set by a variant"), error);
  if (changed == NULL)
    g_prefix_error (error, "%s: ", path);
  return changed;
}

/* The field @key of an item that is there. */
static CorScenario *
change_field (const CorScenario *scenario,
              const CorItem *item,
              const char *path,
              const char *key,
              const CorJson *value,
              GError **error)
{
  const CorField *field = item ? cor_item_field (item->kind, key) : NULL;
  g_autoptr (CorItem) copy = NULL;

  if (item == NULL)
    return fail (error, COR_ERROR_REFERENCE, path, _ ("no such item"));
  if (field == NULL || strcmp (key, "id") == 0)
    return fail (error, COR_ERROR_REFERENCE, path, _ ("no such field"));
  copy = cor_item_copy (item);
  if (!cor_item_set_json (copy, field, value, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  if (item->kind == COR_ITEM_HEAD)
    return cor_scenario_with_head (scenario, g_steal_pointer (&copy));
  return cor_scenario_with_item (scenario, g_steal_pointer (&copy));
}

/* A whole item: put in, replaced or, with null, taken out. */
static CorScenario *
change_item (const CorScenario *scenario,
             CorItemKind kind,
             const char *path,
             const char *id,
             const CorJson *value,
             GError **error)
{
  g_autoptr (GPtrArray) faults = cor_faults_new ();
  g_autoptr (CorItem) item = NULL;

  if (value->type == COR_JSON_NULL)
    return cor_scenario_without (scenario, kind, id);
  item = cor_item_from_json (kind, value, faults);
  if (item == NULL)
    {
      cor_faults_to_error (faults, error);
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  if (strcmp (item->id, id) != 0)
    return fail (error, COR_ERROR_REFERENCE, path, _ ("the item has another id than the path"));
  return cor_scenario_with_item (scenario, g_steal_pointer (&item));
}

static CorScenario *
change (const CorScenario *scenario, const char *path, const CorJson *value, GError **error)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  guint n = g_strv_length (parts);

  if (n == 2 && strcmp (parts[0], "parameters") == 0)
    return change_parameter (scenario, path, parts[1], value, error);
  if (n == 2 && strcmp (parts[0], cor_item_kind_nick (COR_ITEM_HEAD)) == 0)
    return change_field (scenario, &cor_scenario_head (scenario)->item, path, parts[1], value, error);
  for (int kind = COR_ITEM_HEAD + 1; kind < COR_ITEM_VARIANT; kind++)
    {
      if (n == 0 || strcmp (parts[0], cor_item_kind_nick (kind)) != 0)
        continue;
      if (n == 2)
        return change_item (scenario, kind, path, parts[1], value, error);
      if (n == 3)
        return change_field (scenario, cor_scenario_find (scenario, kind, parts[1]), path, parts[2], value, error);
    }
  return fail (error, COR_ERROR_REFERENCE, path,
               _ ("not one of KIND/ID/KEY, KIND/ID, scenario/KEY, parameters/ID"));
}

CorScenario *
cor_variant_change (const CorScenario *scenario, const char *path, const char *json, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (CorJsonDoc) doc = cor_json_parse (bytes, error);

  if (doc == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  return change (scenario, path, cor_json_doc_root (doc), error);
}

CorScenario *
cor_variant_apply (const CorScenario *scenario, const char *id, GError **error)
{
  const CorVariant *variant = (const CorVariant *) cor_scenario_find (scenario, COR_ITEM_VARIANT, id);
  g_autoptr (CorScenario) now = cor_scenario_ref ((CorScenario *) scenario);

  if (variant == NULL)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE, _ ("the scenario has no variant “%s”"), id);
      return NULL;
    }
  for (guint i = 0; variant->changes != NULL && i < variant->changes->len; i++)
    {
      const CorChange *step = &g_array_index (variant->changes, CorChange, i);
      CorScenario *next = cor_variant_change (now, step->path, step->value, error);

      if (next == NULL)
        return NULL;
      cor_scenario_unref (now);
      now = next;
    }
  return g_steal_pointer (&now);
}
