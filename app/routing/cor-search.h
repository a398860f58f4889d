/* cor-search.h: the state of one search through a network, borrowed from the network's pool.
 *
 * A search belongs to one thread while it is borrowed. Each new search forgets the one before
 * without touching all nodes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-network-private.h"

G_BEGIN_DECLS

/* What is known of a node: valid where stamp is the search's. */
typedef struct
{
  double cost;      /* from the seeds, seconds with the weight on distance */
  double off_m;     /* metres from the seed */
  guint32 arc;      /* that led here, COR_NONE at a seed */
  guint32 seed;     /* which seed it started from */
  guint32 stamp;
  gboolean settled;
} CorLabel;

typedef struct
{
  double key;
  guint32 node;
} CorHeapItem;

struct _CorSearch
{
  CorNetwork *net; /* not owned */
  CorLabel *labels;
  guint32 stamp;
  CorHeapItem *heap;
  guint heap_len, heap_size;
  guint8 *allowed;
  gboolean backward;
  double limit_m;
  const double *per_m; /* what a metre of each class counts, instead of 1; NULL for 1 */
  CorLonLat aim; /* of the lower bound */
  double aim_cost_per_m; /* 0 without an aim */
};

void cor_search_free (CorSearch *search);

/* Borrows a search, cleared; give it back with cor_search_return(). */
CorSearch *cor_search_borrow (CorNetwork *net, const CorVehicle *vehicle);
void cor_search_return (CorSearch *search);

/* Starts over: forward along arcs or backward against them, not further than limit_m. */
void cor_search_begin (CorSearch *search, gboolean backward, double limit_m);

/* Lets the search lean towards a place; what it finds stays exact. Before the first seed. */
void cor_search_aim (CorSearch *search, CorLonLat aim);

/* Adds a start. */
void cor_search_seed (CorSearch *search, guint32 node, double cost, double off_m, guint32 seed);

/* Settles the next node; COR_NONE when there is none. *key is a lower bound of all to come. */
guint32 cor_search_next (CorSearch *search, double *key);

/* What was found for a node, or NULL. */
static inline const CorLabel *
cor_search_label (const CorSearch *search, guint32 node)
{
  const CorLabel *label = &search->labels[node];

  return label->stamp == search->stamp && label->settled ? label : NULL;
}

/* The same for a node that is known to be settled, as all on the way to a settled one are. */
static inline const CorLabel *
cor_search_settled (const CorSearch *search, guint32 node)
{
  return &search->labels[node];
}

static inline gboolean
cor_search_allows (const CorSearch *search, guint32 edge)
{
  return search->allowed[search->net->edges[edge].limit];
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorSearch, cor_search_return)

G_END_DECLS
