/* cor-path.h: a routed line as the core sees it, and the ways off it to stations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-lonlat.h"

G_BEGIN_DECLS

/**
 * CorRoadClass:
 *
 * What kind of road it is. The order is from the fastest to the slowest public road, then the
 * two kinds that are none: a ferry, and the straight piece between a place and its road.
 */
typedef enum
{
  COR_ROAD_MOTORWAY,
  COR_ROAD_TRUNK,
  COR_ROAD_PRIMARY,
  COR_ROAD_SECONDARY,
  COR_ROAD_TERTIARY,
  COR_ROAD_LOCAL,
  COR_ROAD_FERRY,
  COR_ROAD_ACCESS,
  COR_N_ROAD_CLASSES
} CorRoadClass;

/**
 * CorPathSegment:
 * @length_m: metres, above 0
 * @speed_m_s: speed a truck drives here, m/s, above 0
 * @grade: rise over run in driving direction, 0 where the network has no heights
 * @road_class: a #CorRoadClass
 * @tolled: whether a toll is taken by distance or for a bridge
 *
 * A piece of a path on which nothing changes.
 */
typedef struct
{
  double length_m;
  double speed_m_s;
  double grade;
  guint8 road_class;
  gboolean tolled;
} CorPathSegment;

/**
 * CorPathLink:
 * @arc: index of the arc in the network that made the path
 * @from: share of the arc's length at which the path enters it, 0 to 1
 * @to: share of the arc's length at which the path leaves it, @from to 1
 * @leg: which leg it belongs to: 0 from the origin to the first via, and so on
 * @start_m: metres of the path before this link
 *
 * An arc driven by the path; meaningful only to the network named in the path.
 */
typedef struct
{
  guint32 arc;
  float from;
  float to;
  guint32 leg;
  double start_m;
} CorPathLink;

/**
 * CorPath:
 * @segments: what the truck drives over, in order
 * @shape: the line on the map, from the origin to the destination
 * @shape_m: metres along the path at each shape point, from 0 to @length_m, never falling
 * @stops_m: metres along the path at each place asked for: origin, vias, destination
 * @length_m: the sum of the segments, metres
 * @duration_s: the time to drive them, seconds
 * @tolled_m: metres on tolled segments
 * @network: name of the network it was routed on; %NULL for a line drawn by hand
 * @network_key: tells networks of one name apart; 0 for a line drawn by hand
 * @links: arcs of the network, in order; none for a line drawn by hand
 * @graded: whether the segments' grades come from heights; else all of it counts as level
 *
 * A line from an origin over vias to a destination. Counted references, never changed after it
 * was made, so that threads may share it. All fields are to be read only.
 */
typedef struct
{
  CorPathSegment *segments;
  guint n_segments;
  CorLonLat *shape;
  double *shape_m;
  guint n_shape;
  double *stops_m;
  guint n_stops;
  double length_m;
  double duration_s;
  double tolled_m;
  char *network;
  guint64 network_key;
  CorPathLink *links;
  guint n_links;
  gboolean graded;
} CorPath;

/**
 * CorAccess:
 * @station_index: which of the stations given
 * @leg: the leg of the path that it is served from, 0 for the first
 * @leave_m: metres along the path where the truck leaves it
 * @rejoin_m: metres along the path where it comes back; may lie before @leave_m, then the piece
 *   between is driven twice
 * @out_m, @out_s: length and time of the way off, metres and seconds, the last piece included
 * @back_m, @back_s: the same for the way back
 * @out_tolled_m, @back_tolled_m: how much of them is tolled, metres
 * @detour_m: d(O,s) + d(s,D) - d(O,D) in metres, at least 0:
 *   @leave_m + @out_m + @back_m - @rejoin_m
 * @detour_s: the same in seconds, at least 0
 * @straight: the ways are straight lines, for want of a network under the path
 *
 * One station's way off a path and back.
 */
typedef struct
{
  guint station_index;
  guint leg;
  double leave_m;
  double rejoin_m;
  double out_m;
  double out_s;
  double back_m;
  double back_s;
  double out_tolled_m;
  double back_tolled_m;
  double detour_m;
  double detour_s;
  gboolean straight;
} CorAccess;

/**
 * cor_path_new:
 * @segments: array of #CorPathSegment, at least one; taken over
 * @shape: array of #CorLonLat, at least two; taken over
 * @shape_m: array of double, as many as @shape; taken over
 * @stops_m: array of double, at least two; taken over
 *
 * Makes a path and adds up its length, time and tolled length. For tests and for lines that
 * come from elsewhere; the router makes its own.
 *
 * Returns: (transfer full): a path of one reference
 */
CorPath *cor_path_new (GArray *segments,
                       GArray *shape,
                       GArray *shape_m,
                       GArray *stops_m);

/**
 * cor_path_set_network:
 * @name: the network's name
 * @key: the network's key, not 0
 * @links: array of #CorPathLink; taken over
 *
 * Says where a path comes from. Only to be called by the maker, before the path is shared.
 */
void cor_path_set_network (CorPath *path,
                           const char *name,
                           guint64 key,
                           GArray *links);

/** cor_path_ref: adds a reference, and returns @path. */
CorPath *cor_path_ref (const CorPath *path);

/** cor_path_unref: drops a reference; the last one frees it. */
void cor_path_unref (CorPath *path);

/**
 * cor_path_locate:
 * @distance_m: metres along the path; below 0 counts as 0, beyond the end as the end
 *
 * The place on the map at a distance along the path.
 */
CorLonLat cor_path_locate (const CorPath *path,
                           double distance_m);

/**
 * cor_path_nearest:
 * @away_m: (out) (optional): metres from @place to the line
 *
 * How far along the path, in metres, the line comes closest to a place.
 */
double cor_path_nearest (const CorPath *path,
                         CorLonLat place,
                         double *away_m);

/**
 * cor_path_duration_at:
 *
 * Seconds driven from the origin to @distance_m metres along the path.
 */
double cor_path_duration_at (const CorPath *path,
                             double distance_m);

/**
 * COR_FAR_FROM_ROAD_M: from so many metres between a place and its road on, people are told that it is far, and the
 * straight piece looks different from a road. Own choice: several times what the bundled network is off.
 */
#define COR_FAR_FROM_ROAD_M 2000.0

/** cor_path_is_off_road: whether a segment is a straight piece so long, or part of a line drawn by hand. */
gboolean cor_path_is_off_road (const CorPath *path, guint segment);

/** cor_path_off_road: metres on such segments. */
double cor_path_off_road (const CorPath *path);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPath, cor_path_unref)

G_END_DECLS
