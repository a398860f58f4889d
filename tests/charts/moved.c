/* moved.c: figures of what would be, in charts and of what it would take: each answers with a complete card, down to
 * the leaf.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "card-check.h"
#include "cor-case.h"
#include "cor-chart-cards.h"
#include "cor-chart-money.h"
#include "cor-chart-results.h"
#include "cor-months-trace.h"
#include "cor-solver-trace.h"
#include "scenario-fixture.h"
#include "../sanitized.h"

#include <math.h>

static CorEngine *engine;

/* Cards that were seen, by results and name. */
typedef struct
{
  GHashTable *seen;
  GPtrArray *kept; /* results whose address is in a name */
  const CorResults *plain;
  guint cards, moved, worked, leaves;
} Walk;

static void
walk_init (Walk *walk, const CorResults *plain)
{
  *walk = (Walk) { g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
                   g_ptr_array_new_with_free_func ((GDestroyNotify) cor_results_unref), plain, 0, 0, 0, 0 };
}

static void
walk_clear (Walk *walk)
{
  g_hash_table_unref (walk->seen);
  g_ptr_array_unref (walk->kept);
}

/* The card, and those of all its inputs inside the case and in the day planned with it; what is as before leads to
 * cards that other tests look at. */
static void
walk_down (Walk *walk, const CorResults *results, const CorTrace *trace)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  CardCount count = { (CorResults *) results, values, 0, 0 };

  card_check_trace (&count, trace);
  walk->cards++;
  walk->moved += results->base != NULL;
  for (guint i = 0; i < trace->inputs->len; i++)
    {
      const CorTraceInput *input = &g_array_index (trace->inputs, CorTraceInput, i);
      const CorResults *of = cor_trace_input_results (input, results);
      g_autoptr (CorTrace) child = NULL;
      g_autofree char *name = NULL;

      walk->leaves += g_str_has_prefix (input->source, "The working day worked out anew");
      if (!input->computed || of == walk->plain || input->card != NULL)
        continue;
      walk->worked += of->base == NULL;
      name = cor_trace_id (of, &input->child);
      if (!g_hash_table_add (walk->seen, g_strdup_printf ("%p/%s", (const void *) of, name)))
        continue;
      g_ptr_array_add (walk->kept, cor_results_ref ((CorResults *) of));
      child = cor_trace_new (of, &input->child, FALSE);
      walk_down (walk, of, child);
    }
}

/* What is moved is said with its source, and the figure as it is without is linked. */
static void
check_moves (const CorTrace *trace, const CorResults *results)
{
  guint before = 0;

  for (guint i = 0; i < results->moves->len; i++)
    {
      const CorTraceInput *input = &g_array_index (trace->inputs, CorTraceInput, i);

      g_assert_cmpstr (input->symbol, ==, "Δ");
      g_assert_cmpfloat (input->value, ==, g_array_index (results->moves, CorMove, i).to);
    }
  for (guint i = 0; i < trace->inputs->len; i++)
    before += g_array_index (trace->inputs, CorTraceInput, i).of == results->base;
  g_assert_cmpuint (before, >, 0);
}

/* What is under the pointer, or where the keys go, says which card it is. */
static void
check_hits (const CorChart *chart)
{
  CorChartTheme theme = cor_chart_theme (COR_LOOK_LIGHT);
  guint n = 0;
  double x, y;
  CorChartHit hit;

  for (guint i = 0; cor_chart_hit_nth (chart, 700, 500, &theme, i, &x, &y, &hit); i++)
    {
      if (hit.series >= 0 && hit.point >= 0)
        g_assert_cmpuint (hit.card, ==, g_array_index (((CorChartSeries *) g_ptr_array_index (chart->series, hit.series))->points, CorChartPoint, hit.point).card);
      n += hit.card > 0;
      cor_chart_hit_clear (&hit);
    }
  g_assert_cmpuint (n, >, 0);
}

