/* test-variant.c: changes applied, found again, and refused; scenarios checked.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-factor-reader.h"
#include "cor-fault.h"
#include "cor-param-reader.h"
#include "cor-scenario-check.h"
#include "cor-scenario-reader.h"
#include "cor-scenario-writer.h"
#include "cor-variant.h"

#include <math.h>
#include <string.h>

static CorScenario *
every_field (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "io", "every-field.corridor", NULL);
  g_autoptr (GBytes) bytes = NULL;
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new_take (text, length);
  return cor_scenario_from_bytes (bytes, NULL);
}

static void
test_apply (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenario) scenario = every_field ();
  g_autoptr (CorScenario) changed = cor_variant_apply (scenario, "cheap", &error);
  const CorStation *station;
  const CorParameter *entries;
  guint n;

  g_assert_no_error (error);
  station = (const CorStation *) cor_scenario_find (changed, COR_ITEM_STATION, "s1");
  g_assert_cmpfloat (station->power_kw, ==, 240);
  entries = cor_param_layer_entries (cor_scenario_head (changed)->parameters, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (entries[1].id, ==, COR_PARAM_DIESEL_PRICE);
  g_assert_cmpfloat (entries[1].value, ==, 9);
  g_assert_null (entries[1].region);
  g_assert_true (cor_scenario_list (changed, COR_ITEM_SITE) == cor_scenario_list (scenario, COR_ITEM_SITE));
}

/* A parameter set for everything holds also where a truck or duty had its own. */
static void
test_set_parameter (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenario) scenario = every_field ();
  g_autoptr (CorScenario) changed = cor_scenario_set_parameter (scenario, COR_PARAM_BATTERY, 400, "a test", &error);
  const CorTruck *truck;

  g_assert_no_error (error);
  truck = (const CorTruck *) cor_scenario_find (changed, COR_ITEM_TRUCK, "t1");
  g_assert_null (truck->parameters);
  g_assert_null (cor_scenario_set_parameter (scenario, COR_PARAM_BATTERY, -1, "a test", &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_RANGE);
}

static const struct
{
  const char *path;
  const char *json;
  CorError code;
} refused[] = {
  { "stations/s1/power_kw", "-1", COR_ERROR_RANGE },
  { "stations/s1/power_kw", "\"much\"", COR_ERROR_PARSE },
  { "stations/s1/power_kw", "much", COR_ERROR_PARSE },
  { "stations/s1/colour", "1", COR_ERROR_REFERENCE },
  { "stations/s1/id", "\"s2\"", COR_ERROR_REFERENCE },
  { "stations/s9/power_kw", "1", COR_ERROR_REFERENCE },
  { "stations/s9", "{\"id\": \"s8\", \"lon\": 1, \"lat\": 1}", COR_ERROR_REFERENCE },
  { "stations/s9", "{\"id\": \"s9\"}", COR_ERROR_MISSING },
  { "parameters/soul", "1", COR_ERROR_REFERENCE },
  { "parameters/battery_kwh", "\"1\"", COR_ERROR_PARSE },
  { "parameters/battery_kwh", "-1", COR_ERROR_RANGE },
  { "scenario/colour", "1", COR_ERROR_REFERENCE },
  { "variants/cheap/name", "\"x\"", COR_ERROR_REFERENCE },
  { "stations", "[]", COR_ERROR_REFERENCE },
  { "", "1", COR_ERROR_REFERENCE },
  { "/", "1", COR_ERROR_REFERENCE },
};

static void
test_refused (void)
{
  g_autoptr (CorScenario) scenario = every_field ();

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (cor_variant_change (scenario, refused[i].path, refused[i].json, &error));
      g_test_message ("%s", error->message);
      g_assert_error (error, COR_ERROR, (int) refused[i].code);
      g_assert_true (g_str_has_prefix (error->message, refused[i].path));
    }
}

