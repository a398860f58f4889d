/* cor-osm-pbf.c: reads OpenStreetMap's binary form, block by block.
 *
 * The form: https://wiki.openstreetmap.org/wiki/PBF_Format. Its limits (64 KiB a header, 32 MiB a
 * block) are kept, and no length in the file is believed before it was compared with what is there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-osm-block.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <zlib.h>

#define MAX_HEADER (64 * 1024)
#define MAX_BLOB   (32 * 1024 * 1024)

static gboolean
inflate_blob (CorOsmBlock *pbf, CorWire packed, guint64 raw_size, CorWire *out)
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
  *out = (CorWire){ pbf->data, pbf->data + size, FALSE };
  return TRUE;
}

/* Unpacks a blob into the bytes of its block. */
static gboolean
open_blob (CorOsmBlock *pbf, gsize size, CorWire *out, GError **error)
{
  CorWire wire = { pbf->blob, pbf->blob + size, FALSE };
  CorWire packed = { 0 };
  guint64 raw_size = 0;
  guint field, type;

  while (cor_wire_field (&wire, &field, &type))
    if (field == 1 && type == COR_WIRE_BYTES)
      {
        *out = cor_wire_bytes (&wire);
        if (!wire.bad)
          return TRUE;
      }
    else if (field == 2 && type == COR_WIRE_VARINT)
      raw_size = cor_wire_varint (&wire);
    else if (field == 3 && type == COR_WIRE_BYTES)
      packed = cor_wire_bytes (&wire);
    else if (type == COR_WIRE_BYTES && field >= 4 && field <= 7)
      return cor_osm_fail (pbf->input, _("packed in a way other than zlib; pack it again with zlib"),
                           error);
    else
      cor_wire_skip (&wire, type);
  if (wire.bad || !inflate_blob (pbf, packed, raw_size, out))
    return cor_osm_fail (pbf->input, _("the file is damaged; download it again"), error);
  return TRUE;
}

/* Whether the header asks only for what is known here. */
static gboolean
read_header_block (CorOsmBlock *pbf, CorWire wire, GError **error)
{
  guint field, type;

  while (cor_wire_field (&wire, &field, &type))
    if (field == 4 && type == COR_WIRE_BYTES)
      {
        CorWire text = cor_wire_bytes (&wire);
        g_autofree char *feature = g_strndup ((const char *) text.at, text.end - text.at);

        if (!g_str_equal (feature, "OsmSchema-V0.6") && !g_str_equal (feature, "DenseNodes"))
          return cor_osm_fail (pbf->input, _("the file asks for a feature that is not known here; take an extract of the map as it is today, without its history"), error);
      }
    else
      cor_wire_skip (&wire, type);
  return !wire.bad || cor_osm_fail (pbf->input, _("the file is damaged; download it again"), error);
}

/* Reads the length and the header before a blob: its kind and size; kind 0 at the end. */
static gboolean
read_blob_header (CorOsmBlock *pbf, char *kind, gsize *size, GError **error)
{
  guint8 length[4];
  guint8 header[MAX_HEADER];
  gssize got = cor_osm_input_read (pbf->input, length, 4, error);
  gsize n = (gsize) length[0] << 24 | length[1] << 16 | length[2] << 8 | length[3];
  CorWire wire = { header, header, FALSE };
  guint field, type;

  *kind = 0;
  if (got <= 0)
    return got == 0;
  if (got < 4 || n == 0 || n > MAX_HEADER)
    return cor_osm_fail (pbf->input, _("the file is damaged or cut off; download it again"), error);
  got = cor_osm_input_read (pbf->input, header, n, error);
  if (got < 0)
    return FALSE;
  if ((gsize) got < n)
    return cor_osm_fail (pbf->input, _("the file is cut off; download it again"), error);
  wire.end = header + n;
  *kind = '?';
  *size = 0;
  while (cor_wire_field (&wire, &field, &type))
    if (field == 1 && type == COR_WIRE_BYTES)
      {
        CorWire text = cor_wire_bytes (&wire);

        if (text.end - text.at == 9 && memcmp (text.at, "OSMHeader", 9) == 0)
          *kind = 'H';
        else if (text.end - text.at == 7 && memcmp (text.at, "OSMData", 7) == 0)
          *kind = 'D';
      }
    else if (field == 3 && type == COR_WIRE_VARINT)
      *size = cor_wire_varint (&wire);
    else
      cor_wire_skip (&wire, type);
  if (wire.bad || *size == 0 || *size > MAX_BLOB)
    return cor_osm_fail (pbf->input, _("the file is damaged; download it again"), error);
  return TRUE;
}

static gboolean
read_blob (CorOsmBlock *pbf, char kind, gsize size, GError **error)
{
  CorWire block = { 0 };
  gssize got;

  if (size > pbf->blob_size)
    {
      pbf->blob = g_realloc (pbf->blob, size);
      pbf->blob_size = size;
    }
  got = cor_osm_input_read (pbf->input, pbf->blob, size, error);
  if (got < 0)
    return FALSE;
  if ((gsize) got < size)
    return cor_osm_fail (pbf->input, _("the file is cut off; download it again"), error);
  if (kind == '?')
    return TRUE;
  if (!open_blob (pbf, size, &block, error))
    return FALSE;
  if (kind == 'H')
    return read_header_block (pbf, block, error);
  return cor_osm_block_read (pbf, block) || cor_osm_fail (pbf->input, _("the file is damaged; download it again"), error);
}

gboolean
cor_osm_read_pbf (CorOsmInput *input, GError **error)
{
  CorOsmBlock pbf = { .input = input };
  gboolean ok;
  gsize size = 0;
  char kind;

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
