/* cor-trace-instrument.c: what an instrument in force does to the gap and costs the public, traced to its trucks.
 *
 * The same sums as cor_policy_facts(), in words. Figures are of the model year shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-sum.h"

#include <glib/gi18n-lib.h>

/* Which of the sums over the trucks that an instrument reaches. */
typedef struct
{
  CorTraceQuantity quantity;
  CorPolicyMoney money; /* of public money: only instruments that are paid for so */
  const char *symbol;
} Sum;

static const CorPolicy *
policy (const CorTracer *t)
{
  return (const CorPolicy *) t->instrument;
}

static char *
title (const CorTracer *t, const char *what)
{
  return g_strdup_printf ("%s · %s", what, cor_item_label (t->instrument, t->zh));
}

/* Where the instrument stands among those that meet a truck, or -1. */
static int
term_of (const CorTracer *t, const CorDutyResult *duty, const CorAlternative *truck)
{
  const char *region = duty->duty->region ? duty->duty->region : cor_scenario_head (t->results->scenario)->region;
  CorPolicyTerm terms[COR_POLICY_TERMS_MAX];
  const char *ids[COR_POLICY_TERMS_MAX];
  guint n = cor_evaluate_terms (t->results->scenario, t->results->defaults, truck->truck->truck_type, region, terms, ids);

  for (guint i = 0; truck->tco != NULL && i < MIN (n, truck->tco->n_terms); i++)
    if (g_strcmp0 (ids[i], t->instrument->id) == 0)
      return (int) i;
  return -1;
}

/* Yuan of a truck over its ownership: discounted for the gap, as they flow for the public. */
static double
yuan_of (const CorTco *tco, guint term, gboolean discounted)
{
  double sum = 0;

  for (guint y = 0; y <= tco->n_years; y++)
    sum += tco->term[term][y] * (discounted ? tco->discount[0][y] : 1);
  return sum;
}

/* The term of the truck @index of a duty, -1 for its diesel truck; its part of the sum. */
static double
add_truck (CorTracer *t, CorTraceSum *terms, const Sum *sum, guint duty_index, int index)
{
  const CorDutyResult *duty = &t->results->duties[duty_index];
  const CorAlternative *truck = index < 0 ? duty->diesel : duty->alternatives[index];
  gboolean gap = sum->quantity == COR_TRACE_INSTRUMENT_GAP;
  int term = term_of (t, duty, truck);
  double n = duty->duty->trucks, value, factor;

  if (term < 0 || (!gap && truck->tco->term_money[term] != sum->money))
    return 0;
  value = yuan_of (truck->tco, (guint) term, gap);
  if (value == 0)
    return 0;
  factor = gap ? (index < 0 ? -n : n) : (sum->money == COR_POLICY_MONEY_RAISED ? n : -n) / truck->tco->n_years;
  cor_trace_sum_add (terms, factor, value, sum->symbol,
                     g_strdup_printf (_ ("%s: %g × %s"), cor_tracer_duty_label (t, duty), n, cor_item_label (&truck->truck->item, t->zh)),
                     gap ? "yuan" : _ ("yuan in all years"),
                     (CorTraceKey){ .quantity = gap ? COR_TRACE_POLICY_DISCOUNTED : COR_TRACE_POLICY, .duty = duty_index, .truck = index,
                                    .index = (guint) term });
  return factor * value;
}

/* Over the duties that are compared; money goes to the truck that stands against diesel, and is raised from both. */
static double
add_trucks (CorTracer *t, CorTraceSum *terms, const Sum *sum)
{
  double all = 0;

  for (guint i = 0; i < t->results->n_duties; i++)
    {
      const CorDutyResult *duty = &t->results->duties[i];

      if (cor_duty_result_challenger (t->results, duty, t->year) == NULL)
        continue;
      all += add_truck (t, terms, sum, i, cor_results_challenger (t->results, duty, t->year));
      if (sum->quantity == COR_TRACE_INSTRUMENT_GAP || sum->money == COR_POLICY_MONEY_RAISED)
        all += add_truck (t, terms, sum, i, -1);
    }
  return all;
}

