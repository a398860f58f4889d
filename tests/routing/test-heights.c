/* test-heights.c: slopes of roads by SRTM tiles, and what they cost.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-energy.h"
#include "cor-heights.h"
#include "cor-osm-fixture.h"
#include "cor-tile-fixture.h"

#include <math.h>
#include <string.h>

/* Two per cent up to the east. */
static double
slope (double lon, double lat)
{
  return 500.0 + 0.02 * METRES_PER_DEGREE * lon;
}

/* A valley across the road between 0 and 0.02 degrees east, 33 m deep. */
static double
valley (double lon, double lat)
{
  return 500.0 - MAX (0.0, 33.0 - 0.03 * METRES_PER_DEGREE * fabs (lon - 0.01));
}

/* A hill in the same place: up at three per cent and down again. */
static double
hill (double lon, double lat)
{
  return 1000.0 - valley (lon, lat);
}

/* The four tiles around the little map. */
static char *
make_folder (Ground ground)
{
  char *folder = g_dir_make_tmp ("corridor-heights-XXXXXX", NULL);

  write_tile (folder, "N00E000.hgt", 0, 0, 1201, ground);
  write_tile (folder, "N00W001.hgt", 0, -1, 1201, ground);
  write_tile (folder, "S01E000.hgt", -1, 0, 1201, ground);
  write_tile (folder, "S01W001.hgt", -1, -1, 1201, ground);
  return folder;
}

/* The little map on that ground. */
static CorNetwork *
build (const char *way_tags, const char *folder, CorNetworkBuildReport *report, GError **error)
{
  g_autofree char *xml = fixture_osm (way_tags, "", "");

  return fixture_build_heights (".osm", xml, strlen (xml), folder, report, error);
}

static CorPath *
drive (CorNetwork *net, gboolean back)
{
  g_autoptr (GError) error = NULL;
  CorLonLat places[2] = { back ? EAST : WEST, back ? WEST : EAST };
  CorPath *path = cor_network_route (net, places, 2, NULL, &error);

  g_assert_no_error (error);
  return path;
}

static double
rise (const CorPath *path)
{
  double sum = 0.0;

  for (guint i = 0; i < path->n_segments; i++)
    sum += path->segments[i].grade * path->segments[i].length_m;
  return sum;
}

/* Level ground with the noise of the instrument on it: every sample up to 3 m off, by its place. */
static double
noise (double lon, double lat)
{
  guint32 hash = (guint32) lround (lon * 3600.0) * 2654435761u ^ (guint32) lround (lat * 3600.0) * 2246822519u;

  hash ^= hash >> 15;
  hash *= 2246822519u;
  hash ^= hash >> 13;
  return 100.0 + 6.0 * (hash % 10007u) / 10006.0 - 3.0;
}

/* Noise makes no hills: no road on it is steeper than 3 %, half of it not than 1 %, and the energy is
 * that of a level road to some per cent, with samples 90 and 30 m apart. */
static void
test_noise (void)
{
  static const guint sides[] = { 1201, 3601 };

  for (guint i = 0; i < 2; i++)
    {
      char *folder = g_dir_make_tmp ("corridor-heights-XXXXXX", NULL);
      g_autoptr (GError) error = NULL;
      CorNetworkBuildReport report;
      g_autoptr (CorNetwork) net = NULL;
      g_autoptr (CorPath) out = NULL;
      double steepest = 0.0, gentle_m = 0.0, climbed = 0.0;

      for (guint tile = 0; tile < 4; tile++)
        {
          int south = tile / 2 ? -1 : 0, west = tile % 2 ? -1 : 0;
          g_autofree char *name = g_strdup_printf ("%c%02d%c%03d.hgt", south ? 'S' : 'N', -south, west ? 'W' : 'E', -west);

          write_tile (folder, name, south, west, sides[i], noise);
        }
      net = build ("highway=primary", folder, &report, &error);
      g_assert_no_error (error);
      out = drive (net, FALSE);
      g_assert_true (out->graded);
      for (guint s = 0; s < out->n_segments; s++)
        {
          steepest = MAX (steepest, fabs (out->segments[s].grade));
          gentle_m += fabs (out->segments[s].grade) < 0.01 ? out->segments[s].length_m : 0.0;
          climbed += MAX (0.0, out->segments[s].grade) * out->segments[s].length_m;
        }
      g_test_message ("%u samples a side: steepest %.1f %%, %.0f %% of the road below 1 %%, climbs %.1f m in %.1f km", sides[i],
                      100.0 * steepest, 100.0 * gentle_m / out->length_m, climbed, out->length_m / 1000.0);
      g_assert_cmpfloat (steepest, <, 0.03);
      g_assert_cmpfloat (gentle_m, >, 0.5 * out->length_m);
      g_assert_cmpfloat (climbed, <, 0.005 * out->length_m);
      remove_folder (folder);
    }
}

