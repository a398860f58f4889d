/* test-cards.c: every figure has a card that is complete and from whose numbers it follows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "card-check.h"
#include "card-sum.h"
#include "cor-json.h"
#include "cor-policy-facts.h"
#include "cor-results-table.h"
#include "cor-trace.h"
#include "sanitized.h"
#include "scenario-fixture.h"
#include "tariff-fixture.h"

#include <string.h>

static CorEngine *engine;

static void
test_complete (gconstpointer name)
{
  g_autoptr (CorResults) results = fixture_results (engine, name);

  card_check_all (results, name);
}

/* What a reader must know about a figure stands beside its source. */
static void
test_notes (void)
{
  g_autoptr (CorResults) results = fixture_results (engine, "eastern-port");
  g_autoptr (CorTrace) trace = cor_trace_new (results, &(CorTraceKey) { .quantity = COR_TRACE_TRUCK_EMISSIONS }, FALSE);
  guint found = 0;

  for (guint i = 0; i < trace->inputs->len; i++)
    {
      const CorTraceInput *input = &g_array_index (trace->inputs, CorTraceInput, i);

      g_assert_nonnull (input->note);
      found += g_str_equal (input->note, "Read second hand from a table that quotes the ministry.");
    }
  g_assert_cmpuint (found, ==, 1);
}

/* The same where depots and stations pay by a tariff whose level rises by year. */
static void
test_moving (void)
{
  static const CorPolicyPoint levels[] = { { 2025, 1 }, { 2032, 1.4 } };
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  CorTariffSeason seasons[2] = { fixture_season (cor_tariff_months (10, 6), 0.8, 1.4), fixture_season (cor_tariff_months (7, 9), 1.0, 1.8) };
  g_autoptr (CorScenario) sheet = fixture_with_tariff (plain, seasons, 2, levels, G_N_ELEMENTS (levels));
  g_autoptr (CorScenario) depots = fixture_name_depots (sheet);
  g_autoptr (CorScenario) scenario = fixture_name_stations (depots);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);

  card_check_all (results, "prices that move");
}

/* The card of an instrument says what cor_policy_facts() says, a figure of 0 by no card. */
static void
check_instrument (const CorResults *results, CorTraceQuantity quantity, guint index, double value)
{
  CorTraceKey key = { .quantity = quantity, .index = index };
  g_autoptr (CorTrace) trace = cor_trace_new (results, &key, FALSE);

  if (trace != NULL || value != 0)
    g_assert_true (card_is_near (trace->value, value));
}

static void
check_instruments (const CorResults *results)
{
  g_autoptr (GArray) facts = cor_policy_facts (results);
  double trucks = results->totals[results->year].trucks;

  g_assert_cmpuint (facts->len, >, 3);
  for (guint i = 0; i < facts->len; i++)
    {
      const CorPolicyFact *fact = &g_array_index (facts, CorPolicyFact, i);
      guint index = (guint) cor_scenario_index (results->scenario, COR_ITEM_POLICY, fact->policy->item.id);

      check_instrument (results, COR_TRACE_INSTRUMENT_GAP, index, fact->gap_yuan / trucks);
      check_instrument (results, COR_TRACE_INSTRUMENT_PAID, index, fact->paid);
      check_instrument (results, COR_TRACE_INSTRUMENT_FORGONE, index, fact->forgone);
      check_instrument (results, COR_TRACE_INSTRUMENT_RAISED, index, fact->raised);
      check_instrument (results, COR_TRACE_INSTRUMENT_TONNE, index,
                        fact->paid + fact->forgone > 0 ? (fact->paid + fact->forgone) / results->saved_t : 0);
    }
}

/* The same with every instrument in force: money paid, forgone and raised, and what a tonne costs. */
static void
test_policies (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  GPtrArray *policies = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  g_autoptr (CorScenario) scenario = NULL;
  g_autoptr (CorResults) results = NULL;
  guint n;
  const CorItem *const *items = cor_scenario_items (plain, COR_ITEM_POLICY, &n);

  for (guint i = 0; i < n; i++)
    {
      CorPolicy *policy = (CorPolicy *) cor_item_copy (items[i]);

      policy->on = TRUE;
      g_ptr_array_add (policies, policy);
    }
  scenario = cor_scenario_with_items (plain, COR_ITEM_POLICY, policies);
  results = cor_engine_evaluate (engine, scenario);
  g_assert_cmpfloat (results->public_yuan_per_t, >, 0);
  check_instruments (results);
  card_check_all (results, "every instrument");
}

