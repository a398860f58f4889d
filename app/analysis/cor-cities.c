/* cor-cities.c: areas of cities, and lines cut by them with GEOS.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cities.h"

#include "cor-data-dir.h"
#include "cor-file.h"
#include "cor-json.h"

#include <geos_c.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* Lengths are compared in a plane that is true at this latitude; shares alone are used. */
#define TRUE_LATITUDE 22.8

/* A piece is cut down to this, and looked at in its middle where it is longer than that, metres. */
#define CUT_M 10.0
#define WHOLE_M 2000.0

typedef struct
{
  char *name;
  char *name_zh;
  GEOSGeometry *area;
  const GEOSPreparedGeometry *prepared;
  GPtrArray *rings; /* GArray of CorLonLat each */
} City;

struct _CorCities
{
  gatomicrefcount refs;
  GEOSContextHandle_t geos;
  GMutex lock;
  GArray *cities;
  GPtrArray *rings; /* of the area that is read */
};

static CorCities *
cities_new (void)
{
  CorCities *cities = g_new0 (CorCities, 1);

  g_atomic_ref_count_init (&cities->refs);
  g_mutex_init (&cities->lock);
  cities->geos = GEOS_init_r ();
  cities->cities = g_array_new (FALSE, TRUE, sizeof (City));
  return cities;
}

CorCities *
cor_cities_ref (CorCities *cities)
{
  g_atomic_ref_count_inc (&cities->refs);
  return cities;
}

void
cor_cities_unref (CorCities *cities)
{
  if (!g_atomic_ref_count_dec (&cities->refs))
    return;
  for (guint i = 0; i < cities->cities->len; i++)
    {
      City *city = &g_array_index (cities->cities, City, i);

      if (city->prepared != NULL)
        GEOSPreparedGeom_destroy_r (cities->geos, city->prepared);
      if (city->area != NULL)
        GEOSGeom_destroy_r (cities->geos, city->area);
      g_free (city->name);
      g_free (city->name_zh);
      g_ptr_array_unref (city->rings);
    }
  g_array_unref (cities->cities);
  g_clear_pointer (&cities->rings, g_ptr_array_unref);
  GEOS_finish_r (cities->geos);
  g_mutex_clear (&cities->lock);
  g_free (cities);
}

static double
plane_x (double lon)
{
  return lon * cos (TRUE_LATITUDE * G_PI / 180);
}

/* A ring of positions as a GEOS ring in the plane; NULL with an error. */
static GEOSGeometry *
read_ring (CorCities *cities, const CorJson *ring, GError **error)
{
  GEOSCoordSequence *points;
  GArray *places;
  guint i = 0;

  if (!cor_json_expect (ring, COR_JSON_ARRAY, error))
    return NULL;
  if (ring->n < 4)
    {
      cor_json_set_error (ring, COR_ERROR_PARSE, error, _ ("a ring needs at least four positions"));
      return NULL;
    }
  points = GEOSCoordSeq_create_r (cities->geos, ring->n, 2);
  places = g_array_sized_new (FALSE, FALSE, sizeof (CorLonLat), ring->n);
  g_ptr_array_add (cities->rings, places);
  for (const CorJson *position = ring->first; position != NULL; position = position->next, i++)
    {
      const CorJson *lon = position->first;
      const CorJson *lat = lon ? lon->next : NULL;

      if (lat == NULL || lon->type != COR_JSON_NUMBER || lat->type != COR_JSON_NUMBER || !(fabs (lon->number) <= 180)
          || !(fabs (lat->number) <= 90))
        {
          cor_json_set_error (position, COR_ERROR_PARSE, error, _ ("is no position; longitude comes first"));
          GEOSCoordSeq_destroy_r (cities->geos, points);
          return NULL;
        }
      GEOSCoordSeq_setXY_r (cities->geos, points, i, plane_x (lon->number), lat->number);
      g_array_append_vals (places, &(CorLonLat) { lon->number, lat->number }, 1);
    }
  return GEOSGeom_createLinearRing_r (cities->geos, points);
}

