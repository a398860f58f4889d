/* cor-map-lanes.c: routes on the same road, laid side by side in an order that does not cross.
 *
 * Every piece of road has the list of routes on it. Two routes that share a stretch vote at each of
 * its ends, where they part: who turns more to the left wants the left lane. The votes sort the
 * list of each piece.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-lanes.h"

#include <math.h>
#include <string.h>

/* With more routes than this on the map the votes are left out: nobody follows single lines there. */
#define MAX_VOTING 120

/* At most so many lines lie beside each other at full width; more are pressed together. */
#define MAX_ABREAST 8

/* Points closer than this are one, in degrees: about 10 cm. */
#define SAME_POINT 1e-6

typedef struct
{
  guint route;
  guint piece;
  gboolean forward; /* from the lower to the higher node number */
} Use;

typedef struct
{
  const CorMapRoute *routes;
  guint n_routes;
  GHashTable *nodes;    /* quantised place → number */
  guint **node_of;      /* for each route, each point's node */
  GHashTable *uses;     /* pair of nodes → GArray of Use */
  gint8 *left;          /* n × n: > 0 where the first lies left of the second, in the first's direction */
} Lanes;

static guint
find_node (Lanes *l, double lon, double lat)
{
  gint64 key = (gint64) llround (lon / SAME_POINT) * 400000000 + llround (lat / SAME_POINT);
  gpointer number = g_hash_table_lookup (l->nodes, &key);

  if (number == NULL)
    {
      number = GUINT_TO_POINTER (g_hash_table_size (l->nodes) + 1);
      g_hash_table_insert (l->nodes, g_memdup2 (&key, sizeof key), number);
    }
  return GPOINTER_TO_UINT (number);
}

static GArray *
uses_of (Lanes *l, guint a, guint b)
{
  gint64 key = (gint64) MIN (a, b) << 32 | MAX (a, b);
  GArray *uses = g_hash_table_lookup (l->uses, &key);

  if (uses == NULL)
    {
      uses = g_array_new (FALSE, FALSE, sizeof (Use));
      g_hash_table_insert (l->uses, g_memdup2 (&key, sizeof key), uses);
    }
  return uses;
}

static void
file_route (Lanes *l, guint route)
{
  const CorMapRoute *r = &l->routes[route];

  l->node_of[route] = g_new (guint, r->n_points);
  for (guint i = 0; i < r->n_points; i++)
    l->node_of[route][i] = find_node (l, r->lon_lat[2 * i], r->lon_lat[2 * i + 1]);
  for (guint i = 0; i + 1 < r->n_points; i++)
    {
      guint a = l->node_of[route][i], b = l->node_of[route][i + 1];
      GArray *uses = uses_of (l, a, b);
      Use use = { route, i, a < b };
      gboolean again = FALSE;

      /* Out and back on the same road is one line. */
      for (guint k = 0; k < uses->len; k++)
        again |= g_array_index (uses, Use, k).route == route;
      if (!again)
        g_array_append_val (uses, use);
    }
}

static const Use *
use_by (const GArray *uses, guint route)
{
  for (guint i = 0; i < uses->len; i++)
    if (g_array_index (uses, Use, i).route == route)
      return &g_array_index (uses, Use, i);
  return NULL;
}

/* The bearing from one point of a route to another, anticlockwise from east. */
static double
bearing (const CorMapRoute *r, guint from, guint to)
{
  double shrink = cos (r->lon_lat[2 * from + 1] * G_PI / 180.0);

  return atan2 (r->lon_lat[2 * to + 1] - r->lon_lat[2 * from + 1],
                (r->lon_lat[2 * to] - r->lon_lat[2 * from]) * shrink);
}

/* How far to the left a way on bends from a way in, -π to π. */
static double
turn (double in, double on)
{
  return remainder (on - in, 2.0 * G_PI);
}

/* The vote of a and b where a leaves a shared piece at its end (step 1) or its start (step -1):
 * 1 where a, looking that way, should be on the left; 0 where one of them ends there. */
static int
vote_at (const Lanes *l, guint a, guint piece_a, guint b, const Use *ub, int step, gboolean same_way)
{
  const CorMapRoute *ra = &l->routes[a], *rb = &l->routes[b];
  gint64 va = step > 0 ? (gint64) piece_a + 1 : piece_a, ua = step > 0 ? (gint64) piece_a : piece_a + 1;
  int step_b = same_way ? step : -step;
  gint64 vb = step_b > 0 ? (gint64) ub->piece + 1 : ub->piece;
  gint64 na = va + step, nb = vb + step_b;
  double in, ta, tb;

  if (na < 0 || na >= ra->n_points || nb < 0 || nb >= rb->n_points)
    return 0;
  in = bearing (ra, (guint) ua, (guint) va);
  ta = turn (in, bearing (ra, (guint) va, (guint) na));
  tb = turn (in, bearing (rb, (guint) vb, (guint) nb));
  return ta > tb ? 1 : ta < tb ? -1 : 0;
}

