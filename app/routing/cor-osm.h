/* cor-osm.h: reads OpenStreetMap files piece by piece, whatever their form.
 *
 * The forms are .osm (XML), .osm.bz2 and .osm.pbf; which it is, the first bytes tell. Nothing is
 * kept: what is read goes to the handler at once. An own reader, so that progress is known by the
 * byte, reading can be cancelled, and a damaged file ends in an error and not in the reader.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-network-private.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct
{
  const char *key;
  const char *value;
} CorOsmTag;

typedef enum
{
  COR_OSM_NODE,
  COR_OSM_WAY,
  COR_OSM_RELATION
} CorOsmKind;

typedef struct
{
  CorOsmKind kind;
  gint64 id;
  const char *role;
} CorOsmMember;

/* What to do with what is read; a NULL function means that this kind is skipped. Everything that
 * is passed is only valid during the call. */
typedef struct
{
  void (*node) (gpointer data, gint64 id, CorFixed at, const CorOsmTag *tags, guint n_tags);
  void (*way) (gpointer data, gint64 id, const gint64 *nodes, guint n_nodes, const CorOsmTag *tags,
               guint n_tags);
  void (*relation) (gpointer data, const CorOsmMember *members, guint n_members,
                    const CorOsmTag *tags, guint n_tags);
  /* Share of the file read, 0 to 1; FALSE with an error ends the reading. */
  gboolean (*progress) (gpointer data, double share, GError **error);
  gpointer data;
} CorOsmHandler;

/* Reads a file from its beginning to its end; FALSE with COR_ROUTING_ERROR_FORMAT, a GIOError or the error of
 * @progress, which is how it is given up. */
gboolean cor_osm_read (const char *path, const CorOsmHandler *handler, GError **error);

/* The value of a key, or NULL. */
const char *cor_osm_tag (const CorOsmTag *tags, guint n_tags, const char *key);

/* Where the bytes come from, and how much of the file they are. */
typedef struct
{
  const char *path;
  GInputStream *stream;
  goffset size;
  goffset read;
  const CorOsmHandler *handler;
} CorOsmInput;

/* Reads up to size bytes; fewer only at the end of the file; -1 with an error. Says the progress. */
gssize cor_osm_input_read (CorOsmInput *input, gpointer buffer, gsize size, GError **error);

gboolean cor_osm_read_pbf (CorOsmInput *input, GError **error);
gboolean cor_osm_read_xml (CorOsmInput *input, gboolean bz2, GError **error);

/* Sets COR_ROUTING_ERROR_FORMAT with the file and what is wrong; always FALSE. */
gboolean cor_osm_fail (const CorOsmInput *input, const char *what, GError **error);

G_END_DECLS
