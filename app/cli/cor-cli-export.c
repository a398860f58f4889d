/* cor-cli-export.c: corridor-cli export.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-scenario.h"
#include "cor-export.h"
#include "cor-results-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The table asked for: the results, or the items of a kind. */
static GString *
csv (const CorResults *results, const char *table)
{
  if (table == NULL || strcmp (table, "results") == 0)
    return cor_results_table_csv (results);
  for (int kind = COR_ITEM_HEAD + 1; kind < COR_N_ITEM_KINDS; kind++)
    if (strcmp (table, cor_item_kind_nick (kind)) == 0)
      return cor_export_csv (results->scenario, kind);
  return NULL;
}

static int
export_results (const CorCliCommand *command, const CorResults *results, const char *output, const char *table)
{
  GString *text;

  if (g_str_has_suffix (output, ".geojson") || g_str_has_suffix (output, ".json"))
    return cor_cli_write (output, cor_export_geojson (results->scenario, results));
  if ((text = csv (results, table)) == NULL)
    return cor_cli_misuse (command, _ ("%s: there is no table “%s”"), command->name, table);
  return cor_cli_write_text (output, text);
}

static gboolean
known_ending (const char *output)
{
  static const char *const endings[] = { ".csv", ".geojson", ".json" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (output, endings[i]))
      return TRUE;
  return FALSE;
}

int
cor_cli_export (const CorCliCommand *command, char **words)
{
  g_auto (CorCliScenario) options = { 0 };
  g_autofree char *output = NULL, *table = NULL;
  const GOptionEntry own[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write; its ending says as what"), "FILE" },
    { "table", 0, 0, G_OPTION_ARG_STRING, &table,
      N_ ("For .csv: results, or sites, stations, routes, trucks, duties, policies"), "NAME" },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree GOptionEntry *entries = cor_cli_scenario_entries (&options, own);
  g_auto (GStrv) files = NULL;
  g_autoptr (CorResults) results = NULL;
  int status;

  if (!cor_cli_parse (command, entries, 1, 1, &words, &status))
    return status;
  files = words;
  if (output == NULL)
    return cor_cli_misuse (command, _ ("%s: --output is needed"), command->name);
  if (!known_ending (output))
    return cor_cli_misuse (command, _ ("%s: “%s” ends in none of .csv, .geojson"), command->name, output);
  if ((results = cor_cli_scenario_evaluate (&options, files[0])) == NULL)
    return COR_CLI_FAILED;
  return export_results (command, results, output, table);
}
