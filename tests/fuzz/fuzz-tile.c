/* fuzz-tile.c: vector tiles, as they come out of an MBTiles file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-fuzz.h"

#include "cor-vector-tile.h"

/* Looks at everything the tile says it has. */
static gint64
walk (const CorVectorTile *tile)
{
  gint64 sum = 0;

  for (guint i = 0; i < cor_vector_tile_get_n_layers (tile); i++)
    {
      const CorVectorLayer *layer = cor_vector_tile_get_layer (tile, i);

      for (guint j = 0; j < layer->n_features; j++)
        {
          const CorVectorFeature *feature = layer->features + j;

          for (guint k = 0; k < feature->n_points; k++)
            sum += (gint64) feature->points[k].x ^ feature->points[k].y;
          for (guint k = 0; k < feature->n_parts; k++)
            g_assert_cmpuint (feature->ends[k], <=, feature->n_points);
          sum += cor_vector_layer_get_string (layer, feature, "name") != NULL;
          sum += cor_vector_layer_get_number (layer, feature, "rank", 0.0) > 0.0;
        }
    }
  return sum;
}

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);

  for (guint flags = COR_VECTOR_TILE_LENIENT; flags <= COR_VECTOR_TILE_STRICT; flags++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (CorVectorTile) tile = cor_vector_tile_decode (bytes, (CorVectorTileFlags) flags, &error);

      g_assert_true ((tile == NULL) == (error != NULL));
      if (tile != NULL)
        g_assert_cmpint (walk (tile), !=, G_MININT64);
    }
  return COR_FUZZ_KEEP;
}
