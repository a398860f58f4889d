/* cor-osm-pbf.c: reads OpenStreetMap's binary form.
 *
 * The form: https://wiki.openstreetmap.org/wiki/PBF_Format, in protocol buffers
 * (https://protobuf.dev/programming-guides/encoding/). Its limits (64 KiB a header, 32 MiB a
 * block) are kept, and no length in the file is believed before it was compared with what is there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-osm.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

#define MAX_HEADER (64 * 1024)
#define MAX_BLOB   (32 * 1024 * 1024)
#define MAX_PLACE  (G_GINT64_CONSTANT (1000) * G_MAXINT32) /* before offset and granularity */

/* A stretch of protocol buffer; bad once anything in it did not fit. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gboolean bad;
} Wire;

enum
{
  WIRE_VARINT = 0,
  WIRE_64 = 1,
  WIRE_BYTES = 2,
  WIRE_32 = 5
};

static guint64
get_varint (Wire *wire)
{
  guint64 value = 0;

  for (guint shift = 0; shift < 64; shift += 7)
    {
      guint8 byte;

      if (wire->at == wire->end)
        break;
      byte = *wire->at++;
      value |= (guint64) (byte & 0x7f) << shift;
      if ((byte & 0x80) == 0)
        return value;
    }
  wire->bad = TRUE;
  wire->at = wire->end;
  return 0;
}

static gint64
get_signed (Wire *wire)
{
  guint64 value = get_varint (wire);

  return (gint64) (value >> 1) ^ -(gint64) (value & 1);
}

/* The next field's number and its wire type; FALSE at the end. */
static gboolean
get_field (Wire *wire, guint *field, guint *type)
{
  guint64 key;

  if (wire->bad || wire->at == wire->end)
    return FALSE;
  key = get_varint (wire);
  *field = (guint) (key >> 3);
  *type = key & 7;
  return !wire->bad;
}

static Wire
get_bytes (Wire *wire)
{
  guint64 size = get_varint (wire);
  Wire bytes = { wire->at, wire->at, FALSE };

  if (size > (guint64) (wire->end - wire->at))
    {
      wire->bad = TRUE;
      wire->at = wire->end;
      return bytes;
    }
  bytes.end = wire->at + size;
  wire->at += size;
  return bytes;
}

static void
skip_field (Wire *wire, guint type)
{
  gsize size = type == WIRE_64 ? 8 : 4;

  if (type == WIRE_VARINT)
    get_varint (wire);
  else if (type == WIRE_BYTES)
    get_bytes (wire);
  else if ((type == WIRE_64 || type == WIRE_32) && size <= (gsize) (wire->end - wire->at))
    wire->at += size;
  else
    {
      wire->bad = TRUE;
      wire->at = wire->end;
    }
}

typedef struct
{
  CorOsmInput *input;
  guint8 *blob;
  guint8 *data;
  gsize data_size;
  GByteArray *strings; /* of the block, each ended by a zero */
  GArray *offsets;     /* guint32 into strings */
  GArray *tags;        /* CorOsmTag */
  GArray *nodes;       /* gint64 */
  GArray *members;     /* CorOsmMember */
  gint64 granularity, lon_offset, lat_offset;
  gboolean bad;
} Pbf;

static const char *
get_string (Pbf *pbf, guint64 index)
{
  if (index >= pbf->offsets->len)
    {
      pbf->bad = TRUE;
      return "";
    }
  return (const char *) pbf->strings->data + g_array_index (pbf->offsets, guint32, index);
}

static void
read_strings (Pbf *pbf, Wire wire)
{
  static const guint8 zero = 0;
  guint field, type;

  while (get_field (&wire, &field, &type))
    if (field == 1 && type == WIRE_BYTES)
      {
        Wire text = get_bytes (&wire);
        guint32 offset = pbf->strings->len;

        g_array_append_val (pbf->offsets, offset);
        g_byte_array_append (pbf->strings, text.at, text.end - text.at);
        g_byte_array_append (pbf->strings, &zero, 1);
      }
    else
      skip_field (&wire, type);
  pbf->bad |= wire.bad;
}

