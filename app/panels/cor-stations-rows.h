/* cor-stations-rows.h: stations as rows of a table, and a station's prices by hour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-column-menu.h"
#include "cor-results.h"

G_BEGIN_DECLS

/** cor_stations_rows_columns: gives @table its columns, the station's name first. */
void cor_stations_rows_columns (CorDataTable *table);

/** cor_stations_rows_list: (transfer none): the columns that can be hidden, all but the name; @n: (out): how many. */
const CorColumn *cor_stations_rows_list (guint *n);

/** cor_stations_rows_fill: a row for each station that stands or is planned; @visited: only where trucks come.
 * @results: (nullable). */
void cor_stations_rows_fill (CorDataTable *table, const CorResults *results, gboolean visited);

/** cor_stations_rows_left_out: (transfer full) (nullable): names of those that are never listed: candidates, closed ones,
 * and those of hydrogen; %NULL where there are none. */
char *cor_stations_rows_left_out (const CorResults *results);

/**
 * cor_stations_rows_prices:
 *
 * Returns: (transfer full) (nullable): "0–8 h 0.26, 8–10 h 0.68, ... yuan/kWh": the day's prices at a station with a
 * tariff, the year's mean of each hour, without the fee; %NULL for one price at all hours
 */
char *cor_stations_rows_prices (const CorResults *results, const CorStation *station);

G_END_DECLS
