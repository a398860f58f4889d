/* cor-chart-gap.c: the TCO gap to diesel by model year, and the year it closes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The first point at or below zero, or -1. */
static int
parity_index (const CorChartSeries *series)
{
  for (guint i = 0; i < series->points->len; i++)
    if (cor_series_point (series, i)->y <= 0)
      return (int)i;
  return -1;
}

double
cor_chart_parity_year (const CorChartSeries *series)
{
  int index = parity_index (series);
  return index < 0 ? NAN : cor_series_point (series, (guint)index)->x;
}

double
cor_chart_parity_lost (const CorChartSeries *series)
{
  int index = parity_index (series);
  for (guint i = index < 0 ? series->points->len : (guint)index; i < series->points->len; i++)
    if (cor_series_point (series, i)->y > 0)
      return cor_series_point (series, i)->x;
  return NAN;
}

/* "parity 2027"; "parity by 2024" at the first point; "parity 2027, lost again in 2031". */
static char *
parity_words (const CorChartSeries *series, guint index)
{
  double year = cor_series_point (series, index)->x, lost = cor_chart_parity_lost (series);
  if (!isnan (lost))
    return g_strdup_printf (_ ("parity %.0f, lost again in %.0f"), year, lost);
  return g_strdup_printf (index == 0 ? _ ("parity by %.0f") : _ ("parity %.0f"), year);
}

/* The year alone, close to its ring. */
static gboolean
label_year (CorPlot *plot,
            const CorChartPoint *point,
            CorTextStyle style,
            CorRole role,
            guint most_ink)
{
  double x = cor_plot_px (plot, point->x), y = cor_plot_py (plot, point->y);
  double gap = 4 * plot->canvas->u;
  g_autofree char *text = g_strdup_printf ("%.0f", point->x);
  const CorAnchor places[] = {
    { x - gap, y + gap, 1, 0 },   { x + gap, y - gap, 0, 1 }, { x, y - 1.5 * gap, 0.5, 1 },
    { x, y + 1.5 * gap, 0.5, 0 }, { x + gap, y + gap, 0, 0 }, { x - gap, y - gap, 1, 1 },
  };
  return cor_canvas_text_best (plot->canvas, style, role, text, places, G_N_ELEMENTS (places),
                               most_ink);
}

/* Ring, dotted line down to the year, and "parity 2027", or the year alone where it is tight. */
static void
draw_main_marker (CorPlot *plot, const CorChartSeries *series, guint index)
{
  CorCanvas *canvas = plot->canvas;
  const CorChartPoint *point = cor_series_point (series, index);
  CorRole role = cor_series_role (series);
  double x = cor_plot_px (plot, point->x), gap = 6 * canvas->u;
  double low = plot->area.y + plot->area.height - 3 * canvas->u;
  cor_plot_drop (plot, point->x, point->y, role);
  cor_plot_ring (plot, point->x, point->y, role, 4.5 * canvas->u);
  g_autofree char *text = parity_words (series, index);
  const CorAnchor places[] = { { x - gap, low, 1, 1 }, { x + gap, low, 0, 1 } };
  if (!cor_canvas_text_best (canvas, COR_TEXT_STRONG, role, text, places, G_N_ELEMENTS (places), 3))
    label_year (plot, point, COR_TEXT_STRONG, role, COR_ANY_INK);
}

/* A small ring and the year alone. */
static void
draw_side_marker (CorPlot *plot, const CorChartSeries *series, guint index)
{
  const CorChartPoint *point = cor_series_point (series, index);
  CorRole role = cor_series_role (series);
  cor_plot_ring (plot, point->x, point->y, role, 3.2 * plot->canvas->u);
  label_year (plot, point, COR_TEXT_LABEL, role == COR_ROLE_BASELINE ? COR_ROLE_SECONDARY : role,
              2);
}

static void
draw_markers (CorPlot *plot, gboolean main)
{
  const CorChart *chart = plot->canvas->chart;
  for (guint s = 0; s < chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (chart, s);
      int index = parity_index (series);
      if ((series->style == COR_STYLE_STRONG) != main || index < 0)
        continue;
      if (main)
        draw_main_marker (plot, series, (guint)index);
      else
        draw_side_marker (plot, series, (guint)index);
    }
}

double
cor_chart_first_year (const CorChartSeries *series)
{
  for (guint i = 0; i < series->points->len; i++)
    if (isfinite (cor_series_point (series, i)->y))
      return i > 0 ? cor_series_point (series, i)->x : NAN;
  return NAN;
}

