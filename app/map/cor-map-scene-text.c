/* cor-map-scene-text.c: labels, badges and the bubble of what lies on the map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-icons.h"
#include "cor-map-line.h"
#include "cor-map-scene-paint.h"

#include <math.h>
#include <pango/pangocairo.h>
#include <string.h>

#define FONT_SIZE 12.0
#define BOX_HEIGHT 21.0
#define BOX_RADIUS 5.0
#define PADDING 7.0
#define BADGE_GAP 2.0

/* From this zoom on every site has its name, and every station a little later. */
#define SITE_NAMES_ZOOM 9.6
#define STATION_NAMES_ZOOM 11.6

/* See cost_of() and place_box(); in square pixels of something covered, and pixels. */
#define TEXT_WEIGHT 12.0
#define OUTSIDE_COST 8000.0
#define RING 22.0
#define RING_COST 120.0
#define LABEL_RINGS 4

typedef struct
{
  CorMapScene *scene;
  cairo_t *cr;
  const CorMapFrame *frame;
  gboolean dark;
  const CorMapSceneState *state;
  GArray *taken; /* cairo_rectangle_t: icons and lines */
  GArray *texts; /* cairo_rectangle_t: letters placed so far */
} Desk;

static PangoLayout *
set_text (Desk *d, const char *text, double size, PangoWeight weight, double *width, double *height)
{
  PangoLayout *layout = pango_cairo_create_layout (d->cr);
  PangoFontDescription *font = pango_font_description_from_string (COR_MAP_FONT);
  int w, h;

  pango_context_set_language (pango_layout_get_context (layout), pango_language_from_string ("zh-cn"));
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_font_description_set_weight (font, weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &w, &h);
  *width = w;
  *height = h;
  return layout;
}

static void
show_text (Desk *d, PangoLayout *layout, double x, double y, guint32 rgb)
{
  cairo_move_to (d->cr, x, y);
  cor_map_set_colour (d->cr, rgb, 1.0);
  pango_cairo_show_layout (d->cr, layout);
}

static void
fill_box (Desk *d, double x, double y, double width, double height, double radius, guint32 rgb, double alpha)
{
  cor_map_icon_trace_box (d->cr, x, y + 1.0, width, height, radius);
  cor_map_set_colour (d->cr, 0x000000, d->dark ? 0.4 : 0.13);
  cairo_set_line_width (d->cr, 1.6);
  cairo_stroke (d->cr);
  cor_map_icon_trace_box (d->cr, x, y, width, height, radius);
  cor_map_set_colour (d->cr, rgb, alpha);
  cairo_fill (d->cr);
}

