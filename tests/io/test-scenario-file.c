/* test-scenario-file.c: scenarios read, written, opened and saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-dir.h"
#include "cor-fault.h"
#include "cor-item-json.h"
#include "cor-scenario-file.h"
#include "cor-scenario-reader.h"
#include "cor-scenario-schema.h"
#include "cor-scenario-writer.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static GBytes *
read_path (const char *path)
{
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return g_bytes_new_take (text, length);
}

/* The fixture that has every field of every kind, and members nobody knows. */
static GBytes *
every_field (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "io", "every-field.corridor", NULL);

  return read_path (path);
}

static CorScenario *
from_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return cor_scenario_from_bytes (bytes, error);
}

static void
assert_same_text (GBytes *a, GBytes *b)
{
  gsize na, nb;
  const char *ta = g_bytes_get_data (a, &na), *tb = g_bytes_get_data (b, &nb);
  g_autofree char *sa = g_strndup (ta, na), *sb = g_strndup (tb, nb);

  g_assert_cmpstr (sa, ==, sb);
}

static void
test_round_trip (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) before = every_field ();
  g_autoptr (CorScenario) scenario = cor_scenario_from_bytes (before, &error);
  g_autoptr (GBytes) after = NULL;

  g_assert_no_error (error);
  after = cor_scenario_to_bytes (scenario);
  assert_same_text (before, after);
}

/* The fixture is worth its name: each field of each kind is given at least once. */
static void
test_every_field (void)
{
  g_autoptr (GBytes) bytes = every_field ();
  g_autoptr (CorScenario) scenario = cor_scenario_from_bytes (bytes, NULL);

  for (int kind = 0; kind < COR_N_ITEM_KINDS; kind++)
    {
      guint n_fields, n_items;
      const CorField *fields = cor_item_fields (kind, &n_fields);
      const CorItem *const *items = cor_scenario_items (scenario, kind, &n_items);
      const CorItem *item = kind == COR_ITEM_HEAD ? &cor_scenario_head (scenario)->item : items[0];

      for (guint i = 0; i < n_fields; i++)
        {
          g_test_message ("%s %s", cor_item_kind_nick (kind), fields[i].key);
          g_assert_true (cor_item_field_given (item, &fields[i]));
        }
    }
}

static void
test_values (void)
{
  g_autoptr (GBytes) bytes = every_field ();
  g_autoptr (CorScenario) scenario = cor_scenario_from_bytes (bytes, NULL);
  const CorHead *head = cor_scenario_head (scenario);
  const CorStation *station = (const CorStation *) cor_scenario_find (scenario, COR_ITEM_STATION, "s1");
  const CorRoute *route = (const CorRoute *) cor_scenario_find (scenario, COR_ITEM_ROUTE, "r1");
  const CorPolicy *policy = (const CorPolicy *) cor_scenario_find (scenario, COR_ITEM_POLICY, "p1");
  const CorSite *yard = (const CorSite *) cor_scenario_find (scenario, COR_ITEM_SITE, "yard");
  const CorParameter *entries;
  guint n;

  g_assert_cmpint (head->last_model_year, ==, 2032);
  g_assert_cmpint (head->adoption, ==, COR_ADOPTION_CHEAPEST);
  g_assert_cmpint (station->station_kind, ==, COR_STATION_BOTH);
  g_assert_cmpfloat (station->open_to_h, ==, 22.5);
  g_assert_cmpuint (route->vias->len, ==, 2);
  g_assert_cmpstr (g_array_index (route->vias, CorVia, 0).site, ==, "yard");
  g_assert_cmpfloat (g_array_index (route->vias, CorVia, 1).lon, ==, 114.1);
  g_assert_false (route->round_trip);
  g_assert_cmpuint (policy->schedule->len, ==, 2);
  g_assert_cmpuint (policy->tiers->len, ==, 2);
  g_assert_cmpfloat (g_array_index (policy->tiers, CorPolicyPoint, 1).x, ==, 50.5);
  g_assert_cmpfloat (policy->min_wh_per_kg, ==, 125);
  g_assert_cmpstr (policy->powertrains[1], ==, "bet-swap");
  g_assert_true (isnan (yard->plug_kw));
  g_assert_null (yard->item.name);
  entries = cor_param_layer_entries (head->parameters, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpfloat (entries[0].high, ==, 8.25);
  g_assert_cmpfloat (entries[1].low, ==, 282);
  g_assert_cmpint (entries[1].status, ==, COR_STATUS_ASSUMED);
}

/* Numbers come back as they were, written as short as can be. */
static void
test_numbers (void)
{
  static const struct
  {
    double number;
    const char *text;
  } cases[] = { { 0.1, "0.1" },       { 1.0 / 3, "0.3333333333333333" },
                { 100000, "100000" }, { 6000000, "6000000" },
                { -0.0, "0" },        { 5e-324, "4.94065645841247e-324" },
                { 114.27, "114.27" }, { 1.7976931348623157e308, "1.7976931348623157e+308" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = cor_json_format_number (cases[i].number);

      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, cases[i].number);
    }
  for (guint i = 0; i < 20000; i++)
    {
      double number = g_test_rand_double_range (-1, 1) * exp (g_test_rand_double_range (-300, 300));
      g_autofree char *text = cor_json_format_number (number);

      g_assert_cmpfloat (g_ascii_strtod (text, NULL), ==, number);
    }
}

/* Every scenario that ships is in our form: reading and writing it changes no byte. */
static void
test_bundled (void)
{
  g_autofree char *folder = cor_data_file ("scenarios", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GBytes) before = NULL;
      g_autoptr (GBytes) after = NULL;
      g_autoptr (CorScenario) scenario = NULL;

      if (!g_str_has_suffix (name, ".corridor"))
        continue;
      g_test_message ("%s", name);
      before = read_path (path);
      scenario = cor_scenario_from_bytes (before, &error);
      g_assert_no_error (error);
      after = cor_scenario_to_bytes (scenario);
      assert_same_text (before, after);
    }
}

