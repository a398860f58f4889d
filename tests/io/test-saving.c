/* test-saving.c: saving is whole or not at all: killed at any moment, no room, read-only, changed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-dir.h"
#include "cor-file.h"
#include "cor-scenario-file.h"

#include "../no-room.h"
#include "../sanitized.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <utime.h>

/* How often a program is killed while it saves; a sanitizer, with which one starts slowly, has seen it all earlier. */
#define KILLS (is_sanitized () ? 200u : 1000u)
/* Within how long after it began, µs; on a busy machine, where so short a time is over before a file is written, a
 * quarter more after each so many, until one in ten has come to the second file. */
#define WITHIN_US 5000
#define TOO_SHORT 20

typedef struct
{
  char *folder;
  char *path;
  CorScenarioFile *file;
} Fixture;

static char *
sample (const char *name)
{
  return cor_data_file ("scenarios", name, NULL);
}

static void
set_up (Fixture *f, gconstpointer data)
{
  g_autofree char *from = sample ("icct-2021.corridor");
  g_autoptr (CorScenarioFile) loaded = cor_scenario_file_load (from, NULL);

  f->folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  f->path = g_build_filename (f->folder, "a.corridor", NULL);
  f->file = cor_scenario_file_save (cor_scenario_file_scenario (loaded), f->path, loaded, NULL);
  g_assert_nonnull (f->file);
}

/* Removes all files; gives how many there were. */
static guint
empty_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_chmod (path, 0600);
      g_assert_cmpint (g_remove (path), ==, 0);
      n++;
    }
  return n;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  empty_folder (f->folder);
  g_rmdir (f->folder);
  g_free (f->folder);
  g_free (f->path);
  cor_scenario_file_free (f->file);
}

static GBytes *
content (const char *path)
{
  return cor_file_read (path, G_MAXSIZE, NULL);
}

static CorScenarioFile *
save (Fixture *f, CorSaveFlags flags, GError **error)
{
  return cor_scenario_file_save_with (cor_scenario_file_scenario (f->file), f->path, f->file, flags, error);
}

/* Starts the program that saves in a loop and kills it; whether it had begun to save. */
static void
kill_one (char **argv, guint after_us)
{
  g_autoptr (GError) error = NULL;
  GPid pid;
  int out, status;
  char byte;

  g_spawn_async_with_pipes (NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, &out, NULL,
                            &error);
  g_assert_no_error (error);
  g_assert_cmpint (read (out, &byte, 1), ==, 1);
  g_usleep (after_us);
  kill (pid, SIGKILL);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  close (out);
}

/* Whatever the moment, the file and its backup are each one of the two scenarios, whole. */
static void
test_killed (Fixture *f, gconstpointer data)
{
  g_autofree char *one = sample ("icct-2021.corridor");
  g_autofree char *other = sample ("eastern-port.corridor");
  g_autofree char *backup = g_strconcat (f->path, "~", NULL);
  g_autoptr (GBytes) first = content (one);
  g_autoptr (GBytes) second = content (other);
  char *argv[] = { (char *) SAVE_IN_A_LOOP, f->path, one, other, NULL };
  guint seen[2] = { 0, 0 }, cut = 0, kills = KILLS, within_us = WITHIN_US;

  for (guint i = 1; i <= kills; i++)
    {
      g_autoptr (GBytes) now = NULL;
      g_autoptr (GBytes) kept = NULL;

      kill_one (argv, (guint) g_random_int_range (0, (int) within_us));
      now = content (f->path);
      kept = content (backup);
      g_assert_nonnull (now);
      g_assert_true (g_bytes_equal (now, first) || g_bytes_equal (now, second));
      g_assert_true (kept == NULL || g_bytes_equal (kept, first) || g_bytes_equal (kept, second));
      seen[g_bytes_equal (now, second)]++;
      if (10 * seen[1] < i && i % TOO_SHORT == 0)
        within_us += within_us / 4;
    }
  cut = empty_folder (f->folder) - 2;
  g_test_message ("%u killed: %u times the one, %u times the other, %u in the middle of writing", kills, seen[0],
                  seen[1], cut);
  g_assert_cmpuint (seen[0], >, 0);
  g_assert_cmpuint (seen[1], >, 0);
  g_assert_cmpuint (cut, >, 0);
}

