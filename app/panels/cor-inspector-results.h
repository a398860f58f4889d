/* cor-inspector-results.h: what a duty, a route and a station do, for the inspector's own files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-inspector-cards.h"

G_BEGIN_DECLS

/** cor_inspector_build_duty: what a duty comes to, and its plan. */
void cor_inspector_build_duty (GtkBox *box,
                               CorSession *session,
                               const CorResults *results,
                               const CorDutyResult *duty,
                               const char *title);

/** cor_inspector_build_route: the way there, and the duties on it. */
void cor_inspector_build_route (GtkBox *box, CorSession *session, const CorResults *results, const CorItem *item);

/** cor_inspector_build_station: what a station does, in the rows that are there from before: it is dragged about. */
void cor_inspector_build_station (GtkBox *box, const CorResults *results, const CorItem *item);

G_END_DECLS