/* Every pair that shares a piece but not the next one has parted there. */
static void
collect_votes (Lanes *l, guint a)
{
  const CorMapRoute *ra = &l->routes[a];
  const guint *nodes = l->node_of[a];

  for (guint i = 0; i + 1 < ra->n_points; i++)
    {
      GArray *here = uses_of (l, nodes[i], nodes[i + 1]);

      for (guint k = 0; k < here->len; k++)
        {
          const Use *ub = &g_array_index (here, Use, k);
          gboolean same_way = ub->forward == (nodes[i] < nodes[i + 1]);
          gint8 *left = &l->left[a * l->n_routes + ub->route];

          if (ub->route == a)
            continue;
          if (i + 2 >= ra->n_points || use_by (uses_of (l, nodes[i + 1], nodes[i + 2]), ub->route) == NULL)
            *left = (gint8) CLAMP (*left + vote_at (l, a, i, ub->route, ub, 1, same_way), -100, 100);
          if (i == 0 || use_by (uses_of (l, nodes[i - 1], nodes[i]), ub->route) == NULL)
            *left = (gint8) CLAMP (*left - vote_at (l, a, i, ub->route, ub, -1, same_way), -100, 100);
        }
    }
}

/* Whether @a lies left of @b, seen in the direction of the piece from low to high node. */
static gboolean
is_left (const Lanes *l, const Use *a, const Use *b)
{
  int votes = l->left != NULL ? l->left[a->route * l->n_routes + b->route] : 0;

  if (votes != 0)
    return (votes > 0) == a->forward;
  /* Without a vote the first route of all lies on its own left. */
  return (a->route < b->route) == (a->route < b->route ? a->forward : b->forward);
}

static void
sort_uses (const Lanes *l, GArray *uses)
{
  for (guint i = 1; i < uses->len && uses->len <= MAX_VOTING; i++)
    for (guint k = i; k > 0; k--)
      {
        Use *a = &g_array_index (uses, Use, k - 1), *b = &g_array_index (uses, Use, k);
        Use swap = *a;

        if (!is_left (l, b, a))
          break;
        *a = *b;
        *b = swap;
      }
}

static GPtrArray *
read_lanes (Lanes *l)
{
  GPtrArray *result = g_ptr_array_new_with_free_func (g_free);

  for (guint r = 0; r < l->n_routes; r++)
    {
      const guint *nodes = l->node_of[r];
      float *lanes = g_new0 (float, l->routes[r].n_points);

      for (guint i = 0; i + 1 < l->routes[r].n_points; i++)
        {
          const GArray *uses = uses_of (l, nodes[i], nodes[i + 1]);

          for (guint k = 0; k < uses->len; k++)
            if (g_array_index (uses, Use, k).route == r)
              {
                float lane = (float) k - (float) (uses->len - 1) / 2.0f;

                if (uses->len > MAX_ABREAST)
                  lane *= (float) (MAX_ABREAST - 1) / (float) (uses->len - 1);

                lanes[i] = nodes[i] < nodes[i + 1] ? lane : -lane;
              }
        }
      g_ptr_array_add (result, lanes);
    }
  return result;
}

GPtrArray *
cor_map_lanes_assign (const CorMapRoute *routes, guint n_routes)
{
  Lanes l = { .routes = routes, .n_routes = n_routes };
  GPtrArray *result;
  GHashTableIter iter;
  gpointer uses;

  l.nodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  l.uses = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_array_unref);
  l.node_of = g_new0 (guint *, n_routes);
  for (guint r = 0; r < n_routes; r++)
    file_route (&l, r);
  if (n_routes <= MAX_VOTING)
    {
      l.left = g_new0 (gint8, (gsize) n_routes * n_routes);
      for (guint r = 0; r < n_routes; r++)
        collect_votes (&l, r);
    }
  g_hash_table_iter_init (&iter, l.uses);
  while (g_hash_table_iter_next (&iter, NULL, &uses))
    sort_uses (&l, uses);
  result = read_lanes (&l);

  for (guint r = 0; r < n_routes; r++)
    g_free (l.node_of[r]);
  g_free (l.node_of);
  g_free (l.left);
  g_hash_table_unref (l.uses);
  g_hash_table_unref (l.nodes);
  return result;
}
