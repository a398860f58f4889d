/* cor-siting-scenario.c: which candidate stations of a scenario to build.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-siting-scenario.h"

#include "cor-siting-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Candidates closer than this stand on the same ground, metres. */
#define SAME_PLACE_M 100.0

/* The question while it is being answered. */
typedef struct
{
  CorEngine *engine;
  CorScenario *scenario;
  guint *indices;   /* of the candidates among the stations */
  GPtrArray *built; /* the candidates as planned stations */
  CorSitingCandidate *candidates;
  gboolean *concerns;
  guint n;
} Question;

/* The scenario with the open candidates planned. */
static CorScenario *
scenario_with (const Question *question, const gboolean *open)
{
  guint n, c = 0;
  const CorItem *const *stations = cor_scenario_items (question->scenario, COR_ITEM_STATION, &n);
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);

  for (guint i = 0; i < n; i++)
    {
      const CorItem *item = stations[i];

      if (c < question->n && question->indices[c] == i)
        {
          if (open[c])
            item = g_ptr_array_index (question->built, c);
          c++;
        }
      g_ptr_array_add (items, cor_item_ref (item));
    }
  return cor_scenario_with_items (question->scenario, COR_ITEM_STATION, items);
}

static CorResults *
results_with (const Question *question, const gboolean *open)
{
  g_autoptr (CorScenario) scenario = scenario_with (question, open);

  return cor_engine_evaluate (question->engine, scenario);
}

static double
or_zero (double value)
{
  return isfinite (value) ? value : 0.0;
}

static void
evaluate (const gboolean *open, CorSitingDuty *out, gpointer data)
{
  const Question *question = data;
  g_autoptr (CorResults) results = results_with (question, open);

  for (guint d = 0; d < results->n_duties; d++)
    {
      const CorDutyResult *duty = &results->duties[d];
      const CorOutcome *outcome;

      out[d] = (CorSitingDuty){ 0 };
      if (duty->n_alternatives == 0)
        continue;
      outcome = &duty->alternatives[duty->assigned]->outcomes[results->year];
      out[d].served = outcome->feasible;
      out[d].yuan_per_year = or_zero (outcome->tco_yuan / MAX (1, outcome->ownership_years)) * duty->duty->trucks;
      out[d].detour_km = or_zero (outcome->detour_km) * duty->duty->trucks;
    }
}

static void
find_candidates (Question *question)
{
  guint n;
  const CorItem *const *stations = cor_scenario_items (question->scenario, COR_ITEM_STATION, &n);

  question->indices = g_new (guint, MAX (n, 1));
  question->built = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  for (guint i = 0; i < n; i++)
    {
      CorStation *built;

      if (((const CorStation *) stations[i])->status != COR_STATION_CANDIDATE)
        continue;
      built = (CorStation *) cor_item_copy (stations[i]);
      built->status = COR_STATION_PLANNED;
      g_ptr_array_add (question->built, built);
      question->indices[question->n++] = i;
    }
}

/* Cost and ground of each candidate, and which duties have a way to it. */
static void
describe_candidates (Question *question, const CorResults *results)
{
  question->candidates = g_new0 (CorSitingCandidate, question->n);
  question->concerns = g_new0 (gboolean, MAX (1, results->n_duties * question->n));
  for (guint c = 0; c < question->n; c++)
    {
      const CorStation *station = g_ptr_array_index (question->built, c);
      CorSitingCandidate *candidate = &question->candidates[c];

      candidate->cost_yuan = results->stations[question->indices[c]].capital_yuan;
      candidate->yuan_per_year = results->stations[question->indices[c]].yuan_per_year;
      candidate->group = (int) c;
      for (guint other = 0; other < c; other++)
        {
          const CorStation *there = g_ptr_array_index (question->built, other);

          if (cor_lonlat_distance ((CorLonLat){ station->lon, station->lat }, (CorLonLat){ there->lon, there->lat })
              < SAME_PLACE_M)
            candidate->group = question->candidates[other].group;
        }
    }
  for (guint d = 0; d < results->n_duties; d++)
    for (guint way = 0; way < 2; way++)
      {
        const CorGeometry *geometry = results->duties[d].geometry;
        const GArray *accesses = way == 0 ? geometry->accesses_out : geometry->accesses_back;

        for (guint a = 0; a < accesses->len; a++)
          for (guint c = 0; c < question->n; c++)
            if (g_array_index (accesses, CorAccess, a).station_index == question->indices[c])
              question->concerns[d * question->n + c] = TRUE;
      }
}

