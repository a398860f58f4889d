/* cor-calibration.c: unknowns into the study, and the distance from what is printed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-calibration.h"

#include <math.h>

/* A crossing counts as this many years from the middle of the year that the table means. */
#define CROSSING_DEVIATION 0.25
#define CROSSING_MARGIN 0.4
#define CROSSING_WEIGHT 15

/* Share of an anchor's range at either end that counts as its edge. */
#define EDGE 0.02

/* Deviations by which an anchor missed by the width of its range weighs more. */
#define OUTSIDE_WEIGHT 40

const CorUnknown cor_unknowns[COR_N_UNKNOWNS] = {
#define COR_UNKNOWN(ENUM, prior, deviation, reason) { #ENUM, prior, deviation, reason },
#include "cor-unknown-table.def"
#undef COR_UNKNOWN
};

/* Table 23 of the study: parity without policy, tractor-trailer, dump truck, straight truck. */
static const int parity[COR_STUDY_TRUCKS][COR_STUDY_CITIES]
  = { { 2030, 2030, 2029 }, { 2025, 2025, 2024 }, { 2027, 2027, 2026 } };

/* Table 9: indirect cost in 2020 and 2030. */
static const double high_1[] = { 0.425, 0.27 };
static const double high_2[] = { 0.570, 0.368 };

/* Diesel use of the tractor-trailer in 2020: 1.76 yuan/km at 6.5 yuan/L. */
#define DIESEL_TRACTOR (1.76 / 6.5 * 100)
#define DIESEL_PRICE_2020 6.5

/* Night charging from 23 to 7 h: in Shanghai the valley ends at 6 h. */
static const double night_valley[COR_STUDY_CITIES] = { 1, 7.0 / 8, 1 };

double
cor_calibration_diesel_tractor (void)
{
  return DIESEL_TRACTOR;
}

double
cor_calibration_night_valley (int city)
{
  return night_valley[city];
}

CorChoice
cor_calibration_choice (guint i)
{
  return (CorChoice){ .storage_high_2 = (i & 1) == 0,
                      .timing = i & 2 ? 0.5 : 0,
                      .drive_keeps_value = (i & 4) == 0 };
}

/* Energy at the wheel of the fuel-cell truck and efficiency of the engine, 2030 over 2020. */
double
cor_calibration_diesel_trend (int truck)
{
  static const double hydrogen[COR_STUDY_TRUCKS][2] = { { 8.5, 5.0 }, { 6.0, 11.5 / 3 }, { 4.5, 2.875 } };
  static const double engine[COR_STUDY_TRUCKS][2] = { { 0.45, 0.52 }, { 0.40, 0.50 }, { 0.40, 0.48 } };
  static const double fuel_cell[2] = { 0.52, 0.60 };

  return hydrogen[truck][1] * fuel_cell[1] / (hydrogen[truck][0] * fuel_cell[0]) * engine[truck][0]
         / engine[truck][1];
}

/* The curve between the two ends: exponential, the steeper the larger @rate. */
double
cor_calibration_battery (const double *u, int year)
{
  double t = (year - COR_STUDY_FIRST) / (double) (COR_STUDY_YEARS - 1);
  double rate = MAX (u[COR_UNKNOWN_BATTERY_CURVE], 1e-3) * (COR_STUDY_YEARS - 1);
  double fall = (exp (-rate * t) - exp (-rate)) / (1 - exp (-rate));

  return u[COR_UNKNOWN_BATTERY_2030] + (u[COR_UNKNOWN_BATTERY_2020] - u[COR_UNKNOWN_BATTERY_2030]) * fall;
}

static void
apply_battery (CorStudy *study, const double *u)
{
  for (int t = 0; t < COR_STUDY_TRUCKS; t++)
    for (int p = COR_STUDY_BET; p <= COR_STUDY_FCET; p++)
      for (int c = 0; c < COR_STUDY_CITIES; c++)
        for (int year = COR_STUDY_FIRST; year <= COR_STUDY_END; year++)
          cor_tco_grid_set_year (study->grids[t][p][c], COR_PARAM_BATTERY_COST, year,
                                 cor_calibration_battery (u, MIN (year, COR_STUDY_LAST)));
}

