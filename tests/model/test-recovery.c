/* test-recovery.c: what is not saved is kept, found again, and let go when it is saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-edit.h"
#include "cor-recovery.h"

#include "../sanitized.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

/* What may be lost at most, seconds. */
#define PROMISED_S 2.0

/* How many programs are killed; each at a time of its own. */
#define KILLED 12

typedef struct
{
  char *folder;
  CorDocument *document;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autoptr (CorScenario) scenario = NULL;
  g_autofree char *id = NULL;

  f->folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  f->document = cor_document_new ();
  scenario = cor_edit_add_place (empty, COR_ITEM_STATION, COR_STATION_SWAP, (CorLonLat){ 113.7, 22.8 },
                                 NULL, NULL, &id);
  cor_document_reset (f->document, scenario, NULL);
}

/* Empties the folder; gives how many files there were. */
static guint
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
      n++;
    }
  return n;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_object_unref (f->document);
  empty_folder (f->folder);
  g_rmdir (f->folder);
  g_free (f->folder);
}

static void
set_plugs (Fixture *f, double plugs)
{
  g_assert_true (cor_document_apply (f->document,
                                     cor_edit_number (cor_document_get_scenario (f->document), COR_ITEM_STATION,
                                                      "station", "plugs", plugs, NULL),
                                     "Plugs", NULL));
}

static double
plugs_of (CorScenario *scenario)
{
  return ((const CorStation *) cor_scenario_find (scenario, COR_ITEM_STATION, "station"))->plugs;
}

