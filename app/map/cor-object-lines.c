/* cor-object-lines.c: the picture that the map layer keeps of the routes.
 *
 * Lines cost most of all that lies on the map, and change least: a picture of them, larger than the
 * map, serves while the map or a station moves. A worker draws the next one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-object-layer-private.h"

#include <math.h>

/* Pixels around the map that the picture shows as well, and how near to its edge the next one is asked for. */
#define MARGIN 160.0
#define NEAR_EDGE 70.0

/* Fewer routes than this are drawn at once where they have changed; more wait for the worker. */
#define FEW_ROUTES 40

/* What a worker needs to draw the routes. */
typedef struct
{
  CorMapScene *scene;
  CorMapFrame frame;
  int scale;
  gboolean dark;
  guint round;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  cor_map_scene_unref (job->scene);
  g_free (job);
}

static Job *
job_new (CorObjectLayer *self, const CorMapFrame *frame)
{
  Job *job = g_new0 (Job, 1);
  guint n;

  job->scene = cor_map_scene_ref (self->scene);
  job->scale = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  job->dark = self->dark;
  job->round = self->lines_round;
  job->frame = (CorMapFrame){ frame->zoom, round (frame->left - MARGIN), round (frame->top - MARGIN),
                              frame->width + 2.0 * MARGIN, frame->height + 2.0 * MARGIN };
  /* Laid now, so that the worker only reads. */
  cor_map_scene_get_weight (job->scene);
  cor_map_scene_get_routes (job->scene, &n);
  if (n > 0)
    cor_map_scene_get_plane (job->scene, 0);
  return job;
}

static cairo_surface_t *
draw (const Job *job)
{
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) job->frame.width * job->scale, (int) job->frame.height * job->scale);
  cairo_t *cr;

  cairo_surface_set_device_scale (surface, job->scale, job->scale);
  cr = cairo_create (surface);
  cor_map_scene_paint_lines (job->scene, cr, &job->frame, job->dark);
  cairo_destroy (cr);
  return surface;
}

static void
draw_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  g_task_return_pointer (task, draw (data), (GDestroyNotify) cairo_surface_destroy);
}

static void
keep (CorObjectLayer *self, const Job *job, cairo_surface_t *surface)
{
  g_clear_pointer (&self->lines, cairo_surface_destroy);
  self->lines = surface;
  self->lines_frame = job->frame;
  self->lines_kept = job->round;
}

/* If the map has moved on meanwhile, drawing it asks for the next one. */
static void
on_drawn (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CorObjectLayer) self = data;
  const Job *job = g_task_get_task_data (G_TASK (result));
  cairo_surface_t *surface = g_task_propagate_pointer (G_TASK (result), NULL);

  self->drawing = FALSE;
  /* Where a newer one was drawn at once, this one comes too late. */
  if (self->lines != NULL && job->round < self->lines_kept)
    cairo_surface_destroy (surface);
  else
    keep (self, job, surface);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ask (CorObjectLayer *self, const CorMapFrame *frame)
{
  g_autoptr (GTask) task = NULL;

  if (self->drawing)
    return;
  self->drawing = TRUE;
  task = g_task_new (NULL, NULL, on_drawn, g_object_ref (self));
  g_task_set_task_data (task, job_new (self, frame), job_free);
  g_task_run_in_thread (task, draw_in_thread);
}

static void
draw_now (CorObjectLayer *self, const CorMapFrame *frame)
{
  Job *job = job_new (self, frame);

  keep (self, job, draw (job));
  job_free (job);
}

/* Whether the picture has so many pixels beyond each side of the frame. */
static gboolean
reaches (const CorObjectLayer *self, const CorMapFrame *frame, double beyond)
{
  const CorMapFrame *kept = &self->lines_frame;

  return frame->left - beyond >= kept->left && frame->top - beyond >= kept->top
         && frame->left + frame->width + beyond <= kept->left + kept->width
         && frame->top + frame->height + beyond <= kept->top + kept->height;
}

static gboolean
is_few (CorObjectLayer *self)
{
  guint n;

  cor_map_scene_get_routes (self->scene, &n);
  return n < FEW_ROUTES && cor_map_scene_get_reach (self->scene) == NULL;
}

/* What is pulled is drawn above the picture anyway, which can be a frame late. */
static void
renew (CorObjectLayer *self, const CorMapFrame *frame)
{
  gboolean stale = self->lines == NULL || self->lines_kept != self->lines_round;

  if (is_few (self) && (self->lines == NULL || (stale && self->mode != COR_DRAG_ROUTE)))
    draw_now (self, frame);
  else if (stale || self->lines_frame.zoom != frame->zoom || !reaches (self, frame, NEAR_EDGE))
    ask (self, frame);
}

/* Enlarged while the zoom changes. */
void
cor_object_layer_paint_lines (CorObjectLayer *self, cairo_t *cr, const CorMapFrame *frame)
{
  double scale;

  renew (self, frame);
  if (self->lines == NULL)
    return;
  scale = exp2 (frame->zoom - self->lines_frame.zoom);
  cairo_save (cr);
  cairo_translate (cr, round (self->lines_frame.left * scale - frame->left),
                   round (self->lines_frame.top * scale - frame->top));
  cairo_scale (cr, scale, scale);
  cairo_set_source_surface (cr, self->lines, 0.0, 0.0);
  cairo_paint (cr);
  cairo_restore (cr);
}
