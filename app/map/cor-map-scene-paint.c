/* cor-map-scene-paint.c: routes, stations, sites and detours, painted alike on screen and on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-scene-paint.h"

#include "cor-map-icons.h"
#include "cor-map-line.h"

#include <math.h>

#define CASING 1.5
#define BEND_RADIUS 9.0
#define SELECTED_WIDTH 6.4
#define GLOW 13.0
#define SELECTED_ICON 1.75
#define HOVERED_ICON 1.2

/* Pixels from an icon's middle within which it is hit at least; and from a line. */
#define ICON_REACH 9.0
#define LINE_REACH 6.0

static const CorMapSceneState nothing = { 0 };

static gboolean
is_mark (const CorMapMark *mark, CorMapObjectKind kind, const char *id)
{
  return mark->kind == kind && g_strcmp0 (mark->id, id) == 0;
}

static gboolean
is_selected (const CorMapSceneState *state, CorMapObjectKind kind, const char *id)
{
  for (guint i = 0; i < state->n_selected; i++)
    if (is_mark (&state->selected[i], kind, id))
      return TRUE;
  return FALSE;
}

double
cor_map_scene_icon_size (double zoom)
{
  return zoom >= 9.0 ? 17.0 : zoom >= 7.8 ? 13.0 : 8.0;
}

/* From @from towards @to, at most half the way. */
static CorMapLinePoint
towards (const CorMapLinePoint *from, const CorMapLinePoint *to)
{
  double length = hypot (to->x - from->x, to->y - from->y);
  double t = length > 0.0 ? MIN (0.5, BEND_RADIUS / length) : 0.0;

  return (CorMapLinePoint){ from->x + t * (to->x - from->x), from->y + t * (to->y - from->y), from->piece };
}

/* Adds the points from @first up to and including @last to the path, bends rounded. */
static void
trace_part (cairo_t *cr, const GArray *line, guint first, guint last)
{
  const CorMapLinePoint *p = &g_array_index (line, CorMapLinePoint, 0);

  cairo_move_to (cr, p[first].x, p[first].y);
  for (guint i = first + 1; i < last; i++)
    {
      CorMapLinePoint in = towards (&p[i], &p[i - 1]), out = towards (&p[i], &p[i + 1]);

      cairo_line_to (cr, in.x, in.y);
      cairo_curve_to (cr, in.x + (p[i].x - in.x) * 2.0 / 3.0, in.y + (p[i].y - in.y) * 2.0 / 3.0,
                      out.x + (p[i].x - out.x) * 2.0 / 3.0, out.y + (p[i].y - out.y) * 2.0 / 3.0, out.x, out.y);
    }
  cairo_line_to (cr, p[last].x, p[last].y);
}

static void
stroke_whole (cairo_t *cr, const GArray *line, double width, guint32 rgb, double alpha)
{
  trace_part (cr, line, 0, line->len - 1);
  cairo_set_line_width (cr, width);
  cor_map_set_colour (cr, rgb, alpha);
  cairo_stroke (cr);
}

static void
stroke_route (cairo_t *cr, const CorMapRoute *route, const GArray *line, double width, gboolean dark)
{
  static const double dashes[] = { 9.0, 7.0 };

  cairo_save (cr);
  if (route->dashed)
    {
      cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
      cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
    }
  if (route->tints == NULL)
    stroke_whole (cr, line, width, cor_map_tint_rgb (route->tint, dark), 1.0);
  else
    for (guint first = 0, i = 1; i < line->len; i++)
      {
        guint8 tint = route->tints[g_array_index (line, CorMapLinePoint, first).piece];

        if (i + 1 < line->len && route->tints[g_array_index (line, CorMapLinePoint, i).piece] == tint)
          continue;
        trace_part (cr, line, first, i);
        cairo_set_line_width (cr, width);
        cor_map_set_colour (cr, cor_map_tint_rgb ((CorMapTint) MIN (tint, COR_MAP_N_TINTS - 1), dark), 1.0);
        cairo_stroke (cr);
        first = i;
      }
  cairo_restore (cr);
}

