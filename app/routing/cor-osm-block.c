/* cor-osm-block.c: the nodes, ways and relations of one block of OpenStreetMap's binary form.
 *
 * The form: https://wiki.openstreetmap.org/wiki/PBF_Format.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-osm-block.h"

#define MAX_PLACE  (G_GINT64_CONSTANT (1000) * G_MAXINT32) /* before offset and granularity */

static const char *
get_string (CorOsmBlock *pbf, guint64 index)
{
  if (index >= pbf->offsets->len)
    {
      pbf->bad = TRUE;
      return "";
    }
  return (const char *) pbf->strings->data + g_array_index (pbf->offsets, guint32, index);
}

static void
read_strings (CorOsmBlock *pbf, CorWire wire)
{
  static const guint8 zero = 0;
  guint field, type;

  while (cor_wire_field (&wire, &field, &type))
    if (field == 1 && type == COR_WIRE_BYTES)
      {
        CorWire text = cor_wire_bytes (&wire);
        guint32 offset = pbf->strings->len;

        g_array_append_val (pbf->offsets, offset);
        g_byte_array_append (pbf->strings, text.at, text.end - text.at);
        g_byte_array_append (pbf->strings, &zero, 1);
      }
    else
      cor_wire_skip (&wire, type);
  pbf->bad |= wire.bad;
}

static void
add_tag (CorOsmBlock *pbf, guint64 key, guint64 value)
{
  CorOsmTag tag = { get_string (pbf, key), get_string (pbf, value) };

  g_array_append_val (pbf->tags, tag);
}

static void
add_tags (CorOsmBlock *pbf, CorWire keys, CorWire values)
{
  g_array_set_size (pbf->tags, 0);
  while (keys.at < keys.end && values.at < values.end)
    {
      guint64 key = cor_wire_varint (&keys);

      add_tag (pbf, key, cor_wire_varint (&values));
    }
  pbf->bad |= keys.bad || values.bad || keys.at != keys.end || values.at != values.end;
}

/* In the file: 1e-9 degrees after offset and granularity. */
static gboolean
place_of (const CorOsmBlock *pbf, gint64 lon, gint64 lat, CorFixed *at)
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
give_node (CorOsmBlock *pbf, gint64 id, gint64 lon, gint64 lat)
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
read_dense (CorOsmBlock *pbf, CorWire wire)
{
  CorWire ids = { 0 }, lats = { 0 }, lons = { 0 }, words = { 0 };
  gint64 id = 0, lat = 0, lon = 0;
  guint field, type;

  while (cor_wire_field (&wire, &field, &type))
    if (type == COR_WIRE_BYTES && field == 1)
      ids = cor_wire_bytes (&wire);
    else if (type == COR_WIRE_BYTES && field == 8)
      lats = cor_wire_bytes (&wire);
    else if (type == COR_WIRE_BYTES && field == 9)
      lons = cor_wire_bytes (&wire);
    else if (type == COR_WIRE_BYTES && field == 10)
      words = cor_wire_bytes (&wire);
    else
      cor_wire_skip (&wire, type);
  while (ids.at < ids.end && !pbf->bad)
    {
      id = (gint64) ((guint64) id + (guint64) cor_wire_signed (&ids));
      lat = (gint64) ((guint64) lat + (guint64) cor_wire_signed (&lats));
      lon = (gint64) ((guint64) lon + (guint64) cor_wire_signed (&lons));
      g_array_set_size (pbf->tags, 0);
      while (words.at < words.end)
        {
          guint64 key = cor_wire_varint (&words);

          if (key == 0)
            break;
          add_tag (pbf, key, cor_wire_varint (&words));
        }
      pbf->bad |= ids.bad || lats.bad || lons.bad || words.bad;
      if (!pbf->bad)
        give_node (pbf, id, lon, lat);
    }
  pbf->bad |= wire.bad;
}

static void
read_node (CorOsmBlock *pbf, CorWire wire)
{
  CorWire keys = { 0 }, values = { 0 };
  gint64 id = 0, lat = 0, lon = 0;
  guint field, type;

  while (cor_wire_field (&wire, &field, &type))
    if (field == 1 && type == COR_WIRE_VARINT)
      id = cor_wire_signed (&wire);
    else if (field == 2 && type == COR_WIRE_BYTES)
      keys = cor_wire_bytes (&wire);
    else if (field == 3 && type == COR_WIRE_BYTES)
      values = cor_wire_bytes (&wire);
    else if (field == 8 && type == COR_WIRE_VARINT)
      lat = cor_wire_signed (&wire);
    else if (field == 9 && type == COR_WIRE_VARINT)
      lon = cor_wire_signed (&wire);
    else
      cor_wire_skip (&wire, type);
  pbf->bad |= wire.bad;
  add_tags (pbf, keys, values);
  if (!pbf->bad)
    give_node (pbf, id, lon, lat);
}

