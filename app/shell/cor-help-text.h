/* cor-help-text.h: a help page as widgets.
 *
 * Pages are Markdown of the plainest kind: a title "# …", headings "## …", paragraphs, list items
 * "- …", **bold**, *italic*, [other pages](topic.md), and tables "| … | … |" whose second
 * line is "|---|---|".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** cor_help_markup: (transfer full): one line of a page as Pango markup. */
char *cor_help_markup (const char *line);

/** cor_help_title: (transfer full): the title of a page; its first line where it has none. */
char *cor_help_title (const char *page);

/** cor_help_fill: puts the paragraphs of @page into @box as widgets. */
void cor_help_fill (GtkBox *box, const char *page);

G_END_DECLS
