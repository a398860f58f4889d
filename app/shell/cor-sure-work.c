/* cor-sure-work.c: tornado, draws and heat map of a duty, worked out beside the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-sure-work.h"

#include "cor-card.h"
#include "cor-chart-money.h"
#include "cor-data-text.h"
#include "cor-draws-trace.h"
#include "cor-edit.h"
#include "cor-report.h"

#include <glib/gi18n-lib.h>

#define TORNADO_ROWS 18
#define HEAT_STEPS   13
#define LEAST_SHARE  0.005

typedef struct
{
  CorResults *results;
  CorSessionEngine engine;
  char *duty;
  CorLeverId x, y;
} Work;

static void
work_free (Work *work)
{
  cor_results_unref (work->results);
  if (work->engine.data_unref != NULL)
    work->engine.data_unref (work->engine.data);
  g_free (work->duty);
  g_free (work);
}

static void
share_clear (CorSureShare *share)
{
  g_free (share->label);
  g_free (share->source);
  g_clear_pointer (&share->card, cor_trace_unref);
}

void
cor_sure_free (CorSure *sure)
{
  g_clear_pointer (&sure->results, cor_results_unref);
  g_free (sure->problem);
  g_free (sure->headline);
  g_clear_pointer (&sure->chance, cor_trace_unref);
  g_free (sure->sentence);
  g_free (sure->together);
  g_ptr_array_unref (sure->cards);
  g_clear_pointer (&sure->tornado, cor_chart_free);
  g_clear_pointer (&sure->years, cor_chart_free);
  g_clear_pointer (&sure->heat, cor_chart_free);
  g_clear_pointer (&sure->policies, cor_chart_free);
  g_free (sure->heat_problem);
  g_array_unref (sure->shares);
  g_clear_pointer (&sure->explained_card, cor_trace_unref);
  g_free (sure);
}

/* The sources of all that have the share of @at together, and the least sure of their statuses. */
static char *
share_source (const CorFactorRange *factors, const CorMonteCarlo *drawn, guint at, int *status)
{
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();

  for (guint i = at; i < drawn->n_factors; i++)
    {
      const CorParameter *from = factors[i].from;
      const char *source = cor_data_text (from->source);

      if (drawn->group[i] != at)
        continue;
      *status = MAX (*status, (int)from->status);
      if (source != NULL && !g_ptr_array_find_with_equal_func (sources, source, g_str_equal, NULL))
        g_ptr_array_add (sources, (char *) source);
    }
  if (sources->len == 0)
    return NULL;
  g_ptr_array_add (sources, NULL);
  return g_strjoinv ("; ", (char **)sources->pdata);
}

static void
add_shares (CorSure *sure, const CorGap *gap, const CorMonteCarlo *drawn, CorDrawsCards *cards)
{
  g_autoptr (GArray) order = cor_draws_order (drawn);
  guint n;
  const CorFactorRange *factors = cor_gap_factors (gap, &n);

  for (guint k = 0; k < order->len; k++)
    {
      guint i = g_array_index (order, guint, k);
      CorSureShare share;

      if (i >= n || drawn->share[i] < LEAST_SHARE)
        continue;
      share = (CorSureShare){ .status = factors[i].from->status, .share = drawn->share[i] };
      share.label = cor_draws_share_label (gap, drawn, i);
      share.source = share_source (factors, drawn, i, &share.status);
      share.card = cor_draws_card_share (cards, i);
      g_array_append_val (sure->shares, share);
    }
  sure->explained = drawn->explained;
  sure->explained_card = cor_draws_card_explained (cards);
}

/* The sentences being put together, and the cards of their figures. */
typedef struct
{
  CorDrawsCards *cards;
  GPtrArray *list;
} Sentences;

static char *
link_figure (gpointer data, CorSureFigure figure, guint index, char *text)
{
  const Sentences *in = data;
  CorTrace *card = figure == COR_SURE_CHANCE   ? cor_draws_card_chance (in->cards, index)
                   : figure == COR_SURE_GAP    ? cor_draws_card_gap (in->cards, index)
                   : figure == COR_SURE_UNDONE ? cor_draws_card_undone (in->cards)
                                               : cor_draws_card_factor (in->cards, index);

  g_ptr_array_add (in->list, card);
  return cor_card_link (text, in->list->len - 1);
}

/* The chance in one line, the sentences about the draws, and all their cards. */
static void
say (CorSure *sure, const CorGap *gap, const CorMonteCarlo *drawn, CorDrawsCards *cards, int year)
{
  Sentences in = { cards, sure->cards };

  sure->sentence = cor_chart_cheaper_sentence (drawn, year, link_figure, &in);
  sure->together = cor_chart_together (gap, drawn, link_figure, &in);
  sure->headline = cor_chart_cheaper_short (drawn, year);
  sure->chance = cor_draws_card_chance (cards, (guint) (year - drawn->first_year));
}

