/* cor-trace-cost.c: the cost of one truck, its parts and years, and the public's share, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>

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
  cor_tracer_head (t, cor_tracer_title (t, _ ("Total cost of ownership")), _ ("T = Σ cost parts"), t->outcome->tco_yuan, "yuan");
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
  sum_year (t, _ ("Cash flow"), _ ("Σ cost parts of the year"), FALSE);
}

void
cor_trace_discounted_year (CorTracer *t)
{
  sum_year (t, _ ("Discounted cash flow"), _ ("Σ discounted cost parts of the year"), TRUE);
}

void
cor_trace_cumulative (CorTracer *t)
{
  cor_tracer_head (t, cor_tracer_title (t, _ ("Spent so far")), _ ("Σ cash flow of the years up to this one"), t->tco->cumulative[t->key.index], "yuan");
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

  cor_tracer_head (t, cor_tracer_title (t, _ ("Spent so far, without a sale")), _ ("spent so far − what the sale brings"), cor_tco_kept (t->tco, slot),
                   "yuan");
  for (guint y = 0; y <= slot; y++)
    sale += t->tco->part[COR_TCO_RESIDUAL][y] + t->tco->part[COR_TCO_BATTERY_RESIDUAL][y];
  cor_tracer_numbers (t, "# − #", t->tco->cumulative[slot], sale);
  cor_tracer_add_own (t, "", _ ("Spent so far"), t->tco->cumulative[slot], "yuan", COR_TRACE_CUMULATIVE, slot);
  if (t->tco->part[COR_TCO_RESIDUAL][slot] != 0)
    cor_tracer_add_child (t, "", _ (cor_tco_part_info (COR_TCO_RESIDUAL)->label), t->tco->part[COR_TCO_RESIDUAL][slot], "yuan",
                          part_key (t, COR_TRACE_CASH, COR_TCO_RESIDUAL, slot));
  if (t->tco->part[COR_TCO_BATTERY_RESIDUAL][slot] != 0)
    cor_tracer_add_child (t, "", _ (cor_tco_part_info (COR_TCO_BATTERY_RESIDUAL)->label), t->tco->part[COR_TCO_BATTERY_RESIDUAL][slot],
                          "yuan", part_key (t, COR_TRACE_CASH, COR_TCO_BATTERY_RESIDUAL, slot));
}

/* Rows that lead to each policy that is paid for in @money, and its yuan over the ownership. */
static void
sum_policies (CorTracer *t, const char *title, CorPolicyMoney money)
{
  double sum = 0;

  if (!cor_tracer_cost (t))
    return;
  cor_tracer_head (t, cor_tracer_title (t, title), _ ("Σ of each policy over the years, undiscounted"), 0, "yuan");
  for (guint i = 0; i < t->tco->n_terms; i++)
    {
      double yuan = 0;

      if (t->tco->term_money[i] != money)
        continue;
      for (guint y = 0; y <= t->tco->n_years; y++)
        yuan += t->tco->term[i][y];
      if (yuan == 0)
        continue;
      sum += fabs (yuan);
      cor_tracer_add_term (t, 1, fabs (yuan));
      cor_tracer_add_own (t, "", cor_item_label (cor_scenario_find (t->results->scenario, COR_ITEM_POLICY, t->term_ids[i]), t->zh), yuan, "yuan",
                          COR_TRACE_POLICY, i);
    }
  t->out->value = sum;
  if (t->out->inputs->len > 0)
    return;
  cor_tracer_numbers (t, "#", 0.0);
  cor_tracer_add_result (t, "", _ ("Policies of this kind that are on"), 0, "", _ ("The policies of this scenario"));
}

void
cor_trace_truck_paid (CorTracer *t)
{
  sum_policies (t, _ ("Public money paid"), COR_POLICY_MONEY_PAID);
}

void
cor_trace_truck_forgone (CorTracer *t)
{
  sum_policies (t, _ ("Public money forgone"), COR_POLICY_MONEY_FORGONE);
}

void
cor_trace_truck_raised (CorTracer *t)
{
  sum_policies (t, _ ("Public money raised"), COR_POLICY_MONEY_RAISED);
}

void
cor_trace_truck_public_total (CorTracer *t)
{
  const CorPublicMoney *money = &t->outcome->money;

  if (isnan (t->outcome->tco_yuan))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Public cost over the ownership")), _ ("S = paid + forgone"), cor_outcome_public_yuan (t->outcome), "yuan");
  cor_tracer_numbers (t, "# + #", money->paid, money->forgone);
  cor_tracer_add_own (t, "", _ ("Public money paid"), money->paid, "yuan", COR_TRACE_TRUCK_PAID, 0);
  cor_tracer_add_own (t, "", _ ("Public money forgone"), money->forgone, "yuan", COR_TRACE_TRUCK_FORGONE, 0);
}

void
cor_trace_truck_public (CorTracer *t)
{
  double years = t->outcome->ownership_years, yuan = cor_outcome_public_yuan (t->outcome);

  if (isnan (t->outcome->tco_yuan))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Public cost")), "s = S ÷ N", yuan / years, _ ("yuan a year"));
  cor_tracer_numbers (t, "# ÷ #", yuan, years);
  cor_tracer_add_own (t, "S", _ ("Public cost over the ownership"), yuan, "yuan", COR_TRACE_TRUCK_PUBLIC_TOTAL, 0);
  cor_tracer_add_own (t, "N", _ ("Years of ownership"), years, "", COR_TRACE_TRUCK_OWNERSHIP, 0);
}

