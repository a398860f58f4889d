/* cor-cli-bench.c: corridor-cli bench: how long things take, and how much memory.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-bench.h"
#include "cor-cli-scenario.h"
#include "cor-csv.h"
#include "cor-monte-carlo.h"
#include "cor-scenario-reader.h"
#include "cor-scenario-writer.h"
#include "cor-variant.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <sys/resource.h>

#define SCENARIO "eastern-port.corridor"
#define MILLISECOND 1000.0
#define KIB_PER_MIB 1024.0

/* What the measurements share. Without an output file rows are told as they come. */
typedef struct
{
  const char *output;
  GString *csv;
  CorEngine *engine;
  CorScenario *scenario;
  CorResults *results;
} Bench;

static void
put (Bench *bench, const char *name, const char *unit, double value, guint n)
{
  cor_csv_text (bench->csv, name);
  cor_csv_text (bench->csv, unit);
  cor_csv_number (bench->csv, value);
  cor_csv_integer (bench->csv, (int) n);
  cor_csv_end_row (bench->csv);
  if (bench->output == NULL)
    {
      cor_cli_write_text (NULL, g_string_new (bench->csv->str));
      g_string_truncate (bench->csv, 0);
    }
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  gint64 ta = *(const gint64 *) a, tb = *(const gint64 *) b;

  return (ta > tb) - (ta < tb);
}

/* The median of the times kept, ms, as a row. */
static void
put_median (Bench *bench, const char *name, GArray *times)
{
  if (times->len == 0)
    return;
  g_array_sort (times, compare_times);
  put (bench, name, "ms", (double) g_array_index (times, gint64, times->len / 2) / MILLISECOND, times->len);
}

static void
note_since (GArray *times, gint64 begin)
{
  gint64 took = g_get_monotonic_time () - begin;

  g_array_append_val (times, took);
}

/* From nothing, @n times. */
static void
bench_evaluation (Bench *bench, const char *name, CorScenario *scenario, guint n)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (CorResults) results = NULL;
      gint64 begin;

      cor_engine_forget (bench->engine);
      begin = g_get_monotonic_time ();
      results = cor_engine_evaluate (bench->engine, scenario);
      note_since (times, begin);
    }
  put_median (bench, name, times);
}

/* The price of electricity at stations moved to and fro. */
static void
bench_edit (Bench *bench, const char *name, CorScenario *scenario, guint n)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i <= n; i++)
    {
      g_autoptr (CorScenario) edited
        = cor_scenario_set_parameter (scenario, COR_PARAM_STATION_PRICE, 0.6 + 0.001 * i, "bench", NULL);
      g_autoptr (CorResults) results = NULL;
      gint64 begin = g_get_monotonic_time ();

      results = cor_engine_evaluate (bench->engine, edited);
      if (i > 0)
        note_since (times, begin);
    }
  put_median (bench, name, times);
}

/* A station dragged by some 10 m at a time. */
static void
bench_drag (Bench *bench, const char *name, CorScenario *scenario, guint n)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint n_stations;
  const CorItem *const *stations = cor_scenario_items (scenario, COR_ITEM_STATION, &n_stations);

  for (guint i = 0; i <= n && n_stations > 0; i++)
    {
      CorStation *moved = (CorStation *) cor_item_copy (stations[0]);
      g_autoptr (CorScenario) edited = NULL;
      g_autoptr (CorResults) results = NULL;
      gint64 begin;

      moved->lon += 0.0001 * i;
      edited = cor_scenario_with_item (scenario, &moved->item);
      begin = g_get_monotonic_time ();
      results = cor_engine_evaluate (bench->engine, edited);
      if (i > 0)
        note_since (times, begin);
    }
  put_median (bench, name, times);
}

/* The first duty that has a cost for both trucks; %NULL where none has. */
static const CorDutyResult *
first_duty (const CorResults *results)
{
  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorAlternative *truck = cor_duty_result_shown (&results->duties[i]);

      if (truck != NULL && truck->tco != NULL && truck->plan != NULL && results->duties[i].diesel != NULL)
        return &results->duties[i];
    }
  return NULL;
}

