/* test-evaluate-parts.c: parts of an evaluation: the depot's peak and plugs, terms, stations on the way, kilometres.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "evaluate-fixture.h"

/* What a truck adds to its depot's billed demand, by hand: every hour of the night costs the same there, so it
 * takes what the day took evenly until it leaves again, 24 hours after the last departure. */
static double
even_kw (const CorPlan *plan)
{
  double stay_h = 24 - plan->day_s / 3600;

  return plan->depot_kwh / stay_h;
}

static void
test_depot_peak (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  guint charging = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorAlternative *truck = cor_duty_result_shown (duty);
      double power = cor_param_table_value (truck->table, COR_PARAM_DEPOT_POWER, 2027);
      double peak = truck->uses[results->year].depot_peak_kw;

      if (!truck->outcomes[results->year].feasible || truck->plan == NULL || !(truck->plan->depot_kwh > 0))
        continue;
      g_assert_cmpfloat_with_epsilon (peak, even_kw (truck->plan), 1e-6);
      g_assert_cmpfloat (peak, <, power);
      charging++;
    }
  g_assert_cmpuint (charging, >, 3);
}

/* Plugs at a site charge while the truck is loaded there; the site's demand is billed, no more than a
 * truck's share of the plugs, and the truck buys less under way or at night. */
static void
test_site_plugs (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (CorResults) before = cor_engine_evaluate (engine, plain);
  g_autoptr (CorScenario) plugged = NULL;
  g_autoptr (CorResults) after = NULL;
  const CorDutyResult *was = cor_results_duty (before, "huangpu"), *is;
  const CorAlternative *truck, *old = cor_duty_result_shown (was);
  GPtrArray *sites = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  guint n;
  const CorItem *const *items = cor_scenario_items (plain, COR_ITEM_SITE, &n);
  double depot;

  for (guint i = 0; i < n; i++)
    {
      CorItem *copy = cor_item_copy (items[i]);

      if (g_strcmp0 (copy->id, was->route->destination) == 0)
        {
          ((CorSite *) copy)->plugs = 5;
          ((CorSite *) copy)->plug_kw = 120;
        }
      g_ptr_array_add (sites, copy);
    }
  plugged = cor_scenario_with_items (plain, COR_ITEM_SITE, sites);
  after = cor_engine_evaluate (engine, plugged);
  is = cor_results_duty (after, "huangpu");
  truck = cor_duty_result_shown (is);
  depot = even_kw (truck->plan);
  g_assert_cmpfloat (old->plan->site_kwh, ==, 0);
  g_assert_cmpfloat (truck->plan->site_kwh, >, 20);
  g_assert_cmpfloat (truck->plan->station_kwh + truck->plan->depot_kwh, <, old->plan->station_kwh + old->plan->depot_kwh);
  g_assert_cmpfloat (truck->uses[after->year].depot_peak_kw, >, depot);
  /* Five plugs of 120 kW for ten trucks. */
  g_assert_cmpfloat (was->duty->trucks, ==, 10);
  g_assert_cmpfloat (truck->uses[after->year].depot_peak_kw, <=, depot + 60 + 1e-9);
}

/* Whom an instrument touches: a region means those inside it, a truck type only that one, a package its members. */
static void
test_terms (void)
{
  static const struct
  {
    const char *region, *type, *of_region;
    guint n;
  } cases[] = {
    { NULL, NULL, "Shenzhen", 1 },          { "Shenzhen", NULL, "Shenzhen", 1 }, { "Guangdong", NULL, "Shenzhen", 1 },
    { "China", NULL, "Shenzhen", 1 },       { "Beijing", NULL, "Shenzhen", 0 },  { "Shenzhen", NULL, "Guangdong", 0 },
    { NULL, "tractor_trailer", "Beijing", 1 }, { NULL, "dump_truck", "Beijing", 0 },
  };
  g_autoptr (CorScenario) plain = fixture_load ("icct-2021");
  const CorItem *relief = cor_scenario_find (plain, COR_ITEM_POLICY, "toll_relief");
  const CorItem *package = cor_scenario_find (plain, COR_ITEM_POLICY, "package");
  CorPolicyTerm terms[COR_POLICY_TERMS_MAX];
  const char *ids[COR_POLICY_TERMS_MAX];
  g_autoptr (CorScenario) packed = NULL;
  CorPolicy *copy;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorScenario) scenario = NULL;
      const char *regions[] = { cases[i].region, NULL }, *types[] = { cases[i].type, NULL };

      copy = (CorPolicy *) cor_item_copy (relief);
      copy->on = TRUE;
      copy->regions = g_strdupv ((char **) regions);
      copy->truck_types = g_strdupv ((char **) types);
      scenario = cor_scenario_with_item (plain, &copy->item);
      g_assert_cmpuint (cor_evaluate_terms (scenario, cor_engine_defaults (engine), "tractor_trailer", cases[i].of_region, terms, ids),
                        ==, cases[i].n);
    }
  g_assert_cmpuint (cor_evaluate_terms (plain, cor_engine_defaults (engine), "dump_truck", "Beijing", terms, ids), ==, 0);
  copy = (CorPolicy *) cor_item_copy (package);
  copy->on = TRUE;
  packed = cor_scenario_with_item (plain, &copy->item);
  g_assert_cmpuint (cor_evaluate_terms (packed, cor_engine_defaults (engine), "dump_truck", "Beijing", terms, ids), ==, 5);
  g_assert_cmpstr (ids[0], ==, "purchase_subsidy");
}

