/* test-roads.c: a road network built in the real window, and a scenario that asks for one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "roads-driver.h"

#include "cor-edit.h"
#include "cor-map-view.h"
#include "cor-network-store.h"
#include "cor-network-window.h"

#include <glib/gstdio.h>
#include <string.h>

#define TOWN "corridor-town"

static CorNetworkWindow *
network_window (void)
{
  return ui_window (COR_TYPE_NETWORK_WINDOW);
}

static CorNetworkWindow *
open_window (UiFixture *f)
{
  ui_activate (f, "road-network", NULL);
  ui_until (network_window () != NULL);
  g_assert_nonnull (network_window ());
  return network_window ();
}

/* Streets a kilometre apart over the delta's east: enough for every route of the scenario. */
static GFile *
write_extract (guint side)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), TOWN ".osm", NULL);
  g_autoptr (GString) xml = g_string_new ("<?xml version='1.0'?><osm version='0.6'>\n");

  for (guint y = 0; y < side; y++)
    for (guint x = 0; x < side; x++)
      g_string_append_printf (xml, "<node id='%u' lat='%.3f' lon='%.3f'/>\n", y * side + x + 1, 22.3 + 0.01 * y, 113.4 + 0.01 * x);
  for (guint i = 0; i < side; i++)
    for (guint across = 0; across < 2; across++)
      {
        g_string_append_printf (xml, "<way id='%u'>", 2 * i + across + 1);
        for (guint k = 0; k < side; k++)
          g_string_append_printf (xml, "<nd ref='%u'/>", across ? k * side + i + 1 : i * side + k + 1);
        g_string_append (xml, "<tag k='highway' v='primary'/></way>\n");
      }
  g_string_append (xml, "</osm>\n");
  g_assert_true (g_file_set_contents (path, xml->str, -1, NULL));
  return g_file_new_for_path (path);
}

static void
remove_town (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *network = cor_network_store_path (TOWN);

  g_remove (path);
  g_remove (network);
}

static void
wait_built (CorNetworkWindow *window)
{
  ui_until (!cor_network_window_get_busy (window));
  g_assert_false (cor_network_window_get_busy (window));
}

static char *
network_under_results (UiFixture *f)
{
  const CorResults *results = cor_session_get_results (f->session);

  for (guint i = 0; i < results->n_duties; i++)
    if (results->duties[i].geometry != NULL && results->duties[i].geometry->out != NULL
        && results->duties[i].geometry->out->network != NULL)
      return g_strdup (results->duties[i].geometry->out->network);
  return NULL;
}

static gboolean
names_extract (GtkWidget *page, gconstpointer name)
{
  return gtk_widget_get_mapped (page) && strstr (adw_status_page_get_title (ADW_STATUS_PAGE (page)), name) != NULL;
}

/* The way from a site to its road, as the inspector has it. */
static char *
way_shown (UiFixture *f)
{
  GtkWidget *way = ui_find (GTK_WIDGET (f->window), GTK_TYPE_LABEL, ui_has_name, "place-way");

  return g_strdup (gtk_label_get_text (GTK_LABEL (way)));
}

/* A scenario whose roads are not here says so; once they are built it is calculated on them, and the way from a
 * site that is selected to its road is the one to these. */
