/* test-map-view.c: the map widget in a real window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-layer-picture.h"
#include "cor-map-paint.h"
#include "cor-map-view.h"
#include "cor-tile-picture.h"
#include "cor-tile-source.h"

typedef struct
{
  GtkWidget *window;
  CorMapView *view;
  CorTileArchive *archive;
  CorPlaces *places;
} Fixture;

/* What is waited for has so many hundredths of a second on a busy machine. */
#define PATIENCE 3000

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

/* Where the box that the tests fit lies in the widget, and how large that is. */
static gboolean
is_in_sight (Fixture *f)
{
  CorMapFrame frame;
  double x0, y0, x1, y1;

  cor_map_view_get_frame (f->view, &frame);
  cor_map_frame_project (&frame, 113.2, 23.1, &x0, &y0);
  cor_map_frame_project (&frame, 114.6, 22.3, &x1, &y1);
  return x0 > 0 && y0 > 0 && x1 < frame.width && y1 < frame.height
         && ((x1 - x0) / frame.width > 0.8 || (y1 - y0) / frame.height > 0.8);
}

static double
width_of (Fixture *f)
{
  CorMapFrame frame;

  cor_map_view_get_frame (f->view, &frame);
  return frame.width;
}

/* Another size is asked for; the widget has it a while later. */
static void
resize (Fixture *f, int width, int height)
{
  double before = width_of (f);

  gtk_window_set_default_size (GTK_WINDOW (f->window), width, height);
  for (guint i = 0; i < PATIENCE && width_of (f) == before; i++)
    wait_ms (10);
  g_assert_cmpfloat (width_of (f), !=, before);
}

static void
setup (Fixture *f, gconstpointer data)
{
  g_autofree char *map = g_build_filename (g_getenv ("CORRIDOR_DATADIR"), "basemap", "base.mbtiles", NULL);
  g_autofree char *names = g_build_filename (g_getenv ("CORRIDOR_DATADIR"), "basemap", "places.csv", NULL);

  f->archive = cor_tile_archive_open (map, NULL);
  f->places = cor_places_load (names, NULL);
  f->window = gtk_window_new ();
  f->view = COR_MAP_VIEW (cor_map_view_new ());
  cor_map_view_set_base (f->view, f->archive, NULL, f->places);
  cor_map_view_fit (f->view, 113.2, 22.3, 114.6, 23.1);
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1000, 700);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->view));
  gtk_window_present (GTK_WINDOW (f->window));
  for (guint i = 0; i < PATIENCE && !is_in_sight (f); i++)
    wait_ms (10);
}

static void
teardown (Fixture *f, gconstpointer data)
{
  CorMapView *view = f->view;

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (f->window));
  for (guint i = 0; i < PATIENCE && view != NULL; i++)
    wait_ms (10);
  g_assert_null (view);
  cor_tile_archive_unref (f->archive);
  cor_places_unref (f->places);
}

/* The whole box is in sight, and fills most of one direction. */
static void
test_fit (Fixture *f, gconstpointer data)
{
  for (guint i = 0; i < PATIENCE && !is_in_sight (f); i++)
    wait_ms (10);
  g_assert_true (is_in_sight (f));
}

/* In a smaller window the box is fitted again; once the map was moved it stays where it was put. */
static void
test_fit_again (Fixture *f, gconstpointer data)
{
  CorMapFrame before, after;
  double lon, lat, moved_lon, moved_lat;

  cor_map_view_get_frame (f->view, &before);
  resize (f, 700, 500);
  test_fit (f, data);
  cor_map_view_get_frame (f->view, &after);
  g_assert_cmpfloat (after.width, <, before.width);
  g_assert_cmpfloat (after.zoom, <, before.zoom);

  cor_map_view_center_on (f->view, 113.5, 22.5, 11);
  wait_ms (100);
  cor_map_view_get_frame (f->view, &before);
  cor_map_frame_unproject (&before, before.width / 2, before.height / 2, &lon, &lat);
  resize (f, 900, 600);
  wait_ms (100);
  cor_map_view_get_frame (f->view, &after);
  cor_map_frame_unproject (&after, after.width / 2, after.height / 2, &moved_lon, &moved_lat);
  g_assert_cmpfloat (after.width, >, before.width);
  g_assert_cmpfloat_with_epsilon (after.zoom, 11, 1e-6);
  g_assert_cmpfloat_with_epsilon (moved_lon, lon, 1e-6);
  g_assert_cmpfloat_with_epsilon (moved_lat, lat, 1e-6);
}

