/* cor-chart-cards.c: the figures that the points and marks of a chart are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-cards.h"

#include "cor-trace-rests.h"

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

void
cor_chart_point_explain (CorChart *chart, CorChartPoint *point, const CorResults *results, CorTraceKey key)
{
  g_autoptr (CorTrace) trace = cor_trace_new (results, &key, FALSE);

  if (trace == NULL)
    return;
  point->card = add (chart, (Card){ .results = (CorResults *) results, .key = key });
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

guint
cor_chart_n_cards (const CorChart *chart)
{
  return chart->cards != NULL ? ((const GArray *) chart->cards)->len : 0;
}

void
cor_chart_card_rests (const CorChart *chart, guint number, CorResults **results, CorTraceKey *key, CorTrace **trace)
{
  const Card *card = &g_array_index ((const GArray *) chart->cards, Card, number - 1);

  *results = card->results;
  *key = card->key;
  *trace = card->trace;
}

void
cor_chart_set_assumed (CorChart *chart, CorTrace *const *on)
{
  /* The names of a tornado are parameters: each is marked by itself. */
  if (chart->kind == COR_CHART_TORNADO)
    return;
  for (guint s = 0; s < chart->series->len; s++)
    {
      const CorChartSeries *series = g_ptr_array_index (chart->series, s);

      for (guint i = 0; i < series->points->len; i++)
        {
          CorChartPoint *point = &g_array_index (series->points, CorChartPoint, i);

          if (point->card > 0)
            point->assumed = on[point->card - 1] != NULL;
        }
    }
}

void
cor_chart_find_assumed (CorChart *chart)
{
  guint n = cor_chart_n_cards (chart);
  g_autoptr (CorTraceRests) walk = cor_trace_rests_new (FALSE);
  g_autofree CorTrace **on = g_new0 (CorTrace *, n);

  for (guint i = 0; i < n; i++)
    {
      const Card *card = &g_array_index ((const GArray *) chart->cards, Card, i);

      on[i] = card->trace != NULL ? cor_trace_rests_on_trace (walk, card->results, card->trace)
                                  : cor_trace_rests_on (walk, card->results, &card->key);
    }
  cor_chart_set_assumed (chart, on);
}
