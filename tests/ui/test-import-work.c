/* test-import-work.c: the import window while it works: another choice, undo beneath, left, closed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-driver.h"

#include "cor-edit.h"
#include "cor-import-preview.h"
#include "cor-import.h"

static guint
n_called (UiFixture *f, const char *id)
{
  guint n, found = 0;
  const CorItem *const *stations = cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &n);

  for (guint i = 0; i < n; i++)
    found += g_str_equal (stations[i]->id, id);
  return found;
}

/* What was taken out comes back by undo while a list of the same id is looked at: no two things have one id. */
static void
test_undo_beneath (UiFixture *f, gconstpointer data)
{
  guint n = import_count (f, COR_ITEM_STATION);
  const CorItem *first = cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &n)[0];
  g_autofree char *id = g_strdup (first->id);
  g_autofree char *text = g_strdup_printf ("id,name,lon,lat,power_kw\n%s,Another,114.1,22.6,120\n", id);
  CorImportWindow *window;

  cor_document_apply (cor_session_get_document (f->session), cor_edit_remove (ui_scenario (f), COR_ITEM_STATION, id, NULL), "", NULL);
  window = import_start_text (f, text);
  import_choose (window, "import-system", IMPORT_SYSTEM_WGS84);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  import_wait ();
  import_press_add (window);
  g_assert_cmpuint (import_count (f, COR_ITEM_STATION), ==, n + 1);
  g_assert_cmpuint (n_called (f, id), ==, 1);
  ui_settle (f);
}

/* Another form and another choice right after it: what is shown is what is read. */
static void
test_form_then_choice (UiFixture *f, gconstpointer data)
{
  guint n = import_count (f, COR_ITEM_SITE);
  CorImportWindow *window = import_start_text (f, "name;lon;lat\nA;114.1;22.6\nB;114.2;22.7\n");

  import_choose (window, "import-kind", IMPORT_KIND_SITES);
  adw_combo_row_set_selected (ADW_COMBO_ROW (import_named (window, "import-delimiter")), 0);
  import_choose (window, "import-system", IMPORT_SYSTEM_WGS84);
  g_assert_false (gtk_widget_get_sensitive (import_named (window, "import-add")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (import_named (window, "import-delimiter")), 1);
  import_choose (window, "import-system", IMPORT_SYSTEM_GCJ02);
  g_assert_true (gtk_widget_get_sensitive (import_named (window, "import-add")));
  import_press_add (window);
  g_assert_cmpuint (import_count (f, COR_ITEM_SITE), ==, n + 2);
}

/* Left with Escape: what was said of the file is there when it is looked at again, and not of another. */
static void
test_left (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = ui_write ("corridor-left.csv", "Ort;A;B\nHafen;114.27;22.575\nHof;114.12;22.69\n", -1);
  g_autoptr (GFile) other = ui_write ("corridor-other.csv", "Ort;A;B\nHafen;114.27;22.575\n", -1);
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  guint n = import_count (f, COR_ITEM_STATION);
  CorImportWindow *window;

  import_start (f, file);
  window = import_wait ();
  import_choose (window, "import-kind", IMPORT_KIND_STATIONS);
  import_choose (window, "import-system", IMPORT_SYSTEM_GCJ02);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (import_named (window, "Ort")), 2);
  import_wait ();
  gtk_switch_set_active (GTK_SWITCH (import_named (window, "import-near")), TRUE);
  import_wait ();
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "window.close", NULL));
  ui_until (import_window () == NULL);
  g_assert_true (ui_scenario (f) == before);

  import_start (f, other);
  window = import_wait ();
  g_assert_cmpuint (import_chosen (window, "import-kind"), ==, IMPORT_KIND_SITES);
  g_assert_cmpuint (import_chosen (window, "import-system"), ==, IMPORT_SYSTEM_ASK);
  g_assert_false (gtk_switch_get_active (GTK_SWITCH (import_named (window, "import-near"))));
  /* Nor is what is left before it was read kept in place of it. */
  cor_import_window_show_file (window, file);
  gtk_window_close (GTK_WINDOW (window));
  ui_until (import_window () == NULL);

  import_start (f, file);
  window = import_wait ();
  g_assert_cmpuint (import_chosen (window, "import-kind"), ==, IMPORT_KIND_STATIONS);
  g_assert_cmpuint (import_chosen (window, "import-system"), ==, IMPORT_SYSTEM_GCJ02);
  g_assert_cmpuint (gtk_drop_down_get_selected (GTK_DROP_DOWN (import_named (window, "Ort"))), ==, 2);
  g_assert_true (gtk_switch_get_active (GTK_SWITCH (import_named (window, "import-near"))));
  /* The rest is said, it is added, and the next look begins anew. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (import_named (window, "A")), 6);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (import_named (window, "B")), 7);
  import_wait ();
  import_press_add (window);
  g_assert_cmpuint (import_count (f, COR_ITEM_STATION), ==, n + 2);
  import_start (f, file);
  window = import_wait ();
  g_assert_cmpuint (import_chosen (window, "import-kind"), ==, IMPORT_KIND_SITES);
  gtk_window_close (GTK_WINDOW (window));
  ui_settle (f);
  ui_remove (file);
  ui_remove (other);
}

/* Left to mend the list: what was not said is found out anew. */
static void
test_mended (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = ui_write ("corridor-mended.csv", "name,lon,lat\nHafen,114.27,22.575\n", -1);
  g_autoptr (GFile) same = NULL;
  CorImportWindow *window;

  import_start (f, file);
  window = import_wait ();
  g_assert_cmpuint (import_chosen (window, "import-kind"), ==, IMPORT_KIND_SITES);
  import_choose (window, "import-system", IMPORT_SYSTEM_WGS84);
  gtk_window_close (GTK_WINDOW (window));
  ui_until (import_window () == NULL);

  same = ui_write ("corridor-mended.csv", "name,lon,lat,power_kw,plugs\nHafen,114.27,22.575,120,4\n", -1);
  import_start (f, same);
  window = import_wait ();
  g_assert_cmpuint (import_chosen (window, "import-kind"), ==, IMPORT_KIND_STATIONS);
  g_assert_cmpuint (import_chosen (window, "import-system"), ==, IMPORT_SYSTEM_WGS84);
  gtk_window_close (GTK_WINDOW (window));
  ui_until (import_window () == NULL);
  ui_remove (same);
}

