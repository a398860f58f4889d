/* cor-chart-cards.c: the figures that the points and marks of a chart are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-cards.h"

/* That of a key, of a case in which levers are moved, or ready. */
typedef struct
{
  CorResults *results;
  CorTraceKey key;
  guint n_levers;
  CorLeverId levers[COR_CHART_LEVERS];
  double values[COR_CHART_LEVERS];
  CorTrace *trace;
} Card;

static void
card_clear (gpointer data)
{
  cor_results_unref (((Card *) data)->results);
  g_clear_pointer (&((Card *) data)->trace, cor_trace_unref);
}

/* Adds a figure; its number, from 1 on. */
static guint
add (CorChart *chart, Card card)
{
  GArray *cards = chart->cards;

  if (cards == NULL)
    {
      chart->cards = cards = g_array_new (FALSE, FALSE, sizeof (Card));
      chart->free_cards = (GDestroyNotify) g_array_unref;
      g_array_set_clear_func (cards, card_clear);
    }
  cor_results_ref (card.results);
  g_array_append_val (cards, card);
  return cards->len;
}

static gboolean
is_assumed (const CorTrace *trace)
{
  for (guint i = 0; i < trace->inputs->len; i++)
    if (cor_trace_input_is_open (&g_array_index (trace->inputs, CorTraceInput, i)))
      return TRUE;
  return FALSE;
}

void
cor_chart_point_explain (CorChart *chart, CorChartPoint *point, const CorResults *results, CorTraceKey key)
{
  g_autoptr (CorTrace) trace = cor_trace_new (results, &key, FALSE);

  if (trace == NULL)
    return;
  point->card = add (chart, (Card){ .results = (CorResults *) results, .key = key });
  point->assumed = is_assumed (trace);
}

void
cor_chart_point_explain_sum (CorChart *chart, CorChartPoint *point, const CorResults *results, CorTraceKey key)
{
  point->card = add (chart, (Card){ .results = (CorResults *) results, .key = key });
}

void
cor_chart_point_explain_by (CorChart *chart, CorChartPoint *point, const CorResults *results, CorTrace *trace)
{
  if (trace == NULL)
    return;
  point->card = add (chart, (Card){ .results = (CorResults *) results, .key = trace->key, .trace = trace });
  point->assumed |= is_assumed (trace);
}

void
cor_chart_point_explain_moved (CorChart *chart,
                               CorChartPoint *point,
                               const CorResults *results,
                               CorTraceKey key,
                               const CorLeverId *levers,
                               const double *values,
                               guint n)
{
  Card card = { .results = (CorResults *) results, .key = key, .n_levers = n };

  g_return_if_fail (n <= COR_CHART_LEVERS);

  for (guint i = 0; i < n; i++)
    {
      card.levers[i] = levers[i];
      card.values[i] = values[i];
    }
  point->card = add (chart, card);
}

void
cor_chart_mark_explain (CorChart *chart, CorChartMark *mark, const CorResults *results, CorTraceKey key)
{
  mark->card = add (chart, (Card){ .results = (CorResults *) results, .key = key });
}

/* The results with the levers of the card moved. */
static CorResults *
moved (const Card *card)
{
  const CorDutyResult *duty = &card->results->duties[card->key.duty];
  g_autoptr (CorSolver) solver = cor_solver_new (card->results, duty, duty->alternatives[card->key.truck], NULL);

  int year = card->results->first_year + (int) card->results->year;

  return solver != NULL ? cor_solver_case (solver, year, card->levers, card->values, card->n_levers) : NULL;
}

CorTrace *
cor_chart_card (const CorChart *chart, guint number, gboolean zh, CorResults **results)
{
  const GArray *cards = chart->cards;
  const Card *card;
  g_autoptr (CorResults) of = NULL;
  CorTrace *trace;

  *results = NULL;
  if (number == 0 || cards == NULL || number > cards->len)
    return NULL;
  card = &g_array_index (cards, Card, number - 1);
  of = card->n_levers > 0 ? moved (card) : cor_results_ref (card->results);
  if (of == NULL)
    return NULL;
  trace = card->trace != NULL ? cor_trace_ref (card->trace) : cor_trace_new (of, &card->key, zh);
  if (trace != NULL)
    *results = g_steal_pointer (&of);
  return trace;
}
