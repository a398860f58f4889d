/* cor-map-scene-hit.c: what lies under the pointer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-line.h"
#include "cor-mercator.h"
#include "cor-map-scene-private.h"

#include <math.h>

/* Pixels from an icon's middle within which it is hit at least; and from a line. */
#define ICON_REACH 9.0
#define LINE_REACH 6.0

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

/* Pixels from a line to the outermost of the lanes beside it. */
#define LANES_REACH 60.0

/* Whether some piece of the line comes near the pointer: most do not, and need not be laid in their lane. */
static gboolean
is_near (const Search *s, const CorMapPlane *plane, guint n_points)
{
  double size = COR_TILE_SIZE * exp2 (s->frame->zoom), reach = (LINE_REACH + LANES_REACH) / size;
  double x = (s->x + s->frame->left) / size, y = (s->y + s->frame->top) / size;
  double left = x - reach, right = x + reach, top = y - reach, bottom = y + reach;
  const double *p = plane->xy;

  if (plane->right < left || plane->left > right || plane->bottom < top || plane->top > bottom)
    return FALSE;
  for (guint i = 0; i + 1 < n_points; i++, p += 2)
    if (!((p[0] < left && p[2] < left) || (p[0] > right && p[2] > right) || (p[1] < top && p[3] < top)
          || (p[1] > bottom && p[3] > bottom)))
      return TRUE;
  return FALSE;
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

      if (!is_near (s, cor_map_scene_get_plane (scene, i), routes[i].n_points))
        continue;
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
