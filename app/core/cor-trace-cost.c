/* cor-trace-cost.c: the cost of one truck, its parts and years, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>

/* Prices and policies of a case; those that a move added have no id. */
static guint
moved_cost (CorTracer *t, const CorMovedCost *moved, guint n_own)
{
  t->grid = cor_tco_grid_copy (moved->grid);
  for (guint i = 0; i < moved->n_terms; i++)
    {
      t->terms[i] = moved->terms[i];
      if (i >= n_own)
        t->term_ids[i] = NULL;
    }
  return moved->n_terms;
}

gboolean
cor_tracer_cost (CorTracer *t)
{
  const CorResults *results = t->results;
  const CorHead *head = cor_scenario_head (results->scenario);
  const char *region = t->duty->duty->region ? t->duty->duty->region : head->region;
  int last = results->first_year + (int) results->n_years - 1;
  guint n;

  if (t->tco != NULL)
    return TRUE;
  if (isnan (t->outcome->tco_yuan))
    return FALSE;
  n = cor_evaluate_terms (results->scenario, results->defaults, t->truck->truck->truck_type, region, t->terms, t->term_ids);
  if (t->truck->moved != NULL && t->truck->moved[t->year].grid != NULL)
    n = moved_cost (t, &t->truck->moved[t->year], n);
  else
    t->grid = cor_tco_grid_new (t->truck->table, results->first_year, last + COR_TCO_YEARS_MAX);
  t->in = cor_tco_inputs_new ();
  if (!cor_tco_prepare (t->in, t->grid, cor_tracer_model_year (t), t->use, t->truck->truck->battery_deal, t->terms, n, NULL))
    return FALSE;
  t->tco = g_new (CorTco, 1);
  cor_tco_evaluate (t->in, t->tco);
  return TRUE;
}

static CorTraceKey
part_key (const CorTracer *t, CorTraceQuantity quantity, CorTcoPart part, guint slot)
{
  return (CorTraceKey) {
    .quantity = quantity, .duty = t->key.duty, .truck = t->key.truck, .part = part, .index = slot, .model_year = t->key.model_year
  };
}

void
cor_trace_truck_tco (CorTracer *t)
{
  if (isnan (t->outcome->tco_yuan))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Total cost of ownership")), "T = Σ C<sub>i</sub>", t->outcome->tco_yuan, "yuan");
  for (guint part = 0; part < COR_N_TCO_PARTS; part++)
    {
      double yuan = t->outcome->part_yuan[part];

      if (yuan == 0)
        continue;
      cor_tracer_add_term (t, 1, yuan);
      cor_tracer_add_child (t, "", _ (cor_tco_part_info (part)->label), yuan, "yuan", part_key (t, COR_TRACE_TRUCK_PART, part, 0));
    }
}

void
cor_trace_truck_tco_km (CorTracer *t)
{
  g_autofree char *km = NULL, *total = NULL;

  if (!cor_tracer_cost (t))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Total cost of ownership, a km")), "T ÷ Σ d<sub>y</sub>", t->tco->total_per_km, _ ("yuan/km"));
  for (guint y = 1; y <= t->tco->n_years; y++)
    cor_tracer_add_term (t, 1, t->in->km[y] + t->in->use.detour_km * t->in->fade[y]);
  km = g_steal_pointer (&t->out->numbers);
  total = cor_tracer_number (t->tco->total);
  t->out->numbers = g_strdup_printf ("%s ÷ (%s)", total, km);
  cor_tracer_add_own (t, "T", _ ("Total cost of ownership"), t->tco->total, "yuan", COR_TRACE_TRUCK_TCO, 0);
  cor_tracer_add_own (t, "d<sub>y</sub>", _ ("Driven km"), cor_outcome_driven_km (t->outcome), _ ("km a year"), COR_TRACE_TRUCK_KM, 0);
  cor_tracer_add_own (t, "N", _ ("Years of ownership"), t->tco->n_years, "", COR_TRACE_TRUCK_OWNERSHIP, 0);
}

