/* cor-data-dir.c: where the files that come with the program are.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-dir.h"

#include "cor-config.h"

#include <string.h>

/* Whether the running program lies in the build tree it was made in. */
static gboolean
runs_from_build_tree (void)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);

  return self != NULL && g_str_has_prefix (self, COR_BUILD_ROOT G_DIR_SEPARATOR_S);
}

char *
cor_data_dir (void)
{
  const char *given = g_getenv ("CORRIDOR_DATADIR");

  if (given != NULL && *given != '\0')
    return g_strdup (given);
  return g_strdup (runs_from_build_tree () ? COR_SOURCE_DATADIR : COR_INSTALL_DATADIR);
}

char *
cor_data_file (const char *first, ...)
{
  g_autofree char *dir = cor_data_dir ();
  g_autofree char *rest = NULL;
  va_list args;

  va_start (args, first);
  rest = g_build_filename_valist (first, &args);
  va_end (args);
  return g_build_filename (dir, rest, NULL);
}

const char *
cor_data_locale_dir (void)
{
  return runs_from_build_tree () ? COR_BUILD_LOCALEDIR : COR_INSTALL_LOCALEDIR;
}
