/* cor-cli-site.c: corridor-cli site.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-scenario.h"
#include "cor-csv.h"
#include "cor-siting-scenario.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static GString *
site_csv (const CorSitingPlan *plan)
{
  GString *csv = g_string_new (NULL);

  cor_csv_row (csv, "rank", "station", "lon", "lat", "detour_share_after", "served_duties", "kind", "plugs",
               "cost_yuan_per_year_after", "gains", NULL);
  for (guint i = 0; i < plan->ranks->len; i++)
    {
      const CorSitingRank *rank = &g_array_index (plan->ranks, CorSitingRank, i);

      cor_csv_integer (csv, (int) i + 1);
      cor_csv_text (csv, rank->station->item.id);
      cor_csv_number (csv, rank->station->lon);
      cor_csv_number (csv, rank->station->lat);
      cor_csv_number (csv, rank->detour_share);
      cor_csv_integer (csv, (int) rank->served);
      cor_csv_text (csv, cor_enum_nick (cor_station_kind_values, rank->station->station_kind));
      cor_csv_number (csv, rank->station->plugs);
      cor_csv_number (csv, rank->yuan_per_year);
      cor_csv_text (csv, rank->gains ? "true" : "false");
      cor_csv_end_row (csv);
    }
  return csv;
}

static int
site (const CorCliScenario *options, const char *name, const char *output, guint count, double budget, CorSitingAim aim)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorEngine) engine = cor_engine_new_default (&error);
  g_autoptr (CorScenario) scenario = engine ? cor_cli_scenario_load (options, engine, name, &error) : NULL;
  g_autoptr (CorSitingPlan) plan = NULL;

  if (scenario == NULL)
    return cor_cli_fail ("%s", error->message);
  plan = cor_siting_scenario (engine, scenario, count, budget, aim, COR_SITING_BEST, NULL, NULL, &error);
  if (plan == NULL)
    return cor_cli_fail ("%s: stations: %s", name, error->message);
  return cor_cli_write_text (output, site_csv (plan));
}

int
cor_cli_site (const CorCliCommand *command, char **words)
{
  g_auto (CorCliScenario) options = { 0 };
  g_autofree char *output = NULL, *aim = NULL;
  int count = 0;
  double budget = 0;
  const GOptionEntry own[] = {
    { "count", 0, 0, G_OPTION_ARG_INT, &count, N_ ("Most stations to build"), "K" },
    { "budget", 0, 0, G_OPTION_ARG_DOUBLE, &budget, N_ ("Most to spend"), "YUAN" },
    { "aim", 0, 0, G_OPTION_ARG_STRING, &aim, N_ ("After duties served, least detour or cost"), "detour|cost" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autofree GOptionEntry *entries = cor_cli_scenario_entries (&options, own);
  g_auto (GStrv) files = NULL;
  gboolean detour;
  int status;

  if (!cor_cli_parse (command, entries, 1, 1, &words, &status))
    return status;
  files = words;
  detour = aim == NULL || g_strcmp0 (aim, "detour") == 0;
  if (!detour && g_strcmp0 (aim, "cost") != 0)
    return cor_cli_misuse (command, _ ("%s: “%s” is none of detour, cost"), command->name, aim);
  if (count < 0 || !(budget >= 0) || (count == 0 && budget == 0))
    return cor_cli_misuse (command, _ ("%s: say --count=K or --budget=YUAN, above 0"), command->name);
  return site (&options, files[0], output, (guint) count, budget > 0 ? budget : NAN,
               detour ? COR_SITING_DETOUR : COR_SITING_COST);
}