/* A map that loses a line to what stands beside it stays where it is, whatever floats over it by now. */
static void
test_fit_stays (Fixture *f, gconstpointer data)
{
  GtkWidget *control = gtk_button_new_with_label ("Over the map");
  CorMapFrame before, after;
  double lon, lat, moved_lon, moved_lat;

  cor_map_view_get_frame (f->view, &before);
  cor_map_frame_unproject (&before, before.width / 2, before.height / 2, &lon, &lat);
  gtk_widget_set_halign (control, GTK_ALIGN_START);
  gtk_widget_set_valign (control, GTK_ALIGN_END);
  gtk_widget_set_size_request (control, 300, 200);
  cor_map_view_add_overlay (f->view, control);
  wait_ms (50);
  resize (f, 1006, 698);
  wait_ms (100);
  cor_map_view_get_frame (f->view, &after);
  cor_map_frame_unproject (&after, after.width / 2, after.height / 2, &moved_lon, &moved_lat);
  g_assert_cmpfloat_with_epsilon (after.zoom, before.zoom, 1e-6);
  g_assert_cmpfloat_with_epsilon (moved_lon, lon, 1e-6);
  g_assert_cmpfloat_with_epsilon (moved_lat, lat, 1e-6);
}

static GtkWidget *
find_named (GtkWidget *widget, const char *name)
{
  GtkWidget *found = g_str_equal (gtk_widget_get_name (widget), name) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_named (child, name);
  return found;
}

static cairo_rectangle_int_t
box_of (Fixture *f, GtkWidget *widget)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, GTK_WIDGET (cor_map_view_get_map (f->view)), &bounds));
  return (cairo_rectangle_int_t){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width, (int) bounds.size.height };
}

/* The scale lies over all layers and is kept clear of names; its bar is 120 pixels at most and a round number. */
static void
test_scale (Fixture *f, gconstpointer data)
{
  GtkWidget *scale = find_named (GTK_WIDGET (f->view), "map-scale");
  g_autoptr (GArray) covered = NULL;
  cairo_rectangle_int_t box;
  gboolean kept = FALSE;
  double metres, length;
  CorMapFrame frame;

  g_assert_nonnull (scale);
  g_assert_true (GTK_IS_OVERLAY (gtk_widget_get_parent (scale)));
  for (guint i = 0; i < PATIENCE && gtk_widget_get_width (scale) == 0; i++)
    wait_ms (10);
  box = box_of (f, scale);
  covered = cor_map_view_get_covered (f->view);
  for (guint i = 0; i < covered->len; i++)
    kept = kept || memcmp (&g_array_index (covered, cairo_rectangle_int_t, i), &box, sizeof box) == 0;
  g_assert_true (kept);
  cor_map_view_get_frame (f->view, &frame);
  length = cor_map_scale_length (&frame, &metres);
  g_assert_cmpfloat (length, <=, 120.0);
  g_assert_cmpfloat (length, >, 120.0 / 2.5);
  g_assert_cmpint (box.width, >=, (int) length + 8);
}

