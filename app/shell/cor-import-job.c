/* cor-import-job.c: files read for import in a worker.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-job.h"

#include "cor-file-name.h"
#include "cor-file.h"
#include "cor-import-preview.h"
#include "cor-import-roads.h"

#include <glib/gi18n-lib.h>
#include <string.h>

struct _CorImportSource
{
  gatomicrefcount refs;
  GFile *file;
  char *name;
  GMutex lock; /* of the bytes */
  GBytes *bytes;
};

static CorImportSource *
source_new (void)
{
  CorImportSource *source = g_new0 (CorImportSource, 1);

  g_atomic_ref_count_init (&source->refs);
  g_mutex_init (&source->lock);
  return source;
}

CorImportSource *
cor_import_source_new_file (GFile *file)
{
  CorImportSource *source = source_new ();

  source->file = g_object_ref (file);
  source->name = cor_file_name (file);
  return source;
}

CorImportSource *
cor_import_source_new_text (const char *text)
{
  CorImportSource *source = source_new ();

  source->name = g_strdup (_ ("Pasted text"));
  source->bytes = g_bytes_new (text, strlen (text));
  return source;
}

CorImportSource *
cor_import_source_ref (CorImportSource *source)
{
  g_atomic_ref_count_inc (&source->refs);
  return source;
}

void
cor_import_source_unref (CorImportSource *source)
{
  if (!g_atomic_ref_count_dec (&source->refs))
    return;
  g_clear_object (&source->file);
  g_clear_pointer (&source->bytes, g_bytes_unref);
  g_mutex_clear (&source->lock);
  g_free (source->name);
  g_free (source);
}

const char *
cor_import_source_name (const CorImportSource *source)
{
  return source->name;
}

GFile *
cor_import_source_file (const CorImportSource *source)
{
  return source->file;
}

static GBytes *
read_file (GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);

  if (path != NULL)
    return cor_file_read (path, COR_IMPORT_MAX_BYTES, error);
  g_set_error_literal (error, COR_ERROR, COR_ERROR_MISSING, _ ("is not on this computer; copy it here first"));
  return NULL;
}

/* What the source holds; read when it is asked for first. */
static GBytes *
source_bytes (CorImportSource *source, GError **error)
{
  GBytes *bytes;

  g_mutex_lock (&source->lock);
  if (source->bytes == NULL)
    source->bytes = read_file (source->file, error);
  bytes = source->bytes ? g_bytes_ref (source->bytes) : NULL;
  g_mutex_unlock (&source->lock);
  return bytes;
}

/* What a worker needs: counted or its own. */
typedef struct
{
  CorImportSource *source;
  CorImportOptions options;
  double box[4];
  CorScenario *scenario;
  CorNetwork *network;
  gboolean lay;
} Job;

/* What was read. */
typedef struct
{
  CorImport *import;
  GPtrArray *shown;
} Done;

static void
done_free (Done *done)
{
  g_clear_pointer (&done->import, cor_import_free);
  g_clear_pointer (&done->shown, g_ptr_array_unref);
  g_free (done);
}

static void
job_free (Job *job)
{
  cor_import_source_unref (job->source);
  g_clear_pointer (&job->options.columns, g_hash_table_unref);
  g_clear_pointer (&job->scenario, cor_scenario_unref);
  g_clear_pointer (&job->network, cor_network_unref);
  g_free (job);
}

static void
look (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = source_bytes (job->source, &error);
  CorImportLook *found
    = bytes ? cor_import_look (bytes, &job->options.read.form, job->source->name, cancellable, &error) : NULL;

  if (found != NULL)
    g_task_return_pointer (task, found, (GDestroyNotify) cor_import_look_free);
  else
    g_task_return_error (task, error);
}

void
cor_import_job_look (CorImportSource *source,
                     const CorTableForm *form,
                     GCancellable *cancellable,
                     gpointer owner,
                     GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, g_object_ref (owner));
  Job *job = g_new0 (Job, 1);

  job->source = cor_import_source_ref (source);
  job->options.read.form = form ? *form : (CorTableForm) COR_TABLE_FORM_FIND;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, look);
}

CorImportLook *
cor_import_job_look_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
tell_share (double share, gpointer data)
{
  g_atomic_int_set ((int *) data, (int) (share * 1000));
}

static void
read_in (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GBytes) bytes = source_bytes (job->source, &error);
  CorImport *import = bytes ? cor_import_read_with (bytes, &job->options, job->scenario, &error) : NULL;
  Done *done;

  if (import != NULL && job->lay
      && !cor_import_lay_on_roads (import, job->scenario, job->network, cancellable, &error))
    g_clear_pointer (&import, cor_import_free);
  if (import == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  done = g_new (Done, 1);
  done->import = import;
  done->shown = cor_import_preview_items (import, job->scenario, job->network, cancellable);
  g_task_return_pointer (task, done, (GDestroyNotify) done_free);
}

void
cor_import_job_read (CorImportSource *source,
                     const CorImportOptions *options,
                     CorScenario *scenario,
                     CorNetwork *network,
                     gboolean lay,
                     GCancellable *cancellable,
                     int *share,
                     gpointer owner,
                     GAsyncReadyCallback done)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, done, g_object_ref (owner));
  Job *job = g_new0 (Job, 1);

  job->source = cor_import_source_ref (source);
  job->options = *options;
  if (options->columns != NULL)
    g_hash_table_ref (options->columns);
  if (options->box != NULL)
    job->options.box = memcpy (job->box, options->box, sizeof job->box);
  job->options.source = job->source->name;
  job->options.read.cancellable = cancellable;
  job->options.read.progress = share ? tell_share : NULL;
  job->options.read.progress_data = share;
  job->scenario = cor_scenario_ref (scenario);
  job->network = cor_network_ref (network);
  job->lay = lay;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_in);
}

CorImport *
cor_import_job_read_finish (GAsyncResult *result, GPtrArray **shown, GError **error)
{
  Done *done = g_task_propagate_pointer (G_TASK (result), error);
  CorImport *import;

  *shown = NULL;
  if (done == NULL)
    return NULL;
  import = g_steal_pointer (&done->import);
  *shown = g_steal_pointer (&done->shown);
  done_free (done);
  return import;
}
