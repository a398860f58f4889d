/* cor-param.c: entries, layers, and which value applies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-param.h"

#include "cor-correlation.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A convention outweighs a truck type, which outweighs a powertrain, which outweighs a region. */
#define SCORE_CONVENTION 400
#define SCORE_TRUCK_TYPE 200
#define SCORE_POWERTRAIN 100
#define REGION_DEPTH_MAX 16

struct _CorParamLayer
{
  gatomicrefcount refs;
  GArray *entries;
  GArray *regions;
  GArray *correlations;
};

/* The entries of one id that apply, by year. */
typedef struct
{
  const CorParameter **points;
  guint n_points;
  guint layer;
} Series;

struct _CorParamTable
{
  gatomicrefcount refs;
  CorParamLayer **layers;
  guint n_layers;
  Series series[COR_N_PARAMS];
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

/* How near @wanted is to @region on the way up to the root: the nearer the higher; -1 for not. */
static int
region_score (const CorParamLayer *regions, const char *wanted, const char *region)
{
  if (wanted == NULL)
    return 0;
  for (int depth = REGION_DEPTH_MAX; depth > 0 && region != NULL; depth--)
    {
      const CorRegion *here;

      if (strcmp (wanted, region) == 0)
        return depth;
      here = cor_param_layer_find_region (regions, region);
      region = here ? here->parent : NULL;
    }
  return -1;
}

/* How specifically @entry fits @context; -1 where it does not. */
static int
entry_score (const CorParameter *entry, const CorParamContext *context, const CorParamLayer *regions)
{
  int score = region_score (regions, entry->region, context->region);

  if (score < 0)
    return -1;
  if (entry->convention != NULL)
    {
      if (g_strcmp0 (entry->convention, context->convention) != 0)
        return -1;
      score += SCORE_CONVENTION;
    }
  if (entry->truck_type != NULL)
    {
      if (g_strcmp0 (entry->truck_type, context->truck_type) != 0)
        return -1;
      score += SCORE_TRUCK_TYPE;
    }
  if (entry->powertrain >= 0)
    {
      if (entry->powertrain != context->powertrain)
        return -1;
      score += SCORE_POWERTRAIN;
    }
  return score;
}

static int
compare_years (const void *a, const void *b)
{
  const CorParameter *const *pa = a;
  const CorParameter *const *pb = b;

  return (*pa)->year - (*pb)->year;
}

/* Takes the best-fitting entries of one layer into the series they belong to. */
static void
table_add_layer (CorParamTable *table, guint index, const CorParamContext *context)
{
  const CorParamLayer *layer = table->layers[index];
  int best[COR_N_PARAMS];
  g_autofree int *scores = g_new (int, MAX (layer->entries->len, 1));

  for (guint i = 0; i < COR_N_PARAMS; i++)
    best[i] = -1;
  for (guint i = 0; i < layer->entries->len; i++)
    {
      const CorParameter *entry = &g_array_index (layer->entries, CorParameter, i);

      scores[i] = entry_score (entry, context, table->layers[0]);
      best[entry->id] = MAX (best[entry->id], scores[i]);
    }
  for (guint i = 0; i < layer->entries->len; i++)
    {
      const CorParameter *entry = &g_array_index (layer->entries, CorParameter, i);
      Series *series = &table->series[entry->id];

      if (scores[i] < 0 || scores[i] < best[entry->id])
        continue;
      if (series->n_points > 0 && series->layer != index)
        series->n_points = 0;
      series->layer = index;
      series->points = g_renew (const CorParameter *, series->points, series->n_points + 1);
      series->points[series->n_points++] = entry;
    }
}

CorParamTable *
cor_param_table_new (CorParamLayer *const *layers, guint n_layers, const CorParamContext *context)
{
  CorParamTable *table;

  g_return_val_if_fail (n_layers > 0, NULL);
  g_return_val_if_fail (context != NULL, NULL);

  table = g_new0 (CorParamTable, 1);
  g_atomic_ref_count_init (&table->refs);
  table->layers = g_new (CorParamLayer *, n_layers);
  table->n_layers = n_layers;
  for (guint i = 0; i < n_layers; i++)
    {
      table->layers[i] = cor_param_layer_ref (layers[i]);
      table_add_layer (table, i, context);
    }
  for (guint i = 0; i < COR_N_PARAMS; i++)
    if (table->series[i].n_points > 1)
      qsort (table->series[i].points, table->series[i].n_points, sizeof (CorParameter *), compare_years);
  return table;
}

CorParamTable *
cor_param_table_ref (CorParamTable *table)
{
  g_atomic_ref_count_inc (&table->refs);
  return table;
}

void
cor_param_table_unref (CorParamTable *table)
{
  if (!g_atomic_ref_count_dec (&table->refs))
    return;
  for (guint i = 0; i < table->n_layers; i++)
    cor_param_layer_unref (table->layers[i]);
  for (guint i = 0; i < COR_N_PARAMS; i++)
    g_free (table->series[i].points);
  g_free (table->layers);
  g_free (table);
}

/* The points that @year lies between: equal where it lies on or outside the series. */
static void
series_bracket (const Series *series, int year, const CorParameter **a, const CorParameter **b)
{
  guint i = 0;

  while (i + 1 < series->n_points && series->points[i + 1]->year <= year)
    i++;
  *a = series->points[i];
  *b = (i + 1 < series->n_points && series->points[i]->year < year) ? series->points[i + 1] : *a;
}

static double
between (const CorParameter *a, const CorParameter *b, int year, double va, double vb)
{
  if (a == b)
    return va;
  return va + (vb - va) * (year - a->year) / (double) (b->year - a->year);
}

gboolean
cor_param_table_get (const CorParamTable *table, CorParamId id, int year, CorParamValue *out)
{
  const Series *series;
  const CorParameter *a, *b;

  g_return_val_if_fail (id < COR_N_PARAMS, FALSE);

  series = &table->series[id];
  if (series->n_points == 0)
    return FALSE;
  series_bracket (series, year, &a, &b);
  out->value = between (a, b, year, a->value, b->value);
  out->low = between (a, b, year, a->low, b->low);
  out->high = between (a, b, year, a->high, b->high);
  out->from = a;
  out->to = a == b ? NULL : b;
  out->layer = series->layer;
  return TRUE;
}

double
cor_param_table_value (const CorParamTable *table, CorParamId id, int year)
{
  const Series *series = &table->series[id];
  const CorParameter *a, *b;

  if (series->n_points == 0)
    return NAN;
  series_bracket (series, year, &a, &b);
  return between (a, b, year, a->value, b->value);
}

void
cor_param_table_fill (const CorParamTable *table, int year, double *out)
{
  for (guint i = 0; i < COR_N_PARAMS; i++)
    out[i] = cor_param_table_value (table, i, year);
}
