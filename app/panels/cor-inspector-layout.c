/* cor-inspector-layout.c: how the inspector is measured: as its rows scroll, their height does not count.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-inspector-cards.h"

/* The child is a box of a header and of what scrolls. The latter needs no more than the height of its bar, whatever
 * is in it; asked itself it measures all rows, each time that the window looks for its least size. */
static void
measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline,
         int *natural_baseline)
{
  GtkWidget *box = gtk_widget_get_first_child (widget);
  GtkWidget *scroller = gtk_widget_get_last_child (box);
  int bar;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      gtk_widget_measure (box, orientation, for_size, minimum, natural, NULL, NULL);
      return;
    }
  gtk_widget_measure (gtk_widget_get_first_child (box), orientation, for_size, minimum, natural, NULL, NULL);
  gtk_widget_measure (gtk_scrolled_window_get_vscrollbar (GTK_SCROLLED_WINDOW (scroller)), orientation, -1, &bar, NULL,
                      NULL, NULL);
  *minimum += bar;
  *natural += bar;
}

static void
allocate (GtkWidget *widget, int width, int height, int baseline)
{
  gtk_widget_allocate (gtk_widget_get_first_child (widget), width, height, baseline, NULL);
}

GtkLayoutManager *
cor_inspector_layout_new (void)
{
  return gtk_custom_layout_new (NULL, measure, allocate);
}
