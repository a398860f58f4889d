/* test-edit-values.c: values that edits write: prices with their ranges, years, and all that is read again.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "edit-fixture.h"

#include "cor-scenario-reader.h"
#include "cor-scenario-writer.h"
#include "cor-variants.h"

#include <math.h>

#define RANDOM_EDITS 800

static void
test_parameter (void)
{
  g_autoptr (CorScenario) s = cor_scenario_new (NULL);
  g_autoptr (CorScenario) first = cor_scenario_ref (s);
  g_autoptr (GError) error = NULL;
  const CorParameter *entries;
  guint n;

  step (&s, cor_edit_parameter (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, 7.1, NULL));
  step (&s, cor_edit_parameter (s, COR_ITEM_HEAD, NULL, COR_PARAM_DEPOT_PRICE, 0.5, NULL));
  step (&s, cor_edit_parameter (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, 7.4, NULL));
  entries = cor_param_layer_entries (cor_scenario_head (s)->parameters, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpint (entries[1].id, ==, COR_PARAM_DIESEL_PRICE);
  g_assert_cmpfloat (entries[1].value, ==, 7.4);
  g_assert_cmpint (entries[1].status, ==, COR_STATUS_ASSUMED);
  g_assert_nonnull (entries[1].source);

  g_assert_null (cor_edit_parameter (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, -1, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_RANGE);

  step (&s, cor_edit_parameter (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, NAN, NULL));
  step (&s, cor_edit_parameter (s, COR_ITEM_HEAD, NULL, COR_PARAM_DEPOT_PRICE, NAN, NULL));
  g_assert_true (cor_scenario_equal (s, first));
}

/* A layer of one diesel price. */
static CorParamLayer *
price_layer (CorParamStatus status, double value, double low, double high)
{
  GArray *entries = g_array_new (FALSE, TRUE, sizeof (CorParameter));
  CorParameter entry = { .id = COR_PARAM_DIESEL_PRICE, .powertrain = -1, .status = status, .value = value,
                         .low = low, .high = high, .source = g_strdup ("Test") };

  g_array_append_val (entries, entry);
  return cor_param_layer_new (entries, NULL);
}

/* The price that the layers give together. */
static CorParamValue
price_of (CorParamTable **table, CorParamLayer *below, CorParamLayer *above)
{
  CorParamLayer *layers[] = { below, above };
  CorParamContext context = { .powertrain = -1 };
  CorParamValue value = { 0 };

  g_clear_pointer (table, cor_param_table_unref);
  *table = cor_param_table_new (layers, G_N_ELEMENTS (layers), &context);
  g_assert_true (cor_param_table_get (*table, COR_PARAM_DIESEL_PRICE, 2025, &value));
  return value;
}

/* A typed value's range is that of the entry it replaces, moved with it, unless it has its own or is known exactly. */
static void
test_typed_range (void)
{
  g_autoptr (CorParamLayer) below = price_layer (COR_STATUS_PUBLISHED, 7, 6, 9);
  g_autoptr (CorParamLayer) exact = price_layer (COR_STATUS_MEASURED, 8, 8, 8);
  g_autoptr (CorParamLayer) ranged = price_layer (COR_STATUS_ASSUMED, 8, 7.5, 8.25);
  g_autoptr (CorParamTable) table = NULL;
  CorScenario *s = cor_scenario_new (NULL);
  CorParamValue value;

  step (&s, cor_edit_parameter (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, 8.4, NULL));
  value = price_of (&table, below, cor_scenario_head (s)->parameters);
  g_assert_cmpint (value.from->status, ==, COR_STATUS_ASSUMED);
  g_assert_cmpfloat (value.value, ==, 8.4);
  g_assert_cmpfloat_with_epsilon (value.low / 8.4, 6.0 / 7, 1e-12);
  g_assert_cmpfloat_with_epsilon (value.high / 8.4, 9.0 / 7, 1e-12);
  g_assert_cmpint (value.range_from->status, ==, COR_STATUS_PUBLISHED);
  value = price_of (&table, below, ranged);
  g_assert_cmpfloat (value.low, ==, 7.5);
  g_assert_cmpfloat (value.high, ==, 8.25);
  g_assert_true (value.range_from == value.from);
  value = price_of (&table, below, exact);
  g_assert_cmpfloat (value.low, ==, 8);
  g_assert_cmpfloat (value.high, ==, 8);
  value = price_of (&table, exact, cor_scenario_head (s)->parameters);
  g_assert_cmpfloat (value.low, ==, value.high);
  cor_scenario_unref (s);
}

