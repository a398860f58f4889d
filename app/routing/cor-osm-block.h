/* cor-osm-block.h: one block of OpenStreetMap's binary form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-osm-wire.h"
#include "cor-osm.h"

G_BEGIN_DECLS

/* What is needed to read blocks, one after the other. */
typedef struct
{
  CorOsmInput *input;
  guint8 *blob;
  guint8 *data;
  gsize blob_size, data_size;
  GByteArray *strings; /* of the block, each ended by a zero */
  GArray *offsets;     /* guint32 into strings */
  GArray *tags;        /* CorOsmTag */
  GArray *nodes;       /* gint64 */
  GArray *members;     /* CorOsmMember */
  gint64 granularity, lon_offset, lat_offset;
  gboolean bad;
} CorOsmBlock;

/* Gives everything in a block to the handler; FALSE where the block is damaged. */
gboolean cor_osm_block_read (CorOsmBlock *pbf, CorWire block);

G_END_DECLS
