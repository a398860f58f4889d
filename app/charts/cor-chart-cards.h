/* cor-chart-cards.h: the figures that the points and marks of a chart are, so that each leads to its card.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart-data.h"
#include "cor-solver.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/* Levers that one point may stand for at most. */
#define COR_CHART_LEVERS 2

/** cor_chart_point_explain: says of which figure of @results, which are kept, the point just added is; marks it where that is assumed. */
void cor_chart_point_explain (CorChart *chart, CorChartPoint *point, const CorResults *results, CorTraceKey key);

/**
 * cor_chart_point_explain_sum: the same for a sum over all duties, whose card names nothing but figures with cards of
 * their own, so that nothing in it is assumed itself: that card is long, and made only when it is asked for.
 */
void cor_chart_point_explain_sum (CorChart *chart, CorChartPoint *point, const CorResults *results, CorTraceKey key);

/** cor_chart_point_explain_by: the same for a figure that no key names; @trace: (transfer full) (nullable). */
void cor_chart_point_explain_by (CorChart *chart, CorChartPoint *point, const CorResults *results, CorTrace *trace);

/**
 * cor_chart_point_explain_moved: the same for a figure of a truck with @n levers at other values, worked out when it is
 * asked for.
 */
void cor_chart_point_explain_moved (CorChart *chart,
                                    CorChartPoint *point,
                                    const CorResults *results,
                                    CorTraceKey key,
                                    const CorLeverId *levers,
                                    const double *values,
                                    guint n);

/** cor_chart_mark_explain: cor_chart_point_explain() for a mark. */
void cor_chart_mark_explain (CorChart *chart, CorChartMark *mark, const CorResults *results, CorTraceKey key);

/**
 * cor_chart_card:
 * @number: of a point, mark or #CorChartHit
 * @results: (out) (transfer full): those that the trace and its inputs are of
 *
 * Returns: (transfer full): the card, or %NULL where there is none
 */
CorTrace *cor_chart_card (const CorChart *chart, guint number, gboolean zh, CorResults **results);

G_END_DECLS
