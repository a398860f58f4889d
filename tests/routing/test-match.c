/* test-match.c: recorded lines find the roads they were driven on.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-fixture.h"

#include <math.h>

/* A town of streets that all look alike: many ways are equally long, only the record tells which. */
#define SIDE 10
#define STEP_DEG 0.01

/* Share of the line that may come out on another street, and what the length may be off. */
#define MOST_OFF 0.03

static CorNetwork *
town (gboolean indicative)
{
  g_autoptr (GString) text = g_string_new ("corridor-network 1\nname town\n");
  g_autoptr (GError) error = NULL;
  CorNetwork *net;

  if (indicative)
    g_string_append (text, "indicative\n");
  g_string_append (text, "title-en Town\ntitle-zh 城\nattribution none\n");
  for (int y = 0; y < SIDE; y++)
    for (int x = 0; x < SIDE; x++)
      g_string_append_printf (text, "node n%d_%d %.2f,%.2f\n", x, y, x * STEP_DEG, y * STEP_DEG);
  for (int i = 0; i < SIDE; i++)
    for (int across = 0; across < 2; across++)
      {
        g_string_append (text, "road primary | | |\n");
        for (int k = 0; k < SIDE; k++)
          g_string_append_printf (text, " n%d_%d", across ? i : k, across ? k : i);
        g_string_append_c (text, '\n');
      }
  net = fixture_network (text->str, &error);
  g_assert_no_error (error);
  return net;
}

/* From one corner to the other, right or up at random. */
static GArray *
staircase (void)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (CorLonLat));
  int x = 0, y = 0;

  while (TRUE)
    {
      CorLonLat corner = { x * STEP_DEG, y * STEP_DEG };

      g_array_append_val (line, corner);
      if (x == SIDE - 1 && y == SIDE - 1)
        return line;
      if (y == SIDE - 1 || (x < SIDE - 1 && g_test_rand_bit ()))
        x++;
      else
        y++;
    }
}

/* Normally distributed, by the sum of twelve (J. Brenner's rule of thumb serves for a test). */
static double
noise (double sigma)
{
  double sum = -6;

  for (guint i = 0; i < 12; i++)
    sum += g_test_rand_double ();
  return sum * sigma;
}

/* A receiver's points along a line: so many metres apart, so many off. */
static GArray *
record (const CorPath *truth, double apart_m, double sigma_m)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (CorLonLat));
  double per_degree = 111195;

  for (double at = 0; at < truth->length_m + apart_m; at += apart_m)
    {
      CorLonLat place = cor_path_locate (truth, MIN (at, truth->length_m));

      place.lon += noise (sigma_m) / per_degree;
      place.lat += noise (sigma_m) / per_degree;
      g_array_append_val (points, place);
    }
  return points;
}

static double
share_off (const CorPath *truth, const CorPath *found)
{
  guint n = 0, off = 0;

  for (double at = 0; at <= truth->length_m; at += 50, n++)
    {
      double away_m;

      cor_path_nearest (found, cor_path_locate (truth, at), &away_m);
      off += away_m > 30;
    }
  return off / (double) n;
}

static void
assert_found (CorNetwork *net, const CorPath *truth, const GArray *points)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorPath) found = NULL;
  g_autoptr (GArray) vias
    = cor_network_match (net, (const CorLonLat *) (gconstpointer) points->data, points->len, NULL, &found, &error);

  g_assert_no_error (error);
  g_assert_nonnull (vias);
  g_test_message ("%u points, %u vias, %.1f of %.1f km, %.3f off", points->len, vias->len, found->length_m / 1000,
                  truth->length_m / 1000, share_off (truth, found));
  g_assert_cmpfloat (share_off (truth, found), <=, MOST_OFF);
  g_assert_cmpfloat_with_epsilon (found->length_m / truth->length_m, 1, MOST_OFF);
}

static void
test_noisy (void)
{
  static const struct
  {
    double apart_m, sigma_m;
  } receivers[] = { { 60, 5 }, { 200, 15 }, { 500, 30 } };
  g_autoptr (CorNetwork) net = town (FALSE);

  for (guint i = 0; i < 5 * G_N_ELEMENTS (receivers); i++)
    {
      g_autoptr (GArray) corners = staircase ();
      g_autoptr (CorPath) truth = cor_path_new_by_hand ((const CorLonLat *) (gpointer) corners->data, corners->len, 10);
      g_autoptr (GArray) points = record (truth, receivers[i % 3].apart_m, receivers[i % 3].sigma_m);

      assert_found (net, truth, points);
    }
}

