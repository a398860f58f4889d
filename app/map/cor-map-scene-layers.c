/* cor-map-scene-layers.c: what lies below the routes: roads within reach, the strip along the routes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-scene-private.h"
#include "cor-mercator.h"

#include <math.h>

#define REACH_WIDTH 3.2
#define START_RADIUS 6.0

/* Pixels around the frame in which roads are still drawn. */
#define BORDER 20.0

/* Points nearer than this to the one before are left out, pixels. */
#define LEAST_STEP 1.0

/* One stroke over all routes, so that the strip is equally dark where they run together. */
static void
paint_buffer (CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark)
{
  double metres = cor_map_scene_get_buffer (scene, NULL), lon, lat;
  const CorMapRoute *routes;
  guint n;

  if (metres <= 0.0)
    return;
  routes = cor_map_scene_get_routes (scene, &n);
  for (guint i = 0; i < n; i++)
    {
      double last_x = NAN, last_y = NAN;

      for (guint k = 0; k < routes[i].n_points; k++)
        {
          double x, y;

          cor_map_frame_project (frame, routes[i].lon_lat[2 * k], routes[i].lon_lat[2 * k + 1], &x, &y);
          if (k == 0)
            cairo_move_to (cr, x, y);
          else if (hypot (x - last_x, y - last_y) < 3.0 * LEAST_STEP && k + 1 < routes[i].n_points)
            continue;
          else
            cairo_line_to (cr, x, y);
          last_x = x;
          last_y = y;
        }
    }
  cor_map_frame_unproject (frame, frame->width / 2.0, frame->height / 2.0, &lon, &lat);
  cairo_set_line_width (cr, 2.0 * metres / cor_mercator_metres_per_pixel (lat, frame->zoom));
  cor_map_set_colour (cr, cor_map_tint_rgb (COR_MAP_TINT_ACCENT, dark), 0.14);
  cairo_stroke (cr);
}

static gboolean
trace_piece (const CorMapReach *reach, const CorMapReachPiece *piece, cairo_t *cr, const CorMapFrame *frame)
{
  const double *p = &g_array_index (reach->lon_lat, double, 2 * piece->first);
  gboolean seen = FALSE;
  double x, y;

  cor_map_frame_project (frame, p[0], p[1], &x, &y);
  for (guint pass = 0; pass < 2 && !seen; pass++)
    {
      seen = x > -BORDER && y > -BORDER && x < frame->width + BORDER && y < frame->height + BORDER;
      cor_map_frame_project (frame, p[2 * (piece->n - 1)], p[2 * (piece->n - 1) + 1], &x, &y);
    }
  if (!seen)
    return FALSE;
  for (guint i = 0; i < piece->n; i++)
    {
      cor_map_frame_project (frame, p[2 * i], p[2 * i + 1], &x, &y);
      if (i == 0)
        cairo_move_to (cr, x, y);
      else
        cairo_line_to (cr, x, y);
    }
  return TRUE;
}

/* Colour by colour, the emptiest first: what is near the start lies on top. */
static void
paint_reach (const CorMapReach *reach, cairo_t *cr, const CorMapFrame *frame, gboolean dark)
{
  double x, y;

  for (int pass = 0; pass < 2; pass++)
    for (int tint = COR_MAP_N_TINTS - 1; tint >= 0; tint--)
      {
        gboolean any = FALSE;

        for (guint i = 0; i < reach->pieces->len; i++)
          {
            const CorMapReachPiece *piece = &g_array_index (reach->pieces, CorMapReachPiece, i);

            if (piece->tint == (CorMapTint) tint)
              any |= trace_piece (reach, piece, cr, frame);
          }
        if (!any)
          continue;
        cairo_set_line_width (cr, pass == 0 ? REACH_WIDTH + 2.4 : REACH_WIDTH);
        if (pass == 0)
          cor_map_set_colour (cr, dark ? 0x232529 : 0xffffff, 0.8);
        else
          cor_map_set_colour (cr, cor_map_tint_rgb ((CorMapTint) tint, dark), 0.85);
        cairo_stroke (cr);
      }
  cor_map_frame_project (frame, reach->lon, reach->lat, &x, &y);
  cairo_arc (cr, x, y, START_RADIUS, 0.0, 2.0 * G_PI);
  cor_map_set_colour (cr, dark ? 0x242424 : 0xffffff, 1.0);
  cairo_fill_preserve (cr);
  cor_map_set_colour (cr, cor_map_tint_rgb (COR_MAP_TINT_ACCENT, dark), 1.0);
  cairo_set_line_width (cr, 2.6);
  cairo_stroke (cr);
}

void
cor_map_scene_paint_layers (CorMapScene *scene, cairo_t *cr, const CorMapFrame *frame, gboolean dark)
{
  const CorMapReach *reach = cor_map_scene_get_reach (scene);

  cairo_save (cr);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  paint_buffer (scene, cr, frame, dark);
  if (reach != NULL)
    paint_reach (reach, cr, frame, dark);
  cairo_restore (cr);
}
