/* cor-param.c: the parameters, their entries and layers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-param.h"

#include "cor-correlation.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

struct _CorParamLayer
{
  gatomicrefcount refs;
  GArray *entries;
  GArray *regions;
  GArray *correlations;
};

static const CorParamInfo infos[COR_N_PARAMS] = {
#define COR_PARAM(ENUM, id, unit, lo, hi, label) { id, unit, lo, hi, label },
#include "cor-param-table.def"
#undef COR_PARAM
};

const CorParamInfo *
cor_param_info (CorParamId id)
{
  g_return_val_if_fail (id < COR_N_PARAMS, NULL);
  return &infos[id];
}

gboolean
cor_param_from_id (const char *id, CorParamId *out)
{
  for (guint i = 0; i < COR_N_PARAMS; i++)
    if (g_strcmp0 (infos[i].id, id) == 0)
      {
        *out = i;
        return TRUE;
      }
  return FALSE;
}

void
cor_parameter_clear (CorParameter *entry)
{
  g_free (entry->truck_type);
  g_free (entry->region);
  g_free (entry->convention);
  g_free (entry->source);
  g_free (entry->place);
  g_free (entry->note);
  g_free (entry->extra);
  memset (entry, 0, sizeof *entry);
}

void
cor_parameter_copy (const CorParameter *entry, CorParameter *out)
{
  *out = *entry;
  out->truck_type = g_strdup (entry->truck_type);
  out->region = g_strdup (entry->region);
  out->convention = g_strdup (entry->convention);
  out->source = g_strdup (entry->source);
  out->place = g_strdup (entry->place);
  out->note = g_strdup (entry->note);
  out->extra = g_strdup (entry->extra);
}

void
cor_set_out_of_range (GError **error, const char *id, const char *unit, double value, double lowest, double highest)
{
  if (*unit == '\0' || g_str_equal (unit, "1"))
    g_set_error (error, COR_ERROR, COR_ERROR_RANGE, _ ("%s is %g; it must lie between %g and %g"), id, value, lowest, highest);
  else
    g_set_error (error, COR_ERROR, COR_ERROR_RANGE, _ ("%s is %g %s; it must lie between %g and %g"), id, value, unit, lowest,
                 highest);
}

gboolean
cor_parameter_check (const CorParameter *entry, GError **error)
{
  const CorParamInfo *info = cor_param_info (entry->id);

  if (!isfinite (entry->value) || entry->value < info->lowest || entry->value > info->highest)
    {
      cor_set_out_of_range (error, info->id, info->unit, entry->value, info->lowest, info->highest);
      return FALSE;
    }
  if (!(entry->low <= entry->value && entry->value <= entry->high))
    {
      g_set_error (error, COR_ERROR, COR_ERROR_RANGE,
                   _ ("%s: the value %g does not lie between its low %g and its high %g"), info->id,
                   entry->value, entry->low, entry->high);
      return FALSE;
    }
  return TRUE;
}

static void
region_clear (CorRegion *region)
{
  g_free (region->id);
  g_free (region->name);
  g_free (region->name_zh);
  g_free (region->parent);
}

CorParamLayer *
cor_param_layer_new (GArray *entries, GArray *regions)
{
  CorParamLayer *layer = g_new0 (CorParamLayer, 1);

  g_atomic_ref_count_init (&layer->refs);
  layer->entries = entries;
  layer->regions = regions ? regions : g_array_new (FALSE, TRUE, sizeof (CorRegion));
  layer->correlations = g_array_new (FALSE, TRUE, sizeof (CorCorrelation));
  g_array_set_clear_func (layer->entries, (GDestroyNotify) cor_parameter_clear);
  g_array_set_clear_func (layer->regions, (GDestroyNotify) region_clear);
  return layer;
}

CorParamLayer *
cor_param_layer_ref (CorParamLayer *layer)
{
  g_atomic_ref_count_inc (&layer->refs);
  return layer;
}

void
cor_param_layer_unref (CorParamLayer *layer)
{
  if (!g_atomic_ref_count_dec (&layer->refs))
    return;
  g_array_unref (layer->entries);
  g_array_unref (layer->regions);
  g_array_unref (layer->correlations);
  g_free (layer);
}

void
cor_param_layer_set_correlations (CorParamLayer *layer, GArray *correlations)
{
  g_array_unref (layer->correlations);
  layer->correlations = correlations;
  g_array_set_clear_func (correlations, (GDestroyNotify) cor_correlation_clear);
}

const CorCorrelation *
cor_param_layer_correlations (const CorParamLayer *layer, guint *n)
{
  *n = layer->correlations->len;
  return (const CorCorrelation *) (void *) layer->correlations->data;
}

static gboolean
entries_equal (const CorParameter *a, const CorParameter *b)
{
  return a->id == b->id && a->powertrain == b->powertrain && a->year == b->year
         && a->source_year == b->source_year && a->value == b->value && a->low == b->low
         && a->high == b->high && a->status == b->status && g_strcmp0 (a->truck_type, b->truck_type) == 0
         && g_strcmp0 (a->region, b->region) == 0 && g_strcmp0 (a->convention, b->convention) == 0
         && g_strcmp0 (a->source, b->source) == 0 && g_strcmp0 (a->place, b->place) == 0
         && g_strcmp0 (a->note, b->note) == 0;
}

gboolean
cor_param_layer_equal (const CorParamLayer *a, const CorParamLayer *b)
{
  if (a == b)
    return TRUE;
  if (a->entries->len != b->entries->len)
    return FALSE;
  for (guint i = 0; i < a->entries->len; i++)
    if (!entries_equal (&g_array_index (a->entries, CorParameter, i),
                        &g_array_index (b->entries, CorParameter, i)))
      return FALSE;
  return TRUE;
}

const CorParameter *
cor_param_layer_entries (const CorParamLayer *layer, guint *n)
{
  *n = layer->entries->len;
  return (const CorParameter *) (void *) layer->entries->data;
}

const CorRegion *
cor_param_layer_regions (const CorParamLayer *layer, guint *n)
{
  *n = layer->regions->len;
  return (const CorRegion *) (void *) layer->regions->data;
}

const CorRegion *
cor_param_layer_find_region (const CorParamLayer *layer, const char *id)
{
  for (guint i = 0; i < layer->regions->len; i++)
    {
      const CorRegion *region = &g_array_index (layer->regions, CorRegion, i);

      if (g_strcmp0 (region->id, id) == 0)
        return region;
    }
  return NULL;
}

const char *
cor_param_layer_region_name (const CorParamLayer *layer, const char *id, gboolean zh)
{
  const CorRegion *region = layer != NULL && id != NULL ? cor_param_layer_find_region (layer, id) : NULL;

  if (region == NULL)
    return id;
  return zh && region->name_zh != NULL ? region->name_zh : region->name;
}
