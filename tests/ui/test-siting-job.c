/* test-siting-job.c: where to build, chosen in the background, and given up.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-siting-job.h"
#include "cor-error.h"
#include "../scenario-fixture.h"

#include <math.h>

static CorEngine *engine;

static void
on_done (CorSitingJob *job, gpointer times)
{
  (*(guint *)times)++;
}

/* Runs one in a context that has nothing else in it, so that one turn of its loop is the end of the work; cancelled at
 * once, or once it is so far. */
static CorSitingJob *
run (CorScenario *scenario, double cancelled_at, guint *done)
{
  CorSitingRequest request = { 2, NAN, COR_SITING_COST, COR_SITING_BEST, TRUE };
  g_autoptr (GMainContext) context = g_main_context_new ();
  CorSitingJob *job;

  g_main_context_push_thread_default (context);
  job = cor_siting_job_start (engine, scenario, &request, on_done, done);
  while (cor_siting_job_get_done (job) < cancelled_at && cancelled_at < 1)
    g_usleep (100);
  if (cancelled_at < 1)
    cor_siting_job_cancel (job);
  g_main_context_iteration (context, TRUE);
  g_main_context_pop_thread_default (context);
  return job;
}

/* On a busy machine it may come to its end before it is given up; it is tried again then. */
#define TRIES 20

/* Given up, it works no further: there is no plan; who asked is not told, whatever it came to. */
static void
test_cancelled (void)
{
  static const double moments[] = { 0, 0.1, 0.3 };
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      gboolean stopped = FALSE;

      for (guint try = 0; try < TRIES && !stopped; try++)
        {
          g_autoptr (GError) error = NULL;
          guint done = 0;
          g_autoptr (CorSitingJob) job = run (scenario, moments[i], &done);
          g_autoptr (CorSitingPlan) plan = cor_siting_job_finish (job, &error);

          g_assert_cmpuint (done, ==, 0);
          stopped = plan == NULL;
          if (!stopped)
            continue;
          g_assert_error (error, COR_ERROR, COR_ERROR_NO_SOLUTION);
          g_test_message ("given up at %g, was at %g when it ended", moments[i], cor_siting_job_get_done (job));
          g_assert_cmpfloat (cor_siting_job_get_done (job), <, 1);
        }
      g_assert_true (stopped);
    }
}

/* Left alone it comes to its end, and says so once. */
static void
test_whole (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (GError) error = NULL;
  guint done = 0;
  g_autoptr (CorSitingJob) job = run (scenario, 1, &done);
  CorSitingPlan *plan = cor_siting_job_finish (job, &error);

  g_assert_no_error (error);
  g_assert_nonnull (plan);
  g_assert_cmpuint (done, ==, 1);
  g_assert_true (cor_siting_job_get_scenario (job) == scenario);
  g_test_message ("the end is told as %g", cor_siting_job_get_done (job));
  g_assert_cmpfloat (cor_siting_job_get_done (job), >, 0.9);
  cor_siting_plan_free (plan);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/siting-job/whole", test_whole);
  g_test_add_func ("/siting-job/cancelled", test_cancelled);
  return fixture_run (engine);
}
