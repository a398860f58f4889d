/* test-param-reader.c: the shipped parameters are whole, and the reader notices when one is not.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-correlation.h"
#include "cor-data-dir.h"
#include "cor-param-reader.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#define REGIONS                                                                                    \
  "\"regions\": [{\"id\": \"China\", \"name\": \"China\", \"name_zh\": \"中国\"},"                 \
  "{\"id\": \"Shenzhen\", \"name\": \"Shenzhen\", \"name_zh\": \"深圳\", \"parent\": \"China\"}]"
#define HEAD "{\"format\": \"corridor-parameters\", \"version\": 1, " REGIONS ", \"parameters\": ["
#define TAIL "]}"

/* The members of a sound entry: key and value as JSON. */
static const char *const sound[][2] = {
  { "id", "\"diesel_price_yuan_per_l\"" },
  { "region", "\"Shenzhen\"" },
  { "year", "2023" },
  { "value", "7.5" },
  { "low", "7" },
  { "high", "8" },
  { "unit", "\"yuan/L\"" },
  { "status", "\"published\"" },
  { "source", "\"a table of prices\"" },
  { "place", "\"row 3\"" },
};

/* A folder of its own for one file, and what came of reading it. */
static CorParamLayer *
read_text (const char *text, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "some.json", NULL);
  CorParamLayer *layer;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  layer = cor_param_reader_load_folder (folder, error);
  g_remove (path);
  g_rmdir (folder);
  if (layer == NULL)
    g_assert_nonnull (strstr ((*error)->message, "some.json"));
  return layer;
}

/* A sound entry, but @key has @value instead (%NULL: is not there). */
static char *
entry_with (const char *key, const char *value)
{
  GString *text = g_string_new ("{");
  gboolean done = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      gboolean this = g_strcmp0 (sound[i][0], key) == 0;
      const char *json = this ? value : sound[i][1];

      done |= this;
      if (json != NULL)
        g_string_append_printf (text, "%s\"%s\": %s", text->len > 1 ? ", " : "", sound[i][0], json);
    }
  if (key != NULL && !done)
    g_string_append_printf (text, ", \"%s\": %s", key, value);
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static CorParamLayer *
read_with (const char *key, const char *value, GError **error)
{
  g_autofree char *entry = entry_with (key, value);
  g_autofree char *text = g_strconcat (HEAD, entry, TAIL, NULL);

  return read_text (text, error);
}

/* Every file that ships: read whole, each entry with all that is asked of it. */
static void
test_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorParamLayer) layer = cor_param_reader_load_default (&error);
  const CorParameter *entries;
  const CorRegion *shenzhen;
  guint n;

  g_assert_no_error (error);
  entries = cor_param_layer_entries (layer, &n);
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (cor_parameter_check (&entries[i], NULL));
      g_assert_cmpint (entries[i].year, >, 0);
      g_assert_cmpint (strlen (entries[i].source), >, 3);
      g_assert_cmpint (strlen (entries[i].place), >, 0);
      g_assert_true (entries[i].region == NULL || cor_param_layer_find_region (layer, entries[i].region) != NULL);
    }
  g_assert_null (cor_param_layer_find_region (layer, "China")->parent);
  shenzhen = cor_param_layer_find_region (layer, "Shenzhen");
  g_assert_cmpstr (shenzhen->parent, ==, "Guangdong");
  g_assert_cmpstr (shenzhen->name_zh, ==, "深圳");
}

static void
test_sound (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorParamLayer) layer = read_with (NULL, NULL, &error);
  g_autoptr (CorParamLayer) everywhere = NULL;
  const CorParameter *entries;
  guint n;

  g_assert_no_error (error);
  entries = cor_param_layer_entries (layer, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpint (entries[0].id, ==, COR_PARAM_DIESEL_PRICE);
  g_assert_cmpstr (entries[0].region, ==, "Shenzhen");
  g_assert_cmpint (entries[0].year, ==, 2023);
  g_assert_cmpint (entries[0].powertrain, ==, -1);
  g_assert_cmpfloat (entries[0].value, ==, 7.5);
  g_assert_cmpint (entries[0].status, ==, COR_STATUS_PUBLISHED);

  everywhere = read_with ("region", "\"China\"", &error);
  g_assert_no_error (error);
  g_assert_null (cor_param_layer_entries (everywhere, &n)->region);
}

/* Each member that has to be there, taken out and emptied. */
static void
test_incomplete (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_with (sound[i][0], NULL, &error));
      g_assert_error (error, COR_ERROR, COR_ERROR_MISSING);
      g_assert_nonnull (strstr (error->message, sound[i][0]));
      g_assert_nonnull (strstr (error->message, "parameters[0]"));
      g_clear_error (&error);

      g_assert_null (read_with (sound[i][0], "\"  \"", &error));
      g_assert_nonnull (strstr (error->message, sound[i][0]));
      g_clear_error (&error);

      g_assert_null (read_with (sound[i][0], "null", &error));
      g_assert_error (error, COR_ERROR, COR_ERROR_PARSE);
    }
}

