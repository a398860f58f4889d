/* test-tco-by-hand.c: one truck worked by hand, every step written out, and the engine beside it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tco-fixture.h"

#include <math.h>

#define YUAN 0.005

static void
assert_yuan (double ours, double by_hand)
{
  g_assert_cmpfloat_with_epsilon (ours, by_hand, YUAN);
}

/*
 * Truck 400,000 + battery 200 kWh x 1,000 = 600,000 yuan. Loan 70 % = 420,000 over 3 years at 6 %.
 *   Instalment: 420,000 x 0.06 x 1.06^3 / (1.06^3 - 1) = 157,126.13 (1.06^3 = 1.191016)
 *   Year 1: interest 25,200.00, principal 131,926.13, left 288,073.87
 *   Year 2: interest 17,284.43, principal 139,841.70, left 148,232.17
 *   Year 3: interest  8,893.93, principal 148,232.20, left 0
 * Purchase tax: 10 % of 600,000 / 1.13 = 53,097.35
 * Energy: 1.2 kWh/km x 80,000 km = 96,000 kWh; a quarter under way (100 of 400 km a day):
 *   depot 72,000 x 0.80 = 57,600; station 24,000 x (1.00 + 0.40) = 33,600
 * Tolls: 80,000 x 0.5 x 1.5 = 60,000. Maintenance: 80,000 x 0.25 = 20,000. Fixed: 20,000.
 * Residual at the end: 30 % of 400,000 = 120,000; 15 % of 200,000 = 30,000.
 */
static void
test_nominal (void)
{
  Fixture f;
  const double interest[] = { 0, 25200, 17284.4325, 8893.93, 0, 0 };
  const double instalment = 420000 * 0.06 * 1.191016 / 0.191016;

  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  g_assert_cmpuint (f.out.n_years, ==, 5);
  assert_yuan (f.out.part[COR_TCO_TRUCK][0] + f.out.part[COR_TCO_BATTERY][0], 180000);
  assert_yuan (f.out.part[COR_TCO_PURCHASE_TAX][0], 53097.345);
  for (guint y = 1; y <= 5; y++)
    {
      double principal = f.out.part[COR_TCO_TRUCK][y] + f.out.part[COR_TCO_BATTERY][y];

      g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_INTEREST][y], interest[y], 0.05);
      assert_yuan (principal + f.out.part[COR_TCO_INTEREST][y], y <= 3 ? instalment : 0);
      assert_yuan (f.out.part[COR_TCO_DEPOT_ENERGY][y], 57600);
      assert_yuan (f.out.part[COR_TCO_STATION_ENERGY][y], 33600);
      assert_yuan (f.out.part[COR_TCO_TOLL][y], 60000);
      assert_yuan (f.out.part[COR_TCO_MAINTENANCE][y], 20000);
      assert_yuan (f.out.part[COR_TCO_INSURANCE][y], 20000);
    }
  assert_yuan (f.out.part[COR_TCO_RESIDUAL][5], -120000);
  assert_yuan (f.out.part[COR_TCO_BATTERY_RESIDUAL][5], -30000);
  fixture_clear (&f);
}

/*
 * At 10 %, end of year: factors 0.909091, 0.826446, 0.751315, 0.683013, 0.620921; sum 3.790787.
 *   Loan: 180,000 + 157,126.13 x (0.909091 + 0.826446 + 0.751315 = 2.486852) = 570,749.4
 *   Tax 53,097.3
 *   Running: (57,600 + 33,600 + 60,000 + 20,000 + 20,000 = 191,200) x 3.790787 = 724,798.4
 *   Residual: -150,000 x 0.620921 = -93,138.2
 *   Total: 570,749.4 + 53,097.3 + 724,798.4 - 93,138.2 = 1,255,507.0
 */
static void
test_discounted (void)
{
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  g_assert_cmpfloat_with_epsilon (fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0), 1255507.0, 1.0);
  g_assert_cmpfloat_with_epsilon (f.out.total_per_km, 1255507.0 / 400000, 1e-4);
  fixture_clear (&f);
}

/*
 * Diesel: 400,000 yuan (the battery is none of it). 80,000 km x 30 L/100 km x 7.5 = 180,000 a year.
 * Running costs at the start of the year: factors 1, 0.909091, ... 0.683013, sum 4.169865.
 *   Loan: 120,000 + 104,750.75 x 2.486852 = 380,499.6
 *   Tax 35,398.2; running (180,000 + 60,000 + 20,000 + 20,000) x 4.169865 = 1,167,562.3
 *   Residual -120,000 x 0.620921 = -74,510.6
 *   Total 1,508,949.5
 */
