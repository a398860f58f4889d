/* cor-network.c: the road network as a whole: what it is, what follows from its arrays.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-private.h"

#include "cor-network-file.h"
#include "cor-search.h"
#include "cor-wrong-file.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

GQuark
cor_routing_error_quark (void)
{
  return g_quark_from_static_string ("cor-routing-error-quark");
}

/* A road that only those with business there may use costs this many times its time, so that
 * nobody passes through. */
#define DESTINATION_FACTOR 6.0

/* Of networks with more pieces than this the small roads are not drawn. */
#define ALL_ROADS_UP_TO 100000

CorFixed
cor_fixed_from_lonlat (CorLonLat place)
{
  return (CorFixed){ (gint32) lround (place.lon * COR_FIXED_PER_DEGREE),
                     (gint32) lround (place.lat * COR_FIXED_PER_DEGREE) };
}

CorNetwork *
cor_network_load (const char *path, const CorRoadSpeeds *speeds, GError **error)
{
  g_autoptr (GMappedFile) mapped = NULL;
  g_autoptr (GBytes) bytes = NULL;
  CorNetwork *net = NULL;
  gconstpointer data;
  gsize size;

  if (cor_wrong_file_is_folder (path, COR_WANTED_NETWORK, error) || (mapped = g_mapped_file_new (path, FALSE, error)) == NULL)
    return NULL;
  bytes = g_mapped_file_get_bytes (mapped);
  data = g_bytes_get_data (bytes, &size);
  if (cor_network_file_check (data, size))
    net = cor_network_file_parse (path, bytes, error);
  else if (cor_network_text_check (data, size))
    {
      g_autofree char *text = g_strndup (data, size);

      net = cor_network_parse_text (path, text, error);
    }
  else
    cor_wrong_file_set_error (path, data != NULL ? data : "", size, COR_WANTED_NETWORK, error);
  if (net != NULL)
    cor_network_finish (net, speeds);
  return net;
}

/* Counts into first[x + 1], then sums up: the usual way to lists of lists. */
static void
sum_up (guint32 *first, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    first[i + 1] += first[i];
}

static void
make_adjacency (CorNetwork *net)
{
  g_autofree guint32 *fill = NULL;

  net->first_out = g_new0 (guint32, net->n_nodes + 1);
  net->first_in = g_new0 (guint32, net->n_nodes + 1);
  net->in_arcs = g_new (guint32, MAX (net->n_arcs, 1));
  for (guint32 i = 0; i < net->n_arcs; i++)
    {
      net->first_out[net->arcs[i].tail + 1]++;
      net->first_in[net->arcs[i].head + 1]++;
    }
  sum_up (net->first_out, net->n_nodes);
  sum_up (net->first_in, net->n_nodes);
  fill = g_memdup2 (net->first_in, (net->n_nodes + 1) * sizeof (guint32));
  for (guint32 i = 0; i < net->n_arcs; i++)
    net->in_arcs[fill[net->arcs[i].head]++] = i;
}

static void
make_costs (CorNetwork *net, const CorRoadSpeeds *speeds)
{
  net->cost = g_new (float, MAX (net->n_edges, 1));
  net->speed = g_new (float, MAX (net->n_edges, 1));
  net->least_cost_per_m = INFINITY;
  for (guint32 i = 0; i < net->n_edges; i++)
    {
      const CorEdge *edge = &net->edges[i];
      double speed = speeds->m_s[edge->road_class];
      double per_m;

      if (edge->max_kmh > 0)
        speed = MIN (speed, edge->max_kmh / 3.6);
      per_m = 1.0 / speed * ((edge->flags & COR_EDGE_DESTINATION) ? DESTINATION_FACTOR : 1.0)
              + speeds->distance_weight_s_per_m;
      net->speed[i] = speed;
      net->cost[i] = per_m * edge->length_m;
      net->least_cost_per_m = MIN (net->least_cost_per_m, per_m);
    }
}

void
cor_network_finish (CorNetwork *net, const CorRoadSpeeds *speeds)
{
  net->speeds = *speeds;
  make_adjacency (net);
  make_costs (net, speeds);
  net->index = cor_network_index_new (net);
  g_mutex_init (&net->pool_lock);
  net->pool = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_search_free);
}

CorNetwork *
cor_network_ref (CorNetwork *net)
{
  return g_atomic_rc_box_acquire (net);
}

static void
network_clear (gpointer data)
{
  CorNetwork *net = data;

  if (net->mapped != NULL)
    g_bytes_unref (net->mapped);
  else
    {
      g_free (net->nodes);
      g_free (net->edges);
      g_free (net->arcs);
      g_free (net->points);
      g_free (net->heights);
      g_free (net->limits);
      g_free (net->names);
    }
  g_free (net->name);
  g_free (net->title_en);
  g_free (net->title_zh);
  g_free (net->attribution);
  g_free (net->first_out);
  g_free (net->first_in);
  g_free (net->in_arcs);
  g_free (net->cost);
  g_free (net->speed);
  g_clear_pointer (&net->index, cor_network_index_free);
  if (net->pool != NULL)
    {
      g_ptr_array_unref (net->pool);
      g_mutex_clear (&net->pool_lock);
    }
}

void
cor_network_unref (CorNetwork *net)
{
  g_atomic_rc_box_release_full (net, network_clear);
}

const char *
cor_network_name (const CorNetwork *net)
{
  return net->name;
}

gboolean
cor_network_has_heights (const CorNetwork *net)
{
  return net->heights != NULL;
}

gboolean
cor_network_indicative (const CorNetwork *net)
{
  return net->indicative;
}

