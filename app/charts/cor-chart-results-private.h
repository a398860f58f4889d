/* cor-chart-results-private.h: what the charts of one result and of several share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart-results.h"

G_BEGIN_DECLS

/** cor_totals_gap_per_truck: yuan above diesel, per truck; NaN without trucks. */
double cor_totals_gap_per_truck (const CorTotals *totals);

/** cor_chart_add_parts: a column of a %COR_CHART_PARTS; @parts (yuan by part) are shared by @trucks. */
void cor_chart_add_parts (CorChart *chart, const char *id, const char *name, const double *parts, double trucks);

/** cor_chart_add_diesel_stages, cor_chart_add_stages: a fleet of a %COR_CHART_STAGES. */
void cor_chart_add_diesel_stages (CorChart *chart, const CorTotals *totals);
void cor_chart_add_stages (CorChart *chart,
                           const char *id,
                           const char *name,
                           const CorTotals *totals,
                           CorSeriesStyle style);

G_END_DECLS
