/* cor-network.h: the road network: load it, route on it, find the ways off a route.
 *
 * A network never changes after it was loaded, and any number of threads may ask it at once.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-path.h"
#include "cor-road-speeds.h"

G_BEGIN_DECLS

/**
 * CorRoutingError:
 * @COR_ROUTING_ERROR_FORMAT: a network or map file is not what it says it is, or is cut off
 * @COR_ROUTING_ERROR_VERSION: a network file of another version of the program
 * @COR_ROUTING_ERROR_NO_ROAD: no road that the vehicle may use is near a place
 * @COR_ROUTING_ERROR_NO_PATH: no way leads from one place to the next for this vehicle
 * @COR_ROUTING_ERROR_EMPTY: a map file has no roads for trucks, a folder no heights for them
 * @COR_ROUTING_ERROR_NO_SPACE: there is no room on the disk for what is written
 * @COR_ROUTING_ERROR_NO_MEMORY: a map file is too large for the memory there is
 *
 * Codes of the domain %COR_ROUTING_ERROR. Files that cannot be read give #GFileError or #GIOError.
 */
typedef enum
{
  COR_ROUTING_ERROR_FORMAT,
  COR_ROUTING_ERROR_VERSION,
  COR_ROUTING_ERROR_NO_ROAD,
  COR_ROUTING_ERROR_NO_PATH,
  COR_ROUTING_ERROR_EMPTY,
  COR_ROUTING_ERROR_NO_SPACE,
  COR_ROUTING_ERROR_NO_MEMORY
} CorRoutingError;

#define COR_ROUTING_ERROR (cor_routing_error_quark ())

/** cor_routing_error_quark: the domain of #CorRoutingError. */
GQuark cor_routing_error_quark (void);

/** COR_SNAP_LIMIT_M: how far from a road a place may lie, metres; beyond it no road is offered. */
#define COR_SNAP_LIMIT_M 20000.0

/**
 * CorVehicle:
 * @length_m, @height_m, @width_m: metres, with the load
 * @weight_t: tonnes, with the load
 *
 * What the signs at the road look at. 0 stands for "not known", which no sign stops.
 */
typedef struct
{
  double length_m;
  double height_m;
  double width_m;
  double weight_t;
} CorVehicle;

/**
 * CorSnap:
 * @edge: the road piece, or %G_MAXUINT32 where no road is near
 * @share: where on it, as a share of its length
 * @place: the place asked for
 * @on_road: the place on the road
 * @away_m: straight metres between the two
 *
 * A place tied to a network.
 */
typedef struct
{
  guint32 edge;
  float share;
  CorLonLat place;
  CorLonLat on_road;
  double away_m;
} CorSnap;

/** CorNetwork: a road network; counted references. */
typedef struct _CorNetwork CorNetwork;

/**
 * cor_network_load:
 * @path: a network as text (see data/network/README.md) or as built by cor_network_build()
 * @speeds: what trucks drive on each class
 *
 * Reads a network; which of the two forms it is, the first bytes tell.
 *
 * Returns: (transfer full): the network, or %NULL with an error of %COR_ROUTING_ERROR or
 *   %G_FILE_ERROR that names file and line
 */
CorNetwork *cor_network_load (const char *path,
                              const CorRoadSpeeds *speeds,
                              GError **error);

/** cor_network_ref: adds a reference, and returns @net. */
CorNetwork *cor_network_ref (CorNetwork *net);

/** cor_network_unref: drops a reference; the last one frees it. */
void cor_network_unref (CorNetwork *net);

/** cor_network_name: the short name that scenarios use. (transfer none) */
const char *cor_network_name (const CorNetwork *net);

/** cor_network_indicative: whether distances are only indicative, which the screen must say. */
gboolean cor_network_indicative (const CorNetwork *net);

/** cor_network_has_heights: whether slopes are known; without, roads count as level, which must be said. */
gboolean cor_network_has_heights (const CorNetwork *net);

/**
 * cor_network_title:
 * @chinese: which of the two languages
 *
 * One line that says what the network is, and that it is indicative where it is. (transfer none)
 */
const char *cor_network_title (const CorNetwork *net,
                               gboolean chinese);

/** cor_network_attribution: the line that must stand on maps and exports. (transfer none) */
const char *cor_network_attribution (const CorNetwork *net);

/** cor_network_speeds: what trucks drive on each class. (transfer none) */
const CorRoadSpeeds *cor_network_speeds (const CorNetwork *net);

/** cor_network_bounds: south-west and north-east corner of all roads. */
void cor_network_bounds (const CorNetwork *net,
                         CorLonLat *south_west,
                         CorLonLat *north_east);

/** cor_network_size: how many junctions, road pieces and shape points; each may be %NULL. */
void cor_network_size (const CorNetwork *net,
                       guint *nodes,
                       guint *edges,
                       guint *points);

/**
 * cor_network_road_name:
 *
 * Number and name of the road under a link of a path or a snap, for example
 * "G4 广深高速 Guangshen Expressway"; empty where it has none. (transfer none)
 */
const char *cor_network_road_name (const CorNetwork *net,
                                   guint32 edge);

/**
 * cor_network_edge_on_map:
 *
 * Whether a road piece is drawn on a map: all are, but of networks with more than 100,000 pieces only
 * secondary roads and larger ones, because the map would be full of the others.
 */
gboolean cor_network_edge_on_map (const CorNetwork *net,
                                  guint32 edge);

/**
 * cor_network_edge_shape:
 * @edge: 0 to the number of road pieces less 1
 * @road_class: (out): what kind of road it is
 *
 * The line of a road piece, to be drawn.
 *
 * Returns: (transfer full): array of #CorLonLat
 */
