/* cor-apply.h: edits made from panels, so that one gesture is one step of undo.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** cor_apply_begin: a gesture begins; until cor_apply_done() pauses do not end its step. */
void cor_apply_begin (CorSession *session);

/**
 * cor_apply: makes the edit @next (transfer full) under @label. Edits with the same @key are one
 * step until cor_apply_done(), or until there was none for a moment. Where @next is %NULL, @error
 * (transfer full) says why and is shown on @widget.
 *
 * Returns: whether the edit was made or changed nothing
 */
gboolean cor_apply (CorSession *session,
                    GtkWidget *widget,
                    CorScenario *next,
                    GError *error,
                    const char *label,
                    const char *key);

/** cor_apply_done: the gesture is over. */
void cor_apply_done (CorSession *session);

G_END_DECLS
