/* cor-survey-stations.c: where the stations are, and which of them moved since the last time.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-survey-private.h"

#include <string.h>

/* More moved stations than these are not looked at one by one. */
#define MANY_MOVED 64

static CorLonLat
place_of (const CorItem *station)
{
  return (CorLonLat) { ((const CorStation *) station)->lon, ((const CorStation *) station)->lat };
}

static int
find_before (const CorSurvey *survey, GHashTable **by_id, guint index, const char *id)
{
  gpointer place;

  if (index < survey->n_stations && strcmp (survey->ids[index], id) == 0)
    return (int) index;
  if (*by_id == NULL)
    {
      *by_id = g_hash_table_new (g_str_hash, g_str_equal);
      for (guint i = 0; i < survey->n_stations; i++)
        g_hash_table_insert (*by_id, survey->ids[i], GUINT_TO_POINTER (i));
    }
  return g_hash_table_lookup_extended (*by_id, id, NULL, &place) ? (int) GPOINTER_TO_UINT (place) : -1;
}

/* Which stations are where they were, by their ids; FALSE where their order is another. */
static gboolean
match_stations (CorSurvey *survey, const CorItem *const *items, guint n, CorSnap *snaps)
{
  g_autoptr (GHashTable) by_id = NULL;
  int last = -1;

  g_free (survey->now_of);
  survey->now_of = g_new (int, MAX (survey->n_stations, 1));
  survey->shifted = n != survey->n_stations;
  g_array_set_size (survey->moved, 0);
  for (guint i = 0; i < survey->n_stations; i++)
    survey->now_of[i] = -1;
  for (guint i = 0; i < n; i++)
    {
      CorLonLat place = place_of (items[i]);
      int before = find_before (survey, &by_id, i, items[i]->id);

      survey->shifted |= before != (int) i;
      if (before >= 0 && before < last)
        return FALSE;
      last = MAX (last, before);
      if (before >= 0 && memcmp (&survey->snaps[before].place, &place, sizeof place) == 0)
        {
          snaps[i] = survey->snaps[before];
          survey->now_of[before] = (int) i;
          continue;
        }
      g_array_append_val (survey->moved, i);
    }
  return TRUE;
}

/* Puts all stations on the network anew. */
static void
snap_all (CorSurvey *survey, const CorItem *const *items, guint n)
{
  g_autofree CorLonLat *places = g_new (CorLonLat, MAX (n, 1));

  for (guint i = 0; i < n; i++)
    places[i] = place_of (items[i]);
  g_free (survey->snaps);
  survey->snaps = cor_network_snap_all (survey->network, places, n, NULL);
  g_clear_pointer (&survey->now_of, g_free);
}

/* Puts those that moved on the network. */
static void
snap_moved (CorSurvey *survey, const CorItem *const *items, CorSnap *snaps)
{
  g_autofree CorLonLat *places = g_new (CorLonLat, MAX (survey->moved->len, 1));
  g_autofree CorSnap *moved = NULL;

  for (guint i = 0; i < survey->moved->len; i++)
    places[i] = place_of (items[g_array_index (survey->moved, guint, i)]);
  moved = cor_network_snap_all (survey->network, places, survey->moved->len, NULL);
  for (guint i = 0; i < survey->moved->len; i++)
    snaps[g_array_index (survey->moved, guint, i)] = moved[i];
  g_free (survey->snaps);
  survey->snaps = snaps;
}

void
cor_survey_update_stations (CorSurvey *survey, const CorScenario *scenario)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_STATION, &n);
  CorSnap *snaps = g_new0 (CorSnap, MAX (n, 1));
  gboolean matched = survey->snaps != NULL && match_stations (survey, items, n, snaps);

  if (matched && survey->moved->len == 0 && !survey->shifted)
    {
      /* A line that was not laid the last time does not know what moved then. */
      g_clear_pointer (&survey->now_of, g_free);
      g_free (snaps);
      return;
    }
  if (matched && survey->moved->len <= MANY_MOVED)
    {
      snap_moved (survey, items, snaps);
    }
  else
    {
      g_free (snaps);
      snap_all (survey, items, n);
    }
  g_strfreev (survey->ids);
  survey->ids = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    survey->ids[i] = g_strdup (items[i]->id);
  survey->n_stations = n;
  survey->round++;
}
