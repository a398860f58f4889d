/* test-cancelled.c: work given up at any moment, and two scenarios at once: no half state stays behind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-document.h"
#include "cor-edit.h"
#include "cor-heat-map.h"
#include "cor-import.h"
#include "cor-import-roads.h"
#include "cor-monte-carlo.h"
#include "cor-scenario-writer.h"
#include "cor-session.h"
#include "cor-siting-scenario.h"
#include "../scenario-fixture.h"
#include "../sanitized.h"

#include <math.h>
#include <time.h>

/* How often each work is given up. */
#define ROUNDS (12 / sanitized_step (3))
/* So many draws take long enough to be given up half way; a sanitizer's take ten times as long. */
#define N_DRAWS (is_sanitized () ? 300 : 2000)
/* So much work of a processor at most until it is given up. On the clock it is longer where others keep it busy;
 * a sanitizer takes ten times as long. */
#define MOST_US (is_sanitized () ? 1000 * 1000 : 100 * 1000)

static CorEngine *engine;

static gint64
processor_us (void)
{
  struct timespec at;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &at);
  return at.tv_sec * G_USEC_PER_SEC + at.tv_nsec / 1000;
}

/* Cancels after a while, from a thread of its own. */
typedef struct
{
  GCancellable *cancellable;
  gulong after_us;
  gint64 worked; /* by then, processor time of all threads, microseconds */
} Later;

static gpointer
cancel_later (gpointer data)
{
  Later *later = data;

  g_usleep (later->after_us);
  later->worked = processor_us ();
  g_cancellable_cancel (later->cancellable);
  return NULL;
}

/* Runs @work again and again, given up at moments all over the time that it takes. */
static void
give_up (gboolean (*work) (GCancellable *cancellable, gpointer data, GError **error), gpointer data)
{
  gint64 start = g_get_monotonic_time (), whole;
  gint64 longest = 0;
  guint stopped = 0;

  g_assert_true (work (NULL, data, NULL));
  whole = g_get_monotonic_time () - start;
  for (guint i = 0; i < ROUNDS; i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;
      Later later = { cancellable, (gulong) (whole * i / ROUNDS) };
      GThread *thread = i > 0 ? g_thread_new ("cancel", cancel_later, &later) : NULL;

      gint64 ended;
      gboolean done;

      if (i == 0)
        g_cancellable_cancel (cancellable);
      done = work (cancellable, data, &error);
      ended = processor_us ();
      if (thread != NULL)
        g_thread_join (thread);
      if (done)
        continue;
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      stopped++;
      if (thread != NULL)
        longest = MAX (longest, ended - later.worked);
    }
  g_test_message ("%u of %u given up, %g ms after at most", stopped, ROUNDS, (double) longest / 1000);
  g_assert_cmpint (longest, <, MOST_US);
  g_assert_cmpuint (stopped, >, 0);
  g_assert_true (work (NULL, data, NULL));
}

/* What a work comes to the first time, and has to come to ever after. */
typedef struct
{
  CorResults *results;
  const CorDutyResult *duty;
  double first;
} Analysis;

static gboolean
is_as_before (Analysis *analysis, double number)
{
  if (isnan (analysis->first))
    analysis->first = number;
  g_assert_cmpfloat (number, ==, analysis->first);
  return TRUE;
}

static gboolean
draw (GCancellable *cancellable, gpointer data, GError **error)
{
  Analysis *analysis = data;
  CorGap *gap = cor_gap_new (analysis->results, analysis->duty, cor_duty_result_shown (analysis->duty), NULL);
  g_autoptr (CorMonteCarlo) drawn = cor_monte_carlo_new (gap, N_DRAWS, 7, cancellable, error);
  gboolean done = drawn != NULL && is_as_before (analysis, drawn->explained);

  cor_gap_free (gap);
  return done;
}

