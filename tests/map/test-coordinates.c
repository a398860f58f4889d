/* test-coordinates.c: coordinates as people type them, and names by their Latin spelling.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-coordinates.h"
#include "cor-pinyin.h"

/* The same place in many forms: 22 + 32 / 60 + 35.16 / 3600 = 22.5431, 114 + 3 / 60 + 28.44 / 3600 = 114.0579. */
static const struct
{
  const char *text;
  CorCoordinateOrder order;
} forms[] = {
  { "22.5431, 114.0579", COR_COORDINATE_ORDER_SURE },
  { "114.0579,22.5431", COR_COORDINATE_ORDER_SURE },
  { "  114.0579 22.5431 ", COR_COORDINATE_ORDER_SURE },
  { "22.5431，114.0579", COR_COORDINATE_ORDER_SURE },
  { "(22.5431; 114.0579)", COR_COORDINATE_ORDER_SURE },
  { "22.5431°N 114.0579°E", COR_COORDINATE_ORDER_SAID },
  { "N22.5431 E114.0579", COR_COORDINATE_ORDER_SAID },
  { "E114.0579°, N22.5431°", COR_COORDINATE_ORDER_SAID },
  { "22°32′35.16″N 114°3′28.44″E", COR_COORDINATE_ORDER_SAID },
  { "22°32'35.16\" 114°03'28.44\"", COR_COORDINATE_ORDER_SURE },
  { "N 22 32 35.16 E 114 3 28.44", COR_COORDINATE_ORDER_SAID },
  { "22 32.586 N, 114 3.474 E", COR_COORDINATE_ORDER_SAID },
  { "22 32 35.16 114 3 28.44", COR_COORDINATE_ORDER_SURE },
  { "北纬22.5431 东经114.0579", COR_COORDINATE_ORDER_SAID },
  { "东经114度3分28.44秒，北纬22度32分35.16秒", COR_COORDINATE_ORDER_SAID },
  { "lat=22.5431&lon=114.0579", COR_COORDINATE_ORDER_SAID },
  { "经度: 114.0579 纬度: 22.5431", COR_COORDINATE_ORDER_SAID },
  { "geo:22.5431,114.0579", COR_COORDINATE_ORDER_SURE },
  { "map.example/@22.5431,114.0579,12z", COR_COORDINATE_ORDER_SURE },
};

static void
test_forms (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    {
      CorCoordinateOrder order = 99;
      double lon = 0, lat = 0;

      g_test_message ("%s", forms[i].text);
      g_assert_true (cor_coordinates_parse (forms[i].text, &lon, &lat, &order));
      g_assert_cmpfloat_with_epsilon (lon, 114.0579, 1e-6);
      g_assert_cmpfloat_with_epsilon (lat, 22.5431, 1e-6);
      g_assert_cmpint (order, ==, forms[i].order);
    }
}

static void
test_signs (void)
{
  CorCoordinateOrder order;
  double lon, lat;

  g_assert_true (cor_coordinates_parse ("33°51′S 151°12′30″E", &lon, &lat, &order));
  g_assert_cmpfloat_with_epsilon (lat, -33.85, 1e-9);
  g_assert_cmpfloat_with_epsilon (lon, 151.2083333, 1e-6);
  g_assert_true (cor_coordinates_parse ("-0.5 -78.25", &lon, &lat, &order));
  g_assert_cmpfloat (lat, ==, -0.5);
  g_assert_cmpfloat (lon, ==, -78.25);
  g_assert_cmpint (order, ==, COR_COORDINATE_ORDER_ASSUMED);
}

static void
test_wrong (void)
{
  static const char *const wrong[]
    = { "", "22.5", "22.5431 114.0579 3", "Shenzhen", "95 200", "22 75 0 114 3 0", "1,234,567", "深圳 22.5", "N22.5 114.0", "N22 N114",
        "22.5,114.0,abc", "e", "--", "1e400 5", "22.5 32 114.1 3", "\xff\xfe" };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      CorCoordinateOrder order;
      double lon, lat;
      g_autofree char *shown = g_strescape (wrong[i], NULL);

      g_test_message ("%s", shown);
      g_assert_false (cor_coordinates_parse (wrong[i], &lon, &lat, &order));
    }
}

static void
test_pinyin (void)
{
  g_autofree char *path = g_build_filename (g_getenv ("CORRIDOR_DATADIR"), "basemap", "pinyin.txt", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorPinyin) pinyin = cor_pinyin_load (path, &error);

  g_assert_no_error (error);
  g_assert_true (cor_pinyin_match (pinyin, "盐田港", "yantiangang"));
  g_assert_true (cor_pinyin_match (pinyin, "盐田港", "ytg"));
  g_assert_true (cor_pinyin_match (pinyin, "盐田港", "ytgang"));
  g_assert_true (cor_pinyin_match (pinyin, "盐田港", "tian"));
  g_assert_true (cor_pinyin_match (pinyin, "东莞", "dongguan"));
  g_assert_true (cor_pinyin_match (pinyin, "麻涌镇", "machong"));
  g_assert_true (cor_pinyin_match (pinyin, "深圳", "sz"));
  g_assert_false (cor_pinyin_match (pinyin, "深圳", "zs"));
  g_assert_false (cor_pinyin_match (pinyin, "深圳", "shenzhenx"));
  g_assert_false (cor_pinyin_match (pinyin, "深圳", ""));
  g_assert_null (cor_pinyin_load ("/nowhere/pinyin.txt", NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/coordinates/forms", test_forms);
  g_test_add_func ("/map/coordinates/signs", test_signs);
  g_test_add_func ("/map/coordinates/wrong", test_wrong);
  g_test_add_func ("/map/coordinates/pinyin", test_pinyin);
  return g_test_run ();
}
