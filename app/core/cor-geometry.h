/* cor-geometry.h: a route laid on its road network, with the ways off it to every station.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-path.h"

G_BEGIN_DECLS

/**
 * CorGeometry:
 * @out, @back: the ways there and back; both %NULL for a route off the map, @back %NULL for one way
 * @accesses_out, @accesses_back: #CorAccess by station, the index that of the scenario's list
 * @problem: why there is no line, translated; %NULL where there is one or none is wanted
 *
 * Immutable and counted; the same object as long as nothing that it depends on changed.
 */
typedef struct
{
  gatomicrefcount refs;
  CorPath *out;
  CorPath *back;
  GArray *accesses_out;
  GArray *accesses_back;
  char *problem;
} CorGeometry;

/** cor_geometry_new: takes over all it is given; any may be %NULL. */
CorGeometry *cor_geometry_new (CorPath *out,
                               CorPath *back,
                               GArray *accesses_out,
                               GArray *accesses_back,
                               char *problem);
CorGeometry *cor_geometry_ref (CorGeometry *geometry);
void cor_geometry_unref (CorGeometry *geometry);

/** cor_geometry_equal: whether both lead the same way with the same accesses. */
gboolean cor_geometry_equal (const CorGeometry *a, const CorGeometry *b);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorGeometry, cor_geometry_unref)

G_END_DECLS
