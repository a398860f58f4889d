/* test-tco-terms.c: the terms of instruments: conditions, caps, who is meant, what is left to spare, whose money.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tco-fixture.h"

#include <math.h>

/* 1/1.1 + ... + 1/1.1^5 */
#define ANNUITY 3.7907867694

/* What @policy takes off the cost of the truck in @f. */
static double
worth (Fixture *f, const CorPolicyTerm *policy)
{
  double without = fixture_run (f, COR_BATTERY_BOUGHT, NULL, 0);

  return without - fixture_run (f, COR_BATTERY_BOUGHT, policy, 1);
}

/* 200 kWh at 1.2 kWh/km go 166.7 km; 32 kg of hydrogen at 8 kg/100km go 400. */
static void
test_range (void)
{
  CorPolicyTerm subsidy = fixture_term (COR_POLICY_PURCHASE_SUBSIDY, 252),
                grant = fixture_term (COR_POLICY_PURCHASE_GRANT, 400000);
  Fixture battery, cell;

  fixture_init (&battery, COR_POWERTRAIN_BET);
  subsidy.min_range_km = 166;
  g_assert_cmpfloat_with_epsilon (worth (&battery, &subsidy), 50400, 0.01);
  subsidy.min_range_km = 167;
  g_assert_cmpfloat_with_epsilon (worth (&battery, &subsidy), 0, 0.01);
  fixture_init (&cell, COR_POWERTRAIN_FCET);
  fixture_set (&cell, COR_PARAM_HYDROGEN_TANK, 32);
  grant.min_range_km = 400;
  g_assert_cmpfloat_with_epsilon (worth (&cell, &grant), 400000, 0.01);
  grant.min_range_km = 401;
  g_assert_cmpfloat_with_epsilon (worth (&cell, &grant), 0, 0.01);
  fixture_clear (&battery);
  fixture_clear (&cell);
}

/* "At least 125 Wh/kg" includes 125. */
static void
test_density (void)
{
  CorPolicyTerm subsidy = fixture_term (COR_POLICY_PURCHASE_SUBSIDY, 252);
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_set (&f, COR_PARAM_BATTERY_DENSITY, 125);
  subsidy.min_wh_per_kg = 125;
  g_assert_cmpfloat_with_epsilon (worth (&f, &subsidy), 50400, 0.01);
  subsidy.min_wh_per_kg = 126;
  g_assert_cmpfloat_with_epsilon (worth (&f, &subsidy), 0, 0.01);
  fixture_clear (&f);
}

/* A grant of 50,000, at most 30,000. */
static void
test_cap (void)
{
  CorPolicyTerm grant = fixture_term (COR_POLICY_PURCHASE_GRANT, 50000);
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  grant.cap_yuan = 30000;
  g_assert_cmpfloat_with_epsilon (worth (&f, &grant), 30000, 0.01);
  fixture_clear (&f);
}

/* Toll relief that is for fuel-cell trucks gives a battery truck nothing: 45,000 of 60,000 yuan a year. */
static void
test_powertrains (void)
{
  CorPolicyTerm relief = fixture_term (COR_POLICY_TOLL_RELIEF, 0.75);
  Fixture battery, cell;

  fixture_init (&battery, COR_POWERTRAIN_BET);
  fixture_init (&cell, COR_POWERTRAIN_FCET);
  relief.powertrains = COR_POLICY_BIT (COR_POWERTRAIN_FCET);
  g_assert_cmpfloat_with_epsilon (worth (&battery, &relief), 0, 0.01);
  g_assert_cmpfloat_with_epsilon (worth (&cell, &relief), 45000 * ANNUITY, 0.05);
  fixture_clear (&battery);
  fixture_clear (&cell);
}

/*
 * However much a kWh is relieved, no more is given than power costs: 72,000 kWh at 0.8 and 24,000 at 1.4, 91,200
 * yuan, and the demand charge, 100 kW x 40 yuan x 12 months, 48,000.
 */
static void
test_energy_limit (void)
{
  CorPolicyTerm relief = fixture_term (COR_POLICY_ENERGY_PRICE_RELIEF, 10);
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  f.use.depot_peak_kw = 100;
  fixture_set (&f, COR_PARAM_DEMAND_MAX, 40);
  g_assert_cmpfloat_with_epsilon (worth (&f, &relief), 139200 * ANNUITY, 0.05);
  fixture_clear (&f);
}

