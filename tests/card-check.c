/* card-check.c: a card is complete, and its figure follows from its numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "card-check.h"

#include "card-sum.h"
#include "sanitized.h"

#include <math.h>

gboolean
card_is_near (double a, double b)
{
  return (isnan (a) && isnan (b)) || fabs (a - b) <= 1e-9 * fmax (1, fmax (fabs (a), fabs (b)));
}

/* The figure of the card of an input that a key names; looked up once. */
static double
key_value (CardCount *count, const CorTraceInput *input)
{
  const CorResults *results = cor_trace_input_results (input, count->results);
  g_autofree char *name = cor_trace_id (results, &input->child), *id = g_strdup_printf ("%p/%s", (const void *) results, name);
  const double *known = g_hash_table_lookup (count->values, id);
  g_autoptr (CorTrace) child = NULL;
  double value;

  if (known != NULL)
    return *known;
  child = cor_trace_new (results, &input->child, FALSE);
  if (child == NULL)
    g_error ("no card %s for %s", id, input->label);
  value = child->value;
  g_hash_table_insert (count->values, g_steal_pointer (&id), g_memdup2 (&value, sizeof value));
  return value;
}

/* The figure of the card of an input; one that no key names is looked at itself. */
static double
child_value (CardCount *count, const CorTraceInput *input)
{
  if (input->card == NULL)
    return key_value (count, input);
  card_check_trace (count, input->card);
  return input->card->value;
}

/* What need not have a card of its own: what someone states, what no sum but a method gives, and what there is none of. */
static void
check_leaf (CardCount *count, const CorTraceInput *input)
{
  g_assert_cmpstr (input->source, !=, "Computed here");
  count->leaves[input->method]++;
  switch (input->method)
    {
    case COR_TRACE_BY_ENTRY:
    case COR_TRACE_BY_SEARCH:
    case COR_TRACE_BY_SIMULATION:
    case COR_TRACE_BY_ROADS:
    case COR_TRACE_BY_SETTING:
      return;
    case COR_TRACE_BY_NONE:
      if (!(input->value == 0 || isnan (input->value)))
        g_error ("%s is %.10g, and there is none of it", input->label, input->value);
      return;
    default:
      g_error ("%s is worked out and leads no further", input->label);
    }
}

static void
check_input (CardCount *count, const CorTraceInput *input)
{
  double value;

  g_assert_cmpstr (input->label, !=, "");
  g_assert_cmpstr (input->source, !=, "");
  g_assert_cmpstr (input->region, !=, "");
  g_assert_cmpint (input->year, >, 1900);
  if (!input->computed)
    {
      check_leaf (count, input);
      return;
    }
  value = child_value (count, input);
  if (!card_is_near (value, input->value))
    g_error ("the card of %s is %.10g, but it goes in as %.10g", input->label, value, input->value);
}

static gboolean
is_year (CorTraceQuantity quantity)
{
  return quantity == COR_TRACE_PARITY || quantity == COR_TRACE_TRUCK_PARITY || quantity == COR_TRACE_TRUCK_PARITY_LOST
         || quantity == COR_TRACE_TRUCK_PAYBACK;
}

/* The years looked through lead to the one that the card names, or to none. */
static void
check_years (const CorTrace *trace)
{
  int last, first = card_years (trace->numbers, &last);

  if (trace->key.quantity == COR_TRACE_TRUCK_PARITY_LOST)
    g_assert_cmpint (last, ==, (int) trace->value);
  else
    g_assert_cmpint (first, ==, (int) trace->value);
}

