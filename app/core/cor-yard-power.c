/* cor-yard-power.c: the power that a site draws over a day, from machines and from trucks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-yard-private.h"

#include <math.h>

#define SLOT_H (24.0 / COR_STATION_SLOTS)

void
cor_yard_add_power (double *slots, double from_h, double hours, double kw)
{
  double at = fmod (fmod (from_h, 24) + 24, 24), left = fmin (hours, 24);

  while (left > 1e-9)
    {
      guint slot = (guint) floor (at / SLOT_H + 1e-9) % COR_STATION_SLOTS;
      double part = fmin (left, (floor (at / SLOT_H + 1e-9) + 1) * SLOT_H - at);

      slots[slot] += kw * part / SLOT_H;
      left -= part;
      at += part;
    }
}

void
cor_yard_add_charging (const CorYardLine *line, const double *row, double *slots)
{
  double kw = line->chargers * line->charger_kw;

  if (kw > 0)
    cor_yard_add_power (slots, row[COR_PARAM_YARD_CHARGING_FROM], line->kwh_per_day / kw, kw);
}

/* Where a leg ends: those out at the destination, those back at the origin. */
static const char *
site_of (const CorDutyResult *duty, const CorPlanStop *stop)
{
  if (stop->kind == COR_STOP_DEPOT)
    return duty->duty->depot ? duty->duty->depot : duty->route->origin;
  if (stop->kind != COR_STOP_SITE)
    return NULL;
  return duty->route->round_trip && stop->leg % 2 == 1 ? duty->route->origin : duty->route->destination;
}

/* The tariff that a night at the depot is paid by: the one that is named, or that of the parameters where they give no
 * price. */
static gboolean
night_tariff (const CorResults *results, const CorDutyResult *duty, const double *row, const CorPlanStop *stop, CorTariff *tariff)
{
  int year = results->first_year + (int) results->year;

  if (stop->kind != COR_STOP_DEPOT)
    return FALSE;
  if (cor_evaluate_tariff (results->scenario, cor_stop_tariff (results->scenario, duty->duty, duty->route, stop), year, tariff))
    return TRUE;
  return isnan (row[COR_PARAM_DEPOT_PRICE]) && cor_tariff_fill (tariff, row);
}

/* A truck at its plug: in the hours and with the power that are paid for where a tariff tells hours apart, else evenly in @hours. */
static void
add_truck (const CorTariff *tariff, guint season, const double *row, double from_h, double to_h, double hours, double kwh,
           double share, double *slots)
{
  CorTariffUse uses[COR_TARIFF_PIECES];
  guint n = 0;

  if (tariff != NULL && to_h > from_h)
    n = cor_tariff_cheapest_hours (tariff, MIN (season, tariff->n - 1), from_h, to_h, kwh, row[COR_PARAM_DEPOT_POWER], uses);
  for (guint i = 0; i < n; i++)
    cor_yard_add_power (slots, uses[i].from_h, uses[i].hours, share * uses[i].kw);
  if (n == 0)
    cor_yard_add_power (slots, from_h, hours, share * kwh / hours);
}

/* One stop of each truck of the duty, so many minutes after each other; seasons of its tariff. */
static guint
add_stop (const CorResults *results, const CorDutyResult *duty, const double *row, const CorPlanStop *stop, guint season,
          double *slots)
{
  double efficiency = row[COR_PARAM_CHARGING_EFFICIENCY], headway = row[COR_PARAM_HEADWAY];
  double from_h = stop->kind == COR_STOP_DEPOT ? stop->arrive_h : stop->power_h;
  double hours = stop->charge_min / 60, kwh = stop->kwh / (isnan (efficiency) ? 1 : efficiency);
  double next_h = duty->route->first_departure_h + COR_TARIFF_HOURS;
  CorTariff tariff;
  gboolean by_hour = night_tariff (results, duty, row, stop, &tariff);

  for (double i = 0; i < duty->duty->trucks && hours > 0; i++)
    {
      double later_h = i * (isnan (headway) ? 0 : headway) / 60;

      add_truck (by_hour ? &tariff : NULL, season, row, from_h + later_h, next_h + later_h, hours, kwh,
                 fmin (1, duty->duty->trucks - i), slots);
    }
  return by_hour ? tariff.n : 1;
}

guint
cor_yard_add_trucks (const CorResults *results, const char *site, guint season, double *slots)
{
  guint seasons = 1;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorAlternative *truck = cor_duty_result_compared (results, duty, results->year);
      double row[COR_N_PARAMS];

      if (truck == NULL || truck->plan == NULL)
        continue;
      cor_param_table_fill (truck->table, results->first_year + (int) results->year, row);
      for (guint k = 0; k < truck->plan->n_stops; k++)
        if (g_strcmp0 (site_of (duty, &truck->plan->stops[k]), site) == 0)
          {
            guint n = add_stop (results, duty, row, &truck->plan->stops[k], season, slots);

            seasons = MAX (seasons, n);
          }
    }
  return seasons;
}