static void
apply_electricity (CorStudy *study, const double *u)
{
  for (int c = 0; c < COR_STUDY_CITIES; c++)
    {
      double billed = CLAMP (u[COR_UNKNOWN_BILLED_BEIJING + c], 0, 1);

      cor_study_set (study, -1, -1, c, COR_PARAM_DEMAND_TRANSFORMER_BILLED, billed, billed);
      cor_study_set (study, -1, -1, c, COR_PARAM_DEMAND_MAX_BILLED, billed, billed);
      cor_study_set (study, -1, -1, c, COR_PARAM_NIGHT_VALLEY, night_valley[c], night_valley[c]);
    }
  cor_study_set (study, -1, -1, -1, COR_PARAM_DEMAND_HOURS_NIGHT, CLAMP (u[COR_UNKNOWN_NIGHT_HOURS], 20, 700),
                 CLAMP (u[COR_UNKNOWN_NIGHT_HOURS], 20, 700));
  cor_study_set (study, -1, -1, -1, COR_PARAM_DEMAND_HOURS_FAST, CLAMP (u[COR_UNKNOWN_FAST_HOURS], 20, 700),
                 CLAMP (u[COR_UNKNOWN_FAST_HOURS], 20, 700));
}

void
cor_calibration_apply (CorStudy *study, const double *u, CorChoice choice)
{
  const double *storage = choice.storage_high_2 ? high_2 : high_1;
  const double *drive = choice.storage_high_2 ? high_1 : high_2;
  const double use[COR_STUDY_TRUCKS]
    = { DIESEL_TRACTOR, u[COR_UNKNOWN_DIESEL_DUMP], u[COR_UNKNOWN_DIESEL_STRAIGHT] };

  for (int t = 0; t < COR_STUDY_TRUCKS; t++)
    {
      double trend = cor_calibration_diesel_trend (t) * u[COR_UNKNOWN_DIESEL_TREND];
      double km = u[COR_UNKNOWN_KM_TRACTOR + t];

      cor_study_set (study, t, -1, -1, COR_PARAM_ANNUAL_KM, km, km);
      cor_study_set (study, t, COR_STUDY_DIESEL, -1, COR_PARAM_DIESEL_USE, use[t], use[t] * trend);
    }
  cor_study_set (study, -1, -1, -1, COR_PARAM_DIESEL_PRICE, DIESEL_PRICE_2020,
                 u[COR_UNKNOWN_DIESEL_PRICE_2030]);
  cor_study_set (study, -1, -1, -1, COR_PARAM_STORAGE_INDIRECT, storage[0], storage[1]);
  cor_study_set (study, -1, -1, -1, COR_PARAM_DRIVE_INDIRECT, drive[0], drive[1]);
  cor_study_set (study, -1, COR_STUDY_FCET, -1, COR_PARAM_STACK_RESIDUAL, CLAMP (u[COR_UNKNOWN_STACK_RESIDUAL], 0, 1),
                 CLAMP (u[COR_UNKNOWN_STACK_RESIDUAL], 0, 1));
  cor_study_set (study, -1, -1, -1, COR_PARAM_DISCOUNT_TIMING, choice.timing, choice.timing);
  cor_study_set (study, -1, -1, -1, COR_PARAM_DRIVE_RESIDUAL, choice.drive_keeps_value,
                 choice.drive_keeps_value);
  apply_battery (study, u);
  apply_electricity (study, u);
}

/* When the gap falls through zero, in years; carried on along its end where it does not. */
static double
crossing (const double *gaps)
{
  guint last = COR_STUDY_YEARS - 1;

  if (gaps[0] <= 0)
    return COR_STUDY_FIRST - gaps[0] / MIN (gaps[1] - gaps[0], -1000);
  for (guint i = 1; i <= last; i++)
    if (gaps[i] <= 0)
      return COR_STUDY_FIRST + i - 1 + gaps[i - 1] / (gaps[i - 1] - gaps[i]);
  return COR_STUDY_LAST + gaps[last] / MAX (gaps[last - 1] - gaps[last], 1000);
}

/*
 * The gap has to be above 0 the year before parity and below in the year itself: the further
 * towards an edge the crossing lies, the more it counts, and an edge passed counts most.
 */
