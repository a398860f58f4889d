/* cor-evaluate-tariff.c: what a day's charging costs by season and hour where a tariff is named.
 *
 * A driver keeps to one timetable: stops under way and charging at bays are planned, and paid, at what each hour costs in
 * the mean of the seasons. A night at the depot takes the cheapest hours of each season; the plan knows its mean price.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-results-private.h"
#include "cor-tariff.h"

#include <math.h>

#define MINUTES 60

double
cor_tariff_level (const CorTariffSheet *sheet, int year)
{
  const CorPolicyPoint *points;
  guint n = sheet != NULL && sheet->price_level != NULL ? sheet->price_level->len : 0, i = 1;

  if (n == 0)
    return 1;
  points = (const CorPolicyPoint *) (void *) sheet->price_level->data;
  while (i < n && points[i].x < year)
    i++;
  if (i == n || year <= points[0].x)
    return points[year <= points[0].x ? 0 : n - 1].y;
  return points[i - 1].y + (points[i].y - points[i - 1].y) * (year - points[i - 1].x) / (points[i].x - points[i - 1].x);
}

gboolean
cor_evaluate_tariff (const CorScenario *scenario, const char *id, int year, CorTariff *tariff)
{
  const CorTariffSheet *sheet = (const CorTariffSheet *) cor_scenario_find (scenario, COR_ITEM_TARIFF, id);
  double level;

  if (sheet == NULL || sheet->seasons == NULL
      || !cor_tariff_set_seasons (tariff, (const CorTariffSeason *) (void *) sheet->seasons->data, sheet->seasons->len))
    return FALSE;
  level = cor_tariff_level (sheet, year);
  for (guint i = 0; level != 1 && i < tariff->n; i++)
    for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
      tariff->yuan_per_kwh[i][slot] *= level;
  return TRUE;
}

/* The tariff that a site names, or the scenario's. */
static const char *
site_tariff (const CorScenario *scenario, const char *site)
{
  const CorSite *at = (const CorSite *) cor_scenario_find (scenario, COR_ITEM_SITE, site);

  return at != NULL && at->tariff != NULL ? at->tariff : cor_scenario_head (scenario)->tariff;
}

/* The tariff of the site where the duty's trucks stand at night. */
static const char *
depot_tariff (const CorScenario *scenario, const CorDuty *duty, const CorRoute *route)
{
  return site_tariff (scenario, duty->depot ? duty->depot : route->origin);
}

const char *
cor_stop_tariff (const CorScenario *scenario, const CorDuty *duty, const CorRoute *route, const CorPlanStop *stop)
{
  gboolean back = route->round_trip && stop->leg % 2 == 1;
  guint n;

  switch (stop->kind)
    {
    case COR_STOP_PLUG:
      return ((const CorStation *) cor_scenario_items (scenario, COR_ITEM_STATION, &n)[stop->station])->tariff;
    case COR_STOP_SITE:
      return site_tariff (scenario, back ? route->origin : route->destination);
    case COR_STOP_DEPOT:
      return depot_tariff (scenario, duty, route);
    case COR_STOP_SWAP:
    default:
      return NULL;
    }
}

double
cor_evaluate_station_power (const CorScenario *scenario, const CorStation *station, const double *row, int year)
{
  gboolean limited = !isnan (station->open_from_h + station->open_to_h);
  CorTariff tariff;

  if (cor_evaluate_tariff (scenario, station->tariff, year, &tariff))
    return cor_tariff_mean (&tariff, limited ? station->open_from_h : 0, limited ? station->open_to_h : COR_TARIFF_HOURS);
  return isnan (station->energy_price_yuan_per_kwh) ? row[COR_PARAM_STATION_PRICE] : station->energy_price_yuan_per_kwh;
}

/* Hours between first departure and the end of the longest working day; a whole day where none is given. */
static double
working_hours (const double *row)
{
  double hours = row[COR_PARAM_WORKING_DAY];

  return hours > 0 && hours < COR_TARIFF_HOURS ? hours : COR_TARIFF_HOURS;
}

