/* test-again.c: after an edit, what is taken over and what is computed anew equal a full evaluation, to the
 * last bit.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-variant.h"
#include "sanitized.h"
#include "scenario-fixture.h"

#include <math.h>

/* Edits of the sample; fewer for a sanitizer, which looks at memory and not at numbers. */
#define EDITS (60 / sanitized_step (5))
/* So many duties that waits do not feed back, and fewer edits of them. */
#define MANY_DUTIES (COR_SETTLED_DUTIES + 40)
#define EDITS_OF_MANY 10

static CorEngine *engine;

/* Equal, or both NaN. */
static void
assert_same (double a, double b)
{
  g_assert_true (a == b || (isnan (a) && isnan (b)));
}

static void
assert_same_outcome (const CorOutcome *a, const CorOutcome *b)
{
  g_assert_cmpint (a->feasible, ==, b->feasible);
  g_assert_cmpint (a->measured, ==, b->measured);
  assert_same (a->kwh_per_km, b->kwh_per_km);
  assert_same (a->transport_km, b->transport_km);
  assert_same (a->detour_km, b->detour_km);
  assert_same (a->stops_per_trip, b->stops_per_trip);
  assert_same (a->energy_h_per_trip, b->energy_h_per_trip);
  assert_same (a->tco_yuan, b->tco_yuan);
  for (guint i = 0; i < COR_N_TCO_PARTS; i++)
    assert_same (a->part_yuan[i], b->part_yuan[i]);
  assert_same (a->wtw_kg, b->wtw_kg);
  assert_same (a->detour_kg, b->detour_kg);
}

static void
assert_same_plan (const CorPlan *a, const CorPlan *b)
{
  g_assert_cmpint (a->feasible, ==, b->feasible);
  g_assert_cmpint (a->reason.code, ==, b->reason.code);
  g_assert_cmpint (a->reason.station, ==, b->reason.station);
  g_assert_cmpuint (a->n_stops, ==, b->n_stops);
  for (guint i = 0; i < a->n_stops; i++)
    {
      g_assert_cmpint (a->stops[i].station, ==, b->stops[i].station);
      assert_same (a->stops[i].arrive_h, b->stops[i].arrive_h);
      assert_same (a->stops[i].soc_in, b->stops[i].soc_in);
      assert_same (a->stops[i].soc_out, b->stops[i].soc_out);
      assert_same (a->stops[i].minutes, b->stops[i].minutes);
      assert_same (a->stops[i].wait_min, b->stops[i].wait_min);
      assert_same (a->stops[i].yuan, b->stops[i].yuan);
    }
  g_assert_cmpuint (a->n_points, ==, b->n_points);
  for (guint i = 0; i < a->n_points; i++)
    assert_same (a->points[i].soc, b->points[i].soc);
  assert_same (a->objective_yuan, b->objective_yuan);
}

static void
assert_same_truck (const CorAlternative *a, const CorAlternative *b, guint n_years)
{
  for (guint y = 0; y < n_years; y++)
    {
      assert_same_outcome (&a->outcomes[y], &b->outcomes[y]);
      if (a->outcomes[y].feasible)
        assert_same (a->uses[y].leg_kwh, b->uses[y].leg_kwh);
    }
  g_assert_cmpstr (a->problem, ==, b->problem);
  g_assert_cmpstr (a->remedy, ==, b->remedy);
  g_assert_cmpint (a->parity_year, ==, b->parity_year);
  g_assert_cmpuint (a->payback_year, ==, b->payback_year);
  g_assert_cmpint (a->plan != NULL, ==, b->plan != NULL);
  if (a->plan != NULL)
    assert_same_plan (a->plan, b->plan);
}

static void
assert_same_results (const CorResults *a, const CorResults *b)
{
  g_assert_cmpint (a->parity_year, ==, b->parity_year);
  g_assert_cmpuint (a->feasible, ==, b->feasible);
  assert_same (a->detour_share, b->detour_share);
  assert_same (a->saved_t, b->saved_t);
  assert_same (a->public_yuan_per_year, b->public_yuan_per_year);
  g_assert_cmpuint (a->n_duties, ==, b->n_duties);
  for (guint i = 0; i < a->n_duties; i++)
    for (guint j = 0; j < a->duties[i].n_alternatives; j++)
      assert_same_truck (a->duties[i].alternatives[j], b->duties[i].alternatives[j], a->n_years);
  g_assert_cmpuint (a->n_stations, ==, b->n_stations);
  for (guint i = 0; i < a->n_stations; i++)
    {
      assert_same (a->stations[i].visits_per_day, b->stations[i].visits_per_day);
      assert_same (a->stations[i].mean_wait_min, b->stations[i].mean_wait_min);
      assert_same (a->stations[i].peak_kw, b->stations[i].peak_kw);
      assert_same (a->waits[i].plug_min, b->waits[i].plug_min);
    }
}

