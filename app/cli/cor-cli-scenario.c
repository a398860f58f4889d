/* cor-cli-scenario.c: a scenario as the command line asks for it, evaluated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-scenario.h"

#include "cor-data-dir.h"
#include "cor-scenario-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

char *
cor_cli_scenario_find (const char *name)
{
  g_autofree char *bundled = NULL;

  if (strchr (name, G_DIR_SEPARATOR) == NULL && !g_file_test (name, G_FILE_TEST_EXISTS))
    {
      bundled = cor_data_file ("scenarios", name, NULL);
      if (g_file_test (bundled, G_FILE_TEST_IS_REGULAR))
        return g_steal_pointer (&bundled);
    }
  return g_strdup (name);
}

/* All options of a command that evaluates; free with g_free(). */
static GOptionEntry *
all_entries (CorCliScenario *options, const GOptionEntry *own)
{
  const GOptionEntry shared[] = {
    { "policy", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->policies,
      N_ ("Have this policy in force, and no others; may be given again"), "ID" },
    { "no-policy", 0, 0, G_OPTION_ARG_NONE, &options->no_policy, N_ ("Have no policy in force"),
      NULL },
    { "region", 0, 0, G_OPTION_ARG_STRING, &options->region,
      N_ ("Only duties of this region; all duties, as if there, where none is of it"), "ID" },
    { "year", 0, 0, G_OPTION_ARG_INT, &options->year, N_ ("The model year shown"), "YEAR" },
    { "set", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->settings,
      N_ ("Give a parameter a value for all, as POWERTRAIN.PARAMETER for trucks of that sort, as "
          "PARAMETER.ID "
          "for one truck or duty; may be given again"),
      "PARAMETER=VALUE" },
    { "grid-factor", 0, 0, G_OPTION_ARG_STRING, &options->factors[COR_FACTOR_GRID],
      N_ ("Count electricity with this emission factor"), "ID" },
    { "diesel-factor", 0, 0, G_OPTION_ARG_STRING, &options->factors[COR_FACTOR_DIESEL],
      N_ ("Count diesel with this emission factor"), "ID" },
    { "hydrogen-factor", 0, 0, G_OPTION_ARG_STRING, &options->factors[COR_FACTOR_HYDROGEN],
      N_ ("Count hydrogen with this emission factor"), "ID" },
    { "green-share", 0, 0, G_OPTION_ARG_STRING, &options->green_share,
      N_ ("Share of electricity under green contracts, 0 to 1"), "SHARE" },
    { "activity", 0, 0, G_OPTION_ARG_STRING, &options->activity,
      N_ ("Distance of transport activity: sfd, the shortest feasible, or gcd, the great circle"),
      "sfd|gcd" },
    { "variant", 0, 0, G_OPTION_ARG_STRING, &options->variant,
      N_ ("Take a variant of the scenario"), "ID" },
  };
  guint n = 0;
  GOptionEntry *all;

  while (own[n].long_name != NULL)
    n++;
  all = g_new0 (GOptionEntry, n + G_N_ELEMENTS (shared) + 1);
  memcpy (all, own, n * sizeof *all);
  memcpy (all + n, shared, sizeof shared);
  return all;
}

gboolean
cor_cli_scenario_parse (CorCliScenario *options,
                        const CorCliCommand *command,
                        const GOptionEntry *own,
                        char **words,
                        int *status)
{
  g_autofree GOptionEntry *entries = all_entries (options, own);

  if (!cor_cli_parse (command, entries, 1, 1, &words, status))
    return FALSE;
  options->file = g_strdup (words[0]);
  g_strfreev (words);
  return TRUE;
}

/* Says so where the roads that the scenario asks for are not here. */
static void
tell_missing_roads (CorEngine *engine, const CorScenario *scenario, const char *path)
{
  const char *name = cor_scenario_head (scenario)->network;
  g_autoptr (CorNetwork) network = NULL;
  gboolean missing = FALSE;

  if (name == NULL)
    return;
  network = cor_engine_network_for (engine, name, &missing);
  if (missing)
    g_printerr (_ ("corridor-cli: %s: network: indicative network in use: there is no road network "
                   "“%s” on this computer; build it with --install\n"),
                path, name);
}

CorScenario *
cor_cli_scenario_load (const CorCliScenario *options, CorEngine *engine, GError **error)
{
  g_autofree char *path = cor_cli_scenario_find (options->file);
  g_autoptr (CorScenarioFile) file = cor_scenario_file_load (path, error);
  g_autoptr (CorScenario) scenario = NULL;

  if (file == NULL)
    return NULL;
  scenario = cor_scenario_ref (cor_scenario_file_scenario (file));
  if (!cor_cli_scenario_change (options, &scenario, engine, error))
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }
  tell_missing_roads (engine, scenario, path);
  return g_steal_pointer (&scenario);
}

CorResults *
cor_cli_scenario_evaluate (const CorCliScenario *options)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorEngine) engine = cor_engine_new_default (&error);
  g_autoptr (CorScenario) scenario
      = engine ? cor_cli_scenario_load (options, engine, &error) : NULL;
  CorResults *results;

  if (scenario == NULL)
    {
      cor_cli_fail ("%s", error->message);
      return NULL;
    }
  cor_cli_plain_begin ();
  results = cor_engine_evaluate (engine, scenario);
  cor_cli_plain_end ();
  return results;
}

void
cor_cli_scenario_clear (CorCliScenario *options)
{
  g_free (options->file);
  g_strfreev (options->policies);
  g_strfreev (options->settings);
  g_free (options->region);
  g_free (options->variant);
  for (int kind = 0; kind < COR_N_FACTOR_KINDS; kind++)
    g_free (options->factors[kind]);
  g_free (options->green_share);
  g_free (options->activity);
}
