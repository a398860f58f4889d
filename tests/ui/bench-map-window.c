/* bench-map-window.c: frames of the real window with 2,000 stations and 1,000 routes, while the map is
 * moved, zoomed, and a station is dragged: from one frame to the next, and what the main thread works for
 * one. CSV name,unit,value,n.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "ui-driver.h"

#include "cor-edit.h"
#include "cor-map-pane.h"

#include <time.h>

#define N_STATIONS 2000
#define N_SITES 200
#define N_ROUTES 1000
#define FRAMES 150

typedef enum
{
  RUN_PAN,
  RUN_ZOOM,
  RUN_DRAG,
} What;

typedef struct
{
  CorMapView *view;
  CorObjectLayer *layer;
  const char *station;
  What what;
  guint n;
  gint64 last;
  gint64 times[FRAMES];
} Run;

/* What the main thread has worked so far, microseconds: what a frame costs, however busy the machine is. */
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
  gint64 now = g_get_monotonic_time ();

  if (run->last != 0 && run->n < FRAMES)
    run->times[run->n++] = now - run->last;
  run->last = now;
  if (run->what == RUN_PAN)
    cor_map_view_center_on (run->view, 113.6 + 0.004 * run->n, 22.8, -1);
  else if (run->what == RUN_ZOOM)
    cor_map_view_center_on (run->view, 113.9, 22.8, 9.0 + 0.02 * run->n);
  else
    g_signal_emit_by_name (run->layer, "object-dragged", COR_MAP_OBJECT_STATION, run->station, COR_MAP_PHASE_UPDATE,
                           113.6 + 0.002 * run->n, 22.8);
  return run->n < FRAMES ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static int
compare (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a, y = *(const gint64 *)b;

  return x < y ? -1 : x > y;
}

static void
measure (Run *run, What what, const char *name)
{
  gint64 began = own_time ();

  run->what = what;
  run->n = 0;
  run->last = 0;
  gtk_widget_add_tick_callback (GTK_WIDGET (run->view), on_tick, run, NULL);
  while (run->n < FRAMES)
    g_main_context_iteration (NULL, TRUE);
  g_print ("%s_main_thread,ms,%.1f,%d\n", name, (own_time () - began) / 1000.0 / FRAMES, FRAMES);
  qsort (run->times, FRAMES, sizeof run->times[0], compare);
  g_print ("%s_median,ms,%.1f,%d\n", name, run->times[FRAMES / 2] / 1000.0, FRAMES);
  g_print ("%s_p95,ms,%.1f,%d\n", name, run->times[FRAMES * 95 / 100] / 1000.0, FRAMES);
  g_print ("%s_longest,ms,%.1f,%d\n", name, run->times[FRAMES - 1] / 1000.0, FRAMES);
}

int
main (int argc, char **argv)
{
  g_autoptr (CorScenario) scenario = make_scenario ();
  CorMapPane *pane;
  UiFixture f = { 0 };
  guint n;
  Run run = { 0 };

  ui_open (&f, NULL);
  cor_session_open (f.session, scenario, NULL);
  ui_settle (&f);
  pane = COR_MAP_PANE (ui_find (GTK_WIDGET (f.window), COR_TYPE_MAP_PANE, NULL, NULL));
  run.view = COR_MAP_VIEW (ui_find (GTK_WIDGET (pane), COR_TYPE_MAP_VIEW, NULL, NULL));
  run.layer = cor_map_pane_get_layer (pane);
  run.station = cor_scenario_items (scenario, COR_ITEM_STATION, &n)[0]->id;
  cor_map_view_center_on (run.view, 113.6, 22.8, 9.5);
  ui_wait (1500);
  g_print ("name,unit,value,n\n");
  measure (&run, RUN_PAN, "window_pan");
  measure (&run, RUN_ZOOM, "window_zoom");
  cor_map_view_center_on (run.view, 113.9, 22.8, 9.5);
  g_signal_emit_by_name (run.layer, "object-dragged", COR_MAP_OBJECT_STATION, run.station, COR_MAP_PHASE_BEGIN, 113.6, 22.8);
  measure (&run, RUN_DRAG, "window_drag");
  g_signal_emit_by_name (run.layer, "object-dragged", COR_MAP_OBJECT_STATION, run.station, COR_MAP_PHASE_CANCEL, 113.6, 22.8);
  ui_close (&f, NULL);
  return 0;
}
