/* cor-osm-road.c: what OpenStreetMap's tags mean to a truck.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-osm-road.h"

#include <math.h>
#include <string.h>

#define KM_H_PER_MPH 1.609344

static const char *
find (const CorOsmTag *tags, guint n, const char *key)
{
  return cor_osm_tag (tags, n, key);
}

static gboolean
is_one_of (const char *value, const char *const *values)
{
  return value != NULL && g_strv_contains (values, value);
}

static CorLimit
read_limit (const CorOsmTag *tags, guint n)
{
  CorLimit limit = { 0 };
  CorLimit other = { 0 };

  limit.height_cm = cor_osm_length_cm (find (tags, n, "maxheight"));
  other.height_cm = cor_osm_length_cm (find (tags, n, "maxheight:physical"));
  limit.length_cm = cor_osm_length_cm (find (tags, n, "maxlength"));
  other.length_cm = cor_osm_length_cm (find (tags, n, "maxlength:hgv"));
  limit.width_cm = cor_osm_length_cm (find (tags, n, "maxwidth"));
  other.width_cm = cor_osm_length_cm (find (tags, n, "maxwidth:physical"));
  limit.weight_kg = cor_osm_weight_kg (find (tags, n, "maxweight"));
  other.weight_kg = cor_osm_weight_kg (find (tags, n, "maxweight:hgv"));
  limit = cor_osm_limit_join (limit, other);
  other = (CorLimit){ 0 };
  other.weight_kg = cor_osm_weight_kg (find (tags, n, "maxweightrating"));
  return cor_osm_limit_join (limit, other);
}

typedef enum
{
  MAY,
  MAY_ON_BUSINESS,
  MAY_NOT,
  SAYS_NOTHING
} Access;

static Access
read_access_value (const char *value)
{
  static const char *const no[]
      = { "no", "agricultural", "forestry", "agricultural;forestry", "bus", "psv", "emergency",
          "military", "use_sidepath", NULL };
  static const char *const business[]
      = { "destination", "delivery", "private", "customers", "permit", "residents", NULL };

  if (value == NULL)
    return SAYS_NOTHING;
  if (is_one_of (value, no))
    return MAY_NOT;
  return is_one_of (value, business) ? MAY_ON_BUSINESS : MAY;
}

/* The most particular key that is there decides. */
static Access
read_access (const CorOsmTag *tags, guint n)
{
  static const char *const keys[] = { "hgv", "goods", "motor_vehicle", "vehicle", "access" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      Access access = read_access_value (find (tags, n, keys[i]));

      if (access != SAYS_NOTHING)
        return access;
    }
  return SAYS_NOTHING;
}

static gboolean
read_class (const char *highway, CorOsmRoad *road)
{
  static const struct
  {
    const char *highway;
    CorRoadClass road_class;
    guint8 flags;
  } classes[] = {
    { "motorway", COR_ROAD_MOTORWAY, 0 },
    { "motorway_link", COR_ROAD_MOTORWAY, COR_EDGE_RAMP },
    { "trunk", COR_ROAD_TRUNK, 0 },
    { "trunk_link", COR_ROAD_TRUNK, COR_EDGE_RAMP },
    { "primary", COR_ROAD_PRIMARY, 0 },
    { "primary_link", COR_ROAD_PRIMARY, COR_EDGE_RAMP },
    { "secondary", COR_ROAD_SECONDARY, 0 },
    { "secondary_link", COR_ROAD_SECONDARY, COR_EDGE_RAMP },
    { "tertiary", COR_ROAD_TERTIARY, 0 },
    { "tertiary_link", COR_ROAD_TERTIARY, COR_EDGE_RAMP },
    { "unclassified", COR_ROAD_LOCAL, 0 },
    { "residential", COR_ROAD_LOCAL, 0 },
    { "road", COR_ROAD_LOCAL, 0 },
    { "service", COR_ROAD_LOCAL, 0 },
    { "living_street", COR_ROAD_LOCAL, COR_EDGE_DESTINATION },
  };

  for (guint i = 0; highway != NULL && i < G_N_ELEMENTS (classes); i++)
    if (strcmp (highway, classes[i].highway) == 0)
      {
        road->road_class = classes[i].road_class;
        road->flags = classes[i].flags;
        return TRUE;
      }
  return FALSE;
}

