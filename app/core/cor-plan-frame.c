/* cor-plan-frame.c: what a day costs at least that stops at a given place.
 *
 * A truck that starts full can take at a place no more than what it has driven, and has had to take
 * before it what it has driven beyond a full battery; the same backwards from the end of the day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

/* Single precision is rounded outwards by this share. */
#define ROUNDING 1e-6
/* What is to be taken is looked at in so many parts. */
#define ENERGY_PARTS 12

static guint
cell_of (const CorPlanWay *way, double at_m)
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
      way->high_kwh[c] = -INFINITY;
    }
  for (guint p = 0; p < leg->n_points; p++)
    widen_cell (way, cell_of (way, leg->points[p].at_m), leg->points[p].units);
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
  frame->stop_yuan = g_new (double, 2 * frame->n_passes * COR_PLAN_CELLS);
  frame->slope = frame->stop_yuan + frame->n_passes * COR_PLAN_CELLS;
  for (guint c = 0; c < 2 * frame->n_passes * COR_PLAN_CELLS; c++)
    frame->stop_yuan[c] = INFINITY;
  for (guint l = 0; l < in->n_legs; l++)
    if (cor_plan_same_leg (in, l) == l)
      fill_way (&frame->ways[way_of[l]], &in->legs[l]);
}

static void
clear_chain (CorPlanFrame *frame)
{
  g_clear_pointer (&frame->first_yuan, g_free);
  frame->rest_yuan = NULL;
}

void
cor_plan_frame_clear (CorPlanFrame *frame)
{
  clear_chain (frame);
  g_clear_pointer (&frame->passes, g_free);
  g_clear_pointer (&frame->ways, g_free);
  g_clear_pointer (&frame->stop_yuan, g_free);
}

gboolean
cor_plan_frame_note (CorPlanFrame *frame, const CorPlanOffer *offer, const CorAccess *access, guint way)
{
  guint leave = cell_of (&frame->ways[way], access->leave_m);
  guint rejoin = cell_of (&frame->ways[way], access->rejoin_m);
  gboolean news = FALSE;

  if (!isfinite (offer->stop_yuan))
    return FALSE;
  for (guint p = 0; p < frame->n_passes; p++)
    for (guint c = MIN (leave, rejoin); c <= MAX (leave, rejoin) && frame->passes[p].way == way; c++)
      {
        double *stop = &frame->stop_yuan[p * COR_PLAN_CELLS + c];
        double *slope = &frame->slope[p * COR_PLAN_CELLS + c];

        news |= offer->stop_yuan < *stop || offer->yuan_per_kwh < *slope;
        *stop = MIN (*stop, offer->stop_yuan);
        *slope = MIN (*slope, offer->yuan_per_kwh);
      }
  return news;
}

static double
cell_low (const CorPlanFrame *frame, guint cell)
{
  const CorPlanPass *pass = &frame->passes[cell / COR_PLAN_CELLS];

  return pass->start_kwh + frame->ways[pass->way].low_kwh[cell % COR_PLAN_CELLS];
}

static double
cell_high (const CorPlanFrame *frame, guint cell)
{
  const CorPlanPass *pass = &frame->passes[cell / COR_PLAN_CELLS];

  return pass->start_kwh + frame->ways[pass->way].high_kwh[cell % COR_PLAN_CELLS];
}

/*
 * What is to be taken under way, a part at a time, at the least price where it can be. Beside what detours
 * take, a truck that starts full has taken no more than it has driven of the line, and no less than a full
 * battery below that: the n-th kWh is taken between kWh n of the line and a full battery later.
 */
static double
least_energy (const CorPlanFrame *frame)
{
  double part = frame->need_kwh / ENERGY_PARTS;
  double yuan = 0.0;

  for (guint i = 0; i < ENERGY_PARTS && part > 0.0; i++)
    {
      double least = INFINITY;
      double driven = -INFINITY;

      for (guint c = 0; c < frame->n_passes * COR_PLAN_CELLS; c++)
        {
          driven = MAX (driven, cell_high (frame, c));
          if (frame->slope[c] < least && driven >= part * i
              && cell_low (frame, c) <= part * (i + 1) + frame->most_kwh)
            least = frame->slope[c];
        }
      yuan += part * MAX (0.0, least);
    }
  return yuan;
}

/* What may be left to the night, there or under way. */
static double
least_night (const CorPlanFrame *frame)
{
  double kwh = frame->total_kwh - MAX (0.0, frame->need_kwh);
  double least = MIN (frame->night_slope, frame->least_slope);

  return kwh > 0.0 && isfinite (least) ? kwh * MAX (0.0, least) : 0.0;
}

/*
 * From stop to stop, each a full battery apart at most:
 *
 *   start |--------- full ---------| stop |--------- full ---------| stop |--- night ---| end
 */
