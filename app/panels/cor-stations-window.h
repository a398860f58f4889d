/* cor-stations-window.h: what all duties do to the stations, and what these cost and earn.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_STATIONS_WINDOW (cor_stations_window_get_type ())
/**
 * CorStationsWindow: one row a station; follows the session's results.
 *
 * Property "columns": the keys of the columns shown, empty for the essential ones.
 */
G_DECLARE_FINAL_TYPE (CorStationsWindow, cor_stations_window, COR, STATIONS_WINDOW, AdwWindow)

/**
 * cor_stations_window_new:
 * @parent: (nullable): the window it belongs to; its actions show a station on the map
 *
 * Returns: (transfer none): the window, to be presented; owned by GTK
 */
GtkWidget *cor_stations_window_new (GtkWindow *parent, CorSession *session);

G_END_DECLS
