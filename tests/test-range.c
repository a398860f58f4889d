/* test-range.c: how far a battery comes: what may be used of it, and when nothing can be said.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-range.h"
#include "cor-variant.h"
#include "scenario-fixture.h"

#include <math.h>

#define CLOSE 1e-9

static CorEngine *engine;

/* The sample whose batteries hold 400 kWh, of which between 95 % and @lowest are used, but for a reserve of 5 %. */
static CorResults *
with_window (double lowest)
{
  const struct
  {
    CorParamId id;
    double value;
  } figures[] = { { COR_PARAM_BATTERY, 400 }, { COR_PARAM_SOC_MAX, 0.95 }, { COR_PARAM_SOC_MIN, lowest }, { COR_PARAM_RESERVE, 0.05 } };
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");

  for (guint i = 0; i < G_N_ELEMENTS (figures); i++)
    {
      CorScenario *next = cor_scenario_set_parameter (scenario, figures[i].id, figures[i].value, "test", NULL);

      cor_scenario_unref (scenario);
      scenario = next;
    }
  return cor_engine_evaluate (engine, scenario);
}

static gboolean
range_of (const CorResults *results, guint duty, CorRange *range)
{
  return cor_range_of (results, &results->duties[duty], cor_network_speeds (cor_engine_network (engine)), range);
}

/* 400 kWh from 95 % to 20 % and 5 % above it: 280 kWh, after which 25 % are left. */
static void
test_usable (void)
{
  g_autoptr (CorResults) results = with_window (0.2);
  guint seen = 0;

  for (guint d = 0; d < results->n_duties; d++)
    {
      CorPowertrain powertrain = cor_duty_result_shown (&results->duties[d])->powertrain;
      gboolean battery = powertrain == COR_POWERTRAIN_BET || powertrain == COR_POWERTRAIN_BET_SWAP;
      CorRange range;

      g_assert_cmpint (range_of (results, d, &range), ==, battery);
      if (!battery)
        continue;
      seen++;
      g_assert_cmpfloat_with_epsilon (range.usable_kwh, 280, CLOSE);
      g_assert_cmpfloat_with_epsilon (cor_range_charge (&range, 0), 0.95, CLOSE);
      g_assert_cmpfloat_with_epsilon (cor_range_charge (&range, range.usable_kwh), 0.25, CLOSE);
      for (guint i = 0; i < COR_N_ROAD_CLASSES; i++)
        g_assert_cmpfloat (range.kwh_per_m[i], >, 0);
    }
  g_assert_cmpuint (seen, >, 0);
}

/* From 95 % to 90 % and 5 % above it there is nothing to drive on, and no reach to show. */
static void
test_nothing_usable (void)
{
  g_autoptr (CorResults) results = with_window (0.9);

  for (guint d = 0; d < results->n_duties; d++)
    {
      CorRange range;

      g_assert_false (range_of (results, d, &range));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/range/usable", test_usable);
  g_test_add_func ("/range/nothing-usable", test_nothing_usable);
  return fixture_run (engine);
}
