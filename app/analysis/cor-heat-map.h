/* cor-heat-map.h: the parity year of a duty's truck over two levers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-solver.h"
#include "cor-trace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CorHeatMap:
 * @levers: along x and along y
 * @now: where the duty stands; in the unit of the lever
 * @steps: the values looked at, ascending; @n of them
 * @parity: by row (y) and column (x): the parity year, 0 for not reached
 * @now_parity: where the duty stands, 0 for not reached
 * @results, @key: of which the parity year is, for its cards
 */
typedef struct
{
  CorLeverId levers[2];
  double now[2];
  double *steps[2];
  guint n[2];
  int *parity;
  int now_parity;
  int first_year, last_year;
  CorResults *results;
  CorTraceKey key;
} CorHeatMap;

/**
 * cor_heat_map_new:
 * @x, @y: two levers that are not the same
 * @n: values of each at most, 2 to 40
 *
 * Round values around what each lever is now, as far as one may think of moving it.
 *
 * Returns: (transfer full): or %NULL with %COR_ERROR_NO_SOLUTION where a lever means nothing to the
 * duty, or %G_IO_ERROR_CANCELLED
 */
CorHeatMap *cor_heat_map_new (CorSolver *solver, CorLeverId x, CorLeverId y, guint n, GCancellable *cancellable, GError **error);
void cor_heat_map_free (CorHeatMap *map);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorHeatMap, cor_heat_map_free)

G_END_DECLS
