/* test-tco-policies.c: what policies are worth, to whom, and that their order does not matter.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tco-fixture.h"

#include <math.h>

#define CENT 0.01

/* 1/1.1 + ... + 1/1.1^5 */
#define ANNUITY 3.7907867694

/* The discounted yuan that @policy takes off the cost of a truck. */
static double
worth (CorPowertrain powertrain, const CorPolicyTerm *policy)
{
  Fixture f;
  double without;

  fixture_init (&f, powertrain);
  f.use.avoided_tco2e = 10;
  f.use.payload_t = 20;
  f.use.payload_lost_t = 1;
  fixture_set (&f, COR_PARAM_PAYLOAD_REVENUE, 1);
  without = fixture_run (&f, COR_BATTERY_BOUGHT, NULL, 0);
  without -= fixture_run (&f, COR_BATTERY_BOUGHT, policy, 1);
  fixture_clear (&f);
  return without;
}

typedef struct
{
  CorPolicyKind kind;
  CorPowertrain powertrain;
  double amount;
  double cap;
  double worth;
} Case;

static void
test_each_kind (void)
{
  const Case cases[] = {
    /* 200 kWh x 252 = 50,400, capped at 40,000 */
    { COR_POLICY_PURCHASE_SUBSIDY, COR_POWERTRAIN_BET, 252, NAN, 50400 },
    { COR_POLICY_PURCHASE_SUBSIDY, COR_POWERTRAIN_BET, 252, 40000, 40000 },
    { COR_POLICY_PURCHASE_SUBSIDY, COR_POWERTRAIN_DIESEL, 252, NAN, 0 },
    { COR_POLICY_PURCHASE_GRANT, COR_POWERTRAIN_FCET, 400000, NAN, 400000 },
    { COR_POLICY_SCRAPPAGE_GRANT, COR_POWERTRAIN_BET, 33000, NAN, 33000 },
    { COR_POLICY_PURCHASE_TAX, COR_POWERTRAIN_BET, NAN, NAN, 600000 * 0.1 / 1.13 },
    { COR_POLICY_PURCHASE_TAX, COR_POWERTRAIN_BET, 0.5, NAN, 300000 * 0.1 / 1.13 },
    { COR_POLICY_RENTAL_SUBSIDY, COR_POWERTRAIN_BET, 1000, NAN, 12000 * ANNUITY },
    { COR_POLICY_TOLL_RELIEF, COR_POWERTRAIN_BET, 0.75, NAN, 45000 * ANNUITY },
    { COR_POLICY_TOLL_RELIEF, COR_POWERTRAIN_DIESEL, 0.75, NAN, 0 },
    { COR_POLICY_ENERGY_PRICE_RELIEF, COR_POWERTRAIN_BET, 0.1, NAN, 9600 * ANNUITY },
    { COR_POLICY_HYDROGEN_SUBSIDY, COR_POWERTRAIN_FCET, 20, NAN, 128000 * ANNUITY },
    { COR_POLICY_GHG_ROAD_CHARGE, COR_POWERTRAIN_DIESEL, 0.5, NAN, -20000 * ANNUITY },
    { COR_POLICY_GHG_ROAD_CHARGE, COR_POWERTRAIN_BET, 0.5, NAN, 0 },
    /* 24,000 L x 2.6 kg = 62.4 t */
    { COR_POLICY_CARBON_TAX, COR_POWERTRAIN_DIESEL, 100, NAN, -6240 * ANNUITY },
    { COR_POLICY_CARBON_CREDIT, COR_POWERTRAIN_BET, 60, NAN, 600 * ANNUITY },
    /* 0.4 of the tonne lost, which costs 28,000 yuan a year */
    { COR_POLICY_PAYLOAD_ALLOWANCE, COR_POWERTRAIN_BET, 0.4, NAN, 11200 * ANNUITY },
    { COR_POLICY_PAYLOAD_ALLOWANCE, COR_POWERTRAIN_BET, 3, NAN, 28000 * ANNUITY },
    { COR_POLICY_ACCESS_HOURS, COR_POWERTRAIN_BET, 100, NAN, 5000 * ANNUITY },
    { COR_POLICY_ACCESS_TOLL, COR_POWERTRAIN_BET, 1000, NAN, 1500 * ANNUITY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CorPolicyTerm policy = fixture_term (cases[i].kind, cases[i].amount);

      policy.cap_yuan = cases[i].cap;
      g_test_message ("%s %g", cor_policy_kind_info (cases[i].kind)->id, cases[i].amount);
      g_assert_cmpfloat_with_epsilon (worth (cases[i].powertrain, &policy), cases[i].worth, 0.05);
    }
}

/* By calendar year: a truck of 2025 is in use from 2025 to 2029. */
static void
test_years (void)
{
  CorPolicyTerm relief = fixture_term (COR_POLICY_TOLL_RELIEF, 1);
  CorPolicyTerm grant = fixture_term (COR_POLICY_PURCHASE_GRANT, 1000);

  relief.last_year = 2026;
  g_assert_cmpfloat_with_epsilon (worth (COR_POWERTRAIN_BET, &relief), 60000 * (1 / 1.1 + 1 / 1.21), CENT);
  relief.first_year = 2026;
  g_assert_cmpfloat_with_epsilon (worth (COR_POWERTRAIN_BET, &relief), 60000 / 1.21, CENT);
  relief.first_year = relief.last_year = 2030;
  g_assert_cmpfloat_with_epsilon (worth (COR_POWERTRAIN_BET, &relief), 0, CENT);
  grant.first_year = 2026;
  g_assert_cmpfloat_with_epsilon (worth (COR_POWERTRAIN_BET, &grant), 0, CENT);
}

/* 40 in 2020 and 80 in 2030: 60, 64, 68, 72, 76 in 2025 to 2029; and on beyond the last point. */
static void
test_price_path (void)
{
  const CorPolicyPoint path[] = { { 2020, 40 }, { 2030, 80 } };
  CorPolicyTerm tax = fixture_term (COR_POLICY_CARBON_TAX, NAN);
  CorPolicyTerm early = tax;
  const CorPolicyPoint before[] = { { 2015, 20 }, { 2020, 40 } };
  double sum = 0, factor = 1;

  tax.path = path;
  tax.n_path = 2;
  early.path = before;
  early.n_path = 2;
  for (int y = 0; y < 5; y++)
    sum += 62.4 * (60 + 4 * y) * (factor /= 1.1);
  g_assert_cmpfloat_with_epsilon (worth (COR_POWERTRAIN_DIESEL, &tax), -sum, CENT);
  g_assert_cmpfloat_with_epsilon (worth (COR_POWERTRAIN_DIESEL, &early), -sum, CENT);
}

/* 30 kWh at 1,500, 20 at 1,200, 150 at 1,000: the national steps of 2017 (ICCT 2021, table 1). */
static void
test_tiers (void)
{
  const CorPolicyPoint tiers[] = { { 30, 1500 }, { 50, 1200 }, { 1e6, 1000 } };
  CorPolicyTerm subsidy = fixture_term (COR_POLICY_PURCHASE_SUBSIDY, NAN);

  subsidy.tiers = tiers;
  subsidy.n_tiers = 3;
  g_assert_cmpfloat_with_epsilon (worth (COR_POWERTRAIN_BET, &subsidy), 45000 + 24000 + 150000, CENT);
  subsidy.cap_yuan = 150000;
  g_assert_cmpfloat_with_epsilon (worth (COR_POWERTRAIN_BET, &subsidy), 150000, CENT);
  /* The amount is for the kWh above the last step; without one they get nothing. */
  subsidy.cap_yuan = NAN;
  subsidy.n_tiers = 2;
  g_assert_cmpfloat_with_epsilon (worth (COR_POWERTRAIN_BET, &subsidy), 45000 + 24000, CENT);
  subsidy.amount = 100;
  g_assert_cmpfloat_with_epsilon (worth (COR_POWERTRAIN_BET, &subsidy), 45000 + 24000 + 15000, CENT);
}

/* 200 kWh at 1.2 kWh/km are 166.7 km; 8 kg/100 km. Who does not reach what is asked gets nothing. */
static void
test_conditions (void)
{
  CorPolicyTerm grant = fixture_term (COR_POLICY_PURCHASE_GRANT, 30000);
  CorPolicyTerm subsidy = fixture_term (COR_POLICY_PURCHASE_SUBSIDY, 100);

  grant.min_range_km = subsidy.min_range_km = 166;
  g_assert_cmpfloat_with_epsilon (worth (COR_POWERTRAIN_BET, &grant), 30000, CENT);
  g_assert_cmpfloat_with_epsilon (worth (COR_POWERTRAIN_BET, &subsidy), 20000, CENT);
  grant.min_range_km = subsidy.min_range_km = 167;
  g_assert_cmpfloat_with_epsilon (worth (COR_POWERTRAIN_BET, &grant), 0, CENT);
  g_assert_cmpfloat_with_epsilon (worth (COR_POWERTRAIN_BET, &subsidy), 0, CENT);
  /* A mass that is not known is no reason to refuse. */
  grant.min_range_km = NAN;
  grant.min_wh_per_kg = 125;
  g_assert_cmpfloat_with_epsilon (worth (COR_POWERTRAIN_BET, &grant), 30000, CENT);
}

/* Never more than there is to save: two reliefs of 80 % spare the toll once, each half of it. */
static void
test_limits (void)
{
  CorPolicyTerm reliefs[]
      = { fixture_term (COR_POLICY_TOLL_RELIEF, 0.8), fixture_term (COR_POLICY_TOLL_RELIEF, 0.8) };
  CorPolicyTerm huge = fixture_term (COR_POLICY_PURCHASE_GRANT, 5e6);
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_run (&f, COR_BATTERY_BOUGHT, reliefs, 2);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_POLICY][1], -60000, CENT);
  g_assert_cmpfloat_with_epsilon (f.out.term[0][1], -30000, CENT);
  fixture_run (&f, COR_BATTERY_BOUGHT, &huge, 1);
  g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_POLICY][0], -600000, CENT);
  fixture_clear (&f);
}

