/* test-siting-scenario.c: where to build in the bundled corridor, and who pays for it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-scenario-reader.h"
#include "cor-annual-money.h"
#include "cor-siting-scenario.h"
#include "cor-variant.h"
#include "scenario-fixture.h"
#include "tariff-fixture.h"

#include <math.h>
#include <string.h>

static CorEngine *engine;

/* The bundled corridor: both ways build the same, and it serves no fewer duties than nothing built. */
static void
test_eastern_port (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenario) corridor = fixture_load ("eastern-port");

  for (guint aim = COR_SITING_COST; aim <= (guint) COR_SITING_DETOUR; aim++)
    {
      CorSitingPlan *plans[2];

      for (guint i = 0; i < 2; i++)
        {
          CorSitingRequest request = { 2, NAN, aim, i == 0 ? COR_SITING_EXACT : COR_SITING_GREEDY, TRUE };

          plans[i] = cor_siting_scenario (engine, corridor, &request, NULL, NULL, &error);
          g_assert_no_error (error);
        }
      g_assert_cmpuint (plans[0]->ranks->len, ==, plans[1]->ranks->len);
      for (guint i = 0; i < plans[0]->ranks->len; i++)
        {
          const CorSitingRank *exact = &g_array_index (plans[0]->ranks, CorSitingRank, i);
          const CorSitingRank *greedy = &g_array_index (plans[1]->ranks, CorSitingRank, i);

          g_assert_cmpstr (exact->station->item.id, ==, greedy->station->item.id);
          g_assert_cmpuint (exact->served, ==, greedy->served);
          g_assert_cmpuint (exact->served, >=, plans[0]->before.served);
        }
      cor_siting_plan_free (plans[0]);
      cor_siting_plan_free (plans[1]);
    }
}

/* The scenario with that many trucks on a duty. */
static CorScenario *
with_trucks (CorScenario *scenario, const char *duty, double trucks)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_DUTY, &n);
  GPtrArray *duties = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);

  for (guint i = 0; i < n; i++)
    {
      CorItem *copy = cor_item_copy (items[i]);

      if (g_str_equal (copy->id, duty))
        ((CorDuty *) copy)->trucks = trucks;
      g_ptr_array_add (duties, copy);
    }
  return cor_scenario_with_items (scenario, COR_ITEM_DUTY, duties);
}

/* Kinds and sizes are chosen too: both ways choose alike, what is built costs in proportion to its
 * plugs, and where many more trucks come more plugs are built. */
static void
test_sizes (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenario) corridor = fixture_load ("eastern-port");
  CorSitingRequest request = { 1, NAN, COR_SITING_COST, COR_SITING_EXACT, FALSE };
  g_autoptr (CorScenario) busy = with_trucks (corridor, "gaolan", 60);
  g_autoptr (CorSitingPlan) exact = cor_siting_scenario (engine, corridor, &request, NULL, NULL, &error);
  g_autoptr (CorSitingPlan) greedy = NULL, crowded = NULL;
  const CorSitingRank *few, *same, *many;

  g_assert_no_error (error);
  request.method = COR_SITING_GREEDY;
  greedy = cor_siting_scenario (engine, corridor, &request, NULL, NULL, &error);
  crowded = cor_siting_scenario (engine, busy, &request, NULL, NULL, &error);
  g_assert_no_error (error);
  few = &g_array_index (exact->ranks, CorSitingRank, 0);
  same = &g_array_index (greedy->ranks, CorSitingRank, 0);
  many = &g_array_index (crowded->ranks, CorSitingRank, 0);
  g_assert_cmpint (exact->method, ==, COR_SITING_EXACT);
  g_assert_cmpstr (few->station->item.id, ==, same->station->item.id);
  g_assert_cmpfloat (few->station->plugs, ==, same->station->plugs);
  g_assert_cmpstr (few->station->item.id, ==, "doumen-charging");
  /* The scenario gives 2.64 million yuan for ten plugs. */
  g_assert_cmpfloat_with_epsilon (few->cost_yuan, 264000 * few->station->plugs, 500);
  g_assert_cmpfloat (many->station->plugs, >, few->station->plugs);
  g_assert_cmpstr (many->station->item.id, ==, few->station->item.id);
}

