/* test-osm-forms.c: the forms of OpenStreetMap files and of built networks, sound and damaged.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "forms-fixture.h"

static double
squares (CorNetwork *net, gboolean back)
{
  g_autoptr (GError) error = NULL;
  CorLonLat places[2] = { back ? EAST : WEST, back ? WEST : EAST };
  g_autoptr (CorPath) path = cor_network_route (net, places, 2, NULL, &error);

  g_assert_no_error (error);
  return path->length_m / SQUARE_M;
}

/* What tells a network from another of the same name. */
static guint64
key_of (CorNetwork *net)
{
  CorLonLat places[2] = { WEST, EAST };
  g_autoptr (CorPath) path = cor_network_route (net, places, 2, NULL, NULL);

  return path->network_key;
}

static void
check_pbf (const PbfForm *form, gboolean no_straight_on)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GByteArray) file = pbf_map (form, no_straight_on);
  g_autoptr (CorNetwork) net = fixture_build (".osm.pbf", file->data, file->len, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (squares (net, FALSE), no_straight_on ? 5.0 : 3.0, 0.01);
  g_assert_cmpfloat_with_epsilon (squares (net, TRUE), 5.0, 0.01);
}

static void
test_pbf (void)
{
  for (guint i = 0; i < 8; i++)
    {
      PbfForm form = { (i & 1) != 0, (i & 2) != 0, NULL };

      check_pbf (&form, (i & 4) != 0);
    }
}

static void
expect_error (const char *ending, gconstpointer data, gsize size, const char *says)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (fixture_build (ending, data, size, NULL, &error));
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_FORMAT);
  if (says != NULL && strstr (error->message, says) == NULL)
    g_error ("%s", error->message);
}

static void
test_pbf_asks_for_more (void)
{
  const PbfForm form = { TRUE, TRUE, "HistoricalInformation" };
  g_autoptr (GByteArray) file = pbf_map (&form, FALSE);

  expect_error (".osm.pbf", file->data, file->len, "not known here");
}

/* Cut anywhere, a file gives an error, except at the border of its two parts, where only the head
 * is left: then there is no road. */
static void
test_pbf_cut (void)
{
  g_autoptr (GByteArray) file = pbf_map (&usual, TRUE);
  guint empty = 0;

  for (guint n = 0; n < file->len; n += n > 80 && n < 100 ? 1 : 3)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (fixture_build (".osm.pbf", file->data, n, NULL, &error));
      g_assert_true (error->domain == COR_ROUTING_ERROR);
      empty += error->code == COR_ROUTING_ERROR_EMPTY;
    }
  g_assert_cmpuint (empty, ==, 1);
}

/* A flipped byte may change the map or end in an error; nothing else may happen. */
static void
test_pbf_damaged (void)
{
  const PbfForm forms[] = { { TRUE, FALSE, NULL }, { FALSE, FALSE, NULL }, { TRUE, TRUE, NULL } };
  g_autoptr (GRand) rng = g_rand_new_with_seed (11);

  for (guint i = 0; i < DAMAGES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GByteArray) file = pbf_map (&forms[i % G_N_ELEMENTS (forms)], TRUE);
      g_autoptr (CorNetwork) net = NULL;

      for (gint k = g_rand_int_range (rng, 1, 4); k > 0; k--)
        file->data[g_rand_int_range (rng, 0, file->len)] = g_rand_int_range (rng, 0, 256);
      net = fixture_build (".osm.pbf", file->data, file->len, NULL, &error);
      g_assert_true ((net == NULL) == (error != NULL));
    }
}

static GByteArray *
pack_bz2 (const char *text, gsize size)
{
  guint packed = size + size / 100 + 601; /* as the manual of bzip2 asks for */
  GByteArray *out = g_byte_array_sized_new (packed);

  g_byte_array_set_size (out, packed);
  g_assert_cmpint (BZ2_bzBuffToBuffCompress ((char *) out->data, &packed, (char *) text, size, 1, 0,
                                             0), ==, BZ_OK);
  g_byte_array_set_size (out, packed);
  return out;
}

