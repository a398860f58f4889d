/* cor-plan-write.c: a solved day written out: stops, state of charge along the way, totals.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

/* Points of the state of charge on a leg, besides its ends and stops. */
#define POINTS_PER_LEG 48
/* Charges closer than this are the same, kWh. */
#define SAME_KWH 1e-6

/* A day being written out: where the truck is in it. */
typedef struct
{
  const CorPlanGraph *graph;
  CorPlan *plan;
  GArray *stops;
  GArray *points;
  GArray *drives;
  GArray *pauses;
  GArray *pause_of; /* by stop, which of the pauses it is */
  guint leg;
  double leg_start_m;
  double leg_start_kwh;
  double leg_start_s;
  double line_m, line_kwh, line_s;
  double day_m, kwh, taken_kwh;
  double open_drive_s;
  double bay_stay_s; /* waited before loading at the end of the leg */
} Writer;

static void
add_point (Writer *writer, gboolean detour)
{
  CorSocPoint point = { writer->day_m, writer->kwh / writer->graph->in->battery_kwh, writer->leg, detour };

  g_array_append_val (writer->points, point);
  writer->plan->lowest_soc = MIN (writer->plan->lowest_soc, point.soc);
}

static void
add_pause (Writer *writer, double pause_s)
{
  g_array_append_val (writer->drives, writer->open_drive_s);
  g_array_append_val (writer->pauses, pause_s);
  writer->open_drive_s = 0.0;
}

/* Drives on along the line to a place given in the day's totals. */
static void
follow (Writer *writer, double to_m, double to_kwh, double to_s)
{
  double forth = to_m - writer->line_m;

  writer->day_m += forth;
  writer->kwh -= to_kwh - writer->line_kwh;
  writer->open_drive_s += to_s - writer->line_s;
  writer->line_m = to_m;
  writer->line_kwh = to_kwh;
  writer->line_s = to_s;
}

/* Drives along the leg's points up to @end_m of the day, adding some of them. */
static void
follow_leg (Writer *writer, double end_m)
{
  const CorPlanLeg *leg = &writer->graph->in->legs[writer->leg];
  guint step = MAX (1, leg->n_points / POINTS_PER_LEG);

  for (guint i = step; i + 1 < leg->n_points; i += step)
    {
      double at_m = writer->leg_start_m + leg->points[i].at_m;

      if (at_m <= writer->line_m || at_m >= end_m)
        continue;
      follow (writer, at_m, writer->leg_start_kwh + leg->points[i].units,
              writer->leg_start_s + leg->points[i].at_s);
      add_point (writer, FALSE);
    }
}

/* Drives on until a place, over as many legs as lie between. */
static void
follow_to (Writer *writer, guint leg_index, double to_m, double to_kwh, double to_s)
{
  const CorPlanInput *in = writer->graph->in;

  while (writer->leg < leg_index)
    {
      const CorPlanLeg *leg = &in->legs[writer->leg];
      const CorEnergyPoint *end = &leg->points[leg->n_points - 1];
      double end_m = writer->leg_start_m + end->at_m;

      follow_leg (writer, end_m);
      follow (writer, end_m, writer->leg_start_kwh + end->units, writer->leg_start_s + end->at_s);
      add_point (writer, FALSE);
      add_pause (writer, leg->dwell_min * 60.0 + writer->bay_stay_s);
      writer->bay_stay_s = 0.0;
      writer->leg_start_m = end_m;
      writer->leg_start_kwh += end->units;
      writer->leg_start_s += end->at_s + leg->dwell_min * 60.0;
      writer->line_s = writer->leg_start_s;
      writer->leg++;
    }
  follow_leg (writer, to_m);
  follow (writer, to_m, to_kwh, to_s);
  add_point (writer, FALSE);
}

/* Whether who passes by at a node, to which it came with so much, falls below the lowest charge on the way to the next. */
static gboolean
is_needed (const CorPlanGraph *graph, guint index, double arrive_kwh, guint next)
{
  const CorPlanNode *node = &graph->nodes[index], *then = &graph->nodes[next];
  double total_kwh = then->leave_kwh + then->out_kwh;

  for (guint i = index + 1; i <= next; i++)
    total_kwh = MAX (total_kwh, graph->nodes[i].peak_kwh);
  return node->station >= 0
         && arrive_kwh + node->out_kwh - (total_kwh - node->leave_kwh) < graph->low_kwh - SAME_KWH;
}