static gint8
read_oneway (const CorOsmTag *tags, guint n, const char *highway)
{
  static const char *const along[] = { "yes", "true", "1", NULL };
  static const char *const against[] = { "-1", "reverse", NULL };
  static const char *const round[] = { "roundabout", "circular", NULL };
  const char *oneway = find (tags, n, "oneway");

  if (is_one_of (oneway, along))
    return 1;
  if (is_one_of (oneway, against))
    return -1;
  if (oneway != NULL)
    return 0;
  if (is_one_of (find (tags, n, "junction"), round))
    return 1;
  return g_strcmp0 (highway, "motorway") == 0 ? 1 : 0;
}

static guint8
read_speed (const CorOsmTag *tags, guint n)
{
  const char *text = find (tags, n, "maxspeed:hgv");
  char *end;
  double value;

  if (text == NULL)
    text = find (tags, n, "maxspeed");
  if (text == NULL)
    return 0;
  value = g_ascii_strtod (text, &end);
  if (end == text)
    return 0;
  while (*end == ' ')
    end++;
  if (strncmp (end, "mph", 3) == 0)
    value *= KM_H_PER_MPH;
  return value >= 5.0 && value <= 150.0 ? (guint8) lround (value) : 0;
}

static gboolean
is_set (const CorOsmTag *tags, guint n, const char *key)
{
  const char *value = find (tags, n, key);

  return value != NULL && strcmp (value, "no") != 0;
}

static void
read_flags (const CorOsmTag *tags, guint n, CorOsmRoad *road)
{
  const char *toll = find (tags, n, "toll:hgv");

  if (toll == NULL)
    toll = find (tags, n, "toll");
  if (toll != NULL && strcmp (toll, "no") != 0)
    road->flags |= COR_EDGE_TOLL;
  if (is_set (tags, n, "bridge"))
    road->flags |= COR_EDGE_BRIDGE;
  if (is_set (tags, n, "tunnel"))
    road->flags |= COR_EDGE_TUNNEL;
}

/* Ferries carry trucks only where it is said that they do. */
static gboolean
is_truck_ferry (const CorOsmTag *tags, guint n)
{
  static const char *const keys[] = { "hgv", "motor_vehicle", "motorcar", "vehicle" };
  static const char *const yes[] = { "yes", "designated", "permissive", NULL };

  if (g_strcmp0 (find (tags, n, "route"), "ferry") != 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (find (tags, n, keys[i]) != NULL)
      return is_one_of (find (tags, n, keys[i]), yes);
  return FALSE;
}

/* What holds under a condition: "no" above a limit is that limit, "yes" below one opens a closed road up to it,
 * "destination" above one is for all trucks. FALSE where it cannot be said so. */
static gboolean
apply_condition (const CorOsmCondition *condition, Access *access, CorOsmRoad *road)
{
  Access value = read_access_value (condition->value);

  if (value == MAY_NOT && condition->above)
    road->limit = cor_osm_limit_join (road->limit, condition->limit);
  else if (value == MAY && !condition->above && *access == MAY_NOT)
    {
      road->limit = cor_osm_limit_join (road->limit, condition->limit);
      *access = MAY;
    }
  else if (value == MAY_ON_BUSINESS && condition->above)
    *access = *access == MAY_NOT ? MAY_NOT : MAY_ON_BUSINESS;
  else
    return FALSE;
  return TRUE;
}

static void
read_conditions (const CorOsmTag *tags, guint n, Access *access, CorOsmRoad *road)
{
  static const char *const keys[] = { "hgv:conditional", "goods:conditional", "motor_vehicle:conditional",
                                      "vehicle:conditional", "access:conditional" };
  /* These are about a limit that holds at some time or for some load. */
  static const char *const others[] = { "maxweight:conditional", "maxlength:conditional", "maxheight:conditional",
                                        "maxweight:hgv:conditional" };
  CorOsmCondition conditions[4];

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    road->conditions_left_out += find (tags, n, others[i]) != NULL;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      const char *text = find (tags, n, keys[i]);
      guint found = text ? cor_osm_conditions_read (text, conditions, G_N_ELEMENTS (conditions), &road->conditions_left_out) : 0;

      for (guint k = 0; k < found; k++)
        if (apply_condition (&conditions[k], access, road))
          road->conditions_kept++;
        else
          road->conditions_left_out++;
      /* The most particular key that says something decides. */
      if (text != NULL)
        return;
    }
}

