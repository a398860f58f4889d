/* cor-match.c: the roads that a recorded line follows.
 *
 * P. Newson and J. Krumm, "Hidden Markov map matching through noise and sparseness", Proceedings of
 * ACM SIGSPATIAL, 2009: each point may be on any road near it, likelier the nearer (a normal
 * distribution); between two points the way by road is likely as long as the straight line (an
 * exponential distribution of the difference). The likeliest sequence is found by Viterbi's method.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-match.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Roads looked at for each point. */
#define CANDIDATES 8

/* A way by road is looked for up to so many times the straight line, and this much more. */
#define LONGEST_FACTOR 4.0
#define LONGEST_MORE_M 3000.0

/* The difference between road and straight line grows with the distance of the points: of the scale
 * of the exponential distribution, its share of the distance. Own choice. */
#define BEND_SHARE 0.05

/* At a point: its candidates, how good each is and which one before it came from. */
typedef struct
{
  CorLonLat place;
  GArray *snaps;
  double score[CANDIDATES];
  guint before[CANDIDATES];
} Step;

typedef struct
{
  CorNetwork *net;
  const CorMatchScale *scale;
  CorSearch *search;
  GPtrArray *steps;
} Match;

/* GPS is some ten metres off; 4.07 m in the paper, more between high buildings and for lines that
 * were simplified. The indicative network is 0.4 km off at the median, 1.5 km at 95 %. */
static const CorMatchScale surveyed = { 20.0, 150.0, 150.0 };
static const CorMatchScale indicative = { 500.0, 2500.0, 2000.0 };

const CorMatchScale *
cor_match_scale (const CorNetwork *net)
{
  return cor_network_indicative (net) ? &indicative : &surveyed;
}

static void
step_free (Step *step)
{
  g_array_unref (step->snaps);
  g_free (step);
}

static double
emission (const Match *match, const CorSnap *snap)
{
  double off = snap->away_m / match->scale->sigma_m;

  return -0.5 * off * off;
}

static Step *
step_new (const Match *match, CorLonLat place)
{
  Step *step = g_new0 (Step, 1);

  step->place = place;
  step->snaps = cor_network_index_near (match->net, place, match->scale->radius_m, match->search->allowed, CANDIDATES);
  for (guint i = 0; i < step->snaps->len; i++)
    step->score[i] = -INFINITY;
  return step;
}

/* Lets the search start at both ends of a candidate's road. */
static void
seed (CorSearch *search, const CorSnap *from)
{
  const CorEdge *edge = &search->net->edges[from->edge];

  for (guint way = 0; way < 2; way++)
    {
      double rest = way == 0 ? 1.0 - from->share : from->share;

      if (edge->head[way] != COR_NONE)
        cor_search_seed (search, edge->head[way], rest * search->net->cost[from->edge], rest * edge->length_m, way);
    }
}

/* Metres by road to a candidate from where the search started; infinity where there is no way. */
static double
road_m (const CorSearch *search, const CorSnap *from, const CorSnap *to)
{
  const CorNetwork *net = search->net;
  const CorEdge *edge = &net->edges[to->edge];
  double best = INFINITY;

  if (from->edge == to->edge && edge->head[to->share >= from->share ? 0 : 1] != COR_NONE)
    best = fabs ((double) to->share - from->share) * edge->length_m;
  for (guint way = 0; way < 2; way++)
    {
      guint32 head = edge->head[way];
      double share = way == 0 ? to->share : 1.0 - to->share;

      for (guint32 i = head == COR_NONE ? 0 : net->first_in[head]; head != COR_NONE && i < net->first_in[head + 1]; i++)
        {
          const CorArc *arc = &net->arcs[net->in_arcs[i]];
          const CorLabel *label = arc->edge == 2 * to->edge + way ? cor_search_label (search, arc->tail) : NULL;

          if (label != NULL)
            best = MIN (best, label->off_m + share * edge->length_m);
        }
    }
  return best;
}

