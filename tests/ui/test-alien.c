/* test-alien.c: files whose names are no UTF-8, as they come out of archives of another system, in every window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "import-driver.h"

#include "cor-data-dir.h"
#include "cor-map-ground.h"
#include "cor-region-window.h"

#include <glib/gstdio.h>
#include <string.h>

/* "深圳" in GBK, and as it is shown. */
#define ALIEN "\xc9\xee\xdb\xda"
#define SHOWN "\357\277\275\357\277\275\357\277\275\357\277\275"

typedef struct
{
  UiFixture ui;
  char *folder;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  ui_open (&f->ui, NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  ui_close (&f->ui, NULL);
}

static GFile *
file_called (Fixture *f, const char *ending, const char *content)
{
  g_autofree char *name = g_strconcat (ALIEN, ending, NULL);
  g_autofree char *path = g_build_filename (f->folder, name, NULL);

  g_assert_true (content == NULL || g_file_set_contents (path, content, -1, NULL));
  return g_file_new_for_path (path);
}

static CorDocument *
document (Fixture *f)
{
  return cor_session_get_document (f->ui.session);
}

/* A message that is open says so much, and is closed. */
static void
expect_told (GtkWindow *dialog, const char *text)
{
  const char *body;

  g_assert_nonnull (dialog);
  body = adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog));
  g_assert_true (g_utf8_validate (body, -1, NULL));
  g_test_message ("%s", body);
  g_assert_nonnull (strstr (body, text));
  gtk_window_close (dialog);
  ui_wait (30);
}

/* Saved under such a name, opened, listed among the recent files, told of when another program changes it. */
static void
test_scenario (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = file_called (f, ".corridor", NULL), broken = file_called (f, "-broken.corridor", "{");
  GtkInfoBar *notice = GTK_INFO_BAR (ui_find (GTK_WIDGET (f->ui.window), GTK_TYPE_INFO_BAR, NULL, NULL));
  AdwWindowTitle *title = ADW_WINDOW_TITLE (ui_find (GTK_WIDGET (f->ui.window), ADW_TYPE_WINDOW_TITLE, NULL, NULL));

  g_assert_true (cor_document_save (document (f), file, COR_SAVE_NONE, NULL));
  g_assert_true (cor_window_load (f->ui.window, file));
  g_assert_true (g_str_has_prefix (adw_window_title_get_subtitle (title), SHOWN ".corridor"));
  ui_settle (&f->ui);
  g_assert_true (g_file_set_contents (g_file_peek_path (file), "{", -1, NULL));
  ui_until (gtk_info_bar_get_revealed (notice));
  g_assert_true (gtk_info_bar_get_revealed (notice));
  ui_wait (300);
  ui_activate (&f->ui, "save", NULL);
  expect_told (ui_dialog (&f->ui), SHOWN ".corridor");
  g_assert_false (cor_window_load (f->ui.window, broken));
  expect_told (ui_dialog (&f->ui), SHOWN "-broken.corridor");
}

/* What is imported of such a file says where it is from, and can be read again once it is saved. */
static void
test_import (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = file_called (f, ".csv", "name,lon,lat\nA,114.1,22.6\n"), saved = file_called (f, ".corridor", NULL);
  CorImportWindow *window;

  import_start (&f->ui, file);
  window = import_wait ();
  import_choose (window, "import-system", IMPORT_SYSTEM_WGS84);
  import_wait ();
  import_press_add (window);
  g_assert_nonnull (strstr (cor_document_get_undo_label (document (f)), SHOWN ".csv"));
  g_assert_true (cor_document_save (document (f), saved, COR_SAVE_NONE, NULL));
  g_assert_true (cor_window_load (f->ui.window, saved));
}

/* What is written under such a name is told of. */
static void
test_write (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) file = file_called (f, ".csv", NULL);

  cor_window_export_data (f->ui.window, file, "results.csv");
  ui_until (g_file_query_exists (file, NULL));
  ui_wait (300);
  g_assert_true (g_file_query_exists (file, NULL));
}

static void
map_tried (GObject *ground, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cor_map_ground_try_file_finish (COR_MAP_GROUND (ground), result, &error));
  g_assert_nonnull (strstr (error->message, "UTF-8"));
  *(gboolean *) done = TRUE;
}

/* Whether a chooser, which reads the folder first, has taken @file. */
static gboolean
chosen (GtkFileChooser *chooser, GFile *file)
{
  g_autoptr (GFile) now = gtk_file_chooser_get_file (chooser);

  return now != NULL && g_file_equal (now, file);
}

/* A path that is remembered has to be text: such a file is refused, with a way out. */
static void
test_remembered (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) map = file_called (f, ".mbtiles", NULL);
  g_autoptr (GFile) months = file_called (f, ".csv", "city,month,standard,km,litres\nShenzhen,2023-01,VI,1000,300\n");
  g_autofree char *bundled = cor_data_file ("basemap", "base.mbtiles", NULL);
  g_autoptr (GFile) tiles = g_file_new_for_path (bundled);
  gboolean done = FALSE;
  GtkWidget *region;

  g_assert_true (g_file_copy (tiles, map, G_FILE_COPY_NONE, NULL, NULL, NULL, NULL));
  cor_map_ground_try_file (cor_map_ground_get_default (), map, map_tried, &done);
  ui_until (done);
  g_assert_true (done);
  ui_activate (&f->ui, "region", NULL);
  ui_wait (300);
  region = ui_window (COR_TYPE_REGION_WINDOW);
  gtk_widget_activate_action (region, "region.import", NULL);
  ui_until (ui_window (GTK_TYPE_FILE_CHOOSER) != NULL);
  ui_wait (300);
  g_assert_true (gtk_file_chooser_set_file (ui_window (GTK_TYPE_FILE_CHOOSER), months, NULL));
  ui_until (chosen (ui_window (GTK_TYPE_FILE_CHOOSER), months));
  gtk_dialog_response (ui_window (GTK_TYPE_FILE_CHOOSER), GTK_RESPONSE_ACCEPT);
  ui_until (ui_window (ADW_TYPE_MESSAGE_DIALOG) != NULL);
  expect_told (ui_window (ADW_TYPE_MESSAGE_DIALOG), "UTF-8");
  g_assert_null (cor_scenario_head (ui_scenario (&f->ui))->city_months);
  ui_close_others (&f->ui);
}

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/alien/scenario", test_scenario);
  ADD ("/alien/import", test_import);
  ADD ("/alien/write", test_write);
  ADD ("/alien/remembered", test_remembered);
  return g_test_run ();
}