/* What a killed program left goes with a later save; what may still be written to stays. */
static void
test_litter (Fixture *f, gconstpointer data)
{
  g_autofree char *old = g_strconcat (f->path, ".0123abcd.tmp", NULL);
  g_autofree char *young = g_strconcat (f->path, ".0123abce.tmp", NULL);
  g_autofree char *foreign = g_strconcat (f->path, ".0123abcg.tmp", NULL);
  struct utimbuf long_ago = { 1000000000, 1000000000 };
  g_autoptr (CorScenarioFile) saved = NULL;

  g_assert_true (g_file_set_contents (old, "x", 1, NULL) && g_file_set_contents (young, "x", 1, NULL)
                 && g_file_set_contents (foreign, "x", 1, NULL));
  g_assert_cmpint (g_utime (old, &long_ago) + g_utime (foreign, &long_ago), ==, 0);
  saved = save (f, COR_SAVE_NONE, NULL);
  g_assert_nonnull (saved);
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (young, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
}

static void
expect_untouched (Fixture *f, GBytes *before)
{
  g_autoptr (GBytes) after = content (f->path);

  g_assert_true (g_bytes_equal (before, after));
}

/* No room: said so, and what was there is there. The limit stands for a full disk. */
static void
test_no_room (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) before = content (f->path);
  g_autoptr (GError) error = NULL;

  limit_files (1000);
  g_assert_null (save (f, COR_SAVE_NONE, &error));
  limit_files (RLIM_INFINITY);
  g_assert_error (error, COR_ERROR, COR_ERROR_NO_SPACE);
  g_assert_nonnull (strstr (error->message, f->path));
  expect_untouched (f, before);
  g_assert_cmpuint (empty_folder (f->folder), ==, 1);
}

/* A new name for which there is no room: said so, and the folder stays as empty as it was. */
static void
test_no_room_for_new (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, "new.xlsx", NULL);
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (100000), 100000);
  g_autoptr (GError) error = NULL;

  limit_files (1000);
  g_assert_false (cor_file_replace (path, bytes, FALSE, &error));
  limit_files (RLIM_INFINITY);
  g_assert_error (error, COR_ERROR, COR_ERROR_NO_SPACE);
  g_assert_cmpuint (empty_folder (f->folder), ==, 1);
}

/* No backup, no save, unless one says so. */
static void
test_no_backup (Fixture *f, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (f->path, "~", NULL);
  g_autofree char *in_the_way = g_build_filename (backup, "x", NULL);
  g_autoptr (GBytes) before = content (f->path);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenarioFile) saved = NULL;

  g_assert_cmpint (g_mkdir_with_parents (in_the_way, 0700), ==, 0);
  g_assert_null (save (f, COR_SAVE_NONE, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_BACKUP);
  expect_untouched (f, before);
  saved = save (f, COR_SAVE_NO_BACKUP, NULL);
  g_assert_nonnull (saved);
  g_rmdir (in_the_way);
  g_assert_cmpuint (empty_folder (f->folder), ==, 2);
}

static void
test_read_only (Fixture *f, gconstpointer data)
{
  g_autoptr (GBytes) before = content (f->path);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_chmod (f->path, 0444), ==, 0);
  g_assert_null (save (f, COR_SAVE_NONE, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_READ_ONLY);
  expect_untouched (f, before);
}

/* Another program wrote to it: said so, and only overwritten when asked to; then it is the backup. */
static void
test_changed (Fixture *f, gconstpointer data)
{
  g_autofree char *backup = g_strconcat (f->path, "~", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenarioFile) saved = NULL;

  g_assert_cmpint (cor_scenario_file_look (f->file), ==, COR_DISK_SAME);
  g_assert_true (g_file_set_contents (f->path, "theirs", -1, NULL));
  g_assert_cmpint (cor_scenario_file_look (f->file), ==, COR_DISK_CHANGED);
  g_assert_null (save (f, COR_SAVE_NONE, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_CHANGED);
  saved = save (f, COR_SAVE_OVERWRITE, NULL);
  g_assert_nonnull (saved);
  g_assert_true (g_file_get_contents (backup, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "theirs");
}

/* Deleted: it is written again. */
static void
test_deleted (Fixture *f, gconstpointer data)
{
  g_autoptr (CorScenarioFile) saved = NULL;

  g_assert_cmpint (g_unlink (f->path), ==, 0);
  g_assert_cmpint (cor_scenario_file_look (f->file), ==, COR_DISK_GONE);
  saved = save (f, COR_SAVE_NONE, NULL);
  g_assert_nonnull (saved);
  g_assert_cmpint (cor_scenario_file_look (saved), ==, COR_DISK_SAME);
}

/* A private file stays private while it is replaced, and afterwards. */
static void
test_mode (Fixture *f, gconstpointer data)
{
  g_autoptr (CorScenarioFile) saved = NULL;
  GStatBuf about;

  g_assert_cmpint (g_chmod (f->path, 0600), ==, 0);
  saved = save (f, COR_SAVE_NONE, NULL);
  g_assert_nonnull (saved);
  g_assert_cmpint (g_stat (f->path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 07777, ==, 0600);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/saving/killed", test_killed);
  ADD ("/saving/litter", test_litter);
  ADD ("/saving/no-room", test_no_room);
  ADD ("/saving/no-room-for-new", test_no_room_for_new);
  ADD ("/saving/no-backup", test_no_backup);
  ADD ("/saving/read-only", test_read_only);
  ADD ("/saving/changed", test_changed);
  ADD ("/saving/deleted", test_deleted);
  ADD ("/saving/mode", test_mode);
  return g_test_run ();
}
