/* cor-map-scene-lines.c: the routes, side by side where they share a road.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-line.h"
#include "cor-map-scene-private.h"

#include <math.h>

#define CASING 1.5
#define BEND_RADIUS 9.0
#define SELECTED_WIDTH 6.4
#define GLOW 13.0

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

/* How a piece of a route is drawn. */
typedef struct
{
  CorMapTint tint;
  gboolean off_road;
} Look;

static Look
look_of (const CorMapRoute *route, const GArray *line, guint point)
{
  guint piece = g_array_index (line, CorMapLinePoint, point).piece;

  return (Look){ route->tints != NULL ? MIN (route->tints[piece], COR_MAP_N_TINTS - 1) : route->tint,
                 route->off_road != NULL && route->off_road[piece] };
}

/* Dots where there is no road; dashes where the answer is no. */
static void
set_dashes (cairo_t *cr, const CorMapRoute *route, const Look *look, double width)
{
  const double dashes[] = { 9.0, 7.0 }, dots[] = { 0.0, 1.9 * width };

  cairo_set_line_cap (cr, route->dashed && !look->off_road ? CAIRO_LINE_CAP_BUTT : CAIRO_LINE_CAP_ROUND);
  if (look->off_road)
    cairo_set_dash (cr, dots, G_N_ELEMENTS (dots), 0.0);
  else
    cairo_set_dash (cr, dashes, route->dashed ? G_N_ELEMENTS (dashes) : 0, 0.0);
}

static void
stroke_route (cairo_t *cr, const CorMapRoute *route, const GArray *line, double width, gboolean dark)
{
  cairo_save (cr);
  for (guint first = 0, i = 1; i < line->len; i++)
    {
      Look look = look_of (route, line, first), next = look_of (route, line, i);

      if (i + 1 < line->len && next.tint == look.tint && next.off_road == look.off_road)
        continue;
      set_dashes (cr, route, &look, width);
      trace_part (cr, line, first, i);
      cairo_set_line_width (cr, width);
      cor_map_set_colour (cr, cor_map_tint_rgb (look.tint, dark), 1.0);
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

/* Whether all of its pieces look alike. */
static gboolean
is_plain (const CorMapRoute *route)
{
  return route->tints == NULL && route->off_road == NULL;
}

static void
paint_many (cairo_t *cr, const CorMapRoute *routes, const GPtrArray *lines, gboolean dark)
{
  for (int tint = 0; tint < COR_MAP_N_TINTS; tint++)
    {
      gboolean any = FALSE;

      for (guint i = 0; i < lines->len; i++)
        if (routes[i].tint == (CorMapTint) tint && is_plain (&routes[i]))
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
    if (!is_plain (&routes[i]) && ((const GArray *) g_ptr_array_index (lines, i))->len > 1)
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

  cor_map_scene_paint_layers (scene, cr, frame, dark);
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
  g_autoptr (GHashTable) chosen = cor_map_chosen_new (state);
  double weight = cor_map_scene_get_weight (scene);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (guint i = 0; i < n; i++)
    {
      if (!cor_map_is_chosen (chosen, COR_MAP_OBJECT_ROUTE, routes[i].id)
          && !cor_map_is_mark (&state->hovered, COR_MAP_OBJECT_ROUTE, routes[i].id))
        continue;
      cor_map_line_trace (scene, i, weight, frame, line);
      for (int pass = PASS_GLOW; pass <= PASS_EMPHASIS && line->len > 1; pass++)
        paint_line_pass (cr, &routes[i], line, pass, weight, dark);
    }
  cairo_restore (cr);
}
