/* test-stations-table.c: the table of stations and its columns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-column-menu.h"
#include "cor-settings.h"
#include "cor-stations-rows.h"
#include "cor-stations-window.h"
#include "ui-driver.h"

#include <glib/gi18n.h>
#include <string.h>

static CorDataTable *
table_in (GtkWidget *window)
{
  return COR_DATA_TABLE (ui_find (window, COR_TYPE_DATA_TABLE, NULL, NULL));
}

/* One row a station that stands, with the figures of the results; a row that is chosen is selected. */
static void
test_table (UiFixture *f, gconstpointer data)
{
  const CorResults *results = cor_session_get_results (f->session);
  int index = cor_scenario_index (results->scenario, COR_ITEM_STATION, "shatian-swap");
  /* Visits, kWh, detours, building cost; wait, share in use, peak, fee. */
  static const guint columns[] = { 3, 4, 10, 11 }, means[] = { 5, 7, 9, 15 };
  double sums[G_N_ELEMENTS (columns)] = { 0 };
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL;
  GtkAdjustment *down;
  GtkWidget *window;

  ui_activate (f, "stations", NULL);
  window = ui_window (COR_TYPE_STATIONS_WINDOW);
  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (ui_find (GTK_WIDGET (table_in (window)), GTK_TYPE_SCROLLED_WINDOW, NULL, NULL)));
  /* The sum at the end does not draw the view there. */
  gtk_window_set_default_size (GTK_WINDOW (window), 1200, 400);
  ui_until (gtk_adjustment_get_upper (down) > gtk_adjustment_get_page_size (down));
  g_assert_cmpfloat (gtk_adjustment_get_upper (down), >, gtk_adjustment_get_page_size (down));
  ui_wait (200);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 0);
  csv = cor_data_table_get_csv (table_in (window));
  lines = g_strsplit (g_strstrip (csv), "\n", -1);
  /* The corridor has 20 existing stations; the candidates do not stand yet. Below them the sum. */
  g_assert_cmpuint (g_strv_length (lines), ==, 22);
  for (guint i = 1; lines[i] != NULL; i++)
    {
      g_auto (GStrv) cells = g_strsplit (g_strstrip (lines[i]), ",", -1);

      for (guint c = 0; i < 21 && c < G_N_ELEMENTS (columns); c++)
        sums[c] += g_ascii_strtod (cells[columns[c]], NULL);
      for (guint c = 0; i == 21 && c < G_N_ELEMENTS (columns); c++)
        g_assert_cmpfloat_with_epsilon (g_ascii_strtod (cells[columns[c]], NULL), sums[c], 1e-6 * sums[c] + 1e-9);
      for (guint c = 0; i == 21 && c < G_N_ELEMENTS (means); c++)
        g_assert_cmpstr (cells[means[c]], ==, "");
      if (strstr (cells[0], "Shatian swap") != NULL || strstr (cells[0], "沙田换电") != NULL)
        {
          g_assert_cmpfloat_with_epsilon (g_ascii_strtod (cells[4], NULL), results->stations[index].energy_kwh_per_day, 1e-3);
          index = -1;
        }
    }
  g_assert_cmpint (index, ==, -1);
  g_signal_emit_by_name (table_in (window), "selected", "shatian-swap");
  g_assert_cmpstr (cor_selection_get_id (cor_session_get_selection (f->session)), ==, "shatian-swap");
  gtk_window_destroy (GTK_WINDOW (window));
}

static gboolean
has_label (GtkWidget *widget, gconstpointer label)
{
  return g_strcmp0 (gtk_check_button_get_label (GTK_CHECK_BUTTON (widget)), label) == 0;
}

/* The check of that column. */
static GtkCheckButton *
check_of (GtkWidget *window, const char *title)
{
  GtkWidget *menu = ui_find (window, COR_TYPE_COLUMN_MENU, NULL, NULL);

  return GTK_CHECK_BUTTON (ui_find (menu, GTK_TYPE_CHECK_BUTTON, has_label, g_dgettext (GETTEXT_PACKAGE, title)));
}

/* How many of the columns that can be hidden are shown. */
static guint
count_shown (GtkWidget *window)
{
  guint n, shown = 0;
  const CorColumn *columns = cor_stations_rows_list (&n);

  for (guint i = 0; i < n; i++)
    {
      gboolean is = cor_data_table_get_shown (table_in (window), columns[i].key);

      g_assert_cmpint (gtk_check_button_get_active (check_of (window, columns[i].title)), ==, is);
      shown += is;
    }
  return shown;
}

/* Whether all that is shown is seen at once. */
static gboolean
fits (GtkWidget *window)
{
  GtkWidget *scroller = ui_find (GTK_WIDGET (table_in (window)), GTK_TYPE_SCROLLED_WINDOW, NULL, NULL);
  GtkAdjustment *across = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller));

  return gtk_adjustment_get_upper (across) <= gtk_adjustment_get_page_size (across);
}

