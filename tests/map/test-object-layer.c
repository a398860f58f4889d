/* test-object-layer.c: the pointer on the map, with a real pointer on a screen of its own.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-object-layer.h"

#include <math.h>

typedef struct
{
  GtkWidget *window;
  CorMapView *view;
  CorObjectLayer *layer;
  GString *log; /* what was signalled, without the updates of drags */
  guint n_updates;
  double lon, lat; /* of the last drag or place */
} Fixture;

static gboolean
on_timeout (gpointer done)
{
  *(gboolean *) done = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_ms (guint ms)
{
  gboolean done = FALSE;

  g_timeout_add (ms, on_timeout, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* Lets another program move the pointer. */
static void
xdotool (const char *format, ...)
{
  va_list args;
  g_autofree char *arguments = NULL;
  g_autofree char *command = NULL;
  g_autoptr (GError) error = NULL;
  int status = -1;

  va_start (args, format);
  arguments = g_strdup_vprintf (format, args);
  va_end (args);
  command = g_strdup_printf ("xdotool %s", arguments);
  g_spawn_command_line_sync (command, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  wait_ms (60);
}

static void
on_clicked (CorObjectLayer *layer, int kind, const char *id, int n_press, GdkModifierType state, Fixture *f)
{
  g_string_append_printf (f->log, "clicked %d %s %d;", kind, id, n_press);
}

static void
on_dragged (CorObjectLayer *layer, int kind, const char *id, int phase, double lon, double lat, Fixture *f)
{
  f->lon = lon;
  f->lat = lat;
  if (phase == COR_MAP_PHASE_UPDATE)
    f->n_updates++;
  else
    g_string_append_printf (f->log, "dragged %d %s %d;", kind, id, phase);
}

static void
on_route_dragged (CorObjectLayer *layer, const char *id, int phase, double lon, double lat, Fixture *f)
{
  on_dragged (layer, COR_MAP_OBJECT_ROUTE, id, phase, lon, lat, f);
}

static void
on_background (CorObjectLayer *layer, double lon, double lat, GdkModifierType state, Fixture *f)
{
  f->lon = lon;
  f->lat = lat;
  g_string_append (f->log, "background;");
}

static void
on_place (CorObjectLayer *layer, double lon, double lat, int kind, const char *id, int n_press, GdkModifierType state, Fixture *f)
{
  f->lon = lon;
  f->lat = lat;
  g_string_append_printf (f->log, "place %d %s;", kind, id != NULL ? id : "-");
}

static void
on_hovered (CorObjectLayer *layer, int kind, const char *id, Fixture *f)
{
  g_string_append_printf (f->log, "hovered %s;", id != NULL ? id : "-");
}

static void
on_box (CorObjectLayer *layer, double west, double south, double east, double north, Fixture *f)
{
  g_assert_cmpfloat (west, <, east);
  g_assert_cmpfloat (south, <, north);
  g_string_append (f->log, "box;");
}

static void
on_menu (CorObjectLayer *layer, int kind, const char *id, double x, double y, double lon, double lat, Fixture *f)
{
  g_string_append_printf (f->log, "menu %d %s;", kind, id != NULL ? id : "-");
}

static CorMapScene *
make_scene (void)
{
  static const double line[] = { 113.5, 22.6, 113.9, 22.6, 114.2, 22.6 };
  CorMapScene *scene = cor_map_scene_new ();

  cor_map_scene_add_route (scene, &(CorMapRoute){ .id = "r", .lon_lat = line, .n_points = 3 });
  cor_map_scene_add_station (scene, &(CorMapStation){ "s", COR_MAP_STATION_SWAP, FALSE, FALSE, 113.9, 22.75, "S" });
  cor_map_scene_add_site (scene, &(CorMapSite){ "p", COR_MAP_SITE_PORT, 114.2, 22.6, "P" });
  return scene;
}

static void
setup (Fixture *f, gconstpointer data)
{
  g_autoptr (CorMapScene) scene = make_scene ();

  f->log = g_string_new (NULL);
  f->window = gtk_window_new ();
  f->view = COR_MAP_VIEW (cor_map_view_new ());
  f->layer = cor_object_layer_new (f->view);
  cor_object_layer_set_scene (f->layer, scene);
  g_signal_connect (f->layer, "object-clicked", G_CALLBACK (on_clicked), f);
  g_signal_connect (f->layer, "object-dragged", G_CALLBACK (on_dragged), f);
  g_signal_connect (f->layer, "route-dragged", G_CALLBACK (on_route_dragged), f);
  g_signal_connect (f->layer, "background-clicked", G_CALLBACK (on_background), f);
  g_signal_connect (f->layer, "place-clicked", G_CALLBACK (on_place), f);
  g_signal_connect (f->layer, "box-selected", G_CALLBACK (on_box), f);
  g_signal_connect (f->layer, "context-menu", G_CALLBACK (on_menu), f);
  gtk_window_set_decorated (GTK_WINDOW (f->window), FALSE);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->view));
  gtk_window_present (GTK_WINDOW (f->window));
  xdotool ("mousemove 900 650");
  cor_map_view_center_on (f->view, 113.9, 22.7, 10.0);
  wait_ms (200);
}

static void
teardown (Fixture *f, gconstpointer data)
{
  CorObjectLayer *layer = f->layer;

  g_object_add_weak_pointer (G_OBJECT (layer), (gpointer *) &layer);
  gtk_window_destroy (GTK_WINDOW (f->window));
  wait_ms (200);
  g_assert_null (layer);
  g_string_free (f->log, TRUE);
}

/* The window is at the screen's corner: nothing else is on it. */
static void
where (Fixture *f, double lon, double lat, int *x, int *y)
{
  CorMapFrame frame;
  double px, py;

  cor_map_view_get_frame (f->view, &frame);
  cor_map_frame_project (&frame, lon, lat, &px, &py);
  *x = (int) round (px);
  *y = (int) round (py);
}

/* Events take their time on a busy machine: waits for what is expected, then looks. */
static void
assert_log (Fixture *f, const char *expected)
{
  for (int i = 0; i < 3000 && !g_str_equal (f->log->str, expected); i++)
    wait_ms (20);
  g_assert_cmpstr (f->log->str, ==, expected);
  g_string_truncate (f->log, 0);
}

static void
test_click (Fixture *f, gconstpointer data)
{
  int x, y;

  where (f, 113.9, 22.75, &x, &y);
  xdotool ("mousemove %d %d click 1", x + 3, y);
  assert_log (f, "clicked 2 s 1;");
  where (f, 113.6, 22.6, &x, &y);
  xdotool ("mousemove %d %d click 1", x, y + 2);
  assert_log (f, "clicked 1 r 1;");
  where (f, 113.9, 22.85, &x, &y);
  xdotool ("mousemove %d %d click 1", x, y);
  assert_log (f, "background;");
  g_assert_cmpfloat_with_epsilon (f->lon, 113.9, 0.002);
  g_assert_cmpfloat_with_epsilon (f->lat, 22.85, 0.002);
  where (f, 114.2, 22.6, &x, &y);
  xdotool ("mousemove %d %d click 3", x, y);
  assert_log (f, "menu 3 p;");
}

/* A double click opens, and does not zoom. */
static void
test_double_click (Fixture *f, gconstpointer data)
{
  CorMapFrame frame;
  int x, y;

  where (f, 113.9, 22.75, &x, &y);
  xdotool ("mousemove %d %d click --repeat 2 --delay 60 1", x, y);
  wait_ms (300);
  assert_log (f, "clicked 2 s 1;clicked 2 s 2;");
  cor_map_view_get_frame (f->view, &frame);
  g_assert_cmpfloat (frame.zoom, ==, 10.0);
}

static void
test_drag (Fixture *f, gconstpointer data)
{
  int x, y;

  where (f, 113.9, 22.75, &x, &y);
  /* Taken off its middle, it moves by what the pointer moves. */
  xdotool ("mousemove %d %d mousedown 1 mousemove_relative 20 10 mousemove_relative 20 10 mousemove_relative 20 10 mouseup 1",
           x + 4, y);
  assert_log (f, "dragged 2 s 0;dragged 2 s 2;");
  g_assert_cmpuint (f->n_updates, >=, 1);
  where (f, f->lon, f->lat, &x, &y);
  xdotool ("mousemove 0 0");
  {
    int was_x, was_y;

    where (f, 113.9, 22.75, &was_x, &was_y);
    g_assert_cmpint (ABS (x - was_x - 60), <=, 1);
    g_assert_cmpint (ABS (y - was_y - 30), <=, 1);
  }
}

static void
test_escape (Fixture *f, gconstpointer data)
{
  int x, y;

  where (f, 113.9, 22.75, &x, &y);
  xdotool ("mousemove %d %d mousedown 1 mousemove_relative 20 10 mousemove_relative 20 10", x, y);
  assert_log (f, "dragged 2 s 0;");
  g_assert_true (cor_object_layer_cancel (f->layer));
  g_assert_false (cor_object_layer_cancel (f->layer));
  xdotool ("mouseup 1");
  assert_log (f, "dragged 2 s 3;");
}

/* A point of a line is pulled; then the map itself, where nothing lies. */
static void
test_route_and_map (Fixture *f, gconstpointer data)
{
  CorMapFrame before, after;
  int x, y;

  where (f, 113.7, 22.6, &x, &y);
  xdotool ("mousemove %d %d mousedown 1 mousemove_relative 0 20 mousemove_relative 0 20 mouseup 1", x, y);
  assert_log (f, "dragged 1 r 0;dragged 1 r 2;");

  cor_map_view_get_frame (f->view, &before);
  where (f, 113.9, 22.85, &x, &y);
  xdotool ("mousemove %d %d mousedown 1", x, y);
  for (int i = 0; i < 6; i++)
    xdotool ("mousemove_relative 20 0");
  xdotool ("mouseup 1");
  cor_map_view_get_frame (f->view, &after);
  g_assert_cmpfloat (after.left, <, before.left - 50.0);
  assert_log (f, "");
}

static void
test_place_tool (Fixture *f, gconstpointer data)
{
  int x, y;

  cor_object_layer_set_tool (f->layer, COR_MAP_TOOL_PLACE);
  where (f, 113.9, 22.85, &x, &y);
  xdotool ("mousemove %d %d click 1", x, y);
  assert_log (f, "place 0 -;");
  where (f, 114.2, 22.6, &x, &y);
  xdotool ("mousemove %d %d click 1", x + 2, y);
  assert_log (f, "place 3 p;");
  g_assert_cmpfloat_with_epsilon (f->lon, 114.2, 1e-6);
}

static void
test_box (Fixture *f, gconstpointer data)
{
  xdotool ("mousemove 300 200 keydown shift mousedown 1 mousemove_relative 60 40 mousemove_relative 60 40 mouseup 1 keyup shift");
  assert_log (f, "box;");
}

static void
test_hover (Fixture *f, gconstpointer data)
{
  int x, y;

  g_signal_connect (f->layer, "object-hovered", G_CALLBACK (on_hovered), f);
  where (f, 113.9, 22.75, &x, &y);
  xdotool ("mousemove %d %d", x, y);
  xdotool ("mousemove %d %d", x, y - 60);
  assert_log (f, "hovered s;hovered -;");
}

/* What the caller sets is drawn without a complaint: marks, bubble, band, another look. */
static void
test_state (Fixture *f, gconstpointer data)
{
  static const double band[] = { 113.6, 22.8, 113.8, 22.9 };
  CorMapMark marks[] = { { COR_MAP_OBJECT_STATION, "s" }, { COR_MAP_OBJECT_ROUTE, "r" } };
  CorMapBubbleRow row = { "Detour share", "5.3 %", "4.2 %", COR_MAP_TINT_BETTER };
  CorMapBubble bubble = { "S", "moved", &row, 1 };

  cor_object_layer_set_selected (f->layer, marks, 2);
  cor_object_layer_set_hovered (f->layer, &marks[0]);
  cor_object_layer_set_bubble (f->layer, &bubble);
  cor_object_layer_set_band (f->layer, band, 2);
  cor_object_layer_set_dark (f->layer, TRUE);
  wait_ms (150);
  cor_object_layer_set_bubble (f->layer, NULL);
  cor_object_layer_set_band (f->layer, NULL, 0);
  cor_object_layer_set_scene (f->layer, NULL);
  wait_ms (150);
}

/* With many routes a worker draws them; scenes that come and go meanwhile do no harm. */
static void
test_many_routes (Fixture *f, gconstpointer data)
{
  for (int round = 0; round < 4; round++)
    {
      g_autoptr (CorMapScene) scene = cor_map_scene_new ();

      for (int i = 0; i < 60 + 120 * round; i++)
        {
          const double line[] = { 113.5, 22.3 + i * 0.002, 114.3, 22.3 + i * 0.002 };
          g_autofree char *id = g_strdup_printf ("r%d", i);

          cor_map_scene_add_route (scene, &(CorMapRoute){ .id = id, .lon_lat = line, .n_points = 2 });
        }
      cor_object_layer_set_scene (f->layer, scene);
      wait_ms (round == 2 ? 1 : 80);
      cor_map_view_center_on (f->view, 113.9 + round * 0.2, 22.7, 9.5 + round * 0.3);
    }
  wait_ms (400);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/map/objects/" name, Fixture, NULL, setup, func, teardown)
  ADD ("click", test_click);
  ADD ("double-click", test_double_click);
  ADD ("drag", test_drag);
  ADD ("escape", test_escape);
  ADD ("route-and-map", test_route_and_map);
  ADD ("place-tool", test_place_tool);
  ADD ("box", test_box);
  ADD ("hover", test_hover);
  ADD ("state", test_state);
  ADD ("many-routes", test_many_routes);
  return g_test_run ();
}