static double
parity_residual (const double *gaps, int year)
{
  double off = crossing (gaps) - (year - 0.5);
  double over = MAX (0, fabs (off) - CROSSING_MARGIN);

  return off / CROSSING_DEVIATION + (off > 0 ? over : -over) * CROSSING_WEIGHT;
}

/* Retail price of a battery truck or fuel-cell truck as table 32 describes it, in 2021. */
static double
price_of_2021 (CorStudy *study, int truck, int powertrain, const double *u, double motor, double kwh, double fuel_cell, double tank)
{
  const CorTcoGrid *g = study->grids[truck][powertrain][COR_STUDY_BEIJING];
  double storage = 1 + cor_tco_grid_get (g, COR_PARAM_STORAGE_INDIRECT, 2021);
  double drive = 1 + cor_tco_grid_get (g, COR_PARAM_DRIVE_INDIRECT, 2021);
  double price = cor_tco_grid_get (g, COR_PARAM_DIESEL_TRUCK_PRICE, 2021)
                 * (1 - cor_tco_grid_get (g, COR_PARAM_DIESEL_POWERTRAIN, 2021));

  price += drive * motor
           * (cor_tco_grid_get (g, COR_PARAM_ELECTRIC_DRIVE_COST, 2021)
              + cor_tco_grid_get (g, COR_PARAM_POWER_ELECTRONICS_COST, 2021)
              + cor_tco_grid_get (g, COR_PARAM_THERMAL_COST, 2021));
  price += drive * cor_tco_grid_get (g, COR_PARAM_ONBOARD_CHARGER, 2021)
           * cor_tco_grid_get (g, COR_PARAM_ONBOARD_CHARGER_COST, 2021);
  price += storage * kwh * cor_calibration_battery (u, 2021);
  if (fuel_cell > 0)
    price += storage
             * (fuel_cell * cor_tco_grid_get (g, COR_PARAM_FUEL_CELL_COST, 2021)
                + tank * cor_tco_grid_get (g, COR_PARAM_TANK_COST, 2021));
  return price;
}

static guint
price_residuals (CorStudy *study, const double *u, double *r)
{
  r[0] = (price_of_2021 (study, COR_STUDY_DUMP, COR_STUDY_BET, u, 210, 234, 0, 0) / 850000 - 1) / 0.1;
  r[1] = (price_of_2021 (study, COR_STUDY_TRACTOR, COR_STUDY_BET, u, 210, 234, 0, 0) / 825000 - 1) / 0.1;
  r[2] = (price_of_2021 (study, COR_STUDY_TRACTOR, COR_STUDY_FCET, u, 215, 100, 80, 40) / 1500000 - 1) / 0.1;
  return 3;
}

/* A third of what counts is one deviation; outside of it the distance weighs more. */
static double
anchor_residual (const CorAnchor *anchor)
{
  double width = anchor->high - anchor->low;
  double r = (anchor->ours - anchor->printed) / (width / 3);

  double high = anchor->high - width * EDGE;
  double low = anchor->low + width * EDGE;

  if (anchor->ours > high)
    r += OUTSIDE_WEIGHT * (anchor->ours - high) / width;
  if (anchor->ours < low)
    r += OUTSIDE_WEIGHT * (anchor->ours - low) / width;
  return r;
}

void
cor_calibration_residuals (CorStudy *study, const double *u, double *r)
{
  CorAnchor anchors[COR_N_ANCHORS];
  guint n = 0;

  for (int t = 0; t < COR_STUDY_TRUCKS; t++)
    for (int c = 0; c < COR_STUDY_CITIES; c++)
      {
        double gaps[COR_STUDY_YEARS];

        cor_study_gaps (study, t, COR_STUDY_BET, c, NULL, 0, gaps);
        r[n++] = parity_residual (gaps, parity[t][c]);
      }
  cor_anchors_compute (study, anchors);
  for (guint i = 0; i < COR_N_ANCHORS; i++)
    r[n++] = anchor_residual (&anchors[i]);
  n += price_residuals (study, u, r + n);
  for (guint i = 0; i < COR_N_UNKNOWNS; i++)
    r[n++] = (u[i] - cor_unknowns[i].prior) / cor_unknowns[i].deviation;
}
