/* test-vector-tile.c: the vector tile decoder against the public fixture suite and damaged input.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-vector-tile.h"

#include "../sanitized.h"

#include <glib/gstdio.h>
#include <sys/resource.h>
#include <unistd.h>

static GBytes *
load_fixture (const char *id)
{
  g_autofree char *name = g_strdup_printf ("%s.mvt", id);
  g_autofree char *path
      = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "fixtures", "mvt", name, NULL);
  g_autoptr (GError) error = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (data, size);
}

typedef void (*FixtureFunc) (const char *id, gboolean valid, const char *fault);

static void
each_fixture (FixtureFunc func)
{
  g_autofree char *path
      = g_build_filename (g_getenv ("G_TEST_SRCDIR"), "fixtures", "mvt", "validity.csv", NULL);
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (char **line = lines + 1; *line != NULL && **line != '\0'; line++)
    {
      g_auto (GStrv) fields = g_strsplit (*line, ",", 4);

      func (fields[0], g_str_equal (fields[2], "true"), fields[3]);
      n++;
    }
  g_assert_cmpuint (n, ==, 74);
}

/* Strict: what the suite calls valid decodes, what it calls invalid does not. Fixtures 003 (a missing
 * type, invalid) and 016 (an unknown type, valid) are the same bytes, so 003 cannot be told apart;
 * 057 (valid) claims half a billion points and has one, exactly what makes 051 invalid. */
static void
check_strict (const char *id, gboolean suite_valid, const char *fault)
{
  gboolean valid = g_str_equal (id, "003") || (suite_valid && !g_str_equal (id, "057"));
  g_autoptr (GBytes) bytes = load_fixture (id);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorVectorTile) tile = cor_vector_tile_decode (bytes, COR_VECTOR_TILE_STRICT, &error);

  g_test_message ("%s %s: %s", id, valid ? "valid" : "invalid", error != NULL ? error->message : "decoded");
  if (valid)
    {
      g_assert_no_error (error);
      g_assert_nonnull (tile);
    }
  else
    {
      g_assert_true (error != NULL && error->domain == COR_TILE_ERROR);
      g_assert_null (tile);
    }
}

/* Lenient: only what the suite calls fatal spoils a tile. */
static void
check_lenient (const char *id, gboolean valid, const char *fault)
{
  g_autoptr (GBytes) bytes = load_fixture (id);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorVectorTile) tile = cor_vector_tile_decode (bytes, COR_VECTOR_TILE_LENIENT, &error);

  g_assert_true ((tile == NULL) == (error != NULL));
  if ((valid && !g_str_equal (id, "057")) || g_str_equal (fault, "recoverable"))
    g_assert_no_error (error);
  if (g_str_equal (fault, "fatal"))
    g_assert_nonnull (error);
}

static void
test_fixtures_strict (void)
{
  each_fixture (check_strict);
}

static void
test_fixtures_lenient (void)
{
  each_fixture (check_lenient);
}

static void
decode_either_way (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  for (int flags = COR_VECTOR_TILE_LENIENT; flags <= COR_VECTOR_TILE_STRICT; flags++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CorVectorTile) tile = cor_vector_tile_decode (bytes, flags, &error);

      g_assert_true ((tile == NULL) == (error != NULL));
    }
}

/* Every fixture cut at every length, and with every byte replaced: an answer, never a crash. */
static void
check_damaged (const char *id, gboolean valid, const char *fault)
{
  static const guint8 values[] = { 0x00, 0x01, 0x7f, 0x80, 0xff };
  g_autoptr (GBytes) bytes = load_fixture (id);
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  g_autofree guint8 *copy = g_memdup2 (data, size);

  for (gsize i = 0; i < size; i++)
    {
      decode_either_way (data, i);
      for (guint v = 0; v < G_N_ELEMENTS (values); v++)
        {
          copy[i] = values[v];
          decode_either_way (copy, size);
        }
      copy[i] = data[i];
    }
}

static void
test_damaged (void)
{
  each_fixture (check_damaged);
}

/* The worked example of section 4.3.5.6 of the specification: two outer rings, one inner. */
static void
test_multipolygon (void)
{
  static const CorTilePoint expected[] = { { 0, 0 },   { 10, 0 },  { 10, 10 }, { 0, 10 },  { 11, 11 }, { 20, 11 },
                                           { 20, 20 }, { 11, 20 }, { 13, 13 }, { 13, 17 }, { 17, 17 }, { 17, 13 } };
  static const guint ends[] = { 4, 8, 12 };
  g_autoptr (GBytes) bytes = load_fixture ("022");
  g_autoptr (GError) error = NULL;
  g_autoptr (CorVectorTile) tile = cor_vector_tile_decode (bytes, COR_VECTOR_TILE_STRICT, &error);
  const CorVectorFeature *feature;

  g_assert_no_error (error);
  g_assert_cmpuint (cor_vector_tile_get_n_layers (tile), ==, 1);
  feature = &cor_vector_tile_get_layer (tile, 0)->features[0];
  g_assert_cmpint (feature->type, ==, COR_GEOMETRY_POLYGON);
  g_assert_cmpmem (feature->points, feature->n_points * sizeof *feature->points, expected, sizeof expected);
  g_assert_cmpmem (feature->ends, feature->n_parts * sizeof *feature->ends, ends, sizeof ends);
}

