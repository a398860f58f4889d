/* cor-stations-table.h: what happens at the stations as a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results.h"

G_BEGIN_DECLS

/**
 * cor_stations_table_csv: (transfer full): one row for each existing or planned station that charges
 * or swaps, in the scenario's order; what does not apply is empty. @results from
 * cor_evaluate_settled().
 */
GString *cor_stations_table_csv (const CorResults *results);

G_END_DECLS
