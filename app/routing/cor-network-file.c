/* cor-network-file.c: a network as a file that is mapped into memory as it is.
 *
 * A header, then the arrays of the network one after the other, each at a multiple of eight
 * bytes, in the order of bytes of the machines we build for (little endian; another order reads
 * as another version). Texts are the first in the pool of names.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <unistd.h>

#define FILE_MAGIC   "CorNet\r\n"
/* So much is written between two looks at whether to go on, bytes. */
#define WRITE_AT_ONCE ((gsize) 4 * 1024 * 1024)

#define FILE_VERSION 2u /* 2: with heights of the points, where there are any */

/* Heights beyond these are damage: the Dead Sea and Mount Everest, with room. */
#define LOWEST_M  (-600.0f)
#define HIGHEST_M 9000.0f

typedef struct
{
  char magic[8];
  guint32 version;
  guint32 indicative;
  guint64 size; /* of the whole file */
  guint64 key;
  guint32 n_nodes, n_edges, n_arcs, n_points, n_limits, names_size;
  guint32 name, title_en, title_zh, attribution; /* offsets into names */
  guint32 has_heights, spare;
} Header;

G_STATIC_ASSERT (sizeof (Header) == 80);
G_STATIC_ASSERT (sizeof (CorEdge) == 28);
G_STATIC_ASSERT (sizeof (CorArc) == 12);
G_STATIC_ASSERT (sizeof (CorLimit) == 12);

typedef struct
{
  gsize nodes, edges, arcs, points, heights, limits, names, end;
} Layout;

static gsize
after (gsize at, guint64 count, gsize each)
{
  return (at + count * each + 7) & ~(gsize) 7;
}

static Layout
make_layout (const Header *header)
{
  Layout layout;

  layout.nodes = sizeof (Header);
  layout.edges = after (layout.nodes, header->n_nodes, sizeof (CorFixed));
  layout.arcs = after (layout.edges, header->n_edges, sizeof (CorEdge));
  layout.points = after (layout.arcs, header->n_arcs, sizeof (CorArc));
  layout.heights = after (layout.points, header->n_points, sizeof (CorFixed));
  layout.limits = after (layout.heights, header->has_heights ? header->n_points : 0, sizeof (float));
  layout.names = after (layout.limits, header->n_limits, sizeof (CorLimit));
  layout.end = after (layout.names, header->names_size, 1);
  return layout;
}

gboolean
cor_network_file_check (gconstpointer data, gsize size)
{
  return size >= 8 && memcmp (data, FILE_MAGIC, 8) == 0;
}

static gboolean
edges_are_sound (const CorNetwork *net)
{
  for (guint32 i = 0; i < net->n_edges; i++)
    {
      const CorEdge *edge = &net->edges[i];

      if (edge->n_points < 2 || edge->first_point > net->n_points
          || edge->n_points > net->n_points - edge->first_point || edge->name >= net->names_size
          || edge->limit >= net->n_limits || edge->road_class >= COR_N_ROAD_CLASSES
          || !(edge->length_m > 0.0f) || isinf (edge->length_m))
        return FALSE;
      for (guint way = 0; way < 2; way++)
        if (edge->head[way] != COR_NONE && edge->head[way] >= net->n_nodes)
          return FALSE;
    }
  return TRUE;
}

/* The arcs are in order, and each ends where its edge says; each edge that can be driven is. */
static gboolean
arcs_are_sound (const CorNetwork *net)
{
  g_autofree guint8 *driven = g_new0 (guint8, 2 * (gsize) net->n_edges);

  for (guint32 i = 0; i < net->n_arcs; i++)
    {
      const CorArc *arc = &net->arcs[i];

      if (arc->tail >= net->n_nodes || arc->head >= net->n_nodes || arc->edge / 2 >= net->n_edges
          || net->edges[arc->edge / 2].head[arc->edge & 1] != arc->head
          || (i > 0 && net->arcs[i - 1].tail > arc->tail))
        return FALSE;
      driven[arc->edge] = 1;
    }
  for (guint32 i = 0; i < net->n_edges; i++)
    for (guint way = 0; way < 2; way++)
      if (net->edges[i].head[way] != COR_NONE && !driven[2 * i + way])
        return FALSE;
  return TRUE;
}

