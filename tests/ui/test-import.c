/* test-import.c: a list of stations onto the map in the real window, looked at first, undone in one step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-crs.h"
#include "cor-edit.h"
#include "cor-import-preview.h"
#include "cor-import-window.h"
#include "cor-import.h"
#include "cor-object-layer.h"

#include <string.h>

#define LISTED 130

/* Rows of the drop downs. */
enum
{
  KIND_STATIONS,
  KIND_SITES,
  KIND_TRACES = 3,
};

enum
{
  SYSTEM_ASK,
  SYSTEM_WGS84,
  SYSTEM_GCJ02,
};

static CorImportWindow *
import_window (void)
{
  return ui_window (COR_TYPE_IMPORT_WINDOW);
}

static CorImportWindow *
wait_for_window (void)
{
  CorImportWindow *window = NULL;

  for (guint i = 0; i < 500 && (window == NULL || cor_import_window_get_busy (window)); i++)
    {
      ui_wait (20);
      window = import_window ();
    }
  g_assert_nonnull (window);
  g_assert_false (cor_import_window_get_busy (window));
  return window;
}

static GtkWidget *
named (CorImportWindow *window, const char *name)
{
  GtkWidget *widget = ui_find (GTK_WIDGET (window), GTK_TYPE_WIDGET, ui_has_name, name);

  g_assert_nonnull (widget);
  return widget;
}

static void
choose (CorImportWindow *window, const char *row, guint selected)
{
  adw_combo_row_set_selected (ADW_COMBO_ROW (named (window, row)), selected);
  wait_for_window ();
}

static void
press_add (CorImportWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "import.add", NULL);
  for (guint i = 0; i < 100 && import_window () != NULL; i++)
    ui_wait (20);
  g_assert_null (import_window ());
}

static guint
count (UiFixture *f, CorItemKind kind)
{
  guint n;

  cor_scenario_items (ui_scenario (f), kind, &n);
  return n;
}

/* As a data portal gives it: Chinese headings, GB18030, GCJ-02, one line without a place. */
static char *
portal_list (gsize *length)
{
  g_autoptr (GString) text = g_string_new ("序号,站点名称,地址,经度,纬度,快充桩数,总功率(kW),服务费(元/度)\r\n");

  for (guint i = 0; i < LISTED; i++)
    g_string_append_printf (text, "%u,第%u号站,某路%u号,%.6f,%.6f,%u,%u,0.6\r\n", i + 1, i + 1, i, 113.9 + 0.003 * i,
                            22.5 + 0.002 * i, 4 + i % 10, (4 + i % 10) * 120);
  g_string_append (text, "131,未定,,,,4,480,0.6\r\n");
  return g_convert (text->str, (gssize) text->len, "GB18030", "UTF-8", NULL, length, NULL);
}

static void
start_import (UiFixture *f, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  ui_activate (f, "import-uri", uri);
}

/* The list on the map: nothing is added before the system is said; one undo takes all back. */
static void
test_portal_list (UiFixture *f, gconstpointer data)
{
  gsize length;
  g_autofree char *content = portal_list (&length);
  g_autoptr (GFile) file = ui_write ("corridor-portal.csv", content, (gssize) length);
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  guint n = count (f, COR_ITEM_STATION);
  CorLonLat first = cor_crs_convert ((CorLonLat){ 113.9, 22.5 }, COR_CRS_GCJ02, COR_CRS_WGS84);
  CorImportWindow *window;
  const CorStation *station;
  guint all;

  start_import (f, file);
  window = wait_for_window ();
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (named (window, "import-kind"))), ==, KIND_STATIONS);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (named (window, "import-encoding"))), ==, 1);
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (named (window, "import-system"))), ==, SYSTEM_ASK);
  g_assert_false (gtk_widget_get_sensitive (named (window, "import-add")));
  g_assert_true (gtk_widget_get_visible (named (window, "import-hint")));
  g_assert_true (ui_scenario (f) == before);
  choose (window, "import-system", SYSTEM_GCJ02);
  g_assert_true (gtk_widget_get_sensitive (named (window, "import-add")));
  g_assert_false (gtk_widget_get_visible (named (window, "import-hint")));
  press_add (window);
  g_assert_cmpuint (count (f, COR_ITEM_STATION), ==, n + LISTED);
  station = (const CorStation *) cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &all)[n];
  g_assert_cmpstr (station->item.name, ==, "第1号站");
  g_assert_cmpfloat_with_epsilon (station->lon, first.lon, 1e-6);
  g_assert_cmpfloat_with_epsilon (station->lat, first.lat, 1e-6);
  g_assert_cmpfloat (station->plugs, ==, 4);
  g_assert_cmpfloat (station->power_kw, ==, 120);
  ui_settle (f);
  ui_activate (f, "undo", NULL);
  g_assert_true (ui_scenario (f) == before);
  ui_settle (f);

  start_import (f, file);
  window = wait_for_window ();
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (named (window, "import-system"))), ==, SYSTEM_GCJ02);
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (ui_scenario (f) == before);
  ui_remove (file);
}

