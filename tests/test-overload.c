/* test-overload.c: a truck too heavy to carry anything, and one that carries a part.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-policy.h"
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

/* The heavier way counts, whichever it is: a route with 1 t out and 5 t back needs room for five. */
static void
test_back (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (CorScenario) lead = cor_scenario_set_parameter (plain, COR_PARAM_BATTERY_DENSITY, 100, "test", NULL);
  g_autoptr (CorScenario) heavy = cor_scenario_set_parameter (lead, COR_PARAM_BATTERY, 5000, "test", NULL);
  CorRoute *route = (CorRoute *) cor_item_copy (cor_scenario_find (heavy, COR_ITEM_ROUTE, "yantian-huangpu"));
  g_autoptr (CorScenario) back = NULL;
  g_autoptr (CorResults) results = NULL;
  const CorDutyResult *duty;

  route->payload_out_t = 1;
  route->payload_back_t = 5;
  back = cor_scenario_with_item (heavy, &route->item);
  results = cor_engine_evaluate (engine, back);
  duty = cor_results_duty (results, "huangpu");
  g_assert_cmpint (duty->alternatives[duty->assigned]->plan->reason.code, ==, COR_REASON_PAYLOAD);
  g_assert_cmpfloat (duty->alternatives[duty->assigned]->plan->reason.payload_t, ==, 5);
}

/* The scenario with so many tonnes more allowed from 2024 to @last to trucks of that powertrain. */
static CorScenario *
allowed (CorScenario *scenario, double tonnes, int last, const char *powertrain)
{
  CorPolicy *policy = (CorPolicy *) cor_item_new (COR_ITEM_POLICY, "heavier");
  const char *powertrains[] = { powertrain, NULL };

  g_free (policy->policy_kind);
  policy->policy_kind = g_strdup ("payload_allowance");
  policy->on = TRUE;
  policy->amount = tonnes;
  policy->first_year = 2024;
  policy->last_year = last;
  policy->powertrains = g_strdupv ((char **) powertrains);
  return cor_scenario_with_item (scenario, &policy->item);
}

/* An empty truck a tonne above the legal mass may go where zero-emission trucks are allowed three more, with two tonnes of
 * load: of what the load and that tonne are, three come back. Where one is allowed it may go and carry nothing, which is no
 * use with a load; an allowance of another year or powertrain helps nobody. */
static void
test_allowance (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (CorScenario) lead = cor_scenario_set_parameter (plain, COR_PARAM_BATTERY_DENSITY, 100, "test", NULL);
  g_autoptr (CorResults) light = cor_engine_evaluate (engine, lead);
  const CorDutyResult *duty = cor_results_duty (light, "huangpu");
  const CorAlternative *truck = duty->alternatives[duty->assigned];
  int year = light->first_year + (int) light->year;
  double bare_kg = value (truck, COR_PARAM_KERB_MASS, year) + value (truck, COR_PARAM_ELECTRIC_DRIVE_MASS, year)
                   - value (truck, COR_PARAM_DIESEL_DRIVE_MASS, year) + value (truck, COR_PARAM_TRAILER_MASS, year);
  double kwh = (value (truck, COR_PARAM_GROSS_MASS, year) + 1000 - bare_kg) / 1000 * 100;
  double load_t = (duty->route->payload_out_t + duty->route->payload_back_t) / 2;
  g_autoptr (CorScenario) heavy = cor_scenario_set_parameter (lead, COR_PARAM_BATTERY, kwh, "test", NULL);
  const struct
  {
    double tonnes;
    int last;
    const char *powertrain;
    gboolean may;
  } cases[] = { { 3, 2034, "bet-swap", TRUE }, { 1, 2034, "bet-swap", FALSE }, { 0.5, 2034, "bet-swap", FALSE }, { 3, 2025, "bet-swap", FALSE }, { 3, 2034, "bet", FALSE } };

  g_assert_cmpint (truck->powertrain, ==, COR_POWERTRAIN_BET_SWAP);
  g_assert_true (duty->route->round_trip);
  g_assert_cmpint (year, >, 2025);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorScenario) eased = allowed (heavy, cases[i].tonnes, cases[i].last, cases[i].powertrain);
      g_autoptr (CorResults) results = cor_engine_evaluate (engine, eased);
      const CorDutyResult *same = cor_results_duty (results, "huangpu");
      const CorAlternative *now = same->alternatives[same->assigned];
      gboolean in_force = cases[i].last >= year && g_str_equal (cases[i].powertrain, "bet-swap");

      g_test_message ("case %u", i);
      g_assert_cmpint (now->outcomes[results->year].feasible, ==, cases[i].may);
      if (!cases[i].may)
        {
          g_assert_cmpint (now->plan->reason.code, ==, COR_REASON_PAYLOAD);
          g_assert_cmpfloat_with_epsilon (now->plan->reason.limit,
                                          value (truck, COR_PARAM_GROSS_MASS, year) / 1000 + (in_force ? cases[i].tonnes : 0), 1e-9);
          continue;
        }
      g_assert_cmpfloat_with_epsilon (now->uses[results->year].payload_lost_t, load_t + 1, 1e-6);
    }
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
  g_test_add_func ("/overload/back", test_back);
  g_test_add_func ("/overload/allowance", test_allowance);
  g_test_add_func ("/overload/edits", test_edits);
  return fixture_run (engine);
}
