/* test-cli-network.c: network build as a person at a terminal meets it: progress, Ctrl+C, files that are none.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-grid-fixture.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

typedef struct
{
  char *folder, *in, *out;
} Files;

static void
files_make (Files *files, guint side)
{
  g_autofree char *xml = fixture_grid (side);

  files->folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  files->in = g_build_filename (files->folder, "grid.osm", NULL);
  files->out = g_build_filename (files->folder, "grid.network", NULL);
  g_assert_true (g_file_set_contents (files->in, xml, -1, NULL));
}

/* Nothing but the two files may be left. */
static void
files_clear (Files *files)
{
  g_remove (files->in);
  g_remove (files->out);
  g_assert_cmpint (g_rmdir (files->folder), ==, 0);
  g_free (files->folder);
  g_free (files->in);
  g_free (files->out);
}

static GSubprocess *
start (const Files *files)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *output = g_strconcat ("--output=", files->out, NULL);
  g_autoptr (GSubprocessLauncher) launcher
    = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE);
  GSubprocess *process;

  g_subprocess_launcher_setenv (launcher, "LANGUAGE", "en", TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, g_getenv ("CORRIDOR_CLI"), "network", "build", files->in, output, NULL);
  g_assert_no_error (error);
  return process;
}

static void
test_progress (void)
{
  Files files;
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *out = NULL, *err = NULL;
  g_auto (GStrv) lines = NULL;
  int last = -1;

  files_make (&files, 60);
  process = start (&files);
  g_assert_true (g_subprocess_communicate_utf8 (process, NULL, NULL, &out, &err, NULL));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 0);
  g_assert_true (g_str_has_prefix (out, "ways,nodes,edges,points,"));
  lines = g_strsplit (g_strstrip (err), "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), >=, 5);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_assert_nonnull (strstr (lines[i], " s left"));
      g_assert_cmpint (atoi (lines[i]), >, last);
      last = atoi (lines[i]);
    }
  g_assert_cmpint (last, ==, 100);
  g_assert_true (g_file_test (files.out, G_FILE_TEST_EXISTS));
  files_clear (&files);
}

/* Ctrl+C once it has begun: it says so, with status 1, and leaves nothing. */
static void
test_interrupt (void)
{
  Files files;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GDataInputStream) says = NULL;
  g_autofree char *first = NULL, *line = NULL, *last = NULL;

  files_make (&files, 250);
  process = start (&files);
  says = g_data_input_stream_new (g_subprocess_get_stderr_pipe (process));
  first = g_data_input_stream_read_line_utf8 (says, NULL, NULL, NULL);
  g_subprocess_send_signal (process, SIGINT);
  g_assert_nonnull (strstr (first, "reading roads"));
  while ((line = g_data_input_stream_read_line_utf8 (says, NULL, NULL, NULL)) != NULL)
    {
      g_free (last);
      last = g_steal_pointer (&line);
    }
  g_assert_true (g_subprocess_wait (process, NULL, NULL));
  g_assert_true (g_subprocess_get_if_exited (process));
  g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
  g_assert_nonnull (strstr (last, "stopped; nothing was written"));
  g_assert_false (g_file_test (files.out, G_FILE_TEST_EXISTS));
  files_clear (&files);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cli/network/progress", test_progress);
  g_test_add_func ("/cli/network/interrupt", test_interrupt);
  return g_test_run ();
}
