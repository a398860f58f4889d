/* cor-price-day.h: what a kWh costs over the day, where that differs by the hour.
 *
 * A truck keeps to one timetable all year: what it buys at an hour costs the mean of the year's seasons at that hour,
 * each weighted with its days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-tariff.h"

G_BEGIN_DECLS

/**
 * CorPriceDay: plain; fill it with cor_price_day_fill() or cor_price_day_set().
 * @yuan_per_kwh: by half hour, mean of the year
 * @same_slots: half hours from each one's start until the price is another
 */
typedef struct
{
  double yuan_per_kwh[COR_TARIFF_SLOTS];
  guint8 same_slots[COR_TARIFF_SLOTS];
} CorPriceDay;

/** cor_price_day_set: @yuan_per_kwh by half hour. Returns: FALSE where it is the same at all hours. */
gboolean cor_price_day_set (CorPriceDay *day, const double yuan_per_kwh[COR_TARIFF_SLOTS]);

/** cor_price_day_fill: the mean of the tariff's seasons. Returns: FALSE where it is the same at all hours. */
gboolean cor_price_day_fill (CorPriceDay *day, const CorTariff *tariff);

/**
 * cor_price_day_at:
 * @hour: of the day; may pass midnight or lie before it
 * @until_h: (out): hours until the price is another
 *
 * Returns: yuan per kWh at that time
 */
double cor_price_day_at (const CorPriceDay *day, double hour, double *until_h);

/**
 * cor_price_day_least: the lowest price from @from_h to @to_h, both included; of all hours where they are a day
 * apart or @to_h is not known. What cor_price_day_at() gives for any time between is not below.
 */
double cor_price_day_least (const CorPriceDay *day, double from_h, double to_h);

/** cor_price_day_most: the highest price from @from_h to @to_h. */
double cor_price_day_most (const CorPriceDay *day, double from_h, double to_h);

G_END_DECLS
