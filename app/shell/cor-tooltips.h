/* cor-tooltips.h: short tooltips on one line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** cor_tooltips_keep_whole: has all tooltips from now on broken only where they are too long for one line; once, before any is shown. */
void cor_tooltips_keep_whole (void);

/** cor_tooltips_width: what the longest line of @text takes, in widths of a Latin letter; at most what a line may have. */
int cor_tooltips_width (const char *text);

G_END_DECLS