/* The schema that ships is the one the field tables make; if not:
 * corridor-cli schema --output=data/schema/corridor-scenario.schema.json */
static void
test_schema (void)
{
  g_autofree char *path = cor_data_file ("schema", "corridor-scenario.schema.json", NULL);
  g_autoptr (GBytes) shipped = read_path (path);
  g_autoptr (GBytes) made = cor_scenario_schema ();

  assert_same_text (shipped, made);
}

#define HEAD "{\"format\": \"corridor-scenario\", \"version\": 1, \"scenario\": {\"id\": \"x\"}"

static const struct
{
  const char *text;
  CorError code;
  const char *says;
} wrong[] = {
  { "[]", COR_ERROR_PARSE, "line 1" },
  { "{}", COR_ERROR_MISSING, "“format” is missing" },
  { "{\"format\": \"corridor-parameters\", \"version\": 1}", COR_ERROR_PARSE, "is no scenario" },
  { "{\"format\": \"corridor-scenario\"}", COR_ERROR_MISSING, "“version” is missing" },
  { "{\"format\": \"corridor-scenario\", \"version\": 2}", COR_ERROR_VERSION, "newer" },
  { "{\"format\": \"corridor-scenario\", \"version\": 1e300}", COR_ERROR_VERSION, "newer" },
  { "{\"format\": \"corridor-scenario\", \"version\": 0}", COR_ERROR_VERSION, "no version" },
  { "{\"format\": \"corridor-scenario\", \"version\": -1}", COR_ERROR_VERSION, "no version" },
  { "{\"format\": \"corridor-scenario\", \"version\": \"1\"}", COR_ERROR_PARSE, "version: this is a text" },
  { "{\"format\": \"corridor-scenario\", \"version\": 1}", COR_ERROR_MISSING, "“scenario” is missing" },
  { "{\"format\": \"corridor-scenario\", \"version\": 1, \"scenario\": {}}", COR_ERROR_MISSING, "scenario: “id” is missing" },
  { HEAD ", \"sites\": {}}", COR_ERROR_PARSE, "sites: this is an object" },
  { HEAD ", \"sites\": [1]}", COR_ERROR_PARSE, "sites[0]: this is a number" },
  { HEAD ", \"sites\": [{\"id\": \"a\"}]}", COR_ERROR_MISSING, "sites[0]: “lon” is missing (and 1 more fault)" },
  { HEAD ", \"sites\": [{\"id\": \"\", \"lon\": 1, \"lat\": 1}]}", COR_ERROR_MISSING, "sites[0].id" },
  { HEAD ", \"sites\": [{\"id\": \"a/b\", \"lon\": 1, \"lat\": 1}]}", COR_ERROR_PARSE, "sites[0].id" },
  { HEAD ", \"sites\": [{\"id\": 1, \"lon\": 1, \"lat\": 1}]}", COR_ERROR_PARSE, "sites[0].id" },
  { HEAD ", \"sites\": [{\"id\": \"a\", \"lon\": null, \"lat\": 1}]}", COR_ERROR_MISSING, "“lon” is missing" },
  { HEAD ", \"sites\": [{\"id\": \"a\", \"lon\": 22.5, \"lat\": 114}]}", COR_ERROR_RANGE, "sites[0].lat: lat is 114" },
  { HEAD ",\n\"sites\": [\n{\"id\": \"a\", \"lon\": 1, \"lat\": 1},\n{\"id\": \"a\", \"lon\": 1, \"lat\": 1}]}",
    COR_ERROR_DUPLICATE, "line 4, sites[1].id: the id “a” is there twice" },
  { HEAD ", \"stations\": [{\"id\": \"a\", \"lon\": 1, \"lat\": 1, \"kind\": \"coal\"}]}", COR_ERROR_PARSE, "charging, swap" },
  { HEAD ", \"stations\": [{\"id\": \"a\", \"lon\": 1, \"lat\": 1, \"kind\": null}]}", COR_ERROR_PARSE, "kind" },
  { HEAD ", \"stations\": [{\"id\": \"a\", \"lon\": 1, \"lat\": 1, \"power_kw\": -1}]}", COR_ERROR_RANGE, "power_kw is -1" },
  { HEAD ", \"stations\": [{\"id\": \"a\", \"lon\": 1, \"lat\": 1, \"power_kw\": 1e308}]}", COR_ERROR_RANGE, "power_kw" },
  { HEAD ", \"stations\": [{\"id\": \"a\", \"lon\": 1, \"lat\": 1, \"power_kw\": NaN}]}", COR_ERROR_PARSE, "NaN" },
  { HEAD ", \"routes\": [{\"id\": \"a\", \"vias\": [[1]]}]}", COR_ERROR_PARSE, "routes[0].vias[0]: a place is" },
  { HEAD ", \"routes\": [{\"id\": \"a\", \"vias\": [{}]}]}", COR_ERROR_PARSE, "routes[0].vias[0]" },
  { HEAD ", \"routes\": [{\"id\": \"a\", \"line\": [[22.5, 114]]}]}", COR_ERROR_RANGE, "longitude comes first" },
  { HEAD ", \"routes\": [{\"id\": \"a\", \"line\": [[\"1\", 2]]}]}", COR_ERROR_PARSE, "line[0]" },
  { HEAD ", \"routes\": [{\"id\": \"a\", \"trips_per_day\": -1}]}", COR_ERROR_RANGE, "trips_per_day" },
  { HEAD ", \"routes\": [{\"id\": \"a\", \"round_trip\": 1}]}", COR_ERROR_PARSE, "true or false" },
  { HEAD ", \"duties\": [{\"id\": \"a\", \"alternatives\": \"b\"}]}", COR_ERROR_PARSE, "a list in [ ]" },
  { HEAD ", \"duties\": [{\"id\": \"a\", \"alternatives\": [null]}]}", COR_ERROR_PARSE, "alternatives[0]" },
  { HEAD ", \"duties\": [{\"id\": \"a\", \"parameters\": [{\"id\": \"soul\", \"value\": 1}]}]}", COR_ERROR_REFERENCE, "soul" },
  { HEAD ", \"duties\": [{\"id\": \"a\", \"parameters\": [{\"id\": \"battery_kwh\"}]}]}", COR_ERROR_MISSING, "“value”" },
  { HEAD ", \"duties\": [{\"id\": \"a\", \"parameters\": [{\"id\": \"battery_kwh\", \"value\": -5}]}]}", COR_ERROR_RANGE, "battery_kwh" },
  { HEAD ", \"policies\": [{\"id\": \"a\"}]}", COR_ERROR_MISSING, "“kind”" },
  { HEAD ", \"policies\": [{\"id\": \"a\", \"kind\": \"energy\", \"first_year\": 20}]}", COR_ERROR_RANGE, "first_year" },
  { HEAD ", \"policies\": [{\"id\": \"a\", \"kind\": \"energy\", \"first_year\": 2024.5}]}", COR_ERROR_RANGE, "first_year" },
  { HEAD ", \"policies\": [{\"id\": \"a\", \"kind\": \"energy\", \"schedule\": {\"soon\": 1}}]}", COR_ERROR_RANGE, "“soon” is no year" },
  { HEAD ", \"policies\": [{\"id\": \"a\", \"kind\": \"energy\", \"schedule\": {\"2030\": 1, \"2025\": 1}}]}", COR_ERROR_PARSE, "rise" },
  { HEAD ", \"policies\": [{\"id\": \"a\", \"kind\": \"energy\", \"tiers\": {\"big\": 1}}]}", COR_ERROR_RANGE, "battery size" },
  { HEAD ", \"policies\": [{\"id\": \"a\", \"kind\": \"energy\", \"tiers\": {\"50\": 1, \"30\": 1}}]}", COR_ERROR_PARSE, "rise" },
  { HEAD ", \"variants\": [{\"id\": \"a\", \"changes\": []}]}", COR_ERROR_PARSE, "an object in { }" },
};

