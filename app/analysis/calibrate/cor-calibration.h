/* cor-calibration.h: the unknowns of the ICCT study, how they enter it, and how well they fit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-anchors.h"

G_BEGIN_DECLS

/** The unknowns' places in an array. */
typedef enum
{
#define COR_UNKNOWN(ENUM, prior, deviation, reason) COR_UNKNOWN_##ENUM,
#include "cor-unknown-table.def"
#undef COR_UNKNOWN
  COR_N_UNKNOWNS
} CorUnknownId;

/** CorUnknown: a row of the table. */
typedef struct
{
  const char *name;
  double prior;
  double deviation;
  const char *reason;
} CorUnknown;

extern const CorUnknown cor_unknowns[COR_N_UNKNOWNS];

/**
 * CorChoice: what is one way or another.
 * @storage_high_2: table 9's "high 2" goes to battery, fuel cell and tank, "high 1" to the drive;
 *   or the other way round
 * @timing: when in a year running costs are counted, 0 its start, 0.5 its middle
 * @drive_keeps_value: the powertrain loses value as the glider does; or at once
 */
typedef struct
{
  gboolean storage_high_2;
  double timing;
  gboolean drive_keeps_value;
} CorChoice;

#define COR_N_CHOICES 8

/* Parity years of nine battery trucks, anchors that are fitted, prices of table 32, priors. */
#define COR_N_RESIDUALS (9 + COR_N_ANCHORS + 3 + COR_N_UNKNOWNS)

/** cor_calibration_choice: the choice of that number. */
CorChoice cor_calibration_choice (guint i);

/** cor_calibration_diesel_trend: diesel use of 2030 over that of 2020, as physics has it. */
double cor_calibration_diesel_trend (int truck);

/** cor_calibration_diesel_tractor: L/100 km of the tractor-trailer in 2020, from yuan/km and price. */
double cor_calibration_diesel_tractor (void);

/** cor_calibration_night_valley: share of night charging in a city's valley hours. */
double cor_calibration_night_valley (int city);

/** cor_calibration_battery: direct cost of batteries in @year, yuan/kWh. */
double cor_calibration_battery (const double *unknowns, int year);

/** cor_calibration_apply: writes the unknowns into the grids of @study. */
void cor_calibration_apply (CorStudy *study, const double *unknowns, CorChoice choice);

/** cor_calibration_residuals: how far off everything is, each in units of its deviation. */
void cor_calibration_residuals (CorStudy *study, const double *unknowns, double *residuals);

/** cor_calibration_print: the parameter file to standard output. */
void cor_calibration_print (const double *unknowns, CorChoice choice);

G_END_DECLS