static void
bench_tco (Bench *bench, const CorDutyResult *duty)
{
  const CorAlternative *truck = cor_duty_result_shown (duty);
  const CorHead *head = cor_scenario_head (bench->scenario);
  int year = head->model_year;
  g_autoptr (CorTcoGrid) grid = cor_tco_grid_new (truck->table, year, year + COR_TCO_YEARS_MAX);
  g_autofree CorTcoInputs *inputs = cor_tco_inputs_new ();
  CorPolicyTerm terms[COR_POLICY_TERMS_MAX];
  guint n_terms = cor_evaluate_terms (bench->scenario, cor_engine_defaults (bench->engine), truck->truck->truck_type,
                                      duty->duty->region ? duty->duty->region : head->region, terms, NULL);
  const guint n = 200000, batch = 500;
  double best = INFINITY;
  CorTco tco;

  if (!cor_tco_prepare (inputs, grid, year, &truck->uses[bench->results->year], truck->truck->battery_deal, terms,
                        n_terms, NULL))
    return;
  /* The best of many short batches: longer ones are broken up where the machine is busy. */
  for (guint i = 0; i < n; i += batch)
    {
      gint64 begin = g_get_monotonic_time ();

      for (guint k = 0; k < batch; k++)
        cor_tco_evaluate (inputs, &tco);
      best = fmin (best, (double) (g_get_monotonic_time () - begin) * 1000 / batch);
    }
  put (bench, "tco_evaluation", "ns", best, n);
}

/* A scenario of that duty with its own truck in the model year shown alone. */
static CorScenario *
only_duty (const CorScenario *scenario, const CorDutyResult *duty)
{
  CorHead *head = (CorHead *) cor_item_copy (&cor_scenario_head (scenario)->item);
  CorDuty *copy = (CorDuty *) cor_item_copy (&duty->duty->item);
  GPtrArray *duties = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  GPtrArray *routes = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_item_unref);
  g_autoptr (CorScenario) a = NULL, b = NULL;

  head->first_model_year = head->last_model_year = head->model_year;
  cor_item_set_boxed (&copy->item, cor_item_field (COR_ITEM_DUTY, "alternatives"), NULL);
  g_ptr_array_add (duties, copy);
  g_ptr_array_add (routes, cor_item_ref (&duty->route->item));
  a = cor_scenario_with_head (scenario, &head->item);
  b = cor_scenario_with_items (a, COR_ITEM_DUTY, duties);
  return cor_scenario_with_items (b, COR_ITEM_ROUTE, routes);
}

/* One duty planned for one truck and year among all stations, its line given. */
static void
bench_plan (Bench *bench, const CorDutyResult *duty)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (CorScenario) scenario = only_duty (bench->scenario, duty);
  CorGeometry *geometries[] = { duty->geometry };
  CorEvaluation evaluation = { scenario, cor_engine_defaults (bench->engine), cor_engine_factors (bench->engine),
                               geometries, NULL };

  for (guint i = 0; i < 200; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      G_GNUC_UNUSED g_autoptr (CorResults) results = cor_evaluate (&evaluation);

      note_since (times, begin);
    }
  put_median (bench, "charging_plan", times);
}

static void
bench_monte_carlo (Bench *bench, const CorDutyResult *duty)
{
  g_autoptr (CorGap) gap = cor_gap_new (bench->results, duty, cor_duty_result_shown (duty), NULL);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < 3 && gap != NULL; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      G_GNUC_UNUSED g_autoptr (CorMonteCarlo) drawn = cor_monte_carlo_new (gap, 10000, i + 1, NULL, NULL);

      note_since (times, begin);
    }
  put_median (bench, "monte_carlo_10000", times);
}

/* Between random pairs of the places of a scenario. */
static void
bench_routes (Bench *bench, const CorScenario *scenario)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GRand) rand = g_rand_new_with_seed (1);
  guint n;
  const CorItem *const *stations = cor_scenario_items (scenario, COR_ITEM_STATION, &n);

  for (guint i = 0; i < 1000 && n > 1; i++)
    {
      CorLonLat ends[2];
      gint64 begin;
      g_autoptr (CorPath) path = NULL;

      for (guint k = 0; k < 2; k++)
        {
          const CorStation *station = (const CorStation *) stations[g_rand_int_range (rand, 0, (gint32) n)];

          ends[k] = (CorLonLat){ station->lon, station->lat };
        }
      begin = g_get_monotonic_time ();
      path = cor_network_route (cor_engine_network (bench->engine), ends, 2, NULL, NULL);
      if (path != NULL)
        note_since (times, begin);
    }
  put_median (bench, "route_query", times);
}