static void
test_diesel_at_start (void)
{
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_DIESEL);
  fixture_set (&f, COR_PARAM_DISCOUNT_TIMING, 0);
  g_assert_cmpfloat_with_epsilon (fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0), 1508949.5, 1.0);
  fixture_clear (&f);
}

/*
 * The tariff of a night at 0.20 and a day of 8 h at 1.00, 8 h at 0.60 and 8 h at 0.20: mean 0.60.
 * Demand 40 yuan/kW/month over 200 h at night: 0.20; over 100 h fast: 0.40.
 * Night: (0.20 + 0.20) / 0.80 = 0.50, of it demand 0.20. Fast: (0.60 + 0.40) / 0.50 = 2.00.
 * Capital: 1,000 yuan/kW over 10 years at no return = 100 a year over 0.25 x 8,760 = 2,190 h:
 * 0.045662. So 72,000 x (0.30 + 0.045662) = 24,887.67; 24,000 x (1.60 + 0.045662) = 39,495.89;
 * demand 72,000 x 0.20 + 24,000 x 0.40 = 24,000.
 */
static void
test_tariff (void)
{
  static const struct
  {
    CorParamId id;
    double value;
  } tariff[] = {
    { COR_PARAM_DEPOT_PRICE, NAN },         { COR_PARAM_STATION_PRICE, NAN },
    { COR_PARAM_TARIFF_PEAK, 1.0 },         { COR_PARAM_TARIFF_FLAT, 0.6 },
    { COR_PARAM_TARIFF_VALLEY, 0.2 },       { COR_PARAM_HOURS_PEAK, 8 },
    { COR_PARAM_HOURS_VALLEY, 8 },          { COR_PARAM_DEMAND_MAX, 40 },
    { COR_PARAM_DEMAND_MAX_BILLED, 1 },     { COR_PARAM_DEMAND_HOURS_NIGHT, 200 },
    { COR_PARAM_DEMAND_HOURS_FAST, 100 },   { COR_PARAM_NIGHT_ENERGY_SHARE, 0.8 },
    { COR_PARAM_FAST_ENERGY_SHARE, 0.5 },   { COR_PARAM_STATION_HARDWARE, 600 },
    { COR_PARAM_STATION_INSTALLATION, 400 }, { COR_PARAM_STATION_LIFE, 10 },
    { COR_PARAM_STATION_RETURN, 0 },        { COR_PARAM_STATION_UTILISATION, 0.25 },
  };
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  for (guint i = 0; i < G_N_ELEMENTS (tariff); i++)
    fixture_set (&f, tariff[i].id, tariff[i].value);
  fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_DEPOT_ENERGY][1], 24887.67, 0.01);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_STATION_ENERGY][1], 39495.89, 0.01);
  assert_yuan (f.out.part[COR_TCO_DEMAND][1], 24000);

  /* From July to September, 92 days, two of the eight peak hours are super peak at 1.25, and the valley costs
     0.30. That summer's day: (2 x 1.25 + 6 x 1.00 + 8 x 0.60 + 8 x 0.30) / 24 = 0.654167. The year's day:
     0.60 + 92 / 365 x 0.054167 = 0.613653; its night: 0.20 + 92 / 365 x 0.10 = 0.225205.
     Night: (0.225205 + 0.20) / 0.80 - 0.20 + 0.045662 = 0.377168, x 72,000 = 27,156.13.
     Fast: (0.613653 + 0.40) / 0.50 - 0.40 + 0.045662 = 1.672968, x 24,000 = 40,151.23. */
  fixture_set (&f, COR_PARAM_SUMMER_FIRST, 7);
  fixture_set (&f, COR_PARAM_SUMMER_LAST, 9);
  fixture_set (&f, COR_PARAM_SUMMER_SUPER_PEAK, 1.25);
  fixture_set (&f, COR_PARAM_SUMMER_HOURS_SUPER_PEAK, 2);
  fixture_set (&f, COR_PARAM_SUMMER_HOURS_PEAK, 6);
  fixture_set (&f, COR_PARAM_SUMMER_VALLEY, 0.3);
  fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_DEPOT_ENERGY][1], 27156.13, 0.1);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_STATION_ENERGY][1], 40151.23, 0.1);
  assert_yuan (f.out.part[COR_TCO_DEMAND][1], 24000);

  /* The demand charge is taken in nine of twelve months: 0.15 and 0.30 by the kWh. */
  fixture_set (&f, COR_PARAM_DEMAND_MONTHS, 9);
  fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  assert_yuan (f.out.part[COR_TCO_DEMAND][1], 72000 * 0.15 + 24000 * 0.30);
  fixture_clear (&f);
}