static void
test_wrong (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", wrong[i].text);
      g_assert_null (from_text (wrong[i].text, &error));
      g_test_message ("  %s", error->message);
      g_assert_error (error, COR_ERROR, (int) wrong[i].code);
      g_assert_nonnull (strstr (error->message, wrong[i].says));
    }
}

/* The file cut off at every 97th byte: always refused, always with a line. */
static void
test_cut (void)
{
  g_autoptr (GBytes) bytes = every_field ();
  gsize size = g_bytes_get_size (bytes);

  for (gsize end = 0; end < size - 2; end += 97)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, end);

      g_assert_null (cor_scenario_from_bytes (cut, &error));
      g_assert_error (error, COR_ERROR, COR_ERROR_PARSE);
      g_assert_true (g_str_has_prefix (error->message, "line "));
    }
}

/* Each value of the file replaced by each wrong type: refused or taken, but never a crash. */
static void
replace_values (GBytes *bytes, const CorJson *node, guint *refused)
{
  static const char *const values[] = { "null", "true", "-1", "1e308", "\"\"", "[]", "{}", "[[[]]]" };
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) changed = g_string_new_len (text, node->text - text);
      g_autoptr (CorScenario) scenario = NULL;

      g_string_append (changed, values[i]);
      g_string_append_len (changed, node->text + node->text_length, text + size - node->text - node->text_length);
      scenario = from_text (changed->str, &error);
      if (scenario != NULL)
        {
          g_autoptr (GBytes) written = cor_scenario_to_bytes (scenario);
          g_autoptr (CorScenario) again = cor_scenario_from_bytes (written, &error);

          g_assert_no_error (error);
          g_assert_nonnull (again);
          continue;
        }
      g_assert_true (error->domain == COR_ERROR);
      g_assert_true (g_str_has_prefix (error->message, "line "));
      (*refused)++;
    }
  for (const CorJson *child = node->first; child != NULL; child = child->next)
    replace_values (bytes, child, refused);
}

