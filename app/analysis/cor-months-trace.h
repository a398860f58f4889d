/* cor-months-trace.h: the cards of what trucks emit by month, on record and foretold.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-forecast.h"
#include "cor-trace.h"

G_BEGIN_DECLS

/**
 * CorMonthOf: what a month is of.
 * @city: its name, or what stands for all; @month: as it is written
 * @table: the table that it is from
 * @year: of the month
 */
typedef struct
{
  const char *city;
  const char *month;
  const char *table;
  int year;
} CorMonthOf;

/** cor_month_trace: (transfer full): tonnes from @litres of the table by the diesel factor of @results. */
CorTrace *cor_month_trace (const CorResults *results, const CorMonthOf *of, double litres, gboolean zh);

/** cor_forecast_trace: (transfer full): the month to come of index @at: method, how far it was off, months it rests on. */
CorTrace *
cor_forecast_trace (const CorResults *results, const CorMonthOf *of, const CorForecast *forecast, guint at, guint n_months, gboolean zh);

G_END_DECLS