static void
bench_load (Bench *bench, const CorScenario *large)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GBytes) bytes = cor_scenario_to_bytes (large);

  for (guint i = 0; i < 9; i++)
    {
      gint64 begin = g_get_monotonic_time ();
      G_GNUC_UNUSED g_autoptr (CorScenario) scenario = cor_scenario_from_bytes (bytes, NULL);

      note_since (times, begin);
    }
  put_median (bench, "load_large_scenario", times);
}

static void
bench_memory (Bench *bench)
{
  struct rusage usage;

  if (getrusage (RUSAGE_SELF, &usage) == 0)
    put (bench, "peak_memory", "MiB", (double) usage.ru_maxrss / KIB_PER_MIB, 1);
}

static void
run (Bench *bench)
{
  g_autoptr (CorScenario) large = cor_cli_bench_large (bench->scenario, 1000);
  g_autoptr (CorScenario) unlike = cor_cli_bench_unlike (large);
  const CorDutyResult *duty;

  bench->results = cor_engine_evaluate (bench->engine, bench->scenario);
  duty = first_duty (bench->results);
  if (duty != NULL)
    bench_tco (bench, duty);
  bench_evaluation (bench, "scenario_evaluation", bench->scenario, 15);
  bench_edit (bench, "scenario_edit", bench->scenario, 31);
  bench_drag (bench, "station_drag", bench->scenario, 31);
  bench_evaluation (bench, "large_scenario_evaluation", large, 1);
  bench_edit (bench, "large_scenario_lever", large, 3);
  bench_drag (bench, "large_scenario_edit", large, 7);
  bench_evaluation (bench, "large_unlike_evaluation", unlike, 1);
  bench_drag (bench, "large_unlike_edit", unlike, 7);
  bench_routes (bench, large);
  if (duty != NULL)
    bench_plan (bench, duty);
  if (duty != NULL)
    bench_monte_carlo (bench, duty);
  bench_load (bench, large);
  bench_memory (bench);
  g_clear_pointer (&bench->results, cor_results_unref);
}

/* The same scenario with ever more duties: all of it, and after a station was moved. */
static void
run_growth (Bench *bench)
{
  static const guint n_duties[] = { 10, 100, 1000, 10000 };

  for (guint i = 0; i < G_N_ELEMENTS (n_duties); i++)
    {
      g_autoptr (CorScenario) large = cor_cli_bench_large (bench->scenario, n_duties[i]);
      g_autofree char *whole = g_strdup_printf ("evaluation_%u_duties", n_duties[i]);
      g_autofree char *edit = g_strdup_printf ("edit_%u_duties", n_duties[i]);

      bench_evaluation (bench, whole, large, 1);
      bench_drag (bench, edit, large, 5);
    }
}

int
cor_cli_bench (const CorCliCommand *command, char **words)
{
  g_autofree char *output = NULL;
  gboolean growth = FALSE;
  const GOptionEntry entries[] = {
    { "growth", 0, 0, G_OPTION_ARG_NONE, &growth, N_ ("How the time grows with the number of duties"), NULL },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorEngine) engine = NULL;
  g_autoptr (CorScenario) scenario = NULL;
  CorCliScenario unchanged = { .file = (char *) SCENARIO };
  Bench bench = { 0 };
  int status;

  if (!cor_cli_parse (command, entries, 0, 0, &words, &status))
    return status;
  g_strfreev (words);
  if ((engine = cor_engine_new_default (&error)) == NULL
      || (scenario = cor_cli_scenario_load (&unchanged, engine, &error)) == NULL)
    return cor_cli_fail ("%s", error->message);
  bench.output = output;
  bench.csv = g_string_new (NULL);
  bench.engine = engine;
  bench.scenario = scenario;
  cor_csv_row (bench.csv, "name", "unit", "value", "n", NULL);
  if (growth)
    run_growth (&bench);
  else
    run (&bench);
  return cor_cli_write_text (output, bench.csv);
}
