/* cor-sure-window.h: how sure a duty's result is: tornado, draws, heat map, policies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_SURE_WINDOW (cor_sure_window_get_type ())
/** CorSureWindow: follows the results while levers move; what is slow works beside it, the newest wins. */
G_DECLARE_FINAL_TYPE (CorSureWindow, cor_sure_window, COR, SURE_WINDOW, AdwWindow)

/** cor_sure_window_new: @duty: (nullable): id of the duty to begin with. */
GtkWidget *cor_sure_window_new (GtkWindow *parent, CorSession *session, const char *duty);

/** cor_sure_window_get_headline: (transfer none): the probability as it stands in the window. */
const char *cor_sure_window_get_headline (CorSureWindow *self);

/** cor_sure_window_get_computing: whether what is shown is older than the results. */
gboolean cor_sure_window_get_computing (CorSureWindow *self);

G_END_DECLS
