/* cor-heights.c: heights of the ground from a folder of SRTM tiles.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-heights.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* What a tile has a side, and what stands for no sample. */
#define SIDE_SRTM1 3601
#define SIDE_SRTM3 1201
#define NO_SAMPLE  (-32768)

/* Heights are smoothed over this distance, metres: about a sample of SRTM3 (own estimate, so that an
 * error of 3 m a sample makes slopes of some tenths of a per cent). */
#define SMOOTH_M 100.0
#define STEP_M   50.0
#define STEPS    3 /* to each side */

/* Metres of a degree of latitude: the mean radius of the earth, 6371.0088 km, times pi / 180. */
#define METRES_PER_DEGREE 111195.08

/* An opened tile; without bytes where it is not there. */
typedef struct
{
  GMappedFile *file;
  const guint8 *samples;
  guint side;
} Tile;

struct _CorHeights
{
  char *folder;
  GHashTable *tiles; /* by whole degrees, see tile_key() */
  GPtrArray *missing;
  GError *fault;
  int last_key;
  const Tile *last;
};

static void
tile_free (gpointer data)
{
  Tile *tile = data;

  g_clear_pointer (&tile->file, g_mapped_file_unref);
  g_free (tile);
}

static gboolean
has_tiles (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *lower = g_ascii_strdown (name, -1);

      if (g_str_has_suffix (lower, ".hgt"))
        return TRUE;
    }
  g_set_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_EMPTY,
               _ ("%s: has no .hgt file; heights are SRTM tiles such as N22E113.hgt"), folder);
  return FALSE;
}

CorHeights *
cor_heights_open (const char *folder, GError **error)
{
  CorHeights *heights;

  if (!has_tiles (folder, error))
    return NULL;
  heights = g_new0 (CorHeights, 1);
  heights->folder = g_strdup (folder);
  heights->tiles = g_hash_table_new_full (NULL, NULL, NULL, tile_free);
  heights->missing = g_ptr_array_new_with_free_func (g_free);
  return heights;
}

void
cor_heights_free (CorHeights *heights)
{
  g_free (heights->folder);
  g_hash_table_unref (heights->tiles);
  g_ptr_array_unref (heights->missing);
  g_clear_error (&heights->fault);
  g_free (heights);
}

/* Above 0 for every place on earth. */
static int
tile_key (int south, int west)
{
  return (south + 91) * 1000 + west + 181;
}

static GMappedFile *
map_tile (const CorHeights *heights, const char *name)
{
  static const char *const endings[] = { ".hgt", ".HGT" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *file = g_strconcat (name, endings[i], NULL);
      g_autofree char *path = g_build_filename (heights->folder, file, NULL);
      GMappedFile *mapped = g_mapped_file_new (path, FALSE, NULL);

      if (mapped != NULL)
        return mapped;
    }
  return NULL;
}

static Tile *
open_tile (CorHeights *heights, int south, int west)
{
  Tile *tile = g_new0 (Tile, 1);
  g_autofree char *name = g_strdup_printf ("%c%02d%c%03d", south < 0 ? 'S' : 'N', ABS (south), west < 0 ? 'W' : 'E', ABS (west));
  gsize size;

  tile->file = map_tile (heights, name);
  if (tile->file == NULL)
    {
      g_ptr_array_add (heights->missing, g_strconcat (name, ".hgt", NULL));
      return tile;
    }
  size = g_mapped_file_get_length (tile->file);
  if (size == 2 * SIDE_SRTM1 * SIDE_SRTM1)
    tile->side = SIDE_SRTM1;
  else if (size == 2 * SIDE_SRTM3 * SIDE_SRTM3)
    tile->side = SIDE_SRTM3;
  else if (heights->fault == NULL)
    g_set_error (&heights->fault, COR_ROUTING_ERROR, COR_ROUTING_ERROR_FORMAT,
                 _ ("%s/%s.hgt: is no SRTM tile: %lu bytes instead of %d or %d"), heights->folder, name, (gulong) size,
                 2 * SIDE_SRTM3 * SIDE_SRTM3, 2 * SIDE_SRTM1 * SIDE_SRTM1);
  tile->samples = tile->side > 0 ? (const guint8 *) g_mapped_file_get_contents (tile->file) : NULL;
  return tile;
}

static const Tile *
tile_of (CorHeights *heights, int south, int west)
{
  int key = tile_key (south, west);
  Tile *tile;

  if (heights->last != NULL && heights->last_key == key)
    return heights->last;
  tile = g_hash_table_lookup (heights->tiles, GINT_TO_POINTER (key));
  if (tile == NULL)
    {
      tile = open_tile (heights, south, west);
      g_hash_table_insert (heights->tiles, GINT_TO_POINTER (key), tile);
    }
  heights->last = tile;
  heights->last_key = key;
  return tile;
}

static int
sample (const Tile *tile, guint row, guint column)
{
  const guint8 *at = tile->samples + 2 * ((gsize) row * tile->side + column);

  return (gint16) (at[0] << 8 | at[1]);
}

double
cor_heights_at (CorHeights *heights, CorLonLat place)
{
  double south = floor (place.lat), west = floor (place.lon);
  const Tile *tile;
  double y, x, sum = 0.0, weights = 0.0;
  guint row, column;

  if (!(fabs (place.lat) < 90.0) || !(fabs (place.lon) < 180.0))
    return NAN;
  tile = tile_of (heights, (int) south, (int) west);
  if (tile->samples == NULL)
    return NAN;
  y = (1.0 - (place.lat - south)) * (tile->side - 1);
  x = (place.lon - west) * (tile->side - 1);
  row = MIN ((guint) y, tile->side - 2);
  column = MIN ((guint) x, tile->side - 2);
  for (guint corner = 0; corner < 4; corner++)
    {
      guint down = corner / 2, right = corner % 2;
      int metres = sample (tile, row + down, column + right);
      double weight = (down ? y - row : 1.0 - (y - row)) * (right ? x - column : 1.0 - (x - column));

      if (metres == NO_SAMPLE)
        continue;
      sum += weight * metres;
      weights += weight;
    }
  return weights > 0.0 ? sum / weights : NAN;
}

double
cor_heights_smooth_at (CorHeights *heights, CorLonLat place)
{
  double north = STEP_M / METRES_PER_DEGREE;
  double east = north / MAX (0.01, cos (place.lat * G_PI / 180.0));
  double sum = 0.0, weights = 0.0;

  for (int row = -STEPS; row <= STEPS; row++)
    for (int column = -STEPS; column <= STEPS; column++)
      {
        CorLonLat at = { place.lon + column * east, place.lat + row * north };
        double away = STEP_M * STEP_M * (row * row + column * column);
        double weight = exp (-away / (2.0 * SMOOTH_M * SMOOTH_M));
        double metres = cor_heights_at (heights, at);

        if (isnan (metres))
          continue;
        sum += weight * metres;
        weights += weight;
      }
  return weights > 0.0 ? sum / weights : NAN;
}

const GError *
cor_heights_fault (const CorHeights *heights)
{
  return heights->fault;
}

GPtrArray *
cor_heights_missing (CorHeights *heights)
{
  return heights->missing;
}
