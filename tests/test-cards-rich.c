/* test-cards-rich.c: the same of a scenario with all at once: every instrument in force, stations that charge and swap,
 * power by season and hour with a demand charge of its own and a level that rises, machines in a yard, activity by the
 * great circle; and of plain studies without a way on a map.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "card-check.h"
#include "cor-variant.h"
#include "scenario-fixture.h"
#include "tariff-fixture.h"

static CorEngine *engine;

typedef void (*Change) (CorItem *item);

static void
instrument_on (CorItem *item)
{
  ((CorPolicy *) item)->on = TRUE;
}

/* Every other one, so that plugs and bays are also met alone. */
static void
station_mixed (CorItem *item)
{
  CorStation *station = (CorStation *) item;

  if (item->id[0] % 2 == 0)
    return;
  station->station_kind = COR_STATION_BOTH;
  station->plugs = 4;
  station->power_kw = 180;
  station->bays = 1;
  station->batteries = 8;
  station->service_fee_yuan_per_kwh = NAN;
}

/* Takes @scenario over: all of a kind, changed. */
static CorScenario *
change_all (CorScenario *taken, CorItemKind kind, Change change)
{
  g_autoptr (CorScenario) scenario = taken;
  GPtrArray *changed = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, kind, &n);

  for (guint i = 0; i < n; i++)
    {
      CorItem *item = cor_item_copy (items[i]);

      change (item);
      g_ptr_array_add (changed, item);
    }
  return cor_scenario_with_items (scenario, kind, changed);
}

static CorScenario *
add_machine (CorScenario *taken)
{
  g_autoptr (CorScenario) scenario = taken;
  CorYardMachine *machine = (CorYardMachine *) cor_item_new (COR_ITEM_MACHINE, "m1");
  guint n;

  cor_item_set_string (&machine->item, cor_item_field (COR_ITEM_MACHINE, "site"), cor_scenario_items (scenario, COR_ITEM_SITE, &n)[0]->id);
  cor_item_set_string (&machine->item, cor_item_field (COR_ITEM_MACHINE, "kind"), "forklift");
  machine->number = 3;
  machine->power_kw = 90;
  machine->hours_per_day = 5;
  machine->battery = COR_MACHINE_LITHIUM;
  return cor_scenario_with_item (scenario, &machine->item);
}

static CorScenario *
with_tariff (CorScenario *taken)
{
  static const CorPolicyPoint levels[] = { { 2025, 1 }, { 2032, 1.3 } };
  g_autoptr (CorScenario) plain = taken;
  CorTariffSeason seasons[2] = { fixture_season (cor_tariff_months (10, 6), 0.8, 1.4), fixture_season (cor_tariff_months (7, 9), 1.0, 1.8) };
  g_autoptr (CorScenario) sheet = NULL, depots = NULL;

  seasons[0].demand_yuan_per_kw_month = 30;
  seasons[1].demand_yuan_per_kw_month = 42;
  sheet = fixture_with_tariff (plain, seasons, 2, levels, G_N_ELEMENTS (levels));
  depots = fixture_name_depots (sheet);
  return fixture_name_stations (depots);
}

static CorScenario *
by_great_circle (CorScenario *taken)
{
  g_autoptr (CorScenario) scenario = taken;
  CorItem *head = cor_item_copy (&cor_scenario_head (scenario)->item);

  ((CorHead *) head)->activity = COR_ACTIVITY_GCD;
  return cor_scenario_with_head (scenario, head);
}

static void
test_rich (gconstpointer name)
{
  g_autoptr (CorScenario) scenario = add_machine (fixture_load (name));
  g_autoptr (CorResults) results = NULL;

  scenario = change_all (scenario, COR_ITEM_POLICY, instrument_on);
  scenario = change_all (scenario, COR_ITEM_STATION, station_mixed);
  scenario = by_great_circle (with_tariff (scenario));
  results = cor_engine_evaluate (engine, scenario);
  card_check_all (results, name);
}

static void
site_with_plug (CorItem *item)
{
  ((CorSite *) item)->plugs = 4;
  ((CorSite *) item)->plug_kw = 120;
}

/* A kWh at sites and depots for 0.1 yuan from 10 to 16 h, else for 3: a driver at 2 yuan an hour waits for that before loading,
 * minutes that count as lost to energy. */
static CorScenario *
with_cheap_day (CorScenario *taken)
{
  g_autoptr (CorScenario) plain = taken;
  CorTariffSeason season = fixture_flat (3.0);
  g_autoptr (CorScenario) sheet = NULL;

  season.yuan_per_kwh[COR_TARIFF_VALLEY] = 0.1;
  cor_tariff_add_stretch (&season, COR_TARIFF_VALLEY, 10, 16);
  sheet = fixture_with_tariff (plain, &season, 1, NULL, 0);
  return fixture_name_depots (sheet);
}

static void
test_waits (void)
{
  g_autoptr (CorScenario) scenario = with_cheap_day (change_all (fixture_load ("eastern-port"), COR_ITEM_SITE, site_with_plug));
  g_autoptr (CorScenario) patient = cor_scenario_set_parameter (scenario, COR_PARAM_PLAN_TIME, 2, "test", NULL);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, patient);
  guint waits = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorAlternative *truck = cor_duty_result_compared (results, &results->duties[i], results->year);
      const CorPlan *plan = truck != NULL ? truck->plan : NULL;

      for (guint k = 0; plan != NULL && k < plan->n_stops; k++)
        waits += plan->stops[k].kind == COR_STOP_SITE && plan->stops[k].stay_min > 1;
    }
  g_assert_cmpuint (waits, >, 0);
  card_check_all (results, "eastern-port, waits");
}

/* How many inputs of the card, and of all below it, come about by each method. */
static void
walk (GHashTable *seen, const CorResults *results, const CorTraceKey *key, guint *leaves)
{
  g_autofree char *id = cor_trace_id (results, key);
  g_autoptr (CorTrace) trace = cor_trace_new (results, key, FALSE);

  if (trace == NULL || !g_hash_table_add (seen, g_steal_pointer (&id)))
    return;
  for (guint i = 0; i < trace->inputs->len; i++)
    {
      const CorTraceInput *input = &g_array_index (trace->inputs, CorTraceInput, i);

      if (input->computed)
        walk (seen, results, &input->child, leaves);
      else
        leaves[input->method]++;
    }
}

/* The cost of a truck in a study rests on what is stated alone: nothing in it is planned, simulated or measured on a road. */
static void
test_study (void)
{
  g_autoptr (CorResults) results = fixture_results (engine, "icct-2021");
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint leaves[COR_N_TRACE_METHODS] = { 0 };

  walk (seen, results, &(CorTraceKey){ .quantity = COR_TRACE_TRUCK_TCO }, leaves);
  g_assert_cmpuint (g_hash_table_size (seen), >, 100);
  g_assert_cmpuint (leaves[COR_TRACE_BY_ENTRY], >, 100);
  g_assert_cmpuint (leaves[COR_TRACE_BY_SEARCH] + leaves[COR_TRACE_BY_SIMULATION] + leaves[COR_TRACE_BY_SETTING] + leaves[COR_TRACE_BY_ROADS], ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/cards-rich/study", test_study);
  g_test_add_func ("/cards-rich/waits", test_waits);
  g_test_add_data_func ("/cards-rich/eastern-port", "eastern-port", test_rich);
  g_test_add_data_func ("/cards-rich/shenzhen-hongkong", "shenzhen-hongkong", test_rich);
  return fixture_run (engine);
}
