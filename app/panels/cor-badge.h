/* cor-badge.h: the small sign of a thing: a stroke, an icon, or an icon on its colour.
 *
 * Swap stations stand on a rounded square, charging stations on a circle, as on the map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart-theme.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define COR_TYPE_BADGE (cor_badge_get_type ())
/** CorBadge: property "size": width and height in pixels. */
G_DECLARE_FINAL_TYPE (CorBadge, cor_badge, COR, BADGE, GtkWidget)

/** cor_badge_set: @icon: name of a symbolic icon, %NULL for a stroke; @role: its colour. */
void cor_badge_set (CorBadge *self, const char *icon, CorRole role);

G_END_DECLS
