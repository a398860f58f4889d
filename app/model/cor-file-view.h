/* cor-file-view.h: how a file was last seen: its variant, and the baseline that was pinned. Kept in the state
 * folder, as it is no part of the scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

G_BEGIN_DECLS

/**
 * cor_file_view_keep: remembers how the session's file is seen: the variant shown, and, where it was pinned and
 * edited since, the state that was pinned. While something is not saved the latter stays what it was. Of files
 * that were not seen for long the oldest are forgotten.
 * @folder: (type filename) (nullable): where; %NULL for the user's state folder. Where it cannot be written,
 *   nothing is remembered.
 */
void cor_file_view_keep (CorSession *session, const char *folder);

/**
 * cor_file_view_load: opens @file as cor_session_load() does, seen as it was last: what it does not hold any more
 * is left out.
 */
gboolean cor_file_view_load (CorSession *session, GFile *file, const char *folder, GError **error);

/** COR_FILE_VIEWS_MOST: of so many files it is remembered. */
#define COR_FILE_VIEWS_MOST 64u

G_END_DECLS
