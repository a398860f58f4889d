/* test-evaluate.c: whole scenarios against the studies they come from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "evaluate-fixture.h"

/*
 * Five-year totals of the trial's lines in yuan. Smart Freight Centre 2024: reported for 1 to 5;
 * for the others purchase + 5 x (use + maintenance) of the same table (10,000 yuan).
 */
static const struct
{
  const char *duty;
  double total;
  double wtw_kg_per_km;
  double g_per_tkm;
} pilot[] = {
  { "1", 1352400, 48501.0 / 97082, 121 },
  { "2", 995100, 363.0 / 503, 189 },
  { "3", 897200, 3980.0 / 6920, NAN },
  { "4", 1310100, 36730.0 / 53015, 127 },
  { "5", 976500, 843.0 / 1109, 84 },
  { "6a", (55 + 5 * (6.82 + 1.1)) * 1e4, NAN, NAN },
  { "6b", (67 + 5 * (6.69 + 1.1)) * 1e4, NAN, NAN },
  { "7", (48 + 5 * (3.77 + 1.1)) * 1e4, NAN, NAN },
  { "8", (60 + 5 * (12.28 + 1.1)) * 1e4, NAN, NAN },
  { "9", (60 + 5 * (4.27 + 1.1)) * 1e4, NAN, NAN },
  { "10", (67 + 5 * (13.6 + 1.1)) * 1e4, NAN, NAN },
};

/* Cost within 2,500 yuan, kg/km within 1.5 %, g/tkm within 5 %. */
static void
test_pilot (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("shenzhen-pilot");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);

  g_assert_cmpuint (results->n_duties, ==, G_N_ELEMENTS (pilot));
  for (guint i = 0; i < G_N_ELEMENTS (pilot); i++)
    {
      const CorDutyResult *duty = cor_results_duty (results, pilot[i].duty);
      const CorAlternative *truck;
      const CorOutcome *outcome;

      g_assert_nonnull (duty);
      truck = cor_duty_result_shown (duty);
      g_assert_cmpstr (truck->problem, ==, NULL);
      outcome = &truck->outcomes[results->year];
      g_test_message ("line %s: %.0f against %.0f yuan", pilot[i].duty, outcome->tco_yuan, pilot[i].total);
      g_assert_cmpfloat_with_epsilon (outcome->tco_yuan, pilot[i].total, 2500);
      if (!isnan (pilot[i].wtw_kg_per_km))
        g_assert_cmpfloat_with_epsilon (outcome->wtw_kg / cor_outcome_driven_km (outcome), pilot[i].wtw_kg_per_km,
                                        0.015 * pilot[i].wtw_kg_per_km);
      if (!isnan (pilot[i].g_per_tkm))
        g_assert_cmpfloat_with_epsilon (outcome->wtw_kg * 1000 / outcome->tkm, pilot[i].g_per_tkm,
                                        0.05 * pilot[i].g_per_tkm);
    }
}

static void
check_parts (const CorOutcome *outcome)
{
  double sum = 0;

  if (!outcome->feasible)
    return;
  for (guint i = 0; i < COR_N_TCO_PARTS; i++)
    sum += outcome->part_yuan[i];
  g_assert_cmpfloat_with_epsilon (sum, outcome->tco_yuan, 0.01);
  g_assert_cmpfloat (outcome->direct_kg, <=, outcome->wtw_kg);
}

/* The cash flow adds up to the cent: year by year and part by part, nominal and discounted. */
static void
check_cash_flow (const CorTco *tco)
{
  double nominal = 0, discounted = 0, driven[COR_N_TCO_PARTS] = { 0 };

  for (guint slot = 0; slot <= tco->n_years; slot++)
    {
      double policies = 0;

      for (guint part = 0; part < COR_N_TCO_PARTS; part++)
        {
          nominal += tco->part[part][slot];
          discounted += cor_tco_discounted (tco, part, slot);
          driven[part] += cor_tco_discounted (tco, part, slot);
        }
      g_assert_cmpfloat_with_epsilon (tco->cumulative[slot], nominal, 0.005);
      for (guint i = 0; i < tco->n_terms; i++)
        policies += tco->term[i][slot];
      g_assert_cmpfloat_with_epsilon (tco->part[COR_TCO_POLICY][slot], policies, 0.005);
    }
  g_assert_cmpfloat_with_epsilon (tco->nominal_total, nominal, 0.005);
  g_assert_cmpfloat_with_epsilon (tco->total, discounted, 0.005);
  for (guint part = 0; part < COR_N_TCO_PARTS; part++)
    g_assert_cmpfloat_with_epsilon (tco->part_total[part], driven[part], 0.005);
}

/* Cost parts add up for every truck, duty and model year of every bundled scenario. */
static void
test_parts_add_up (void)
{
  static const char *const names[] = { "shenzhen-pilot", "icct-2021", "eastern-port", "shenzhen-hongkong" };

  for (guint k = 0; k < G_N_ELEMENTS (names); k++)
    {
      g_autoptr (CorScenario) scenario = fixture_load (names[k]);
      g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);

      for (guint i = 0; i < results->n_duties; i++)
        for (guint j = 0; j < results->duties[i].n_alternatives; j++)
          {
            const CorAlternative *truck = results->duties[i].alternatives[j];

            for (guint y = 0; y < results->n_years; y++)
              check_parts (&truck->outcomes[y]);
            if (truck->tco != NULL)
              check_cash_flow (truck->tco);
          }
    }
}

