/* cor-map-desk.c: setting texts on the map so that none lies over another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-desk.h"

#include "cor-map-icons.h"
#include "cor-map-line.h"

#include <math.h>

/* See cost_of() and cor_map_desk_place(); in square pixels of something covered, and pixels. */
#define TEXT_WEIGHT 60.0
#define OUTSIDE_COST 8000.0
#define RING_COST 120.0

PangoLayout *
cor_map_desk_text (CorMapDesk *d, const char *text, double size, PangoWeight weight, double *width, double *height)
{
  PangoLayout *layout = pango_cairo_create_layout (d->cr);
  PangoFontDescription *font = pango_font_description_from_string (COR_MAP_FONT);
  int w, h;

  pango_context_set_language (pango_layout_get_context (layout), pango_language_from_string ("zh-cn"));
  pango_font_description_set_absolute_size (font, cor_map_frame_text (d->frame, size) * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &w, &h);
  *width = w;
  *height = h;
  return layout;
}

void
cor_map_desk_show (CorMapDesk *d, PangoLayout *layout, double x, double y, guint32 rgb)
{
  cairo_move_to (d->cr, x, y);
  cor_map_set_colour (d->cr, rgb, 1.0);
  pango_cairo_show_layout (d->cr, layout);
}

void
cor_map_desk_fill_box (CorMapDesk *d, double x, double y, double width, double height, double radius, guint32 rgb, double alpha)
{
  cor_map_icon_trace_box (d->cr, x, y + 1.0, width, height, radius);
  cor_map_set_colour (d->cr, 0x000000, d->dark ? 0.4 : 0.13);
  cairo_set_line_width (d->cr, 1.6);
  cairo_stroke (d->cr);
  cor_map_icon_trace_box (d->cr, x, y, width, height, radius);
  cor_map_set_colour (d->cr, rgb, alpha);
  cairo_fill (d->cr);
}

/* Whether a control floats over the box. */
static gboolean
is_covered (const GArray *controls, const cairo_rectangle_t *box)
{
  for (guint i = 0; i < controls->len; i++)
    {
      const cairo_rectangle_int_t *c = &g_array_index (controls, cairo_rectangle_int_t, i);

      if (box->x < c->x + c->width && c->x < box->x + box->width && box->y < c->y + c->height
          && c->y < box->y + box->height)
        return TRUE;
    }
  return FALSE;
}

static void
take (CorMapDesk *d, double x, double y, double width, double height)
{
  cor_map_boxes_add (d->taken, &(cairo_rectangle_t){ x, y, width, height });
}

/* How much it would cost to put a box there: letters over letters are worst, then over controls and
 * the picture's edge, then over lines and icons. */
static double
cost_of (CorMapDesk *d, const cairo_rectangle_t *box)
{
  double cost = cor_map_boxes_overlap (d->taken, box) + TEXT_WEIGHT * cor_map_boxes_overlap (d->texts, box);

  if (d->state->covered != NULL && is_covered (d->state->covered, box))
    cost += OUTSIDE_COST;
  if (box->x < 4.0 || box->y < 4.0 || box->x + box->width > d->frame->width - 4.0
      || box->y + box->height > d->frame->height - 4.0)
    cost += OUTSIDE_COST;
  return cost;
}

/* The best place around a point for a box: eight directions, on up to @n_rings rings, near ones and
 * sides preferred. Returns its cost without those preferences. */
double
cor_map_desk_place (CorMapDesk *d, double x, double y, double width, double height, double away, int n_rings, double *best_x, double *best_y)
{
  static const double where[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 }, { 1, 1 }, { 1, -1 }, { -1, 1 }, { -1, -1 } };
  double least = INFINITY, best_cost = 0.0;

  for (int ring = 0; ring < n_rings; ring++)
    for (guint i = 0; i < G_N_ELEMENTS (where); i++)
      {
        double dx = where[i][0], dy = where[i][1], off = away + ring * COR_MAP_DESK_RING;
        cairo_rectangle_t box = { x + dx * off - (dx < 0 ? width : dx > 0 ? 0.0 : width / 2.0),
                                  y + dy * off - (dy < 0 ? height : dy > 0 ? 0.0 : height / 2.0), width, height };
        double cost = cost_of (d, &box);
        double preference = (i < 4 ? i * 6.0 : 40.0 + i) + ring * RING_COST;

        if (cost + preference >= least)
          continue;
        least = cost + preference;
        best_cost = cost;
        *best_x = round (box.x);
        *best_y = round (box.y);
      }
  return best_cost;
}

