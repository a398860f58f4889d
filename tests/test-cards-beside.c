/* test-cards-beside.c: figures beside the cost have cards: rows of emissions, machines of a site, cities.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "card-check.h"
#include "cor-attribution.h"
#include "scenario-fixture.h"

#include <math.h>

static CorEngine *engine;

/* Every figure of every row has a card with that figure, but for what does not apply. */
static void
test_rows (gconstpointer name)
{
  static const CorTraceQuantity always[] = { COR_TRACE_ROW_WTW, COR_TRACE_ROW_WTT, COR_TRACE_ROW_TTW, COR_TRACE_ROW_MAKING, COR_TRACE_ROW_NOX,
                                             COR_TRACE_ROW_PM };
  g_autoptr (CorScenario) scenario = fixture_load (name);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  CorFactorChoice choice;

  cor_factor_choice_init (results, &choice);
  for (CorEmissionBy by = 0; by <= COR_EMISSION_BY_SCENARIO; by++)
    {
      g_autoptr (GArray) rows = cor_emission_rows (results, &choice, by);

      for (guint i = 0; i < rows->len; i++)
        {
          const CorEmissionRow *row = &g_array_index (rows, CorEmissionRow, i);
          const double values[] = { row->emission.wtw_kg / 1000, row->emission.wtt_kg / 1000, row->emission.ttw_kg / 1000, row->making_kg / 1000,
                                    row->nox_kg, row->pm_kg };

          for (guint k = 0; k < G_N_ELEMENTS (always); k++)
            {
              CorTraceKey key = { .quantity = always[k], .by = by, .index = i };
              g_autoptr (CorTrace) trace = cor_trace_new (results, &key, FALSE);

              g_assert_nonnull (trace);
              g_assert_true (card_is_near (trace->value, values[k]));
            }
        }
    }
}

static void
add_machine (CorScenario **scenario, const char *id, const char *site, const char *kind, int battery)
{
  CorYardMachine *machine = (CorYardMachine *) cor_item_new (COR_ITEM_MACHINE, id);
  CorScenario *next;

  cor_item_set_string (&machine->item, cor_item_field (COR_ITEM_MACHINE, "site"), site);
  cor_item_set_string (&machine->item, cor_item_field (COR_ITEM_MACHINE, "kind"), kind);
  machine->number = 4;
  machine->power_kw = 120;
  machine->hours_per_day = 6.5;
  machine->battery = battery;
  next = cor_scenario_with_item (*scenario, &machine->item);
  cor_scenario_unref (*scenario);
  *scenario = next;
}

/* What a card of a stop names as its origin while the plan can be that much dearer than the best. */
static gboolean
says_exact (double gap_yuan)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  CorTraceKey key = { .quantity = COR_TRACE_STOP_MINUTES };
  g_autoptr (CorTrace) trace = NULL;

  for (; key.duty < results->n_duties; key.duty++)
    {
      const CorDutyResult *duty = &results->duties[key.duty];

      key.truck = (guint) duty->assigned;
      if (duty->alternatives[key.truck]->plan != NULL && duty->alternatives[key.truck]->plan->n_stops > 0)
        break;
    }
  g_assert_cmpuint (key.duty, <, results->n_duties);
  ((CorPlan *) results->duties[key.duty].alternatives[key.truck]->plan)->gap_yuan = gap_yuan;
  trace = cor_trace_new (results, &key, FALSE);
  g_assert_nonnull (trace);
  return strstr (g_array_index (trace->inputs, CorTraceInput, 0).source, "found exactly") != NULL;
}

/* Cards call a plan exact where it is, not where a cheaper one may exist or nobody knows. */
static void
test_not_exact (void)
{
  g_assert_true (says_exact (0));
  g_assert_false (says_exact (12.5));
  g_assert_false (says_exact (NAN));
}

/* Two sorts of machines at a site where trucks charge too: every card of machines, chargers, site, share and hour. */
static void
test_machines (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (CorResults) results = NULL;
  CardCount count = { .values = values };
  guint n, before;
  g_autofree char *site = g_strdup (cor_scenario_items (scenario, COR_ITEM_SITE, &n)[0]->id);

  add_machine (&scenario, "m1", site, "forklift", COR_MACHINE_LITHIUM);
  add_machine (&scenario, "m2", site, "loader", COR_MACHINE_LEAD_ACID);
  count.results = results = cor_engine_evaluate (engine, scenario);
  for (CorTraceQuantity q = COR_TRACE_MACHINE_NUMBER; q < COR_N_TRACE_QUANTITIES; q++)
    {
      before = count.cards;
      card_check_quantity (&count, (CorTraceKey) { .quantity = q });
      g_assert_cmpuint (count.cards, >, before);
    }
  g_assert_cmpuint (count.sharp, >, count.cards * 95 / 100);
}

