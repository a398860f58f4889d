/* cor-cli-export-report.c: corridor-cli export to PDF, PNG and SVG.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-export.h"

#include "cor-format.h"
#include "cor-report.h"

#include <glib/gi18n-lib.h>
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
evaluate (const CorCliScenario *options, CorEngine *engine, GError **error)
{
  g_autoptr (CorScenario) scenario = cor_cli_scenario_load (options, engine, error);

  return scenario ? cor_engine_evaluate (engine, scenario) : NULL;
}

/* The scenario and each of its variants, by the same options; the first is what they are compared with. */
static void
evaluate_variants (const CorCliScenario *options, CorEngine *engine, GPtrArray *results, GPtrArray *names)
{
  CorCliScenario own = *options;
  g_autoptr (CorScenario) base = NULL;
  const CorItem *const *variants;
  guint n;

  own.variant = NULL;
  base = cor_cli_scenario_load (&own, engine, NULL);
  variants = base ? cor_scenario_items (base, COR_ITEM_VARIANT, &n) : NULL;
  if (variants == NULL || n == 0)
    return;
  g_ptr_array_add (results, cor_engine_evaluate (engine, base));
  g_ptr_array_add (names, g_strdup (_ ("Without changes")));
  for (guint i = 0; i < n; i++)
    {
      CorResults *result;

      own.variant = variants[i]->id;
      result = evaluate (&own, engine, NULL);
      if (result == NULL)
        continue;
      g_ptr_array_add (results, result);
      g_ptr_array_add (names, g_strdup (cor_item_label (variants[i], cor_format_is_chinese (NULL))));
    }
}

static GBytes *
make (const CorCliScenario *options, const char *output, gboolean summary, GError **error)
{
  g_autoptr (CorEngine) engine = cor_engine_new_default (error);
  const CorCliScenario stored = { .file = options->file, .region = options->region, .year = options->year };
  CorReportFormat format = COR_REPORT_PDF;
  CorReportInput input = { 0 };
  g_autoptr (CorResults) results = engine ? evaluate (options, engine, error) : NULL;
  g_autoptr (CorResults) baseline = NULL;
  g_autoptr (CorReport) report = NULL;
  g_autoptr (CorNetwork) network = NULL;
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_results_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const CorItem *variant;

  if (results == NULL)
    return NULL;
  if (changes_anything (options) && (baseline = evaluate (&stored, engine, error)) == NULL)
    return NULL;
  variant = cor_scenario_find (results->scenario, COR_ITEM_VARIANT, options->variant);
  input.results = results;
  input.baseline = baseline;
  network = cor_engine_network_for (engine, cor_scenario_head (results->scenario)->network, NULL);
  input.network = network;
  input.variant = variant ? cor_item_label (variant, cor_format_is_chinese (NULL)) : options->variant;
  cor_report_format_for (output, &format);
  if (format == COR_REPORT_PDF && !summary)
    evaluate_variants (options, engine, others, names);
  input.variants = (const CorResults *const *) others->pdata;
  input.variant_names = (const char *const *) names->pdata;
  input.n_variants = others->len;
  report = cor_report_new (&input, summary || format != COR_REPORT_PDF, NULL, error);
  return report ? cor_report_write (report, format, error) : NULL;
}

int
cor_cli_export_report (const CorCliScenario *options, const char *output, const char *language, gboolean summary)
{
  g_autoptr (GError) error = NULL;
  GBytes *content;

  if (language != NULL)
    set_language (language);
  content = make (options, output, summary, &error);
  return content ? cor_cli_write (output, content) : cor_cli_fail ("%s", error->message);
}
