/* cor-cli-import.c: corridor-cli import.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-scenario.h"
#include "cor-engine.h"
#include "cor-file.h"
#include "cor-import-roads.h"
#include "cor-scenario-file.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What --as takes beside the nicks of the lists in scenario files. */
#define TRACE "trace"

static gboolean
parse_kind (const char *nick, CorItemKind *kind)
{
  static const CorItemKind kinds[] = { COR_ITEM_STATION, COR_ITEM_SITE, COR_ITEM_ROUTE };

  *kind = COR_ITEM_HEAD;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_strcmp0 (nick, cor_item_kind_nick (kinds[i])) == 0)
      *kind = kinds[i];
  return *kind != COR_ITEM_HEAD || g_strcmp0 (nick, TRACE) == 0;
}

/* The network that lines are laid on; NULL, after a message, where there is none. */
static CorNetwork *
load_network (const CorScenario *scenario)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorEngine) engine = cor_engine_new_default (&error);

  if (engine == NULL)
    {
      cor_cli_fail ("%s", error->message);
      return NULL;
    }
  return cor_engine_network_for (engine, cor_scenario_head (scenario)->network, NULL);
}

static CorImport *
read_bytes (GBytes *bytes, const CorImportOptions *options, const CorScenario *scenario, gboolean as_drawn, GError **error)
{
  g_autoptr (CorImport) import = cor_import_read_with (bytes, options, scenario, error);
  g_autoptr (CorNetwork) network = NULL;

  if (import == NULL || as_drawn || options->kind != COR_ITEM_ROUTE)
    return g_steal_pointer (&import);
  if ((network = load_network (scenario)) != NULL)
    cor_import_lay_on_roads (import, scenario, network, NULL, NULL);
  return g_steal_pointer (&import);
}

/* The notes are a result, and English; why a file cannot be read is a message. */
static CorImport *
read_file (const char *path, const CorImportOptions *options, const CorScenario *scenario, gboolean as_drawn)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = cor_file_read (path, COR_IMPORT_MAX_BYTES, &error);
  CorImport *import = NULL;

  if (bytes != NULL)
    {
      cor_cli_plain_begin ();
      import = read_bytes (bytes, options, scenario, as_drawn, NULL);
      cor_cli_plain_end ();
    }
  if (bytes != NULL && import == NULL)
    import = read_bytes (bytes, options, scenario, as_drawn, &error);
  if (import == NULL)
    cor_cli_fail ("%s: %s", path, error->message);
  return import;
}

static int
import_file (const char *path, const char *into, const CorImportOptions *options, gboolean assumed, gboolean as_drawn)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenarioFile) file = cor_scenario_file_load (into, &error);
  g_autoptr (CorScenarioFile) saved = NULL;
  g_autoptr (CorImport) import = NULL;
  g_autoptr (CorScenario) all = NULL;

  if (file == NULL)
    return cor_cli_fail ("%s", error->message);
  if ((import = read_file (path, options, cor_scenario_file_scenario (file), as_drawn)) == NULL)
    return COR_CLI_FAILED;
  all = cor_import_add (import, cor_scenario_file_scenario (file));
  if (import->n_taken > 0 && (saved = cor_scenario_file_save (all, into, file, &error)) == NULL)
    return cor_cli_fail ("%s", error->message);
  if (assumed)
    g_printerr (_ ("corridor-cli: %s: coordinates taken as WGS 84; say --crs=gcj02 or --crs=bd09 if they are not\n"), path);
  g_printerr (_ ("corridor-cli: %s: %u taken, %u left out\n"), path, import->n_taken, import->n_left_out);
  cor_cli_write_text (NULL, cor_import_csv (import));
  return import->n_taken > 0 ? COR_CLI_DONE : cor_cli_fail (_ ("%s: nothing was taken"), path);
}

int
cor_cli_import (const CorCliCommand *command, char **words)
{
  g_autofree char *into = NULL, *as = NULL, *crs_nick = NULL, *name = NULL;
  gboolean as_drawn = FALSE;
  const GOptionEntry entries[] = {
    { "into", 0, 0, G_OPTION_ARG_FILENAME, &into, N_ ("The scenario file that it is added to"), "SCENARIO" },
    { "as", 0, 0, G_OPTION_ARG_STRING, &as, N_ ("What it is: stations, sites, routes or trace"), "KIND" },
    { "crs", 0, 0, G_OPTION_ARG_STRING, &crs_nick, N_ ("System of its coordinates: wgs84, gcj02 or bd09"), "CRS" },
    { "as-drawn", 0, 0, G_OPTION_ARG_NONE, &as_drawn, N_ ("Leave lines as they are, off the road network"), NULL },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) files = NULL;
  CorImportOptions options = COR_IMPORT_OPTIONS_INIT (COR_ITEM_ROUTE, COR_CRS_WGS84);
  CorItemKind kind;
  int status, crs = COR_CRS_WGS84;

  if (!cor_cli_parse (command, entries, 1, 1, &words, &status))
    return status;
  files = words;
  if (into == NULL || !parse_kind (as, &kind))
    return cor_cli_misuse (command, _ ("%s: --into=SCENARIO and --as=stations, sites, routes or trace are needed"), command->name);
  if (crs_nick != NULL && !cor_enum_from_nick (cor_crs_values, crs_nick, &crs))
    return cor_cli_misuse (command, _ ("%s: “%s” is none of wgs84, gcj02, bd09"), command->name, crs_nick);
  name = g_path_get_basename (files[0]);
  options.trace = kind == COR_ITEM_HEAD;
  options.kind = options.trace ? COR_ITEM_ROUTE : kind;
  options.crs = (CorCrs) crs;
  options.source = name;
  return import_file (files[0], into, &options, crs_nick == NULL, as_drawn);
}
