/* cor-tco-grid.c: all parameters of a context by calendar year, as plain numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tco-private.h"

#include <math.h>
#include <string.h>

static double *
row_of (CorTcoGrid *grid, guint index)
{
  return grid->values + (gsize) index * COR_TCO_GRID_ROW;
}

static inline int
outside (const CorParamInfo *info, double value)
{
  return (value < info->lowest) | (value > info->highest);
}

/* Writes a value, and counts whether it comes to lie outside its range or back inside. */
static inline void
put (double *row, const CorParamInfo *info, CorParamId id, double value)
{
  int more = outside (info, value) - outside (info, row[id]);

  if (more != 0)
    row[COR_TCO_GRID_FAULTS] += more;
  row[id] = value;
}

static gsize
grid_size (const CorTcoGrid *grid)
{
  return sizeof (CorTcoGrid) + grid->n_years * COR_TCO_GRID_ROW * sizeof (double);
}

CorTcoGrid *
cor_tco_grid_new (const CorParamTable *table, int first_year, int last_year)
{
  const CorParamInfo *infos = cor_param_info (0);
  CorTcoGrid *grid;
  guint n;

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (first_year <= last_year, NULL);

  n = last_year - first_year + 1;
  grid = g_malloc0 (sizeof (CorTcoGrid) + n * COR_TCO_GRID_ROW * sizeof (double));
  grid->first_year = first_year;
  grid->n_years = n;
  cor_param_table_fill_years (table, first_year, n, COR_TCO_GRID_ROW, grid->values);
  for (guint i = 0; i < n; i++)
    {
      double *row = row_of (grid, i);

      for (guint id = 0; id < COR_N_PARAMS; id++)
        row[COR_TCO_GRID_FAULTS] += outside (&infos[id], row[id]);
    }
  return grid;
}

CorTcoGrid *
cor_tco_grid_copy (const CorTcoGrid *grid)
{
  return g_memdup2 (grid, grid_size (grid));
}

void
cor_tco_grid_free (CorTcoGrid *grid)
{
  g_free (grid);
}

void
cor_tco_grid_assign (CorTcoGrid *grid, const CorTcoGrid *from)
{
  g_return_if_fail (grid->n_years == from->n_years);

  memcpy (grid, from, grid_size (from));
}

double
cor_tco_grid_get (const CorTcoGrid *grid, CorParamId id, int year)
{
  g_return_val_if_fail (id < COR_N_PARAMS, NAN);

  return cor_tco_grid_row (grid, year)[id];
}

void
cor_tco_grid_set (CorTcoGrid *grid, CorParamId id, double value)
{
  const CorParamInfo *info = cor_param_info (id);

  g_return_if_fail (info != NULL);

  for (guint i = 0; i < grid->n_years; i++)
    put (row_of (grid, i), info, id, value);
}

void
cor_tco_grid_set_year (CorTcoGrid *grid, CorParamId id, int year, double value)
{
  g_return_if_fail (id < COR_N_PARAMS);
  g_return_if_fail (year >= grid->first_year && year < grid->first_year + (int) grid->n_years);

  put (row_of (grid, (guint) (year - grid->first_year)), cor_param_info (id), id, value);
}

void
cor_tco_grid_scale (CorTcoGrid *grid, CorParamId id, double factor)
{
  const CorParamInfo *info = cor_param_info (id);

  g_return_if_fail (info != NULL);

  for (guint i = 0; i < grid->n_years; i++)
    put (row_of (grid, i), info, id, row_of (grid, i)[id] * factor);
}

CorParamScale
cor_tco_grid_scale_of (const CorTcoGrid *grid, CorParamId id)
{
  CorParamScale scale = { id, 1, INFINITY, -INFINITY };

  g_return_val_if_fail (id < COR_N_PARAMS, scale);

  for (guint i = 0; i < grid->n_years; i++)
    {
      double value = grid->values[(gsize) i * COR_TCO_GRID_ROW + id];

      if (value < scale.lowest)
        scale.lowest = value;
      if (value > scale.highest)
        scale.highest = value;
    }
  return scale;
}

/* Whether all values, times the factors, lie inside their ranges: products grow with what is multiplied. */
static gboolean
all_inside (const CorParamScale *scales, guint n)
{
  const CorParamInfo *infos = cor_param_info (0);

  for (guint k = 0; k < n; k++)
    if (!(scales[k].factor >= 0 && scales[k].lowest * scales[k].factor >= infos[scales[k].id].lowest
          && scales[k].highest * scales[k].factor <= infos[scales[k].id].highest))
      return FALSE;
  return TRUE;
}

/* Of one year, with a count of the values that lie outside their ranges. */
static void
scale_row (double *row, const double *before, const CorParamScale *scales, guint n)
{
  const CorParamInfo *infos = cor_param_info (0);
  int more = 0;

  for (guint k = 0; k < n; k++)
    {
      CorParamId id = scales[k].id;

      row[id] = before[id] * scales[k].factor;
      more += outside (&infos[id], row[id]) - outside (&infos[id], before[id]);
    }
  row[COR_TCO_GRID_FAULTS] = before[COR_TCO_GRID_FAULTS] + more;
}

void
cor_tco_grid_scale_from (CorTcoGrid *grid, const CorTcoGrid *from, const CorParamScale *scales, guint n)
{
  gboolean inside = all_inside (scales, n);

  g_return_if_fail (grid->n_years == from->n_years);

  for (guint i = 0; i < grid->n_years; i++)
    {
      const double *before = from->values + (gsize) i * COR_TCO_GRID_ROW;
      double *row = row_of (grid, i);

      if (!inside || before[COR_TCO_GRID_FAULTS] > 0)
        {
          scale_row (row, before, scales, n);
          continue;
        }
      row[COR_TCO_GRID_FAULTS] = 0;
      for (guint k = 0; k < n; k++)
        row[scales[k].id] = before[scales[k].id] * scales[k].factor;
    }
}
