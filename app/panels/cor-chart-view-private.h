/* cor-chart-view-private.h: the inside of a chart on screen, for cor-chart-view*.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart-view.h"

G_BEGIN_DECLS

struct _CorChartView
{
  GtkWidget parent_instance;

  CorChart *chart;
  char *family;
  gboolean explains;
  GtkWidget *menu;
  GtkPopover *bubble; /* what the keys are at */
  GtkLabel *bubble_text;
  int at; /* index of the thing the keys are at, -1 for none */
  int series, point; /* what the menu was opened on, -1 for none */
  guint card;        /* that of the same, 0 for none */
};

/* The look of a theme in the letters of the desktop. */
CorChartTheme cor_chart_view_theme (CorChartView *self, CorLook look);

/* Copy and save, as actions of the class. */
void cor_chart_view_add_save_actions (GtkWidgetClass *widget_class);

G_END_DECLS
