/* test-stations-demand.c: the demand charge of stations, by year, share billed, tariff and instruments, by hand.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-policy-facts.h"
#include "cor-trace.h"
#include "cor-variant.h"
#include "scenario-fixture.h"
#include "tariff-fixture.h"

#include <math.h>
#include <string.h>

#define MONTHS 12
#define YUAN_PER_KW 42

static CorEngine *engine;

static CorScenario *
in_year (CorScenario *scenario, int year)
{
  CorItem *head = cor_item_copy (&cor_scenario_head (scenario)->item);

  ((CorHead *) head)->model_year = year;
  return cor_scenario_with_head (scenario, head);
}

static CorScenario *
billed (CorScenario *scenario, double share)
{
  return cor_scenario_set_parameter (scenario, COR_PARAM_DEMAND_MAX_BILLED, share, "test", NULL);
}

/* The scenario with a waiver of that share in force from @first to @last; @powertrain and @region: NULL for any. */
static CorScenario *
waived (CorScenario *scenario, const char *id, double share, int first, int last, const char *powertrain, const char *region)
{
  CorPolicy *policy = (CorPolicy *) cor_item_new (COR_ITEM_POLICY, id);
  const char *powertrains[] = { powertrain, NULL }, *regions[] = { region, NULL };

  g_free (policy->policy_kind);
  policy->policy_kind = g_strdup ("demand_charge_waiver");
  policy->on = TRUE;
  policy->amount = share;
  policy->first_year = first;
  policy->last_year = last;
  if (powertrain != NULL)
    policy->powertrains = g_strdupv ((char **) powertrains);
  if (region != NULL)
    policy->regions = g_strdupv ((char **) regions);
  return cor_scenario_with_item (scenario, &policy->item);
}

/* Every station's charge is its peak times 12 months of 42 yuan times the share: of those that swap, @swap. */
static void
check (CorScenario *scenario, double plug, double swap)
{
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  guint n, seen[2] = { 0, 0 };
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_STATION, &n);

  for (guint i = 0; i < n; i++)
    {
      const CorStationResult *station = &results->stations[i];
      gboolean swaps = ((const CorStation *) items[i])->station_kind == COR_STATION_SWAP;
      double charge = station->peak_kw * YUAN_PER_KW * MONTHS * (swaps ? swap : plug);

      g_assert_cmpfloat_with_epsilon (station->demand_yuan_per_year, charge, 1e-6 * (1 + charge));
      seen[swaps] += station->peak_kw > 0;
    }
  g_assert_cmpuint (seen[FALSE], >=, 2);
  g_assert_cmpuint (seen[TRUE], >=, plug != swap);
}

/* Waived up to 2030, billed from 2031 on, with nothing in between: the data's years make a step. */
static void
test_years (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");

  for (int year = 2024; year <= 2034; year++)
    {
      g_autoptr (CorScenario) then = in_year (scenario, year);
      g_autoptr (CorResults) results = cor_engine_evaluate (engine, then);
      double share = cor_param_table_value (results->duties[0].alternatives[0]->table, COR_PARAM_DEMAND_MAX_BILLED, year);

      g_assert_cmpfloat (share, ==, year <= 2030 ? 0 : 1);
      if (year == 2024 || year >= 2030)
        check (then, share, share);
    }
}

static void
test_share (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorScenario) early = in_year (scenario, 2024);
  g_autoptr (CorScenario) half = billed (early, 0.5), all = billed (early, 1);

  g_autoptr (CorScenario) summer = cor_scenario_set_parameter (all, COR_PARAM_DEMAND_MONTHS, 6, "test", NULL);

  check (half, 0.5, 0.5);
  check (all, 1, 1);
  /* Six months of twelve. */
  check (summer, 0.5, 0.5);
}

/* Of what is billed, instruments waive their share, never more than all of it; one for trucks that swap does so for
 * swap stations alone, and one of another year or region does nothing. */