static gboolean
points_are_sound (const CorFixed *points, guint32 n)
{
  for (guint32 i = 0; i < n; i++)
    if (ABS ((gint64) points[i].lon) > 1800000000 || ABS ((gint64) points[i].lat) > 900000000)
      return FALSE;
  return TRUE;
}

static gboolean
heights_are_sound (const CorNetwork *net)
{
  for (guint32 i = 0; net->heights != NULL && i < net->n_points; i++)
    if (!(net->heights[i] > LOWEST_M && net->heights[i] < HIGHEST_M))
      return FALSE;
  return TRUE;
}

static gboolean
header_fits (const Header *header, gsize size, Layout *layout)
{
  *layout = make_layout (header);
  return header->size == size && layout->end == size && header->n_edges > 0 && header->n_limits > 0
         && header->n_edges < G_MAXUINT32 / 2 && header->names_size > 0
         && header->name < header->names_size && header->title_en < header->names_size
         && header->title_zh < header->names_size && header->attribution < header->names_size
         && header->key != 0;
}

static CorNetwork *
map_arrays (const Header *header, const Layout *layout, GBytes *bytes)
{
  CorNetwork *net = g_atomic_rc_box_new0 (CorNetwork);
  char *base = (char *) g_bytes_get_data (bytes, NULL);

  net->mapped = g_bytes_ref (bytes);
  net->n_nodes = header->n_nodes;
  net->n_edges = header->n_edges;
  net->n_arcs = header->n_arcs;
  net->n_points = header->n_points;
  net->n_limits = header->n_limits;
  net->names_size = header->names_size;
  net->nodes = (CorFixed *) (gpointer) (base + layout->nodes);
  net->edges = (CorEdge *) (gpointer) (base + layout->edges);
  net->arcs = (CorArc *) (gpointer) (base + layout->arcs);
  net->points = (CorFixed *) (gpointer) (base + layout->points);
  net->heights = header->has_heights ? (float *) (gpointer) (base + layout->heights) : NULL;
  net->limits = (CorLimit *) (gpointer) (base + layout->limits);
  net->names = base + layout->names;
  net->key = header->key;
  net->indicative = header->indicative != 0;
  return net;
}

CorNetwork *
cor_network_file_parse (const char *path, GBytes *bytes, GError **error)
{
  g_autoptr (CorNetwork) net = NULL;
  Header header;
  Layout layout;
  gsize size;
  gconstpointer data = g_bytes_get_data (bytes, &size);

  memset (&header, 0, sizeof header);
  memcpy (&header, data, MIN (size, sizeof header));
  if (size >= sizeof header && header.version != FILE_VERSION)
    {
      g_set_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_VERSION,
                   header.version < FILE_VERSION
                     ? _("%s: built by an earlier version of the program, which had no heights; build it again from the extract")
                     : _("%s: built by another version of the program; build it again"),
                   path);
      return NULL;
    }
  if (size >= sizeof header && header_fits (&header, size, &layout))
    net = map_arrays (&header, &layout, bytes);
  if (net == NULL || net->names[net->names_size - 1] != '\0' || !edges_are_sound (net)
      || !arcs_are_sound (net) || !points_are_sound (net->nodes, net->n_nodes)
      || !points_are_sound (net->points, net->n_points) || !heights_are_sound (net))
    {
      g_set_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_FORMAT,
                   _("%s: the network is damaged or cut off; build it again"), path);
      return NULL;
    }
  net->name = g_strdup (net->names + header.name);
  net->title_en = g_strdup (net->names + header.title_en);
  net->title_zh = g_strdup (net->names + header.title_zh);
  net->attribution = g_strdup (net->names + header.attribution);
  return g_steal_pointer (&net);
}