/* Goes on from one candidate to all of the next point. */
static void
go_on (Match *match, const Step *from, guint a, Step *to)
{
  const CorSnap *start = &g_array_index (from->snaps, CorSnap, a);
  double straight_m = cor_lonlat_distance (from->place, to->place);
  double beta_m = match->scale->sigma_m + BEND_SHARE * straight_m;
  double key;

  cor_search_begin (match->search, FALSE, straight_m * LONGEST_FACTOR + LONGEST_MORE_M);
  seed (match->search, start);
  while (cor_search_next (match->search, &key) != COR_NONE)
    ;
  for (guint b = 0; b < to->snaps->len; b++)
    {
      const CorSnap *end = &g_array_index (to->snaps, CorSnap, b);
      double way_m = road_m (match->search, start, end);
      double score = from->score[a] + emission (match, end) - fabs (way_m - straight_m) / beta_m;

      if (isfinite (way_m) && score > to->score[b])
        {
          to->score[b] = score;
          to->before[b] = a;
        }
    }
}

/* Adds a point; one that no road leads to from the last is left out, as a jump of the receiver. */
static gboolean
add_point (Match *match, CorLonLat place)
{
  Step *step = step_new (match, place);
  const Step *last = match->steps->len > 0 ? g_ptr_array_index (match->steps, match->steps->len - 1) : NULL;
  gboolean reached = FALSE;

  for (guint b = 0; last == NULL && b < step->snaps->len; b++)
    step->score[b] = emission (match, &g_array_index (step->snaps, CorSnap, b));
  for (guint a = 0; last != NULL && step->snaps->len > 0 && a < last->snaps->len; a++)
    if (isfinite (last->score[a]))
      go_on (match, last, a, step);
  for (guint b = 0; b < step->snaps->len; b++)
    reached |= isfinite (step->score[b]);
  if (reached)
    g_ptr_array_add (match->steps, step);
  else
    step_free (step);
  return reached;
}

/* The likeliest candidate of each point, from the last back to the first. */
static GArray *
best_snaps (const Match *match)
{
  guint n = match->steps->len, best = 0;
  GArray *snaps = g_array_new (FALSE, FALSE, sizeof (CorSnap));
  const Step *last = g_ptr_array_index (match->steps, n - 1);

  g_array_set_size (snaps, n);
  for (guint b = 1; b < last->snaps->len; b++)
    if (last->score[b] > last->score[best])
      best = b;
  for (guint i = n; i-- > 0;)
    {
      const Step *step = g_ptr_array_index (match->steps, i);
      CorSnap *snap = &g_array_index (snaps, CorSnap, i);

      *snap = g_array_index (step->snaps, CorSnap, best);
      snap->place = snap->on_road;
      snap->away_m = 0;
      best = step->before[best];
    }
  return snaps;
}

/* The points that are far enough apart to tell something new, and places between those that are far
 * apart on a straight line. */
static GArray *
thin (const CorLonLat *points, guint n, double apart_m)
{
  GArray *thinned = g_array_new (FALSE, FALSE, sizeof (CorLonLat));

  g_array_append_val (thinned, points[0]);
  for (guint i = 1; i < n; i++)
    {
      CorLonLat last = g_array_index (thinned, CorLonLat, thinned->len - 1);

      if (i + 1 == n || cor_lonlat_distance (last, points[i]) >= apart_m)
        g_array_append_val (thinned, points[i]);
    }
  return thinned;
}

GArray *
cor_match_snaps (CorNetwork *net, const CorLonLat *points, guint n, const CorVehicle *vehicle, GError **error)
{
  g_autoptr (CorSearch) search = cor_search_borrow (net, vehicle);
  g_autoptr (GPtrArray) steps = g_ptr_array_new_with_free_func ((GDestroyNotify) step_free);
  Match match = { net, cor_match_scale (net), search, steps };
  g_autoptr (GArray) thinned = thin (points, n, match.scale->apart_m);
  guint left_out = 0;

  for (guint i = 0; i < thinned->len; i++)
    left_out += !add_point (&match, g_array_index (thinned, CorLonLat, i));
  if (steps->len >= 2 && left_out * 4 <= thinned->len)
    return best_snaps (&match);
  g_set_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_ROAD, _("%u of %u points are near no road that leads on"),
               left_out, thinned->len);
  return NULL;
}
