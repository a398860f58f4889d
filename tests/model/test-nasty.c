/* test-nasty.c: what nobody would write on purpose: gigabytes, depths, circles, parameters at their ends.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-dir.h"
#include "cor-edit.h"
#include "cor-engine.h"
#include "cor-file.h"
#include "cor-import.h"
#include "cor-json.h"
#include "cor-network-build.h"
#include "cor-network-store.h"
#include "cor-network.h"
#include "cor-scenario-file.h"
#include "cor-scenario-reader.h"
#include "cor-scenario-writer.h"

#include "../sanitized.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#define GIGABYTE (1024L * 1024 * 1024)
#define DEEP     10000

/* No refusal may take longer, seconds. */
#define AT_ONCE_S 5.0

static CorEngine *engine;

static CorScenario *
load (const char *name)
{
  g_autofree char *path = cor_data_file ("scenarios", name, NULL);
  CorScenarioFile *file = cor_scenario_file_load (path, NULL);
  CorScenario *scenario;

  g_assert_nonnull (file);
  scenario = cor_scenario_ref (cor_scenario_file_scenario (file));
  cor_scenario_file_free (file);
  return scenario;
}

/* A file of a gigabyte that begins like what it is taken for; sparse, so that it needs no room. */
static char *
huge (const char *folder, const char *name, const char *begin)
{
  char *path = g_build_filename (folder, name, NULL);
  int fd;

  g_assert_true (g_file_set_contents (path, begin, -1, NULL));
  fd = g_open (path, O_WRONLY | O_CLOEXEC, 0);
  g_assert_cmpint (ftruncate (fd, GIGABYTE), ==, 0);
  close (fd);
  return path;
}

/* Refused before it is read, with the limit. */
static void
test_gigabyte_scenario (void)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *path = huge (folder, "a.corridor", "{\"format\": \"");
  g_autoptr (GError) error = NULL;
  gint64 start = g_get_monotonic_time ();

  g_assert_null (cor_scenario_file_load (path, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "MiB"));
  g_assert_cmpfloat ((double) (g_get_monotonic_time () - start) / 1e6, <, AT_ONCE_S);
  g_remove (path);
  g_rmdir (folder);
}

/* An attribute of a gigabyte in an extract, a network of a gigabyte without an end of line. */
static void
test_gigabyte_roads (void)
{
  static const struct
  {
    const char *name, *begin;
  } files[] = {
    { "a.osm", "<osm version=\"0.6\"><node id=\"1\" lat=\"" },
    { "a.osm.pbf", "\x7f\xff\xff\xff" },
    { "a.txt", "corridor-network 1\nname " },
  };
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *out = g_build_filename (folder, "out", NULL);
  CorRoadSpeeds speeds = { { 20, 16, 12, 10, 8, 5, 4, 4 }, 0.02 };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = huge (folder, files[i].name, files[i].begin);
      g_autoptr (GError) error = NULL;

      if (i == 2)
        g_assert_null (cor_network_load (path, &speeds, &error));
      else
        g_assert_false (cor_network_build (path, out, NULL, NULL, NULL, NULL, NULL, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_false (g_file_test (out, G_FILE_TEST_EXISTS));
      g_remove (path);
    }
  g_rmdir (folder);
}

/* One name as long as a file may be: read, written, read again. */
static void
test_long_name (void)
{
  gsize length = COR_JSON_MAX_BYTES - 10000;
  g_autofree char *name = g_malloc (length + 1);
  g_autoptr (CorScenario) scenario = load ("icct-2021.corridor");
  g_autoptr (CorScenario) named = NULL, again = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  memset (name, 'x', length);
  name[length] = '\0';
  named = cor_edit_string (scenario, COR_ITEM_HEAD, NULL, "note", name, &error);
  g_assert_no_error (error);
  bytes = cor_scenario_to_bytes (named);
  again = cor_scenario_from_bytes (bytes, &error);
  if (g_bytes_get_size (bytes) > COR_JSON_MAX_BYTES)
    g_assert_error (error, COR_ERROR, COR_ERROR_TOO_LARGE);
  else
    g_assert_true (cor_scenario_equal (again, named));
}

/* Ten thousand elements inside each other, of every language that nests. */
static void
test_deep (void)
{
  static const char *const words[][2] = { { "[", "]" }, { "{\"a\":", "}" }, { "<gpx>", "</gpx>" },
                                          { "<kml>", "</kml>" }, { "<Placemark>", "</Placemark>" },
                                          { "{\"type\":\"GeometryCollection\",\"geometries\":[", "]}" } };
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (GError) error = NULL;
      CorImport *import;

      for (guint j = 0; j < DEEP; j++)
        g_string_append (text, words[i][0]);
      if (i == 1)
        g_string_append (text, "1");
      for (guint j = 0; j < DEEP; j++)
        g_string_append (text, words[i][1]);
      bytes = g_bytes_new (text->str, text->len);
      import = cor_import_read (bytes, COR_ITEM_SITE, COR_CRS_WGS84, empty, &error);
      g_assert_true ((import == NULL) == (error != NULL));
      g_clear_pointer (&import, cor_import_free);
    }
}

