/* cor-recovery.c: keeps what is not saved in the state folder, and finds what was left there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-recovery.h"

#include "cor-recovery-slot.h"

#include <glib/gstdio.h>
#include <string.h>

/* A lock that nobody holds goes after so long; a younger one may be about to be taken. */
#define LOCK       ".lock"
#define LOCK_AGE_S 60

struct _CorRecovery
{
  GObject parent_instance;

  CorDocument *document;
  CorRecoverySlot *slot; /* NULL where there is nowhere to write */
  CorScenario *written;  /* the state that is on the disk, or on its way there */
  char *written_variant; /* the variant shown of it */
  gboolean on_disk;      /* some state may be there, of this or of an earlier edit */
  guint timer;
  gboolean writing;
  gboolean kept;
};

G_DEFINE_FINAL_TYPE (CorRecovery, cor_recovery, G_TYPE_OBJECT)

struct _CorRecovered
{
  CorRecoverySlot *slot;
  CorScenario *scenario;
  GFile *file;
  GDateTime *time;
  char *variant;
};

/* What a thread writes. */
typedef struct
{
  CorRecoverySlot *slot;
  guint number;
  CorScenario *scenario;
  GFile *file;
  char *variant;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  cor_recovery_slot_unref (job->slot);
  cor_scenario_unref (job->scenario);
  g_clear_object (&job->file);
  g_free (job->variant);
  g_free (job);
}

static Job *
job_new (CorRecovery *self)
{
  GFile *file = cor_document_get_file (self->document);
  Job *job = g_new0 (Job, 1);

  job->slot = cor_recovery_slot_ref (self->slot);
  job->number = cor_recovery_slot_next (self->slot);
  job->scenario = cor_scenario_ref (cor_document_get_base (self->document));
  job->file = file != NULL ? g_object_ref (file) : NULL;
  job->variant = g_strdup (cor_document_get_variant (self->document));
  g_clear_pointer (&self->written, cor_scenario_unref);
  self->written = cor_scenario_ref (job->scenario);
  g_free (self->written_variant);
  self->written_variant = g_strdup (job->variant);
  self->on_disk = TRUE;
  return job;
}

/* Where the state folder is full or gone, the next edit tries again. */
static gboolean
job_do (Job *job)
{
  g_autoptr (GError) error = NULL;
  gboolean done = cor_recovery_slot_write (job->slot, job->number, job->scenario, job->file, job->variant, &error);

  if (!done)
    g_info ("what is not saved could not be kept: %s", error->message);
  return done;
}

static void
run (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_boolean (task, job_do (data));
}

static void
arm (CorRecovery *self);

/* Whether what the document shows is on the disk, or on its way there. */
static gboolean
is_written (CorRecovery *self)
{
  return self->written == cor_document_get_base (self->document)
         && g_strcmp0 (self->written_variant, cor_document_get_variant (self->document)) == 0;
}

static void
written (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (CorRecovery) self = data;

  self->writing = FALSE;
  if (!g_task_propagate_boolean (G_TASK (result), NULL))
    g_clear_pointer (&self->written, cor_scenario_unref);
  if (self->document != NULL && !is_written (self))
    arm (self);
}

static gboolean
time_is_up (gpointer data)
{
  CorRecovery *self = data;
  g_autoptr (GTask) task = NULL;

  self->timer = 0;
  if (self->writing || !cor_document_get_modified (self->document))
    return G_SOURCE_REMOVE;
  task = g_task_new (NULL, NULL, written, g_object_ref (self));
  g_task_set_task_data (task, job_new (self), job_free);
  self->writing = TRUE;
  g_task_run_in_thread (task, run);
  return G_SOURCE_REMOVE;
}

/* The first edit starts the clock; those after it do not put it back. */
static void
arm (CorRecovery *self)
{
  if (self->timer == 0 && !self->writing && cor_document_get_modified (self->document))
    self->timer = g_timeout_add (COR_RECOVERY_DELAY_MS, time_is_up, self);
}

static void
clear (CorRecovery *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_pointer (&self->written, cor_scenario_unref);
  if (!self->on_disk)
    return;
  self->on_disk = FALSE;
  cor_recovery_slot_clear (self->slot, cor_recovery_slot_next (self->slot));
}

static void
changed (CorRecovery *self)
{
  if (!cor_document_get_modified (self->document))
    clear (self);
  else if (!is_written (self))
    arm (self);
}

static void
cor_recovery_dispose (GObject *object)
{
  CorRecovery *self = COR_RECOVERY (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->slot != NULL && !self->kept)
    cor_recovery_slot_end (self->slot);
  g_clear_pointer (&self->slot, cor_recovery_slot_unref);
  g_clear_pointer (&self->written, cor_scenario_unref);
  g_clear_pointer (&self->written_variant, g_free);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (self->document, self);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (cor_recovery_parent_class)->dispose (object);
}

