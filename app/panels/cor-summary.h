/* cor-summary.h: the four numbers, each on top of the chart that explains it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart-view.h"
#include "cor-headline.h"
#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_SUMMARY (cor_summary_get_type ())
/** CorSummary: property "show-charts"; the numbers always stay. */
G_DECLARE_FINAL_TYPE (CorSummary, cor_summary, COR, SUMMARY, AdwBin)

GtkWidget *cor_summary_new (CorSession *session);

/**
 * cor_summary_set_room:
 * @narrow: two columns instead of four
 * @low: no room for the charts, whatever "show-charts" says
 */
void cor_summary_set_room (CorSummary *self, gboolean narrow, gboolean low);

/** cor_summary_get_headline: (transfer none): the number. */
CorHeadline *cor_summary_get_headline (CorSummary *self, CorHeadlineKind kind);

G_END_DECLS
