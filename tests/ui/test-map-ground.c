/* test-map-ground.c: a map file of one's own, broken ones, tiles from the net that do not come.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-data-dir.h"
#include "cor-map-ground.h"
#include "cor-map-pane.h"
#include "cor-settings.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static gboolean
has_text (GtkWidget *widget, gconstpointer text)
{
  return gtk_widget_get_mapped (widget)
         && strstr (gtk_label_get_label (GTK_LABEL (widget)), text) != NULL;
}

static gboolean
shows (UiFixture *f, const char *text)
{
  return ui_find (GTK_WIDGET (f->window), GTK_TYPE_LABEL, has_text, text) != NULL;
}

static void
choose (const char *key, const char *value, CorMapGroundKind kind)
{
  g_settings_set_string (cor_settings_get (), key, value);
  cor_map_ground_choose (cor_map_ground_get_default (), kind);
  ui_wait (400);
}

static void
back (void)
{
  cor_map_ground_choose (cor_map_ground_get_default (), COR_MAP_GROUND_BUNDLED);
  g_settings_reset (cor_settings_get (), "base-file");
  g_settings_reset (cor_settings_get (), "online-url");
  g_settings_reset (cor_settings_get (), "online-attribution");
  ui_wait (50);
}

/* A picture of one pixel. */
#define PIXEL \
  "x'89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c6368" \
  "98b00000034401b17ad736140000000049454e44ae426082'"

/* A file with these tiles, and somebody to name. */
static char *
make_file (const char *tiles)
{
  g_autofree char *sql = g_strconcat (
      "CREATE TABLE metadata (name text, value text);"
      "CREATE TABLE tiles (zoom_level integer, tile_column integer, tile_row integer, tile_data blob);"
      "INSERT INTO metadata VALUES ('name', 'Own'), ('format', 'png'), ('minzoom', '0'), "
      "('maxzoom', '2'), ('attribution', 'Survey office, 2026');",
      tiles, NULL);
  char *path = g_build_filename (g_get_tmp_dir (), "cor-own-XXXXXX.mbtiles", NULL);
  sqlite3 *db;

  g_close (g_mkstemp (path), NULL);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  return path;
}

/* Its attribution stands on the map; a damaged tile in it does no harm; and back again. */
static void
test_own (UiFixture *f, gconstpointer data)
{
  g_autofree char *path
      = make_file ("INSERT INTO tiles VALUES (0, 0, 0, x'00112233'), (1, 0, 0, " PIXEL "), (1, 1, 0, x'0011');");
  CorMapGround *ground = cor_map_ground_get_default ();

  choose ("base-file", path, COR_MAP_GROUND_FILE);
  ui_until (cor_map_ground_get_archive (ground) != NULL);
  g_assert_cmpint (cor_map_ground_get_kind (ground), ==, COR_MAP_GROUND_FILE);
  g_assert_null (cor_map_ground_get_problem (ground));
  g_assert_true (shows (f, "Survey office, 2026"));
  g_assert_false (shows (f, "GSHHG"));
  back ();
  g_assert_true (shows (f, "GSHHG"));
  g_unlink (path);
}

/* What is no map file is told in words, and the bundled map stays. */
static void
test_broken (UiFixture *f, gconstpointer data)
{
  g_autofree char *text = cor_data_file ("basemap", "places.csv", NULL);
  g_autofree char *damaged = make_file ("INSERT INTO tiles VALUES (0, 0, 0, x'00112233'), (1, 1, 0, x'0011');");
  g_autofree char *empty = make_file ("");
  const char *const wrong[] = { "/nowhere/at/all.mbtiles", text, "/dev/null", "/tmp", damaged, empty };
  CorMapGround *ground = cor_map_ground_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      choose ("base-file", wrong[i], COR_MAP_GROUND_FILE);
      for (guint k = 0; cor_map_ground_get_problem (ground) == NULL && k < 200; k++)
        ui_wait (20);
      g_test_message ("%s: %s", wrong[i], cor_map_ground_get_problem (ground));
      g_assert_nonnull (cor_map_ground_get_problem (ground));
      g_assert_cmpint (cor_map_ground_get_kind (ground), ==, COR_MAP_GROUND_BUNDLED);
      g_assert_true (shows (f, "GSHHG"));
      /* It stays in sight until something is done about it. */
      ui_wait (100);
      g_assert_true (shows (f, cor_map_ground_get_problem (ground)));
    }
  gtk_widget_activate_action (ui_find (GTK_WIDGET (f->window), COR_TYPE_MAP_PANE, NULL, NULL), "ground.bundled", NULL);
  ui_wait (100);
  g_assert_cmpint (cor_map_ground_get_chosen (ground), ==, COR_MAP_GROUND_BUNDLED);
  g_assert_null (cor_map_ground_get_problem (ground));
  back ();
  g_unlink (damaged);
  g_unlink (empty);
}

/* Off until chosen; an address that is not encrypted is refused; one that does not answer blocks nothing. */
static void
test_online (UiFixture *f, gconstpointer data)
{
  CorMapGround *ground = cor_map_ground_get_default ();
  gint64 start;

  g_settings_set_string (cor_settings_get (), "online-url", "https://localhost:9/{z}/{x}/{y}.png");
  g_assert_cmpint (cor_map_ground_get_kind (ground), ==, COR_MAP_GROUND_BUNDLED);
  choose ("online-url", "http://tiles.example/{z}/{x}/{y}.png", COR_MAP_GROUND_ONLINE);
  g_assert_nonnull (cor_map_ground_get_problem (ground));
  g_assert_cmpint (cor_map_ground_get_kind (ground), ==, COR_MAP_GROUND_BUNDLED);
  g_settings_set_string (cor_settings_get (), "online-attribution", "© Somebody");
  start = g_get_monotonic_time ();
  choose ("online-url", "https://localhost:9/{z}/{x}/{y}.png", COR_MAP_GROUND_ONLINE);
  g_assert_cmpint (cor_map_ground_get_kind (ground), ==, COR_MAP_GROUND_ONLINE);
  g_assert_true (shows (f, "© Somebody"));
  /* 400 ms were waited for; what comes on top is blocking. */
  g_assert_cmpint (g_get_monotonic_time () - start, <, 3 * G_USEC_PER_SEC);
  ui_wait (300);
  back ();
}

/* None: nothing below, nobody to name. */
static void
test_none (UiFixture *f, gconstpointer data)
{
  cor_map_ground_choose (cor_map_ground_get_default (), COR_MAP_GROUND_NONE);
  ui_wait (200);
  g_assert_false (shows (f, "GSHHG"));
  back ();
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("/ui/map-ground/own", test_own);
  ADD ("/ui/map-ground/broken", test_broken);
  ADD ("/ui/map-ground/online", test_online);
  ADD ("/ui/map-ground/none", test_none);
  return g_test_run ();
}
