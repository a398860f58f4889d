/* cor-tile-probe.c: whether the tiles of a map file can be drawn at all, before it is chosen.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-raster-tile.h"
#include "cor-tile-archive.h"
#include "cor-vector-tile.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
can_draw (CorTileArchive *archive, GBytes *tile, int z, int x, int y, GError **error)
{
  g_autoptr (CorVectorTile) vector = NULL;
  cairo_surface_t *nowhere;
  gboolean drawn;
  cairo_t *cr;

  if (cor_tile_archive_get_kind (archive) == COR_TILE_KIND_VECTOR)
    {
      vector = cor_vector_tile_decode (tile, 0, error);
      return vector != NULL;
    }
  nowhere = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, 8, 8);
  cr = cairo_create (nowhere);
  drawn = cor_raster_tile_paint (tile, cr, z, x, y, z, error);
  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);
  return drawn;
}

/* What is wrong with a tile, without the file's name. */
static const char *
of_tile (CorTileArchive *archive, const char *message)
{
  const char *path = cor_tile_archive_get_path (archive);

  return g_str_has_prefix (message, path) ? message + strlen (path) + strlen (": ") : message;
}

gboolean
cor_tile_archive_probe (CorTileArchive *archive, GError **error)
{
  g_autoptr (GArray) places = NULL;
  g_autoptr (GError) why = NULL;

  g_return_val_if_fail (archive != NULL, FALSE);

  places = cor_tile_archive_some_places (archive);
  for (guint i = 0; i < places->len; i++)
    {
      const CorTilePlace *at = &g_array_index (places, CorTilePlace, i);
      g_autoptr (GBytes) tile = NULL;

      g_clear_error (&why);
      tile = cor_tile_archive_read (archive, at->z, at->x, at->y, &why);
      if (tile != NULL && can_draw (archive, tile, at->z, at->x, at->y, &why))
        return TRUE;
    }
  if (why != NULL)
    g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_FORMAT,
                 _ ("%s: none of the tiles looked at can be drawn (%s); export the map again with PNG, JPEG or vector tiles"),
                 cor_tile_archive_get_path (archive), of_tile (archive, why->message));
  else
    g_set_error (error, COR_TILE_ERROR, COR_TILE_ERROR_FORMAT, _ ("%s: the map file has no tiles; export the map again"),
                 cor_tile_archive_get_path (archive));
  return FALSE;
}
