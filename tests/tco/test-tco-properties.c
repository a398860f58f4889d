/* test-tco-properties.c: what must hold for the cost of ownership whatever the figures are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tco-fixture.h"

#include <math.h>
#include <string.h>

#define CENT 0.01

static const CorPowertrain powertrains[]
  = { COR_POWERTRAIN_DIESEL, COR_POWERTRAIN_BET, COR_POWERTRAIN_BET_SWAP, COR_POWERTRAIN_FCET };

static void
test_parts_add_up (void)
{
  for (guint k = 0; k < G_N_ELEMENTS (powertrains); k++)
    {
      Fixture f;
      double total = 0, nominal = 0, by_slot = 0;

      fixture_init (&f, powertrains[k]);
      f.use.energy_hours = 120;
      f.use.detour_km = 2000;
      fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
      for (guint i = 0; i < COR_N_TCO_PARTS; i++)
        {
          total += f.out.part_total[i];
          for (guint y = 0; y <= f.out.n_years; y++)
            {
              nominal += f.out.part[i][y];
              by_slot += cor_tco_discounted (&f.out, i, y);
            }
        }
      g_assert_cmpfloat_with_epsilon (total, f.out.total, CENT);
      g_assert_cmpfloat_with_epsilon (by_slot, f.out.total, CENT);
      g_assert_cmpfloat_with_epsilon (nominal, f.out.nominal_total, CENT);
      g_assert_cmpfloat_with_epsilon (f.out.cumulative[f.out.n_years], nominal, CENT);
      fixture_clear (&f);
    }
}

static void
test_zero_discount_is_the_plain_sum (void)
{
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_set (&f, COR_PARAM_DISCOUNT, 0);
  g_assert_cmpfloat_with_epsilon (fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0), f.out.nominal_total, CENT);
  fixture_clear (&f);
}

/* A loan at the rate of discount, paid at the end of each year, is worth what it lends. */
static void
test_loan_at_the_discount_rate_costs_nothing (void)
{
  Fixture f;
  double cash;

  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_set (&f, COR_PARAM_LOAN_RATE, 0.10);
  fixture_set (&f, COR_PARAM_LOAN_SHARE, 0);
  cash = fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  for (double share = 0.1; share < 1.05; share += 0.3)
    {
      fixture_set (&f, COR_PARAM_LOAN_SHARE, MIN (share, 1));
      for (int years = 1; years <= 8; years++)
        {
          fixture_set (&f, COR_PARAM_LOAN_YEARS, years);
          g_assert_cmpfloat_with_epsilon (fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0), cash, CENT);
        }
    }
  fixture_clear (&f);
}

/* Dearer inputs never make the whole cheaper; those that this truck uses make it dearer. */
static void
test_price_up_cost_up (void)
{
  static const CorParamId prices[]
    = { COR_PARAM_TRUCK_PRICE,   COR_PARAM_BATTERY_PRICE, COR_PARAM_DEPOT_PRICE,  COR_PARAM_STATION_PRICE,
        COR_PARAM_SERVICE_FEE,   COR_PARAM_TOLL,          COR_PARAM_MAINTENANCE,  COR_PARAM_FIXED_COST,
        COR_PARAM_PURCHASE_TAX,  COR_PARAM_LOAN_RATE,     COR_PARAM_ENERGY_USE,   COR_PARAM_ANNUAL_KM };

  for (guint i = 0; i < G_N_ELEMENTS (prices); i++)
    {
      Fixture f;
      double before;

      fixture_init (&f, COR_POWERTRAIN_BET);
      before = fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
      cor_tco_grid_scale (f.grid, prices[i], 1.1);
      g_assert_cmpfloat (fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0), >, before);
      fixture_clear (&f);
    }
}

