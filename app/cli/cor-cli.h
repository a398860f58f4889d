/* cor-cli.h: what the commands of corridor-cli share: their table, options, messages, output.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Exit statuses. */
#define COR_CLI_DONE 0
#define COR_CLI_FAILED 1
#define COR_CLI_USAGE 2

/**
 * CorCliCommand: a row of the table of commands.
 * @arguments: what follows the options in the usage line; not translated
 * @summary: one line, marked for translation
 * @run: gets the command and its words, the first of them its name; returns an exit status
 */
typedef struct _CorCliCommand CorCliCommand;
struct _CorCliCommand
{
  const char *name;
  const char *arguments;
  const char *summary;
  int (*run) (const CorCliCommand *command, char **words);
};

/** cor_cli_commands: the table, in cor-cli-commands.c; ends with a row without a name. */
extern const CorCliCommand cor_cli_commands[];

/**
 * cor_cli_parse:
 * @entries: (nullable): the options, ending in %G_OPTION_ENTRY_NULL
 * @n_least, @n_most: how many words there may be beside the options
 * @words: the command's words; on return what is left beside the options, without the name
 * @status: (out): what to exit with where this returns FALSE: after --help, or a usage error that
 *   was told
 */
gboolean cor_cli_parse (const CorCliCommand *command,
                        const GOptionEntry *entries,
                        guint n_least,
                        guint n_most,
                        char ***words,
                        int *status);

/** cor_cli_fail: tells "corridor-cli: TEXT" on standard error; gives %COR_CLI_FAILED. */
int cor_cli_fail (const char *format, ...) G_GNUC_PRINTF (1, 2);

/** cor_cli_misuse: tells what is wrong with the words and how to get help; gives %COR_CLI_USAGE. */
int cor_cli_misuse (const CorCliCommand *command, const char *format, ...) G_GNUC_PRINTF (2, 3);

/**
 * cor_cli_write:
 * @path: (nullable) (type filename): %NULL or "-" for standard output
 * @content: (transfer full)
 *
 * Puts out a result, whole or not at all. Returns an exit status; a failure was told.
 */
int cor_cli_write (const char *path, GBytes *content);

/** cor_cli_write_text: the same for a text; (transfer full). */
int cor_cli_write_text (const char *path, GString *text);

/**
 * cor_cli_plain_begin, cor_cli_plain_end: between them, sentences in results are English whatever
 * the user's language is, so that results are the same bytes everywhere.
 */
void cor_cli_plain_begin (void);
void cor_cli_plain_end (void);

/* One function a command, each in a file of its name. */
int cor_cli_bench (const CorCliCommand *command, char **words);
int cor_cli_breakeven (const CorCliCommand *command, char **words);
int cor_cli_heatmap (const CorCliCommand *command, char **words);
int cor_cli_check (const CorCliCommand *command, char **words);
int cor_cli_consumption (const CorCliCommand *command, char **words);
int cor_cli_convert (const CorCliCommand *command, char **words);
int cor_cli_emissions (const CorCliCommand *command, char **words);
int cor_cli_region (const CorCliCommand *command, char **words);
int cor_cli_months (const CorCliCommand *command, char **words);
int cor_cli_yard (const CorCliCommand *command, char **words);
int cor_cli_evaluate (const CorCliCommand *command, char **words);
int cor_cli_export (const CorCliCommand *command, char **words);
int cor_cli_import (const CorCliCommand *command, char **words);
int cor_cli_machinery (const CorCliCommand *command, char **words);
int cor_cli_network (const CorCliCommand *command, char **words);
int cor_cli_parity (const CorCliCommand *command, char **words);
int cor_cli_route (const CorCliCommand *command, char **words);
int cor_cli_schema (const CorCliCommand *command, char **words);
int cor_cli_site (const CorCliCommand *command, char **words);
int cor_cli_stations (const CorCliCommand *command, char **words);
int cor_cli_sensitivity (const CorCliCommand *command, char **words);

G_END_DECLS
