/* cor-cli-breakeven.c: corridor-cli breakeven.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-scenario.h"
#include "cor-csv.h"
#include "cor-solver.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
add_row (GString *csv, CorSolver *solver, const CorLeverMove *move, int year)
{
  const CorLeverInfo *info = cor_lever_info (move->lever);
  double now, lowest, highest, value = NAN;

  cor_solver_present (solver, move->lever, year, &now, &lowest, &highest);
  if (!cor_solver_break_even (solver, move->lever, year, &value, NULL))
    value = NAN;
  cor_csv_text (csv, info->id);
  cor_csv_text (csv, info->unit);
  cor_csv_number (csv, now);
  cor_csv_number (csv, value);
  cor_csv_number (csv, move->from > 0 ? move->to * now / move->from : move->to);
  if (move->parity_year > 0)
    cor_csv_integer (csv, move->parity_year);
  else
    cor_csv_text (csv, NULL);
  cor_csv_number (csv, move->gap_yuan);
  cor_csv_end_row (csv);
}

/* All levers, the one that does most first; or the one asked for, with the reason where it fails. */
static GString *
answer (const CorResults *results, const char *duty_id, const char *lever, int year, GError **error)
{
  const CorDutyResult *duty = cor_results_duty (results, duty_id);
  const CorAlternative *truck = duty ? cor_duty_result_shown (duty) : NULL;
  g_autoptr (CorSolver) solver = NULL;
  g_autoptr (GString) csv = g_string_new (NULL);
  CorLeverMove moves[COR_N_LEVERS];
  CorLeverId wanted = 0;
  double value;

  if (truck == NULL)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE,
                   duty ? _ ("the duty “%s” has no truck") : _ ("the scenario has no duty “%s”"), duty_id);
      return NULL;
    }
  if (lever != NULL && !cor_lever_from_id (lever, &wanted))
    {
      g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE, _ ("there is no lever “%s”"), lever);
      return NULL;
    }
  if ((solver = cor_solver_new (results, duty, truck, error)) == NULL
      || (lever != NULL && !cor_solver_break_even (solver, wanted, year, &value, error)))
    return NULL;
  cor_solver_rank (solver, moves);
  cor_csv_row (csv, "lever", "unit", "now", "break_even", "moved_to", "parity_year", "tco_gap_yuan", NULL);
  for (guint i = 0; i < COR_N_LEVERS; i++)
    if (lever == NULL || moves[i].lever == wanted)
      add_row (csv, solver, &moves[i], year);
  return g_steal_pointer (&csv);
}

int
cor_cli_breakeven (const CorCliCommand *command, char **words)
{
  g_auto (CorCliScenario) options = { 0 };
  g_autofree char *output = NULL, *duty = NULL, *lever = NULL;
  int parity = 0, status;
  const GOptionEntry own[] = {
    { "duty", 0, 0, G_OPTION_ARG_STRING, &duty, N_ ("The duty that is looked at"), "ID" },
    { "lever", 0, 0, G_OPTION_ARG_STRING, &lever, N_ ("This lever alone"), "ID" },
    { "parity", 0, 0, G_OPTION_ARG_INT, &parity, N_ ("The model year that is to break even"), "YEAR" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (CorResults) results = NULL;
  g_autoptr (GError) error = NULL;
  GString *csv;

  if (!cor_cli_scenario_parse (&options, command, own, words, &status))
    return status;
  if (duty == NULL)
    return cor_cli_misuse (command, _ ("%s: --duty is needed"), command->name);
  if ((results = cor_cli_scenario_evaluate (&options)) == NULL)
    return COR_CLI_FAILED;
  csv = answer (results, duty, lever, parity ? parity : results->first_year + (int) results->year, &error);
  return csv ? cor_cli_write_text (output, csv) : cor_cli_fail ("%s: %s", options.file, error->message);
}
