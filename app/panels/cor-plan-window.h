/* cor-plan-window.h: a duty's working day along its route: charge, stops, minutes, yuan.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_PLAN_WINDOW (cor_plan_window_get_type ())
/** CorPlanWindow: follows the session's results; a stop that is chosen is selected on the map. */
G_DECLARE_FINAL_TYPE (CorPlanWindow, cor_plan_window, COR, PLAN_WINDOW, AdwWindow)

/**
 * cor_plan_window_new:
 * @parent: (nullable): the window it belongs to; its actions show a station on the map
 * @duty_id: (nullable): the duty to begin with; else the first
 *
 * Returns: (transfer none): the window, to be presented; owned by GTK
 */
GtkWidget *cor_plan_window_new (GtkWindow *parent, CorSession *session, const char *duty_id);

G_END_DECLS
