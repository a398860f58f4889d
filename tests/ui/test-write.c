/* test-write.c: whatever windows write comes whole or not at all: no room, a window that closes meanwhile.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "../no-room.h"

#include "cor-edit.h"
#include "cor-import.h"
#include "cor-write.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define OLD "what was there before"
/* So much may be written to a file while there is no room. */
#define ROOM 200

typedef struct
{
  UiFixture ui;
  char *folder;
} Fixture;

/* What is written, and under which name. */
typedef struct
{
  const char *name;
  const char *what; /* of the data export; NULL for the report */
} Kind;

static const Kind kinds[] = {
  { "results.csv", "csv" },        { "scenario.geojson", "geojson" }, { "routes.gpx", "gpx" },
  { "results.xlsx", "xlsx" },      { "report.pdf", NULL },            { "page.png", NULL },
  { "page.svg", NULL },
};

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  ui_open (&f->ui, NULL);
}

static guint
n_files (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  ui_close (&f->ui, NULL);
}

static GFile *
file_for (Fixture *f, const Kind *kind)
{
  return g_file_new_build_filename (f->folder, kind->name, NULL);
}

static void
begin (Fixture *f, CorWindow *window, const Kind *kind)
{
  g_autoptr (GFile) file = file_for (f, kind);

  if (kind->what != NULL)
    cor_window_export_data (window, file, kind->what);
  else
    cor_window_write_report (window, file);
}

static char *
content (Fixture *f, const Kind *kind, gsize *length)
{
  g_autofree char *path = g_build_filename (f->folder, kind->name, NULL);
  char *text = NULL;

  g_file_get_contents (path, &text, length, NULL);
  return text;
}

static void
remove_file (Fixture *f, const Kind *kind)
{
  g_autofree char *path = g_build_filename (f->folder, kind->name, NULL);

  g_remove (path);
}

/* There is a message in words, which names the file and says that the disk is full. */
static void
expect_told (Fixture *f, const Kind *kind)
{
  GtkWindow *dialog;

  ui_until (ui_dialog (&f->ui) != NULL
            && strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (ui_dialog (&f->ui))), kind->name) != NULL);
  dialog = ui_dialog (&f->ui);
  if (dialog == NULL)
    g_error ("%s: no message", kind->name);
  g_test_message ("%s", adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)), kind->name));
  g_assert_nonnull (strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (dialog)),
                            g_dgettext (GETTEXT_PACKAGE, "there is no room on the disk; what was there before is untouched")));
  gtk_window_destroy (dialog);
}

/* No room: the old file stays as it was, there is no half of a new one beside it, and it is said. */
static void
test_no_room (Fixture *f, gconstpointer data)
{
  cor_selection_set (cor_session_get_selection (f->ui.session), COR_ITEM_ROUTE,
                     cor_scenario_items (ui_scenario (&f->ui), COR_ITEM_ROUTE, &(guint){ 0 })[0]->id);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const Kind *kind = &kinds[i];
      g_autofree char *path = g_build_filename (f->folder, kind->name, NULL), *after = NULL;

      g_assert_true (g_file_set_contents (path, OLD, -1, NULL));
      limit_files (ROOM);
      begin (f, f->ui.window, kind);
      expect_told (f, kind);
      limit_files (RLIM_INFINITY);
      after = content (f, kind, NULL);
      g_assert_cmpstr (after, ==, OLD);
      g_assert_cmpuint (n_files (f), ==, 1);
      /* Where there was none, there is none. */
      remove_file (f, kind);
      limit_files (ROOM);
      begin (f, f->ui.window, kind);
      expect_told (f, kind);
      limit_files (RLIM_INFINITY);
      g_assert_cmpuint (n_files (f), ==, 0);
    }
}

/* The window goes while it writes: what was asked for is there whole, or nothing is. */
static void
test_closed_meanwhile (Fixture *f, gconstpointer data)
{
  g_autoptr (GFile) sample = ui_sample ("shenzhen-pilot.corridor");

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      CorWindow *window = cor_window_new (f->ui.app);
      UiFixture other = { f->ui.app, window, cor_window_get_session (window) };
      gpointer watched = window;
      g_autofree char *after = NULL;
      gsize length = 0;

      g_object_add_weak_pointer (G_OBJECT (window), &watched);
      gtk_window_present (GTK_WINDOW (window));
      g_assert_true (cor_window_load (window, sample));
      ui_settle (&other);
      cor_selection_set (cor_session_get_selection (other.session), COR_ITEM_ROUTE,
                         cor_scenario_items (ui_scenario (&other), COR_ITEM_ROUTE, &(guint){ 0 })[0]->id);
      begin (f, window, &kinds[i]);
      ui_wait (i * 3);
      gtk_window_destroy (GTK_WINDOW (window));
      ui_until (watched == NULL);
      g_assert_null (watched);
      g_assert_cmpuint (n_files (f), <=, 1);
      after = content (f, &kinds[i], &length);
      g_assert_true (after == NULL || length > 500);
      remove_file (f, &kinds[i]);
      g_assert_cmpuint (n_files (f), ==, 0);
    }
}

/* Takes its time. */
static GBytes *
make_slowly (gpointer job, GCancellable *cancellable, GError **error)
{
  g_usleep (G_USEC_PER_SEC / 2);
  return g_bytes_new_static (OLD, strlen (OLD));
}

static gboolean
close_message (gpointer seen)
{
  GtkWindow *dialog = ui_window (ADW_TYPE_MESSAGE_DIALOG);

  if (dialog == NULL)
    return G_SOURCE_CONTINUE;
  (*(guint *) seen)++;
  gtk_window_close (dialog);
  return G_SOURCE_REMOVE;
}

