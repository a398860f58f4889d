/* cor-variant.c: named changes on a scenario, applied.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-variant-private.h"

#include "cor-fault.h"
#include "cor-item-json.h"
#include "cor-scenario-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

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

/* One parameter in the layer of an item, or of the scenario, that is there. */
static CorScenario *
change_own_parameter (const CorScenario *scenario,
                      const CorItem *item,
                      const char *path,
                      const char *id,
                      const CorJson *value,
                      GError **error)
{
  g_autoptr (CorItem) copy = NULL;
  CorParamId which;

  if (item == NULL)
    return fail (error, COR_ERROR_REFERENCE, path, _ ("no such item"));
  if (cor_item_field (item->kind, "parameters") == NULL)
    return fail (error, COR_ERROR_REFERENCE, path, _ ("no such field"));
  if (!cor_param_from_id (id, &which))
    return fail (error, COR_ERROR_REFERENCE, path, _ ("no such parameter"));
  copy = cor_item_copy (item);
  if (!cor_variant_set_own (copy, which, value, error))
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
  if (n == 3 && strcmp (parts[0], cor_item_kind_nick (COR_ITEM_HEAD)) == 0 && strcmp (parts[1], "parameters") == 0)
    return change_own_parameter (scenario, &cor_scenario_head (scenario)->item, path, parts[2], value, error);
  for (int kind = COR_ITEM_HEAD + 1; kind < COR_ITEM_VARIANT; kind++)
    {
      if (n == 0 || strcmp (parts[0], cor_item_kind_nick (kind)) != 0)
        continue;
      if (n == 2)
        return change_item (scenario, kind, path, parts[1], value, error);
      if (n == 3)
        return change_field (scenario, cor_scenario_find (scenario, kind, parts[1]), path, parts[2], value, error);
      if (n == 4 && strcmp (parts[2], "parameters") == 0)
        return change_own_parameter (scenario, cor_scenario_find (scenario, kind, parts[1]), path, parts[3], value,
                                     error);
    }
  return fail (error, COR_ERROR_REFERENCE, path,
               _ ("not one of KIND/ID/KEY, KIND/ID, scenario/KEY, parameters/ID"));
}

CorScenario *
cor_variant_change (const CorScenario *scenario, const char *path, const char *json, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (json, strlen (json));
  g_autoptr (CorJsonDoc) doc = cor_json_parse_part (bytes, COR_ITEM_VALUE_DEPTH, error);

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
