/* cor-plan-legs.c: a day's legs with the stations and bays on them, one chance after another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>
#include <stdlib.h>

static gboolean
too_large (double size, double limit)
{
  return limit > 0.0 && size > limit;
}

gboolean
cor_plan_may_enter (const CorPlanInput *in, guint relax, const CorPlanStation *station, gboolean *unhitched)
{
  *unhitched = FALSE;
  if (too_large (in->height_m, station->max_height_m) && !(relax & COR_RELAX_HEIGHT))
    return FALSE;
  if (!too_large (in->length_m, station->max_length_m) || (relax & COR_RELAX_LENGTH))
    return TRUE;
  *unhitched = !isnan (in->unhitch_min);
  return *unhitched;
}

static gboolean
fits_swap (const CorPlanGraph *graph, const CorPlanStation *station)
{
  if (station->swap_type == NULL || (graph->relax & COR_RELAX_SWAP_TYPE))
    return TRUE;
  return g_strcmp0 (station->swap_type, graph->in->swap_type) == 0;
}

/* From when and how long the gate is open; equal hours, or none, mean always. */
static void
set_hours (CorPlanNode *node, const CorPlanStation *station)
{
  double open_h = station->open_to_h - station->open_from_h;

  if (isnan (open_h) || open_h == 0.0)
    return;
  node->open_from_h = station->open_from_h;
  node->open_h = open_h < 0.0 ? open_h + 24.0 : open_h;
}

/* Adds a way of taking energy at a station, kind by kind. */
static void
add_access (CorPlanGraph *graph, const CorPlanNode *base, const CorPlanLeg *leg, const CorAccess *access)
{
  const CorPlanInput *in = graph->in;
  const CorPlanStation *station = &in->stations[access->station_index];
  CorPlanNode node = *base;
  CorEnergyPoint leave, rejoin;
  double extra_s = in->stop_min * 60.0;
  double efficiency = in->charging_efficiency;

  if (!cor_plan_may_enter (in, graph->relax, station, &node.unhitched))
    return;
  if (node.unhitched)
    extra_s += in->unhitch_min * 60.0;
  leave = cor_plan_leg_at (leg, access->leave_m);
  rejoin = cor_plan_leg_at (leg, access->rejoin_m);
  node.station = (int) access->station_index;
  set_hours (&node, station);
  node.leave_kwh += leave.units;
  node.leave_s += leave.at_s;
  node.leave_m += leave.at_m;
  node.rejoin_kwh += rejoin.units;
  node.rejoin_s += rejoin.at_s;
  node.drive_in_s += leave.at_s;
  node.drive_out_s += rejoin.at_s;
  node.rejoin_m += rejoin.at_m;
  node.out_m = access->out_m;
  node.back_m = access->back_m;
  node.out_s = access->out_s;
  node.back_s = access->back_s;
  node.out_kwh = access->out_m / 1000.0 * leg->detour_kwh_per_km;
  /* A way off is no shorter than the line it replaces, and takes no less. */
  node.back_kwh = MAX (access->back_m / 1000.0 * leg->detour_kwh_per_km, rejoin.units - leave.units - node.out_kwh);
  node.detour_m = access->detour_m;
  node.detour_s = access->detour_s;
  if (in->can_plug && station->power_kw > 0.0 && !isnan (station->price_yuan_per_kwh))
    {
      node.kind = COR_STOP_PLUG;
      node.power_kw = station->power_kw;
      node.yuan_per_kwh = station->price_yuan_per_kwh / efficiency;
      node.sold_by = station->hours;
      node.fee_yuan_per_kwh = station->fee_yuan_per_kwh;
      node.wait_s = station->wait_min * 60.0;
      node.fixed_s = extra_s;
      graph->nodes[graph->n_nodes++] = node;
      node.sold_by = NULL;
    }
  if (in->can_swap && !isnan (station->swap_min) && !isnan (station->swap_price_yuan_per_kwh)
      && fits_swap (graph, station))
    {
      node.kind = COR_STOP_SWAP;
      node.power_kw = 0.0;
      node.yuan_per_kwh = station->swap_price_yuan_per_kwh;
      node.wait_s = station->swap_wait_min * 60.0;
      node.fixed_s = extra_s + station->swap_min * 60.0;
      graph->nodes[graph->n_nodes++] = node;
    }
}

int
cor_plan_compare_nodes (const void *a, const void *b)
{
  const CorPlanNode *na = a;
  const CorPlanNode *nb = b;

  if (na->leg != nb->leg)
    return na->leg < nb->leg ? -1 : 1;
  if (na->leave_m != nb->leave_m)
    return na->leave_m < nb->leave_m ? -1 : 1;
  /* The bay last: a stop before loading comes before it. */
  if ((na->station < 0) != (nb->station < 0))
    return na->station < 0 ? 1 : -1;
  if (na->station != nb->station)
    return na->station < nb->station ? -1 : 1;
  return (int) na->kind - (int) nb->kind;
}

/* Whether loading at the end of a leg is a rest, so that another run follows. */
static gboolean
ends_run (const CorPlanGraph *graph, guint l)
{
  return l + 1 < graph->in->n_legs && cor_plan_is_rest (graph->in->legs[l].dwell_min * 60.0, graph->each_rest_s);
}

