/* cor-focus.h: the keyboard goes back to where it was when a menu is gone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * cor_focus_keep: whenever the part of @window that has the keyboard is taken off the screen, as a submenu is
 * that has been chosen from, gives the keyboard back to the part of the window that had it before the menu;
 * without that no key would reach the window any more. For the life of @window.
 */
void cor_focus_keep (GtkWindow *window);

G_END_DECLS