/* Without loan and tax, whose base the battery is: the fair fee makes leasing worth buying. */
static void
test_lease_at_the_fair_fee_equals_buying (void)
{
  for (double timing = 0; timing <= 1; timing += 0.5)
    {
      Fixture f;
      double bought;

      fixture_init (&f, COR_POWERTRAIN_BET);
      fixture_set (&f, COR_PARAM_DISCOUNT_TIMING, timing);
      fixture_set (&f, COR_PARAM_LOAN_SHARE, 0);
      fixture_set (&f, COR_PARAM_PURCHASE_TAX, 0);
      fixture_set (&f, COR_PARAM_BATTERY_CALENDAR_FADE, 0.02);
      fixture_set (&f, COR_PARAM_BATTERY_CYCLE_FADE, 0.04);
      fixture_set (&f, COR_PARAM_BATTERY_END_HEALTH, 0.6);
      bought = fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
      g_assert_cmpfloat_with_epsilon (fixture_run (&f, COR_BATTERY_LEASED, NULL, 0), bought, CENT);
      fixture_set (&f, COR_PARAM_BATTERY_LEASE_IRR, 0.14);
      g_assert_cmpfloat (fixture_run (&f, COR_BATTERY_LEASED, NULL, 0), >, bought);
      fixture_clear (&f);
    }
}

/* 0.02 a year and 0.10 in 1,000 cycles; 480 cycles a year (96,000 of 200 kWh): 0.068 a year. */
static void
test_battery_ages_and_is_replaced_in_time (void)
{
  Fixture f;
  double kept;

  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_set (&f, COR_PARAM_BATTERY_CALENDAR_FADE, 0.02);
  fixture_set (&f, COR_PARAM_BATTERY_CYCLE_FADE, 0.10);
  fixture_set (&f, COR_PARAM_BATTERY_END_HEALTH, 0.6);
  kept = fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  g_assert_cmpuint (f.out.battery_replaced, ==, 0);
  g_assert_cmpfloat_with_epsilon (f.out.battery_health, 1 - 5 * 0.068, 1e-9);

  /* A stretch of 160 kWh needs a health of 0.8: after two years it is 0.864, after three 0.796, so a
     battery serves two years: the second from the third year, the third in the fifth. */
  f.use.leg_kwh = 160;
  g_assert_cmpfloat (fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0), >, kept);
  g_assert_cmpuint (f.out.battery_replaced, ==, 3);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_BATTERY_REPLACEMENT][3], 200000, CENT);
  g_assert_cmpuint (f.out.batteries_replaced, ==, 2);
  g_assert_cmpfloat (f.out.part[COR_TCO_BATTERY_REPLACEMENT][4], ==, 0);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_BATTERY_REPLACEMENT][5], 200000, CENT);
  g_assert_cmpfloat_with_epsilon (f.out.battery_health, 1 - 0.068, 1e-9);
  /* A leased one is its owner's matter. */
  fixture_run (&f, COR_BATTERY_LEASED, NULL, 0);
  g_assert_cmpfloat (f.out.part_total[COR_TCO_BATTERY_REPLACEMENT], ==, 0);
  fixture_clear (&f);
}

static void
test_payload_in_two_prices (void)
{
  Fixture f;
  double without;

  fixture_init (&f, COR_POWERTRAIN_BET);
  without = fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  f.use.payload_t = 20;
  f.use.payload_lost_t = 1;
  g_assert_cmpfloat_with_epsilon (fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0), without, CENT);
  /* 1 t x 80,000 km x 0.35 yuan/tkm x 3.790787 years */
  g_assert_cmpfloat_with_epsilon (f.out.payload_revenue, 28000 * 3.790786769, 0.1);
  g_assert_cmpfloat (f.out.payload_trucks, >, 0);
  fixture_set (&f, COR_PARAM_PAYLOAD_REVENUE, 1);
  g_assert_cmpfloat_with_epsilon (fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0), without + f.out.payload_revenue,
                                  CENT);
  fixture_set (&f, COR_PARAM_PAYLOAD_REVENUE, 0);
  fixture_set (&f, COR_PARAM_DISCOUNT, 0);
  without = fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  fixture_set (&f, COR_PARAM_PAYLOAD_TRUCKS, 1);
  g_assert_cmpfloat_with_epsilon (fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0), without * 1.05, CENT);
  fixture_clear (&f);
}

/* A twentieth of a truck more costs a twentieth more, whenever in the year running costs fall and however the
 * trucks are paid; an allowance for all that is lost takes it away again. */
