/* test-network-text.c: networks written by people: what is read, and what is said of mistakes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-fixture.h"

#include <string.h>

#define HEAD "corridor-network 1\nname small\ntitle-en Small\ntitle-zh 小\nattribution none\n"

/* A degree of longitude on the equator is 111,195 m on the sphere of the mean radius. */
#define DEGREE_M 111195.08

static void
test_reads (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorNetwork) net = fixture_network (
      HEAD "indicative\n# a comment\nnode a 0,0 first\nnode b 0.1,0\nnode c 0.2,0\n"
           "road motorway toll | G4 | 广深高速 | Guangshen Expressway\n"
           "  a 0.05,0 b -toll +bridge =trunk c\n",
      &error);
  CorLonLat ends[2] = { { 0, 0 }, { 0.2, 0 } };
  g_autoptr (CorPath) path = NULL;
  guint nodes, edges, points;

  g_assert_no_error (error);
  cor_network_size (net, &nodes, &edges, &points);
  g_assert_cmpuint (nodes, ==, 3);
  g_assert_cmpuint (edges, ==, 2);
  g_assert_cmpuint (points, ==, 5);
  g_assert_true (cor_network_indicative (net));
  g_assert_cmpstr (cor_network_name (net), ==, "small");
  g_assert_cmpstr (cor_network_title (net, TRUE), ==, "小");
  g_assert_cmpstr (cor_network_road_name (net, 0), ==, "G4 广深高速 Guangshen Expressway");

  path = cor_network_route (net, ends, 2, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (path->n_segments, ==, 2);
  g_assert_cmpfloat_with_epsilon (path->length_m, 0.2 * DEGREE_M, 1.0);
  g_assert_cmpfloat_with_epsilon (path->tolled_m, 0.1 * DEGREE_M, 1.0);
  g_assert_cmpfloat_with_epsilon (path->duration_s, 0.1 * DEGREE_M * (1 / 20.0 + 1 / 16.0), 0.1);
  g_assert_cmpuint (path->segments[0].road_class, ==, COR_ROAD_MOTORWAY);
  g_assert_cmpfloat_with_epsilon (cor_path_locate (path, 0.15 * DEGREE_M).lon, 0.15, 1e-5);
}

static void
test_mistakes (void)
{
  static const struct
  {
    const char *text;
    const char *says;
  } wrong[] = {
    { "", "the file is empty" },
    { "something else\n", "this is text" },
    { HEAD, "no road" },
    { HEAD "node a 0,0\nnode a 1,1\n", "line 7: junction a is there twice" },
    { HEAD "node a 0;0\n", "line 6: a junction needs" },
    { HEAD "node a 0,95\n", "line 6: a junction needs" },
    { HEAD "node a 0,0\nroad street\n a\n", "street is no class" },
    { HEAD "node a 0,0\nroad trunk fast\n a\n", "line 7: fast is not known" },
    { HEAD "node a 0,0\nroad trunk\n a b\n", "line 8: there is no junction b" },
    { HEAD "node a 0,0\nroad trunk\n 1,1 a\n", "must begin at a junction" },
    { HEAD "node a 0,0\nroad trunk\n a 1,1\n", "does not end at a junction" },
    { HEAD " 1,1\n", "points without a road" },
    { HEAD "colour blue\n", "colour blue is not understood" },
    { "corridor-network 1\nnode a 0,0\nnode b 1,1\nroad trunk\n a b\n", "missing" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;
      CorNetwork *net = fixture_network (wrong[i].text, &error);

      g_assert_null (net);
      g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_FORMAT);
      if (strstr (error->message, wrong[i].says) == NULL)
        g_error ("case %u says: %s", i, error->message);
    }
}

static void
test_missing_file (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (cor_network_load ("/nonexistent/network", &fixture_speeds, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOENT);
}

static void
test_far_place (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorNetwork) net
      = fixture_network (HEAD "node a 0,0\nnode b 0.1,0\nroad trunk\n a b\n", &error);
  CorLonLat ends[2] = { { 0, 0 }, { 1, 1 } };

  g_assert_null (cor_network_route (net, ends, 2, NULL, &error));
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_ROAD);
  g_assert_nonnull (strstr (error->message, "1.0000, 1.0000"));
}

static void
test_oneway (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorNetwork) net = fixture_network (
      HEAD "node a 0,0\nnode b 0.1,0\nnode c 0.05,0.05\nroad trunk oneway\n a b\n"
           "road local\n c a\n", &error);
  CorLonLat there[2] = { { 0.05, 0.05 }, { 0.09, 0 } };
  CorLonLat back[2] = { { 0.09, 0 }, { 0.05, 0.05 } };
  G_GNUC_UNUSED g_autoptr (CorPath) path = cor_network_route (net, there, 2, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (cor_network_route (net, back, 2, NULL, &error));
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_PATH);
}

/* A motorway passes the place at 300 m, a local road at 600 m: trucks come by the local road. */
static void
test_no_entry_from_motorway (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorNetwork) net = fixture_network (
      HEAD "node a 0,0\nnode b 0.1,0\nnode c 0,0.0081\nnode d 0.1,0.0081\n"
           "road motorway\n a b\nroad local\n a c d b\n", &error);
  CorSnap snap;

  g_assert_no_error (error);
  g_assert_true (cor_network_snap (net, (CorLonLat){ 0.05, 0.0027 }, NULL, &snap, &error));
  g_assert_cmpfloat_with_epsilon (snap.on_road.lat, 0.0081, 1e-6);
  g_assert_true (cor_network_snap (net, (CorLonLat){ 0.05, 0.0003 }, NULL, &snap, &error));
  g_assert_cmpfloat_with_epsilon (snap.on_road.lat, 0.0, 1e-6);
  g_assert_cmpfloat_with_epsilon (snap.away_m, 0.0003 * DEGREE_M, 0.5);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/routing/text/reads", test_reads);
  g_test_add_func ("/routing/text/mistakes", test_mistakes);
  g_test_add_func ("/routing/text/missing-file", test_missing_file);
  g_test_add_func ("/routing/text/far-place", test_far_place);
  g_test_add_func ("/routing/text/oneway", test_oneway);
  g_test_add_func ("/routing/text/no-entry-from-motorway", test_no_entry_from_motorway);
  return g_test_run ();
}
