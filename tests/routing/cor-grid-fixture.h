/* cor-grid-fixture.h: an extract of as many roads as are wanted: a grid of streets.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* @side streets east and as many north, as XML. Each crosses each; three nodes lie between two junctions. */
char *fixture_grid (guint side);

/* The id of node @k of a street that runs east (@way 0) or north (1). */
guint fixture_grid_id (guint side, guint way, guint street, guint k);
