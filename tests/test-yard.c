/* test-yard.c: the machines of a site by hand, against the study's example, and by properties.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-variant.h"
#include "cor-yard.h"
#include "scenario-fixture.h"
#include "tariff-fixture.h"

#include <math.h>

static CorEngine *engine;

static void
add_machine (CorScenario **scenario, const char *id, const char *site, const char *kind, double number, double kw, double hours, double charger_kw)
{
  CorYardMachine *machine = (CorYardMachine *) cor_item_new (COR_ITEM_MACHINE, id);
  CorScenario *next;

  cor_item_set_string (&machine->item, cor_item_field (COR_ITEM_MACHINE, "site"), site);
  cor_item_set_string (&machine->item, cor_item_field (COR_ITEM_MACHINE, "kind"), kind);
  machine->number = number;
  machine->power_kw = kw;
  machine->hours_per_day = hours;
  machine->charger_kw = charger_kw;
  next = cor_scenario_with_item (*scenario, &machine->item);
  cor_scenario_unref (*scenario);
  *scenario = next;
}

static CorYard *
yard_of (CorScenario *scenario, const char *site)
{
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  CorFactorChoice choice;

  cor_factor_choice_init (results, &choice);
  return cor_yard_new (results, site, &choice);
}

static const char *
first_site (CorScenario *scenario)
{
  guint n;

  return cor_scenario_items (scenario, COR_ITEM_SITE, &n)[0]->id;
}

static double
mean_energy (const double *kw)
{
  double kwh = 0;

  for (guint i = 0; i < COR_STATION_SLOTS; i++)
    kwh += kw[i] * 24 / COR_STATION_SLOTS;
  return kwh;
}

static void
assert_near (double a, double b)
{
  g_assert_cmpfloat_with_epsilon (a, b, 1e-9 * (fabs (a) + fabs (b)) + 1e-9);
}

/*
 * Three excavators of 150 kW, 4.7 h: 150 x 0.651 x 4.7 = 458.955 kWh each; at 60 kW 7.649 h, within a
 * shift; 3 x 7.649 / 12 h make 2 chargers: 44,000 yuan and 2 x 60 x 500 of cables; 300 days at 1 yuan
 * against 7.29 / 3.77; grid 0.4403, diesel 3.09 kg/L. One charger keeps the 120 kW of both for
 * 1376.865 / 120 h.
 */
static void
test_by_hand (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autofree char *site = g_strdup (first_site (scenario));
  g_autoptr (CorYard) yard = NULL;
  const CorYardLine *line;

  add_machine (&scenario, "m", site, "excavator", 3, 150, 4.7, 60);
  yard = yard_of (scenario, site);
  g_assert_cmpuint (yard->n_lines, ==, 1);
  line = &yard->lines[0];
  assert_near (line->kwh_per_day, 3 * 458.955);
  assert_near (line->battery_kg, 458955 / 200.0);
  assert_near (line->battery_yuan, 458955 / 200.0 * 100 * 6.75);
  assert_near (yard->total.battery_kg, 3 * line->battery_kg);
  assert_near (yard->total.battery_kwh, 3 * line->battery_kwh);
  assert_near (line->charge_h, 458.955 / 60);
  g_assert_cmpint (line->band, ==, COR_MACHINE_WITHIN_SHIFT);
  assert_near (line->chargers, 2);
  assert_near (line->charger_yuan, 44000);
  assert_near (line->cabling_yuan, 60000);
  assert_near (line->electricity_yuan, 3 * 458.955 * 300);
  assert_near (line->diesel_yuan, 3 * 458.955 * 300 * 7.29 / 3.77);
  assert_near (line->off_market_yuan, 3 * 458.955 * 300 * 1.35);
  assert_near (line->electric_t, 3 * 458.955 * 300 * 0.4403 / 1000);
  assert_near (line->diesel_t, 3 * 458.955 * 300 / 3.77 * 3.09 / 1000);
  assert_near (yard->machines_peak_kw, 120);
  assert_near (mean_energy (yard->machines_kw), 3 * 458.955);
}

/* Study, example: 15 to 20 machines need ten 60 kW chargers, 220,000 yuan, and some 600,000 with cables. */
static void
test_example (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autofree char *site = g_strdup (first_site (scenario));
  g_autoptr (CorYard) yard = NULL;

  add_machine (&scenario, "m1", site, "excavator", 9, 150, 4.7, 60);
  add_machine (&scenario, "m2", site, "loader", 9, 162, 4.9, 60);
  yard = yard_of (scenario, site);
  g_assert_cmpfloat_with_epsilon (yard->total.chargers, 10, 1.01);
  g_assert_cmpfloat_with_epsilon (yard->total.charger_yuan, 220000, 23000);
  g_assert_cmpfloat_with_epsilon (yard->total.charger_yuan + yard->total.cabling_yuan, 600000, 60000);
}

