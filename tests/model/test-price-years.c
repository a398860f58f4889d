/* test-price-years.c: prices of power and fees that move from year to year, through model years and ownership.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-edit.h"
#include "cor-fault.h"
#include "cor-scenario-check.h"
#include "cor-scenario-reader.h"
#include "cor-scenario-writer.h"
#include "../scenario-fixture.h"
#include "../tariff-fixture.h"

#define FLAT 0.8

/* So many plugs, batteries and bays that nobody waits. */
#define PLENTY 100

static CorEngine *engine;

/* A level of 1 in 2024 that rises by 5 % of that a year, to 1.5 in 2034. */
static const CorPolicyPoint rising[] = { { 2024, 1 }, { 2034, 1.5 } };

static double
level_in (int year)
{
  return year >= 2034 ? 1.5 : 1 + 0.05 * (year - 2024);
}

/* Depots and stations without a price of their own pay 0.8 yuan at all hours, at levels by year. */
static CorScenario *
on_tariff (const CorPolicyPoint *levels, guint n)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  CorTariffSeason flat = fixture_flat (FLAT);
  g_autoptr (CorScenario) sheet = fixture_with_tariff (plain, &flat, 1, levels, n);
  g_autoptr (CorScenario) depots = fixture_name_depots (sheet);

  return fixture_name_stations (depots);
}

static CorScenario *
with_series (CorScenario *scenario, CorParamId id, double at_2024, double at_2034)
{
  g_autoptr (GArray) points = cor_schedule_new ();
  CorPolicyPoint ends[] = { { 2024, at_2024 }, { 2034, at_2034 } };
  g_autoptr (GError) error = NULL;
  CorScenario *next;

  g_array_append_vals (points, ends, G_N_ELEMENTS (ends));
  next = cor_edit_series (scenario, COR_ITEM_HEAD, NULL, id, points, &error);
  g_assert_no_error (error);
  return next;
}

static CorScenario *
shown_in (CorScenario *scenario, int year)
{
  g_autoptr (GError) error = NULL;
  CorScenario *next = cor_edit_number (scenario, COR_ITEM_HEAD, NULL, "model_year", year, &error);

  g_assert_no_error (error);
  return next;
}

/* Queues are those of the year shown: the scenario without any. */
static CorScenario *
without_queues (CorScenario *scenario)
{
  GPtrArray *stations = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_STATION, &n);

  for (guint i = 0; i < n; i++)
    {
      CorStation *station = (CorStation *) cor_item_copy (items[i]);

      station->plugs = station->batteries = station->bays = PLENTY;
      g_ptr_array_add (stations, station);
    }
  return cor_scenario_with_items (scenario, COR_ITEM_STATION, stations);
}

/* What a cost part comes to in year @slot for each yuan of the first, less what the km do: tolls by the km do not
 * move. */
static double
moves_by (const CorTco *tco, CorTcoPart part, guint slot)
{
  return tco->part[part][slot] / tco->part[part][1] * tco->part[COR_TCO_TOLL][1] / tco->part[COR_TCO_TOLL][slot];
}

static void
test_level_of_year (void)
{
  g_autoptr (CorScenario) scenario = on_tariff (rising, G_N_ELEMENTS (rising));
  const CorTariffSheet *sheet = (const CorTariffSheet *) cor_scenario_find (scenario, COR_ITEM_TARIFF, "power");
  CorTariff tariff;

  g_assert_cmpfloat (cor_tariff_level (sheet, 2010), ==, 1);
  g_assert_cmpfloat (cor_tariff_level (sheet, 2024), ==, 1);
  g_assert_cmpfloat_with_epsilon (cor_tariff_level (sheet, 2027), 1.15, 1e-12);
  g_assert_cmpfloat (cor_tariff_level (sheet, 2034), ==, 1.5);
  g_assert_cmpfloat (cor_tariff_level (sheet, 2090), ==, 1.5);
  g_assert_cmpfloat (cor_tariff_level (NULL, 2030), ==, 1);
  g_assert_true (cor_evaluate_tariff (scenario, "power", 2030, &tariff));
  g_assert_cmpfloat_with_epsilon (cor_tariff_mean (&tariff, 0, 24), 0.8 * 1.3, 1e-12);
}