static void
write_and_close (GtkApplication *app, GFile *file)
{
  GtkWidget *window = gtk_application_window_new (app);

  gtk_window_present (GTK_WINDOW (window));
  cor_write_file (GTK_WINDOW (window), file, make_slowly, NULL, NULL, "Not written", NULL);
  gtk_window_close (GTK_WINDOW (window));
}

/* A program whose only window is closed while it writes to @path; how often it said that it could not. */
static guint
run_and_close (const char *path)
{
  g_autoptr (GtkApplication) app = GTK_APPLICATION (adw_application_new ("com.example.Writes", G_APPLICATION_NON_UNIQUE));
  g_autoptr (GFile) file = g_file_new_for_path (path);
  guint seen = 0, source = g_timeout_add (50, close_message, &seen);

  g_signal_connect (app, "activate", G_CALLBACK (write_and_close), file);
  g_assert_cmpint (g_application_run (G_APPLICATION (app), 0, NULL), ==, 0);
  if (seen == 0)
    g_source_remove (source);
  return seen;
}

/* The program ends once what was asked for is there, or it is read that it is not. */
static void
test_last_window (void)
{
  g_autofree char *folder = NULL, *path = NULL;

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 20 * G_USEC_PER_SEC, G_TEST_SUBPROCESS_INHERIT_STDERR);
      g_test_trap_assert_passed ();
      return;
    }
  folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  path = g_build_filename (folder, "table.csv", NULL);
  g_assert_cmpuint (run_and_close (path), ==, 0);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpuint (run_and_close (path), ==, 1);
}

/* Once it is there: the whole file appears at once. */
static char *
exported (Fixture *f, const char *what, gsize *length)
{
  g_autofree char *name = g_strconcat ("corridor-export-", what, NULL);
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  char *text = NULL;

  cor_window_export_data (f->ui.window, file, what);
  *length = 0;
  /* A spreadsheet waits for the variants. */
  for (guint i = 0; i < 1000 && *length == 0; i++)
    {
      ui_wait (20);
      g_clear_pointer (&text, g_free);
      g_file_get_contents (path, &text, length, NULL);
    }
  g_assert_cmpuint (*length, >, 0);
  g_remove (path);
  return text;
}

static guint
dialogs_in_sight (void)
{
  GListModel *tops = gtk_window_get_toplevels ();
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (tops); i++)
    {
      g_autoptr (GtkWidget) top = g_list_model_get_item (tops, i);

      n += ADW_IS_MESSAGE_DIALOG (top) && gtk_widget_get_mapped (top);
    }
  return n;
}

/* What is exported right after an edit has its figures, not those that are shown until it is worked out. */
static void
test_newest (Fixture *f, gconstpointer data)
{
  CorDocument *document = cor_session_get_document (f->ui.session);
  CorScenario *next = cor_edit_number (cor_document_get_scenario (document), COR_ITEM_HEAD, NULL, "green_share", 0.25, NULL);
  gsize length;
  g_autofree char *before = exported (f, "results.csv", &length), *soon = NULL, *settled = NULL;

  cor_document_apply (document, next, "Green power", NULL);
  g_assert_true (cor_session_get_computing (f->ui.session));
  soon = exported (f, "results.csv", &length);
  ui_until (!cor_session_get_computing (f->ui.session));
  settled = exported (f, "results.csv", &length);
  g_assert_cmpstr (soon, !=, before);
  g_assert_cmpstr (soon, ==, settled);
  g_assert_cmpuint (dialogs_in_sight (), ==, 0);
}

static guint
count (UiFixture *f, CorItemKind kind)
{
  guint n;

  cor_scenario_items (ui_scenario (f), kind, &n);
  return n;
}

/* What the menu exports: of each kind, and the map comes back whole. */
static void
test_export (Fixture *f, gconstpointer data)
{
  gsize length;
  g_autofree char *book = exported (f, "xlsx", &length);
  g_autofree char *results = exported (f, "results.csv", &length);
  g_autofree char *stations = exported (f, "stations.csv", &length);
  g_autofree char *gpx = exported (f, "gpx", &length);
  g_autofree char *map = exported (f, "geojson", &length);
  g_autoptr (GBytes) bytes = g_bytes_new (map, length);
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  g_autoptr (CorImport) import = cor_import_read (bytes, COR_IMPORT_EACH, COR_CRS_WGS84, empty, NULL);

  g_assert_true (g_str_has_prefix (book, "PK"));
  g_assert_true (g_str_has_prefix (results, "duty,route,truck,"));
  g_assert_nonnull (strstr (stations, "power_kw"));
  g_assert_nonnull (strstr (gpx, "<trkpt"));
  g_assert_cmpuint (import->n_taken, ==,
                    count (&f->ui, COR_ITEM_SITE) + count (&f->ui, COR_ITEM_STATION) + count (&f->ui, COR_ITEM_ROUTE));
  g_assert_cmpuint (import->n_left_out, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/write/last-window", test_last_window);
  g_test_add ("/write/export", Fixture, NULL, set_up, test_export, tear_down);
  g_test_add ("/write/newest", Fixture, NULL, set_up, test_newest, tear_down);
  g_test_add ("/write/no-room", Fixture, NULL, set_up, test_no_room, tear_down);
  g_test_add ("/write/closed-meanwhile", Fixture, NULL, set_up, test_closed_meanwhile, tear_down);
  return g_test_run ();
}
