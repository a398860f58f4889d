/* cor-area-map.c: a small map of areas, filled by value, with the lines of routes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-area-map.h"

#include "cor-chart-theme.h"
#include "cor-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MARGIN 10.0
/* Alpha of the emptiest and the fullest area. */
#define FAINT 0.10
#define FULL 0.85

struct _CorAreaMap
{
  GtkWidget parent_instance;

  CorCities *cities;
  double *values;
  double most;
  char *unit;
  GPtrArray *lines;
  double west, east, south, north; /* Mercator, of all areas */
};

G_DEFINE_FINAL_TYPE (CorAreaMap, cor_area_map, GTK_TYPE_WIDGET)

static double
mercator_y (double lat)
{
  return asinh (tan (lat * G_PI / 180)) * 180 / G_PI;
}

static void
extend (CorAreaMap *self, const GPtrArray *rings)
{
  for (guint i = 0; i < rings->len; i++)
    {
      const GArray *ring = g_ptr_array_index (rings, i);

      for (guint k = 0; k < ring->len; k++)
        {
          CorLonLat place = g_array_index (ring, CorLonLat, k);

          self->west = fmin (self->west, place.lon);
          self->east = fmax (self->east, place.lon);
          self->south = fmin (self->south, mercator_y (place.lat));
          self->north = fmax (self->north, mercator_y (place.lat));
        }
    }
}

/* The drawing's way from degrees to pixels. */
typedef struct
{
  double x, y, scale;
  double west, north;
} View;

static View
view_of (const CorAreaMap *self, double width, double height)
{
  double wide = self->east - self->west, high = self->north - self->south;
  View view = { .west = self->west, .north = self->north };

  view.scale = fmin ((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / high);
  view.x = (width - wide * view.scale) / 2;
  view.y = (height - high * view.scale) / 2;
  return view;
}

static void
to_pixels (const View *view, CorLonLat place, double *x, double *y)
{
  *x = view->x + (place.lon - view->west) * view->scale;
  *y = view->y + (view->north - mercator_y (place.lat)) * view->scale;
}

static void
trace_rings (cairo_t *cr, const View *view, const GPtrArray *rings)
{
  for (guint i = 0; i < rings->len; i++)
    {
      const GArray *ring = g_ptr_array_index (rings, i);

      for (guint k = 0; k < ring->len; k++)
        {
          double x, y;

          to_pixels (view, g_array_index (ring, CorLonLat, k), &x, &y);
          if (k == 0)
            cairo_move_to (cr, x, y);
          else
            cairo_line_to (cr, x, y);
        }
      cairo_close_path (cr);
    }
}

static void
set_color (cairo_t *cr, const CorChartTheme *theme, CorRole role, double alpha)
{
  CorColor color = cor_chart_theme_color (theme, role);

  cairo_set_source_rgba (cr, color.red, color.green, color.blue, alpha);
}

static void
draw_area (const CorAreaMap *self, cairo_t *cr, const CorChartTheme *theme, const View *view, guint index)
{
  double value = self->values != NULL ? self->values[index] : NAN;
  double strength = self->most > 0 && value > 0 ? fmin (1, value / self->most) : 0;

  cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
  trace_rings (cr, view, cor_cities_rings (self->cities, index));
  if (isnan (value))
    set_color (cr, theme, COR_ROLE_BASELINE, FAINT);
  else
    set_color (cr, theme, COR_ROLE_DIESEL, FAINT + (FULL - FAINT) * sqrt (strength));
  cairo_fill_preserve (cr);
  set_color (cr, theme, COR_ROLE_GROUND, 1);
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

/* The middle of a ring by its area (shoelace formula). */
static void
middle_of (const View *view, const GArray *ring, double *x, double *y)
{
  double twice = 0, sum_x = 0, sum_y = 0;

  for (guint k = 0; k + 1 < ring->len; k++)
    {
      double ax, ay, bx, by, cross;

      to_pixels (view, g_array_index (ring, CorLonLat, k), &ax, &ay);
      to_pixels (view, g_array_index (ring, CorLonLat, k + 1), &bx, &by);
      cross = ax * by - bx * ay;
      twice += cross;
      sum_x += (ax + bx) * cross;
      sum_y += (ay + by) * cross;
    }
  *x = sum_x / (3 * twice);
  *y = sum_y / (3 * twice);
}

/* Moves a label up or down until it is clear of those that stand; FALSE where that is far. */
static gboolean
find_room (GArray *boxes, graphene_rect_t *box)
{
  float start = box->origin.y;

  for (int step = 0; step < 12; step++)
    {
      gboolean clear = TRUE;

      box->origin.y = start + (float) ((step + 1) / 2 * (step % 2 == 1 ? 1 : -1)) * box->size.height * 0.55f;
      for (guint i = 0; i < boxes->len && clear; i++)
        clear = !graphene_rect_intersection (box, &g_array_index (boxes, graphene_rect_t, i), NULL);
      if (!clear)
        continue;
      g_array_append_vals (boxes, box, 1);
      return TRUE;
    }
  return FALSE;
}

/* Name and amount in the middle of an area, on a light ground. */
static void
draw_label (CorAreaMap *self, cairo_t *cr, const CorChartTheme *theme, const View *view, guint index, GArray *boxes)
{
  const GPtrArray *rings = cor_cities_rings (self->cities, index);
  g_autofree char *amount = cor_format_significant (self->values[index], 3);
  g_autofree char *text = g_strdup_printf ("%s\n%s %s", cor_cities_name (self->cities, index, cor_format_is_chinese (NULL)), amount, self->unit);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), text);
  graphene_rect_t box;
  int width, height;
  double x, y;

  middle_of (view, g_ptr_array_index (rings, 0), &x, &y);
  pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  pango_layout_get_pixel_size (layout, &width, &height);
  graphene_rect_init (&box, (float) x - (float) width / 2 - 3, (float) y - (float) height / 2 - 1, (float) width + 6, (float) height + 2);
  if (!find_room (boxes, &box))
    return;
  set_color (cr, theme, COR_ROLE_GROUND, 0.75);
  cairo_rectangle (cr, box.origin.x, box.origin.y, box.size.width, box.size.height);
  cairo_fill (cr);
  set_color (cr, theme, COR_ROLE_TEXT, 1);
  cairo_move_to (cr, box.origin.x + 3, box.origin.y + 1);
  pango_cairo_show_layout (cr, layout);
}

