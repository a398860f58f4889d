/* cor-network-build.c: makes a road network of an OpenStreetMap extract.
 *
 * The extract is read twice: first for the ways that are roads and the forbidden turns, then for
 * the places of the nodes of those roads. Nothing else is kept, and what is read in order later is
 * put aside in a file meanwhile: the ways, and the shapes of the roads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-build.h"

#include "cor-build-share.h"
#include "cor-network-file.h"
#include "cor-network-heights.h"
#include "cor-osm-graph.h"
#include "cor-osm-road.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define ATTRIBUTION "Roads © OpenStreetMap contributors, ODbL 1.0"
#define HEIGHTS_ATTRIBUTION "heights: NASA SRTM, public domain"
#define FNV_OFFSET  14695981039346656037ULL /* FNV-1a, 64 bit: G. Fowler, L. C. Noll, K.-P. Vo */
#define FNV_PRIME   1099511628211ULL
#define LEAST_STEP  0.002 /* of the whole work, between two reports of progress */

typedef struct
{
  CorOsmRoads roads;
  CorNetworkBuildProgress progress;
  gpointer data;
  GCancellable *cancellable;
  CorNetworkBuildStep step;
  CorBuildShare share;
  double read; /* of the bytes, in this reading */
  gboolean met_ways;
  double told;
  GError *trouble;
} Build;

/* FALSE with an error once it is cancelled. */
static gboolean
tell (Build *build, double share, GError **error)
{
  double whole = cor_build_share_of (&build->share, build->step, share);

  if (build->progress != NULL && (whole >= build->told + LEAST_STEP || (whole >= 1.0 && build->told < 1.0)))
    {
      build->told = whole;
      build->progress (build->step, MIN (whole, 1.0), build->data);
    }
  return !g_cancellable_set_error_if_cancelled (build->cancellable, error);
}

/* What went wrong when a way was added ends the reading. */
static gboolean
on_progress (gpointer data, double share, GError **error)
{
  Build *build = data;

  build->read = share;
  if (build->trouble == NULL)
    return tell (build, share, error);
  g_propagate_error (error, g_steal_pointer (&build->trouble));
  return FALSE;
}

static void
on_way (gpointer data, gint64 id, const gint64 *nodes, guint n_nodes, const CorOsmTag *tags,
        guint n_tags)
{
  Build *build = data;
  CorOsmRoads *roads = &build->roads;
  CorOsmRoad road;
  CorOsmWay way = { 0 };
  g_autofree char *name = NULL;

  if (!build->met_ways)
    cor_build_share_meet_ways (&build->share, build->read);
  build->met_ways = TRUE;
  if (build->trouble != NULL || n_nodes < 2 || !cor_osm_road_read (tags, n_tags, &road))
    return;
  roads->report->conditions_kept += road.conditions_kept;
  roads->report->conditions_left_out += road.conditions_left_out;
  name = g_strdup_printf ("%s%s%s", road.ref != NULL ? road.ref : "",
                          road.ref != NULL && road.name != NULL ? " " : "",
                          road.name != NULL ? road.name : "");
  way.id = id;
  way.n = n_nodes;
  way.name = cor_graph_add_name (&roads->graph, name);
  way.limit = cor_graph_add_limit (&roads->graph, road.limit);
  way.road_class = road.road_class;
  way.flags = road.flags;
  way.max_kmh = road.max_kmh;
  way.oneway = road.oneway;
  cor_osm_roads_add_way (roads, &way, nodes, &build->trouble);
  roads->report->ways++;
}

static void
on_relation (gpointer data, const CorOsmMember *members, guint n_members, const CorOsmTag *tags,
             guint n_tags)
{
  Build *build = data;
  CorOsmTurn turn = cor_osm_turn_read (tags, n_tags);
  CorOsmTurnRule rule = { .only = turn == COR_OSM_TURN_ONLY };
  CorOsmWayRule over = { .only = turn == COR_OSM_TURN_ONLY };
  guint n_from = 0, n_via = 0, n_to = 0, n_other = 0;

  if (turn == COR_OSM_TURN_SOMETIMES)
    build->roads.report->turns_left_out++;
  if (turn != COR_OSM_TURN_NO && turn != COR_OSM_TURN_ONLY)
    return;
  for (guint i = 0; i < n_members; i++)
    if (strcmp (members[i].role, "from") == 0 && members[i].kind == COR_OSM_WAY)
      rule.from = over.from = members[i].id, n_from++;
    else if (strcmp (members[i].role, "to") == 0 && members[i].kind == COR_OSM_WAY)
      rule.to = over.to = members[i].id, n_to++;
    else if (strcmp (members[i].role, "via") == 0 && members[i].kind == COR_OSM_NODE)
      rule.via = members[i].id, n_via++;
    else if (strcmp (members[i].role, "via") == 0 && members[i].kind == COR_OSM_WAY && over.n_via < COR_OSM_VIA_MAX)
      over.via[over.n_via++] = members[i].id;
    else
      n_other++;
  if (n_from == 1 && n_via == 1 && n_to == 1 && n_other == 0 && over.n_via == 0)
    g_array_append_val (build->roads.turns, rule);
  else if (n_from == 1 && n_via == 0 && n_to == 1 && n_other == 0 && over.n_via > 0)
    g_array_append_val (build->roads.way_turns, over);
  else
    build->roads.report->turns_left_out++;
}

