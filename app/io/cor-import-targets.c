/* cor-import-targets.c: what the columns of a file can be, for a person to choose from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-look.h"

#include "cor-import-names.h"
#include "cor-track.h"

#include <glib/gi18n-lib.h>

static const CorImportTarget of_traces[] = {
  { COR_TRACK_VEHICLE, N_ ("Vehicle") },
  { COR_TRACK_TIME, N_ ("Time") },
  { COR_TRACK_DATE, N_ ("Date") },
  { COR_TRACK_LON, N_ ("Longitude") },
  { COR_TRACK_LAT, N_ ("Latitude") },
  { COR_TRACK_PLACE, N_ ("Longitude and latitude") },
  { COR_TRACK_KM, N_ ("Distance, km") },
  { COR_TRACK_KWH, N_ ("Electricity, kWh") },
  { COR_TRACK_LITRES, N_ ("Diesel, L") },
  { COR_TRACK_PAYLOAD, N_ ("Payload, t") },
};

static const CorImportTarget of_places[] = {
  { "lon", N_ ("Longitude") },
  { "lat", N_ ("Latitude") },
  { COR_IMPORT_PLACE, N_ ("Longitude and latitude") },
};

static const CorImportTarget of_stations[] = {
  { COR_IMPORT_TOTAL_KW, N_ ("Power of all plugs") },
  { COR_IMPORT_HOURS, N_ ("Opening hours") },
};

static const CorImportTarget of_routes[] = {
  { COR_IMPORT_ORIGIN_LON, N_ ("Longitude of the origin") },
  { COR_IMPORT_ORIGIN_LAT, N_ ("Latitude of the origin") },
  { COR_IMPORT_DESTINATION_LON, N_ ("Longitude of the destination") },
  { COR_IMPORT_DESTINATION_LAT, N_ ("Latitude of the destination") },
};

static const CorImportTarget of_all[] = {
  { "id", N_ ("Identifier") },      { "name", N_ ("Name") }, { "name_zh", N_ ("Chinese name") },
  { "note", N_ ("Note") }, { "source", N_ ("Source") },
};

static void
add (GArray *targets, const CorImportTarget *list, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      CorImportTarget target = { list[i].key, _ (list[i].label) };

      g_array_append_val (targets, target);
    }
}

static gboolean
is_there (const GArray *targets, const char *key)
{
  for (guint i = 0; i < targets->len; i++)
    if (g_str_equal (g_array_index (targets, CorImportTarget, i).key, key))
      return TRUE;
  return FALSE;
}

/* What a person would find in a column: no list and no layer. */
static void
add_fields (GArray *targets, CorItemKind kind)
{
  guint n;
  const CorField *fields = cor_item_fields (kind, &n);

  for (guint i = 0; i < n; i++)
    {
      CorImportTarget target = { fields[i].key, fields[i].label ? _ (fields[i].label) : NULL };

      if (target.label != NULL && fields[i].type < COR_FIELD_STRINGS && !is_there (targets, target.key))
        g_array_append_val (targets, target);
    }
}

GArray *
cor_import_targets (CorItemKind kind, gboolean trace)
{
  GArray *targets = g_array_new (FALSE, FALSE, sizeof (CorImportTarget));

  if (trace)
    {
      add (targets, of_traces, G_N_ELEMENTS (of_traces));
      return targets;
    }
  add (targets, of_all, G_N_ELEMENTS (of_all));
  if (kind == COR_ITEM_ROUTE)
    add (targets, of_routes, G_N_ELEMENTS (of_routes));
  else
    add (targets, of_places, G_N_ELEMENTS (of_places));
  if (kind == COR_ITEM_STATION || kind == COR_IMPORT_EACH)
    add (targets, of_stations, G_N_ELEMENTS (of_stations));
  add_fields (targets, kind == COR_IMPORT_EACH ? COR_ITEM_STATION : kind);
  return targets;
}
