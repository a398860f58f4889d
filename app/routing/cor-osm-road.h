/* cor-osm-road.h: what OpenStreetMap's tags mean to a truck.
 *
 * After https://wiki.openstreetmap.org/wiki/Key:access, Key:hgv, Key:oneway, Key:maxheight and
 * Relation:restriction.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-osm.h"

G_BEGIN_DECLS

/* A way as a road: oneway is 1 along the way, -1 against it, 0 both. Texts as in the tags. */
typedef struct
{
  guint8 road_class;
  guint8 flags;
  guint8 max_kmh;
  gint8 oneway;
  CorLimit limit;
  const char *ref;
  const char *name;
  guint conditions_kept, conditions_left_out;
} CorOsmRoad;

/* A value that holds for trucks @above the one limit that is set, or for those up to it. */
typedef struct
{
  char value[24];
  CorLimit limit;
  gboolean above;
} CorOsmCondition;

/* The conditions of a list such as "no @ (weight>7.5); yes @ (weight<=3.5)" that hang on the truck alone, @max at
 * most; gives how many. @left_out: grows by those that hang on hours or anything else. */
guint cor_osm_conditions_read (const char *text, CorOsmCondition *out, guint max, guint *left_out);

/* What a node does to the road through it. */
typedef struct
{
  gboolean blocked;
  CorLimit limit;
} CorOsmBarrier;

/* Whether a way is a road that trucks may use, and which. */
gboolean cor_osm_road_read (const CorOsmTag *tags, guint n_tags, CorOsmRoad *road);

/* Whether a node stops trucks, or some of them. */
gboolean cor_osm_barrier_read (const CorOsmTag *tags, guint n_tags, CorOsmBarrier *barrier);

typedef enum
{
  COR_OSM_TURN_NONE,
  COR_OSM_TURN_NO,
  COR_OSM_TURN_ONLY,
  COR_OSM_TURN_SOMETIMES /* by the hour or by what else a network does not know */
} CorOsmTurn;

/* What a relation says of turns of trucks. */
CorOsmTurn cor_osm_turn_read (const CorOsmTag *tags, guint n_tags);

/* The tighter of two sets of limits. */
CorLimit cor_osm_limit_join (CorLimit a, CorLimit b);

/* A length such as "4.2", "4.2 m", "420 cm" or 13'6" in centimetres; 0 where it says nothing. */
guint16 cor_osm_length_cm (const char *text);

/* A weight such as "7.5", "7.5 t", "7500 kg", "10 st" or "20000 lbs" in kilograms; 0 for nothing. */
guint32 cor_osm_weight_kg (const char *text);

G_END_DECLS
