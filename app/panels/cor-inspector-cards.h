/* cor-inspector-cards.h: the cards of the inspector, for its own files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-network.h"
#include "cor-results.h"
#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * cor_inspector_build_item: the fields of an item, and the figures of a truck, duty or policy.
 * @network: (nullable): the roads that the scenario is calculated on
 */
void cor_inspector_build_item (GtkBox *box, CorSession *session, const CorItem *item, CorNetwork *network);

/** cor_inspector_is_about: whether a field says what a thing is called and where it comes from. */
gboolean cor_inspector_is_about (const char *key);

/** cor_inspector_is_place: whether it is a site or station, whose name stands first: it may just have been clicked. */
gboolean cor_inspector_is_place (const CorItem *item);

/** cor_inspector_name_row_new: edits the name in the reader's language. */
GtkWidget *cor_inspector_name_row_new (CorSession *session, const CorItem *item);

/** cor_inspector_add_about: the fields of cor_inspector_is_about(), folded; without the name where it stands first. */
void cor_inspector_add_about (GtkListBox *card, CorSession *session, const CorItem *item);

/** cor_inspector_focus_name: puts the cursor into the name below @box, all of it marked; whether there is one. */
gboolean cor_inspector_focus_name (GtkWidget *box);

/** cor_inspector_build_several: what can be done with all things selected, their common fields, and each to choose. */
void cor_inspector_build_several (GtkBox *box, CorSession *session);

/** cor_inspector_build_common: the fields that all of them have, set for all at once. */
void cor_inspector_build_common (GtkBox *box, CorSession *session, CorItemKind kind, const char *const *ids);

/** cor_inspector_build_variant: the changes of a variant, with buttons to take them out. */
void cor_inspector_build_variant (GtkBox *box, CorSession *session, const CorItem *item);

/** cor_inspector_build_prices: the prices of the scenario as levers. */
void cor_inspector_build_prices (GtkBox *box, CorSession *session);

/** cor_inspector_build_policies: every policy with its switch and amount. */
void cor_inspector_build_policies (GtkBox *box, CorSession *session);

/** cor_inspector_mark_price: (transfer none) (nullable): marks the price of that parameter id, none for %NULL, and returns its row. */
GtkWidget *cor_inspector_mark_price (GtkWidget *box, const char *id);

/** cor_inspector_build_results: what the item does, as rows of figures. */
void cor_inspector_build_results (GtkBox *box,
                                  CorSession *session,
                                  const CorResults *results,
                                  const CorItem *item);

/**
 * cor_inspector_build_problems: why a duty, or those of a route, cannot be done, with what would help and buttons that do
 * it; nothing for what can be, and for other things.
 */
void cor_inspector_build_problems (GtkBox *box, CorSession *session, const CorResults *results, const CorItem *item);

/** cor_inspector_add_remedies: buttons that make a duty possible, where one step does. */
void cor_inspector_add_remedies (GtkBox *box, CorSession *session, const CorDutyResult *duty);

/** cor_inspector_add_plan: the stops of the duty's day, and the way to its whole plan. */
void cor_inspector_add_plan (GtkBox *box, CorSession *session, const CorResults *results, const CorDutyResult *duty);

/** cor_inspector_add_card: (transfer none): a card to put rows into; @title, @note (nullable). */
GtkListBox *cor_inspector_add_card (GtkBox *box, const char *title, const char *note);

/** cor_inspector_layout_new: (transfer full): the layout of the inspector, which does not measure what scrolls. */
GtkLayoutManager *cor_inspector_layout_new (void);

/** cor_inspector_selected: the selected item; the scenario itself where nothing is. %NULL for sections and prices. */
const CorItem *cor_inspector_selected (CorSession *session);

/** cor_inspector_selects_several: whether several things are selected. */
gboolean cor_inspector_selects_several (CorSession *session);

/** cor_inspector_signature: (transfer full): a text that changes when other rows are needed. */
char *cor_inspector_signature (CorSession *session);

G_END_DECLS
