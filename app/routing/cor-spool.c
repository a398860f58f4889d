/* cor-spool.c: what is put aside in a file without a name, and read again from its beginning.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-spool.h"

#include "cor-network-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BUFFER (256 * 1024)

struct _CorSpool
{
  char *beside;
  int fd;
  int code; /* of the first thing that went wrong, 0 so far */
  gsize n, used;
  gboolean reading; /* what is in the buffer came from the file */
  char buffer[BUFFER];
};

CorSpool *
cor_spool_new (const char *beside, GError **error)
{
  g_autofree char *name = g_strdup_printf ("%s.XXXXXX", beside);
  int fd = g_mkstemp (name);
  CorSpool *spool;

  if (fd < 0)
    {
      cor_network_file_set_error (beside, errno, error);
      return NULL;
    }
  g_unlink (name);
  spool = g_new (CorSpool, 1);
  spool->beside = g_strdup (beside);
  spool->fd = fd;
  spool->code = 0;
  spool->n = spool->used = 0;
  spool->reading = FALSE;
  return spool;
}

void
cor_spool_free (CorSpool *spool)
{
  close (spool->fd);
  g_free (spool->beside);
  g_free (spool);
}

/* Writes what has been put; what has been read stays where it is. */
static void
flush (CorSpool *spool)
{
  gsize done = 0;

  if (spool->reading)
    return;
  while (done < spool->n && spool->code == 0)
    {
      gssize wrote = write (spool->fd, spool->buffer + done, spool->n - done);

      if (wrote < 0 && errno != EINTR)
        spool->code = errno;
      else if (wrote > 0)
        done += (gsize) wrote;
    }
  spool->n = 0;
}

void
cor_spool_put (CorSpool *spool, gconstpointer data, gsize size)
{
  const char *from = data;

  g_return_if_fail (!spool->reading);

  while (size > 0)
    {
      gsize part = MIN (size, BUFFER - spool->n);

      memcpy (spool->buffer + spool->n, from, part);
      spool->n += part;
      from += part;
      size -= part;
      if (spool->n == BUFFER)
        flush (spool);
    }
}

gboolean
cor_spool_check (CorSpool *spool, GError **error)
{
  return spool->code == 0 || cor_network_file_set_error (spool->beside, spool->code, error);
}

gboolean
cor_spool_rewind (CorSpool *spool, GError **error)
{
  flush (spool);
  spool->reading = TRUE;
  spool->n = 0;
  if (spool->code == 0 && lseek (spool->fd, 0, SEEK_SET) < 0)
    spool->code = errno;
  spool->used = 0;
  return cor_spool_check (spool, error);
}

static gboolean
fill (CorSpool *spool)
{
  gssize got;

  do
    got = read (spool->fd, spool->buffer, BUFFER);
  while (got < 0 && errno == EINTR);
  if (got < 0)
    spool->code = errno;
  spool->n = got > 0 ? (gsize) got : 0;
  spool->used = 0;
  return got > 0;
}

gboolean
cor_spool_get (CorSpool *spool, gpointer data, gsize size)
{
  char *to = data;

  while (size > 0)
    {
      gsize part;

      if (spool->used == spool->n && !fill (spool))
        return FALSE;
      part = MIN (size, spool->n - spool->used);
      memcpy (to, spool->buffer + spool->used, part);
      spool->used += part;
      to += part;
      size -= part;
    }
  return TRUE;
}

gboolean
cor_spool_peek (CorSpool *spool, goffset at, gpointer data, gsize size)
{
  char *to = data;

  flush (spool);
  while (size > 0 && spool->code == 0)
    {
      gssize got = pread (spool->fd, to, size, at);

      if (got < 0 && errno != EINTR)
        spool->code = errno;
      else if (got == 0)
        spool->code = EIO;
      else if (got > 0)
        to += got, at += got, size -= (gsize) got;
    }
  return spool->code == 0;
}