double
cor_evaluate_depot_yuan (const CorDutyContext *context, const double *row)
{
  double from = context->route->first_departure_h + working_hours (row);
  double to = context->route->first_departure_h + COR_TARIFF_HOURS;
  double kwh = MIN (row[COR_PARAM_DEPOT_POWER] * (to - from),
                    row[COR_PARAM_BATTERY] * (row[COR_PARAM_SOC_MAX] - row[COR_PARAM_SOC_MIN]));
  CorTariff tariff;
  double yuan;

  if (!cor_evaluate_tariff (context->evaluation->scenario,
                            depot_tariff (context->evaluation->scenario, context->duty, context->route), context->year,
                            &tariff))
    return isnan (row[COR_PARAM_DEPOT_PRICE]) ? 0 : row[COR_PARAM_DEPOT_PRICE];
  yuan = kwh > 0 ? cor_tariff_cheapest (&tariff, from, to, kwh, row[COR_PARAM_DEPOT_POWER]) : NAN;
  return isnan (yuan) ? cor_tariff_mean (&tariff, from, to) : yuan;
}

/* What a night is paid by where prices tell hours apart: the tariff that is named, or that of the parameters where they
 * give no price. */
static gboolean
night_tariff (const CorDutyContext *context, const double *row, CorTariff *tariff)
{
  const CorScenario *scenario = context->evaluation->scenario;

  return cor_evaluate_tariff (scenario, depot_tariff (scenario, context->duty, context->route), context->year, tariff)
         || (isnan (row[COR_PARAM_DEPOT_PRICE]) && cor_tariff_fill (tariff, row));
}

/* Months are billed one by one, each at the power of its season (as the tariff sheets print the charge: yuan a kW and
 * month of the month's highest mean of a quarter of an hour). */
double
cor_evaluate_depot_kw (const CorDutyContext *context, const double *row, const CorPlan *plan)
{
  double from = context->route->first_departure_h + plan->day_s / 3600;
  double to = context->route->first_departure_h + COR_TARIFF_HOURS;
  double power = row[COR_PARAM_DEPOT_POWER], highest = plan->depot_kwh / COR_BILLED_HOURS, sum = 0;
  CorTariffUse uses[COR_TARIFF_PIECES];
  CorTariff tariff;

  if (!(to > from))
    return MIN (power, highest);
  if (!night_tariff (context, row, &tariff))
    return MIN (MIN (power, plan->depot_kwh / (to - from)), highest);
  for (guint season = 0; season < tariff.n; season++)
    {
      guint n = cor_tariff_cheapest_hours (&tariff, season, from, to, plan->depot_kwh, power, uses);
      double most = n == 0 ? power : 0;

      for (guint i = 0; i < n; i++)
        most = MAX (most, uses[i].kw);
      sum += MIN (most, highest) * cor_tariff_billed_share (&tariff, season);
    }
  return sum;
}

/* Puts the hours in which power flows on a night, those of the season with most days. */
static void
set_night_hours (const CorDutyContext *context, const double *row, CorPlanStop *stop)
{
  double to = context->route->first_departure_h + COR_TARIFF_HOURS, kwh = stop->kwh / row[COR_PARAM_CHARGING_EFFICIENCY];
  CorTariffUse uses[COR_TARIFF_PIECES] = { { stop->arrive_h, to - stop->arrive_h, 0 } };
  guint n = 1, season = 0;
  double hours = 0, from = INFINITY, until = 0;
  CorTariff tariff;

  if (!(to > stop->arrive_h))
    return;
  if (night_tariff (context, row, &tariff))
    {
      for (guint i = 1; i < tariff.n; i++)
        season = tariff.share[i] > tariff.share[season] ? i : season;
      n = cor_tariff_cheapest_hours (&tariff, season, stop->arrive_h, to, kwh, row[COR_PARAM_DEPOT_POWER], uses);
    }
  for (guint i = 0; i < n; i++)
    {
      hours += uses[i].hours;
      from = MIN (from, uses[i].from_h);
      until = MAX (until, uses[i].from_h + uses[i].hours);
    }
  if (!(hours > 0))
    return;
  stop->power_h = from;
  stop->until_h = until;
  stop->minutes = stop->charge_min = hours * MINUTES;
}