static void
add_tag (Pbf *pbf, guint64 key, guint64 value)
{
  CorOsmTag tag = { get_string (pbf, key), get_string (pbf, value) };

  g_array_append_val (pbf->tags, tag);
}

static void
add_tags (Pbf *pbf, Wire keys, Wire values)
{
  g_array_set_size (pbf->tags, 0);
  while (keys.at < keys.end && values.at < values.end)
    {
      guint64 key = get_varint (&keys);

      add_tag (pbf, key, get_varint (&values));
    }
  pbf->bad |= keys.bad || values.bad || keys.at != keys.end || values.at != values.end;
}

/* In the file: 1e-9 degrees after offset and granularity. */
static gboolean
place_of (const Pbf *pbf, gint64 lon, gint64 lat, CorFixed *at)
{
  gint64 x, y;

  if (lon < -MAX_PLACE || lon > MAX_PLACE || lat < -MAX_PLACE || lat > MAX_PLACE)
    return FALSE;
  x = (pbf->lon_offset + pbf->granularity * lon) / 100;
  y = (pbf->lat_offset + pbf->granularity * lat) / 100;

  if (ABS (x) > G_GINT64_CONSTANT (1800000000) || ABS (y) > G_GINT64_CONSTANT (900000000))
    return FALSE;
  *at = (CorFixed){ (gint32) x, (gint32) y };
  return TRUE;
}

static void
give_node (Pbf *pbf, gint64 id, gint64 lon, gint64 lat)
{
  const CorOsmHandler *handler = pbf->input->handler;
  CorFixed at;

  if (place_of (pbf, lon, lat, &at))
    handler->node (handler->data, id, at, (const CorOsmTag *) (gpointer) pbf->tags->data,
                   pbf->tags->len);
  else
    pbf->bad = TRUE;
}

static void
read_dense (Pbf *pbf, Wire wire)
{
  Wire ids = { 0 }, lats = { 0 }, lons = { 0 }, words = { 0 };
  gint64 id = 0, lat = 0, lon = 0;
  guint field, type;

  while (get_field (&wire, &field, &type))
    if (type == WIRE_BYTES && field == 1)
      ids = get_bytes (&wire);
    else if (type == WIRE_BYTES && field == 8)
      lats = get_bytes (&wire);
    else if (type == WIRE_BYTES && field == 9)
      lons = get_bytes (&wire);
    else if (type == WIRE_BYTES && field == 10)
      words = get_bytes (&wire);
    else
      skip_field (&wire, type);
  while (ids.at < ids.end && !pbf->bad)
    {
      id = (gint64) ((guint64) id + (guint64) get_signed (&ids));
      lat = (gint64) ((guint64) lat + (guint64) get_signed (&lats));
      lon = (gint64) ((guint64) lon + (guint64) get_signed (&lons));
      g_array_set_size (pbf->tags, 0);
      while (words.at < words.end)
        {
          guint64 key = get_varint (&words);

          if (key == 0)
            break;
          add_tag (pbf, key, get_varint (&words));
        }
      pbf->bad |= ids.bad || lats.bad || lons.bad || words.bad;
      if (!pbf->bad)
        give_node (pbf, id, lon, lat);
    }
  pbf->bad |= wire.bad;
}

static void
read_node (Pbf *pbf, Wire wire)
{
  Wire keys = { 0 }, values = { 0 };
  gint64 id = 0, lat = 0, lon = 0;
  guint field, type;

  while (get_field (&wire, &field, &type))
    if (field == 1 && type == WIRE_VARINT)
      id = get_signed (&wire);
    else if (field == 2 && type == WIRE_BYTES)
      keys = get_bytes (&wire);
    else if (field == 3 && type == WIRE_BYTES)
      values = get_bytes (&wire);
    else if (field == 8 && type == WIRE_VARINT)
      lat = get_signed (&wire);
    else if (field == 9 && type == WIRE_VARINT)
      lon = get_signed (&wire);
    else
      skip_field (&wire, type);
  pbf->bad |= wire.bad;
  add_tags (pbf, keys, values);
  if (!pbf->bad)
    give_node (pbf, id, lon, lat);
}

