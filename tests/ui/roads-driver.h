/* roads-driver.h: what tests of the road network ask of the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui-driver.h"

/** roads_ask_for: the scenario names that network, as a step. */
void roads_ask_for (UiFixture *f, const char *name);

/** roads_bar_shown: whether the bar about roads is there. */
gboolean roads_bar_shown (UiFixture *f);
