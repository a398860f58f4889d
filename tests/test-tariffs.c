/* test-tariffs.c: tariffs by season and hour in a whole scenario, and in its file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-scenario-reader.h"
#include "cor-scenario-writer.h"
#include "cor-variant.h"
#include "scenario-fixture.h"
#include "tariff-fixture.h"

#include <math.h>
#include <string.h>

#define WINTER_DAYS 273
#define SUMMER_DAYS 92
#define DAYS 365
#define HOURS 24

static CorEngine *engine;

/* The scenario with depots and sites on the tariff. */
static CorScenario *
at_depots (CorScenario *scenario, const CorTariffSeason *seasons, guint n)
{
  g_autoptr (CorScenario) named = fixture_with_tariff (scenario, seasons, n, NULL, 0);

  return fixture_name_depots (named);
}

/* The scenario with its stations on the tariff. */
static CorScenario *
at_stations (CorScenario *scenario, const CorTariffSeason *seasons, guint n)
{
  g_autoptr (CorScenario) named = fixture_with_tariff (scenario, seasons, n, NULL, 0);

  return fixture_name_stations (named);
}

/* The cost of every truck that is feasible, model year by model year; -1 where it is not. */
static GArray *
costs (CorScenario *scenario)
{
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  GArray *all = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < results->n_duties; i++)
    for (guint j = 0; j < results->duties[i].n_alternatives; j++)
      for (guint y = 0; y < results->n_years; y++)
        {
          const CorOutcome *outcome = &results->duties[i].alternatives[j]->outcomes[y];
          double cost = outcome->feasible ? outcome->tco_yuan : -1;

          g_array_append_val (all, cost);
        }
  return all;
}

static void
assert_costs (const GArray *a, const GArray *b, double relative)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    g_assert_cmpfloat (fabs (g_array_index (a, double, i) - g_array_index (b, double, i)), <=,
                       relative * fabs (g_array_index (a, double, i)));
}

/* A tariff with the price that the scenario gives anyway changes nothing. */
static void
test_level (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  CorTariffSeason depot = fixture_flat (0.8); /* what its parameters say of both */
  g_autoptr (CorScenario) depots = at_depots (plain, &depot, 1);
  g_autoptr (CorScenario) stations = at_stations (plain, &depot, 1);
  g_autoptr (GArray) before = costs (plain);
  g_autoptr (GArray) of_depots = costs (depots);
  g_autoptr (GArray) of_stations = costs (stations);

  assert_costs (before, of_depots, 1e-12);
  assert_costs (before, of_stations, 1e-12);
}

/* Twelve equal months are the year. */
static void
test_equal_seasons (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  CorTariffSeason year = fixture_season (cor_tariff_months (1, 12), 0.8, 1.4), months[COR_TARIFF_MONTHS];
  g_autoptr (CorScenario) whole = NULL, split = NULL;
  g_autoptr (GArray) a = NULL, b = NULL;

  for (int i = 0; i < COR_TARIFF_MONTHS; i++)
    months[i] = fixture_season (cor_tariff_months (i + 1, i + 1), 0.8, 1.4);
  whole = at_depots (plain, &year, 1);
  split = at_depots (plain, months, COR_TARIFF_MONTHS);
  a = costs (whole);
  b = costs (split);
  assert_costs (a, b, 0);
}

/* A dearer summer makes no truck's years cheaper. */
static void
test_dearer_summer (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  CorTariffSeason seasons[2] = { fixture_season (cor_tariff_months (10, 6), 0.8, 1.4), fixture_season (cor_tariff_months (7, 9), 0.8, 1.4) };
  g_autoptr (CorScenario) before = at_depots (plain, seasons, 2);
  g_autoptr (CorScenario) after = NULL;
  g_autoptr (GArray) a = costs (before), b = NULL;
  guint dearer = 0;

  seasons[1] = fixture_season (cor_tariff_months (7, 9), 1.0, 1.8);
  after = at_depots (plain, seasons, 2);
  b = costs (after);
  for (guint i = 0; i < a->len; i++)
    {
      g_assert_cmpfloat (g_array_index (b, double, i), >=, g_array_index (a, double, i) - 0.01);
      dearer += g_array_index (b, double, i) > g_array_index (a, double, i) + 1;
    }
  g_assert_cmpuint (dearer, >, 0);
}