typedef enum
{
  PASS_CASING,
  PASS_LINE,
  PASS_GLOW,
  PASS_EMPHASIS,
} Pass;

static void
paint_line_pass (
    cairo_t *cr, const CorMapRoute *route, const GArray *line, Pass pass, double weight, gboolean dark)
{
  guint32 ground = dark ? 0x232529 : 0xffffff;

  switch (pass)
    {
    case PASS_CASING:
      stroke_whole (cr, line, COR_MAP_LINE_WIDTH * weight + 2.0 * CASING, ground, dark ? 0.9 : 0.85);
      break;
    case PASS_LINE:
      stroke_route (cr, route, line, COR_MAP_LINE_WIDTH * weight, dark);
      break;
    case PASS_GLOW:
      stroke_whole (cr, line, GLOW, cor_map_tint_rgb (route->tint, dark), 0.28);
      break;
    case PASS_EMPHASIS:
    default:
      stroke_whole (cr, line, SELECTED_WIDTH + 2.0 * CASING, ground, 0.9);
      stroke_route (cr, route, line, SELECTED_WIDTH, dark);
      break;
    }
}

/* With more routes than this they are drawn together, colour by colour, without rounded bends. */
#define MANY_ROUTES 150

static void
trace_straight (cairo_t *cr, const GArray *line)
{
  for (guint i = 0; i < line->len; i++)
    {
      const CorMapLinePoint *p = &g_array_index (line, CorMapLinePoint, i);

      if (i == 0)
        cairo_move_to (cr, p->x, p->y);
      else
        cairo_line_to (cr, p->x, p->y);
    }
}

static void
paint_many (cairo_t *cr, const CorMapRoute *routes, const GPtrArray *lines, gboolean dark)
{
  for (int tint = 0; tint < COR_MAP_N_TINTS; tint++)
    {
      gboolean any = FALSE;

      for (guint i = 0; i < lines->len; i++)
        if (routes[i].tint == (CorMapTint) tint && routes[i].tints == NULL)
          {
            trace_straight (cr, g_ptr_array_index (lines, i));
            any = TRUE;
          }
      if (!any)
        continue;
      cor_map_set_colour (cr, cor_map_tint_rgb ((CorMapTint) tint, dark), 1.0);
      cairo_set_line_width (cr, COR_MAP_LINE_WIDTH * 0.6);
      cairo_stroke (cr);
    }
  for (guint i = 0; i < lines->len; i++)
    if (routes[i].tints != NULL && ((const GArray *) g_ptr_array_index (lines, i))->len > 1)
      stroke_route (cr, &routes[i], g_ptr_array_index (lines, i), COR_MAP_LINE_WIDTH * 0.6, dark);
}

static void
paint_few (cairo_t *cr, const CorMapRoute *routes, const GPtrArray *lines, double weight, gboolean dark)
{
  for (int pass = PASS_CASING; pass <= PASS_LINE; pass++)
    for (guint i = 0; i < lines->len; i++)
      {
        const GArray *line = g_ptr_array_index (lines, i);

        if (line->len > 1)
          paint_line_pass (cr, &routes[i], line, pass, weight, dark);
      }
}

void
cor_map_scene_paint_lines (CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark)
{
  guint n;
  const CorMapRoute *routes = cor_map_scene_get_routes (scene, &n);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  double weight = cor_map_scene_get_weight (scene);

  for (guint i = 0; i < n; i++)
    {
      GArray *line = g_array_new (FALSE, FALSE, sizeof (CorMapLinePoint));

      cor_map_line_trace (scene, i, weight, frame, line);
      g_ptr_array_add (lines, line);
    }
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (n > MANY_ROUTES)
    paint_many (cr, routes, lines, dark);
  else
    paint_few (cr, routes, lines, weight, dark);
  cairo_restore (cr);
}