/* The best place, given as a swap station: built as another kind it is called after that, unless it has a name of its own. */
static void
test_names (void)
{
  static const char *const names[][2] = { { "Doumen swap", "Doumen charging" }, { "Old Wang's yard", "Old Wang's yard" } };
  g_autoptr (CorScenario) corridor = fixture_load ("eastern-port");
  CorSitingRequest request = { 1, NAN, COR_SITING_COST, COR_SITING_EXACT, FALSE };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      CorItem *item = cor_item_copy (cor_scenario_find (corridor, COR_ITEM_STATION, "doumen-charging"));
      g_autoptr (CorScenario) scenario = NULL;
      g_autoptr (CorSitingPlan) plan = NULL;
      const CorStation *built, *planned;

      g_free (item->name);
      g_free (item->name_zh);
      item->name = g_strdup (names[i][0]);
      item->name_zh = g_strdup ("斗门换电站");
      ((CorStation *) item)->station_kind = COR_STATION_SWAP;
      ((CorStation *) item)->plugs = NAN;
      scenario = cor_scenario_with_item (corridor, item);
      plan = cor_siting_scenario (engine, scenario, &request, NULL, NULL, &error);
      g_assert_no_error (error);
      built = g_array_index (plan->ranks, CorSitingRank, 0).station;
      g_assert_cmpstr (built->item.id, ==, "doumen-charging");
      g_assert_cmpint (built->station_kind, ==, COR_STATION_CHARGING);
      g_assert_cmpstr (built->item.name, ==, names[i][1]);
      g_assert_cmpstr (built->item.name_zh, ==, "斗门充电站");
      planned = (const CorStation *) cor_scenario_find (plan->scenario, COR_ITEM_STATION, "doumen-charging");
      g_assert_cmpstr (planned->item.name, ==, names[i][1]);
    }
}

/* The corridor with no tax given back, no ageing, half of the demand charge billed, that service fee everywhere and
 * that discount a year. */
static CorScenario *
with_fee (double fee, double discount)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = cor_data_file ("scenarios", "eastern-port.corridor", NULL);
  g_autofree char *text = NULL;
  g_autofree char *plain = g_strdup_printf (
    "\"parameters\": [ {\"id\": \"vat_recovered_share\", \"value\": 0}, {\"id\": \"discount_rate\", \"value\": %g},"
    " {\"id\": \"battery_calendar_fade_per_year\", \"value\": 0}, {\"id\": \"battery_cycle_fade_per_1000_cycles\", \"value\": 0},"
    " {\"id\": \"demand_max_billed_share\", \"value\": 0.5},"
    " {\"id\": \"service_fee_yuan_per_kwh\", \"value\": %g}, {\"id\": \"swap_fee_yuan_per_kwh\", \"value\": %g}, ", discount, fee, fee);
  g_autoptr (GString) changed = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CorScenario *scenario;

  g_assert_true (g_file_get_contents (path, &text, NULL, &error));
  changed = g_string_new (text);
  g_string_replace (changed, "\"id\": \"service_fee_yuan_per_kwh\"", "\"id\": \"station_price_yuan_per_kwh\"", 1);
  g_string_replace (changed, "\"parameters\": [", plain, 1);
  bytes = g_bytes_new (changed->str, changed->len);
  scenario = cor_scenario_from_bytes (bytes, &error);
  g_assert_no_error (error);
  return scenario;
}

/* With the fee a kWh in everybody's hand: what trucks pay as fees is what stations take, and all together pay the same
 * whatever the fee is; so too where what comes later is worth less. */
static void
test_fees (void)
{
  static const double fees[] = { 0.3, 0.6 };

  for (double discount = 0; discount < 0.1; discount += 0.08)
    {
      double together[2] = { 0 }, carriers[2] = { 0 }, kwh[2] = { 0 };

      for (guint i = 0; i < 2; i++)
        {
          g_autoptr (CorScenario) scenario = with_fee (fees[i], discount);
          g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
          double paid = 0;

          for (guint s = 0; s < results->n_stations; s++)
            if (results->stations[s].visits_per_day > 0)
              kwh[i] += results->stations[s].energy_kwh_per_year;
          for (guint d = 0; d < results->n_duties; d++)
            {
              CorAnnualMoney money = cor_annual_money (results, &results->duties[d]);

              paid += money.fees;
              carriers[i] += money.carrier;
            }
          g_assert_cmpfloat (kwh[i], >, 1e6);
          g_assert_cmpfloat_with_epsilon (paid, fees[i] * kwh[i], 1e-3 * paid);
          together[i] = carriers[i] - paid;
        }
      g_assert_cmpfloat_with_epsilon (kwh[1], kwh[0], 0.01 * kwh[0]);
      g_assert_cmpfloat_with_epsilon (carriers[1] - carriers[0], 0.3 * kwh[0], 0.02 * 0.3 * kwh[0]);
      g_assert_cmpfloat_with_epsilon (together[1], together[0], 1e-3 * together[0]);
    }
}

