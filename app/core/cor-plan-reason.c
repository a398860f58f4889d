/* cor-plan-reason.c: why a day cannot be done, by setting one rule after another aside.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

static gboolean
can_reach_end (const CorPlanInput *in, guint relax)
{
  CorPlanGraph graph;
  gboolean can;

  cor_plan_graph_init (&graph, in, relax, NULL, NULL);
  can = cor_plan_in_reach (&graph);
  cor_plan_graph_clear (&graph);
  return can;
}

static gboolean
can_do (const CorPlanInput *in, guint relax)
{
  CorPlanGraph graph;
  gboolean can;

  cor_plan_graph_init (&graph, in, relax, NULL, NULL);
  can = cor_plan_can_be_done (&graph);
  cor_plan_graph_clear (&graph);
  return can;
}

/* The station with the shortest way that one rule alone keeps the truck out of. */
static void
name_station (const CorPlanInput *in, CorReason *reason)
{
  double least_m = INFINITY;

  for (guint l = 0; l < in->n_legs; l++)
    for (guint a = 0; a < in->legs[l].n_accesses; a++)
      {
        const CorAccess *access = &in->legs[l].accesses[a];
        const CorPlanStation *station = &in->stations[access->station_index];
        gboolean barred = reason->code == COR_REASON_LENGTH   ? in->length_m > station->max_length_m
                          : reason->code == COR_REASON_HEIGHT ? in->height_m > station->max_height_m
                          : !isnan (station->swap_min) && station->swap_type != NULL
                              && g_strcmp0 (station->swap_type, in->swap_type) != 0;

        if (!barred || !(station->power_kw > 0.0 || !isnan (station->swap_min)) || access->detour_m >= least_m)
          continue;
        least_m = access->detour_m;
        reason->station = (int) access->station_index;
        reason->leg = (int) l;
        if (reason->code == COR_REASON_LENGTH)
          reason->limit = station->max_length_m;
        if (reason->code == COR_REASON_HEIGHT)
          reason->limit = station->max_height_m;
      }
  if (reason->code == COR_REASON_LENGTH)
    reason->actual = in->length_m;
  if (reason->code == COR_REASON_HEIGHT)
    reason->actual = in->height_m;
}

/* The place on the line where the charge is down to the reserve, in the day's kWh. */
static void
locate (const CorPlanGraph *graph, double at_kwh, CorReason *reason)
{
  double start_kwh = 0.0;

  for (guint l = 0; l < graph->in->n_legs; l++)
    {
      const CorPlanLeg *leg = &graph->in->legs[l];

      for (guint p = 1; p < leg->n_points; p++)
        {
          const CorEnergyPoint *a = &leg->points[p - 1];
          const CorEnergyPoint *b = &leg->points[p];

          if (start_kwh + b->units < at_kwh || b->units <= a->units)
            continue;
          reason->leg = (int) l;
          reason->at_m = a->at_m + (b->at_m - a->at_m) * CLAMP ((at_kwh - start_kwh - a->units)
                                                                    / (b->units - a->units), 0.0, 1.0);
          return;
        }
      start_kwh += leg->points[leg->n_points - 1].units;
    }
}

/* The smallest gap between a node in reach and one out of reach. */
static void
find_gap (const CorPlanGraph *graph, CorReason *reason)
{
  const CorPlanNode start = { .kind = COR_STOP_DEPOT };
  g_autofree double *reach = g_new (double, graph->n_nodes);
  double least = INFINITY;
  double out_at = 0.0;
  double per_m = graph->total_kwh / graph->total_m;

  cor_plan_reach (graph, graph->high_kwh, reach);
  for (int i = -1; i + 1 < (int) graph->n_nodes; i++)
    {
      const CorPlanNode *a = i < 0 ? &start : &graph->nodes[i];
      double usable, peak = -INFINITY;

      if (i >= 0 && !isfinite (reach[i]))
        continue;
      usable = (i < 0 ? graph->high_kwh : cor_plan_highest (graph, a, reach[i])) - a->back_kwh - graph->low_kwh;
      for (guint j = (guint) (i + 1); j < graph->n_nodes; j++)
        {
          const CorPlanNode *b = &graph->nodes[j];
          double missing;

          peak = MAX (peak, b->peak_kwh);
          missing = MAX (peak, b->leave_kwh + b->out_kwh) - a->rejoin_kwh - usable;
          if (isfinite (reach[j]) || b->leave_m < a->rejoin_m || missing >= least
              || b->rejoin_kwh - b->back_kwh <= a->rejoin_kwh)
            continue;
          least = missing;
          out_at = a->rejoin_kwh + usable;
        }
    }
  locate (graph, out_at, reason);
  reason->short_kwh = least;
  reason->short_m = least / per_m;
}

/* What the truck takes from the depot a day, and what the night gives. */
static void
find_night (const CorPlanGraph *graph, CorReason *reason)
{
  CorPlanGraph other;
  CorPlanFound found = { 0 };
  const CorPlanInput *in = graph->in;

  cor_plan_graph_init (&other, in, COR_RELAX_NIGHT, NULL, NULL);
  if (isfinite (cor_plan_search_day (&other, &found)))
    reason->actual = found.start_kwh - found.labels[found.last].kwh;
  reason->limit = graph->night_kw * MAX (0.0, in->period_h - cor_plan_least_s (graph) / 3600.0);
  reason->leg = (int) in->n_legs - 1;
  g_free (found.labels);
  cor_plan_graph_clear (&other);
}

/* How long the day would take without a limit. */
static void
find_day (const CorPlanGraph *graph, CorReason *reason)
{
  CorPlanGraph other;
  CorPlanFound found = { 0 };

  cor_plan_graph_init (&other, graph->in, COR_RELAX_NIGHT | COR_RELAX_DAY, NULL, NULL);
  reason->limit = graph->day_max_s / 3600.0;
  reason->actual = cor_plan_least_s (graph) / 3600.0;
  if (isfinite (cor_plan_search_day (&other, &found)))
    reason->actual = found.labels[found.last].at_s / 3600.0;
  g_free (found.labels);
  cor_plan_graph_clear (&other);
}

static CorReasonCode
find_code (const CorPlanInput *in)
{
  if (can_reach_end (in, 0))
    return can_do (in, COR_RELAX_NIGHT) ? COR_REASON_NIGHT : COR_REASON_DAY;
  if (can_reach_end (in, COR_RELAX_LENGTH))
    return COR_REASON_LENGTH;
  if (can_reach_end (in, COR_RELAX_HEIGHT))
    return COR_REASON_HEIGHT;
  if (in->can_swap && can_reach_end (in, COR_RELAX_SWAP_TYPE))
    return COR_REASON_SWAP_TYPE;
  return COR_REASON_RANGE;
}

void
cor_plan_find_reason (const CorPlanGraph *graph, CorReason *reason)
{
  const CorPlanInput *in = graph->in;

  *reason = (CorReason){ .code = find_code (in), .station = -1, .temperature_c = in->temperature_c };
  switch (reason->code)
    {
    case COR_REASON_NIGHT:
      find_night (graph, reason);
      break;
    case COR_REASON_DAY:
      find_day (graph, reason);
      break;
    case COR_REASON_RANGE:
      find_gap (graph, reason);
      break;
    default:
      name_station (in, reason);
      break;
    }
  reason->from = in->legs[reason->leg].from;
  reason->to = in->legs[reason->leg].to;
  reason->payload_t = in->legs[reason->leg].payload_t;
  if (in->explain)
    cor_plan_find_fix (graph, reason);
}