double
cor_evaluate_site_yuan (const CorDutyContext *context, const char *site, const double *row, double otherwise)
{
  double from = context->route->first_departure_h;
  CorTariff tariff;

  if (!cor_evaluate_tariff (context->evaluation->scenario, site_tariff (context->evaluation->scenario, site), context->year, &tariff))
    return otherwise;
  return cor_tariff_mean (&tariff, from, from + working_hours (row));
}

gboolean
cor_evaluate_hours (const CorScenario *scenario, const char *id, int year, CorPriceDay *hours)
{
  CorTariff tariff;

  return cor_evaluate_tariff (scenario, id, year, &tariff) && cor_price_day_fill (hours, &tariff);
}

gboolean
cor_evaluate_site_hours (const CorDutyContext *context, const char *site, CorPriceDay *hours)
{
  return cor_evaluate_hours (context->evaluation->scenario, site_tariff (context->evaluation->scenario, site), context->year, hours);
}

static gboolean
stop_tariff (const CorDutyContext *context, const CorPlanStop *stop, CorTariff *tariff)
{
  const CorScenario *scenario = context->evaluation->scenario;

  return cor_evaluate_tariff (scenario, cor_stop_tariff (scenario, context->duty, context->route, stop), context->year,
                              tariff);
}

/* Yuan per kWh bought in a night. */
static double
night_price (const CorDutyContext *context, const double *row, const CorPlanStop *stop, const CorTariff *tariff)
{
  double next = context->route->first_departure_h + COR_TARIFF_HOURS;
  double kwh = stop->kwh / row[COR_PARAM_CHARGING_EFFICIENCY];
  double yuan = NAN;

  if (next > stop->arrive_h)
    yuan = cor_tariff_cheapest (tariff, stop->arrive_h, next, kwh, row[COR_PARAM_DEPOT_POWER]);
  return isnan (yuan) ? cor_tariff_mean (tariff, stop->arrive_h, stop->arrive_h + MAX (stop->charge_min, 1) / MINUTES) : yuan;
}

void
cor_evaluate_reprice (const CorDutyContext *context, const double *row, CorPlan *plan)
{
  for (guint i = 0; i < plan->n_stops; i++)
    {
      CorPlanStop *stop = &plan->stops[i];
      CorTariff tariff;
      double more;

      if (stop->kind != COR_STOP_DEPOT)
        continue;
      if (stop_tariff (context, stop, &tariff))
        {
          more = stop->kwh / row[COR_PARAM_CHARGING_EFFICIENCY] * night_price (context, row, stop, &tariff) - stop->yuan;
          stop->yuan += more;
          plan->objective_yuan += more;
          plan->depot_yuan += more;
        }
      set_night_hours (context, row, stop);
    }
}

void
cor_evaluate_use_tariff (const CorDutyContext *context, const double *row, const CorPlan *plan, CorUse *use)
{
  double kwh = 0, yuan = 0;
  gboolean any = FALSE;

  for (guint i = 0; i < plan->n_stops; i++)
    {
      const CorPlanStop *stop = &plan->stops[i];
      gboolean named;
      CorTariff tariff;

      if (stop->kind != COR_STOP_SITE && stop->kind != COR_STOP_DEPOT)
        continue;
      named = stop_tariff (context, stop, &tariff);
      any |= named;
      if (named && (isnan (use->demand_yuan_per_kw) || stop->kind == COR_STOP_DEPOT))
        use->demand_yuan_per_kw = tariff.demand_yuan_per_kw_year;
      if (!named && isnan (row[COR_PARAM_DEPOT_PRICE]))
        continue;
      kwh += stop->kwh / row[COR_PARAM_CHARGING_EFFICIENCY];
      yuan += stop->yuan;
    }
  if (any && kwh > 0)
    use->depot_yuan_per_kwh = yuan / kwh;
}
