/* cor-cli-network.c: corridor-cli network build.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli.h"
#include "cor-csv.h"
#include "cor-network-build.h"
#include "cor-network-store.h"

#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

/* How far it is, told in place on a terminal and at every tenth elsewhere. */
typedef struct
{
  gint64 begin;
  int percent;
  gboolean terminal;
  GCancellable *cancellable;
} Progress;

/* The signal that asked to stop, 0 for none. */
static volatile sig_atomic_t asked_to_stop;

static void
on_signal (int number)
{
  asked_to_stop = number;
}

/* Ctrl+C, a closed terminal and kill end the work in order; the second time at once. */
static void
catch_signals (void)
{
  struct sigaction action = { .sa_handler = on_signal, .sa_flags = (int) SA_RESETHAND };

  sigaction (SIGINT, &action, NULL);
  sigaction (SIGTERM, &action, NULL);
  sigaction (SIGHUP, &action, NULL);
}

static const char *
step_name (CorNetworkBuildStep step)
{
  switch (step)
    {
    case COR_NETWORK_BUILD_ROADS:
      return _ ("reading roads");
    case COR_NETWORK_BUILD_PLACES:
      return _ ("reading places");
    case COR_NETWORK_BUILD_JOIN:
      return _ ("joining roads");
    case COR_NETWORK_BUILD_HEIGHTS:
      return _ ("looking up heights");
    case COR_NETWORK_BUILD_WRITE:
    default:
      return _ ("writing");
    }
}

static void
tell_progress (CorNetworkBuildStep step, double share, gpointer data)
{
  Progress *progress = data;
  int percent = (int) (share * 100);
  double took_s = (double) (g_get_monotonic_time () - progress->begin) / G_USEC_PER_SEC;

  if (asked_to_stop != 0)
    g_cancellable_cancel (progress->cancellable);
  if (percent == progress->percent || (!progress->terminal && percent / 10 == progress->percent / 10))
    return;
  progress->percent = percent;
  g_printerr (_ ("%s%3d %%, %s, %.0f s left%s"), progress->terminal ? "\r" : "", percent, step_name (step),
              share > 0 ? took_s / share - took_s : 0, progress->terminal ? "\033[K" : "\n");
}

static GString *
summary (const CorNetworkBuildReport *report)
{
  GString *csv = g_string_new (NULL);

  cor_csv_row (csv, "ways", "nodes", "edges", "points", "turns_kept", "turns_left_out", "edges_cut_off", "barriers",
               "heights_found", "heights_between", "conditions_kept", "conditions_left_out", NULL);
  cor_csv_integer (csv, (int) report->ways);
  cor_csv_integer (csv, (int) report->nodes);
  cor_csv_integer (csv, (int) report->edges);
  cor_csv_integer (csv, (int) report->points);
  cor_csv_integer (csv, (int) report->turns_kept);
  cor_csv_integer (csv, (int) report->turns_left_out);
  cor_csv_integer (csv, (int) report->edges_cut_off);
  cor_csv_integer (csv, (int) report->barriers);
  cor_csv_integer (csv, (int) report->heights_found);
  cor_csv_integer (csv, (int) report->heights_between);
  cor_csv_integer (csv, (int) report->conditions_kept);
  cor_csv_integer (csv, (int) report->conditions_left_out);
  cor_csv_end_row (csv);
  return csv;
}

/* Where the network of an extract is kept; the folder is made. */
static char *
install_path (const char *extract)
{
  g_autofree char *name = cor_network_store_name_for (extract);
  char *path = cor_network_store_path (name);
  g_autofree char *dir = path ? g_path_get_dirname (path) : NULL;

  if (dir != NULL)
    g_mkdir_with_parents (dir, 0755);
  return path;
}

int
cor_cli_network (const CorCliCommand *command, char **words)
{
  g_autofree char *output = NULL, *heights = NULL;
  gboolean install = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("The network file to write"), "FILE" },
    { "install", 0, 0, G_OPTION_ARG_NONE, &install, N_ ("Keep it for scenarios that name it"), NULL },
    { "heights", 0, 0, G_OPTION_ARG_FILENAME, &heights, N_ ("Slopes from the SRTM tiles (.hgt) in a folder"), "FOLDER" },
    G_OPTION_ENTRY_NULL,
  };
  g_auto (GStrv) rest = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Progress progress = { g_get_monotonic_time (), -1, isatty (STDERR_FILENO), cancellable };
  CorNetworkBuildReport report = { 0 };
  gboolean sound;
  int status;

  if (!cor_cli_parse (command, entries, 2, 2, &words, &status))
    return status;
  rest = words;
  if (strcmp (rest[0], "build") != 0)
    return cor_cli_misuse (command, _ ("%s: “%s” is not “build”"), command->name, rest[0]);
  if (install && output == NULL)
    output = install_path (rest[1]);
  if (output == NULL)
    return cor_cli_misuse (command, _ ("%s: --output or --install is needed"), command->name);
  catch_signals ();
  sound = cor_network_build (rest[1], output, heights, tell_progress, &progress, cancellable, &report, &error);
  if (progress.terminal && progress.percent >= 0)
    g_printerr ("\n");
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return cor_cli_fail (_ ("%s: stopped; nothing was written"), output);
  if (!sound && g_str_has_prefix (error->message, rest[1]))
    return cor_cli_fail ("%s", error->message);
  if (!sound)
    return cor_cli_fail ("%s: %s", rest[1], error->message);
  return cor_cli_write_text (NULL, summary (&report));
}
