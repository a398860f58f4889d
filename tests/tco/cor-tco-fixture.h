/* cor-tco-fixture.h: a small set of round figures for tests of the cost of ownership.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-tco.h"

/** Fixture: a grid of 2020 to 2045 with round figures, and room for one evaluation. */
typedef struct
{
  CorTcoGrid *grid;
  CorTcoInputs *in;
  CorUse use;
  CorTco out;
} Fixture;

/** fixture_init: a battery truck of 400,000 yuan with 200 kWh at 1,000 yuan/kWh; see the .c file. */
void fixture_init (Fixture *fixture, CorPowertrain powertrain);
void fixture_clear (Fixture *fixture);

/** fixture_set: one parameter for all years. */
void fixture_set (Fixture *fixture, CorParamId id, double value);

/** fixture_run: evaluates model year 2025 and gives the total; a failure fails the test. */
double fixture_run (Fixture *fixture, CorBatteryDeal deal, const CorPolicyTerm *terms, guint n_terms);

/** fixture_term: an instrument of that kind without any condition; @amount in the unit of the kind. */
CorPolicyTerm fixture_term (CorPolicyKind kind, double amount);
