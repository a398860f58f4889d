/* cor-tour.h: five steps through the window for who has never seen it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** The steps, in their order. */
typedef enum
{
  COR_TOUR_MAP,
  COR_TOUR_NUMBERS,
  COR_TOUR_INSPECTOR,
  COR_TOUR_LIST,
  COR_TOUR_MENU,
  COR_N_TOUR_STEPS
} CorTourStep;

/** CorTourEnded: called once, when the last step was passed or the tour was left; not when the window closes. */
typedef void (*CorTourEnded) (gpointer data);

/**
 * cor_tour_start:
 * @targets: for each step the widget it is about; that of the map is an #AdwBin and carries the
 *   bubble, which goes with it; where another is folded away the bubble points into the map
 * @ended: (nullable): called with @data
 *
 * Shows the first step in a bubble beside its widget. Next, Enter and Escape do what one expects;
 * the window can be used meanwhile.
 *
 * Returns: (transfer none): the bubble, which belongs to the tour
 */
GtkWidget *cor_tour_start (GtkWidget *const *targets, CorTourEnded ended, gpointer data);

G_END_DECLS
