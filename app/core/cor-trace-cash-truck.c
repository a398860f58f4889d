/* cor-trace-cash-truck.c: truck, battery, loan, tax and residual value in one year, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-cash-private.h"

#include <glib/gi18n-lib.h>

static double
bought_battery (const CorTraceCell *c)
{
  return c->in->deal == COR_BATTERY_BOUGHT ? c->in->battery : 0;
}

void
cor_trace_cash_truck (const CorTraceCell *c)
{
  cor_trace_cell_formula (c, "P · u · a<sub>y</sub>");
  cor_tracer_numbers (c->t, "# · # · #", c->in->vehicle, c->in->net, c->in->paid[c->y]);
  cor_tracer_add_own (c->t, "P", _ ("Price of the truck without battery"), c->in->vehicle, "yuan", COR_TRACE_PRICE, 0);
  cor_trace_cell_add_net (c);
  cor_tracer_add_own (c->t, "a<sub>y</sub>", _ ("Share paid in this year"), c->in->paid[c->y], "", COR_TRACE_PAID_SHARE, c->y);
}

void
cor_trace_cash_battery (const CorTraceCell *c)
{
  cor_trace_cell_formula (c, "W · u · a<sub>y</sub>");
  cor_tracer_numbers (c->t, "# · # · #", bought_battery (c), c->in->net, c->in->paid[c->y]);
  cor_tracer_add_own (c->t, "W", _ ("Price of the battery"), bought_battery (c), "yuan", COR_TRACE_BATTERY_PRICE, 0);
  cor_trace_cell_add_net (c);
  cor_tracer_add_own (c->t, "a<sub>y</sub>", _ ("Share paid in this year"), c->in->paid[c->y], "", COR_TRACE_PAID_SHARE, c->y);
}

/* The fee as given, else the one at which the battery's owner earns the return it asks. */
void
cor_trace_cash_battery_lease (const CorTraceCell *c)
{
  const double *p = c->in->at[0];
  double rate = cor_or (p[COR_PARAM_BATTERY_LEASE_IRR], cor_or (p[COR_PARAM_DISCOUNT], 0)), n = c->in->n_years;
  double fee = c->t->tco->part[COR_TCO_BATTERY_LEASE][c->y] / c->in->net, left = cor_tco_battery_left (c->in);
  double end = c->in->battery_base * left * pow (1 + rate, -n);

  if (!isnan (p[COR_PARAM_BATTERY_LEASE]))
    {
      cor_trace_cell_formula (c, "12 · m · B · u");
      cor_tracer_numbers (c->t, "12 · # · # · #", p[COR_PARAM_BATTERY_LEASE], cor_or (p[COR_PARAM_BATTERY], 0), c->in->net);
      cor_tracer_add_parameter (c->t, "m", COR_PARAM_BATTERY_LEASE, cor_tracer_model_year (c->t));
      cor_tracer_add_parameter (c->t, "B", COR_PARAM_BATTERY, cor_tracer_model_year (c->t));
      cor_trace_cell_add_net (c);
      return;
    }
  cor_trace_cell_formula (c, "(W − W<sub>N</sub>) ÷ A · u");
  cor_tracer_numbers (c->t, "(# − #) ÷ # · #", c->in->battery, end, (c->in->battery - end) / fee, c->in->net);
  cor_tracer_add_own (c->t, "W", _ ("Price of the battery"), c->in->battery, "yuan", COR_TRACE_BATTERY_PRICE, 0);
  cor_tracer_add_result (c->t, "W<sub>N</sub>", _ ("What the battery is worth at the end, discounted"), end, "yuan", _ ("Its health times the residual share, at the return asked"));
  cor_tracer_add_result (c->t, "A", _ ("Annuity: payments that one paid today is worth"), (c->in->battery - end) / fee, "", _ ("Σ (1 + r) to the power −y over the years"));
  cor_tracer_add_parameter (c->t, "r", COR_PARAM_BATTERY_LEASE_IRR, cor_tracer_model_year (c->t));
  cor_tracer_add_own (c->t, "", _ ("Health of the battery at the end"), c->in->health, "1", COR_TRACE_TRUCK_HEALTH, 0);
  cor_trace_cell_add_net (c);
}

void
cor_trace_cash_battery_replacement (const CorTraceCell *c)
{
  double kwh = c->in->at[0][COR_PARAM_BATTERY], price = c->p[COR_PARAM_BATTERY_PRICE];
  int year = cor_trace_cell_year (c);

  cor_tracer_add_parameter (c->t, "B", COR_PARAM_BATTERY, cor_tracer_model_year (c->t));
  if (!isnan (price))
    {
      cor_trace_cell_formula (c, "B · w<sub>y</sub> · u");
      cor_tracer_numbers (c->t, "# · # · #", kwh, price, c->in->net);
      cor_tracer_add_parameter (c->t, "w<sub>y</sub>", COR_PARAM_BATTERY_PRICE, year);
    }
  else
    {
      cor_trace_cell_formula (c, "B · w<sub>y</sub> · (1 + i) · u");
      cor_tracer_numbers (c->t, "# · # · (1 + #) · #", kwh, c->p[COR_PARAM_BATTERY_COST], cor_or (c->p[COR_PARAM_STORAGE_INDIRECT], 0), c->in->net);
      cor_tracer_add_parameter (c->t, "w<sub>y</sub>", COR_PARAM_BATTERY_COST, year);
      cor_tracer_add_parameter (c->t, "i", COR_PARAM_STORAGE_INDIRECT, year);
    }
  cor_trace_cell_add_net (c);
  cor_tracer_add_own (c->t, "", _ ("Batteries replaced"), c->in->n_replaced, "", COR_TRACE_TRUCK_REPLACED, 0);
}

