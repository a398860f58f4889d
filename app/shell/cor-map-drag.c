/* cor-map-drag.c: dragging sites, stations and lines: live, one step of undo, Escape returns.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane-private.h"

#include "cor-apply.h"
#include "cor-edit.h"
#include "cor-format.h"
#include "cor-item-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A via this near to where a pull begins is moved; further away a new one is made. */
#define GRAB_PIXELS 14

static CorDocument *
document_of (CorMapPane *self)
{
  return cor_session_get_document (self->session);
}

static void
drag_clear (CorMapPane *self)
{
  g_clear_pointer (&self->drag.key, g_free);
  g_clear_pointer (&self->drag.id, g_free);
  g_clear_pointer (&self->drag.before, cor_results_unref);
  g_clear_pointer (&self->drag.moved_of, cor_results_unref);
  g_clear_pointer (&self->drag.vias, g_array_unref);
  g_clear_pointer (&self->drag.others, g_strfreev);
}

/* All of @ids but @id. */
static char **
others_of (const char *const *ids, const char *id)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (; *ids != NULL; ids++)
    if (!g_str_equal (*ids, id))
      g_strv_builder_add (builder, *ids);
  return g_strv_builder_end (builder);
}

static void
drag_begin (CorMapPane *self, CorItemKind kind, const char *id)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  CorResults *results = (CorResults *)cor_session_get_results (self->session);
  static guint count;

  drag_clear (self);
  /* The pause after what was typed would end this gesture as well. */
  cor_apply_done (self->session);
  self->drag.kind = kind;
  self->drag.id = g_strdup (id);
  self->drag.key = g_strdup_printf ("drag/%d/%s/%u", kind, id, count++);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->view), NULL);
  self->drag.before = results != NULL ? cor_results_ref (results) : NULL;
  if (cor_selection_contains (selection, kind, id))
    self->drag.others = others_of (cor_selection_get_ids (selection), id);
  else
    cor_selection_set (selection, kind, id);
}

/* What both kinds of drag do at their end. */
static void
drag_finish (CorMapPane *self, CorMapPhase phase)
{
  if (self->drag.key == NULL)
    return;
  if (phase == COR_MAP_PHASE_CANCEL)
    cor_document_cancel (document_of (self), self->drag.key);
  else
    {
      cor_document_commit (document_of (self));
      if (self->drag.kind != COR_ITEM_ROUTE)
        cor_map_pane_tell_far (self, self->drag.kind, self->drag.id);
    }
  drag_clear (self);
  cor_map_pane_show_bubble (self);
}

/* Moves the thing to @place, and what is selected with it as far. */
static void
move_to (CorMapPane *self, CorLonLat place)
{
  const CorItem *item
      = cor_edit_item (cor_map_pane_scenario (self), self->drag.kind, self->drag.id);
  g_autoptr (CorScenario) shifted = NULL;
  g_autofree char *label = NULL;
  CorScenario *next;
  CorLonLat at;

  if (item == NULL)
    return;
  at = cor_map_pane_place_of (item);
  label = g_strdup_printf (_ ("Move “%s”"), cor_item_label (item, cor_format_is_chinese (NULL)));
  if (self->drag.others != NULL)
    shifted = cor_map_pane_shift (self, self->drag.kind, (const char *const *)self->drag.others,
                                  place.lon - at.lon, place.lat - at.lat);
  next = cor_edit_place (shifted != NULL ? shifted : cor_map_pane_scenario (self), self->drag.kind,
                         self->drag.id, place, NULL);
  if (next != NULL)
    cor_document_apply (document_of (self), next, label, self->drag.key);
}

static void
object_dragged (CorMapPane *self,
                CorMapObjectKind kind,
                const char *id,
                CorMapPhase phase,
                double lon,
                double lat)
{
  const CorItem *item
      = cor_edit_item (cor_map_pane_scenario (self), cor_map_pane_item_kind (kind), id);

  if (phase == COR_MAP_PHASE_BEGIN && item != NULL)
    {
      drag_begin (self, cor_map_pane_item_kind (kind), id);
      self->drag.from = cor_map_pane_place_of (item);
    }
  else if (phase == COR_MAP_PHASE_UPDATE && self->drag.key != NULL)
    move_to (self, (CorLonLat){ lon, lat });
  else if (phase == COR_MAP_PHASE_END || phase == COR_MAP_PHASE_CANCEL)
    drag_finish (self, phase);
}