static void
test_missing (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) extract = write_extract (100);
  g_autofree char *before = network_under_results (f);
  g_autofree char *standing_in = NULL, *after = NULL, *way = NULL, *way_after = NULL, *way_again = NULL;
  CorNetworkWindow *window;

  cor_selection_set (cor_session_get_selection (f->session), COR_ITEM_SITE, "yantian-port");
  ui_until (ui_find (GTK_WIDGET (f->window), GTK_TYPE_LABEL, ui_has_name, "place-way") != NULL);
  way = way_shown (f);
  g_assert_false (roads_bar_shown (f));
  roads_ask_for (f, TOWN);
  ui_settle (f);
  ui_until (roads_bar_shown (f));
  g_assert_true (roads_bar_shown (f));
  standing_in = network_under_results (f);
  g_assert_cmpstr (standing_in, ==, before);
  window = open_window (f);
  cor_network_window_build (window, extract);
  g_assert_true (cor_network_window_get_busy (window));
  g_assert_nonnull (ui_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, names_extract, TOWN ".osm"));
  wait_built (window);
  g_assert_nonnull (ui_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, ui_has_name, "network-done"));
  gtk_window_close (GTK_WINDOW (window));
  ui_settle (f);
  ui_until (!roads_bar_shown (f));
  g_assert_false (roads_bar_shown (f));
  after = network_under_results (f);
  g_assert_cmpstr (after, ==, TOWN);
  way_after = way_shown (f);
  g_assert_cmpstr (way_after, !=, way);
  ui_activate (f, "undo", NULL);
  ui_settle (f);
  g_free (after);
  after = network_under_results (f);
  g_assert_cmpstr (after, ==, before);
  ui_wait (100);
  way_again = way_shown (f);
  g_assert_cmpstr (way_again, ==, way);
  remove_town (extract);
}

/* Built, then used with one button; one undo goes back. */
static void
test_use (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) extract = write_extract (100);
  g_autoptr (CorScenario) before = cor_scenario_ref (ui_scenario (f));
  g_autofree char *after = NULL;
  CorNetworkWindow *window = open_window (f);

  cor_network_window_build (window, extract);
  wait_built (window);
  g_assert_true (ui_scenario (f) == before);
  gtk_widget_activate_action (GTK_WIDGET (window), "network.use", NULL);
  ui_until (network_window () == NULL);
  ui_settle (f);
  g_assert_null (network_window ());
  g_assert_cmpstr (cor_scenario_head (ui_scenario (f))->network, ==, TOWN);
  after = network_under_results (f);
  g_assert_cmpstr (after, ==, TOWN);
  ui_activate (f, "undo", NULL);
  g_assert_true (ui_scenario (f) == before);
  ui_settle (f);
  remove_town (extract);
}

static gboolean
is_row_of (GtkWidget *check, gconstpointer name)
{
  return g_strcmp0 (g_object_get_data (G_OBJECT (check), "network"), name) == 0;
}

static GtkCheckButton *
row_of (CorNetworkWindow *window, const char *name)
{
  return GTK_CHECK_BUTTON (ui_find (GTK_WIDGET (window), GTK_TYPE_CHECK_BUTTON, is_row_of, name));
}

static gboolean
is_spinning (GtkWidget *spinner, gconstpointer row)
{
  return gtk_spinner_get_spinning (GTK_SPINNER (spinner)) && gtk_widget_get_visible (spinner)
         && gtk_widget_is_ancestor (spinner, GTK_WIDGET (row));
}

/* Whether the row of that network turns. */
static gboolean
row_turns (CorNetworkWindow *window, const char *name)
{
  GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (row_of (window, name)), ADW_TYPE_ACTION_ROW);

  return ui_find (GTK_WIDGET (window), GTK_TYPE_SPINNER, is_spinning, row) != NULL;
}

/* Whom the map names for its roads. */
static const char *
roads_shown (UiFixture *f)
{
  GtkWidget *map = ui_find (GTK_WIDGET (f->window), COR_TYPE_MAP_VIEW, NULL, NULL);

  return gtk_label_get_text (GTK_LABEL (ui_find (map, GTK_TYPE_LABEL, ui_has_name, "map-attribution")));
}

static CorNetworkWindow *
open_with_town (UiFixture *f, GFile *extract)
{
  CorNetworkWindow *window = open_window (f);

  cor_network_window_build (window, extract);
  wait_built (window);
  gtk_widget_activate_action (GTK_WIDGET (window), "network.back", NULL);
  return window;
}

