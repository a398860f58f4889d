/* cor-variant-parameter.c: values of parameters set for a scenario, a truck or a duty.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-variant-private.h"

#include "cor-item-json.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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
  cor_item_set_boxed (item, field, layer);
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

/* The entries of @layer with those of one parameter replaced where they stood, else at the end. */
static GArray *
entries_with (const CorParamLayer *layer, CorParamId id, const CorParamLayer *own)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (CorParameter));
  guint n = 0, n_own = 0;
  const CorParameter *all = layer ? cor_param_layer_entries (layer, &n) : NULL;
  const CorParameter *mine = own ? cor_param_layer_entries (own, &n_own) : NULL;
  gboolean put = FALSE;

  for (guint i = 0; i <= n; i++)
    {
      CorParameter copy;

      if ((i == n || all[i].id == id) && !put)
        {
          put = TRUE;
          for (guint k = 0; k < n_own; k++)
            {
              cor_parameter_copy (&mine[k], &copy);
              g_array_append_val (entries, copy);
            }
        }
      if (i == n || all[i].id == id)
        continue;
      cor_parameter_copy (&all[i], &copy);
      g_array_append_val (entries, copy);
    }
  return entries;
}

gboolean
cor_variant_set_own (CorItem *item, CorParamId id, const CorJson *value, GError **error)
{
  const CorField *field = cor_item_field (item->kind, "parameters");
  g_autoptr (CorItem) read = NULL;
  g_autoptr (CorParamLayer) layer = NULL;
  const CorParameter *own;
  guint n = 0;

  if (value->type == COR_JSON_NUMBER)
    return cor_item_set_parameter (item, id, value->number, _ ("Set by a variant"), error);
  if (value->type == COR_JSON_NULL)
    return cor_item_set_parameter (item, id, NAN, NULL, error);
  read = cor_item_new (item->kind, "own");
  if (!cor_item_set_json (read, field, value, error))
    return FALSE;
  own = cor_item_boxed (read, field) != NULL ? cor_param_layer_entries (cor_item_boxed (read, field), &n) : NULL;
  for (guint i = 0; i < n; i++)
    if (own[i].id != id)
      {
        g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE, _ ("“%s” is another parameter than the path"),
                     cor_param_info (own[i].id)->id);
        return FALSE;
      }
  layer = cor_param_layer_new (entries_with (cor_item_boxed (item, field), id, cor_item_boxed (read, field)), NULL);
  cor_item_set_boxed (item, field, layer);
  return TRUE;
}
