/* cor-trace-public.c: what policies change in the cost of a truck, and the public's share, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>

/* Rows that lead to each policy that is paid for in @money, and its yuan over the ownership. */
static void
sum_policies (CorTracer *t, const char *title, CorPolicyMoney money)
{
  double sum = 0;

  if (!cor_tracer_cost (t))
    return;
  cor_tracer_head (t, cor_tracer_title (t, title), "Σ<sub>p</sub> Σ<sub>y</sub> B<sub>p,y</sub>", 0, "yuan");
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
      cor_tracer_add_own (t, "", cor_tracer_policy_label (t, i), yuan, "yuan",
                          COR_TRACE_POLICY, i);
    }
  t->out->value = sum;
  if (t->out->inputs->len > 0)
    return;
  cor_tracer_numbers (t, "#", 0.0);
  cor_tracer_add_found (t, "", _ ("Policies of this kind that are on"), 0, "", COR_TRACE_BY_NONE, _ ("The policies of this scenario"));
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
  cor_tracer_head (t, cor_tracer_title (t, _ ("Public cost over the ownership")), "S = B<sub>P</sub> + B<sub>F</sub>", cor_outcome_public_yuan (t->outcome), "yuan");
  cor_tracer_numbers (t, "# + #", money->paid, money->forgone);
  cor_tracer_add_own (t, "B<sub>P</sub>", _ ("Public money paid"), money->paid, "yuan", COR_TRACE_TRUCK_PAID, 0);
  cor_tracer_add_own (t, "B<sub>F</sub>", _ ("Public money forgone"), money->forgone, "yuan", COR_TRACE_TRUCK_FORGONE, 0);
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

/* What the policy says, or the parameters where it says nothing. */
static void
add_policy_amounts (CorTracer *t)
{
  const CorItem *item = cor_tracer_policy_item (t, t->key.index);
  const CorPolicyTerm *term = &t->terms[t->key.index];
  const char *unit = cor_policy_kind_info (term->kind)->unit;

  if (item == NULL)
    cor_tracer_add_found (t, "", _ ("Amount"), term->amount, unit, COR_TRACE_BY_SETTING, _ ("Set for this figure only, to see what it would do"));
  else if (!isnan (term->amount))
    cor_tracer_add_scenario (t, "", _ ("Amount"), term->amount, unit, item);
  if (!isnan (term->cap_yuan))
    cor_tracer_add_scenario (t, "", _ ("At most for a truck"), term->cap_yuan, "yuan", item);
  for (guint i = 0; i < term->n_path; i++)
    {
      g_autofree char *label = g_strdup_printf (_ ("Amount from %.0f on"), term->path[i].x);

      cor_tracer_add_scenario (t, "", label, term->path[i].y, unit, item);
    }
  for (guint i = 0; i < term->n_tiers; i++)
    {
      g_autofree char *label = g_strdup_printf (_ ("Amount for kWh up to %g"), term->tiers[i].x);

      cor_tracer_add_scenario (t, "", label, term->tiers[i].y, unit, item);
    }
  if (isnan (term->amount) && term->n_path == 0)
    add_amounts (t, term);
  cor_tracer_add_own (t, "N", _ ("Years of ownership"), t->tco->n_years, "", COR_TRACE_TRUCK_OWNERSHIP, 0);
}

/* What one policy changes in each year of ownership, discounted or not. */
static void
policy (CorTracer *t, const char *formula, gboolean discounted)
{
  guint index = t->key.index;
  double sum = 0;

  cor_tracer_head (t, cor_tracer_title (t, cor_tracer_policy_label (t, index)), formula, 0, "yuan");
  for (guint y = 0; y <= t->tco->n_years; y++)
    {
      double yuan = t->tco->term[index][y], v = discounted ? t->tco->discount[0][y] : 1;

      if (yuan == 0)
        continue;
      sum += yuan * v;
      cor_tracer_add_term (t, v, yuan);
      if (v != 1)
        cor_tracer_add_own (t, "v<sub>y</sub>", _ ("Discount factor"), v, "", COR_TRACE_DISCOUNT_RUN, y);
    }
  t->out->value = sum;
  if (*t->out->numbers == '\0')
    cor_tracer_numbers (t, "#", 0.0);
  add_policy_amounts (t);
}

void
cor_trace_policy (CorTracer *t)
{
  policy (t, _ ("Σ what it adds to the owner's cost in each year"), FALSE);
}

void
cor_trace_policy_discounted (CorTracer *t)
{
  policy (t, _ ("Σ what it adds to the owner's cost in each year, discounted"), TRUE);
}