static void
cor_recovery_class_init (CorRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_recovery_dispose;
}

static void
cor_recovery_init (CorRecovery *self)
{
}

CorRecovery *
cor_recovery_new (CorDocument *document, const char *folder)
{
  CorRecovery *self = g_object_new (COR_TYPE_RECOVERY, NULL);

  self->document = g_object_ref (document);
  self->slot = cor_recovery_slot_new (folder);
  if (self->slot == NULL)
    {
      g_info ("nowhere to keep what is not saved");
      return self;
    }
  g_signal_connect_object (document, "changed", G_CALLBACK (changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "notify::modified", G_CALLBACK (changed), self,
                           G_CONNECT_SWAPPED);
  changed (self);
  return self;
}

gboolean
cor_recovery_write (CorRecovery *self)
{
  gboolean done;
  Job *job;

  g_return_val_if_fail (COR_IS_RECOVERY (self), FALSE);

  g_clear_handle_id (&self->timer, g_source_remove);
  if (self->slot == NULL || !cor_document_get_modified (self->document))
    return !cor_document_get_modified (self->document);
  job = job_new (self);
  done = job_do (job);
  job_free (job);
  if (!done)
    {
      g_clear_pointer (&self->written, cor_scenario_unref);
      arm (self);
    }
  return done;
}

void
cor_recovery_keep (CorRecovery *self)
{
  g_return_if_fail (COR_IS_RECOVERY (self));

  self->kept = self->slot != NULL && cor_document_get_modified (self->document);
  cor_recovery_write (self);
}

static CorRecovered *
recovered_open (const char *folder, const char *name)
{
  g_autoptr (CorRecoverySlot) slot = cor_recovery_slot_take (folder, name);
  g_autoptr (GError) error = NULL;
  CorRecovered *self;

  if (slot == NULL)
    return NULL;
  self = g_new0 (CorRecovered, 1);
  self->scenario = cor_recovery_slot_read (slot, &self->file, &self->time, &self->variant, &error);
  self->slot = g_steal_pointer (&slot);
  if (self->scenario != NULL)
    return self;
  g_info ("%s: %s", name, error->message);
  cor_recovered_free (self);
  return NULL;
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  const CorRecovered *one = *(CorRecovered *const *) a, *two = *(CorRecovered *const *) b;

  if (one->time == NULL || two->time == NULL)
    return (one->time == NULL) - (two->time == NULL);
  return g_date_time_compare (two->time, one->time);
}

/* A lock without a state, of a program that ended with everything saved or was killed. */
static void
remove_old_lock (const char *folder, const char *name)
{
  g_autofree char *bare = g_strndup (name, strlen (name) - strlen (LOCK));
  g_autofree char *state = g_strconcat (bare, COR_RECOVERY_STATE, NULL);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *state_path = g_build_filename (folder, state, NULL);
  g_autoptr (CorRecoverySlot) slot = NULL;
  GStatBuf about;

  if (g_stat (path, &about) != 0 || g_get_real_time () / G_USEC_PER_SEC - about.st_mtime < LOCK_AGE_S
      || g_file_test (state_path, G_FILE_TEST_EXISTS))
    return;
  slot = cor_recovery_slot_take (folder, state);
  if (slot != NULL)
    cor_recovery_slot_end (slot);
}

GPtrArray *
cor_recovery_find (const char *folder)
{
  g_autofree char *place = cor_recovery_slot_folder (folder);
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_recovered_free);
  g_autoptr (GDir) dir = g_dir_open (place, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, COR_RECOVERY_STATE))
      {
        CorRecovered *found = recovered_open (place, name);

        if (found != NULL)
          g_ptr_array_add (all, found);
      }
    else if (g_str_has_suffix (name, LOCK))
      remove_old_lock (place, name);
  g_ptr_array_sort (all, newest_first);
  return all;
}

CorScenario *
cor_recovered_scenario (const CorRecovered *self)
{
  return self->scenario;
}

GFile *
cor_recovered_file (const CorRecovered *self)
{
  return self->file;
}

GDateTime *
cor_recovered_time (const CorRecovered *self)
{
  return self->time;
}

const char *
cor_recovered_variant (const CorRecovered *self)
{
  return self->variant;
}

void
cor_recovered_discard (CorRecovered *self)
{
  cor_recovery_slot_end (self->slot);
}

void
cor_recovered_free (CorRecovered *self)
{
  g_clear_pointer (&self->slot, cor_recovery_slot_unref);
  g_clear_pointer (&self->scenario, cor_scenario_unref);
  g_clear_object (&self->file);
  g_clear_pointer (&self->time, g_date_time_unref);
  g_free (self->variant);
  g_free (self);
}
