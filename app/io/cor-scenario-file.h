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
 * cor_scenario_file_save:
 * @from: (nullable): what @scenario was opened from or last saved to
 *
 * Replaces the file at @path by @scenario, the old one kept beside it with a "~". On an error the
 * old file is untouched.
 *
 * Returns: (transfer full): what the file holds now, or %NULL with an error
 */
CorScenarioFile *cor_scenario_file_save (CorScenario *scenario,
                                         const char *path,
                                         const CorScenarioFile *from,
                                         GError **error);

/** cor_scenario_file_scenario: the scenario; owned by the file. */
CorScenario *cor_scenario_file_scenario (const CorScenarioFile *file);

/** cor_scenario_file_path: (type filename): where it is; owned by the file. */
const char *cor_scenario_file_path (const CorScenarioFile *file);

/** cor_scenario_file_free: forgets it. */
void cor_scenario_file_free (CorScenarioFile *file);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorScenarioFile, cor_scenario_file_free)

G_END_DECLS
