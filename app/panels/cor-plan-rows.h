/* cor-plan-rows.h: a charging plan as figures and rows of a table.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results.h"
#include "cor-data-table.h"

G_BEGIN_DECLS

/** cor_plan_rows_columns: puts the columns into an empty table. */
void cor_plan_rows_columns (CorDataTable *table);

/**
 * cor_plan_rows_show_columns: only stop, arrival, time and money where it is @narrow, else all columns but those of waits,
 * stays and detours of which the plan has none; copied are all.
 */
void cor_plan_rows_show_columns (CorDataTable *table, const CorDutyResult *duty, gboolean narrow);

/** cor_plan_rows_fill: the stops of the plan of @duty's shown truck; no row where there is no plan. */
void cor_plan_rows_fill (CorDataTable *table, const CorResults *results, const CorDutyResult *duty);

/** cor_plan_rows_station: id of the station of the row with that id; %NULL at a site or the depot. */
const char *cor_plan_rows_station (const CorResults *results, const CorDutyResult *duty, const char *row);

/** cor_plan_rows_figures: shows what the day comes to, each a figure that opens its card, in @box, which is emptied first. */
void cor_plan_rows_figures (GtkFlowBox *box, const CorResults *results, const CorDutyResult *duty);

/** cor_plan_stop_name: (transfer full): the station's name, or "at the bay", "at the depot". */
char *cor_plan_stop_name (const CorResults *results, const CorPlanStop *stop);

/** cor_plan_clock: (transfer full): an hour of the day as "07:35", past midnight from 00:00 again. */
char *cor_plan_clock (double hour);

G_END_DECLS
