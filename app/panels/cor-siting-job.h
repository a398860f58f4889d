/* cor-siting-job.h: a choice of stations that is made in a thread.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-siting-scenario.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CorSitingJob: counted; shared by the thread and who waits for it. */
typedef struct _CorSitingJob CorSitingJob;

/**
 * cor_siting_job_start: begins at once.
 * @done: called in the main loop, with the job; cor_siting_job_finish() tells the outcome
 *
 * Returns: (transfer full)
 */
CorSitingJob *cor_siting_job_start (CorEngine *engine,
                                    CorScenario *scenario,
                                    const CorSitingRequest *request,
                                    void (*done) (CorSitingJob *job, gpointer data),
                                    gpointer data);
void cor_siting_job_unref (CorSitingJob *job);

/** cor_siting_job_cancel: stops it soon; @done is not called any more. */
void cor_siting_job_cancel (CorSitingJob *job);

/** cor_siting_job_get_done: how far it is, 0 to 1; from any thread. */
double cor_siting_job_get_done (CorSitingJob *job);

/** cor_siting_job_get_scenario: (transfer none): what it was started with. */
CorScenario *cor_siting_job_get_scenario (CorSitingJob *job);

/** cor_siting_job_finish: (transfer full): the plan, or %NULL with the error of cor_siting_scenario(). */
CorSitingPlan *cor_siting_job_finish (CorSitingJob *job, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorSitingJob, cor_siting_job_unref)

G_END_DECLS