/* A known slope comes out of the tiles: up one way, down the other, and the rise is that of the ground. */
static void
test_slope (void)
{
  char *folder = make_folder (slope);
  g_autoptr (GError) error = NULL;
  CorNetworkBuildReport report;
  g_autoptr (CorNetwork) net = build ("highway=primary", folder, &report, &error);
  g_autoptr (CorPath) out = NULL, back = NULL;

  g_assert_no_error (error);
  g_assert_true (cor_network_has_heights (net));
  g_assert_cmpuint (report.heights_found, ==, report.points);
  out = drive (net, FALSE);
  back = drive (net, TRUE);
  g_assert_true (out->graded);
  g_assert_cmpfloat_with_epsilon (rise (out), 0.02 * out->length_m, 0.5);
  g_assert_cmpfloat_with_epsilon (rise (out), -rise (back), 0.01);
  g_assert_cmpuint (out->n_segments, >, 5);
  for (guint i = 0; i < out->n_segments; i++)
    g_assert_cmpfloat_with_epsilon (out->segments[i].grade, 0.02, 0.002);
  remove_folder (folder);
}

/* A bridge runs level over the valley, a road goes down into it; so does a tunnel through a hill. */
static void
test_bridge (void)
{
  static const struct
  {
    const char *tags;
    Ground ground;
    gboolean level;
  } cases[] = {
    { "highway=primary", valley, FALSE },
    { "highway=primary;bridge=yes", valley, TRUE },
    { "highway=primary;tunnel=yes", hill, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      char *folder = make_folder (cases[i].ground);
      g_autoptr (GError) error = NULL;
      CorNetworkBuildReport report;
      g_autoptr (CorNetwork) net = build (cases[i].tags, folder, &report, &error);
      g_autoptr (CorPath) out = NULL;
      double steepest = 0.0;

      g_assert_no_error (error);
      out = drive (net, FALSE);
      for (guint s = 0; s < out->n_segments; s++)
        steepest = MAX (steepest, fabs (out->segments[s].grade));
      if (cases[i].level)
        g_assert_cmpfloat (steepest, <, 0.004);
      else
        g_assert_cmpfloat_with_epsilon (steepest, 0.03, 0.004);
      remove_folder (folder);
    }
}

static double
units (const CorVehicleEnergy *vehicle, const CorPath *path, double payload_t)
{
  return cor_energy_path (vehicle, path, payload_t, 20.0).units;
}

/* Energy is never made: over a hill and back costs more than the same road level, with whatever is
 * won back downhill. */
static void
test_energy (void)
{
  char *folder = make_folder (hill);
  CorNetworkBuildReport report;
  g_autoptr (CorNetwork) steep = build ("highway=primary", folder, &report, NULL);
  g_autoptr (CorNetwork) level = build ("highway=primary", NULL, &report, NULL);
  g_autoptr (CorPath) up = drive (steep, FALSE), down = drive (steep, TRUE), flat = drive (level, FALSE);
  CorVehicleEnergy truck = { .powertrain = COR_POWERTRAIN_BET, .empty_kg = 18000, .cda_m2 = 6, .crr = 0.006,
                             .rotating_share = 0.04, .air_density_kg_per_m3 = 1.2, .drive_efficiency = 0.9,
                             .battery_efficiency = 0.96, .source_efficiency = 1, .energy_per_unit_kwh = 1,
                             .auxiliary_w = 3000, .cold_c = -7, .mild_from_c = 15, .mild_to_c = 25, .hot_c = 35,
                             .measured_per_km = NAN, .scale = 1 };

  g_assert_false (flat->graded);
  g_assert_cmpfloat_with_epsilon (up->length_m, flat->length_m, 1e-6);
  for (double share = 0.0; share <= 1.0; share += 0.25)
    for (double payload = 0.0; payload <= 30.0; payload += 10.0)
      {
        truck.regeneration_share = share;
        g_assert_cmpfloat (units (&truck, up, payload) + units (&truck, down, payload), >,
                           2.0 * units (&truck, flat, payload) - 1e-9);
      }
  truck.regeneration_share = 0.0;
  g_assert_cmpfloat (units (&truck, up, 20.0), >, 1.2 * units (&truck, flat, 20.0));
  remove_folder (folder);
}

/* What is wrong with a folder is said; a file of before there were heights is refused with a way out. */
static void
test_faults (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("corridor-heights-XXXXXX", NULL);
  g_autofree char *tile = g_build_filename (folder, "N00E000.hgt", NULL);
  g_autofree char *far = g_build_filename (folder, "N50E010.hgt", NULL);
  g_autofree char *old = g_build_filename (folder, "old.network", NULL);
  CorNetworkBuildReport report;
  char header[128] = "CorNet\r\n\1";

  g_assert_null (build ("highway=primary", folder, &report, &error));
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_EMPTY);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (far, "", 0, NULL));
  g_assert_null (build ("highway=primary", folder, &report, &error));
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_EMPTY);
  g_assert_nonnull (strstr (error->message, "N00E000.hgt"));
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (tile, "short", 5, NULL));
  g_assert_null (build ("highway=primary", folder, &report, &error));
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_true (g_file_set_contents (old, header, sizeof header, NULL));
  g_assert_null (cor_network_load (old, &fixture_speeds, &error));
  g_assert_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_VERSION);
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/heights/noise", test_noise);
  g_test_add_func ("/heights/slope", test_slope);
  g_test_add_func ("/heights/bridge", test_bridge);
  g_test_add_func ("/heights/energy", test_energy);
  g_test_add_func ("/heights/faults", test_faults);
  return g_test_run ();
}
