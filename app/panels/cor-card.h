/* cor-card.h: a number on screen that leads to where it comes from, and is marked where that is assumed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-marks.h"

G_BEGIN_DECLS

/** cor_card_open: shows the card of a figure above the window of @from; nothing where it has none. */
void cor_card_open (GtkWidget *from, const CorResults *results, const CorTraceKey *key);

/** cor_card_open_trace: the same for a figure that no key names; @trace is kept as long as its card stands. */
void cor_card_open_trace (GtkWidget *from, const CorResults *results, CorTrace *trace);

/** cor_card_list_new: (transfer full): an empty list of cards, #CorTrace; places in it may be %NULL. */
GPtrArray *cor_card_list_new (void);

/** cor_card_rests: (transfer full): that a figure rests on something assumed, and on what: inputs of @on with their sources. */
char *cor_card_rests (const CorTrace *on);

/**
 * cor_card_tooltip: (transfer full):
 * @on: (nullable): what it rests on that is assumed, see cor_trace_rests_on()
 * @value: (nullable): a line before: the figure itself
 *
 * Returns: what the pointer is told of a figure: its value, that it has a card, what is assumed in it
 */
char *cor_card_tooltip (const CorTrace *trace, const CorTrace *on, const char *value);

/** cor_card_mark: marks a number that rests on @on, or takes the mark away where that is %NULL; a screen reader is told. */
void cor_card_mark (GtkWidget *widget, const CorTrace *on);

/**
 * cor_card_attach:
 * @widget: what shows the number: a row of a list, or any widget, which then takes the focus
 * @results: (nullable): %NULL takes the card away
 *
 * A click, Return or space on @widget opens the card; a tooltip says so. Where the number rests on something assumed,
 * it is marked as soon as that is known, and the tooltip names it.
 */
void cor_card_attach (GtkWidget *widget, const CorResults *results, const CorTraceKey *key);

/** cor_card_attach_trace: the same for a figure that no key names; @trace: (transfer none). */
void cor_card_attach_trace (GtkWidget *widget, const CorResults *results, CorTrace *trace);

/** CorCardMake: makes a card when it is asked for; @results: (out) (transfer full): those that it is of, with a card. */
typedef CorTrace *(*CorCardMake) (gpointer data, CorResults **results);

/**
 * cor_card_attach_made: the same for a card that is worked out only then
 * @destroy: frees @data
 * @rests: the figure of @results that it is worked out from, and so rests on
 */
void cor_card_attach_made (
    GtkWidget *widget, CorCardMake make, gpointer data, GDestroyNotify destroy, const CorResults *results, const CorTraceKey *rests);

/**
 * cor_card_attach_change: the same for what the figure of @key differs by from that of @base_key in @base; worked out when
 * it is asked for.
 */
void cor_card_attach_change (
    GtkWidget *widget, const CorResults *results, const CorTraceKey *key, const CorResults *base, const CorTraceKey *base_key);

/** cor_card_link: (transfer full): markup of a figure in a sentence of cor_card_set_sentence(): @text, taken over, as the @index-th. */
char *cor_card_link (char *text, guint index);

/**
 * cor_card_set_sentence:
 * @markup: a sentence with figures from cor_card_link()
 * @figures: (array length=n): the figures, each of which opens its card; what they point to is kept
 */
void cor_card_set_sentence (GtkLabel *label, const char *markup, const CorMark *figures, guint n);

/** cor_card_chip_new: (transfer none): the small mark of a status, with @source as tooltip and description. */
GtkWidget *cor_card_chip_new (CorParamStatus status, const char *source);

G_END_DECLS
