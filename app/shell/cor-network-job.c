/* cor-network-job.c: the building of a road network in the background, and how far it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-job.h"

#include "cor-format.h"
#include "cor-heights.h"
#include "cor-network-build.h"
#include "cor-network-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* Before this share is done, no time left can be told; more than so many seconds are told as minutes. */
#define LEAST_SHARE  0.02
#define MOST_SECONDS 90.0

#define BYTES_PER_MB 1e6

struct _CorNetworkJob
{
  char *extract, *name, *path;
  gint64 begin;
  goffset size;
  int share;    /* thousandths done, set by the worker */
  double begun; /* what share was done when the present reading began */
  int step;
  CorNetworkBuildReport report;
};

static void
job_free (gpointer data)
{
  CorNetworkJob *job = data;

  g_free (job->extract);
  g_free (job->name);
  g_free (job->path);
  g_free (job);
}

static void
tell_progress (CorNetworkBuildStep step, double share, gpointer data)
{
  CorNetworkJob *job = data;

  g_atomic_int_set (&job->share, MAX (g_atomic_int_get (&job->share), (int) ((job->begun + (1 - job->begun) * share) * 1000)));
  g_atomic_int_set (&job->step, (int) step);
}

/* With the heights of the tiles beside the extract, where there are some for its roads. */
static gboolean
build_with_heights (CorNetworkJob *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (job->extract);
  g_autoptr (CorHeights) heights = cor_heights_open (folder, NULL);
  g_autoptr (GError) problem = NULL;

  if (heights != NULL
      && cor_network_build (job->extract, job->path, folder, tell_progress, job, cancellable, &job->report, &problem))
    return TRUE;
  if (problem != NULL && !g_error_matches (problem, COR_ROUTING_ERROR, COR_ROUTING_ERROR_EMPTY))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  /* Read once more without them: what is left is all of that. */
  job->begun = cor_network_job_get_share (job);
  return cor_network_build (job->extract, job->path, NULL, tell_progress, job, cancellable, &job->report, error);
}

static void
build_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  CorNetworkJob *job = data;
  g_autofree char *dir = job->path != NULL ? g_path_get_dirname (job->path) : NULL;
  GError *error = NULL;

  if (dir == NULL)
    {
      g_autofree char *extract = g_filename_display_name (job->extract);

      g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_FILENAME,
                               _ ("%s: the network is called as its extract; give that a name that begins with a letter"), extract);
      return;
    }
  g_mkdir_with_parents (dir, 0755);
  if (build_with_heights (job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

CorNetworkJob *
cor_network_job_start (const char *extract, GCancellable *cancellable, GAsyncReadyCallback done, gpointer data)
{
  /* No source: its last reference could go in the thread. */
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, data);
  CorNetworkJob *job = g_new0 (CorNetworkJob, 1);
  GStatBuf status;

  job->extract = g_strdup (extract);
  job->name = cor_network_store_name_for (extract);
  job->path = cor_network_store_path (job->name);
  job->size = g_stat (extract, &status) == 0 ? status.st_size : 0;
  job->begin = g_get_monotonic_time ();
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, build_in_thread);
  return job;
}

gboolean
cor_network_job_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

const CorNetworkJob *
cor_network_job_of (GAsyncResult *result)
{
  return g_task_get_task_data (G_TASK (result));
}

const char *
cor_network_job_get_name (const CorNetworkJob *job)
{
  return job->name;
}

double
cor_network_job_get_share (const CorNetworkJob *job)
{
  return g_atomic_int_get (&job->share) / 1000.0;
}

const char *
cor_network_job_get_step (const CorNetworkJob *job)
{
  switch (g_atomic_int_get (&job->step))
    {
    case COR_NETWORK_BUILD_ROADS:
      return _ ("Reading roads");
    case COR_NETWORK_BUILD_PLACES:
      return _ ("Reading places");
    case COR_NETWORK_BUILD_JOIN:
      return _ ("Joining roads");
    case COR_NETWORK_BUILD_HEIGHTS:
      return _ ("Looking up heights");
    default:
      return _ ("Writing");
    }
}

char *
cor_network_job_describe_speed (const CorNetworkJob *job)
{
  double share = cor_network_job_get_share (job);
  double took_s = (double) (g_get_monotonic_time () - job->begin) / G_USEC_PER_SEC;
  double left_s = took_s / share - took_s;
  g_autofree char *speed = NULL;
  g_autofree char *left = NULL;

  if (share < LEAST_SHARE || took_s <= 0)
    return g_strdup ("");
  speed = cor_format_number (share * (double) job->size / BYTES_PER_MB / took_s, 1);
  left = cor_format_number (left_s > MOST_SECONDS ? left_s / 60 : left_s, 0);
  return g_strdup_printf (left_s > MOST_SECONDS ? _ ("%s MB/s, %s min left") : _ ("%s MB/s, %s s left"), speed, left);
}

char *
cor_network_job_describe (const CorNetworkJob *job)
{
  const CorNetworkBuildReport *report = &job->report;
  g_autofree char *pieces = cor_format_number (report->edges, 0);
  g_autofree char *turns = cor_format_number (report->turns_kept, 0);
  g_autofree char *left_out = cor_format_number (report->turns_left_out + report->conditions_left_out, 0);
  g_autofree char *cut_off = cor_format_number (report->edges_cut_off, 0);
  const char *slopes = report->heights_found > 0
                         ? _ ("Slopes come from the height tiles beside the extract.")
                         : _ ("Roads count as level: no height tiles (SRTM, .hgt) for them lie beside the extract.");
  return g_strdup_printf (_ ("%s pieces of road that trucks may use. %s forbidden turns are kept; %s restrictions that hold at some "
                          "hours only, or whose roads are missing, are not. %s pieces that no road leads to and from are left out. %s"),
                       pieces, turns, left_out, cut_off, slopes);
}
