/* test-network-forms.c: network files that are cut, damaged or of another version, and what is told of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "forms-fixture.h"

static CorNetwork *
load_bytes (const char *bytes, gsize size, GError **error)
{
  g_autofree char *path = fixture_file (".network", bytes, size);
  CorNetwork *net = cor_network_load (path, &fixture_speeds, error);

  g_remove (path);
  return net;
}

static void
test_network_cut (void)
{
  gsize size;
  g_autofree char *bytes = built (&size);

  for (gsize n = 0; n < size; n += 11)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load_bytes (bytes, n, &error));
      g_assert_true (error->domain == COR_ROUTING_ERROR);
    }
}

/* A damaged network is refused, or is still one that can be asked. */
static void
test_network_damaged (void)
{
  gsize size;
  g_autofree char *sound = built (&size);
  g_autoptr (GRand) rng = g_rand_new_with_seed (5);

  for (guint i = 0; i < DAMAGES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *bytes = g_memdup2 (sound, size);
      g_autoptr (CorNetwork) net = NULL;
      CorLonLat places[2] = { WEST, EAST };

      for (gint k = g_rand_int_range (rng, 1, 4); k > 0; k--)
        bytes[g_rand_int_range (rng, 0, size)] = g_rand_int_range (rng, 0, 256);
      net = load_bytes (bytes, size, &error);
      if (net != NULL)
        {
          g_autoptr (CorPath) path = cor_network_route (net, places, 2, NULL, &error);

          g_assert_true ((path == NULL) == (error != NULL));
        }
      else
        g_assert_nonnull (error);
    }
}

static void
test_network_version (void)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  g_autofree char *bytes = built (&size);

  bytes[8] = 99;
  g_assert_null (load_bytes (bytes, size, &error));
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_VERSION);
}

/* What a person is told of a file that is opened as a network. */
static void
test_what_is_told_of_networks (void)
{
  static const struct
  {
    const char *text, *says, *todo;
    gsize size;
  } told[] = {
    { "", "the file is empty", "build it again", 0 },
    { "PK\x03\x04 packed", "packed with gzip or zip", "unpack it first", 0 },
    { "\x89PNG\r\n\x1a\n", "a picture", "build one from an OpenStreetMap extract", 0 },
    { "<!DOCTYPE html><html>", "a web page", "build one from an OpenStreetMap extract", 0 },
    { "\0\0\0\x0e\n\x09OSMHeader", "an OpenStreetMap extract", "build a road network from it", 15 },
    { "BZh91AY&SY", "an OpenStreetMap extract", "build a road network from it", 0 },
    { "<?xml version=\"1.0\"?>\n<osm version=\"0.6\">", "an OpenStreetMap extract", "build a road network from it", 0 },
    { "<gpx/>", "XML of another kind", "build one from an OpenStreetMap extract", 0 },
    { "{\"format\": \"corridor-scenario\"}", "a scenario", "build one from an OpenStreetMap extract", 0 },
    { "SQLite format 3\0\x10\0", "a base map", "build one from an OpenStreetMap extract", 18 },
    { "lon,lat\n113.2,22.1\n", "this is text", "build one from an OpenStreetMap extract", 0 },
    { "corridor-network 9\nname x\n", "a road network", "another version", 0 },
    { "CorNet\r\n", "damaged or cut off", "build it again", 0 },
    { "\x01\x02\x03\x04", "no kind of file", "build one from an OpenStreetMap extract", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (load_bytes (told[i].text, told[i].size > 0 ? told[i].size : strlen (told[i].text), &error));
      g_assert_true (error->domain == COR_ROUTING_ERROR);
      if (strstr (error->message, told[i].says) == NULL || strstr (error->message, told[i].todo) == NULL)
        g_error ("%s", error->message);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/routing/forms/network-cut", test_network_cut);
  g_test_add_func ("/routing/forms/network-damaged", test_network_damaged);
  g_test_add_func ("/routing/forms/network-version", test_network_version);
  g_test_add_func ("/routing/forms/what-is-told-of-networks", test_what_is_told_of_networks);
  return g_test_run ();
}
