/* test-tco-formulas.c: single formulas of the cost of ownership, each against a figure worked by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tco-fixture.h"

#include <math.h>

#define CENT 0.01

/* Costs at the middle of the year are worth sqrt(1.1) more than at its end, parts at the end are not. */
static void
test_middle_of_the_year (void)
{
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_set (&f, COR_PARAM_DISCOUNT_TIMING, 0.25);
  fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  /* 1.1^(1 - 0.25) / 1.1 = 0.976454 */
  g_assert_cmpfloat_with_epsilon (f.out.discount[0][1], 0.976454, 1e-6);
  g_assert_cmpfloat_with_epsilon (f.out.discount[1][1], 0.909091, 1e-6);
  /* tolls: 60,000 a year x 1.1^0.75 x 3.7907868 = 244,304.46 */
  g_assert_cmpfloat_with_epsilon (f.out.part_total[COR_TCO_TOLL], 60000 * 1.0740995 * 3.7907868, 1);
  fixture_clear (&f);
}

/* 0.925^5 = 0.677187; 0.925^15 = 0.310540, of which 400,000 km of 1,000,000 take 0.124216: 0.552971. */
static void
test_value_by_age_and_km (void)
{
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_DIESEL);
  fixture_set (&f, COR_PARAM_RESIDUAL, NAN);
  fixture_set (&f, COR_PARAM_DEPRECIATION, 0.075);
  fixture_set (&f, COR_PARAM_VALUE_LIFE, 15);
  fixture_set (&f, COR_PARAM_LIFETIME_KM, 1e6);
  fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_RESIDUAL][5], -400000 * 0.552971, 1);
  fixture_clear (&f);
}

/* Direct cost 100 kW x 2,000; retail 1.5 times; 0.2 of the direct cost is left of it. */
static void
test_stack_keeps_its_own_share (void)
{
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_FCET);
  fixture_set (&f, COR_PARAM_BATTERY, 0);
  fixture_set (&f, COR_PARAM_TRUCK_PRICE, NAN);
  fixture_set (&f, COR_PARAM_DIESEL_TRUCK_PRICE, 400000);
  fixture_set (&f, COR_PARAM_DIESEL_POWERTRAIN, 0.5);
  fixture_set (&f, COR_PARAM_MOTOR, 200);
  fixture_set (&f, COR_PARAM_ELECTRIC_DRIVE_COST, 500);
  fixture_set (&f, COR_PARAM_FUEL_CELL_POWER, 100);
  fixture_set (&f, COR_PARAM_FUEL_CELL_COST, 2000);
  fixture_set (&f, COR_PARAM_STORAGE_INDIRECT, 0.5);
  fixture_set (&f, COR_PARAM_DRIVE_INDIRECT, 0.2);
  fixture_set (&f, COR_PARAM_STACK_RESIDUAL, 0.2);
  fixture_set (&f, COR_PARAM_LOAN_SHARE, 0);
  fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  /* glider 200,000 + drive 200 x 500 x 1.2 + stack 300,000 */
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_TRUCK][0], 620000, CENT);
  /* 0.3 of glider and drive, 0.2 x 200,000 of the stack */
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_RESIDUAL][5], -(0.3 * 320000 + 40000), CENT);
  fixture_clear (&f);
}

/* Health 0.66 at the end, worn out at 0.6: 0.06 of 0.4 is left, times the share of 0.15. */
static void
test_battery_value_by_health (void)
{
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_set (&f, COR_PARAM_BATTERY_CALENDAR_FADE, 0.02);
  fixture_set (&f, COR_PARAM_BATTERY_CYCLE_FADE, 0.10);
  fixture_set (&f, COR_PARAM_BATTERY_END_HEALTH, 0.6);
  fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_BATTERY_RESIDUAL][5], -200000 * 0.15 * 0.06 / 0.4, CENT);
  fixture_clear (&f);
}

/* Half green at 80 and half blue at 40 yuan/kg: 60; 80,000 km at 8 kg/100 km are 6,400 kg. */
static void
test_green_hydrogen_is_mixed (void)
{
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_FCET);
  fixture_set (&f, COR_PARAM_GREEN_HYDROGEN, 0.5);
  fixture_set (&f, COR_PARAM_HYDROGEN_GREEN_PRICE, 80);
  fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_FUEL][1], 6400 * 60, CENT);
  fixture_clear (&f);
}

