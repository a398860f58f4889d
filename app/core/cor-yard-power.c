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

/* One stop of each truck of the duty, so many minutes after each other. */
static void
add_stop (const CorDutyResult *duty, const CorAlternative *truck, const CorPlanStop *stop, int year, double *slots)
{
  double efficiency = cor_param_table_value (truck->table, COR_PARAM_CHARGING_EFFICIENCY, year);
  double headway = cor_param_table_value (truck->table, COR_PARAM_HEADWAY, year);
  double hours = stop->charge_min / 60, kwh = stop->kwh / (isnan (efficiency) ? 1 : efficiency);

  if (!(hours > 0))
    return;
  for (double i = 0; i < duty->duty->trucks; i++)
    cor_yard_add_power (slots, stop->arrive_h + i * (isnan (headway) ? 0 : headway) / 60, hours,
                        kwh / hours * fmin (1, duty->duty->trucks - i));
}

void
cor_yard_add_trucks (const CorResults *results, const char *site, double *slots)
{
  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorAlternative *truck = cor_duty_result_compared (results, duty, results->year);

      for (guint k = 0; truck != NULL && truck->plan != NULL && k < truck->plan->n_stops; k++)
        if (g_strcmp0 (site_of (duty, &truck->plan->stops[k]), site) == 0)
          add_stop (duty, truck, &truck->plan->stops[k], results->first_year + (int) results->year, slots);
    }
}