/* The coordinates stand in the lower left corner; in a narrow map, where the sources need that room, above them. */
static void
test_coordinates (Fixture *f, gconstpointer data)
{
  GtkWidget *text = find_named (GTK_WIDGET (f->view), "map-coordinates");
  GtkWidget *sources = find_named (GTK_WIDGET (f->view), "map-attribution");
  cairo_rectangle_int_t box, other;

  g_assert_nonnull (text);
  gtk_label_set_text (GTK_LABEL (text), "22.5431° N  114.0579° E");
  gtk_widget_set_visible (text, TRUE);
  for (guint i = 0; i < PATIENCE && gtk_widget_get_width (text) == 0; i++)
    wait_ms (10);
  box = box_of (f, text);
  g_assert_cmpint (box.x, <, 20);
  resize (f, 360, 500);
  wait_ms (50);
  box = box_of (f, text);
  other = box_of (f, sources);
  g_assert_cmpint (box.y + box.height, <=, other.y);
}

/* The frame agrees with where the widget itself says a place is, also between whole zooms. */
static void
test_frame_is_the_widget_s (Fixture *f, gconstpointer data)
{
  ShumateMap *map = cor_map_view_get_map (f->view);

  for (double zoom = 8.0; zoom < 9.9; zoom += 0.37)
    {
      CorMapFrame frame;
      double x, y, expected_x, expected_y;

      cor_map_view_center_on (f->view, 113.9, 22.6, zoom);
      wait_ms (30);
      cor_map_view_get_frame (f->view, &frame);
      cor_map_frame_project (&frame, 114.27, 22.57, &x, &y);
      shumate_viewport_location_to_widget_coords (shumate_map_get_viewport (map), GTK_WIDGET (map), 22.57, 114.27,
                                                  &expected_x, &expected_y);
      g_assert_cmpfloat_with_epsilon (x, expected_x, 0.5);
      g_assert_cmpfloat_with_epsilon (y, expected_y, 0.5);
    }
}

static void
test_dark (Fixture *f, gconstpointer data)
{
  GtkWidget *map = GTK_WIDGET (cor_map_view_get_map (f->view));

  g_assert_true (gtk_widget_has_css_class (map, "light"));
  cor_map_view_set_dark (f->view, TRUE);
  g_assert_true (cor_map_view_get_dark (f->view));
  g_assert_true (gtk_widget_has_css_class (map, "dark"));
  g_assert_false (gtk_widget_has_css_class (map, "light"));
  cor_map_view_set_chinese (f->view, TRUE);
  wait_ms (200);
}

static void
on_filled (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  if (g_object_get_data (source, "cancelled") != NULL)
    {
      g_assert_false (shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (source), result, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    }
  else
    {
      g_assert_true (shumate_map_source_fill_tile_finish (SHUMATE_MAP_SOURCE (source), result, &error));
      g_assert_no_error (error);
    }
  *(gboolean *) data = TRUE;
}

/* A tile comes with a texture and the state done; a cancelled one with an error. Two sources never
 * share an id. */
static void
test_source (Fixture *f, gconstpointer data)
{
  g_autoptr (CorTileSource) source = cor_tile_source_new (f->archive, NULL, cor_map_style_get (FALSE), 2);
  g_autoptr (CorTileSource) other = cor_tile_source_new (f->archive, NULL, cor_map_style_get (TRUE), 1);
  g_autoptr (ShumateTile) tile = g_object_ref_sink (shumate_tile_new_full (418, 223, 256, 9));
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  gboolean done = FALSE;

  g_assert_cmpstr (shumate_map_source_get_id (SHUMATE_MAP_SOURCE (source)), !=,
                   shumate_map_source_get_id (SHUMATE_MAP_SOURCE (other)));
  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), tile, NULL, on_filled, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (shumate_tile_get_state (tile), ==, SHUMATE_STATE_DONE);
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (shumate_tile_get_paintable (tile)), ==, 512);

  done = FALSE;
  g_cancellable_cancel (cancellable);
  g_object_set_data (G_OBJECT (source), "cancelled", cancellable);
  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), tile, cancellable, on_filled, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* What a tile shows at that size, as %CAIRO_FORMAT_ARGB32. */
