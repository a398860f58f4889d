/* test-map-frame.c: a picture shows what it is asked for, and nothing covers it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-frame.h"

#define WIDTH 700.0
#define HEIGHT 420.0
#define MARGIN 40.0

/* Tools above, buttons at the right, a legend in the lower left corner. */
static const cairo_rectangle_int_t controls[] = {
  { 12, 12, 330, 44 },
  { 654, 12, 36, 250 },
  { 12, 300, 345, 80 },
};

static void
assert_in_sight (const CorMapFrame *frame, double lon, double lat)
{
  double x, y;

  cor_map_frame_project (frame, lon, lat, &x, &y);
  g_assert_cmpfloat (x, >=, MARGIN - 0.01);
  g_assert_cmpfloat (y, >=, MARGIN - 0.01);
  g_assert_cmpfloat (x, <=, WIDTH - MARGIN + 0.01);
  g_assert_cmpfloat (y, <=, HEIGHT - MARGIN + 0.01);
  for (guint i = 0; i < G_N_ELEMENTS (controls); i++)
    g_assert_false (x > controls[i].x && x < controls[i].x + controls[i].width && y > controls[i].y
                    && y < controls[i].y + controls[i].height);
}

/* Whatever the places are, all are seen. */
static void
test_none_covered (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (4);

  for (guint turn = 0; turn < 100; turn++)
    {
      double places[24];
      guint n = (guint) g_rand_int_range (rand, 2, 13);
      CorMapFrame frame;

      for (guint i = 0; i < n; i++)
        {
          places[2 * i] = g_rand_double_range (rand, 112.8, 114.7);
          places[2 * i + 1] = g_rand_double_range (rand, 22.0, 23.2);
        }
      cor_map_frame_fit_around (&frame, places, n, controls, G_N_ELEMENTS (controls), WIDTH, HEIGHT, MARGIN);
      for (guint i = 0; i < n; i++)
        assert_in_sight (&frame, places[2 * i], places[2 * i + 1]);
    }
}

/* With nothing in the way it is the frame of the box around the places. */
static void
test_free (void)
{
  const double places[] = { 113.0, 22.2, 114.3, 22.6, 113.6, 23.1 };
  CorMapFrame around, box;

  cor_map_frame_fit_around (&around, places, 3, NULL, 0, WIDTH, HEIGHT, MARGIN);
  cor_map_frame_fit (&box, 113.0, 22.2, 114.3, 23.1, WIDTH, HEIGHT, MARGIN);
  g_assert_cmpfloat_with_epsilon (around.zoom, box.zoom, 1e-9);
  g_assert_cmpfloat_with_epsilon (around.left, box.left, 1e-3);
  g_assert_cmpfloat_with_epsilon (around.top, box.top, 1e-3);
}

/* A legend in a corner where no place is costs no size. */
static void
test_empty_corner (void)
{
  const double places[] = { 113.0, 23.1, 114.3, 23.1, 114.3, 22.3 };
  const cairo_rectangle_int_t corner = { 12, 320, 250, 80 };
  CorMapFrame around, box;

  cor_map_frame_fit_around (&around, places, 3, &corner, 1, WIDTH, HEIGHT, MARGIN);
  cor_map_frame_fit (&box, 113.0, 22.3, 114.3, 23.1, WIDTH, HEIGHT, MARGIN);
  g_assert_cmpfloat_with_epsilon (around.zoom, box.zoom, 1e-9);
}

/* Where everything is covered, the box is shown all the same. */
static void
test_all_covered (void)
{
  const double places[] = { 113.0, 23.1, 114.3, 22.3 };
  const cairo_rectangle_int_t all = { 0, 0, 700, 420 };
  CorMapFrame around, box;

  cor_map_frame_fit_around (&around, places, 2, &all, 1, WIDTH, HEIGHT, MARGIN);
  cor_map_frame_fit (&box, 113.0, 22.3, 114.3, 23.1, WIDTH, HEIGHT, MARGIN);
  g_assert_cmpfloat (around.zoom, ==, box.zoom);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/frame/none-covered", test_none_covered);
  g_test_add_func ("/map/frame/free", test_free);
  g_test_add_func ("/map/frame/empty-corner", test_empty_corner);
  g_test_add_func ("/map/frame/all-covered", test_all_covered);
  return g_test_run ();
}
