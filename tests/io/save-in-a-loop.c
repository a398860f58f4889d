/* save-in-a-loop.c: a program that saves two scenarios in turn until its test kills it.
 *
 * Usage: save-in-a-loop PATH ONE OTHER. Writes a byte to standard output once it is at it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-scenario-file.h"

#include <unistd.h>

int
main (int argc, char **argv)
{
  CorScenarioFile *files[2];

  g_assert_cmpint (argc, ==, 4);
  for (guint i = 0; i < 2; i++)
    {
      files[i] = cor_scenario_file_load (argv[2 + i], NULL);
      g_assert_nonnull (files[i]);
    }
  g_assert_cmpint (write (STDOUT_FILENO, "", 1), ==, 1);
  for (guint i = 0;; i++)
    {
      CorScenarioFile *saved
          = cor_scenario_file_save (cor_scenario_file_scenario (files[i % 2]), argv[1], files[i % 2], NULL);

      g_assert_nonnull (saved);
      cor_scenario_file_free (saved);
    }
  return 0;
}
