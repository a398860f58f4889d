/* test-overload.c: a truck too heavy to carry anything, and one that carries a part.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-variant.h"
#include "scenario-fixture.h"

#include <math.h>
#include <string.h>

static CorEngine *engine;

static double
value (const CorAlternative *truck, CorParamId id, int year)
{
  return cor_param_table_value (truck->table, id, year);
}

/* A battery too heavy to carry anything with, by hand: the empty truck's mass from its parts against the gross mass.
 * At the battery that is said to leave room the load is carried whole; 50 kWh above it part of it is left behind and
 * priced, which forbids nothing. */
static void
test_overload (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (CorScenario) lead = cor_scenario_set_parameter (plain, COR_PARAM_BATTERY_DENSITY, 100, "test", NULL);
  g_autoptr (CorScenario) heavy = cor_scenario_set_parameter (lead, COR_PARAM_BATTERY, 5000, "test", NULL);
  g_autoptr (CorScenario) fits = NULL, above = NULL;
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, heavy), carried = NULL, partly = NULL;
  const CorDutyResult *duty = cor_results_duty (results, "huangpu");
  const CorAlternative *truck = duty->alternatives[duty->assigned], *same;
  int year = results->first_year + (int) results->year;
  double empty_kg = value (truck, COR_PARAM_KERB_MASS, year) + value (truck, COR_PARAM_ELECTRIC_DRIVE_MASS, year)
                    - value (truck, COR_PARAM_DIESEL_DRIVE_MASS, year) + 5000 * 1000 / 100.0
                    + value (truck, COR_PARAM_TRAILER_MASS, year);
  const CorReason *reason;

  g_assert_cmpfloat (empty_kg, >, value (truck, COR_PARAM_GROSS_MASS, year));
  g_assert_false (truck->outcomes[results->year].feasible);
  g_assert_nonnull (truck->plan);
  g_assert_false (truck->plan->feasible);
  reason = &truck->plan->reason;
  g_assert_cmpint (reason->code, ==, COR_REASON_PAYLOAD);
  g_assert_cmpfloat_with_epsilon (reason->actual, empty_kg / 1000, 1e-9);
  g_assert_cmpfloat_with_epsilon (reason->limit, value (truck, COR_PARAM_GROSS_MASS, year) / 1000, 1e-9);
  g_assert_cmpfloat (reason->payload_t, ==, MAX (duty->route->payload_out_t, duty->route->payload_back_t));
  g_assert_nonnull (strstr (truck->problem, "cannot carry"));
  g_assert_nonnull (strstr (truck->remedy, "at most"));
  g_assert_cmpfloat (reason->fix_battery_kwh, >, 100);

  fits = cor_scenario_set_parameter (lead, COR_PARAM_BATTERY, reason->fix_battery_kwh, "test", NULL);
  carried = cor_engine_evaluate (engine, fits);
  same = cor_results_duty (carried, "huangpu")->alternatives[duty->assigned];
  g_assert_true (same->outcomes[carried->year].feasible);
  g_assert_cmpfloat (same->uses[carried->year].payload_lost_t, ==, 0);
  above = cor_scenario_set_parameter (lead, COR_PARAM_BATTERY, reason->fix_battery_kwh + 50, "test", NULL);
  partly = cor_engine_evaluate (engine, above);
  same = cor_results_duty (partly, "huangpu")->alternatives[duty->assigned];
  g_assert_true (same->outcomes[partly->year].feasible);
  g_assert_cmpfloat (same->uses[partly->year].payload_lost_t, >, 0);
  g_assert_null (same->problem);
  /* With room for two tonnes it carries those: 100 kWh more weigh a tonne. */
  g_clear_pointer (&above, cor_scenario_unref);
  g_clear_pointer (&partly, cor_results_unref);
  above = cor_scenario_set_parameter (lead, COR_PARAM_BATTERY, reason->fix_battery_kwh + (reason->payload_t - 2) * 100, "test", NULL);
  partly = cor_engine_evaluate (engine, above);
  same = cor_results_duty (partly, "huangpu")->alternatives[duty->assigned];
  g_assert_true (same->plan == NULL || same->plan->reason.code != COR_REASON_PAYLOAD);
}

/* Stations that come and go leave it as it is, and a lighter battery takes it away: as worked out from nothing. */
static void
test_edits (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (CorScenario) lead = cor_scenario_set_parameter (plain, COR_PARAM_BATTERY_DENSITY, 100, "test", NULL);
  g_autoptr (CorScenario) heavy = cor_scenario_set_parameter (lead, COR_PARAM_BATTERY, 5000, "test", NULL);
  g_autoptr (CorScenario) fewer = cor_scenario_without (heavy, COR_ITEM_STATION, "shatian-charging");
  g_autoptr (CorResults) first = cor_engine_evaluate (engine, heavy), edited = cor_engine_evaluate (engine, fewer), fresh = NULL;

  g_assert_cmpuint (first->n_duties, ==, edited->n_duties);
  cor_engine_forget (engine);
  fresh = cor_engine_evaluate (engine, fewer);
  for (guint d = 0; d < fresh->n_duties; d++)
    for (guint a = 0; a < fresh->duties[d].n_alternatives; a++)
      {
        const CorAlternative *now = edited->duties[d].alternatives[a], *then = fresh->duties[d].alternatives[a];

        g_assert_cmpstr (now->problem, ==, then->problem);
        g_assert_cmpstr (now->remedy, ==, then->remedy);
        g_assert_cmpint (now->plan != NULL, ==, then->plan != NULL);
        if (now->powertrain == COR_POWERTRAIN_DIESEL || now->plan == NULL)
          continue;
        g_assert_cmpint (now->plan->reason.code, ==, COR_REASON_PAYLOAD);
        g_assert_cmpint (then->plan->reason.code, ==, COR_REASON_PAYLOAD);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/overload/by-hand", test_overload);
  g_test_add_func ("/overload/edits", test_edits);
  return fixture_run (engine);
}
