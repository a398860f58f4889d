/* cor-recovery-slot.c: one place in the state folder: a state, and a lock while somebody has it.
 *
 * NAME.unsaved has three lines about its scenario: the file's URI or nothing, the time, and the variant shown or
 * nothing (earlier programs left the first two alone); NAME.lock is empty and held by flock(), which the kernel lets go
 * when the process ends, however it ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-recovery-slot.h"

#include "cor-file.h"
#include "cor-state-file.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define HEAD         "corridor-unsaved 2"
#define HEAD_EARLIER "corridor-unsaved 1"

struct _CorRecoverySlot
{
  gatomicrefcount refs;
  GMutex mutex; /* held while the file is written or removed */
  char *state;
  char *lock;
  int fd;
  guint given;  /* the last number handed out */
  guint done;   /* the last that was carried out */
};

char *
cor_recovery_slot_folder (const char *folder)
{
  if (folder != NULL)
    return g_strdup (folder);
  return g_build_filename (g_get_user_state_dir (), "corridor", "recovery", NULL);
}

/* The lock, held; -1 where another has it or the folder cannot be written. */
static int
take_lock (const char *path)
{
  int fd = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);

  if (fd >= 0 && flock (fd, LOCK_EX | LOCK_NB) != 0)
    {
      close (fd);
      return -1;
    }
  return fd;
}

static CorRecoverySlot *
slot_open (const char *folder, const char *name)
{
  g_autofree char *state = g_strconcat (folder, G_DIR_SEPARATOR_S, name, COR_RECOVERY_STATE, NULL);
  g_autofree char *lock = g_strconcat (folder, G_DIR_SEPARATOR_S, name, ".lock", NULL);
  int fd = take_lock (lock);
  CorRecoverySlot *self;

  if (fd < 0)
    return NULL;
  self = g_new0 (CorRecoverySlot, 1);
  g_atomic_ref_count_init (&self->refs);
  g_mutex_init (&self->mutex);
  self->state = g_steal_pointer (&state);
  self->lock = g_steal_pointer (&lock);
  self->fd = fd;
  return self;
}

CorRecoverySlot *
cor_recovery_slot_new (const char *folder)
{
  g_autofree char *place = cor_recovery_slot_folder (folder);
  g_autofree char *name = g_uuid_string_random ();

  if (g_mkdir_with_parents (place, 0700) != 0)
    return NULL;
  return slot_open (place, name);
}

CorRecoverySlot *
cor_recovery_slot_take (const char *folder, const char *name)
{
  g_autofree char *bare = NULL;

  if (!g_str_has_suffix (name, COR_RECOVERY_STATE))
    return NULL;
  bare = g_strndup (name, strlen (name) - strlen (COR_RECOVERY_STATE));
  return slot_open (folder, bare);
}

CorRecoverySlot *
cor_recovery_slot_ref (CorRecoverySlot *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
cor_recovery_slot_unref (CorRecoverySlot *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  close (self->fd);
  g_mutex_clear (&self->mutex);
  g_free (self->state);
  g_free (self->lock);
  g_free (self);
}

guint
cor_recovery_slot_next (CorRecoverySlot *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_assert (locker != NULL);
  return ++self->given;
}

static GBytes *
to_bytes (CorScenario *scenario, GFile *file, const char *variant)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format_iso8601 (now);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  const char *lines[] = { uri != NULL ? uri : "", time, variant != NULL ? variant : "", NULL };

  return cor_state_file_to_bytes (HEAD, lines, scenario);
}

gboolean
cor_recovery_slot_write (CorRecoverySlot *self, guint number, CorScenario *scenario, GFile *file, const char *variant,
                         GError **error)
{
  g_autoptr (GBytes) bytes = to_bytes (scenario, file, variant);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (locker == NULL || number <= self->done)
    return TRUE;
  if (!cor_file_replace (self->state, bytes, FALSE, error))
    return FALSE;
  self->done = number;
  return TRUE;
}

static void
remove_state (CorRecoverySlot *self)
{
  g_unlink (self->state);
  cor_file_remove_litter (self->state, 0);
}

void
cor_recovery_slot_clear (CorRecoverySlot *self, guint number)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (locker == NULL || number <= self->done)
    return;
  remove_state (self);
  self->done = number;
}

void
cor_recovery_slot_end (CorRecoverySlot *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  g_assert (locker != NULL);
  self->done = G_MAXUINT;
  remove_state (self);
  g_unlink (self->lock);
}

CorScenario *
cor_recovery_slot_read (CorRecoverySlot *self, GFile **file, GDateTime **time, char **variant, GError **error)
{
  CorScenario *scenario;
  g_auto (GStrv) lines = cor_state_file_read (self->state, HEAD, 3, &scenario, NULL);

  if (lines == NULL)
    lines = cor_state_file_read (self->state, HEAD_EARLIER, 2, &scenario, error);
  if (lines == NULL)
    return NULL;
  *variant = lines[2] != NULL && *lines[2] != '\0' ? g_strdup (lines[2]) : NULL;
  *file = *lines[0] != '\0' ? g_file_new_for_uri (lines[0]) : NULL;
  *time = g_date_time_new_from_iso8601 (lines[1], NULL);
  if (scenario == NULL)
    g_set_error (error, COR_ERROR, COR_ERROR_PARSE, _ ("%s: is not what the program leaves there"), self->state);
  return scenario;
}
