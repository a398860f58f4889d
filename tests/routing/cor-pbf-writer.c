/* cor-pbf-writer.c: writes OpenStreetMap's binary form, as far as the tests need it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-pbf-writer.h"

#include <string.h>
#include <zlib.h>

static const char *const strings[]
    = { "", "highway", "primary", "oneway", "yes", "type", "restriction", "no_straight_on", "from",
        "via", "to" };

static void
put_varint (GByteArray *out, guint64 value)
{
  do
    {
      guint8 byte = (value & 0x7f) | (value > 0x7f ? 0x80 : 0);

      g_byte_array_append (out, &byte, 1);
      value >>= 7;
    }
  while (value > 0);
}

static void
put_signed (GByteArray *out, gint64 value)
{
  put_varint (out, ((guint64) value << 1) ^ (guint64) (value >> 63));
}

static void
put_number (GByteArray *out, guint field, guint64 value)
{
  put_varint (out, field << 3);
  put_varint (out, value);
}

static void
put_bytes (GByteArray *out, guint field, gconstpointer data, gsize size)
{
  put_varint (out, field << 3 | 2);
  put_varint (out, size);
  g_byte_array_append (out, data, size);
}

/* Puts what was gathered, and forgets it. */
static void
put_part (GByteArray *out, guint field, GByteArray *part)
{
  put_bytes (out, field, part->data, part->len);
  g_byte_array_unref (part);
}

static GByteArray *
numbers (const guint64 *values, guint n)
{
  GByteArray *out = g_byte_array_new ();

  for (guint i = 0; i < n; i++)
    put_varint (out, values[i]);
  return out;
}

static GByteArray *
differences (const gint64 *values, guint n)
{
  GByteArray *out = g_byte_array_new ();

  for (guint i = 0; i < n; i++)
    put_signed (out, values[i] - (i > 0 ? values[i - 1] : 0));
  return out;
}

/* In units of 1000 nanodegrees. */
static const gint64 ids[] = { 100, 101, 102, 110, 111, 112, 200, 201 };
static const gint64 lons[] = { 0, 10000, 20000, 0, 10000, 20000, -10000, 30000 };
static const gint64 lats[] = { 0, 0, 0, 10000, 10000, 10000, 0, 0 };

static void
put_nodes (GByteArray *group, gboolean dense)
{
  GByteArray *part = g_byte_array_new ();

  if (dense)
    {
      put_part (part, 1, differences (ids, G_N_ELEMENTS (ids)));
      put_part (part, 8, differences (lats, G_N_ELEMENTS (ids)));
      put_part (part, 9, differences (lons, G_N_ELEMENTS (ids)));
      put_part (group, 2, part);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    {
      g_byte_array_set_size (part, 0);
      put_varint (part, 1 << 3);
      put_signed (part, ids[i]);
      put_varint (part, 8 << 3);
      put_signed (part, lats[i]);
      put_varint (part, 9 << 3);
      put_signed (part, lons[i]);
      put_bytes (group, 1, part->data, part->len);
    }
  g_byte_array_unref (part);
}

static void
put_way (GByteArray *group, guint64 id, const gint64 *nodes, guint n, gboolean oneway)
{
  static const guint64 keys[] = { 1, 3 };
  static const guint64 values[] = { 2, 4 };
  GByteArray *part = g_byte_array_new ();

  put_number (part, 1, id);
  put_part (part, 2, numbers (keys, oneway ? 2 : 1));
  put_part (part, 3, numbers (values, oneway ? 2 : 1));
  put_part (part, 8, differences (nodes, n));
  put_part (group, 3, part);
}

static void
put_turn (GByteArray *group)
{
  static const guint64 keys[] = { 5, 6 };
  static const guint64 values[] = { 6, 7 };
  static const guint64 roles[] = { 8, 9, 10 };
  static const gint64 members[] = { 9, 100, 1 };
  static const guint64 kinds[] = { 1, 0, 1 };
  GByteArray *part = g_byte_array_new ();

  put_number (part, 1, 1);
  put_part (part, 2, numbers (keys, 2));
  put_part (part, 3, numbers (values, 2));
  put_part (part, 8, numbers (roles, 3));
  put_part (part, 9, differences (members, 3));
  put_part (part, 10, numbers (kinds, 3));
  put_part (group, 4, part);
}

static void
put_blob (GByteArray *file, const char *kind, GByteArray *block, gboolean packed)
{
  GByteArray *blob = g_byte_array_new ();
  GByteArray *header = g_byte_array_new ();
  guint8 length[4] = { 0 };

  if (packed)
    {
      uLongf size = compressBound (block->len);
      g_autofree guint8 *data = g_malloc (size);

      g_assert_cmpint (compress (data, &size, block->data, block->len), ==, Z_OK);
      put_number (blob, 2, block->len);
      put_bytes (blob, 3, data, size);
    }
  else
    put_bytes (blob, 1, block->data, block->len);
  put_bytes (header, 1, kind, strlen (kind));
  put_number (header, 3, blob->len);
  length[3] = header->len;
  g_byte_array_append (file, length, 4);
  g_byte_array_append (file, header->data, header->len);
  g_byte_array_append (file, blob->data, blob->len);
  g_byte_array_unref (blob);
  g_byte_array_unref (header);
  g_byte_array_unref (block);
}

static GByteArray *
header_block (const char *needs)
{
  GByteArray *block = g_byte_array_new ();

  put_bytes (block, 4, "OsmSchema-V0.6", strlen ("OsmSchema-V0.6"));
  put_bytes (block, 4, "DenseNodes", strlen ("DenseNodes"));
  if (needs != NULL)
    put_bytes (block, 4, needs, strlen (needs));
  return block;
}

GByteArray *
pbf_map (const PbfForm *form, gboolean no_straight_on)
{
  static const gint64 south[] = { 100, 101, 102 };
  static const gint64 north[] = { 100, 110, 111, 112, 102 };
  static const gint64 east[] = { 102, 201 };
  static const gint64 west[] = { 200, 100 };
  GByteArray *file = g_byte_array_new ();
  GByteArray *table = g_byte_array_new ();
  GByteArray *block = g_byte_array_new ();
  GByteArray *group = g_byte_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    put_bytes (table, 1, strings[i], strlen (strings[i]));
  put_part (block, 1, table);
  put_nodes (group, form->dense);
  put_part (block, 2, group);
  group = g_byte_array_new ();
  put_way (group, 1, south, 3, TRUE);
  put_way (group, 2, north, 5, FALSE);
  put_way (group, 8, east, 2, FALSE);
  put_way (group, 9, west, 2, FALSE);
  put_part (block, 2, group);
  group = g_byte_array_new ();
  if (no_straight_on)
    put_turn (group);
  put_part (block, 2, group);
  put_number (block, 17, 1000);
  put_number (block, 18, 1000);
  put_blob (file, "OSMHeader", header_block (form->needs), form->packed);
  put_blob (file, "OSMData", block, form->packed);
  return file;
}
