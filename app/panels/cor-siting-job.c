/* cor-siting-job.c: a choice of stations that is made in a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-siting-job.h"

/* Progress is told in so many steps. */
#define STEPS 1000

struct _CorSitingJob
{
  gatomicrefcount refs;
  CorEngine *engine;
  CorScenario *scenario;
  CorSitingRequest request;
  int step;      /* atomic */
  int cancelled; /* atomic */
  CorSitingPlan *plan;
  GError *error;
  void (*done) (CorSitingJob *job, gpointer data);
  gpointer data;
};

static CorSitingJob *
job_ref (CorSitingJob *job)
{
  g_atomic_ref_count_inc (&job->refs);
  return job;
}

void
cor_siting_job_unref (CorSitingJob *job)
{
  if (!g_atomic_ref_count_dec (&job->refs))
    return;
  cor_engine_unref (job->engine);
  cor_scenario_unref (job->scenario);
  cor_siting_plan_free (job->plan);
  g_clear_error (&job->error);
  g_free (job);
}

static gboolean
progress (double done, gpointer data)
{
  CorSitingJob *job = data;

  g_atomic_int_set (&job->step, (int) (done * STEPS));
  return !g_atomic_int_get (&job->cancelled);
}

static void
work (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CorSitingJob *job = data;

  job->plan = cor_siting_scenario (job->engine, job->scenario, &job->request, progress, job, &job->error);
  g_task_return_boolean (task, TRUE);
}

static void
worked (GObject *source, GAsyncResult *result, gpointer data)
{
  CorSitingJob *job = g_task_get_task_data (G_TASK (result));

  if (!g_atomic_int_get (&job->cancelled))
    job->done (job, job->data);
}

CorSitingJob *
cor_siting_job_start (CorEngine *engine,
                      CorScenario *scenario,
                      const CorSitingRequest *request,
                      void (*done) (CorSitingJob *job, gpointer data),
                      gpointer data)
{
  CorSitingJob *job = g_new0 (CorSitingJob, 1);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, worked, NULL);

  g_atomic_ref_count_init (&job->refs);
  job->engine = cor_engine_ref (engine);
  job->scenario = cor_scenario_ref (scenario);
  job->request = *request;
  job->done = done;
  job->data = data;
  g_task_set_source_tag (task, cor_siting_job_start);
  g_task_set_task_data (task, job_ref (job), (GDestroyNotify) cor_siting_job_unref);
  g_task_run_in_thread (task, work);
  return job;
}

void
cor_siting_job_cancel (CorSitingJob *job)
{
  g_atomic_int_set (&job->cancelled, TRUE);
}

double
cor_siting_job_get_done (CorSitingJob *job)
{
  return g_atomic_int_get (&job->step) / (double) STEPS;
}

CorScenario *
cor_siting_job_get_scenario (CorSitingJob *job)
{
  return job->scenario;
}

CorSitingPlan *
cor_siting_job_finish (CorSitingJob *job, GError **error)
{
  if (job->error != NULL)
    g_propagate_error (error, g_steal_pointer (&job->error));
  return g_steal_pointer (&job->plan);
}