/* A receiver that jumps away now and then. */
static void
test_jumps (void)
{
  g_autoptr (CorNetwork) net = town (FALSE);
  g_autoptr (GArray) corners = staircase ();
  g_autoptr (CorPath) truth = cor_path_new_by_hand ((const CorLonLat *) (gpointer) corners->data, corners->len, 10);
  g_autoptr (GArray) points = record (truth, 200, 10);

  for (guint i = 10; i < points->len - 1; i += 17)
    g_array_index (points, CorLonLat, i).lat += 0.9;
  assert_found (net, truth, points);
}

/* The bundled roads lie some hundred metres off: the same motorways come out all the same. */
static void
test_indicative (void)
{
  g_autoptr (CorNetwork) net = fixture_bundled ();
  CorLonLat ends[3] = { { 114.27, 22.58 }, { 114.06, 22.72 }, { 113.64, 22.63 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorPath) truth = cor_network_route (net, ends, 3, NULL, &error);
  g_autoptr (CorPath) found = NULL;
  g_autoptr (GArray) points = record (truth, 300, 150);
  g_autoptr (GArray) vias
    = cor_network_match (net, (const CorLonLat *) (gpointer) points->data, points->len, NULL, &found, &error);

  g_assert_no_error (error);
  g_assert_nonnull (vias);
  g_test_message ("%u vias, %.1f of %.1f km", vias->len, found->length_m / 1000, truth->length_m / 1000);
  g_assert_cmpfloat_with_epsilon (found->length_m / truth->length_m, 1, 0.12);
}

#define APART_DEG 0.027
#define N_POINTS 5

/* A straight road, and beside it one that goes by @off_m north of it and out to @out_deg between: points by the second
 * one, 3 km apart, and
 * both begin and end on the same piece. Length of what is found, metres. */
static double
winding_or_straight (double off_m, double out_deg)
{
  g_autoptr (GString) text = g_string_new ("corridor-network 1\nname fork\ntitle-en Fork\ntitle-zh 叉\nattribution none\n"
                                           "node start -0.02,0\nnode west -0.01,0\nnode east 0.118,0\nnode end 0.128,0\n");
  double north = off_m / 111195;
  CorLonLat points[N_POINTS + 2] = { { -0.02, 0 } };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorNetwork) net = NULL;
  g_autoptr (CorPath) found = NULL;
  g_autoptr (GArray) vias = NULL;

  for (int i = 0; i < N_POINTS; i++)
    {
      points[i + 1] = (CorLonLat){ i * APART_DEG, north };
      g_string_append_printf (text, "node p%d %.6f,%.6f\n", i, points[i + 1].lon, north);
      if (i + 1 < N_POINTS)
        g_string_append_printf (text, "node o%d %.6f,%.6f\n", i, (i + 0.5) * APART_DEG, out_deg);
    }
  g_string_append (text, "road primary | | |\n start west east end\nroad primary | | |\n west p0 o0 p1 o1 p2 o2 p3 o3 p4 east\n");
  points[N_POINTS + 1] = (CorLonLat){ 0.128, 0 };
  net = fixture_network (text->str, &error);
  g_assert_no_error (error);
  vias = cor_network_match (net, points, N_POINTS + 2, NULL, &found, &error);
  g_assert_no_error (error);
  return found->length_m;
}

/* A road 100 m from the points is left for one 10 % longer that runs by them; one 50 m from them is not left for
 * one twice as long, though the points lie on that. */
static void
test_nearer_or_straighter (void)
{
  double straight_m = 0.148 * 111195;

  g_assert_cmpfloat (winding_or_straight (100, 0.0069), >, 1.05 * straight_m);
  g_assert_cmpfloat (winding_or_straight (50, 0.0234), <, 1.03 * straight_m);
}

/* Off every road, or over the sea: an error that says so. */
static void
test_off_road (void)
{
  g_autoptr (CorNetwork) net = town (FALSE);
  CorLonLat points[5];
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 5; i++)
    points[i] = (CorLonLat){ 0.3 + 0.02 * i, 0.3 };
  g_assert_null (cor_network_match (net, points, 5, NULL, NULL, &error));
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_ROAD);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/match/noisy", test_noisy);
  g_test_add_func ("/match/jumps", test_jumps);
  g_test_add_func ("/match/indicative", test_indicative);
  g_test_add_func ("/match/nearer-or-straighter", test_nearer_or_straighter);
  g_test_add_func ("/match/off-road", test_off_road);
  return g_test_run ();
}
