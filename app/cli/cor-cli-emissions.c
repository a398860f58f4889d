/* cor-cli-emissions.c: corridor-cli emissions.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-scenario.h"
#include "cor-csv.h"
#include "cor-emission-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define G_PER_KG 1000.0

static void
put_factor (GString *csv, const CorFactor *factor, int year)
{
  cor_csv_text (csv, factor ? factor->id : NULL);
  cor_csv_text (csv, factor ? cor_enum_nick (cor_factor_scope_values, factor->scope) : NULL);
  cor_csv_text (csv, factor ? factor->region : NULL);
  cor_csv_number (csv, factor ? factor->year : NAN);
  cor_csv_number (csv, factor ? cor_factor_total (factor, year) : NAN);
}

static void
put_row (GString *csv, const CorResults *results, const CorEmissionRow *row)
{
  const CorHead *head = cor_scenario_head (results->scenario);
  const CorEmission *e = &row->emission;
  double numbers[] = { row->trucks,
                       row->trips,
                       row->km,
                       row->tkm,
                       e->wtt_kg,
                       e->ttw_kg,
                       e->wtw_kg,
                       row->detour_kg,
                       e->wtw_kg / row->trips,
                       e->wtw_kg / row->km * G_PER_KG,
                       e->wtw_kg / row->tkm * G_PER_KG,
                       row->nox_kg,
                       row->pm_kg,
                       row->making_kg };

  cor_csv_text (csv, row->item ? row->item->id : "depots");
  cor_csv_text (csv, row->reference ? "diesel" : "scenario");
  cor_csv_text (csv, row->powertrain < 0 ? NULL : cor_enum_nick (cor_powertrain_values, row->powertrain));
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    cor_csv_number (csv, numbers[i]);
  cor_csv_text (csv, cor_enum_nick (cor_activity_values, head->activity));
  put_factor (csv, row->factor, results->first_year + (int) results->year);
  cor_csv_number (csv, row->powertrain == COR_POWERTRAIN_DIESEL ? NAN : head->green_share);
  cor_csv_end_row (csv);
}

static GString *
table (const CorResults *results, CorEmissionBy by)
{
  GString *csv = g_string_new (NULL);
  g_autoptr (GArray) rows = NULL;
  CorFactorChoice choice;

  cor_factor_choice_init (results, &choice);
  rows = cor_emission_rows (results, &choice, by);
  cor_csv_row (csv, cor_enum_nick (cor_emission_by_values, by), "fleet", "powertrain", "trucks", "trips_per_year",
               "driven_km_per_year", "tkm_per_year", "wtt_kgco2e_per_year", "ttw_kgco2e_per_year", "wtw_kgco2e_per_year",
               "detour_kgco2e_per_year", "wtw_kgco2e_per_trip", "wtw_gco2e_per_km", "wtw_gco2e_per_tkm",
               "nox_kg_per_year", "pm_kg_per_year", "making_kgco2e_per_year", "activity_distance", "factor",
               "factor_scope", "factor_region", "factor_year", "factor_kgco2e_per_unit", "green_share", NULL);
  for (guint i = 0; i < rows->len; i++)
    put_row (csv, results, &g_array_index (rows, CorEmissionRow, i));
  return csv;
}

int
cor_cli_emissions (const CorCliCommand *command, char **words)
{
  g_auto (CorCliScenario) options = { 0 };
  g_autofree char *output = NULL, *by = NULL;
  const GOptionEntry own[] = {
    { "by", 0, 0, G_OPTION_ARG_STRING, &by, N_ ("A row for each duty, route, truck or station, or the whole scenario"),
      "duty|route|truck|station|scenario" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (CorResults) results = NULL;
  int status, rows = COR_EMISSION_BY_DUTY;

  if (!cor_cli_scenario_parse (&options, command, own, words, &status))
    return status;
  if (by != NULL && !cor_enum_from_nick (cor_emission_by_values, by, &rows))
    return cor_cli_misuse (command, _ ("%s: “%s” is none of duty, route, truck, station, scenario"), command->name, by);
  if ((results = cor_cli_scenario_evaluate (&options)) == NULL)
    return COR_CLI_FAILED;
  return cor_cli_write_text (output, table (results, rows));
}
