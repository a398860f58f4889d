/* cor-cli-place.h: coordinates on the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-lonlat.h"

G_BEGIN_DECLS

/** cor_cli_place_parse: "LON,LAT" in degrees; FALSE where it is anything else or off the earth. */
gboolean cor_cli_place_parse (const char *text, CorLonLat *out);

G_END_DECLS
