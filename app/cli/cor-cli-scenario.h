/* cor-cli-scenario.h: a scenario as the command line asks for it, evaluated.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-cli.h"
#include "cor-engine.h"

G_BEGIN_DECLS

/** CorCliScenario: a scenario file and the options that change it before it is evaluated; zeroed at
 * first. */
typedef struct
{
  char *file;
  char **policies;
  gboolean no_policy;
  char *region;
  int year;
  char **settings;
  char *variant;
  char *factors[COR_N_FACTOR_KINDS];
  char *green_share;
  char *activity;
} CorCliScenario;

/** cor_cli_scenario_find: (transfer full): the path of a file, or of a bundled scenario of that
 * name. */
char *cor_cli_scenario_find (const char *name);

/**
 * cor_cli_scenario_parse: reads the words of a command on one scenario: its own options and those
 * that change the scenario, and the file's name, into @options.
 * @own: the command's own options, ending in %G_OPTION_ENTRY_NULL
 * @status: (out): what to exit with where this returns FALSE, as for cor_cli_parse()
 */
gboolean cor_cli_scenario_parse (CorCliScenario *options,
                                 const CorCliCommand *command,
                                 const GOptionEntry *own,
                                 char **words,
                                 int *status);

/**
 * cor_cli_scenario_load: the scenario in the file that @options name, changed as they say.
 *
 * Returns: (transfer full): it, or %NULL with an error that begins with the file or option
 */
CorScenario *cor_cli_scenario_load (const CorCliScenario *options, CorEngine *engine, GError **error);

/**
 * cor_cli_scenario_evaluate: the results of the scenario that @options name, their sentences in
 * English. %NULL where that failed, which was told.
 */
CorResults *cor_cli_scenario_evaluate (const CorCliScenario *options);

/** cor_cli_scenario_change: puts what @options make of @scenario in its place; an error begins with
 * the option. */
gboolean cor_cli_scenario_change (const CorCliScenario *options, CorScenario **scenario, CorEngine *engine, GError **error);

/** cor_cli_factor: whether there is such a factor; else an error that begins with @option and lists
 * them. */
gboolean cor_cli_factor (const CorFactorSet *factors,
                         CorFactorKind kind,
                         const char *id,
                         const char *option,
                         GError **error);

/** cor_cli_share: a share from 0 to 1 as typed; else an error that begins with @option. */
gboolean cor_cli_share (const char *text, const char *option, double *share, GError **error);

/** cor_cli_scenario_clear: frees what the options hold. */
void cor_cli_scenario_clear (CorCliScenario *options);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (CorCliScenario, cor_cli_scenario_clear)

G_END_DECLS
