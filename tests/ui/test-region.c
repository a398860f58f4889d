/* test-region.c: the windows about emissions and region, and about the machines of a site.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-area-map.h"
#include "cor-data-table.h"
#include "cor-edit.h"
#include "cor-field-row.h"
#include "cor-machines-window.h"
#include "cor-region-window.h"
#include "ui-driver.h"

#include <glib/gstdio.h>
#include <string.h>

static gboolean
has_column (GtkWidget *widget, gconstpointer key)
{
  g_autofree char *csv = cor_data_table_get_csv (COR_DATA_TABLE (widget));

  return strstr (csv, key) != NULL;
}

/* The sum of a column of the table that has it, over rows whose second cell is not @not_text. */
static double
column_sum (GtkWidget *window, const char *key)
{
  GtkWidget *table = ui_find (window, COR_TYPE_DATA_TABLE, has_column, key);
  g_autofree char *csv = NULL;
  g_auto (GStrv) lines = NULL, head = NULL;
  guint column = 0;
  double sum = 0;

  g_assert_nonnull (table);
  csv = cor_data_table_get_csv (COR_DATA_TABLE (table));
  lines = g_strsplit (csv, "\n", -1);
  head = g_strsplit (lines[0], ",", -1);
  while (strcmp (head[column], key) != 0)
    column++;
  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    {
      g_auto (GStrv) cells = g_strsplit (lines[i], ",", -1);

      sum += g_ascii_strtod (cells[column], NULL);
    }
  return sum;
}

