/* cor-season-json.h: a season of a tariff as JSON, both ways.
 *
 * {"months": [7, 8, 9], "sharp_h": [[11, 12], [15, 17]], …, "valley_yuan_per_kwh": 0.26, …}: months count from
 * 1, hours are stretches of the day that may pass midnight, what no period names is flat.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-item.h"
#include "cor-json-writer.h"

G_BEGIN_DECLS

/**
 * cor_season_read:
 * @seasons: of #CorTariffSeason, to which the season is added
 *
 * FALSE with %COR_ERROR_PARSE, %COR_ERROR_RANGE or %COR_ERROR_MISSING that names line and path.
 */
gboolean cor_season_read (const CorJson *node, GArray *seasons, GError **error);

/** cor_season_write: the season as an object. */
void cor_season_write (CorJsonWriter *writer, const CorTariffSeason *season);

G_END_DECLS
