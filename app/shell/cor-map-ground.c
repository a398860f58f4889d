/* cor-map-ground.c: what the person chose to lie at the bottom of all maps.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-ground.h"

#include "cor-settings.h"
#include "cor-tile-url.h"

#include <glib/gi18n-lib.h>

static const char *const kind_nicks[COR_MAP_N_GROUNDS] = { "bundled", "file", "online", "none" };

struct _CorMapGround
{
  GObject parent_instance;

  CorTileArchive *archive;
  char *opening; /* the file that a worker opens, or NULL */
  char *problem;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CorMapGround, cor_map_ground, G_TYPE_OBJECT)

static void
set_problem (CorMapGround *self, const char *problem)
{
  g_free (self->problem);
  self->problem = g_strdup (problem);
}

static void
open_in_thread (GTask *task, gpointer ground, gpointer path, GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (CorTileArchive) archive = cor_tile_archive_open (path, &error);

  if (archive != NULL && cor_tile_archive_probe (archive, &error))
    g_task_return_pointer (task, g_steal_pointer (&archive), (GDestroyNotify)cor_tile_archive_unref);
  else
    g_task_return_error (task, error);
}

static void
on_opened (GObject *object, GAsyncResult *result, gpointer data)
{
  CorMapGround *self = COR_MAP_GROUND (object);
  g_autoptr (GError) error = NULL;
  CorTileArchive *archive = g_task_propagate_pointer (G_TASK (result), &error);

  /* Another file may have been chosen since. */
  if (g_strcmp0 (self->opening, g_task_get_task_data (G_TASK (result))) != 0)
    {
      g_clear_pointer (&archive, cor_tile_archive_unref);
      return;
    }
  g_clear_pointer (&self->opening, g_free);
  g_clear_pointer (&self->archive, cor_tile_archive_unref);
  self->archive = archive;
  set_problem (self, error != NULL ? error->message : NULL);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
open_file (CorMapGround *self, const char *path)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, on_opened, NULL);

  g_free (self->opening);
  self->opening = g_strdup (path);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

CorMapGroundKind
cor_map_ground_get_chosen (CorMapGround *self)
{
  g_autofree char *nick = g_settings_get_string (cor_settings_get (), "base-map");

  for (guint i = 0; i < COR_MAP_N_GROUNDS; i++)
    if (g_str_equal (nick, kind_nicks[i]))
      return (CorMapGroundKind)i;
  return COR_MAP_GROUND_BUNDLED;
}

static void
settings_changed (CorMapGround *self)
{
  GSettings *settings = cor_settings_get ();
  g_autofree char *path = g_settings_get_string (settings, "base-file");
  g_autofree char *url = g_settings_get_string (settings, "online-url");
  g_autoptr (GError) error = NULL;

  set_problem (self, NULL);
  /* What is still being opened counts no more, however it ends. */
  g_clear_pointer (&self->opening, g_free);
  switch (cor_map_ground_get_chosen (self))
    {
    case COR_MAP_GROUND_FILE:
      if (*path == '\0')
        set_problem (self, _ ("No map file is chosen yet"));
      else if (self->archive == NULL || !g_str_equal (cor_tile_archive_get_path (self->archive), path))
        open_file (self, path);
      break;
    case COR_MAP_GROUND_ONLINE:
      if (!cor_tile_url_check (url, &error))
        set_problem (self, *url == '\0' ? _ ("No address of tiles is given yet") : error->message);
      break;
    default:
      break;
    }
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

CorMapGroundKind
cor_map_ground_get_kind (CorMapGround *self)
{
  CorMapGroundKind chosen;

  g_return_val_if_fail (COR_IS_MAP_GROUND (self), COR_MAP_GROUND_BUNDLED);

  chosen = cor_map_ground_get_chosen (self);
  if (self->problem != NULL || (chosen == COR_MAP_GROUND_FILE && self->archive == NULL))
    return COR_MAP_GROUND_BUNDLED;
  return chosen;
}

void
cor_map_ground_choose (CorMapGround *self, CorMapGroundKind kind)
{
  g_return_if_fail (COR_IS_MAP_GROUND (self) && kind < COR_MAP_N_GROUNDS);

  g_settings_set_string (cor_settings_get (), "base-map", kind_nicks[kind]);
}

void
cor_map_ground_try_file (CorMapGround *self, GFile *file, GAsyncReadyCallback done, gpointer data)
{
  g_autoptr (GTask) task = NULL;
  g_autofree char *path = NULL;

  g_return_if_fail (COR_IS_MAP_GROUND (self));
  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (self, NULL, done, data);
  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_task_return_new_error (task, COR_TILE_ERROR, COR_TILE_ERROR_OPEN, _ ("the map file is not on this computer; copy it here first"));
      return;
    }
  if (!g_utf8_validate (path, -1, NULL))
    {
      g_task_return_new_error (task, COR_TILE_ERROR, COR_TILE_ERROR_OPEN, _ ("The name of the file is not in UTF-8; rename it and choose it again"));
      return;
    }
  g_task_set_task_data (task, g_steal_pointer (&path), g_free);
  g_task_run_in_thread (task, open_in_thread);
}

