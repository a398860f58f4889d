/* cor-cash-flow-window.h: what a truck costs year by year, part by part, beside the diesel truck.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_CASH_FLOW_WINDOW (cor_cash_flow_window_get_type ())
G_DECLARE_FINAL_TYPE (CorCashFlowWindow, cor_cash_flow_window, COR, CASH_FLOW_WINDOW, AdwWindow)

/**
 * cor_cash_flow_window_new:
 * @parent: (nullable): the window it belongs to
 * @results: kept as long as the window stands
 * @duty: of @results
 *
 * Returns: (transfer none): the window, to be presented; owned by GTK
 */
GtkWidget *cor_cash_flow_window_new (GtkWindow *parent, CorResults *results, const CorDutyResult *duty);

G_END_DECLS
