/* cor-scenario-file.c: opening and saving scenarios.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-scenario-file.h"

#include "cor-file.h"
#include "cor-scenario-reader.h"
#include "cor-scenario-writer.h"

#include <glib/gi18n-lib.h>

struct _CorScenarioFile
{
  char *path;
  CorScenario *scenario;
  GBytes *bytes;
};

static CorScenarioFile *
file_new (const char *path, CorScenario *scenario, GBytes *bytes)
{
  CorScenarioFile *file = g_new0 (CorScenarioFile, 1);

  file->path = g_strdup (path);
  file->scenario = cor_scenario_ref (scenario);
  file->bytes = g_bytes_ref (bytes);
  return file;
}

/* Which file it is about, as text. */
static void
add_path (GError **error, const char *path)
{
  g_autofree char *name = g_filename_display_name (path);

  g_prefix_error (error, "%s: ", name);
}

CorScenarioFile *
cor_scenario_file_load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = cor_file_read (path, COR_JSON_MAX_BYTES, error);
  g_autoptr (CorScenario) scenario = bytes ? cor_scenario_from_bytes (bytes, error) : NULL;

  if (scenario == NULL)
    {
      add_path (error, path);
      return NULL;
    }
  return file_new (path, scenario, bytes);
}

CorDiskState
cor_scenario_file_look (const CorScenarioFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) now = cor_file_read (file->path, COR_JSON_MAX_BYTES, &error);

  if (now == NULL)
    return g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT) ? COR_DISK_GONE : COR_DISK_CHANGED;
  return g_bytes_equal (now, file->bytes) ? COR_DISK_SAME : COR_DISK_CHANGED;
}

/* A file that could not be opened again is worth less than the one that it would replace. */
static gboolean
can_be_opened (GBytes *bytes, GError **error)
{
  g_autoptr (GError) problem = NULL;
  g_autoptr (CorScenario) again = cor_scenario_from_bytes (bytes, &problem);

  if (again == NULL)
    g_set_error (error, problem->domain, problem->code, _ ("could not be opened again, so nothing was written: %s"), problem->message);
  return again != NULL;
}

CorScenarioFile *
cor_scenario_file_save_with (CorScenario *scenario,
                             const char *path,
                             const CorScenarioFile *from,
                             CorSaveFlags flags,
                             GError **error)
{
  g_autoptr (GBytes) bytes = NULL;

  if (from != NULL && g_str_equal (from->path, path) && !(flags & COR_SAVE_OVERWRITE)
      && cor_scenario_file_look (from) == COR_DISK_CHANGED)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, COR_ERROR, COR_ERROR_CHANGED,
                   _ ("%s: was changed by another program since it was opened or saved"), name);
      return NULL;
    }
  if (from != NULL && cor_scenario_equal (from->scenario, scenario))
    bytes = g_bytes_ref (from->bytes);
  else
    bytes = cor_scenario_to_bytes (scenario);
  if (!can_be_opened (bytes, error) || !cor_file_replace (path, bytes, !(flags & COR_SAVE_NO_BACKUP), error))
    {
      add_path (error, path);
      return NULL;
    }
  return file_new (path, scenario, bytes);
}

CorScenarioFile *
cor_scenario_file_save (CorScenario *scenario, const char *path, const CorScenarioFile *from, GError **error)
{
  return cor_scenario_file_save_with (scenario, path, from, COR_SAVE_OVERWRITE, error);
}

CorScenario *
cor_scenario_file_scenario (const CorScenarioFile *file)
{
  return file->scenario;
}

void
cor_scenario_file_free (CorScenarioFile *file)
{
  if (file == NULL)
    return;
  g_free (file->path);
  cor_scenario_unref (file->scenario);
  g_bytes_unref (file->bytes);
  g_free (file);
}
