/* cor-cli-export.c: corridor-cli export.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-export.h"
#include "cor-export.h"
#include "cor-results-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The table asked for: the results, or the items of a kind. */
static GString *
csv (const CorResults *results, const char *table)
{
  if (table == NULL || strcmp (table, "results") == 0)
    return cor_results_table_csv (results, NULL);
  for (int kind = COR_ITEM_HEAD + 1; kind < COR_N_ITEM_KINDS; kind++)
    if (strcmp (table, cor_item_kind_nick (kind)) == 0)
      return cor_export_csv (results->scenario, kind);
  return NULL;
}

/* Each writer by the ending of its files: gives an exit status. */
typedef struct
{
  const CorCliCommand *command;
  const CorResults *results;
  const char *output;
  const char *table;
  const char *route;
} Export;

static int
export_csv (const Export *export)
{
  GString *text = csv (export->results, export->table);

  if (text == NULL)
    return cor_cli_misuse (export->command, _ ("%s: there is no table “%s”"), export->command->name, export->table);
  return cor_cli_write_text (export->output, text);
}

static int
export_geojson (const Export *export)
{
  return cor_cli_write (export->output, cor_export_geojson (export->results->scenario, export->results));
}

static int
export_gpx (const Export *export)
{
  g_autoptr (GError) error = NULL;
  GBytes *gpx = cor_export_gpx (export->results->scenario, export->results, export->route, &error);

  return gpx ? cor_cli_write (export->output, gpx) : cor_cli_fail ("--route: %s", error->message);
}

static const struct
{
  const char *ending;
  int (*run) (const Export *export);
} writers[] = {
  { ".csv", export_csv },
  { ".geojson", export_geojson },
  { ".gpx", export_gpx },
};

static int
run_writer (const Export *export)
{
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_str_has_suffix (export->output, writers[i].ending))
      return writers[i].run (export);
  return COR_CLI_USAGE;
}

static gboolean
known_ending (const char *output)
{
  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    if (g_str_has_suffix (output, writers[i].ending))
      return TRUE;
  return FALSE;
}

int
cor_cli_export (const CorCliCommand *command, char **words)
{
  g_auto (CorCliScenario) options = { 0 };
  g_autofree char *output = NULL, *table = NULL, *language = NULL, *route = NULL;
  gboolean summary = FALSE;
  const GOptionEntry own[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The file to write; its ending says as what"), "FILE" },
    { "table", 0, 0, G_OPTION_ARG_STRING, &table,
      N_ ("For .csv: results, or sites, stations, routes, trucks, duties, policies"), "NAME" },
    { "route", 0, 0, G_OPTION_ARG_STRING, &route, N_ ("For .gpx: this route alone"), "ID" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &language, N_ ("For .pdf, .png, .svg, .xlsx: en or zh; else the user's language"),
      "LANGUAGE" },
    { "summary", 0, 0, G_OPTION_ARG_NONE, &summary, N_ ("For .pdf: page one alone"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (CorResults) results = NULL;
  int status;

  if (!cor_cli_scenario_parse (&options, command, own, words, &status))
    return status;
  if (output == NULL)
    return cor_cli_misuse (command, _ ("%s: --output is needed"), command->name);
  if (language != NULL && !g_str_equal (language, "en") && !g_str_equal (language, "zh"))
    return cor_cli_misuse (command, _ ("%s: “%s” is none of en, zh"), command->name, language);
  if (cor_cli_export_is_report (output))
    return cor_cli_export_report (&options, output, language, summary);
  if (g_str_has_suffix (output, ".xlsx"))
    return cor_cli_export_book (&options, output, language);
  if (!known_ending (output))
    return cor_cli_misuse (command, _ ("%s: “%s” ends in none of .pdf, .png, .svg, .csv, .geojson, .gpx, .xlsx"), command->name, output);
  if ((results = cor_cli_scenario_evaluate (&options)) == NULL)
    return COR_CLI_FAILED;
  return run_writer (&(Export){ command, results, output, table, route });
}
