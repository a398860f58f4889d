/* cor-map-reach.c: how far a truck comes from a place along the roads, worked out beside the main loop.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane-private.h"

#include "cor-format.h"
#include "cor-range.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  CorNetwork *network;
  CorRange range;
  CorLonLat from;
  char *name; /* of the truck */
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  cor_network_unref (job->network);
  g_free (job->name);
  g_free (job);
}

/* "charge left · 4×2 electric, 141 kWh, 18 t, 28 °C: at most 72 km away" */
static char *
label_of (const Job *job, double furthest_m)
{
  g_autofree char *tonnes = cor_format_quantity (COR_QUANTITY_TONNES, job->range.payload_t, NULL);
  g_autofree char *degrees = cor_format_number (job->range.temperature_c, 0);
  g_autofree char *km = cor_format_quantity (COR_QUANTITY_KM, furthest_m / 1000, NULL);

  return g_strdup_printf (_ ("charge left · %s, %s, %s °C: at most %s away"), job->name, tonnes, degrees, km);
}

/* The roads as what is drawn, coloured by the charge left; how far it is as the crow flies, in metres. */
static CorMapReach *
make_reach (const Job *job, const GArray *points, const GArray *pieces)
{
  GArray *lon_lat = g_array_sized_new (FALSE, FALSE, sizeof (double), 2 * points->len);
  GArray *out = g_array_sized_new (FALSE, FALSE, sizeof (CorMapReachPiece), pieces->len);
  double furthest = 0;

  for (guint i = 0; i < points->len; i++)
    {
      const CorLonLat *at = &g_array_index (points, CorLonLat, i);

      g_array_append_val (lon_lat, at->lon);
      g_array_append_val (lon_lat, at->lat);
      furthest = fmax (furthest, cor_lonlat_distance (job->from, *at));
    }
  for (guint i = 0; i < pieces->len; i++)
    {
      const CorReachPiece *piece = &g_array_index (pieces, CorReachPiece, i);
      CorMapReachPiece drawn = { piece->first, piece->n, 0 };

      drawn.tint = cor_map_tint_for_charge (
          cor_range_charge (&job->range, (piece->start_m + piece->end_m) / 2));
      g_array_append_val (out, drawn);
    }
  return cor_map_reach_new (lon_lat, out, job->from.lon, job->from.lat, label_of (job, furthest));
}

static void
find_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  GError *error = NULL;
  g_autoptr (GArray) points = NULL;
  g_autoptr (GArray) pieces
      = cor_network_reach (job->network, job->from, job->range.usable_kwh, job->range.kwh_per_m, NULL,
                           &points, &error);

  if (pieces != NULL)
    g_task_return_pointer (task, make_reach (job, points, pieces),
                           (GDestroyNotify)cor_map_reach_unref);
  else
    g_task_return_error (task, error);
}

static void
on_found (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CorMapPane) self = data;
  g_autoptr (GError) error = NULL;
  CorMapReach *reach = g_task_propagate_pointer (G_TASK (result), &error);

  self->reach_busy = FALSE;
  if (self->layer == NULL || !self->has_reach)
    {
      g_clear_pointer (&reach, cor_map_reach_unref);
      return;
    }
  g_clear_pointer (&self->reach, cor_map_reach_unref);
  self->reach = reach;
  if (error != NULL)
    {
      g_autofree char *problem = cor_map_pane_road_problem (error);

      cor_map_pane_tell (self, problem);
    }
  cor_map_pane_queue_scene (self);
  if (self->reach_again)
    cor_map_pane_update_reach (self);
}

/* The duty that is selected, or on the selected route, or of the selected truck; else the first one with a
 * battery truck. */
static const CorDutyResult *
find_duty (CorMapPane *self, const CorResults *results, CorRange *range)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  const CorRoadSpeeds *speeds = cor_network_speeds (self->network);
  const char *id = cor_selection_get_id (selection);
  CorItemKind kind = cor_selection_get_kind (selection);
  const CorDutyResult *first = NULL;
  CorRange one;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      gboolean selected = (kind == COR_ITEM_DUTY && g_strcmp0 (id, duty->duty->item.id) == 0)
                          || (kind == COR_ITEM_ROUTE && g_strcmp0 (id, duty->duty->route) == 0)
                          || (kind == COR_ITEM_TRUCK && g_strcmp0 (id, duty->duty->truck) == 0);

      if ((first != NULL && !selected) || !cor_range_of (results, duty, speeds, &one))
        continue;
      first = duty;
      *range = one;
      if (selected)
        break;
    }
  return first;
}

static void
set_has_reach (CorMapPane *self, gboolean has)
{
  self->has_reach = has;
  g_object_notify (G_OBJECT (self), "has-reach");
}

void
cor_map_pane_update_reach (CorMapPane *self)
{
  const CorResults *results = cor_session_get_results (self->session);
  g_autoptr (GTask) task = NULL;
  const CorDutyResult *duty;
  CorRange range;
  Job *job;

  if (!self->has_reach || results == NULL)
    return;
  self->reach_again = self->reach_busy;
  if (self->reach_busy)
    return;
  duty = find_duty (self, results, &range);
  if (duty == NULL)
    {
      set_has_reach (self, FALSE);
      g_clear_pointer (&self->reach, cor_map_reach_unref);
      cor_map_pane_tell (self, _ ("No duty has a battery truck whose reach could be shown"));
      return;
    }
  task = g_task_new (NULL, NULL, on_found, g_object_ref (self));
  job = g_new0 (Job, 1);
  job->network = cor_network_ref (self->network);
  job->range = range;
  job->from = self->reach_from;
  job->name = g_strdup (
      cor_item_label (&cor_duty_result_shown (duty)->truck->item, cor_format_is_chinese (NULL)));
  self->reach_busy = TRUE;
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, find_in_thread);
}

void
cor_map_pane_show_reach (CorMapPane *self, CorLonLat from)
{
  set_has_reach (self, TRUE);
  self->reach_from = from;
  cor_map_pane_update_reach (self);
}

void
cor_map_pane_hide_reach (CorMapPane *self)
{
  set_has_reach (self, FALSE);
  g_clear_pointer (&self->reach, cor_map_reach_unref);
  cor_map_pane_queue_scene (self);
}