/* 100 kW at 40 yuan, 12 months: 48,000 yuan a year. Waivers take their shares of it, and two of more than all of it
 * together no more than all, half each; where a half is billed at all, of that half. */
static void
test_demand_waived_once (void)
{
  static const struct
  {
    double billed, first, second, saved[2];
  } cases[] = {
    { 1, 0.25, 0, { 12000, 0 } },     { 1, 0.3, 0.2, { 14400, 9600 } }, { 1, 1, 1, { 24000, 24000 } },
    { 1, 0.9, 0.3, { 36000, 12000 } }, { 0.5, 1, 0, { 24000, 0 } },      { 0.5, 0.25, 0.25, { 6000, 6000 } },
    { 0, 1, 1, { 0, 0 } },
  };
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  f.use.depot_peak_kw = 100;
  fixture_set (&f, COR_PARAM_DEMAND_MAX, 40);
  fixture_set (&f, COR_PARAM_DEMAND_MONTHS, 12);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CorPolicyTerm waivers[] = { fixture_term (COR_POLICY_DEMAND_CHARGE_WAIVER, cases[i].first),
                                  fixture_term (COR_POLICY_DEMAND_CHARGE_WAIVER, cases[i].second) };

      fixture_set (&f, COR_PARAM_DEMAND_MAX_BILLED, cases[i].billed);
      fixture_run (&f, COR_BATTERY_BOUGHT, waivers, 2);
      g_assert_cmpfloat_with_epsilon (f.out.part[COR_TCO_DEMAND][1], 48000 * cases[i].billed, CENT);
      g_assert_cmpfloat_with_epsilon (f.out.term[0][1], -cases[i].saved[0], CENT);
      g_assert_cmpfloat_with_epsilon (f.out.term[1][1], -cases[i].saved[1], CENT);
    }
  fixture_clear (&f);
}