static void
test_instruments (void)
{
  static const struct
  {
    double billed, first, second; /* second: NaN for none */
    int from, to;
    const char *powertrain, *region;
    double plug, swap;
  } cases[] = {
    { 1, 0.25, NAN, 2024, 2030, NULL, NULL, 0.75, 0.75 },
    { 0.5, 0.4, NAN, 2024, 2024, NULL, NULL, 0.3, 0.3 },
    { 0.5, 1, NAN, 2024, 2030, NULL, NULL, 0, 0 },
    { 1, 0.7, 0.7, 2024, 2030, NULL, NULL, 0, 0 },
    { 1, 0.3, 0.2, 2024, 2030, NULL, NULL, 0.5, 0.5 },
    { 1, 1, NAN, 2025, 2030, NULL, NULL, 1, 1 },
    { 1, 1, NAN, 2020, 2023, NULL, NULL, 1, 1 },
    { 1, 1, NAN, 2024, 2030, "bet-swap", NULL, 1, 0 },
    { 1, 1, NAN, 2024, 2030, "bet", NULL, 0, 1 },
    { 1, 1, NAN, 2024, 2030, NULL, "Guangdong", 0, 0 },
    { 1, 1, NAN, 2024, 2030, NULL, "Beijing", 1, 1 },
    { 0, 1, NAN, 2024, 2030, NULL, NULL, 0, 0 },
    /* No share given: all of it. */
    { 1, NAN, NAN, 2024, 2030, NULL, NULL, 0, 0 },
  };
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorScenario) early = in_year (scenario, 2024);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorScenario) charged = billed (early, cases[i].billed);
      g_autoptr (CorScenario) one = waived (charged, "one", cases[i].first, cases[i].from, cases[i].to, cases[i].powertrain, cases[i].region);
      g_autoptr (CorScenario) two = isnan (cases[i].second) ? cor_scenario_ref (one)
                                                            : waived (one, "two", cases[i].second, cases[i].from, cases[i].to, NULL, NULL);

      g_test_message ("case %u", i);
      check (two, cases[i].plug, cases[i].swap);
    }
}

/* An instrument of another kind waives nothing of it. */
static void
test_other_kinds (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorScenario) early = in_year (scenario, 2024);
  g_autoptr (CorScenario) charged = billed (early, 1);
  g_autoptr (CorScenario) one = waived (charged, "one", 0.5, 2024, 2030, NULL, NULL);
  CorItem *other = cor_item_copy (cor_scenario_find (one, COR_ITEM_POLICY, "one"));
  g_autoptr (CorScenario) relieved = NULL;

  g_free (((CorPolicy *) other)->policy_kind);
  ((CorPolicy *) other)->policy_kind = g_strdup ("energy_price_relief");
  relieved = cor_scenario_with_item (charged, other);
  check (relieved, 1, 1);
}

/* What a tariff of the station prints is billed by the same share: 9 months at 20 and 3 at 40 yuan. */
static void
test_tariff (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorScenario) early = in_year (scenario, 2024);
  CorTariffSeason seasons[2] = { fixture_season (cor_tariff_months (10, 6), 0.8, 1.4), fixture_season (cor_tariff_months (7, 9), 0.8, 1.4) };

  seasons[0].demand_yuan_per_kw_month = 20;
  seasons[1].demand_yuan_per_kw_month = 40;
  for (double share = 0; share <= 1; share += 0.25)
    {
      g_autoptr (CorScenario) charged = billed (early, share);
      g_autoptr (CorScenario) with = fixture_with_tariff (charged, seasons, 2, NULL, 0);
      g_autoptr (CorScenario) named = fixture_name_stations (with);
      g_autoptr (CorResults) results = cor_engine_evaluate (engine, named);
      guint n, seen = 0;
      const CorItem *const *items = cor_scenario_items (named, COR_ITEM_STATION, &n);

      for (guint i = 0; i < n; i++)
        if (((const CorStation *) items[i])->tariff != NULL && results->stations[i].peak_kw > 0)
          {
            g_assert_cmpfloat_with_epsilon (results->stations[i].demand_yuan_per_year, 300 * share * results->stations[i].peak_kw, 1e-3);
            seen++;
          }
      g_assert_cmpuint (seen, >=, 2);
    }
}

