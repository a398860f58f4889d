/* test-drop.c: files dropped on the real window: every kind, several at once, wrong ones.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-driver.h"

#include "cor-data-dir.h"
#include "cor-map-ground.h"
#include "cor-map-pane.h"

#include <glib/gstdio.h>

#define TABLE "name,lon,lat,power_kw\nDropped charging,114.2,22.6,120\n"

typedef struct
{
  UiFixture ui;
  char *folder;
  GSList *files; /* to be dropped */
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  ui_open (&f->ui, NULL);
  f->folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  f->files = NULL;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  cor_map_ground_choose (cor_map_ground_get_default (), COR_MAP_GROUND_BUNDLED);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_remove (path);
    }
  g_rmdir (f->folder);
  g_free (f->folder);
  g_slist_free_full (f->files, g_object_unref);
  ui_close (&f->ui, NULL);
}

/* Takes a file into the hand. */
static void
hold (Fixture *f, const char *name, const char *content)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, content, -1, NULL));
  f->files = g_slist_append (f->files, g_file_new_for_path (path));
}

static GtkDropTarget *
target_of (GtkWidget *widget)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (all, i);

      if (GTK_IS_DROP_TARGET (one))
        return GTK_DROP_TARGET (one);
    }
  return NULL;
}

/* Lets go of what is held, as the desktop hands it over. */
static void
drop_on (Fixture *f, gpointer window)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean taken = FALSE;

  g_value_init (&value, GDK_TYPE_FILE_LIST);
  g_value_set_boxed (&value, f->files);
  g_signal_emit_by_name (target_of (window), "drop", &value, 300.0, 300.0, &taken);
  g_assert_true (taken);
  g_slist_free_full (g_steal_pointer (&f->files), g_object_unref);
}

static GtkWidget *
named (gpointer window, const char *name)
{
  GtkWidget *widget = ui_find (window, GTK_TYPE_WIDGET, ui_has_name, name);

  g_assert_nonnull (widget);
  return widget;
}

static guint
n_stations (Fixture *f)
{
  return import_count (&f->ui, COR_ITEM_STATION);
}

static void
add (CorImportWindow *window)
{
  import_choose (window, "import-system", IMPORT_SYSTEM_WGS84);
  gtk_widget_activate_action (GTK_WIDGET (window), "import.add", NULL);
}

/* Two lists come one after the other, the first with a word on the second; both are added. */
static void
test_lists (Fixture *f, gconstpointer data)
{
  guint before = n_stations (f);
  AdwWindowTitle *title;

  hold (f, "first.csv", TABLE);
  hold (f, "second.csv", "name,lon,lat,power_kw\nAnother,114.3,22.7,60\n");
  drop_on (f, f->ui.window);
  title = ADW_WINDOW_TITLE (ui_find (GTK_WIDGET (import_wait ()), ADW_TYPE_WINDOW_TITLE, NULL, NULL));
  g_assert_cmpstr (adw_window_title_get_subtitle (title), ==, "first.csv");
  g_assert_nonnull (strchr (adw_window_title_get_title (title), '1'));
  add (import_window ());
  ui_until (n_stations (f) == before + 1);
  title = ADW_WINDOW_TITLE (ui_find (GTK_WIDGET (import_wait ()), ADW_TYPE_WINDOW_TITLE, NULL, NULL));
  g_assert_cmpstr (adw_window_title_get_subtitle (title), ==, "second.csv");
  g_assert_null (strchr (adw_window_title_get_title (title), '1'));
  add (import_window ());
  ui_until (import_window () == NULL);
  g_assert_null (import_window ());
  g_assert_cmpuint (n_stations (f), ==, before + 2);
}

/* Who cancels the first of three sees none of the others. */
static void
test_cancelled (Fixture *f, gconstpointer data)
{
  hold (f, "first.csv", TABLE);
  hold (f, "second.csv", TABLE);
  hold (f, "third.csv", TABLE);
  drop_on (f, f->ui.window);
  gtk_window_close (GTK_WINDOW (import_wait ()));
  ui_wait (300);
  g_assert_null (import_window ());
}

/* A list on a new scenario: the map shows all of it. */
static void
test_list_in_sight (Fixture *f, gconstpointer data)
{
  g_autoptr (GString) list = g_string_new ("name,lon,lat,power_kw\n");
  CorMapView *view = COR_MAP_VIEW (ui_find (GTK_WIDGET (f->ui.window), COR_TYPE_MAP_VIEW, NULL, NULL));
  const CorItem *const *stations;
  CorMapFrame frame;
  guint n;

  for (guint i = 0; i < 30; i++)
    g_string_append_printf (list, "Charging %u,%.3f,%.3f,120\n", i, 113.0 + (i * 7 % 30) * 0.05, 22.0 + (i * 11 % 30) * 0.04);
  ui_activate (&f->ui, "new", NULL);
  hold (f, "list.csv", list->str);
  drop_on (f, f->ui.window);
  add (import_wait ());
  ui_until (import_window () == NULL);
  ui_wait (1000);
  cor_map_view_get_frame (view, &frame);
  stations = cor_scenario_items (ui_scenario (&f->ui), COR_ITEM_STATION, &n);
  g_assert_cmpuint (n, ==, 30);
  for (guint i = 0; i < n; i++)
    {
      double x, y;

      cor_map_frame_project (&frame, ((const CorStation *) stations[i])->lon, ((const CorStation *) stations[i])->lat, &x, &y);
      g_assert_true (x > 0 && y > 0 && x < frame.width && y < frame.height);
    }
}

