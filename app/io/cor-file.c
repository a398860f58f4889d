/* cor-file.c: whole files, read with a limit and replaced so that no half of one is ever left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* Sets what the system says of @code behind what we were about to do. */
static void
set_system_error (GError **error, int code, const char *doing)
{
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code), "%s: %s", doing, g_strerror (code));
}

static gboolean
check_readable (int fd, gsize max_bytes, gsize *size, GError **error)
{
  struct stat about;

  if (fstat (fd, &about) != 0)
    {
      set_system_error (error, errno, _ ("cannot be read"));
      return FALSE;
    }
  if (!S_ISREG (about.st_mode))
    {
      g_set_error (error, COR_ERROR, COR_ERROR_PARSE, _ ("is not a file; give the path of a file"));
      return FALSE;
    }
  if ((guint64) about.st_size > max_bytes)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_TOO_LARGE,
                   _ ("is larger than %" G_GSIZE_FORMAT " MiB; the program does not read files of that size"),
                   max_bytes / 1024 / 1024);
      return FALSE;
    }
  *size = about.st_size;
  return TRUE;
}

GBytes *
cor_file_read (const char *path, gsize max_bytes, GError **error)
{
  g_autofree char *content = NULL;
  gsize size = 0, done = 0;
  int fd = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);

  if (fd < 0)
    {
      set_system_error (error, errno, _ ("cannot be opened"));
      return NULL;
    }
  if (!check_readable (fd, max_bytes, &size, error))
    {
      close (fd);
      return NULL;
    }
  content = g_malloc (size + 1);
  while (done < size)
    {
      gssize got = read (fd, content + done, size - done);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        {
          set_system_error (error, errno, _ ("cannot be read"));
          close (fd);
          return NULL;
        }
      if (got == 0)
        break;
      done += got;
    }
  close (fd);
  return g_bytes_new_take (g_steal_pointer (&content), done);
}
