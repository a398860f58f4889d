/* cor-map-scene-text.c: labels and badges of what lies on the map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-desk.h"
#include "cor-map-icons.h"

#include <math.h>
#include <string.h>

#define FONT_SIZE 12.0
#define BOX_HEIGHT(d) round (cor_map_frame_text ((d)->frame, 21.0))
#define BOX_RADIUS 5.0
#define PADDING 7.0
#define BADGE_GAP 2.0

/* From this zoom on every site has its name, and every station a little later. */
#define SITE_NAMES_ZOOM 9.6
#define STATION_NAMES_ZOOM 11.6
#define LABEL_RINGS 5

/* Of more things there is no name; of more than these few selected, where there is room for it. */
#define MOST_NAMES 200
#define MOST_FORCED_NAMES 40

/* A route's end with all routes that end there under the same name. */
typedef struct
{
  double lon, lat;
  const char *label;
  GPtrArray *routes; /* const CorMapRoute */
  gboolean placed;   /* in sight; then the box of its label is: */
  double left, top, width;
} End;

static void
end_clear (gpointer data)
{
  g_ptr_array_unref (((End *) data)->routes);
}

static GArray *
collect_ends (CorMapDesk *d)
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
          End end = { .lon = last[0], .lat = last[1], .label = routes[i].label, .routes = g_ptr_array_new () };

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
set_badges (CorMapDesk *d, const End *end, Badge badges[4])
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
          = cor_map_desk_text (d, route->badge, FONT_SIZE, PANGO_WEIGHT_BOLD, &badges[n].width, &badges[n].height);
      n++;
    }
  return n;
}

static void
place_end (CorMapDesk *d, End *end)
{
  Badge badges[4];
  guint n_badges = set_badges (d, end, badges);
  double text_width, text_height, x, y;
  G_GNUC_UNUSED g_autoptr (PangoLayout) text
      = cor_map_desk_text (d, end->label, FONT_SIZE, PANGO_WEIGHT_MEDIUM, &text_width, &text_height);

  end->width = text_width + 2.0 * PADDING;
  for (guint i = 0; i < n_badges; i++)
    {
      end->width += badges[i].width + 1.4 * PADDING + (i > 0 ? BADGE_GAP : 0.0);
      g_object_unref (badges[i].layout);
    }
  cor_map_frame_project (d->frame, end->lon, end->lat, &x, &y);
  end->placed = x >= 0.0 && y >= 0.0 && x <= d->frame->width && y <= d->frame->height;
  if (!end->placed)
    return;
  cor_map_desk_place (d, x, y, end->width, BOX_HEIGHT (d), 14.0, LABEL_RINGS, &end->left, &end->top);
  cor_map_desk_take (d, end->left, end->top, end->width, BOX_HEIGHT (d));
}

/* A thin line from a label to its place where it could not stay beside it. */
static void
paint_leader (CorMapDesk *d, const End *end)
{
  double x, y, to_x, to_y;

  cor_map_frame_project (d->frame, end->lon, end->lat, &x, &y);
  to_x = CLAMP (x, end->left, end->left + end->width);
  to_y = CLAMP (y, end->top, end->top + BOX_HEIGHT (d));
  if (hypot (to_x - x, to_y - y) < COR_MAP_DESK_RING)
    return;
  cairo_move_to (d->cr, x, y);
  cairo_line_to (d->cr, to_x, to_y);
  cor_map_set_colour (d->cr, d->dark ? 0xa9a9ad : 0x6f6f73, 0.9);
  cairo_set_line_width (d->cr, 1.0);
  cairo_stroke (d->cr);
}

static void
paint_end (CorMapDesk *d, const End *end)
{
  Badge badges[4];
  guint n_badges = set_badges (d, end, badges);
  double text_width, text_height, at;
  g_autoptr (PangoLayout) text
      = cor_map_desk_text (d, end->label, FONT_SIZE, PANGO_WEIGHT_MEDIUM, &text_width, &text_height);

  cor_map_desk_fill_box (d, end->left, end->top, end->width, BOX_HEIGHT (d), BOX_RADIUS, d->dark ? 0x363636 : 0xffffff, 0.97);
  cor_map_desk_show (d, text, end->left + PADDING, round (end->top + (BOX_HEIGHT (d) - text_height) / 2.0),
                     d->dark ? 0xf2f2f2 : 0x2e2e31);
  at = end->left + text_width + 2.0 * PADDING;
  for (guint i = 0; i < n_badges; i++)
    {
      cor_map_icon_trace_box (d->cr, at, end->top, badges[i].width + 1.4 * PADDING, BOX_HEIGHT (d), BOX_RADIUS);
      cor_map_set_colour (d->cr, badges[i].ground, 1.0);
      cairo_fill (d->cr);
      cor_map_desk_show (d, badges[i].layout, at + 0.7 * PADDING,
                         round (end->top + (BOX_HEIGHT (d) - badges[i].height) / 2.0), cor_map_tint_ink (badges[i].ground));
      at += badges[i].width + 1.4 * PADDING + BADGE_GAP;
      g_object_unref (badges[i].layout);
    }
}

/* All leaders first, so that none runs over another's label. */
static void
paint_ends (CorMapDesk *d, GArray *ends)
{
  for (guint i = 0; i < ends->len; i++)
    place_end (d, &g_array_index (ends, End, i));
  for (guint i = 0; i < ends->len; i++)
    if (g_array_index (ends, End, i).placed)
      paint_leader (d, &g_array_index (ends, End, i));
  for (guint i = 0; i < ends->len; i++)
    if (g_array_index (ends, End, i).placed)
      paint_end (d, &g_array_index (ends, End, i));
}

