/* cor-vector-geometry.c: the command stream of a vector tile feature, as parts of points.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-vector-geometry.h"

#include <glib/gi18n-lib.h>

enum
{
  COMMAND_MOVE_TO = 1,
  COMMAND_LINE_TO = 2,
  COMMAND_CLOSE_PATH = 7,
};

typedef struct
{
  const guint32 *commands;
  gsize n_commands;
  gsize next;
  guint32 x, y; /* unsigned, so that an overflow wraps as the specification's int32 does */
  CorGeometryType type;
  gboolean strict;
  guint version;
  GArray *points;
  GArray *ends;
  guint base; /* index of the feature's first point */
  guint part; /* index of the open part's first point */
  gboolean open;
  gboolean *fatal;
} Cursor;

static gboolean
fail (Cursor *c, gboolean fatal, GError **error, const char *what)
{
  *c->fatal = fatal;
  g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_GEOMETRY, "%s", what);
  return FALSE;
}

static guint32
unzigzag (guint32 value)
{
  return (value >> 1) ^ (0u - (value & 1u));
}

static gboolean
read_points (Cursor *c, guint32 count, gboolean own_parts, GError **error)
{
  if (count == 0)
    return fail (c, TRUE, error, _ ("a drawing command repeats zero times"));
  if (count > (c->n_commands - c->next) / 2)
    return fail (c, TRUE, error, _ ("a drawing command has fewer coordinates than it claims"));

  for (guint32 i = 0; i < count; i++)
    {
      guint32 dx = unzigzag (c->commands[c->next++]);
      guint32 dy = unzigzag (c->commands[c->next++]);
      CorTilePoint p;

      if (c->open && !own_parts && dx == 0 && dy == 0 && c->strict)
        return fail (c, FALSE, error, _ ("two points of a line lie on the same spot"));
      c->x += dx;
      c->y += dy;
      p.x = (gint32) c->x;
      p.y = (gint32) c->y;
      g_array_append_val (c->points, p);
      if (own_parts)
        {
          guint end = c->points->len - c->base;

          g_array_append_val (c->ends, end);
        }
    }
  return TRUE;
}

/* Twice the signed area of the open ring; positive for an outer one, y pointing down. */
static double
ring_area (const Cursor *c)
{
  double area = 0.0;

  for (guint i = c->part; i < c->points->len; i++)
    {
      guint j = i + 1 < c->points->len ? i + 1 : c->part;
      const CorTilePoint *a = &g_array_index (c->points, CorTilePoint, i);
      const CorTilePoint *b = &g_array_index (c->points, CorTilePoint, j);

      area += (double) a->x * b->y - (double) b->x * a->y;
    }
  return area;
}

static gboolean
end_part (Cursor *c, gboolean closed, GError **error)
{
  guint length = c->points->len - c->part;
  guint end = c->points->len - c->base;

  if (c->type == COR_GEOMETRY_LINE && length < 2)
    return fail (c, TRUE, error, _ ("a line has fewer than two points"));
  if (c->type == COR_GEOMETRY_POLYGON && (!closed || length < 3))
    return fail (c, TRUE, error, _ ("a polygon's ring is not closed or has fewer than three points"));
  if (c->type == COR_GEOMETRY_POLYGON && c->ends->len == 0 && c->strict && ring_area (c) < 0.0)
    return fail (c, FALSE, error, _ ("a polygon starts with an inner ring"));
  g_array_append_val (c->ends, end);
  c->open = FALSE;
  return TRUE;
}

static gboolean
move_to (Cursor *c, guint32 count, GError **error)
{
  if (c->type == COR_GEOMETRY_POINT)
    return read_points (c, count, TRUE, error);
  if (c->open && !end_part (c, FALSE, error))
    return FALSE;
  if (count != 1)
    return fail (c, TRUE, error, _ ("a line or ring starts at several points"));
  c->part = c->points->len;
  if (!read_points (c, 1, FALSE, error))
    return FALSE;
  c->open = TRUE;
  return TRUE;
}

static gboolean
close_path (Cursor *c, guint32 count, GError **error)
{
  CorTilePoint first;

  if (!c->open || c->type == COR_GEOMETRY_POINT)
    return fail (c, TRUE, error, _ ("a path is closed that was not begun"));
  if (count != 1)
    return fail (c, TRUE, error, _ ("a path is closed other than once"));
  if (c->type == COR_GEOMETRY_POLYGON)
    return end_part (c, TRUE, error);
  if (c->version >= 2)
    return fail (c, TRUE, error, _ ("a line is closed like a ring"));
  first = g_array_index (c->points, CorTilePoint, c->part);
  g_array_append_val (c->points, first);
  return end_part (c, TRUE, error);
}

static gboolean
next_command (Cursor *c, GError **error)
{
  guint32 word = c->commands[c->next++];
  guint32 count = word >> 3;

  switch (word & 7)
    {
    case COMMAND_MOVE_TO:
      return move_to (c, count, error);
    case COMMAND_LINE_TO:
      if (!c->open)
        return fail (c, TRUE, error, _ ("a line has no start"));
      return read_points (c, count, FALSE, error);
    case COMMAND_CLOSE_PATH:
      return close_path (c, count, error);
    default:
      return fail (c, TRUE, error, _ ("a drawing command is unknown"));
    }
}

gboolean
cor_vector_geometry_decode (const guint32 *commands,
                            gsize n_commands,
                            CorGeometryType type,
                            guint version,
                            gboolean strict,
                            GArray *points,
                            GArray *ends,
                            gboolean *fatal,
                            GError **error)
{
  Cursor c = {
    .commands = commands,
    .n_commands = n_commands,
    .type = type,
    .strict = strict && version >= 2,
    .version = version,
    .points = points,
    .ends = ends,
    .base = points->len,
    .fatal = fatal,
  };

  *fatal = FALSE;
  if (n_commands == 0)
    return fail (&c, FALSE, error, _ ("a feature has no geometry"));
  while (c.next < n_commands)
    if (!next_command (&c, error))
      return FALSE;
  return !c.open || end_part (&c, FALSE, error);
}
