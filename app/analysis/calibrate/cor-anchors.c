/* cor-anchors.c: the model's figures for the study's statements.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-anchors.h"

#include <math.h>

static const CorAnchor table[COR_N_ANCHORS] = {
#define COR_ANCHOR(ENUM, printed, low, high, unit, text) { text, unit, printed, low, high, NAN },
#include "cor-anchor-table.def"
#undef COR_ANCHOR
};

/* Km of the first year of ownership, which its maintenance is by. */
static double
first_km (CorStudy *study, int truck, int powertrain, int city, int year, const CorTco *tco)
{
  const CorTcoGrid *grid = study->grids[truck][powertrain][city];

  return tco->part[COR_TCO_MAINTENANCE][1] / cor_tco_grid_get (grid, COR_PARAM_MAINTENANCE, year);
}

static double
fuel_per_km (CorStudy *study, int powertrain, int year)
{
  CorTco tco;

  cor_study_tco (study, COR_STUDY_TRACTOR, powertrain, COR_STUDY_BEIJING, year, NULL, 0, &tco);
  return tco.part[COR_TCO_FUEL][1]
         / first_km (study, COR_STUDY_TRACTOR, powertrain, COR_STUDY_BEIJING, year, &tco);
}

/* What one policy changes in a truck's cost, yuan, the same in all cities and years. */
static double
worth (CorStudy *study, int truck, int powertrain, CorPolicyKind kind)
{
  CorPolicyTerm term;
  CorTco tco;

  cor_policy_term_init (&term, kind);
  cor_study_tco (study, truck, powertrain, COR_STUDY_BEIJING, 2025, &term, 1, &tco);
  return fabs (tco.part_total[COR_TCO_POLICY]);
}

static double
gap (CorStudy *study, int truck, int powertrain, int city, int year)
{
  double gaps[COR_STUDY_YEARS];

  cor_study_gaps (study, truck, powertrain, city, NULL, 0, gaps);
  return gaps[year - COR_STUDY_FIRST];
}

static double
mean_gap (CorStudy *study, int truck, int powertrain, int year)
{
  double sum = 0;

  for (int c = 0; c < COR_STUDY_CITIES; c++)
    sum += gap (study, truck, powertrain, c, year);
  return sum / COR_STUDY_CITIES;
}

/* Yuan per kWh in the first year of a model year 2025 truck, and the demand charge in it. */
static void
electricity (CorStudy *study, int truck, int city, double *price, double *demand)
{
  CorTco tco;
  const CorTcoGrid *grid = study->grids[truck][COR_STUDY_BET][city];
  double kwh;

  cor_study_tco (study, truck, COR_STUDY_BET, city, 2025, NULL, 0, &tco);
  kwh = first_km (study, truck, COR_STUDY_BET, city, 2025, &tco)
        * cor_tco_grid_get (grid, COR_PARAM_ENERGY_USE, 2025);
  *demand = tco.part[COR_TCO_DEMAND][1] / kwh;
  *price
    = *demand + (tco.part[COR_TCO_DEPOT_ENERGY][1] + tco.part[COR_TCO_STATION_ENERGY][1]) / kwh;
}

static void
electricity_anchors (CorStudy *study, CorAnchor *anchors)
{
  double price[COR_STUDY_TRUCKS][COR_STUDY_CITIES];

  for (int t = 0; t < COR_STUDY_TRUCKS; t++)
    {
      double share = 0, waived = 0;

      for (int c = 0; c < COR_STUDY_CITIES; c++)
        {
          double demand;

          electricity (study, t, c, &price[t][c], &demand);
          share += demand / price[t][c] / COR_STUDY_CITIES;
          waived += demand / COR_STUDY_CITIES;
        }
      anchors[COR_ANCHOR_DEMAND_TRACTOR + t].ours = share;
      anchors[COR_ANCHOR_WAIVER_TRACTOR + t].ours = waived;
    }
  anchors[COR_ANCHOR_SHENZHEN_DUMP].ours
    = 1
      - 2 * price[COR_STUDY_DUMP][COR_STUDY_SHENZHEN]
          / (price[COR_STUDY_DUMP][COR_STUDY_BEIJING] + price[COR_STUDY_DUMP][COR_STUDY_SHANGHAI]);
}

