/* cor-tile-source.c: the base map as a source of tiles for the map widget.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tile-source.h"

#include "cor-mercator.h"
#include "cor-tile-paint.h"
#include "cor-tile-picture.h"

#include <math.h>

/* Tiles are enlarged beyond the map file's last zoom level up to this one. */
#define MAX_ZOOM 17

struct _CorTileSource
{
  ShumateMapSource parent_instance;

  CorTileArchive *archive;
  CorMapRoads *roads;
  const CorMapStyle *style;
  double scale;
  GWeakRef shown_in; /* as the source may end in the thread that paints, which then must not touch the widget */
};

G_DEFINE_FINAL_TYPE (CorTileSource, cor_tile_source, SHUMATE_TYPE_MAP_SOURCE)

/* What a worker needs: its own references, so that the source may go meanwhile. */
typedef struct
{
  CorTileArchive *archive;
  CorMapRoads *roads;
  const CorMapStyle *style;
  double scale;
  int z, x, y;
  gboolean for_cairo;
  ShumateTile *tile;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->archive, cor_tile_archive_unref);
  g_clear_pointer (&job->roads, cor_map_roads_unref);
  g_clear_object (&job->tile);
  g_free (job);
}

/* The opaque format that renderers with a graphics card take without conversion. */
static GdkTexture *
make_texture (cairo_surface_t *surface)
{
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  gsize stride = (gsize) width * 3;
  guint8 *packed = g_malloc (stride * (gsize) height);
  g_autoptr (GBytes) bytes = NULL;

  cairo_surface_flush (surface);
  for (int y = 0; y < height; y++)
    {
      const guint32 *p = (const guint32 *) (gpointer) (cairo_image_surface_get_data (surface)
                                                       + (gsize) y * (gsize) cairo_image_surface_get_stride (surface));
      guint8 *q = packed + (gsize) y * stride;

      for (int x = 0; x < width; x++, q += 3)
        {
          q[0] = (guint8) p[x];
          q[1] = (guint8) (p[x] >> 8);
          q[2] = (guint8) (p[x] >> 16);
        }
    }
  bytes = g_bytes_new_take (packed, stride * (gsize) height);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_B8G8R8, bytes, stride);
}

/* A tile that cannot be read still shows ground. */
static void
paint_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  cairo_surface_t *surface;
  cairo_t *cr;
  int edge;

  if (g_task_return_error_if_cancelled (task))
    return;
  edge = (int) round (COR_TILE_SIZE * job->scale);
  surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, edge, edge);
  cr = cairo_create (surface);
  cairo_scale (cr, (double) edge / COR_TILE_SIZE, (double) edge / COR_TILE_SIZE);
  cor_map_set_colour (cr, job->style->land, 1.0);
  cairo_paint (cr);
  if (job->archive != NULL)
    cor_tile_paint (job->archive, job->roads, job->style, cr, job->z, job->x, job->y, NULL);
  cairo_destroy (cr);
  if (job->for_cairo)
    {
      g_task_return_pointer (task, cor_tile_picture_new (surface), g_object_unref);
      return;
    }
  g_task_return_pointer (task, make_texture (surface), g_object_unref);
  cairo_surface_destroy (surface);
}

/* Whether the window draws with cairo; until it is on the screen nobody knows. */
static gboolean
is_for_cairo (CorTileSource *self)
{
  g_autoptr (GtkWidget) widget = g_weak_ref_get (&self->shown_in);
  GtkNative *native = widget != NULL ? gtk_widget_get_native (widget) : NULL;
  GskRenderer *renderer = native != NULL ? gtk_native_get_renderer (native) : NULL;

  return renderer != NULL && GSK_IS_CAIRO_RENDERER (renderer);
}

static void
cor_tile_source_fill_tile_async (ShumateMapSource *source,
                                 ShumateTile *tile,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  CorTileSource *self = COR_TILE_SOURCE (source);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Job *job = g_new0 (Job, 1);

  job->archive = self->archive != NULL ? cor_tile_archive_ref (self->archive) : NULL;
  job->roads = self->roads != NULL ? cor_map_roads_ref (self->roads) : NULL;
  job->style = self->style;
  job->scale = self->scale;
  job->for_cairo = is_for_cairo (self);
  job->z = (int) shumate_tile_get_zoom_level (tile);
  job->x = (int) shumate_tile_get_x (tile);
  job->y = (int) shumate_tile_get_y (tile);
  job->tile = g_object_ref (tile);
  g_task_set_source_tag (task, cor_tile_source_fill_tile_async);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, paint_in_thread);
}

static gboolean
cor_tile_source_fill_tile_finish (ShumateMapSource *source, GAsyncResult *result, GError **error)
{
  g_autoptr (GdkPaintable) picture = g_task_propagate_pointer (G_TASK (result), error);
  Job *job = g_task_get_task_data (G_TASK (result));
  /* The job may be let go in its thread, where no widget may end. */
  g_autoptr (ShumateTile) tile = g_steal_pointer (&job->tile);

  if (picture == NULL)
    return FALSE;
  shumate_tile_set_paintable (tile, picture);
  shumate_tile_set_fade_in (tile, FALSE);
  shumate_tile_set_state (tile, SHUMATE_STATE_DONE);
  return TRUE;
}

static void
cor_tile_source_finalize (GObject *object)
{
  CorTileSource *self = COR_TILE_SOURCE (object);

  g_clear_pointer (&self->archive, cor_tile_archive_unref);
  g_clear_pointer (&self->roads, cor_map_roads_unref);
  g_weak_ref_clear (&self->shown_in);
  G_OBJECT_CLASS (cor_tile_source_parent_class)->finalize (object);
}

static void
cor_tile_source_class_init (CorTileSourceClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = cor_tile_source_finalize;
  SHUMATE_MAP_SOURCE_CLASS (klass)->fill_tile_async = cor_tile_source_fill_tile_async;
  SHUMATE_MAP_SOURCE_CLASS (klass)->fill_tile_finish = cor_tile_source_fill_tile_finish;
}

static void
cor_tile_source_init (CorTileSource *self)
{
  g_weak_ref_init (&self->shown_in, NULL);
}

CorTileSource *
cor_tile_source_new (CorTileArchive *archive, CorMapRoads *roads, const CorMapStyle *style, double scale)
{
  static guint n_sources = 0;
  CorTileSource *self = g_object_new (COR_TYPE_TILE_SOURCE, NULL);
  ShumateMapSource *source = SHUMATE_MAP_SOURCE (self);
  g_autofree char *id = g_strdup_printf ("corridor-%u", ++n_sources);

  self->archive = archive != NULL ? cor_tile_archive_ref (archive) : NULL;
  self->roads = roads != NULL ? cor_map_roads_ref (roads) : NULL;
  self->style = style;
  self->scale = CLAMP (scale, 1.0, 4.0);
  shumate_map_source_set_id (source, id);
  shumate_map_source_set_min_zoom_level (source, 0);
  shumate_map_source_set_max_zoom_level (source, MAX_ZOOM);
  shumate_map_source_set_tile_size (source, COR_TILE_SIZE);
  shumate_map_source_set_projection (source, SHUMATE_MAP_PROJECTION_MERCATOR);
  return self;
}

void
cor_tile_source_set_shown_in (CorTileSource *self, GtkWidget *widget)
{
  g_return_if_fail (COR_IS_TILE_SOURCE (self));

  g_weak_ref_set (&self->shown_in, widget);
}
