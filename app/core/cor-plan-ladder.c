/* cor-plan-ladder.c: the least that a day costs which stops at a given place, whatever else it does.
 *
 * What has been taken under way, less what detours took, is looked at in steps. A truck that starts full
 * gets no further than a full battery beyond what it has taken, and can take no more than it has driven:
 *
 *   driven - full battery <= taken <= driven
 *
 * Along the day, stretch by stretch, the ladder holds the least paid for having taken so much, and
 * the least that is still to be paid. Taken is rounded up for what it allows and down for what it costs, so that
 * no day costs less than the ladder says (R. Bellman, Dynamic Programming, 1957).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>
#include <string.h>

/* So many steps make a full battery, and no more than so many a day. */
#define RUNGS_OF_CHARGE 48
#define RUNGS_MOST 256

static const CorPlanWay *
way_of (const CorPlanFrame *frame, guint cell, double *start_kwh)
{
  const CorPlanPass *pass = &frame->passes[cell / COR_PLAN_CELLS];

  *start_kwh = pass->start_kwh;
  return &frame->ways[pass->way];
}

/* The step up to which can be taken by who is back on the line at back_kwh at most. */
static guint
rung_of (const CorPlanFrame *frame, double back_kwh)
{
  return (guint) CLAMP (ceil (back_kwh / frame->step_kwh), 0.0, frame->n_rungs - 1.0);
}

/* From the lowest running total of a leg from each of its stretches on. */
static void
fill_first (CorPlanFrame *frame)
{
  double lowest = INFINITY;

  for (guint c = frame->n_passes * COR_PLAN_CELLS; c-- > 0;)
    {
      double start_kwh;
      const CorPlanWay *way = way_of (frame, c, &start_kwh);
      double low_kwh = start_kwh + way->low_kwh[c % COR_PLAN_CELLS];

      lowest = (c + 1) % COR_PLAN_CELLS == 0 ? low_kwh : MIN (lowest, low_kwh);
      frame->first_rung[c] = rung_of (frame, lowest - frame->most_kwh);
    }
}

static void
set_steps (CorPlanFrame *frame)
{
  double top = MAX (frame->total_kwh, 0.0);
  double slope = INFINITY;

  for (guint c = 0; c < frame->n_passes * COR_PLAN_CELLS; c++)
    {
      double start_kwh;
      const CorPlanWay *way = way_of (frame, c, &start_kwh);

      top = MAX (top, start_kwh + MAX (way->high_kwh[c % COR_PLAN_CELLS], way->back_kwh[c % COR_PLAN_CELLS]));
      for (guint i = 0; i < COR_CELL_LINES; i++)
        slope = MIN (slope, way->lines[c % COR_PLAN_CELLS][i].yuan_per_kwh);
    }
  slope = MIN (slope, frame->night_slope);
  frame->least_slope = isfinite (slope) ? MAX (slope, 0.0) : 0.0;
  frame->step_kwh = MAX (frame->most_kwh / RUNGS_OF_CHARGE, top / (RUNGS_MOST - 2));
  frame->n_rungs = (guint) ceil (top / frame->step_kwh) + 1;
}

/* What the night costs beyond the least price, by what was taken under way. */
static void
fill_night (const CorPlanFrame *frame, double *left)
{
  double slope = frame->any_morning || !isfinite (frame->night_slope) ? 0.0 : frame->night_slope - frame->least_slope;

  for (guint e = 0; e < frame->n_rungs; e++)
    {
      double taken = e * frame->step_kwh;

      left[e] = taken < frame->need_kwh ? INFINITY : MAX (0.0, slope) * MAX (0.0, frame->total_kwh - taken);
    }
}

/* What is left to be paid where one stop of a line is made, into @out, from step first on; @after: what is left
 * behind it. */
static void
stop_before (const CorPlanFrame *frame, const CorPlanLine *line, guint first, guint top, const double *after, double *out)
{
  double step_yuan = (line->yuan_per_kwh - frame->least_slope) * frame->step_kwh;
  double best = INFINITY;

  for (guint e = top; e-- > first;)
    {
      best = MIN (best, after[e + 1] + step_yuan * e);
      out[e] = MIN (out[e], line->stop_yuan + best - step_yuan * e);
    }
}

/* What has been paid where one stop of a line is made, into @out; @before: what was before it. */
static void
stop_after (const CorPlanFrame *frame, const CorPlanLine *line, guint first, guint top, const double *before, double *out)
{
  double step_yuan = (line->yuan_per_kwh - frame->least_slope) * frame->step_kwh;
  double best = INFINITY;

  for (guint e = first + 1; e <= top; e++)
    {
      best = MIN (best, before[e - 1] - step_yuan * (e - 1));
      out[e] = MIN (out[e], line->stop_yuan + best + step_yuan * (e - 1));
    }
}