/* Fees of their own for charging and swapping: who charges pays for what the meter says, who swaps for what is in the
 * battery, 0.92 of what the station buys to refill it. */
static void
test_fees_by_kind (void)
{
  g_autoptr (CorScenario) scenario = with_fee (0.6, 0);
  g_autoptr (CorScenario) dearer = cor_scenario_set_parameter (scenario, COR_PARAM_SWAP_FEE, 0.2, "test", NULL);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, dearer);
  const CorItem *const *items;
  double owed = 0, paid = 0, swapped = 0;
  guint n;

  items = cor_scenario_items (dearer, COR_ITEM_STATION, &n);
  for (guint s = 0; s < n; s++)
    if (results->stations[s].visits_per_day > 0)
      {
        gboolean swap = ((const CorStation *) items[s])->station_kind == COR_STATION_SWAP;

        owed += (swap ? 0.2 * 0.92 : 0.6) * results->stations[s].energy_kwh_per_year;
        swapped += swap ? results->stations[s].energy_kwh_per_year : 0;
      }
  for (guint d = 0; d < results->n_duties; d++)
    paid += cor_annual_money (results, &results->duties[d]).fees;
  g_assert_cmpfloat (swapped, >, 0);
  g_assert_cmpfloat_with_epsilon (paid, owed, 1e-3 * paid);
}

/* A station's own fee goes before that of its kind, at plugs and in swaps. */
static void
test_fee_of_its_own (void)
{
  g_autoptr (CorScenario) scenario = with_fee (0.6, 0);
  g_autoptr (CorScenario) own = cor_scenario_ref (scenario);
  g_autoptr (CorResults) results = NULL;
  const CorItem *const *items;
  double owed = 0, paid = 0;
  guint n, used[2] = { 0 };

  items = cor_scenario_items (scenario, COR_ITEM_STATION, &n);
  for (guint s = 0; s < n; s++)
    {
      CorStation *station = (CorStation *) cor_item_copy (items[s]);
      CorScenario *before = own;

      station->service_fee_yuan_per_kwh = station->station_kind == COR_STATION_SWAP ? 0.25 : 0.65;
      own = cor_scenario_with_item (before, &station->item);
      cor_scenario_unref (before);
    }
  results = cor_engine_evaluate (engine, own);
  for (guint s = 0; s < n; s++)
    if (results->stations[s].visits_per_day > 0)
      {
        gboolean swap = ((const CorStation *) items[s])->station_kind == COR_STATION_SWAP;

        owed += (swap ? 0.25 : 0.65) * results->stations[s].sold_kwh_per_year;
        used[swap]++;
      }
  for (guint d = 0; d < results->n_duties; d++)
    paid += cor_annual_money (results, &results->duties[d]).fees;
  g_assert_cmpuint (used[FALSE], >, 0);
  g_assert_cmpuint (used[TRUE], >, 0);
  g_assert_cmpfloat_with_epsilon (paid, owed, 1e-3 * paid);
}

/* Equal payments, by hand: at 8 % over 5 years, paid at the end of each, a yuan today is 0.250456 yuan a year (0.08 /
 * (1 - 1.08^-5)), at 0 % a fifth. */
static void
test_equal_payments (void)
{
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (CorScenario) rated = with_fee (0.45, i == 0 ? 0 : 0.08);
      g_autoptr (CorScenario) late = cor_scenario_set_parameter (rated, COR_PARAM_DISCOUNT_TIMING, 1, "test", NULL);
      g_autoptr (CorScenario) owned = cor_scenario_set_parameter (late, COR_PARAM_OWNERSHIP, 5, "test", NULL);
      g_autoptr (CorResults) results = cor_engine_evaluate (engine, owned);
      guint n = 0;

      for (guint d = 0; d < results->n_duties; d++)
        {
          const CorDutyResult *duty = &results->duties[d];
          const CorOutcome *outcome = &duty->alternatives[duty->assigned]->outcomes[results->year];
          double yuan = outcome->tco_yuan * duty->duty->trucks * (i == 0 ? 0.2 : 0.250456);

          if (!outcome->feasible)
            continue;
          g_assert_cmpfloat_with_epsilon (cor_annual_money (results, duty).carrier, yuan, 1e-5 * yuan);
          n++;
        }
      g_assert_cmpuint (n, >, 5);
    }
}