static CorItem *
any_item (const CorScenario *scenario, CorItemKind kind)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, kind, &n);

  return cor_item_copy (items[g_test_rand_int_range (0, (int) n)]);
}

static CorScenario *
with_number (const CorScenario *scenario, CorItem *item, const char *key, double value)
{
  g_assert_true (cor_item_set_number (item, cor_item_field (item->kind, key), value, NULL));
  return cor_scenario_with_item (scenario, item);
}

/* A station somewhere else, nearby, new or gone, or one whose figures are others. */
static CorScenario *
edit_station (const CorScenario *scenario)
{
  CorStation *station = (CorStation *) any_item (scenario, COR_ITEM_STATION);
  CorItem *item = &station->item;

  switch (g_test_rand_int_range (0, 11))
    {
    case 0:
      station->lon = g_test_rand_double_range (113.3, 114.3);
      station->lat = g_test_rand_double_range (22.4, 23.2);
      return cor_scenario_with_item (scenario, item);
    case 1:
      station->lon += g_test_rand_double_range (-0.002, 0.002);
      return cor_scenario_with_item (scenario, item);
    case 2:
      g_free (item->id);
      item->id = cor_scenario_free_id (scenario, COR_ITEM_STATION, "new");
      station->lon += g_test_rand_double_range (-0.1, 0.1);
      return cor_scenario_with_item (scenario, item);
    case 3:
      {
        CorScenario *without = cor_scenario_without (scenario, COR_ITEM_STATION, item->id);

        cor_item_unref (item);
        return without;
      }
    case 4:
      return with_number (scenario, item, "power_kw", g_test_rand_double_range (60, 600));
    case 5:
      return with_number (scenario, item, "service_fee_yuan_per_kwh", g_test_rand_double_range (0, 1));
    case 6:
      return with_number (scenario, item, "max_length_m", g_test_rand_double_range (8, 20));
    case 7:
      station->open_from_h = g_test_rand_int_range (0, 24);
      station->open_to_h = g_test_rand_int_range (0, 24);
      return cor_scenario_with_item (scenario, item);
    case 8:
      return with_number (scenario, item, "plugs", g_test_rand_int_range (1, 12));
    case 9:
      station->status = station->status == COR_STATION_EXISTING ? COR_STATION_CANDIDATE : COR_STATION_EXISTING;
      return cor_scenario_with_item (scenario, item);
    default:
      return with_number (scenario, item, "energy_price_yuan_per_kwh", g_test_rand_double_range (0.3, 1.2));
    }
}

/* A lever, or what a duty is made of. */
static CorScenario *
edit_other (const CorScenario *scenario)
{
  CorHead *head;

  switch (g_test_rand_int_range (0, 8))
    {
    case 0:
      return cor_scenario_set_parameter (scenario, COR_PARAM_STATION_PRICE, g_test_rand_double_range (0.3, 1.2), "test",
                                         NULL);
    case 1:
      return cor_scenario_set_parameter (scenario, COR_PARAM_BATTERY, g_test_rand_double_range (120, 500), "test", NULL);
    case 2:
      return cor_scenario_set_parameter (scenario, COR_PARAM_DEPOT_POWER, g_test_rand_double_range (5, 120), "test", NULL);
    case 3:
      return cor_scenario_set_parameter (scenario, COR_PARAM_DIESEL_PRICE, g_test_rand_double_range (6, 9), "test", NULL);
    case 4:
      head = (CorHead *) cor_item_copy (&cor_scenario_head (scenario)->item);
      head->temperature_c = g_test_rand_double_range (-7, 35);
      return cor_scenario_with_head (scenario, &head->item);
    case 5:
      return with_number (scenario, any_item (scenario, COR_ITEM_DUTY), "trucks", g_test_rand_int_range (1, 40));
    case 6:
      return with_number (scenario, any_item (scenario, COR_ITEM_TRUCK), "length_m", g_test_rand_double_range (8, 18));
    default:
      return with_number (scenario, any_item (scenario, COR_ITEM_ROUTE), "payload_out_t", g_test_rand_double_range (2, 18));
    }
}

