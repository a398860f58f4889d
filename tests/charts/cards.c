/* cards.c: every point of a chart of results leads to the card of the very figure that it shows.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-cards.h"
#include "cor-chart-results.h"
#include "cor-compare-private.h"
#include "cor-chart-money.h"
#include "cor-parity-text.h"
#include "cor-trace-rests.h"
#include "cor-units.h"
#include "scenario-fixture.h"

#include <math.h>

static CorEngine *engine;

/* Returns whether the figure rests on something assumed, by a walk of its own. */
static gboolean
check_card (const CorChart *chart, guint card, double shown)
{
  g_autoptr (CorResults) results = NULL;
  g_autoptr (CorTrace) trace = cor_chart_card (chart, card, FALSE, &results);

  g_assert_nonnull (trace);
  if (!(fabs (trace->value - shown) <= 1e-9 * fmax (1, fabs (shown))))
    g_error ("%s: %.10g is shown, the card of %s has %.10g", chart->title, shown, trace->title, trace->value);
  {
    g_autoptr (CorTraceRests) walk = cor_trace_rests_new (FALSE);

    return cor_trace_rests_on_trace (walk, results, trace) != NULL;
  }
}

/* Takes the chart over; returns how many points have a card. */
static guint
check (CorChart *taken)
{
  g_autoptr (CorChart) chart = taken;
  guint n = 0;

  cor_chart_find_assumed (chart);
  for (guint s = 0; s < chart->series->len; s++)
    {
      const CorChartSeries *series = g_ptr_array_index (chart->series, s);

      for (guint i = 0; i < series->points->len; i++)
        {
          const CorChartPoint *point = &g_array_index (series->points, CorChartPoint, i);

          if (!isfinite (point->y))
            continue;
          g_assert_cmpint (check_card (chart, point->card, point->y), ==, point->assumed);
          n++;
        }
    }
  return n;
}

/* What is of one duty is called after it. */
static void
expect_named (const CorResults *results, const char *duty)
{
  g_autoptr (CorChart) one = cor_chart_from_parts (results, duty), all = cor_chart_from_parts (results, NULL);
  const char *name = cor_item_label (&cor_results_duty (results, duty)->duty->item, FALSE);

  g_assert_nonnull (strstr (one->title, name));
  g_assert_null (strstr (all->title, name));
}

static void
test_results (gconstpointer name)
{
  g_autoptr (CorResults) results = fixture_results (engine, name);
  const char *duty = results->duties[0].duty->item.id;

  g_assert_cmpuint (check (cor_chart_from_gap (results, NULL, duty, FALSE)), >, 0);
  g_assert_cmpuint (check (cor_chart_from_parts (results, NULL)), >, 0);
  g_assert_cmpuint (check (cor_chart_from_parts (results, duty)), >, 0);
  if (results->n_duties > 1)
    expect_named (results, duty);
  g_assert_cmpuint (check (cor_chart_from_stages (results)), >, 0);
  for (guint i = 0; i < results->n_duties; i++)
    check (cor_chart_from_charge (results, results->duties[i].duty->item.id, FALSE));
  for (guint i = 0; i < results->n_stations; i++)
    check (cor_chart_from_station (results, (int) i));
}

/* Stations to build cost what their cards say, also those whose cost nobody gave. */
static void
test_stations_to_build (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port"), next = cor_scenario_ref (scenario);
  g_autoptr (CorResults) results = NULL;
  const CorItem *const *stations;
  const CorCompareLine *lines;
  double sum = 0;
  guint n, n_lines;

  stations = cor_scenario_items (scenario, COR_ITEM_STATION, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CorScenario) before = g_steal_pointer (&next);
      CorItem *item = cor_item_copy (stations[i]);

      ((CorStation *) item)->status = COR_STATION_PLANNED;
      if (i % 2 == 0)
        ((CorStation *) item)->cost_yuan = NAN;
      next = cor_scenario_with_item (before, item);
    }
  results = cor_engine_evaluate (engine, next);
  for (guint i = 0; i < n; i++)
    {
      CorTraceKey key = { .quantity = COR_TRACE_STATION_CAPITAL, .index = i };
      g_autoptr (CorTrace) trace = cor_trace_new (results, &key, FALSE);

      g_assert_cmpfloat (trace->value, >, 0);
      sum += trace->value;
    }
  lines = cor_compare_lines (&n_lines);
  while (n_lines > 0 && g_strcmp0 (lines->key, "stations_to_build") != 0)
    lines++, n_lines--;
  g_assert_cmpuint (n_lines, >, 0);
  g_assert_cmpfloat_with_epsilon (lines->figure (results), sum, 1e-6 * sum);
}