static const struct
{
  const char *key;
  const char *value;
  CorError code;
} wrong[] = {
  { "id", "\"diesel_price\"", COR_ERROR_REFERENCE },
  { "region", "\"Atlantis\"", COR_ERROR_REFERENCE },
  { "year", "2023.5", COR_ERROR_RANGE },
  { "year", "23", COR_ERROR_RANGE },
  { "year", "\"2023\"", COR_ERROR_PARSE },
  { "source_year", "0", COR_ERROR_RANGE },
  { "value", "-1", COR_ERROR_RANGE },
  { "value", "1e308", COR_ERROR_RANGE },
  { "value", "1e999", COR_ERROR_RANGE },
  { "value", "NaN", COR_ERROR_PARSE },
  { "value", "\"7.5\"", COR_ERROR_PARSE },
  { "low", "7.6", COR_ERROR_RANGE },
  { "high", "7.4", COR_ERROR_RANGE },
  { "unit", "\"yuan/kWh\"", COR_ERROR_PARSE },
  { "status", "\"guessed\"", COR_ERROR_PARSE },
  { "powertrain", "\"steam\"", COR_ERROR_PARSE },
  { "truck_type", "[]", COR_ERROR_PARSE },
  { "sorce", "\"typing error\"", COR_ERROR_PARSE },
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_with (wrong[i].key, wrong[i].value, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, COR_ERROR, (int) wrong[i].code);
    }
}