static void
test_bz2 (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = fixture_osm ("highway=primary;oneway=yes", NULL, NULL);
  gsize half = strlen (xml) / 2;
  g_autoptr (GByteArray) whole = pack_bz2 (xml, strlen (xml));
  g_autoptr (GByteArray) halves = pack_bz2 (xml, half);
  g_autoptr (GByteArray) rest = pack_bz2 (xml + half, strlen (xml) - half);
  g_autoptr (CorNetwork) one = fixture_build (".osm.bz2", whole->data, whole->len, NULL, &error);
  g_autoptr (CorNetwork) two = NULL;

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (squares (one, TRUE), 5.0, 0.01);
  /* Packed by several threads, a file is several packed pieces in a row. */
  g_byte_array_append (halves, rest->data, rest->len);
  two = fixture_build (".osm.bz2", halves->data, halves->len, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (key_of (one), ==, key_of (two));

  expect_error (".osm.bz2", whole->data, whole->len - 5, "cut off");
  whole->data[whole->len / 2] ^= 0x55;
  expect_error (".osm.bz2", whole->data, whole->len, "damaged");
}

static void
test_wrong_files (void)
{
  static const char *const wrong[] = {
    "",
    "lon,lat\n113.2,22.1\n",
    "<gpx><trk/></gpx>",
    "<osm><node id=\"1\" lon=\"1\" lat=\"95\"/></osm>",
    "<osm><node id=\"x\" lon=\"1\" lat=\"1\"/></osm>",
    "<osm><node lon=\"1\" lat=\"1\"/></osm>",
    "<osm><way id=\"1\"><nd ref=\"\"/></way></osm>",
    "<osm><node id=\"1\" lon=\"1\" lat=\"1\"",
    "<osm><node id=\"1\" lon=\"1\" lat=\"1\"/>",
    "<osm></node></osm>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    expect_error (".osm", wrong[i], strlen (wrong[i]), NULL);
}

/* What a person is told of a file that is given as an extract: what it is, and what to do. */
static void
test_what_is_told (void)
{
  static const struct
  {
    const char *text, *says, *todo;
    gsize size;
  } told[] = {
    { "", "the file is empty", "download it again", 0 },
    { "\x1f\x8b\x08 packed", "packed with gzip or zip", "unpack it first", 0 },
    { "PK\x03\x04 packed", "packed with gzip or zip", "unpack it first", 0 },
    { "7z\xbc\xaf\x27\x1c\0\4", "7-Zip", "unpack it first", 8 },
    { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture", "choose an OpenStreetMap extract", 16 },
    { "\xff\xd8\xff\xe0\0\x10JFIF", "a picture", "choose an OpenStreetMap extract", 10 },
    { "%PDF-1.7\n", "a PDF", "choose an OpenStreetMap extract", 0 },
    { "<!DOCTYPE html>\n<html><head><title>Not found</title>", "a web page", "choose an OpenStreetMap extract", 0 },
    { "\n<HTML>", "a web page", "choose an OpenStreetMap extract", 0 },
    { "SQLite format 3\0\x10\0", "a base map", "choose an OpenStreetMap extract", 18 },
    { "\0\0\x27\x0a\0\0\0\0", "a Shapefile", "choose an OpenStreetMap extract", 8 },
    { "\xff\xfe<\0o\0s\0m\0", "UTF-16", "choose an OpenStreetMap extract", 10 },
    { "{\"type\":\"FeatureCollection\"}", "GeoJSON", "choose an OpenStreetMap extract", 0 },
    { "{\"format\": \"corridor-scenario\"}", "a scenario", "choose an OpenStreetMap extract", 0 },
    { "CorNet\r\n\2\0\0\0", "built already", "use it as it is", 12 },
    { "corridor-network 1\nname x\n", "built already", "use it as it is", 0 },
    { "lon,lat\n113.2,22.1\n", "this is text", "choose an OpenStreetMap extract", 0 },
    { "\x01\x02\x03\x04", "no kind of file", "choose an OpenStreetMap extract", 0 },
    { "<kml/>", "kml instead of osm", "choose an OpenStreetMap extract", 0 },
    { "<osm><node id=\"1\" lon=\"22.5\" lat=\"114\"/></osm>", "swapped", "latitude 114", 0 },
    { "<osm><node id=\"7\" lon=\"114,0\" lat=\"22,5\"/></osm>", "22,5", "node 7", 0 },
    { "<osm><node id=\"7\" lon=\"\" lat=\"22.5\"/></osm>", "node 7", "no place", 0 },
    { "<osm><node id=\"7\" lon=\"nan\" lat=\"22.5\"/></osm>", "node 7", "no place", 0 },
    { "<osm><node id=\"1\" lon=\"1\" lat=\"1\"/>", "cut off", "download it again", 0 },
    { "<osm><node id=\"1\" lon=\"1\" lat=\"1\"/></way></osm>", "damaged", "download it again", 0 },
    { "<osm><node id=\"1\" lon=\"1\" lat=\"1\"><tag k=\"name\" v=\"\xc9\xee\xdb\xda\"/></node></osm>", "UTF-8", "download it again", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (told); i++)
    {
      gsize size = told[i].size > 0 ? told[i].size : strlen (told[i].text);

      expect_error (".osm.pbf", told[i].text, size, told[i].says);
      expect_error (".osm", told[i].text, size, told[i].todo);
    }
}

/* A folder, as an extract and as a network. */
static void
test_folder (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (cor_network_build (g_get_tmp_dir (), "/tmp/x", NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "this is a folder"));
  g_clear_error (&error);
  g_assert_null (cor_network_load (g_get_tmp_dir (), &fixture_speeds, &error));
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "this is a folder"));
}

static void
test_no_roads (void)
{
  g_autoptr (GError) error = NULL;
  const char *xml = "<osm><node id=\"1\" lon=\"1\" lat=\"1\"/></osm>";

  g_assert_null (fixture_build (".osm", xml, strlen (xml), NULL, &error));
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_EMPTY);
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (cor_network_build ("/nonexistent.osm.pbf", "/tmp/x", NULL, NULL, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/routing/forms/pbf", test_pbf);
  g_test_add_func ("/routing/forms/pbf-asks-for-more", test_pbf_asks_for_more);
  g_test_add_func ("/routing/forms/pbf-cut", test_pbf_cut);
  g_test_add_func ("/routing/forms/pbf-damaged", test_pbf_damaged);
  g_test_add_func ("/routing/forms/bz2", test_bz2);
  g_test_add_func ("/routing/forms/wrong-files", test_wrong_files);
  g_test_add_func ("/routing/forms/what-is-told", test_what_is_told);
  g_test_add_func ("/routing/forms/folder", test_folder);
  g_test_add_func ("/routing/forms/no-roads", test_no_roads);
  g_test_add_func ("/routing/forms/missing-file", test_missing_file);
  return g_test_run ();
}