/* The bay at the end of a leg as a chance to charge while loading. */
static void
add_site (CorPlanGraph *graph, const CorPlanNode *base, const CorPlanLeg *leg)
{
  const CorEnergyPoint *end = &leg->points[leg->n_points - 1];
  CorPlanNode node = *base;

  node.kind = COR_STOP_SITE;
  node.leave_kwh += end->units;
  node.leave_s += end->at_s;
  node.leave_m += end->at_m;
  node.rejoin_kwh = node.leave_kwh;
  node.rejoin_m = node.leave_m;
  node.rejoin_s = node.leave_s + leg->dwell_min * 60.0;
  node.drive_in_s = node.drive_out_s = node.drive_in_s + end->at_s;
  node.run_out += ends_run (graph, node.leg);
  node.power_kw = leg->plug_kw;
  node.yuan_per_kwh = leg->plug_yuan_per_kwh / graph->in->charging_efficiency;
  node.sold_by = leg->plug_hours;
  graph->nodes[graph->n_nodes++] = node;
}

guint
cor_plan_same_leg (const CorPlanInput *in, guint l)
{
  const CorPlanLeg *leg = &in->legs[l];

  for (guint k = 0; k < l; k++)
    if (in->legs[k].points == leg->points && in->legs[k].accesses == leg->accesses
        && in->legs[k].n_accesses == leg->n_accesses && in->legs[k].detour_kwh_per_km == leg->detour_kwh_per_km
        && in->legs[k].dwell_min == leg->dwell_min && in->legs[k].plug_kw == leg->plug_kw
        && in->legs[k].plug_yuan_per_kwh == leg->plug_yuan_per_kwh && in->legs[k].plug_hours == leg->plug_hours)
      return k;
  return l;
}

/* Nodes of an earlier leg once more, from where the day is now. */
static void
repeat_leg (CorPlanGraph *graph, const CorPlanNode *base, guint first, guint end, const CorPlanNode *then)
{
  for (guint i = first; i < end; i++)
    {
      CorPlanNode *node = &graph->nodes[graph->n_nodes++];

      *node = graph->nodes[i];
      node->leg = base->leg;
      node->leave_kwh += base->leave_kwh - then->leave_kwh;
      node->rejoin_kwh += base->leave_kwh - then->leave_kwh;
      node->leave_s += base->leave_s - then->leave_s;
      node->rejoin_s += base->leave_s - then->leave_s;
      node->drive_in_s += base->drive_in_s - then->drive_in_s;
      node->drive_out_s += base->drive_in_s - then->drive_in_s;
      node->run_in += base->run_in - then->run_in;
      node->run_out = node->run_in + (node->kind == COR_STOP_SITE && ends_run (graph, node->leg));
      node->leave_m += base->leave_m - then->leave_m;
      node->rejoin_m += base->leave_m - then->leave_m;
    }
}

/* The nodes of a leg that was not driven before, in their order. */
static void
add_leg (CorPlanGraph *graph, const CorPlanNode *base)
{
  const CorPlanLeg *leg = &graph->in->legs[base->leg];
  guint first = graph->n_nodes;

  for (guint a = 0; a < leg->n_accesses && !(graph->relax & COR_WITHOUT_STATIONS); a++)
    if (graph->pick == NULL || graph->pick->wanted[base->leg][a])
      add_access (graph, base, leg, &leg->accesses[a]);
  if (graph->in->can_plug && leg->plug_kw > 0.0 && leg->dwell_min > 0.0 && !isnan (leg->plug_yuan_per_kwh))
    add_site (graph, base, leg);
  qsort (graph->nodes + first, graph->n_nodes - first, sizeof (CorPlanNode), cor_plan_compare_nodes);
}

void
cor_plan_add_legs (CorPlanGraph *graph)
{
  const CorPlanInput *in = graph->in;
  CorPlanNode base = { .station = -1, .open_h = 24.0 };
  g_autofree CorPlanNode *bases = g_new (CorPlanNode, in->n_legs);
  g_autofree guint *firsts = g_new (guint, in->n_legs + 1);

  for (guint l = 0; l < in->n_legs; l++)
    {
      const CorPlanLeg *leg = &in->legs[l];
      const CorEnergyPoint *end = &leg->points[leg->n_points - 1];
      double length_m = base.leave_m + end->at_m;
      guint same = cor_plan_same_leg (in, l);

      base.leg = l;
      bases[l] = base;
      firsts[l] = graph->n_nodes;
      if (same < l)
        repeat_leg (graph, &base, firsts[same], firsts[same + 1], &bases[same]);
      else
        add_leg (graph, &base);
      firsts[l + 1] = graph->n_nodes;
      base.leave_kwh = base.rejoin_kwh = base.leave_kwh + end->units;
      base.leave_s = base.rejoin_s = base.leave_s + end->at_s + leg->dwell_min * 60.0;
      base.leave_m = base.rejoin_m = length_m;
      base.drive_in_s = base.drive_out_s = base.drive_in_s + end->at_s;
      base.run_in = base.run_out = base.run_in + ends_run (graph, l);
      graph->dwell_s += leg->dwell_min * 60.0;
    }
  graph->total_kwh = base.leave_kwh;
  graph->total_s = base.leave_s;
  graph->total_m = base.leave_m;
}