/* The gap of the battery tractor-trailer in Beijing at table 31's low case, the base put back after. */
static double
short_gap (CorStudy *study, int year)
{
  CorTcoGrid *base[COR_STUDY_POWERTRAINS];
  double low;

  for (int p = 0; p < COR_STUDY_POWERTRAINS; p++)
    base[p] = cor_tco_grid_copy (study->grids[COR_STUDY_TRACTOR][p][COR_STUDY_BEIJING]);
  cor_study_set_range (study, COR_STUDY_TRACTOR, COR_STUDY_BEIJING, COR_STUDY_LOW);
  low = gap (study, COR_STUDY_TRACTOR, COR_STUDY_BET, COR_STUDY_BEIJING, year);
  for (int p = 0; p < COR_STUDY_POWERTRAINS; p++)
    {
      cor_tco_grid_assign (study->grids[COR_STUDY_TRACTOR][p][COR_STUDY_BEIJING], base[p]);
      cor_tco_grid_free (base[p]);
    }
  return low;
}

void
cor_anchors_compute (CorStudy *study, CorAnchor anchors[COR_N_ANCHORS])
{
  for (guint i = 0; i < COR_N_ANCHORS; i++)
    anchors[i] = table[i];
  anchors[COR_ANCHOR_H2_KM_2020].ours = fuel_per_km (study, COR_STUDY_FCET, 2020);
  anchors[COR_ANCHOR_H2_KM_2030].ours = fuel_per_km (study, COR_STUDY_FCET, 2030);
  anchors[COR_ANCHOR_DIESEL_KM_2020].ours = fuel_per_km (study, COR_STUDY_DIESEL, 2020);
  anchors[COR_ANCHOR_DIESEL_KM_2030].ours = fuel_per_km (study, COR_STUDY_DIESEL, 2030);
  for (int t = 0; t < COR_STUDY_TRUCKS; t++)
    {
      anchors[COR_ANCHOR_RELIEF_TRACTOR + t].ours
        = worth (study, t, COR_STUDY_FCET, COR_POLICY_TOLL_RELIEF);
      anchors[COR_ANCHOR_CHARGE_TRACTOR + t].ours
        = worth (study, t, COR_STUDY_DIESEL, COR_POLICY_GHG_ROAD_CHARGE);
    }
  anchors[COR_ANCHOR_H2_GAP_2020_BEIJING].ours
    = gap (study, COR_STUDY_TRACTOR, COR_STUDY_FCET, COR_STUDY_BEIJING, 2020);
  anchors[COR_ANCHOR_H2_GAP_2030_BEIJING].ours
    = gap (study, COR_STUDY_TRACTOR, COR_STUDY_FCET, COR_STUDY_BEIJING, 2030);
  anchors[COR_ANCHOR_H2_GAP_2020].ours = mean_gap (study, COR_STUDY_TRACTOR, COR_STUDY_FCET, 2020);
  anchors[COR_ANCHOR_H2_GAP_2030].ours = mean_gap (study, COR_STUDY_TRACTOR, COR_STUDY_FCET, 2030);
  anchors[COR_ANCHOR_GAP_TRACTOR].ours = mean_gap (study, COR_STUDY_TRACTOR, COR_STUDY_BET, 2030);
  anchors[COR_ANCHOR_GAP_DUMP].ours = mean_gap (study, COR_STUDY_DUMP, COR_STUDY_BET, 2030);
  anchors[COR_ANCHOR_GAP_STRAIGHT].ours = mean_gap (study, COR_STUDY_STRAIGHT, COR_STUDY_BET, 2030);
  anchors[COR_ANCHOR_SHORT_TRACTOR].ours = short_gap (study, 2029);
  electricity_anchors (study, anchors);
}
