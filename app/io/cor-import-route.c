/* cor-import-route.c: routes from files: their ends and their line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A site within this many metres of a line's end is taken as its end. */
#define END_AT_SITE_M 500.0

/* No place so many degrees of latitude off can be that near. */
#define END_AT_SITE_DEGREES 0.01

/* Bends of a line that are smaller than this are left out, metres. */
#define BEND_M 20.0

const char *
cor_import_stem (CorItemKind kind)
{
  switch (kind)
    {
    case COR_ITEM_STATION:
      return "station";
    case COR_ITEM_ROUTE:
      return "route";
    default:
      return "site";
    }
}

gboolean
cor_import_route_end (ImportRow *row, const char *key, const char *text)
{
  struct
  {
    const char *key;
    double *degrees;
  } ends[] = { { COR_IMPORT_ORIGIN_LON, &row->origin.lon },
               { COR_IMPORT_ORIGIN_LAT, &row->origin.lat },
               { COR_IMPORT_DESTINATION_LON, &row->destination.lon },
               { COR_IMPORT_DESTINATION_LAT, &row->destination.lat } };

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (strcmp (key, ends[i].key) == 0)
      {
        if (!cor_import_degrees (text, ends[i].degrees))
          *ends[i].degrees = NAN;
        return TRUE;
      }
  return FALSE;
}

/* The site that is called so or lies there, in the scenario or in the import; or %NULL. */
static const CorItem *
find_site (const ImportWork *work, const char *called, CorLonLat there)
{
  guint n;
  const CorItem *const *sites = cor_scenario_items (work->scenario, COR_ITEM_SITE, &n);
  const CorItem *nearest = NULL;
  double nearest_m = END_AT_SITE_M;

  for (guint i = 0; i < n + work->import->items->len; i++)
    {
      const CorItem *item = i < n ? sites[i] : g_ptr_array_index (work->import->items, i - n);
      double away_m;

      if (item->kind != COR_ITEM_SITE)
        continue;
      if (called != NULL
          && (g_strcmp0 (item->id, called) == 0 || g_strcmp0 (item->name, called) == 0 || g_strcmp0 (item->name_zh, called) == 0))
        return item;
      if (!(fabs (((const CorSite *) item)->lat - there.lat) < END_AT_SITE_DEGREES))
        continue;
      away_m = cor_lonlat_distance (there, (CorLonLat){ ((const CorSite *) item)->lon, ((const CorSite *) item)->lat });
      if (away_m < nearest_m)
        {
          nearest = item;
          nearest_m = away_m;
        }
    }
  return nearest;
}

const char *
cor_import_end_site (ImportWork *work, const char *called, CorLonLat there)
{
  const CorItem *site = find_site (work, called, there);
  g_autofree char *id = NULL;
  CorItem *made;

  if (site != NULL)
    return site->id;
  if (isnan (there.lon) || isnan (there.lat) || fabs (there.lon) > 180 || fabs (there.lat) > 85)
    return NULL;
  id = cor_import_claim_id (work, COR_ITEM_SITE, called ? called : cor_import_stem (COR_ITEM_SITE));
  made = cor_item_new (COR_ITEM_SITE, id);
  cor_item_set_string (made, cor_item_field (COR_ITEM_SITE, "name"), called);
  ((CorSite *) made)->lon = there.lon;
  ((CorSite *) made)->lat = there.lat;
  g_ptr_array_add (work->import->items, made);
  return made->id;
}

/* Metres from a point to the straight piece between two others, on a plane: for short pieces. */
static double
off_line_m (CorLonLat p, CorLonLat a, CorLonLat b)
{
  double dx = b.lon - a.lon, dy = b.lat - a.lat;
  double squared = dx * dx + dy * dy;
  double t = squared > 0 ? ((p.lon - a.lon) * dx + (p.lat - a.lat) * dy) / squared : 0;

  return cor_lonlat_distance (p, cor_lonlat_mix (a, b, CLAMP (t, 0, 1)));
}

