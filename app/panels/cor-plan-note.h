/* cor-plan-note.h: what a charging plan rests on and how sure it is, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results.h"

G_BEGIN_DECLS

/**
 * cor_plan_note:
 * @duty: (nullable): of @results
 *
 * The truck and its year, where its energy use and the slopes come from; how far the plan can be above the cheapest at most,
 * where that is not nothing; and the queue that it reckons with where all who come to that station have to stand in another.
 *
 * Returns: (transfer full): sentences; empty where no truck is shown
 */
char *cor_plan_note (const CorResults *results, const CorDutyResult *duty);

G_END_DECLS
