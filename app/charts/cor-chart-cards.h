/* cor-chart-cards.h: the figures that the points and marks of a chart are, so that each leads to its card.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart-data.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/** cor_chart_point_explain: says of which figure of @results, which are kept, the point just added is; marks it where that is assumed. */
void cor_chart_point_explain (CorChart *chart, CorChartPoint *point, const CorResults *results, CorTraceKey key);

/**
 * cor_chart_point_explain_sum: the same for a sum over all duties, whose card names nothing but figures with cards of
 * their own, so that nothing in it is assumed itself: that card is long, and made only when it is asked for.
 */
void cor_chart_point_explain_sum (CorChart *chart, CorChartPoint *point, const CorResults *results, CorTraceKey key);

/** cor_chart_mark_explain: the same for a mark. */
void cor_chart_mark_explain (CorChart *chart, CorChartMark *mark, const CorResults *results, CorTraceKey key);

/**
 * cor_chart_cards_get:
 * @card: of a point, mark or #CorChartHit
 * @results: (out) (transfer none); @key: (out)
 *
 * Returns: FALSE where there is none
 */
gboolean cor_chart_cards_get (const CorChart *chart, guint card, const CorResults **results, CorTraceKey *key);

G_END_DECLS