/* Fixture 038 has one attribute of each kind. */
static void
test_attributes (void)
{
  g_autoptr (GBytes) bytes = load_fixture ("038");
  g_autoptr (CorVectorTile) tile = cor_vector_tile_decode (bytes, COR_VECTOR_TILE_STRICT, NULL);
  const CorVectorLayer *layer = cor_vector_tile_get_layer (tile, 0);
  const CorVectorFeature *feature = &layer->features[0];

  g_assert_cmpstr (layer->name, ==, "hello");
  g_assert_cmpuint (layer->extent, ==, 4096);
  g_assert_cmpstr (cor_vector_layer_get_string (layer, feature, "string_value"), ==, "ello");
  g_assert_cmpfloat (cor_vector_layer_get_number (layer, feature, "float_value", 0), ==, (double) 3.1f);
  g_assert_cmpfloat (cor_vector_layer_get_number (layer, feature, "double_value", 0), ==, 1.23);
  g_assert_cmpfloat (cor_vector_layer_get_number (layer, feature, "int_value", 0), ==, 6.0);
  g_assert_cmpfloat (cor_vector_layer_get_number (layer, feature, "uint_value", 0), ==, 87948.0);
  g_assert_cmpfloat (cor_vector_layer_get_number (layer, feature, "sint_value", 0), ==, -87948.0);
  g_assert_cmpfloat (cor_vector_layer_get_number (layer, feature, "none", -1), ==, -1.0);
  g_assert_null (cor_vector_layer_get_string (layer, feature, "none"));
}

/* A tile of a layer with a million features of nothing, each in two bytes. */
static GBytes *
tile_of_many (void)
{
  static const guint8 head[] = { 0x78, 0x02, 0x0a, 0x01, 'm' }; /* version 2, called "m" */
  guint n = 1000000;
  gsize length = sizeof head + 2 * (gsize)n;
  GByteArray *tile = g_byte_array_new ();
  guint8 byte = 0x1a; /* a layer, and how long it is */

  g_byte_array_append (tile, &byte, 1);
  for (gsize rest = length; rest > 0; rest >>= 7)
    {
      byte = (guint8)((rest & 0x7f) | (rest > 0x7f ? 0x80 : 0));
      g_byte_array_append (tile, &byte, 1);
    }
  g_byte_array_append (tile, head, sizeof head);
  for (guint i = 0; i < n; i++)
    g_byte_array_append (tile, (const guint8 *)"\x12", 2);
  return g_byte_array_free_to_bytes (tile);
}

/* No memory beyond what is in hand and so many bytes more. */
static struct rlimit
leave (gsize bytes)
{
  g_autofree char *text = NULL;
  struct rlimit old, little;

  g_assert_true (g_file_get_contents ("/proc/self/statm", &text, NULL, NULL));
  g_assert_cmpint (getrlimit (RLIMIT_AS, &old), ==, 0);
  little = old;
  little.rlim_cur = g_ascii_strtoull (text, NULL, 10) * (rlim_t)sysconf (_SC_PAGESIZE) + bytes;
  g_assert_cmpint (setrlimit (RLIMIT_AS, &little), ==, 0);
  return old;
}

/* Where memory is short for a tile that unpacks to much, it is no tile, and the program goes on; nothing is left of it, so
 * that the same can be had a second time. A sanitizer's own memory knows no such limit and ends the program: there it
 * is only decoded. */
static void
test_no_memory (void)
{
  g_autoptr (GBytes) bytes = tile_of_many ();

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CorVectorTile) none = NULL, tile = NULL;

      if (!is_sanitized ())
        {
          struct rlimit old = leave (24 * 1024 * 1024);

          none = cor_vector_tile_decode (bytes, COR_VECTOR_TILE_STRICT, &error);
          g_assert_cmpint (setrlimit (RLIMIT_AS, &old), ==, 0);
          g_assert_null (none);
          g_assert_error (error, COR_TILE_ERROR, COR_TILE_ERROR_PROTOBUF);
          g_clear_error (&error);
        }
      tile = cor_vector_tile_decode (bytes, COR_VECTOR_TILE_STRICT, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (cor_vector_tile_get_n_layers (tile), ==, 1);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/vector-tile/fixtures-strict", test_fixtures_strict);
  g_test_add_func ("/map/vector-tile/fixtures-lenient", test_fixtures_lenient);
  g_test_add_func ("/map/vector-tile/damaged", test_damaged);
  g_test_add_func ("/map/vector-tile/multipolygon", test_multipolygon);
  g_test_add_func ("/map/vector-tile/attributes", test_attributes);
  g_test_add_func ("/map/vector-tile/no-memory", test_no_memory);
  return g_test_run ();
}