void
cor_map_scene_paint_emphasis (
    CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark, const CorMapSceneState *state)
{
  guint n;
  const CorMapRoute *routes = cor_map_scene_get_routes (scene, &n);
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (CorMapLinePoint));
  double weight = cor_map_scene_get_weight (scene);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < n; i++)
    {
      if (!is_selected (state, COR_MAP_OBJECT_ROUTE, routes[i].id)
          && !is_mark (&state->hovered, COR_MAP_OBJECT_ROUTE, routes[i].id))
        continue;
      cor_map_line_trace (scene, i, weight, frame, line);
      for (int pass = PASS_GLOW; pass <= PASS_EMPHASIS && line->len > 1; pass++)
        paint_line_pass (cr, &routes[i], line, pass, weight, dark);
    }
  cairo_restore (cr);
}

static void
paint_detour (cairo_t *cr, const CorMapFrame *frame, const CorMapDetour *detour, gboolean dark)
{
  static const double dashes[] = { 4.0, 4.0 };
  guint32 rgb = cor_map_tint_rgb (detour->tint, dark);
  double x, y;

  for (guint i = 0; i < detour->n_points; i++)
    {
      cor_map_frame_project (frame, detour->lon_lat[2 * i], detour->lon_lat[2 * i + 1], &x, &y);
      if (i == 0)
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
    }
  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_width (cr, 4.4);
  cor_map_set_colour (cr, dark ? 0x232529 : 0xffffff, 0.7);
  cairo_stroke_preserve (cr);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cairo_set_line_width (cr, 2.0);
  cor_map_set_colour (cr, rgb, 1.0);
  cairo_stroke (cr);
  cairo_restore (cr);

  cor_map_frame_project (frame, detour->lon_lat[0], detour->lon_lat[1], &x, &y);
  cairo_arc (cr, x, y, 3.6, 0.0, 2.0 * G_PI);
  cor_map_set_colour (cr, dark ? 0x242424 : 0xffffff, 1.0);
  cairo_fill_preserve (cr);
  cor_map_set_colour (cr, rgb, 1.0);
  cairo_set_line_width (cr, 1.8);
  cairo_stroke (cr);
}

/* Where a dragged station lay, and the way it has come. */
static void
paint_ghost (
    cairo_t *cr, const CorMapFrame *frame, const CorMapStation *s, const CorMapSceneState *state, double size, gboolean dark)
{
  static const double dashes[] = { 2.5, 2.5 };
  CorMapTint tint = s->kind == COR_MAP_STATION_SWAP || s->kind == COR_MAP_STATION_BOTH ? COR_MAP_TINT_SWAP
                                                                                        : COR_MAP_TINT_ELECTRIC;
  double x, y, to_x, to_y;

  cor_map_frame_project (frame, s->lon, s->lat, &x, &y);
  cor_map_frame_project (frame, state->drag_lon, state->drag_lat, &to_x, &to_y);
  cairo_save (cr);
  cor_map_set_colour (cr, cor_map_tint_rgb (tint, dark), 0.9);
  cairo_set_line_width (cr, 1.6);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0.0);
  cor_map_icon_trace_station (cr, x, y, size * 1.3, s->kind, 0.0);
  cairo_stroke (cr);
  cairo_set_line_width (cr, 1.0);
  cairo_move_to (cr, x, y);
  cairo_line_to (cr, to_x, to_y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

/* Pixels around an icon's shape that its picture must have. */
#define STAMP_BORDER 3.0

/* On a screen the plain icons are stamps, drawn once for each kind; on paper they are drawn each time. */
typedef struct
{
  cairo_surface_t *stations[16];
  double size;
  gboolean dark;
} Stamps;

static gboolean
is_paper (cairo_t *cr)
{
  cairo_surface_type_t type = cairo_surface_get_type (cairo_get_target (cr));

  return type == CAIRO_SURFACE_TYPE_PDF || type == CAIRO_SURFACE_TYPE_SVG || type == CAIRO_SURFACE_TYPE_PS;
}

static void
stamp_station (Stamps *stamps, cairo_t *cr, const CorMapStation *s, double x, double y)
{
  cairo_surface_t **stamp = &stamps->stations[s->kind << 2 | (s->planned ? 2 : 0) | (s->closed ? 1 : 0)];
  double middle = ceil (stamps->size / 2.0 + STAMP_BORDER);

  if (*stamp == NULL)
    {
      cairo_t *own;

      *stamp = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) (2.0 * middle), (int) (2.0 * middle));
      own = cairo_create (*stamp);
      cor_map_icon_paint_station (own, middle, middle, stamps->size, s->kind, s->planned, s->closed, stamps->dark);
      cairo_destroy (own);
    }
  cairo_set_source_surface (cr, *stamp, round (x) - middle, round (y) - middle);
  cairo_paint (cr);
}