/* A package is the sum of its members, each with a card of its own. */
static double
add_members (CorTracer *t, CorTraceSum *terms, const Sum *sum, const char *unit)
{
  double all = 0;
  guint n;
  const CorItem *const *items = cor_scenario_items (t->results->scenario, COR_ITEM_POLICY, &n);

  for (guint i = 0; i < n; i++)
    {
      CorTraceKey key = { .quantity = sum->quantity, .index = i };
      g_autoptr (CorTrace) member = NULL;

      if (items[i] == t->instrument || !g_strv_contains ((const char *const *) policy (t)->members, items[i]->id))
        continue;
      member = cor_trace_new (t->results, &key, t->zh);
      if (member == NULL)
        continue;
      all += member->value;
      cor_trace_sum_add (terms, 1, member->value, sum->symbol, g_strdup (cor_item_label (items[i], t->zh)), unit, key);
    }
  return all;
}

static void
sum_trucks (CorTracer *t, const char *what, const char *formula, const char *unit, const Sum *sum)
{
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();
  double trucks = t->results->totals[t->year].trucks;
  g_autofree char *number = cor_tracer_number (trucks);
  gboolean package = policy (t)->members != NULL, gap = sum->quantity == COR_TRACE_INSTRUMENT_GAP;

  if (!(trucks > 0) || t->year != t->results->year)
    return;
  cor_tracer_head (t, title (t, what), package ? _ ("Σ of its members") : formula, 0, unit);
  t->out->value = package ? add_members (t, terms, sum, unit) : add_trucks (t, terms, sum) / (gap ? trucks : 1);
  if (!package && sum->quantity == COR_TRACE_INSTRUMENT_FORGONE)
    t->out->value += cor_tracer_add_waived_by_instrument (t, terms);
  if (cor_tracer_add_sum (t, terms, "yuan") && t->out->inputs->len > 0 && gap && !package)
    {
      cor_tracer_divide (t, number);
      cor_tracer_add_child (t, "n", _ ("Trucks"), trucks, "", (CorTraceKey){ .quantity = COR_TRACE_TRUCKS });
    }
  if (t->out->inputs->len == 0)
    g_clear_pointer (&t->out->title, g_free);
}

void
cor_trace_instrument_gap (CorTracer *t)
{
  const Sum sum = { COR_TRACE_INSTRUMENT_GAP, COR_POLICY_MONEY_NONE, "p<sub>i</sub>" };

  sum_trucks (t, _ ("Moves the cost gap to diesel, mean of a truck"), "Σ n<sub>i</sub> (p<sub>i</sub> − p<sub>D,i</sub>) ÷ n", "yuan", &sum);
}

static void
public_money (CorTracer *t, const char *what, CorTraceQuantity quantity, CorPolicyMoney money)
{
  const Sum sum = { quantity, money, "s<sub>i</sub>" };

  sum_trucks (t, what, "Σ n<sub>i</sub> |s<sub>i</sub>| ÷ N<sub>i</sub>", _ ("yuan a year"), &sum);
}

void
cor_trace_instrument_paid (CorTracer *t)
{
  public_money (t, _ ("Public money paid a year"), COR_TRACE_INSTRUMENT_PAID, COR_POLICY_MONEY_PAID);
}

void
cor_trace_instrument_forgone (CorTracer *t)
{
  public_money (t, _ ("Public money forgone a year"), COR_TRACE_INSTRUMENT_FORGONE, COR_POLICY_MONEY_FORGONE);
}

void
cor_trace_instrument_raised (CorTracer *t)
{
  public_money (t, _ ("Public money raised a year"), COR_TRACE_INSTRUMENT_RAISED, COR_POLICY_MONEY_RAISED);
}