/* The depot's kWh: 0.8 times the level of the calendar year, in each year of ownership. */
static void
test_depot_by_hand (void)
{
  g_autoptr (CorScenario) scenario = on_tariff (rising, G_N_ELEMENTS (rising));
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  int model_year = results->first_year + (int) results->year;
  guint looked = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorAlternative *truck = cor_duty_result_shown (&results->duties[i]);

      if (truck == NULL || truck->tco == NULL || truck->plan == NULL || !(truck->plan->depot_kwh + truck->plan->site_kwh > 0)
          || !(truck->tco->part[COR_TCO_TOLL][1] > 0))
        continue;
      g_assert_cmpfloat_with_epsilon (truck->uses[results->year].depot_yuan_per_kwh, FLAT * level_in (model_year), 1e-9);
      for (guint y = 1; y <= truck->tco->n_years; y++)
        g_assert_cmpfloat_with_epsilon (moves_by (truck->tco, COR_TCO_DEPOT_ENERGY, y),
                                        level_in (model_year + (int) y - 1) / level_in (model_year), 1e-9);
      looked++;
    }
  g_assert_cmpuint (looked, >, 2);
}

/* What stops are chosen at: a night after the longest working day of 14 h, in whose cheapest hours the battery's window
 * is filled, or what the plug gives in that time. */
static void
test_planned_night (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  CorTariffSeason season = fixture_season (cor_tariff_months (1, 12), 0.8, 1.4);
  g_autoptr (CorScenario) sheet = fixture_with_tariff (plain, &season, 1, NULL, 0);
  g_autoptr (CorScenario) depots = fixture_name_depots (sheet);
  g_autoptr (CorScenario) scenario = cor_edit_parameter (depots, COR_ITEM_HEAD, NULL, COR_PARAM_WORKING_DAY, 14, NULL);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  int year = results->first_year + (int) results->year;
  CorTariff tariff;
  guint looked = 0;

  g_assert_true (cor_evaluate_tariff (scenario, "power", year, &tariff));
  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorAlternative *truck = cor_duty_result_shown (&results->duties[i]);
      double from = results->duties[i].route->first_departure_h + 14, to = from + 10;
      double kw, kwh;

      if (truck == NULL || !truck->briefs[results->year].planned)
        continue;
      kw = cor_param_table_value (truck->table, COR_PARAM_DEPOT_POWER, year);
      kwh = cor_param_table_value (truck->table, COR_PARAM_BATTERY, year)
            * (cor_param_table_value (truck->table, COR_PARAM_SOC_MAX, year) - cor_param_table_value (truck->table, COR_PARAM_SOC_MIN, year));
      g_assert_cmpfloat (kwh, <, kw * 10);
      g_assert_cmpfloat_with_epsilon (truck->briefs[results->year].plan.input.depot_yuan_per_kwh,
                                      cor_tariff_cheapest (&tariff, from, to, kwh, kw), 1e-9);
      g_assert_cmpfloat (cor_tariff_cheapest (&tariff, from, to, kwh, kw), <, cor_tariff_cheapest (&tariff, from, to, kw * 10, kw));
      looked++;
    }
  g_assert_cmpuint (looked, >, 3);
}

/* At plugs the tariff's part moves and the fee, 0.45 yuan, stays. */
static void
test_stations_by_hand (void)
{
  g_autoptr (CorScenario) scenario = on_tariff (rising, G_N_ELEMENTS (rising));
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  int model_year = results->first_year + (int) results->year;
  guint n, looked = 0;
  const CorItem *const *stations = cor_scenario_items (scenario, COR_ITEM_STATION, &n);

  for (guint i = 0; i < results->n_duties; i++)
    for (guint j = 0; j < results->duties[i].n_alternatives; j++)
      {
        const CorAlternative *truck = results->duties[i].alternatives[j];
        gboolean plain = truck->plan != NULL && truck->tco != NULL && truck->tco->part[COR_TCO_TOLL][1] > 0;
        guint stops = 0;

        for (guint k = 0; plain && k < truck->plan->n_stops; k++)
          {
            const CorPlanStop *stop = &truck->plan->stops[k];
            const CorStation *station = stop->station < 0 ? NULL : (const CorStation *) stations[stop->station];

            if (station == NULL)
              continue;
            plain = stop->kind == COR_STOP_PLUG && station->tariff != NULL && isnan (station->service_fee_yuan_per_kwh);
            stops++;
          }
        if (!plain || stops == 0)
          continue;
        for (guint y = 1; y <= truck->tco->n_years; y++)
          g_assert_cmpfloat_with_epsilon (moves_by (truck->tco, COR_TCO_STATION_ENERGY, y),
                                          (FLAT * level_in (model_year + (int) y - 1) + 0.45) / (FLAT * level_in (model_year) + 0.45),
                                          1e-9);
        looked++;
      }
  g_assert_cmpuint (looked, >, 0);
}

