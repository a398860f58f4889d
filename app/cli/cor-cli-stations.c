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
  g_autoptr (CorResults) results = NULL;
  GString *csv;
  int status;

  if (!cor_cli_scenario_parse (&options, command, own, words, &status))
    return status;
  if ((results = cor_cli_scenario_evaluate (&options)) == NULL)
    return COR_CLI_FAILED;
  cor_cli_plain_begin ();
  csv = cor_stations_table_csv (results);
  cor_cli_plain_end ();
  return cor_cli_write_text (output, csv);
}
