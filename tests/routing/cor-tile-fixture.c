/* cor-tile-fixture.c: SRTM tiles of a ground that is known.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tile-fixture.h"

#include <glib/gstdio.h>
#include <math.h>

void
write_tile (const char *folder, const char *name, int south, int west, guint side, Ground ground)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree guint8 *bytes = g_malloc (2 * (gsize) side * side);

  for (guint row = 0; row < side; row++)
    for (guint column = 0; column < side; column++)
      {
        double lat = south + 1.0 - row / (double) (side - 1), lon = west + column / (double) (side - 1);
        double metres = ground (lon, lat);
        guint16 sample = (guint16) (gint16) (isnan (metres) ? -32768 : lround (metres));

        bytes[2 * ((gsize) row * side + column)] = (guint8) (sample >> 8);
        bytes[2 * ((gsize) row * side + column) + 1] = (guint8) sample;
      }
  g_assert_true (g_file_set_contents (path, (const char *) bytes, 2 * (gssize) side * side, NULL));
}

void
remove_folder (char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (folder);
  g_free (folder);
}
