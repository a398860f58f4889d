/* bench-map-window.c: frames of the real window, with the sample and with 2,000 stations and 1,000 routes,
 * while a hand (xdotool) drags the map and a station and points at things, and while zooming is animated:
 * the time from one frame to the next, and what the main thread works for one, which stays the same however
 * busy the machine is. CSV name,unit,value,n.
 *
 * Usage: bench-map-window [sample|large] [pan|zoom|drag|point].
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-edit.h"
#include "cor-map-pane.h"

#include <gdk/x11/gdkx.h>
#include <stdio.h>
#include <time.h>

#define N_STATIONS 2000
#define N_SITES 200
#define N_ROUTES 1000
#define FRAMES 180

/* Milliseconds from one movement of the hand to the next, and pixels it moves. */
#define HAND_MS 12
#define HAND_PIXELS 2

typedef struct
{
  UiFixture ui;
  CorMapView *view;
  const char *scenario; /* its name in the results */
  guint n;
  gint64 last, last_own;
  gint64 times[FRAMES], own[FRAMES];
} Run;

/* What the main thread has worked so far, microseconds. */
static gint64
own_time (void)
{
  struct timespec at;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &at);
  return at.tv_sec * G_USEC_PER_SEC + at.tv_nsec / 1000;
}

/* Sites and stations all over the delta, routes with four points on the way between random sites. */
static CorScenario *
make_scenario (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  CorScenario *scenario = cor_edit_starter (NULL, NULL);

  for (guint i = 0; i < N_SITES + N_STATIONS; i++)
    {
      CorLonLat at = { g_rand_double_range (rand, 112.9, 114.9), g_rand_double_range (rand, 22.3, 23.4) };
      g_autofree char *id = NULL, *name = g_strdup_printf ("Place %u", i);
      CorScenario *next = cor_edit_add_place (scenario, i < N_SITES ? COR_ITEM_SITE : COR_ITEM_STATION,
                                              i < N_SITES ? 0 : (int)(i % 3), at, name, NULL, &id);

      cor_scenario_unref (scenario);
      scenario = next;
    }
  for (guint i = 0; i < N_ROUTES; i++)
    {
      guint n;
      const CorItem *const *sites = cor_scenario_items (scenario, COR_ITEM_SITE, &n);
      g_autofree char *id = g_strdup_printf ("route-%u", i);
      CorRoute *route = (CorRoute *)cor_item_new (COR_ITEM_ROUTE, id);
      CorScenario *next;

      route->origin = g_strdup (sites[i % n]->id);
      route->destination = g_strdup (sites[(i * 7 + 1 + i / n) % n]->id);
      route->vias = cor_vias_new ();
      for (guint k = 0; k < 4; k++)
        {
          CorVia via = { NULL, g_rand_double_range (rand, 112.9, 114.9), g_rand_double_range (rand, 22.3, 23.4) };

          g_array_append_val (route->vias, via);
        }
      next = cor_scenario_with_item (scenario, &route->item);
      cor_scenario_unref (scenario);
      scenario = next;
    }
  return scenario;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Run *run = data;
  gint64 now = g_get_monotonic_time (), own = own_time ();

  if (run->last != 0 && run->n < FRAMES)
    {
      run->own[run->n] = own - run->last_own;
      run->times[run->n++] = now - run->last;
    }
  run->last = now;
  run->last_own = own;
  return run->n < FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return x < y ? -1 : x > y;
}

static void
print_times (Run *run, const char *what, const char *of, gint64 *times)
{
  static const struct
  {
    const char *name;
    guint at;
  } rows[] = { { "p50", FRAMES / 2 }, { "p95", FRAMES * 95 / 100 }, { "longest", FRAMES - 1 } };

  qsort (times, FRAMES, sizeof times[0], compare);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_print ("%s_%s_%s_%s,ms,%.1f,%d\n", run->scenario, what, of, rows[i].name, times[rows[i].at] / 1000.0, FRAMES);
}

/* Measures while @hand, commands for xdotool, is carried out. */
static void
measure (Run *run, const char *what, const char *hand)
{
  FILE *pipe = hand != NULL ? popen ("xdotool -", "w") : NULL;

  run->n = 0;
  run->last = 0;
  if (pipe != NULL)
    {
      fputs (hand, pipe);
      fflush (pipe);
      ui_wait (100);
    }
  gtk_widget_add_tick_callback (GTK_WIDGET (run->view), on_tick, run, NULL);
  while (run->n < FRAMES)
    g_main_context_iteration (NULL, TRUE);
  if (pipe != NULL)
    pclose (pipe);
  print_times (run, what, "frame", run->times);
  print_times (run, what, "main_thread", run->own);
  ui_settle (&run->ui);
  ui_wait (300);
}

