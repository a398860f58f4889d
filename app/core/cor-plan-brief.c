/* cor-plan-brief.c: which stations could change a solved day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>
#include <string.h>

/* A day this much dearer than the plan is surely another one, yuan. */
#define SURELY_YUAN 1e-4

void
cor_plan_brief_clear (CorPlanBrief *brief)
{
  g_free (brief->used);
  g_free (brief->passes);
  g_free (brief->ways);
  g_free (brief->stop_yuan);
  memset (brief, 0, sizeof *brief);
}

static double *
copy_stops (const CorPlanBrief *brief)
{
  return g_memdup2 (brief->stop_yuan, 2 * brief->n_passes * COR_PLAN_CELLS * sizeof *brief->stop_yuan);
}

void
cor_plan_brief_copy (const CorPlanBrief *brief, CorPlanBrief *out)
{
  *out = *brief;
  out->used = g_memdup2 (brief->used, brief->n_used * sizeof *brief->used);
  out->passes = g_memdup2 (brief->passes, brief->n_passes * sizeof *brief->passes);
  out->ways = g_memdup2 (brief->ways, brief->n_ways * sizeof *brief->ways);
  out->stop_yuan = copy_stops (brief);
}

/* A day that no stop was looked at for: only a price could change that. */
static gboolean
direct_concerned (const CorPlanBrief *brief, const CorPlanChange *changes, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const CorPlanStation *station = changes[i].station;

      if (brief->input.can_plug && station->power_kw > 0.0
          && cor_plan_stop_could_pay (&brief->input, station->price_yuan_per_kwh, brief->total_kwh))
        return TRUE;
      if (brief->input.can_swap && !isnan (station->swap_min)
          && cor_plan_stop_could_pay (&brief->input, station->swap_price_yuan_per_kwh, brief->total_kwh))
        return TRUE;
    }
  return FALSE;
}

/* Whether the least price that the plan's costs count from is another one now. */
static gboolean
least_moved (const CorPlanBrief *brief, double then, double now)
{
  double efficiency = brief->input.charging_efficiency;

  if (now == then)
    return FALSE;
  return isinf (now) || isinf (then) || now / efficiency < brief->least_yuan_per_kwh
         || then / efficiency <= brief->least_yuan_per_kwh;
}

static CorPlanOffer
offer_of (const CorPlanBrief *brief, const CorPlanChange *change)
{
  return cor_plan_offer (&brief->input, brief->least_yuan_per_kwh, brief->ways[change->way].detour_kwh_per_km,
                         change->station, &change->access);
}

/* What the brief says, with what it owns; where the changes make it say something else, *news. */
static void
frame_with (const CorPlanBrief *brief, double *stop_yuan, const CorPlanChange *changes, guint n, CorPlanFrame *frame,
            gboolean *news)
{
  const CorPlanInput *in = &brief->input;

  *frame = (CorPlanFrame){ .total_kwh = brief->total_kwh, .need_kwh = brief->need_kwh,
                           .night_kwh = brief->total_kwh - brief->need_kwh, .passes = brief->passes,
                           .ways = brief->ways, .n_passes = brief->n_passes, .n_ways = brief->n_ways,
                           .stop_yuan = stop_yuan, .slope = stop_yuan + brief->n_passes * COR_PLAN_CELLS,
                           .bound = brief->bound };
  frame->night_slope = cor_plan_night_slope (in, brief->least_yuan_per_kwh);
  frame->most_kwh = (in->soc_max - in->soc_min - in->reserve) * in->battery_kwh;
  *news = FALSE;
  for (guint i = 0; i < n; i++)
    {
      CorPlanOffer offer = offer_of (brief, &changes[i]);
      CorPlanBound before = frame->bound;

      *news |= cor_plan_frame_note (frame, &offer, &changes[i].access, changes[i].way);
      cor_plan_bound_fill (&offer, 1, &before, frame->most_kwh, &frame->bound);
      *news |= memcmp (&before, &frame->bound, sizeof before) != 0;
    }
}

/* Whether a day that stops at one of the changes could cost no more than the plan. */
static CorPlanConcern
stop_concern (const CorPlanBrief *brief, const CorPlanChange *changes, guint n)
{
  g_autofree double *stop_yuan = copy_stops (brief);
  CorPlanFrame frame;
  gboolean news, pays = FALSE;

  frame_with (brief, stop_yuan, changes, n, &frame, &news);
  cor_plan_frame_finish (&frame);
  for (guint i = 0; i < n && !pays; i++)
    {
      CorPlanOffer offer = offer_of (brief, &changes[i]);

      pays = cor_plan_offer_pays (&frame, &offer, &changes[i].access, changes[i].way, brief->cost_yuan + SURELY_YUAN);
    }
  g_free (frame.first_yuan);
  return pays ? COR_CONCERN_SOLVE : news ? COR_CONCERN_NOTE : COR_CONCERN_NONE;
}

CorPlanConcern
cor_plan_brief_concern (const CorPlanBrief *brief, const CorPlanChange *changes, guint n_changes,
                        double least_plug_yuan_per_kwh, double least_swap_yuan_per_kwh)
{
  const CorPlanInput *in = &brief->input;

  if (brief->direct)
    return direct_concerned (brief, changes, n_changes) ? COR_CONCERN_SOLVE : COR_CONCERN_NONE;
  if (n_changes > 0 && brief->shaky)
    return COR_CONCERN_SOLVE;
  if ((in->can_plug && least_moved (brief, in->least_plug_yuan_per_kwh, least_plug_yuan_per_kwh))
      || (in->can_swap && least_moved (brief, in->least_swap_yuan_per_kwh, least_swap_yuan_per_kwh)))
    return COR_CONCERN_SOLVE;
  return n_changes > 0 ? stop_concern (brief, changes, n_changes) : COR_CONCERN_NONE;
}

void
cor_plan_brief_note (CorPlanBrief *brief, const CorPlanChange *changes, guint n_changes)
{
  CorPlanFrame frame;
  gboolean news;

  if (brief->direct || n_changes == 0)
    return;
  frame_with (brief, brief->stop_yuan, changes, n_changes, &frame, &news);
  brief->bound = frame.bound;
}