/* Fees of plug and swap by year: from 0.3 to 0.8 yuan, power at 0.8: in later years of ownership as in the year. */
static void
test_fees_by_hand (void)
{
  g_autoptr (CorScenario) flat = on_tariff (NULL, 0);
  g_autoptr (CorScenario) plugs = with_series (flat, COR_PARAM_SERVICE_FEE, 0.3, 0.8);
  g_autoptr (CorScenario) scenario = with_series (plugs, COR_PARAM_SWAP_FEE, 0.3, 0.8);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  int model_year = results->first_year + (int) results->year;
  guint n, looked[2] = { 0 };
  const CorItem *const *stations = cor_scenario_items (scenario, COR_ITEM_STATION, &n);

  for (guint i = 0; i < results->n_duties; i++)
    for (guint j = 0; j < results->duties[i].n_alternatives; j++)
      {
        const CorAlternative *truck = results->duties[i].alternatives[j];
        gboolean plain = truck->plan != NULL && truck->tco != NULL && truck->tco->part[COR_TCO_TOLL][1] > 0;
        guint stops = 0;

        for (guint k = 0; plain && k < truck->plan->n_stops; k++)
          {
            int at = truck->plan->stops[k].station;

            plain = at < 0 || (((const CorStation *) stations[at])->tariff != NULL
                               && isnan (((const CorStation *) stations[at])->service_fee_yuan_per_kwh));
            stops += at >= 0;
          }
        if (!plain || stops == 0)
          continue;
        for (guint y = 1; y <= truck->tco->n_years; y++)
          {
            double now = FLAT + 0.3 + 0.05 * (model_year - 2024);
            double then = FLAT + 0.3 + 0.05 * MIN (10, model_year + (int) y - 1 - 2024);

            g_assert_cmpfloat_with_epsilon (moves_by (truck->tco, COR_TCO_STATION_ENERGY, y), then / now, 1e-9);
          }
        looked[truck->powertrain == COR_POWERTRAIN_BET_SWAP]++;
      }
  g_assert_cmpuint (looked[0], >, 0);
  g_assert_cmpuint (looked[1], >, 0);
}

/* The cost of a model year does not follow from which year is shown; nor does parity. */
static void
test_any_year_shown (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (CorScenario) fees = with_series (plain, COR_PARAM_SERVICE_FEE, 1.5, 0.1);
  g_autoptr (CorScenario) prices = with_series (fees, COR_PARAM_STATION_PRICE, 1.5, 0.3);
  g_autoptr (CorScenario) scenario = without_queues (prices);
  g_autoptr (CorScenario) early = shown_in (scenario, 2025), late = shown_in (scenario, 2033);
  g_autoptr (CorResults) a = cor_engine_evaluate (engine, early), b = cor_engine_evaluate (engine, late);
  guint moved = 0;

  for (guint i = 0; i < a->n_duties; i++)
    for (guint j = 0; j < a->duties[i].n_alternatives; j++)
      {
        const CorOutcome *x = a->duties[i].alternatives[j]->outcomes, *y = b->duties[i].alternatives[j]->outcomes;

        for (guint k = 0; k < a->n_years; k++)
          if (x[k].feasible && y[k].feasible)
            g_assert_cmpfloat_with_epsilon (x[k].tco_yuan, y[k].tco_yuan, 1e-9 * x[k].tco_yuan);
        moved += x[0].part_yuan[COR_TCO_STATION_ENERGY] > 1.5 * x[a->n_years - 1].part_yuan[COR_TCO_STATION_ENERGY]
                 && x[a->n_years - 1].part_yuan[COR_TCO_STATION_ENERGY] > 0;
      }
  g_assert_cmpuint (moved, >, 0);
}

/* Where the convention holds prices as at purchase, they are held. */
static void
test_held (void)
{
  g_autoptr (CorScenario) moving = on_tariff (rising, G_N_ELEMENTS (rising));
  g_autoptr (CorScenario) scenario = cor_edit_parameter (moving, COR_ITEM_HEAD, NULL, COR_PARAM_PRICES_FROZEN, 1, NULL);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  guint looked = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorTco *tco = cor_duty_result_shown (&results->duties[i])->tco;

      for (guint y = 1; tco != NULL && tco->part[COR_TCO_DEPOT_ENERGY][1] > 0 && tco->part[COR_TCO_TOLL][1] > 0 && y <= tco->n_years; y++)
        {
          g_assert_cmpfloat_with_epsilon (moves_by (tco, COR_TCO_DEPOT_ENERGY, y), 1, 1e-9);
          looked++;
        }
    }
  g_assert_cmpuint (looked, >, 0);
}

