/* cor-siting-answer.h: a choice of stations as a table and in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-data-table.h"
#include "cor-siting-scenario.h"

G_BEGIN_DECLS

/** cor_siting_answer_add_columns: before the first rows. */
void cor_siting_answer_add_columns (CorDataTable *table);

/**
 * cor_siting_answer_fill: a row for how things are, and one for each station to build, with what it
 * gains over the row above; by @aim, the cost is that of all together or that of the carriers.
 */
void cor_siting_answer_fill (CorDataTable *table, const CorSitingPlan *plan, CorSitingAim aim);

/** cor_siting_answer_n_built: stations that gain something; they are the first ranks. */
guint cor_siting_answer_n_built (const CorSitingPlan *plan);

/**
 * cor_siting_answer_say:
 * @count: how many might have been built, candidates and what was asked for considered; 0 for any
 *
 * What the choice does, how it was found, and why it has fewer than @count; its figures lead to their cards.
 */
void cor_siting_answer_say (GtkLabel *label, const CorSitingPlan *plan, guint count);

/** cor_siting_answer_say_money: who pays what once it is built; the figures lead to their cards. */
void cor_siting_answer_say_money (GtkLabel *label, const CorSitingPlan *plan);

/** cor_siting_answer_aim: what an aim means, in a sentence; translated. */
const char *cor_siting_answer_aim (CorSitingAim aim);

G_END_DECLS