/* Both ways of counting add up to the totals of the scenario, in the table on screen too. */
static void
test_cities (UiFixture *f, gconstpointer data)
{
  const CorResults *results = cor_session_get_results (f->session);
  const CorTotals *totals = &results->totals[results->year];
  GtkWidget *window;
  double operating, registration;

  ui_activate (f, "region", NULL);
  window = ui_window (COR_TYPE_REGION_WINDOW);
  g_assert_nonnull (window);
  cor_region_window_show_page (COR_REGION_WINDOW (window), "cities");
  ui_wait (100);
  operating = column_sum (window, "operating_diesel_tco2e_per_year");
  registration = column_sum (window, "registration_diesel_tco2e_per_year");
  g_assert_cmpfloat_with_epsilon (operating, totals->diesel_wtw_kg / 1000, 1e-4 * operating);
  g_assert_cmpfloat_with_epsilon (registration, operating, 1e-4 * operating);
  g_assert_nonnull (ui_find (window, COR_TYPE_AREA_MAP, NULL, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* A table of cities and months is remembered, undone, and a broken one is told and not remembered. */
static void
test_months (UiFixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "corridor-test-months.csv", NULL);
  g_autoptr (GString) csv = g_string_new ("city,month,standard,km,litres\n");
  CorDocument *document = cor_session_get_document (f->session);
  GtkWidget *window, *stack;

  for (guint t = 0; t < 48; t++)
    g_string_append_printf (csv, "Shenzhen,%u-%02u,VI,,%u\n", 2020 + t / 12, t % 12 + 1, 1000 + 10 * (t % 12) + t);
  g_assert_true (g_file_set_contents (path, csv->str, -1, NULL));
  ui_activate (f, "region", NULL);
  window = ui_window (COR_TYPE_REGION_WINDOW);
  cor_region_window_show_page (COR_REGION_WINDOW (window), "months");
  stack = ui_find (window, GTK_TYPE_STACK, NULL, NULL);
  g_assert_nonnull (stack);
  cor_document_apply (document, cor_edit_string (ui_scenario (f), COR_ITEM_HEAD, NULL, "city_months", path, NULL), "months", NULL);
  ui_settle (f);
  g_assert_cmpstr (cor_scenario_head (ui_scenario (f))->city_months, ==, path);
  cor_document_undo (document);
  ui_settle (f);
  g_assert_null (cor_scenario_head (ui_scenario (f))->city_months);
  gtk_window_destroy (GTK_WINDOW (window));
  g_unlink (path);
}

/* Asks for a file, and closes the question. */
static void
choose_none (GtkWidget *window, const char *action)
{
  GtkWidget *chooser = NULL;

  g_assert_true (gtk_widget_activate_action (window, action, NULL));
  ui_until ((chooser = ui_window (GTK_TYPE_FILE_CHOOSER_DIALOG)) != NULL);
  g_assert_nonnull (chooser);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_CANCEL);
  ui_wait (50);
}

/* Asked for a file and given none: nothing happens. */
static void
test_no_file (UiFixture *f, gconstpointer data)
{
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  GtkWidget *window;

  ui_activate (f, "region", NULL);
  window = ui_window (COR_TYPE_REGION_WINDOW);
  choose_none (window, "region.areas");
  choose_none (window, "region.import");
  g_assert_true (ui_scenario (f) == before);
  g_assert_null (ui_window (ADW_TYPE_MESSAGE_DIALOG));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Machines are added, edited by hand of the rows, copied, removed and undone; results follow. */
static void
test_machines (UiFixture *f, gconstpointer data)
{
  CorDocument *document = cor_session_get_document (f->session);
  GtkWidget *window;
  guint n;
  const CorItem *const *machines;

  ui_activate (f, "machines", NULL);
  window = ui_window (COR_TYPE_MACHINES_WINDOW);
  g_assert_nonnull (window);
  g_assert_true (gtk_widget_activate_action (window, "machines.add", "s", "excavator"));
  ui_settle (f);
  machines = cor_scenario_items (ui_scenario (f), COR_ITEM_MACHINE, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpfloat (((const CorYardMachine *) machines[0])->power_kw, ==, 150);
  g_assert_nonnull (ui_find (window, COR_TYPE_FIELD_ROW, NULL, NULL));
  /* 150 kW x 0.651 x 4.7 h, 1.5 % of the study's 459.0 kWh. */
  g_assert_cmpfloat_with_epsilon (column_sum (window, "kwh_per_day"), 459.0, 0.015 * 459.0);
  cor_document_apply (document, cor_edit_number (ui_scenario (f), COR_ITEM_MACHINE, machines[0]->id, "number", 4, NULL), "number", NULL);
  ui_settle (f);
  g_assert_cmpfloat_with_epsilon (column_sum (window, "kwh_per_day"), 4 * 459.0, 0.015 * 4 * 459.0);
  cor_document_undo (document);
  cor_document_undo (document);
  ui_settle (f);
  cor_scenario_items (ui_scenario (f), COR_ITEM_MACHINE, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_null (ui_find (window, COR_TYPE_FIELD_ROW, NULL, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
}

/* The site that is shown stays the same when one before it goes, and machines are added to it. */
static void
test_machines_site_gone (UiFixture *f, gconstpointer data)
{
  CorDocument *document = cor_session_get_document (f->session);
  guint n;
  const CorItem *const *sites = cor_scenario_items (ui_scenario (f), COR_ITEM_SITE, &n);
  g_autofree char *second = g_strdup (sites[1]->id);
  const CorItem *const *machines;
  GtkWidget *window;

  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_SITE, second);
  ui_activate (f, "machines", NULL);
  window = ui_window (COR_TYPE_MACHINES_WINDOW);
  cor_document_apply (document, cor_edit_remove (ui_scenario (f), COR_ITEM_SITE, sites[0]->id, NULL), "Remove", NULL);
  g_assert_true (gtk_widget_activate_action (window, "machines.add", "s", "excavator"));
  machines = cor_scenario_items (ui_scenario (f), COR_ITEM_MACHINE, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpstr (((const CorYardMachine *) machines[0])->site, ==, second);
  gtk_window_destroy (GTK_WINDOW (window));
  ui_settle (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/region/cities", UiFixture, NULL, ui_open, test_cities, ui_close);
  g_test_add ("/region/months", UiFixture, NULL, ui_open, test_months, ui_close);
  g_test_add ("/region/no-file", UiFixture, NULL, ui_open, test_no_file, ui_close);
  g_test_add ("/region/machines", UiFixture, NULL, ui_open, test_machines, ui_close);
  g_test_add ("/region/machines-site-gone", UiFixture, NULL, ui_open, test_machines_site_gone, ui_close);
  return g_test_run ();
}