static void
stamps_clear (Stamps *stamps)
{
  for (guint i = 0; i < G_N_ELEMENTS (stamps->stations); i++)
    g_clear_pointer (&stamps->stations[i], cairo_surface_destroy);
}

static void
paint_station (cairo_t *cr, const CorMapFrame *frame, const CorMapStation *s, const CorMapSceneState *state, Stamps *stamps)
{
  gboolean dark = stamps->dark;
  double size = cor_map_scene_icon_size (frame->zoom), x, y;
  gboolean dragged = is_mark (&state->dragged, COR_MAP_OBJECT_STATION, s->id);
  CorMapTint tint = s->kind == COR_MAP_STATION_SWAP ? COR_MAP_TINT_SWAP : COR_MAP_TINT_ELECTRIC;

  cor_map_frame_project (frame, dragged ? state->drag_lon : s->lon, dragged ? state->drag_lat : s->lat, &x, &y);
  if (x < -40.0 || y < -40.0 || x > frame->width + 40.0 || y > frame->height + 40.0)
    return;
  if (dragged)
    paint_ghost (cr, frame, s, state, size, dark);
  if (dragged || is_selected (state, COR_MAP_OBJECT_STATION, s->id))
    {
      size = MAX (size, 17.0) * SELECTED_ICON;
      cor_map_icon_trace_station (cr, x, y, size, s->kind, 8.0);
      cor_map_set_colour (cr, cor_map_tint_rgb (tint, dark), 0.24);
      cairo_fill (cr);
    }
  else if (is_mark (&state->hovered, COR_MAP_OBJECT_STATION, s->id))
    size *= HOVERED_ICON;
  else if (!is_paper (cr))
    {
      stamp_station (stamps, cr, s, x, y);
      return;
    }
  cor_map_icon_paint_station (cr, x, y, size, s->kind, s->planned, s->closed, dark);
}

static void
paint_site (cairo_t *cr, const CorMapFrame *frame, const CorMapSite *s, const CorMapSceneState *state, gboolean dark)
{
  double size = cor_map_scene_icon_size (frame->zoom), x, y;
  gboolean dragged = is_mark (&state->dragged, COR_MAP_OBJECT_SITE, s->id);

  cor_map_frame_project (frame, dragged ? state->drag_lon : s->lon, dragged ? state->drag_lat : s->lat, &x, &y);
  if (x < -40.0 || y < -40.0 || x > frame->width + 40.0 || y > frame->height + 40.0)
    return;
  if (dragged || is_selected (state, COR_MAP_OBJECT_SITE, s->id))
    {
      size = MAX (size, 17.0) * 1.4;
      cairo_arc (cr, x, y, size / 2.0 + 7.0, 0.0, 2.0 * G_PI);
      cor_map_set_colour (cr, cor_map_tint_rgb (COR_MAP_TINT_ACCENT, dark), 0.3);
      cairo_fill (cr);
    }
  else if (is_mark (&state->hovered, COR_MAP_OBJECT_SITE, s->id))
    size *= HOVERED_ICON;
  cor_map_icon_paint_site (cr, x, y, size, s->kind, dark);
}

