/* cor-chart-shapes.c: rounded boxes, dashes and the icons of stations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-canvas.h"

#include <math.h>

void
cor_canvas_rounded (CorCanvas *canvas, CorBox box, double radius)
{
  cairo_t *cr = canvas->cr;
  double r = MIN (radius, MIN (fabs (box.width), fabs (box.height)) / 2);
  double right = box.x + box.width, bottom = box.y + box.height;
  cairo_new_sub_path (cr);
  cairo_arc (cr, right - r, box.y + r, r, -G_PI_2, 0);
  cairo_arc (cr, right - r, bottom - r, r, 0, G_PI_2);
  cairo_arc (cr, box.x + r, bottom - r, r, G_PI_2, G_PI);
  cairo_arc (cr, box.x + r, box.y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

void
cor_canvas_dashes (CorCanvas *canvas, double on, double off)
{
  double dashes[] = { on * canvas->u, off * canvas->u };
  cairo_set_dash (canvas->cr, dashes, on > 0 ? 2 : 0, 0);
}

/* Two arrows that pass each other. */
static void
path_swap (cairo_t *cr, double x, double y, double s)
{
  for (int side = -1; side <= 1; side += 2)
    {
      double at = y + side * 0.22 * s;
      double tip = x - side * 0.5 * s;
      cairo_move_to (cr, x + side * 0.5 * s, at);
      cairo_line_to (cr, tip, at);
      cairo_move_to (cr, tip + side * 0.24 * s, at - 0.24 * s);
      cairo_line_to (cr, tip, at);
      cairo_line_to (cr, tip + side * 0.24 * s, at + 0.24 * s);
    }
}

/* A flash. */
static void
path_bolt (cairo_t *cr, double x, double y, double s)
{
  static const double shape[][2] = { { 0.12, -0.6 }, { -0.34, 0.1 },  { -0.02, 0.1 },
                                     { -0.12, 0.6 }, { 0.34, -0.12 }, { 0.02, -0.12 } };
  for (guint i = 0; i < G_N_ELEMENTS (shape); i++)
    cairo_line_to (cr, x + shape[i][0] * s, y + shape[i][1] * s);
  cairo_close_path (cr);
}

void
cor_canvas_icon (CorCanvas *canvas, CorRole role, double x, double y)
{
  cairo_t *cr = canvas->cr;
  double u = canvas->u, side = 14 * u;
  CorBox box = { x - side / 2, y - side / 2, side, side };
  cairo_new_path (cr);
  cor_canvas_rounded (canvas, box, role == COR_ROLE_SWAP ? 3.5 * u : side / 2);
  cor_canvas_color (canvas, role, 1);
  cairo_fill_preserve (cr);
  cor_canvas_color (canvas, COR_ROLE_GROUND, 1);
  cairo_set_line_width (cr, 1 * u);
  cairo_stroke (cr);
  cairo_set_source_rgb (cr, 1, 1, 1);
  if (role == COR_ROLE_SWAP)
    {
      cairo_set_line_width (cr, 1.2 * u);
      path_swap (cr, x, y, 8 * u);
      cairo_stroke (cr);
    }
  else
    {
      path_bolt (cr, x, y, 8 * u);
      cairo_fill (cr);
    }
  cor_canvas_reserve (canvas, box);
}