void
cor_trace_truck_ownership (CorTracer *t)
{
  cor_tracer_head (t, cor_tracer_title (t, _ ("Years of ownership")), "N", t->outcome->ownership_years, "");
  cor_tracer_numbers (t, "#", (double) t->outcome->ownership_years);
  cor_tracer_add_parameter (t, "N", COR_PARAM_OWNERSHIP, cor_tracer_model_year (t));
}

/* The cash of each year with its discount factor, as it adds up to the part. */
void
cor_trace_part (CorTracer *t)
{
  CorTcoPart part = t->key.part;
  guint at_end = cor_tco_part_info (part)->at_end ? 1 : 0;

  if (!cor_tracer_cost (t))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ (cor_tco_part_info (part)->label)), "Σ c<sub>y</sub> · v<sub>y</sub>", t->tco->part_total[part], "yuan");
  for (guint slot = 0; slot <= t->tco->n_years; slot++)
    {
      double yuan = t->tco->part[part][slot], v = t->tco->discount[at_end][slot];
      g_autofree char *label = slot == 0 ? g_strdup (_ ("At purchase")) : g_strdup_printf (_ ("Year %u"), slot);
      g_autofree char *symbol = g_strdup_printf ("c<sub>%u</sub>", slot), *factor = g_strdup_printf ("v<sub>%u</sub>", slot);

      if (yuan == 0)
        continue;
      cor_tracer_add_term (t, v, yuan);
      cor_tracer_add_child (t, symbol, label, yuan, "yuan", part_key (t, COR_TRACE_CASH, part, slot));
      if (v != 1)
        cor_tracer_add_own (t, factor, _ ("Discount factor"), v, "", at_end ? COR_TRACE_DISCOUNT_END : COR_TRACE_DISCOUNT_RUN, slot);
    }
  if (t->out->inputs->len > 0)
    return;
  cor_tracer_numbers (t, "#", 0.0);
  cor_tracer_add_own (t, "N", _ ("Years of ownership"), t->tco->n_years, "", COR_TRACE_TRUCK_OWNERSHIP, 0);
}

void
cor_trace_discounted (CorTracer *t)
{
  CorTcoPart part = t->key.part;
  guint slot = t->key.index, at_end = cor_tco_part_info (part)->at_end ? 1 : 0;
  double yuan = t->tco->part[part][slot], v = t->tco->discount[at_end][slot];

  cor_tracer_head (t, cor_tracer_title (t, _ (cor_tco_part_info (part)->label)), "c<sub>y</sub> · v<sub>y</sub>", yuan * v, "yuan");
  cor_tracer_numbers (t, "# · #", yuan, v);
  cor_tracer_add_child (t, "c<sub>y</sub>", _ ("Before discounting"), yuan, "yuan", part_key (t, COR_TRACE_CASH, part, slot));
  cor_tracer_add_own (t, "v<sub>y</sub>", _ ("Discount factor"), v, "", at_end ? COR_TRACE_DISCOUNT_END : COR_TRACE_DISCOUNT_RUN, slot);
}

/* All parts of a year, discounted or not: a row and a term each. */
static void
sum_year (CorTracer *t, const char *what, const char *formula, gboolean discounted)
{
  guint slot = t->key.index;
  g_autofree char *year = slot == 0 ? g_strdup (_ ("at purchase")) : g_strdup_printf (_ ("year %u"), slot);
  g_autofree char *title = g_strdup_printf ("%s, %s", what, year);
  double sum = 0;

  cor_tracer_head (t, cor_tracer_title (t, title), formula, 0, "yuan");
  for (guint part = 0; part < COR_N_TCO_PARTS; part++)
    {
      double yuan = discounted ? cor_tco_discounted (t->tco, part, slot) : t->tco->part[part][slot];

      sum += yuan;
      if (yuan == 0)
        continue;
      cor_tracer_add_term (t, 1, yuan);
      cor_tracer_add_child (t, "", _ (cor_tco_part_info (part)->label), yuan, "yuan",
                            part_key (t, discounted ? COR_TRACE_DISCOUNTED : COR_TRACE_CASH, part, slot));
    }
  t->out->value = sum;
  if (t->out->inputs->len > 0)
    return;
  cor_tracer_numbers (t, "#", 0.0);
  cor_tracer_add_own (t, "N", _ ("Years of ownership"), t->tco->n_years, "", COR_TRACE_TRUCK_OWNERSHIP, 0);
}

