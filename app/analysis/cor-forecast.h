/* cor-forecast.h: the months to come of a series with seasons, and how good the method was.
 *
 * Two methods: the same month a year before with drift, and Holt-Winters with additive seasons
 * (Hyndman and Athanasopoulos, Forecasting: Principles and Practice, 3rd edition, 5.2 and 8.3; variances
 * 5.5 and 8.7). The last months are held back, both methods foretell them, the one that came closer
 * is then used with all months.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-enums.h"
#include "cor-error.h"

G_BEGIN_DECLS

/** CorForecastMethod: how the months to come are foretold. */
typedef enum
{
  COR_FORECAST_SEASONAL_NAIVE,
  COR_FORECAST_HOLT_WINTERS,
  COR_N_FORECAST_METHODS
} CorForecastMethod;

extern const CorEnumValue cor_forecast_method_values[];

/** Fewest months that a forecast is made from. */
#define COR_FORECAST_LEAST 24

/**
 * CorForecast:
 * @value, @low, @high: of each month to come, @n of them; the band holds 80 of 100 if errors go on as
 *   they were and are normal
 * @held_back: months that were foretold to try the methods
 * @error: mean absolute error of them by method, as a share of their mean; NaN where a method could
 *   not be tried
 * @inside: how many of them lay in the band of the method chosen
 */
typedef struct
{
  CorForecastMethod method;
  double *value, *low, *high;
  guint n;
  guint held_back;
  double error[COR_N_FORECAST_METHODS];
  guint inside;
} CorForecast;

/**
 * cor_forecast_new:
 * @months: values of @n months in a row
 * @ahead: months to foretell, at least 1
 *
 * Returns: (transfer full): or %NULL with %COR_ERROR_MISSING where there are fewer than
 *   %COR_FORECAST_LEAST months or one in between has no value
 */
CorForecast *cor_forecast_new (const double *months, guint n, guint ahead, GError **error);
void cor_forecast_free (CorForecast *forecast);

/** cor_forecast_run: one method alone; @n months of it into @value and the half width of its band. */
void cor_forecast_run (CorForecastMethod method,
                       const double *months,
                       guint n,
                       guint ahead,
                       double *value,
                       double *half_width);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorForecast, cor_forecast_free)

G_END_DECLS