static gboolean
map_heat (GCancellable *cancellable, gpointer data, GError **error)
{
  Analysis *analysis = data;
  CorSolver *solver = cor_solver_new (analysis->results, analysis->duty, cor_duty_result_shown (analysis->duty), NULL);
  g_autoptr (CorHeatMap) map = cor_heat_map_new (solver, COR_LEVER_BATTERY_PRICE, COR_LEVER_DIESEL_PRICE, 40, cancellable, error);
  double sum = 0;

  for (guint i = 0; map != NULL && i < map->n[0] * map->n[1]; i++)
    sum += map->parity[i];
  cor_solver_free (solver);
  return map != NULL && is_as_before (analysis, sum);
}

static void
test_analysis (gconstpointer work)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  Analysis analysis = { results, &results->duties[0], NAN };

  give_up (work, &analysis);
}

static gboolean
import_rows (GCancellable *cancellable, gpointer data, GError **error)
{
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  CorImportOptions options = COR_IMPORT_OPTIONS_INIT (COR_ITEM_SITE, COR_CRS_WGS84);
  g_autoptr (CorImport) import = NULL;

  options.read.cancellable = cancellable;
  import = cor_import_read_with (data, &options, empty, error);
  g_assert_true (import == NULL || import->items->len == 15000);
  return import != NULL;
}

/* A list of places in a form: what stands before, for each, between two and after. */
typedef struct
{
  const char *start, *each, *between, *end;
} Form;

static const Form csv = { "name,lon,lat\n", "Site %d,%.5f,%.5f\n", "", "" };
static const Form json = { "{\"type\":\"FeatureCollection\",\"features\":[",
                           "{\"type\":\"Feature\",\"properties\":{\"name\":\"Site %d\"},"
                           "\"geometry\":{\"type\":\"Point\",\"coordinates\":[%.5f,%.5f]}}",
                           ",", "]}" };
static const Form kml = { "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><Document>",
                          "<Placemark><name>Site %d</name><Point><coordinates>%.5f,%.5f</coordinates></Point></Placemark>", "",
                          "</Document></kml>" };

static void
test_import (gconstpointer data)
{
  const Form *form = data;
  GString *text = g_string_new (form->start);
  g_autoptr (GBytes) bytes = NULL;

  for (int i = 0; i < 15000; i++)
    {
      if (i > 0)
        g_string_append (text, form->between);
      g_string_append_printf (text, form->each, i, 113 + i * 1e-4, 22 + (i % 97) * 1e-3);
    }
  g_string_append (text, form->end);
  bytes = g_string_free_to_bytes (text);
  give_up (import_rows, bytes);
}