/* A box of letters is placed: no other is to lie over it. */
void
cor_map_desk_take (CorMapDesk *d, double x, double y, double width, double height)
{
  cor_map_boxes_add (d->texts, &(cairo_rectangle_t){ x - 3.0, y - 3.0, width + 6.0, height + 6.0 });
}

#define MAX_ICONS_MINDED 300
/* Pixels from its middle that a dragged icon takes with its glow. */
#define DRAGGED_REACH 24.0
#define MAX_LINES_MINDED 60

static void
mind_icon (GArray *boxes, const CorMapFrame *frame, double lon, double lat)
{
  int half = (int) (cor_map_scene_icon_size (frame->zoom) / 2.0) + 2;
  double x, y;
  cairo_rectangle_int_t box;

  cor_map_frame_project (frame, lon, lat, &x, &y);
  box = (cairo_rectangle_int_t){ (int) x - half, (int) y - half, 2 * half, 2 * half };
  g_array_append_val (boxes, box);
}

static void
mind_line (GArray *boxes, const GArray *line)
{
  for (guint k = 0; k + 1 < line->len; k++)
    {
      const CorMapLinePoint *a = &g_array_index (line, CorMapLinePoint, k), *b = a + 1;
      int steps = (int) CLAMP (hypot (b->x - a->x, b->y - a->y) / 8.0, 1.0, 100.0);

      for (int s = 0; s < steps; s++)
        {
          cairo_rectangle_int_t box = { (int) (a->x + (b->x - a->x) * s / steps) - 3,
                                        (int) (a->y + (b->y - a->y) * s / steps) - 3, 6, 6 };

          g_array_append_val (boxes, box);
        }
    }
}

GArray *
cor_map_scene_keep_free (CorMapScene *scene, const CorMapFrame *frame)
{
  GArray *boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_int_t));
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (CorMapLinePoint));
  guint n_stations, n_sites, n_routes;
  const CorMapStation *stations = cor_map_scene_get_stations (scene, &n_stations);
  const CorMapSite *sites = cor_map_scene_get_sites (scene, &n_sites);
  double weight = cor_map_scene_get_weight (scene);

  cor_map_scene_get_routes (scene, &n_routes);
  for (guint i = 0; i < n_stations && n_stations <= MAX_ICONS_MINDED; i++)
    mind_icon (boxes, frame, stations[i].lon, stations[i].lat);
  for (guint i = 0; i < n_sites && n_sites <= MAX_ICONS_MINDED; i++)
    mind_icon (boxes, frame, sites[i].lon, sites[i].lat);
  for (guint i = 0; i < n_routes && n_routes <= MAX_LINES_MINDED; i++)
    {
      cor_map_line_trace (scene, i, weight, frame, line);
      mind_line (boxes, line);
    }
  return boxes;
}

/* Icons are not to be written over, and lines only where there is no other place. */
void
cor_map_desk_take_marks (CorMapDesk *d)
{
  g_autoptr (GArray) boxes = cor_map_scene_keep_free (d->scene, d->frame);

  for (guint i = 0; i < boxes->len; i++)
    {
      const cairo_rectangle_int_t *b = &g_array_index (boxes, cairo_rectangle_int_t, i);

      take (d, b->x, b->y, b->width, b->height);
    }
  if (d->state->dragged.kind != COR_MAP_OBJECT_NONE)
    {
      double x, y;

      cor_map_frame_project (d->frame, d->state->drag_lon, d->state->drag_lat, &x, &y);
      take (d, x - DRAGGED_REACH, y - DRAGGED_REACH, 2.0 * DRAGGED_REACH, 2.0 * DRAGGED_REACH);
    }
}