/* Payload of a tonne is lost: allowances give it back once, each its share by tonnes, whatever their order. */
static void
test_allowances_once (void)
{
  static const struct
  {
    double first, second, back[2];
  } cases[] = {
    { 0.25, 0.5, { 0.25, 0.5 } }, { 0.5, 0.5, { 0.5, 0.5 } }, { 1, 1, { 0.5, 0.5 } }, { 3, 1, { 0.75, 0.25 } }, { 1, 3, { 0.25, 0.75 } }, { 2, 0, { 1, 0 } },
  };
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  f.use.payload_t = 20;
  f.use.payload_lost_t = 1;
  fixture_set (&f, COR_PARAM_PAYLOAD_REVENUE, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CorPolicyTerm both[] = { fixture_term (COR_POLICY_PAYLOAD_ALLOWANCE, cases[i].first),
                               fixture_term (COR_POLICY_PAYLOAD_ALLOWANCE, cases[i].second) };

      fixture_run (&f, COR_BATTERY_BOUGHT, both, 2);
      g_assert_cmpfloat (f.out.part[COR_TCO_PAYLOAD][1], >, 1000);
      for (guint k = 0; k < 2; k++)
        g_assert_cmpfloat_with_epsilon (f.out.term[k][1], -cases[i].back[k] * f.out.part[COR_TCO_PAYLOAD][1], CENT);
    }
  fixture_clear (&f);
}