/* Worked by hand: ten plugs for 2,640,000 yuan, paid back at 9.5 % over 15 years (annuity 0.095 / (1 -
 * 1.095^-15) = 0.127744), 5 % of it and 150,000 yuan a year to run: 337,244 + 132,000 + 150,000. What
 * all pay is what carriers pay, less the fees, plus that, plus the demand charge and losses; built by others it is what carriers pay. */
static void
test_who_pays (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenario) scenario = with_fee (0.45, 0);
  CorSitingRequest request = { 1, NAN, COR_SITING_COST, COR_SITING_EXACT, TRUE };

  for (guint aim = COR_SITING_COST; aim <= (guint) COR_SITING_CARRIERS; aim++)
    {
      g_autoptr (CorSitingPlan) plan = NULL;
      const CorSitingRank *rank;

      request.aim = (CorSitingAim) aim;
      plan = cor_siting_scenario (engine, scenario, &request, NULL, NULL, &error);
      g_assert_no_error (error);
      rank = &g_array_index (plan->ranks, CorSitingRank, 0);
      g_assert_cmpstr (rank->station->item.id, ==, "doumen-charging");
      g_assert_cmpfloat_with_epsilon (rank->stations_yuan, 337244 + 132000 + 150000, 10);
      g_assert_cmpfloat (plan->before.stations_yuan, ==, 0);
      g_assert_cmpfloat_with_epsilon (rank->yuan_per_year, rank->carriers_yuan - rank->fees_yuan + rank->stations_yuan
                                                              + rank->demand_yuan + rank->lost_yuan, 1e-3);
      g_assert_cmpfloat (rank->fees_yuan, >, plan->before.fees_yuan);
      g_assert_cmpfloat (rank->demand_yuan, >, plan->before.demand_yuan);
    }
}

/* The scenario with a tariff whose highest power costs that much a kW and month. */
static CorScenario *
with_demand (CorScenario *scenario, const char *id, double demand)
{
  CorTariffSheet *sheet = (CorTariffSheet *) cor_item_new (COR_ITEM_TARIFF, id);
  CorTariffSeason season = fixture_flat (0.7);

  season.demand_yuan_per_kw_month = demand;
  sheet->seasons = cor_seasons_new ();
  g_array_append_val (sheet->seasons, season);
  return cor_scenario_with_item (scenario, &sheet->item);
}

/* The scenario with a second station where doumen-charging is, for 2,000,000 yuan; the first pays nothing
 * for its highest power, the second that much a kW and month. */
static CorScenario *
with_twin (CorScenario *scenario, double demand)
{
  g_autoptr (CorScenario) one = with_demand (scenario, "free", 0);
  g_autoptr (CorScenario) both = with_demand (one, "charged", demand);
  const CorItem *given = cor_scenario_find (scenario, COR_ITEM_STATION, "doumen-charging");
  CorStation *first = (CorStation *) cor_item_copy (given), *twin = (CorStation *) cor_item_copy (given);
  g_autoptr (CorScenario) with_first = NULL;

  g_free (twin->item.id);
  twin->item.id = g_strdup ("twin");
  twin->cost_yuan = 2000000;
  first->tariff = g_strdup ("free");
  twin->tariff = g_strdup ("charged");
  with_first = cor_scenario_with_item (both, &first->item);
  return cor_scenario_with_item (with_first, &twin->item);
}

/* What the plans' highest power costs, by hand: 12 months of 42 yuan a kW at every station but those of a tariff,
 * of it the share that is billed; what swaps lose, 0.65 yuan a kWh at each swap station; and the duties' shares are all
 * of both. */
static void
check_demand (const CorSitingPlan *plan, double billed)
{
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, plan->scenario);
  const CorItem *const *stations;
  double charge = 0, lost = 0, shares = 0;
  guint n;

  stations = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  for (guint s = 0; s < n; s++)
    lost += 0.65 * (results->stations[s].energy_kwh_per_year - results->stations[s].sold_kwh_per_year);
  for (guint s = 0; s < n; s++)
    if (((const CorStation *) stations[s])->tariff == NULL)
      charge += 12 * 42 * billed * results->stations[s].peak_kw;
  for (guint d = 0; d < results->n_duties; d++)
    shares += cor_annual_use_share (results, &results->duties[d]);
  g_assert_cmpfloat (charge, >, 1e6 * billed);
  g_assert_cmpfloat_with_epsilon (g_array_index (plan->ranks, CorSitingRank, 0).demand_yuan, charge, 1e-6 * charge);
  g_assert_cmpfloat (lost, >, 1e4);
  g_assert_cmpfloat_with_epsilon (g_array_index (plan->ranks, CorSitingRank, 0).lost_yuan, lost, 1e-6 * lost);
  g_assert_cmpfloat_with_epsilon (shares, charge + lost, 1e-6 * charge);
}

