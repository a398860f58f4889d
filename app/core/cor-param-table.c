/* cor-param-table.c: which values apply in a context, and their ranges.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-param.h"

#include <math.h>
#include <string.h>

/* A convention outweighs a truck type, which outweighs a powertrain, which outweighs a region. */
#define SCORE_CONVENTION 400
#define SCORE_TRUCK_TYPE 200
#define SCORE_POWERTRAIN 100
#define REGION_DEPTH_MAX 16

/* The entries of one id that apply, by year, and @below those of the next lower layer that has any. */
typedef struct _Series
{
  const CorParameter **points;
  guint n_points;
  guint layer;
  struct _Series *below;
} Series;

struct _CorParamTable
{
  gatomicrefcount refs;
  CorParamLayer **layers;
  guint n_layers;
  Series series[COR_N_PARAMS];
};

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
  guint n;
  const CorParameter *entries = cor_param_layer_entries (layer, &n);
  g_autofree int *scores = g_new (int, MAX (n, 1));

  for (guint i = 0; i < COR_N_PARAMS; i++)
    best[i] = -1;
  for (guint i = 0; i < n; i++)
    {
      const CorParameter *entry = &entries[i];

      scores[i] = entry_score (entry, context, table->layers[0]);
      best[entry->id] = MAX (best[entry->id], scores[i]);
    }
  for (guint i = 0; i < n; i++)
    {
      const CorParameter *entry = &entries[i];
      Series *series = &table->series[entry->id];

      if (scores[i] < 0 || scores[i] < best[entry->id])
        continue;
      if (series->n_points > 0 && series->layer != index)
        *series = (Series){ .below = g_memdup2 (series, sizeof *series) };
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

static void
series_free_below (Series *series)
{
  for (Series *below = series->below, *next; below != NULL; below = next)
    {
      next = below->below;
      g_free (below->points);
      g_free (below);
    }
}

void
cor_param_table_unref (CorParamTable *table)
{
  if (!g_atomic_ref_count_dec (&table->refs))
    return;
  for (guint i = 0; i < table->n_layers; i++)
    cor_param_layer_unref (table->layers[i]);
  for (guint i = 0; i < COR_N_PARAMS; i++)
    {
      series_free_below (&table->series[i]);
      g_free (table->series[i].points);
    }
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

static void series_get (const Series *series, CorParamId id, int year, CorParamValue *out);

/* Whether a value was assumed without a range. */
static gboolean
is_bare (const CorParameter *entry)
{
  return entry->status == COR_STATUS_ASSUMED && entry->low == entry->value && entry->high == entry->value;
}

/* A bare entry takes the range of what it replaces with it: the same shares of the value, inside what is allowed. */
static void
follow_range (const Series *below, CorParamId id, int year, CorParamValue *out)
{
  const CorParamInfo *info = cor_param_info (id);
  CorParamValue replaced;
  double ratio, low, high;

  series_get (below, id, year, &replaced);
  ratio = replaced.value != 0 ? out->value / replaced.value : 0;
  low = replaced.low * ratio;
  high = replaced.high * ratio;
  if (!(ratio > 0 && low < high))
    return;
  out->low = MIN (MAX (low, info->lowest), out->value);
  out->high = MAX (MIN (high, info->highest), out->value);
  out->range_from = replaced.range_from;
}

static void
series_get (const Series *series, CorParamId id, int year, CorParamValue *out)
{
  const CorParameter *a, *b;

  series_bracket (series, year, &a, &b);
  out->value = between (a, b, year, a->value, b->value);
  out->low = between (a, b, year, a->low, b->low);
  out->high = between (a, b, year, a->high, b->high);
  out->from = out->range_from = a;
  out->to = a == b ? NULL : b;
  out->layer = series->layer;
  if (series->below != NULL && is_bare (a) && is_bare (b))
    follow_range (series->below, id, year, out);
}

gboolean
cor_param_table_get (const CorParamTable *table, CorParamId id, int year, CorParamValue *out)
{
  g_return_val_if_fail (id < COR_N_PARAMS, FALSE);

  if (table->series[id].n_points == 0)
    return FALSE;
  series_get (&table->series[id], id, year, out);
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

/* The values of one series, each @row after the one before. */
static void
series_fill (const Series *series, int first, guint n, gsize row, double *out)
{
  double only = series->n_points == 0 ? NAN : series->points[0]->value;

  for (guint i = 0; i < n; i++, out += row)
    {
      const CorParameter *a, *b;
      int year = first + (int) i;

      *out = only;
      if (series->n_points < 2)
        continue;
      series_bracket (series, year, &a, &b);
      *out = between (a, b, year, a->value, b->value);
    }
}

void
cor_param_table_fill_years (const CorParamTable *table, int first, guint n, gsize row, double *out)
{
  for (guint id = 0; id < COR_N_PARAMS; id++)
    series_fill (&table->series[id], first, n, row, out + id);
}

void
cor_param_table_fill (const CorParamTable *table, int year, double *out)
{
  cor_param_table_fill_years (table, year, 1, COR_N_PARAMS, out);
}