static void
test_extra_trucks_at_any_timing (void)
{
  static const double timings[] = { 0, 0.5, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (timings); i++)
    {
      CorPolicyTerm term;
      Fixture f;
      double without;

      fixture_init (&f, COR_POWERTRAIN_BET);
      fixture_set (&f, COR_PARAM_DISCOUNT_TIMING, timings[i]);
      without = fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
      f.use.payload_t = 20;
      f.use.payload_lost_t = 1;
      fixture_set (&f, COR_PARAM_PAYLOAD_TRUCKS, 1);
      g_assert_cmpfloat_with_epsilon (fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0), without * 1.05, CENT);
      g_assert_cmpfloat_with_epsilon (f.out.payload_trucks, without * 0.05, CENT);
      g_assert_cmpfloat_with_epsilon (f.out.part_total[COR_TCO_PAYLOAD_CAPITAL],
                                      0.05 * (f.out.part_total[COR_TCO_TRUCK] + f.out.part_total[COR_TCO_BATTERY]
                                              + f.out.part_total[COR_TCO_INTEREST] + f.out.part_total[COR_TCO_RESIDUAL]
                                              + f.out.part_total[COR_TCO_BATTERY_RESIDUAL]),
                                      CENT);
      cor_policy_term_init (&term, COR_POLICY_PAYLOAD_ALLOWANCE);
      term.amount = 2;
      g_assert_cmpfloat_with_epsilon (fixture_run (&f, COR_BATTERY_BOUGHT, &term, 1), without, CENT);
      fixture_clear (&f);
    }
}

static void
test_vat_reclaimed (void)
{
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_DIESEL);
  fixture_set (&f, COR_PARAM_VAT_RECOVERED, 1);
  fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_FUEL][1], 180000 / 1.13, CENT);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_TOLL][1], 60000, CENT);
  fixture_clear (&f);
}