/* Given up before they are laid on roads, lines stay as they came. */
static void
test_import_on_roads (void)
{
  static const char text[] = "{\"type\":\"Feature\",\"properties\":{\"name\":\"Way\"},\"geometry\":{\"type\":\"LineString\","
                             "\"coordinates\":[[113.9,22.6],[114.0,22.7]]}}";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  CorImportOptions options = COR_IMPORT_OPTIONS_INIT (COR_ITEM_ROUTE, COR_CRS_WGS84);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (CorImport) import = cor_import_read_with (bytes, &options, scenario, &error);
  const CorRoute *route = NULL;
  guint points;

  g_assert_no_error (error);
  for (guint i = 0; i < import->items->len; i++)
    if (((CorItem *) g_ptr_array_index (import->items, i))->kind == COR_ITEM_ROUTE)
      route = g_ptr_array_index (import->items, i);
  g_assert_nonnull (route);
  points = route->line->len;
  g_cancellable_cancel (cancellable);
  g_assert_false (cor_import_lay_on_roads (import, scenario, cor_engine_network (engine), cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (route->line->len, ==, points);
}

static gboolean
stop_after (double done, gpointer left)
{
  return (*(int *) left)-- > 0;
}

/* How much was worked without asking whether to go on. */
typedef struct
{
  gint64 last, longest;
} Asked;

static gboolean
note_asked (double done, gpointer data)
{
  Asked *asked = data;
  gint64 now = processor_us ();

  asked->longest = MAX (asked->longest, now - asked->last);
  asked->last = now;
  return TRUE;
}

/* Where to build asks often enough, from its start to its end. */
static void
test_siting_asks (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  CorSitingRequest request = { 2, NAN, COR_SITING_COST, COR_SITING_BEST, TRUE };
  Asked asked = { processor_us (), 0 };
  g_autoptr (CorSitingPlan) plan = cor_siting_scenario (engine, scenario, &request, note_asked, &asked, NULL);

  g_assert_nonnull (plan);
  g_test_message ("asked after %g ms at most", (double) asked.longest / 1000);
  g_assert_cmpint (asked.longest, <, MOST_US);
  g_assert_cmpint (processor_us () - asked.last, <, MOST_US);
}

/* Stopped after so many steps: an error and no plan; neither scenario nor engine are touched. */
static void
test_siting (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (GBytes) before = cor_scenario_to_bytes (scenario), after = NULL;
  CorSitingRequest request = { 2, NAN, COR_SITING_COST, COR_SITING_BEST, TRUE };
  g_autoptr (CorSitingPlan) whole = NULL, again = NULL;
  g_autoptr (CorResults) first = cor_engine_evaluate (engine, scenario), last = NULL;
  guint stopped = 0;

  whole = cor_siting_scenario (engine, scenario, &request, NULL, NULL, NULL);
  for (int steps = 0; steps < 40; steps += 1 + steps / 3)
    {
      g_autoptr (GError) error = NULL;
      int left = steps;
      g_autoptr (CorSitingPlan) plan = cor_siting_scenario (engine, scenario, &request, stop_after, &left, &error);

      g_assert_true ((plan == NULL) == (error != NULL));
      stopped += plan == NULL;
    }
  g_assert_cmpuint (stopped, >, 0);
  again = cor_siting_scenario (engine, scenario, &request, NULL, NULL, NULL);
  g_assert_nonnull (whole);
  g_assert_cmpuint (again->ranks->len, ==, whole->ranks->len);
  g_assert_true (cor_scenario_equal (again->scenario, whole->scenario));
  after = cor_scenario_to_bytes (scenario);
  g_assert_true (g_bytes_equal (before, after));
  last = cor_engine_evaluate (engine, scenario);
  g_assert_cmpfloat (last->saved_t, ==, first->saved_t);
  g_assert_cmpfloat (last->detour_share, ==, first->detour_share);
}

typedef struct
{
  CorEngine *engine;
  CorScenario *states[2];
  CorResults *expected[2];
  guint n;
} Turns;

/* Two states by turns, so that each time much is worked out anew; one that was given up is asked for again, and nothing of
 * its half is in it. */
static gboolean
evaluate_turn (GCancellable *cancellable, gpointer data, GError **error)
{
  Turns *turns = data;
  guint turn = turns->n % 2;
  g_autoptr (CorResults) results = cor_engine_evaluate_until (turns->engine, turns->states[turn], cancellable);

  if (results == NULL)
    return !g_cancellable_set_error_if_cancelled (cancellable, error);
  turns->n++;
  g_assert_cmpfloat (results->saved_t, ==, turns->expected[turn]->saved_t);
  g_assert_cmpfloat (results->detour_share, ==, turns->expected[turn]->detour_share);
  g_assert_cmpint (results->parity_year, ==, turns->expected[turn]->parity_year);
  return TRUE;
}

static void
test_evaluation (void)
{
  g_autoptr (CorScenario) plain = fixture_load ("eastern-port");
  g_autoptr (CorScenario) heavy = cor_edit_number (plain, COR_ITEM_HEAD, NULL, "temperature_c", -15, NULL);
  g_autoptr (CorEngine) stopped = cor_engine_new_default (NULL);
  g_autoptr (CorResults) a = cor_engine_evaluate (engine, plain), b = cor_engine_evaluate (engine, heavy);
  Turns turns = { stopped, { plain, heavy }, { a, b }, 0 };

  g_assert_cmpfloat (a->saved_t, !=, b->saved_t);
  give_up (evaluate_turn, &turns);
}

static gpointer
evaluate (gpointer data, CorScenario *scenario, GCancellable *cancellable)
{
  return cor_engine_evaluate_until (data, scenario, cancellable);
}

static gpointer
results_ref (gpointer results)
{
  return cor_results_ref (results);
}

static void
results_unref (gpointer results)
{
  cor_results_unref (results);
}

static void
settle (CorSession *session)
{
  while (cor_session_get_computing (session))
    g_main_context_iteration (NULL, TRUE);
}

/* Two scenarios on one engine, edited by turns without waiting: each has its own steps and, in the
 * end, the results that it would have had alone. */
static void
test_two_documents (void)
{
  static const char *const names[] = { "eastern-port", "shenzhen-pilot" };
  CorSessionEngine class = { .evaluate = evaluate, .ref = results_ref, .unref = results_unref, .data = engine };
  CorSession *sessions[2];
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);

  for (int i = 0; i < 2; i++)
    {
      g_autofree char *name = g_strconcat (names[i], ".corridor", NULL);
      g_autofree char *path = cor_data_file ("scenarios", name, NULL);
      g_autoptr (GFile) file = g_file_new_for_path (path);

      sessions[i] = cor_session_new (&class);
      g_assert_true (cor_document_load (cor_session_get_document (sessions[i]), file, NULL));
    }
  for (int step = 0; step < 60; step++)
    {
      CorDocument *document = cor_session_get_document (sessions[step % 2]);
      CorScenario *next = cor_edit_parameter (cor_document_get_scenario (document), COR_ITEM_HEAD, NULL,
                                              COR_PARAM_DIESEL_PRICE, g_rand_double_range (rand, 5, 10), NULL);

      if (g_rand_int_range (rand, 0, 4) == 0 && cor_document_can_undo (document))
        cor_document_undo (document);
      cor_document_apply (document, next, "Price", NULL);
      while (g_rand_boolean (rand) && g_main_context_iteration (NULL, FALSE))
        ;
    }
  for (int i = 0; i < 2; i++)
    {
      CorDocument *document = cor_session_get_document (sessions[i]);
      g_autoptr (CorEngine) alone = cor_engine_new_default (NULL);
      g_autoptr (CorResults) expected = NULL;
      g_autoptr (CorScenario) first = fixture_load (names[i]);
      const CorResults *results;

      settle (sessions[i]);
      results = cor_session_get_results (sessions[i]);
      expected = cor_engine_evaluate (alone, cor_document_get_scenario (document));
      g_assert_cmpuint (results->n_duties, ==, expected->n_duties);
      g_assert_cmpfloat (results->saved_t, ==, expected->saved_t);
      g_assert_cmpint (results->parity_year, ==, expected->parity_year);
      g_assert_cmpfloat (results->public_yuan_per_year, ==, expected->public_yuan_per_year);
      while (cor_document_can_undo (document))
        cor_document_undo (document);
      g_assert_true (cor_scenario_equal (cor_document_get_base (document), first));
      settle (sessions[i]);
    }
  g_object_unref (sessions[0]);
  g_object_unref (sessions[1]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_data_func ("/cancelled/draws", draw, test_analysis);
  g_test_add_data_func ("/cancelled/heat-map", map_heat, test_analysis);
  g_test_add_func ("/cancelled/evaluation", test_evaluation);
  g_test_add_data_func ("/cancelled/import", &csv, test_import);
  g_test_add_data_func ("/cancelled/import-json", &json, test_import);
  g_test_add_data_func ("/cancelled/import-kml", &kml, test_import);
  g_test_add_func ("/cancelled/import-on-roads", test_import_on_roads);
  g_test_add_func ("/cancelled/siting", test_siting);
  g_test_add_func ("/cancelled/siting-asks", test_siting_asks);
  g_test_add_func ("/two-documents", test_two_documents);
  return fixture_run (engine);
}
