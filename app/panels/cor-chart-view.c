/* cor-chart-view.c: a chart on screen: tooltips, a spoken summary, copy and save.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-view-private.h"

#include "cor-card.h"
#include "cor-chart-cards.h"
#include "cor-marks.h"

#include <adwaita.h>
#include <pango/pangocairo.h>

#include <glib/gi18n-lib.h>

/* Dots an inch at which letters have their usual size, and how much larger those of charts may get. */
#define USUAL_DPI 96.0
#define MOST_TEXT 2.0

enum
{
  PICKED,
  ASKED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CorChartView, cor_chart_view, GTK_TYPE_WIDGET)

/* How much larger letters are than usual: charts grow with them, as far as that leaves room to draw. */
static double
text_scale (CorChartView *self)
{
  double dpi = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  return dpi > 0 ? CLAMP (dpi / USUAL_DPI, 1, MOST_TEXT) : 1;
}

CorChartTheme
cor_chart_view_theme (CorChartView *self, CorLook look)
{
  CorChartTheme theme = cor_chart_theme (look);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const char *family
      = pango_font_description_get_family (pango_context_get_font_description (context));

  if (g_strcmp0 (family, self->family) != 0)
    {
      g_free (self->family);
      self->family = g_strdup (family);
    }
  theme.family = self->family;
  theme.scale = text_scale (self);
  return theme;
}

CorChartTheme
cor_chart_view_screen_theme (CorChartView *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  CorChartTheme theme = cor_chart_view_theme (self, adw_style_manager_get_dark (style) ? COR_LOOK_DARK : COR_LOOK_LIGHT);

  theme.contrast = adw_style_manager_get_high_contrast (style);
  return theme;
}

static void
cor_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CorChartView *self = COR_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  CorChartTheme theme;
  cairo_t *cr;

  if (self->chart == NULL || width < 1 || height < 1)
    return;
  theme = cor_chart_view_screen_theme (self);
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cor_chart_draw (self->chart, cr, width, height, &theme);
  cairo_destroy (cr);
}

static void
cor_chart_view_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  double scale = text_scale (COR_CHART_VIEW (widget));

  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 120 : 90;
  *natural = (int)(scale * (orientation == GTK_ORIENTATION_HORIZONTAL ? 260 : 190));
}

static gboolean
hit_at (CorChartView *self, double x, double y, CorChartHit *hit)
{
  CorChartTheme theme = cor_chart_view_screen_theme (self);

  return self->chart != NULL
         && cor_chart_hit (self->chart, gtk_widget_get_width (GTK_WIDGET (self)),
                           gtk_widget_get_height (GTK_WIDGET (self)), &theme, x, y, hit);
}

char *
cor_chart_view_told (CorChartView *self, const CorChartHit *hit)
{
  g_autoptr (CorResults) results = NULL;
  g_autoptr (CorTrace) trace = cor_chart_card (self->chart, hit->card, cor_format_is_chinese (NULL), &results);

  CorTrace *on = hit->card > 0 && hit->card <= self->on->len ? g_ptr_array_index (self->on, hit->card - 1) : NULL;

  return trace != NULL ? cor_card_tooltip (trace, on, hit->text) : g_strdup (hit->text);
}

void
cor_chart_view_take (CorChartView *self, const CorChartHit *hit)
{
  g_autofree char *id = g_strdup (hit->id);
  g_autoptr (CorResults) results = NULL;
  g_autoptr (CorTrace) trace = cor_chart_card (self->chart, hit->card, cor_format_is_chinese (NULL), &results);

  if (id != NULL)
    g_signal_emit (self, signals[PICKED], 0, id);
  if (trace != NULL)
    cor_card_open_trace (GTK_WIDGET (self), results, trace);
  else if (id == NULL)
    g_signal_emit (self, signals[ASKED], 0, hit->series, hit->point);
}

static gboolean
cor_chart_view_query_tooltip (GtkWidget *widget,
                              int x,
                              int y,
                              gboolean keyboard,
                              GtkTooltip *tooltip)
{
  CorChartHit hit = { 0 };
  gboolean found = !keyboard && hit_at (COR_CHART_VIEW (widget), x, y, &hit) && hit.text != NULL;

  if (found)
    {
      GdkRectangle area = { x - 6, y - 6, 12, 12 };

      g_autofree char *text = cor_chart_view_told (COR_CHART_VIEW (widget), &hit);

      gtk_tooltip_set_text (tooltip, text);
      gtk_tooltip_set_tip_area (tooltip, &area);
      cor_chart_hit_clear (&hit);
    }
  return found;
}

static void
released (GtkGestureClick *gesture, int n, double x, double y, CorChartView *self)
{
  CorChartHit hit = { 0 };

  if (!hit_at (self, x, y, &hit))
    return;
  cor_chart_view_take (self, &hit);
  cor_chart_hit_clear (&hit);
}

static void
explain (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorChartView *self = COR_CHART_VIEW (widget);
  CorChartHit hit = { .series = self->series, .point = self->point, .mark = -1, .card = self->card };

  cor_chart_view_take (self, &hit);
}

