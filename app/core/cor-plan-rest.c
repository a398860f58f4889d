/* cor-plan-rest.c: the driver's rest over the day: due after so many hours at the wheel, had for nothing in a pause
 * that is long enough.
 *
 * A day falls into runs between pauses for loading that are rests themselves. Within a run, what counts is the
 * driving since the last rest.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

static double
rest_of (const CorPlanInput *in)
{
  return in->rest_min > 0.0 && in->rest_after_h > 0.0 ? in->rest_min * 60.0 : 0.0;
}

gboolean
cor_plan_is_rest (double pause_s, double rest_s)
{
  return rest_s > 0.0 && pause_s >= rest_s - COR_SAME_S;
}

/* Rests that fall due on a drive, and the driving since the last of them. */
static guint
rests_due (double after_s, double *driven_s)
{
  guint n = 0;

  for (; *driven_s > after_s + COR_SAME_S; *driven_s -= after_s)
    n++;
  return n;
}

double
cor_plan_rest (const CorPlanInput *in, const double *drive_s, const double *pause_s, guint n)
{
  double each_s = rest_of (in);
  double driven_s = 0.0;
  guint rests = 0;

  for (guint i = 0; i < n && each_s > 0.0; i++)
    {
      driven_s += drive_s[i];
      rests += rests_due (in->rest_after_h * 3600.0, &driven_s);
      if (cor_plan_is_rest (pause_s[i], each_s))
        driven_s = 0.0;
    }
  return rests * each_s;
}

void
cor_plan_runs_init (CorPlanGraph *graph)
{
  const CorPlanInput *in = graph->in;
  CorPlanRun run = { 0 };
  double at_s = 0.0, driven_s = 0.0;

  graph->each_rest_s = rest_of (in);
  graph->rest_after_s = in->rest_after_h * 3600.0;
  graph->runs = g_new (CorPlanRun, in->n_legs + 1);
  graph->n_runs = 0;
  for (guint l = 0; l < in->n_legs; l++)
    {
      double drive_s = in->legs[l].points[in->legs[l].n_points - 1].at_s;

      at_s += drive_s;
      driven_s += drive_s;
      if (l + 1 < in->n_legs && !cor_plan_is_rest (in->legs[l].dwell_min * 60.0, graph->each_rest_s))
        continue;
      run.end_s = at_s;
      graph->runs[graph->n_runs++] = run;
      if (graph->each_rest_s > 0.0)
        run.rests_before += rests_due (graph->rest_after_s, &driven_s);
      driven_s = 0.0;
    }
  graph->rest_s = run.rests_before * graph->each_rest_s;
}

double
cor_plan_line_rest_s (const CorPlanInput *in)
{
  CorPlanGraph graph = { .in = in };

  cor_plan_runs_init (&graph);
  g_free (graph.runs);
  return graph.rest_s;
}

guint
cor_plan_rests_between (const CorPlanGraph *graph, const CorPlanNode *a, const CorPlanNode *b, double *driven_s)
{
  guint n;

  if (!(graph->each_rest_s > 0.0))
    return 0;
  if (b->run_in <= a->run_out)
    {
      *driven_s += a->back_s + b->out_s + (b->run_in == a->run_out ? b->drive_in_s - a->drive_out_s : 0.0);
      return rests_due (graph->rest_after_s, driven_s);
    }
  *driven_s += a->back_s + graph->runs[a->run_out].end_s - a->drive_out_s;
  n = rests_due (graph->rest_after_s, driven_s);
  n += graph->runs[b->run_in].rests_before - graph->runs[a->run_out + 1].rests_before;
  *driven_s = b->drive_in_s - graph->runs[b->run_in - 1].end_s + b->out_s;
  return n + rests_due (graph->rest_after_s, driven_s);
}

double
cor_plan_run_left_s (const CorPlanGraph *graph, const CorPlanNode *node)
{
  return node->back_s + graph->runs[node->run_out].end_s - node->drive_out_s;
}
