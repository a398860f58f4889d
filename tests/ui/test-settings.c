/* test-settings.c: what the program remembers between starts: files, coordinate systems.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-settings.h"

static GFile *
numbered (guint i)
{
  g_autofree char *path = g_strdup_printf ("/tmp/corridor-recent-%u.corridor", i);

  return g_file_new_for_path (path);
}

/* The number of the file in that place; -1 where there is none. */
static int
recent (guint place)
{
  g_auto (GStrv) uris = g_settings_get_strv (cor_settings_get (), "recent-files");

  for (guint i = 0; i < 20 && place < g_strv_length (uris); i++)
    {
      g_autoptr (GFile) file = numbered (i);
      g_autofree char *uri = g_file_get_uri (file);

      if (g_str_equal (uri, uris[place]))
        return (int)i;
    }
  return -1;
}

/* The newest first, eight of them, none twice. */
static void
test_recent (void)
{
  g_autoptr (GFile) fifth = numbered (5), none = numbered (19);

  for (guint i = 0; i < 10; i++)
    {
      g_autoptr (GFile) file = numbered (i);

      cor_settings_remember (file);
    }
  for (guint i = 0; i < 8; i++)
    g_assert_cmpint (recent (i), ==, 9 - (int)i);
  g_assert_cmpint (recent (8), ==, -1);
  cor_settings_remember (fifth);
  g_assert_cmpint (recent (0), ==, 5);
  g_assert_cmpint (recent (1), ==, 9);
  g_assert_cmpint (recent (4), ==, 6);
  g_assert_cmpint (recent (5), ==, 4);
  g_assert_cmpint (recent (7), ==, 2);
  cor_settings_forget (fifth);
  g_assert_cmpint (recent (0), ==, 9);
  g_assert_cmpint (recent (6), ==, 2);
  g_assert_cmpint (recent (7), ==, -1);
  cor_settings_forget (none);
  g_assert_cmpint (recent (6), ==, 2);
}

static void
assert_system (const char *fingerprint, const char *nick)
{
  g_autofree char *found = cor_settings_get_system (fingerprint);

  g_assert_cmpstr (found, ==, nick);
}

/* Of a hundred kinds of list, the last word on each. */
static void
test_systems (void)
{
  assert_system ("a", NULL);
  cor_settings_set_system ("b", "bd09");
  cor_settings_set_system ("a", "gcj02");
  assert_system ("a", "gcj02");
  cor_settings_set_system ("a", "wgs84");
  assert_system ("a", "wgs84");
  assert_system ("b", "bd09");
  for (guint i = 0; i < 99; i++)
    {
      g_autofree char *fingerprint = g_strdup_printf ("%u", i);

      /* A hundred with these two, as “a” counts once. */
      if (i == 98)
        assert_system ("b", "bd09");
      cor_settings_set_system (fingerprint, "gcj02");
    }
  assert_system ("0", "gcj02");
  assert_system ("98", "gcj02");
  assert_system ("a", "wgs84");
  assert_system ("b", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/settings/recent", test_recent);
  g_test_add_func ("/settings/systems", test_systems);
  return g_test_run ();
}
