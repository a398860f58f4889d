/* cor-map-line.c: a route's line in pixels, in its lane, for drawing and for hitting it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-line.h"

#include "cor-mercator.h"

#include <math.h>

/* Pixels from the middle of one lane to that of the next. */
#define LANE 5.0

/* Points closer than this are left out; pixels beyond the frame that still count as inside. */
#define MIN_STEP 1.5
#define MARGIN 24.0

/* A sharp bend's corner reaches at most so many times the lane's distance out. */
#define MITRE_LIMIT 2.0

typedef struct
{
  double x, y;
} Vector;

static Vector
right_of (Vector from, Vector to)
{
  double dx = to.x - from.x, dy = to.y - from.y, length = hypot (dx, dy);

  return length > 0.0 ? (Vector){ -dy / length, dx / length } : (Vector){ 0.0, 0.0 };
}

/* The points that matter, in pixels, and the piece that leads on from each; none where the line is elsewhere. */
static void
project (const CorMapRoute *route, const CorMapPlane *plane, const float *lanes, const CorMapFrame *frame, GArray *line)
{
  double size = COR_TILE_SIZE * exp2 (frame->zoom);

  g_array_set_size (line, 0);
  if (plane->right * size < frame->left - MARGIN || plane->left * size > frame->left + frame->width + MARGIN
      || plane->bottom * size < frame->top - MARGIN || plane->top * size > frame->top + frame->height + MARGIN)
    return;
  for (guint i = 0; i < route->n_points; i++)
    {
      CorMapLinePoint p = { .piece = MIN (i, route->n_points - 2) };

      p.x = plane->xy[2 * i] * size - frame->left;
      p.y = plane->xy[2 * i + 1] * size - frame->top;
      if (line->len > 0 && i + 1 < route->n_points)
        {
          const CorMapLinePoint *last = &g_array_index (line, CorMapLinePoint, line->len - 1);
          gboolean same = lanes[last->piece] == lanes[p.piece]
                          && (route->tints == NULL || route->tints[last->piece] == route->tints[p.piece])
                          && (route->off_road == NULL || route->off_road[last->piece] == route->off_road[p.piece]);

          if (same && fabs (p.x - last->x) + fabs (p.y - last->y) < MIN_STEP)
            continue;
        }
      g_array_append_val (line, p);
    }
}

static void
append (GArray *line, Vector at, Vector normal, double offset, guint piece)
{
  CorMapLinePoint p = { at.x + normal.x * offset, at.y + normal.y * offset, piece };

  g_array_append_val (line, p);
}

/* Moves a bend aside: one point where the lane stays, two where it changes. */
static void
append_bend (
    GArray *line, Vector at, Vector in, Vector on, double lane_in, double lane_on, double width, guint piece)
{
  double sum_x = in.x + on.x, sum_y = in.y + on.y, length = hypot (sum_x, sum_y);

  if (lane_in == lane_on && length > 1e-6)
    {
      double stretch = MIN (2.0 / length, MITRE_LIMIT);

      append (line, at, (Vector){ sum_x / length, sum_y / length }, lane_on * width * stretch, piece);
    }
  else
    {
      append (line, at, in, lane_in * width, piece);
      append (line, at, on, lane_on * width, piece);
    }
}

void
cor_map_line_trace (CorMapScene *scene, guint route, double weight, const CorMapFrame *frame, GArray *line)
{
  guint n_routes;
  const CorMapRoute *r = &cor_map_scene_get_routes (scene, &n_routes)[route];
  const float *lanes = cor_map_scene_get_lanes (scene, route);
  double width = LANE * weight;
  g_autoptr (GArray) bare = g_array_new (FALSE, FALSE, sizeof (CorMapLinePoint));

  g_array_set_size (line, 0);
  project (r, cor_map_scene_get_plane (scene, route), lanes, frame, bare);
  for (guint i = 0; i < bare->len; i++)
    {
      const CorMapLinePoint *p = &g_array_index (bare, CorMapLinePoint, i);
      const CorMapLinePoint *before = &g_array_index (bare, CorMapLinePoint, i > 0 ? i - 1 : 0);
      const CorMapLinePoint *after = &g_array_index (bare, CorMapLinePoint, MIN (i + 1, bare->len - 1));
      Vector at = { p->x, p->y };
      Vector in = right_of ((Vector){ before->x, before->y }, at), on = right_of (at, (Vector){ after->x, after->y });

      if (i == 0)
        append (line, at, on, lanes[p->piece] * width, p->piece);
      else if (i + 1 == bare->len)
        append (line, at, in, lanes[before->piece] * width, p->piece);
      else
        append_bend (line, at, in, on, lanes[before->piece], lanes[p->piece], width, p->piece);
    }
}

double
cor_map_line_distance (const GArray *line, double x, double y, CorMapLinePoint *nearest)
{
  double best = INFINITY;

  for (guint i = 0; i + 1 < line->len; i++)
    {
      const CorMapLinePoint *a = &g_array_index (line, CorMapLinePoint, i), *b = a + 1;
      double dx = b->x - a->x, dy = b->y - a->y, square = dx * dx + dy * dy;
      double t = square > 0.0 ? CLAMP (((x - a->x) * dx + (y - a->y) * dy) / square, 0.0, 1.0) : 0.0;
      double distance = hypot (a->x + t * dx - x, a->y + t * dy - y);

      if (distance < best)
        {
          best = distance;
          *nearest = (CorMapLinePoint){ a->x + t * dx, a->y + t * dy, a->piece };
        }
    }
  return best;
}