/* Edits of every sort, found again as changes; applied, they make the same scenario. */
static void
test_difference (void)
{
  static const char *const edits[][2] = {
    { "stations/s1/power_kw", "360" },       { "stations/s1/name_zh", "null" },
    { "stations/s1/city", "\"Foshan\"" },    { "sites/new", "{\"id\": \"new\", \"lon\": 113, \"lat\": 23}" },
    { "routes/r1/vias", "[[113.5, 22.5]]" }, { "routes/r1/line", "null" },
    { "routes/r1/round_trip", "true" },      { "policies/p1/schedule", "{\"2025\": 1}" },
    { "policies/p1/on", "false" },           { "duties/1", "null" },
    { "scenario/model_year", "2030" },       { "scenario/temperature_c", "null" },
    { "parameters/battery_kwh", "500" },     { "trucks/t1/powertrain", "\"bet\"" },
  };
  g_autoptr (CorScenario) from = every_field ();
  g_autoptr (CorScenario) to = cor_scenario_ref (from);
  g_autoptr (CorScenario) again = cor_scenario_ref (from);
  g_autoptr (GArray) changes = NULL;
  g_autoptr (GBytes) a = NULL, b = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autoptr (GError) error = NULL;
      CorScenario *next = cor_variant_change (to, edits[i][0], edits[i][1], &error);

      g_assert_no_error (error);
      cor_scenario_unref (to);
      to = next;
    }
  changes = cor_variant_difference (from, to);
  g_assert_cmpuint (changes->len, >=, G_N_ELEMENTS (edits));
  for (guint i = 0; i < changes->len; i++)
    {
      g_autoptr (GError) error = NULL;
      const CorChange *change = &g_array_index (changes, CorChange, i);
      CorScenario *next = cor_variant_change (again, change->path, change->value, &error);

      g_assert_no_error (error);
      cor_scenario_unref (again);
      again = next;
    }
  a = cor_scenario_to_bytes (to);
  b = cor_scenario_to_bytes (again);
  g_assert_true (g_bytes_equal (a, b));
}

static GPtrArray *
check_text (const char *text)
{
  g_autoptr (CorParamLayer) defaults = cor_param_reader_load_default (NULL);
  g_autoptr (CorFactorSet) factors = cor_factor_reader_load_default (NULL);
  CorCheckContext context = { defaults, factors };
  GPtrArray *faults = cor_faults_new ();
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  cor_scenario_check_bytes (bytes, &context, faults);
  return faults;
}

#define CHECKED(members)                                                                           \
  "{\"format\": \"corridor-scenario\", \"version\": 1,\n\"scenario\": {\"id\": \"x\"},\n" members "}"