/* Charts and headings show other model years than the chosen one too. */
static void
test_other_years (void)
{
  g_autoptr (CorResults) results = fixture_results (engine, "icct-2021");
  static const CorTraceQuantity quantities[] = { COR_TRACE_TRUCK_TCO, COR_TRACE_TRUCK_GAP, COR_TRACE_TRUCK_EMISSIONS, COR_TRACE_TRUCK_PART };
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  CardCount count = { results, values, 0, 0 };

  for (guint y = 0; y < results->n_years; y++)
    for (guint q = 0; q < G_N_ELEMENTS (quantities); q++)
      for (int truck = -1; truck < (int) results->duties[0].n_alternatives; truck++)
        card_check_quantity (&count, (CorTraceKey) { .quantity = quantities[q], .truck = truck, .model_year = results->first_year + (int) y });
  g_assert_cmpuint (count.cards, >, results->n_years * 10);
}

static const CorJson *
card_of (GHashTable *cards, const char *id)
{
  const CorJson *card = g_hash_table_lookup (cards, id);

  if (card == NULL)
    g_error ("no card %s", id);
  return card;
}

static void
assert_card (GHashTable *cards, const char *id, double value)
{
  const CorJson *told = cor_json_member (card_of (cards, id), "value");

  if (told->type != COR_JSON_NUMBER || !card_is_near (told->number, value))
    g_error ("card %s says %.10g instead of %.10g", id, told->number, value);
}

/* Every number of a row but the year it is of. */
static void
check_row (const CorJson *row, GHashTable *cards)
{
  const CorJson *ids = cor_json_member (row, "cards");

  for (const CorJson *at = row->first; at != NULL; at = at->next)
    {
      const CorJson *id = cor_json_member (ids, at->key);

      if (at->type != COR_JSON_NUMBER || g_str_equal (at->key, "model_year"))
        continue;
      if (id == NULL)
        g_error ("%s of %s has no card", at->key, cor_json_member (row, "duty")->string);
      assert_card (cards, id->string, at->number);
    }
}

static char *
card_id (const CorJson *row, const char *nick, const char *part, int index)
{
  g_autofree char *tail = part != NULL ? g_strconcat ("/", part, NULL) : g_strdup ("");
  g_autofree char *number = index >= 0 ? g_strdup_printf ("/%d", index) : g_strdup ("");

  return g_strconcat (nick, "/", cor_json_member (row, "duty")->string, "/", cor_json_member (row, "truck_id")->string, tail, number, NULL);
}

static void
check_figure (const CorJson *row, const CorJson *of, const char *name, const char *nick, int index, GHashTable *cards)
{
  g_autofree char *id = card_id (row, nick, NULL, index);

  assert_card (cards, id, cor_json_member (of, name)->number);
}

static void
check_parts (const CorJson *row, const CorJson *parts, const char *nick, int index, GHashTable *cards)
{
  for (const CorJson *at = parts->first; at != NULL; at = at->next)
    {
      g_autofree char *id = card_id (row, nick, at->key, index);

      if (at->number != 0 || index < 0)
        assert_card (cards, id, at->number);
    }
}

static void
check_cash_flow (const CorJson *row, GHashTable *cards)
{
  int i = 0;

  for (const CorJson *year = cor_json_member (row, "cash_flow")->first; year != NULL; year = year->next, i++)
    {
      check_parts (row, cor_json_member (year, "parts_yuan"), "cash", i, cards);
      check_parts (row, cor_json_member (year, "discounted_parts_yuan"), "discounted", i, cards);
      check_figure (row, year, "total_yuan", "cash_in_year", i, cards);
      check_figure (row, year, "cumulative_yuan", "cumulative", i, cards);
      check_figure (row, year, "discounted_total_yuan", "discounted_year", i, cards);
    }
}

