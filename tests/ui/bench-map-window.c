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
#include "cor-map-scene-paint.h"

#include <gdk/x11/gdkx.h>
#include <time.h>

#define N_STATIONS 2000
#define N_SITES 200
#define N_ROUTES 1000
#define MOST_FRAMES 1000

/* Movements of the hand, milliseconds from one to the next, and pixels each goes. */
#define HAND_MOVES 300
#define HAND_MS 12
#define HAND_PIXELS 2

typedef struct
{
  UiFixture ui;
  CorMapPane *pane;
  CorMapView *view;
  const char *scenario; /* its name in the results */
  gboolean done;
  guint n;
  gint64 last, last_own;
  gint64 times[MOST_FRAMES], own[MOST_FRAMES];
} Run;

/* What the main thread has worked so far, microseconds. */
static gint64
own_time (void)
{
  struct timespec at;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &at);
  return at.tv_sec * G_USEC_PER_SEC + at.tv_nsec / 1000;
}

/* Replaces @scenario by one with the item, which it takes over. */
static void
add_item (CorScenario **scenario, CorItem *item)
{
  CorScenario *next = cor_scenario_with_item (*scenario, item);

  cor_scenario_unref (*scenario);
  *scenario = next;
}

/* A random place in the delta. */
static CorLonLat
somewhere (GRand *rand)
{
  return (CorLonLat){ g_rand_double_range (rand, 112.9, 114.9), g_rand_double_range (rand, 22.3, 23.4) };
}

/* A route from one site to another by way of a place, with the same truck as @duty. */
static void
add_route (CorScenario **scenario, const CorItem *duty, guint i, GRand *rand)
{
  guint n;
  const CorItem *const *sites = cor_scenario_items (*scenario, COR_ITEM_SITE, &n);
  g_autofree char *id = g_strdup_printf ("route-%u", i), *duty_id = g_strdup_printf ("duty-%u", i);
  CorRoute *route = (CorRoute *)cor_item_new (COR_ITEM_ROUTE, id);
  CorItem *work = cor_item_copy (duty);
  CorLonLat at = somewhere (rand);
  CorVia via = { NULL, at.lon, at.lat };

  route->origin = g_strdup (sites[i % n]->id);
  route->destination = g_strdup (sites[(i * 7 + 1 + i / n) % n]->id);
  route->vias = cor_vias_new ();
  g_array_append_val (route->vias, via);
  add_item (scenario, &route->item);
  g_free (work->id);
  work->id = g_strdup (duty_id);
  cor_item_set_string (work, cor_item_field (COR_ITEM_DUTY, "route"), id);
  add_item (scenario, work);
}

/* The sample with sites and stations all over the delta and routes between them, each worked by a duty. */
static CorScenario *
make_scenario (CorScenario *sample)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261122);
  CorScenario *scenario = cor_scenario_ref (sample);
  guint n;
  const CorItem *duty = cor_scenario_items (sample, COR_ITEM_DUTY, &n)[0];

  for (guint i = 0; i < N_SITES + N_STATIONS; i++)
    {
      g_autofree char *id = NULL, *name = g_strdup_printf ("Place %u", i);
      CorScenario *next = cor_edit_add_place (scenario, i < N_SITES ? COR_ITEM_SITE : COR_ITEM_STATION,
                                              i < N_SITES ? 0 : (int)(i % 3), somewhere (rand), name, NULL, &id);

      cor_scenario_unref (scenario);
      scenario = next;
    }
  for (guint i = 0; i < N_ROUTES; i++)
    add_route (&scenario, duty, i, rand);
  return scenario;
}

static gboolean
on_tick (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Run *run = data;
  gint64 now = g_get_monotonic_time (), own = own_time ();

  if (run->last != 0 && run->n < MOST_FRAMES)
    {
      run->own[run->n] = own - run->last_own;
      run->times[run->n++] = now - run->last;
    }
  run->last = now;
  run->last_own = own;
  return run->done ? G_SOURCE_REMOVE : G_SOURCE_CONTINUE;
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
  const struct
  {
    const char *name;
    guint at;
  } rows[] = { { "p50", run->n / 2 }, { "p95", run->n * 95 / 100 }, { "longest", run->n - 1 } };

  qsort (times, run->n, sizeof times[0], compare);
  for (guint i = 0; run->n > 0 && i < G_N_ELEMENTS (rows); i++)
    g_print ("%s_%s_%s_%s,ms,%.1f,%u\n", run->scenario, what, of, rows[i].name, times[rows[i].at] / 1000.0, run->n);
}

static void
hand_is_done (GObject *hand, GAsyncResult *result, gpointer run)
{
  ((Run *)run)->done = TRUE;
}

/* Measures while @hand, commands for xdotool, is carried out. */
static void
measure (Run *run, const char *what, const char *hand)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process
      = g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE, &error, "xdotool", "-", NULL);

  g_assert_no_error (error);
  run->n = 0;
  run->last = 0;
  run->done = FALSE;
  g_subprocess_communicate_utf8_async (process, hand, NULL, hand_is_done, run);
  gtk_widget_add_tick_callback (GTK_WIDGET (run->view), on_tick, run, NULL);
  while (!run->done)
    g_main_context_iteration (NULL, TRUE);
  print_times (run, what, "frame", run->times);
  print_times (run, what, "main_thread", run->own);
  for (guint i = 0; cor_session_get_computing (run->ui.session) && i < 600; i++)
    ui_wait (100);
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
  for (int i = 0; i < HAND_MOVES; i++)
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

/* A place on the map where nothing lies under the pointer. */
static void
find_nothing (Run *run, double *lon, double *lat)
{
  CorMapScene *scene = cor_object_layer_get_scene (cor_map_pane_get_layer (run->pane));
  CorMapFrame frame;
  CorMapMark mark;

  cor_map_view_get_frame (run->view, &frame);
  for (double y = 0.2; y < 0.7; y += 0.01)
    for (double x = 0.2; x < 0.7; x += 0.01)
      if (!cor_map_scene_hit (scene, &frame, x * frame.width, y * frame.height, &mark, NULL, NULL))
        {
          cor_map_frame_unproject (&frame, x * frame.width, y * frame.height, lon, lat);
          return;
        }
  g_error ("There is no bare place on the map");
}

static void
bench_pan (Run *run)
{
  g_autofree char *hand = NULL;
  double lon = 0, lat = 0;
  int x, y;

  cor_map_view_center_on (run->view, 113.9, 22.6, 10);
  ui_wait (1200);
  find_nothing (run, &lon, &lat);
  on_screen (run, lon, lat, &x, &y);
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
  measure (run, "zoom", "sleep 4\n");
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
  run.pane = COR_MAP_PANE (ui_find (GTK_WIDGET (run.ui.window), COR_TYPE_MAP_PANE, NULL, NULL));
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
      g_autoptr (CorScenario) large = make_scenario (ui_scenario (&run.ui));

      cor_session_open (run.ui.session, large, NULL);
      for (guint i = 0; cor_session_get_computing (run.ui.session) && i < 600; i++)
        ui_wait (100);
      ui_wait (1500);
      bench_scenario (&run, "large", only);
    }
  cor_session_open (run.ui.session, cor_edit_starter (NULL, NULL), NULL);
  ui_close (&run.ui, NULL);
  return 0;
}