static void
read_way (Pbf *pbf, Wire wire)
{
  const CorOsmHandler *handler = pbf->input->handler;
  Wire keys = { 0 }, values = { 0 }, refs = { 0 };
  gint64 id = 0;
  gint64 node = 0;
  guint field, type;

  while (get_field (&wire, &field, &type))
    if (field == 1 && type == WIRE_VARINT)
      id = (gint64) get_varint (&wire);
    else if (field == 2 && type == WIRE_BYTES)
      keys = get_bytes (&wire);
    else if (field == 3 && type == WIRE_BYTES)
      values = get_bytes (&wire);
    else if (field == 8 && type == WIRE_BYTES)
      refs = get_bytes (&wire);
    else
      skip_field (&wire, type);
  add_tags (pbf, keys, values);
  g_array_set_size (pbf->nodes, 0);
  while (refs.at < refs.end)
    {
      node = (gint64) ((guint64) node + (guint64) get_signed (&refs));
      g_array_append_val (pbf->nodes, node);
    }
  pbf->bad |= wire.bad || refs.bad;
  if (!pbf->bad)
    handler->way (handler->data, id, (const gint64 *) (gpointer) pbf->nodes->data, pbf->nodes->len,
                  (const CorOsmTag *) (gpointer) pbf->tags->data, pbf->tags->len);
}

static void
read_members (Pbf *pbf, Wire roles, Wire ids, Wire types)
{
  gint64 id = 0;

  g_array_set_size (pbf->members, 0);
  while (ids.at < ids.end && roles.at < roles.end && types.at < types.end && !pbf->bad)
    {
      CorOsmMember member;
      guint64 kind = get_varint (&types);

      id = (gint64) ((guint64) id + (guint64) get_signed (&ids));
      member.id = id;
      member.kind = kind <= COR_OSM_RELATION ? kind : COR_OSM_RELATION;
      member.role = get_string (pbf, get_varint (&roles));
      g_array_append_val (pbf->members, member);
    }
  pbf->bad |= roles.bad || ids.bad || types.bad;
}

static void
read_relation (Pbf *pbf, Wire wire)
{
  const CorOsmHandler *handler = pbf->input->handler;
  Wire keys = { 0 }, values = { 0 }, roles = { 0 }, ids = { 0 }, types = { 0 };
  guint field, type;

  while (get_field (&wire, &field, &type))
    if (type == WIRE_BYTES && field == 2)
      keys = get_bytes (&wire);
    else if (type == WIRE_BYTES && field == 3)
      values = get_bytes (&wire);
    else if (type == WIRE_BYTES && field == 8)
      roles = get_bytes (&wire);
    else if (type == WIRE_BYTES && field == 9)
      ids = get_bytes (&wire);
    else if (type == WIRE_BYTES && field == 10)
      types = get_bytes (&wire);
    else
      skip_field (&wire, type);
  add_tags (pbf, keys, values);
  read_members (pbf, roles, ids, types);
  pbf->bad |= wire.bad;
  if (!pbf->bad)
    handler->relation (handler->data, (const CorOsmMember *) (gpointer) pbf->members->data,
                       pbf->members->len, (const CorOsmTag *) (gpointer) pbf->tags->data,
                       pbf->tags->len);
}

