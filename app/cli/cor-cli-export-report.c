/* cor-cli-export-report.c: corridor-cli export to PDF, PNG and SVG.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-export.h"

#include "cor-format.h"
#include "cor-report.h"

#include <locale.h>

gboolean
cor_cli_export_is_report (const char *output)
{
  CorReportFormat format;

  return cor_report_format_for (output, &format);
}

/* The C locale translates nothing, whatever the language. */
static void
set_language (const char *language)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  g_setenv ("LANGUAGE", g_str_equal (language, "zh") ? "zh_CN" : "en", TRUE);
  if (g_strcmp0 (locale, "C") == 0 || g_strcmp0 (locale, "POSIX") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");
}

static gboolean
changes_anything (const CorCliScenario *options)
{
  return options->variant != NULL || options->policies != NULL || options->no_policy || options->settings != NULL;
}

static CorResults *
evaluate (const CorCliScenario *options, CorEngine *engine, const char *file, GError **error)
{
  g_autoptr (CorScenario) scenario = cor_cli_scenario_load (options, engine, file, error);

  return scenario ? cor_engine_evaluate (engine, scenario) : NULL;
}

static GBytes *
make (const CorCliScenario *options, const char *file, const char *output, GError **error)
{
  g_autoptr (CorEngine) engine = cor_engine_new_default (error);
  const CorCliScenario stored = { .region = options->region, .year = options->year };
  CorReportFormat format = COR_REPORT_PDF;
  CorReportInput input = { 0 };
  g_autoptr (CorResults) results = engine ? evaluate (options, engine, file, error) : NULL;
  g_autoptr (CorResults) baseline = NULL;
  g_autoptr (CorReport) report = NULL;
  g_autoptr (CorNetwork) network = NULL;
  const CorItem *variant;

  if (results == NULL)
    return NULL;
  if (changes_anything (options) && (baseline = evaluate (&stored, engine, file, error)) == NULL)
    return NULL;
  variant = cor_scenario_find (results->scenario, COR_ITEM_VARIANT, options->variant);
  input.results = results;
  input.baseline = baseline;
  network = cor_engine_network_for (engine, cor_scenario_head (results->scenario)->network, NULL);
  input.network = network;
  input.variant = variant ? cor_item_label (variant, cor_format_is_chinese (NULL)) : options->variant;
  cor_report_format_for (output, &format);
  report = cor_report_new (&input, format != COR_REPORT_PDF, NULL, error);
  return report ? cor_report_write (report, format, error) : NULL;
}

int
cor_cli_export_report (const CorCliScenario *options, const char *file, const char *output, const char *language)
{
  g_autoptr (GError) error = NULL;
  GBytes *content;

  if (language != NULL)
    set_language (language);
  content = make (options, file, output, &error);
  return content ? cor_cli_write (output, content) : cor_cli_fail ("%s", error->message);
}
