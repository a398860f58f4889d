/* cli-fixture.h: runs the command line program, for the tests of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/wait.h>

/* What a call wrote, and its exit status. */
typedef struct
{
  char *out;
  char *err;
  int status;
} Call;

static inline void
call_clear (Call *call)
{
  g_free (call->out);
  g_free (call->err);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Call, call_clear)

/* Runs the program with words parted by blanks, @ standing for the folder of the tests. */
static inline Call
run_in (const char *language, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GPtrArray) argv = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) environment = g_get_environ ();
  g_autoptr (GError) error = NULL;
  Call call = { NULL };
  int status;

  environment = g_environ_setenv (environment, "LANGUAGE", language, TRUE);
  g_ptr_array_add (argv, g_strdup (g_getenv ("CORRIDOR_CLI")));
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] == '@')
      g_ptr_array_add (argv, g_test_build_filename (G_TEST_DIST, words[i] + 1, NULL));
    else if (*words[i] != '\0')
      g_ptr_array_add (argv, g_strdup (words[i]));
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, environment, G_SPAWN_DEFAULT, NULL, NULL, &call.out, &call.err, &status, &error);
  g_assert_no_error (error);
  g_assert_true (WIFEXITED (status));
  call.status = WEXITSTATUS (status);
  g_test_message ("%s -> %d", line, call.status);
  return call;
}

static inline Call
run (const char *line)
{
  return run_in ("en", line);
}

/* The cell of a row that begins with @start, or %NULL. */
static inline char *
cell_of (const char *csv, const char *start, guint column)
{
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_str_has_prefix (lines[i], start))
      {
        g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

        return column < g_strv_length (cells) ? g_strdup (cells[column]) : NULL;
      }
  return NULL;
}