void
cor_trace_instrument_tonne (CorTracer *t)
{
  CorTraceKey keys[] = { { .quantity = COR_TRACE_INSTRUMENT_PAID, .index = t->key.index }, { .quantity = COR_TRACE_INSTRUMENT_FORGONE, .index = t->key.index } };
  const char *labels[] = { _ ("Public money paid a year"), _ ("Public money forgone a year") };
  double yuan[2] = { 0, 0 }, saved = t->results->saved_t;

  cor_tracer_head (t, title (t, _ ("Public cost of a tonne avoided (average)")), "S ÷ ΔE", 0, _ ("yuan per t CO₂e"));
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autoptr (CorTrace) part = cor_trace_new (t->results, &keys[i], t->zh);

      if (part == NULL)
        continue;
      yuan[i] = part->value;
      cor_tracer_add_child (t, "S", labels[i], part->value, _ ("yuan a year"), keys[i]);
    }
  if (!(saved > 0) || !(yuan[0] + yuan[1] > 0))
    {
      g_clear_pointer (&t->out->title, g_free);
      return;
    }
  t->out->value = (yuan[0] + yuan[1]) / saved;
  cor_tracer_numbers (t, "(# + #) ÷ #", yuan[0], yuan[1], saved);
  cor_tracer_add_child (t, "ΔE", _ ("Emissions avoided by all trucks that count"), saved, _ ("t CO₂e a year"), (CorTraceKey){ .quantity = COR_TRACE_EMISSIONS });
}

/* What all policies together are in the cost of the mean truck, zero-emission less diesel. */
static double
policies_of (const CorTracer *t)
{
  const CorTotals *totals = &t->results->totals[t->year];

  return (totals->part_yuan[COR_TCO_POLICY] - totals->diesel_part_yuan[COR_TCO_POLICY]) / totals->trucks;
}

static void
add_policies (CorTracer *t)
{
  const CorTotals *totals = &t->results->totals[t->year];
  CorTraceKey key = { .quantity = COR_TRACE_FLEET_GROUP, .part = COR_TCO_POLICY, .model_year = t->key.model_year };

  cor_tracer_add_child (t, "p", _ ("Policies in the cost of zero-emission trucks"), totals->part_yuan[COR_TCO_POLICY] / totals->trucks, "yuan", key);
  key.truck = -1;
  cor_tracer_add_child (t, "p<sub>D</sub>", _ ("Policies in the cost of diesel trucks"), totals->diesel_part_yuan[COR_TCO_POLICY] / totals->trucks, "yuan", key);
}

void
cor_trace_bare_gap (CorTracer *t)
{
  const CorTotals *totals = &t->results->totals[t->year];
  double gap = (totals->tco_yuan - totals->diesel_tco_yuan) / totals->trucks;

  if (!(totals->trucks > 0))
    return;
  cor_tracer_head (t, g_strdup (_ ("TCO gap to diesel without any policy, mean of a truck")), "G − (p − p<sub>D</sub>)", gap - policies_of (t), "yuan");
  cor_tracer_numbers (t, "# − (# − #)", gap, totals->part_yuan[COR_TCO_POLICY] / totals->trucks, totals->diesel_part_yuan[COR_TCO_POLICY] / totals->trucks);
  cor_tracer_add_child (t, "G", _ ("TCO gap to diesel, mean of a truck"), gap, "yuan", (CorTraceKey){ .quantity = COR_TRACE_GAP_TRUCK, .model_year = t->key.model_year });
  add_policies (t);
}

/* What the instruments do together beyond the sum of what each does: limits on all, and running costs that follow. */
void
cor_trace_policy_rest (CorTracer *t)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (t->results->scenario, COR_ITEM_POLICY, &n);
  double each = 0;

  if (!(t->results->totals[t->year].trucks > 0) || t->year != t->results->year)
    return;
  cor_tracer_head (t, g_strdup (_ ("What policies do to running costs besides, mean of a truck")), "(p − p<sub>D</sub>) − Σ g<sub>i</sub>", 0, "yuan");
  add_policies (t);
  for (guint i = 0; i < n; i++)
    {
      CorTraceKey key = { .quantity = COR_TRACE_INSTRUMENT_GAP, .index = i };
      double moves = ((const CorPolicy *) items[i])->members == NULL ? cor_tracer_value_of (t, &key) : NAN;

      if (isnan (moves))
        continue;
      each += moves;
      cor_tracer_add_child (t, "g<sub>i</sub>", cor_item_label (items[i], t->zh), moves, "yuan", key);
    }
  t->out->value = policies_of (t) - each;
  cor_tracer_numbers (t, "# − #", policies_of (t), each);
}