/* The card of an instrument's or the scenario's public money, to compare with the figure. */
static double
card_value (CorResults *results, CorTraceQuantity quantity, guint index)
{
  CorTraceKey key = { .quantity = quantity, .index = index, .model_year = 2024 };
  g_autoptr (CorTrace) card = cor_trace_new (results, &key, FALSE);

  return card != NULL ? card->value : NAN;
}

/* What stations do not pay is public money: with half of 42 yuan billed and a quarter of that waived, each kW of their
 * peaks costs the public 12 x 42 x 0.5 x 0.25 = 63 yuan a year. Two waivers that ask for 0.9 and 0.6 share all of it,
 * 252 yuan a kW, three to two. The parts add up to the public cost, with and without other instruments. */
static void
test_public (void)
{
  static const double amounts[2][2] = { { 0.25, NAN }, { 0.9, 0.6 } };
  static const double yuan_per_kw[2][2] = { { 63, 0 }, { 252 * 0.6, 252 * 0.4 } };
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorScenario) early = in_year (scenario, 2024);
  g_autoptr (CorScenario) charged = billed (early, 0.5);
  g_autoptr (CorResults) before = cor_engine_evaluate (engine, charged);

  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    {
      g_autoptr (CorScenario) one = waived (charged, "one", amounts[i][0], 2024, 2030, NULL, NULL);
      g_autoptr (CorScenario) two = i == 0 ? cor_scenario_ref (one) : waived (one, "two", amounts[i][1], 2024, 2030, NULL, NULL);
      g_autoptr (CorResults) results = cor_engine_evaluate (engine, two);
      g_autoptr (GArray) facts = cor_policy_facts (results);
      const CorTotals *totals = &results->totals[results->year];
      double kw = 0, trucks[2] = { 0 }, sum = 0;

      for (guint s = 0; s < results->n_stations; s++)
        kw += results->stations[s].peak_kw;
      g_assert_cmpfloat (kw, >, 1000);
      g_assert_cmpfloat_with_epsilon (totals->stations_yuan_per_year, kw * (yuan_per_kw[i][0] + yuan_per_kw[i][1]), 1e-3);
      g_assert_cmpfloat_with_epsilon (totals->public_yuan_per_year, totals->paid_yuan_per_year + totals->forgone_yuan_per_year, 1e-3);
      g_assert_cmpfloat (results->public_yuan_per_year, ==, totals->public_yuan_per_year);
      g_assert_cmpfloat_with_epsilon (results->public_yuan_per_t, totals->public_yuan_per_year / results->saved_t, 1e-6);
      for (guint d = 0; d < results->n_duties; d++)
        {
          const CorDutyResult *duty = &results->duties[d];
          const CorAlternative *truck = duty->alternatives[duty->assigned];

          for (guint t = 0; truck->tco != NULL && t < truck->tco->n_terms; t++)
            for (guint y = 0; y <= truck->tco->n_years; y++)
              trucks[t % 2] += duty->duty->trucks * cor_tco_public (truck->tco, t, y).forgone / truck->tco->n_years;
        }
      for (guint f = 0; f < facts->len; f++)
        {
          const CorPolicyFact *fact = &g_array_index (facts, CorPolicyFact, f);
          guint index = (guint) cor_scenario_index (two, COR_ITEM_POLICY, fact->policy->item.id);

          if (fact->kind == COR_POLICY_DEMAND_CHARGE_WAIVER)
            {
              guint which = g_str_equal (fact->policy->item.id, "two");

              g_assert_cmpfloat_with_epsilon (fact->forgone, trucks[which] + kw * yuan_per_kw[i][which], 1e-3);
              g_assert_cmpfloat_with_epsilon (card_value (results, COR_TRACE_INSTRUMENT_FORGONE, index), fact->forgone, 1e-3);
            }
          sum += fact->paid + fact->forgone;
        }
      g_assert_cmpfloat_with_epsilon (sum, results->public_yuan_per_year, 1e-3);
      g_assert_cmpfloat_with_epsilon (card_value (results, COR_TRACE_PUBLIC_YEAR, 0), sum, 1e-3);
      g_assert_cmpfloat_with_epsilon (card_value (results, COR_TRACE_FORGONE_YEAR, 0), totals->forgone_yuan_per_year, 1e-3);
      g_assert_cmpfloat_with_epsilon (card_value (results, COR_TRACE_WAIVED_YEAR, 0), totals->stations_yuan_per_year, 1e-3);
    }
  g_assert_cmpfloat (before->totals[before->year].stations_yuan_per_year, ==, 0);
}

