/* cor-recovery-slot.c: one place in the state folder: a state, and a lock while somebody has it.
 *
 * NAME.unsaved is four lines (what this is, the file's URI or nothing, the time, an empty line) and
 * a scenario; NAME.lock is empty and held by flock(), which the kernel lets go when the process
 * ends, however it ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-recovery-slot.h"

#include "cor-file.h"
#include "cor-json.h"
#include "cor-scenario-reader.h"
#include "cor-scenario-writer.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#define HEAD     "corridor-unsaved 1"
#define MAX_HEAD 65536u

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
to_bytes (CorScenario *scenario, GFile *file)
{
  g_autoptr (GBytes) body = cor_scenario_to_bytes (scenario);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format_iso8601 (now);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;
  GString *text = g_string_new (NULL);
  gsize size;
  const char *data = g_bytes_get_data (body, &size);

  g_string_append_printf (text, "%s\n%s\n%s\n\n", HEAD, uri != NULL ? uri : "", time);
  g_string_append_len (text, data, (gssize) size);
  return g_string_free_to_bytes (text);
}

gboolean
cor_recovery_slot_write (
    CorRecoverySlot *self, guint number, CorScenario *scenario, GFile *file, GError **error)
{
  g_autoptr (GBytes) bytes = to_bytes (scenario, file);
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

/* The next line of the head; @text goes behind it. NULL where there is none. */
static char *
next_line (const char **text, const char *end)
{
  const char *stop = memchr (*text, '\n', (gsize) (end - *text));
  char *line;

  if (stop == NULL || (gsize) (stop - *text) > MAX_HEAD)
    return NULL;
  line = g_strndup (*text, (gsize) (stop - *text));
  *text = stop + 1;
  return line;
}

CorScenario *
cor_recovery_slot_read (CorRecoverySlot *self, GFile **file, GDateTime **time, GError **error)
{
  g_autoptr (GBytes) bytes = cor_file_read (self->state, COR_JSON_MAX_BYTES + MAX_HEAD, error);
  g_autoptr (GBytes) body = NULL;
  g_autofree char *head = NULL, *uri = NULL, *when = NULL, *empty = NULL;
  const char *data, *end, *text;
  gsize size;

  if (bytes == NULL)
    return NULL;
  data = text = g_bytes_get_data (bytes, &size);
  end = data + size;
  if (size > 0 && (head = next_line (&text, end)) != NULL && (uri = next_line (&text, end)) != NULL
      && (when = next_line (&text, end)) != NULL)
    empty = next_line (&text, end);
  if (empty == NULL || *empty != '\0' || !g_str_equal (head, HEAD))
    {
      g_set_error (error, COR_ERROR, COR_ERROR_PARSE, _ ("%s: is not what the program leaves there"), self->state);
      return NULL;
    }
  *file = *uri != '\0' ? g_file_new_for_uri (uri) : NULL;
  *time = g_date_time_new_from_iso8601 (when, NULL);
  body = g_bytes_new_from_bytes (bytes, (gsize) (text - data), (gsize) (end - text));
  return cor_scenario_from_bytes (body, error);
}
