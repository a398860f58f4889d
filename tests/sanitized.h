/* sanitized.h: less of the same for a sanitizer, which looks at memory and not at numbers and takes ten times as long.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/** is_sanitized: whether the tests run under a sanitizer. */
static inline gboolean
is_sanitized (void)
{
  return g_getenv ("CORRIDOR_SANITIZED") != NULL;
}

/** sanitized_step: how far a loop over much of a kind goes each time: @step under a sanitizer, else one. */
static inline guint
sanitized_step (guint step)
{
  return is_sanitized () ? step : 1;
}
