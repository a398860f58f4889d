/* test-map-scene.c: routes beside each other, what is hit where, colours, and that painting paints.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-scene-legend.h"
#include "cor-map-line.h"
#include "cor-map-scene-paint.h"

#include <math.h>

#define WIDTH 800
#define HEIGHT 600

/* A trunk from O to P to Q; from Q one route goes north, one straight on, one south:
 *
 *                N
 *               /
 *   O---P------Q----E
 *               \
 *                S
 */
static const double to_n[] = { 113.6, 22.7, 113.7, 22.7, 113.9, 22.7, 114.0, 22.8 };
static const double to_e[] = { 113.6, 22.7, 113.7, 22.7, 113.9, 22.7, 114.1, 22.7 };
static const double to_s[] = { 113.6, 22.7, 113.7, 22.7, 113.9, 22.7, 114.0, 22.6 };
static const double from_s[] = { 114.0, 22.6, 113.9, 22.7, 113.7, 22.7, 113.6, 22.7 };

static void
add (CorMapScene *scene, const char *id, const double *line)
{
  CorMapRoute route = { .id = id, .lon_lat = line, .n_points = 4, .tint = COR_MAP_TINT_PARITY_2027 };

  cor_map_scene_add_route (scene, &route);
}

static CorMapFrame
make_frame (void)
{
  CorMapFrame frame;

  cor_map_frame_init (&frame, 113.85, 22.7, 10.0, WIDTH, HEIGHT);
  return frame;
}

/* Whatever the order they come in: who turns off to the north lies on the left, that is, north. */
static void
test_lanes_do_not_cross (void)
{
  static const double *const lines[] = { to_n, to_e, to_s };
  static const int orders[][3] = { { 0, 1, 2 }, { 0, 2, 1 }, { 1, 0, 2 }, { 1, 2, 0 }, { 2, 0, 1 }, { 2, 1, 0 } };

  for (guint o = 0; o < G_N_ELEMENTS (orders); o++)
    {
      g_autoptr (CorMapScene) scene = cor_map_scene_new ();
      float lane_of[3];

      for (guint i = 0; i < 3; i++)
        add (scene, "r", lines[orders[o][i]]);
      for (guint i = 0; i < 3; i++)
        {
          const float *lanes = cor_map_scene_get_lanes (scene, i);

          lane_of[orders[o][i]] = lanes[1];
          g_assert_cmpfloat (lanes[0], ==, lanes[1]);
          g_assert_cmpfloat (lanes[2], ==, 0.0f);
        }
      g_assert_cmpfloat (lane_of[0], ==, -1.0f);
      g_assert_cmpfloat (lane_of[1], ==, 0.0f);
      g_assert_cmpfloat (lane_of[2], ==, 1.0f);
    }
}

/* What only moves a station keeps the lines and their lanes; each thing that changes a line does not, but colours
 * leave the lanes as they are. */
static void
test_take_lines (void)
{
  static const guint8 tints[] = { 1, 2, 3 };
  CorMapRoute route = { .id = "r", .lon_lat = to_n, .n_points = 4, .tint = COR_MAP_TINT_PARITY_2027 };
  CorMapRoute others[] = { route, route, route, route, route };
  g_autoptr (CorMapScene) before = cor_map_scene_new ();
  g_autoptr (CorMapScene) moved = cor_map_scene_new ();
  g_autoptr (CorMapScene) strip = cor_map_scene_new ();

  cor_map_scene_add_route (before, &route);
  cor_map_scene_add_route (moved, &route);
  cor_map_scene_add_route (strip, &route);
  cor_map_scene_add_station (moved, &(CorMapStation){ .id = "s", .lon = 114.0, .lat = 22.7 });
  cor_map_scene_get_lanes (before, 0);
  g_assert_true (cor_map_scene_take_lines (moved, before));
  g_assert_true (cor_map_scene_get_lanes (moved, 0) == cor_map_scene_get_lanes (before, 0));
  g_assert_true (cor_map_scene_take_lines (moved, moved));
  cor_map_scene_set_buffer (strip, 5000, "5 km");
  g_assert_false (cor_map_scene_take_lines (strip, before));

  others[0].lon_lat = to_e;
  others[1].tint = COR_MAP_TINT_SWAP;
  others[2].dashed = TRUE;
  others[3].tints = tints;
  others[4].n_points = 3;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (CorMapScene) other = cor_map_scene_new ();

      cor_map_scene_add_route (other, &others[i]);
      g_assert_false (cor_map_scene_take_lines (other, before));
      g_assert_true ((cor_map_scene_get_lanes (other, 0) == cor_map_scene_get_lanes (before, 0)) == (i >= 1 && i <= 3));
    }
  /* Another route makes new lanes. */
  route.lon_lat = to_e;
  cor_map_scene_add_route (moved, &route);
  g_assert_false (cor_map_scene_take_lines (moved, before));
  g_assert_cmpfloat (cor_map_scene_get_lanes (moved, 0)[0], ==, -cor_map_scene_get_lanes (moved, 1)[0]);
  g_assert_cmpfloat (cor_map_scene_get_lanes (before, 0)[0], ==, 0.0f);
}

