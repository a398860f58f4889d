/* cor-headline.h: one of the four numbers with its change against the baseline.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-headline-text.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_HEADLINE (cor_headline_get_type ())
G_DECLARE_FINAL_TYPE (CorHeadline, cor_headline, COR, HEADLINE, AdwBin)

GtkWidget *cor_headline_new (CorHeadlineKind kind);

/** cor_headline_show: what it says; @results, @baseline: (nullable). */
void cor_headline_show (CorHeadline *self, const CorResults *results, const CorResults *baseline);

/** cor_headline_set_stacked: whether the unit stands below the number, not beside it. */
void cor_headline_set_stacked (CorHeadline *self, gboolean stacked);

/** cor_headline_get_value: (transfer none): the number as it is shown. */
const char *cor_headline_get_value (CorHeadline *self);


G_END_DECLS