/* A name with a halo, where there is room for it or it @must be. */
static void
paint_name (CorMapDesk *d, double away, double lon, double lat, const char *name, gboolean chosen, gboolean must)
{
  double width, height, x, y, left, top;
  g_autoptr (PangoLayout) text = NULL;

  cor_map_frame_project (d->frame, lon, lat, &x, &y);
  if (x < 0.0 || y < 0.0 || x > d->frame->width || y > d->frame->height)
    return;
  text = cor_map_desk_text (d, name, FONT_SIZE, chosen ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_MEDIUM, &width, &height);
  if (cor_map_desk_place (d, x, y, width, height, away, 1, &left, &top) > 20.0 && !must)
    return;
  cor_map_desk_take (d, left, top, width, height);
  cairo_move_to (d->cr, left, top);
  pango_cairo_layout_path (d->cr, text);
  cor_map_set_colour (d->cr, d->dark ? 0x1f2124 : 0xfbfaf7, 0.9);
  cairo_set_line_join (d->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (d->cr, 3.4);
  cairo_stroke (d->cr);
  cor_map_desk_show (d, text, left, top, d->dark ? 0xf2f2f2 : 0x2e2e31);
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
is_chosen (const CorMapDesk *d, CorMapObjectKind kind, const char *id)
{
  return (d->state->n_selected <= MOST_NAMES && cor_map_is_chosen (d->chosen, kind, id))
         || cor_map_is_mark (&d->state->hovered, kind, id);
}

/* What is pointed at has its name, and what is selected, unless that is much. */
static gboolean
is_forced (const CorMapDesk *d, CorMapObjectKind kind, const char *id, gboolean chosen)
{
  return chosen && (d->state->n_selected <= MOST_FORCED_NAMES || cor_map_is_mark (&d->state->hovered, kind, id));
}

static void
paint_names (CorMapDesk *d, const GArray *ends)
{
  guint n_stations, n_sites;
  const CorMapStation *stations = cor_map_scene_get_stations (d->scene, &n_stations);
  const CorMapSite *sites = cor_map_scene_get_sites (d->scene, &n_sites);

  for (guint i = 0; i < n_sites; i++)
    {
      gboolean chosen = is_chosen (d, COR_MAP_OBJECT_SITE, sites[i].id);

      if (sites[i].label != NULL && (chosen || (d->frame->zoom >= SITE_NAMES_ZOOM && n_sites <= MOST_NAMES))
          && !is_named (ends, sites[i].label, sites[i].lon, sites[i].lat))
        paint_name (d, chosen ? 18.0 : 13.0, sites[i].lon, sites[i].lat, sites[i].label, chosen,
                    is_forced (d, COR_MAP_OBJECT_SITE, sites[i].id, chosen));
    }
  for (guint i = 0; i < n_stations; i++)
    {
      gboolean chosen = is_chosen (d, COR_MAP_OBJECT_STATION, stations[i].id);

      if (d->state->dragged.kind != COR_MAP_OBJECT_NONE || stations[i].label == NULL)
        continue;
      if (chosen || (d->frame->zoom >= STATION_NAMES_ZOOM && n_stations <= MOST_NAMES))
        paint_name (d, chosen ? 24.0 : 13.0, stations[i].lon, stations[i].lat, stations[i].label, chosen,
                    is_forced (d, COR_MAP_OBJECT_STATION, stations[i].id, chosen));
    }
}

static void
paint_detour_labels (CorMapDesk *d)
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
      text = cor_map_desk_text (d, detours[i].label, 11.5, PANGO_WEIGHT_BOLD, &width, &height);
      cor_map_frame_project (d->frame, detours[i].lon_lat[0], detours[i].lon_lat[1], &x0, &y0);
      cor_map_frame_project (d->frame, last[0], last[1], &x1, &y1);
      cor_map_desk_place (d, (x0 + x1) / 2.0, (y0 + y1) / 2.0, width + 12.0, height + 4.0, 16.0, 2, &left,
                 &top);
      cor_map_desk_take (d, left, top, width + 12.0, height + 4.0);
      cor_map_desk_fill_box (d, left, top, width + 12.0, height + 4.0, 9.0, d->dark ? 0x363636 : 0xffffff, 0.94);
      cor_map_desk_show (d, text, left + 6.0, top + 2.0, cor_map_tint_rgb (detours[i].tint, d->dark));
    }
}

static void
tell_boxes (const GArray *texts, GArray *boxes)
{
  for (guint i = 0; i < texts->len; i++)
    {
      const cairo_rectangle_t *t = &g_array_index (texts, cairo_rectangle_t, i);
      cairo_rectangle_int_t box = { (int) t->x, (int) t->y, (int) ceil (t->width), (int) ceil (t->height) };

      g_array_append_val (boxes, box);
    }
}

void
cor_map_scene_paint_texts (CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark,
                           const CorMapSceneState *state, GArray *boxes)
{
  g_autoptr (CorMapBoxes) taken = cor_map_boxes_new (frame->width, frame->height);
  g_autoptr (CorMapBoxes) texts = cor_map_boxes_new (frame->width, frame->height);
  g_autoptr (GHashTable) chosen = cor_map_chosen_new (state);
  CorMapDesk d = { scene, cr, frame, dark, state, taken, texts, chosen };
  g_autoptr (GArray) ends = collect_ends (&d);

  cor_map_desk_take_marks (&d);
  paint_ends (&d, ends);
  paint_names (&d, ends);
  paint_detour_labels (&d);
  if (state->bubble != NULL)
    cor_map_desk_paint_bubble (&d, state->bubble);
  if (boxes != NULL)
    tell_boxes (cor_map_boxes_all (texts), boxes);
}
