/* cor-card.h: a number on screen that leads to where it comes from, and is marked where that is assumed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** cor_card_open: shows the card of a figure above the window of @from; nothing where it has none. */
void cor_card_open (GtkWidget *from, const CorResults *results, const CorTraceKey *key);

/**
 * cor_card_attach:
 * @widget: what shows the number: a row of a list, or any widget, which then takes the focus
 * @results: (nullable): %NULL takes the card away
 * @mark: whether a number that rests on something assumed is to be marked, which takes a moment
 *
 * A click, Return or space on @widget opens the card; a tooltip says so and names what is assumed.
 *
 * Returns: whether it is marked
 */
gboolean cor_card_attach (GtkWidget *widget, const CorResults *results, const CorTraceKey *key, gboolean mark);

/** cor_card_chip_new: (transfer none): the small mark of a status, with @source as tooltip and description. */
GtkWidget *cor_card_chip_new (CorParamStatus status, const char *source);

G_END_DECLS
