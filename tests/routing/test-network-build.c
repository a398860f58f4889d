/* test-network-build.c: what signs and access in OpenStreetMap do to a truck's way.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-osm-fixture.h"

#include "cor-osm-road.h"

#include <string.h>

static const CorVehicle tractor = { 16.5, 4.0, 2.55, 42.0 };

static CorNetwork *
build (const char *way_tags, const char *node_tags, const char *more, CorNetworkBuildReport *report)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *xml = fixture_osm (way_tags, node_tags, more);
  CorNetwork *net = fixture_build (".osm", xml, strlen (xml), report, &error);

  g_assert_no_error (error);
  return net;
}

/* How many squares the way is long, from west to east or back; 0 where there is none. */
static guint
squares (CorNetwork *net, gboolean back, const CorVehicle *vehicle)
{
  g_autoptr (GError) error = NULL;
  CorLonLat places[2] = { back ? EAST : WEST, back ? WEST : EAST };
  g_autoptr (CorPath) path = cor_network_route (net, places, 2, vehicle, &error);

  if (path == NULL)
    return 0;
  g_assert_cmpfloat_with_epsilon (path->length_m / SQUARE_M,
                                  (guint) (path->length_m / SQUARE_M + 0.5), 0.01);
  return (guint) (path->length_m / SQUARE_M + 0.5);
}

static void
test_tags (void)
{
  static const struct
  {
    const char *tags;
    guint there, back;
  } cases[] = {
    { "highway=primary", 3, 3 },
    { "highway=primary;oneway=yes", 3, 5 },
    { "highway=primary;oneway=-1", 5, 3 },
    { "highway=primary;oneway=no;junction=roundabout", 3, 3 },
    { "highway=primary;junction=roundabout", 3, 5 },
    { "highway=motorway", 3, 5 },
    { "highway=motorway;oneway=no", 3, 3 },
    { "highway=motorway_link", 3, 3 },
    { "highway=primary;hgv=no", 5, 5 },
    { "highway=primary;access=no", 5, 5 },
    { "highway=primary;motor_vehicle=no", 5, 5 },
    { "highway=primary;access=no;hgv=yes", 3, 3 },
    { "highway=primary;access=yes;vehicle=no", 5, 5 },
    { "highway=primary;access=destination", 5, 5 },
    { "highway=primary;hgv=delivery", 5, 5 },
    { "highway=primary;maxheight=3.8", 5, 5 },
    { "highway=primary;maxheight=4.2", 3, 3 },
    { "highway=primary;maxheight=4.2;maxheight:physical=3.9", 5, 5 },
    { "highway=primary;maxheight=12'6\"", 5, 5 },
    { "highway=primary;maxheight=default", 3, 3 },
    { "highway=primary;maxweight=7.5", 5, 5 },
    { "highway=primary;maxweight=41000 kg", 5, 5 },
    { "highway=primary;maxweight=49", 3, 3 },
    { "highway=primary;maxlength=12", 5, 5 },
    { "highway=primary;maxlength=18.75 m", 3, 3 },
    { "highway=primary;maxwidth=2.3", 5, 5 },
    { "highway=primary;maxwidth=3", 3, 3 },
    { "highway=primary;toll=yes", 3, 3 },
    { "highway=primary;bridge=yes", 3, 3 },
    { "highway=construction", 5, 5 },
    { "highway=footway", 5, 5 },
    { "highway=track", 5, 5 },
    { "highway=pedestrian;area=yes", 5, 5 },
    { "waterway=river", 5, 5 },
    { "route=ferry", 5, 5 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorNetwork) net = build (cases[i].tags, NULL, NULL, NULL);

      if (squares (net, FALSE, &tractor) != cases[i].there
          || squares (net, TRUE, &tractor) != cases[i].back)
        g_error ("%s: %u and %u squares", cases[i].tags, squares (net, FALSE, &tractor),
                 squares (net, TRUE, &tractor));
    }
}

/* A vehicle of which nothing is known is stopped by no sign. */
static void
test_unknown_vehicle (void)
{
  g_autoptr (CorNetwork) net = build ("highway=primary;maxheight=2", NULL, NULL, NULL);

  g_assert_cmpuint (squares (net, FALSE, NULL), ==, 3);
  g_assert_cmpuint (squares (net, FALSE, &tractor), ==, 5);
}

