/* cor-workshop-language.h: the language of a room, switched while the program runs.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * cor_workshop_language_toggle: Chinese where it is not, else English, for all text made from now on.
 * Only while no other thread looks up text.
 */
void cor_workshop_language_toggle (void);

/** cor_workshop_language_restore: the language as it was before the first toggle. */
void cor_workshop_language_restore (void);

G_END_DECLS