void
cor_trace_cash_year (CorTracer *t)
{
  sum_year (t, _ ("Cash flow"), "Σ C<sub>i,y</sub>", FALSE);
}

void
cor_trace_discounted_year (CorTracer *t)
{
  sum_year (t, _ ("Discounted cash flow"), "Σ C<sub>i,y</sub> · v<sub>y</sub>", TRUE);
}

void
cor_trace_cumulative_discounted (CorTracer *t)
{
  double sum = 0;

  cor_tracer_head (t, cor_tracer_title (t, _ ("Spent so far, discounted")), "Σ<sub>k ≤ y</sub> C<sub>k</sub> · v<sub>k</sub>", 0, "yuan");
  for (guint slot = 0; slot <= t->key.index; slot++)
    {
      g_autofree char *label = slot == 0 ? g_strdup (_ ("At purchase")) : g_strdup_printf (_ ("Year %u"), slot);
      double yuan = 0;

      for (guint part = 0; part < COR_N_TCO_PARTS; part++)
        yuan += cor_tco_discounted (t->tco, part, slot);
      sum += yuan;
      cor_tracer_add_term (t, 1, yuan);
      cor_tracer_add_own (t, "", label, yuan, "yuan", COR_TRACE_DISCOUNTED_YEAR, slot);
    }
  t->out->value = sum;
}

void
cor_trace_cumulative (CorTracer *t)
{
  cor_tracer_head (t, cor_tracer_title (t, _ ("Spent so far")), "Σ<sub>k ≤ y</sub> C<sub>k</sub>", t->tco->cumulative[t->key.index], "yuan");
  for (guint slot = 0; slot <= t->key.index; slot++)
    {
      double yuan = t->tco->cumulative[slot] - (slot > 0 ? t->tco->cumulative[slot - 1] : 0);
      g_autofree char *label = slot == 0 ? g_strdup (_ ("At purchase")) : g_strdup_printf (_ ("Year %u"), slot);

      cor_tracer_add_term (t, 1, yuan);
      cor_tracer_add_own (t, "", label, yuan, "yuan", COR_TRACE_CASH_YEAR, slot);
    }
}

void
cor_trace_kept (CorTracer *t)
{
  guint slot = t->key.index;
  double sale = 0;

  cor_tracer_head (t, cor_tracer_title (t, _ ("Spent so far, without a sale")), "C − R", cor_tco_kept (t->tco, slot),
                   "yuan");
  for (guint y = 0; y <= slot; y++)
    sale += t->tco->part[COR_TCO_RESIDUAL][y] + t->tco->part[COR_TCO_BATTERY_RESIDUAL][y];
  cor_tracer_numbers (t, "# − #", t->tco->cumulative[slot], sale);
  cor_tracer_add_own (t, "C", _ ("Spent so far"), t->tco->cumulative[slot], "yuan", COR_TRACE_CUMULATIVE, slot);
  if (t->tco->part[COR_TCO_RESIDUAL][slot] != 0)
    cor_tracer_add_child (t, "R", _ (cor_tco_part_info (COR_TCO_RESIDUAL)->label), t->tco->part[COR_TCO_RESIDUAL][slot], "yuan",
                          part_key (t, COR_TRACE_CASH, COR_TCO_RESIDUAL, slot));
  if (t->tco->part[COR_TCO_BATTERY_RESIDUAL][slot] != 0)
    cor_tracer_add_child (t, "R", _ (cor_tco_part_info (COR_TCO_BATTERY_RESIDUAL)->label), t->tco->part[COR_TCO_BATTERY_RESIDUAL][slot],
                          "yuan", part_key (t, COR_TRACE_CASH, COR_TCO_BATTERY_RESIDUAL, slot));
}
