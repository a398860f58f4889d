/* cor-region-window.h: emissions by duty and station, by city, and by month around the corridor.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_REGION_WINDOW (cor_region_window_get_type ())
G_DECLARE_FINAL_TYPE (CorRegionWindow, cor_region_window, COR, REGION_WINDOW, AdwWindow)

/**
 * cor_region_window_new:
 * @parent: (nullable): the window it belongs to
 * @session: follows its results; files that are chosen are remembered in its document
 *
 * Returns: (transfer none): the window, to be presented; owned by GTK
 */
GtkWidget *cor_region_window_new (GtkWindow *parent, CorSession *session);

/** cor_region_window_show_page: "emissions", "cities" or "months". */
void cor_region_window_show_page (CorRegionWindow *self, const char *page);

/** cor_region_window_get_columns: (transfer none): has the columns of the emissions shown as its property "shown", to be remembered. */
GObject *cor_region_window_get_columns (CorRegionWindow *self);

G_END_DECLS
