/* cor-plan-direct.c: days that need no stop, told without looking at a single station in detail.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

/* Highest running total of the day, and its last, kWh. */
static double
highest_total (const CorPlanInput *in, double *total_kwh)
{
  double peak = 0.0;

  *total_kwh = 0.0;
  for (guint l = 0; l < in->n_legs; l++)
    {
      const CorPlanLeg *leg = &in->legs[l];

      for (guint p = 0; p < leg->n_points; p++)
        peak = MAX (peak, *total_kwh + leg->points[p].units);
      *total_kwh += leg->points[leg->n_points - 1].units;
    }
  return peak;
}

/* Lowest price of the battery's kWh at any station on the way; INFINITY where there is none. */
static double
lowest_price (const CorPlanInput *in)
{
  double lowest = INFINITY;

  for (guint l = 0; l < in->n_legs; l++)
    {
      /* A way back and forth many times a day has the same stations each time. */
      if (l >= 2 && in->legs[l].accesses == in->legs[l - 2].accesses)
        continue;
      for (guint a = 0; a < in->legs[l].n_accesses; a++)
        {
          const CorPlanStation *station = &in->stations[in->legs[l].accesses[a].station_index];

          if (in->can_plug && station->power_kw > 0.0)
            lowest = fmin (lowest, cor_plan_station_least (in, station) / in->charging_efficiency);
          if (in->can_swap && !isnan (station->swap_min))
            lowest = fmin (lowest, station->swap_price_yuan_per_kwh);
        }
    }
  return lowest;
}

gboolean
cor_plan_stop_could_pay (const CorPlanInput *in, double yuan_per_kwh, double total_kwh, double rest_s)
{
  double depot = in->depot_yuan_per_kwh / in->charging_efficiency;
  double most_kwh = (in->soc_max - in->soc_min - in->reserve) * in->battery_kwh;

  /* Any stop takes its time, if it is no rest that is due anyway; below that, cheaper energy cannot pay. */
  return (depot - yuan_per_kwh) * MIN (total_kwh + 1.0, most_kwh)
         > (rest_s > 0.0 ? 0.0 : in->yuan_per_h * in->stop_min / 60.0);
}

gboolean
cor_plan_is_direct (const CorPlanInput *in)
{
  double low_kwh = (in->soc_min + in->reserve) * in->battery_kwh;
  double high_kwh = in->soc_max * in->battery_kwh;
  double total_kwh;

  if (!in->can_plug || !(in->depot_kw > 0.0))
    return FALSE;
  for (guint l = 0; l < in->n_legs; l++)
    if (in->legs[l].plug_kw > 0.0 && cor_plan_bay_least (in, &in->legs[l]) < in->depot_yuan_per_kwh)
      return FALSE;
  if (highest_total (in, &total_kwh) > high_kwh - low_kwh)
    return FALSE;
  return !cor_plan_stop_could_pay (in, lowest_price (in), total_kwh, cor_plan_line_rest_s (in));
}
