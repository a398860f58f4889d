/* cor-plan-bound.c: the least that the rest of a day costs, whatever stops are made.
 *
 * A stop costs something before it gives energy, so that what one stop gives for the least money is
 * a concave function of the energy: taking much at few stops is never dearer than little at many.
 * The least for some energy is therefore full stops and one for the rest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

/* Energy this small needs no stop, kWh; as in the search. */
#define NOTHING_KWH 1e-6

/* Puts the lowest lines, of the offers and of @later, in order. */
void
cor_plan_bound_fill (const CorPlanOffer *offers, guint n, const CorPlanBound *later, double most_kwh, CorPlanBound *out)
{
  double at_kwh = 0.0;
  double stop = INFINITY;
  double slope = INFINITY;

  *out = (CorPlanBound){ 0 };
  for (guint i = 0; i < n + (later ? later->n : 0); i++)
    {
      double s = i < n ? offers[i].stop_yuan : later->stop_yuan[i - n];
      double e = i < n ? offers[i].yuan_per_kwh : later->yuan_per_kwh[i - n];

      if (s < stop || (s == stop && e < slope))
        {
          stop = s;
          slope = e;
        }
    }
  while (isfinite (stop))
    {
      double next_kwh = most_kwh;
      double next_stop = INFINITY;
      double next_slope = slope;

      if (out->n == COR_BOUND_LINES)
        {
          /* No room: the last line bends down as if energy cost nothing, which is never too high. */
          out->yuan_per_kwh[out->n - 1] = 0.0;
          return;
        }
      out->stop_yuan[out->n] = stop;
      out->yuan_per_kwh[out->n++] = slope;
      for (guint i = 0; i < n + (later ? later->n : 0); i++)
        {
          double s = i < n ? offers[i].stop_yuan : later->stop_yuan[i - n];
          double e = i < n ? offers[i].yuan_per_kwh : later->yuan_per_kwh[i - n];
          double cross = e < slope ? (s - stop) / (slope - e) : INFINITY;

          if (cross < next_kwh || (cross == next_kwh && e < next_slope))
            {
              next_kwh = MAX (cross, at_kwh);
              next_stop = s;
              next_slope = e;
            }
        }
      at_kwh = next_kwh;
      stop = next_stop;
      slope = next_slope;
    }
}

/* Later nodes by what they and the stops after them cost, the least one first; those behind it lie nearer
 * and cost more. */
typedef struct
{
  guint *nodes;
  guint first, end;
} Queue;

static double
through (const CorPlanGraph *graph, guint node)
{
  return graph->nodes[node].fixed_yuan + graph->rest_yuan[node];
}

static void
queue_put (const CorPlanGraph *graph, Queue *queue, guint node)
{
  while (queue->end > queue->first && through (graph, queue->nodes[queue->end - 1]) >= through (graph, node))
    queue->end--;
  queue->nodes[queue->end++] = node;
}

/* From the end of the day backwards: who leaves a node full comes no further than a full battery. */
static void
fill_rest (CorPlanGraph *graph)
{
  guint n = graph->n_nodes;
  double span = graph->high_kwh - graph->low_kwh;
  g_autofree double *furthest = g_new (double, n);
  g_autofree guint *nodes = g_new (guint, n);
  Queue queue = { .nodes = nodes };
  double slope = INFINITY;

  graph->rest_yuan = g_new (double, 2 * n);
  graph->least_slope = graph->rest_yuan + n;
  for (guint i = 0; i < n; i++)
    furthest[i] = MAX (graph->nodes[i].rejoin_kwh + span, i > 0 ? furthest[i - 1] : -INFINITY);
  for (guint i = n; i-- > 0;)
    {
      gboolean last = i + 1 == n || graph->nodes[n - 1].leave_kwh <= furthest[i];

      while (queue.first < queue.end && graph->nodes[queue.nodes[queue.first]].leave_kwh > furthest[i])
        queue.first++;
      graph->rest_yuan[i] = last || queue.first == queue.end ? 0.0 : through (graph, queue.nodes[queue.first]);
      slope = MIN (slope, i + 1 == n ? INFINITY : graph->nodes[i].energy_yuan_per_kwh);
      graph->least_slope[i] = isfinite (slope) ? MAX (0.0, slope) : 0.0;
      if (i + 1 < n)
        queue_put (graph, &queue, i);
    }
}

double
cor_plan_chain (const CorPlanGraph *graph, guint node, double kwh)
{
  return graph->rest_yuan[node] + MAX (0.0, kwh) * graph->least_slope[node];
}

double
cor_plan_left_to_night (const CorPlanGraph *graph, guint node, double kwh)
{
  double slope = MIN (graph->night_slope, graph->least_slope[node]);

  return kwh > 0.0 && isfinite (slope) ? kwh * MAX (0.0, slope) : 0.0;
}

void
cor_plan_bounds_fill (CorPlanGraph *graph)
{
  guint n_blocks = (graph->n_nodes + COR_BOUND_NODES - 1) / COR_BOUND_NODES;
  const CorPlanBound *later = NULL;

  graph->bounds = g_new (CorPlanBound, n_blocks);
  for (guint b = n_blocks; b-- > 0; later = &graph->bounds[b])
    {
      guint first = b * COR_BOUND_NODES;
      guint n = MIN (graph->n_nodes - 1, first + COR_BOUND_NODES) - first;
      CorPlanOffer offers[COR_BOUND_NODES];

      for (guint i = 0; i < n; i++)
        offers[i] = (CorPlanOffer){ 0.0, graph->nodes[first + i].fixed_yuan,
                                    graph->nodes[first + i].energy_yuan_per_kwh };
      cor_plan_bound_fill (offers, n, later, graph->high_kwh - graph->low_kwh, &graph->bounds[b]);
    }
  fill_rest (graph);
}

/* The least for one stop that gives kwh. */
static double
one_stop (const CorPlanBound *bound, double kwh)
{
  double least = INFINITY;

  for (guint i = 0; i < bound->n; i++)
    least = MIN (least, bound->stop_yuan[i] + kwh * bound->yuan_per_kwh[i]);
  return least;
}

double
cor_plan_bound (const CorPlanGraph *graph, guint from, double kwh)
{
  const CorPlanBound *bound = &graph->bounds[from / COR_BOUND_NODES];
  double most = graph->high_kwh - graph->low_kwh;
  double full;

  if (kwh <= NOTHING_KWH || bound->n == 0)
    return 0.0;
  full = floor (kwh / most);
  if (kwh - full * most <= NOTHING_KWH)
    return full * one_stop (bound, most);
  return (full > 0.0 ? full * one_stop (bound, most) : 0.0) + one_stop (bound, kwh - full * most);
}

double
cor_plan_bound_at (const CorPlanGraph *graph, const CorPlanNode *node, guint from, double kwh, double room_kwh)
{
  double most = graph->high_kwh - graph->low_kwh;
  double here = MIN (kwh, room_kwh);
  double rest, least;

  if (kwh <= NOTHING_KWH)
    return 0.0;
  least = here * node->energy_yuan_per_kwh + cor_plan_bound (graph, from, kwh - here);
  /* Only so much here that full stops do the rest, or nothing at all. */
  rest = kwh - floor (kwh / most) * most;
  if (rest < here)
    least = MIN (least, rest * node->energy_yuan_per_kwh + cor_plan_bound (graph, from, kwh - rest));
  return MIN (least, cor_plan_bound (graph, from, kwh));
}
