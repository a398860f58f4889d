/* test-map-threads.c: a worker paints the lines of scenes that the main thread lets go of and follows up meanwhile.
 *
 * As the map does it: each scene takes over what it can from the one before, is laid, handed to the worker and
 * dropped for the next. What the worker painted is what is painted of such a scene by itself.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-scene-paint.h"

#include <string.h>

#define WIDTH  400
#define HEIGHT 300

/* Routes, points of each, and scenes one after another. */
#define ROUTES 60
#define POINTS 40
#define SCENES 120

/* A scene is one of so many: where its lines lie, and their colours. */
#define PLACES  2
#define COLOURS 3

/* What is handed to the worker; one at a time. */
typedef struct
{
  GMutex mutex;
  GCond cond;
  CorMapScene *scene; /* NULL once it is taken */
  guint kind;
  gboolean ended;
  guint8 *wanted[PLACES * COLOURS];
  guint painted;
} Desk;

static guint8 *
paint (CorMapScene *scene, gsize *size)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);
  CorMapFrame frame;
  guint8 *pixels;

  cor_map_frame_init (&frame, 113.85, 22.7, 9.0, WIDTH, HEIGHT);
  cor_map_scene_paint_lines (scene, cr, &frame, FALSE);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  *size = (gsize) cairo_image_surface_get_stride (surface) * HEIGHT;
  pixels = g_memdup2 (cairo_image_surface_get_data (surface), *size);
  cairo_surface_destroy (surface);
  return pixels;
}

/* Routes that leave a common trunk one after another; as many colours as kinds of it. */
static void
add_routes (CorMapScene *scene, guint place, guint colour)
{
  double line[2 * POINTS];
  guint8 tints[POINTS - 1];

  for (guint i = 0; i < ROUTES; i++)
    {
      g_autofree char *id = g_strdup_printf ("r%u", i);
      CorMapRoute route = { .id = id, .lon_lat = line, .n_points = POINTS, .label = id };

      for (guint k = 0; k < POINTS; k++)
        {
          double off = k > i % POINTS ? (k - i % POINTS) * (i % 2 == 0 ? 0.004 : -0.004) : 0;

          line[2 * k] = 113.5 + 0.02 * k + 0.05 * place;
          line[2 * k + 1] = 22.7 + off;
          if (k + 1 < POINTS)
            tints[k] = (guint8) ((i + k / 10 + colour) % COR_MAP_N_TINTS);
        }
      route.tint = (CorMapTint) ((i + colour) % COR_MAP_N_TINTS);
      route.tints = i % 3 == 0 ? tints : NULL;
      cor_map_scene_add_route (scene, &route);
    }
}

static void
lay (CorMapScene *scene)
{
  cor_map_scene_get_weight (scene);
  cor_map_scene_get_plane (scene, 0);
}

/* Whether two kinds have their lines in the same place. */
static gboolean
same_place (guint one, guint other)
{
  return one % PLACES == other % PLACES;
}

static CorMapScene *
make (guint kind, CorMapScene *before, guint kind_before)
{
  CorMapScene *scene = cor_map_scene_new ();

  if (before != NULL && kind == kind_before)
    cor_map_scene_take_routes (scene, before);
  else
    add_routes (scene, kind % PLACES, kind / PLACES);
  if (before != NULL)
    g_assert_true (cor_map_scene_take_lines (scene, before) == (kind == kind_before));
  lay (scene);
  return scene;
}

static gpointer
work (gpointer data)
{
  Desk *desk = data;

  while (TRUE)
    {
      CorMapScene *scene;
      g_autofree guint8 *pixels = NULL;
      gsize size;
      guint kind;

      g_mutex_lock (&desk->mutex);
      while (desk->scene == NULL && !desk->ended)
        g_cond_wait (&desk->cond, &desk->mutex);
      scene = g_steal_pointer (&desk->scene);
      kind = desk->kind;
      g_cond_broadcast (&desk->cond);
      g_mutex_unlock (&desk->mutex);
      if (scene == NULL)
        return NULL;
      pixels = paint (scene, &size);
      cor_map_scene_unref (scene);
      g_assert_cmpmem (pixels, size, desk->wanted[kind], size);
      desk->painted++;
    }
}

/* Gives it to the worker; once that has taken it, it is painted beside what follows. */
static void
hand_over (Desk *desk, CorMapScene *scene, guint kind)
{
  g_mutex_lock (&desk->mutex);
  desk->scene = cor_map_scene_ref (scene);
  desk->kind = kind;
  g_cond_broadcast (&desk->cond);
  while (desk->scene != NULL)
    g_cond_wait (&desk->cond, &desk->mutex);
  g_mutex_unlock (&desk->mutex);
}

static void
end (Desk *desk, GThread *worker)
{
  g_mutex_lock (&desk->mutex);
  desk->ended = TRUE;
  g_cond_broadcast (&desk->cond);
  g_mutex_unlock (&desk->mutex);
  g_thread_join (worker);
}

static void
test_dropped_while_painted (void)
{
  static Desk desk;
  g_autoptr (GRand) rng = g_rand_new_with_seed (5);
  CorMapScene *shown = NULL;
  GThread *worker;
  guint kind = 0, moved = 0, kept = 0;
  gsize size;

  for (guint i = 0; i < PLACES * COLOURS; i++)
    {
      CorMapScene *alone = make (i, NULL, 0);

      desk.wanted[i] = paint (alone, &size);
      cor_map_scene_unref (alone);
      for (guint k = 0; k < i; k++)
        g_assert_cmpint (memcmp (desk.wanted[i], desk.wanted[k], size), !=, 0);
    }
  worker = g_thread_new ("lines", work, &desk);
  for (guint i = 0; i < SCENES; i++)
    {
      guint next = g_rand_boolean (rng) ? kind : (guint) g_rand_int_range (rng, 0, PLACES * COLOURS);
      CorMapScene *scene = make (next, shown, kind);

      moved += !same_place (next, kind);
      kept += next == kind;
      g_clear_pointer (&shown, cor_map_scene_unref);
      hand_over (&desk, scene, next);
      shown = scene;
      kind = next;
    }
  cor_map_scene_unref (shown);
  end (&desk, worker);
  g_assert_cmpuint (desk.painted, ==, SCENES);
  g_assert_cmpuint (moved, >, 10);
  g_assert_cmpuint (kept, >, 10);
  for (guint i = 0; i < PLACES * COLOURS; i++)
    g_free (desk.wanted[i]);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/map/threads/dropped-while-painted", test_dropped_while_painted);
  return g_test_run ();
}
