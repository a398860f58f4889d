/* cor-file-view.c: how a file was last seen: its variant, and the baseline that was pinned.
 *
 * A file NAME.view each, NAME made of the URI: three lines (the URI, the variant shown, the variant pinned; both
 * empty for the base) and the state that was pinned, where it is another than what the pinned variant is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-file-view.h"

#include "cor-file.h"
#include "cor-state-file.h"

#include <glib/gstdio.h>

#define HEAD   "corridor-view 1"
#define ENDING ".view"

static char *
folder_of (const char *folder)
{
  return folder != NULL ? g_strdup (folder) : g_build_filename (g_get_user_state_dir (), "corridor", "views", NULL);
}

static char *
path_of (const char *folder, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, uri, -1);
  g_autofree char *name = g_strconcat (sum, ENDING, NULL);
  g_autofree char *place = folder_of (folder);

  return g_build_filename (place, name, NULL);
}

/* Its lines, where it is about @file; the state pinned in @pinned. NULL where nothing is remembered. */
static GStrv
read_view (const char *path, GFile *file, CorScenario **pinned)
{
  g_autofree char *uri = g_file_get_uri (file);
  g_autoptr (GError) error = NULL;
  GStrv lines = cor_state_file_read (path, HEAD, 3, pinned, &error);

  if (lines == NULL && !g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    g_info ("how “%s” was seen is not known: %s", uri, error->message);
  if (lines != NULL && !g_str_equal (lines[0], uri))
    {
      g_clear_pointer (&lines, g_strfreev);
      g_clear_pointer (pinned, cor_scenario_unref);
    }
  return lines;
}

/* The time a file was written; 0 where it is gone. */
static gint64
written (const char *path)
{
  GStatBuf about;

  return g_stat (path, &about) == 0 ? about.st_mtime : 0;
}

static int
newest_first (gconstpointer a, gconstpointer b)
{
  gint64 one = written (*(const char *const *)a), two = written (*(const char *const *)b);

  return (one < two) - (one > two);
}

/* Forgets what was not seen for longest. */
static void
forget_old (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ENDING))
      g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  if (paths->len <= COR_FILE_VIEWS_MOST)
    return;
  g_ptr_array_sort (paths, newest_first);
  for (guint i = COR_FILE_VIEWS_MOST; i < paths->len; i++)
    g_unlink (g_ptr_array_index (paths, i));
}

void
cor_file_view_keep (CorSession *session, const char *folder)
{
  CorDocument *document = cor_session_get_document (session);
  GFile *file = cor_document_get_file (document);
  const char *shown = cor_document_get_variant (document), *pinned = cor_session_get_pinned_variant (session);
  g_autoptr (CorScenario) before = NULL;
  g_autofree char *uri = NULL, *path = NULL, *place = folder_of (folder);
  g_auto (GStrv) old = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  CorScenario *state;

  if (file == NULL)
    return;
  uri = g_file_get_uri (file);
  path = path_of (folder, file);
  state = cor_session_get_pinned (session);
  if (cor_document_get_modified (document))
    {
      old = read_view (path, file, &before);
      state = before;
      pinned = old != NULL ? old[2] : NULL;
    }
  if (shown == NULL && state == NULL)
    {
      g_unlink (path);
      return;
    }
  bytes = cor_state_file_to_bytes (
      HEAD, (const char *[]){ uri, shown != NULL ? shown : "", pinned != NULL ? pinned : "", NULL }, state);
  if (g_mkdir_with_parents (place, 0700) != 0 || !cor_file_replace (path, bytes, FALSE, &error))
    g_info ("how “%s” is seen could not be kept: %s", uri, error != NULL ? error->message : place);
  forget_old (place);
}

gboolean
cor_file_view_load (CorSession *session, GFile *file, const char *folder, GError **error)
{
  g_autofree char *path = path_of (folder, file);
  g_autoptr (CorScenario) pinned = NULL;
  g_auto (GStrv) lines = read_view (path, file, &pinned);
  CorSessionView view = { NULL };

  if (lines == NULL)
    return cor_session_load (session, file, error);
  view.variant = *lines[1] != '\0' ? lines[1] : NULL;
  view.pinned_variant = *lines[2] != '\0' ? lines[2] : NULL;
  view.pinned = pinned;
  return cor_session_load_view (session, file, &view, error);
}
