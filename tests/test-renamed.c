/* test-renamed.c: reasons name places as they are called now, whatever is taken over from before.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "scenario-fixture.h"

#include <string.h>

static CorEngine *engine;

static CorScenario *
renamed (const CorScenario *scenario, CorItemKind kind, const char *id)
{
  CorItem *item = cor_item_copy (cor_scenario_find (scenario, kind, id));

  g_free (item->name);
  item->name = g_strdup_printf ("%s, as it is called now", id);
  return cor_scenario_with_item (scenario, item);
}

/* How many reasons speak of what was renamed; each has to be what a full evaluation says. */
static guint
count_told (const CorResults *results, const CorResults *full)
{
  guint told = 0;

  for (guint d = 0; d < results->n_duties; d++)
    for (guint a = 0; a < results->duties[d].n_alternatives; a++)
      {
        const char *problem = results->duties[d].alternatives[a]->problem;

        g_assert_cmpstr (problem, ==, full->duties[d].alternatives[a]->problem);
        told += problem != NULL && strstr (problem, "as it is called now") != NULL;
      }
  return told;
}

/* The reasons why a duty fails speak of places as they are called now: a site at sea, a stretch without a station. */
static void
test_renamed (void)
{
  g_autoptr (CorScenario) scenario = fixture_load ("eastern-port");
  g_autoptr (CorScenario) few = cor_scenario_with_items (scenario, COR_ITEM_STATION, g_ptr_array_new ());
  CorSite *at_sea = (CorSite *) cor_item_copy (cor_scenario_find (few, COR_ITEM_SITE, "pinghu-yard"));
  g_autoptr (CorScenario) before = NULL;
  guint n, told = 0;

  at_sea->lon = 115.5;
  at_sea->lat = 21.5;
  before = cor_scenario_with_item (few, &at_sea->item);
  cor_scenario_items (before, COR_ITEM_SITE, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *id = cor_scenario_items (before, COR_ITEM_SITE, &n)[i]->id;
      g_autoptr (CorScenario) after = renamed (before, COR_ITEM_SITE, id);
      g_autoptr (CorResults) first = cor_engine_evaluate (engine, before);
      g_autoptr (CorResults) results = cor_engine_evaluate (engine, after);
      g_autoptr (CorResults) full = NULL;

      g_assert_cmpuint (first->n_duties, ==, results->n_duties);
      cor_engine_forget (engine);
      full = cor_engine_evaluate (engine, after);
      told += count_told (results, full);
    }
  g_assert_cmpuint (told, >, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/renamed/sites", test_renamed);
  return fixture_run (engine);
}