/* Two stations in one place that differ in cost by 640,000 yuan, 640,000 * (0.127744 + 0.05) = 113,756 yuan a
 * year, and in what a kW costs: at 0 the cheaper one is built, at 100 yuan a month, 1200 a year, it costs more
 * from 95 kW on and the other is. To the owners of the trucks, who pay neither, it is the cheaper both times. */
static void
test_demand (void)
{
  g_autoptr (CorScenario) corridor = fixture_load ("eastern-port");
  g_autoptr (CorScenario) billed = cor_scenario_set_parameter (corridor, COR_PARAM_DEMAND_MAX_BILLED, 1, "test", NULL);

  for (guint i = 0; i < 8; i++)
    {
      gboolean charged = i & 1;
      CorSitingAim aim = i & 2 ? COR_SITING_CARRIERS : COR_SITING_COST;
      CorSitingRequest request = { 1, NAN, aim, i & 4 ? COR_SITING_GREEDY : COR_SITING_EXACT, TRUE };
      g_autoptr (GError) error = NULL;
      g_autoptr (CorScenario) scenario = with_twin (billed, charged ? 100 : 0);
      g_autoptr (CorSitingPlan) plan = cor_siting_scenario (engine, scenario, &request, NULL, NULL, &error);
      const CorSitingRank *rank;

      g_assert_no_error (error);
      rank = &g_array_index (plan->ranks, CorSitingRank, 0);
      g_assert_cmpstr (rank->station->item.id, ==, charged && aim == COR_SITING_COST ? "doumen-charging" : "twin");
      if (!charged || aim == COR_SITING_COST)
        check_demand (plan, 1);
    }
}

/* While the charge is waived it decides nothing: the cheaper of the two is built, and nobody pays for highest power.
 * With 95 kW and more at 1200 yuan, a tenth billed is 120 yuan a kW, for which it takes 948 kW to make it up. */
static void
test_waived (void)
{
  static const double shares[] = { NAN, 0.1 };
  g_autoptr (CorScenario) corridor = fixture_load ("eastern-port");

  for (guint i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      CorSitingRequest request = { 1, NAN, COR_SITING_COST, COR_SITING_EXACT, TRUE };
      g_autoptr (GError) error = NULL;
      g_autoptr (CorScenario) billed
        = isnan (shares[i]) ? cor_scenario_ref (corridor)
                            : cor_scenario_set_parameter (corridor, COR_PARAM_DEMAND_MAX_BILLED, shares[i], "test", NULL);
      g_autoptr (CorScenario) scenario = with_twin (billed, 100);
      g_autoptr (CorSitingPlan) plan = cor_siting_scenario (engine, scenario, &request, NULL, NULL, &error);
      const CorSitingRank *rank;

      g_assert_no_error (error);
      rank = &g_array_index (plan->ranks, CorSitingRank, 0);
      g_assert_cmpstr (rank->station->item.id, ==, "twin");
      if (isnan (shares[i]))
        g_assert_cmpfloat (rank->demand_yuan, ==, 0);
      else
        g_assert_cmpfloat (rank->demand_yuan, >, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/siting-scenario/eastern-port", test_eastern_port);
  g_test_add_func ("/siting-scenario/sizes", test_sizes);
  g_test_add_func ("/siting-scenario/names", test_names);
  g_test_add_func ("/siting-scenario/fees", test_fees);
  g_test_add_func ("/siting-scenario/fees-by-kind", test_fees_by_kind);
  g_test_add_func ("/siting-scenario/fee-of-its-own", test_fee_of_its_own);
  g_test_add_func ("/siting-scenario/equal-payments", test_equal_payments);
  g_test_add_func ("/siting-scenario/who-pays", test_who_pays);
  g_test_add_func ("/siting-scenario/demand", test_demand);
  g_test_add_func ("/siting-scenario/waived", test_waived);
  return fixture_run (engine);
}
