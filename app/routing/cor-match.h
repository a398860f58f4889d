/* cor-match.h: the roads that a recorded line follows, for the files of the matching.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-search.h"

G_BEGIN_DECLS

/* How far off points are (standard deviation), how far roads are looked for, and how far apart
 * points have to be to tell something new; metres. */
typedef struct
{
  double sigma_m;
  double radius_m;
  double apart_m;
} CorMatchScale;

/* The scale of a network: surveyed or indicative. */
const CorMatchScale *cor_match_scale (const CorNetwork *net);

/* The likeliest places on roads of the points that tell something: array of CorSnap, two or more. */
GArray *cor_match_snaps (CorNetwork *net, const CorLonLat *points, guint n, const CorVehicle *vehicle,
                         GError **error);

G_END_DECLS
