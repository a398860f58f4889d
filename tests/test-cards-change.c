/* test-cards-change.c: what differs between two states, what a way over the roads is and what a factor is have cards, and so
 * has all that variants are compared by.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "card-check.h"
#include "cor-change-trace.h"
#include "cor-stated-trace.h"
#include "scenario-fixture.h"

#include <math.h>
#include <string.h>

static CorEngine *engine;

static CardCount
count_for (const CorResults *results)
{
  return (CardCount){ .results = results, .values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
}

static void
check_value (const CorResults *results, CorTrace *trace, double value)
{
  CardCount count = count_for (results);

  g_assert_nonnull (trace);
  if (!card_is_near (trace->value, value))
    g_error ("%s is %.10g, not %.10g", trace->title, trace->value, value);
  card_check_trace (&count, trace);
  cor_trace_unref (trace);
  g_hash_table_unref (count.values);
}

static void
check_change (const CorResults *now, const CorResults *base, CorTraceQuantity quantity, double value)
{
  CorTraceKey key = { .quantity = quantity };

  check_value (now, cor_change_trace (now, &key, base, &key, FALSE), value);
}

/* Two scenarios of which the second reaches parity and the first does not, as the year after the last. */
static void
test_change (void)
{
  g_autoptr (CorResults) a = fixture_results (engine, "eastern-port"), b = fixture_results (engine, "shenzhen-pilot");
  const CorResults *const two[] = { a, b };
  double years[2];

  for (guint i = 0; i < 2; i++)
    years[i] = two[i]->parity_year > 0 ? two[i]->parity_year : two[i]->first_year + (int) two[i]->n_years;
  check_change (a, b, COR_TRACE_PARITY, years[0] - years[1]);
  check_change (a, b, COR_TRACE_DETOUR, a->detour_share - b->detour_share);
  check_change (b, a, COR_TRACE_TRUCKS, b->totals[b->year].trucks - a->totals[a->year].trucks);
}

/* A parity that is not reached: in a copy of the sample with diesel at a tenth of a yuan. */
static void
test_never (void)
{
  g_autoptr (CorResults) a = fixture_results (engine, "eastern-port");
  g_autoptr (CorScenario) dear = fixture_load ("eastern-port");
  CorItem *head = cor_item_copy (&cor_scenario_head (dear)->item);
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (CorParameter));
  CorParameter entry = { .id = COR_PARAM_DIESEL_PRICE, .powertrain = -1, .value = 0.1, .low = 0.1, .high = 0.1, .status = COR_STATUS_ASSUMED };
  g_autoptr (CorParamLayer) layer = NULL;
  g_autoptr (CorScenario) next = NULL;
  g_autoptr (CorResults) b = NULL;

  g_array_append_val (entries, entry);
  layer = cor_param_layer_new (entries, NULL);
  cor_item_set_boxed (head, cor_item_field (COR_ITEM_HEAD, "parameters"), layer);
  next = cor_scenario_with_head (dear, head);
  b = cor_engine_evaluate (engine, next);
  g_assert_cmpint (b->parity_year, ==, 0);
  g_assert_cmpint (a->parity_year, >, 0);
  check_change (b, a, COR_TRACE_PARITY, b->first_year + (int) b->n_years - a->parity_year);
}

/* Length, time, tolled share and climb of every route, added up here piece by piece. */
static void
test_ways (void)
{
  g_autoptr (CorResults) results = fixture_results (engine, "eastern-port");
  guint looked_at = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorPath *path = duty->geometry != NULL ? duty->geometry->out : NULL;
      double km = 0, minutes = 0, tolled = 0, climb = 0;

      if (path == NULL)
        continue;
      for (guint k = 0; k < path->n_segments; k++)
        {
          const CorPathSegment *piece = &path->segments[k];

          km += piece->length_m / 1000;
          minutes += piece->length_m / piece->speed_m_s / 60;
          tolled += piece->tolled ? piece->length_m / 1000 : 0;
          climb += piece->grade > 0 ? piece->grade * piece->length_m : 0;
        }
      check_value (results, cor_way_trace (results, &duty->route->item, path, COR_WAY_LENGTH, FALSE), km);
      check_value (results, cor_way_trace (results, &duty->route->item, path, COR_WAY_TIME, FALSE), minutes);
      check_value (results, cor_way_trace (results, &duty->route->item, path, COR_WAY_TOLLED, FALSE), tolled / km);
      check_value (results, cor_way_trace (results, &duty->route->item, path, COR_WAY_CLIMB, FALSE), climb);
      looked_at++;
    }
  g_assert_cmpuint (looked_at, >, 5);
}