GArray *cor_network_edge_shape (const CorNetwork *net,
                                guint32 edge,
                                CorRoadClass *road_class);

/**
 * cor_network_snap:
 * @vehicle: (nullable): %NULL for one that no sign stops
 *
 * Ties a place to the nearest road that the vehicle may use. A motorway, bridge, tunnel or ferry
 * is taken only where the place is next to it, because there is no way on to it from the side.
 *
 * Returns: %FALSE with %COR_ROUTING_ERROR_NO_ROAD where none is within %COR_SNAP_LIMIT_M
 */
gboolean cor_network_snap (CorNetwork *net,
                           CorLonLat place,
                           const CorVehicle *vehicle,
                           CorSnap *snap,
                           GError **error);

/**
 * cor_network_snap_all:
 *
 * Ties many places at once, stations as a rule, to be kept as long as they do not move; a place
 * without a road has %G_MAXUINT32 as its edge.
 *
 * Returns: (transfer full): @n snaps, free with g_free()
 */
CorSnap *cor_network_snap_all (CorNetwork *net,
                               const CorLonLat *places,
                               guint n,
                               const CorVehicle *vehicle);

/**
 * cor_network_route:
 * @places: origin, vias in order, destination
 * @n: how many, at least 2
 * @vehicle: (nullable): %NULL for one that no sign stops
 *
 * The way a carrier drives: least time at the speeds of trucks, with a small weight on distance
 * (#CorRoadSpeeds). Its length counts the straight pieces between a place and its road.
 *
 * Returns: (transfer full): the path, or %NULL with %COR_ROUTING_ERROR_NO_ROAD or
 *   %COR_ROUTING_ERROR_NO_PATH, which say at which place
 */
CorPath *cor_network_route (CorNetwork *net,
                            const CorLonLat *places,
                            guint n,
                            const CorVehicle *vehicle,
                            GError **error);

/**
 * cor_network_match:
 * @points: where a vehicle was, or a line that was drawn, in order
 * @n: how many, at least 2
 * @path: (out) (optional) (transfer full): the way that the router takes over the answer
 *
 * Lays a recorded line on the roads with a hidden Markov model (P. Newson and J. Krumm, "Hidden
 * Markov map matching through noise and sparseness", ACM SIGSPATIAL 2009), then looks for the
 * fewest places to pass between which the router drives the same way by itself. On an indicative
 * network, whose roads lie some hundred metres off, the nearest fitting roads.
 *
 * Returns: (transfer full): array of #CorLonLat: the places to pass, without the first and the last
 *   point; or %NULL with %COR_ROUTING_ERROR_NO_ROAD or %COR_ROUTING_ERROR_NO_PATH where the line
 *   follows no roads
 */
GArray *cor_network_match (CorNetwork *net,
                           const CorLonLat *points,
                           guint n,
                           const CorVehicle *vehicle,
                           CorPath **path,
                           GError **error);

/**
 * cor_network_accesses:
 * @path: a path of this network, or one without a network, which gives straight ways
 * @stations: snaps of this network
 * @limit_m: how long a way off the path, or back to it, may be
 *
 * The ways off the path to stations, as the router would drive from the leg's start to the station
 * and on to the leg's end: exact wherever both ways stay below @limit_m. Over several legs, the
 * one with the smallest detour counts.
 *
 * Returns: (transfer full): array of #CorAccess for the stations that can be reached, by station
 */
GArray *cor_network_accesses (CorNetwork *net,
                              const CorPath *path,
                              const CorSnap *stations,
                              guint n,
                              double limit_m,
                              const CorVehicle *vehicle);

/**
 * cor_network_access_shape:
 * @access: an answer of cor_network_accesses() for the same path, limit and vehicle
 * @station: the station's snap
 *
 * The line off the path to the station and back, to be drawn.
 *
 * Returns: (transfer full): array of #CorLonLat from the path to the station and back to it
 */
GArray *cor_network_access_shape (CorNetwork *net,
                                  const CorPath *path,
                                  const CorAccess *access,
                                  const CorSnap *station,
                                  double limit_m,
                                  const CorVehicle *vehicle);

/**
 * CorReachPiece:
 * @first: index of the piece's first point in the points of the reach
 * @n: how many points, at least 2
 * @start_m, @end_m: what is driven, of the limit, at the first and at the last point: metres, or
 *   what they count
 */
typedef struct
{
  guint first;
  guint n;
  double start_m;
  double end_m;
} CorReachPiece;

/**
 * cor_network_reach:
 * @limit_m: metres that can be driven
 * @per_m: (nullable): what a metre of each #CorRoadClass counts of @limit_m, such as the energy that
 *   it takes where the limit is an energy; %NULL for 1
 * @points: (out) (transfer full): array of #CorLonLat
 *
 * Every piece of road that can be reached from a place, for the picture of a truck's range.
 *
 * Returns: (transfer full): array of #CorReachPiece, or %NULL with %COR_ROUTING_ERROR_NO_ROAD
 */
GArray *cor_network_reach (CorNetwork *net,
                           CorLonLat from,
                           double limit_m,
                           const double *per_m,
                           const CorVehicle *vehicle,
                           GArray **points,
                           GError **error);

/**
 * cor_path_new_by_hand:
 * @places: the line as drawn
 * @n: how many, at least 2
 * @speed_m_s: speed to assume
 *
 * A line that follows no network, as a person drew it; all of it counts as %COR_ROAD_ACCESS.
 *
 * Returns: (transfer full): the path
 */
CorPath *cor_path_new_by_hand (const CorLonLat *places,
                               guint n,
                               double speed_m_s);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorNetwork, cor_network_unref)

G_END_DECLS
