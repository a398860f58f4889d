/* cor-machinery.h: electric yard machines: the energy of a working day, battery, charging.
 *
 * Source of method and default figures: Nankai University and CATARC, low-carbon potential of
 * China's non-road mobile machinery, October 2023.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-param.h"

G_BEGIN_DECLS

/** CorMachineBand: whether a charge fits into a shift. */
typedef enum
{
  COR_MACHINE_WITHIN_SHIFT,
  COR_MACHINE_OVERNIGHT,
  COR_MACHINE_LONGER,
} CorMachineBand;

/** CorMachineAdvice: what the study advises for a machine of that power. */
typedef enum
{
  COR_MACHINE_LITHIUM_NOW,
  COR_MACHINE_LEAD_ACID_TOO,
  COR_MACHINE_PILOT,
  COR_MACHINE_NOT_YET,
} CorMachineAdvice;

extern const CorEnumValue cor_machine_band_values[];
extern const CorEnumValue cor_machine_advice_values[];

/** CorMachineCharge: one charger size; @hours to refill a day's energy; @yuan for the charger. */
typedef struct
{
  double kw;
  double yuan;
  double hours;
  CorMachineBand band;
} CorMachineCharge;

/**
 * CorMachine: the answer for one machine.
 * @energy_kwh: a working day: rated kW x load share x hours
 * @lithium_kg, @lead_acid_kg: mass of a battery that lasts the day; @lithium_yuan, @lead_acid_yuan
 * its price
 * @electricity_yuan_per_kwh: the industrial tariff, @station_yuan_per_kwh with the service fee of a
 * charging station; @diesel_yuan_per_kwh: diesel per kWh at the shaft,
 * @off_market_diesel_yuan_per_kwh that of diesel sold off the market
 * @day_electricity_yuan, @day_diesel_yuan: of the day's energy, with the service fee
 * @diesel_l: diesel that a day takes
 * @charges: by charger size, @n_charges of them; free with cor_machine_clear()
 */
typedef struct
{
  double load_share;
  double energy_kwh;
  double lithium_kg, lead_acid_kg;
  double lithium_yuan, lead_acid_yuan;
  double electricity_yuan_per_kwh;
  double station_yuan_per_kwh;
  double diesel_yuan_per_kwh, off_market_diesel_yuan_per_kwh;
  double day_electricity_yuan, day_diesel_yuan;
  double diesel_l;
  CorMachineAdvice advice;
  CorMachineCharge *charges;
  guint n_charges;
} CorMachine;

/**
 * cor_machine_evaluate:
 * @layers: parameters, those that come with the program first
 * @kind: forklift, loader, excavator, or another that has a load share in the parameters
 * @kw: rated power, above 0 to 5000; @hours: of work a day, above 0 to 24
 * @load_share: of the rated power, above 0 to 1; NaN for that of the kind
 *
 * Errors: %COR_ERROR_REFERENCE for a kind without figures, %COR_ERROR_RANGE, %COR_ERROR_MISSING.
 */
gboolean cor_machine_evaluate (CorParamLayer *const *layers,
                               guint n_layers,
                               const char *kind,
                               double kw,
                               double load_share,
                               double hours,
                               CorMachine *out,
                               GError **error);

/** cor_machine_band: the study's band of a charge that takes @hours. */
CorMachineBand cor_machine_band (double hours);

/** cor_machine_kinds: (transfer full): the kinds that have a load share, in the order of the data. */
char **cor_machine_kinds (const CorParamLayer *defaults);

/** cor_machine_kind_name: its name in the user's language; the id where the program has none. */
const char *cor_machine_kind_name (const char *kind);

/** cor_machine_clear: frees what @machine owns. */
void cor_machine_clear (CorMachine *machine);

G_END_DECLS