/* 100 kW x 40 yuan/kW a month x half billed x 12 months. */
static void
test_demand_charge_of_a_depot (void)
{
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  f.use.depot_peak_kw = 100;
  fixture_set (&f, COR_PARAM_DEMAND_MAX, 40);
  fixture_set (&f, COR_PARAM_DEMAND_MAX_BILLED, 0.5);
  fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_DEMAND][3], 24000, CENT);
  fixture_clear (&f);
}

/* 9,000 kg less 2,000 of engine and gearbox, 600 of motor, 200 kWh at 160 Wh/kg: 8,850 kg at 100 yuan/t. */
static void
test_use_tax_on_the_truck_as_it_is (void)
{
  const CorPowertrain powertrains[] = { COR_POWERTRAIN_DIESEL, COR_POWERTRAIN_BET };
  const double yuan[] = { 900, 885 };

  for (guint i = 0; i < G_N_ELEMENTS (powertrains); i++)
    {
      Fixture f;

      fixture_init (&f, powertrains[i]);
      fixture_set (&f, COR_PARAM_KERB_MASS, 9000);
      fixture_set (&f, COR_PARAM_DIESEL_DRIVE_MASS, 2000);
      fixture_set (&f, COR_PARAM_ELECTRIC_DRIVE_MASS, 600);
      fixture_set (&f, COR_PARAM_BATTERY_DENSITY, 160);
      fixture_set (&f, COR_PARAM_USE_TAX, 100);
      fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
      g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_USE_TAX][2], yuan[i], CENT);
      fixture_clear (&f);
    }
}

/* 20,000 fixed and 2 % of truck and battery, 600,000 yuan. */
static void
test_insurance (void)
{
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_set (&f, COR_PARAM_INSURANCE, 0.02);
  fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_INSURANCE][4], 32000, CENT);
  fixture_clear (&f);
}

/* Where distance fades with age, all that goes with it fades alike. */
static void
test_what_fades_with_distance (void)
{
  static const CorTcoPart with_km[] = { COR_TCO_DEPOT_ENERGY, COR_TCO_STATION_ENERGY, COR_TCO_MAINTENANCE,
                                        COR_TCO_DRIVER_TIME };
  Fixture f;
  double faded;

  fixture_init (&f, COR_POWERTRAIN_BET);
  f.use.wait_hours = 100;
  fixture_set (&f, COR_PARAM_SURVIVAL_THIRD, 0.9);
  fixture_set (&f, COR_PARAM_SURVIVAL_TWO_THIRDS, 0.5);
  fixture_set (&f, COR_PARAM_LIFETIME_KM, 600000);
  fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  faded = f.out.part[COR_TCO_TOLL][5] / f.out.part[COR_TCO_TOLL][1];
  g_assert_cmpfloat (faded, <, 0.95);
  for (guint i = 0; i < G_N_ELEMENTS (with_km); i++)
    g_assert_cmpfloat_with_epsilon (f.out.part[with_km[i]][5] / f.out.part[with_km[i]][1], faded, 1e-9);
  fixture_clear (&f);
}

/* What a sale would bring is no payback: 200,000 more at first, 88,800 less a year, sold after two. */
static void
test_payback_without_the_sale (void)
{
  Fixture bet, diesel;

  fixture_init (&bet, COR_POWERTRAIN_BET);
  fixture_init (&diesel, COR_POWERTRAIN_DIESEL);
  for (int i = 0; i < 2; i++)
    {
      Fixture *f = i == 0 ? &bet : &diesel;

      fixture_set (f, COR_PARAM_LOAN_SHARE, 0);
      fixture_set (f, COR_PARAM_PURCHASE_TAX, 0);
      fixture_set (f, COR_PARAM_OWNERSHIP, 2);
      fixture_set (f, COR_PARAM_RESIDUAL, i == 0 ? 0.9 : 0);
      fixture_run (f, COR_BATTERY_BOUGHT, NULL, 0);
    }
  g_assert_cmpfloat (bet.out.nominal_total, <, diesel.out.nominal_total);
  g_assert_cmpuint (cor_payback_year (&bet.out, &diesel.out), ==, 0);
  fixture_clear (&bet);
  fixture_clear (&diesel);
}