void
cor_trace_truck_public_tonne (CorTracer *t)
{
  const CorAlternative *other = t->duty->diesel;
  double yuan = cor_outcome_public_yuan (t->outcome), years = t->outcome->ownership_years, own = t->outcome->wtw_kg, kg;

  if (other == NULL || other == t->truck || !other->outcomes[t->year].feasible)
    return;
  kg = other->outcomes[t->year].wtw_kg;
  if (!(kg > own))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Public cost of a tonne avoided (average)")), "S ÷ ((E<sub>D</sub> − E) ÷ 1000 · N)",
                   yuan / ((kg - own) / 1000 * years), _ ("yuan per t CO₂e"));
  cor_tracer_numbers (t, "# ÷ ((# − #) ÷ 1000 · #)", yuan, kg, own, years);
  cor_tracer_add_own (t, "S", _ ("Public cost over the ownership"), yuan, "yuan", COR_TRACE_TRUCK_PUBLIC_TOTAL, 0);
  cor_tracer_add_child (t, "E<sub>D</sub>", _ ("Diesel, the same work"), kg, _ ("kg CO₂e a year"),
                        (CorTraceKey) { .quantity = COR_TRACE_TRUCK_EMISSIONS, .duty = t->key.duty, .truck = -1, .model_year = t->key.model_year });
  cor_tracer_add_own (t, "E", _ ("This truck"), own, _ ("kg CO₂e a year"), COR_TRACE_TRUCK_EMISSIONS, 0);
  cor_tracer_add_own (t, "N", _ ("Years of ownership"), years, "", COR_TRACE_TRUCK_OWNERSHIP, 0);
}

/* What of a policy's amounts comes from parameters where it gives none itself. */
static void
add_amounts (CorTracer *t, const CorPolicyTerm *term)
{
  static const struct
  {
    CorPolicyKind kind;
    CorParamId ids[3];
    guint n;
  } amounts[] = {
    { COR_POLICY_PURCHASE_SUBSIDY, { COR_PARAM_SUBSIDY_PER_KWH, COR_PARAM_SUBSIDY_CAP, COR_PARAM_SUBSIDY_FIXED }, 3 },
    { COR_POLICY_PURCHASE_GRANT, { COR_PARAM_SUBSIDY_FIXED }, 1 },
    { COR_POLICY_SCRAPPAGE_GRANT, { COR_PARAM_SUBSIDY_FIXED }, 1 },
    { COR_POLICY_TOLL_RELIEF, { COR_PARAM_TOLL_RELIEF, COR_PARAM_TOLL }, 2 },
    { COR_POLICY_ENERGY, { COR_PARAM_DEMAND_WAIVER, COR_PARAM_HYDROGEN_SUBSIDY }, 2 },
    { COR_POLICY_HYDROGEN_SUBSIDY, { COR_PARAM_HYDROGEN_SUBSIDY }, 1 },
    { COR_POLICY_GHG_ROAD_CHARGE, { COR_PARAM_ROAD_CHARGE }, 1 },
    { COR_POLICY_CARBON_TAX, { COR_PARAM_CARBON_PRICE, COR_PARAM_CARBON_DIESEL }, 2 },
    { COR_POLICY_CARBON_CREDIT, { COR_PARAM_CARBON_PRICE }, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    if (amounts[i].kind == term->kind)
      cor_tracer_add_parameters (t, amounts[i].ids, amounts[i].n);
}

/* What one policy changes in each year of ownership. */
void
cor_trace_policy (CorTracer *t)
{
  guint index = t->key.index;
  const CorItem *item = cor_scenario_find (t->results->scenario, COR_ITEM_POLICY, t->term_ids[index]);
  const CorPolicyTerm *term = &t->terms[index];
  const CorPolicyKindInfo *info = cor_policy_kind_info (term->kind);
  double sum = 0;

  cor_tracer_head (t, cor_tracer_title (t, cor_item_label (item, t->zh)), _ ("Σ what it adds to the owner's cost in each year"), 0, "yuan");
  for (guint y = 0; y <= t->tco->n_years; y++)
    {
      sum += t->tco->term[index][y];
      if (t->tco->term[index][y] != 0)
        cor_tracer_add_term (t, 1, t->tco->term[index][y]);
    }
  t->out->value = sum;
  if (*t->out->numbers == '\0')
    cor_tracer_numbers (t, "#", 0.0);
  if (!isnan (term->amount))
    cor_tracer_add_scenario (t, "", _ ("Amount"), term->amount, info->unit, item);
  if (!isnan (term->cap_yuan))
    cor_tracer_add_scenario (t, "", _ ("At most for a truck"), term->cap_yuan, "yuan", item);
  for (guint i = 0; i < term->n_path; i++)
    {
      g_autofree char *label = g_strdup_printf (_ ("Amount from %.0f on"), term->path[i].x);

      cor_tracer_add_scenario (t, "", label, term->path[i].y, info->unit, item);
    }
  for (guint i = 0; i < term->n_tiers; i++)
    {
      g_autofree char *label = g_strdup_printf (_ ("Amount for kWh up to %g"), term->tiers[i].x);

      cor_tracer_add_scenario (t, "", label, term->tiers[i].y, info->unit, item);
    }
  if (isnan (term->amount) && term->n_path == 0)
    add_amounts (t, term);
  cor_tracer_add_own (t, "N", _ ("Years of ownership"), t->tco->n_years, "", COR_TRACE_TRUCK_OWNERSHIP, 0);
}