static gboolean
time_is_up (gpointer done)
{
  *(gboolean *) done = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean done = FALSE;

  g_timeout_add (ms, time_is_up, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* An edit is on the disk within two seconds, while others go on; nobody else may take it. */
static void
test_written (Fixture *f, gconstpointer data)
{
  G_GNUC_UNUSED g_autoptr (CorRecovery) recovery = cor_recovery_new (f->document, f->folder);
  g_autoptr (GDir) dir = NULL;
  g_autoptr (GPtrArray) none = NULL;
  const char *name;
  guint states = 0;

  for (guint i = 1; i <= 20; i++)
    {
      set_plugs (f, i);
      wait_ms (100);
    }
  dir = g_dir_open (f->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    states += g_str_has_suffix (name, ".unsaved");
  g_assert_cmpuint (states, ==, 1);
  none = cor_recovery_find (f->folder);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Undone, or saved: there is nothing to recover. Let go: nothing stays, not even the lock. */
static void
test_let_go (Fixture *f, gconstpointer data)
{
  CorRecovery *recovery = cor_recovery_new (f->document, f->folder);

  set_plugs (f, 7);
  wait_ms (COR_RECOVERY_DELAY_MS + 300);
  cor_document_undo (f->document);
  wait_ms (50);
  g_assert_cmpuint (empty_folder (f->folder), ==, 1);
  set_plugs (f, 8);
  wait_ms (COR_RECOVERY_DELAY_MS + 300);
  g_object_run_dispose (G_OBJECT (recovery));
  g_object_unref (recovery);
  g_assert_cmpuint (empty_folder (f->folder), ==, 0);
}

/* Let go while the state is on its way to the disk: it does not arrive. */
static void
test_let_go_at_once (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < 20; i++)
    {
      CorRecovery *recovery = cor_recovery_new (f->document, f->folder);

      set_plugs (f, i + 20);
      cor_recovery_keep (recovery);
      g_object_run_dispose (G_OBJECT (recovery));
      g_object_unref (recovery);
      wait_ms (2);
    }
  g_assert_cmpuint (empty_folder (f->folder), ==, 40);
}

/* Told to end: what is not saved is there, with its file, and can be taken once. */
static void
test_kept (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/somewhere/a b.corridor");
  g_autoptr (CorScenario) saved = cor_scenario_ref (cor_document_get_scenario (f->document));
  CorRecovery *recovery;
  g_autoptr (GPtrArray) found = NULL, again = NULL, after = NULL;
  CorRecovered *one;

  cor_document_reset (f->document, saved, file);
  recovery = cor_recovery_new (f->document, f->folder);
  set_plugs (f, 9);
  cor_recovery_keep (recovery);
  g_object_unref (recovery);
  found = cor_recovery_find (f->folder);
  g_assert_cmpuint (found->len, ==, 1);
  again = cor_recovery_find (f->folder);
  g_assert_cmpuint (again->len, ==, 0);
  one = g_ptr_array_index (found, 0);
  g_assert_cmpfloat (plugs_of (cor_recovered_scenario (one)), ==, 9);
  g_assert_true (g_file_equal (cor_recovered_file (one), file));
  g_assert_nonnull (cor_recovered_time (one));
  cor_recovered_discard (one);
  g_ptr_array_set_size (found, 0);
  after = cor_recovery_find (f->folder);
  g_assert_cmpuint (after->len, ==, 0);
}

/* The state folder fills up; what is then saved is not offered in an older state after a crash. */
static void
test_full (Fixture *f, gconstpointer data)
{
  CorRecovery *recovery = cor_recovery_new (f->document, f->folder);
  g_autofree char *path = g_build_filename (f->folder, "saved.corridor", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autofree char *away = g_strconcat (f->folder, "-away", NULL);

  set_plugs (f, 7);
  wait_ms (COR_RECOVERY_DELAY_MS + 300);
  g_assert_cmpint (g_rename (f->folder, away), ==, 0);
  set_plugs (f, 8);
  wait_ms (COR_RECOVERY_DELAY_MS + 300);
  g_assert_cmpint (g_rename (away, f->folder), ==, 0);
  g_assert_true (cor_document_save (f->document, file, COR_SAVE_NONE, NULL));
  wait_ms (50);
  /* The file and the lock. */
  g_assert_cmpuint (empty_folder (f->folder), ==, 2);
  g_object_run_dispose (G_OBJECT (recovery));
  g_object_unref (recovery);
}

/* What is broken is left alone and says nothing. */
static void
test_broken (Fixture *f, gconstpointer data)
{
  static const char *const texts[] = { "", "\n\n\n\n", "corridor-unsaved 1\n\n\n\n", "corridor-unsaved 1\n\nx\n\n{}", "x" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_build_filename (f->folder, "a.unsaved", NULL);
      g_autoptr (GPtrArray) found = NULL;

      g_assert_true (g_file_set_contents (path, texts[i], -1, NULL));
      found = cor_recovery_find (f->folder);
      g_assert_cmpuint (found->len, ==, 0);
      g_assert_true (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

/* A folder that cannot be made: the program goes on without. */
static void
test_nowhere (Fixture *f, gconstpointer data)
{
  g_autoptr (CorRecovery) recovery = cor_recovery_new (f->document, "/dev/null/x");

  set_plugs (f, 3);
  cor_recovery_keep (recovery);
}

typedef struct
{
  GPid pid;
  char *folder;
  char *counter;
  gint64 *shared;
} Victim;

static void
victim_start (Victim *v)
{
  const gint64 zero[2] = { 0, 0 };
  const char *argv[] = { EDIT_IN_A_LOOP, NULL, NULL, NULL };
  g_autoptr (GError) error = NULL;
  int fd;

  v->folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  v->counter = g_strconcat (v->folder, ".count", NULL);
  g_assert_true (g_file_set_contents (v->counter, (const char *) zero, sizeof zero, NULL));
  fd = open (v->counter, O_RDWR | O_CLOEXEC);
  v->shared = mmap (NULL, sizeof zero, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
  close (fd);
  argv[1] = v->folder;
  argv[2] = v->counter;
  g_spawn_async (NULL, (char **) argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &v->pid, &error);
  g_assert_no_error (error);
}

/* Kills it; what it had edited up to two seconds before is there. */
static void
victim_kill (Victim *v)
{
  g_autoptr (GPtrArray) found = NULL;
  double kept, made, lost;
  int status;

  kill (v->pid, SIGKILL);
  waitpid (v->pid, &status, 0);
  g_assert_true (WIFSIGNALED (status));
  made = (double) v->shared[0];
  found = cor_recovery_find (v->folder);
  g_assert_cmpuint (found->len, ==, 1);
  kept = plugs_of (cor_recovered_scenario (g_ptr_array_index (found, 0)));
  lost = (made - kept) * 0.02;
  g_test_message ("%.0f edits made, %.0f kept: %.2f s lost", made, kept, lost);
  g_assert_cmpfloat (lost, <=, PROMISED_S);
  g_ptr_array_set_size (found, 0);
  empty_folder (v->folder);
  g_rmdir (v->folder);
  g_unlink (v->counter);
  munmap (v->shared, 2 * sizeof (gint64));
  g_free (v->folder);
  g_free (v->counter);
}

/* Programs that edit every 20 ms, so many at once, killed between two and four seconds after their first edit. */
static void
kill_some (guint n)
{
  Victim victims[KILLED];

  for (guint i = 0; i < n; i++)
    victim_start (victims + i);
  for (guint i = 0; i < n; i++)
    while (victims[i].shared[0] == 0)
      g_usleep (1000);
  g_usleep (2100000);
  for (guint i = 0; i < n; i++)
    {
      g_usleep ((gulong) g_random_int_range (0, 250000));
      victim_kill (victims + i);
    }
}

/* A sanitizer makes each ten times as slow; a dozen of them at once would keep each other from their work. */
static void
test_killed (void)
{
  guint at_once = is_sanitized () ? 2 : KILLED;

  for (guint i = 0; i < KILLED; i += KILLED / 2)
    kill_some (MIN (at_once, KILLED / 2));
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/recovery/written", test_written);
  ADD ("/recovery/let-go", test_let_go);
  ADD ("/recovery/let-go-at-once", test_let_go_at_once);
  ADD ("/recovery/kept", test_kept);
  ADD ("/recovery/full", test_full);
  ADD ("/recovery/broken", test_broken);
  ADD ("/recovery/nowhere", test_nowhere);
  g_test_add_func ("/recovery/killed", test_killed);
  return g_test_run ();
}