static GEOSGeometry *
read_polygon (CorCities *cities, const CorJson *rings, GError **error)
{
  GEOSGeometry *outer = rings->first ? read_ring (cities, rings->first, error) : NULL;
  g_autoptr (GPtrArray) holes = g_ptr_array_new ();

  if (rings->first == NULL)
    cor_json_set_error (rings, COR_ERROR_PARSE, error, _ ("a polygon needs a ring"));
  if (outer == NULL)
    return NULL;
  for (const CorJson *ring = rings->first->next; ring != NULL; ring = ring->next)
    {
      GEOSGeometry *hole = read_ring (cities, ring, error);

      if (hole == NULL)
        {
          GEOSGeom_destroy_r (cities->geos, outer);
          for (guint i = 0; i < holes->len; i++)
            GEOSGeom_destroy_r (cities->geos, g_ptr_array_index (holes, i));
          return NULL;
        }
      g_ptr_array_add (holes, hole);
    }
  return GEOSGeom_createPolygon_r (cities->geos, outer, (GEOSGeometry **) holes->pdata, holes->len);
}

static GEOSGeometry *
read_polygons (CorCities *cities, const CorJson *list, GError **error)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();

  for (const CorJson *rings = list->first; rings != NULL; rings = rings->next)
    {
      GEOSGeometry *part = cor_json_expect (rings, COR_JSON_ARRAY, error) ? read_polygon (cities, rings, error) : NULL;

      if (part == NULL)
        {
          for (guint i = 0; i < parts->len; i++)
            GEOSGeom_destroy_r (cities->geos, g_ptr_array_index (parts, i));
          return NULL;
        }
      g_ptr_array_add (parts, part);
    }
  return GEOSGeom_createCollection_r (cities->geos, GEOS_MULTIPOLYGON, (GEOSGeometry **) parts->pdata, parts->len);
}

static GEOSGeometry *
read_area (CorCities *cities, const CorJson *feature, GError **error)
{
  const CorJson *geometry = cor_json_require (feature, "geometry", COR_JSON_OBJECT, error);
  const CorJson *type = geometry ? cor_json_require (geometry, "type", COR_JSON_STRING, error) : NULL;
  const CorJson *list = type ? cor_json_require (geometry, "coordinates", COR_JSON_ARRAY, error) : NULL;
  GEOSGeometry *area, *mended;

  if (list == NULL)
    return NULL;
  if (strcmp (type->string, "Polygon") == 0)
    area = read_polygon (cities, list, error);
  else if (strcmp (type->string, "MultiPolygon") == 0)
    area = read_polygons (cities, list, error);
  else
    {
      cor_json_set_error (type, COR_ERROR_PARSE, error, _ ("“%s” has no area; a Polygon or MultiPolygon is needed"),
                          type->string);
      return NULL;
    }
  if (area == NULL)
    return NULL;
  mended = GEOSMakeValid_r (cities->geos, area);
  GEOSGeom_destroy_r (cities->geos, area);
  if (mended == NULL)
    cor_json_set_error (geometry, COR_ERROR_PARSE, error, _ ("the area crosses itself and cannot be mended"));
  return mended;
}

static gboolean
read_feature (CorCities *cities, const CorJson *feature, GError **error)
{
  const CorJson *properties = cor_json_require (feature, "properties", COR_JSON_OBJECT, error);
  const CorJson *name = properties ? cor_json_require (properties, "name", COR_JSON_STRING, error) : NULL;
  const CorJson *name_zh = name ? cor_json_member (properties, "name_zh") : NULL;
  City city = { NULL };

  g_clear_pointer (&cities->rings, g_ptr_array_unref);
  cities->rings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  if (name == NULL || (city.area = read_area (cities, feature, error)) == NULL)
    return FALSE;
  city.rings = g_steal_pointer (&cities->rings);
  city.name = g_strdup (name->string);
  city.name_zh = g_strdup (name_zh && name_zh->type == COR_JSON_STRING ? name_zh->string : name->string);
  city.prepared = GEOSPrepare_r (cities->geos, city.area);
  g_array_append_val (cities->cities, city);
  return TRUE;
}

