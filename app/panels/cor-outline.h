/* cor-outline.h: the scenario as a list: a section for each kind, its things below.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-node.h"
#include "cor-comparison.h"

G_BEGIN_DECLS

#define COR_TYPE_OUTLINE (cor_outline_get_type ())
/** CorOutline: keeps the sections current; unchanged lines stay the same objects. */
G_DECLARE_FINAL_TYPE (CorOutline, cor_outline, COR, OUTLINE, GObject)

CorOutline *cor_outline_new (CorComparison *comparison);

/** cor_outline_get_sections: (transfer none): a model of #CorNode without an id. */
GListModel *cor_outline_get_sections (CorOutline *self);

/** cor_outline_look: what the line of a thing says now. For the outline's own files. */
void cor_outline_look (CorComparison *comparison, CorNode *node, CorNodeLook *out);

/** The prices that the list shows; ends in %COR_N_PARAMS. */
extern const CorParamId cor_outline_prices[];

G_END_DECLS
