/* test-bundled-network.c: the indicative network that comes with the program.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-fixture.h"

#include "cor-graph.h"

#include <math.h>
#include <string.h>

#define TOLERANCE   0.10 /* what "indicative" may mean for a distance */
#define LEAST_NODES 400
#define LEAST_BENDS 2000
#define GOLDEN_ROWS 24

static CorNetwork *net;

static void
test_size (void)
{
  guint nodes, edges, points;

  cor_network_size (net, &nodes, &edges, &points);
  g_assert_cmpuint (nodes, >=, LEAST_NODES);
  g_assert_cmpuint (points - 2 * edges + nodes, >=, LEAST_BENDS);
}

static void
test_says_indicative (void)
{
  g_assert_true (cor_network_indicative (net));
  g_assert_cmpstr (cor_network_name (net), ==, "gba-indicative");
  g_assert_nonnull (strstr (cor_network_title (net, FALSE), "ndicative"));
  g_assert_nonnull (strstr (cor_network_title (net, TRUE), "示意"));
  g_assert_cmpuint (strlen (cor_network_attribution (net)), >, 0);
}

static void
test_strongly_connected (void)
{
  guint32 size;
  g_autofree guint8 *marks = cor_graph_strong (net->arcs, net->n_arcs, net->n_nodes, &size);

  for (guint32 i = 0; i < net->n_nodes; i++)
    if (!marks[i])
      {
        CorLonLat at = cor_fixed_to_lonlat (net->nodes[i]);

        g_test_message ("cut off: %.4f,%.4f", at.lon, at.lat);
      }
  g_assert_cmpuint (size, ==, net->n_nodes);
}

/* A bend on average each 3.2 km, none of 25 km, and no road piece of no length. */
static void
test_shapes (void)
{
  double length = 0.0;
  guint bends = 0;

  for (guint32 i = 0; i < net->n_edges; i++)
    {
      const CorEdge *edge = &net->edges[i];

      g_assert_cmpfloat (edge->length_m, >, 50.0);
      length += edge->length_m;
      bends += edge->n_points - 1;
      for (guint k = 0; k + 1 < edge->n_points; k++)
        {
          const CorFixed *p = net->points + edge->first_point + k;

          g_assert_cmpfloat (cor_lonlat_distance (cor_fixed_to_lonlat (p[0]),
                                                  cor_fixed_to_lonlat (p[1])), <, 25000.0);
        }
    }
  g_assert_cmpfloat (length / bends, <, 3200.0);
}

static guint
read_places (const char *text, CorLonLat *places, guint room)
{
  g_auto (GStrv) parts = g_strsplit (text, ";", -1);
  guint n = g_strv_length (parts);

  g_assert_cmpuint (n, <=, room);
  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) words = g_strsplit (parts[i], " ", 2);

      places[i].lon = g_ascii_strtod (words[0], NULL);
      places[i].lat = g_ascii_strtod (words[1], NULL);
    }
  return n;
}

static void
check_row (const char *line)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorPath) path = NULL;
  g_auto (GStrv) quoted = g_strsplit (line, "\"", -1); /* "", name, ",places,km,", source */
  g_auto (GStrv) fields = NULL;
  CorLonLat places[8];
  double km;
  guint n;

  g_assert_cmpuint (g_strv_length (quoted), >=, 4);
  fields = g_strsplit (quoted[2], ",", -1); /* "", places, km, "" */
  n = read_places (fields[1], places, G_N_ELEMENTS (places));
  km = g_ascii_strtod (fields[2], NULL);
  g_assert_cmpuint (strlen (quoted[3]), >, 10);
  path = cor_network_route (net, places, n, NULL, &error);
  g_assert_no_error (error);
  g_test_message ("%s: %.1f km, known %.1f km", quoted[1], path->length_m / 1000.0, km);
  g_assert_cmpfloat_with_epsilon (path->length_m / 1000.0 / km, 1.0, TOLERANCE);
}

static void
test_known_distances (void)
{
  g_autofree char *file = g_test_build_filename (G_TEST_DIST, "golden", "distances.csv", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;
  guint rows = 0;

  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);
  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (lines[i][0] == '"')
      {
        check_row (lines[i]);
        rows++;
      }
  g_assert_cmpuint (rows, >=, GOLDEN_ROWS);
}

/* The toll of the corridor's expressways is counted, that of Hong Kong's free roads is not. */
static void
test_tolls (void)
{
  g_autoptr (GError) error = NULL;
  CorLonLat coast[2] = { { 113.8872, 22.5236 }, { 113.7399, 22.7550 } };
  CorLonLat hong_kong[2] = { { 114.1150, 22.3710 }, { 113.9850, 22.4180 } };
  g_autoptr (CorPath) tolled = cor_network_route (net, coast, 2, NULL, &error);
  g_autoptr (CorPath) free_road = cor_network_route (net, hong_kong, 2, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpfloat (tolled->tolled_m, >, 0.9 * tolled->length_m);
  g_assert_cmpfloat (free_road->tolled_m, ==, 0.0);
}

int
main (int argc, char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  net = fixture_bundled ();
  g_test_add_func ("/routing/bundled/size", test_size);
  g_test_add_func ("/routing/bundled/says-indicative", test_says_indicative);
  g_test_add_func ("/routing/bundled/strongly-connected", test_strongly_connected);
  g_test_add_func ("/routing/bundled/shapes", test_shapes);
  g_test_add_func ("/routing/bundled/known-distances", test_known_distances);
  g_test_add_func ("/routing/bundled/tolls", test_tolls);
  status = g_test_run ();
  cor_network_unref (net);
  return status;
}
