/* cor-siting-scenario.c: which candidate stations of a scenario to build.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-siting-scenario.h"

#include "cor-annual-money.h"
#include "cor-siting-options.h"
#include "cor-siting-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* The question while it is being answered. */
typedef struct
{
  CorEngine *engine;
  CorScenario *scenario;
  CorSitingOptions *options;
  CorSitingAim aim;
  CorSitingCandidate *candidates; /* as the aim counts them */
  gboolean *concerns;
  guint n;
} Question;

static const CorSitingOption *
option_at (const Question *question, guint i)
{
  return &g_array_index (question->options->options, CorSitingOption, i);
}

static CorResults *
results_with (const Question *question, const gboolean *open)
{
  g_autoptr (CorScenario) scenario = cor_siting_options_scenario (question->options, question->scenario, open);

  return cor_engine_evaluate (question->engine, scenario);
}

static double
or_zero (double value)
{
  return isfinite (value) ? value : 0.0;
}

static CorSitingDuty
duty_of (const Question *question, const CorResults *results, const CorDutyResult *duty)
{
  CorAnnualMoney money = cor_annual_money (results, duty);
  CorSitingDuty out = { 0 };
  const CorOutcome *outcome;

  if (duty->n_alternatives == 0)
    return out;
  outcome = &duty->alternatives[duty->assigned]->outcomes[results->year];
  out.served = outcome->feasible;
  out.yuan_per_year = money.carrier;
  if (question->aim != COR_SITING_CARRIERS)
    out.yuan_per_year += cor_annual_use_share (results, duty) - money.fees;
  out.detour_km = or_zero (outcome->detour_km) * duty->duty->trucks;
  return out;
}

static void
evaluate (const gboolean *open, CorSitingDuty *out, gpointer data)
{
  const Question *question = data;
  g_autoptr (CorResults) results = results_with (question, open);

  for (guint d = 0; d < results->n_duties; d++)
    out[d] = duty_of (question, results, &results->duties[d]);
}

/* Whether a truck can take energy at a station of that kind. */
static gboolean
can_use (int powertrain, int kind)
{
  switch (kind)
    {
    case COR_STATION_HYDROGEN:
      return powertrain == COR_POWERTRAIN_FCET;
    case COR_STATION_SWAP:
      return powertrain == COR_POWERTRAIN_BET_SWAP;
    default:
      return powertrain == COR_POWERTRAIN_BET || powertrain == COR_POWERTRAIN_BET_SWAP;
    }
}

static gboolean
has_way (const GArray *accesses, guint station)
{
  for (guint i = 0; i < accesses->len; i++)
    if (g_array_index (accesses, CorAccess, i).station_index == station)
      return TRUE;
  return FALSE;
}

/* Which duties have a way to an option that their truck can use. */
static void
find_concerns (Question *question, const CorResults *results)
{
  question->concerns = g_new0 (gboolean, MAX (1, (gsize) results->n_duties * question->n));
  for (guint d = 0; d < results->n_duties; d++)
    {
      const CorDutyResult *duty = &results->duties[d];
      const CorAlternative *shown = cor_duty_result_shown (duty);

      for (guint i = 0; i < question->n && shown != NULL; i++)
        {
          const CorSitingOption *option = option_at (question, i);

          question->concerns[(gsize) d * question->n + i]
            = can_use (shown->powertrain, option->station->station_kind)
              && (has_way (duty->geometry->accesses_out, option->index)
                  || has_way (duty->geometry->accesses_back, option->index));
        }
    }
}

/* Up to so many sets in all, each duty is looked at with each of them. */
#define JOINT_SETS 64

/* Duties that meet at stations share queues and demand charge: what concerns one concerns all, where
 * that leaves few enough sets. */
static void
join_concerns (const Question *question, const CorSitingProblem *problem)
{
  g_autofree gboolean *any = g_new0 (gboolean, question->n);
  CorSitingProblem joint = *problem;

  for (guint d = 0; d < problem->n_duties; d++)
    for (guint i = 0; i < question->n; i++)
      any[i] |= question->concerns[(gsize) d * question->n + i];
  joint.concerns = any;
  if (cor_siting_n_sets (&joint, 0) > JOINT_SETS)
    return;
  for (guint d = 0; d < problem->n_duties; d++)
    memcpy (question->concerns + (gsize) d * question->n, any, question->n * sizeof *any);
}

/* A rank with its figures; the results are remembered, so that asking again costs little. */
static CorSitingRank
rank_of (const Question *question, const gboolean *open, int option)
{
  CorResults *results = results_with (question, open);
  CorSitingRank rank = { .detour_share = results->detour_share, .served = results->feasible, .results = results, .gains = TRUE };

  if (option >= 0)
    {
      rank.station = (const CorStation *) cor_item_ref (&option_at (question, (guint) option)->station->item);
      rank.cost_yuan = question->options->candidates[option].cost_yuan;
    }
  for (guint d = 0; d < results->n_duties; d++)
    {
      CorSitingDuty duty = duty_of (question, results, &results->duties[d]);
      CorAnnualMoney money = cor_annual_money (results, &results->duties[d]);

      rank.carriers_yuan += money.carrier;
      rank.fees_yuan += money.fees;
      rank.detour_km += duty.served ? duty.detour_km : 0;
    }
  for (guint i = 0; i < question->n; i++)
    rank.stations_yuan += open[i] ? question->options->candidates[i].yuan_per_year : 0;
  rank.demand_yuan = cor_annual_demand_charge (results);
  rank.lost_yuan = cor_annual_losses (results);
  rank.yuan_per_year = rank.carriers_yuan - rank.fees_yuan + rank.stations_yuan + rank.demand_yuan + rank.lost_yuan;
  return rank;
}

