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

/** cor_chart_point_explain: says of which figure of @results, which are kept, the point just added is. */
void cor_chart_point_explain (CorChart *chart, CorChartPoint *point, const CorResults *results, CorTraceKey key);

/**
 * cor_chart_point_explain_sum: the same for a sum over all duties, which always has a card: that is long, and made
 * only when it is asked for.
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

/** cor_chart_n_cards: how many cards a chart has; they are numbered from 1 on. */
guint cor_chart_n_cards (const CorChart *chart);

/**
 * cor_chart_card_rests: (transfer none): a figure that rests on what that of the card rests on: itself, or where levers
 * are moved that without; @trace: (nullable): where no key names it.
 */
void cor_chart_card_rests (const CorChart *chart, guint number, CorResults **results, CorTraceKey *key, CorTrace **trace);

/** cor_chart_set_assumed: marks the points whose card rests on something; @on: for each card what, see cor_trace_rests_on(). */
void cor_chart_set_assumed (CorChart *chart, CorTrace *const *on);

/** cor_chart_find_assumed: the same, found out at once: for paper and files. */
void cor_chart_find_assumed (CorChart *chart);

G_END_DECLS
