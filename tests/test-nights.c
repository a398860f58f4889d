/* test-nights.c: nights at the depot by hand: in which hours, at what power, and what of it is billed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-variant.h"
#include "cor-yard.h"
#include "scenario-fixture.h"
#include "tariff-fixture.h"

#include <math.h>

static CorEngine *engine;

/* The scenario with depots and sites on the tariff. */
static CorScenario *
at_depots (CorScenario *scenario, const CorTariffSeason *seasons, guint n)
{
  g_autoptr (CorScenario) named = fixture_with_tariff (scenario, seasons, n, NULL, 0);

  return fixture_name_depots (named);
}

static double
both (double from, double to, double also_from, double also_to)
{
  return MAX (0, MIN (to, also_to) - MAX (from, also_from));
}

/* By hand: what the night takes, evenly over the hours from 0 to @until that the truck stands; at full power in them
 * where they do not suffice. */
static double
valley_kw (const CorDutyResult *duty, const CorAlternative *truck, double until)
{
  double power = cor_param_table_value (truck->table, COR_PARAM_DEPOT_POWER, 2027), kwh = truck->plan->depot_kwh;
  double to = duty->route->first_departure_h + 24, from = duty->route->first_departure_h + truck->plan->day_s / 3600;
  double hours = both (from, to, 0, until) + both (from, to, 24, 24 + until);

  g_assert_cmpfloat (hours, >, 0.25);
  return MIN (power, kwh / hours);
}

/* The truck of a duty that spends the night at a charger of the depot; NULL for none. */
static const CorAlternative *
at_night (const CorDutyResult *duty)
{
  const CorAlternative *truck = cor_duty_result_shown (duty);

  return truck != NULL && truck->tco != NULL && truck->plan != NULL && truck->plan->depot_kwh > 0 ? truck : NULL;
}

/* Hours of one price are used alike: 80 kWh in a night of eight cheap hours take 10 kW; 400 kWh at 40 kW take the
 * cheap hours whole and the 80 that are left in the six others of the stay. It costs what the cheapest hours do. */
static void
test_slowly (void)
{
  CorTariffSeason season = fixture_season (cor_tariff_months (1, 12), 0.8, 1.4);
  CorTariff tariff;
  CorTariffUse uses[COR_TARIFF_PIECES];
  guint n;

  g_assert_true (cor_tariff_set_seasons (&tariff, &season, 1));
  n = cor_tariff_cheapest_hours (&tariff, 0, 20, 34, 80, 40, uses);
  g_assert_cmpuint (n, >, 0);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (uses[i].kw, 10, 1e-9);
  g_assert_cmpfloat_with_epsilon (cor_tariff_cheapest (&tariff, 20, 34, 80, 40), 0.4, 1e-9);
  n = cor_tariff_cheapest_hours (&tariff, 0, 20, 34, 400, 40, uses);
  for (guint i = 0; i < n; i++)
    g_assert_cmpfloat_with_epsilon (uses[i].kw, (fmod (uses[i].from_h, 24) < 8 ? 40 : 80.0 / 6), 1e-9);
  g_assert_cmpfloat_with_epsilon (cor_tariff_cheapest (&tariff, 20, 34, 400, 40), (320 * 0.4 + 80 * 0.8) / 400, 1e-9);
  g_assert_cmpuint (cor_tariff_cheapest_hours (&tariff, 0, 20, 34, 600, 40, uses), ==, 0);
}

/* The demand charge of the depot's own tariff, by hand: 9 months at 20 and 3 at 40 yuan are 300 yuan a kW and year,
 * and of that what is billed: a half; nothing in a year of the waiver. */
