/* cor-tco-battery.c: the battery: bought or leased, its ageing, its replacement, its last value.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tco-private.h"

#include <string.h>

#define MONTHS 12

/* Capacity lost in ownership year @y: by the calendar, and by full cycles of its energy. */
static double
fade_in_year (const CorTcoInputs *in, guint y, double kwh)
{
  const double *p = in->at[0];
  double cycles = cor_tco_kwh (in) * cor_or (p[COR_PARAM_CHARGING_EFFICIENCY], 1) * in->fade[y] / kwh;

  return cor_or (p[COR_PARAM_BATTERY_CALENDAR_FADE], 0)
         + cor_or (p[COR_PARAM_BATTERY_CYCLE_FADE], 0) * cycles / 1000;
}

/*
 * The battery loses capacity evenly by calendar and throughput. It is replaced at the start of the
 * year before whose end it would be worn out, or too small for the day even when all but the reserve of
 * it is used between charges; again and again where an ownership outlasts several.
 */
void
cor_tco_build_battery (CorTcoInputs *in)
{
  const double *p = in->at[0];
  double kwh = cor_or (p[COR_PARAM_BATTERY], 0);
  double end = cor_or (p[COR_PARAM_BATTERY_END_HEALTH], 0);
  double window = 1 - cor_or (p[COR_PARAM_RESERVE], 0);

  memset (in->replaced, 0, sizeof in->replaced);
  in->first_replaced = in->n_replaced = 0;
  in->health = 1;
  if (!cor_tco_electric (in) || kwh <= 0)
    return;
  if (!isnan (in->use.leg_kwh))
    end = MAX (end, MIN (1, in->use.leg_kwh / (kwh * window)));
  for (guint y = 1; y <= in->n_years; y++)
    {
      double loss = fade_in_year (in, y, kwh);

      if (loss > 0 && in->health - loss < end && y > 1)
        {
          in->replaced[y] = TRUE;
          if (in->n_replaced++ == 0)
            in->first_replaced = y;
          in->health = 1;
        }
      in->health = MAX (0, in->health - loss);
    }
}

void
cor_tco_battery (const CorTcoInputs *in, CorTco *before, double *row)
{
  double price = in->deal == COR_BATTERY_BOUGHT ? in->battery * in->net : 0;

  for (guint y = 0; y <= in->n_years; y++)
    row[y] = price * in->paid[y];
}

double
cor_tco_battery_left (const CorTcoInputs *in)
{
  const double *p = in->at[0];
  double end = cor_or (p[COR_PARAM_BATTERY_END_HEALTH], 0);
  double share = cor_or (p[COR_PARAM_BATTERY_RESIDUAL], 0);

  if (isnan (p[COR_PARAM_BATTERY_CALENDAR_FADE]) && isnan (p[COR_PARAM_BATTERY_CYCLE_FADE]))
    return share;
  return share * CLAMP ((in->health - end) / (1 - end + 1e-9), 0, 1);
}

/*
 * The monthly fee as given; else the fair one, at which the owner of the battery earns the return
 * it asks on price less residual value: the instalment of a loan with a balloon.
 */
static double
lease_per_year (const CorTcoInputs *in)
{
  const double *p = in->at[0];
  double rate = cor_or (p[COR_PARAM_BATTERY_LEASE_IRR], cor_or (p[COR_PARAM_DISCOUNT], 0));
  double timing = cor_or (p[COR_PARAM_DISCOUNT_TIMING], 1);
  double growth = 1, annuity = 0;

  if (!isnan (p[COR_PARAM_BATTERY_LEASE]))
    return p[COR_PARAM_BATTERY_LEASE] * MONTHS * cor_or (p[COR_PARAM_BATTERY], 0);
  for (guint y = 1; y <= in->n_years; y++)
    {
      growth /= 1 + rate;
      annuity += growth;
    }
  annuity *= pow (1 + rate, 1 - timing);
  return (in->battery - in->battery_base * cor_tco_battery_left (in) * growth) / annuity;
}

void
cor_tco_battery_lease (const CorTcoInputs *in, CorTco *before, double *row)
{
  double fee = in->deal == COR_BATTERY_LEASED ? lease_per_year (in) * in->net : 0;

  row[0] = 0;
  for (guint y = 1; y <= in->n_years; y++)
    row[y] = fee;
}

/* At the battery's price of each calendar year; a leased one is its owner's matter. */
void
cor_tco_battery_replacement (const CorTcoInputs *in, CorTco *before, double *row)
{
  for (guint y = 0; y <= in->n_years; y++)
    row[y] = 0;
  for (guint y = 1; in->deal == COR_BATTERY_BOUGHT && y <= in->n_years; y++)
    if (in->replaced[y])
      {
        const double *p = in->at[y];
        double price = cor_or (p[COR_PARAM_BATTERY_PRICE],
                               p[COR_PARAM_BATTERY_COST] * (1 + cor_or (p[COR_PARAM_STORAGE_INDIRECT], 0)));

        row[y] = in->at[0][COR_PARAM_BATTERY] * price * in->net;
      }
}

void
cor_tco_battery_residual (const CorTcoInputs *in, CorTco *before, double *row)
{
  for (guint y = 0; y < in->n_years; y++)
    row[y] = 0;
  row[in->n_years]
    = in->deal == COR_BATTERY_BOUGHT ? -in->battery_base * cor_tco_battery_left (in) * in->net : 0;
}
