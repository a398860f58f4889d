/* test-import-large.c: files cut anywhere, files of a million rows, and reading that is cancelled.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-export.h"
#include "cor-import-look.h"
#include "cor-import.h"
#include "cor-scenario-reader.h"

#include <string.h>

static CorImport *
import_text (const char *text, CorItemKind kind, CorCrs crs, const CorScenario *into, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);

  return cor_import_read (bytes, kind, crs, into ? into : empty, error);
}

static const char *
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

static CorScenario *
every_field (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "io", "every-field.corridor", NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new_take (text, length);
  return cor_scenario_from_bytes (bytes, NULL);
}

static GBytes *
row_of (const char *cell, guint n, const char *first_row)
{
  GString *text = g_string_new (first_row);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%c", cell, i + 1 < n ? ',' : '\n');
  return g_string_free_to_bytes (text);
}

/* So many columns of one name, or of figures alone, that work by pairs of them would not end. */
static void
test_many_columns (void)
{
  const CorTableForm form = { "UTF-8", ',', FALSE };
  g_autoptr (GBytes) same = row_of ("a", 60000, NULL), figures = row_of ("1.5", 60000, NULL), few = NULL;
  g_autoptr (CorImportLook) look = cor_import_look (same, NULL, NULL, NULL, NULL);
  g_autoptr (CorImportLook) wide = cor_import_look (figures, &form, NULL, NULL, NULL), named = NULL;

  g_assert_null (look);
  g_assert_cmpuint (wide->columns->len, ==, 60000);
  for (guint i = 0; i < wide->columns->len; i++)
    g_assert_null (cor_import_guess (wide, i, COR_ITEM_SITE, FALSE));
  few = row_of ("1", 5, "a,a,a (2),a,b\n");
  named = cor_import_look (few, NULL, NULL, NULL, NULL);
  g_assert_cmpstr (named->columns->pdata[1], ==, "a (2)");
  g_assert_cmpstr (named->columns->pdata[2], ==, "a (2) (2)");
  g_assert_cmpstr (named->columns->pdata[3], ==, "a (3)");
}

/* Any file cut anywhere: an error, or less than all; never a crash. */
static void
test_cut (void)
{
  g_autoptr (CorScenario) scenario = every_field ();
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autoptr (GBytes) geojson = cor_export_geojson (scenario, NULL);
  g_autoptr (GBytes) csv = g_string_free_to_bytes (cor_export_csv (scenario, COR_ITEM_STATION));
  GBytes *const files[] = { geojson, csv };

  for (guint f = 0; f < G_N_ELEMENTS (files); f++)
    for (gsize end = 0; end < g_bytes_get_size (files[f]); end += 7)
      {
        g_autoptr (GError) error = NULL;
        g_autoptr (GBytes) cut = g_bytes_new_from_bytes (files[f], 0, end);
        g_autoptr (CorImport) import = cor_import_read (cut, COR_ITEM_STATION, COR_CRS_BD09, empty, &error);

        g_assert_true (import != NULL || error->domain == COR_ERROR);
      }
}

/* A million rows: read to the end, as many taken as a scenario takes, the rest told in one line. */
static void
test_million_rows (void)
{
  g_autoptr (GString) text = g_string_new ("name,lon,lat\n");
  g_autoptr (CorImport) import = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append_printf (text, "A%u,114.1,22.6\n", i);
  import = import_text (text->str, COR_ITEM_STATION, COR_CRS_WGS84, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import->n_taken, ==, COR_IMPORT_ITEMS_MAX);
  g_assert_cmpuint (import->n_left_out, ==, 1000000 - COR_IMPORT_ITEMS_MAX);
  g_assert_cmpuint (import->notes->len, <=, 2 * COR_IMPORT_NOTES_MAX + 2);
  g_assert_nonnull (strstr (note_of (import, 20002), "more than 20000; choose an area"));
  g_assert_nonnull (strstr (note_of (import, 0), "960000 more lines are left out"));
}

/* Cancelled while it reads: nothing is made of it. */
static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("name,lon,lat\nA,114,22\n", 23);
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  CorImportOptions options = COR_IMPORT_OPTIONS_INIT (COR_ITEM_SITE, COR_CRS_WGS84);

  options.read.cancellable = cancellable;
  g_cancellable_cancel (cancellable);
  g_assert_null (cor_import_read_with (bytes, &options, empty, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/import/cut", test_cut);
  g_test_add_func ("/import/many-columns", test_many_columns);
  g_test_add_func ("/import/million-rows", test_million_rows);
  g_test_add_func ("/import/cancelled", test_cancelled);
  return g_test_run ();
}
