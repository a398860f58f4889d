/* fuzz-mbtiles.c: whole MBTiles files: what they say of themselves, and a tile of each level.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-fuzz.h"

#include "cor-tile-archive.h"

int
LLVMFuzzerTestOneInput (const guint8 *data, size_t size)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorTileArchive) archive = cor_tile_archive_open (cor_fuzz_file (".mbtiles", data, size), &error);

  g_assert_true ((archive == NULL) == (error != NULL));
  for (int z = 0; archive != NULL && z <= 3; z++)
    {
      G_GNUC_UNUSED g_autoptr (GBytes) tile = cor_tile_archive_read (archive, z, 0, 0, NULL);
      g_autoptr (GBytes) nearest = NULL;
      int found;

      nearest = cor_tile_archive_read_nearest (archive, z, (1 << z) - 1, 0, &found, NULL);
    }
  if (archive != NULL)
    g_assert_nonnull (cor_tile_archive_get_attribution (archive));
  return COR_FUZZ_KEEP;
}
