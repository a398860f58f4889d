/* cor-map-scene.h: what lies on the map, as plain display data: routes, stations, sites, detours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-tint.h"

/**
 * CorMapObjectKind:
 *
 * What kind of thing an id names.
 */
typedef enum
{
  COR_MAP_OBJECT_NONE,
  COR_MAP_OBJECT_ROUTE,
  COR_MAP_OBJECT_STATION,
  COR_MAP_OBJECT_SITE,
} CorMapObjectKind;

/**
 * CorMapRoute:
 * @id: identifies the route
 * @lon_lat: its line, longitudes and latitudes by turns, degrees
 * @n_points: number of points
 * @tint: its colour
 * @tints: (nullable): a #CorMapTint for each of the @n_points - 1 pieces, instead of @tint
 * @off_road: (nullable): for each piece whether it follows no road; such pieces are dotted
 * @label: (nullable): written at its end, usually the destination
 * @badge: (nullable): a short mark after the label in the route's colour, usually the parity year
 * @dashed: drawn with gaps: not reached, infeasible
 */
typedef struct
{
  const char *id;
  const double *lon_lat;
  guint n_points;
  CorMapTint tint;
  const guint8 *tints;
  const guint8 *off_road;
  const char *label;
  const char *badge;
  gboolean dashed;
} CorMapRoute;

/** CorMapStationKind: circle, rounded square, square of both colours, circle with H₂. */
typedef enum
{
  COR_MAP_STATION_CHARGING,
  COR_MAP_STATION_SWAP,
  COR_MAP_STATION_BOTH,
  COR_MAP_STATION_HYDROGEN,
} CorMapStationKind;

/** CorMapStationState: filled; an outline; a dashed outline. */
typedef enum
{
  COR_MAP_STATION_BUILT,
  COR_MAP_STATION_PLANNED,
  COR_MAP_STATION_CANDIDATE,
} CorMapStationState;

/**
 * CorMapStation:
 * @id: identifies the station
 * @kind: its shape and colour
 * @state: whether it is there
 * @closed: long trailers cannot enter, or nobody: struck through
 * @lon: degrees
 * @lat: degrees
 * @label: (nullable): written beside it when it is selected or the map is close
 * @amount: area of a disc behind it, as a share of the largest, 0 for none; @load its colour
 */
typedef struct
{
  const char *id;
  CorMapStationKind kind;
  CorMapStationState state;
  gboolean closed;
  double lon;
  double lat;
  const char *label;
  double amount;
  CorMapTint load;
} CorMapStation;

/** CorMapSiteKind: which sign stands in a site's round icon. */
typedef enum
{
  COR_MAP_SITE_PORT,
  COR_MAP_SITE_WAREHOUSE,
  COR_MAP_SITE_MARKET,
  COR_MAP_SITE_QUARRY,
  COR_MAP_SITE_BORDER,
  COR_MAP_SITE_DEPOT,
  COR_MAP_SITE_OTHER,
} CorMapSiteKind;

/** CorMapSite: a place where freight starts, ends or passes; members as in #CorMapStation. */
typedef struct
{
  const char *id;
  CorMapSiteKind kind;
  double lon;
  double lat;
  const char *label;
} CorMapSite;

/**
 * CorMapDetour:
 * @lon_lat: from the road to the station, degrees, 2 × @n_points values
 * @n_points: number of points, at least 2
 * @label: (nullable): such as "+11.6 km"
 * @tint: its colour, usually %COR_MAP_TINT_SWAP
 */
typedef struct
{
  const double *lon_lat;
  guint n_points;
  const char *label;
  CorMapTint tint;
} CorMapDetour;

/** CorMapReachPiece: a piece of road: its first point in the points of the reach, how many, its colour. */
typedef struct
{
  guint first;
  guint n;
  CorMapTint tint;
} CorMapReachPiece;

/** CorMapReach: roads that can be reached, immutable, counted with g_atomic_rc_box. */
typedef struct
{
  GArray *lon_lat; /* double, longitudes and latitudes by turns */
  GArray *pieces;  /* CorMapReachPiece */
  double lon, lat; /* where it begins */
  char *label;     /* for the legend */
} CorMapReach;

/** cor_map_reach_new: takes over all it is given. */
CorMapReach *cor_map_reach_new (GArray *lon_lat, GArray *pieces, double lon, double lat, char *label);
void cor_map_reach_unref (CorMapReach *self);

/** CorMapScene: all that lies on the map. Reference counted; once built it is only read. */
typedef struct _CorMapScene CorMapScene;

/** cor_map_scene_new: (transfer full): an empty scene. */
CorMapScene *cor_map_scene_new (void);
CorMapScene *cor_map_scene_ref (CorMapScene *self);
void cor_map_scene_unref (CorMapScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorMapScene, cor_map_scene_unref)

/** cor_map_scene_add_route: adds a copy; fewer than two points are left out. */
void cor_map_scene_add_route (CorMapScene *self, const CorMapRoute *route);

/** cor_map_scene_add_station: adds a copy. */
void cor_map_scene_add_station (CorMapScene *self, const CorMapStation *station);

/** cor_map_scene_add_site: adds a copy. */
void cor_map_scene_add_site (CorMapScene *self, const CorMapSite *site);

