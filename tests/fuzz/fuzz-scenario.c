/* fuzz-scenario.c: scenario files; one that is read can be written, read again and checked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-fuzz.h"

#include "cor-scenario-reader.h"
#include "cor-scenario-writer.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenario) scenario = cor_scenario_from_bytes (bytes, &error);

  g_assert_true ((scenario == NULL) == (error != NULL));
  if (scenario != NULL)
    {
      g_autoptr (GBytes) written = cor_scenario_to_bytes (scenario);
      g_autoptr (CorScenario) again = cor_scenario_from_bytes (written, &error);
      g_autoptr (GBytes) twice = NULL;

      g_assert_no_error (error);
      twice = cor_scenario_to_bytes (again);
      g_assert_true (g_bytes_equal (written, twice));
      g_assert_true (cor_scenario_equal (scenario, again));
    }
  return COR_FUZZ_KEEP;
}