static void
test_barriers (void)
{
  static const struct
  {
    const char *tags;
    guint squares;
  } cases[] = {
    { "barrier=bollard", 5 },
    { "barrier=bollard;hgv=yes", 3 },
    { "barrier=gate", 3 },
    { "barrier=gate;access=no", 5 },
    { "barrier=toll_booth", 3 },
    { "barrier=height_restrictor;maxheight=3", 5 },
    { "barrier=height_restrictor;maxheight=4.5", 3 },
    { "highway=crossing", 3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (CorNetwork) net = build ("highway=primary", cases[i].tags, NULL, NULL);

      if (squares (net, FALSE, &tractor) != cases[i].squares
          || squares (net, TRUE, &tractor) != cases[i].squares)
        g_error ("%s: %u squares", cases[i].tags, squares (net, FALSE, &tractor));
    }
}

#define TURN(via, tags)                                                                            \
  "<relation id=\"1\"><member type=\"way\" ref=\"9\" role=\"from\"/>" via                          \
  "<member type=\"way\" ref=\"%d\" role=\"to\"/>" tags "<tag k=\"type\" v=\"restriction\"/>"       \
  "</relation>"
#define VIA_NODE "<member type=\"node\" ref=\"100\" role=\"via\"/>"
#define VIA_WAY  "<member type=\"way\" ref=\"2\" role=\"via\"/>"
#define OVER_1   "<member type=\"way\" ref=\"1\" role=\"via\"/>"
/* A further road off the middle of way 1, so that the way in between is in two pieces. */
#define LANE "<way id=\"20\"><nd ref=\"101\"/><nd ref=\"111\"/><tag k=\"highway\" v=\"primary\"/></way>"
#define TAG(k, v) "<tag k=\"" k "\" v=\"" v "\"/>"

static void
test_turns (void)
{
  static const struct
  {
    const char *relation;
    int to;
    guint there, back, kept, left_out;
  } cases[] = {
    { TURN (VIA_NODE, TAG ("restriction", "no_straight_on")), 1, 5, 3, 1, 0 },
    { TURN (VIA_NODE, TAG ("restriction", "only_left_turn")), 2, 5, 3, 1, 0 },
    { TURN (VIA_NODE, TAG ("restriction", "only_straight_on")), 1, 3, 3, 1, 0 },
    { TURN (VIA_NODE, TAG ("restriction:hgv", "no_straight_on")), 1, 5, 3, 1, 0 },
    { TURN (VIA_NODE, TAG ("restriction", "no_straight_on") TAG ("except", "psv;hgv")), 1, 3, 3, 0, 0 },
    { TURN (VIA_NODE, TAG ("restriction:motorcycle", "no_straight_on")), 1, 3, 3, 0, 0 },
    { TURN (VIA_NODE, TAG ("restriction", "no_straight_on")), 77, 3, 3, 0, 1 },
    { TURN (VIA_WAY, TAG ("restriction", "no_straight_on")), 1, 3, 3, 1, 0 },
    { TURN (OVER_1, TAG ("restriction", "no_straight_on")), 8, 5, 3, 1, 0 },
    { TURN (OVER_1, TAG ("restriction", "only_straight_on")), 8, 3, 3, 1, 0 },
    { TURN (VIA_WAY, TAG ("restriction", "only_straight_on")), 8, 5, 3, 1, 0 },
    { TURN (VIA_WAY, TAG ("restriction", "no_straight_on")), 8, 3, 3, 1, 0 },
    { TURN (OVER_1, TAG ("restriction", "no_straight_on")) LANE, 8, 5, 3, 1, 0 },
    { TURN (OVER_1, TAG ("restriction", "only_straight_on")) LANE, 8, 3, 3, 1, 0 },
    { TURN (OVER_1, TAG ("restriction", "no_straight_on")), 77, 3, 3, 0, 1 },
    { TURN (VIA_NODE, TAG ("restriction:conditional", "no_straight_on @ (weight&gt;7.5)")), 1, 5, 3, 1, 0 },
    { TURN (VIA_NODE, TAG ("restriction:conditional", "no_straight_on @ (07:00-19:00)")), 1, 3, 3, 0, 1 },
    { TURN (OVER_1, TAG ("restriction:hgv", "no_straight_on")), 8, 5, 3, 1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *more = g_strdup_printf (cases[i].relation, cases[i].to);
      CorNetworkBuildReport report;
      g_autoptr (CorNetwork) net = build ("highway=primary", NULL, more, &report);

      g_test_message ("case %u", i);
      g_assert_cmpuint (squares (net, FALSE, &tractor), ==, cases[i].there);
      g_assert_cmpuint (squares (net, TRUE, &tractor), ==, cases[i].back);
      g_assert_cmpuint (report.turns_kept, ==, cases[i].kept);
      g_assert_cmpuint (report.turns_left_out, ==, cases[i].left_out);
    }
}

/* Restrictions under a condition, for the tractor of 42 t and 16.5 m: those that hang on it hold, those by
 * the hour are left out and counted. */
static void
test_conditions (void)
{
  static const struct
  {
    const char *tags;
    guint squares, kept, left_out;
  } cases[] = {
    { "highway=primary;hgv:conditional=no @ (weight>7.5)", 5, 1, 0 },
    { "highway=primary;hgv:conditional=no @ weight > 7.5", 5, 1, 0 },
    { "highway=primary;hgv:conditional=no @ (weight>60)", 3, 1, 0 },
    { "highway=primary;hgv:conditional=no @ (length>=12 m)", 5, 1, 0 },
    { "highway=primary;hgv:conditional=no @ (length>20)", 3, 1, 0 },
    { "highway=primary;access:conditional=no @ (maxweightrating>3.5)", 5, 1, 0 },
    { "highway=primary;hgv=no;hgv:conditional=yes @ (weight<=49)", 3, 1, 0 },
    { "highway=primary;hgv=no;hgv:conditional=yes @ (weight<=7.5)", 5, 1, 0 },
    { "highway=primary;hgv:conditional=destination @ (weight>7.5)", 5, 1, 0 },
    { "highway=primary;hgv:conditional=no @ (07:00-19:00)", 3, 0, 1 },
    { "highway=primary;hgv:conditional=no @ (weight>7.5 AND 22:00-06:00)", 3, 0, 1 },
    { "highway=primary;maxweight:conditional=7.5 @ (Mo-Fr 07:00-19:00)", 3, 0, 1 },
    { "highway=primary;hgv:conditional=", 3, 0, 0 },
    { "highway=primary;hgv:conditional=no @ (((", 3, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CorNetworkBuildReport report;
      g_autoptr (CorNetwork) net = build (cases[i].tags, NULL, NULL, &report);

      g_test_message ("%s", cases[i].tags);
      g_assert_cmpuint (squares (net, FALSE, &tractor), ==, cases[i].squares);
      g_assert_cmpuint (report.conditions_kept, ==, cases[i].kept);
      g_assert_cmpuint (report.conditions_left_out, ==, cases[i].left_out);
    }
}

/* A station behind the forbidden turn is reached the long way, and left the short one. */
static void
test_access_over_turn (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *more
      = g_strdup_printf (TURN (VIA_NODE, TAG ("restriction", "no_straight_on")), 1);
  g_autoptr (CorNetwork) net = build ("highway=primary", NULL, more, NULL);
  CorLonLat places[2] = { WEST, EAST };
  CorLonLat place = { 0.005, 0.0 };
  g_autoptr (CorPath) path = cor_network_route (net, places, 2, &tractor, &error);
  g_autofree CorSnap *station = cor_network_snap_all (net, &place, 1, &tractor);
  g_autoptr (GArray) accesses = NULL;
  const CorAccess *access;

  g_assert_no_error (error);
  accesses = cor_network_accesses (net, path, station, 1, 20000.0, &tractor);
  g_assert_cmpuint (accesses->len, ==, 1);
  access = &g_array_index (accesses, CorAccess, 0);
  /* From 102 back one and a half squares, and the same to return. */
  g_assert_cmpfloat_with_epsilon (access->detour_m / SQUARE_M, 3.0, 0.01);
}

static void
test_toll_and_names (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorNetwork) net = build ("highway=trunk;toll=yes;maxspeed=30", NULL, NULL, NULL);
  CorLonLat places[2] = { WEST, EAST };
  g_autoptr (CorPath) path = cor_network_route (net, places, 2, NULL, &error);
  CorSnap snap;

  g_assert_no_error (error);
  g_assert_cmpfloat_with_epsilon (path->tolled_m / SQUARE_M, 2.0, 0.01);
  g_assert_cmpuint (path->segments[1].road_class, ==, COR_ROAD_TRUNK);
  g_assert_cmpfloat_with_epsilon (path->segments[1].speed_m_s, 30 / 3.6, 0.01);
  g_assert_true (cor_network_snap (net, WEST, NULL, &snap, &error));
  g_assert_cmpstr (cor_network_road_name (net, snap.edge), ==, "G107 广深公路");
  g_assert_nonnull (strstr (cor_network_attribution (net), "OpenStreetMap"));
  g_assert_false (cor_network_indicative (net));
}

#define FAR_END                                                                                    \
  "<node id=\"300\" lon=\"0.03\" lat=\"0.02\"/><node id=\"301\" lon=\"0.04\" lat=\"0.02\"/>"       \
  "<way id=\"31\"><nd ref=\"300\"/><nd ref=\"301\"/>" TAG ("highway", "primary") "</way>"

static void
test_ferry (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorNetwork) net
      = build ("highway=primary", NULL,
               FAR_END "<way id=\"30\"><nd ref=\"201\"/><nd ref=\"300\"/>" TAG ("route", "ferry")
                   TAG ("motor_vehicle", "yes") "</way>",
               NULL);
  CorLonLat places[2] = { WEST, { 0.035, 0.02 } };
  g_autoptr (CorPath) path = cor_network_route (net, places, 2, NULL, &error);
  gboolean ferry = FALSE;

  g_assert_no_error (error);
  for (guint i = 0; i < path->n_segments; i++)
    ferry |= path->segments[i].road_class == COR_ROAD_FERRY;
  g_assert_true (ferry);
}

static void
test_keeps_what_is_connected (void)
{
  CorNetworkBuildReport report;
  G_GNUC_UNUSED g_autoptr (CorNetwork) net = build ("highway=primary", NULL, FAR_END, &report);

  g_assert_cmpuint (report.edges_cut_off, ==, 1);
  g_assert_cmpuint (report.edges, ==, 4);
  g_assert_cmpuint (report.ways, ==, 5);
}

/* Beyond the edge of the extract nodes are missing. */
static void
test_missing_nodes (void)
{
  CorNetworkBuildReport report;
  g_autoptr (CorNetwork) net
      = build ("highway=primary", NULL,
               "<way id=\"40\"><nd ref=\"998\"/><nd ref=\"201\"/><nd ref=\"112\"/><nd ref=\"999\"/>"
               TAG ("highway", "primary") "</way>",
               &report);

  g_assert_cmpuint (squares (net, FALSE, NULL), ==, 3);
  g_assert_cmpuint (report.edges, ==, 6);
}

static void
test_units (void)
{
  g_assert_cmpuint (cor_osm_length_cm ("4"), ==, 400);
  g_assert_cmpuint (cor_osm_length_cm ("4.25 m"), ==, 425);
  g_assert_cmpuint (cor_osm_length_cm ("380 cm"), ==, 380);
  g_assert_cmpuint (cor_osm_length_cm ("13'6\""), ==, 411);
  g_assert_cmpuint (cor_osm_length_cm ("none"), ==, 0);
  g_assert_cmpuint (cor_osm_length_cm ("-3"), ==, 0);
  g_assert_cmpuint (cor_osm_weight_kg ("3.5"), ==, 3500);
  g_assert_cmpuint (cor_osm_weight_kg ("3.5 t"), ==, 3500);
  g_assert_cmpuint (cor_osm_weight_kg ("3500 kg"), ==, 3500);
  g_assert_cmpuint (cor_osm_weight_kg ("10 st"), ==, 9072);
  g_assert_cmpuint (cor_osm_weight_kg ("20000 lbs"), ==, 9072);
  g_assert_cmpuint (cor_osm_weight_kg ("unsigned"), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/routing/build/tags", test_tags);
  g_test_add_func ("/routing/build/unknown-vehicle", test_unknown_vehicle);
  g_test_add_func ("/routing/build/barriers", test_barriers);
  g_test_add_func ("/routing/build/turns", test_turns);
  g_test_add_func ("/routing/build/conditions", test_conditions);
  g_test_add_func ("/routing/build/access-over-turn", test_access_over_turn);
  g_test_add_func ("/routing/build/toll-and-names", test_toll_and_names);
  g_test_add_func ("/routing/build/ferry", test_ferry);
  g_test_add_func ("/routing/build/keeps-what-is-connected", test_keeps_what_is_connected);
  g_test_add_func ("/routing/build/missing-nodes", test_missing_nodes);
  g_test_add_func ("/routing/build/units", test_units);
  return g_test_run ();
}
