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

/** cor_cli_export_set_language: "en" or "zh" from here on, for exports that people read. */
void cor_cli_export_set_language (const char *language);

/** cor_cli_export_evaluate: (transfer full): results of what @options make of their scenario, their
 * sentences in the user's language; %NULL with an error. */
CorResults *
cor_cli_export_evaluate (const CorCliScenario *options, CorEngine *engine, GError **error);

/**
 * cor_cli_export_variants: the scenario and each of its variants, by the same options; the first is what they
 * are compared with. Nothing where the scenario has no variants.
 * @results: (element-type CorResults) and @names: (element-type utf8): where they are added
 */
void cor_cli_export_variants (const CorCliScenario *options, CorEngine *engine, GPtrArray *results, GPtrArray *names);

/** cor_cli_export_book: the spreadsheet, as cor_cli_export_report() does the proposal. */
int cor_cli_export_book (const CorCliScenario *options, const char *output, const char *language);

G_END_DECLS