static void
menu_pressed (GtkGestureClick *gesture, int n, double x, double y, CorChartView *self)
{
  CorChartHit hit = { .series = -1, .point = -1 };

  hit_at (self, x, y, &hit);
  self->series = hit.series;
  self->point = hit.point;
  self->card = hit.card;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.explain", self->explains || hit.card > 0);
  cor_chart_hit_clear (&hit);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &(GdkRectangle){ (int)x, (int)y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (self->menu));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
show_menu (GtkWidget *widget, const char *action, GVariant *parameter)
{
  CorChartView *self = COR_CHART_VIEW (widget);
  GdkRectangle middle
      = { gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget) / 2, 1, 1 };

  self->series = self->point = -1;
  self->card = 0;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.explain", self->explains);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &middle);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
cor_chart_view_dispose (GObject *object)
{
  CorChartView *self = COR_CHART_VIEW (object);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  if (self->bubble != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->bubble));
  self->bubble = NULL;
  G_OBJECT_CLASS (cor_chart_view_parent_class)->dispose (object);
}

static void
cor_chart_view_finalize (GObject *object)
{
  CorChartView *self = COR_CHART_VIEW (object);

  g_clear_pointer (&self->chart, cor_chart_free);
  g_ptr_array_unref (self->on);
  g_free (self->family);
  G_OBJECT_CLASS (cor_chart_view_parent_class)->finalize (object);
}

static void
cor_chart_view_class_init (CorChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = cor_chart_view_dispose;
  object_class->finalize = cor_chart_view_finalize;
  widget_class->snapshot = cor_chart_view_snapshot;
  widget_class->measure = cor_chart_view_measure;
  widget_class->query_tooltip = cor_chart_view_query_tooltip;
  signals[PICKED] = g_signal_new ("picked", COR_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ASKED] = g_signal_new ("asked", COR_TYPE_CHART_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                 NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);
  gtk_widget_class_install_action (widget_class, "chart.explain", NULL, explain);
  cor_chart_view_add_save_actions (widget_class);
  gtk_widget_class_install_action (widget_class, "menu.popup", NULL, show_menu);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "menu.popup",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "menu.popup", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "chart.copy",
                                       NULL);
  cor_chart_view_add_keys (widget_class);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_widget_class_set_css_name (widget_class, "chart");
}

static void
cor_chart_view_init (CorChartView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenuItem) explained = NULL;

  self->on = cor_card_list_new ();
  explained = g_menu_item_new (_ ("_Where It Comes From"), "chart.explain");
  g_menu_item_set_attribute (explained, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, explained);
  g_menu_append (menu, _ ("_Copy as Picture"), "chart.copy");
  g_menu_append (menu, _ ("Save as _SVG…"), "chart.save-svg");
  g_menu_append (menu, _ ("Save as _PNG…"), "chart.save-png");
  g_menu_append (menu, _ ("Save _Data as CSV…"), "chart.save-csv");
  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.explain", FALSE);
  cor_chart_view_init_keys (self);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (click, "released", G_CALLBACK (released), self);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (menu_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (secondary));
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (gtk_widget_queue_resize), self, G_CONNECT_SWAPPED);
}

GtkWidget *
cor_chart_view_new (void)
{
  return g_object_new (COR_TYPE_CHART_VIEW, NULL);
}

/* What rests on something assumed is marked when that is known. */
static void
mark (GtkWidget *view, CorTrace *const *on, guint n)
{
  CorChartView *self = COR_CHART_VIEW (view);

  g_ptr_array_set_size (self->on, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->on, on[i] != NULL ? cor_trace_ref (on[i]) : NULL);
  cor_chart_set_assumed (self->chart, on);
  gtk_widget_queue_draw (view);
}

static void
ask_marks (CorChartView *self)
{
  guint n = self->chart != NULL ? cor_chart_n_cards (self->chart) : 0;
  g_autofree CorMark *marks = g_new0 (CorMark, n);

  g_ptr_array_set_size (self->on, 0);
  for (guint i = 0; i < n; i++)
    cor_chart_card_rests (self->chart, i + 1, &marks[i].results, &marks[i].key, &marks[i].trace);
  cor_marks_ask (GTK_WIDGET (self), marks, n, mark);
}

void
cor_chart_view_set_chart (CorChartView *self, CorChart *chart)
{
  g_autofree char *text = NULL;

  g_return_if_fail (COR_IS_CHART_VIEW (self));

  g_clear_pointer (&self->chart, cor_chart_free);
  self->chart = chart;
  ask_marks (self);
  cor_chart_view_leave_keys (self);
  text = chart != NULL ? cor_chart_describe (chart, NULL) : g_strdup ("");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
cor_chart_view_set_explains (CorChartView *self, gboolean explains)
{
  g_return_if_fail (COR_IS_CHART_VIEW (self));

  self->explains = explains;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.explain", explains);
}
