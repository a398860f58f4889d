/* cor-cli-site.c: corridor-cli site.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-scenario.h"
#include "cor-csv.h"
#include "cor-siting-scenario.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
add_size (GString *csv, const CorStation *station)
{
  gboolean plugs = station->station_kind == COR_STATION_CHARGING || station->station_kind == COR_STATION_BOTH;
  gboolean swaps = station->station_kind == COR_STATION_SWAP || station->station_kind == COR_STATION_BOTH;

  cor_csv_text (csv, cor_enum_nick (cor_station_kind_values, station->station_kind));
  cor_csv_number (csv, plugs ? station->plugs : NAN);
  cor_csv_number (csv, swaps ? station->batteries : NAN);
}

static GString *
site_csv (const CorSitingPlan *plan)
{
  GString *csv = g_string_new (NULL);
  const CorSitingRank *before = &plan->before;

  cor_csv_row (csv, "rank", "station", "lon", "lat", "detour_share_after", "served_duties", "kind", "plugs", "batteries",
               "cost_yuan", "cost_yuan_per_year_after", "gain_duties", "gain_detour_km_per_year", "gain_yuan_per_year",
               "gains", "method", "carriers_yuan_per_year_after", "fees_yuan_per_year_after",
               "stations_yuan_per_year_after", "demand_yuan_per_year_after",
               "lost_yuan_per_year_after", NULL);
  for (guint i = 0; i < plan->ranks->len; i++)
    {
      const CorSitingRank *rank = &g_array_index (plan->ranks, CorSitingRank, i);

      cor_csv_integer (csv, (int) i + 1);
      cor_csv_text (csv, rank->station->item.id);
      cor_csv_number (csv, rank->station->lon);
      cor_csv_number (csv, rank->station->lat);
      cor_csv_number (csv, rank->detour_share);
      cor_csv_integer (csv, (int) rank->served);
      add_size (csv, rank->station);
      cor_csv_number (csv, rank->cost_yuan);
      cor_csv_number (csv, rank->yuan_per_year);
      cor_csv_integer (csv, (int) rank->served - (int) before->served);
      cor_csv_number (csv, rank->served == before->served ? before->detour_km - rank->detour_km : NAN);
      cor_csv_number (csv, rank->served == before->served ? before->yuan_per_year - rank->yuan_per_year : NAN);
      cor_csv_text (csv, rank->gains ? "true" : "false");
      cor_csv_text (csv, plan->method == COR_SITING_EXACT ? "exact" : "greedy");
      cor_csv_number (csv, rank->carriers_yuan);
      cor_csv_number (csv, rank->fees_yuan);
      cor_csv_number (csv, rank->stations_yuan);
      cor_csv_number (csv, rank->demand_yuan);
      cor_csv_number (csv, rank->lost_yuan);
      cor_csv_end_row (csv);
      before = rank;
    }
  return csv;
}

static int
site (const CorCliScenario *options, const char *output, const CorSitingRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorEngine) engine = cor_engine_new_default (&error);
  g_autoptr (CorScenario) scenario = engine ? cor_cli_scenario_load (options, engine, &error) : NULL;
  g_autoptr (CorSitingPlan) plan = NULL;

  if (scenario == NULL)
    return cor_cli_fail ("%s", error->message);
  plan = cor_siting_scenario (engine, scenario, request, NULL, NULL, &error);
  if (plan == NULL)
    return cor_cli_fail ("%s: stations: %s", options->file, error->message);
  return cor_cli_write_text (output, site_csv (plan));
}

static gboolean
read_aim (const char *word, CorSitingAim *aim)
{
  static const char *const words[]
    = { [COR_SITING_COST] = "cost", [COR_SITING_CARRIERS] = "carriers", [COR_SITING_DETOUR] = "detour" };

  *aim = COR_SITING_DETOUR;
  for (guint i = 0; word != NULL && i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (word, words[i]))
      {
        *aim = (CorSitingAim) i;
        return TRUE;
      }
  return word == NULL;
}

/* What the words of the options ask for; FALSE, and said, where one is none of those it may be. */
static gboolean
read_words (const CorCliCommand *command, const char *aim, const char *method, CorSitingRequest *request, int *status)
{
  static const char *const methods[] = { [COR_SITING_BEST] = "best", [COR_SITING_EXACT] = "exact", [COR_SITING_GREEDY] = "greedy" };
  gboolean found = method == NULL;

  if (!read_aim (aim, &request->aim))
    {
      *status = cor_cli_misuse (command, _ ("%s: “%s” is none of detour, cost, carriers"), command->name, aim);
      return FALSE;
    }
  for (guint i = 0; method != NULL && i < G_N_ELEMENTS (methods); i++)
    if (g_str_equal (method, methods[i]))
      {
        request->method = (CorSitingMethod) i;
        found = TRUE;
      }
  if (!found)
    *status = cor_cli_misuse (command, _ ("%s: “%s” is none of best, exact, greedy"), command->name, method);
  return found;
}

int
cor_cli_site (const CorCliCommand *command, char **words)
{
  g_auto (CorCliScenario) options = { 0 };
  g_autofree char *output = NULL, *aim = NULL, *method = NULL;
  int count = 0;
  double budget = 0;
  CorSitingRequest request = { 0 };
  const GOptionEntry own[] = {
    { "count", 0, 0, G_OPTION_ARG_INT, &count, N_ ("Most stations to build"), "K" },
    { "budget", 0, 0, G_OPTION_ARG_DOUBLE, &budget, N_ ("Most to spend"), "YUAN" },
    { "aim", 0, 0, G_OPTION_ARG_STRING, &aim, N_ ("After duties served: least detour, least cost of all together, or of the carriers"), "detour|cost|carriers" },
    { "as-given", 0, 0, G_OPTION_ARG_NONE, &request.as_given, N_ ("Kinds and sizes as in the scenario"), NULL },
    { "method", 0, 0, G_OPTION_ARG_STRING, &method, N_ ("How to choose"), "best|exact|greedy" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  int status;

  if (!cor_cli_scenario_parse (&options, command, own, words, &status))
    return status;
  if (!read_words (command, aim, method, &request, &status))
    return status;
  if (count < 0 || !(budget >= 0) || (count == 0 && budget == 0))
    return cor_cli_misuse (command, _ ("%s: say --count=K or --budget=YUAN, above 0"), command->name);
  request.count = (guint) count;
  request.budget_yuan = budget > 0 ? budget : NAN;
  return site (&options, output, &request);
}