static void
read_way (CorOsmBlock *pbf, CorWire wire)
{
  const CorOsmHandler *handler = pbf->input->handler;
  CorWire keys = { 0 }, values = { 0 }, refs = { 0 };
  gint64 id = 0;
  gint64 node = 0;
  guint field, type;

  while (cor_wire_field (&wire, &field, &type))
    if (field == 1 && type == COR_WIRE_VARINT)
      id = (gint64) cor_wire_varint (&wire);
    else if (field == 2 && type == COR_WIRE_BYTES)
      keys = cor_wire_bytes (&wire);
    else if (field == 3 && type == COR_WIRE_BYTES)
      values = cor_wire_bytes (&wire);
    else if (field == 8 && type == COR_WIRE_BYTES)
      refs = cor_wire_bytes (&wire);
    else
      cor_wire_skip (&wire, type);
  add_tags (pbf, keys, values);
  g_array_set_size (pbf->nodes, 0);
  while (refs.at < refs.end)
    {
      node = (gint64) ((guint64) node + (guint64) cor_wire_signed (&refs));
      g_array_append_val (pbf->nodes, node);
    }
  pbf->bad |= wire.bad || refs.bad;
  if (!pbf->bad)
    handler->way (handler->data, id, (const gint64 *) (gpointer) pbf->nodes->data, pbf->nodes->len,
                  (const CorOsmTag *) (gpointer) pbf->tags->data, pbf->tags->len);
}

static void
read_members (CorOsmBlock *pbf, CorWire roles, CorWire ids, CorWire types)
{
  gint64 id = 0;

  g_array_set_size (pbf->members, 0);
  while (ids.at < ids.end && roles.at < roles.end && types.at < types.end && !pbf->bad)
    {
      CorOsmMember member;
      guint64 kind = cor_wire_varint (&types);

      id = (gint64) ((guint64) id + (guint64) cor_wire_signed (&ids));
      member.id = id;
      member.kind = kind <= COR_OSM_RELATION ? kind : COR_OSM_RELATION;
      member.role = get_string (pbf, cor_wire_varint (&roles));
      g_array_append_val (pbf->members, member);
    }
  pbf->bad |= roles.bad || ids.bad || types.bad;
}

static void
read_relation (CorOsmBlock *pbf, CorWire wire)
{
  const CorOsmHandler *handler = pbf->input->handler;
  CorWire keys = { 0 }, values = { 0 }, roles = { 0 }, ids = { 0 }, types = { 0 };
  guint field, type;

  while (cor_wire_field (&wire, &field, &type))
    if (type == COR_WIRE_BYTES && field == 2)
      keys = cor_wire_bytes (&wire);
    else if (type == COR_WIRE_BYTES && field == 3)
      values = cor_wire_bytes (&wire);
    else if (type == COR_WIRE_BYTES && field == 8)
      roles = cor_wire_bytes (&wire);
    else if (type == COR_WIRE_BYTES && field == 9)
      ids = cor_wire_bytes (&wire);
    else if (type == COR_WIRE_BYTES && field == 10)
      types = cor_wire_bytes (&wire);
    else
      cor_wire_skip (&wire, type);
  add_tags (pbf, keys, values);
  read_members (pbf, roles, ids, types);
  pbf->bad |= wire.bad;
  if (!pbf->bad)
    handler->relation (handler->data, (const CorOsmMember *) (gpointer) pbf->members->data,
                       pbf->members->len, (const CorOsmTag *) (gpointer) pbf->tags->data,
                       pbf->tags->len);
}

static void
read_group (CorOsmBlock *pbf, CorWire wire)
{
  const CorOsmHandler *handler = pbf->input->handler;
  guint field, type;

  while (!pbf->bad && cor_wire_field (&wire, &field, &type))
    if (type == COR_WIRE_BYTES && field == 1 && handler->node != NULL)
      read_node (pbf, cor_wire_bytes (&wire));
    else if (type == COR_WIRE_BYTES && field == 2 && handler->node != NULL)
      read_dense (pbf, cor_wire_bytes (&wire));
    else if (type == COR_WIRE_BYTES && field == 3 && handler->way != NULL)
      read_way (pbf, cor_wire_bytes (&wire));
    else if (type == COR_WIRE_BYTES && field == 4 && handler->relation != NULL)
      read_relation (pbf, cor_wire_bytes (&wire));
    else
      cor_wire_skip (&wire, type);
  pbf->bad |= wire.bad;
}

/* The fields that say how to read the groups may stand behind them: two rounds. */
gboolean
cor_osm_block_read (CorOsmBlock *pbf, CorWire block)
{
  CorWire wire = block;
  guint field, type;

  g_byte_array_set_size (pbf->strings, 0);
  g_array_set_size (pbf->offsets, 0);
  pbf->granularity = 100;
  pbf->lon_offset = pbf->lat_offset = 0;
  while (cor_wire_field (&wire, &field, &type))
    if (field == 1 && type == COR_WIRE_BYTES)
      read_strings (pbf, cor_wire_bytes (&wire));
    else if (field == 17 && type == COR_WIRE_VARINT)
      pbf->granularity = (gint64) (cor_wire_varint (&wire) % 1000000);
    else if (field == 19 && type == COR_WIRE_VARINT)
      pbf->lat_offset = (gint64) cor_wire_varint (&wire) % G_GINT64_CONSTANT (1000000000000);
    else if (field == 20 && type == COR_WIRE_VARINT)
      pbf->lon_offset = (gint64) cor_wire_varint (&wire) % G_GINT64_CONSTANT (1000000000000);
    else
      cor_wire_skip (&wire, type);
  pbf->bad |= wire.bad;
  wire = block;
  while (!pbf->bad && cor_wire_field (&wire, &field, &type))
    if (field == 2 && type == COR_WIRE_BYTES)
      read_group (pbf, cor_wire_bytes (&wire));
    else
      cor_wire_skip (&wire, type);
  return !pbf->bad;
}