static void
on_node (gpointer data, gint64 id, CorFixed at, const CorOsmTag *tags, guint n_tags)
{
  Build *build = data;
  CorOsmRoads *roads = &build->roads;
  guint32 node = cor_osm_roads_find (roads, id);
  CorOsmBarrier barrier;

  if (node == COR_NONE)
    return;
  roads->spots[node].place = at;
  roads->marks[node] |= COR_OSM_PLACED;
  if (n_tags == 0 || !cor_osm_barrier_read (tags, n_tags, &barrier))
    return;
  if (barrier.blocked)
    {
      roads->marks[node] |= COR_OSM_BLOCKED;
      roads->report->barriers++;
      return;
    }
  roads->marks[node] |= COR_OSM_LIMITED;
  g_hash_table_insert (roads->node_limits, GUINT_TO_POINTER (node),
                       GUINT_TO_POINTER (cor_graph_add_limit (&roads->graph, barrier.limit)));
}

static guint64
hash_bytes (guint64 key, gconstpointer data, gsize size)
{
  const guint8 *bytes = data;

  for (gsize i = 0; i < size; i++)
    key = (key ^ bytes[i]) * FNV_PRIME;
  return key;
}

/* The name of the file without folder and endings. */
static char *
short_name (const char *path)
{
  char *name = g_path_get_basename (path);
  char *dot = strchr (name, '.');

  if (dot != NULL && dot != name)
    *dot = '\0';
  return name;
}

/* The network with its heights, where they are wanted. */
static CorNetwork *
make_network (Build *build, const char *in, CorHeights *heights, GError **error)
{
  g_autoptr (CorNetwork) net = cor_graph_finish (&build->roads.graph);
  guint64 key = FNV_OFFSET;

  build->step = COR_NETWORK_BUILD_HEIGHTS;
  if (heights != NULL && !cor_network_fill_heights (net, heights, build->roads.report, on_progress, build, error))
    return NULL;
  key = hash_bytes (key, net->points, net->n_points * sizeof (CorFixed));
  key = hash_bytes (key, net->arcs, net->n_arcs * sizeof (CorArc));
  if (net->heights != NULL)
    key = hash_bytes (key, net->heights, net->n_points * sizeof (float));
  net->key = MAX (key, 1);
  net->name = short_name (in);
  net->title_en = g_strdup_printf ("%s, roads of OpenStreetMap", net->name);
  net->title_zh = g_strdup_printf ("%s（OpenStreetMap 路网）", net->name);
  net->attribution = g_strdup (net->heights != NULL ? ATTRIBUTION " · " HEIGHTS_ATTRIBUTION : ATTRIBUTION);
  return g_steal_pointer (&net);
}

static gboolean
no_roads (const char *in, GError **error)
{
  g_set_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_EMPTY, _ ("%s: has no roads for trucks; was it filtered to something else, or is it of a place without roads? Take "
                  "the whole extract of a province or city"),
               in);
  return FALSE;
}

static gboolean
read_extract (Build *build, const char *in, GError **error)
{
  const CorOsmHandler first = { NULL, on_way, on_relation, on_progress, build };
  const CorOsmHandler second = { on_node, NULL, NULL, on_progress, build };
  gboolean read;

  build->step = COR_NETWORK_BUILD_ROADS;
  read = cor_osm_read (in, &first, error);
  /* What came after it does not count. */
  if (build->trouble != NULL)
    {
      g_clear_error (error);
      return on_progress (build, 1.0, error);
    }
  if (!read)
    return FALSE;
  if (build->roads.n_ways == 0)
    return no_roads (in, error);
  if (!cor_osm_roads_index (&build->roads, error))
    return FALSE;
  build->step = COR_NETWORK_BUILD_PLACES;
  return cor_osm_read (in, &second, error);
}

/* Finding the connected part comes after it. */
static gboolean
on_split (gpointer data, double share, GError **error)
{
  return tell (data, 0.8 * share, error);
}

static gboolean
write_network (Build *build, const char *in, const char *out, CorHeights *heights, GError **error)
{
  g_autoptr (CorNetwork) net = NULL;

  build->step = COR_NETWORK_BUILD_JOIN;
  if (!cor_osm_roads_split (&build->roads, on_split, build, error))
    return FALSE;
  cor_osm_roads_unfold (&build->roads);
  cor_osm_roads_join (&build->roads);
  if (!tell (build, 0.9, error) || !cor_osm_roads_prune (&build->roads, error))
    return FALSE;
  if (build->roads.graph.edges->len == 0)
    return no_roads (in, error);
  if (!tell (build, 1.0, error))
    return FALSE;
  net = make_network (build, in, heights, error);
  if (net == NULL)
    return FALSE;
  build->step = COR_NETWORK_BUILD_WRITE;
  return cor_network_file_write (net, out, on_progress, build, error);
}

gboolean
cor_network_build (const char *in, const char *out, const char *heights, CorNetworkBuildProgress progress,
                   gpointer data, GCancellable *cancellable, CorNetworkBuildReport *report, GError **error)
{
  g_autoptr (CorHeights) ground = NULL;
  CorNetworkBuildReport own = { 0 };
  Build build = { .progress = progress, .data = data, .cancellable = cancellable, .told = -1.0 };
  gboolean ok;

  if (heights != NULL && (ground = cor_heights_open (heights, error)) == NULL)
    return FALSE;
  cor_build_share_init (&build.share, in, ground != NULL);
  ok = cor_osm_roads_init (&build.roads, in, out, &own, error) && read_extract (&build, in, error)
       && write_network (&build, in, out, ground, error);
  cor_osm_roads_clear (&build.roads);
  if (report != NULL)
    *report = own;
  return ok;
}