static cairo_surface_t *
draw_tile (ShumateTile *tile, int edge)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, edge, edge);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = cairo_create (surface);
  GskRenderNode *node;

  gdk_paintable_snapshot (shumate_tile_get_paintable (tile), snapshot, edge, edge);
  node = gtk_snapshot_free_to_node (snapshot);
  gsk_render_node_draw (node, cr);
  gsk_render_node_unref (node);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* The greatest difference of a colour, of 255. */
static int
difference (cairo_surface_t *a, cairo_surface_t *b)
{
  gsize n = (gsize) cairo_image_surface_get_height (a) * cairo_image_surface_get_stride (a);
  int most = 0;

  for (gsize i = 0; i < n; i++)
    most = MAX (most, abs (cairo_image_surface_get_data (a)[i] - cairo_image_surface_get_data (b)[i]));
  return most;
}

/* In a window that cairo draws a tile is a picture of cairo's, elsewhere a texture; both show the same. */
static void
test_renderer (Fixture *f, gconstpointer data)
{
  static const int edges[] = { 512, 300, 700 };
  g_autoptr (CorTileSource) source = cor_tile_source_new (f->archive, NULL, cor_map_style_get (FALSE), 2);
  g_autoptr (ShumateTile) texture = g_object_ref_sink (shumate_tile_new_full (418, 223, 256, 9));
  g_autoptr (ShumateTile) picture = g_object_ref_sink (shumate_tile_new_full (418, 223, 256, 9));
  gboolean done = FALSE;

  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), texture, NULL, on_filled, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  done = FALSE;
  cor_tile_source_set_shown_in (source, GTK_WIDGET (f->view));
  shumate_map_source_fill_tile_async (SHUMATE_MAP_SOURCE (source), picture, NULL, on_filled, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (GDK_IS_TEXTURE (shumate_tile_get_paintable (texture)));
  g_assert_true (COR_IS_TILE_PICTURE (shumate_tile_get_paintable (picture)));
  g_assert_cmpint (gdk_paintable_get_intrinsic_width (shumate_tile_get_paintable (picture)), ==, 512);
  for (guint i = 0; i < G_N_ELEMENTS (edges); i++)
    {
      cairo_surface_t *a = draw_tile (texture, edges[i]), *b = draw_tile (picture, edges[i]);

      /* At its own size byte by byte; made smaller in between it is filtered in another way. */
      g_assert_cmpint (difference (a, b), <=, i == 0 ? 0 : 60);
      g_assert_cmpint (cairo_image_surface_get_data (b)[3], ==, 255);
      cairo_surface_destroy (a);
      cairo_surface_destroy (b);
    }
}

static void
paint (cairo_t *cr, double x)
{
  cairo_rectangle (cr, 30.5, 20.25, 300, 180);
  cairo_set_source_rgba (cr, 0.2, 0.5, 0.3, 0.6);
  cairo_fill (cr);
  cairo_arc (cr, x, 40.5, 20, 0, 2 * G_PI);
  cairo_set_source_rgba (cr, 0.9, 0.1, 0.2, 0.4);
  cairo_fill (cr);
}