static void
read_group (Pbf *pbf, Wire wire)
{
  const CorOsmHandler *handler = pbf->input->handler;
  guint field, type;

  while (!pbf->bad && get_field (&wire, &field, &type))
    if (type == WIRE_BYTES && field == 1 && handler->node != NULL)
      read_node (pbf, get_bytes (&wire));
    else if (type == WIRE_BYTES && field == 2 && handler->node != NULL)
      read_dense (pbf, get_bytes (&wire));
    else if (type == WIRE_BYTES && field == 3 && handler->way != NULL)
      read_way (pbf, get_bytes (&wire));
    else if (type == WIRE_BYTES && field == 4 && handler->relation != NULL)
      read_relation (pbf, get_bytes (&wire));
    else
      skip_field (&wire, type);
  pbf->bad |= wire.bad;
}

/* The fields that say how to read the groups may stand behind them: two rounds. */
static gboolean
read_block (Pbf *pbf, Wire block)
{
  Wire wire = block;
  guint field, type;

  g_byte_array_set_size (pbf->strings, 0);
  g_array_set_size (pbf->offsets, 0);
  pbf->granularity = 100;
  pbf->lon_offset = pbf->lat_offset = 0;
  while (get_field (&wire, &field, &type))
    if (field == 1 && type == WIRE_BYTES)
      read_strings (pbf, get_bytes (&wire));
    else if (field == 17 && type == WIRE_VARINT)
      pbf->granularity = (gint64) (get_varint (&wire) % 1000000);
    else if (field == 19 && type == WIRE_VARINT)
      pbf->lat_offset = (gint64) get_varint (&wire) % G_GINT64_CONSTANT (1000000000000);
    else if (field == 20 && type == WIRE_VARINT)
      pbf->lon_offset = (gint64) get_varint (&wire) % G_GINT64_CONSTANT (1000000000000);
    else
      skip_field (&wire, type);
  pbf->bad |= wire.bad;
  wire = block;
  while (!pbf->bad && get_field (&wire, &field, &type))
    if (field == 2 && type == WIRE_BYTES)
      read_group (pbf, get_bytes (&wire));
    else
      skip_field (&wire, type);
  return !pbf->bad;
}

static gboolean
inflate_blob (Pbf *pbf, Wire packed, guint64 raw_size, Wire *out)
{
  uLongf size = raw_size;

  if (raw_size == 0 || raw_size > MAX_BLOB)
    return FALSE;
  if (raw_size > pbf->data_size)
    {
      pbf->data = g_realloc (pbf->data, raw_size);
      pbf->data_size = raw_size;
    }
  if (uncompress (pbf->data, &size, packed.at, packed.end - packed.at) != Z_OK || size != raw_size)
    return FALSE;
  *out = (Wire){ pbf->data, pbf->data + size, FALSE };
  return TRUE;
}

/* Unpacks a blob into the bytes of its block. */
static gboolean
open_blob (Pbf *pbf, gsize size, Wire *out, GError **error)
{
  Wire wire = { pbf->blob, pbf->blob + size, FALSE };
  Wire packed = { 0 };
  guint64 raw_size = 0;
  guint field, type;

  while (get_field (&wire, &field, &type))
    if (field == 1 && type == WIRE_BYTES)
      {
        *out = get_bytes (&wire);
        if (!wire.bad)
          return TRUE;
      }
    else if (field == 2 && type == WIRE_VARINT)
      raw_size = get_varint (&wire);
    else if (field == 3 && type == WIRE_BYTES)
      packed = get_bytes (&wire);
    else if (type == WIRE_BYTES && field >= 4 && field <= 7)
      return cor_osm_fail (pbf->input, _("packed in a way other than zlib; pack it again with zlib"),
                           error);
    else
      skip_field (&wire, type);
  if (wire.bad || !inflate_blob (pbf, packed, raw_size, out))
    return cor_osm_fail (pbf->input, _("the file is damaged"), error);
  return TRUE;
}

