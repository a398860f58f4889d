/* cor-tariff.c: prices by the hour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tariff.h"

#include <math.h>

/* Whether the hour that begins at @hour lies from @from to @to, which may pass midnight. */
static gboolean
within (double hour, double from, double to)
{
  if (isnan (from) || isnan (to))
    return FALSE;
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

static double
zero_if_unknown (double value)
{
  return isnan (value) ? 0 : value;
}

/* The price of a peak hour, mean of the year. */
static double
peak_price (const double *row)
{
  double peak = row[COR_PARAM_TARIFF_PEAK];
  double peak_h = zero_if_unknown (row[COR_PARAM_HOURS_PEAK]);
  double super_h = zero_if_unknown (row[COR_PARAM_HOURS_SUPER_PEAK]);

  if (super_h <= 0)
    return peak;
  return (peak * peak_h + row[COR_PARAM_TARIFF_SUPER_PEAK] * super_h) / (peak_h + super_h);
}

gboolean
cor_tariff_fill (CorTariff *tariff, const double *row)
{
  double flat = row[COR_PARAM_TARIFF_FLAT], valley = row[COR_PARAM_TARIFF_VALLEY], peak = peak_price (row);

  if (isnan (flat + valley + peak + row[COR_PARAM_VALLEY_FROM] + row[COR_PARAM_VALLEY_TO]))
    return FALSE;
  for (int hour = 0; hour < COR_TARIFF_HOURS; hour++)
    {
      double *price = &tariff->yuan_per_kwh[hour];

      if (within (hour, row[COR_PARAM_VALLEY_FROM], row[COR_PARAM_VALLEY_TO]))
        *price = valley;
      else if (within (hour, row[COR_PARAM_MORNING_PEAK_FROM], row[COR_PARAM_MORNING_PEAK_TO])
               || within (hour, row[COR_PARAM_EVENING_PEAK_FROM], row[COR_PARAM_EVENING_PEAK_TO]))
        *price = peak;
      else
        *price = flat;
    }
  return TRUE;
}

double
cor_tariff_cheapest (const CorTariff *tariff, double from_h, double to_h, double kwh, double kw)
{
  double hours[COR_TARIFF_HOURS] = { 0 };
  gboolean used[COR_TARIFF_HOURS] = { FALSE };
  double left = kwh, yuan = 0;

  g_return_val_if_fail (to_h <= from_h + COR_TARIFF_HOURS + 1e-6, NAN);

  for (double at = from_h; at < to_h - 1e-9;)
    {
      double next = MIN (floor (at + 1e-9) + 1, to_h);
      int hour = (int) floor (at + 1e-9) % COR_TARIFF_HOURS;

      hours[hour < 0 ? hour + COR_TARIFF_HOURS : hour] += next - at;
      at = next;
    }
  for (int round = 0; round < COR_TARIFF_HOURS && left > 1e-9; round++)
    {
      int best = -1;
      double bought;

      for (int hour = 0; hour < COR_TARIFF_HOURS; hour++)
        if (!used[hour] && hours[hour] > 0
            && (best < 0 || tariff->yuan_per_kwh[hour] < tariff->yuan_per_kwh[best]))
          best = hour;
      if (best < 0)
        break;
      used[best] = TRUE;
      bought = MIN (left, hours[best] * kw);
      yuan += bought * tariff->yuan_per_kwh[best];
      left -= bought;
    }
  return kwh > 0 && left <= 1e-6 * kwh ? yuan / kwh : NAN;
}
