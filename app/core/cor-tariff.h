/* cor-tariff.h: what a kWh costs by the hour of the day, and the cheapest hours to charge in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-param.h"

G_BEGIN_DECLS

#define COR_TARIFF_HOURS 24

/** CorTariff: yuan per kWh in each hour of the day, mean of the year's seasons. */
typedef struct
{
  double yuan_per_kwh[COR_TARIFF_HOURS];
} CorTariff;

/**
 * cor_tariff_fill:
 * @row: cor_param_table_fill() of a year
 *
 * Valley, peak and flat hours at their prices; super peak, which holds for some months only, raises
 * the price of the peak hours by its share of them.
 *
 * Returns: FALSE where prices or hours are not known
 */
gboolean cor_tariff_fill (CorTariff *tariff, const double *row);

/**
 * cor_tariff_cheapest:
 * @from_h, @to_h: when the truck is plugged in, hours of the day; @to_h may pass 24, at most 24 more
 * @kwh: bought in that time, at most @kw all along
 *
 * Mean yuan per kWh when the cheapest hours of the stay are used; NaN where @kwh does not fit.
 */
double cor_tariff_cheapest (const CorTariff *tariff, double from_h, double to_h, double kwh, double kw);

G_END_DECLS