/* A station with plugs and bays beside those with plugs: one waiver of half for trucks that swap and one of a tenth for those that charge. Each
 * station's charge of 42 yuan over 12 months falls to swaps and plugs as its energy does, worked out from the plans:
 * of the first part half is waived, of the other a tenth; the two instruments forgo just that, and the card says so. */
static void
test_both (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorScenario) early = in_year (scenario, 2024);
  g_autoptr (CorScenario) charged = billed (early, 1);
  g_autoptr (CorScenario) one = waived (charged, "swaps", 0.5, 2024, 2030, "bet-swap", NULL);
  g_autoptr (CorScenario) two = waived (one, "plugs", 0.1, 2024, 2030, "bet", NULL);
  g_autoptr (CorScenario) gone = cor_scenario_without (two, COR_ITEM_STATION, "shatian-swap");
  CorItem *neighbour = cor_item_copy (cor_scenario_find (gone, COR_ITEM_STATION, "shatian-charging"));
  g_autoptr (CorScenario) both = NULL;
  g_autoptr (CorResults) results = NULL;
  g_autoptr (GArray) facts = NULL;
  double sums[2] = { 0, 0 }, trucks[2] = { 0, 0 };
  guint n, mixed = 0;

  ((CorStation *) neighbour)->station_kind = COR_STATION_BOTH;
  both = cor_scenario_with_item (gone, neighbour);
  cor_scenario_items (both, COR_ITEM_STATION, &n);
  results = cor_engine_evaluate (engine, both);
  for (guint i = 0; i < n; i++)
    {
      const CorStationResult *station = &results->stations[i];
      CorTraceKey key = { .quantity = COR_TRACE_STATION_DEMAND, .index = i, .model_year = 2024 };
      g_autoptr (CorTrace) card = cor_trace_new (results, &key, FALSE);
      double kwh[2] = { 0, 0 }, charge = station->peak_kw * YUAN_PER_KW * MONTHS, part;

      for (guint d = 0; d < results->n_duties; d++)
        {
          const CorDutyResult *duty = &results->duties[d];
          const CorPlan *plan = duty->alternatives[duty->assigned]->plan;
          double days = duty->duty->trucks * duty->route->days_per_year * duty->route->trips_per_day / MAX (1, lround (duty->route->trips_per_day));

          for (guint s = 0; plan != NULL && plan->feasible && s < plan->n_stops; s++)
            if (plan->stops[s].station == (int) i)
              kwh[plan->stops[s].kind == COR_STOP_SWAP] += plan->stops[s].kwh * days;
        }
      if (kwh[0] + kwh[1] == 0)
        continue;
      mixed += kwh[0] > 0 && kwh[1] > 0;
      part = kwh[1] / (kwh[0] + kwh[1]);
      sums[0] += charge * part * 0.5;
      sums[1] += charge * (1 - part) * 0.1;
      g_assert_cmpfloat_with_epsilon (station->waived_yuan_per_year, charge * (part * 0.5 + (1 - part) * 0.1), 1e-6 * (1 + charge));
      g_assert_cmpfloat_with_epsilon (station->demand_yuan_per_year, charge - station->waived_yuan_per_year, 1e-6 * (1 + charge));
      g_assert_cmpfloat_with_epsilon (card->value, station->demand_yuan_per_year, 1e-6 * (1 + charge));
    }
  g_assert_cmpuint (mixed, >=, 1);
  for (guint d = 0; d < results->n_duties; d++)
    {
      const CorDutyResult *duty = &results->duties[d];
      const CorAlternative *truck = duty->alternatives[duty->assigned];

      for (guint t = 0; truck->tco != NULL && t < truck->tco->n_terms; t++)
        for (guint y = 0; y <= truck->tco->n_years; y++)
          trucks[truck->powertrain != COR_POWERTRAIN_BET_SWAP] += duty->duty->trucks * cor_tco_public (truck->tco, t, y).forgone / truck->tco->n_years;
    }
  facts = cor_policy_facts (results);
  for (guint f = 0; f < facts->len; f++)
    {
      const CorPolicyFact *fact = &g_array_index (facts, CorPolicyFact, f);

      if (fact->kind == COR_POLICY_DEMAND_CHARGE_WAIVER)
        g_assert_cmpfloat_with_epsilon (fact->forgone, sums[g_str_equal (fact->policy->item.id, "plugs")] + trucks[g_str_equal (fact->policy->item.id, "plugs")], 1);
    }
}