static void
rank_clear (gpointer data)
{
  const CorSitingRank *rank = data;

  if (rank->station != NULL)
    cor_item_unref ((CorItem *) &rank->station->item);
  cor_results_unref (rank->results);
}

static const CorSitingRank *
last_rank (const CorSitingPlan *plan)
{
  return plan->ranks->len > 0 ? &g_array_index (plan->ranks, CorSitingRank, plan->ranks->len - 1) : &plan->before;
}

/* Candidates beyond the choice, up to the number asked for: those that make nothing worse. */
static void
add_idle (const Question *question, const CorSitingProblem *problem, gboolean *open, CorSitingPlan *plan)
{
  for (guint i = 0; i < question->n && plan->ranks->len < problem->count_most; i++)
    {
      CorSitingRank rank;

      if (open[i] || !option_at (question, i)->given)
        continue;
      open[i] = TRUE;
      if (cor_siting_allowed (problem, open))
        {
          rank = rank_of (question, open, (int) i);
          rank.gains = FALSE;
          open[i] = rank.served >= last_rank (plan)->served && !(rank.detour_share > last_rank (plan)->detour_share);
          if (open[i])
            g_array_append_val (plan->ranks, rank);
          else
            rank_clear (&rank);
        }
      else
        open[i] = FALSE;
    }
}

static CorSitingPlan *
make_plan (const Question *question, const CorSitingProblem *problem, const CorSiting *siting)
{
  CorSitingPlan *plan = g_new0 (CorSitingPlan, 1);
  g_autofree gboolean *open = g_new0 (gboolean, question->n);

  plan->ranks = g_array_new (FALSE, FALSE, sizeof (CorSitingRank));
  g_array_set_clear_func (plan->ranks, rank_clear);
  plan->method = siting->method;
  plan->evaluations = siting->evaluations;
  plan->n_duties = problem->n_duties;
  plan->before = rank_of (question, open, -1);
  for (guint i = 0; i < siting->n_open; i++)
    {
      CorSitingRank rank;

      open[siting->order[i]] = TRUE;
      rank = rank_of (question, open, (int) siting->order[i]);
      g_array_append_val (plan->ranks, rank);
    }
  plan->scenario = cor_siting_options_scenario (question->options, question->scenario, open);
  add_idle (question, problem, open, plan);
  return plan;
}

static CorSitingPlan *
answer (Question *question, CorSitingProblem *problem, CorSitingMethod method, GError **error)
{
  g_auto (CorSiting) siting = { 0 };
  g_autoptr (CorResults) results = cor_engine_evaluate (question->engine, question->scenario);

  find_concerns (question, results);
  problem->n_candidates = question->n;
  problem->n_duties = results->n_duties;
  problem->candidates = question->candidates;
  problem->concerns = question->concerns;
  join_concerns (question, problem);
  if (!cor_siting_solve (problem, method, &siting, error))
    return NULL;
  return make_plan (question, problem, &siting);
}

/* Of a candidate's cost, what counts where somebody else pays for it: no more than that of two choices
 * which are the same to the carriers the cheaper is built. */
#define PAID_BY_OTHERS 1e-6

/* The candidates as the aim counts them. */
static CorSitingCandidate *
candidates_for (const CorSitingOptions *options, CorSitingAim aim)
{
  guint n = options->options->len;
  CorSitingCandidate *candidates = g_memdup2 (options->candidates, n * sizeof (CorSitingCandidate));

  for (guint i = 0; i < n && aim == COR_SITING_CARRIERS; i++)
    candidates[i].yuan_per_year *= PAID_BY_OTHERS;
  return candidates;
}

CorSitingPlan *
cor_siting_scenario (CorEngine *engine,
                     CorScenario *scenario,
                     const CorSitingRequest *request,
                     CorSitingProgressFunc progress,
                     gpointer progress_data,
                     GError **error)
{
  g_autoptr (CorEngine) own
    = cor_engine_new (cor_engine_defaults (engine), cor_engine_factors (engine), cor_engine_network (engine));
  g_autoptr (CorSitingOptions) options = cor_siting_options_new (own, scenario, request->as_given);
  Question question = { .engine = own, .scenario = scenario, .options = options, .aim = request->aim,
                        .n = options->options->len };
  CorSitingProblem problem = { .count_most = request->count, .budget_yuan = request->budget_yuan, .aim = request->aim,
                               .evaluate = evaluate, .data = &question, .progress = progress,
                               .progress_data = progress_data };
  CorSitingPlan *plan = NULL;

  if (question.n == 0)
    g_set_error_literal (error, COR_ERROR, COR_ERROR_MISSING,
                         _ ("No station is a candidate: set the status of some stations to “candidate” first"));
  else
    {
      question.candidates = candidates_for (options, request->aim);
      plan = answer (&question, &problem, request->method, error);
    }
  g_free (question.candidates);
  g_free (question.concerns);
  return plan;
}

void
cor_siting_plan_free (CorSitingPlan *plan)
{
  if (plan == NULL)
    return;
  g_array_unref (plan->ranks);
  rank_clear (&plan->before);
  cor_scenario_unref (plan->scenario);
  g_free (plan);
}
