/* cor-missing.h: what is reckoned with where a field is left empty, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

G_BEGIN_DECLS

/**
 * cor_missing_number: (transfer full) (nullable): what stands for the number of @item that is not
 * given: a default as "180 kW", or a word ("any", "by road"); %NULL where nothing is known of it.
 */
char *cor_missing_number (CorSession *session, const CorItem *item, const CorField *field);

/** cor_missing_is_assumed_preset: whether the number that stands for @field of such items is nobody's figure. */
gboolean cor_missing_is_assumed_preset (CorItemKind kind, const CorField *field);

/** cor_missing_may_be_assumed: whether cor_missing_assumed() can have a reason for such a number. */
gboolean cor_missing_may_be_assumed (CorItemKind kind, const CorField *field);

/**
 * cor_missing_assumed: (transfer none) (nullable): why the number of @item that is reckoned with is an assumption of the
 * program: it is not given, or a new route began with it; %NULL where it was given, or does not count.
 */
const char *cor_missing_assumed (const CorItem *item, const CorField *field);

/** cor_missing_text: (transfer full) (nullable): the same for a text of @item. */
char *cor_missing_text (CorSession *session, const CorItem *item, const CorField *field);

/**
 * cor_missing_choice: (transfer full): what no choice means for @field of an item of that kind:
 * "Guangdong 2022 (default)", "the route's origin", else "not given".
 */
char *cor_missing_choice (CorSession *session, CorItemKind kind, const CorField *field);

G_END_DECLS