/* Whether the header asks only for what is known here. */
static gboolean
read_header_block (Pbf *pbf, Wire wire, GError **error)
{
  guint field, type;

  while (get_field (&wire, &field, &type))
    if (field == 4 && type == WIRE_BYTES)
      {
        Wire text = get_bytes (&wire);
        g_autofree char *feature = g_strndup ((const char *) text.at, text.end - text.at);

        if (!g_str_equal (feature, "OsmSchema-V0.6") && !g_str_equal (feature, "DenseNodes"))
          return cor_osm_fail (pbf->input, _("the file has a feature that is not known here"), error);
      }
    else
      skip_field (&wire, type);
  return !wire.bad || cor_osm_fail (pbf->input, _("the file is damaged"), error);
}

/* Reads the length and the header before a blob: its kind and size; kind 0 at the end. */
static gboolean
read_blob_header (Pbf *pbf, char *kind, gsize *size, GError **error)
{
  guint8 length[4];
  guint8 header[MAX_HEADER];
  gssize got = cor_osm_input_read (pbf->input, length, 4, error);
  gsize n = (gsize) length[0] << 24 | length[1] << 16 | length[2] << 8 | length[3];
  Wire wire = { header, header, FALSE };
  guint field, type;

  *kind = 0;
  if (got <= 0)
    return got == 0;
  if (got < 4 || n == 0 || n > MAX_HEADER)
    return cor_osm_fail (pbf->input, _("the file is damaged or cut off"), error);
  got = cor_osm_input_read (pbf->input, header, n, error);
  if (got < 0)
    return FALSE;
  if ((gsize) got < n)
    return cor_osm_fail (pbf->input, _("the file is cut off"), error);
  wire.end = header + n;
  *kind = '?';
  *size = 0;
  while (get_field (&wire, &field, &type))
    if (field == 1 && type == WIRE_BYTES)
      {
        Wire text = get_bytes (&wire);

        if (text.end - text.at == 9 && memcmp (text.at, "OSMHeader", 9) == 0)
          *kind = 'H';
        else if (text.end - text.at == 7 && memcmp (text.at, "OSMData", 7) == 0)
          *kind = 'D';
      }
    else if (field == 3 && type == WIRE_VARINT)
      *size = get_varint (&wire);
    else
      skip_field (&wire, type);
  if (wire.bad || *size == 0 || *size > MAX_BLOB)
    return cor_osm_fail (pbf->input, _("the file is damaged"), error);
  return TRUE;
}

static gboolean
read_blob (Pbf *pbf, char kind, gsize size, GError **error)
{
  gssize got = cor_osm_input_read (pbf->input, pbf->blob, size, error);
  Wire block = { 0 };

  if (got < 0)
    return FALSE;
  if ((gsize) got < size)
    return cor_osm_fail (pbf->input, _("the file is cut off"), error);
  if (kind == '?')
    return TRUE;
  if (!open_blob (pbf, size, &block, error))
    return FALSE;
  if (kind == 'H')
    return read_header_block (pbf, block, error);
  return read_block (pbf, block) || cor_osm_fail (pbf->input, _("the file is damaged"), error);
}

gboolean
cor_osm_read_pbf (CorOsmInput *input, GError **error)
{
  Pbf pbf = { .input = input };
  gboolean ok;
  gsize size = 0;
  char kind;

  pbf.blob = g_malloc (MAX_BLOB);
  pbf.strings = g_byte_array_new ();
  pbf.offsets = g_array_new (FALSE, FALSE, sizeof (guint32));
  pbf.tags = g_array_new (FALSE, FALSE, sizeof (CorOsmTag));
  pbf.nodes = g_array_new (FALSE, FALSE, sizeof (gint64));
  pbf.members = g_array_new (FALSE, FALSE, sizeof (CorOsmMember));
  do
    {
      ok = read_blob_header (&pbf, &kind, &size, error);
      if (ok && kind != 0)
        ok = read_blob (&pbf, kind, size, error);
    }
  while (ok && kind != 0);
  g_free (pbf.blob);
  g_free (pbf.data);
  g_byte_array_unref (pbf.strings);
  g_array_unref (pbf.offsets);
  g_array_unref (pbf.tags);
  g_array_unref (pbf.nodes);
  g_array_unref (pbf.members);
  return ok;
}