/* What is absurd is refused with the name, the value and the range. */
static void
test_absurd_values (void)
{
  static const struct
  {
    CorParamId id;
    double value;
    const char *says;
  } cases[] = {
    { COR_PARAM_ANNUAL_KM, 0, "annual_km is 0" },
    { COR_PARAM_DIESEL_PRICE, -1, "diesel_price_yuan_per_l is -1" },
    { COR_PARAM_TOLLED, 2, "tolled_share is 2" },
    { COR_PARAM_LOAN_SHARE, 1.5, "between 0 and 1" },
    { COR_PARAM_OWNERSHIP, 40, "ownership_years is 40" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      Fixture f;

      fixture_init (&f, COR_POWERTRAIN_DIESEL);
      fixture_set (&f, cases[i].id, cases[i].value);
      g_assert_false (cor_tco_prepare (f.in, f.grid, 2025, &f.use, COR_BATTERY_BOUGHT, NULL, 0, &error));
      g_assert_error (error, COR_ERROR, COR_ERROR_RANGE);
      g_assert_nonnull (strstr (error->message, cases[i].says));
      fixture_clear (&f);
    }
}

static void
test_absurd_use_and_missing (void)
{
  g_autoptr (GError) year = NULL, hours = NULL, missing = NULL;
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  g_assert_false (cor_tco_prepare (f.in, f.grid, 1900, &f.use, COR_BATTERY_BOUGHT, NULL, 0, &year));
  g_assert_error (year, COR_ERROR, COR_ERROR_RANGE);
  g_assert_nonnull (strstr (year->message, "1900"));
  f.use.wait_hours = 9000;
  g_assert_false (cor_tco_prepare (f.in, f.grid, 2025, &f.use, COR_BATTERY_BOUGHT, NULL, 0, &hours));
  g_assert_nonnull (strstr (hours->message, "wait_hours"));
  f.use.wait_hours = NAN;
  fixture_set (&f, COR_PARAM_BATTERY_PRICE, NAN);
  g_assert_false (cor_tco_prepare (f.in, f.grid, 2025, &f.use, COR_BATTERY_BOUGHT, NULL, 0, &missing));
  g_assert_error (missing, COR_ERROR, COR_ERROR_MISSING);
  g_assert_nonnull (strstr (missing->message, "battery_price_yuan_per_kwh"));
  fixture_clear (&f);
}

/* Parity that an ending instrument takes away is told apart, spell by spell. */
static void
test_parity_spells (void)
{
  const double truck[] = { 12, 9, 10, 11, NAN, 10, 11, 9 };
  const double diesel[] = { 10, 10, 10, 10, 10, 10, 10, 10 };
  CorParitySpells parity;

  cor_parity_spells (truck, diesel, 8, 2025, &parity);
  g_assert_cmpuint (parity.n, ==, 3);
  g_assert_cmpint (parity.at[0].first, ==, 2026);
  g_assert_cmpint (parity.at[0].last, ==, 2027);
  g_assert_cmpint (parity.lost, ==, 2028);
  g_assert_cmpint (parity.at[1].first, ==, 2030);
  g_assert_cmpint (parity.at[1].last, ==, 2030);
  g_assert_cmpint (parity.at[2].first, ==, 2032);
  g_assert_cmpint (parity.at[2].last, ==, 2032);
  cor_parity_spells (truck, diesel, 3, 2025, &parity);
  g_assert_cmpuint (parity.n, ==, 1);
  g_assert_cmpint (parity.at[0].last, ==, 2027);
  g_assert_cmpint (parity.lost, ==, 0);
  cor_parity_spells (truck, diesel, 1, 2025, &parity);
  g_assert_cmpuint (parity.n, ==, 0);
}

static void
test_parity_and_payback (void)
{
  const double truck[] = { 12, 10, 9, 11, NAN };
  const double diesel[] = { 10, 10, 10, 10, 10 };
  const double never[] = { 11, 11, NAN, 11, 11 };
  Fixture bet, diesel_truck;

  g_assert_cmpint (cor_parity_year (truck, diesel, 5, 2025), ==, 2026);
  g_assert_cmpint (cor_parity_year (never, diesel, 5, 2025), ==, 0);

  fixture_init (&bet, COR_POWERTRAIN_BET);
  fixture_init (&diesel_truck, COR_POWERTRAIN_DIESEL);
  for (int i = 0; i < 2; i++)
    {
      Fixture *f = i == 0 ? &bet : &diesel_truck;

      fixture_set (f, COR_PARAM_LOAN_SHARE, 0);
      fixture_set (f, COR_PARAM_PURCHASE_TAX, 0);
      fixture_run (f, COR_BATTERY_BOUGHT, NULL, 0);
    }
  /* 200,000 more at first, 180,000 - 91,200 = 88,800 less a year: in the third year. */
  g_assert_cmpuint (cor_payback_year (&bet.out, &diesel_truck.out), ==, 3);
  g_assert_cmpuint (cor_payback_year (&diesel_truck.out, &bet.out), ==, 1);
  g_assert_false (cor_payback_at_once (&bet.out, &diesel_truck.out));
  g_assert_true (cor_payback_at_once (&diesel_truck.out, &bet.out));
  fixture_clear (&bet);
  fixture_clear (&diesel_truck);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tco/properties/parts-add-up", test_parts_add_up);
  g_test_add_func ("/tco/properties/zero-discount", test_zero_discount_is_the_plain_sum);
  g_test_add_func ("/tco/properties/loan", test_loan_at_the_discount_rate_costs_nothing);
  g_test_add_func ("/tco/properties/price-up-cost-up", test_price_up_cost_up);
  g_test_add_func ("/tco/properties/lease", test_lease_at_the_fair_fee_equals_buying);
  g_test_add_func ("/tco/properties/battery", test_battery_ages_and_is_replaced_in_time);
  g_test_add_func ("/tco/properties/payload", test_payload_in_two_prices);
  g_test_add_func ("/tco/properties/extra-trucks", test_extra_trucks_at_any_timing);
  g_test_add_func ("/tco/properties/vat", test_vat_reclaimed);
  g_test_add_func ("/tco/properties/absurd", test_absurd_values);
  g_test_add_func ("/tco/properties/absurd-use", test_absurd_use_and_missing);
  g_test_add_func ("/tco/properties/parity-spells", test_parity_spells);
  g_test_add_func ("/tco/properties/parity-payback", test_parity_and_payback);
  return g_test_run ();
}
