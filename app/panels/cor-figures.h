/* cor-figures.h: rows of figures in a card of the inspector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-format.h"
#include "cor-inspector-cards.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/**
 * cor_figures_add: a figure with its name; nothing where @value is %NULL.
 * @value: (transfer full) (nullable): the figure as text
 *
 * A card that is there from before tells its rows in their order, and one of the same name is kept.
 */
void cor_figures_add (GtkListBox *card, const char *name, char *value);

/** cor_figures_explain: the row just added leads to where its figure comes from, marked where that is assumed. */
void cor_figures_explain (GtkListBox *card, const CorResults *results, CorTraceKey key);

/** cor_figures_explain_by: the same for a figure that no key names; @trace: (transfer full) (nullable). */
void cor_figures_explain_by (GtkListBox *card, const CorResults *results, CorTrace *trace);

/** cor_figures_explain_duty: the same for a figure of the truck shown for @duty, or of its diesel truck. */
void cor_figures_explain_duty (GtkListBox *card,
                               const CorResults *results,
                               const CorDutyResult *duty,
                               CorTraceQuantity quantity,
                               gboolean diesel);

/** cor_figures_quantity: (transfer full) (nullable): a quantity with its unit; %NULL where it is NaN. */
char *cor_figures_quantity (CorQuantity kind, double value);

/** cor_figures_with_unit: (transfer full) (nullable): so many significant digits; %NULL where it is NaN. */
char *cor_figures_with_unit (double value, int digits, const char *unit);

/** cor_figures_add_factor: the factor that emissions were counted with, as a row of its own for it is long. */
void cor_figures_add_factor (GtkListBox *card, const CorResults *results, CorPowertrain powertrain);

/** cor_figures_marks_new: (transfer full) (element-type CorMark): the figures of a sentence; they own their traces. */
GArray *cor_figures_marks_new (void);

/**
 * cor_figures_link_factor: (transfer full): name and value of the factor that the energy of @powertrain is counted with, as
 * markup for cor_card_set_sentence() with @marks, to which it is added.
 */
char *cor_figures_link_factor (GArray *marks, const CorResults *results, CorPowertrain powertrain);

/** cor_figures_again: begins with the cards that @box has from before; cor_figures_next() tells them. */
void cor_figures_again (GtkBox *box);

/** cor_figures_next: (transfer none): the next card of @box, the one that was there before where there is one. */
GtkListBox *cor_figures_next (GtkBox *box, const char *title, const char *note);

/** cor_figures_end: takes away the rows of @card that were there before and are not now. */
void cor_figures_end (GtkListBox *card);

/** cor_figures_rest: takes away the cards of @box that were there before and are not now. */
void cor_figures_rest (GtkBox *box);

G_END_DECLS