static void
test_duplicate (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *one = entry_with (NULL, NULL);
  g_autofree char *other_year = entry_with ("year", "2030");
  g_autofree char *twice = g_strconcat (HEAD, one, ",", one, TAIL, NULL);
  g_autofree char *series = g_strconcat (HEAD, one, ",", other_year, TAIL, NULL);
  g_autoptr (CorParamLayer) layer = NULL;

  g_assert_null (read_text (twice, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_DUPLICATE);
  g_clear_error (&error);
  layer = read_text (series, &error);
  g_assert_no_error (error);
}

/* Regions that hang in the air or go round in circles. */
static void
test_regions (void)
{
  static const char *const texts[] = {
    "{\"id\": \"A\", \"name\": \"A\", \"name_zh\": \"甲\", \"parent\": \"B\"}",
    "{\"id\": \"A\", \"name\": \"A\", \"name_zh\": \"甲\", \"parent\": \"A\"}",
    "{\"id\": \"A\", \"name\": \"A\", \"name_zh\": \"甲\"}, {\"id\": \"B\", \"name\": \"B\", \"name_zh\": \"乙\"}",
    ("{\"id\": \"A\", \"name\": \"A\", \"name_zh\": \"甲\"}, {\"id\": \"A\", \"name\": \"B\", \"name_zh\": \"乙\", "
     "\"parent\": \"A\"}"),
    "{\"id\": \"A\", \"name\": \"A\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
      g_autofree char *path = g_build_filename (folder, "r.json", NULL);
      g_autofree char *text
        = g_strdup_printf ("{\"format\": \"corridor-parameters\", \"version\": 1, \"regions\": [%s]}", texts[i]);

      g_assert_true (g_file_set_contents (path, text, -1, NULL));
      g_assert_null (cor_param_reader_load_folder (folder, &error));
      g_assert_nonnull (error);
      g_assert_true (error->domain == COR_ERROR);
      g_remove (path);
      g_rmdir (folder);
    }
}

#define PAIR(a, b, rho)                                                                            \
  "{\"parameters\": [\"" a "\", \"" b "\"], \"rho\": " rho ", \"status\": \"assumed\", \"source\": \"us\", "      \
  "\"reason\": \"so\", \"reason_zh\": \"如此\"}"
#define DEPOT "depot_price_yuan_per_kwh"
#define STATION "station_price_yuan_per_kwh"
#define DIESEL "diesel_price_yuan_per_l"

static CorParamLayer *
read_correlations (const char *list, GError **error)
{
  g_autofree char *text
    = g_strconcat ("{\"format\": \"corridor-parameters\", \"version\": 1, \"correlations\": [", list, "]}", NULL);

  return read_text (text, error);
}

/* Three that all hang on each other: by hand the determinant 1 + 2abc - a^2 - b^2 - c^2 decides. */
static void
test_correlations (void)
{
  static const struct
  {
    const char *list;
    int code; /* -1: sound */
    const char *names;
  } rows[] = {
    { PAIR (DEPOT, STATION, "0.8"), -1, NULL },
    { PAIR (DEPOT, STATION, "-1"), -1, NULL },
    { PAIR (DEPOT, STATION, "0.8") "," PAIR (DIESEL, STATION, "0.8") "," PAIR (DEPOT, DIESEL, "0.28"), -1, NULL },
    { PAIR (DEPOT, STATION, "0.8") "," PAIR (DIESEL, STATION, "0.8") "," PAIR (DEPOT, DIESEL, "0.27"), COR_ERROR_RANGE, DIESEL },
    { PAIR (DEPOT, STATION, "1") "," PAIR (DIESEL, STATION, "1") "," PAIR (DEPOT, DIESEL, "1"), -1, NULL },
    { PAIR (DEPOT, STATION, "1") "," PAIR (DIESEL, STATION, "0.9"), COR_ERROR_RANGE, DIESEL },
    { PAIR (DEPOT, STATION, "1.01"), COR_ERROR_RANGE, "rho" },
    { PAIR (DEPOT, STATION, "-1.01"), COR_ERROR_RANGE, "rho" },
    { PAIR (DEPOT, "battery_color", "0.5"), COR_ERROR_REFERENCE, "battery_color" },
    { PAIR (DEPOT, DEPOT, "0.5"), COR_ERROR_DUPLICATE, DEPOT },
    { PAIR (DEPOT, STATION, "0.5") "," PAIR (STATION, DEPOT, "0.5"), COR_ERROR_DUPLICATE, STATION },
    { PAIR (DEPOT, STATION, "0.5, \"why\": 1"), COR_ERROR_PARSE, "why" },
    { PAIR (DEPOT "\", \"" DIESEL, STATION, "0.5"), COR_ERROR_RANGE, "parameters" },
    { "{\"parameters\": [\"" DEPOT "\", \"" STATION "\"], \"rho\": 0.5}", COR_ERROR_MISSING, "status" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CorParamLayer) layer = read_correlations (rows[i].list, &error);

      g_test_message ("%u: %s", i, error ? error->message : "sound");
      if (rows[i].code < 0)
        {
          g_assert_no_error (error);
          g_assert_nonnull (layer);
        }
      else
        {
          g_assert_null (layer);
          g_assert_error (error, COR_ERROR, rows[i].code);
          g_assert_nonnull (strstr (error->message, rows[i].names));
        }
    }
}

/* Those that ship: each with its reason in both languages, and of figures that have a range. */
static void
test_correlations_shipped (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorParamLayer) layer = cor_param_reader_load_default (&error);
  const CorCorrelation *stated;
  const CorParameter *entries;
  guint n, n_entries;

  g_assert_no_error (error);
  stated = cor_param_layer_correlations (layer, &n);
  entries = cor_param_layer_entries (layer, &n_entries);
  g_assert_cmpuint (n, >, 0);
  g_assert_cmpuint (cor_correlation_check (stated, n), ==, n);
  for (guint i = 0; i < n; i++)
    {
      gboolean a = FALSE, b = FALSE;

      for (guint k = 0; k < n_entries; k++)
        {
          a |= entries[k].id == stated[i].a && entries[k].low < entries[k].high;
          b |= entries[k].id == stated[i].b && entries[k].low < entries[k].high;
        }
      g_assert_true (a && b);
      g_assert_cmpuint (strlen (stated[i].reason), >, 10);
      g_assert_cmpuint (g_utf8_strlen (stated[i].reason_zh, -1), >, 5);
      g_assert_cmpuint (strlen (stated[i].source), >, 3);
    }
}

static void
test_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorParamLayer) newer = NULL;

  g_assert_null (cor_param_reader_load_folder ("/nowhere/at/all", &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_clear_error (&error);
  newer = read_text ("{\"format\": \"corridor-parameters\", \"version\": 2}", &error);
  g_assert_null (newer);
  g_assert_error (error, COR_ERROR, COR_ERROR_VERSION);
  g_clear_error (&error);
  g_assert_null (read_text ("{\"format\": \"corridor-scenario\", \"version\": 1}", &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_PARSE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/param-reader/shipped", test_shipped);
  g_test_add_func ("/param-reader/correlations", test_correlations);
  g_test_add_func ("/param-reader/correlations-shipped", test_correlations_shipped);
  g_test_add_func ("/param-reader/sound", test_sound);
  g_test_add_func ("/param-reader/incomplete", test_incomplete);
  g_test_add_func ("/param-reader/wrong", test_wrong);
  g_test_add_func ("/param-reader/duplicate", test_duplicate);
  g_test_add_func ("/param-reader/regions", test_regions);
  g_test_add_func ("/param-reader/folder", test_folder);
  return g_test_run ();
}
