/* cor-state-file.h: a scenario with a few lines about it, as the program leaves them in the state folder.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario.h"

G_BEGIN_DECLS

/**
 * cor_state_file_to_bytes:
 * @head: what the file is, a line
 * @lines: (array zero-terminated=1): lines about the scenario, without ends of lines in them
 * @scenario: (nullable): what follows them
 */
GBytes *cor_state_file_to_bytes (const char *head, const char *const *lines, CorScenario *scenario);

/**
 * cor_state_file_read:
 * @path: (type filename): what cor_state_file_to_bytes() gave
 * @head: what it must be
 * @n_lines: how many lines about the scenario it must have
 * @scenario: (out) (nullable) (transfer full): %NULL where nothing follows them
 *
 * Returns: (transfer full): the lines, or %NULL with an error: %COR_ERROR_PARSE where it is something else,
 * or what cor_file_read() or cor_scenario_from_bytes() say
 */
GStrv cor_state_file_read (const char *path, const char *head, guint n_lines, CorScenario **scenario, GError **error);

G_END_DECLS
