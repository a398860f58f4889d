/* uncertainty-fixture.h: what tests of uncertainty start from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-copula.h"
#include "cor-heat-map.h"
#include "cor-monte-carlo.h"
#include "scenario-fixture.h"

#include <math.h>

static CorEngine *engine;
static CorScenario *scenario;
static CorResults *results;

static inline CorGap *
gap_of (const CorDutyResult *duty)
{
  g_autoptr (GError) error = NULL;
  CorGap *gap = cor_gap_new (results, duty, cor_duty_result_shown (duty), &error);

  g_assert_no_error (error);
  return gap;
}

static inline double *
base_values (const CorGap *gap)
{
  guint n;
  const CorFactorRange *factors = cor_gap_factors (gap, &n);
  double *values = g_new (double, n);

  for (guint i = 0; i < n; i++)
    values[i] = factors[i].base;
  return values;
}