static void
test_demand (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  CorTariffSeason seasons[2] = { fixture_season (cor_tariff_months (10, 6), 0.8, 1.4), fixture_season (cor_tariff_months (7, 9), 0.8, 1.4) };
  g_autoptr (CorScenario) scenario = NULL, half = NULL;
  guint n = 0;

  seasons[0].demand_yuan_per_kw_month = 20;
  seasons[1].demand_yuan_per_kw_month = 40;
  scenario = at_depots (plain, seasons, 2);
  half = cor_scenario_set_parameter (scenario, COR_PARAM_DEMAND_MAX_BILLED, 0.5, "test", NULL);
  for (guint waived = 0; waived < 2; waived++)
    {
      g_autoptr (CorResults) results = cor_engine_evaluate (engine, waived ? scenario : half);

      for (guint i = 0; i < results->n_duties; i++)
        {
          const CorAlternative *truck = cor_duty_result_shown (&results->duties[i]);
          const CorUse *use = truck ? &truck->uses[results->year] : NULL;
          double net;

          if (truck == NULL || truck->tco == NULL || truck->plan == NULL || !(truck->plan->depot_kwh > 0))
            continue;
          net = 1 - cor_param_table_value (truck->table, COR_PARAM_VAT_RECOVERED, 2027) * 0.13 / 1.13;
          g_assert_cmpfloat_with_epsilon (use->demand_yuan_per_kw, 9 * 20 + 3 * 40, 1e-9);
          g_assert_cmpfloat_with_epsilon (use->depot_peak_kw, valley_kw (&results->duties[i], truck, 8), 1e-6);
          g_assert_cmpfloat_with_epsilon (truck->tco->part[COR_TCO_DEMAND][1], waived ? 0 : 300 * 0.5 * use->depot_peak_kw * net, 1);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 6);
}

/* Cheap from 0 to 8 h for nine months at 20 yuan a kW, from 0 to 2 h for three at 40: a night of the three takes up to
 * four times the power, and each month is billed at its own: 180 yuan for a kW of the long valley, 120 for one of the
 * short. */
static void
test_seasons (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  CorTariffSeason seasons[2] = { fixture_season (cor_tariff_months (10, 6), 0.8, 1.4), fixture_season (cor_tariff_months (7, 9), 0.8, 1.4) };
  g_autoptr (CorScenario) scenario = NULL, half = NULL;
  g_autoptr (CorResults) results = NULL;
  guint n = 0, steeper = 0;

  for (guint slot = 4; slot < 16; slot++)
    seasons[1].period[slot] = COR_TARIFF_FLAT;
  seasons[0].demand_yuan_per_kw_month = 20;
  seasons[1].demand_yuan_per_kw_month = 40;
  scenario = at_depots (plain, seasons, 2);
  half = cor_scenario_set_parameter (scenario, COR_PARAM_DEMAND_MAX_BILLED, 0.5, "test", NULL);
  results = cor_engine_evaluate (engine, half);
  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorAlternative *truck = at_night (&results->duties[i]);
      double net, winter, summer;

      if (truck == NULL)
        continue;
      net = 1 - cor_param_table_value (truck->table, COR_PARAM_VAT_RECOVERED, 2027) * 0.13 / 1.13;
      winter = valley_kw (&results->duties[i], truck, 8);
      summer = valley_kw (&results->duties[i], truck, 2);
      g_assert_cmpfloat_with_epsilon (truck->tco->part[COR_TCO_DEMAND][1], (180 * winter + 120 * summer) * 0.5 * net, 1);
      g_assert_cmpfloat_with_epsilon (truck->uses[results->year].depot_peak_kw, 0.6 * winter + 0.4 * summer, 1e-6);
      steeper += summer > 1.5 * winter;
      n++;
    }
  g_assert_cmpuint (n, >, 3);
  g_assert_cmpuint (steeper, >, 3);
}

/* What the plan says of a night: power from 0 h, or when the truck is back, to 8 h or when it leaves, as in nine
 * months of the year, not to 2 h as in three; where nothing tells hours apart, all the time that it stands. */