gboolean
cor_osm_road_read (const CorOsmTag *tags, guint n_tags, CorOsmRoad *road)
{
  static const char *const to_doors[] = { "driveway", "parking_aisle", "drive-through",
                                          "emergency_access", NULL };
  const char *highway = find (tags, n_tags, "highway");
  Access access = read_access (tags, n_tags);

  *road = (CorOsmRoad){ 0 };
  read_conditions (tags, n_tags, &access, road);
  if (is_truck_ferry (tags, n_tags))
    road->road_class = COR_ROAD_FERRY;
  else if (!read_class (highway, road) || access == MAY_NOT
           || g_strcmp0 (find (tags, n_tags, "area"), "yes") == 0)
    return FALSE;
  if (access == MAY_ON_BUSINESS || is_one_of (find (tags, n_tags, "service"), to_doors))
    road->flags |= COR_EDGE_DESTINATION;
  read_flags (tags, n_tags, road);
  road->oneway = read_oneway (tags, n_tags, highway);
  road->max_kmh = read_speed (tags, n_tags);
  road->limit = cor_osm_limit_join (road->limit, read_limit (tags, n_tags));
  road->ref = find (tags, n_tags, "ref");
  road->name = find (tags, n_tags, "name");
  return TRUE;
}

gboolean
cor_osm_barrier_read (const CorOsmTag *tags, guint n_tags, CorOsmBarrier *barrier)
{
  static const char *const closed[]
      = { "bollard", "block", "chain", "cycle_barrier", "jersey_barrier", "kissing_gate", "log",
          "motorcycle_barrier", "planter", "stile", "turnstile", "full-height_turnstile",
          "sump_buster", "bus_trap", "horse_stile", "debris", NULL };
  const char *kind = find (tags, n_tags, "barrier");
  Access access = read_access (tags, n_tags);

  barrier->limit = read_limit (tags, n_tags);
  barrier->blocked = access == MAY_NOT || (is_one_of (kind, closed) && access == SAYS_NOTHING);
  if (kind == NULL && find (tags, n_tags, "highway") == NULL)
    barrier->blocked = FALSE;
  return barrier->blocked || barrier->limit.height_cm > 0 || barrier->limit.weight_kg > 0
         || barrier->limit.width_cm > 0 || barrier->limit.length_cm > 0;
}

static CorOsmTurn
turn_of (const char *what)
{
  if (g_str_has_prefix (what, "no_"))
    return COR_OSM_TURN_NO;
  return g_str_has_prefix (what, "only_") ? COR_OSM_TURN_ONLY : COR_OSM_TURN_NONE;
}

/* A turn forbidden above some weight or size is so for all trucks; one by the hour is not known. */
static CorOsmTurn
read_conditional_turn (const char *what)
{
  CorOsmCondition condition;
  guint left_out = 0;

  if (cor_osm_conditions_read (what, &condition, 1, &left_out) == 1 && condition.above)
    return turn_of (condition.value);
  return COR_OSM_TURN_SOMETIMES;
}

CorOsmTurn
cor_osm_turn_read (const CorOsmTag *tags, guint n_tags)
{
  const char *type = find (tags, n_tags, "type");
  const char *what = find (tags, n_tags, "restriction:hgv");
  const char *except = find (tags, n_tags, "except");

  if (type == NULL || !g_str_has_prefix (type, "restriction"))
    return COR_OSM_TURN_NONE;
  if (what == NULL)
    what = find (tags, n_tags, "restriction");
  if (what == NULL && (what = find (tags, n_tags, "restriction:hgv:conditional")) == NULL)
    what = find (tags, n_tags, "restriction:conditional");
  if (what != NULL && strchr (what, '@') != NULL)
    return read_conditional_turn (what);
  if (what == NULL || (except != NULL && strstr (except, "hgv") != NULL))
    return COR_OSM_TURN_NONE;
  return turn_of (what);
}
