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

/* Half hours from midnight to the one that the hour is in. Whole numbers, as this is asked for millions of times. */
static gint64
slot_start (double hour)
{
  double slots = hour * COR_TARIFF_SLOTS_PER_H + SAME_H;
  gint64 whole = (gint64) slots;

  return whole > slots ? whole - 1 : whole;
}

static guint
slot_of_day (gint64 start)
{
  gint64 slot = start % COR_TARIFF_SLOTS;

  return (guint) (slot < 0 ? slot + COR_TARIFF_SLOTS : slot);
}

double
cor_price_day_at (const CorPriceDay *day, double hour, double *until_h)
{
  gint64 start = slot_start (hour);
  guint slot = slot_of_day (start);

  *until_h = (double) (start + day->same_slots[slot]) / COR_TARIFF_SLOTS_PER_H - hour;
  return day->yuan_per_kwh[slot];
}

/* The lowest or, with @sign -1, the highest price: of the half hours that both ends are in and those between. */
static double
extreme (const CorPriceDay *day, double from_h, double to_h, double sign)
{
  gint64 start = slot_start (from_h);
  gint64 last = to_h - from_h < 24.0 ? MIN (slot_start (to_h) - start, COR_TARIFF_SLOTS - 1) : COR_TARIFF_SLOTS - 1;
  double best = INFINITY;
  guint slot = slot_of_day (start);

  for (gint64 i = 0; i <= last;)
    {
      guint same = day->same_slots[slot];

      best = MIN (best, sign * day->yuan_per_kwh[slot]);
      i += same;
      slot = (slot + same) % COR_TARIFF_SLOTS;
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