/* Leaves the line, takes energy, comes back. */
static void
write_stop (Writer *writer, const CorPlanNode *node, const CorPlanLabel *label, const CorPlanLabel *after)
{
  const CorPlanInput *in = writer->graph->in;
  CorPlan *plan = writer->plan;
  double leave_kwh = after->from_kwh;
  double charge_h = cor_charge_curve_hours (&in->curve, node->power_kw, label->kwh, leave_kwh);
  double hold_s;
  guint last;
  CorPlanStop stop = { .kind = node->kind, .leg = node->leg, .station = node->station,
                       .at_m = node->leave_m - writer->leg_start_m, .unhitched = node->unhitched,
                       .detour_m = node->detour_m, .detour_s = node->detour_s };

  writer->day_m += node->out_m;
  writer->open_drive_s += node->out_s;
  writer->kwh = label->kwh;
  if (node->station >= 0)
    add_point (writer, TRUE);
  stop.day_m = writer->day_m;
  stop.arrive_h = in->first_departure_h + (label->at_s - label->shut_s) / 3600.0;
  stop.soc_in = label->kwh / in->battery_kwh;
  stop.soc_out = leave_kwh / in->battery_kwh;
  stop.kwh = leave_kwh - label->kwh;
  stop.needed = is_needed (writer->graph, label->node, label->kwh, after->node);
  hold_s = node->hours != NULL ? (double) after->hold_s : after->stay_s;
  stop.power_h = in->first_departure_h + (label->at_s + node->wait_s + node->fixed_s + hold_s) / 3600.0;
  stop.yuan = node->sold_by != NULL ? cor_plan_hours_yuan (writer->graph, node, label->kwh, leave_kwh, stop.power_h)
                                  : stop.kwh * node->yuan_per_kwh;
  stop.wait_min = (label->shut_s + node->wait_s) / 60.0;
  stop.charge_min = node->kind == COR_STOP_SWAP ? 0.0 : charge_h * 60.0;
  stop.stay_min = after->stay_s / 60.0;
  stop.until_h = stop.power_h + stop.charge_min / 60.0;
  stop.minutes = node->fixed_s / 60.0 + stop.stay_min + stop.charge_min;
  writer->kwh = leave_kwh;
  writer->taken_kwh += stop.kwh;
  add_point (writer, node->station >= 0);
  if (node->station >= 0)
    {
      double pause_s = 60.0 * (stop.minutes + stop.wait_min);

      add_pause (writer, pause_s);
      plan->energy_s += pause_s + node->detour_s;
      plan->detour_m += node->detour_m;
      plan->station_kwh += node->kind == COR_STOP_SWAP ? stop.kwh : stop.kwh / in->charging_efficiency;
      plan->station_yuan += stop.yuan;
      plan->objective_yuan += in->yuan_per_h * (pause_s + node->detour_s) / 3600.0
                              + in->yuan_per_km * node->detour_m / 1000.0;
      plan->stops_per_trip += 1.0 / MAX (1, in->n_trips);
    }
  else
    {
      plan->site_kwh += stop.kwh / in->charging_efficiency;
      plan->site_yuan += stop.yuan;
      plan->energy_s += after->stay_s;
      plan->objective_yuan += in->yuan_per_h * after->stay_s / 3600.0;
      writer->bay_stay_s = after->stay_s;
    }
  g_array_append_val (writer->stops, stop);
  /* The pause of a stop at a station was the last one added. */
  last = MAX (writer->pauses->len, 1) - 1;
  g_array_append_val (writer->pause_of, last);
}

/* Comes back onto the line; the leg it left from stays its leg. A way that is shorter than the line counts as long as that,
 * as it does in what is driven in all. */
static void
rejoin (Writer *writer, const CorPlanNode *node)
{
  double shorter_m = node->rejoin_m - node->leave_m - node->out_m - node->back_m;

  if (node->station < 0)
    return;
  writer->day_m += node->back_m + MAX (0.0, shorter_m);
  writer->kwh -= node->back_kwh;
  writer->open_drive_s += node->back_s;
  writer->line_m = node->rejoin_m;
  writer->line_kwh = node->rejoin_kwh;
  writer->line_s = node->rejoin_s;
  add_point (writer, TRUE);
}

static void
write_night (Writer *writer, double start_kwh)
{
  const CorPlanInput *in = writer->graph->in;
  CorPlan *plan = writer->plan;
  double kwh = start_kwh - writer->kwh;
  CorPlanStop stop = { .kind = COR_STOP_DEPOT, .leg = in->n_legs - 1, .station = -1 };

  if (!(kwh > 0.0) || !(in->depot_kw > 0.0))
    return;
  stop.at_m = in->legs[stop.leg].points[in->legs[stop.leg].n_points - 1].at_m;
  stop.day_m = writer->day_m;
  stop.arrive_h = in->first_departure_h + plan->day_s / 3600.0;
  stop.soc_in = writer->kwh / in->battery_kwh;
  stop.soc_out = start_kwh / in->battery_kwh;
  stop.kwh = kwh;
  stop.minutes = stop.charge_min = 60.0 * kwh / writer->graph->night_kw;
  stop.power_h = stop.arrive_h;
  stop.until_h = stop.power_h + stop.charge_min / 60.0;
  plan->depot_kwh = kwh / in->charging_efficiency;
  stop.yuan = plan->depot_yuan = plan->depot_kwh * in->depot_yuan_per_kwh;
  g_array_append_val (writer->stops, stop);
}