static void
draw_lines (const CorAreaMap *self, cairo_t *cr, const CorChartTheme *theme, const View *view)
{
  set_color (cr, theme, COR_ROLE_ELECTRIC, 0.9);
  cairo_set_line_width (cr, 2);
  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    {
      const CorPath *path = g_ptr_array_index (self->lines, i);

      for (guint k = 0; k < path->n_shape; k++)
        {
          double x, y;

          to_pixels (view, path->shape[k], &x, &y);
          if (k == 0)
            cairo_move_to (cr, x, y);
          else
            cairo_line_to (cr, x, y);
        }
      cairo_stroke (cr);
    }
}

static void
cor_area_map_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CorAreaMap *self = COR_AREA_MAP (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  CorChartTheme theme = cor_chart_theme (dark ? COR_LOOK_DARK : COR_LOOK_LIGHT);
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (graphene_rect_t));
  cairo_t *cr;
  View view;

  if (self->cities == NULL || !(self->east > self->west) || width < 40 || height < 40)
    return;
  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  view = view_of (self, width, height);
  for (guint i = 0; i < cor_cities_count (self->cities); i++)
    draw_area (self, cr, &theme, &view, i);
  draw_lines (self, cr, &theme, &view);
  for (guint i = 0; i < cor_cities_count (self->cities); i++)
    if (self->values != NULL && self->values[i] > 0)
      draw_label (self, cr, &theme, &view, i, boxes);
  cairo_destroy (cr);
}

static void
cor_area_map_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 240 : 160;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 460 : 360;
}

static void
cor_area_map_dispose (GObject *object)
{
  CorAreaMap *self = COR_AREA_MAP (object);

  g_clear_pointer (&self->cities, cor_cities_unref);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->unit, g_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  G_OBJECT_CLASS (cor_area_map_parent_class)->dispose (object);
}

static void
cor_area_map_class_init (CorAreaMapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_area_map_dispose;
  widget_class->snapshot = cor_area_map_snapshot;
  widget_class->measure = cor_area_map_measure;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
cor_area_map_init (CorAreaMap *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
cor_area_map_new (void)
{
  return g_object_new (COR_TYPE_AREA_MAP, "hexpand", TRUE, "vexpand", TRUE, NULL);
}

int
cor_area_map_find (CorAreaMap *self, double x, double y)
{
  CorLonLat place;
  guint area;
  View view;

  g_return_val_if_fail (COR_IS_AREA_MAP (self), -1);

  if (self->cities == NULL || !(self->east > self->west))
    return -1;
  view = view_of (self, gtk_widget_get_width (GTK_WIDGET (self)), gtk_widget_get_height (GTK_WIDGET (self)));
  place.lon = view.west + (x - view.x) / view.scale;
  place.lat = atan (sinh ((view.north - (y - view.y) / view.scale) * G_PI / 180)) * 180 / G_PI;
  area = cor_cities_find (self->cities, place);
  return area < cor_cities_count (self->cities) ? (int) area : -1;
}

/* The map shows the areas that have something, or all where none has. */
static void
fit (CorAreaMap *self)
{
  gboolean any = FALSE;

  for (guint i = 0; self->values != NULL && i < cor_cities_count (self->cities); i++)
    any |= self->values[i] > 0;
  self->west = self->south = INFINITY;
  self->east = self->north = -INFINITY;
  for (guint i = 0; i < cor_cities_count (self->cities); i++)
    if (!any || self->values[i] > 0)
      extend (self, cor_cities_rings (self->cities, i));
}

void
cor_area_map_set_areas (CorAreaMap *self, CorCities *cities)
{
  g_clear_pointer (&self->cities, cor_cities_unref);
  g_clear_pointer (&self->values, g_free);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->cities = cor_cities_ref (cities);
  fit (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What a screen reader says: the areas that have a value. */
static void
update_label (CorAreaMap *self)
{
  g_autoptr (GString) label = g_string_new (_ ("Map of areas"));

  for (guint i = 0; i < cor_cities_count (self->cities); i++)
    if (self->values[i] > 0)
      {
        g_autofree char *amount = cor_format_significant (self->values[i], 3);

        g_string_append_printf (label, "; %s %s %s", cor_cities_name (self->cities, i, cor_format_is_chinese (NULL)), amount, self->unit);
      }
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label->str, -1);
}

void
cor_area_map_set_values (CorAreaMap *self, const double *values, double most, const char *unit)
{
  g_return_if_fail (self->cities != NULL);

  g_free (self->values);
  g_free (self->unit);
  self->values = g_memdup2 (values, cor_cities_count (self->cities) * sizeof *values);
  self->most = most;
  self->unit = g_strdup (unit);
  fit (self);
  update_label (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
cor_area_map_set_lines (CorAreaMap *self, GPtrArray *paths)
{
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  self->lines = paths;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