void
cor_trace_cash_interest (const CorTraceCell *c)
{
  cor_trace_cell_formula (c, "(P + W) · u · i<sub>y</sub>");
  cor_tracer_numbers (c->t, "(# + #) · # · #", c->in->vehicle, bought_battery (c), c->in->net, c->in->interest[c->y]);
  cor_trace_cell_add_prices (c);
  cor_trace_cell_add_net (c);
  cor_tracer_add_own (c->t, "i<sub>y</sub>", _ ("Interest of this year, share of the price"), c->in->interest[c->y], "", COR_TRACE_INTEREST_SHARE, c->y);
}

void
cor_trace_cash_purchase_tax (const CorTraceCell *c)
{
  const double *p = c->in->at[0];
  int year = cor_tracer_model_year (c->t);

  cor_trace_cell_formula (c, "τ · (P + W) ÷ (1 + VAT)");
  cor_tracer_numbers (c->t, "# · (# + #) ÷ (1 + #)", cor_or (p[COR_PARAM_PURCHASE_TAX], 0), c->in->vehicle, bought_battery (c), cor_or (p[COR_PARAM_VAT], 0));
  cor_tracer_add_parameter (c->t, "τ", COR_PARAM_PURCHASE_TAX, year);
  cor_trace_cell_add_prices (c);
  cor_tracer_add_parameter (c->t, "VAT", COR_PARAM_VAT, year);
}

/* Of the powertrain and the stack other shares are left than of the rest. */
void
cor_trace_cash_residual (const CorTraceCell *c)
{
  const double *p = c->in->at[0];
  double stack = c->in->stack_direct * cor_or (p[COR_PARAM_STACK_RESIDUAL], 0);
  double rest = c->in->vehicle - c->in->stack - c->in->drive * (1 - cor_or (p[COR_PARAM_DRIVE_RESIDUAL], 1));
  int year = cor_tracer_model_year (c->t);

  cor_trace_cell_formula (c, "− (R · q + S) · u");
  cor_tracer_numbers (c->t, "−(# · # + #) · #", rest, c->in->value_left, stack, c->in->net);
  cor_tracer_add_result (c->t, "R", _ ("Price that keeps a value: the truck less its drive and stack, as they count"), rest, "yuan",
                         _ ("The price below, less the shares below"));
  cor_tracer_add_own (c->t, "P", _ ("Price of the truck without battery"), c->in->vehicle, "yuan", COR_TRACE_PRICE, 0);
  cor_tracer_add_parameter (c->t, "", COR_PARAM_DRIVE_RESIDUAL, year);
  cor_tracer_add_own (c->t, "q", _ ("Share of the price that is left"), c->in->value_left, "", COR_TRACE_VALUE_LEFT, 0);
  cor_tracer_add_parameter (c->t, "S", COR_PARAM_STACK_RESIDUAL, year);
  cor_trace_cell_add_net (c);
}

void
cor_trace_cash_battery_residual (const CorTraceCell *c)
{
  int year = cor_tracer_model_year (c->t);
  double base = c->in->deal == COR_BATTERY_BOUGHT ? c->in->battery_base : 0;

  cor_trace_cell_formula (c, "− W<sub>0</sub> · q · u");
  cor_tracer_numbers (c->t, "−# · # · #", base, cor_tco_battery_left (c->in), c->in->net);
  cor_tracer_add_own (c->t, "", _ ("Price of the battery"), c->in->battery, "yuan", COR_TRACE_BATTERY_PRICE, 0);
  cor_tracer_add_result (c->t, "W<sub>0</sub>", _ ("Of it what the residual share is of"), base, "yuan", _ ("Price at direct cost where it is built up, else the price"));
  cor_tracer_add_result (c->t, "q", _ ("Share of the first value that is left"), cor_tco_battery_left (c->in), "",
                         _ ("Residual share times (health − end of life) ÷ (1 − end of life)"));
  cor_tracer_add_parameter (c->t, "", COR_PARAM_BATTERY_RESIDUAL, year);
  cor_tracer_add_own (c->t, "", _ ("Health of the battery at the end"), c->in->health, "1", COR_TRACE_TRUCK_HEALTH, 0);
  cor_tracer_add_parameter (c->t, "", COR_PARAM_BATTERY_END_HEALTH, year);
  cor_trace_cell_add_net (c);
}