static void
test_replaced (void)
{
  g_autoptr (GBytes) bytes = every_field ();
  g_autoptr (CorJsonDoc) doc = cor_json_parse (bytes, NULL);
  guint refused = 0;

  replace_values (bytes, cor_json_doc_root (doc), &refused);
  g_test_message ("%u refused", refused);
  g_assert_cmpuint (refused, >, 800);
}

/* What a file of another form says is kept to the byte while nobody changes it. */
static void
test_foreign_form (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.corridor", NULL);
  g_autofree char *other = g_build_filename (folder, "b.corridor", NULL);
  const char *text = "\xef\xbb\xbf{\"version\":1.0,\r\n\"mine\" : {\"k\":[1.50]},\"format\":\"corridor-scenario\",\r\n"
                     "\"scenario\":{\"lon\":114.0,\"id\":\"x\",\"name\":\"\\u4e2d\"}}";
  g_autoptr (CorScenarioFile) file = NULL;
  g_autoptr (CorScenarioFile) saved = NULL;
  g_autoptr (CorScenarioFile) changed = NULL;
  g_autoptr (CorScenario) edited = NULL;
  g_autofree char *content = NULL;
  g_autofree char *rewritten = NULL;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  file = cor_scenario_file_load (path, &error);
  g_assert_no_error (error);
  saved = cor_scenario_file_save (cor_scenario_file_scenario (file), other, file, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (other, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, text);

  edited = cor_scenario_with_item (cor_scenario_file_scenario (file), cor_item_new (COR_ITEM_TRUCK, "t"));
  changed = cor_scenario_file_save (edited, other, saved, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (other, &rewritten, NULL, NULL));
  g_assert_nonnull (strstr (rewritten, "\"mine\": {\n    \"k\": [\n      1.50\n    ]\n  }\n}\n"));
  g_assert_nonnull (strstr (rewritten, "\"name\": \"中\""));
  g_remove (path);
  g_remove (other);
  g_clear_pointer (&content, g_free);
  content = g_strconcat (other, "~", NULL);
  g_remove (content);
  g_rmdir (folder);
}

/* Saving keeps the mode and one copy of what was there, leaves nothing behind, follows links. */
static void
test_save (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.corridor", NULL);
  g_autofree char *backup = g_strconcat (path, "~", NULL);
  g_autofree char *by_link = g_build_filename (folder, "link.corridor", NULL);
  g_autoptr (CorScenario) scenario = cor_scenario_new (NULL);
  g_autoptr (CorScenarioFile) saved = NULL;
  g_autofree char *old = NULL;
  g_autoptr (GDir) dir = NULL;
  GStatBuf about;
  guint n = 0;

  g_assert_true (g_file_set_contents (path, "what was there", -1, NULL));
  g_chmod (path, 0640);
  g_assert_cmpint (symlink ("a.corridor", by_link), ==, 0);
  saved = cor_scenario_file_save (scenario, by_link, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_file_test (by_link, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_get_contents (backup, &old, NULL, NULL));
  g_assert_cmpstr (old, ==, "what was there");
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpint (about.st_mode & 07777, ==, 0640);
  dir = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (dir) != NULL)
    n++;
  g_assert_cmpuint (n, ==, 3);
  g_remove (path);
  g_remove (backup);
  g_remove (by_link);
  g_rmdir (folder);
}

static void
test_save_fails (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenario) scenario = cor_scenario_new (NULL);
  g_autofree char *folder = g_dir_make_tmp ("corridor-XXXXXX", NULL);

  g_assert_null (cor_scenario_file_save (scenario, "/nowhere/at/all.corridor", NULL, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
  g_assert_nonnull (strstr (error->message, "/nowhere/at/all.corridor"));
  g_clear_error (&error);
  g_assert_null (cor_scenario_file_save (scenario, folder, NULL, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_PARSE);
  g_clear_error (&error);
  g_assert_null (cor_scenario_file_save (scenario, "/dev/full", NULL, &error));
  g_assert_nonnull (error);
  g_rmdir (folder);
}

static void
test_load_fails (void)
{
  static const char *const paths[] = { "/nowhere/at/all.corridor", "/", "/dev/null", "" };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cor_scenario_file_load (paths[i], &error));
      g_assert_nonnull (error);
      g_assert_true (g_str_has_prefix (error->message, paths[i]));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/scenario-file/round-trip", test_round_trip);
  g_test_add_func ("/scenario-file/every-field", test_every_field);
  g_test_add_func ("/scenario-file/values", test_values);
  g_test_add_func ("/scenario-file/numbers", test_numbers);
  g_test_add_func ("/scenario-file/bundled", test_bundled);
  g_test_add_func ("/scenario-file/schema", test_schema);
  g_test_add_func ("/scenario-file/wrong", test_wrong);
  g_test_add_func ("/scenario-file/cut", test_cut);
  g_test_add_func ("/scenario-file/replaced", test_replaced);
  g_test_add_func ("/scenario-file/foreign-form", test_foreign_form);
  g_test_add_func ("/scenario-file/save", test_save);
  g_test_add_func ("/scenario-file/save-fails", test_save_fails);
  g_test_add_func ("/scenario-file/load-fails", test_load_fails);
  return g_test_run ();
}