void
cor_plan_frame_finish (CorPlanFrame *frame)
{
  guint n = frame->n_passes * COR_PLAN_CELLS;

  clear_chain (frame);
  frame->least_slope = INFINITY;
  for (guint c = 0; c < n; c++)
    frame->least_slope = MIN (frame->least_slope, frame->slope[c]);
  frame->energy_yuan = least_energy (frame);
  frame->night_yuan = least_night (frame);
  frame->first_yuan = g_new (double, 2 * n);
  frame->rest_yuan = frame->first_yuan + n;
  for (guint c = 0; c < n; c++)
    {
      double low = cell_low (frame, c);

      frame->first_yuan[c] = low <= frame->most_kwh ? 0.0 : INFINITY;
      for (guint d = c; d-- > 0 && frame->first_yuan[c] > 0.0;)
        if (low - cell_high (frame, d) <= frame->most_kwh)
          frame->first_yuan[c] = MIN (frame->first_yuan[c], frame->stop_yuan[d] + frame->first_yuan[d]);
    }
  for (guint c = n; c-- > 0;)
    {
      double high = cell_high (frame, c);

      frame->rest_yuan[c] = frame->total_kwh - high <= frame->night_kwh ? 0.0 : INFINITY;
      for (guint d = c + 1; d < n && frame->rest_yuan[c] > 0.0; d++)
        if (cell_low (frame, d) - high <= frame->most_kwh)
          frame->rest_yuan[c] = MIN (frame->rest_yuan[c], frame->stop_yuan[d] + frame->rest_yuan[d]);
    }
}

/* The least of a day that stops at an offer in a stretch, counting what the energy costs at any stop. */
static double
least_by_energy (const CorPlanFrame *frame, const CorPlanOffer *offer, double from_kwh, double to_kwh, double out_kwh,
                 double back_kwh, double more_kwh)
{
  CorPlanGraph graph = { .bounds = (CorPlanBound *) &frame->bound, .high_kwh = frame->most_kwh };
  CorPlanNode node = { .energy_yuan_per_kwh = offer->yuan_per_kwh };
  double before = MAX (0.0, from_kwh + out_kwh - frame->most_kwh);
  double after = MAX (0.0, frame->total_kwh - to_kwh + back_kwh - frame->night_kwh);
  double need = MAX (frame->need_kwh + more_kwh, before + after);
  double room = CLAMP (need - before - after, 0.0, MIN (frame->most_kwh, MAX (0.0, to_kwh + out_kwh)));

  return offer->stop_yuan + frame->night_yuan
         + MAX (cor_plan_bound_at (&graph, &node, 0, need, room),
                cor_plan_bound (&graph, 0, before) + cor_plan_bound (&graph, 0, after));
}

/* The least by the stops that lie where they are needed, and the energy at its least price. */
static double
least_by_stops (const CorPlanFrame *frame, const CorPlanOffer *offer, guint leave, guint rejoin, double more_kwh)
{
  double first = MIN (frame->first_yuan[leave], frame->first_yuan[rejoin]);
  double rest = MIN (frame->rest_yuan[leave], frame->rest_yuan[rejoin]);

  return first + offer->stop_yuan + rest + frame->energy_yuan + frame->night_yuan
         + (frame->need_kwh >= 0.0 ? more_kwh * MAX (0.0, frame->least_slope) : 0.0);
}

gboolean
cor_plan_offer_pays (const CorPlanFrame *frame, const CorPlanOffer *offer, const CorAccess *access, guint way_index,
                     double cost)
{
  const CorPlanWay *way = &frame->ways[way_index];
  guint leave = cell_of (way, access->leave_m), rejoin = cell_of (way, access->rejoin_m);
  double low = MIN (way->low_kwh[leave], way->low_kwh[rejoin]);
  double high = MAX (way->high_kwh[leave], way->high_kwh[rejoin]);
  double out_kwh = MAX (0.0, access->out_m / 1000.0 * way->detour_kwh_per_km);
  double back_kwh = MAX (0.0, access->back_m / 1000.0 * way->detour_kwh_per_km);

  /* What the way off takes is to be taken in addition; where the line goes on meanwhile, none of it is. */
  double more_kwh = access->rejoin_m <= access->leave_m ? out_kwh + back_kwh : 0.0;

  if (!(offer->stop_yuan <= cost))
    return FALSE;
  for (guint i = 0; i < frame->n_passes; i++)
    {
      double start = frame->passes[i].start_kwh;

      if (frame->passes[i].way == way_index
          && least_by_stops (frame, offer, i * COR_PLAN_CELLS + leave, i * COR_PLAN_CELLS + rejoin, more_kwh) <= cost
          && least_by_energy (frame, offer, start + low, start + high, out_kwh, back_kwh, more_kwh)
                 <= cost)
        return TRUE;
    }
  return FALSE;
}