/** cor_map_scene_keep: @owner is let go with @unref when the scene is; see cor_map_scene_put_route(). */
void cor_map_scene_keep (CorMapScene *self, gpointer owner, GDestroyNotify unref);

/** cor_map_scene_text: (transfer none): a copy of a text that lives as long as the scene; %NULL of %NULL. */
const char *cor_map_scene_text (CorMapScene *self, const char *text);

/**
 * cor_map_scene_put_route, cor_map_scene_put_station, cor_map_scene_put_site: as they are: their texts and points
 * live as long as the scene, as what belongs to something that cor_map_scene_keep() was told of. Large scenes that
 * are made anew in each frame are made so in a fraction of the time.
 */
void cor_map_scene_put_route (CorMapScene *self, const CorMapRoute *route);
void cor_map_scene_put_station (CorMapScene *self, const CorMapStation *station);
void cor_map_scene_put_site (CorMapScene *self, const CorMapSite *site);

/** cor_map_scene_add_detour: adds a copy; fewer than two points are left out. */
void cor_map_scene_add_detour (CorMapScene *self, const CorMapDetour *detour);

/** cor_map_scene_set_origin, cor_map_scene_get_origin: (nullable): what it was made of, for who made it. */
void cor_map_scene_set_origin (CorMapScene *self, gpointer origin, GDestroyNotify free_func);
gconstpointer cor_map_scene_get_origin (const CorMapScene *self);

/** cor_map_scene_take_routes: the routes and sites of @before instead of its own; none are added after that. */
void cor_map_scene_take_routes (CorMapScene *self, const CorMapScene *before);

/** cor_map_scene_set_reach: (nullable): roads below the routes; keeps a reference. */
void cor_map_scene_set_reach (CorMapScene *self, CorMapReach *reach);

/** cor_map_scene_get_reach: (transfer none) (nullable): the roads that can be reached. */
const CorMapReach *cor_map_scene_get_reach (const CorMapScene *self);

/**
 * cor_map_scene_set_buffer:
 * @metres: to each side of every route, 0 for none
 * @label: (nullable): for the legend
 */
void cor_map_scene_set_buffer (CorMapScene *self, double metres, const char *label);

/** cor_map_scene_get_buffer: metres to each side, 0 for none; @label: (out) (optional). */
double cor_map_scene_get_buffer (const CorMapScene *self, const char **label);

/** cor_map_scene_get_routes: (transfer none) (array length=n): the routes. */
const CorMapRoute *cor_map_scene_get_routes (const CorMapScene *self, guint *n);

/** cor_map_scene_get_stations: (transfer none) (array length=n): the stations. */
const CorMapStation *cor_map_scene_get_stations (const CorMapScene *self, guint *n);

/** cor_map_scene_get_sites: (transfer none) (array length=n): the sites. */
const CorMapSite *cor_map_scene_get_sites (const CorMapScene *self, guint *n);

/** cor_map_scene_get_detours: (transfer none) (array length=n): the detours. */
const CorMapDetour *cor_map_scene_get_detours (const CorMapScene *self, guint *n);

/** CorMapPlane: a route's line on the unit square of the Mercator map, x and y by turns, and the box around it. */
typedef struct
{
  double left, top, right, bottom;
  double *xy;
} CorMapPlane;

/** cor_map_scene_get_plane: (transfer none): of a route; computed like the lanes, and the same holds for threads. */
const CorMapPlane *cor_map_scene_get_plane (CorMapScene *self, guint route);

/**
 * cor_map_scene_get_lanes:
 * @route: index of a route
 *
 * Which lane each piece of a route takes beside others on the same road, so that they run side by
 * side: 0 in the middle, positive to the right of the route's direction, in widths of a line.
 * Computed at the first call; call it once before the scene is read from several threads.
 *
 * Returns: (transfer none): n_points - 1 lanes
 */
const float *cor_map_scene_get_lanes (CorMapScene *self, guint route);

/**
 * cor_map_scene_take_lines:
 * @before: what was shown until now
 *
 * Compares what cor_map_scene_paint_lines() paints of the two; where the lines lie where they lay, whatever
 * their colours, the lanes are taken over instead of being laid again.
 *
 * Returns: %TRUE if a picture of the lines of @before serves for @self
 */
gboolean cor_map_scene_take_lines (CorMapScene *self, const CorMapScene *before);

/**
 * cor_map_scene_get_weight:
 *
 * How much thinner lines and lanes are where many routes share a road, so that the bundle stays in
 * its neighbourhood. Computed with the lanes; the same holds for threads.
 *
 * Returns: 1 for up to five routes abreast, falling to 0.6
 */
double cor_map_scene_get_weight (CorMapScene *self);

/**
 * cor_map_scene_get_bounds:
 * @bounds: (out): west, south, east, north in degrees
 *
 * Returns: whether anything lies on the map
 */
gboolean cor_map_scene_get_bounds (const CorMapScene *self, double bounds[4]);

/** cor_map_scene_get_route_bounds: the same of the lines of the routes alone. */
gboolean cor_map_scene_get_route_bounds (const CorMapScene *self, double bounds[4]);
