/* cor-tco-grid.c: all parameters of a context by calendar year, as plain numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tco-private.h"

#include <string.h>

static gsize
grid_size (const CorTcoGrid *grid)
{
  return sizeof (CorTcoGrid) + grid->n_years * COR_N_PARAMS * sizeof (double);
}

CorTcoGrid *
cor_tco_grid_new (const CorParamTable *table, int first_year, int last_year)
{
  CorTcoGrid *grid;
  guint n;

  g_return_val_if_fail (table != NULL, NULL);
  g_return_val_if_fail (first_year <= last_year, NULL);

  n = last_year - first_year + 1;
  grid = g_malloc0 (sizeof (CorTcoGrid) + n * COR_N_PARAMS * sizeof (double));
  grid->first_year = first_year;
  grid->n_years = n;
  for (guint i = 0; i < n; i++)
    cor_param_table_fill (table, first_year + i, grid->values + i * COR_N_PARAMS);
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
  g_return_if_fail (id < COR_N_PARAMS);

  for (guint i = 0; i < grid->n_years; i++)
    grid->values[i * COR_N_PARAMS + id] = value;
}

void
cor_tco_grid_set_year (CorTcoGrid *grid, CorParamId id, int year, double value)
{
  g_return_if_fail (id < COR_N_PARAMS);
  g_return_if_fail (year >= grid->first_year && year < grid->first_year + (int) grid->n_years);

  grid->values[(gsize) (year - grid->first_year) * COR_N_PARAMS + id] = value;
}

void
cor_tco_grid_scale (CorTcoGrid *grid, CorParamId id, double factor)
{
  g_return_if_fail (id < COR_N_PARAMS);

  for (guint i = 0; i < grid->n_years; i++)
    grid->values[i * COR_N_PARAMS + id] *= factor;
}