/* The price of a night in one of the two seasons, worked out half hour by half hour: the valley from 0 to 8 h
 * first, then what is flat, then 11-12 and 15-17 h. */
static double
night_by_hand (double from, double to, double kwh, double kw, double flat, double sharp)
{
  double in_valley = 0, in_flat = 0, left = kwh, yuan = 0;

  for (double at = from; at < to - 1e-9; at += 1.0 / 3600)
    {
      double hour = fmod (at + 0.5 / 3600, HOURS);

      if (hour < 8)
        in_valley += 1.0 / 3600;
      else if (!((hour >= 11 && hour < 12) || (hour >= 15 && hour < 17)))
        in_flat += 1.0 / 3600;
    }
  yuan += MIN (left, in_valley * kw) * flat / 2;
  left = MAX (0, left - in_valley * kw);
  yuan += MIN (left, in_flat * kw) * flat;
  left = MAX (0, left - in_flat * kw);
  yuan += left * sharp;
  return yuan / kwh;
}

/* Each duty's night at the depot costs the days' mean of two nights, the cheapest hours of each; the year's
 * money for it is that price times the kWh, and the cash flow adds up. */
static void
test_depot_by_hand (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  CorTariffSeason seasons[2] = { fixture_season (cor_tariff_months (10, 6), 0.8, 1.4), fixture_season (cor_tariff_months (7, 9), 1.0, 1.8) };
  g_autoptr (CorScenario) scenario = at_depots (plain, seasons, 2);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  CorTariffSeason same = fixture_flat (0.8);
  g_autoptr (CorScenario) plain_level = at_depots (plain, &same, 1);
  g_autoptr (CorResults) at_level = cor_engine_evaluate (engine, plain_level);
  guint nights = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorAlternative *truck = cor_duty_result_shown (&results->duties[i]);
      const CorRoute *route = results->duties[i].route;
      const CorUse *use = truck ? &truck->uses[results->year] : NULL;
      const CorTco *level_tco;
      double from, kw, price, sum = 0;

      if (truck == NULL || truck->plan == NULL || truck->tco == NULL || !(truck->plan->depot_kwh > 0))
        continue;
      from = route->first_departure_h + truck->plan->day_s / 3600;
      kw = cor_param_table_value (truck->table, COR_PARAM_DEPOT_POWER, results->first_year + (int) results->year);
      price = (WINTER_DAYS * night_by_hand (from, route->first_departure_h + HOURS, truck->plan->depot_kwh, kw, 0.8, 1.4)
               + SUMMER_DAYS * night_by_hand (from, route->first_departure_h + HOURS, truck->plan->depot_kwh, kw, 1.0, 1.8))
              / DAYS;
      g_assert_cmpfloat_with_epsilon (use->depot_yuan_per_kwh, price, 2e-4);
      g_assert_cmpfloat_with_epsilon (truck->plan->depot_yuan, use->depot_yuan_per_kwh * truck->plan->depot_kwh, 1e-6);
      /* What the same night costs at 0.8 all day, times the price over 0.8. */
      level_tco = cor_duty_result_shown (cor_results_duty (at_level, results->duties[i].duty->item.id))->tco;
      g_assert_cmpfloat_with_epsilon (truck->tco->part[COR_TCO_DEPOT_ENERGY][1],
                                      level_tco->part[COR_TCO_DEPOT_ENERGY][1] * use->depot_yuan_per_kwh / 0.8, 0.01);
      for (guint part = 0; part < COR_N_TCO_PARTS; part++)
        for (guint slot = 0; slot <= truck->tco->n_years; slot++)
          sum += truck->tco->part[part][slot];
      g_assert_cmpfloat_with_epsilon (sum, truck->tco->nominal_total, 0.005);
      nights++;
    }
  g_assert_cmpuint (nights, >, 3);
}

