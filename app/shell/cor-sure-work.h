/* cor-sure-work.h: tornado, draws and heat map of a duty, worked out beside the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart.h"
#include "cor-results.h"
#include "cor-session.h"
#include "cor-solver.h"
#include "cor-trace.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CorSureShare: a parameter's part of the variance, 0 to 1, with its card; all is owned. */
typedef struct
{
  char *label;
  char *source;
  int status;
  double share;
  CorTrace *card;
} CorSureShare;

/**
 * CorSure: what was worked out; strings and charts are owned, charts may be %NULL.
 * @problem: (nullable): why there is nothing
 * @results: those that the cards are of; %NULL where there are none
 * @headline: "Electric is cheaper by 2028: 72 %", the figure of @chance
 * @sentence, @together: (nullable): markup, in which the links are @cards by their index: what the draws say, and what is
 *   drawn together
 * @shares: (element-type CorSureShare): largest first
 * @policies: the waterfall of the policies that are on; of all there are where none is
 * @heat_problem: (nullable): why there is no heat map
 */
typedef struct
{
  CorResults *results;
  char *problem;
  char *headline;
  CorTrace *chance;
  char *sentence, *together;
  GPtrArray *cards;
  CorChart *tornado;
  CorChart *years;
  CorChart *heat;
  CorChart *policies;
  char *heat_problem;
  GArray *shares;
  double explained;
  CorTrace *explained_card;
} CorSure;

/**
 * cor_sure_work:
 * @results: referenced
 * @engine: what evaluates the scenario with its policies on; copied
 * @duty: id of a duty
 * @x, @y: levers of the heat map
 *
 * Works in a thread; @done gets the task, of which cor_sure_finish() takes the outcome.
 */
void cor_sure_work (CorResults *results,
                    const CorSessionEngine *engine,
                    const char *duty,
                    CorLeverId x,
                    CorLeverId y,
                    GCancellable *cancellable,
                    GAsyncReadyCallback done,
                    gpointer data);

/** cor_sure_finish: (transfer full): or %NULL with %G_IO_ERROR_CANCELLED. */
CorSure *cor_sure_finish (GAsyncResult *result, GError **error);
void cor_sure_free (CorSure *sure);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorSure, cor_sure_free)

G_END_DECLS
