/* cor-emissions.h: greenhouse gases of energy by a choice of factors, and of a scenario under another.
 *
 * ISO 14083:2023 and GLEC Framework 3: well to wheel = well to tank (energy provision) + tank to wheel
 * (operation); all km count, loaded, empty and for energy; transport activity does not grow by detours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results.h"

G_BEGIN_DECLS

/**
 * CorFactorChoice: the factors that figures are made with.
 * @green: what the contracted green power counts with where @grid counts the supply chain; %NULL for 0
 * @green_share: share of the electricity that is contracted green, 0 to 1
 */
typedef struct
{
  const CorFactor *grid, *green, *diesel, *hydrogen;
  double green_share;
} CorFactorChoice;

/** CorEmission: kg CO2e, @wtw_kg = @wtt_kg + @ttw_kg. */
typedef struct
{
  double wtw_kg, wtt_kg, ttw_kg;
} CorEmission;

/** CorEmissionTotals: of all duties that count in a year, with their trucks; and of diesel instead. */
typedef struct
{
  CorEmission counted, diesel;
} CorEmissionTotals;

/** cor_factor_choice_init: the factors in use in @results. */
void cor_factor_choice_init (const CorResults *results, CorFactorChoice *out);

/**
 * cor_factor_choice_set: replaces one of the factors by the one of that id.
 *
 * Returns: FALSE, and nothing changed, where there is no such factor of that kind
 */
gboolean
cor_factor_choice_set (CorFactorChoice *choice, const CorFactorSet *factors, CorFactorKind kind, const char *id);

/** cor_factor_choice_grid: kg CO2e per kWh at the meter in @year, green power included. */
double cor_factor_choice_grid (const CorFactorChoice *choice, int year);

/**
 * cor_results_grid_label: (transfer full): the electricity factor in use with its value in the model year
 * shown, and the green share where there is one.
 */
char *cor_results_grid_label (const CorResults *results, gboolean zh);

/** cor_factor_choice_main: the factor that the energy of @powertrain is counted with. */
const CorFactor *cor_factor_choice_main (const CorFactorChoice *choice, CorPowertrain powertrain);

/**
 * cor_emission_of: of energy bought.
 * @energy: kWh at the meter, L of diesel or kg of hydrogen
 */
CorEmission
cor_emission_of (const CorFactorChoice *choice, CorPowertrain powertrain, double energy, int year);

/** cor_emission_totals: the scenario in the model year of index @year under other factors. */
CorEmissionTotals
cor_emission_totals (const CorResults *results, const CorFactorChoice *choice, guint year);

G_END_DECLS
