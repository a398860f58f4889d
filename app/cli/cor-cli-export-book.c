/* cor-cli-export-book.c: corridor-cli export to a spreadsheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-export.h"

#include "cor-change-text.h"
#include "cor-export-xlsx.h"
#include "cor-format.h"

static GBytes *
make (const CorCliScenario *options, GError **error)
{
  g_autoptr (CorEngine) engine = cor_engine_new_default (error);
  g_autoptr (CorResults) results = engine ? cor_cli_export_evaluate (options, engine, error) : NULL;
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_results_unref);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (CorNetwork) network = NULL;
  CorExportBook book = { .results = results, .describe = cor_change_words, .zh = cor_format_is_chinese (NULL) };

  if (results == NULL)
    return NULL;
  cor_cli_export_variants (options, engine, others, names);
  network = cor_engine_network_for (engine, cor_scenario_head (results->scenario)->network, NULL);
  book.defaults = cor_engine_defaults (engine);
  book.network = cor_network_title (network, book.zh);
  book.variants = (const CorResults *const *) others->pdata;
  book.names = (const char *const *) names->pdata;
  book.n_variants = others->len;
  return cor_export_xlsx (&book, error);
}

int
cor_cli_export_book (const CorCliScenario *options, const char *output, const char *language)
{
  g_autoptr (GError) error = NULL;
  GBytes *content;

  if (language != NULL)
    cor_cli_export_set_language (language);
  content = make (options, &error);
  return content ? cor_cli_write (output, content) : cor_cli_fail ("%s", error->message);
}
