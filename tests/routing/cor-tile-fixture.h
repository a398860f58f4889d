/* cor-tile-fixture.h: SRTM tiles of a ground that is known.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

#define METRES_PER_DEGREE 111195.08

/* Metres above the sea at a place; NaN for a hole. */
typedef double (*Ground) (double lon, double lat);

/* Writes a tile with @side samples a side. */
void write_tile (const char *folder, const char *name, int south, int west, guint side, Ground ground);

/* Removes a folder with all that is in it, and frees its name. */
void remove_folder (char *folder);