/* 1,000 yuan a month: 12,000 a year until 30,000 are given. */
static void
test_rental_subsidy_up_to_its_cap (void)
{
  CorPolicyTerm rent = fixture_term (COR_POLICY_RENTAL_SUBSIDY, 1000);
  Fixture f;

  rent.cap_yuan = 30000;
  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_run (&f, COR_BATTERY_BOUGHT, &rent, 1);
  g_assert_cmpfloat_with_epsilon (f.out.term[0][2], -12000, CENT);
  g_assert_cmpfloat_with_epsilon (f.out.term[0][3], -6000, CENT);
  g_assert_cmpfloat_with_epsilon (f.out.term[0][4], 0, CENT);
  fixture_clear (&f);
}

/* No more tolled km can be spared than the 40,000 that are driven. */
static void
test_access_spares_no_more_than_is_driven (void)
{
  CorPolicyTerm access = fixture_term (COR_POLICY_ACCESS_TOLL, 100000);
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_run (&f, COR_BATTERY_BOUGHT, &access, 1);
  g_assert_cmpfloat_with_epsilon (f.out.term[0][1], -60000, CENT);
  fixture_clear (&f);
}

/* 80,000 km at 30 L/100 km and 2.6 kg/L are 62.4 t a year; the price is that of each calendar year. */
static void
test_carbon_price_of_each_year (void)
{
  CorPolicyTerm tax = fixture_term (COR_POLICY_CARBON_TAX, NAN);
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_DIESEL);
  for (int year = 2025; year < 2030; year++)
    cor_tco_grid_set_year (f.grid, COR_PARAM_CARBON_PRICE, year, 75 + 8 * (year - 2025));
  fixture_run (&f, COR_BATTERY_BOUGHT, &tax, 1);
  g_assert_cmpfloat_with_epsilon (f.out.term[0][1], 62.4 * 75, CENT);
  g_assert_cmpfloat_with_epsilon (f.out.term[0][5], 62.4 * 107, CENT);
  fixture_clear (&f);
}

/* A truck that emits more than diesel earns no credit, and owes none. */
static void
test_credit_is_never_owed (void)
{
  CorPolicyTerm credit = fixture_term (COR_POLICY_CARBON_CREDIT, 100);
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  f.use.avoided_tco2e = -5;
  fixture_run (&f, COR_BATTERY_BOUGHT, &credit, 1);
  g_assert_cmpfloat (f.out.term[0][1], ==, 0);
  fixture_clear (&f);
}

/* The waiver of the study is by the kWh: 96,000 kWh at 0.33 yuan. */
static void
test_waiver_by_the_kwh (void)
{
  CorPolicyTerm energy = fixture_term (COR_POLICY_ENERGY, NAN);
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_set (&f, COR_PARAM_DEMAND_WAIVER, 0.33);
  fixture_run (&f, COR_BATTERY_BOUGHT, &energy, 1);
  g_assert_cmpfloat_with_epsilon (f.out.term[0][1], -96000 * 0.33, CENT);
  fixture_clear (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tco/formulas/middle-of-the-year", test_middle_of_the_year);
  g_test_add_func ("/tco/formulas/value-by-age-and-km", test_value_by_age_and_km);
  g_test_add_func ("/tco/formulas/stack", test_stack_keeps_its_own_share);
  g_test_add_func ("/tco/formulas/battery-value", test_battery_value_by_health);
  g_test_add_func ("/tco/formulas/green-hydrogen", test_green_hydrogen_is_mixed);
  g_test_add_func ("/tco/formulas/depot-demand", test_demand_charge_of_a_depot);
  g_test_add_func ("/tco/formulas/use-tax", test_use_tax_on_the_truck_as_it_is);
  g_test_add_func ("/tco/formulas/insurance", test_insurance);
  g_test_add_func ("/tco/formulas/fading", test_what_fades_with_distance);
  g_test_add_func ("/tco/formulas/payback", test_payback_without_the_sale);
  g_test_add_func ("/tco/formulas/rental", test_rental_subsidy_up_to_its_cap);
  g_test_add_func ("/tco/formulas/access", test_access_spares_no_more_than_is_driven);
  g_test_add_func ("/tco/formulas/carbon-price", test_carbon_price_of_each_year);
  g_test_add_func ("/tco/formulas/credit", test_credit_is_never_owed);
  g_test_add_func ("/tco/formulas/waiver", test_waiver_by_the_kwh);
  return g_test_run ();
}