static double
figure (const CorAlternative *truck, CorParamId id, int year)
{
  return cor_param_table_value (truck->table, id, year);
}

/* A stop under way is paid at the prices of its own minutes, for what the battery takes in each, the fee on top. */
static void
test_stations_by_hand (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  CorTariffSeason seasons[2] = { fixture_season (cor_tariff_months (10, 6), 0.8, 1.4), fixture_season (cor_tariff_months (7, 9), 1.0, 1.8) };
  g_autoptr (CorScenario) scenario = at_stations (plain, seasons, 2);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  guint n, stops = 0;
  const CorItem *const *stations = cor_scenario_items (scenario, COR_ITEM_STATION, &n);

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorAlternative *truck = cor_duty_result_shown (&results->duties[i]);
      double plugged = 0;

      for (guint k = 0; truck != NULL && truck->plan != NULL && k < truck->plan->n_stops; k++)
        {
          const CorPlanStop *stop = &truck->plan->stops[k];
          const CorStation *station = stop->station < 0 ? NULL : (const CorStation *) stations[stop->station];
          double from, price = 0, efficiency, level, bought = 0;
          int year = results->first_year + (int) results->year;
          CorChargeCurve curve;

          plugged += stop->kind == COR_STOP_PLUG ? stop->yuan : 0;
          if (stop->kind != COR_STOP_PLUG || station->tariff == NULL)
            continue;
          from = stop->power_h;
          level = stop->soc_in * figure (truck, COR_PARAM_BATTERY, year);
          cor_charge_curve_fill (&curve, figure (truck, COR_PARAM_BATTERY, year), figure (truck, COR_PARAM_SOC_MAX, year),
                                 figure (truck, COR_PARAM_CHARGE_POWER, year), figure (truck, COR_PARAM_TAPER_FROM, year),
                                 figure (truck, COR_PARAM_TAPER_TO, year));
          for (guint s = 0; s < 1000; s++)
            {
              double hours = stop->charge_min / 60 / 1000, hour = fmod (from + (s + 0.5) * hours, HOURS);
              gboolean sharp = (hour >= 11 && hour < 12) || (hour >= 15 && hour < 17);
              double kwh = hours * cor_charge_curve_power (&curve, station->power_kw, level);

              price += kwh * (WINTER_DAYS * (hour < 8 ? 0.4 : sharp ? 1.4 : 0.8) + SUMMER_DAYS * (hour < 8 ? 0.5 : sharp ? 1.8 : 1.0))
                       / DAYS;
              bought += kwh;
              level += kwh;
            }
          price /= bought;
          price += isnan (station->service_fee_yuan_per_kwh)
                     ? cor_param_table_value (truck->table, COR_PARAM_SERVICE_FEE, year)
                     : station->service_fee_yuan_per_kwh;
          efficiency = cor_param_table_value (truck->table, COR_PARAM_CHARGING_EFFICIENCY, year);
          g_assert_cmpfloat_with_epsilon (stop->yuan, price * stop->kwh / efficiency, 0.002 * stop->yuan);
          stops++;
        }
      if (plugged > 0 && truck->uses[results->year].swap_kwh == 0)
        g_assert_cmpfloat_with_epsilon (truck->plan->station_yuan, plugged, 1e-6);
    }
  g_assert_cmpuint (stops, >, 0);
}