/* Lines add up to the site; machines elsewhere do not count; the enhanced scenario emits least. */
static void
test_sums (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autofree char *site = g_strdup (first_site (scenario));
  g_autoptr (CorYard) yard = NULL;
  double kwh = 0, electric = 0, diesel = 0, chargers = 0;

  add_machine (&scenario, "m1", site, "forklift", 20, 37, 6.5, NAN);
  add_machine (&scenario, "m2", site, "reach_stacker", 4, 250, 10, NAN);
  add_machine (&scenario, "m3", site, "yard_tractor", 8, 150, 12, 120);
  add_machine (&scenario, "m4", "elsewhere", "forklift", 100, 82, 6.5, NAN);
  add_machine (&scenario, "m5", site, "forklift", 5, NAN, 6.5, NAN);
  yard = yard_of (scenario, site);
  g_assert_cmpuint (yard->n_lines, ==, 4);
  g_assert_nonnull (yard->lines[3].problem);
  for (guint i = 0; i < yard->n_lines; i++)
    {
      kwh += yard->lines[i].kwh_per_day;
      electric += yard->lines[i].electric_t;
      diesel += yard->lines[i].diesel_t;
      chargers += yard->lines[i].chargers;
    }
  assert_near (kwh, yard->total.kwh_per_day);
  assert_near (kwh, 20 * 37 * 0.471 * 6.5 + 4 * 250 * 0.45 * 10 + 8 * 150 * 0.4 * 12);
  assert_near (electric, yard->total.electric_t);
  assert_near (diesel, yard->total.diesel_t);
  assert_near (chargers, yard->total.chargers);
  assert_near (mean_energy (yard->machines_kw), kwh);
  g_assert_cmpfloat (yard->peak_kw, >=, yard->trucks_peak_kw);
  g_assert_cmpfloat (yard->peak_kw, <=, yard->trucks_peak_kw + yard->machines_peak_kw + 1e-9);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpfloat (yard->inventory[COR_YARD_ENHANCED][i].t, <, yard->inventory[COR_YARD_BASELINE][i].t);
      g_assert_cmpfloat (yard->inventory[COR_YARD_BASELINE][i].t, <, yard->inventory[COR_YARD_BAU][i].t);
      g_assert_cmpfloat (yard->inventory[COR_YARD_BAU][i].t, <, diesel);
      g_assert_cmpfloat (yard->inventory[COR_YARD_ENHANCED][i].t, >, electric);
    }
}

/* All that trucks take at sites and depots on a day appears at some site, to the kWh. */
static void
test_trucks (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  CorFactorChoice choice;
  guint n;
  const CorItem *const *sites = cor_scenario_items (scenario, COR_ITEM_SITE, &n);
  double drawn = 0, bought = 0;

  cor_factor_choice_init (results, &choice);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CorYard) yard = cor_yard_new (results, sites[i]->id, &choice);

      drawn += mean_energy (yard->trucks_kw);
    }
  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorAlternative *truck = cor_duty_result_compared (results, &results->duties[i], results->year);

      if (truck != NULL && truck->plan != NULL)
        bought += results->duties[i].duty->trucks * (truck->plan->depot_kwh + truck->plan->site_kwh);
    }
  g_assert_cmpfloat (bought, >, 1000);
  g_assert_cmpfloat_with_epsilon (drawn, bought, 1e-6 * bought);
}

/* Half price from 0 to 8 h: what the power of the day costs by its hours is what bays and nights are paid for, which
 * charging in the evening would make dearer. */
static void
test_hours (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  CorTariffSeason seasons[2] = { fixture_season (cor_tariff_months (1, 12), 0.8, 1.4) };
  g_autoptr (CorScenario) together = cor_scenario_set_parameter (plain, COR_PARAM_HEADWAY, 0, "test", NULL);
  g_autoptr (CorScenario) sheet = fixture_with_tariff (together, seasons, 1, NULL, 0);
  g_autoptr (CorScenario) scenario = fixture_name_depots (sheet);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  CorFactorChoice choice;
  guint n, nights = 0;
  const CorItem *const *sites = cor_scenario_items (scenario, COR_ITEM_SITE, &n);
  double drawn = 0, paid = 0, valley_kwh = 0;

  cor_factor_choice_init (results, &choice);
  for (guint s = 0; s < n; s++)
    {
      g_autoptr (CorYard) yard = cor_yard_new (results, sites[s]->id, &choice);

      for (guint i = 0; i < COR_STATION_SLOTS; i++)
        {
          double hour = i * 24.0 / COR_STATION_SLOTS;

          valley_kwh += hour < 8 ? yard->trucks_kw[i] * 24 / COR_STATION_SLOTS : 0;
          drawn += yard->trucks_kw[i] * 24 / COR_STATION_SLOTS
                   * (hour < 8 ? 0.4 : (hour >= 11 && hour < 12) || (hour >= 15 && hour < 17) ? 1.4 : 0.8);
        }
    }
  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorAlternative *truck = cor_duty_result_compared (results, &results->duties[i], results->year);

      for (guint k = 0; truck != NULL && truck->plan != NULL && k < truck->plan->n_stops; k++)
        if (truck->plan->stops[k].kind == COR_STOP_SITE || truck->plan->stops[k].kind == COR_STOP_DEPOT)
          {
            paid += results->duties[i].duty->trucks * truck->plan->stops[k].yuan;
            nights += truck->plan->stops[k].kind == COR_STOP_DEPOT;
          }
    }
  g_assert_cmpuint (nights, >, 3);
  g_assert_cmpfloat (valley_kwh, >, 1000);
  g_assert_cmpfloat_with_epsilon (drawn, paid, 1e-6 * paid);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/yard/by-hand", test_by_hand);
  g_test_add_func ("/yard/example", test_example);
  g_test_add_func ("/yard/sums", test_sums);
  g_test_add_func ("/yard/trucks", test_trucks);
  g_test_add_func ("/yard/hours", test_hours);
  return fixture_run (engine);
}