static void
test_factors (void)
{
  g_autoptr (CorResults) results = fixture_results (engine, "eastern-port");
  int year = results->first_year + (int) results->year;
  CorFactorChoice choice;

  cor_factor_choice_init (results, &choice);
  check_value (results, cor_factor_trace (results, COR_POWERTRAIN_BET, FALSE), cor_factor_choice_grid (&choice, year));
  check_value (results, cor_factor_trace (results, COR_POWERTRAIN_DIESEL, FALSE), cor_factor_total (results->diesel, year));
  check_value (results, cor_factor_trace (results, COR_POWERTRAIN_FCET, FALSE), cor_factor_total (results->hydrogen, year));
}

/* Minutes for energy, and what planned stations cost, added up here. */
static void
test_compared (gconstpointer name)
{
  g_autoptr (CorResults) results = fixture_results (engine, name);
  double hours = 0, trucks = 0, capital = 0;
  const CorItem *const *stations;
  guint n;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorOutcome *outcome
        = duty->counted != NULL && duty->counted[results->year] >= 0 ? &duty->alternatives[duty->counted[results->year]]->outcomes[results->year] : NULL;

      if (outcome == NULL || !outcome->feasible || isnan (outcome->energy_h_per_trip))
        continue;
      hours += outcome->energy_h_per_trip * duty->duty->trucks;
      trucks += duty->duty->trucks;
    }
  g_assert_cmpfloat (trucks, >, 0);
  check_value (results, cor_trace_new (results, &(CorTraceKey){ .quantity = COR_TRACE_ENERGY_MINUTES }, FALSE), 60 * hours / trucks);
  stations = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  for (guint i = 0; i < n; i++)
    if (((const CorStation *) stations[i])->status == COR_STATION_PLANNED)
      capital += results->stations[i].capital_yuan;
  check_value (results, cor_trace_new (results, &(CorTraceKey){ .quantity = COR_TRACE_STATIONS_CAPITAL }, FALSE), capital);
}

/* The factor that the day adds to the mean over the route; 1 where the card says none. */
static double
day_factor (const CorResults *results, guint duty, int truck)
{
  g_autoptr (CorTrace) card = cor_trace_new (results, &(CorTraceKey){ .quantity = COR_TRACE_TRUCK_ENERGY, .duty = duty, .truck = truck }, FALSE);

  g_assert_nonnull (strstr (card->formula, "W ÷"));
  for (guint i = 0; i < card->inputs->len; i++)
    if (g_str_equal (g_array_index (card->inputs, CorTraceInput, i).symbol, "k"))
      return g_array_index (card->inputs, CorTraceInput, i).value;
  return 1;
}

/* What a truck takes follows from work, losses and practice alone: of diesel to the last digit, of a battery but for the
 * detours of the day, which are short. */
static void
test_energy (void)
{
  g_autoptr (CorResults) results = fixture_results (engine, "eastern-port");
  guint electric = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];

      g_assert_false (duty->diesel->outcomes[results->year].measured);
      g_assert_cmpfloat (day_factor (results, i, -1), ==, 1);
      for (guint k = 0; k < duty->n_alternatives; k++)
        if (duty->alternatives[k]->outcomes[results->year].feasible && !duty->alternatives[k]->outcomes[results->year].measured)
          {
            g_assert_cmpfloat_with_epsilon (day_factor (results, i, (int) k), 1, 0.03);
            electric++;
          }
    }
  g_assert_cmpuint (electric, >, 5);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/cards/change", test_change);
  g_test_add_func ("/cards/change-never", test_never);
  g_test_add_func ("/cards/ways", test_ways);
  g_test_add_func ("/cards/factors", test_factors);
  g_test_add_func ("/cards/energy", test_energy);
  g_test_add_data_func ("/cards/compared/eastern-port", "eastern-port", test_compared);
  g_test_add_data_func ("/cards/compared/shenzhen-hongkong", "shenzhen-hongkong", test_compared);
  return fixture_run (engine);
}
