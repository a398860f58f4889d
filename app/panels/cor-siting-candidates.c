/* cor-siting-candidates.c: which stations there are to choose among, and a way to have some.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-siting-candidates.h"

#include "cor-edit.h"

#include <glib/gi18n-lib.h>

guint
cor_siting_stations (const CorScenario *scenario, CorStationStatus status)
{
  const CorItem *const *stations;
  guint n, found = 0;

  stations = cor_scenario_items (scenario, COR_ITEM_STATION, &n);
  for (guint i = 0; i < n; i++)
    found += ((const CorStation *) stations[i])->status == (int) status;
  return found;
}

char *
cor_siting_candidates_text (const CorScenario *scenario)
{
  guint candidates = cor_siting_stations (scenario, COR_STATION_CANDIDATE);
  guint planned = cor_siting_stations (scenario, COR_STATION_PLANNED);

  if (candidates > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u station to choose from", "%u stations to choose from", candidates),
                            candidates);
  if (planned > 0)
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "none yet; %u station is planned", "none yet; %u stations are planned", planned),
                            planned);
  return g_strdup (_ ("none yet: place stations on the map, or import a list"));
}

CorScenario *
cor_siting_with_candidates (CorScenario *scenario)
{
  CorScenario *next = cor_scenario_ref (scenario);
  const CorItem *const *stations;
  guint n;

  stations = cor_scenario_items (scenario, COR_ITEM_STATION, &n);
  for (guint i = 0; i < n; i++)
    if (((const CorStation *) stations[i])->status == COR_STATION_PLANNED)
      {
        CorScenario *before = next;

        next = cor_edit_number (before, COR_ITEM_STATION, stations[i]->id, "status", COR_STATION_CANDIDATE, NULL);
        cor_scenario_unref (before);
      }
  return next;
}
