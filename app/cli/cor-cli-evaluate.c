/* cor-cli-evaluate.c: corridor-cli evaluate and corridor-cli parity.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-scenario.h"
#include "cor-results-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

int
cor_cli_evaluate (const CorCliCommand *command, char **words)
{
  g_auto (CorCliScenario) options = { 0 };
  g_autofree char *output = NULL, *format = NULL;
  const GOptionEntry own[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("csv, or json with all that is behind the figures"), "FORMAT" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree GOptionEntry *entries = cor_cli_scenario_entries (&options, own);
  g_auto (GStrv) files = NULL;
  g_autoptr (CorResults) results = NULL;
  gboolean json;
  int status;

  if (!cor_cli_parse (command, entries, 1, 1, &words, &status))
    return status;
  files = words;
  json = g_strcmp0 (format, "json") == 0;
  if (format != NULL && !json && strcmp (format, "csv") != 0)
    return cor_cli_misuse (command, _ ("%s: “%s” is none of csv, json"), command->name, format);
  if ((results = cor_cli_scenario_evaluate (&options, files[0])) == NULL)
    return COR_CLI_FAILED;
  if (json)
    return cor_cli_write (output, cor_results_table_json (results));
  return cor_cli_write_text (output, cor_results_table_csv (results));
}

int
cor_cli_parity (const CorCliCommand *command, char **words)
{
  g_auto (CorCliScenario) options = { 0 };
  g_autofree char *output = NULL;
  const GOptionEntry own[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree GOptionEntry *entries = cor_cli_scenario_entries (&options, own);
  g_auto (GStrv) files = NULL;
  g_autoptr (CorResults) results = NULL;
  int status;

  if (!cor_cli_parse (command, entries, 1, 1, &words, &status))
    return status;
  files = words;
  if ((results = cor_cli_scenario_evaluate (&options, files[0])) == NULL)
    return COR_CLI_FAILED;
  return cor_cli_write_text (output, cor_results_parity_csv (results));
}
