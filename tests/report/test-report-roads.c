/* test-report-roads.c: what the report says of ways that follow no road.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-dir.h"
#include "cor-engine.h"
#include "cor-format.h"
#include "cor-report-facts.h"
#include "cor-scenario-file.h"

#include <locale.h>
#include <string.h>

static CorEngine *engine;

static CorScenario *
sample (void)
{
  g_autofree char *path = cor_data_file ("scenarios", "eastern-port.corridor", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenarioFile) file = cor_scenario_file_load (path, &error);

  g_assert_no_error (error);
  return cor_scenario_ref (cor_scenario_file_scenario (file));
}

/* What is said of the duties on a route; NULL where nothing is. */
static char *
said_of (CorScenario *scenario, const char *route)
{
  g_autoptr (CorResults) results = cor_engine_evaluate (engine, scenario);
  char *said = NULL;
  CorFacts facts;

  cor_facts_init (&facts, results, FALSE);
  for (guint i = 0; i < results->n_duties && said == NULL; i++)
    if (g_strcmp0 (results->duties[i].duty->route, route) == 0)
      said = cor_facts_off_road (&facts, &results->duties[i]);
  cor_facts_clear (&facts);
  return said;
}

/* A port in the estuary: as many kilometres as to its nearest road, of its own routes alone. */
static void
test_port_at_sea (void)
{
  g_autoptr (CorScenario) before = sample (), scenario = NULL;
  CorSite *site = (CorSite *) cor_item_copy (cor_scenario_find (before, COR_ITEM_SITE, "nansha-port"));
  g_autofree char *nothing = said_of (before, "yantian-nansha"), *other = NULL, *said = NULL, *km = NULL;
  CorSnap snap;

  site->lon = 113.78;
  site->lat = 22.40;
  scenario = cor_scenario_with_item (before, &site->item);
  g_assert_true (cor_network_snap (cor_engine_network (engine), (CorLonLat){ site->lon, site->lat }, NULL, &snap, NULL));
  km = cor_format_quantity (COR_QUANTITY_KM, snap.away_m / 1000, NULL);
  said = said_of (scenario, "yantian-nansha");
  other = said_of (scenario, "yantian-humen");
  g_assert_null (nothing);
  g_assert_null (other);
  g_assert_nonnull (said);
  g_assert_nonnull (strstr (said, km));
  g_assert_nonnull (strstr (said, "straight line off the road network"));
}

/* A line drawn by hand says so; a distance that is given is what counts, and nothing is said of the line. */
static void
test_by_hand (void)
{
  g_autoptr (CorScenario) before = sample (), scenario = NULL, given = NULL;
  static const CorLonLat line[] = { { 114.272, 22.578 }, { 113.637, 22.629 } };
  CorRoute *route = (CorRoute *) cor_item_copy (cor_scenario_find (before, COR_ITEM_ROUTE, "yantian-nansha"));
  g_autofree char *said = NULL, *nothing = NULL;

  route->line = cor_points_new ();
  g_array_append_vals (route->line, line, 2);
  scenario = cor_scenario_with_item (before, &route->item);
  said = said_of (scenario, "yantian-nansha");
  g_assert_nonnull (said);
  g_assert_nonnull (strstr (said, "drawn by hand"));
  route = (CorRoute *) cor_item_copy (&route->item);
  route->distance_km = 100;
  given = cor_scenario_with_item (scenario, &route->item);
  nothing = said_of (given, "yantian-nansha");
  g_assert_null (nothing);
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  int status;

  g_setenv ("LANGUAGE", "en", TRUE);
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  engine = cor_engine_new_default (&error);
  g_assert_no_error (error);
  g_test_add_func ("/report/roads/port-at-sea", test_port_at_sea);
  g_test_add_func ("/report/roads/by-hand", test_by_hand);
  status = g_test_run ();
  cor_engine_unref (engine);
  return status;
}
