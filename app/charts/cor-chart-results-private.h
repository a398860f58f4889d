/* cor-chart-results-private.h: what the charts of one result and of several share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart-results.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/** cor_totals_gap_per_truck: yuan above diesel, per truck; NaN without trucks. */
double cor_totals_gap_per_truck (const CorTotals *totals);

/** cor_chart_add_totals: the gap per truck over all duties, a point a model year. */
void cor_chart_add_totals (CorChart *chart, CorChartSeries *series, const CorResults *results);

/** cor_chart_shown_key: a figure of the truck that is shown for a duty. */
CorTraceKey cor_chart_shown_key (const CorResults *results, const CorDutyResult *duty, CorTraceQuantity quantity);

/**
 * cor_chart_add_parts: a column of a %COR_CHART_PARTS; @parts (yuan by part) are shared by @trucks.
 * @key: whose groups of parts they are in @results
 */
void
cor_chart_add_parts (CorChart *chart, const char *id, const char *name, const double *parts, double trucks, const CorResults *results, CorTraceKey key);

/** cor_chart_add_diesel_stages, cor_chart_add_stages: a fleet of a %COR_CHART_STAGES. */
void cor_chart_add_diesel_stages (CorChart *chart, const CorResults *results);
void cor_chart_add_stages (CorChart *chart, const char *id, const char *name, const CorResults *results, CorSeriesStyle style);

G_END_DECLS