/* Another meaning for a column, another kind: what is shown follows. */
static void
test_mapping (UiFixture *f, gconstpointer data)
{
  static const char table[] = "Ort\tA\tB\tLeistung\nHafen\t114.27\t22.575\t240\nHof\t114.12\t22.69\t120\n";
  g_autoptr (GFile) file = ui_write ("corridor-mapping.csv", table, -1);
  guint n = count (f, COR_ITEM_SITE), all;
  CorImportWindow *window;
  const CorSite *site;

  start_import (f, file);
  window = wait_for_window ();
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (named (window, "import-kind"))), ==, KIND_SITES);
  choose (window, "import-system", SYSTEM_WGS84);
  g_assert_false (gtk_widget_get_sensitive (named (window, "import-add")));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (named (window, "Ort")), 2);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (named (window, "A")), 6);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (named (window, "B")), 7);
  wait_for_window ();
  g_assert_true (gtk_widget_get_sensitive (named (window, "import-add")));
  press_add (window);
  g_assert_cmpuint (count (f, COR_ITEM_SITE), ==, n + 2);
  site = (const CorSite *) cor_scenario_items (ui_scenario (f), COR_ITEM_SITE, &all)[n];
  g_assert_cmpstr (site->item.name, ==, "Hafen");
  g_assert_cmpfloat (site->lon, ==, 114.27);
  ui_remove (file);
}

/* A file that is nothing: the window says why and takes another. */
static void
test_problem (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) bad = ui_write ("corridor-bad.csv", "PK\x03\x04 not a table", -1);
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  CorImportWindow *window;
  GtkWidget *page;

  start_import (f, bad);
  window = wait_for_window ();
  page = ui_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, ui_has_name, "import-problem");
  g_assert_nonnull (page);
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), "corridor-bad.csv"));
  g_assert_false (gtk_widget_get_sensitive (named (window, "import-add")));
  cor_import_window_show_text (window, "name,lon,lat\nA,114.1,22.6\n");
  wait_for_window ();
  choose (window, "import-system", SYSTEM_WGS84);
  g_assert_true (gtk_widget_get_sensitive (named (window, "import-add")));
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (ui_scenario (f) == before);
  ui_remove (bad);
}

