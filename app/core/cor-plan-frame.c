/* cor-plan-frame.c: where on a day's legs energy goes, and what stops there cost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

/* Single precision is rounded outwards by this share. */
#define ROUNDING 1e-6

guint
cor_plan_cell (const CorPlanWay *way, double at_m)
{
  return (guint) CLAMP (at_m / way->length_m * COR_PLAN_CELLS, 0.0, COR_PLAN_CELLS - 1.0);
}

static void
widen_cell (CorPlanWay *way, guint cell, double kwh)
{
  way->low_kwh[cell] = MIN (way->low_kwh[cell], (float) (kwh - ROUNDING * fabs (kwh)));
  way->high_kwh[cell] = MAX (way->high_kwh[cell], (float) (kwh + ROUNDING * fabs (kwh)));
}

static void
fill_way (CorPlanWay *way, const CorPlanLeg *leg)
{
  way->length_m = leg->points[leg->n_points - 1].at_m;
  way->detour_kwh_per_km = leg->detour_kwh_per_km;
  for (guint c = 0; c < COR_PLAN_CELLS; c++)
    {
      way->low_kwh[c] = INFINITY;
      way->high_kwh[c] = way->back_kwh[c] = -INFINITY;
      for (guint i = 0; i < COR_CELL_LINES; i++)
        way->lines[c][i] = (CorPlanLine){ INFINITY, INFINITY };
    }
  for (guint p = 0; p < leg->n_points; p++)
    widen_cell (way, cor_plan_cell (way, leg->points[p].at_m), leg->points[p].units);
  for (guint c = 0; c <= COR_PLAN_CELLS; c++)
    {
      double kwh = cor_plan_leg_at (leg, way->length_m * c / COR_PLAN_CELLS).units;

      widen_cell (way, c == 0 ? 0 : c - 1, kwh);
      widen_cell (way, MIN (c, COR_PLAN_CELLS - 1), kwh);
    }
}

void
cor_plan_frame_fill (CorPlanFrame *frame, const CorPlanInput *in)
{
  g_autofree guint *way_of = g_new (guint, in->n_legs);
  double start_kwh = 0.0;

  frame->most_kwh = (in->soc_max - in->soc_min - in->reserve) * in->battery_kwh;
  frame->n_passes = in->n_legs;
  frame->passes = g_new (CorPlanPass, in->n_legs);
  for (guint l = 0; l < in->n_legs; l++)
    {
      guint same = cor_plan_same_leg (in, l);

      way_of[l] = same < l ? way_of[same] : frame->n_ways++;
      frame->passes[l] = (CorPlanPass){ way_of[l], start_kwh };
      start_kwh += in->legs[l].points[in->legs[l].n_points - 1].units;
    }
  frame->ways = g_new (CorPlanWay, frame->n_ways);
  for (guint l = 0; l < in->n_legs; l++)
    if (cor_plan_same_leg (in, l) == l)
      fill_way (&frame->ways[way_of[l]], &in->legs[l]);
}

void
cor_plan_frame_any_morning (CorPlanFrame *frame)
{
  frame->any_morning = TRUE;
  frame->night_kwh = frame->most_kwh;
  frame->need_kwh = frame->total_kwh - frame->night_kwh;
}

void
cor_plan_frame_clear (CorPlanFrame *frame)
{
  cor_plan_frame_drop (frame);
  g_clear_pointer (&frame->passes, g_free);
  g_clear_pointer (&frame->ways, g_free);
}

/* No more than the value, in single precision. */
static float
round_down (double value)
{
  return (float) (value - ROUNDING * fabs (value));
}

/* Of two lines next to each other, one that is below both, where that takes least. */
static void
join_lines (CorPlanLine *lines, guint *n, double most_kwh)
{
  guint best = 0;
  double least = INFINITY;

  for (guint i = 0; i + 1 < *n; i++)
    {
      double loss = lines[i + 1].stop_yuan - lines[i].stop_yuan
                    + most_kwh * (lines[i].yuan_per_kwh - lines[i + 1].yuan_per_kwh);

      if (loss < least)
        {
          least = loss;
          best = i;
        }
    }
  lines[best].yuan_per_kwh = lines[best + 1].yuan_per_kwh;
  for (guint i = best + 1; i + 1 < *n; i++)
    lines[i] = lines[i + 1];
  (*n)--;
}

/* Puts a line among those of a stretch; FALSE where one of them is as low everywhere. */
static gboolean
add_line (CorPlanLine *lines, CorPlanLine line, double most_kwh)
{
  CorPlanLine kept[COR_CELL_LINES + 1];
  guint n = 0;
  gboolean added = FALSE;

  for (guint i = 0; i < COR_CELL_LINES && isfinite (lines[i].stop_yuan); i++)
    {
      if (lines[i].stop_yuan <= line.stop_yuan && lines[i].yuan_per_kwh <= line.yuan_per_kwh)
        return FALSE;
      if (!added && line.stop_yuan <= lines[i].stop_yuan)
        {
          kept[n++] = line;
          added = TRUE;
        }
      if (line.stop_yuan > lines[i].stop_yuan || line.yuan_per_kwh > lines[i].yuan_per_kwh)
        kept[n++] = lines[i];
    }
  if (!added)
    kept[n++] = line;
  if (n > COR_CELL_LINES)
    join_lines (kept, &n, most_kwh);
  for (guint i = 0; i < COR_CELL_LINES; i++)
    lines[i] = i < n ? kept[i] : (CorPlanLine){ INFINITY, INFINITY };
  return TRUE;
}

gboolean
cor_plan_frame_note (CorPlanFrame *frame, const CorPlanOffer *offers, guint n, const CorAccess *access,
                     guint way_index)
{
  CorPlanWay *way = &frame->ways[way_index];
  guint leave = cor_plan_cell (way, access->leave_m);
  float back_kwh = MAX (way->high_kwh[leave], way->high_kwh[cor_plan_cell (way, access->rejoin_m)]);
  gboolean news = FALSE;

  for (guint i = 0; i < n; i++)
    {
      CorPlanLine line = { round_down (offers[i].stop_yuan), round_down (offers[i].yuan_per_kwh) };

      if (!isfinite (line.stop_yuan))
        continue;
      news |= add_line (way->lines[leave], line, frame->most_kwh);
      news |= back_kwh > way->back_kwh[leave];
      way->back_kwh[leave] = MAX (way->back_kwh[leave], back_kwh);
    }
  return news;
}
