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
  double end = cor_trace_battery_end_yuan (c->in), annuity = cor_trace_lease_annuity_years (c->in);

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
  cor_tracer_numbers (c->t, "(# − #) ÷ # · #", c->in->battery, end, annuity, c->in->net);
  cor_tracer_add_own (c->t, "W", _ ("Price of the battery"), c->in->battery, "yuan", COR_TRACE_BATTERY_PRICE, 0);
  cor_tracer_add_own (c->t, "W<sub>N</sub>", _ ("What the battery is worth at the end, discounted"), end, "yuan", COR_TRACE_BATTERY_END, 0);
  cor_tracer_add_own (c->t, "A", _ ("Annuity: payments that one paid today is worth"), annuity, "", COR_TRACE_LEASE_ANNUITY, 0);
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
  double rest = c->in->vehicle - c->in->stack - c->in->drive * (1 - cor_or (p[COR_PARAM_DRIVE_RESIDUAL], 1));
  int year = cor_tracer_model_year (c->t);

  cor_trace_cell_formula (c, "− R · q · u");
  cor_tracer_numbers (c->t, "−# · # · #", rest, c->in->value_left, c->in->net);
  cor_tracer_add_own (c->t, "R", _ ("Price that keeps a value"), rest, "yuan", COR_TRACE_VALUE_BASE, 0);
  cor_tracer_add_own (c->t, "q", _ ("Share of the price that is left"), c->in->value_left, "", COR_TRACE_VALUE_LEFT, 0);
  if (c->in->stack > 0)
    {
      cor_trace_cell_formula (c, "− (R · q + F ÷ (1 + j) · s) · u");
      cor_tracer_numbers (c->t, "−(# · # + # ÷ (1 + #) · #) · #", rest, c->in->value_left, c->in->stack, cor_or (p[COR_PARAM_STORAGE_INDIRECT], 0),
                          cor_or (p[COR_PARAM_STACK_RESIDUAL], 0), c->in->net);
      cor_tracer_add_own (c->t, "F", _ ("Price of the fuel cell"), c->in->stack, "yuan", COR_TRACE_STACK_PRICE, 0);
      cor_tracer_add_parameter (c->t, "j", COR_PARAM_STORAGE_INDIRECT, year);
      cor_tracer_add_parameter (c->t, "s", COR_PARAM_STACK_RESIDUAL, year);
    }
  cor_trace_cell_add_net (c);
}

void
cor_trace_cash_battery_residual (const CorTraceCell *c)
{
  double base = c->in->battery_base, left = cor_tco_battery_left (c->in);

  cor_trace_cell_formula (c, "− W<sub>0</sub> · q · u");
  cor_tracer_numbers (c->t, "−# · # · #", base, left, c->in->net);
  cor_tracer_add_own (c->t, "W<sub>0</sub>", _ ("What the battery's residual share is of"), base, "yuan", COR_TRACE_BATTERY_BASE, 0);
  cor_tracer_add_own (c->t, "q", _ ("Share of the battery's first value that is left"), left, "", COR_TRACE_BATTERY_LEFT, 0);
  cor_trace_cell_add_net (c);
}