CorCities *
cor_cities_load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = cor_file_read (path, COR_JSON_MAX_BYTES, error);
  g_autoptr (CorJsonDoc) doc = bytes ? cor_json_parse (bytes, error) : NULL;
  g_autoptr (CorCities) cities = cities_new ();
  const CorJson *features = doc ? cor_json_require (cor_json_doc_root (doc), "features", COR_JSON_ARRAY, error) : NULL;
  gboolean sound = features != NULL;

  for (const CorJson *feature = sound ? features->first : NULL; feature != NULL && sound; feature = feature->next)
    sound = read_feature (cities, feature, error);
  if (!sound)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  return g_steal_pointer (&cities);
}

CorCities *
cor_cities_load_default (GError **error)
{
  g_autofree char *path = cor_data_file ("regions", "cities.geojson", NULL);

  return cor_cities_load (path, error);
}

guint
cor_cities_count (const CorCities *cities)
{
  return cities->cities->len;
}

const char *
cor_cities_name (const CorCities *cities, guint index, gboolean zh)
{
  const City *city;

  if (index >= cities->cities->len)
    return _ ("elsewhere");
  city = &g_array_index (cities->cities, City, index);
  return zh ? city->name_zh : city->name;
}

const GPtrArray *
cor_cities_rings (const CorCities *cities, guint index)
{
  g_return_val_if_fail (index < cities->cities->len, NULL);

  return g_array_index (cities->cities, City, index).rings;
}

static guint
find (const CorCities *cities, CorLonLat place)
{
  GEOSGeometry *point = GEOSGeom_createPointFromXY_r (cities->geos, plane_x (place.lon), place.lat);
  guint found = 0;

  while (found < cities->cities->len
         && GEOSPreparedIntersects_r (cities->geos, g_array_index (cities->cities, City, found).prepared, point) != 1)
    found++;
  GEOSGeom_destroy_r (cities->geos, point);
  return found;
}

guint
cor_cities_find (const CorCities *cities, CorLonLat place)
{
  GMutex *lock = (GMutex *) &cities->lock;
  guint found;

  g_mutex_lock (lock);
  found = find (cities, place);
  g_mutex_unlock (lock);
  return found;
}

/*
 * A straight piece whose ends and middle lie in one area counts there whole; any other is halved,
 * down to CUT_M. So a road driven twice counts twice, which lines cut as sets would lose.
 */
static void
cut_piece (const CorCities *cities, CorLonLat a, CorLonLat b, guint in_a, guint in_b, double metres, double *out)
{
  CorLonLat middle = cor_lonlat_mix (a, b, 0.5);
  guint in_middle = find (cities, middle);

  if ((in_a == in_b && in_a == in_middle && metres < WHOLE_M) || metres < CUT_M)
    {
      out[in_middle] += metres;
      return;
    }
  cut_piece (cities, a, middle, in_a, in_middle, metres / 2, out);
  cut_piece (cities, middle, b, in_middle, in_b, metres / 2, out);
}

void
cor_cities_cut (const CorCities *cities, const CorPath *path, double *out)
{
  GMutex *lock = (GMutex *) &cities->lock;
  guint before;

  for (guint i = 0; i <= cities->cities->len; i++)
    out[i] = 0;
  g_mutex_lock (lock);
  before = find (cities, path->shape[0]);
  for (guint i = 1; i < path->n_shape; i++)
    {
      guint here = find (cities, path->shape[i]);

      cut_piece (cities, path->shape[i - 1], path->shape[i], before, here, path->shape_m[i] - path->shape_m[i - 1], out);
      before = here;
    }
  g_mutex_unlock (lock);
}