/* Of several results beside each other each column leads to its own. */
static void
test_compared (void)
{
  g_autoptr (CorResults) one = fixture_results (engine, "eastern-port"), other = fixture_results (engine, "shenzhen-pilot");
  const CorResults *const results[] = { one, other };
  const char *const names[] = { "one", "other" };

  g_assert_cmpuint (check (cor_compare_chart_gap (results, names, names, 2, 0, 1)), >, 10);
  g_assert_cmpuint (check (cor_compare_chart_parts (results, names, 2)), >, 10);
  g_assert_cmpuint (check (cor_compare_chart_stages (results, names, 2)), >, 4);
}

/* The comparison tells parity of the truck that the map takes, where it is the cheapest too, with all its spells. */
static void
test_compared_parity (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("icct-2021"), cheapest = NULL;
  CorHead *head = (CorHead *) cor_item_copy (&cor_scenario_head (scenario)->item);
  g_autoptr (CorResults) one = NULL, other = NULL;
  guint seen = 0;

  head->adoption = COR_ADOPTION_CHEAPEST;
  cheapest = cor_scenario_with_head (scenario, &head->item);
  one = cor_engine_evaluate (engine, scenario);
  other = cor_engine_evaluate (engine, cheapest);
  {
    const CorResults *const results[] = { one, other };
    g_autoptr (GPtrArray) rows = cor_compare_rows (results, 2, 0, FALSE);

    for (guint r = 0; r < rows->len; r++)
      for (guint i = 0; i < 2; i++)
        {
          const CorCompareRow *row = g_ptr_array_index (rows, r);
          const CorDutyResult *duty = row->duty != NULL ? cor_results_duty (results[i], row->duty) : NULL;
          CorParity parity;
          g_autofree char *text = NULL;

          if (duty == NULL)
            continue;
          parity = cor_duty_parity (results[i], duty);
          text = cor_parity_text (&parity);
          if (parity.state == COR_PARITY_REACHED || parity.state == COR_PARITY_NOT_REACHED)
            {
              g_assert_cmpstr (row->cells[i].text, ==, text);
              seen++;
            }
        }
  }
  g_assert_cmpuint (seen, >, 10);
}

/* A click is answered with the card of what is under the pointer. */
static void
test_hit (void)
{
  g_autoptr (CorResults) results = fixture_results (engine, "eastern-port");
  g_autoptr (CorChart) chart = cor_chart_from_parts (results, NULL);
  CorChartTheme theme = cor_chart_theme (COR_LOOK_LIGHT);
  CorChartHit hit;
  double x, y;

  g_assert_true (cor_chart_hit_nth (chart, 400, 300, &theme, 0, &x, &y, &hit));
  g_assert_cmpuint (hit.card, >, 0);
  check_card (chart, hit.card, g_array_index (((CorChartSeries *) g_ptr_array_index (chart->series, hit.series))->points, CorChartPoint, hit.point).y);
  cor_chart_hit_clear (&hit);
}

/* Ranges beneath the bars and axes of levers call money as the reader does. */
static void
test_units (void)
{
  g_autoptr (CorResults) results = fixture_results (engine, "eastern-port");
  const CorDutyResult *duty = &results->duties[0];
  g_autoptr (CorGap) gap = cor_gap_new (results, duty, cor_duty_result_shown (duty), NULL);
  g_autoptr (CorSolver) solver = cor_solver_new (results, duty, cor_duty_result_shown (duty), NULL);
  g_autoptr (CorHeatMap) map = cor_heat_map_new (solver, COR_LEVER_DIESEL_PRICE, COR_LEVER_BATTERY_PRICE, 3, NULL, NULL);
  CorUnits units = { "CNY", FALSE, COR_MASSES_CUSTOMARY };
  guint renamed = 0;

  cor_units_set (&units);
  {
    g_autoptr (CorChart) tornado = cor_chart_from_tornado (gap, 40, "tornado");
    g_autoptr (CorChart) heat = cor_chart_from_heat (map, "heat");
    const CorChartSeries *series = g_ptr_array_index (tornado->series, 0);

    for (guint i = 0; i < series->points->len; i++)
      {
        const char *note = g_array_index (series->points, CorChartPoint, i).note;

        g_assert_null (strstr (note, "yuan"));
        renamed += strstr (note, "CNY") != NULL;
      }
    g_assert_cmpuint (renamed, >, 5);
    g_assert_nonnull (strstr (heat->x.name, "CNY/L"));
    g_assert_nonnull (strstr (heat->y.name, "CNY/kWh"));
  }
  cor_units_set (NULL);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "eastern-port", "icct-2021", "shenzhen-pilot", "shenzhen-hongkong" };

  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat ("/chart-cards/", names[i], NULL);

      g_test_add_data_func (path, names[i], test_results);
    }
  g_test_add_func ("/chart-cards/compared", test_compared);
  g_test_add_func ("/chart-cards/compared-parity", test_compared_parity);
  g_test_add_func ("/chart-cards/stations-to-build", test_stations_to_build);
  g_test_add_func ("/chart-cards/hit", test_hit);
  g_test_add_func ("/chart-cards/units", test_units);
  return fixture_run (engine);
}
