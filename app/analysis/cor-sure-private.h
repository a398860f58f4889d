/* cor-sure-private.h: what the cards of bars and of draws have in common.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-gap.h"
#include "cor-trace-private.h"

G_BEGIN_DECLS

/* Names the gap of the truck in a model year, 0 for the one shown. */
CorTraceKey cor_sure_gap_key (const CorGap *gap, int model_year);

/* (transfer full): @what of the duty and the truck of the gap. */
char *cor_sure_title (const CorTracer *t, const CorGap *gap, const char *what);

G_END_DECLS
