/* test-import.c: a list of stations onto the map in the real window, looked at first, undone in one step.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-driver.h"

#include "cor-crs.h"

#include <string.h>

#define LISTED 130

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

/* The list on the map: nothing is added before the system is said; one undo takes all back. */
static void
test_portal_list (UiFixture *f, gconstpointer data)
{
  gsize length;
  g_autofree char *content = portal_list (&length);
  g_autoptr (GFile) file = ui_write ("corridor-portal.csv", content, (gssize) length);
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  guint n = import_count (f, COR_ITEM_STATION);
  CorLonLat first = cor_crs_convert ((CorLonLat){ 113.9, 22.5 }, COR_CRS_GCJ02, COR_CRS_WGS84);
  CorImportWindow *window;
  const CorStation *station;
  guint all;

  import_start (f, file);
  window = import_wait ();
  g_assert_cmpuint (import_chosen (window, "import-kind"), ==, IMPORT_KIND_STATIONS);
  g_assert_cmpuint (import_chosen (window, "import-encoding"), ==, 1);
  g_assert_cmpuint (import_chosen (window, "import-system"), ==, IMPORT_SYSTEM_ASK);
  g_assert_false (gtk_widget_get_sensitive (import_named (window, "import-add")));
  g_assert_true (gtk_widget_get_visible (import_named (window, "import-hint")));
  g_assert_true (ui_scenario (f) == before);
  import_choose (window, "import-system", IMPORT_SYSTEM_GCJ02);
  g_assert_true (gtk_widget_get_sensitive (import_named (window, "import-add")));
  g_assert_false (gtk_widget_get_visible (import_named (window, "import-hint")));
  import_press_add (window);
  g_assert_cmpuint (import_count (f, COR_ITEM_STATION), ==, n + LISTED);
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

  import_start (f, file);
  window = import_wait ();
  g_assert_cmpuint (import_chosen (window, "import-system"), ==, IMPORT_SYSTEM_GCJ02);
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
  guint n = import_count (f, COR_ITEM_SITE), all;
  CorImportWindow *window;
  const CorSite *site;

  import_start (f, file);
  window = import_wait ();
  g_assert_cmpuint (import_chosen (window, "import-kind"), ==, IMPORT_KIND_SITES);
  import_choose (window, "import-system", IMPORT_SYSTEM_WGS84);
  g_assert_false (gtk_widget_get_sensitive (import_named (window, "import-add")));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (import_named (window, "Ort")), 2);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (import_named (window, "A")), 6);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (import_named (window, "B")), 7);
  import_wait ();
  g_assert_true (gtk_widget_get_sensitive (import_named (window, "import-add")));
  import_press_add (window);
  g_assert_cmpuint (import_count (f, COR_ITEM_SITE), ==, n + 2);
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

  import_start (f, bad);
  window = import_wait ();
  page = ui_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, ui_has_name, "import-problem");
  g_assert_nonnull (page);
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (page)), "corridor-bad.csv"));
  g_assert_false (gtk_widget_get_sensitive (import_named (window, "import-add")));
  cor_import_window_show_text (window, "name,lon,lat\nA,114.1,22.6\n");
  import_wait ();
  import_choose (window, "import-system", IMPORT_SYSTEM_WGS84);
  g_assert_true (gtk_widget_get_sensitive (import_named (window, "import-add")));
  gtk_window_close (GTK_WINDOW (window));
  g_assert_true (ui_scenario (f) == before);
  ui_remove (bad);
}

/* Two days of a truck between two places become a route on the roads with its duty. */
static void
test_trace (UiFixture *f, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("time,plate,lon,lat,km,kWh\n");
  guint routes = import_count (f, COR_ITEM_ROUTE), duties = import_count (f, COR_ITEM_DUTY), n;
  CorImportWindow *window;
  const CorRoute *route;

  for (guint trip = 0; trip < 2; trip++)
    for (guint step = 0; step <= 20; step++)
      g_string_append_printf (text, "2024-05-%02u 08:%02u:00,A,%.4f,%.4f,%u,%.1f\n", trip + 6, step, 114.269 - 0.0073 * step,
                              22.58 + 0.0056 * step, trip * 25 + step, trip * 30 + 1.5 * step);
  window = import_start_text (f, text->str);
  g_assert_cmpuint (import_chosen (window, "import-kind"), ==, IMPORT_KIND_TRACES);
  import_choose (window, "import-system", IMPORT_SYSTEM_WGS84);
  import_press_add (window);
  g_assert_cmpuint (import_count (f, COR_ITEM_ROUTE), ==, routes + 1);
  g_assert_cmpuint (import_count (f, COR_ITEM_DUTY), ==, duties + 1);
  route = (const CorRoute *) cor_scenario_items (ui_scenario (f), COR_ITEM_ROUTE, &n)[routes];
  g_assert_cmpstr (route->origin, ==, "yantian-port");
  g_assert_null (route->line);
  ui_settle (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/import/portal-list", UiFixture, NULL, ui_open, test_portal_list, ui_close);
  g_test_add ("/import/mapping", UiFixture, NULL, ui_open, test_mapping, ui_close);
  g_test_add ("/import/problem", UiFixture, NULL, ui_open, test_problem, ui_close);
  g_test_add ("/import/trace", UiFixture, NULL, ui_open, test_trace, ui_close);
  return g_test_run ();
}
