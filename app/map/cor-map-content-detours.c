/* cor-map-content-detours.c: the ways off the routes to the stations of the plans.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-content-private.h"

#include "cor-format.h"
#include "cor-parity-text.h"

/* Where a stop leaves the way: legs go out and back by turns. */
static gboolean
leave_point (const CorDutyResult *duty, const CorPlanStop *stop, CorLonLat *out)
{
  const CorGeometry *geometry = duty->geometry;
  gboolean back = geometry != NULL && geometry->back != NULL && stop->leg % 2 == 1;
  const CorPath *path = geometry == NULL ? NULL : back ? geometry->back : geometry->out;

  if (path == NULL)
    return FALSE;
  *out = cor_path_locate (path, stop->at_m);
  return TRUE;
}

/* The road to the station of a stop, or straight there; where the station has moved since, the road
 * leads to where it is now. */
static GArray *
detour_line (const CorDutyResult *duty, const CorPlanStop *stop, CorLonLat was, CorLonLat is)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (double));
  gboolean back = duty->geometry != NULL && duty->geometry->back != NULL && stop->leg == 1;
  CorLonLat leave;

  for (guint i = 0; duty->detours != NULL && i < duty->detours->len; i++)
    {
      const CorDetourLine *road = &g_array_index (duty->detours, CorDetourLine, i);

      if (road->station != (guint)stop->station || road->back != back)
        continue;
      for (guint p = 0; p < road->shape->len; p++)
        {
          CorLonLat at = g_array_index (road->shape, CorLonLat, p);
          gboolean there = at.lon == was.lon && at.lat == was.lat;

          cor_map_content_add_point (line, there ? is.lon : at.lon, there ? is.lat : at.lat);
        }
      return line;
    }
  if (leave_point (duty, stop, &leave))
    {
      cor_map_content_add_point (line, leave.lon, leave.lat);
      cor_map_content_add_point (line, is.lon, is.lat);
    }
  return line;
}

void
cor_map_content_add_detours (const CorMapContent *content, const CorDutyResult *duty, CorMapScene *scene)
{
  const CorAlternative *shown = cor_duty_truck (content->results, duty);
  const CorItem *const *stations;
  guint n;

  stations = cor_scenario_items (content->results->scenario, COR_ITEM_STATION, &n);
  for (guint i = 0; shown != NULL && shown->plan != NULL && i < shown->plan->n_stops; i++)
    {
      const CorPlanStop *stop = &shown->plan->stops[i];
      const CorStation *was, *station;
      g_autofree char *label = NULL;
      g_autoptr (GArray) line = NULL;

      if (stop->station < 0 || (guint)stop->station >= n || stop->leg > 1)
        continue;
      was = (const CorStation *)stations[stop->station];
      station = (const CorStation *)cor_scenario_find (content->scenario, COR_ITEM_STATION,
                                                       was->item.id);
      if (station == NULL)
        continue;
      if (content->selected_kind == COR_ITEM_STATION
          && g_strcmp0 (content->selected, station->item.id) == 0)
        label = cor_format_change (COR_QUANTITY_KM, stop->detour_m / 1000, NULL);
      line = detour_line (duty, stop, (CorLonLat){ was->lon, was->lat },
                          (CorLonLat){ station->lon, station->lat });
      cor_map_scene_add_detour (scene,
                                &(CorMapDetour){ .lon_lat = (const double *)(gpointer)line->data,
                                                 .n_points = line->len / 2,
                                                 .label = label,
                                                 .tint = COR_MAP_TINT_SWAP });
    }
}