/* Which stops the driver rests in: without them there would be more rests elsewhere. */
static void
mark_rests (Writer *writer, double rest_s)
{
  const double *drives = (const double *) (gpointer) writer->drives->data;
  double *pauses = (double *) (gpointer) writer->pauses->data;

  for (guint i = 0; i < writer->stops->len; i++)
    {
      CorPlanStop *stop = &g_array_index (writer->stops, CorPlanStop, i);
      double *pause, pause_s;

      if (stop->station < 0)
        continue;
      pause = &pauses[g_array_index (writer->pause_of, guint, i)];
      pause_s = *pause;
      *pause = 0.0;
      stop->rests = cor_plan_rest (writer->graph->in, drives, pauses, writer->drives->len) > rest_s;
      *pause = pause_s;
    }
}

static void
write_totals (Writer *writer, const CorPlanFound *found)
{
  const CorPlanGraph *graph = writer->graph;
  CorPlan *plan = writer->plan;
  double rest_s = cor_plan_rest (graph->in, (const double *) (gpointer) writer->drives->data,
                                 (const double *) (gpointer) writer->pauses->data, writer->drives->len);

  mark_rests (writer, rest_s);
  plan->start_soc = found->start_kwh / graph->in->battery_kwh;
  plan->end_soc = writer->kwh / graph->in->battery_kwh;
  plan->drive_m = graph->total_m + plan->detour_m;
  plan->dwell_s = graph->dwell_s;
  plan->energy_s += rest_s - graph->rest_s;
  plan->day_s = graph->total_s + graph->rest_s + plan->energy_s;
  plan->energy_s = MAX (0.0, plan->energy_s);
  for (guint i = 0; i < writer->drives->len; i++)
    plan->drive_s += g_array_index (writer->drives, double, i);
  write_night (writer, found->start_kwh);
  plan->kwh = writer->taken_kwh + found->start_kwh - writer->kwh;
  plan->objective_yuan += plan->station_yuan + plan->site_yuan + plan->depot_yuan
                          + graph->in->yuan_per_h * (rest_s - graph->rest_s) / 3600.0;
  plan->spare_yuan = found->cost - graph->in->yuan_per_h * graph->rest_s / 3600.0;
  plan->least_yuan_per_kwh = graph->least_yuan_per_kwh;
}

guint *
cor_plan_day_labels (const CorPlanFound *found, guint *n)
{
  guint *day;
  guint at = 0;

  for (guint i = found->last; i != COR_NO_LABEL; i = found->labels[i].parent)
    at++;
  *n = at;
  day = g_new (guint, at);
  for (guint i = found->last; i != COR_NO_LABEL; i = found->labels[i].parent)
    day[--at] = i;
  return day;
}

void
cor_plan_write (const CorPlanGraph *graph, const CorPlanFound *found, CorPlan *plan)
{
  Writer writer = { .graph = graph, .plan = plan, .kwh = found->start_kwh };
  guint n;
  g_autofree guint *day = cor_plan_day_labels (found, &n);

  writer.stops = g_array_new (FALSE, FALSE, sizeof (CorPlanStop));
  writer.points = g_array_new (FALSE, FALSE, sizeof (CorSocPoint));
  writer.drives = g_array_new (FALSE, FALSE, sizeof (double));
  writer.pauses = g_array_new (FALSE, FALSE, sizeof (double));
  writer.pause_of = g_array_new (FALSE, FALSE, sizeof (guint));
  plan->feasible = TRUE;
  plan->lowest_soc = INFINITY;
  plan->floor_soc = graph->low_kwh / graph->in->battery_kwh;
  add_point (&writer, FALSE);
  for (guint i = 0; i < n; i++)
    {
      const CorPlanLabel *label = &found->labels[day[i]];
      const CorPlanNode *node = &graph->nodes[label->node];

      follow_to (&writer, node->leg, node->leave_m, node->leave_kwh, node->leave_s);
      if (i + 1 == n)
        break;
      write_stop (&writer, node, label, &found->labels[day[i + 1]]);
      rejoin (&writer, node);
    }
  add_pause (&writer, 0.0);
  write_totals (&writer, found);
  plan->n_stops = writer.stops->len;
  plan->n_points = writer.points->len;
  plan->stops = (CorPlanStop *) (gpointer) g_array_free (writer.stops, FALSE);
  plan->points = (CorSocPoint *) (gpointer) g_array_free (writer.points, FALSE);
  g_array_unref (writer.drives);
  g_array_unref (writer.pauses);
  g_array_unref (writer.pause_of);
}