/* Takes the chart over. Every point that is drawn has a card; a case's card has the point's figure. */
static void
check (Walk *walk, CorChart *taken, guint every)
{
  g_autoptr (CorChart) chart = taken;
  guint n = 0;

  for (guint s = 0; s < chart->series->len; s++)
    {
      const CorChartSeries *series = g_ptr_array_index (chart->series, s);

      for (guint i = 0; i < series->points->len; i++)
        {
          const CorChartPoint *point = &g_array_index (series->points, CorChartPoint, i);
          g_autoptr (CorResults) results = NULL;
          g_autoptr (CorTrace) trace = cor_chart_card (chart, point->card, FALSE, &results);
          double shown = chart->kind == COR_CHART_TORNADO ? point->high - point->low : chart->kind == COR_CHART_HEAT && isnan (point->y) ? 0 : point->y;

          g_assert_nonnull (trace);
          if (!card_is_near (trace->value, shown))
            g_error ("%s: %.10g is shown, the card of %s has %.10g", chart->title, shown, trace->title, trace->value);
          if (results->base != NULL)
            check_moves (trace, results);
          if (n++ % every == 0)
            walk_down (walk, results, trace);
        }
    }
  g_assert_cmpuint (n, >, 0);
  check_hits (chart);
}

static void
test_sure (gconstpointer name)
{
  g_autoptr (CorResults) results = fixture_results (engine, name);
  const CorDutyResult *duty = &results->duties[0];
  g_autoptr (GError) error = NULL;
  g_autoptr (CorGap) gap = cor_gap_new (results, duty, cor_duty_result_shown (duty), &error);
  g_autoptr (CorMonteCarlo) drawn = NULL;
  Walk walk;

  g_assert_no_error (error);
  walk_init (&walk, results);
  check (&walk, cor_chart_from_tornado (gap, 40, "tornado"), 1);
  drawn = cor_monte_carlo_new_years (gap, 200, 7, NULL, &error);
  g_assert_no_error (error);
  check (&walk, cor_chart_from_years (gap, drawn, "fan"), 1);
  g_test_message ("%s: %u cards, %u of moved cases, %u of days planned with what is moved, %u without a card", (const char *) name,
                  walk.cards, walk.moved, walk.worked, walk.leaves);
  g_assert_cmpuint (walk.moved, >, 200);
  g_assert_cmpuint (walk.worked, >, 50);
  g_assert_cmpuint (walk.leaves, ==, 0);
  walk_clear (&walk);
}

static void
test_heat (gconstpointer name)
{
  g_autoptr (CorResults) results = fixture_results (engine, name);
  const CorDutyResult *duty = &results->duties[0];
  g_autoptr (CorSolver) solver = cor_solver_new (results, duty, cor_duty_result_shown (duty), NULL);
  static const CorLeverId pairs[][2] = { { COR_LEVER_ANNUAL_KM, COR_LEVER_ELECTRICITY },     { COR_LEVER_GRANT, COR_LEVER_CARBON_PRICE },
                                         { COR_LEVER_DIESEL_PRICE, COR_LEVER_BATTERY_PRICE }, { COR_LEVER_TOLL_RELIEF, COR_LEVER_ROAD_CHARGE } };
  Walk walk;

  walk_init (&walk, results);
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CorHeatMap) map = cor_heat_map_new (solver, pairs[i][0], pairs[i][1], 4, NULL, &error);

      /* A lever may mean nothing to the duty. */
      if (map == NULL)
        {
          g_assert_error (error, COR_ERROR, COR_ERROR_NO_SOLUTION);
          continue;
        }
      check (&walk, cor_chart_from_heat (map, "heat"), 5);
    }
  g_test_message ("%s: %u cards, %u of moved cases, %u of days planned with what is moved, %u without a card", (const char *) name,
                  walk.cards, walk.moved, walk.worked, walk.leaves);
  g_assert_cmpuint (walk.moved, >, 50);
  g_assert_cmpuint (walk.leaves, ==, 0);
  walk_clear (&walk);
}

/* What the costs may differ by at the value found: digits of sums of millions, not yuan. */
#define LEFT_YUAN 1e-3