/* The value of the input of that symbol on a card, and its source; NaN where there is none. */
static double
input_of (const CorTrace *card, const char *symbol, const char **source)
{
  for (guint i = 0; i < card->inputs->len; i++)
    {
      const CorTraceInput *input = &g_array_index (card->inputs, CorTraceInput, i);

      if (g_strcmp0 (input->symbol, symbol) != 0)
        continue;
      *source = input->source;
      return input->value;
    }
  return NAN;
}

/* The card multiplies peak, months, charge and share, and says whose share it is; an instrument stands on it by name. */
static void
test_card (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorScenario) late = in_year (scenario, 2031);
  g_autoptr (CorScenario) relieved = waived (late, "relief", 0.25, 2031, 2035, NULL, NULL);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (CorScenario) shown = i == 0 ? in_year (scenario, 2030) : cor_scenario_ref (i == 1 ? late : relieved);
      g_autoptr (CorResults) results = cor_engine_evaluate (engine, shown);
      int index = cor_scenario_index (shown, COR_ITEM_STATION, "shatian-charging");
      CorTraceKey key = { .quantity = COR_TRACE_STATION_DEMAND, .index = (guint) index, .model_year = i == 0 ? 2030 : 2031 };
      g_autoptr (CorTrace) card = cor_trace_new (results, &key, FALSE);
      double yuan = i == 0 ? 0 : results->stations[index].peak_kw * 12 * 42 * (i == 2 ? 0.75 : 1);
      const char *source = "";

      g_assert_cmpfloat (input_of (card, "m", &source), ==, 42);
      g_assert_cmpfloat (input_of (card, "b", &source), ==, i == 0 ? 0 : 1);
      g_assert_nonnull (strstr (source, i == 0 ? "National Development and Reform" : "Own assumption"));
      g_assert_cmpfloat_with_epsilon (card->value, yuan, 1e-6 * (1 + yuan));
      g_assert_true (isnan (input_of (card, "w", &source)) == (i != 2));
      g_assert_nonnull (strstr (card->formula, i == 2 ? "b · (1 − w)" : "m · b · k"));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/stations-demand/years", test_years);
  g_test_add_func ("/stations-demand/share", test_share);
  g_test_add_func ("/stations-demand/instruments", test_instruments);
  g_test_add_func ("/stations-demand/other-kinds", test_other_kinds);
  g_test_add_func ("/stations-demand/tariff", test_tariff);
  g_test_add_func ("/stations-demand/public", test_public);
  g_test_add_func ("/stations-demand/both", test_both);
  g_test_add_func ("/stations-demand/card", test_card);
  return fixture_run (engine);
}
