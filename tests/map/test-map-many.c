/* test-map-many.c: names and boxes where very many things are selected.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-boxes.h"
#include "cor-map-scene-paint.h"

#define WIDTH 800
#define HEIGHT 600

static cairo_rectangle_t
some_box (GRand *rand)
{
  return (cairo_rectangle_t){ g_rand_double_range (rand, -200, WIDTH + 200), g_rand_double_range (rand, -200, HEIGHT + 200),
                              g_rand_double_range (rand, 0, 300), g_rand_double_range (rand, 0, 120) };
}

/* Square by square, a grid finds what a look at every box finds: also of boxes off the picture, and over many cells. */
static void
test_boxes (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261123);
  g_autoptr (CorMapBoxes) boxes = cor_map_boxes_new (WIDTH, HEIGHT);
  g_autofree cairo_rectangle_t *all = g_new0 (cairo_rectangle_t, 300);

  for (guint i = 0; i < 300; i++)
    {
      cairo_rectangle_t box = some_box (rand);
      double sum = 0.0;

      for (guint k = 0; k < i; k++)
        {
          double w = MIN (all[k].x + all[k].width, box.x + box.width) - MAX (all[k].x, box.x);
          double h = MIN (all[k].y + all[k].height, box.y + box.height) - MAX (all[k].y, box.y);

          sum += w > 0 && h > 0 ? w * h : 0.0;
        }
      g_assert_cmpfloat_with_epsilon (cor_map_boxes_overlap (boxes, &box), sum, 1e-6);
      all[i] = box;
      cor_map_boxes_add (boxes, &box);
    }
  g_assert_cmpuint (cor_map_boxes_all (boxes)->len, ==, 300);
}

/* The air around names, three pixels on each side, may be shared. */
static gboolean
meet (const cairo_rectangle_int_t *a, const cairo_rectangle_int_t *b)
{
  return MIN (a->x + a->width, b->x + b->width) - MAX (a->x, b->x) > 7
         && MIN (a->y + a->height, b->y + b->height) - MAX (a->y, b->y) > 7;
}

/* How many names there are with @n of 2,000 stations selected, on as many rows; @apart: whether none lies over another. */
static guint
count_names (guint n, gboolean *apart)
{
  g_autoptr (CorMapScene) scene = cor_map_scene_new ();
  g_autoptr (GArray) boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_int_t));
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree CorMapMark *marks = g_new0 (CorMapMark, n);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  CorMapFrame frame;

  cor_map_frame_init (&frame, 113.9, 22.7, 10.0, WIDTH, HEIGHT);
  for (guint i = 0; i < 2000; i++)
    {
      char *id = g_strdup_printf ("s%u", i);

      g_ptr_array_add (ids, id);
      cor_map_scene_add_station (scene, &(CorMapStation){ .id = id, .lon = 113.7 + 0.01 * (i % 40), .lat = 22.55 + 0.006 * (i / 40), .label = id });
      if (i < n)
        marks[i] = (CorMapMark){ COR_MAP_OBJECT_STATION, id };
    }
  cor_map_scene_paint_texts (scene, cr, &frame, FALSE, &(CorMapSceneState){ .selected = marks, .n_selected = n }, boxes);
  *apart = TRUE;
  for (guint i = 0; i < boxes->len; i++)
    for (guint k = 0; k < i && *apart; k++)
      *apart = !meet (&g_array_index (boxes, cairo_rectangle_int_t, i), &g_array_index (boxes, cairo_rectangle_int_t, k));
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return boxes->len;
}

/* A few have their names whatever lies there; many where there is room; of very many nobody reads them. */
static void
test_names (void)
{
  gboolean apart;
  guint some;

  g_assert_cmpuint (count_names (3, &apart), ==, 3);
  g_assert_cmpuint (count_names (40, &apart), ==, 40);
  some = count_names (150, &apart);
  g_assert_cmpuint (some, >, 10);
  g_assert_cmpuint (some, <, 150);
  g_assert_true (apart);
  g_assert_cmpuint (count_names (2000, &apart), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/many/boxes", test_boxes);
  g_test_add_func ("/map/many/names", test_names);
  return g_test_run ();
}