/* The policies of the study, the package holding itself and another that holds it. */
static void
test_circle (void)
{
  g_autoptr (CorScenario) scenario = load ("icct-2021.corridor");
  const char *circle[] = { "package", "carbon_tax", "package", NULL };
  g_autoptr (CorScenario) edited = NULL;
  g_autoptr (CorScenario) on = NULL;
  g_autoptr (GError) error = NULL;
  CorResults *results;

  edited = cor_edit_boxed (scenario, COR_ITEM_POLICY, "package", "members", circle, &error);
  g_assert_no_error (error);
  on = cor_edit_number (edited, COR_ITEM_POLICY, "package", "on", 1, &error);
  g_assert_no_error (error);
  results = cor_engine_evaluate (engine, on);
  g_assert_nonnull (results);
  cor_results_unref (results);
}

/* Numbers that are none, too large for a double, or negative where a length stands, and a key twice:
 * each refused, with its line. */
static void
test_numbers (void)
{
  static const struct
  {
    const char *member;
    int code;
  } lengths[] = {
    { "\"distance_km\": NaN", COR_ERROR_PARSE },
    { "\"distance_km\": Infinity", COR_ERROR_PARSE },
    { "\"distance_km\": -5", COR_ERROR_RANGE },
    { "\"distance_km\": 1e308", COR_ERROR_RANGE },
    { "\"distance_km\": 1e999", -1 },
    { "\"distance_km\": 10, \"distance_km\": 10", COR_ERROR_DUPLICATE },
    { "\"days_per_year\": -1e308", COR_ERROR_RANGE },
    { "\"line\": [[1e308, -1e308], [114, 22]]", COR_ERROR_RANGE },
    { "\"vias\": [[114]]", COR_ERROR_PARSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"format\": \"corridor-scenario\", \"version\": 1, \"scenario\": {\"id\": \"s\"},\n"
                                               "\"routes\": [{\"id\": \"r\", %s}]}", lengths[i].member);
      g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
      g_autoptr (GError) error = NULL;
      g_autoptr (CorScenario) none = cor_scenario_from_bytes (bytes, &error);

      g_assert_null (none);
      g_test_message ("%s", error->message);
      g_assert_true (g_str_has_prefix (error->message, "line 2"));
      if (lengths[i].code >= 0)
        g_assert_error (error, COR_ERROR, lengths[i].code);
    }
}

/* The same in a table and in GeoJSON: what is no place is left out and said, what is one is taken. */
static void
test_imported_numbers (void)
{
  static const char *const texts[] = {
    "name,lon,lat,power_kw\nA,nan,22,1\nB,1e308,22,1\nC,114,-1e308,1\nD,inf,inf,1\nE,114,22,-1e308\n",
    "{\"type\":\"FeatureCollection\",\"features\":["
    "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[1e308,22]}},"
    "{\"type\":\"Feature\",\"properties\":{},\"geometry\":{\"type\":\"Point\",\"coordinates\":[-1e308,1e308]}},"
    "{\"type\":\"Feature\",\"properties\":{\"power_kw\":-7},\"geometry\":{\"type\":\"Point\",\"coordinates\":[114,22]}}]}",
  };
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (texts[i], strlen (texts[i]));
      g_autoptr (GError) error = NULL;
      g_autoptr (CorImport) import = cor_import_read (bytes, COR_ITEM_STATION, COR_CRS_WGS84, empty, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (import->items->len, ==, 1);
      g_assert_true (isnan (((const CorStation *) g_ptr_array_index (import->items, 0))->power_kw));
      g_assert_cmpuint (import->n_left_out, ==, i == 0 ? 4 : 2);
    }
}

static void
expect_no_infinity (const CorResults *results, const char *what)
{
  const double numbers[] = { results->detour_share, results->saved_t, results->public_yuan_per_year,
                             results->public_yuan_per_t };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (isinf (numbers[i]))
      g_error ("%s: number %u is %g", what, i, numbers[i]);
}