char *
cor_map_ground_try_file_finish (CorMapGround *self, GAsyncResult *result, GError **error)
{
  g_autoptr (CorTileArchive) archive = g_task_propagate_pointer (G_TASK (result), error);

  if (archive == NULL)
    return NULL;
  g_settings_set_string (cor_settings_get (), "base-file", cor_tile_archive_get_path (archive));
  cor_map_ground_choose (self, COR_MAP_GROUND_FILE);
  return cor_map_ground_name (self, COR_MAP_GROUND_FILE);
}

CorTileArchive *
cor_map_ground_get_archive (CorMapGround *self)
{
  g_return_val_if_fail (COR_IS_MAP_GROUND (self), NULL);

  return cor_map_ground_get_kind (self) == COR_MAP_GROUND_FILE ? self->archive : NULL;
}

const char *
cor_map_ground_get_problem (CorMapGround *self)
{
  g_return_val_if_fail (COR_IS_MAP_GROUND (self), NULL);

  return self->problem;
}

char *
cor_map_ground_name (CorMapGround *self, CorMapGroundKind kind)
{
  g_autofree char *path = g_settings_get_string (cor_settings_get (), "base-file");

  switch (kind)
    {
    case COR_MAP_GROUND_FILE:
      return *path != '\0' ? g_path_get_basename (path) : g_strdup (_ ("Own map file"));
    case COR_MAP_GROUND_ONLINE:
      return g_strdup (_ ("Online tiles"));
    case COR_MAP_GROUND_NONE:
      return g_strdup (_ ("None"));
    default:
      return g_strdup (_ ("Bundled"));
    }
}

static void
cor_map_ground_finalize (GObject *object)
{
  CorMapGround *self = COR_MAP_GROUND (object);

  g_clear_pointer (&self->archive, cor_tile_archive_unref);
  g_free (self->opening);
  g_free (self->problem);
  G_OBJECT_CLASS (cor_map_ground_parent_class)->finalize (object);
}

static void
cor_map_ground_class_init (CorMapGroundClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_map_ground_finalize;
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
cor_map_ground_init (CorMapGround *self)
{
  static const char *const keys[] = { "base-map", "base-file", "online-url", "online-attribution" };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_autofree char *signal = g_strconcat ("changed::", keys[i], NULL);

      g_signal_connect_object (cor_settings_get (), signal, G_CALLBACK (settings_changed), self,
                               G_CONNECT_SWAPPED);
    }
  settings_changed (self);
}

CorMapGround *
cor_map_ground_get_default (void)
{
  static CorMapGround *ground;

  if (ground == NULL)
    ground = g_object_new (COR_TYPE_MAP_GROUND, NULL);
  return ground;
}
