/* cor-osm-wire.h: reads protocol buffers, and believes no length in them.
 *
 * After https://protobuf.dev/programming-guides/encoding/.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A stretch of protocol buffer; bad once anything in it did not fit. */
typedef struct
{
  const guint8 *at;
  const guint8 *end;
  gboolean bad;
} CorWire;

enum
{
  COR_WIRE_VARINT = 0,
  COR_WIRE_64 = 1,
  COR_WIRE_BYTES = 2,
  COR_WIRE_32 = 5
};

static inline guint64
cor_wire_varint (CorWire *wire)
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

static inline gint64
cor_wire_signed (CorWire *wire)
{
  guint64 value = cor_wire_varint (wire);

  return (gint64) (value >> 1) ^ -(gint64) (value & 1);
}

/* The next field's number and its wire type; FALSE at the end. */
static inline gboolean
cor_wire_field (CorWire *wire, guint *field, guint *type)
{
  guint64 key;

  if (wire->bad || wire->at == wire->end)
    return FALSE;
  key = cor_wire_varint (wire);
  *field = (guint) (key >> 3);
  *type = key & 7;
  return !wire->bad;
}

static inline CorWire
cor_wire_bytes (CorWire *wire)
{
  guint64 size = cor_wire_varint (wire);
  CorWire bytes = { wire->at, wire->at, FALSE };

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

static inline void
cor_wire_skip (CorWire *wire, guint type)
{
  gsize size = type == COR_WIRE_64 ? 8 : 4;

  if (type == COR_WIRE_VARINT)
    cor_wire_varint (wire);
  else if (type == COR_WIRE_BYTES)
    cor_wire_bytes (wire);
  else if ((type == COR_WIRE_64 || type == COR_WIRE_32) && size <= (gsize) (wire->end - wire->at))
    wire->at += size;
  else
    {
      wire->bad = TRUE;
      wire->at = wire->end;
    }
}

G_END_DECLS
