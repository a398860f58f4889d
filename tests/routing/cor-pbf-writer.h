/* cor-pbf-writer.h: writes OpenStreetMap's binary form, as far as the tests need it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/* How a file is written. */
typedef struct
{
  gboolean dense;   /* nodes in the dense form */
  gboolean packed;  /* blocks packed with zlib */
  const char *needs; /* a feature that the header asks for, or NULL */
} PbfForm;

/* The map of fixture_osm() with way 1 a primary road open along its direction only, and the turn
 * from way 9 straight on to it forbidden where no_straight_on is set. */
GByteArray *pbf_map (const PbfForm *form, gboolean no_straight_on);
