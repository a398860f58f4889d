/* map-driver.h: the map of the real window, for the tests that work on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui-driver.h"

#include "cor-map-pane.h"

/** map_pane, map_layer: the map of the window, and what lies on it. */
CorMapPane *map_pane (UiFixture *f);
CorObjectLayer *map_layer (UiFixture *f);

/** map_selection: what is selected in the window. */
CorSelection *map_selection (UiFixture *f);

/** map_click: a click with the tool that is on, where nothing lies on the map; degrees. */
void map_click (UiFixture *f, double lon, double lat, GdkModifierType state);

/** map_press: a key on the map; whether the map took it. */
gboolean map_press (UiFixture *f, guint key, GdkModifierType state);

/** map_point_at: moves the pointer over the pane, pixels. */
void map_point_at (UiFixture *f, double x, double y);

/** map_hint: what the map says about its tools. */
GtkWidget *map_hint (UiFixture *f);

/** map_hint_has: whether that is to be seen in it. */
gboolean map_hint_has (UiFixture *f, const char *text);
