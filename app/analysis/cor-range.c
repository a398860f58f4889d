/* cor-range.c: how far a battery truck comes, by kind of road.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-range.h"

#include "cor-energy.h"

#include <math.h>

/* Length over which the consumption of a class is looked at, metres. */
#define SAMPLE_M 1000.0

/* Least that a metre counts, kWh. */
#define LEAST_KWH_PER_M 1e-9

static double
positive_or_zero (double value)
{
  return value > 0 ? value : 0;
}

/* Consumption on each class; FALSE without a figure. */
static gboolean
fill_consumption (const CorAlternative *truck,
                  const CorOutcome *outcome,
                  const CorRoadSpeeds *speeds,
                  const double *row,
                  CorRange *range)
{
  CorVehicleEnergy vehicle;
  const CorParamInfo *missing = cor_vehicle_energy_fill (row, truck->powertrain, &vehicle);

  for (guint i = 0; i < COR_N_ROAD_CLASSES; i++)
    {
      double speed = speeds->m_s[i] > 0 ? speeds->m_s[i] : speeds->m_s[COR_ROAD_LOCAL];
      CorPathSegment segment = { SAMPLE_M, speed, 0, (guint8) i, FALSE };

      if (outcome->measured)
        range->kwh_per_m[i] = outcome->kwh_per_km / 1000;
      else if (missing == NULL)
        range->kwh_per_m[i]
          = cor_energy_segment (&vehicle, &segment, range->payload_t, range->temperature_c).units / SAMPLE_M;
      else
        return FALSE;
      /* Nothing is driven on a ferry; a little keeps the search from going round for nothing. */
      range->kwh_per_m[i] = fmax (range->kwh_per_m[i], LEAST_KWH_PER_M);
    }
  return TRUE;
}

gboolean
cor_range_of (const CorResults *results, const CorDutyResult *duty, const CorRoadSpeeds *speeds, CorRange *range)
{
  const CorAlternative *truck = cor_duty_result_shown (duty);
  const CorHead *head = cor_scenario_head (results->scenario);
  const CorOutcome *outcome = truck != NULL ? &truck->outcomes[results->year] : NULL;
  double row[COR_N_PARAMS];

  if (truck == NULL || (truck->powertrain != COR_POWERTRAIN_BET && truck->powertrain != COR_POWERTRAIN_BET_SWAP))
    return FALSE;
  cor_param_table_fill (truck->table, outcome->model_year, row);
  range->temperature_c = isnan (head->temperature_c) ? 20 : head->temperature_c;
  range->payload_t = duty->route == NULL ? 0
                                         : fmax (positive_or_zero (duty->route->payload_out_t),
                                                 positive_or_zero (duty->route->payload_back_t));
  range->battery_kwh = row[COR_PARAM_BATTERY];
  range->full_share = row[COR_PARAM_SOC_MAX];
  range->usable_kwh
    = range->battery_kwh * (row[COR_PARAM_SOC_MAX] - row[COR_PARAM_SOC_MIN] - row[COR_PARAM_RESERVE]);
  return range->usable_kwh > 0 && fill_consumption (truck, outcome, speeds, row, range);
}

double
cor_range_charge (const CorRange *range, double used_kwh)
{
  return range->full_share - used_kwh / range->battery_kwh;
}
