/* cor-cli-evaluate.c: corridor-cli evaluate and corridor-cli parity.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-scenario.h"
#include "cor-results-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The second set of factors that figures are to stand beside. */
typedef struct
{
  char *factors[COR_N_FACTOR_KINDS];
  char *green_share;
} Beside;

static void
beside_clear (Beside *beside)
{
  for (int kind = 0; kind < COR_N_FACTOR_KINDS; kind++)
    g_free (beside->factors[kind]);
  g_free (beside->green_share);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Beside, beside_clear)

/* FALSE with an error for a factor that is none; @any: whether one was asked for. */
static gboolean
beside_choice (const Beside *beside, const CorResults *results, CorFactorChoice *choice, gboolean *any, GError **error)
{
  static const char *const names[COR_N_FACTOR_KINDS]
    = { "--beside-grid-factor", "--beside-diesel-factor", "--beside-hydrogen-factor" };

  cor_factor_choice_init (results, choice);
  *any = beside->green_share != NULL;
  for (int kind = 0; kind < COR_N_FACTOR_KINDS; kind++)
    {
      const char *id = beside->factors[kind];

      if (id == NULL)
        continue;
      *any = TRUE;
      if (!cor_cli_factor (results->factors, kind, id, names[kind], error))
        return FALSE;
      cor_factor_choice_set (choice, results->factors, kind, id);
    }
  return beside->green_share == NULL
         || cor_cli_share (beside->green_share, "--beside-green-share", &choice->green_share, error);
}

static int
write_csv (const CorCliCommand *command, const Beside *beside, const CorResults *results, const char *output)
{
  g_autoptr (GError) error = NULL;
  CorFactorChoice choice;
  gboolean any;

  if (!beside_choice (beside, results, &choice, &any, &error))
    return cor_cli_fail ("%s: %s", command->name, error->message);
  return cor_cli_write_text (output, cor_results_table_csv (results, any ? &choice : NULL));
}

int
cor_cli_evaluate (const CorCliCommand *command, char **words)
{
  g_auto (CorCliScenario) options = { 0 };
  g_auto (Beside) beside = { { NULL } };
  g_autofree char *output = NULL, *format = NULL;
  const GOptionEntry own[] = {
    { "format", 0, 0, G_OPTION_ARG_STRING, &format, N_ ("csv, or json with all that is behind the figures"), "FORMAT" },
    { "beside-grid-factor", 0, 0, G_OPTION_ARG_STRING, &beside.factors[COR_FACTOR_GRID],
      N_ ("Add columns of emissions with another electricity factor"), "ID" },
    { "beside-diesel-factor", 0, 0, G_OPTION_ARG_STRING, &beside.factors[COR_FACTOR_DIESEL],
      N_ ("Add columns of emissions with another diesel factor"), "ID" },
    { "beside-hydrogen-factor", 0, 0, G_OPTION_ARG_STRING, &beside.factors[COR_FACTOR_HYDROGEN],
      N_ ("Add columns of emissions with another hydrogen factor"), "ID" },
    { "beside-green-share", 0, 0, G_OPTION_ARG_STRING, &beside.green_share,
      N_ ("Add columns of emissions with another share of green contracts"), "SHARE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (CorResults) results = NULL;
  gboolean json;
  int status;

  if (!cor_cli_scenario_parse (&options, command, own, words, &status))
    return status;
  json = g_strcmp0 (format, "json") == 0;
  if (format != NULL && !json && strcmp (format, "csv") != 0)
    return cor_cli_misuse (command, _ ("%s: “%s” is none of csv, json"), command->name, format);
  if ((results = cor_cli_scenario_evaluate (&options)) == NULL)
    return COR_CLI_FAILED;
  if (json)
    return cor_cli_write (output, cor_results_table_json (results));
  return write_csv (command, &beside, results, output);
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
  g_autoptr (CorResults) results = NULL;
  int status;

  if (!cor_cli_scenario_parse (&options, command, own, words, &status))
    return status;
  if ((results = cor_cli_scenario_evaluate (&options)) == NULL)
    return COR_CLI_FAILED;
  return cor_cli_write_text (output, cor_results_parity_csv (results));
}