static void
test_any_order (void)
{
  CorPolicyTerm policies[] = {
    fixture_term (COR_POLICY_PURCHASE_SUBSIDY, 252),
    fixture_term (COR_POLICY_TOLL_RELIEF, 0.75),
    fixture_term (COR_POLICY_ENERGY_PRICE_RELIEF, 0.3),
    fixture_term (COR_POLICY_PURCHASE_TAX, NAN),
    fixture_term (COR_POLICY_SCRAPPAGE_GRANT, 30000),
    fixture_term (COR_POLICY_TOLL_RELIEF, 0.5),
    fixture_term (COR_POLICY_CARBON_CREDIT, 50),
    fixture_term (COR_POLICY_RENTAL_SUBSIDY, 500),
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  Fixture f;
  double first;

  fixture_init (&f, COR_POWERTRAIN_BET);
  f.use.avoided_tco2e = 30;
  first = fixture_run (&f, COR_BATTERY_BOUGHT, policies, G_N_ELEMENTS (policies));
  for (int round = 0; round < 50; round++)
    {
      for (guint i = G_N_ELEMENTS (policies) - 1; i > 0; i--)
        {
          guint j = g_rand_int_range (random, 0, i + 1);
          CorPolicyTerm swap = policies[i];

          policies[i] = policies[j];
          policies[j] = swap;
        }
      g_assert_cmpfloat_with_epsilon (fixture_run (&f, COR_BATTERY_BOUGHT, policies, G_N_ELEMENTS (policies)),
                                      first, CENT);
    }
  fixture_clear (&f);
}

/* Paid, forgone and raised apart; together what the owner sees of it. */
static void
test_public_money (void)
{
  CorPolicyTerm policies[]
      = { fixture_term (COR_POLICY_PURCHASE_SUBSIDY, 100),
          fixture_term (COR_POLICY_TOLL_RELIEF, 0.5), fixture_term (COR_POLICY_ACCESS_HOURS, 100) };
  CorPolicyTerm charge = fixture_term (COR_POLICY_GHG_ROAD_CHARGE, 0.5);
  CorPublicMoney money;
  Fixture f;

  fixture_init (&f, COR_POWERTRAIN_BET);
  fixture_run (&f, COR_BATTERY_BOUGHT, policies, 3);
  money = cor_tco_public_total (&f.out);
  g_assert_cmpfloat_with_epsilon (money.paid, 20000, CENT);
  g_assert_cmpfloat_with_epsilon (money.forgone, 150000, CENT);
  g_assert_cmpfloat_with_epsilon (money.raised, 0, CENT);
  g_assert_cmpfloat_with_epsilon (cor_tco_public (&f.out, 1, 3).forgone, 30000, CENT);
  fixture_clear (&f);

  fixture_init (&f, COR_POWERTRAIN_DIESEL);
  fixture_run (&f, COR_BATTERY_BOUGHT, &charge, 1);
  g_assert_cmpfloat_with_epsilon (cor_tco_public_total (&f.out).raised, 100000, CENT);
  fixture_clear (&f);
}

/* Each kind can be found by its id, and says what it is to the public purse. */
static void
test_table (void)
{
  for (guint i = 0; i < COR_N_POLICY_KINDS; i++)
    {
      const CorPolicyKindInfo *info = cor_policy_kind_info (i);
      CorPolicyKind found;

      g_assert_true (cor_policy_kind_from_id (info->id, &found));
      g_assert_cmpuint (found, ==, i);
      g_assert_cmpuint (info->powertrains, !=, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tco/policies/each-kind", test_each_kind);
  g_test_add_func ("/tco/policies/years", test_years);
  g_test_add_func ("/tco/policies/price-path", test_price_path);
  g_test_add_func ("/tco/policies/tiers", test_tiers);
  g_test_add_func ("/tco/policies/conditions", test_conditions);
  g_test_add_func ("/tco/policies/limits", test_limits);
  g_test_add_func ("/tco/policies/allowances-once", test_allowances_once);
  g_test_add_func ("/tco/policies/demand-waived-once", test_demand_waived_once);
  g_test_add_func ("/tco/policies/any-order", test_any_order);
  g_test_add_func ("/tco/policies/public-money", test_public_money);
  g_test_add_func ("/tco/policies/table", test_table);
  return g_test_run ();
}
