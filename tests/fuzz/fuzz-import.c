/* fuzz-import.c: GeoJSON, GPX, KML and tables, read as each kind of thing and added to a scenario
 * that can be written and read again.
 *
 * The first bytes tell the form, so the four corpora share this target.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-fuzz.h"

#include "cor-import.h"
#include "cor-scenario-reader.h"
#include "cor-scenario-writer.h"

/* What was imported can be saved, and is the same when it is read again. */
static void
add (CorImport *import, CorScenario *scenario)
{
  g_autoptr (CorScenario) after = NULL, again = NULL;
  g_autoptr (GBytes) written = NULL;
  g_autoptr (GError) error = NULL;
  GString *csv;

  after = cor_import_add (import, scenario);
  written = cor_scenario_to_bytes (after);
  again = cor_scenario_from_bytes (written, &error);
  g_assert_no_error (error);
  g_assert_true (cor_scenario_equal (after, again));
  csv = cor_import_csv (import);
  g_string_free (csv, TRUE);
  cor_import_free (import);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  static const CorItemKind kinds[] = { COR_ITEM_SITE, COR_ITEM_STATION, COR_ITEM_ROUTE };
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (CorScenario) scenario = cor_scenario_new (NULL);
  g_autoptr (GError) trace_error = NULL;
  CorImport *trace;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GError) error = NULL;
      CorImport *import = cor_import_read (bytes, kinds[i], (CorCrs) i, scenario, &error);

      g_assert_true ((import == NULL) == (error != NULL));
      if (import != NULL)
        add (import, scenario);
    }
  trace = cor_import_read_trace (bytes, COR_CRS_WGS84, scenario, &trace_error);
  g_assert_true ((trace == NULL) == (trace_error != NULL));
  if (trace != NULL)
    add (trace, scenario);
  return COR_FUZZ_KEEP;
}
