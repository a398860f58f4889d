/* cor-fuzz-replay.c: runs a fuzz target over files, each a case in TAP.
 *
 * Usage: TARGET FOLDER. Every file in the folder is an input: the seeds, and whatever once went
 * wrong. A case is failed by a crash, a critical, or by taking longer than LONGEST_S.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-fuzz.h"

#include <stdlib.h>

#define LONGEST_S 20.0

static void
replay (gconstpointer path)
{
  g_autofree char *content = NULL;
  gsize size = 0;
  gint64 start = g_get_monotonic_time ();

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const guint8 *) content, size), ==, COR_FUZZ_KEEP);
  g_assert_cmpfloat ((double) (g_get_monotonic_time () - start) / 1e6, <, LONGEST_S);
}

/* An empty input, for every target. */
static void
nothing (void)
{
  g_assert_cmpint (LLVMFuzzerTestOneInput ((const guint8 *) "", 0), ==, COR_FUZZ_KEEP);
}

int
main (int argc, char **argv)
{
  g_autoptr (GDir) folder = NULL;
  const char *name;

  g_test_init (&argc, &argv, NULL);
  LLVMFuzzerInitialize (&argc, &argv);
  g_assert_cmpint (argc, ==, 2);
  folder = g_dir_open (argv[1], 0, NULL);
  g_assert_nonnull (folder);
  g_test_add_func ("/nothing", nothing);
  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *test = g_strconcat ("/", name, NULL);

      g_test_add_data_func_full (test, g_build_filename (argv[1], name, NULL), replay, g_free);
    }
  return g_test_run ();
}