static void
test_cities (gconstpointer name)
{
  g_autoptr (CorScenario) scenario = fixture_load (name);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorCities) cities = cor_cities_load_default (&error);
  g_autoptr (CorAttribution) attribution = NULL;
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  CardCount count = { results, values, 0, 0 };

  g_assert_no_error (error);
  attribution = cor_attribution_new (results, cities);
  for (guint row = 0; row < attribution->n_rows; row++)
    for (CorCityFigure figure = 0; figure < COR_N_CITY_FIGURES; figure++)
      {
        g_autoptr (CorTrace) trace = cor_attribution_trace (results, attribution, row, figure, FALSE);

        if (trace == NULL)
          {
            g_assert_false (cor_attribution_figure (attribution, row, figure) > -G_MAXDOUBLE);
            continue;
          }
        g_assert_true (card_is_near (trace->value, cor_attribution_figure (attribution, row, figure)));
        card_check_trace (&count, trace);
      }
  g_assert_cmpuint (count.cards, >, attribution->n_rows * 5);
}

/* Goes through a sum of many terms from card to card; how many terms there are in all. */
static guint
walk_sum (CardCount *count, CorTraceKey key)
{
  g_autoptr (CorTrace) trace = cor_trace_new (count->results, &key, FALSE);
  guint terms = 0;

  g_assert_nonnull (trace);
  g_assert_cmpuint (trace->inputs->len, <=, 12);
  card_check_trace (count, trace);
  for (guint i = 0; i < trace->inputs->len; i++)
    {
      const CorTraceInput *input = &g_array_index (trace->inputs, CorTraceInput, i);

      if (input->computed && input->child.quantity == key.quantity)
        terms += walk_sum (count, input->child);
      else
        terms++;
    }
  return terms;
}

/* Sums over many duties list the ten largest, and the others on cards that follow from one another. */
static void
test_many_duties (void)
{
  static const CorTraceQuantity sums[] = { COR_TRACE_TRUCKS, COR_TRACE_TCO,         COR_TRACE_WTW,       COR_TRACE_KM,
                                           COR_TRACE_TKM,    COR_TRACE_PLANNED_KM,  COR_TRACE_PLANNED_DETOUR };
  static const CorTraceQuantity rows[] = { COR_TRACE_ROW_TRUCKS, COR_TRACE_ROW_TRIPS, COR_TRACE_ROW_WTW };
  CorScenario *scenario = fixture_load ("eastern-port");
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (CorResults) results = NULL;
  CardCount count = { .values = values };
  guint n;

  for (guint i = 0; i < 100; i++)
    {
      g_autoptr (CorScenario) before = scenario;
      CorItem *duty = cor_item_copy (cor_scenario_items (scenario, COR_ITEM_DUTY, &n)[0]);

      g_free (duty->id);
      duty->id = g_strdup_printf ("another-%u", i);
      ((CorDuty *) duty)->trucks = i % 7 + 1;
      scenario = cor_scenario_with_item (before, duty);
    }
  results = cor_engine_evaluate (engine, scenario);
  cor_scenario_unref (scenario);
  count.results = results;
  for (int truck = -1; truck <= 0; truck++)
    for (CorTcoGroup group = 0; group < COR_N_TCO_GROUPS; group++)
      {
        CorTraceKey key = { .quantity = COR_TRACE_FLEET_GROUP, .truck = truck, .part = cor_trace_group_part (group) };

        /* With the number of trucks that it is divided by. */
        g_assert_cmpuint (walk_sum (&count, key), ==, results->comparable + 1);
      }
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    g_assert_cmpuint (walk_sum (&count, (CorTraceKey) { .quantity = sums[i] }), ==, results->comparable);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (walk_sum (&count, (CorTraceKey) { .quantity = rows[i], .by = COR_EMISSION_BY_SCENARIO }), ==, results->comparable);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "eastern-port", "icct-2021", "shenzhen-pilot", "shenzhen-hongkong" };

  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/cards/machines", test_machines);
  g_test_add_func ("/cards/not-exact", test_not_exact);
  g_test_add_func ("/cards/many-duties", test_many_duties);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *rows = g_strconcat ("/cards/rows/", names[i], NULL), *cities = g_strconcat ("/cards/cities/", names[i], NULL);

      g_test_add_data_func (rows, names[i], test_rows);
      g_test_add_data_func (cities, names[i], test_cities);
    }
  return fixture_run (engine);
}
