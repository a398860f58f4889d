/* cor-chart-cards.c: the figures that the points and marks of a chart are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-cards.h"

typedef struct
{
  CorResults *results;
  CorTraceKey key;
} Card;

static void
card_clear (gpointer data)
{
  cor_results_unref (((Card *) data)->results);
}

/* Adds a figure; its number, from 1 on. */
static guint
add (CorChart *chart, const CorResults *results, CorTraceKey key)
{
  Card card = { cor_results_ref ((CorResults *) results), key };
  GArray *cards = chart->cards;

  if (cards == NULL)
    {
      chart->cards = cards = g_array_new (FALSE, FALSE, sizeof (Card));
      chart->free_cards = (GDestroyNotify) g_array_unref;
      g_array_set_clear_func (cards, card_clear);
    }
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
  point->card = add (chart, results, key);
  point->assumed = is_assumed (trace);
}

void
cor_chart_point_explain_sum (CorChart *chart, CorChartPoint *point, const CorResults *results, CorTraceKey key)
{
  point->card = add (chart, results, key);
}

void
cor_chart_mark_explain (CorChart *chart, CorChartMark *mark, const CorResults *results, CorTraceKey key)
{
  mark->card = add (chart, results, key);
}

gboolean
cor_chart_cards_get (const CorChart *chart, guint card, const CorResults **results, CorTraceKey *key)
{
  const GArray *cards = chart->cards;

  if (card == 0 || cards == NULL || card > cards->len)
    return FALSE;
  *results = g_array_index (cards, Card, card - 1).results;
  *key = g_array_index (cards, Card, card - 1).key;
  return TRUE;
}