/* A route driven the other way keeps its side of the road on the map. */
static void
test_lanes_both_ways (void)
{
  g_autoptr (CorMapScene) scene = cor_map_scene_new ();
  CorMapFrame frame = make_frame ();
  g_autoptr (GArray) north = g_array_new (FALSE, FALSE, sizeof (CorMapLinePoint));
  g_autoptr (GArray) south = g_array_new (FALSE, FALSE, sizeof (CorMapLinePoint));
  CorMapLinePoint nearest;
  double x, y;

  add (scene, "n", to_n);
  add (scene, "s", from_s);
  cor_map_line_trace (scene, 0, 1.0, &frame, north);
  cor_map_line_trace (scene, 1, 1.0, &frame, south);
  cor_map_frame_project (&frame, 113.8, 22.7, &x, &y);
  g_assert_cmpfloat_with_epsilon (cor_map_line_distance (north, x, y, &nearest), 2.5, 0.01);
  g_assert_cmpfloat (nearest.y, <, y);
  g_assert_cmpfloat_with_epsilon (cor_map_line_distance (south, x, y, &nearest), 2.5, 0.01);
  g_assert_cmpfloat (nearest.y, >, y);
}

/* Out and back on one road is one line, in the middle. */
static void
test_out_and_back (void)
{
  static const double line[] = { 113.6, 22.7, 113.9, 22.7, 113.6, 22.7 };
  g_autoptr (CorMapScene) scene = cor_map_scene_new ();
  CorMapRoute route = { .id = "r", .lon_lat = line, .n_points = 3 };

  cor_map_scene_add_route (scene, &route);
  g_assert_cmpfloat (cor_map_scene_get_lanes (scene, 0)[0], ==, 0.0f);
  g_assert_cmpfloat (cor_map_scene_get_lanes (scene, 0)[1], ==, 0.0f);
}

static CorMapScene *
make_scene (void)
{
  CorMapScene *scene = cor_map_scene_new ();
  const double detour[] = { 113.8, 22.7, 113.82, 22.75 };

  add (scene, "r1", to_n);
  add (scene, "r2", to_s);
  cor_map_scene_add_station (scene, &(CorMapStation){ "swap", COR_MAP_STATION_SWAP, FALSE, FALSE, 113.82, 22.75, "Swap" });
  cor_map_scene_add_station (scene, &(CorMapStation){ "plug", COR_MAP_STATION_CHARGING, TRUE, TRUE, 113.7, 22.6, NULL });
  cor_map_scene_add_site (scene, &(CorMapSite){ "port", COR_MAP_SITE_PORT, 113.6, 22.7, "Port" });
  cor_map_scene_add_detour (scene, &(CorMapDetour){ detour, 2, "+11.6 km", COR_MAP_TINT_SWAP });
  return scene;
}