static GtkWidget *
open_table (UiFixture *f)
{
  GtkWidget *window;

  ui_activate (f, "stations", NULL);
  window = ui_window (COR_TYPE_STATIONS_WINDOW);
  g_assert_nonnull (window);
  ui_until (gtk_widget_get_width (window) > 0);
  ui_wait (100);
  return window;
}

/* The essential columns fit a laptop's screen; what is chosen is remembered, and the CSV has all columns whatever is
 * shown. */
static void
test_columns (UiFixture *f, gconstpointer data)
{
  GtkWidget *window = open_table (f), *menu = ui_find (window, COR_TYPE_COLUMN_MENU, NULL, NULL);
  g_autofree char *before = cor_data_table_get_csv (table_in (window)), *after = NULL;
  g_auto (GStrv) heads = g_strsplit (before, ",", -1), kept = NULL;
  guint n, essential;

  cor_stations_rows_list (&n);
  essential = count_shown (window);
  g_assert_cmpuint (essential, <, n);
  g_assert_cmpint (gtk_widget_get_width (window), <=, 1280);
  g_assert_true (fits (window));
  g_assert_true (cor_data_table_get_shown (table_in (window), "station"));
  g_assert_false (cor_data_table_get_shown (table_in (window), "demand_yuan_per_year"));
  g_assert_nonnull (strstr (before, "demand_yuan_per_year"));
  g_assert_true (g_str_has_prefix (heads[n], "return_rate"));

  gtk_check_button_set_active (check_of (window, "Demand charge a year"), TRUE);
  gtk_check_button_set_active (check_of (window, "Kind"), FALSE);
  g_assert_cmpuint (count_shown (window), ==, essential);
  g_assert_true (cor_data_table_get_shown (table_in (window), "demand_yuan_per_year"));
  g_assert_false (cor_data_table_get_shown (table_in (window), "kind"));
  after = cor_data_table_get_csv (table_in (window));
  g_assert_cmpstr (before, ==, after);
  kept = g_settings_get_strv (cor_settings_get (), "station-columns");
  g_assert_true (g_strv_contains ((const char *const *) kept, "demand_yuan_per_year"));
  g_assert_false (g_strv_contains ((const char *const *) kept, "kind"));
  gtk_window_destroy (GTK_WINDOW (window));

  window = open_table (f);
  g_assert_true (cor_data_table_get_shown (table_in (window), "demand_yuan_per_year"));
  g_assert_false (cor_data_table_get_shown (table_in (window), "kind"));
  menu = ui_find (window, COR_TYPE_COLUMN_MENU, NULL, NULL);
  g_assert_true (gtk_widget_activate_action (menu, "columns.all", NULL));
  g_assert_cmpuint (count_shown (window), ==, n);
  g_assert_true (gtk_widget_activate_action (menu, "columns.essential", NULL));
  g_assert_cmpuint (count_shown (window), ==, essential);
  g_strfreev (kept);
  kept = g_settings_get_strv (cor_settings_get (), "station-columns");
  g_assert_null (kept[0]);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* By the keyboard alone: the button opens, the first check has the focus, Space changes it, Escape goes back to the
 * table's window and leaves it open. */
static void
test_keys (UiFixture *f, gconstpointer data)
{
  GtkWidget *window = open_table (f), *menu = ui_find (window, COR_TYPE_COLUMN_MENU, NULL, NULL);
  GtkWidget *button = ui_find (menu, GTK_TYPE_MENU_BUTTON, NULL, NULL), *focus;

  gtk_menu_button_popup (GTK_MENU_BUTTON (button));
  ui_wait (200);
  focus = gtk_root_get_focus (gtk_widget_get_root (window));
  g_assert_true (GTK_IS_CHECK_BUTTON (focus));
  g_assert_true (gtk_widget_is_ancestor (focus, menu));
  gtk_widget_activate (focus);
  g_assert_false (cor_data_table_get_shown (table_in (window), "kind"));
  gtk_widget_activate (focus);
  g_assert_true (cor_data_table_get_shown (table_in (window), "kind"));
  gtk_menu_button_popdown (GTK_MENU_BUTTON (button));
  ui_wait (100);
  g_assert_true (gtk_widget_get_visible (window));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/stations-table/rows", UiFixture, NULL, ui_open, test_table, ui_close);
  g_test_add ("/stations-table/columns", UiFixture, NULL, ui_open, test_columns, ui_close);
  g_test_add ("/stations-table/keys", UiFixture, NULL, ui_open, test_keys, ui_close);
  return g_test_run ();
}
