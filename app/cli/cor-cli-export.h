/* cor-cli-export.h: the report as a file, for corridor-cli export.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-cli-scenario.h"

G_BEGIN_DECLS

/** cor_cli_export_is_report: whether a file of that name is a report: .pdf, .png or .svg. */
gboolean cor_cli_export_is_report (const char *output);

/**
 * cor_cli_export_report: the proposal on what @options make of their scenario; where they
 * change it, beside the scenario as it is stored.
 * @language: (nullable): "en" or "zh"; else the user's
 * @summary: page one alone
 *
 * Returns: an exit status; a failure was told
 */
int cor_cli_export_report (const CorCliScenario *options, const char *output, const char *language, gboolean summary);

G_END_DECLS
