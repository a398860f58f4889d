/* test-places.c: the bundled places, and the search over them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-places.h"

#include <glib/gstdio.h>

static CorPlaces *
load_bundled (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CORRIDOR_DATADIR"), "basemap", "places.csv", NULL);
  g_autoptr (GError) error = NULL;
  CorPlaces *places = cor_places_load (path, &error);

  g_assert_no_error (error);
  return places;
}

static void
assert_first (const CorPlaces *places, const char *query, const char *expected)
{
  g_autoptr (GPtrArray) found = cor_places_find (places, query, 5);

  g_assert_cmpuint (found->len, >, 0);
  g_assert_cmpstr (((const CorPlace *) g_ptr_array_index (found, 0))->name_en, ==, expected);
}

static void
test_find (void)
{
  g_autoptr (CorPlaces) places = load_bundled ();
  g_autoptr (GPtrArray) nothing = cor_places_find (places, "  ", 5);
  g_autoptr (GPtrArray) few = cor_places_find (places, "a", 3);

  assert_first (places, "深圳", "Shenzhen");
  assert_first (places, "shen zhen", "Shenzhen");
  assert_first (places, "Yantian port", "Yantian Port");
  assert_first (places, "盐田港", "Yantian Port");
  assert_first (places, "dayushan", "Lantau");
  assert_first (places, "BAOAN", "Bao'an");
  assert_first (places, "changping", "Changping");
  g_assert_cmpuint (nothing->len, ==, 0);
  g_assert_cmpuint (few->len, ==, 3);
}

/* Every place of the delta has a Chinese name, and lies in it. */
static void
test_bundled (void)
{
  g_autoptr (CorPlaces) places = load_bundled ();
  guint n_delta = 0;

  for (guint i = 0; i < cor_places_get_n (places); i++)
    {
      const CorPlace *p = cor_places_get (places, i);

      if (p->lon < 112.5 || p->lon > 115.5 || p->lat < 21.5 || p->lat > 23.5)
        continue;
      n_delta++;
      g_assert_cmpstr (p->name_zh, !=, "");
      g_assert_cmpstr (p->pinyin, !=, "");
    }
  g_assert_cmpuint (n_delta, >, 120);
}

static void
expect_row_error (const char *row)
{
  g_autofree char *path = NULL;
  g_autofree char *text = g_strdup_printf ("name_en,name_zh,pinyin,kind,rank,lon,lat\n%s\n", row);
  g_autoptr (GError) error = NULL;
  int fd = g_file_open_tmp ("cor-XXXXXX.csv", &path, NULL);

  g_close (fd, NULL);
  g_file_set_contents (path, text, -1, NULL);
  g_assert_null (cor_places_load (path, &error));
  g_assert_error (error, COR_PLACE_ERROR, COR_PLACE_ERROR_ROW);
  g_unlink (path);
}

static void
test_bad_rows (void)
{
  g_autoptr (GError) error = NULL;

  expect_row_error ("A,甲,jia,city,1,114.0");
  expect_row_error ("A,甲,jia,village,1,114.0,22.0");
  expect_row_error ("A,甲,jia,city,9,114.0,22.0");
  expect_row_error ("A,甲,jia,city,1,22.0,114.0");
  expect_row_error (",甲,jia,city,1,114.0,22.0");
  g_assert_null (cor_places_load ("/nonexistent.csv", &error));
  g_assert_error (error, COR_PLACE_ERROR, COR_PLACE_ERROR_READ);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/places/find", test_find);
  g_test_add_func ("/map/places/bundled", test_bundled);
  g_test_add_func ("/map/places/bad-rows", test_bad_rows);
  return g_test_run ();
}