static CorSitingRank
rank_of (const Question *question, const gboolean *open, const CorSitingValue *value, const CorStation *station)
{
  g_autoptr (CorResults) results = results_with (question, open);

  return (CorSitingRank){ station, results->detour_share, results->feasible, value->yuan_per_year, TRUE };
}

/* Candidates beyond the choice, up to the number asked for: those that make nothing worse. */
static void
add_idle (const Question *question, const CorSitingProblem *problem, gboolean *open, CorSitingPlan *plan)
{
  guint n;
  const CorItem *const *stations = cor_scenario_items (question->scenario, COR_ITEM_STATION, &n);

  for (guint c = 0; c < question->n && plan->ranks->len < problem->count_most; c++)
    {
      const CorSitingRank *last = plan->ranks->len > 0
                                      ? &g_array_index (plan->ranks, CorSitingRank, plan->ranks->len - 1) : &plan->before;
      CorSitingValue value = { .yuan_per_year = last->yuan_per_year + question->candidates[c].yuan_per_year };
      CorSitingRank rank;

      if (open[c])
        continue;
      open[c] = TRUE;
      rank = rank_of (question, open, &value, (const CorStation *) stations[question->indices[c]]);
      rank.gains = FALSE;
      open[c] = cor_siting_allowed (problem, open) && rank.served >= last->served
                && !(rank.detour_share > last->detour_share);
      if (open[c])
        g_array_append_val (plan->ranks, rank);
    }
}

static CorSitingPlan *
make_plan (const Question *question, const CorSitingProblem *problem, const CorSiting *siting)
{
  CorSitingPlan *plan = g_new0 (CorSitingPlan, 1);
  g_autofree gboolean *open = g_new0 (gboolean, question->n);
  guint n;
  const CorItem *const *stations = cor_scenario_items (question->scenario, COR_ITEM_STATION, &n);

  plan->ranks = g_array_new (FALSE, FALSE, sizeof (CorSitingRank));
  plan->method = siting->method;
  plan->before = rank_of (question, open, &siting->before, NULL);
  for (guint i = 0; i < siting->n_open; i++)
    {
      guint c = siting->order[i];
      CorSitingRank rank;

      open[c] = TRUE;
      rank = rank_of (question, open, &siting->after[i], (const CorStation *) stations[question->indices[c]]);
      g_array_append_val (plan->ranks, rank);
    }
  plan->scenario = scenario_with (question, open);
  add_idle (question, problem, open, plan);
  return plan;
}

static void
question_clear (Question *question)
{
  g_ptr_array_unref (question->built);
  g_free (question->indices);
  g_free (question->candidates);
  g_free (question->concerns);
}

CorSitingPlan *
cor_siting_scenario (CorEngine *engine,
                     CorScenario *scenario,
                     guint count,
                     double budget_yuan,
                     CorSitingAim aim,
                     CorSitingMethod method,
                     CorSitingProgressFunc progress,
                     gpointer progress_data,
                     GError **error)
{
  Question question = { .engine = engine, .scenario = scenario };
  CorSitingProblem problem = { .count_most = count, .budget_yuan = budget_yuan, .aim = aim, .evaluate = evaluate,
                               .data = &question, .progress = progress, .progress_data = progress_data };
  g_autoptr (CorResults) results = NULL;
  g_auto (CorSiting) siting = { 0 };
  CorSitingPlan *plan = NULL;

  find_candidates (&question);
  if (question.n == 0)
    g_set_error_literal (error, COR_ERROR, COR_ERROR_MISSING,
                         _ ("No station is a candidate: set the status of some stations to “candidate” first"));
  else
    {
      results = cor_engine_evaluate (engine, scenario);
      describe_candidates (&question, results);
      problem.n_candidates = question.n;
      problem.n_duties = results->n_duties;
      problem.candidates = question.candidates;
      problem.concerns = question.concerns;
      if (cor_siting_solve (&problem, method, &siting, error))
        plan = make_plan (&question, &problem, &siting);
    }
  question_clear (&question);
  return plan;
}

void
cor_siting_plan_free (CorSitingPlan *plan)
{
  if (plan == NULL)
    return;
  g_array_unref (plan->ranks);
  cor_scenario_unref (plan->scenario);
  g_free (plan);
}
