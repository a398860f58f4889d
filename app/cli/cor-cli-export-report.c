/* cor-cli-export-report.c: corridor-cli export to PDF, PNG and SVG.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-export.h"

#include "cor-format.h"
#include "cor-report.h"


gboolean
cor_cli_export_is_report (const char *output)
{
  CorReportFormat format;

  return cor_report_format_for (output, &format);
}

static gboolean
changes_anything (const CorCliScenario *options)
{
  return options->variant != NULL || options->policies != NULL || options->no_policy || options->settings != NULL;
}

static GBytes *
make (const CorCliScenario *options, const char *output, gboolean summary, GError **error)
{
  g_autoptr (CorEngine) engine = cor_engine_new_default (error);
  const CorCliScenario stored = { .file = options->file, .region = options->region, .year = options->year };
  CorReportFormat format = COR_REPORT_PDF;
  CorReportInput input = { 0 };
  g_autoptr (CorResults) results = engine ? cor_cli_export_evaluate (options, engine, error) : NULL;
  g_autoptr (CorResults) baseline = NULL;
  g_autoptr (CorReport) report = NULL;
  g_autoptr (CorNetwork) network = NULL;
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_results_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const CorItem *variant;

  if (results == NULL)
    return NULL;
  if (changes_anything (options) && (baseline = cor_cli_export_evaluate (&stored, engine, error)) == NULL)
    return NULL;
  variant = cor_scenario_find (results->scenario, COR_ITEM_VARIANT, options->variant);
  input.results = results;
  input.baseline = baseline;
  network = cor_engine_network_for (engine, cor_scenario_head (results->scenario)->network, NULL);
  input.network = network;
  input.variant = variant ? cor_item_label (variant, cor_format_is_chinese (NULL)) : options->variant;
  cor_report_format_for (output, &format);
  if (format == COR_REPORT_PDF && !summary)
    cor_cli_export_variants (options, engine, others, names);
  input.variants = (const CorResults *const *) others->pdata;
  input.variant_names = (const char *const *) names->pdata;
  input.n_variants = others->len;
  report = cor_report_new (&input, cor_report_extent_for (format, summary), NULL, error);
  return report ? cor_report_write (report, format, error) : NULL;
}

int
cor_cli_export_report (const CorCliScenario *options, const char *output, const char *language, gboolean summary)
{
  g_autoptr (GError) error = NULL;
  GBytes *content;

  if (language != NULL)
    cor_cli_export_set_language (language);
  content = make (options, output, summary, &error);
  return content ? cor_cli_write (output, content) : cor_cli_fail ("%s", error->message);
}