/* A line that begins late says why: no truck of the years before can do the day. */
static void
draw_first_years (CorPlot *plot)
{
  CorCanvas *canvas = plot->canvas;
  double gap = 5 * canvas->u;
  for (guint s = 0; s < canvas->chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (canvas->chart, s);
      double year = cor_chart_first_year (series), x = cor_plot_px (plot, year);
      if (isnan (year))
        continue;
      g_autofree char *text = g_strdup_printf (_ ("not possible before %.0f"), year);
      double top = plot->area.y + 2 * canvas->u, low = plot->area.y + plot->area.height - gap;
      const CorAnchor places[] = { { x - gap, top, 1, 0 }, { x - gap, low, 1, 1 }, { x + gap, top, 0, 0 }, { x + gap, low, 0, 1 } };
      cor_canvas_text_best (canvas, COR_TEXT_LABEL, COR_ROLE_SECONDARY, text, places, G_N_ELEMENTS (places), 2);
    }
}

/* Where the scenario at hand never reaches parity, the chart says so. */
static void
draw_not_reached (CorPlot *plot)
{
  CorCanvas *canvas = plot->canvas;
  double right = plot->area.x + plot->area.width - 4 * canvas->u;
  for (guint s = 0; s < canvas->chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (canvas->chart, s);
      if (series->style != COR_STYLE_STRONG || parity_index (series) >= 0)
        continue;
      g_autofree char *text = g_strdup_printf (_ ("parity after %.0f"), plot->x1);
      const CorAnchor places[] = {
        { right, cor_plot_py (plot, 0) - 3 * canvas->u, 1, 1 },
        { right, plot->area.y + 2 * canvas->u, 1, 0 },
        { plot->area.x + 4 * canvas->u, plot->area.y + plot->area.height, 0, 1 },
      };
      cor_canvas_text_best (canvas, COR_TEXT_STRONG, cor_series_role (series), text, places,
                            G_N_ELEMENTS (places), COR_ANY_INK);
    }
}

/* Whether a text of that size at @at would touch a ring of parity. */
static gboolean
touches_ring (const CorPlot *plot, CorAnchor at, double width, double height)
{
  double room = 9 * plot->canvas->u;
  CorBox text = { at.x - at.ax * width, at.y - at.ay * height, width, height };
  for (guint s = 0; s < plot->canvas->chart->series->len; s++)
    {
      const CorChartSeries *series = cor_chart_series_at (plot->canvas->chart, s);
      int index = parity_index (series);
      if (index < 0)
        continue;
      const CorChartPoint *point = cor_series_point (series, (guint)index);
      CorBox ring = { cor_plot_px (plot, point->x) - room, cor_plot_py (plot, point->y) - room, 2 * room, 2 * room };
      if (cor_box_overlaps (&text, &ring))
        return TRUE;
    }
  return FALSE;
}

static void
draw_cheaper_label (CorPlot *plot)
{
  CorCanvas *canvas = plot->canvas;
  double u = canvas->u;
  double zero = cor_plot_py (plot, 0), bottom = plot->area.y + plot->area.height;
  double left = plot->area.x + 5 * u, right = plot->area.x + plot->area.width - 5 * u;
  if (bottom - zero < 60 * u || plot->area.width < 220 * u)
    return;
  const char *text = _ ("cheaper than diesel");
  const CorAnchor all[] = {
    { left, bottom - 4 * u, 0, 1 },
    { left, zero + 4 * u, 0, 0 },
    { right, zero + 4 * u, 1, 0 },
    { right, bottom - 4 * u, 1, 1 },
  };
  CorAnchor places[G_N_ELEMENTS (all)];
  guint n = 0;
  double width, height;
  cor_canvas_measure (canvas, COR_TEXT_LABEL, text, &width, &height);
  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    if (!touches_ring (plot, all[i], width, height))
      places[n++] = all[i];
  cor_canvas_text_best (canvas, COR_TEXT_LABEL, COR_ROLE_BETTER, text, places, n, 0);
}

void
cor_chart_draw_gap (CorCanvas *canvas)
{
  const CorChart *chart = canvas->chart;
  CorPlot plot;
  double top = cor_canvas_heading (canvas), bottom = cor_canvas_footing (canvas);
  cor_plot_range (&plot, canvas, TRUE);
  cor_plot_reserve_end_labels (&plot);
  cor_plot_frame (&plot, top, bottom);
  cor_plot_zone (&plot, plot.y0, 0, COR_ROLE_BETTER, 0.07);
  for (guint pass = 0; pass < 2; pass++)
    for (guint s = 0; s < chart->series->len; s++)
      if ((cor_chart_series_at (chart, s)->style == COR_STYLE_STRONG) == (pass == 1))
        cor_plot_line (&plot, s);
  cor_plot_end_labels (&plot);
  draw_markers (&plot, TRUE);
  draw_not_reached (&plot);
  draw_first_years (&plot);
  draw_markers (&plot, FALSE);
  cor_plot_x_ticks (&plot);
  draw_cheaper_label (&plot);
}
