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
  GPtrArray *on; /* for each card of the chart what it rests on that is assumed, empty until that is known */
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

/* That of the screen as it is now. */
CorChartTheme cor_chart_view_screen_theme (CorChartView *self);

/* (transfer full): what is told of a thing: its value, and what is assumed in it. */
char *cor_chart_view_told (CorChartView *self, const CorChartHit *hit);

/* Selects the thing where it is one, and opens the card of its figure. */
void cor_chart_view_take (CorChartView *self, const CorChartHit *hit);

/* Going through the chart with the keys, and leaving that: cor-chart-view-keys.c. */
void cor_chart_view_add_keys (GtkWidgetClass *widget_class);
void cor_chart_view_init_keys (CorChartView *self);
void cor_chart_view_leave_keys (CorChartView *self);

/* Copy and save, as actions of the class. */
void cor_chart_view_add_save_actions (GtkWidgetClass *widget_class);

G_END_DECLS