static void
check_stops (const CorJson *row, GHashTable *cards)
{
  static const char *const names[][2]
    = { { "kwh", "stop_kwh" },        { "yuan", "stop_yuan" },         { "minutes", "stop_minutes" },       { "wait_min", "stop_wait" },
        { "detour_km", "stop_detour" }, { "detour_min", "stop_detour_time" }, { "arrive_h", "stop_arrival" }, { "day_km", "stop_km" },
        { "soc_in", "stop_soc_in" },  { "soc_out", "stop_soc_out" } };
  int i = 0;

  for (const CorJson *stop = cor_json_member (row, "stops")->first; stop != NULL; stop = stop->next, i++)
    for (guint k = 0; k < G_N_ELEMENTS (names); k++)
      check_figure (row, stop, names[k][0], names[k][1], i, cards);
}

static void
check_head (const CorJson *root, GHashTable *cards)
{
  static const char *const names[][2] = { { "detour_share", "detour_share" },
                                          { "saved_tco2e_per_year", "emissions" },
                                          { "public_cost_yuan_per_year", "public_cost_a_year" },
                                          { "public_cost_yuan_per_tco2e", "public_cost" },
                                          { "corridor_parity_year", "parity_year" } };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const CorJson *value = cor_json_member (root, names[i][0]);

      if (value->type == COR_JSON_NUMBER)
        assert_card (cards, names[i][1], value->number);
    }
}

static void
check_inputs (const CorJson *card, GHashTable *cards)
{
  for (const CorJson *input = cor_json_member (card, "inputs")->first; input != NULL; input = input->next)
    {
      const CorJson *to = cor_json_member (input, "card");

      g_assert_cmpstr (cor_json_member (input, "source")->string, !=, "");
      if (to != NULL)
        card_of (cards, to->string);
      else
        g_assert_cmpstr (cor_json_member (input, "method")->string, !=, "");
    }
}

/* Every figure of the results as JSON has its card there, with the same value; and every card that is named. */
static void
test_json (gconstpointer name)
{
  g_autoptr (CorResults) results = fixture_results (engine, name);
  g_autoptr (GBytes) bytes = cor_results_table_json (results);
  g_autoptr (GHashTable) cards = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorJsonDoc) doc = cor_json_parse (bytes, &error);
  const CorJson *root;

  g_assert_no_error (error);
  root = cor_json_doc_root (doc);
  for (const CorJson *card = cor_json_member (root, "cards")->first; card != NULL; card = card->next)
    g_hash_table_insert (cards, (gpointer) card->key, (gpointer) card);
  check_head (root, cards);
  for (const CorJson *row = cor_json_member (root, "rows")->first; row != NULL; row = row->next)
    {
      check_row (row, cards);
      check_parts (row, cor_json_member (row, "cost_parts_yuan"), "cost_part", -1, cards);
      check_cash_flow (row, cards);
      check_stops (row, cards);
    }
  for (const CorJson *card = cor_json_member (root, "cards")->first; card != NULL; card = card->next)
    check_inputs (card, cards);
}

/* The reader itself can tell right from wrong. */
static void
test_sum (void)
{
  int last;

  g_assert_cmpfloat_with_epsilon (card_sum ("(1,200 − 200) · 3 ÷ 4").low, 750, 1.3);
  g_assert_cmpfloat_with_epsilon (card_sum ("max (0; −5) + (1 + 0.1)^(−2)").high, 0.826446, 1e-4);
  g_assert_cmpfloat_with_epsilon (card_sum ("−2 · (−3)").low, 6, 1e-3);
  g_assert_cmpfloat (card_sum ("2 · 3").high, <, 6.001);
  g_assert_cmpint (card_years ("2025: 500 > 400; 2026: 400 ≤ 400", &last), ==, 2026);
  g_assert_cmpint (last, ==, 2026);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "eastern-port", "icct-2021", "shenzhen-pilot", "shenzhen-hongkong" };

  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/cards/sum", test_sum);
  g_test_add_func ("/cards/other-years", test_other_years);
  g_test_add_func ("/cards/moving", test_moving);
  g_test_add_func ("/cards/notes", test_notes);
  g_test_add_func ("/cards/policies", test_policies);
  for (guint i = 0; i < G_N_ELEMENTS (names); i += sanitized_step (2))
    {
      g_autofree char *complete = g_strconcat ("/cards/complete/", names[i], NULL), *json = g_strconcat ("/cards/json/", names[i], NULL);

      g_test_add_data_func (complete, names[i], test_complete);
      g_test_add_data_func (json, names[i], test_json);
    }
  return fixture_run (engine);
}
