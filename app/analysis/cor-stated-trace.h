/* cor-stated-trace.h: the cards of figures that are read off a road or a table, and not worked out from others.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace.h"

G_BEGIN_DECLS

/** CorWayFigure: what is told of a way over the roads. */
typedef enum
{
  COR_WAY_LENGTH,
  COR_WAY_TIME,
  COR_WAY_TOLLED,
  COR_WAY_CLIMB,
} CorWayFigure;

/** cor_way_climb_m: metres that a way goes up in all; 0 without heights. */
double cor_way_climb_m (const CorPath *path);

/** cor_way_trace: (transfer full): a figure of the way @path of @route: km, minutes, a share or metres. */
CorTrace *cor_way_trace (const CorResults *results, const CorItem *route, const CorPath *path, CorWayFigure figure, gboolean zh);

/** cor_factor_trace: (transfer full): the factor that the energy of @powertrain is counted with in the model year shown, its green share in it. */
CorTrace *cor_factor_trace (const CorResults *results, CorPowertrain powertrain, gboolean zh);

G_END_DECLS