static double
overlap (const GArray *taken, const cairo_rectangle_t *box)
{
  double sum = 0.0;

  for (guint i = 0; i < taken->len; i++)
    {
      const cairo_rectangle_t *t = &g_array_index (taken, cairo_rectangle_t, i);
      double w = MIN (t->x + t->width, box->x + box->width) - MAX (t->x, box->x);
      double h = MIN (t->y + t->height, box->y + box->height) - MAX (t->y, box->y);

      if (w > 0.0 && h > 0.0)
        sum += w * h;
    }
  return sum;
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
take (Desk *d, double x, double y, double width, double height)
{
  cairo_rectangle_t box = { x, y, width, height };

  g_array_append_val (d->taken, box);
}

/* How much it would cost to put a box there: letters over letters are worst, then over controls and
 * the picture's edge, then over lines and icons. */
static double
cost_of (Desk *d, const cairo_rectangle_t *box)
{
  double cost = overlap (d->taken, box) + TEXT_WEIGHT * overlap (d->texts, box);

  if (d->state->covered != NULL && is_covered (d->state->covered, box))
    cost += OUTSIDE_COST;
  if (box->x < 4.0 || box->y < 4.0 || box->x + box->width > d->frame->width - 4.0
      || box->y + box->height > d->frame->height - 4.0)
    cost += OUTSIDE_COST;
  return cost;
}

/* The best place around a point for a box: eight directions, on up to @n_rings rings, near ones and
 * sides preferred. Returns its cost without those preferences. */
static double
place_box (Desk *d, double x, double y, double width, double height, double away, int n_rings, double *best_x, double *best_y)
{
  static const double where[][2] = { { 1, 0 }, { -1, 0 }, { 0, 1 }, { 0, -1 }, { 1, 1 }, { 1, -1 }, { -1, 1 }, { -1, -1 } };
  double least = INFINITY, best_cost = 0.0;

  for (int ring = 0; ring < n_rings; ring++)
    for (guint i = 0; i < G_N_ELEMENTS (where); i++)
      {
        double dx = where[i][0], dy = where[i][1], off = away + ring * RING;
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
static void
take_text (Desk *d, double x, double y, double width, double height)
{
  cairo_rectangle_t box = { x - 3.0, y - 3.0, width + 6.0, height + 6.0 };

  g_array_append_val (d->texts, box);
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
static void
take_marks (Desk *d)
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

/* A route's end with all routes that end there under the same name. */
typedef struct
{
  double lon, lat;
  const char *label;
  GPtrArray *routes; /* const CorMapRoute */
} End;

static void
end_clear (gpointer data)
{
  g_ptr_array_unref (((End *) data)->routes);
}

static GArray *
collect_ends (Desk *d)
{
  guint n;
  const CorMapRoute *routes = cor_map_scene_get_routes (d->scene, &n);
  GArray *ends = g_array_new (FALSE, FALSE, sizeof (End));

  g_array_set_clear_func (ends, end_clear);
  for (guint i = 0; i < n && n <= 80; i++)
    {
      const double *last = &routes[i].lon_lat[2 * (routes[i].n_points - 1)];
      End *found = NULL;

      if (routes[i].label == NULL)
        continue;
      for (guint k = 0; k < ends->len && found == NULL; k++)
        {
          End *end = &g_array_index (ends, End, k);

          if (g_str_equal (end->label, routes[i].label) && fabs (end->lon - last[0]) + fabs (end->lat - last[1]) < 0.02)
            found = end;
        }
      if (found == NULL)
        {
          End end = { last[0], last[1], routes[i].label, g_ptr_array_new () };

          g_array_append_val (ends, end);
          found = &g_array_index (ends, End, ends->len - 1);
        }
      g_ptr_array_add (found->routes, (gpointer) &routes[i]);
    }
  return ends;
}

typedef struct
{
  PangoLayout *layout;
  double width, height;
  guint32 ground;
} Badge;

/* The badges of an end: one for each different text and colour. */
static guint
set_badges (Desk *d, const End *end, Badge badges[4])
{
  guint n = 0;

  for (guint i = 0; i < end->routes->len && n < 4; i++)
    {
      const CorMapRoute *route = g_ptr_array_index (end->routes, i);
      guint32 ground = cor_map_tint_rgb (route->tint, d->dark);
      gboolean again = route->badge == NULL;

      for (guint k = 0; k < n && !again; k++)
        again = badges[k].ground == ground && g_str_equal (pango_layout_get_text (badges[k].layout), route->badge);
      if (again)
        continue;
      badges[n].ground = ground;
      badges[n].layout
          = set_text (d, route->badge, FONT_SIZE, PANGO_WEIGHT_BOLD, &badges[n].width, &badges[n].height);
      n++;
    }
  return n;
}

/* A thin line from a label to its place where it could not stay beside it. */
static void
paint_leader (Desk *d, double x, double y, double left, double top, double width)
{
  double to_x = CLAMP (x, left, left + width), to_y = CLAMP (y, top, top + BOX_HEIGHT);

  if (hypot (to_x - x, to_y - y) < RING)
    return;
  cairo_move_to (d->cr, x, y);
  cairo_line_to (d->cr, to_x, to_y);
  cor_map_set_colour (d->cr, d->dark ? 0xa9a9ad : 0x6f6f73, 0.9);
  cairo_set_line_width (d->cr, 1.0);
  cairo_stroke (d->cr);
}

static void
paint_end (Desk *d, const End *end)
{
  Badge badges[4];
  guint n_badges = set_badges (d, end, badges);
  double text_width, text_height, width, x, y, left, top;
  g_autoptr (PangoLayout) text = set_text (d, end->label, FONT_SIZE, PANGO_WEIGHT_MEDIUM, &text_width, &text_height);

  width = text_width + 2.0 * PADDING;
  for (guint i = 0; i < n_badges; i++)
    width += badges[i].width + 1.4 * PADDING + (i > 0 ? BADGE_GAP : 0.0);
  cor_map_frame_project (d->frame, end->lon, end->lat, &x, &y);
  if (x >= 0.0 && y >= 0.0 && x <= d->frame->width && y <= d->frame->height)
    {
      double at;

      place_box (d, x, y, width, BOX_HEIGHT, 14.0, LABEL_RINGS, &left, &top);
      take_text (d, left, top, width, BOX_HEIGHT);
      paint_leader (d, x, y, left, top, width);
      fill_box (d, left, top, width, BOX_HEIGHT, BOX_RADIUS, d->dark ? 0x363636 : 0xffffff, 0.97);
      show_text (d, text, left + PADDING, round (top + (BOX_HEIGHT - text_height) / 2.0), d->dark ? 0xf2f2f2 : 0x2e2e31);
      at = left + text_width + 2.0 * PADDING;
      for (guint i = 0; i < n_badges; i++)
        {
          cor_map_icon_trace_box (d->cr, at, top, badges[i].width + 1.4 * PADDING, BOX_HEIGHT, BOX_RADIUS);
          cor_map_set_colour (d->cr, badges[i].ground, 1.0);
          cairo_fill (d->cr);
          show_text (d, badges[i].layout, at + 0.7 * PADDING, round (top + (BOX_HEIGHT - badges[i].height) / 2.0),
                     cor_map_tint_ink (badges[i].ground));
          at += badges[i].width + 1.4 * PADDING + BADGE_GAP;
        }
    }
  for (guint i = 0; i < n_badges; i++)
    g_object_unref (badges[i].layout);
}

/* A name with a halo, where there is room for it or it must be. */
static void
paint_name (Desk *d, double lon, double lat, const char *name, double away, gboolean must)
{
  double width, height, x, y, left, top;
  g_autoptr (PangoLayout) text
      = set_text (d, name, FONT_SIZE, must ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_MEDIUM, &width, &height);

  cor_map_frame_project (d->frame, lon, lat, &x, &y);
  if (x < 0.0 || y < 0.0 || x > d->frame->width || y > d->frame->height)
    return;
  if (place_box (d, x, y, width, height, away, 1, &left, &top) > 20.0 && !must)
    return;
  take_text (d, left, top, width, height);
  cairo_move_to (d->cr, left, top);
  pango_cairo_layout_path (d->cr, text);
  cor_map_set_colour (d->cr, d->dark ? 0x1f2124 : 0xfbfaf7, 0.9);
  cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (d->cr, 3.4);
  cairo_stroke (d->cr);
  show_text (d, text, left, top, d->dark ? 0xf2f2f2 : 0x2e2e31);
}

static gboolean
is_named (const GArray *ends, const char *name, double lon, double lat)
{
  for (guint i = 0; i < ends->len; i++)
    {
      const End *end = &g_array_index (ends, End, i);

      if (fabs (end->lon - lon) + fabs (end->lat - lat) < 0.02 || g_strcmp0 (end->label, name) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_chosen (const Desk *d, CorMapObjectKind kind, const char *id)
{
  for (guint i = 0; i < d->state->n_selected; i++)
    if (d->state->selected[i].kind == kind && g_strcmp0 (d->state->selected[i].id, id) == 0)
      return TRUE;
  return d->state->hovered.kind == kind && g_strcmp0 (d->state->hovered.id, id) == 0;
}

static void
paint_names (Desk *d, const GArray *ends)
{
  guint n_stations, n_sites;
  const CorMapStation *stations = cor_map_scene_get_stations (d->scene, &n_stations);
  const CorMapSite *sites = cor_map_scene_get_sites (d->scene, &n_sites);

  for (guint i = 0; i < n_sites; i++)
    {
      gboolean chosen = is_chosen (d, COR_MAP_OBJECT_SITE, sites[i].id);

      if (sites[i].label != NULL && (chosen || (d->frame->zoom >= SITE_NAMES_ZOOM && n_sites <= 200))
          && !is_named (ends, sites[i].label, sites[i].lon, sites[i].lat))
        paint_name (d, sites[i].lon, sites[i].lat, sites[i].label, chosen ? 18.0 : 13.0, chosen);
    }
  for (guint i = 0; i < n_stations; i++)
    {
      gboolean chosen = is_chosen (d, COR_MAP_OBJECT_STATION, stations[i].id);

      if (d->state->dragged.kind != COR_MAP_OBJECT_NONE || stations[i].label == NULL)
        continue;
      if (chosen || (d->frame->zoom >= STATION_NAMES_ZOOM && n_stations <= 200))
        paint_name (d, stations[i].lon, stations[i].lat, stations[i].label, chosen ? 24.0 : 13.0, chosen);
    }
}

static void
paint_detour_labels (Desk *d)
{
  guint n;
  const CorMapDetour *detours = cor_map_scene_get_detours (d->scene, &n);

  for (guint i = 0; i < n && n <= 40; i++)
    {
      const double *last = &detours[i].lon_lat[2 * (detours[i].n_points - 1)];
      double width, height, x0, y0, x1, y1, left, top;
      g_autoptr (PangoLayout) text = NULL;

      if (detours[i].label == NULL)
        continue;
      text = set_text (d, detours[i].label, 11.5, PANGO_WEIGHT_BOLD, &width, &height);
      cor_map_frame_project (d->frame, detours[i].lon_lat[0], detours[i].lon_lat[1], &x0, &y0);
      cor_map_frame_project (d->frame, last[0], last[1], &x1, &y1);
      place_box (d, (x0 + x1) / 2.0, (y0 + y1) / 2.0, width + 12.0, height + 4.0, 16.0, 2, &left,
                 &top);
      take_text (d, left, top, width + 12.0, height + 4.0);
      fill_box (d, left, top, width + 12.0, height + 4.0, 9.0, d->dark ? 0x363636 : 0xffffff, 0.94);
      show_text (d, text, left + 6.0, top + 2.0, cor_map_tint_rgb (detours[i].tint, d->dark));
    }
}

typedef struct
{
  PangoLayout *what, *before, *after;
  double what_width, before_width, after_width, height;
} BubbleRow;

static BubbleRow
set_bubble_row (Desk *d, const CorMapBubbleRow *row)
{
  BubbleRow r;
  double height;
  g_autofree char *before = g_strdup_printf ("%s  →", row->before);

  r.what = set_text (d, row->what, FONT_SIZE, PANGO_WEIGHT_NORMAL, &r.what_width, &height);
  r.before = set_text (d, before, FONT_SIZE, PANGO_WEIGHT_NORMAL, &r.before_width, &r.height);
  r.after = set_text (d, row->after, FONT_SIZE, PANGO_WEIGHT_BOLD, &r.after_width, &height);
  return r;
}

/* The point that the bubble belongs to, in pixels. */
static gboolean
bubble_anchor (Desk *d, double *x, double *y)
{
  const CorMapSceneState *s = d->state;
  CorMapMark mark = s->dragged;
  guint n_stations, n_sites;
  const CorMapStation *stations = cor_map_scene_get_stations (d->scene, &n_stations);
  const CorMapSite *sites = cor_map_scene_get_sites (d->scene, &n_sites);

  if (mark.kind != COR_MAP_OBJECT_NONE)
    {
      cor_map_frame_project (d->frame, s->drag_lon, s->drag_lat, x, y);
      return TRUE;
    }
  if (s->n_selected == 0)
    return FALSE;
  mark = s->selected[0];
  for (guint i = 0; i < n_stations; i++)
    if (mark.kind == COR_MAP_OBJECT_STATION && g_strcmp0 (mark.id, stations[i].id) == 0)
      {
        cor_map_frame_project (d->frame, stations[i].lon, stations[i].lat, x, y);
        return TRUE;
      }
  for (guint i = 0; i < n_sites; i++)
    if (mark.kind == COR_MAP_OBJECT_SITE && g_strcmp0 (mark.id, sites[i].id) == 0)
      {
        cor_map_frame_project (d->frame, sites[i].lon, sites[i].lat, x, y);
        return TRUE;
      }
  return FALSE;
}

#define BUBBLE_MAX_ROWS 6
#define BUBBLE_PADDING 12.0
#define BUBBLE_LINE 19.0

static void
paint_bubble (Desk *d, const CorMapBubble *bubble)
{
  BubbleRow rows[BUBBLE_MAX_ROWS];
  guint n = MIN (bubble->n_rows, BUBBLE_MAX_ROWS);
  double title_width, note_width, what = 0.0, before = 0.0, after = 0.0, height, width, x, y, left, top;
  g_autoptr (PangoLayout) title = set_text (d, bubble->title, FONT_SIZE, PANGO_WEIGHT_BOLD, &title_width, &height);
  g_autoptr (PangoLayout) note
      = set_text (d, bubble->note != NULL ? bubble->note : "", FONT_SIZE, PANGO_WEIGHT_NORMAL, &note_width, &height);
  guint32 text = d->dark ? 0xf2f2f2 : 0x2e2e31, secondary = d->dark ? 0xa9a9ad : 0x6f6f73;

  if (!bubble_anchor (d, &x, &y))
    return;
  for (guint i = 0; i < n; i++)
    {
      rows[i] = set_bubble_row (d, &bubble->rows[i]);
      what = MAX (what, rows[i].what_width);
      before = MAX (before, rows[i].before_width);
      after = MAX (after, rows[i].after_width);
    }
  width = MAX (title_width + 8.0 + note_width, what + 18.0 + before + 8.0 + after) + 2.0 * BUBBLE_PADDING;
  height = (n + 1) * BUBBLE_LINE + 2.0 * BUBBLE_PADDING - 6.0;
  left = round (CLAMP (x - width * 0.35, 8.0, MAX (8.0, d->frame->width - width - 8.0)));
  top = round (y - 34.0 - height >= 8.0 ? y - 34.0 - height : y + 34.0);
  fill_box (d, left, top, width, height, 9.0, d->dark ? 0x363636 : 0xffffff, 0.97);
  show_text (d, title, left + BUBBLE_PADDING, top + BUBBLE_PADDING - 3.0, text);
  show_text (d, note, left + BUBBLE_PADDING + title_width + 8.0, top + BUBBLE_PADDING - 3.0, secondary);
  for (guint i = 0; i < n; i++)
    {
      double line = top + BUBBLE_PADDING - 3.0 + (i + 1) * BUBBLE_LINE;
      double end = left + width - BUBBLE_PADDING;

      show_text (d, rows[i].what, left + BUBBLE_PADDING, line, secondary);
      show_text (d, rows[i].before, end - after - 8.0 - rows[i].before_width, line, secondary);
      show_text (d, rows[i].after, end - after, line, cor_map_tint_rgb (bubble->rows[i].tint, d->dark));
      g_object_unref (rows[i].what);
      g_object_unref (rows[i].before);
      g_object_unref (rows[i].after);
    }
}

void
cor_map_scene_paint_texts (
    CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark, const CorMapSceneState *state)
{
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  g_autoptr (GArray) texts = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_t));
  Desk d = { scene, cr, frame, dark, state, taken, texts };
  g_autoptr (GArray) ends = collect_ends (&d);

  take_marks (&d);
  for (guint i = 0; i < ends->len; i++)
    paint_end (&d, &g_array_index (ends, End, i));
  paint_names (&d, ends);
  paint_detour_labels (&d);
  if (state->bubble != NULL)
    paint_bubble (&d, state->bubble);
}