void
cor_map_scene_paint_marks (
    CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark, const CorMapSceneState *state)
{
  guint n_stations, n_sites, n_detours;
  const CorMapStation *stations = cor_map_scene_get_stations (scene, &n_stations);
  const CorMapSite *sites = cor_map_scene_get_sites (scene, &n_sites);
  const CorMapDetour *detours = cor_map_scene_get_detours (scene, &n_detours);
  Stamps stamps = { .size = cor_map_scene_icon_size (frame->zoom), .dark = dark };

  for (guint i = 0; i < n_detours; i++)
    paint_detour (cr, frame, &detours[i], dark);
  /* The marked ones last, so that nothing hides them. */
  for (int marked = 0; marked < 2; marked++)
    {
      for (guint i = 0; i < n_stations; i++)
        if ((is_selected (state, COR_MAP_OBJECT_STATION, stations[i].id)
             || is_mark (&state->dragged, COR_MAP_OBJECT_STATION, stations[i].id))
            == marked)
          paint_station (cr, frame, &stations[i], state, &stamps);
      for (guint i = 0; i < n_sites; i++)
        if ((is_selected (state, COR_MAP_OBJECT_SITE, sites[i].id)
             || is_mark (&state->dragged, COR_MAP_OBJECT_SITE, sites[i].id))
            == marked)
          paint_site (cr, frame, &sites[i], state, dark);
    }
  stamps_clear (&stamps);
}

void
cor_map_scene_paint (
    CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark, const CorMapSceneState *state)
{
  if (state == NULL)
    state = &nothing;
  cor_map_scene_paint_lines (scene, cr, frame, dark);
  cor_map_scene_paint_emphasis (scene, cr, frame, dark, state);
  cor_map_scene_paint_marks (scene, cr, frame, dark, state);
  cor_map_scene_paint_texts (scene, cr, frame, dark, state);
}

typedef struct
{
  const CorMapFrame *frame;
  double x, y;
  double best;
  CorMapMark mark;
  double at_x, at_y;
} Search;

static void
try_icon (Search *s, CorMapObjectKind kind, const char *id, double lon, double lat)
{
  double x, y, distance;

  cor_map_frame_project (s->frame, lon, lat, &x, &y);
  distance = hypot (x - s->x, y - s->y);
  if (distance >= s->best)
    return;
  s->best = distance;
  s->mark = (CorMapMark){ kind, id };
  s->at_x = x;
  s->at_y = y;
}

static void
try_lines (Search *s, CorMapScene *scene)
{
  guint n;
  const CorMapRoute *routes = cor_map_scene_get_routes (scene, &n);
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (CorMapLinePoint));
  double weight = cor_map_scene_get_weight (scene);

  s->best = LINE_REACH;
  for (guint i = 0; i < n; i++)
    {
      CorMapLinePoint nearest;
      double distance;

      cor_map_line_trace (scene, i, weight, s->frame, line);
      distance = cor_map_line_distance (line, s->x, s->y, &nearest);
      if (distance >= s->best)
        continue;
      s->best = distance;
      s->mark = (CorMapMark){ COR_MAP_OBJECT_ROUTE, routes[i].id };
      s->at_x = nearest.x;
      s->at_y = nearest.y;
    }
}

gboolean
cor_map_scene_hit (
    CorMapScene *scene, const CorMapFrame *frame, double x, double y, CorMapMark *mark, double *lon, double *lat)
{
  guint n_stations, n_sites;
  const CorMapStation *stations = cor_map_scene_get_stations (scene, &n_stations);
  const CorMapSite *sites = cor_map_scene_get_sites (scene, &n_sites);
  Search s = { frame, x, y, MAX (ICON_REACH, cor_map_scene_icon_size (frame->zoom) / 2.0 + 3.0), { 0 }, 0.0, 0.0 };
  double at_lon, at_lat;

  for (guint i = 0; i < n_stations; i++)
    try_icon (&s, COR_MAP_OBJECT_STATION, stations[i].id, stations[i].lon, stations[i].lat);
  for (guint i = 0; i < n_sites; i++)
    try_icon (&s, COR_MAP_OBJECT_SITE, sites[i].id, sites[i].lon, sites[i].lat);
  if (s.mark.kind == COR_MAP_OBJECT_NONE)
    try_lines (&s, scene);
  *mark = s.mark;
  if (s.mark.kind == COR_MAP_OBJECT_NONE)
    return FALSE;
  cor_map_frame_unproject (frame, s.at_x, s.at_y, &at_lon, &at_lat);
  if (lon != NULL)
    *lon = at_lon;
  if (lat != NULL)
    *lat = at_lat;
  return TRUE;
}