/* The same edits twice: with what is remembered of the edit before, and from nothing. */
static void
try_edits (CorScenario *first, guint n_edits)
{
  g_autoptr (CorScenario) scenario = cor_scenario_ref (first);
  g_autoptr (CorEngine) fresh
    = cor_engine_new (cor_engine_defaults (engine), cor_engine_factors (engine), cor_engine_network (engine));
  guint kept = 0;
  g_autoptr (CorResults) before = cor_engine_evaluate (engine, scenario);

  for (guint step = 0; step < n_edits; step++)
    {
      CorScenario *next = step % 5 == 4 ? edit_other (scenario) : edit_station (scenario);
      g_autoptr (CorResults) full = NULL;
      CorResults *results;

      g_assert_nonnull (next);
      cor_scenario_unref (scenario);
      scenario = next;
      results = cor_engine_evaluate (engine, scenario);
      cor_engine_forget (fresh);
      full = cor_engine_evaluate (fresh, scenario);
      assert_same_results (results, full);
      for (guint i = 0; i < results->n_duties && step % 5 != 4; i++)
        for (guint j = 0; j < results->duties[i].n_alternatives; j++)
          kept += results->duties[i].alternatives[j] == before->duties[i].alternatives[j];
      cor_results_unref (before);
      before = results;
    }
  g_assert_cmpuint (kept, >, n_edits);
}

static void
test_edits (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");

  try_edits (scenario, EDITS);
}

/* Duties' trucks of the year shown that a worn battery has to be given more stops for. */
static guint
count_worn (const CorResults *results)
{
  guint worn = 0;

  for (guint i = 0; i < results->n_duties; i++)
    for (guint j = 0; j < results->duties[i].n_alternatives; j++)
      {
        const CorAlternative *truck = results->duties[i].alternatives[j];
        double kwh = cor_param_table_value (truck->table, COR_PARAM_BATTERY, results->first_year + (int) results->year);

        worn += truck->briefs[results->year].worn && truck->plan->feasible
                && truck->uses[results->year].leg_kwh < cor_plan_hardest_leg (truck->plan, kwh) - 1;
      }
  return worn;
}

/* Trucks that drive their batteries all but empty: whether a worn one does the day depends on stations that nobody stops at
 * while it is new. Each is taken away and put back. */
static void
test_worn (void)
{
  g_autoptr (CorScenario) sample = fixture_load ("eastern-port");
  g_autoptr (CorScenario) low = cor_scenario_set_parameter (sample, COR_PARAM_SOC_MIN, 0.01, "test", NULL);
  g_autoptr (CorScenario) scenario = cor_scenario_set_parameter (low, COR_PARAM_SOC_MAX, 1, "test", NULL);
  g_autoptr (CorEngine) fresh
    = cor_engine_new (cor_engine_defaults (engine), cor_engine_factors (engine), cor_engine_network (engine));
  guint n, most, fewer = 0;
  const CorItem *const *stations = cor_scenario_items (scenario, COR_ITEM_STATION, &n);
  g_autoptr (CorResults) all = cor_engine_evaluate (engine, scenario);

  most = count_worn (all);
  g_assert_cmpuint (most, >, 2);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CorScenario) without = cor_scenario_without (scenario, COR_ITEM_STATION, stations[i]->id);
      g_autoptr (CorResults) results = cor_engine_evaluate (engine, without);
      g_autoptr (CorResults) full = NULL, back = NULL;

      cor_engine_forget (fresh);
      full = cor_engine_evaluate (fresh, without);
      assert_same_results (results, full);
      fewer += count_worn (results) < most;
      back = cor_engine_evaluate (engine, scenario);
      assert_same_results (back, all);
    }
  g_assert_cmpuint (fewer, >, 0);
}

/* The duties again and again, with other numbers of trucks. */
static CorScenario *
make_many (const CorScenario *few)
{
  GPtrArray *duties = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  guint n;
  const CorItem *const *originals = cor_scenario_items (few, COR_ITEM_DUTY, &n);

  for (guint i = 0; i < MANY_DUTIES; i++)
    {
      CorItem *copy = cor_item_copy (originals[i % n]);

      g_free (copy->id);
      copy->id = g_strdup_printf ("%s-%u", originals[i % n]->id, i / n);
      ((CorDuty *) copy)->trucks = 1 + i % 7;
      g_ptr_array_add (duties, copy);
    }
  return cor_scenario_with_items (few, COR_ITEM_DUTY, duties);
}