/* Two days of a truck between two places become a route on the roads with its duty. */
static void
test_trace (UiFixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("time,plate,lon,lat,km,kWh\n");
  guint routes = count (f, COR_ITEM_ROUTE), duties = count (f, COR_ITEM_DUTY), n;
  CorImportWindow *window;
  const CorRoute *route;

  for (guint trip = 0; trip < 2; trip++)
    for (guint step = 0; step <= 20; step++)
      g_string_append_printf (text, "2024-05-%02u 08:%02u:00,A,%.4f,%.4f,%u,%.1f\n", trip + 6, step, 114.269 - 0.0073 * step,
                              22.58 + 0.0056 * step, trip * 25 + step, trip * 30 + 1.5 * step);
  window = COR_IMPORT_WINDOW (cor_import_window_new (GTK_WINDOW (f->window), f->session, cor_application_get_map_base (f->app)));
  gtk_window_present (GTK_WINDOW (window));
  cor_import_window_show_text (window, text->str);
  wait_for_window ();
  g_assert_cmpuint (adw_combo_row_get_selected (ADW_COMBO_ROW (named (window, "import-kind"))), ==, KIND_TRACES);
  choose (window, "import-system", SYSTEM_WGS84);
  press_add (window);
  g_assert_cmpuint (count (f, COR_ITEM_ROUTE), ==, routes + 1);
  g_assert_cmpuint (count (f, COR_ITEM_DUTY), ==, duties + 1);
  route = (const CorRoute *) cor_scenario_items (ui_scenario (f), COR_ITEM_ROUTE, &n)[routes];
  g_assert_cmpstr (route->origin, ==, "yantian-port");
  g_assert_null (route->line);
  ui_settle (f);
}

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
  guint n = count (f, COR_ITEM_STATION);
  const CorItem *first = cor_scenario_items (ui_scenario (f), COR_ITEM_STATION, &n)[0];
  g_autofree char *id = g_strdup (first->id);
  g_autofree char *text = g_strdup_printf ("id,name,lon,lat,power_kw\n%s,Another,114.1,22.6,120\n", id);
  CorImportWindow *window;

  cor_document_apply (cor_session_get_document (f->session), cor_edit_remove (ui_scenario (f), COR_ITEM_STATION, id, NULL), "", NULL);
  window = COR_IMPORT_WINDOW (cor_import_window_new (GTK_WINDOW (f->window), f->session, cor_application_get_map_base (f->app)));
  gtk_window_present (GTK_WINDOW (window));
  cor_import_window_show_text (window, text);
  wait_for_window ();
  choose (window, "import-system", SYSTEM_WGS84);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (window), "win.undo", NULL));
  wait_for_window ();
  press_add (window);
  g_assert_cmpuint (count (f, COR_ITEM_STATION), ==, n + 1);
  g_assert_cmpuint (n_called (f, id), ==, 1);
  ui_settle (f);
}

/* Another form and another choice right after it: what is shown is what is read. */
static void
test_form_then_choice (UiFixture *f, gconstpointer data)
{
  guint n = count (f, COR_ITEM_SITE);
  CorImportWindow *window
    = COR_IMPORT_WINDOW (cor_import_window_new (GTK_WINDOW (f->window), f->session, cor_application_get_map_base (f->app)));

  gtk_window_present (GTK_WINDOW (window));
  cor_import_window_show_text (window, "name;lon;lat\nA;114.1;22.6\nB;114.2;22.7\n");
  wait_for_window ();
  choose (window, "import-kind", KIND_SITES);
  adw_combo_row_set_selected (ADW_COMBO_ROW (named (window, "import-delimiter")), 0);
  choose (window, "import-system", SYSTEM_WGS84);
  g_assert_false (gtk_widget_get_sensitive (named (window, "import-add")));
  adw_combo_row_set_selected (ADW_COMBO_ROW (named (window, "import-delimiter")), 1);
  choose (window, "import-system", SYSTEM_GCJ02);
  g_assert_true (gtk_widget_get_sensitive (named (window, "import-add")));
  press_add (window);
  g_assert_cmpuint (count (f, COR_ITEM_SITE), ==, n + 2);
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
  start_import (f, file);
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
  g_test_add ("/import/portal-list", UiFixture, NULL, ui_open, test_portal_list, ui_close);
  g_test_add ("/import/mapping", UiFixture, NULL, ui_open, test_mapping, ui_close);
  g_test_add ("/import/problem", UiFixture, NULL, ui_open, test_problem, ui_close);
  g_test_add ("/import/trace", UiFixture, NULL, ui_open, test_trace, ui_close);
  g_test_add ("/import/undo-beneath", UiFixture, NULL, ui_open, test_undo_beneath, ui_close);
  g_test_add ("/import/form-then-choice", UiFixture, NULL, ui_open, test_form_then_choice, ui_close);
  g_test_add ("/import/preview", UiFixture, NULL, ui_open, test_preview, ui_close);
  g_test_add ("/import/open-list", UiFixture, NULL, ui_open, test_open_list, ui_close);
  g_test_add ("/import/parent-closed", UiFixture, NULL, ui_open, test_parent_closed, ui_close);
  g_test_add ("/import/cancel", UiFixture, NULL, ui_open, test_cancel, ui_close);
  return g_test_run ();
}
