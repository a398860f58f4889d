/* thread-order.c: tells the thread sanitizer in which order GLib's locks and counts put things.
 *
 * GLib is not built with the sanitizer, which therefore does not see what its mutexes, counts and
 * tasks order, and takes all that they protect for races. Loaded before GLib by tests/run
 * --sanitize=thread, each function here does what GLib's does and says so. Nothing is hidden: what no
 * lock protects is still found.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include <dlfcn.h>
#include <gio/gio.h>

/* Of the sanitizer; there is none in the programs that only start others. */
void __tsan_acquire (void *address) __attribute__ ((weak));
void __tsan_release (void *address) __attribute__ ((weak));

static void
acquire (gconstpointer address)
{
  if (__tsan_acquire != NULL)
    __tsan_acquire ((void *) address);
}

static void
release (gconstpointer address)
{
  if (__tsan_release != NULL)
    __tsan_release ((void *) address);
}

/* GLib's own function of that name, in `next`. */
#define NEXT(name)                                                                                 \
  static __typeof__ (&name) next;                                                                  \
                                                                                                   \
  if (next == NULL)                                                                                \
    next = (__typeof__ (&name)) dlsym (RTLD_NEXT, #name)

#define LOCK(name, Type)                                                                           \
  void name (Type *lock)                                                                           \
  {                                                                                                \
    NEXT (name);                                                                                   \
    next (lock);                                                                                   \
    acquire (lock);                                                                                \
  }

#define UNLOCK(name, Type)                                                                         \
  void name (Type *lock)                                                                           \
  {                                                                                                \
    NEXT (name);                                                                                   \
    release (lock);                                                                                \
    next (lock);                                                                                   \
  }

#define TRY(name, Type)                                                                            \
  gboolean name (Type *lock)                                                                       \
  {                                                                                                \
    gboolean locked;                                                                               \
                                                                                                   \
    NEXT (name);                                                                                   \
    if ((locked = next (lock)))                                                                    \
      acquire (lock);                                                                              \
    return locked;                                                                                 \
  }

LOCK (g_mutex_lock, GMutex)
TRY (g_mutex_trylock, GMutex)
UNLOCK (g_mutex_unlock, GMutex)
LOCK (g_rec_mutex_lock, GRecMutex)
UNLOCK (g_rec_mutex_unlock, GRecMutex)
LOCK (g_rw_lock_writer_lock, GRWLock)
UNLOCK (g_rw_lock_writer_unlock, GRWLock)
LOCK (g_rw_lock_reader_lock, GRWLock)
UNLOCK (g_rw_lock_reader_unlock, GRWLock)

void
g_cond_wait (GCond *cond, GMutex *mutex)
{
  NEXT (g_cond_wait);
  release (mutex);
  next (cond, mutex);
  acquire (mutex);
}

gboolean
g_cond_wait_until (GCond *cond, GMutex *mutex, gint64 end_time)
{
  gboolean told;

  NEXT (g_cond_wait_until);
  release (mutex);
  told = next (cond, mutex, end_time);
  acquire (mutex);
  return told;
}

gboolean (g_once_init_enter) (volatile void *location)
{
  gboolean first;

  NEXT (g_once_init_enter);
  first = next (location);
  acquire ((gconstpointer) location);
  return first;
}

void (g_once_init_leave) (volatile void *location, gsize result)
{
  NEXT (g_once_init_leave);
  release ((gconstpointer) location);
  next (location, result);
}

/* Whoever takes the last reference away comes after all that held one. */
gboolean (g_atomic_ref_count_dec) (gatomicrefcount *count)
{
  gboolean last;

  NEXT (g_atomic_ref_count_dec);
  release (count);
  last = next (count);
  if (last)
    acquire (count);
  return last;
}

void
g_atomic_rc_box_release_full (gpointer box, GDestroyNotify clear)
{
  NEXT (g_atomic_rc_box_release_full);
  release (box);
  acquire (box);
  next (box, clear);
}

void
g_object_unref (gpointer object)
{
  NEXT (g_object_unref);
  release (object);
  acquire (object);
  next (object);
}

void
g_bytes_unref (GBytes *bytes)
{
  NEXT (g_bytes_unref);
  if (bytes != NULL)
    {
      release (bytes);
      acquire (bytes);
    }
  next (bytes);
}

/* A task: given to its thread, done there, returned, and taken by who asked. */
static void
do_task (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  GTaskThreadFunc *func = g_object_get_data (G_OBJECT (task), "thread-order");

  acquire (task);
  (*func) (task, source, data, cancellable);
}

void
g_task_run_in_thread (GTask *task, GTaskThreadFunc func)
{
  NEXT (g_task_run_in_thread);
  g_object_set_data_full (G_OBJECT (task), "thread-order", g_memdup2 (&func, sizeof func), g_free);
  release (task);
  next (task, do_task);
}

void
g_task_return_pointer (GTask *task, gpointer result, GDestroyNotify clear)
{
  NEXT (g_task_return_pointer);
  release (task);
  next (task, result, clear);
}

void
g_task_return_boolean (GTask *task, gboolean result)
{
  NEXT (g_task_return_boolean);
  release (task);
  next (task, result);
}

void
g_task_return_error (GTask *task, GError *error)
{
  NEXT (g_task_return_error);
  release (task);
  next (task, error);
}

gpointer
g_task_propagate_pointer (GTask *task, GError **error)
{
  NEXT (g_task_propagate_pointer);
  acquire (task);
  return next (task, error);
}

gboolean
g_task_propagate_boolean (GTask *task, GError **error)
{
  NEXT (g_task_propagate_boolean);
  acquire (task);
  return next (task, error);
}