/* The card of the value that a lever would take: the costs with it there are the same, and lead down to the leaf. */
static void
check_root (Walk *walk, CorSolver *solver, CorLeverId lever, int year, double value)
{
  const CorResults *results = cor_solver_results (solver);
  g_autoptr (CorTrace) trace = cor_solver_break_even_trace (solver, lever, year, value, FALSE);
  guint proofs = 0;

  g_assert_nonnull (trace);
  g_assert_cmpfloat (trace->value, ==, value);
  g_assert_nonnull (strstr (trace->numbers, " = "));
  for (guint i = 0; i < trace->inputs->len; i++)
    {
      const CorTraceInput *input = &g_array_index (trace->inputs, CorTraceInput, i);

      if (g_str_equal (input->symbol, "G(x)"))
        {
          g_assert_cmpfloat (fabs (input->value), <, LEFT_YUAN);
          g_assert_true (input->computed && input->of != NULL && input->of->base == results);
          g_assert_cmpfloat (g_array_index (input->of->moves, CorMove, 0).to, ==, value);
          g_assert_cmpint (input->year, ==, year);
          proofs++;
        }
      else if (g_str_equal (input->symbol, "G(x<sub>0</sub>)"))
        g_assert_cmpfloat (fabs (input->value), >, LEFT_YUAN);
    }
  g_assert_cmpuint (proofs, ==, 1);
  walk_down (walk, results, trace);
}

/* Where no value is found, the gap at an end of the range is said: its card has that gap. */
static void
check_end (Walk *walk, CorSolver *solver, CorLeverId lever, int year, double value)
{
  g_autoptr (CorResults) moved = cor_solver_case (solver, year, &lever, &value, 1);
  CorTraceKey key = { .quantity = COR_TRACE_TRUCK_GAP, .model_year = year };
  g_autoptr (CorTrace) trace = NULL;

  cor_solver_truck (solver, &key.duty, &key.truck);
  trace = cor_trace_new (moved, &key, FALSE);
  g_assert_nonnull (trace);
  g_assert_true (card_is_near (trace->value, cor_solver_gap (solver, lever, value, year)));
  check_moves (trace, moved);
  walk_down (walk, moved, trace);
}

/* Every lever, in the model year shown and in the last. */
static void
test_break_even (gconstpointer name)
{
  g_autoptr (CorResults) results = fixture_results (engine, name);
  const CorDutyResult *duty = &results->duties[0];
  g_autoptr (CorSolver) solver = cor_solver_new (results, duty, cor_duty_result_shown (duty), NULL);
  int years[] = { results->first_year + (int) results->year, results->first_year + (int) results->n_years - 1 };
  guint found = 0;
  Walk walk;

  walk_init (&walk, results);
  for (guint y = 0; y < G_N_ELEMENTS (years); y++)
    for (CorLeverId lever = 0; lever < COR_N_LEVERS; lever++)
      {
        double now, lowest, highest, value;

        cor_solver_present (solver, lever, years[y], &now, &lowest, &highest);
        if (cor_solver_break_even (solver, lever, years[y], &value, NULL))
          {
            check_root (&walk, solver, lever, years[y], value);
            found++;
          }
        else if (!isnan (now))
          check_end (&walk, solver, lever, years[y], highest);
      }
  g_test_message ("%s: %u values found, %u cards, %u of moved cases", (const char *) name, found, walk.cards, walk.moved);
  g_assert_cmpuint (found, >=, 4);
  g_assert_cmpuint (walk.leaves, ==, 0);
  walk_clear (&walk);
}

/* With the distance moved all of the operation is another: battery, energy, money, in every model year. */
static void
test_distance (gconstpointer name)
{
  static const CorTraceQuantity quantities[] = { COR_TRACE_TRUCK_GAP, COR_TRACE_TRUCK_TCO_KM, COR_TRACE_TRUCK_HEALTH, COR_TRACE_TRUCK_REPLACED,
                                                 COR_TRACE_TRUCK_KM, COR_TRACE_TRUCK_BOUGHT };
  static const double shares[] = { 0.5, 1.4 };
  const CorLeverId lever = COR_LEVER_ANNUAL_KM;
  g_autoptr (CorResults) results = fixture_results (engine, name);
  guint n = MIN (results->n_duties, 3);
  Walk walk;

  walk_init (&walk, results);
  for (guint i = 0; i < n * G_N_ELEMENTS (shares); i++)
    {
      const CorDutyResult *duty = &results->duties[i / 2];
      g_autoptr (CorSolver) solver = cor_solver_new (results, duty, cor_duty_result_shown (duty), NULL);
      g_autoptr (CorResults) moved = NULL;
      double now, lowest, highest, value;
      CorTraceKey key = { 0 };

      if (solver == NULL)
        continue;
      cor_solver_present (solver, lever, results->first_year + (int) results->year, &now, &lowest, &highest);
      value = now * shares[i % 2];
      moved = cor_solver_case (solver, results->first_year + (int) results->year, &lever, &value, 1);
      cor_solver_truck (solver, &key.duty, &key.truck);
      for (guint q = 0; q < G_N_ELEMENTS (quantities); q++)
        for (guint y = 0; y < results->n_years; y += MAX (1, results->n_years - 1))
          {
            g_autoptr (CorTrace) trace = NULL;

            key.quantity = quantities[q];
            key.model_year = results->first_year + (int) y;
            trace = cor_trace_new (moved, &key, FALSE);
            if (trace != NULL)
              walk_down (&walk, moved, trace);
          }
    }
  g_test_message ("%s: %u cards, %u of moved cases, %u without a card", (const char *) name, walk.cards, walk.moved, walk.leaves);
  g_assert_cmpuint (walk.moved, >, 50);
  g_assert_cmpuint (walk.leaves, ==, 0);
  walk_clear (&walk);
}