/* What is put on the screen is what is drawn there, byte by byte; how many pieces were put there anew. */
static guint
show_magnified (CorLayerPicture *picture, GtkWidget *widget, double x, double factor)
{
  int width = (int) ceil (gtk_widget_get_width (widget) * factor), height = (int) ceil (gtk_widget_get_height (widget) * factor);
  cairo_surface_t *drawn = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_surface_t *shown = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  cairo_t *cr = cor_layer_picture_begin (picture, widget);
  GskRenderNode *node;

  paint (cr, x);
  cor_layer_picture_end (picture, cr, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  cr = cairo_create (shown);
  cairo_scale (cr, factor, factor);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  gsk_render_node_unref (node);
  cr = cairo_create (drawn);
  cairo_scale (cr, factor, factor);
  paint (cr, x);
  cairo_destroy (cr);
  cairo_surface_flush (drawn);
  cairo_surface_flush (shown);
  g_assert_cmpmem (cairo_image_surface_get_data (shown), (gsize) height * cairo_image_surface_get_stride (shown),
                   cairo_image_surface_get_data (drawn), (gsize) height * cairo_image_surface_get_stride (drawn));
  cairo_surface_destroy (drawn);
  cairo_surface_destroy (shown);
  return cor_layer_picture_get_renewed (picture);
}

static guint
show_picture (CorLayerPicture *picture, GtkWidget *widget, double x)
{
  return show_magnified (picture, widget, x, 1.0);
}

/* A widget that is shown so many times as large. */
static GtkWidget *
new_magnified (GtkWidget *window, const char *factor)
{
  GtkWidget *area = gtk_drawing_area_new ();
  g_autoptr (GtkCssProvider) css = gtk_css_provider_new ();
  g_autofree char *style = g_strdup_printf ("* { transform: scale(%s); }", factor);

  gtk_css_provider_load_from_data (css, style, -1);
  gtk_style_context_add_provider (gtk_widget_get_style_context (area), GTK_STYLE_PROVIDER (css), GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
  gtk_widget_set_size_request (area, 400, 300);
  gtk_window_set_child (GTK_WINDOW (window), area);
  gtk_window_present (GTK_WINDOW (window));
  for (guint i = 0; i < PATIENCE && gtk_widget_get_height (area) < 300; i++)
    wait_ms (10);
  return area;
}

/* Magnified, a layer is as fine as the screen, without seams. */
static void
test_magnified (void)
{
  GtkWidget *window = gtk_window_new ();
  CorLayerPicture *picture = cor_layer_picture_new ();
  GtkWidget *area = new_magnified (window, "1.5");

  g_assert_cmpuint (show_magnified (picture, area, 60, 1.5), ==, 1);
  g_assert_cmpuint (show_magnified (picture, area, 60, 1.5), ==, 0);
  area = new_magnified (window, "2");
  g_assert_cmpuint (show_magnified (picture, area, 60, 2.0), >=, 12);
  cor_layer_picture_free (picture);
  gtk_window_destroy (GTK_WINDOW (window));
}

/* Only the pieces that differ are new, and the picture stays the one that was drawn. */
static void
test_pieces (Fixture *f, gconstpointer data)
{
  CorLayerPicture *picture = cor_layer_picture_new ();
  GtkWidget *widget = GTK_WIDGET (f->view);
  guint all = show_picture (picture, widget, 60);

  g_assert_cmpuint (all, >=, 12);
  g_assert_cmpuint (show_picture (picture, widget, 60), ==, 0);
  g_assert_cmpuint (show_picture (picture, widget, 63.5), ==, 1);
  g_assert_cmpuint (show_picture (picture, widget, 63.5), ==, 0);
  g_assert_cmpuint (show_picture (picture, widget, 128), ==, 2);
  g_assert_cmpuint (show_picture (picture, widget, 60), ==, 2);
  cor_layer_picture_free (picture);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
#define ADD(name, func) g_test_add ("/map/view/" name, Fixture, NULL, setup, func, teardown)
  ADD ("fit", test_fit);
  ADD ("fit-again", test_fit_again);
  ADD ("fit-stays", test_fit_stays);
  ADD ("scale", test_scale);
  ADD ("coordinates", test_coordinates);
  ADD ("frame", test_frame_is_the_widget_s);
  ADD ("dark", test_dark);
  ADD ("source", test_source);
  ADD ("renderer", test_renderer);
  ADD ("pieces", test_pieces);
  g_test_add_func ("/map/view/magnified", test_magnified);
  return g_test_run ();
}