static void
assert_hit (CorMapScene *scene, double lon, double lat, double dx, double dy, CorMapObjectKind kind, const char *id)
{
  CorMapFrame frame = make_frame ();
  CorMapMark mark;
  double x, y;

  cor_map_frame_project (&frame, lon, lat, &x, &y);
  cor_map_scene_hit (scene, &frame, x + dx, y + dy, &mark, NULL, NULL);
  g_assert_cmpint (mark.kind, ==, kind);
  g_assert_cmpstr (mark.id, ==, id);
}

static void
test_hit (void)
{
  g_autoptr (CorMapScene) scene = make_scene ();
  CorMapFrame frame = make_frame ();
  CorMapMark mark;
  double x, y, lon, lat;

  assert_hit (scene, 113.82, 22.75, 5.0, -4.0, COR_MAP_OBJECT_STATION, "swap");
  assert_hit (scene, 113.6, 22.7, 3.0, 0.0, COR_MAP_OBJECT_SITE, "port");
  assert_hit (scene, 113.8, 22.7, 0.0, -4.0, COR_MAP_OBJECT_ROUTE, "r1");
  assert_hit (scene, 113.8, 22.7, 0.0, 4.0, COR_MAP_OBJECT_ROUTE, "r2");
  assert_hit (scene, 113.8, 22.7, 0.0, -8.0, COR_MAP_OBJECT_ROUTE, "r1");
  assert_hit (scene, 113.8, 22.7, 0.0, -9.5, COR_MAP_OBJECT_NONE, NULL);
  assert_hit (scene, 113.95, 22.75, 0.0, 0.0, COR_MAP_OBJECT_ROUTE, "r1");
  assert_hit (scene, 113.8, 22.9, 0.0, 0.0, COR_MAP_OBJECT_NONE, NULL);

  cor_map_frame_project (&frame, 113.82, 22.75, &x, &y);
  g_assert_true (cor_map_scene_hit (scene, &frame, x + 4.0, y, &mark, &lon, &lat));
  g_assert_cmpfloat_with_epsilon (lon, 113.82, 1e-9);
  g_assert_cmpfloat_with_epsilon (lat, 22.75, 1e-9);
}