/* A list given on the command line, as one that is dropped, is seen before anything is added. */
static void
test_open_list (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = ui_write ("corridor-list.csv", "站点名称,经度,纬度,快充桩数\n甲,114.1,22.6,4\n", -1);
  CorScenario *before = ui_scenario (f);

  cor_window_open_any (f->window, file);
  g_assert_nonnull (import_window ());
  g_assert_true (cor_import_window_get_busy (import_window ()));
  gtk_window_close (GTK_WINDOW (import_window ()));
  g_assert_null (import_window ());
  g_assert_true (ui_scenario (f) == before);
  ui_remove (file);
}

/* The whole window closes while a list is still read; the next test sees the reading end. */
static void
test_parent_closed (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = ui_write ("corridor-short.csv", "name,lon,lat\nA,114.1,22.6\n", -1);

  cor_window_open_any (f->window, file);
  g_assert_nonnull (import_window ());
  g_assert_true (cor_import_window_get_busy (import_window ()));
}

/* A route that a list only names the ends of is seen on the roads, not straight across the water. */
static void
test_preview (UiFixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("id,from_lon,from_lat,to_lon,to_lat\n");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CorImport) import = NULL;
  g_autoptr (GPtrArray) shown = NULL, cancelled = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  guint on_roads = 0, straight = 0;

  for (guint i = 0; i < 110; i++)
    g_string_append_printf (text, "r%u,%.4f,22.5762,%.4f,23.02\n", i, 114.26 + 0.0001 * i, 113.12 + 0.0001 * i);
  bytes = g_bytes_new (text->str, text->len);
  import = cor_import_read (bytes, COR_ITEM_ROUTE, COR_CRS_WGS84, ui_scenario (f), NULL);
  g_assert_cmpuint (import->n_taken, ==, 110);
  shown = cor_import_preview_items (import, ui_scenario (f), cor_application_get_map_base (f->app)->network, NULL);
  for (guint i = 0; i < shown->len; i++)
    {
      const CorItem *item = g_ptr_array_index (shown, i);
      const GArray *line = item->kind == COR_ITEM_ROUTE ? ((const CorRoute *) item)->line : NULL;

      on_roads += line != NULL && line->len > 10;
      straight += item->kind == COR_ITEM_ROUTE && line == NULL;
    }
  g_assert_cmpuint (on_roads, ==, 100);
  g_assert_cmpuint (straight, ==, 10);
  g_cancellable_cancel (cancellable);
  cancelled = cor_import_preview_items (import, ui_scenario (f), cor_application_get_map_base (f->app)->network, cancellable);
  g_assert_cmpuint (cancelled->len, ==, 0);
}

/* Closed while it still reads a long list: nothing is added and nothing hangs. */
static void
test_cancel (UiFixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("name,lon,lat,power_kw\n");
  g_autoptr (GFile) file = NULL;
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));

  for (guint i = 0; i < 300000; i++)
    g_string_append_printf (text, "A%u,114.1,22.6,120\n", i);
  file = ui_write ("corridor-long.csv", text->str, -1);
  import_start (f, file);
  ui_wait (50);
  g_assert_nonnull (import_window ());
  g_assert_true (cor_import_window_get_busy (import_window ()));
  gtk_window_close (GTK_WINDOW (import_window ()));
  ui_until (import_window () == NULL);
  g_assert_null (import_window ());
  g_assert_true (ui_scenario (f) == before);
  ui_remove (file);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/import-work/undo-beneath", UiFixture, NULL, ui_open, test_undo_beneath, ui_close);
  g_test_add ("/import-work/form-then-choice", UiFixture, NULL, ui_open, test_form_then_choice, ui_close);
  g_test_add ("/import-work/left", UiFixture, NULL, ui_open, test_left, ui_close);
  g_test_add ("/import-work/mended", UiFixture, NULL, ui_open, test_mended, ui_close);
  g_test_add ("/import-work/preview", UiFixture, NULL, ui_open, test_preview, ui_close);
  g_test_add ("/import-work/open-list", UiFixture, NULL, ui_open, test_open_list, ui_close);
  g_test_add ("/import-work/parent-closed", UiFixture, NULL, ui_open, test_parent_closed, ui_close);
  g_test_add ("/import-work/cancel", UiFixture, NULL, ui_open, test_cancel, ui_close);
  return g_test_run ();
}
