/* cor-chart-view-keys.c: going through a chart with the keys.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-view-private.h"

void
cor_chart_view_leave_keys (CorChartView *self)
{
  self->at = -1;
  gtk_popover_popdown (self->bubble);
}

/* Goes by @step from thing to thing; those that say nothing are passed by. */
static gboolean
go_by (CorChartView *self, int step)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  CorChartTheme theme = cor_chart_view_screen_theme (self);
  CorChartHit hit = { 0 };
  g_autofree char *text = NULL;
  int at = self->at;
  double x, y;

  do
    {
      cor_chart_hit_clear (&hit);
      at += step;
    }
  while (at >= 0 && cor_chart_hit_nth (self->chart, width, height, &theme, (guint)at, &x, &y, &hit)
         && hit.text == NULL);
  if (hit.text == NULL)
    return FALSE;
  self->at = at;
  text = cor_chart_view_told (self, &hit);
  gtk_label_set_label (self->bubble_text, text);
  gtk_popover_set_pointing_to (self->bubble, &(GdkRectangle){ (int)x - 1, (int)y - 1, 2, 2 });
  gtk_popover_popup (self->bubble);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
  cor_chart_hit_clear (&hit);
  return TRUE;
}

static gboolean
step_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CorChartView *self = COR_CHART_VIEW (widget);

  return self->chart != NULL && go_by (self, g_variant_get_int32 (arguments));
}

/* Picks the thing the keys are at, as a click does. */
static gboolean
pick_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CorChartView *self = COR_CHART_VIEW (widget);
  CorChartTheme theme = cor_chart_view_screen_theme (self);
  CorChartHit hit = { 0 };
  double x, y;

  if (self->chart == NULL || self->at < 0
      || !cor_chart_hit_nth (self->chart, gtk_widget_get_width (widget), gtk_widget_get_height (widget), &theme,
                             (guint)self->at, &x, &y, &hit))
    return FALSE;
  if (hit.id != NULL)
    cor_chart_view_leave_keys (self);
  cor_chart_view_take (self, &hit);
  cor_chart_hit_clear (&hit);
  return TRUE;
}

static gboolean
leave_key (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  CorChartView *self = COR_CHART_VIEW (widget);

  if (self->at < 0)
    return FALSE;
  cor_chart_view_leave_keys (self);
  return TRUE;
}

void
cor_chart_view_add_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, step_key, "i", 1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, step_key, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, pick_key, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, leave_key, NULL);
}

void
cor_chart_view_init_keys (CorChartView *self)
{
  GtkEventController *focus;

  self->at = -1;
  self->bubble = GTK_POPOVER (gtk_popover_new ());
  self->bubble_text = GTK_LABEL (gtk_label_new (NULL));
  gtk_popover_set_autohide (self->bubble, FALSE);
  gtk_popover_set_child (self->bubble, GTK_WIDGET (self->bubble_text));
  gtk_widget_set_can_focus (GTK_WIDGET (self->bubble), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->bubble), GTK_WIDGET (self));
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (cor_chart_view_leave_keys), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