static guint32
pixel_at (cairo_surface_t *surface, int x, int y)
{
  const guint8 *data = cairo_image_surface_get_data (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  return ((const guint32 *) (gconstpointer) (data + (gsize) y * stride))[x] & 0xffffff;
}

/* Lines, icons and texts land where they belong, in their colours, light and dark. */
static void
test_paint (void)
{
  g_autoptr (CorMapScene) scene = make_scene ();
  CorMapFrame frame = make_frame ();

  for (int dark = 0; dark < 2; dark++)
    {
      cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
      cairo_t *cr = cairo_create (surface);
      CorMapMark swap = { COR_MAP_OBJECT_STATION, "swap" };
      CorMapBubbleRow row = { "Detour share", "5.3 %", "4.2 %", COR_MAP_TINT_BETTER };
      CorMapBubble bubble = { "Swap", NULL, &row, 1 };
      CorMapSceneState state = { .dragged = swap, .drag_lon = 113.9, .drag_lat = 22.62, .bubble = &bubble };
      double x, y;

      cor_map_scene_paint (scene, cr, &frame, dark, &state);
      cairo_surface_flush (surface);
      cor_map_frame_project (&frame, 113.75, 22.7, &x, &y);
      g_assert_cmphex (pixel_at (surface, (int) x, (int) (y - 2.5)), ==, cor_map_tint_rgb (COR_MAP_TINT_PARITY_2027, dark));
      /* The dragged station is where the pointer has it: its upper left corner inside the shape. */
      cor_map_frame_project (&frame, 113.9, 22.62, &x, &y);
      g_assert_cmphex (pixel_at (surface, (int) x - 11, (int) y - 11), ==, cor_map_tint_rgb (COR_MAP_TINT_SWAP, dark));
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* Letters, and the boxes they stand in, are as large as asked for. */
static void
test_text_scale (void)
{
  g_autoptr (CorMapScene) scene = make_scene ();
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  const CorMapSceneState still = { 0 };
  double tallest[2] = { 0, 0 }, widest[2] = { 0, 0 };

  for (guint large = 0; large < 2; large++)
    {
      g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_int_t));
      CorMapFrame frame = make_frame ();

      frame.text_scale = large ? 1.5 : 0.0;
      cor_map_scene_paint_texts (scene, cr, &frame, FALSE, &still, boxes);
      g_assert_cmpuint (boxes->len, >, 0);
      for (guint i = 0; i < boxes->len; i++)
        {
          tallest[large] = MAX (tallest[large], g_array_index (boxes, cairo_rectangle_int_t, i).height);
          widest[large] = MAX (widest[large], g_array_index (boxes, cairo_rectangle_int_t, i).width);
        }
    }
  /* The air around letters stays as it is. */
  g_assert_cmpfloat (tallest[1], >, tallest[0] * 1.2);
  g_assert_cmpfloat (widest[1], >, widest[0] * 1.25);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

/* Many routes over the same road stay within its neighbourhood. */
static void
test_many_abreast (void)
{
  g_autoptr (CorMapScene) scene = cor_map_scene_new ();

  for (guint i = 0; i < 300; i++)
    add (scene, "r", to_e);
  for (guint i = 0; i < 300; i++)
    g_assert_cmpfloat (fabs ((double) cor_map_scene_get_lanes (scene, i)[1]), <=, 3.51);
  g_assert_cmpfloat_with_epsilon (cor_map_scene_get_weight (scene), 5.0 / 8.0, 1e-6);
}

static void
test_tints (void)
{
  CorMapTint tints[COR_MAP_MAX_STEPS];
  const char *captions[COR_MAP_MAX_STEPS];

  g_assert_cmpint (cor_map_tint_for_parity (0), ==, COR_MAP_TINT_PARITY_NONE);
  g_assert_cmpint (cor_map_tint_for_parity (2021), ==, COR_MAP_TINT_PARITY_2025);
  g_assert_cmpint (cor_map_tint_for_parity (2028), ==, COR_MAP_TINT_PARITY_2028);
  g_assert_cmpint (cor_map_tint_for_parity (2029), ==, COR_MAP_TINT_PARITY_2030);
  g_assert_cmpint (cor_map_tint_for_parity (2036), ==, COR_MAP_TINT_PARITY_2034);
  g_assert_cmpuint (cor_map_tint_scale (COR_MAP_COLOURS_PARITY, tints, captions), ==, 7);
  g_assert_cmpuint (cor_map_tint_scale (COR_MAP_COLOURS_DETOUR, tints, captions), ==, 6);
  /* The ends of the scale are what the functions give for the extremes. */
  g_assert_cmpint (cor_map_tint_for_detour (0.0), ==, tints[0]);
  g_assert_cmpint (cor_map_tint_for_detour (0.9), ==, tints[5]);
  g_assert_cmpint (cor_map_tint_for_charge (1.0), ==, tints[0]);
  g_assert_cmpint (cor_map_tint_for_charge (0.05), ==, tints[5]);
  g_assert_cmphex (cor_map_tint_ink (0xffffff), ==, 0x1c1c1e);
  g_assert_cmphex (cor_map_tint_ink (0x0e7c74), ==, 0xffffff);
}

/* The key says what is drawn and nothing else: the colours of whole lines, a sign for each kind of dash. */
static void
test_key (void)
{
  static const CorMapTint tints[] = { COR_MAP_TINT_PARITY_2027, COR_MAP_TINT_PARITY_NONE, COR_MAP_TINT_IMPOSSIBLE };
  g_autoptr (CorMapScene) scene = cor_map_scene_new ();
  CorMapStation swap = { .id = "a", .kind = COR_MAP_STATION_SWAP, .lon = 113.9, .lat = 22.7 };
  CorSceneSign signs[COR_SCENE_MOST_SIGNS];
  CorMapTint found[COR_MAP_MAX_STEPS];
  const char *captions[COR_MAP_MAX_STEPS];

  g_assert_cmpuint (cor_scene_legend_signs (scene, signs), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (tints); i++)
    {
      CorMapRoute route = { .id = "r", .lon_lat = to_e, .n_points = 4, .tint = tints[i], .dashed = i > 0 };

      cor_map_scene_add_route (scene, &route);
    }
  cor_map_scene_add_station (scene, &swap);
  g_assert_cmpuint (cor_scene_legend_colours (scene, COR_MAP_COLOURS_PARITY, found, captions), ==, 1);
  g_assert_cmpint (found[0], ==, COR_MAP_TINT_PARITY_2027);
  g_assert_cmpstr (captions[0], ==, "2027");
  g_assert_cmpuint (cor_scene_legend_signs (scene, signs), ==, 3);
  g_assert_cmpint (signs[0].kind, ==, COR_SCENE_SIGN_STATION);
  g_assert_cmpint (signs[0].station, ==, COR_MAP_STATION_SWAP);
  g_assert_cmpint (signs[1].tint, ==, COR_MAP_TINT_PARITY_NONE);
  g_assert_cmpint (signs[2].tint, ==, COR_MAP_TINT_IMPOSSIBLE);
}

/* The legend grows with what is on the map; folded it still explains what was switched on. */
static void
test_legend (void)
{
  g_autoptr (CorMapScene) empty = cor_map_scene_new ();
  g_autoptr (CorMapScene) full = make_scene ();

  g_assert_cmpfloat (cor_scene_legend_signs_height (full, COR_SCENE_KEY_ALL), >, 0.0);
  g_assert_cmpfloat (cor_scene_legend_signs_height (full, COR_SCENE_KEY_LAYERS), ==, 0.0);
  g_assert_cmpfloat (cor_scene_legend_signs_height (empty, COR_SCENE_KEY_ALL), ==, 0.0);
  cor_map_scene_set_buffer (full, 5000.0, "within 5 km");
  g_assert_cmpfloat (cor_scene_legend_signs_height (full, COR_SCENE_KEY_LAYERS), >, 0.0);
  g_assert_cmpfloat (cor_scene_legend_signs_height (full, COR_SCENE_KEY_ALL), >,
                     cor_scene_legend_signs_height (full, COR_SCENE_KEY_LAYERS));
  /* Each colouring says what it is a share of. */
  for (guint i = 0; i <= COR_MAP_COLOURS_EMISSIONS; i++)
    for (guint k = 0; k < i; k++)
      g_assert_cmpstr (cor_scene_legend_about ((CorMapColours)i), !=, cor_scene_legend_about ((CorMapColours)k));
}

static void
test_bounds (void)
{
  g_autoptr (CorMapScene) empty = cor_map_scene_new ();
  g_autoptr (CorMapScene) scene = make_scene ();
  double b[4];

  g_assert_false (cor_map_scene_get_bounds (empty, b));
  g_assert_true (cor_map_scene_get_bounds (scene, b));
  g_assert_cmpfloat (b[0], ==, 113.6);
  g_assert_cmpfloat (b[1], ==, 22.6);
  g_assert_cmpfloat (b[2], ==, 114.0);
  g_assert_cmpfloat (b[3], ==, 22.8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/scene/lanes-do-not-cross", test_lanes_do_not_cross);
  g_test_add_func ("/map/scene/lanes-both-ways", test_lanes_both_ways);
  g_test_add_func ("/map/scene/out-and-back", test_out_and_back);
  g_test_add_func ("/map/scene/text-scale", test_text_scale);
  g_test_add_func ("/map/scene/many-abreast", test_many_abreast);
  g_test_add_func ("/map/scene/take-lines", test_take_lines);
  g_test_add_func ("/map/scene/hit", test_hit);
  g_test_add_func ("/map/scene/paint", test_paint);
  g_test_add_func ("/map/scene/tints", test_tints);
  g_test_add_func ("/map/scene/legend", test_legend);
  g_test_add_func ("/map/scene/key", test_key);
  g_test_add_func ("/map/scene/bounds", test_bounds);
  return g_test_run ();
}
