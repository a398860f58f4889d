/* cor-cli-schema.c: corridor-cli schema.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli.h"
#include "cor-scenario-schema.h"

#include <glib/gi18n-lib.h>

int
cor_cli_schema (const CorCliCommand *command, char **words)
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!cor_cli_parse (command, entries, 0, 0, &words, &status))
    return status;
  g_strfreev (words);
  return cor_cli_write (output, cor_scenario_schema ());
}
