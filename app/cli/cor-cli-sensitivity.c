/* cor-cli-sensitivity.c: corridor-cli sensitivity.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-money.h"
#include "cor-cli-scenario.h"
#include "cor-csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static GString *
tornado (const CorGap *gap)
{
  GString *csv = g_string_new (NULL);
  guint n;
  const CorFactorRange *factors = cor_gap_factors (gap, &n);

  cor_csv_row (csv, "parameter", "low", "base", "high", "tco_gap_low", "tco_gap_high", NULL);
  for (guint i = 0; i < n; i++)
    {
      cor_csv_text (csv, factors[i].name);
      cor_csv_number (csv, factors[i].low);
      cor_csv_number (csv, factors[i].base);
      cor_csv_number (csv, factors[i].high);
      cor_csv_number (csv, factors[i].gap_low);
      cor_csv_number (csv, factors[i].gap_high);
      cor_csv_end_row (csv);
    }
  return csv;
}

/* A year after the last one looked at stands for "not reached". */
static void
year_cell (GString *csv, double year, int last)
{
  char text[32];

  if (year <= last)
    {
      cor_csv_number (csv, ceil (year));
      return;
    }
  g_snprintf (text, sizeof text, ">%d", last);
  cor_csv_text (csv, text);
}

static GString *
quantiles (const CorMonteCarlo *drawn)
{
  GString *csv = g_string_new (NULL);
  int last = drawn->first_year + (int) drawn->n_years - 1;
  const double gap[] = { drawn->gap.p05, drawn->gap.p25, drawn->gap.p50, drawn->gap.p75, drawn->gap.p95 };
  const double parity[]
    = { drawn->parity.p05, drawn->parity.p25, drawn->parity.p50, drawn->parity.p75, drawn->parity.p95 };

  cor_csv_row (csv, "quantity", "p05", "p25", "p50", "p75", "p95", NULL);
  cor_csv_text (csv, "tco_gap_yuan");
  for (guint i = 0; i < G_N_ELEMENTS (gap); i++)
    cor_csv_number (csv, gap[i]);
  cor_csv_end_row (csv);
  cor_csv_text (csv, "parity_year");
  for (guint i = 0; i < G_N_ELEMENTS (parity); i++)
    year_cell (csv, parity[i], last);
  cor_csv_end_row (csv);
  return csv;
}

/* Beside the table: which figures were not drawn independently. */
static void
tell_together (const CorGap *gap, const CorMonteCarlo *drawn)
{
  g_autofree char *together = cor_chart_together (gap, drawn, NULL, NULL);

  if (together != NULL)
    g_printerr ("corridor-cli: %s\n", together);
}

/* The table asked for, or %NULL with an error. */
static GString *
answer (const CorResults *results, const char *duty_id, int samples, int seed, GError **error)
{
  const CorDutyResult *duty = cor_results_duty (results, duty_id);
  const CorAlternative *truck = duty ? cor_duty_result_shown (duty) : NULL;
  g_autoptr (CorGap) gap = NULL;
  g_autoptr (CorMonteCarlo) drawn = NULL;

  if (truck == NULL)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE,
                   duty ? _ ("the duty “%s” has no truck") : _ ("the scenario has no duty “%s”"), duty_id);
      return NULL;
    }
  if ((gap = cor_gap_new (results, duty, truck, error)) == NULL)
    return NULL;
  if (samples == 0)
    return tornado (gap);
  drawn = cor_monte_carlo_new (gap, (guint) samples, (guint32) seed, NULL, error);
  if (drawn == NULL)
    return NULL;
  tell_together (gap, drawn);
  return quantiles (drawn);
}

int
cor_cli_sensitivity (const CorCliCommand *command, char **words)
{
  g_auto (CorCliScenario) options = { 0 };
  g_autofree char *output = NULL, *duty = NULL;
  int samples = 0, seed = 1, status;
  const GOptionEntry own[] = {
    { "duty", 0, 0, G_OPTION_ARG_STRING, &duty, N_ ("The duty that is looked at"), "ID" },
    { "samples", 0, 0, G_OPTION_ARG_INT, &samples, N_ ("Draw that many times from all ranges at once"), "N" },
    { "seed", 0, 0, G_OPTION_ARG_INT, &seed, N_ ("Seed of the draws; the same gives the same"), "S" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (CorResults) results = NULL;
  g_autoptr (GError) error = NULL;
  GString *csv;

  if (!cor_cli_scenario_parse (&options, command, own, words, &status))
    return status;
  if (duty == NULL || samples < 0)
    return cor_cli_misuse (command, duty ? _ ("%s: --samples has to be above 0") : _ ("%s: --duty is needed"), command->name);
  if ((results = cor_cli_scenario_evaluate (&options)) == NULL)
    return COR_CLI_FAILED;
  csv = answer (results, duty, samples, seed, &error);
  return csv ? cor_cli_write_text (output, csv) : cor_cli_fail ("%s: %s", options.file, error->message);
}
