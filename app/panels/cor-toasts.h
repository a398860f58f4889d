/* cor-toasts.h: short messages at the bottom of a window, one after another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * cor_toasts_add:
 * @toast: (transfer full)
 *
 * Shows a message once the one before it has gone. Used instead of adw_toast_overlay_add_toast():
 * libadwaita 1.2 crashes where a toast goes before it has come up all the way (taken back or closed
 * with Escape at once), so here they are there at once and only go slowly.
 */
void cor_toasts_add (AdwToastOverlay *overlay, AdwToast *toast);

/** cor_toasts_say: the same for a text without markup. */
void cor_toasts_say (AdwToastOverlay *overlay, const char *text);

/** cor_toasts_drop: takes a message away, whether it is shown or still waits. */
void cor_toasts_drop (AdwToastOverlay *overlay, AdwToast *toast);

G_END_DECLS
