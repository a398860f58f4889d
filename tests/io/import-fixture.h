/* import-fixture.h: what tests of imports start from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-export.h"
#include "cor-import.h"
#include "cor-scenario-reader.h"
#include "cor-scenario-writer.h"

#include <math.h>
#include <string.h>

static inline CorImport *
import_text (const char *text, CorItemKind kind, CorCrs crs, const CorScenario *into, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);

  return cor_import_read (bytes, kind, crs, into ? into : empty, error);
}

static inline CorImport *
stations_from (const char *text)
{
  g_autoptr (GError) error = NULL;
  CorImport *import = import_text (text, COR_ITEM_STATION, COR_CRS_WGS84, NULL, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < import->notes->len; i++)
    {
      const CorImportNote *note = g_ptr_array_index (import->notes, i);

      g_test_message ("%u %d %s %s", note->line, note->taken, note->id, note->text);
    }
  return import;
}

static inline const CorStation *
station (const CorImport *import, guint index)
{
  g_assert_cmpuint (index, <, import->items->len);
  return g_ptr_array_index (import->items, index);
}

static inline const char *
note_of (const CorImport *import, guint line)
{
  for (guint i = 0; i < import->notes->len; i++)
    {
      const CorImportNote *note = g_ptr_array_index (import->notes, i);

      if (note->line == line)
        return note->text;
    }
  return NULL;
}