const char *
cor_network_title (const CorNetwork *net, gboolean chinese)
{
  return chinese ? net->title_zh : net->title_en;
}

const char *
cor_network_attribution (const CorNetwork *net)
{
  return net->attribution;
}

const CorRoadSpeeds *
cor_network_speeds (const CorNetwork *net)
{
  return &net->speeds;
}

void
cor_network_bounds (const CorNetwork *net, CorLonLat *south_west, CorLonLat *north_east)
{
  CorFixed low = { G_MAXINT32, G_MAXINT32 };
  CorFixed high = { G_MININT32, G_MININT32 };

  for (guint32 i = 0; i < net->n_points; i++)
    {
      low.lon = MIN (low.lon, net->points[i].lon);
      low.lat = MIN (low.lat, net->points[i].lat);
      high.lon = MAX (high.lon, net->points[i].lon);
      high.lat = MAX (high.lat, net->points[i].lat);
    }
  *south_west = cor_fixed_to_lonlat (low);
  *north_east = cor_fixed_to_lonlat (high);
}

void
cor_network_size (const CorNetwork *net, guint *nodes, guint *edges, guint *points)
{
  if (nodes != NULL)
    *nodes = net->n_nodes;
  if (edges != NULL)
    *edges = net->n_edges;
  if (points != NULL)
    *points = net->n_points;
}

const char *
cor_network_road_name (const CorNetwork *net, guint32 edge)
{
  g_return_val_if_fail (edge < net->n_edges, "");

  return net->names + net->edges[edge].name;
}

static gboolean
passes (const CorLimit *limit, const CorVehicle *vehicle)
{
  return (limit->length_cm == 0 || vehicle->length_m * 100.0 <= limit->length_cm)
         && (limit->height_cm == 0 || vehicle->height_m * 100.0 <= limit->height_cm)
         && (limit->width_cm == 0 || vehicle->width_m * 100.0 <= limit->width_cm)
         && (limit->weight_kg == 0 || vehicle->weight_t * 1000.0 <= limit->weight_kg);
}

guint8 *
cor_network_allowed (const CorNetwork *net, const CorVehicle *vehicle)
{
  static const CorVehicle any = { 0 };
  guint8 *allowed = g_new (guint8, net->n_limits);

  for (guint32 i = 0; i < net->n_limits; i++)
    allowed[i] = passes (&net->limits[i], vehicle != NULL ? vehicle : &any);
  return allowed;
}

/* Adds a point unless it is the last one already. */
static void
add_point (GArray *points, CorLonLat place)
{
  if (points->len > 0)
    {
      const CorLonLat *last = &g_array_index (points, CorLonLat, points->len - 1);

      if (last->lon == place.lon && last->lat == place.lat)
        return;
    }
  g_array_append_val (points, place);
}

static void
reverse_from (GArray *points, guint first)
{
  guint last = points->len - 1;

  for (; first < last; first++, last--)
    {
      CorLonLat swap = g_array_index (points, CorLonLat, first);

      g_array_index (points, CorLonLat, first) = g_array_index (points, CorLonLat, last);
      g_array_index (points, CorLonLat, last) = swap;
    }
}

void
cor_network_add_shape (const CorNetwork *net, guint32 edge_index, gboolean against, double from,
                       double to, GArray *points)
{
  const CorEdge *edge = &net->edges[edge_index];
  const CorFixed *shape = net->points + edge->first_point;
  g_autoptr (GArray) piece = g_array_new (FALSE, FALSE, sizeof (CorLonLat));
  double low = (against ? 1.0 - to : from) * edge->length_m;
  double high = (against ? 1.0 - from : to) * edge->length_m;
  double at = 0.0;

  for (guint i = 0; i + 1 < edge->n_points; i++)
    {
      CorLonLat a = cor_fixed_to_lonlat (shape[i]);
      CorLonLat b = cor_fixed_to_lonlat (shape[i + 1]);
      double m = cor_lonlat_distance (a, b);
      double next = i + 2 == edge->n_points ? MAX (edge->length_m, high) : at + m;

      if (m > 0.0 && next >= low && at <= high)
        {
          double t0 = CLAMP ((low - at) / m, 0.0, 1.0);
          double t1 = CLAMP ((high - at) / m, 0.0, 1.0);

          add_point (piece, t0 == 0.0 ? a : cor_lonlat_mix (a, b, t0));
          add_point (piece, t1 == 1.0 ? b : cor_lonlat_mix (a, b, t1));
        }
      at = next;
    }
  if (against && piece->len > 1)
    reverse_from (piece, 0);
  for (guint i = 0; i < piece->len; i++)
    add_point (points, g_array_index (piece, CorLonLat, i));
}

gboolean
cor_network_edge_on_map (const CorNetwork *net, guint32 edge)
{
  g_return_val_if_fail (edge < net->n_edges, FALSE);

  return net->n_edges <= ALL_ROADS_UP_TO || net->edges[edge].road_class <= COR_ROAD_SECONDARY;
}

GArray *
cor_network_edge_shape (const CorNetwork *net,
                        guint32 edge,
                        CorRoadClass *road_class)
{
  GArray *points = g_array_new (FALSE, FALSE, sizeof (CorLonLat));

  g_return_val_if_fail (edge < net->n_edges, points);

  *road_class = net->edges[edge].road_class;
  for (guint32 i = 0; i < net->edges[edge].n_points; i++)
    add_point (points, cor_fixed_to_lonlat (net->points[net->edges[edge].first_point + i]));
  return points;
}
