/* test-scenario-file.c: scenarios read, written, opened and saved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-file-fixture.h"

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
  return g_test_run ();
}
