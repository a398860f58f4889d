/* cor-map-roads.c: road lines for the base map, handed over by whoever owns the road network.
 *
 * Lines are filed under the cells of a coarse grid that they touch, so that a tile of a large
 * network looks only at its own neighbourhood.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-roads.h"

#include "cor-mercator.h"

#include <math.h>

/* The grid's cells are the tiles of this zoom, about 37 km wide in the delta. */
#define GRID_ZOOM 10

/* Pixels beyond a rectangle within which a wide road still shows. */
#define MARGIN 8.0

typedef struct
{
  CorMapRoadClass road;
  guint first;
  guint n_points;
  double x0, y0, x1, y1;
} Line;

typedef struct
{
  double x, y;
} Place;

struct _CorMapRoads
{
  GArray *places; /* Place: points on the unit world square */
  GArray *lines;  /* Line */
  GHashTable *cells; /* cell number → GArray of line indexes */
};

CorMapRoads *
cor_map_roads_new (void)
{
  CorMapRoads *self = g_atomic_rc_box_new0 (CorMapRoads);

  self->places = g_array_new (FALSE, FALSE, sizeof (Place));
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->cells = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return self;
}

CorMapRoads *
cor_map_roads_ref (CorMapRoads *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
roads_clear (gpointer data)
{
  CorMapRoads *self = data;

  g_array_unref (self->places);
  g_array_unref (self->lines);
  g_hash_table_unref (self->cells);
}

void
cor_map_roads_unref (CorMapRoads *self)
{
  g_atomic_rc_box_release_full (self, roads_clear);
}

static guint
cell_of (double unit)
{
  return (guint) CLAMP (unit * (1 << GRID_ZOOM), 0.0, (1 << GRID_ZOOM) - 1.0);
}

static gpointer
cell_key (guint column, guint row)
{
  return GUINT_TO_POINTER (row << GRID_ZOOM | column);
}

static void
file_line (CorMapRoads *self, const Line *line, guint index)
{
  for (guint row = cell_of (line->y0); row <= cell_of (line->y1); row++)
    for (guint column = cell_of (line->x0); column <= cell_of (line->x1); column++)
      {
        GArray *cell = g_hash_table_lookup (self->cells, cell_key (column, row));

        if (cell == NULL)
          {
            cell = g_array_new (FALSE, FALSE, sizeof (guint));
            g_hash_table_insert (self->cells, cell_key (column, row), cell);
          }
        g_array_append_val (cell, index);
      }
}

void
cor_map_roads_add (CorMapRoads *self, CorMapRoadClass road, const double *lon_lat, gsize n_points)
{
  Line line = { road, self->places->len, (guint) n_points, INFINITY, INFINITY, -INFINITY, -INFINITY };

  g_return_if_fail (road < COR_MAP_ROAD_N_CLASSES);

  if (n_points < 2)
    return;
  for (gsize i = 0; i < n_points; i++)
    {
      Place p = { cor_mercator_x (lon_lat[2 * i]), cor_mercator_y (lon_lat[2 * i + 1]) };

      g_array_append_val (self->places, p);
      line.x0 = MIN (line.x0, p.x);
      line.y0 = MIN (line.y0, p.y);
      line.x1 = MAX (line.x1, p.x);
      line.y1 = MAX (line.y1, p.y);
    }
  file_line (self, &line, self->lines->len);
  g_array_append_val (self->lines, line);
}

guint
cor_map_roads_get_n_lines (const CorMapRoads *self)
{
  return self->lines->len;
}

/* The indexes of lines whose box touches the rectangle, each once, in no order. */
static GArray *
find_lines (const CorMapRoads *self, double x0, double y0, double x1, double y1)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *seen = g_malloc0 (self->lines->len + 1);

  for (guint row = cell_of (y0); row <= cell_of (y1); row++)
    for (guint column = cell_of (x0); column <= cell_of (x1); column++)
      {
        const GArray *cell = g_hash_table_lookup (self->cells, cell_key (column, row));

        for (guint i = 0; cell != NULL && i < cell->len; i++)
          {
            guint index = g_array_index (cell, guint, i);
            const Line *line = &g_array_index (self->lines, Line, index);

            if (seen[index] || line->x0 > x1 || line->x1 < x0 || line->y0 > y1 || line->y1 < y0)
              continue;
            seen[index] = 1;
            g_array_append_val (found, index);
          }
      }
  return found;
}

typedef struct
{
  cairo_t *cr;
  double scale, left, top;
} View;

/* Adds a line to the path; points closer than half a pixel to the last are passed over. */
static void
trace_line (const CorMapRoads *self, const Line *line, const View *view)
{
  double last_x = 0.0, last_y = 0.0;

  for (guint i = 0; i < line->n_points; i++)
    {
      const Place *p = &g_array_index (self->places, Place, line->first + i);
      double x = p->x * view->scale - view->left;
      double y = p->y * view->scale - view->top;

      if (i == 0)
        cairo_move_to (view->cr, x, y);
      else if (i + 1 < line->n_points && fabs (x - last_x) + fabs (y - last_y) < 0.5)
        continue;
      else
        cairo_line_to (view->cr, x, y);
      last_x = x;
      last_y = y;
    }
}

static void
stroke_class (const CorMapRoads *self, const GArray *found, CorMapRoadClass road, double width, const View *view)
{
  for (guint i = 0; i < found->len; i++)
    {
      const Line *line = &g_array_index (self->lines, Line, g_array_index (found, guint, i));

      if (line->road == road)
        trace_line (self, line, view);
    }
  cairo_set_line_width (view->cr, width);
  cairo_stroke (view->cr);
}

void
cor_map_roads_paint (const CorMapRoads *self,
                     cairo_t *cr,
                     const CorMapStyle *style,
                     double zoom,
                     double left,
                     double top,
                     double width,
                     double height)
{
  View view = { cr, COR_TILE_SIZE * exp2 (zoom), left, top };
  g_autoptr (GArray) found = find_lines (self, (left - MARGIN) / view.scale, (top - MARGIN) / view.scale,
                                         (left + width + MARGIN) / view.scale, (top + height + MARGIN) / view.scale);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  for (int road = COR_MAP_ROAD_N_CLASSES - 1; road >= 0; road--)
    {
      double fill = cor_map_style_road_width (road, zoom);

      cor_map_set_colour (cr, style->casing, 1.0);
      if (fill > 0.0)
        stroke_class (self, found, road, fill + (zoom < 8.0 ? 0.7 : 1.4), &view);
    }
  for (int road = COR_MAP_ROAD_N_CLASSES - 1; road >= 0; road--)
    {
      double fill = cor_map_style_road_width (road, zoom);

      cor_map_set_colour (cr, style->road[road], 1.0);
      if (fill > 0.0)
        stroke_class (self, found, road, fill, &view);
    }
  cairo_restore (cr);
}
