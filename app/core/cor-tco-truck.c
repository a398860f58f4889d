/* cor-tco-truck.c: buying the truck: price, loan, tax, and what it is worth at the end.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tco-private.h"

/* What is bought and borrowed for, yuan after reclaimed VAT. */
static double
bought (const CorTcoInputs *in)
{
  return (in->vehicle + (in->deal == COR_BATTERY_BOUGHT ? in->battery : 0)) * in->net;
}

void
cor_tco_truck (const CorTcoInputs *in, CorTco *before, double *row)
{
  for (guint y = 0; y <= in->n_years; y++)
    row[y] = in->vehicle * in->net * in->paid[y];
}

void
cor_tco_interest (const CorTcoInputs *in, CorTco *before, double *row)
{
  double price = bought (in);

  for (guint y = 0; y <= in->n_years; y++)
    row[y] = price * in->interest[y];
}

/* On the price without VAT (Vehicle Purchase Tax Law of China, article 6). */
void
cor_tco_purchase_tax (const CorTcoInputs *in, CorTco *before, double *row)
{
  const double *p = in->at[0];
  double list = in->vehicle + (in->deal == COR_BATTERY_BOUGHT ? in->battery : 0);

  row[0] = cor_or (p[COR_PARAM_PURCHASE_TAX], 0) * list / (1 + cor_or (p[COR_PARAM_VAT], 0));
  for (guint y = 1; y <= in->n_years; y++)
    row[y] = 0;
}

/*
 * Share of the price that is left: a fixed loss of the remaining value each year and a loss per
 * km, such that nothing is left at the end of life with the lifetime distance run (ICCT 2021,
 * text on residual value).
 */
void
cor_tco_build_residual (CorTcoInputs *in)
{
  const double *p = in->at[0];
  double km = 0, keep = 1 - p[COR_PARAM_DEPRECIATION];

  in->value_left = cor_or (p[COR_PARAM_RESIDUAL], 0);
  if (!isnan (p[COR_PARAM_RESIDUAL]) || isnan (keep))
    return;
  for (guint y = 1; y <= in->n_years; y++)
    km += in->km[y] + in->use.detour_km * in->fade[y];
  km *= cor_or (pow (keep, p[COR_PARAM_VALUE_LIFE]) / p[COR_PARAM_LIFETIME_KM], 0);
  in->value_left = MAX (0, pow (keep, in->n_years) - km);
}

void
cor_tco_residual (const CorTcoInputs *in, CorTco *before, double *row)
{
  const double *p = in->at[0];
  double stack = in->stack_direct * cor_or (p[COR_PARAM_STACK_RESIDUAL], 0);
  double rest = in->vehicle - in->stack - in->drive * (1 - cor_or (p[COR_PARAM_DRIVE_RESIDUAL], 1));

  for (guint y = 0; y < in->n_years; y++)
    row[y] = 0;
  row[in->n_years] = -(rest * in->value_left + stack) * in->net;
}