/* A scenario with one fault, where it is and what is said of it. */
static const struct
{
  const char *text;
  CorError code;
  const char *says;
} faulty[] = {
  { CHECKED ("\"routes\": [\n{\"id\": \"r\", \"origin\": \"a\", \"distance_km\": 5}]"), COR_ERROR_REFERENCE,
    "line 4, routes[0].origin: “a” names nothing in “sites”" },
  { CHECKED ("\"routes\": [{\"id\": \"r\", \"distance_km\": 5, \"vias\": [[1, 2],\n\"v\"]}]"), COR_ERROR_REFERENCE,
    "line 4, routes[0].vias[1]: “v”" },
  { CHECKED ("\"routes\": [{\"id\": \"r\", \"distance_km\": 5, \"line\": [[1, 2]]}]"), COR_ERROR_RANGE, "routes[0].line" },
  { CHECKED ("\"trucks\": [{\"id\": \"t\"}], \"duties\": [{\"id\": \"d\", \"truck\": \"t\"}]"), COR_ERROR_MISSING,
    "duties[0]: “route” is missing" },
  { CHECKED ("\"trucks\": [{\"id\": \"t\", \"powertrain\": \"bet\"}], \"routes\": [{\"id\": \"r\", \"distance_km\": 5}],"
             "\"duties\": [{\"id\": \"d\", \"truck\": \"t\", \"route\": \"r\", \"diesel\": \"t\"}]"),
    COR_ERROR_REFERENCE, "duties[0].diesel: “t” is no diesel truck" },
  { CHECKED ("\"policies\": [{\"id\": \"p\", \"kind\": \"tax_on_air\"}]"), COR_ERROR_REFERENCE, "policies[0].kind" },
  { CHECKED ("\"policies\": [{\"id\": \"p\", \"kind\": \"energy\", \"first_year\": 2030, \"last_year\": 2025}]"),
    COR_ERROR_RANGE, "policies[0].last_year" },
  { CHECKED ("\"policies\": [{\"id\": \"p\", \"kind\": \"energy\", \"regions\": [\"Atlantis\"]}]"), COR_ERROR_REFERENCE,
    "policies[0].regions[0]" },
  { CHECKED ("\"policies\": [{\"id\": \"p\", \"kind\": \"energy\", \"powertrains\": [\"steam\"]}]"), COR_ERROR_REFERENCE,
    "policies[0].powertrains[0]" },
  { CHECKED ("\"policies\": [{\"id\": \"p\", \"kind\": \"package\", \"members\": [\"q\"]}]"), COR_ERROR_REFERENCE,
    "policies[0].members[0]" },
  { CHECKED ("\"trucks\": [{\"id\": \"t\", \"parameters\": [{\"id\": \"battery_kwh\", \"value\": 1},\n"
             "{\"id\": \"battery_kwh\", \"value\": 2}]}]"),
    COR_ERROR_DUPLICATE, "line 4, trucks[0].parameters[1]" },
  { CHECKED ("\"variants\": [{\"id\": \"v\", \"changes\": {\"stations/s/power_kw\": 5}}]"), COR_ERROR_REFERENCE,
    "variants[0].changes: stations/s/power_kw: no such item" },
  { "{\"format\": \"corridor-scenario\", \"version\": 1,\n\"scenario\": {\"id\": \"x\",\n\"region\": \"Atlantis\"}}",
    COR_ERROR_REFERENCE, "line 3, scenario.region" },
  { "{\"format\": \"corridor-scenario\", \"version\": 1, \"scenario\": {\"id\": \"x\", \"model_year\": 2050}}",
    COR_ERROR_RANGE, "scenario.model_year" },
  { "{\"format\": \"corridor-scenario\", \"version\": 1, \"scenario\": {\"id\": \"x\", \"first_model_year\": 2050}}",
    COR_ERROR_RANGE, "scenario.last_model_year" },
  { "{\"format\": \"corridor-scenario\", \"version\": 1, \"scenario\": {\"id\": \"x\", \"grid_factor\": \"sun\"}}",
    COR_ERROR_REFERENCE, "scenario.grid_factor" },
};

static void
test_check (void)
{
  g_autoptr (GPtrArray) sound = check_text (CHECKED ("\"sites\": []"));

  g_assert_cmpuint (sound->len, ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (faulty); i++)
    {
      g_autoptr (GPtrArray) faults = check_text (faulty[i].text);
      const CorFault *fault;
      g_autofree char *text = NULL;

      g_test_message ("%s", faulty[i].text);
      g_assert_cmpuint (faults->len, ==, 1);
      fault = g_ptr_array_index (faults, 0);
      text = cor_fault_text (fault);
      g_test_message ("  %s", text);
      g_assert_cmpint (fault->code, ==, faulty[i].code);
      g_assert_nonnull (strstr (text, faulty[i].says));
      g_assert_true (g_str_has_prefix (text, "line "));
    }
}

/* Every fault is told, not only the first, up to a limit. */
static void
test_check_all (void)
{
  g_autoptr (GString) text = g_string_new ("{\"format\": \"corridor-scenario\", \"version\": 1,"
                                           "\"scenario\": {\"id\": \"x\"}, \"sites\": [");
  g_autoptr (GPtrArray) faults = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%s\n{\"id\": \"%u\", \"lon\": 500, \"lat\": 22}", i ? "," : "", i);
  g_string_append (text, "]}");
  faults = check_text (text->str);
  g_assert_cmpuint (faults->len, ==, COR_FAULTS_MAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/variant/apply", test_apply);
  g_test_add_func ("/variant/set-parameter", test_set_parameter);
  g_test_add_func ("/variant/refused", test_refused);
  g_test_add_func ("/variant/difference", test_difference);
  g_test_add_func ("/check/one-fault", test_check);
  g_test_add_func ("/check/all-faults", test_check_all);
  return g_test_run ();
}