/* The ends and every bend (D. Douglas and T. Peucker, Cartographica 10(2), 1973), without
 * recursion: pieces wait on a stack. */
GArray *
cor_import_simplify (const CorLonLat *points, guint n)
{
  g_autofree guint8 *keep = g_new0 (guint8, n);
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (guint[2]));
  GArray *kept = g_array_new (FALSE, TRUE, sizeof (CorLonLat));
  guint piece[2] = { 0, n - 1 };

  keep[0] = keep[n - 1] = 1;
  g_array_append_val (stack, piece);
  while (stack->len > 0)
    {
      guint farthest = 0;
      double farthest_m = BEND_M;

      memcpy (piece, stack->data + (stack->len - 1) * sizeof piece, sizeof piece);
      g_array_set_size (stack, stack->len - 1);
      for (guint i = piece[0] + 1; i < piece[1]; i++)
        {
          double off_m = off_line_m (points[i], points[piece[0]], points[piece[1]]);

          if (off_m > farthest_m)
            {
              farthest = i;
              farthest_m = off_m;
            }
        }
      if (farthest > 0)
        {
          guint first[2] = { piece[0], farthest }, second[2] = { farthest, piece[1] };

          keep[farthest] = 1;
          g_array_append_val (stack, first);
          g_array_append_val (stack, second);
        }
    }
  for (guint i = 0; i < n; i++)
    if (keep[i])
      g_array_append_val (kept, points[i]);
  return kept;
}

/* The line of a feature in WGS 84; %NULL with a reason where a point is none. */
static GArray *
line_of (const CorFeature *feature, CorCrs crs, char **problem)
{
  g_autofree CorLonLat *points = g_memdup2 (feature->points->data, feature->points->len * sizeof (CorLonLat));

  if (feature->points->len < 2)
    {
      *problem = g_strdup (_ ("a line needs two places or more"));
      return NULL;
    }
  for (guint i = 0; i < feature->points->len; i++)
    {
      if (!(fabs (points[i].lon) <= 180 && fabs (points[i].lat) <= 85))
        {
          *problem = g_strdup_printf (_ ("%g, %g is no place; longitude comes first, in degrees"), points[i].lon, points[i].lat);
          return NULL;
        }
      points[i] = cor_crs_convert (points[i], crs, COR_CRS_WGS84);
    }
  return cor_import_simplify (points, feature->points->len);
}

char *
cor_import_route (ImportWork *work, ImportRow *row)
{
  CorRoute *route = (CorRoute *) row->item;
  CorLonLat ends[2] = { cor_crs_convert (row->origin, work->crs, COR_CRS_WGS84),
                        cor_crs_convert (row->destination, work->crs, COR_CRS_WGS84) };
  g_autoptr (GArray) line = NULL;
  const char *origin, *destination;
  char *problem = NULL;

  if (row->own_kind != NULL)
    return NULL;
  if (row->feature->is_line)
    {
      if ((line = line_of (row->feature, work->crs, &problem)) == NULL)
        return problem;
      ends[0] = g_array_index (line, CorLonLat, 0);
      ends[1] = g_array_index (line, CorLonLat, line->len - 1);
      cor_item_set_boxed (row->item, cor_item_field (COR_ITEM_ROUTE, "line"), line);
    }
  origin = cor_import_end_site (work, route->origin, ends[0]);
  destination = cor_import_end_site (work, route->destination, ends[1]);
  if (origin == NULL || destination == NULL)
    return g_strdup_printf (_ ("no site is called “%s”, and there are no coordinates"),
                            origin ? route->destination ? route->destination : "" : route->origin ? route->origin : "");
  cor_item_set_string (row->item, cor_item_field (COR_ITEM_ROUTE, "origin"), origin);
  cor_item_set_string (row->item, cor_item_field (COR_ITEM_ROUTE, "destination"), destination);
  return NULL;
}
