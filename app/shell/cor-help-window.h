/* cor-help-window.h: the help: a list of pages and the page.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_HELP_WINDOW (cor_help_window_get_type ())
G_DECLARE_FINAL_TYPE (CorHelpWindow, cor_help_window, COR, HELP_WINDOW, AdwWindow)

/**
 * cor_help_show:
 * @app: the one help window belongs to it
 * @topic: (nullable): the page to open, "parity-year" for one; %NULL or unknown for the first
 *
 * Opens the help, or turns the page of the one that is open.
 */
void cor_help_show (GtkApplication *app, const char *topic);

/**
 * cor_help_topic:
 * @index: from 0
 *
 * Returns: the name of a page, %NULL after the last
 */
const char *cor_help_topic (guint index);

/**
 * cor_help_page:
 *
 * Returns: (transfer full): the text of the page @topic in the language of the interface, English
 *   where there is no other; a sentence that says so where the file is missing
 */
char *cor_help_page (const char *topic);

G_END_DECLS