static void
test_many (void)
{
  g_autoptr (CorScenario) few = fixture_load ("eastern-port");
  g_autoptr (CorScenario) many = make_many (few);

  try_edits (many, EDITS_OF_MANY);
}

/* The same duties, each with figures of its own that say nothing: no two of them look alike then. */
static CorScenario *
told_apart (const CorScenario *scenario)
{
  GPtrArray *duties = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  guint n;
  const CorItem *const *originals = cor_scenario_items (scenario, COR_ITEM_DUTY, &n);

  for (guint i = 0; i < n; i++)
    {
      CorDuty *copy = (CorDuty *) cor_item_copy (originals[i]);

      g_assert_null (copy->parameters);
      copy->parameters = cor_param_layer_new (g_array_new (FALSE, FALSE, sizeof (CorParameter)), NULL);
      g_ptr_array_add (duties, copy);
    }
  return cor_scenario_with_items (scenario, COR_ITEM_DUTY, duties);
}

/* Duties that differ in the number of trucks alone share a result, but where trucks share a site's plugs; and every
 * duty comes to what it comes to where no two look alike. */
static void
test_alike (void)
{
  g_autoptr (CorScenario) few = fixture_load ("eastern-port");
  CorItem *site = cor_item_copy (cor_scenario_find (few, COR_ITEM_SITE, "pinghu-yard"));
  g_autoptr (CorScenario) powered = NULL, plugged = NULL, many = NULL, apart = NULL;
  g_autoptr (CorResults) results = NULL, each = NULL;
  guint n_duties, shared = 0, other = 0;

  powered = with_number (few, site, "plug_kw", 60);
  plugged = with_number (powered, cor_item_copy (cor_scenario_find (powered, COR_ITEM_SITE, "pinghu-yard")), "plugs", 2);
  cor_scenario_items (few, COR_ITEM_DUTY, &n_duties);
  many = make_many (plugged);
  apart = told_apart (many);
  cor_engine_forget (engine);
  results = cor_engine_evaluate (engine, many);
  cor_engine_forget (engine);
  each = cor_engine_evaluate (engine, apart);
  assert_same_results (results, each);
  for (guint i = n_duties; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i], *first = &results->duties[i % n_duties];
      gboolean plugs = g_strcmp0 (duty->route->destination, "pinghu-yard") == 0;
      gboolean same = duty->alternatives[0] == first->alternatives[0];

      g_assert_true (each->duties[i].alternatives[0] != each->duties[i % n_duties].alternatives[0]);
      g_assert_true (same == (!plugs || duty->duty->trucks == first->duty->trucks));
      shared += same;
      other += !same;
    }
  g_assert_cmpuint (shared, >, 0);
  g_assert_cmpuint (other, >, 0);
}

/* What a diesel truck emits is what the others avoid. */
static void
test_diesel (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorResults) before = cor_engine_evaluate (engine, scenario);
  CorItem *diesel = cor_item_copy (&before->duties[0].diesel->truck->item);
  g_autoptr (CorScenario) other = with_number (scenario, diesel, "length_m", 11.5);
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, other);
  g_autoptr (CorResults) full = NULL;

  cor_engine_forget (engine);
  full = cor_engine_evaluate (engine, other);
  assert_same_results (results, full);
}

/* A route that is not there for a while finds the stations where they are by then. */
static void
test_absent (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorScenario) moved = cor_scenario_with_items (scenario, COR_ITEM_STATION, g_ptr_array_new ());
  g_autoptr (CorScenario) without = cor_scenario_with_items (moved, COR_ITEM_ROUTE, g_ptr_array_new ());
  const CorScenario *steps[] = { scenario, without, moved, scenario, without, scenario };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (CorEngine) fresh
        = cor_engine_new (cor_engine_defaults (engine), cor_engine_factors (engine), cor_engine_network (engine));
      g_autoptr (CorResults) results = cor_engine_evaluate (engine, (CorScenario *) steps[i]);
      g_autoptr (CorResults) full = cor_engine_evaluate (fresh, (CorScenario *) steps[i]);

      assert_same_results (results, full);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/again/edits", test_edits);
  g_test_add_func ("/again/worn", test_worn);
  g_test_add_func ("/again/many", test_many);
  g_test_add_func ("/again/alike", test_alike);
  g_test_add_func ("/again/diesel", test_diesel);
  g_test_add_func ("/again/absent", test_absent);
  return fixture_run (engine);
}