/* An edit of a tariff plans anew what it concerns: the same as planning everything. */
static void
test_again (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  CorTariffSeason seasons[2] = { fixture_season (cor_tariff_months (10, 6), 0.8, 1.4), fixture_season (cor_tariff_months (7, 9), 1.0, 1.8) };
  g_autoptr (CorScenario) before = at_stations (plain, seasons, 2);
  g_autoptr (CorScenario) after = NULL;
  g_autoptr (GArray) first = costs (before), edited = NULL, fresh = NULL;

  seasons[1].yuan_per_kwh[COR_TARIFF_SHARP] = 2.5;
  after = fixture_with_tariff (before, seasons, 2, NULL, 0);
  edited = costs (after);
  cor_engine_forget (engine);
  fresh = costs (after);
  assert_costs (edited, fresh, 0);
  g_assert_cmpuint (first->len, ==, edited->len);
}

/* Written, read and written again: the same bytes and the same tariff. */
static void
test_file (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  CorTariffSeason seasons[2] = { fixture_season (cor_tariff_months (10, 6), 0.8, 1.4), fixture_season (cor_tariff_months (7, 9), 1.0, 1.8) };
  g_autoptr (CorScenario) scenario = NULL, again = NULL;
  g_autoptr (GBytes) bytes = NULL, twice = NULL;
  g_autoptr (GError) error = NULL;
  const CorTariffSheet *sheet;

  seasons[1].demand_yuan_per_kw_month = 42;
  scenario = at_depots (plain, seasons, 2);
  bytes = cor_scenario_to_bytes (scenario);
  again = cor_scenario_from_bytes (bytes, &error);
  g_assert_no_error (error);
  twice = cor_scenario_to_bytes (again);
  g_assert_true (g_bytes_equal (bytes, twice));
  sheet = (const CorTariffSheet *) cor_scenario_find (again, COR_ITEM_TARIFF, "power");
  g_assert_cmpuint (sheet->seasons->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    g_assert_true (cor_tariff_season_equal (&g_array_index (sheet->seasons, CorTariffSeason, i), &seasons[i]));
}

/* What is wrong in a file is said with its place. */
static void
test_faults (void)
{
  static const struct
  {
    const char *season;
    int code;
    const char *says;
  } cases[] = {
    { "{\"months\": [1, 13]}", COR_ERROR_RANGE, "*tariffs[0].seasons[0].months[1]*" },
    { "{\"months\": []}", COR_ERROR_RANGE, "*at least one month*" },
    { "{\"flat_yuan_per_kwh\": 0.5}", COR_ERROR_MISSING, "*months*" },
    { "{\"months\": [1], \"peak_h\": [[9, 12]], \"sharp_h\": [[11, 12]]}", COR_ERROR_RANGE, "*11 to 12*another period*" },
    { "{\"months\": [1], \"peak_h\": [[9, 12.2]]}", COR_ERROR_RANGE, "*half hours*" },
    { "{\"months\": [1], \"flat_yuan_per_kwh\": -1}", COR_ERROR_RANGE, "*flat_yuan_per_kwh*" },
    { "{\"months\": [1], \"rush_h\": []}", COR_ERROR_PARSE, "*rush_h*no part*" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text
        = g_strdup_printf ("{\"format\": \"corridor-scenario\", \"version\": 1, \"scenario\": {\"id\": \"a\"}, \"tariffs\": "
                           "[{\"id\": \"t\", \"seasons\": [%s]}]}",
                           cases[i].season);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (CorScenario) scenario = cor_scenario_from_bytes (bytes, &error);

      g_assert_null (scenario);
      g_assert_error (error, COR_ERROR, cases[i].code);
      g_assert_true (g_pattern_match_simple (cases[i].says, error->message));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/tariffs/level", test_level);
  g_test_add_func ("/tariffs/equal-seasons", test_equal_seasons);
  g_test_add_func ("/tariffs/dearer-summer", test_dearer_summer);
  g_test_add_func ("/tariffs/depot-by-hand", test_depot_by_hand);
  g_test_add_func ("/tariffs/stations-by-hand", test_stations_by_hand);
  g_test_add_func ("/tariffs/again", test_again);
  g_test_add_func ("/tariffs/file", test_file);
  g_test_add_func ("/tariffs/faults", test_faults);
  return fixture_run (engine);
}