static CorScenario *
with_number (const CorScenario *scenario, CorItemKind kind, guint index, const char *key, double value)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, kind, &n);
  CorItem *copy = cor_item_copy (items[index]);

  g_assert_true (cor_item_set_number (copy, cor_item_field (kind, key), value, NULL));
  return cor_scenario_with_item (scenario, copy);
}

/* What the bundled corridor has to show: a stop with a detour, and a duty that cannot be done. */
static void
test_eastern_port (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  gboolean detour = FALSE, impossible = FALSE;

  for (guint i = 0; i < results->n_duties; i++)
    for (guint j = 0; j < results->duties[i].n_alternatives; j++)
      {
        const CorAlternative *truck = results->duties[i].alternatives[j];
        const CorOutcome *outcome = &truck->outcomes[results->year];

        detour |= outcome->feasible && outcome->detour_km > 0 && outcome->stops_per_trip > 0;
        impossible |= !outcome->feasible && truck->problem != NULL && *truck->problem != '\0';
        g_assert_true (outcome->feasible || truck->problem != NULL);
      }
  g_assert_true (detour);
  g_assert_true (impossible);
  g_assert_cmpuint (results->comparable, >, 0);
  g_assert_cmpfloat (results->detour_share, >, 0);
}

/* The four numbers added up anew from the duties, with every policy that is bundled in force. */
static void
test_headlines (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  guint n;
  const CorItem *const *policies = cor_scenario_items (plain, COR_ITEM_POLICY, &n);
  g_autoptr (CorScenario) scenario = NULL;
  g_autoptr (CorResults) results = NULL;
  double detour = 0, driven = 0, saved = 0, money = 0;
  int parity = 0;

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (((const CorPolicy *) policies[i])->policy_kind, "toll_relief") == 0 && scenario == NULL)
      scenario = with_number (plain, COR_ITEM_POLICY, i, "on", 1);
  g_assert_nonnull (scenario);
  results = cor_engine_evaluate (engine, scenario);
  for (guint y = 0; y < results->n_years; y++)
    {
      double electric = 0, diesel = 0;

      for (guint i = 0; i < results->n_duties; i++)
        {
          const CorDutyResult *duty = &results->duties[i];
          const CorOutcome *truck = &cor_duty_result_shown (duty)->outcomes[y];

          if (!truck->feasible)
            continue;
          electric += duty->duty->trucks * truck->tco_yuan;
          diesel += duty->duty->trucks * duty->diesel->outcomes[y].tco_yuan;
        }
      if (parity == 0 && electric <= diesel)
        parity = results->first_year + (int) y;
    }
  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorOutcome *truck = &cor_duty_result_shown (duty)->outcomes[results->year];
      double trucks = duty->duty->trucks;

      if (!truck->feasible)
        continue;
      detour += trucks * truck->detour_km;
      driven += trucks * (truck->transport_km + truck->detour_km);
      saved += trucks * (duty->diesel->outcomes[results->year].wtw_kg - truck->wtw_kg) / 1000;
      money += trucks * (truck->money.paid + truck->money.forgone) / truck->ownership_years;
    }
  g_assert_cmpint (results->parity_year, ==, parity);
  g_assert_cmpfloat_with_epsilon (results->detour_share, detour / driven, 1e-12);
  g_assert_cmpfloat_with_epsilon (results->totals[results->year].detour_km, detour, 1e-6 * detour);
  g_assert_cmpfloat_with_epsilon (results->totals[results->year].driven_km, driven, 1e-9 * driven);
  g_assert_cmpfloat_with_epsilon (results->saved_t, saved, 1e-9 * saved);
  g_assert_cmpfloat (money, >, 0);
  g_assert_cmpfloat_with_epsilon (results->public_yuan_per_year, money, 1e-9 * money);
  g_assert_cmpfloat_with_epsilon (results->public_yuan_per_t, money / saved, 1e-9 * money / saved);
}

/* Emissions of a truck by hand: kWh bought times the factor on screen; litres times the diesel's. */
static void
test_emissions_by_hand (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  const CorDutyResult *duty = &results->duties[0];
  const CorAlternative *truck = cor_duty_result_shown (duty);
  const CorOutcome *electric = &truck->outcomes[results->year], *diesel = &duty->diesel->outcomes[results->year];
  double eta = cor_param_table_value (truck->table, COR_PARAM_CHARGING_EFFICIENCY, electric->model_year);

  /* Guangdong 2022, generation: 0.4403 kg/kWh; diesel as the pilot implies: 3.09 kg/L. */
  g_assert_cmpfloat_with_epsilon (electric->wtw_kg,
                                  (electric->transport_km + electric->detour_km) * electric->kwh_per_km / eta * 0.4403,
                                  1e-6 * electric->wtw_kg);
  g_assert_cmpfloat_with_epsilon (diesel->wtw_kg, diesel->transport_km * diesel->l_per_100km / 100 * 3.09,
                                  1e-6 * diesel->wtw_kg);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/evaluate/pilot", test_pilot);
  g_test_add_func ("/evaluate/parts-add-up", test_parts_add_up);
  g_test_add_func ("/evaluate/eastern-port", test_eastern_port);
  g_test_add_func ("/evaluate/headlines", test_headlines);
  g_test_add_func ("/evaluate/emissions-by-hand", test_emissions_by_hand);
  return fixture_run (engine);
}
