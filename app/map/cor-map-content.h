/* cor-map-content.h: a scenario and its results as what lies on the map: the one place, for screen and paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-scene.h"
#include "cor-results.h"

G_BEGIN_DECLS

/**
 * CorMapContent: what to show.
 * @results: (nullable): may belong to an older state of @scenario; places are those of @scenario
 * @colour: what the colour of a route says: "parity", "charge", "detour" or "emissions"; with "load" those
 *   of the stations say how busy they are, and routes stand back. Of several duties the least favourable
 *   by its parity year speaks for the route
 * @stations: (nullable): "access" for who can enter in the discs below stations, else their load
 * @buffer_m: metres to each side of the routes that are marked, 0 for none
 * @reach: (nullable): roads that a truck can reach
 * @selected_kind, @selected: (nullable): its detours carry their length
 * @only_used: leaves out routes without a duty, sites that none starts or ends at, and stations that no truck
 *   may be sent to: candidates and closed ones
 * @zh: names in Chinese
 * @before: (nullable): the scene that was shown until now: where what its routes and sites were made of is the
 *   same, as while a station is dragged, they are taken over
 */
typedef struct
{
  const CorScenario *scenario;
  const CorResults *results;
  const char *colour;
  const char *stations;
  double buffer_m;
  CorMapReach *reach;
  CorItemKind selected_kind;
  const char *selected;
  gboolean only_used;
  gboolean zh;
  const CorMapScene *before;
} CorMapContent;

/** cor_map_content_build: (transfer full): the scene. */
CorMapScene *cor_map_content_build (const CorMapContent *content);

G_END_DECLS