static const CorPath *
path_of (CorMapPane *self, const char *route)
{
  const CorResults *results = cor_session_get_results (self->session);

  for (guint i = 0; results != NULL && i < results->n_duties; i++)
    if (g_strcmp0 (results->duties[i].duty->route, route) == 0
        && results->duties[i].geometry != NULL)
      return results->duties[i].geometry->out;
  return NULL;
}

static gboolean
is_near (CorMapPane *self, CorLonLat a, CorLonLat b)
{
  CorMapFrame frame;
  double ax, ay, bx, by;

  cor_map_view_get_frame (self->view, &frame);
  cor_map_frame_project (&frame, a.lon, a.lat, &ax, &ay);
  cor_map_frame_project (&frame, b.lon, b.lat, &bx, &by);
  return hypot (ax - bx, ay - by) < GRAB_PIXELS;
}

/* Which bend of a line drawn by hand a pull moves, its ends aside: one that is there, or a new one.
 */
static void
grab_bend (CorMapPane *self, const CorRoute *route, CorLonLat place)
{
  const CorLonLat *line = (const CorLonLat *)(gpointer)route->line->data;
  double least = G_MAXDOUBLE;

  self->drag.by_hand = TRUE;
  self->drag.vias = cor_points_new ();
  g_array_append_vals (self->drag.vias, line, route->line->len);
  for (guint i = 1; i + 1 < route->line->len; i++)
    if (is_near (self, line[i], place))
      {
        self->drag.via = i;
        return;
      }
  /* The piece whose ends are hardly further by way of the place than straight. */
  for (guint i = 0; i + 1 < route->line->len; i++)
    {
      double more = cor_lonlat_distance (line[i], place) + cor_lonlat_distance (place, line[i + 1])
                    - cor_lonlat_distance (line[i], line[i + 1]);

      if (more < least)
        {
          least = more;
          self->drag.via = i + 1;
        }
    }
  g_array_insert_val (self->drag.vias, self->drag.via, place);
}

/* Which via a pull at @place moves: one that is there, or a new one between its neighbours. */
static void
grab_via (CorMapPane *self, const CorRoute *route, CorLonLat place)
{
  const CorPath *path = path_of (self, route->item.id);
  double at = path != NULL ? cor_path_nearest (path, place, NULL) : 0;
  CorVia fresh = { NULL, place.lon, place.lat };
  guint index = 0;
  gboolean found = FALSE;

  self->drag.by_hand = FALSE;
  self->drag.vias = cor_vias_new ();
  for (guint i = 0; route->vias != NULL && i < route->vias->len; i++)
    {
      CorVia via = g_array_index (route->vias, CorVia, i);

      via.site = g_strdup (via.site);
      g_array_append_val (self->drag.vias, via);
      if (via.site == NULL && is_near (self, (CorLonLat){ via.lon, via.lat }, place))
        {
          self->drag.via = i;
          found = TRUE;
        }
      if (path != NULL && i + 1 < path->n_stops && path->stops_m[i + 1] < at)
        index = i + 1;
    }
  if (found)
    return;
  self->drag.via = index;
  g_array_insert_val (self->drag.vias, index, fresh);
}

static void
pull_to (CorMapPane *self, CorLonLat place)
{
  CorScenario *next;

  if (self->drag.by_hand)
    g_array_index (self->drag.vias, CorLonLat, self->drag.via) = place;
  else
    {
      CorVia *via = &g_array_index (self->drag.vias, CorVia, self->drag.via);

      via->lon = place.lon;
      via->lat = place.lat;
    }
  next = cor_edit_boxed (cor_map_pane_scenario (self), COR_ITEM_ROUTE, self->drag.id,
                         self->drag.by_hand ? "line" : "vias", self->drag.vias, NULL);
  if (next != NULL)
    cor_document_apply (document_of (self), next, _ ("Reroute"), self->drag.key);
}

static void
route_dragged (CorMapPane *self, const char *id, CorMapPhase phase, double lon, double lat)
{
  const CorItem *route = cor_edit_item (cor_map_pane_scenario (self), COR_ITEM_ROUTE, id);

  if (phase == COR_MAP_PHASE_BEGIN && route != NULL)
    {
      drag_begin (self, COR_ITEM_ROUTE, id);
      self->drag.from = (CorLonLat){ lon, lat };
      if (((const CorRoute *)route)->line != NULL)
        grab_bend (self, (const CorRoute *)route, self->drag.from);
      else
        grab_via (self, (const CorRoute *)route, self->drag.from);
    }
  else if (phase == COR_MAP_PHASE_UPDATE && self->drag.vias != NULL)
    pull_to (self, (CorLonLat){ lon, lat });
  else if (phase == COR_MAP_PHASE_END || phase == COR_MAP_PHASE_CANCEL)
    drag_finish (self, phase);
}