/* A month of a table, and one foretold. */
static void
test_months (void)
{
  g_autoptr (CorResults) results = fixture_results (engine, "eastern-port");
  const CorMonthOf of = { "Shenzhen", "2024-03", "cities.csv", 2024 };
  g_autoptr (CorChart) chart = cor_chart_new (COR_CHART_MONTHS, "months", NULL);
  CorChartSeries *series = cor_chart_add_series (chart, "months", NULL, COR_ROLE_DIESEL, COR_STYLE_STRONG);
  g_autoptr (CorForecast) forecast = NULL;
  g_autoptr (GError) error = NULL;
  double months[36];
  Walk walk;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      double litres = 1e6 * (10 + i % 12);
      CorChartPoint *point = cor_chart_series_add (series, 2022 * 12 + i, litres * results->diesel->direct / 1000);

      months[i] = point->y;
      point->low = point->high = NAN;
      cor_chart_point_explain_by (chart, point, results, cor_month_trace (results, &of, litres, FALSE));
    }
  forecast = cor_forecast_new (months, G_N_ELEMENTS (months), 12, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < forecast->n; i++)
    {
      CorChartPoint *point = cor_chart_series_add (series, 2025 * 12 + i, forecast->value[i]);

      point->low = forecast->low[i];
      point->high = forecast->high[i];
      cor_chart_point_explain_by (chart, point, results, cor_forecast_trace (results, &of, forecast, i, G_N_ELEMENTS (months), FALSE));
    }
  walk_init (&walk, results);
  check (&walk, g_steal_pointer (&chart), 1);
  walk_clear (&walk);
}

/* Money over the years, and what each policy moves. */
static void
test_money (void)
{
  g_autoptr (CorResults) results = fixture_results (engine, "eastern-port");
  Walk walk;

  walk_init (&walk, results);
  for (guint i = 0; i < results->n_duties; i++)
    {
      CorTraceKey key = { .duty = i, .truck = (int) results->duties[i].assigned };

      if (results->duties[i].alternatives[key.truck]->tco == NULL)
        continue;
      check (&walk, cor_chart_from_cash (results, key, "cash"), 1);
      check (&walk, cor_chart_from_cumulative (results, key), 1);
    }
  walk_clear (&walk);
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "eastern-port", "shenzhen-pilot", "icct-2021" };

  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  for (guint i = 0; i < G_N_ELEMENTS (names); i += sanitized_step (3))
    {
      g_autofree char *sure = g_strconcat ("/chart-cards/sure/", names[i], NULL), *heat = g_strconcat ("/chart-cards/heat/", names[i], NULL);
      g_autofree char *taken = g_strconcat ("/chart-cards/break-even/", names[i], NULL), *km = g_strconcat ("/chart-cards/distance/", names[i], NULL);

      g_test_add_data_func (sure, names[i], test_sure);
      g_test_add_data_func (heat, names[i], test_heat);
      g_test_add_data_func (taken, names[i], test_break_even);
      g_test_add_data_func (km, names[i], test_distance);
    }
  g_test_add_func ("/chart-cards/money", test_money);
  g_test_add_func ("/chart-cards/months", test_months);
  return fixture_run (engine);
}