/* With less than this taken, nobody gets there. */
static void
bar (double *row, guint first)
{
  for (guint e = 0; e < first; e++)
    row[e] = INFINITY;
}

/* From the end of the day backwards; row c holds what is left from stretch c on. */
static void
climb_down (CorPlanFrame *frame)
{
  guint n = frame->n_rungs;

  fill_night (frame, frame->left_yuan + frame->n_passes * COR_PLAN_CELLS * n);
  for (guint c = frame->n_passes * COR_PLAN_CELLS; c-- > 0;)
    {
      double start_kwh;
      const CorPlanWay *way = way_of (frame, c, &start_kwh);
      const CorPlanLine *lines = way->lines[c % COR_PLAN_CELLS];
      guint top = rung_of (frame, start_kwh + way->back_kwh[c % COR_PLAN_CELLS]);
      double *row = frame->left_yuan + c * n;

      memcpy (row, row + n, n * sizeof *row);
      bar (row, frame->first_rung[c]);
      for (guint i = 0; i < COR_CELL_LINES && isfinite (lines[i].stop_yuan); i++)
        stop_before (frame, &lines[i], frame->first_rung[c], top, row + n, row);
    }
}

/* From the start of the day on; row c holds what was paid before stretch c. */
static void
climb_up (CorPlanFrame *frame)
{
  guint n = frame->n_rungs;

  for (guint e = 0; e < n; e++)
    frame->paid_yuan[e] = e == 0 ? 0.0 : INFINITY;
  for (guint c = 0; c < frame->n_passes * COR_PLAN_CELLS; c++)
    {
      double start_kwh;
      const CorPlanWay *way = way_of (frame, c, &start_kwh);
      const CorPlanLine *lines = way->lines[c % COR_PLAN_CELLS];
      guint top = rung_of (frame, start_kwh + way->back_kwh[c % COR_PLAN_CELLS]);
      double *row = frame->paid_yuan + c * n;

      bar (row, frame->first_rung[c]);
      memcpy (row + n, row, n * sizeof *row);
      for (guint i = 0; i < COR_CELL_LINES && isfinite (lines[i].stop_yuan); i++)
        stop_after (frame, &lines[i], frame->first_rung[c], top, row, row + n);
    }
}

void
cor_plan_frame_finish (CorPlanFrame *frame)
{
  guint n_cells = frame->n_passes * COR_PLAN_CELLS;

  cor_plan_frame_drop (frame);
  set_steps (frame);
  frame->paid_yuan = g_new (double, 2 * (n_cells + 1) * frame->n_rungs);
  frame->left_yuan = frame->paid_yuan + (n_cells + 1) * frame->n_rungs;
  frame->first_rung = g_new (guint, n_cells);
  fill_first (frame);
  climb_down (frame);
  climb_up (frame);
}

void
cor_plan_frame_drop (CorPlanFrame *frame)
{
  g_clear_pointer (&frame->paid_yuan, g_free);
  g_clear_pointer (&frame->first_rung, g_free);
}

/* Whether a day that makes this stop in a stretch can cost no more than cost. */
static gboolean
stop_pays (const CorPlanFrame *frame, const CorPlanOffer *offer, guint cell, guint top, double cost)
{
  const double *paid = frame->paid_yuan + cell * frame->n_rungs;
  const double *left = frame->left_yuan + cell * frame->n_rungs;
  double step_yuan = (offer->yuan_per_kwh - frame->least_slope) * frame->step_kwh;
  double most = cost - offer->stop_yuan;
  double best = INFINITY;

  for (guint e = frame->first_rung[cell]; e <= top; e++)
    {
      /* Within a step, energy costs nothing here. */
      if (MIN (best + step_yuan * (e - 1.0), paid[e]) + left[e] <= most)
        return TRUE;
      best = MIN (best, paid[e] - step_yuan * e);
    }
  return FALSE;
}

gboolean
cor_plan_frame_pays (const CorPlanFrame *frame, const CorPlanOffer *offers, guint n, const CorAccess *access,
                     guint way_index, double cost)
{
  const CorPlanWay *way = &frame->ways[way_index];
  guint leave = cor_plan_cell (way, access->leave_m);
  double back_kwh = MAX (way->high_kwh[leave], way->high_kwh[cor_plan_cell (way, access->rejoin_m)]);

  if (isinf (cost))
    return TRUE;
  cost -= frame->least_slope * frame->total_kwh;
  for (guint i = 0; i < frame->n_passes; i++)
    for (guint k = 0; k < n && frame->passes[i].way == way_index; k++)
      if (offers[k].stop_yuan <= cost
          && stop_pays (frame, &offers[k], i * COR_PLAN_CELLS + leave,
                        rung_of (frame, frame->passes[i].start_kwh + back_kwh), cost))
        return TRUE;
  return FALSE;
}