/* The one network there is at first is one of a choice all the same: it looks so, and a click does not take it away. */
static void
test_only_one (UiFixture *f, gconstpointer data)
{
  CorNetworkWindow *window = open_window (f);
  GtkCheckButton *row = row_of (window, NULL);

  g_assert_true (gtk_check_button_get_active (row));
  g_assert_cmpstr (gtk_widget_get_css_name (gtk_widget_get_first_child (GTK_WIDGET (row))), ==, "radio");
  gtk_widget_activate (GTK_WIDGET (row));
  g_assert_true (gtk_check_button_get_active (row));
  gtk_window_close (GTK_WINDOW (window));
}

/* A choice does not wait for the roads: its row turns until they are there, and the last choice holds. */
static void
test_choose (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) extract = write_extract (100);
  g_autofree char *before = g_strdup (roads_shown (f));
  g_autofree char *after = NULL;
  CorNetworkWindow *window = open_with_town (f, extract);

  gtk_check_button_set_active (row_of (window, TOWN), TRUE);
  gtk_check_button_set_active (row_of (window, NULL), TRUE);
  ui_settle (f);
  ui_wait (300);
  g_assert_cmpstr (roads_shown (f), ==, before);
  gtk_check_button_set_active (row_of (window, TOWN), TRUE);
  g_assert_cmpstr (roads_shown (f), ==, before);
  g_assert_true (row_turns (window, TOWN));
  g_assert_false (row_turns (window, NULL));
  ui_settle (f);
  ui_until (!g_str_equal (roads_shown (f), before));
  g_assert_nonnull (strstr (roads_shown (f), "OpenStreetMap"));
  g_assert_false (row_turns (window, TOWN));
  after = network_under_results (f);
  g_assert_cmpstr (after, ==, TOWN);
  gtk_window_close (GTK_WINDOW (window));
  ui_until (network_window () == NULL);
  remove_town (extract);
}

/* Whether the map shows the streets of the town, and not much beside them. */
static gboolean
is_on_town (UiFixture *f)
{
  GtkWidget *view = ui_find (GTK_WIDGET (f->window), COR_TYPE_MAP_VIEW, NULL, NULL);
  CorMapFrame frame;
  double x[2], y[2];

  cor_map_view_get_frame (COR_MAP_VIEW (view), &frame);
  cor_map_frame_project (&frame, 113.4, 22.3 + 0.01 * 99, &x[0], &y[0]);
  cor_map_frame_project (&frame, 113.4 + 0.01 * 99, 22.3, &x[1], &y[1]);
  return x[0] >= 0 && y[0] >= 0 && x[1] <= frame.width && y[1] <= frame.height && y[1] - y[0] > frame.height / 4;
}

/* An empty map goes to the roads that are chosen; one with things on it stays with them. */
static void
test_where_roads_are (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) extract = write_extract (100);
  GtkWidget *view = ui_find (GTK_WIDGET (f->window), COR_TYPE_MAP_VIEW, NULL, NULL);
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  CorNetworkWindow *window = open_with_town (f, extract);

  gtk_window_close (GTK_WINDOW (window));
  cor_map_view_center_on (COR_MAP_VIEW (view), 8.6, 49.9, 9);
  roads_ask_for (f, TOWN);
  ui_settle (f);
  ui_until (strstr (roads_shown (f), "OpenStreetMap") != NULL);
  ui_wait (50);
  g_assert_false (is_on_town (f));
  ui_activate (f, "undo", NULL);
  ui_settle (f);
  cor_session_open (f->session, empty, NULL);
  cor_map_view_center_on (COR_MAP_VIEW (view), 8.6, 49.9, 9);
  roads_ask_for (f, TOWN);
  ui_settle (f);
  ui_until (strstr (roads_shown (f), "OpenStreetMap") != NULL && is_on_town (f));
  g_assert_true (is_on_town (f));
  remove_town (extract);
}

static gboolean
is_chosen (CorNetworkWindow *window, const char *name)
{
  return gtk_check_button_get_active (row_of (window, name));
}

