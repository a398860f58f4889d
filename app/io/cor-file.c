/* cor-file.c: whole files, read with a limit and replaced so that no half of one is ever left.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a program that died while saving left behind goes after so long. */
#define LITTER_AGE_S 60

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
                   _ ("is larger than %u MiB; the program does not read files of that size"),
                   (guint) (max_bytes / 1024 / 1024));
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

/* How what is being written is called until it is whole. */
#define TEMPORARY_DIGITS 8
#define TEMPORARY_ENDING ".tmp"

/* Whether @name is what a save of @base wrote to. */
static gboolean
is_litter_of (const char *name, const char *base)
{
  const char *rest = g_str_has_prefix (name, base) ? name + strlen (base) : "";

  if (*rest != '.' || strlen (rest) != 1 + TEMPORARY_DIGITS + strlen (TEMPORARY_ENDING))
    return FALSE;
  return strspn (rest + 1, "0123456789abcdef") == TEMPORARY_DIGITS
         && g_str_equal (rest + 1 + TEMPORARY_DIGITS, TEMPORARY_ENDING);
}

void
cor_file_remove_litter (const char *path, guint older_than_s)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_litter_of (name, base))
      {
        g_autofree char *litter = g_build_filename (folder, name, NULL);
        GStatBuf about;

        if (g_lstat (litter, &about) == 0 && S_ISREG (about.st_mode)
            && g_get_real_time () / G_USEC_PER_SEC - about.st_mtime >= older_than_s)
          g_unlink (litter);
      }
}

/* Opens a new file beside @path, whose name goes to @temporary. */
static int
open_beside (const char *path, mode_t mode, char **temporary)
{
  for (guint tries = 0; tries < 100; tries++)
    {
      int fd;

      g_free (*temporary);
      *temporary = g_strdup_printf ("%s.%08x" TEMPORARY_ENDING, path, g_random_int ());
      fd = g_open (*temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
      if (fd >= 0 || errno != EEXIST)
        return fd;
    }
  return -1;
}

static gboolean
write_all (int fd, GBytes *content)
{
  gsize size;
  const char *data = g_bytes_get_data (content, &size);

  for (gsize done = 0; done < size;)
    {
      gssize got = write (fd, data + done, size - done);

      if (got < 0 && errno == EINTR)
        continue;
      if (got < 0)
        return FALSE;
      done += got;
    }
  return fsync (fd) == 0;
}

/* Writes the content under a name of its own; 0 or an errno. */
static int
write_beside (const char *path, const struct stat *old, GBytes *content, char **temporary)
{
  int fd = open_beside (path, old != NULL ? 0600 : 0666, temporary);
  int code = 0;

  if (fd < 0)
    {
      code = errno;
      g_clear_pointer (temporary, g_free);
      return code;
    }
  /* As far as the file system has modes: a share of another computer may refuse to set one. */
  if (old != NULL)
    fchmod (fd, old->st_mode & 07777);
  if (!write_all (fd, content))
    code = errno;
  if (close (fd) != 0 && code == 0)
    code = errno;
  return code;
}

/* The old content under another name: a link where the file system has them, else a copy. */
static gboolean
copy_beside (const char *path, const struct stat *old, char **copy)
{
  g_autoptr (GBytes) content = NULL;

  for (guint tries = 0; tries < 100; tries++)
    {
      g_free (*copy);
      *copy = g_strdup_printf ("%s.%08x" TEMPORARY_ENDING, path, g_random_int ());
      if (link (path, *copy) == 0)
        return TRUE;
      if (errno != EEXIST)
        break;
    }
  g_clear_pointer (copy, g_free);
  content = cor_file_read (path, G_MAXSIZE, NULL);
  return content != NULL && write_beside (path, old, content, copy) == 0;
}

/* Keeps the old content under its name with a "~"; the backup before that stays until then. */
static gboolean
keep_backup (const char *path, const struct stat *old)
{
  g_autofree char *backup = g_strconcat (path, "~", NULL);
  g_autofree char *copy = NULL;
  gboolean kept = copy_beside (path, old, &copy) && g_rename (copy, backup) == 0;

  /* Two names of one file are not renamed; the one too many goes here as well. */
  if (copy != NULL)
    g_unlink (copy);
  return kept;
}

/* Brings the names in the folder to the disk; not every file system can, so nothing hangs on it. */
static void
sync_folder_of (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int fd = g_open (folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0);

  if (fd < 0)
    return;
  fsync (fd);
  close (fd);
}

/* The file that a chain of links ends in, or @path itself. */
static char *
follow_links (const char *path)
{
  char *end = realpath (path, NULL);
  char *copy = g_strdup (end ? end : path);

  free (end);
  return copy;
}

/* Says that nothing was written, and why, in a way that one can do something about. */
static void
set_write_error (GError **error, int code)
{
  if (code == ENOSPC || code == EDQUOT || code == EFBIG)
    g_set_error (error, COR_ERROR, COR_ERROR_NO_SPACE,
                 _ ("there is no room on the disk; what was there before is untouched"));
  else if (code == EROFS || code == EACCES || code == EPERM)
    g_set_error (error, COR_ERROR, COR_ERROR_READ_ONLY, _ ("may not be written; save under another name"));
  else
    set_system_error (error, code, _ ("could not be written; what was there before is untouched"));
}

/* Whether there may be something new at @target, as far as can be told before. */
static gboolean
check_writable (const char *target, gboolean exists, const struct stat *old, GError **error)
{
  if (!exists)
    return TRUE;
  if (!S_ISREG (old->st_mode))
    {
      g_set_error (error, COR_ERROR, COR_ERROR_PARSE, _ ("is not a file; give another name"));
      return FALSE;
    }
  /* Root may write what is marked as not to be written; who marked it meant it. */
  if (access (target, W_OK) != 0 || (old->st_mode & 0222) == 0)
    {
      set_write_error (error, EACCES);
      return FALSE;
    }
  return TRUE;
}

gboolean
cor_file_replace (const char *path, GBytes *content, gboolean backup, GError **error)
{
  g_autofree char *target = follow_links (path);
  g_autofree char *temporary = NULL;
  struct stat old;
  gboolean exists = g_stat (target, &old) == 0;
  int code;

  if (!check_writable (target, exists, &old, error))
    return FALSE;
  cor_file_remove_litter (target, LITTER_AGE_S);
  code = write_beside (target, exists ? &old : NULL, content, &temporary);
  if (code == 0 && exists && backup && !keep_backup (target, &old))
    {
      g_unlink (temporary);
      g_set_error (error, COR_ERROR, COR_ERROR_BACKUP,
                   _ ("no copy of the old file could be kept, so nothing was written"));
      return FALSE;
    }
  if (code == 0 && g_rename (temporary, target) != 0)
    code = errno;
  if (code == 0)
    {
      sync_folder_of (target);
      return TRUE;
    }
  if (temporary != NULL)
    g_unlink (temporary);
  set_write_error (error, code);
  return FALSE;
}