static gboolean
draws (CorSure *sure, const Work *work, const CorDutyResult *duty, const CorAlternative *truck, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorGap) gap = cor_gap_new (work->results, duty, truck, &error);
  g_autoptr (CorMonteCarlo) drawn = gap != NULL ? cor_monte_carlo_new_years (gap, COR_DRAWS_SHOWN, COR_DRAWS_SEED, cancellable, &error) : NULL;
  g_autoptr (CorDrawsCards) cards = NULL;

  if (drawn == NULL)
    {
      sure->problem = g_strdup (error->message);
      return FALSE;
    }
  sure->results = cor_results_ref (work->results);
  cards = cor_draws_cards_new (gap, drawn, cor_format_is_chinese (NULL));
  sure->tornado = cor_chart_from_tornado (gap, TORNADO_ROWS, _ ("What moves the gap most"));
  sure->years = cor_chart_from_years (gap, drawn, _ ("Where the gap may lie"));
  say (sure, gap, drawn, cards, work->results->first_year + (int) work->results->year);
  add_shares (sure, gap, drawn, cards);
  return TRUE;
}

static void
heat (CorSure *sure, const Work *work, const CorDutyResult *duty, const CorAlternative *truck, GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorSolver) solver = cor_solver_new (work->results, duty, truck, &error);
  g_autoptr (CorHeatMap) map
    = solver != NULL ? cor_heat_map_new (solver, work->x, work->y, HEAT_STEPS, cancellable, &error) : NULL;

  if (map != NULL)
    sure->heat = cor_chart_from_heat (map, _ ("Parity year over two levers"));
  else
    sure->heat_problem = g_strdup (error->message);
}

/* The scenario with each single instrument on; NULL where one is on already or there is none. */
static CorScenario *
all_on (CorScenario *scenario)
{
  CorScenario *next = cor_scenario_ref (scenario);
  const CorItem *const *items;
  guint n, switched = 0;

  items = cor_scenario_items (scenario, COR_ITEM_POLICY, &n);
  for (guint i = 0; i < n; i++)
    {
      const CorPolicy *policy = (const CorPolicy *)items[i];
      CorScenario *before = next;

      if (policy->on)
        {
          cor_scenario_unref (next);
          return NULL;
        }
      if (policy->members != NULL)
        continue;
      next = cor_edit_number (before, COR_ITEM_POLICY, policy->item.id, "on", 1, NULL);
      cor_scenario_unref (before);
      switched++;
    }
  if (switched == 0)
    g_clear_pointer (&next, cor_scenario_unref);
  return next;
}

static void
policies (CorSure *sure, const Work *work, GCancellable *cancellable)
{
  g_autoptr (CorScenario) package = all_on (work->results->scenario);
  g_autoptr (CorResults) results = NULL;

  if (package == NULL)
    results = cor_results_ref (work->results);
  else
    results = work->engine.evaluate (work->engine.data, package, cancellable);
  if (results == NULL)
    return;
  sure->policies = cor_report_policy_chart (results, cor_format_is_chinese (NULL));
  if (package != NULL)
    sure->policies->note = g_strdup (_ ("No policy is on now: this is what all of the scenario's policies together would move."));
}

static void
work_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Work *work = data;
  const CorDutyResult *duty = cor_results_duty (work->results, work->duty);
  const CorAlternative *truck = duty != NULL ? cor_duty_result_shown (duty) : NULL;
  CorSure *sure = g_new0 (CorSure, 1);

  sure->cards = cor_card_list_new ();
  sure->shares = g_array_new (FALSE, TRUE, sizeof (CorSureShare));
  g_array_set_clear_func (sure->shares, (GDestroyNotify)share_clear);
  if (truck == NULL)
    sure->problem = g_strdup (_ ("No duty can be compared with diesel"));
  else if (draws (sure, work, duty, truck, cancellable))
    heat (sure, work, duty, truck, cancellable);
  if (!g_cancellable_is_cancelled (cancellable))
    policies (sure, work, cancellable);
  g_task_return_pointer (task, sure, (GDestroyNotify)cor_sure_free);
}

void
cor_sure_work (CorResults *results,
               const CorSessionEngine *engine,
               const char *duty,
               CorLeverId x,
               CorLeverId y,
               GCancellable *cancellable,
               GAsyncReadyCallback done,
               gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, data);
  Work *work = g_new0 (Work, 1);

  *work = (Work){ cor_results_ref (results), *engine, g_strdup (duty), x, y };
  if (engine->data_ref != NULL)
    engine->data_ref (engine->data);
  g_task_set_source_tag (task, cor_sure_work);
  g_task_set_task_data (task, work, (GDestroyNotify)work_free);
  g_task_run_in_thread (task, work_in_thread);
}

CorSure *
cor_sure_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
