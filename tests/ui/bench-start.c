/* bench-start.c: from the start of the program to the window on the screen, with the sample open.
 *
 * Starts itself anew ten times, so that each start is a whole one with warm files, and prints the
 * least: what is above it is other work on the machine. Processor time counts all threads.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-application.h"
#include "cor-data-dir.h"
#include "cor-settings.h"
#include "cor-window.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>

#define RUNS    10
#define STARTED "CORRIDOR_BENCH_STARTED"

static double
cpu_ms (void)
{
  struct rusage used;

  getrusage (RUSAGE_SELF, &used);
  return (used.ru_utime.tv_sec + used.ru_stime.tv_sec) * 1e3
         + (used.ru_utime.tv_usec + used.ru_stime.tv_usec) / 1e3;
}

static void
say (const char *what)
{
  gint64 started = g_ascii_strtoll (g_getenv (STARTED), NULL, 10);

  printf ("%s %.1f %.1f\n", what, (g_get_monotonic_time () - started) / 1e3, cpu_ms ());
}

/* The window with its results is on the screen: the first frame drawn after they came. */
static void
drawn (GdkFrameClock *clock, CorWindow *window)
{
  static gboolean first = TRUE;

  if (first)
    say ("window");
  first = FALSE;
  if (cor_session_get_results (cor_window_get_session (window)) == NULL)
    return;
  say ("results");
  fflush (stdout);
  _Exit (0);
}

static void
mapped (GtkWidget *window)
{
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (drawn), window);
}

static void
window_added (GtkApplication *app, GtkWindow *window)
{
  g_signal_connect (window, "map", G_CALLBACK (mapped), NULL);
}

static int
start_once (char *program)
{
  g_autoptr (CorApplication) app = NULL;
  g_autofree char *sample = cor_data_file ("scenarios", "eastern-port.corridor", NULL);
  char *words[] = { program, sample, NULL };

  cor_application_setup_language ();
  g_settings_set_boolean (cor_settings_get (), "tour-done", TRUE);
  app = cor_application_new (G_APPLICATION_NON_UNIQUE);
  g_signal_connect (app, "window-added", G_CALLBACK (window_added), NULL);
  return g_application_run (G_APPLICATION (app), 2, words);
}

/* The least of each figure so far. */
static void
take (const char *said, const char *what, double least[2])
{
  const char *line = strstr (said, what);
  double wall, cpu;

  if (line == NULL || sscanf (line + strlen (what), "%lf %lf", &wall, &cpu) != 2)
    return;
  least[0] = MIN (least[0], wall);
  least[1] = MIN (least[1], cpu);
}

int
main (int argc, char **argv)
{
  double window[2] = { 1e9, 1e9 }, results[2] = { 1e9, 1e9 };
  char *words[] = { argv[0], NULL };

  if (g_getenv (STARTED) != NULL)
    return start_once (argv[0]);
  for (int i = 0; i < RUNS; i++)
    {
      g_autofree char *now = g_strdup_printf ("%" G_GINT64_FORMAT, g_get_monotonic_time ());
      g_auto (GStrv) env = g_environ_setenv (g_get_environ (), STARTED, now, TRUE);
      g_autofree char *said = NULL;
      g_autoptr (GError) error = NULL;

      if (!g_spawn_sync (NULL, words, env, G_SPAWN_DEFAULT, NULL, NULL, &said, NULL, NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          return EXIT_FAILURE;
        }
      take (said, "window", window);
      take (said, "results", results);
    }
  printf ("start, least of %d: window on screen after %.0f ms (%.0f ms of processor time), with "
          "results after %.0f ms (%.0f)\n",
          RUNS, window[0], window[1], results[0], results[1]);
  return window[0] < 1e9 ? EXIT_SUCCESS : EXIT_FAILURE;
}
