/* cor-survey-detours.c: the roads from a route to the stations that its trucks stop at.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-survey-private.h"

#include <string.h>

/* A road that was traced, and all that it depends on. */
typedef struct
{
  CorPath *path;
  CorAccess access;
  CorLonLat place;
  GArray *shape;
} Trace;

void
cor_survey_trace_free (gpointer data)
{
  Trace *trace = data;

  cor_path_unref (trace->path);
  g_array_unref (trace->shape);
  g_free (trace);
}

static const CorAccess *
find_access (const GArray *accesses, guint station)
{
  for (guint i = 0; i < accesses->len; i++)
    if (g_array_index (accesses, CorAccess, i).station_index == station)
      return &g_array_index (accesses, CorAccess, i);
  return NULL;
}

static gboolean
still_holds (const Trace *trace, const CorPath *path, const CorAccess *access, CorLonLat place)
{
  return trace->path == path && trace->access.leave_m == access->leave_m && trace->access.rejoin_m == access->rejoin_m
         && trace->access.out_m == access->out_m && trace->access.back_m == access->back_m
         && memcmp (&trace->place, &place, sizeof place) == 0;
}

/* The road of one stop; traced only where it is another one than the last time. */
static GArray *
trace_road (CorSurvey *survey, const CorRoute *route, const CorPath *path, gboolean back, const CorAccess *access)
{
  const CorSurveyLine *line = g_hash_table_lookup (survey->lines, route->item.id);
  guint station = access->station_index;
  g_autofree char *key = g_strdup_printf ("%s/%d/%u", route->item.id, back, station);
  Trace *trace = g_hash_table_lookup (survey->traces, key);

  if (trace == NULL || !still_holds (trace, path, access, survey->snaps[station].place))
    {
      trace = g_new0 (Trace, 1);
      trace->path = cor_path_ref (path);
      trace->access = *access;
      trace->place = survey->snaps[station].place;
      trace->shape = cor_network_access_shape (survey->network, path, access, &survey->snaps[station],
                                               COR_SURVEY_LIMIT_M, line != NULL ? &line->vehicle : NULL);
      g_hash_table_replace (survey->traces, g_steal_pointer (&key), trace);
    }
  return g_array_ref (trace->shape);
}

static void
line_clear (gpointer data)
{
  g_clear_pointer (&((CorDetourLine *) data)->shape, g_array_unref);
}

static gboolean
has_line (const GArray *lines, guint station, gboolean back)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, CorDetourLine, i).station == station && g_array_index (lines, CorDetourLine, i).back == back)
      return TRUE;
  return FALSE;
}

GArray *
cor_survey_detours (CorSurvey *survey, const CorDutyResult *duty)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (CorDetourLine));
  const CorAlternative *shown = cor_duty_result_shown (duty);
  const CorGeometry *geometry = duty->geometry;

  g_array_set_clear_func (lines, line_clear);
  for (guint i = 0; shown != NULL && shown->plan != NULL && geometry != NULL && i < shown->plan->n_stops; i++)
    {
      const CorPlanStop *stop = &shown->plan->stops[i];
      gboolean back = geometry->back != NULL && stop->leg == 1;
      const CorPath *path = back ? geometry->back : geometry->out;
      const CorAccess *access;
      CorDetourLine line = { (guint) stop->station, back, NULL };

      if (stop->station < 0 || stop->leg > 1 || path == NULL || line.station >= survey->n_stations
          || has_line (lines, line.station, back))
        continue;
      access = find_access (back ? geometry->accesses_back : geometry->accesses_out, line.station);
      if (access == NULL)
        continue;
      line.shape = trace_road (survey, duty->route, path, back, access);
      g_array_append_val (lines, line);
    }
  return lines;
}
