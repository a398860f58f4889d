/* cor-scenario-file.h: opening and saving scenarios.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario.h"

G_BEGIN_DECLS

/**
 * CorScenarioFile: what a file held when it was last read or written: its scenario and its very
 * bytes, so that saving what nobody changed changes no byte, whatever wrote the file.
 */
typedef struct _CorScenarioFile CorScenarioFile;

/**
 * cor_scenario_file_load:
 * @path: (type filename)
 *
 * Returns: (transfer full): the file's content, or %NULL with an error whose message begins with
 * the path and names line and key
 */
CorScenarioFile *cor_scenario_file_load (const char *path, GError **error);

/**
 * CorSaveFlags:
 * @COR_SAVE_OVERWRITE: also where the file is no longer what was read or last written.
 * @COR_SAVE_NO_BACKUP: without a copy of what was there.
 */
typedef enum
{
  COR_SAVE_NONE = 0,
  COR_SAVE_OVERWRITE = 1 << 0,
  COR_SAVE_NO_BACKUP = 1 << 1,
} CorSaveFlags;

/**
 * CorDiskState: how a file compares with what was read from it or last written to it.
 * @COR_DISK_SAME: the very bytes.
 * @COR_DISK_CHANGED: others.
 * @COR_DISK_GONE: deleted or moved.
 */
typedef enum
{
  COR_DISK_SAME,
  COR_DISK_CHANGED,
  COR_DISK_GONE,
} CorDiskState;

/** cor_scenario_file_look: reads it again and compares. */
CorDiskState cor_scenario_file_look (const CorScenarioFile *file);

/**
 * cor_scenario_file_save_with:
 * @from: (nullable): what @scenario was opened from or last saved to
 *
 * Replaces the file at @path by @scenario, the old one kept beside it with a "~". On an error the
 * old file is untouched; %COR_ERROR_CHANGED where it is not what @from says, and what reading says,
 * such as %COR_ERROR_TOO_LARGE, where it could not be opened again.
 *
 * Returns: (transfer full): what the file holds now, or %NULL with an error
 */
CorScenarioFile *cor_scenario_file_save_with (CorScenario *scenario,
                                              const char *path,
                                              const CorScenarioFile *from,
                                              CorSaveFlags flags,
                                              GError **error);

/**
 * cor_scenario_file_save: cor_scenario_file_save_with() whatever is there, with a backup.
 *
 * Returns: (transfer full): what the file holds now, or %NULL with an error
 */
CorScenarioFile *cor_scenario_file_save (CorScenario *scenario,
                                         const char *path,
                                         const CorScenarioFile *from,
                                         GError **error);

/** cor_scenario_file_scenario: the scenario; owned by the file. */
CorScenario *cor_scenario_file_scenario (const CorScenarioFile *file);


/** cor_scenario_file_free: forgets it. */
void cor_scenario_file_free (CorScenarioFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorScenarioFile, cor_scenario_file_free)

G_END_DECLS