/* Every parameter at the lowest and the highest it may be: a result, and no infinite number. */
static void
test_ends (void)
{
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");

  for (guint i = 0; i < COR_N_PARAMS; i += sanitized_step (10))
    for (guint high = 0; high < 2; high++)
      {
        const CorParamInfo *info = cor_param_info ((CorParamId) i);
        double value = high ? info->highest : info->lowest;
        g_autofree char *what = g_strdup_printf ("%s = %g", info->id, value);
        g_autoptr (CorScenario) edited
            = cor_edit_parameter (scenario, COR_ITEM_HEAD, NULL, (CorParamId) i, value, NULL);
        CorResults *results;

        if (edited == NULL)
          continue;
        results = cor_engine_evaluate (engine, edited);
        g_assert_nonnull (results);
        expect_no_infinity (results, what);
        cor_results_unref (results);
      }
}

/* The network that a scenario names lies in the folder of networks or nowhere: what leads out of it is not looked
 * for, though a network lies there, and the bundled roads stand in. */
static void
test_network_names (void)
{
  static const char *const names[] = { "\xff", "../out", "../../out", "x/../../out", "./out", ".", "..", "/etc/passwd", "in/out" };
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "corridor", NULL);
  g_autofree char *out = g_build_filename (folder, "out.network", NULL);
  g_autofree char *networks = g_build_filename (folder, "networks", NULL);
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");

  g_assert_cmpint (g_mkdir_with_parents (networks, 0700), ==, 0);
  g_assert_true (g_file_set_contents (out, "corridor-network 1\n", -1, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (CorScenario) named = cor_edit_string (scenario, COR_ITEM_HEAD, NULL, "network", names[i], NULL);
      g_autoptr (CorResults) results = NULL;
      g_autoptr (CorNetwork) network = NULL;
      gboolean missing = FALSE;

      g_assert_null (cor_network_store_path (names[i]));
      g_assert_nonnull (named);
      results = cor_engine_evaluate (engine, named);
      g_assert_nonnull (results);
      network = cor_engine_network_for (engine, names[i], &missing);
      g_assert_true (missing);
      g_assert_true (network == cor_engine_network (engine));
    }
  g_remove (out);
}

/* What is given up before it begins is not begun: the network that the scenario names is not looked for, so that it is
 * found once it is there. */
static void
test_network_not_looked_for (void)
{
  g_autofree char *path = cor_network_store_path ("later"), *folder = g_path_get_dirname (path);
  g_autofree char *bundled = cor_data_file ("network", "gba-indicative.txt", NULL), *text = NULL;
  g_autoptr (CorScenario) scenario = load ("eastern-port.corridor");
  g_autoptr (CorScenario) named = cor_edit_string (scenario, COR_ITEM_HEAD, NULL, "network", "later", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (CorNetwork) network = NULL;
  gboolean missing = TRUE;
  gsize length;

  g_cancellable_cancel (cancellable);
  g_assert_null (cor_engine_evaluate_until (engine, named, cancellable));
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_get_contents (bundled, &text, &length, NULL));
  g_assert_true (g_file_set_contents (path, text, (gssize) length, NULL));
  network = cor_engine_network_for (engine, "later", &missing);
  g_assert_false (missing);
  g_assert_true (network != cor_engine_network (engine));
  g_remove (path);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *corridor = g_build_filename (home, "corridor", NULL);
  g_autofree char *networks = g_build_filename (corridor, "networks", NULL);
  int status;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  g_test_init (&argc, &argv, NULL);
  engine = cor_engine_new_default (NULL);
  g_assert_nonnull (engine);
  g_test_add_func ("/nasty/gigabyte-scenario", test_gigabyte_scenario);
  g_test_add_func ("/nasty/gigabyte-roads", test_gigabyte_roads);
  g_test_add_func ("/nasty/long-name", test_long_name);
  g_test_add_func ("/nasty/deep", test_deep);
  g_test_add_func ("/nasty/numbers", test_numbers);
  g_test_add_func ("/nasty/imported-numbers", test_imported_numbers);
  g_test_add_func ("/nasty/circle", test_circle);
  g_test_add_func ("/nasty/ends", test_ends);
  g_test_add_func ("/nasty/network-names", test_network_names);
  g_test_add_func ("/nasty/network-not-looked-for", test_network_not_looked_for);
  status = g_test_run ();
  g_rmdir (networks);
  g_rmdir (corridor);
  g_rmdir (home);
  cor_engine_unref (engine);
  return status;
}
