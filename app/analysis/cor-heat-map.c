/* cor-heat-map.c: the parity year of a duty's truck over two levers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-heat-map.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The least of 1, 2, 2.5, 5, 10 ... that is no smaller than @rough. */
static double
round_step (double rough)
{
  static const double steps[] = { 1, 2, 2.5, 5, 10 };
  double power = pow (10, floor (log10 (rough)));

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (steps[i] * power >= rough * (1 - 1e-9))
      return steps[i] * power;
  return 10 * power;
}

/* Round values from half of what the lever is now to twice its reach, inside what is searched. */
static double *
steps_for (CorSolver *solver, CorLeverId lever, int year, guint most, guint *n, double *now)
{
  double lowest, highest, low, high, step;
  double *steps;

  cor_solver_present (solver, lever, year, now, &lowest, &highest);
  if (isnan (*now) || !(highest > lowest))
    return NULL;
  low = *now > 0 ? fmax (lowest, *now * 0.5) : lowest;
  high = *now > 0 ? fmin (highest, *now * 1.5) : highest;
  step = round_step ((high - low) / (most - 1));
  low = fmax (ceil (lowest / step - 1e-9) * step, floor (low / step + 1e-9) * step);
  *n = (guint)CLAMP (floor ((high - low) / step + 1e-9) + 1, 2, most);
  steps = g_new (double, *n);
  for (guint i = 0; i < *n; i++)
    steps[i] = low + i * step;
  return steps;
}

static gboolean
fill (CorHeatMap *map, CorSolver *solver, GCancellable *cancellable, GError **error)
{
  map->parity = g_new0 (int, (gsize)map->n[0] * map->n[1]);
  for (guint row = 0; row < map->n[1]; row++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      for (guint column = 0; column < map->n[0]; column++)
        {
          double values[2] = { map->steps[0][column], map->steps[1][row] };

          map->parity[row * map->n[0] + column] = cor_solver_parity_at (solver, map->levers, values, 2);
        }
    }
  map->now_parity = cor_solver_parity_at (solver, map->levers, map->now, 2);
  return TRUE;
}

CorHeatMap *
cor_heat_map_new (CorSolver *solver, CorLeverId x, CorLeverId y, guint n, GCancellable *cancellable, GError **error)
{
  g_autoptr (CorHeatMap) map = NULL;
  int shown;

  g_return_val_if_fail (x != y, NULL);
  g_return_val_if_fail (n >= 2 && n <= 40, NULL);

  map = g_new0 (CorHeatMap, 1);
  map->levers[0] = x;
  map->levers[1] = y;
  map->results = cor_results_ref ((CorResults *) cor_solver_results (solver));
  map->key = (CorTraceKey){ .quantity = COR_TRACE_TRUCK_PARITY };
  cor_solver_truck (solver, &map->key.duty, &map->key.truck);
  cor_solver_years (solver, &map->first_year, &map->last_year, &shown);
  for (guint i = 0; i < 2; i++)
    {
      map->steps[i] = steps_for (solver, map->levers[i], shown, n, &map->n[i], &map->now[i]);
      if (map->steps[i] == NULL)
        {
          g_set_error (error, COR_ERROR, COR_ERROR_NO_SOLUTION, _ ("%s means nothing to this duty"),
                       _ (cor_lever_info (map->levers[i])->label));
          return NULL;
        }
    }
  return fill (map, solver, cancellable, error) ? g_steal_pointer (&map) : NULL;
}

void
cor_heat_map_free (CorHeatMap *map)
{
  g_free (map->steps[0]);
  g_free (map->steps[1]);
  g_free (map->parity);
  g_clear_pointer (&map->results, cor_results_unref);
  g_free (map);
}