static CorMapTint
tint_of (double change)
{
  return change < 0 ? COR_MAP_TINT_BETTER : COR_MAP_TINT_COSTLIER;
}

/* The duty whose parity year moved most, or NULL. A drag changes no duty, so they stand at the same places. */
static const CorDutyResult *
most_moved (const CorResults *before, const CorResults *now, int *years)
{
  const CorDutyResult *most = NULL;

  *years = 0;
  for (guint i = 0; i < now->n_duties; i++)
    {
      const CorDutyResult *was = i < before->n_duties ? &before->duties[i] : NULL;
      CorParity a, b;
      int from, to;

      if (was == NULL || !g_str_equal (was->duty->item.id, now->duties[i].duty->item.id))
        continue;
      a = cor_duty_parity (before, was);
      b = cor_duty_parity (now, &now->duties[i]);
      from = a.state == COR_PARITY_REACHED ? a.year : a.last + 1;
      to = b.state == COR_PARITY_REACHED ? b.year : b.last + 1;

      if (abs (to - from) > abs (*years))
        {
          most = &now->duties[i];
          *years = to - from;
        }
    }
  return most;
}

/* The same since the drag began, looked for once for each results. */
static const CorDutyResult *
most_moved_now (CorMapPane *self, CorResults *now, int *years)
{
  if (self->drag.moved_of != now)
    {
      g_clear_pointer (&self->drag.moved_of, cor_results_unref);
      self->drag.moved_of = cor_results_ref (now);
      self->drag.moved = most_moved (self->drag.before, now, &self->drag.moved_years);
    }
  *years = self->drag.moved_years;
  return self->drag.moved;
}

static char *
parity_of (const CorResults *results, const CorDutyResult *duty)
{
  CorParity parity = cor_duty_parity (results, duty);

  return cor_parity_text (&parity);
}

void
cor_map_pane_show_bubble (CorMapPane *self)
{
  const CorResults *now = cor_session_get_results (self->session), *before = self->drag.before;
  const CorItem *item = self->drag.key != NULL ? cor_edit_item (cor_map_pane_scenario (self),
                                                                self->drag.kind, self->drag.id)
                                               : NULL;
  gboolean zh = cor_format_is_chinese (NULL);
  g_autofree char *moved = NULL, *share = NULL, *share_now = NULL, *year = NULL, *year_now = NULL;
  CorMapBubbleRow rows[2];
  CorMapBubble bubble = { .rows = rows };
  const CorDutyResult *duty;
  int years;

  if (item == NULL || before == NULL || now == NULL)
    {
      cor_object_layer_set_bubble (self->layer, NULL);
      return;
    }
  bubble.title = cor_item_label (item, zh);
  if (item->kind != COR_ITEM_ROUTE)
    {
      g_autofree char *km = cor_format_quantity (
          COR_QUANTITY_KM,
          cor_lonlat_distance (self->drag.from, cor_map_pane_place_of (item)) / 1000, NULL);

      bubble.note = moved = g_strdup_printf (_ ("moved %s"), km);
    }
  share = cor_format_percent (before->detour_share, 1, NULL);
  share_now = cor_format_percent (now->detour_share, 1, NULL);
  rows[bubble.n_rows++] = (CorMapBubbleRow){ _ ("Detour share"), share, share_now,
                                             tint_of (now->detour_share - before->detour_share) };
  duty = most_moved_now (self, (CorResults *)now, &years);
  if (duty != NULL)
    {
      year = parity_of (before, &before->duties[duty - now->duties]);
      year_now = parity_of (now, duty);
      rows[bubble.n_rows++] = (CorMapBubbleRow){ cor_item_label (&duty->duty->item, zh), year,
                                                 year_now, tint_of (years) };
    }
  cor_object_layer_set_bubble (self->layer, &bubble);
}

void
cor_map_pane_connect_drags (CorMapPane *self)
{
  g_signal_connect_object (self->layer, "object-dragged", G_CALLBACK (object_dragged), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->layer, "route-dragged", G_CALLBACK (route_dragged), self,
                           G_CONNECT_SWAPPED);
}
