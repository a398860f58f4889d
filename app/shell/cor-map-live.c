/* cor-map-live.c: the line under construction, laid on the roads by a worker as the pointer moves.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane-private.h"

#include "cor-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  CorNetwork *network;
  GArray *places; /* CorLonLat */
  guint round;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  cor_network_unref (job->network);
  g_array_unref (job->places);
  g_free (job);
}

static void
lay_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  CorPath *path = cor_network_route (job->network, (const CorLonLat *)(gpointer)job->places->data,
                                     job->places->len, NULL, &error);

  if (path != NULL)
    g_task_return_pointer (task, path, (GDestroyNotify)cor_path_unref);
  else
    g_task_return_error (task, error);
}

static double
straight_m (const GArray *places)
{
  double sum = 0;

  for (guint i = 0; i + 1 < places->len; i++)
    sum += cor_lonlat_distance (g_array_index (places, CorLonLat, i),
                                g_array_index (places, CorLonLat, i + 1));
  return sum;
}

/* "34.2 km · 48 min", or only the length where there is no time. */
static char *
length_text (double metres, double seconds)
{
  g_autofree char *km = cor_format_quantity (COR_QUANTITY_KM, metres / 1000, NULL);
  g_autofree char *minutes
      = isnan (seconds) ? NULL : cor_format_quantity (COR_QUANTITY_MINUTES, seconds / 60, NULL);

  return minutes != NULL ? g_strdup_printf ("%s · %s", km, minutes) : g_steal_pointer (&km);
}

/* What was told stands its time. */
static void
show_unless_told (CorMapPane *self, const char *text)
{
  if (self->tell_source == 0)
    cor_map_pane_show_text (self, text);
}

/* @length: (nullable): of the line so far, above what to do next. */
static void
show_route_hint (CorMapPane *self, const char *length)
{
  const char *next = _ ("Click the destination, or search for it · Shift and click: by way of · Backspace: one back");
  g_autofree char *text = length != NULL ? g_strdup_printf ("%s\n%s", length, next) : g_strdup (next);

  show_unless_told (self, text);
}

static void
show_measure_hint (CorMapPane *self, const char *by_road, const GArray *places)
{
  g_autofree char *straight = length_text (straight_m (places), NAN);
  g_autofree char *first
      = g_strdup_printf (_ ("Straight %s · along the roads %s"), straight, by_road);
  g_autofree char *text = g_strdup_printf (
      "%s\n%s", first,
      self->measured ? _ ("Click to measure again · Escape: done")
                     : _ ("Click the next point · double click: last point · Backspace: one back"));

  show_unless_told (self, text);
}

char *
cor_map_pane_road_problem (const GError *error)
{
  if (g_error_matches (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_ROAD))
    return g_strdup_printf (_ ("No road within %.0f km of this point"), COR_SNAP_LIMIT_M / 1000);
  if (g_error_matches (error, COR_ROUTING_ERROR, COR_ROUTING_ERROR_NO_PATH))
    return g_strdup (_ ("No road that a truck may use leads there"));
  return g_strdup (error->message);
}

static void
show_line (CorMapPane *self, const CorPath *path, const char *problem, const GArray *places)
{
  gboolean measuring = g_str_equal (self->tool, "measure");
  g_autofree char *length
      = path != NULL ? length_text (path->length_m, path->duration_s) : g_strdup (problem);

  if (path != NULL)
    cor_object_layer_set_band (self->layer, (const double *)path->shape, path->n_shape);
  else
    cor_object_layer_set_band (self->layer, measuring ? NULL : (const double *)(gconstpointer)places->data,
                               measuring ? 0 : places->len);
  if (measuring)
    show_measure_hint (self, length, places);
  else
    show_route_hint (self, length);
}

static void
start (CorMapPane *self, GArray *places);

static void
on_laid (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CorMapPane) self = data;
  Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;
  g_autoptr (CorPath) path = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GArray) next = g_steal_pointer (&self->live_next);

  self->live_busy = FALSE;
  if (self->layer == NULL)
    return;
  if (job->round == self->live_round)
    {
      g_autofree char *problem = error != NULL ? cor_map_pane_road_problem (error) : NULL;

      show_line (self, path, problem, job->places);
    }
  if (next != NULL)
    start (self, next);
}

static void
start (CorMapPane *self, GArray *places)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, on_laid, g_object_ref (self));
  Job *job = g_new0 (Job, 1);

  job->network = cor_network_ref (self->network);
  job->places = g_array_ref (places);
  job->round = self->live_round;
  self->live_busy = TRUE;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, lay_in_thread);
}

void
cor_map_pane_stop_live (CorMapPane *self)
{
  self->live_round++;
  g_clear_pointer (&self->live_next, g_array_unref);
}

/* By hand there is nothing to look for. */
static void
show_by_hand (CorMapPane *self, const GArray *places)
{
  g_autofree char *km = length_text (straight_m (places), NAN);
  g_autofree char *length = g_strdup_printf (_ ("%s off the road network, tolls not known"), km);

  cor_object_layer_set_band (self->layer, (const double *)(gpointer)places->data, places->len);
  show_route_hint (self, length);
}

/* A route has only begun while the pointer is still where it starts: the way to the road and back is none. */
static gboolean
has_only_begun (CorMapPane *self, CorLonLat pointer)
{
  CorLonLat first = g_array_index (self->points, CorMapPoint, 0).at;
  double x, y, first_x, first_y;
  CorMapFrame frame;

  if (self->points->len > 1 || !g_str_equal (self->tool, "route"))
    return FALSE;
  cor_map_view_get_frame (self->view, &frame);
  cor_map_frame_project (&frame, first.lon, first.lat, &first_x, &first_y);
  cor_map_frame_project (&frame, pointer.lon, pointer.lat, &x, &y);
  return hypot (x - first_x, y - first_y) < COR_MAP_SNAP_PX;
}

void
cor_map_pane_show_live (CorMapPane *self, CorLonLat pointer)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (CorLonLat));

  self->pointer = pointer;
  if (self->points->len == 0)
    return;
  for (guint i = 0; i < self->points->len; i++)
    g_array_append_val (places, g_array_index (self->points, CorMapPoint, i).at);
  if (!self->measured)
    g_array_append_val (places, pointer);
  if (g_str_equal (self->tool, "measure"))
    cor_object_layer_set_guide (self->layer, (const double *)(gpointer)places->data, places->len,
                                NULL);
  if (places->len < 2)
    return;
  if (has_only_begun (self, pointer))
    {
      cor_map_pane_stop_live (self);
      cor_object_layer_set_band (self->layer, NULL, 0);
      show_route_hint (self, NULL);
    }
  else if (self->by_hand && g_str_equal (self->tool, "route"))
    {
      cor_map_pane_stop_live (self);
      show_by_hand (self, places);
    }
  else if (self->live_busy)
    {
      g_clear_pointer (&self->live_next, g_array_unref);
      self->live_next = g_array_ref (places);
    }
  else
    start (self, places);
}

void
cor_map_pane_measure_click (CorMapPane *self, CorLonLat at, int n_press)
{
  CorMapPoint point = { NULL, at };

  if (n_press > 1)
    self->measured = self->points->len > 1;
  else
    {
      if (self->measured)
        cor_map_pane_forget_points (self);
      g_array_append_val (self->points, point);
    }
  cor_map_pane_show_live (self, at);
}
