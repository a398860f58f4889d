/* cor-osm-ids.h: the ids of millions of nodes in few bytes each, in order, and whether roads meet there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _CorOsmIds CorOsmIds;

CorOsmIds *cor_osm_ids_new (void);
void cor_osm_ids_free (CorOsmIds *ids);

/* Adds an id, in any order; one that is added more than once is a junction. FALSE where memory is short. */
gboolean cor_osm_ids_add (CorOsmIds *ids, gint64 id);

/* After the last one: makes them ready to be found. FALSE where memory is short. */
gboolean cor_osm_ids_finish (CorOsmIds *ids);

/* How many different ids there are; how many of them are junctions. */
guint32 cor_osm_ids_count (const CorOsmIds *ids);
guint32 cor_osm_ids_junctions (const CorOsmIds *ids);

/* The place of an id in their order, G_MAXUINT32 where it is none of them. Quick where the ids asked for rise. */
guint32 cor_osm_ids_find (CorOsmIds *ids, gint64 id);

/* Sets marks[i] to mark where the id at place i in the order is a junction; there are as many as ids. */
void cor_osm_ids_mark (const CorOsmIds *ids, guint8 *marks, guint8 mark);

/* What they take in memory once they are ready, bytes. */
gsize cor_osm_ids_bytes (const CorOsmIds *ids);

/* Whether so many more bytes can be had, with some left for all that is small. */
gboolean cor_osm_room_for (gsize bytes);

G_END_DECLS