/* The bundle of energy: the demand charge is forgone, 96,000 kWh x 0.4; hydrogen is paid for, 6,400 kg x 20. */
static void
test_whose_money (void)
{
  CorPolicyTerm waiver = fixture_term (COR_POLICY_ENERGY, 0.4),
                hydrogen = fixture_term (COR_POLICY_ENERGY, 20);
  CorPublicMoney money;
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_run (&f, COR_BATTERY_BOUGHT, &waiver, 1);
  money = cor_tco_public (&f.out, 0, 1);
  g_assert_cmpfloat_with_epsilon (money.forgone, 38400, 0.01);
  g_assert_cmpfloat (money.paid, ==, 0);
  g_assert_cmpfloat_with_epsilon (cor_tco_public_total (&f.out).forgone, 5 * 38400, 0.05);
  fixture_clear (&f);
  fixture_init (&f, COR_POWERTRAIN_FCET);
  fixture_run (&f, COR_BATTERY_BOUGHT, &hydrogen, 1);
  money = cor_tco_public (&f.out, 0, 1);
  g_assert_cmpfloat_with_epsilon (money.paid, 128000, 0.01);
  g_assert_cmpfloat (money.forgone, ==, 0);
  fixture_clear (&f);
}

/*
 * As a truck drives less with age, it saves fewer hours: of a first third of 1,000,000 / 80,000 / (0.5 + 0.9 +
 * 0.5) = 6.578947 years a tenth is lost, so in the middle of year y 1 - 0.1 (y - 0.5) / 6.578947 are driven; 100 h
 * of 50 yuan.
 */
static void
test_fading_hours (void)
{
  CorPolicyTerm access = fixture_term (COR_POLICY_ACCESS_HOURS, 100);
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_set (&f, COR_PARAM_LIFETIME_KM, 1000000);
  fixture_set (&f, COR_PARAM_SURVIVAL_THIRD, 0.9);
  fixture_set (&f, COR_PARAM_SURVIVAL_TWO_THIRDS, 0.5);
  fixture_run (&f, COR_BATTERY_BOUGHT, &access, 1);
  for (guint y = 1; y <= 5; y++)
    g_assert_cmpfloat_with_epsilon (f.out.term[0][y], -5000 * (1 - 0.1 * (y - 0.5) / 6.578947), 0.01);
  fixture_clear (&f);
}

/* What a kind says that it takes without an amount is what it takes: worth more than nothing, and as much as with it. */
static void
test_without_amount (void)
{
  for (guint kind = 0; kind < COR_N_POLICY_KINDS; kind++)
    {
      const CorPolicyKindInfo *info = cor_policy_kind_info (kind);
      CorPolicyTerm silent = fixture_term (kind, NAN), spoken = silent;
      Fixture f;

      fixture_init (&f, info->powertrains & COR_POLICY_ELECTRIC   ? COR_POWERTRAIN_BET
                        : info->powertrains & COR_POLICY_FUEL_CELL ? COR_POWERTRAIN_FCET
                                                                   : COR_POWERTRAIN_DIESEL);
      f.use.avoided_tco2e = 10;
      f.use.payload_t = 20;
      f.use.payload_lost_t = 1;
      f.use.depot_peak_kw = 50;
      f.use.demand_yuan_per_kw = 400;
      spoken.amount = info->otherwise == COR_POLICY_WHOLE ? 1 : 0.25;
      if (info->otherwise < COR_N_PARAMS)
        fixture_set (&f, info->otherwise, 0.25);
      g_test_message ("%s", info->id);
      if (info->otherwise == COR_POLICY_NOTHING)
        g_assert_cmpfloat_with_epsilon (worth (&f, &silent), 0, 1e-6);
      else
        g_assert_cmpfloat (fabs (worth (&f, &silent)), >, 0.1);
      if (info->otherwise != COR_POLICY_NOTHING)
        g_assert_cmpfloat_with_epsilon (worth (&f, &silent), worth (&f, &spoken), 1e-6);
      fixture_clear (&f);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tco-terms/range", test_range);
  g_test_add_func ("/tco-terms/density", test_density);
  g_test_add_func ("/tco-terms/cap", test_cap);
  g_test_add_func ("/tco-terms/powertrains", test_powertrains);
  g_test_add_func ("/tco-terms/energy-limit", test_energy_limit);
  g_test_add_func ("/tco-terms/whose-money", test_whose_money);
  g_test_add_func ("/tco-terms/fading-hours", test_fading_hours);
  g_test_add_func ("/tco-terms/without-amount", test_without_amount);
  return g_test_run ();
}
