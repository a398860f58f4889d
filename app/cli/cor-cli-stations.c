/* cor-cli-stations.c: corridor-cli stations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-scenario.h"
#include "cor-stations-table.h"

#include <glib/gi18n-lib.h>

int
cor_cli_stations (const CorCliCommand *command, char **words)
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
  return cor_cli_write_text (output, cor_stations_table_csv (results));
}
