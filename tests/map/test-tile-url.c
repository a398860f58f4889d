/* test-tile-url.c: which addresses of tiles are taken.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tile-url.h"

static void
test_good (void)
{
  static const char *const good[] = { "https://tiles.example/{z}/{x}/{y}.png", "https://a.example:8443/t?x={x}&y={tmsy}&z={z}&key=1",
                                      "http://localhost:8080/{z}/{x}/{y}", "http://127.0.0.1/{z}/{x}/{y}.jpg" };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_true (cor_tile_url_check (good[i], &error));
      g_assert_no_error (error);
    }
}

static void
test_bad (void)
{
  static const char *const bad[]
      = { "", "tiles", "http://tiles.example/{z}/{x}/{y}.png", "file:///etc/{z}/{x}/{y}", "https:///{z}/{x}/{y}", "https://tiles.example/{z}/{x}.png",
          "https://tiles.example/{x}/{y}.png", "ftp://tiles.example/{z}/{x}/{y}", "https://tiles.example/{z}/{y}" };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (cor_tile_url_check (bad[i], &error));
      g_assert_nonnull (error);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/tile-url/good", test_good);
  g_test_add_func ("/map/tile-url/bad", test_bad);
  return g_test_run ();
}