/* A figure by year: between the years along a line, one year an entry, back to none without points. */
static void
test_series (void)
{
  g_autoptr (CorScenario) first = cor_scenario_new (NULL);
  CorScenario *s = cor_scenario_ref (first);
  g_autoptr (GArray) points = cor_schedule_new ();
  g_autoptr (GArray) read = NULL;
  g_autoptr (GError) error = NULL;
  CorParamLayer *layers[1];
  CorParamContext context = { .powertrain = -1 };
  g_autoptr (CorParamTable) table = NULL;

  g_array_append_vals (points, (CorPolicyPoint[]){ { 2025, 7 }, { 2030, 8 } }, 2);
  step (&s, cor_edit_parameter (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, 6.5, NULL));
  step (&s, cor_edit_series (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, points, NULL));
  layers[0] = cor_scenario_head (s)->parameters;
  table = cor_param_table_new (layers, 1, &context);
  g_assert_cmpfloat (cor_param_table_value (table, COR_PARAM_DIESEL_PRICE, 2020), ==, 7);
  g_assert_cmpfloat_with_epsilon (cor_param_table_value (table, COR_PARAM_DIESEL_PRICE, 2027), 7.4, 1e-12);
  g_assert_cmpfloat (cor_param_table_value (table, COR_PARAM_DIESEL_PRICE, 2034), ==, 8);
  read = cor_edit_get_series (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE);
  g_assert_cmpuint (read->len, ==, 2);
  g_assert_cmpfloat (g_array_index (read, CorPolicyPoint, 1).y, ==, 8);

  g_array_index (points, CorPolicyPoint, 1).y = -1;
  g_assert_null (cor_edit_series (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, points, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_RANGE);
  g_array_set_size (points, 0);
  step (&s, cor_edit_series (s, COR_ITEM_HEAD, NULL, COR_PARAM_DIESEL_PRICE, points, NULL));
  g_assert_true (cor_scenario_equal (s, first));
  cor_scenario_unref (s);
}

static CorScenario *
every_field (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "io", "every-field.corridor", NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  CorScenario *scenario;
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  bytes = g_bytes_new_take (text, length);
  scenario = cor_scenario_from_bytes (bytes, &error);
  g_assert_no_error (error);
  return scenario;
}

static double
any_number (const CorField *field)
{
  double low = MAX (field->lowest, -1e6), high = MIN (field->highest, 1e6);

  if (field->type == COR_FIELD_ENUM)
    return g_test_rand_int_range (0, 2);
  if (field->type == COR_FIELD_NUMBER && !field->required && g_test_rand_int_range (0, 4) == 0)
    return NAN;
  if (field->type == COR_FIELD_NUMBER)
    return low < high ? g_test_rand_double_range (low, high) : g_test_rand_double ();
  return field->type == COR_FIELD_YEAR ? g_test_rand_int_range (1990, 2100) : g_test_rand_int_range (0, 2);
}

/* A list of that field's kind with up to three elements. */
static CorScenario *
edit_list (CorScenario *s, const CorItem *item, const CorField *field)
{
  static const char *const words[] = { "bet", "a \"word\"", "词", "new\nline", NULL };
  g_autoptr (GArray) vias = cor_vias_new (), points = cor_points_new (), schedule = cor_schedule_new ();
  int n = g_test_rand_int_range (0, 4);

  if (field->type > COR_FIELD_TIERS)
    return NULL; /* not edited as a whole */
  if (field->type == COR_FIELD_STRINGS)
    return cor_edit_boxed (s, item->kind, item->id, field->key, &words[4 - n], NULL);
  for (int i = 0; i < n; i++)
    {
      CorVia via = { g_test_rand_bit () ? g_strdup ("yard") : NULL, NAN, NAN };
      CorLonLat point = { g_test_rand_double_range (-180, 180), g_test_rand_double_range (-85, 85) };
      CorPolicyPoint step = { field->type == COR_FIELD_TIERS ? i + g_test_rand_double_range (0.01, 0.99) : 2020 + i,
                              g_test_rand_double_range (-1e6, 1e6) };

      if (via.site == NULL)
        via.lon = point.lon, via.lat = point.lat;
      g_array_append_val (vias, via);
      g_array_append_val (points, point);
      g_array_append_val (schedule, step);
    }
  return cor_edit_boxed (s, item->kind, item->id, field->key,
                         field->type == COR_FIELD_VIAS     ? vias
                         : field->type == COR_FIELD_POINTS ? points
                                                           : schedule,
                         NULL);
}

/* Any field of anything but ids, with any value it may have. */
static CorScenario *
edit_any (CorScenario *s)
{
  static const char *const texts[] = { "", "Yantian", "盐田\t港", "\"quoted\" \\ {\"a\": [1]}", "\x01", " " };
  CorItemKind kind = (CorItemKind) g_test_rand_int_range (0, COR_ITEM_VARIANT);
  guint n_items, n_fields;
  const CorItem *const *items = cor_scenario_items (s, kind, &n_items);
  const CorField *fields = cor_item_fields (kind, &n_fields);
  const CorField *field = &fields[g_test_rand_int_range (1, (int) n_fields)];
  const CorItem *item = kind == COR_ITEM_HEAD ? &cor_scenario_head (s)->item : items[g_test_rand_int_range (0, (int) n_items)];

  if (field->type == COR_FIELD_PARAMETERS)
    return cor_edit_parameter (s, kind, item->id, (CorParamId) g_test_rand_int_range (0, COR_N_PARAMS),
                               g_test_rand_double (), NULL);
  if (field->type >= COR_FIELD_STRINGS)
    return edit_list (s, item, field);
  if (field->type == COR_FIELD_STRING)
    return cor_edit_string (s, kind, item->id, field->key, texts[g_test_rand_int_range (field->required, 6)], NULL);
  return cor_edit_number (s, kind, item->id, field->key, any_number (field), NULL);
}

static void
assert_read_again (CorScenario *s)
{
  g_autoptr (GBytes) bytes = cor_scenario_to_bytes (s);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenario) again = cor_scenario_from_bytes (bytes, &error);

  g_assert_no_error (error);
  for (int kind = 0; kind < COR_N_ITEM_KINDS; kind++)
    {
      guint n, n_again;
      const CorItem *const *was = cor_scenario_items (s, kind, &n);
      const CorItem *const *is = cor_scenario_items (again, kind, &n_again);

      g_assert_cmpuint (n, ==, n_again);
      for (guint i = 0; i < n; i++)
        if (!cor_item_equal (was[i], is[i]))
          g_error ("%s %s is another after it was read:\n%s", cor_item_kind_nick (kind), was[i]->id,
                   (const char *) g_bytes_get_data (bytes, NULL));
    }
  g_assert_true (cor_scenario_equal (s, again));
}

/* Whatever was edited, in the scenario or in a variant, is the same when it is read again. */
static void
test_read_again (void)
{
  g_autoptr (CorScenario) s = every_field ();

  for (int i = 0; i < RANDOM_EDITS; i++)
    {
      const char *variant = i % 2 == 0 ? NULL : "cheap";
      g_autoptr (GPtrArray) skipped = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (CorScenario) before = cor_variants_state (s, variant, skipped);
      g_autoptr (CorScenario) next = edit_any (before);

      if (next == NULL)
        continue; /* what may not be, was refused */
      step (&s, variant ? cor_variants_record (s, variant, before, next) : cor_scenario_ref (next));
      assert_read_again (s);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/parameter", test_parameter);
  g_test_add_func ("/edit/typed-range", test_typed_range);
  g_test_add_func ("/edit/series", test_series);
  g_test_add_func ("/edit/read-again", test_read_again);
  return g_test_run ();
}
