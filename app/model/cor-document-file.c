/* cor-document-file.c: the document read from its file and written to it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-document-private.h"

#include <glib/gi18n-lib.h>

/* The path of @file, or NULL with an error where it is not on this computer. */
static char *
local_path (GFile *file, GError **error)
{
  g_autofree char *name = NULL;
  char *path = g_file_get_path (file);

  if (path != NULL)
    return path;
  name = g_file_get_parse_name (file);
  g_set_error (error, COR_ERROR, COR_ERROR_MISSING,
               _ ("“%s” is not on this computer. Copy it here first."), name);
  return NULL;
}

gboolean
cor_document_load (CorDocument *self, GFile *file, GError **error)
{
  g_autofree char *path = NULL;
  CorScenarioFile *on_disk;

  g_return_val_if_fail (COR_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = local_path (file, error);
  on_disk = path != NULL ? cor_scenario_file_load (path, error) : NULL;
  if (on_disk == NULL)
    return FALSE;
  cor_document_reset (self, cor_scenario_file_scenario (on_disk), file);
  self->on_disk = on_disk;
  return TRUE;
}

gboolean
cor_document_reload (CorDocument *self, const char *label, GError **error)
{
  g_autofree char *path = NULL;
  g_autofree char *variant = NULL;
  CorScenarioFile *on_disk;

  g_return_val_if_fail (COR_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->file != NULL, FALSE);

  path = local_path (self->file, error);
  on_disk = path != NULL ? cor_scenario_file_load (path, error) : NULL;
  if (on_disk == NULL)
    return FALSE;
  g_clear_pointer (&self->on_disk, cor_scenario_file_free);
  self->on_disk = on_disk;
  cor_scenario_unref (self->saved);
  self->saved = cor_scenario_ref (cor_scenario_file_scenario (on_disk));
  variant = g_strdup (self->state.variant);
  cor_document_replace (self, self->saved, variant, label);
  cor_document_update_modified (self);
  return TRUE;
}

gboolean
cor_document_save (CorDocument *self, GFile *file, CorSaveFlags flags, GError **error)
{
  g_autofree char *path = NULL;
  CorScenarioFile *on_disk;

  g_return_val_if_fail (COR_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  path = local_path (file, error);
  on_disk = path != NULL ? cor_scenario_file_save_with (self->state.base, path, self->on_disk, flags, error) : NULL;
  if (on_disk == NULL)
    return FALSE;
  g_clear_pointer (&self->on_disk, cor_scenario_file_free);
  self->on_disk = on_disk;
  cor_scenario_ref (self->state.base);
  cor_scenario_unref (self->saved);
  self->saved = self->state.base;
  g_clear_pointer (&self->merge_key, g_free);
  cor_document_set_file (self, file);
  cor_document_update_modified (self);
  return TRUE;
}

CorDiskState
cor_document_look (CorDocument *self)
{
  g_return_val_if_fail (COR_IS_DOCUMENT (self), COR_DISK_SAME);

  return self->on_disk != NULL ? cor_scenario_file_look (self->on_disk) : COR_DISK_SAME;
}

void
cor_document_keep_mine (CorDocument *self)
{
  g_return_if_fail (COR_IS_DOCUMENT (self));

  g_clear_pointer (&self->on_disk, cor_scenario_file_free);
  cor_scenario_unref (self->saved);
  self->saved = cor_scenario_new (NULL);
  cor_document_update_modified (self);
}
