/* cor-file-name.c: what files are called, as text.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-file-name.h"

char *
cor_file_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return name != NULL ? g_filename_display_name (name) : g_file_get_parse_name (file);
}