/*
 * 40 % of power is renewable at 0.50; the rest at 0.20 by night and 0.60 by day, without demand charge or charger:
 * 0.6 x 0.20 + 0.4 x 0.50 = 0.32 and 0.6 x 0.60 + 0.4 x 0.50 = 0.56, on 72,000 and 24,000 kWh.
 */
static void
test_green_power (void)
{
  static const struct
  {
    CorParamId id;
    double value;
  } tariff[] = {
    { COR_PARAM_DEPOT_PRICE, NAN },  { COR_PARAM_STATION_PRICE, NAN }, { COR_PARAM_TARIFF_PEAK, 1.0 }, { COR_PARAM_TARIFF_FLAT, 0.6 },
    { COR_PARAM_TARIFF_VALLEY, 0.2 }, { COR_PARAM_HOURS_PEAK, 8 },     { COR_PARAM_HOURS_VALLEY, 8 },  { COR_PARAM_GREEN_POWER, 0.4 },
    { COR_PARAM_TARIFF_GREEN, 0.5 },
  };
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  for (guint i = 0; i < G_N_ELEMENTS (tariff); i++)
    fixture_set (&f, tariff[i].id, tariff[i].value);
  fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_DEPOT_ENERGY][1], 72000 * 0.32, 0.01);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_STATION_ENERGY][1], 24000 * 0.56, 0.01);
  fixture_clear (&f);
}

/*
 * One tonne of twenty lost: a twentieth of a truck more. Running costs at the start of the year: sum of
 * factors 4.169865. Bought and sold like the truck itself, interest and principal at the end of each year:
 *   180,000 + 157,126.13 x 2.486852 - 150,000 x 0.620921 = 477,611.2, a twentieth 23,880.6
 * Run: tax 53,097.3 + 191,200 x 4.169865 = 850,375.6, a twentieth 42,518.8
 */
static void
test_extra_trucks (void)
{
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_set (&f, COR_PARAM_DISCOUNT_TIMING, 0);
  fixture_set (&f, COR_PARAM_PAYLOAD_TRUCKS, 1);
  f.use.payload_t = 20;
  f.use.payload_lost_t = 1;
  fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  g_assert_cmpfloat_with_epsilon (f.out.part_total[COR_TCO_PAYLOAD_CAPITAL], 23880.6, 0.2);
  g_assert_cmpfloat_with_epsilon (f.out.part_total[COR_TCO_PAYLOAD], 42518.8, 0.2);
  /* In the year of purchase: a twentieth of the 180,000 paid at once, and of the tax. */
  assert_yuan (f.out.part[COR_TCO_PAYLOAD_CAPITAL][0], 9000);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_PAYLOAD][0], 53097.345 / 20, 0.01);
  assert_yuan (f.out.part[COR_TCO_PAYLOAD_CAPITAL][5], -7500);
  fixture_clear (&f);
}

/*
 * Survival 0.9 at a third and 0.5 at two thirds of life: area (0.5 + 0.9 + 0.5) thirds = 1.9.
 * 80,000 km a year and 760,000 km in all: a third of life is 760,000 / 80,000 / 1.9 = 5 years.
 * Middle of year 1: 0.5 / 5 = 0.1 thirds: 1 - 0.1 x 0.1 = 0.99; of year 5: 0.9 thirds: 0.91.
 */
static void
test_survival (void)
{
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_set (&f, COR_PARAM_SURVIVAL_THIRD, 0.9);
  fixture_set (&f, COR_PARAM_SURVIVAL_TWO_THIRDS, 0.5);
  fixture_set (&f, COR_PARAM_LIFETIME_KM, 760000);
  fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  assert_yuan (f.out.part[COR_TCO_TOLL][1], 59400);
  assert_yuan (f.out.part[COR_TCO_TOLL][5], 54600);
  fixture_clear (&f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tco/by-hand/nominal", test_nominal);
  g_test_add_func ("/tco/by-hand/discounted", test_discounted);
  g_test_add_func ("/tco/by-hand/diesel-at-start", test_diesel_at_start);
  g_test_add_func ("/tco/by-hand/tariff", test_tariff);
  g_test_add_func ("/tco/by-hand/green-power", test_green_power);
  g_test_add_func ("/tco/by-hand/extra-trucks", test_extra_trucks);
  g_test_add_func ("/tco/by-hand/survival", test_survival);
  return g_test_run ();
}
