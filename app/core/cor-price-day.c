/* cor-price-day.c: what a kWh costs over the day, where that differs by the hour.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-price-day.h"

#include <math.h>
#include <string.h>

/* Times closer than this are the same, h. */
#define SAME_H 1e-9

gboolean
cor_price_day_set (CorPriceDay *day, const double yuan_per_kwh[COR_TARIFF_SLOTS])
{
  gboolean differs = FALSE;

  memcpy (day->yuan_per_kwh, yuan_per_kwh, sizeof day->yuan_per_kwh);
  for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
    {
      guint n = 1;

      while (n < COR_TARIFF_SLOTS && yuan_per_kwh[(slot + n) % COR_TARIFF_SLOTS] == yuan_per_kwh[slot])
        n++;
      day->same_slots[slot] = (guint8) n;
      differs |= n < COR_TARIFF_SLOTS;
    }
  return differs;
}

gboolean
cor_price_day_fill (CorPriceDay *day, const CorTariff *tariff)
{
  double yuan[COR_TARIFF_SLOTS] = { 0 };

  for (guint i = 0; i < tariff->n; i++)
    for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
      yuan[slot] += tariff->share[i] * tariff->yuan_per_kwh[i][slot];
  return cor_price_day_set (day, yuan);
}

/* Half hours from midnight to the one that the hour is in. */
static double
slot_start (double hour)
{
  return floor (hour * COR_TARIFF_SLOTS_PER_H + SAME_H);
}

static guint
slot_of_day (double start)
{
  double slot = fmod (start, COR_TARIFF_SLOTS);

  return (guint) (slot < 0 ? slot + COR_TARIFF_SLOTS : slot);
}

double
cor_price_day_at (const CorPriceDay *day, double hour, double *until_h)
{
  double start = slot_start (hour);
  guint slot = slot_of_day (start);

  *until_h = (start + day->same_slots[slot]) / COR_TARIFF_SLOTS_PER_H - hour;
  return day->yuan_per_kwh[slot];
}

/* The lowest or, with @sign -1, the highest price: of the half hours that both ends are in and those between. */
static double
extreme (const CorPriceDay *day, double from_h, double to_h, double sign)
{
  double start = slot_start (from_h), n = slot_start (to_h) - start, best = INFINITY;
  guint first = slot_of_day (start), last = n < COR_TARIFF_SLOTS ? (guint) MAX (0, n) : COR_TARIFF_SLOTS - 1;

  for (guint i = 0; i <= last;)
    {
      guint slot = (first + i) % COR_TARIFF_SLOTS;

      best = MIN (best, sign * day->yuan_per_kwh[slot]);
      i += day->same_slots[slot];
    }
  return sign * best;
}

double
cor_price_day_least (const CorPriceDay *day, double from_h, double to_h)
{
  return extreme (day, from_h, to_h, 1);
}

double
cor_price_day_most (const CorPriceDay *day, double from_h, double to_h)
{
  return extreme (day, from_h, to_h, -1);
}