/* Where something is on the screen; the window stands in its corner. */
static void
on_screen (Run *run, double lon, double lat, int *x, int *y)
{
  GtkWidget *map = GTK_WIDGET (cor_map_view_get_map (run->view));
  GtkNative *native = gtk_widget_get_native (map);
  CorMapFrame frame;
  double px, py, wx, wy, sx, sy;

  cor_map_view_get_frame (run->view, &frame);
  cor_map_frame_project (&frame, lon, lat, &px, &py);
  gtk_widget_translate_coordinates (map, GTK_WIDGET (native), px, py, &wx, &wy);
  gtk_native_get_surface_transform (native, &sx, &sy);
  *x = (int)(wx + sx);
  *y = (int)(wy + sy);
}

/* From a place to and fro, with the button held or not. */
static char *
sweep (int x, int y, gboolean held)
{
  GString *hand = g_string_new (NULL);

  g_string_append_printf (hand, "mousemove %d %d%s\n", x, y, held ? " mousedown 1" : "");
  for (int i = 0; i < 2 * FRAMES; i++)
    g_string_append_printf (hand, "mousemove_relative -- %d %d sleep %.3f\n", (i / 60) % 2 ? -HAND_PIXELS : HAND_PIXELS,
                            (i / 60) % 2 ? 1 : -1, HAND_MS / 1000.0);
  g_string_append (hand, held ? "key Escape mouseup 1\n" : "");
  return g_string_free (hand, FALSE);
}

static gboolean
zoom_on (gpointer data)
{
  Run *run = data;
  static guint count;

  if (count++ % 4 < 2)
    shumate_map_zoom_in (cor_map_view_get_map (run->view));
  else
    shumate_map_zoom_out (cor_map_view_get_map (run->view));
  return G_SOURCE_CONTINUE;
}

static void
bench_pan (Run *run)
{
  g_autofree char *hand = NULL;
  int x, y;

  cor_map_view_center_on (run->view, 113.3, 22.2, 10);
  ui_wait (1200);
  on_screen (run, 113.15, 22.08, &x, &y);
  hand = sweep (x, y, TRUE);
  measure (run, "pan", hand);
}

static void
bench_zoom (Run *run)
{
  guint source;

  cor_map_view_center_on (run->view, 113.9, 22.8, 9.5);
  ui_wait (1200);
  source = g_timeout_add (400, zoom_on, run);
  measure (run, "zoom", NULL);
  g_source_remove (source);
}

/* Drags or points at a station from above all others, which lies where nothing else does. */
static void
bench_station (Run *run, gboolean held)
{
  guint n;
  const CorItem *const *stations = cor_scenario_items (ui_scenario (&run->ui), COR_ITEM_STATION, &n);
  const CorStation *station = (const CorStation *)stations[n / 2];
  g_autofree char *hand = NULL;
  int x, y;

  cor_map_view_center_on (run->view, station->lon, station->lat, 10);
  ui_wait (1200);
  on_screen (run, station->lon, station->lat, &x, &y);
  hand = sweep (x, y, held);
  measure (run, held ? "drag" : "point", hand);
}

static void
bench_scenario (Run *run, const char *name, const char *only)
{
  run->scenario = name;
  if (only == NULL || g_str_equal (only, "pan"))
    bench_pan (run);
  if (only == NULL || g_str_equal (only, "zoom"))
    bench_zoom (run);
  if (only == NULL || g_str_equal (only, "drag"))
    bench_station (run, TRUE);
  if (only == NULL || g_str_equal (only, "point"))
    bench_station (run, FALSE);
}

int
main (int argc, char **argv)
{
  const char *scenario = argc > 1 ? argv[1] : NULL, *only = argc > 2 ? argv[2] : NULL;
  Run run = { 0 };

  ui_open (&run.ui, NULL);
  /* Without a window manager GDK moves windows itself, also one that was closed meanwhile. */
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  gdk_x11_display_error_trap_push (gtk_widget_get_display (GTK_WIDGET (run.ui.window)));
  G_GNUC_END_IGNORE_DEPRECATIONS
  run.view = COR_MAP_VIEW (ui_find (GTK_WIDGET (run.ui.window), COR_TYPE_MAP_VIEW, NULL, NULL));
  gtk_window_set_default_size (GTK_WINDOW (run.ui.window), 1280, 800);
  ui_wait (200);
  if (g_spawn_command_line_sync ("xdotool search --onlyvisible --class . windowmove %@ 0 0", NULL, NULL, NULL, NULL) == FALSE)
    g_error ("There is no xdotool");
  ui_wait (1000);
  g_print ("name,unit,value,n\n");
  if (scenario == NULL || g_str_equal (scenario, "sample"))
    bench_scenario (&run, "sample", only);
  if (scenario == NULL || g_str_equal (scenario, "large"))
    {
      g_autoptr (CorScenario) large = make_scenario ();

      cor_session_open (run.ui.session, large, NULL);
      ui_settle (&run.ui);
      ui_wait (1500);
      bench_scenario (&run, "large", only);
    }
  cor_session_open (run.ui.session, cor_edit_starter (NULL, NULL), NULL);
  ui_close (&run.ui, NULL);
  return 0;
}