/* A level of 1 in every year is as none; and an edit of a level costs what a fresh evaluation says. */
static void
test_edits (void)
{
  static const CorPolicyPoint ones[] = { { 2024, 1 }, { 2030, 1 } };
  g_autoptr (CorScenario) none = on_tariff (NULL, 0), level = on_tariff (ones, 2), up = on_tariff (rising, 2);
  g_autoptr (CorResults) before = cor_engine_evaluate (engine, none), same = cor_engine_evaluate (engine, level);
  g_autoptr (CorResults) edited = cor_engine_evaluate (engine, up);
  g_autoptr (CorResults) back = cor_engine_evaluate (engine, none), fresh = NULL;
  double dearer = 0;

  cor_engine_forget (engine);
  fresh = cor_engine_evaluate (engine, up);
  for (guint i = 0; i < before->n_duties; i++)
    for (guint k = 0; k < before->n_years; k++)
      {
        const CorOutcome *was = &cor_duty_result_shown (&before->duties[i])->outcomes[k];

        g_assert_true (was->tco_yuan == cor_duty_result_shown (&same->duties[i])->outcomes[k].tco_yuan || !was->feasible);
        g_assert_true (was->tco_yuan == cor_duty_result_shown (&back->duties[i])->outcomes[k].tco_yuan || !was->feasible);
        g_assert_true (cor_duty_result_shown (&edited->duties[i])->outcomes[k].tco_yuan
                         == cor_duty_result_shown (&fresh->duties[i])->outcomes[k].tco_yuan
                       || !was->feasible);
        if (was->feasible)
          dearer += cor_duty_result_shown (&fresh->duties[i])->outcomes[k].tco_yuan - was->tco_yuan;
      }
  g_assert_cmpfloat (dearer, >, 0);
}

static void
test_file (void)
{
  g_autoptr (CorScenario) scenario = on_tariff (rising, G_N_ELEMENTS (rising));
  g_autoptr (GBytes) bytes = cor_scenario_to_bytes (scenario), twice = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenario) again = cor_scenario_from_bytes (bytes, &error);
  const CorTariffSheet *sheet;

  g_assert_no_error (error);
  twice = cor_scenario_to_bytes (again);
  g_assert_true (g_bytes_equal (bytes, twice));
  sheet = (const CorTariffSheet *) cor_scenario_find (again, COR_ITEM_TARIFF, "power");
  g_assert_cmpuint (sheet->price_level->len, ==, 2);
  g_assert_cmpfloat (g_array_index (sheet->price_level, CorPolicyPoint, 1).y, ==, 1.5);
}

/* A level that is no price is told with its year. */
static void
test_faults (void)
{
  static const CorPolicyPoint below[] = { { 2024, 1 }, { 2030, -0.5 } };
  g_autoptr (CorScenario) scenario = on_tariff (below, G_N_ELEMENTS (below));
  g_autoptr (GPtrArray) faults = cor_faults_new ();
  CorCheckContext context = { NULL, NULL };
  const CorFault *fault;

  cor_scenario_check (scenario, &context, faults);
  g_assert_cmpuint (faults->len, ==, 1);
  fault = g_ptr_array_index (faults, 0);
  g_assert_cmpstr (fault->path, ==, "tariffs[0].price_level");
  g_assert_true (strstr (fault->message, "2030") != NULL && strstr (fault->message, "-0.5") != NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/price-years/level-of-year", test_level_of_year);
  g_test_add_func ("/price-years/depot-by-hand", test_depot_by_hand);
  g_test_add_func ("/price-years/planned-night", test_planned_night);
  g_test_add_func ("/price-years/stations-by-hand", test_stations_by_hand);
  g_test_add_func ("/price-years/fees-by-hand", test_fees_by_hand);
  g_test_add_func ("/price-years/any-year-shown", test_any_year_shown);
  g_test_add_func ("/price-years/held", test_held);
  g_test_add_func ("/price-years/edits", test_edits);
  g_test_add_func ("/price-years/file", test_file);
  g_test_add_func ("/price-years/faults", test_faults);
  return fixture_run (engine);
}
