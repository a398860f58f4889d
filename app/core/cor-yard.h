/* cor-yard.h: the electric machines of a site: energy, batteries, chargers, peak power, cost, CO2.
 *
 * Source of method: Nankai University and CATARC, low-carbon potential of China's non-road mobile
 * machinery, October 2023. Machines charge in a window after the day's work; chargers change hands, so
 * that a charger serves window / charging time machines (own reading, checked on the study's example of
 * 15 to 20 machines on ten 60 kW chargers).
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-emissions.h"
#include "cor-machinery.h"

G_BEGIN_DECLS

/** CorYardScenario: how many machines are electric. */
typedef enum
{
  COR_YARD_BAU,
  COR_YARD_BASELINE,
  COR_YARD_ENHANCED,
  COR_N_YARD_SCENARIOS
} CorYardScenario;

extern const CorEnumValue cor_yard_scenario_values[];

/**
 * CorYardLine: like machines of a site. Amounts are of all of them.
 * @machine: one of them; cleared with the yard. Zeroed where @problem says why nothing can be said.
 * @kwh_per_day, @litres_per_day: electricity, or diesel instead, of a working day
 * @battery_kwh, @battery_kg, @battery_yuan: of one machine, with the battery that the item says
 * @charger_kw, @charge_h, @band: the charger chosen, or the smallest that fills within a shift, else
 *   within the night
 * @chargers: how many; @charger_yuan, @cabling_yuan: what they and the cables cost
 * @electricity_yuan, @diesel_yuan, @off_market_yuan: energy of a year; electricity from the yard's own
 *   chargers, without a service fee
 * @electric_t, @diesel_t: t CO2e a year of all electric or all diesel, by the factors given
 * @advice: the study's by power class
 */
typedef struct
{
  const CorYardMachine *item;
  CorMachine machine;
  char *problem;
  double kwh_per_day, litres_per_day;
  double battery_kwh, battery_kg, battery_yuan;
  double charger_kw, charge_h;
  CorMachineBand band;
  double chargers, charger_yuan, cabling_yuan;
  double electricity_yuan, diesel_yuan, off_market_yuan;
  double electric_t, diesel_t;
} CorYardLine;

/** CorYardInventory: the site's machines in a year with a share of them electric. */
typedef struct
{
  int year;
  double kwh, litres;
  double t;
} CorYardInventory;

/**
 * CorYard:
 * @machines_kw, @trucks_kw: mean power by quarter of an hour of machines and of trucks that charge here; trucks at
 *   night in the hours that they pay for where a tariff tells hours apart, else as they come in
 * @season: of the tariff, the one shown: that with the highest power
 * @machines_peak_kw: highest of the machines alone; @trucks_peak_kw of the trucks alone; @peak_kw of both
 *   at once; what machines add is @peak_kw - @trucks_peak_kw
 * @total: sums of the lines
 * @inventory: 2025 and 2030 by scenario
 */
typedef struct
{
  CorYardLine *lines;
  guint n_lines;
  CorYardLine total;
  double machines, kwh_per_year;
  guint season;
  double machines_kw[COR_STATION_SLOTS], trucks_kw[COR_STATION_SLOTS];
  double machines_peak_kw, trucks_peak_kw, peak_kw;
  CorYardInventory inventory[COR_N_YARD_SCENARIOS][2];
} CorYard;

/**
 * cor_yard_new: the machines at @site, with the trucks that charge there.
 * @choice: the factors that CO2 is counted with
 */
CorYard *cor_yard_new (const CorResults *results, const char *site, const CorFactorChoice *choice);
void cor_yard_free (CorYard *yard);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorYard, cor_yard_free)

G_END_DECLS
