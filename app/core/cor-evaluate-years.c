/* cor-evaluate-years.c: prices at stations and of tariffs that move from year to year.
 *
 * A truck of a model year is planned at the prices of that year; what it then buys in its later years costs
 * what it costs in those, at the same stops and hours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-results-private.h"

#include <math.h>

/* Whether a figure that stations without one of their own take differs between years. */
static gboolean
figures_move (const CorParamTable *table, int first, int last)
{
  static const CorParamId ids[]
    = { COR_PARAM_STATION_PRICE, COR_PARAM_SERVICE_FEE, COR_PARAM_SWAP_FEE, COR_PARAM_STATION_POWER, COR_PARAM_SWAP_TIME };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      double before = cor_param_table_value (table, ids[i], first);

      for (int year = first + 1; year <= last; year++)
        {
          double value = cor_param_table_value (table, ids[i], year);

          if (value != before && !(isnan (value) && isnan (before)))
            return TRUE;
        }
    }
  return FALSE;
}

static gboolean
tariffs_move (const CorScenario *scenario, int first, int last)
{
  guint n;
  const CorItem *const *tariffs = cor_scenario_items (scenario, COR_ITEM_TARIFF, &n);

  for (guint i = 0; i < n; i++)
    for (int year = first; year <= last; year++)
      if (cor_tariff_level ((const CorTariffSheet *) tariffs[i], year) != 1)
        return TRUE;
  return FALSE;
}

void
cor_years_begin (CorYears *years, const CorEvaluation *evaluation, const CorResults *results)
{
  g_autoptr (CorParamTable) table = cor_evaluate_common_table (results);
  int last = results->first_year + (int) results->n_years - 1 + COR_TCO_YEARS_MAX - 1;
  double row[COR_N_PARAMS];

  years->first_year = results->first_year;
  years->n = 0;
  years->at = NULL;
  if (!figures_move (table, years->first_year, last) && !tariffs_move (evaluation->scenario, years->first_year, last))
    return;
  years->n = (guint) (last - years->first_year + 1);
  years->at = g_new0 (CorYearStations, years->n);
  for (guint i = 0; i < years->n; i++)
    {
      CorYearStations *at = &years->at[i];
      int year = years->first_year + (int) i;

      cor_param_table_fill (table, year, row);
      at->stations = cor_evaluate_stations (evaluation->scenario, row, year, evaluation->waits, &years->n_stations);
      cor_evaluate_least_prices (at->stations, years->n_stations, &at->least_plug_yuan_per_kwh, &at->least_swap_yuan_per_kwh);
    }
}

void
cor_years_clear (CorYears *years)
{
  for (guint i = 0; i < years->n; i++)
    g_free (years->at[i].stations);
  g_free (years->at);
}

CorDutyContext
cor_years_context (const CorDutyContext *context, guint index)
{
  CorDutyContext of_year = *context;

  of_year.year = context->results->first_year + (int) index;
  if (context->years != NULL && index < context->years->n)
    {
      const CorYearStations *at = &context->years->at[index];

      of_year.stations = at->stations;
      of_year.least_plug_yuan_per_kwh = at->least_plug_yuan_per_kwh;
      of_year.least_swap_yuan_per_kwh = at->least_swap_yuan_per_kwh;
    }
  return of_year;
}

/* A stop whose later prices are asked for. */
typedef struct
{
  const CorDutyContext *context;
  const CorParamTable *table;
  const double *row;
  const CorPlanStop *stop;
  const CorTariffSheet *sheet;
  double kwh; /* bought */
} Stop;

/* How much of its level in the context's year the tariff has in @year, less one. */
static double
level_more (const Stop *stop, int year)
{
  double now = cor_tariff_level (stop->sheet, stop->context->year);

  return now > 0 ? cor_tariff_level (stop->sheet, year) / now - 1 : 0;
}

/* The fee at a plug in @year: what its price there has above power. */
static double
fee_in (const Stop *stop, const CorYearStations *at, int year)
{
  const CorScenario *scenario = stop->context->evaluation->scenario;
  guint n;
  const CorItem *station = cor_scenario_items (scenario, COR_ITEM_STATION, &n)[stop->stop->station];

  return at->stations[stop->stop->station].price_yuan_per_kwh
         - cor_evaluate_station_power (scenario, (const CorStation *) station, stop->row, year);
}

/* Yuan that the stop costs more in @year than in that of the context. */
static double
more_in (const Stop *stop, int year)
{
  const CorYears *years = stop->context->years;
  const CorYearStations *now = &years->at[stop->context->year - years->first_year];
  const CorYearStations *then = &years->at[MIN ((guint) (year - years->first_year), years->n - 1)];
  int place = stop->stop->station;
  double before, after, fee;

  switch (stop->stop->kind)
    {
    case COR_STOP_SWAP:
      return stop->kwh * (then->stations[place].swap_price_yuan_per_kwh - now->stations[place].swap_price_yuan_per_kwh);
    case COR_STOP_PLUG:
      if (stop->sheet == NULL)
        return stop->kwh * (then->stations[place].price_yuan_per_kwh - now->stations[place].price_yuan_per_kwh);
      fee = fee_in (stop, now, stop->context->year);
      return (stop->stop->yuan - stop->kwh * fee) * level_more (stop, year) + stop->kwh * (fee_in (stop, then, year) - fee);
    default:
      if (stop->sheet != NULL)
        return stop->stop->yuan * level_more (stop, year);
      before = cor_param_table_value (stop->table, COR_PARAM_DEPOT_PRICE, stop->context->year);
      after = cor_param_table_value (stop->table, COR_PARAM_DEPOT_PRICE, year);
      return isnan (after - before) ? 0 : stop->kwh * (after - before);
    }
}

void
cor_years_path (const CorDutyContext *context, const CorParamTable *table, const double *row, const CorPlan *plan,
                CorPricePath *path)
{
  const CorScenario *scenario = context->evaluation->scenario;
  double kwh[3] = { 0 };
  double *more[3] = { path->depot, path->station, path->swap };

  for (guint i = 0; i < plan->n_stops; i++)
    {
      const CorPlanStop *at = &plan->stops[i];
      guint way = at->kind == COR_STOP_PLUG ? 1 : at->kind == COR_STOP_SWAP ? 2 : 0;
      const char *tariff = cor_stop_tariff (scenario, context->duty, context->route, at);
      Stop stop = { context, table, row, at, (const CorTariffSheet *) cor_scenario_find (scenario, COR_ITEM_TARIFF, tariff),
                    way == 2 ? at->kwh : at->kwh / row[COR_PARAM_CHARGING_EFFICIENCY] };

      if (way == 0 && stop.sheet == NULL && isnan (row[COR_PARAM_DEPOT_PRICE]))
        continue;
      kwh[way] += stop.kwh;
      for (guint y = 2; y < COR_TCO_SLOTS; y++)
        more[way][y] += more_in (&stop, context->year + (int) y - 1);
    }
  for (guint way = 0; way < G_N_ELEMENTS (more); way++)
    for (guint y = 0; y < COR_TCO_SLOTS; y++)
      more[way][y] = kwh[way] > 0 ? more[way][y] / kwh[way] : 0;
}