static void
check_numbers (CardCount *count, const CorTrace *trace)
{
  CardRange range;
  double value = trace->value, allowed;

  if (is_year (trace->key.quantity))
    {
      check_years (trace);
      count->sharp++;
      return;
    }
  if (isnan (value))
    return;
  range = card_sum (trace->numbers);
  if (isnan (range.low))
    return;
  allowed = 1e-9 * fabs (value) + 1e-8;
  if (!(value >= range.low - allowed && value <= range.high + allowed))
    g_error ("%s is %.10g, but %s gives %.10g to %.10g", trace->title, value, trace->numbers, range.low, range.high);
  if (range.high - range.low <= fmax (0.01 * fabs (value), 1e-6))
    count->sharp++;
}

void
card_check_trace (CardCount *count, const CorTrace *trace)
{
  count->cards++;
  g_assert_cmpstr (trace->title, !=, "");
  g_assert_cmpstr (trace->formula, !=, "");
  g_assert_cmpstr (trace->numbers, !=, "");
  g_assert_cmpuint (trace->inputs->len, >, 0);
  for (guint i = 0; i < trace->inputs->len; i++)
    check_input (count, &g_array_index (trace->inputs, CorTraceInput, i));
  check_numbers (count, trace);
}

void
card_check (CardCount *count, CorTraceKey key)
{
  g_autoptr (CorTrace) trace = cor_trace_new (count->results, &key, FALSE);

  if (trace != NULL)
    card_check_trace (count, trace);
}

void
card_check_quantity (CardCount *count, CorTraceKey key)
{
  CorTraceScope scope = cor_trace_scope (key.quantity);
  guint parts = scope == COR_TRACE_OF_PART || scope == COR_TRACE_OF_CELL || scope == COR_TRACE_OF_GROUP ? COR_N_TCO_PARTS : 1;
  guint indices = scope == COR_TRACE_OF_PART || scope == COR_TRACE_OF_TRUCK || scope == COR_TRACE_OF_SCENARIO || scope == COR_TRACE_OF_POINT || scope == COR_TRACE_OF_GROUP ? 1 : 30;
  guint places = scope == COR_TRACE_OF_CHARGER || scope == COR_TRACE_OF_SHARE || scope == COR_TRACE_OF_STATION_HOUR ? 24 : scope == COR_TRACE_OF_HOUR ? COR_STATION_SLOTS : scope == COR_TRACE_OF_POINT ? 60 : 1;

  for (guint part = 0; part < parts; part++)
    for (guint i = 0; i < indices; i++)
      for (guint place = 0; place < places; place++)
        {
          key.part = part;
          key.index = i;
          key.place = place;
          card_check (count, key);
        }
}

void
card_check_all (CorResults *results, const char *name)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  CardCount count = { .results = results, .values = values };

  for (CorTraceQuantity q = 0; q < COR_N_TRACE_QUANTITIES; q++)
    {
      CorTraceScope scope = cor_trace_scope (q);

      for (CorEmissionBy by = 0; by <= (scope == COR_TRACE_OF_ROW ? COR_EMISSION_BY_SCENARIO : 0) && !cor_trace_is_of_truck (q); by++)
        card_check_quantity (&count, (CorTraceKey) { .quantity = q, .by = by });
      for (guint i = 0; i < results->n_duties && cor_trace_is_of_truck (q); i += sanitized_step (4))
        for (int truck = -1; truck < (int) results->duties[i].n_alternatives; truck++)
          card_check_quantity (&count, (CorTraceKey) { .quantity = q, .duty = i, .truck = truck });
    }
  g_test_message ("%s: %u cards, %u sharp; without a card of their own by entry %u, search %u, simulation %u, roads %u, setting %u, none %u", name, count.cards,
                  count.sharp, count.leaves[COR_TRACE_BY_ENTRY], count.leaves[COR_TRACE_BY_SEARCH], count.leaves[COR_TRACE_BY_SIMULATION],
                  count.leaves[COR_TRACE_BY_ROADS], count.leaves[COR_TRACE_BY_SETTING], count.leaves[COR_TRACE_BY_NONE]);
  g_assert_cmpuint (count.cards, >, 1000);
  g_assert_cmpuint (count.sharp, >, count.cards * 95 / 100);
}
