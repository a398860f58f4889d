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
  memset (brief, 0, sizeof *brief);
}

void
cor_plan_brief_copy (const CorPlanBrief *brief, CorPlanBrief *out)
{
  *out = *brief;
  out->used = g_memdup2 (brief->used, brief->n_used * sizeof *brief->used);
  out->passes = g_memdup2 (brief->passes, brief->n_passes * sizeof *brief->passes);
  out->ways = g_memdup2 (brief->ways, brief->n_ways * sizeof *brief->ways);
}

/* A day that no stop was looked at for: only a price could change that. */
static gboolean
direct_concerned (const CorPlanBrief *brief, const CorPlanChange *changes, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const CorPlanStation *station = changes[i].station;

      if (brief->input.can_plug && station->power_kw > 0.0
          && cor_plan_stop_could_pay (&brief->input,
                                      cor_plan_station_least (&brief->input, station) / brief->input.charging_efficiency,
                                      brief->total_kwh, brief->rest_s))
        return TRUE;
      if (brief->input.can_swap && !isnan (station->swap_min)
          && cor_plan_stop_could_pay (&brief->input, station->swap_price_yuan_per_kwh, brief->total_kwh,
                                      brief->rest_s))
        return TRUE;
    }
  return FALSE;
}

/* Whether the least price that the plan's costs count from is another one now; prices of the battery's kWh. */
static gboolean
least_moved (const CorPlanBrief *brief, double then, double now)
{
  if (now == then)
    return FALSE;
  return isinf (now) || isinf (then) || now < brief->least_yuan_per_kwh || then <= brief->least_yuan_per_kwh;
}

static void
offers_of (const CorPlanBrief *brief, const CorPlanChange *change, CorPlanOffer *offers)
{
  cor_plan_offers (&brief->input, brief->least_yuan_per_kwh, brief->ways[change->way].detour_kwh_per_km, change->station,
                   &change->access, offers);
}

/* What the brief says, with @ways in place of its own, and the changes; TRUE where these make a difference. */
static gboolean
frame_with (const CorPlanBrief *brief, CorPlanWay *ways, const CorPlanChange *changes, guint n, CorPlanFrame *frame)
{
  const CorPlanInput *in = &brief->input;
  gboolean news = FALSE;

  *frame = (CorPlanFrame){ .total_kwh = brief->total_kwh, .need_kwh = brief->need_kwh,
                           .night_kwh = brief->total_kwh - brief->need_kwh, .passes = brief->passes, .ways = ways,
                           .n_passes = brief->n_passes, .n_ways = brief->n_ways };
  frame->night_slope = cor_plan_night_slope (in, brief->least_yuan_per_kwh);
  frame->most_kwh = (in->soc_max - in->soc_min - in->reserve) * in->battery_kwh;
  for (guint i = 0; i < n; i++)
    {
      CorPlanOffer offers[COR_N_OFFERS];

      offers_of (brief, &changes[i], offers);
      news |= cor_plan_frame_note (frame, offers, COR_N_OFFERS, &changes[i].access, changes[i].way);
    }
  return news;
}

/* Whether a day that stops at one of the changes could cost no more than the plan. */
static CorPlanConcern
stop_concern (const CorPlanBrief *brief, const CorPlanChange *changes, guint n)
{
  g_autofree CorPlanWay *ways = g_memdup2 (brief->ways, brief->n_ways * sizeof *brief->ways);
  CorPlanFrame frame;
  gboolean news = frame_with (brief, ways, changes, n, &frame);
  gboolean pays = FALSE;

  cor_plan_frame_finish (&frame);
  for (guint i = 0; i < n && !pays; i++)
    {
      CorPlanOffer offers[COR_N_OFFERS];

      offers_of (brief, &changes[i], offers);
      pays = cor_plan_frame_pays (&frame, offers, COR_N_OFFERS, &changes[i].access, changes[i].way,
                                  brief->cost_yuan + SURELY_YUAN);
    }
  cor_plan_frame_drop (&frame);
  return pays ? COR_CONCERN_SEEMS : news ? COR_CONCERN_NOTE : COR_CONCERN_NONE;
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
  if ((in->can_plug && least_moved (brief, in->least_plug_yuan_per_kwh / in->charging_efficiency,
                                   least_plug_yuan_per_kwh / in->charging_efficiency))
      || (in->can_swap && least_moved (brief, in->least_swap_yuan_per_kwh, least_swap_yuan_per_kwh)))
    return COR_CONCERN_SOLVE;
  return n_changes > 0 ? stop_concern (brief, changes, n_changes) : COR_CONCERN_NONE;
}

void
cor_plan_brief_note (CorPlanBrief *brief, const CorPlanChange *changes, guint n_changes)
{
  CorPlanFrame frame;

  if (!brief->direct && n_changes > 0)
    frame_with (brief, brief->ways, changes, n_changes, &frame);
}

/* The changed stations that nodes stand for. */
static gboolean
mark_changed (const CorPlanGraph *graph, const CorPlanChange *changes, guint n, gboolean *changed)
{
  gboolean any = FALSE;

  for (guint i = 0; i + 1 < graph->n_nodes; i++)
    {
      changed[i] = FALSE;
      for (guint k = 0; k < n && graph->nodes[i].station >= 0 && !changed[i]; k++)
        changed[i] = graph->nodes[i].station == (int) changes[k].access.station_index;
      any |= changed[i];
    }
  return any;
}

gboolean
cor_plan_holds (const CorPlanInput *input, const CorPlanBrief *brief, const CorPlanChange *changes, guint n_changes)
{
  CorPlanPick *pick = cor_plan_pick_new (input, cor_plan_goes_by_hour (input));
  double most = brief->cost_yuan + SURELY_YUAN;
  g_autofree gboolean *changed = NULL;
  gboolean holds;
  CorPlanGraph graph;

  pick->frame.total_kwh = brief->total_kwh;
  pick->frame.need_kwh = brief->need_kwh;
  pick->frame.night_kwh = brief->total_kwh - brief->need_kwh;
  cor_plan_pick_possible (pick, input, most);
  cor_plan_graph_init (&graph, input, 0, pick, NULL);
  changed = g_new (gboolean, graph.n_nodes);
  holds = !mark_changed (&graph, changes, n_changes, changed)
          || cor_plan_outlook_through (&graph, graph.high_kwh, changed) > most;
  cor_plan_graph_clear (&graph);
  cor_plan_pick_free (pick);
  return holds;
}