typedef struct
{
  int fd;
  int code; /* of the first thing that went wrong, 0 so far */
  CorNetworkFileProgress progress;
  gpointer data;
  gsize size, done; /* of the whole file */
  GError *stopped;
} Writer;

static void
put_bytes (Writer *writer, const char *data, gsize size)
{
  while (size > 0 && writer->code == 0 && writer->stopped == NULL)
    {
      gssize done = write (writer->fd, data, MIN (size, WRITE_AT_ONCE));

      if (done < 0 && errno != EINTR)
        writer->code = errno;
      else if (done > 0)
        data += done, size -= (gsize) done, writer->done += (gsize) done;
      writer->progress (writer->data, (double) writer->done / (double) writer->size, &writer->stopped);
    }
}

static void
put (Writer *writer, gconstpointer data, gsize size)
{
  static const char zeros[8] = { 0 };

  put_bytes (writer, data, size);
  put_bytes (writer, zeros, (8 - size % 8) % 8);
}

static guint32
put_text (GString *names, const char *text)
{
  guint32 offset = names->len;

  g_string_append_len (names, text, strlen (text) + 1);
  return offset;
}

static void
put_network (Writer *writer, const CorNetwork *net)
{
  g_autoptr (GString) names = g_string_new_len (net->names, net->names_size);
  Header header = { .magic = FILE_MAGIC, .version = FILE_VERSION, .indicative = net->indicative,
                    .key = net->key, .n_nodes = net->n_nodes, .n_edges = net->n_edges,
                    .n_arcs = net->n_arcs, .n_points = net->n_points, .n_limits = net->n_limits,
                    .has_heights = net->heights != NULL };

  header.name = put_text (names, net->name);
  header.title_en = put_text (names, net->title_en);
  header.title_zh = put_text (names, net->title_zh);
  header.attribution = put_text (names, net->attribution);
  header.names_size = names->len;
  header.size = writer->size = make_layout (&header).end;
  put (writer, &header, sizeof header);
  put (writer, net->nodes, net->n_nodes * sizeof (CorFixed));
  put (writer, net->edges, net->n_edges * sizeof (CorEdge));
  put (writer, net->arcs, net->n_arcs * sizeof (CorArc));
  put (writer, net->points, net->n_points * sizeof (CorFixed));
  if (net->heights != NULL)
    put (writer, net->heights, net->n_points * sizeof (float));
  put (writer, net->limits, net->n_limits * sizeof (CorLimit));
  put (writer, names->str, names->len);
}

gboolean
cor_network_file_set_error (const char *path, int code, GError **error)
{
  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_SPACE,
                 _ ("%s: there is no room on the disk; what was there before is untouched"), path);
  else
    g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), _ ("%s: could not be written: %s"), path,
                 g_strerror (code));
  return FALSE;
}

gboolean
cor_network_file_write (const CorNetwork *net, const char *path, CorNetworkFileProgress progress, gpointer data, GError **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.%08x.tmp", path, g_random_int ());
  Writer writer = { .fd = g_open (temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666), .progress = progress, .data = data };

  if (writer.fd < 0)
    return cor_network_file_set_error (path, errno, error);
  put_network (&writer, net);
  if (writer.code == 0 && writer.stopped == NULL && fsync (writer.fd) != 0)
    writer.code = errno;
  if (close (writer.fd) != 0 && writer.code == 0)
    writer.code = errno;
  if (writer.code == 0 && writer.stopped == NULL && g_rename (temporary, path) != 0)
    writer.code = errno;
  if (writer.code == 0 && writer.stopped == NULL)
    return TRUE;
  g_unlink (temporary);
  if (writer.stopped != NULL)
    {
      g_propagate_error (error, writer.stopped);
      return FALSE;
    }
  return cor_network_file_set_error (path, writer.code, error);
}