/* Another file on the import window takes the place of the first. */
static void
test_onto_import (Fixture *f, gconstpointer data)
{
  CorImportWindow *window;
  AdwWindowTitle *title;

  hold (f, "first.csv", TABLE);
  drop_on (f, f->ui.window);
  window = import_wait ();
  hold (f, "second.csv", TABLE);
  drop_on (f, window);
  g_assert_true (import_wait () == window);
  title = ADW_WINDOW_TITLE (ui_find (GTK_WIDGET (window), ADW_TYPE_WINDOW_TITLE, NULL, NULL));
  g_assert_cmpstr (adw_window_title_get_subtitle (title), ==, "second.csv");
  gtk_window_close (GTK_WINDOW (window));
  ui_until (import_window () == NULL);
}

static void
test_scenario (Fixture *f, gconstpointer data)
{
  g_autofree char *path = cor_data_file ("scenarios", "shenzhen-pilot.corridor", NULL);

  f->files = g_slist_append (NULL, g_file_new_for_path (path));
  drop_on (f, f->ui.window);
  g_assert_cmpstr (cor_scenario_head (ui_scenario (&f->ui))->item.id, ==, "shenzhen-pilot");
  g_assert_null (ui_dialog (&f->ui));
}

/* Waits for the message above the window, which has to name all of @wanted, and closes it. */
static void
check_said (Fixture *f, const char *const *wanted)
{
  GtkWindow *dialog;

  ui_until (ui_dialog (&f->ui) != NULL);
  dialog = ui_dialog (&f->ui);
  g_assert_nonnull (dialog);
  g_test_message ("%s", adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)));
  for (guint i = 0; wanted[i] != NULL; i++)
    g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), wanted[i]));
  gtk_window_close (dialog);
  ui_until (ui_dialog (&f->ui) == NULL);
}

/* A map file is looked at before it is chosen; a wrong one changes nothing. */
static void
test_map (Fixture *f, gconstpointer data)
{
  CorMapGround *ground = cor_map_ground_get_default ();
  g_autofree char *base = cor_data_file ("basemap", "base.mbtiles", NULL);
  static const char *const wrong[] = { "wrong.mbtiles", NULL };

  hold (f, "wrong.mbtiles", "nothing of the kind");
  drop_on (f, f->ui.window);
  check_said (f, wrong);
  g_assert_cmpint (cor_map_ground_get_chosen (ground), ==, COR_MAP_GROUND_BUNDLED);
  f->files = g_slist_append (NULL, g_file_new_for_path (base));
  drop_on (f, f->ui.window);
  ui_until (cor_map_ground_get_archive (ground) != NULL);
  g_assert_cmpint (cor_map_ground_get_kind (ground), ==, COR_MAP_GROUND_FILE);
  g_assert_cmpstr (cor_tile_archive_get_path (cor_map_ground_get_archive (ground)), ==, base);
}

/* What cannot be opened is named, each with its reason; what can be is opened all the same. */
static void
test_wrong (Fixture *f, gconstpointer data)
{
  static const char *const both[] = { "photo.png", "list.csv", NULL };
  static const char *const alone[] = { "photo.png", "MBTiles", NULL };
  static const char *const broken[] = { "broken.corridor", NULL };

  hold (f, "photo.png", "\x89PNG\r\n\x1a\n\x01");
  drop_on (f, f->ui.window);
  check_said (f, alone);
  hold (f, "photo.png", "\x89PNG\r\n\x1a\n\x01");
  hold (f, "list.csv", TABLE);
  f->files = g_slist_append (f->files, ui_sample ("shenzhen-pilot.corridor"));
  drop_on (f, f->ui.window);
  check_said (f, both);
  g_assert_cmpstr (cor_scenario_head (ui_scenario (&f->ui))->item.id, ==, "shenzhen-pilot");
  hold (f, "broken.corridor", "{");
  drop_on (f, f->ui.window);
  check_said (f, broken);
  g_assert_cmpstr (cor_scenario_head (ui_scenario (&f->ui))->item.id, ==, "shenzhen-pilot");
}

/* A frame with words while something is held over the window. */
static void
test_hint (Fixture *f, gconstpointer data)
{
  GtkWidget *hint = named (f->ui.window, "drop-hint");
  GtkDropTarget *target = target_of (GTK_WIDGET (f->ui.window));
  GdkDragAction action = 0;

  g_assert_false (gtk_widget_get_visible (hint));
  g_signal_emit_by_name (target, "enter", 10.0, 10.0, &action);
  g_assert_cmpint (action, ==, GDK_ACTION_COPY);
  g_assert_true (gtk_widget_get_visible (hint));
  g_assert_cmpstr (gtk_label_get_label (GTK_LABEL (gtk_widget_get_first_child (hint))), !=, "");
  g_signal_emit_by_name (target, "leave");
  g_assert_false (gtk_widget_get_visible (hint));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/drop/lists", Fixture, NULL, set_up, test_lists, tear_down);
  g_test_add ("/drop/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/drop/list-in-sight", Fixture, NULL, set_up, test_list_in_sight, tear_down);
  g_test_add ("/drop/onto-import", Fixture, NULL, set_up, test_onto_import, tear_down);
  g_test_add ("/drop/scenario", Fixture, NULL, set_up, test_scenario, tear_down);
  g_test_add ("/drop/map", Fixture, NULL, set_up, test_map, tear_down);
  g_test_add ("/drop/wrong", Fixture, NULL, set_up, test_wrong, tear_down);
  g_test_add ("/drop/hint", Fixture, NULL, set_up, test_hint, tear_down);
  return g_test_run ();
}
