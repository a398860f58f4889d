/* fuzz-evaluate.c: scenario files that are sound are evaluated, down to the four numbers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-fuzz.h"

#include "cor-engine.h"
#include "cor-scenario-reader.h"

#include <math.h>

/* More than this is work, not a fault. */
#define MAX_DUTIES 20

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static CorEngine *engine;
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (CorScenario) scenario = cor_scenario_from_bytes (bytes, NULL);
  CorResults *results;
  guint n = 0;

  if (engine == NULL)
    engine = cor_engine_new_default (NULL);
  g_assert_nonnull (engine);
  if (scenario == NULL)
    return COR_FUZZ_KEEP;
  cor_scenario_items (scenario, COR_ITEM_DUTY, &n);
  if (n > MAX_DUTIES)
    return COR_FUZZ_KEEP;
  results = cor_engine_evaluate (engine, scenario);
  g_assert_nonnull (results);
  g_assert_false (isinf (results->detour_share));
  cor_results_unref (results);
  return COR_FUZZ_KEEP;
}
