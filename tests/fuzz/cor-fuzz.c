/* cor-fuzz.c: what the fuzz targets share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-fuzz.h"

#include <glib/gstdio.h>
#include <stdlib.h>

static char *folder;
static char *file;

static void
remove_file (void)
{
  g_unlink (file);
  g_rmdir (folder);
  g_clear_pointer (&file, g_free);
  g_clear_pointer (&folder, g_free);
}

const char *
cor_fuzz_file (const char *ending, const guint8 *data, size_t size)
{
  if (file == NULL)
    {
      g_autofree char *name = g_strconcat ("input", ending, NULL);

      folder = g_dir_make_tmp ("corridor-fuzz-XXXXXX", NULL);
      file = g_build_filename (folder, name, NULL);
      atexit (remove_file);
    }
  g_file_set_contents_full (file, (const char *) data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0600, NULL);
  return file;
}

int
LLVMFuzzerInitialize (int *argc, char ***argv)
{
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_WARNING | G_LOG_FATAL_MASK);
  return 0;
}