/* The row that is chosen is the document's: after undo and redo, and where its network is none of those listed. */
static void
test_follows_undo (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) extract = write_extract (100);
  CorNetworkWindow *window = open_with_town (f, extract);

  g_assert_true (is_chosen (window, NULL));
  gtk_check_button_set_active (row_of (window, TOWN), TRUE);
  ui_activate (f, "undo", NULL);
  g_assert_null (cor_scenario_head (ui_scenario (f))->network);
  g_assert_true (is_chosen (window, NULL));
  g_assert_false (is_chosen (window, TOWN));
  ui_activate (f, "redo", NULL);
  g_assert_cmpstr (cor_scenario_head (ui_scenario (f))->network, ==, TOWN);
  g_assert_true (is_chosen (window, TOWN));
  cor_document_apply (cor_session_get_document (f->session),
                      cor_edit_string (ui_scenario (f), COR_ITEM_HEAD, NULL, "network", "elsewhere", NULL), "Network", NULL);
  g_assert_true (is_chosen (window, "elsewhere"));
  ui_activate (f, "undo", NULL);
  g_assert_true (is_chosen (window, TOWN));
  ui_settle (f);
  gtk_window_close (GTK_WINDOW (window));
  ui_until (network_window () == NULL);
  remove_town (extract);
}

/* The window may go before its roads are there. */
static void
test_closed_meanwhile (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) extract = write_extract (100);
  CorNetworkWindow *window = open_with_town (f, extract);

  gtk_check_button_set_active (row_of (window, TOWN), TRUE);
  gtk_window_close (GTK_WINDOW (window));
  ui_close (f, NULL);
  ui_wait (300);
  remove_town (extract);
  ui_open (f, NULL);
}

/* Cancelled while it builds: no network is left behind; what is no extract is said. */
static void
test_cancel_and_problem (UiFixture *f, gconstpointer data)
{
  g_autoptr (GFile) extract = write_extract (400);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "corridor-no-extract.osm", NULL);
  g_autofree char *network = cor_network_store_path (TOWN);
  g_autoptr (GFile) bad = g_file_new_for_path (path);
  CorNetworkWindow *window = open_window (f);
  GtkWidget *done;

  cor_network_window_build (window, extract);
  ui_wait (30);
  gtk_widget_activate_action (GTK_WIDGET (window), "network.cancel", NULL);
  wait_built (window);
  g_assert_false (g_file_test (network, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_set_contents (path, "no extract at all", -1, NULL));
  cor_network_window_build (window, bad);
  wait_built (window);
  done = ui_find (GTK_WIDGET (window), ADW_TYPE_STATUS_PAGE, ui_has_name, "network-done");
  g_assert_nonnull (strstr (adw_status_page_get_description (ADW_STATUS_PAGE (done)), "corridor-no-extract.osm"));
  gtk_window_close (GTK_WINDOW (window));
  ui_wait (50);
  g_remove (path);
  remove_town (extract);
}

int
main (int argc, char **argv)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/roads/missing", UiFixture, NULL, ui_open, test_missing, ui_close);
  g_test_add ("/roads/use", UiFixture, NULL, ui_open, test_use, ui_close);
  g_test_add ("/roads/only-one", UiFixture, NULL, ui_open, test_only_one, ui_close);
  g_test_add ("/roads/choose", UiFixture, NULL, ui_open, test_choose, ui_close);
  g_test_add ("/roads/where-roads-are", UiFixture, NULL, ui_open, test_where_roads_are, ui_close);
  g_test_add ("/roads/follows-undo", UiFixture, NULL, ui_open, test_follows_undo, ui_close);
  g_test_add ("/roads/closed-meanwhile", UiFixture, NULL, ui_open, test_closed_meanwhile, ui_close);
  g_test_add ("/roads/cancel-and-problem", UiFixture, NULL, ui_open, test_cancel_and_problem, ui_close);
  return g_test_run ();
}