static void
test_hours (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  CorTariffSeason seasons[2] = { fixture_season (cor_tariff_months (10, 6), 0.8, 1.4), fixture_season (cor_tariff_months (7, 9), 0.8, 1.4) };
  g_autoptr (CorScenario) valley = NULL;
  g_autoptr (CorScenario) flat = cor_scenario_set_parameter (plain, COR_PARAM_DEPOT_PRICE, 0.7, "test", NULL);
  guint n = 0;

  for (guint slot = 4; slot < 16; slot++)
    seasons[1].period[slot] = COR_TARIFF_FLAT;
  valley = at_depots (plain, seasons, 2);
  for (guint by_hour = 0; by_hour < 2; by_hour++)
    {
      g_autoptr (CorResults) results = cor_engine_evaluate (engine, by_hour ? valley : flat);

      for (guint i = 0; i < results->n_duties; i++)
        {
          const CorAlternative *truck = at_night (&results->duties[i]);
          double to = results->duties[i].route->first_departure_h + 24, power, from, until;
          const CorPlanStop *stop;

          if (truck == NULL)
            continue;
          stop = &truck->plan->stops[truck->plan->n_stops - 1];
          power = cor_param_table_value (truck->table, COR_PARAM_DEPOT_POWER, 2027);
          g_assert_cmpint (stop->kind, ==, COR_STOP_DEPOT);
          if (by_hour && valley_kw (&results->duties[i], truck, 8) >= power)
            continue;
          from = by_hour ? MAX (stop->arrive_h, 24) : stop->arrive_h;
          until = by_hour ? MIN (to, 32) : to;
          g_assert_cmpfloat_with_epsilon (stop->power_h, from, 1e-6);
          g_assert_cmpfloat_with_epsilon (stop->until_h, until, 1e-6);
          g_assert_cmpfloat_with_epsilon (stop->charge_min, 60 * (until - from), 1e-4);
          g_assert_cmpfloat_with_epsilon (stop->minutes, stop->charge_min, 1e-9);
          n++;
        }
    }
  g_assert_cmpuint (n, >, 8);
}

/* At one price all night, each truck takes its energy evenly from its return until it leaves: at 1 h the site gives the
 * sum of that. */
static void
test_even (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (CorScenario) flat = cor_scenario_set_parameter (plain, COR_PARAM_DEPOT_PRICE, 0.7, "test", NULL);
  g_autoptr (CorScenario) together = cor_scenario_set_parameter (flat, COR_PARAM_HEADWAY, 0, "test", NULL);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, together);
  guint n, seen = 0;
  const CorItem *const *sites = cor_scenario_items (together, COR_ITEM_SITE, &n);
  CorFactorChoice choice;

  cor_factor_choice_init (results, &choice);
  for (guint s = 0; s < n; s++)
    {
      g_autoptr (CorYard) yard = cor_yard_new (results, sites[s]->id, &choice);
      double kw = 0;

      for (guint i = 0; i < results->n_duties; i++)
        {
          const CorDutyResult *duty = &results->duties[i];
          const CorAlternative *truck = cor_duty_result_compared (results, duty, results->year);
          const CorPlanStop *stop;

          if (truck == NULL || truck->plan == NULL || !(truck->plan->depot_kwh > 0)
              || g_strcmp0 (duty->duty->depot ? duty->duty->depot : duty->route->origin, sites[s]->id) != 0)
            continue;
          stop = &truck->plan->stops[truck->plan->n_stops - 1];
          g_assert_cmpfloat (stop->arrive_h, <, 25);
          g_assert_cmpfloat (duty->route->first_departure_h, >, 1.25);
          kw += duty->duty->trucks * truck->plan->depot_kwh / (duty->route->first_departure_h + 24 - stop->arrive_h);
          seen++;
        }
      g_assert_cmpfloat_with_epsilon (yard->trucks_kw[COR_STATION_SLOTS / 24], kw, 1e-6 * (1 + kw));
    }
  g_assert_cmpuint (seen, >, 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/nights/slowly", test_slowly);
  g_test_add_func ("/nights/demand", test_demand);
  g_test_add_func ("/nights/seasons", test_seasons);
  g_test_add_func ("/nights/hours", test_hours);
  g_test_add_func ("/nights/even", test_even);
  return fixture_run (engine);
}
