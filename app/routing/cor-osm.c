/* cor-osm.c: opens an OpenStreetMap file and finds out its form.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-osm.h"

#include "cor-wrong-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

const char *
cor_osm_tag (const CorOsmTag *tags, guint n_tags, const char *key)
{
  for (guint i = 0; i < n_tags; i++)
    if (strcmp (tags[i].key, key) == 0)
      return tags[i].value;
  return NULL;
}

gboolean
cor_osm_fail (const CorOsmInput *input, const char *what, GError **error)
{
  g_set_error (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_FORMAT, _("%s: at %.1f MB: %s"),
               input->path, input->read / 1e6, what);
  return FALSE;
}

gssize
cor_osm_input_read (CorOsmInput *input, gpointer buffer, gsize size, GError **error)
{
  gsize got = 0;

  if (!g_input_stream_read_all (input->stream, buffer, size, &got, NULL, error))
    return -1;
  input->read += got;
  if (input->handler->progress != NULL && input->size > 0
      && !input->handler->progress (input->handler->data, (double) input->read / input->size, error))
    return -1;
  return got;
}

static gboolean
looks_like_xml (const char *start, gsize n)
{
  gsize i = n >= 3 && memcmp (start, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (i < n && g_ascii_isspace (start[i]))
    i++;
  return i < n && start[i] == '<';
}

static gboolean
looks_like_pbf (const char *start, gsize n)
{
  return n >= 15 && memcmp (start, "\0\0\0", 3) == 0 && memcmp (start + 6, "OSMHeader", 9) == 0;
}

gboolean
cor_osm_read (const char *path, const CorOsmHandler *handler, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = NULL;
  g_autoptr (GFileInfo) info = NULL;
  CorOsmInput input = { .path = path, .handler = handler };
  char start[COR_WRONG_FILE_HEAD];
  gsize n = 0;

  if (cor_wrong_file_is_folder (path, COR_WANTED_EXTRACT, error)
      || (stream = g_file_read (file, NULL, error)) == NULL)
    return FALSE;
  info = g_file_input_stream_query_info (stream, G_FILE_ATTRIBUTE_STANDARD_SIZE, NULL, error);
  if (info == NULL)
    return FALSE;
  input.stream = G_INPUT_STREAM (stream);
  input.size = g_file_info_get_size (info);
  if (!g_input_stream_read_all (input.stream, start, sizeof start, &n, NULL, error)
      || !g_seekable_seek (G_SEEKABLE (stream), 0, G_SEEK_SET, NULL, error))
    return FALSE;
  if (looks_like_pbf (start, n))
    return cor_osm_read_pbf (&input, error);
  if (n >= 4 && memcmp (start, "BZh", 3) == 0)
    return cor_osm_read_xml (&input, TRUE, error);
  if (looks_like_xml (start, n) && !cor_wrong_file_is_page (start, n))
    return cor_osm_read_xml (&input, FALSE, error);
  return cor_wrong_file_set_error (path, start, n, COR_WANTED_EXTRACT, error);
}