/* A station put on the line of a duty's route never lengthens its detour. */
static void
test_station_on_route (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorResults) before = cor_engine_evaluate (engine, scenario);
  guint looked_at = 0;

  for (guint i = 0; i < before->n_duties; i++)
    {
      const CorDutyResult *duty = &before->duties[i];
      const CorOutcome *old = &cor_duty_result_shown (duty)->outcomes[before->year];
      CorStation *station;
      CorLonLat place;
      g_autoptr (CorScenario) more = NULL;
      g_autoptr (CorResults) after = NULL;

      if (!old->feasible || isnan (old->detour_km) || old->detour_km <= 0)
        continue;
      station = (CorStation *) cor_item_new (COR_ITEM_STATION, "on-the-line");
      place = cor_path_locate (duty->geometry->out, duty->geometry->out->length_m * 0.6);
      station->lon = place.lon;
      station->lat = place.lat;
      station->station_kind = COR_STATION_BOTH;
      station->power_kw = 600;
      station->plugs = 10;
      station->batteries = 10;
      station->swap_min = 5;
      station->energy_price_yuan_per_kwh = 0.1;
      station->service_fee_yuan_per_kwh = 0;
      more = cor_scenario_with_item (scenario, &station->item);
      after = cor_engine_evaluate (engine, more);
      g_assert_cmpfloat (cor_duty_result_shown (&after->duties[i])->outcomes[after->year].detour_km, <=,
                         old->detour_km + 1e-6);
      looked_at++;
    }
  g_assert_cmpuint (looked_at, >, 0);
}

/* Driven and detour km of a truck, anew from the route's line and the stops of its plan. */
static void
test_km_from_plan (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  guint with_detour = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorAlternative *truck = cor_duty_result_shown (duty);
      const CorOutcome *outcome = &truck->outcomes[results->year];
      const CorRoute *route = duty->route;
      double trip_m = duty->geometry->out->length_m + duty->geometry->back->length_m;
      double stops_m = 0;

      if (!outcome->feasible)
        continue;
      for (guint j = 0; j < truck->plan->n_stops; j++)
        stops_m += truck->plan->stops[j].station >= 0 ? truck->plan->stops[j].detour_m : 0;
      g_assert_cmpfloat_with_epsilon (outcome->transport_km, trip_m / 1000 * route->trips_per_day * route->days_per_year,
                                      1e-6 * outcome->transport_km);
      g_assert_cmpfloat_with_epsilon (outcome->detour_km,
                                      stops_m / 1000 / lround (route->trips_per_day) * route->trips_per_day
                                        * route->days_per_year,
                                      1e-3 * outcome->transport_km / 100);
      with_detour += outcome->detour_km > 0;
    }
  g_assert_cmpuint (with_detour, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/evaluate/depot-peak", test_depot_peak);
  g_test_add_func ("/evaluate/site-plugs", test_site_plugs);
  g_test_add_func ("/evaluate/terms", test_terms);
  g_test_add_func ("/evaluate/station-on-route", test_station_on_route);
  g_test_add_func ("/evaluate/km-from-plan", test_km_from_plan);
  return fixture_run (engine);
}
