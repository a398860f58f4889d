/* cor-map-hint.c: what the map says about the tool that is on, without being in the way of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane-private.h"

#include <glib/gi18n-lib.h>

/* How long a message stands on the map, seconds. */
#define TELL_S 7

/* The hint fades where the pointer comes as near as that, pixels. */
#define NEAR_PX 24.0

/* Clicks go through the hint; what lies below it can be seen where the pointer is near. */
static void
fade (CorMapPane *self)
{
  graphene_rect_t bounds;
  graphene_point_t at = GRAPHENE_POINT_INIT ((float) self->near_x, (float) self->near_y);
  gboolean near = gtk_widget_get_visible (self->hint_box)
                  && gtk_widget_compute_bounds (self->hint_box, GTK_WIDGET (self), &bounds);

  if (near)
    {
      graphene_rect_inset (&bounds, -NEAR_PX, -NEAR_PX);
      near = graphene_rect_contains_point (&bounds, &at);
    }
  if (near)
    gtk_widget_add_css_class (self->hint_box, "cor-near");
  else
    gtk_widget_remove_css_class (self->hint_box, "cor-near");
}

static void
pointer_moved (CorMapPane *self, double x, double y)
{
  self->near_x = x;
  self->near_y = y;
  fade (self);
}

static void
pointer_left (CorMapPane *self)
{
  pointer_moved (self, -2 * NEAR_PX, -2 * NEAR_PX);
}

void
cor_map_pane_room_for_hint (CorMapPane *self)
{
  gtk_widget_set_visible (self->hint_box, *gtk_label_get_label (self->hint) != '\0'
                                              && !gtk_widget_get_visible (GTK_WIDGET (self->search)));
  fade (self);
}

void
cor_map_pane_show_text (CorMapPane *self, const char *text)
{
  gboolean route = g_strcmp0 (self->tool, "route") == 0;
  gboolean station = g_strcmp0 (self->tool, "station") == 0;

  gtk_label_set_label (self->hint, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->by_hand_button), route);
  gtk_widget_set_visible (self->station_kinds, station);
  gtk_widget_set_visible (self->options, route || station);
  cor_map_pane_room_for_hint (self);
}

/* What to do first with the tool that is on; NULL for selecting. */
static const char *
first_step (CorMapPane *self)
{
  static const struct
  {
    const char *tool, *text;
  } steps[] = { { "route", N_ ("Click the origin, or search for it") },
                { "swap", N_ ("Click where the swap station goes, or search for the place") },
                { "charging", N_ ("Click where the charging station goes, or search for the place") },
                { "site", N_ ("Click where the site goes, or search for the place") },
                { "measure", N_ ("Click where measuring begins, or search for it") } };
  const char *tool = g_strcmp0 (self->tool, "station") == 0 ? cor_map_pane_station_kind (self) : self->tool;

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (g_strcmp0 (tool, steps[i].tool) == 0)
      return _ (steps[i].text);
  return NULL;
}

void
cor_map_pane_show_hint (CorMapPane *self)
{
  if (self->points != NULL && self->points->len > 0)
    cor_map_pane_show_live (self, self->pointer);
  else
    cor_map_pane_show_text (self, first_step (self));
}

static gboolean
told (gpointer data)
{
  CorMapPane *self = data;

  self->tell_source = 0;
  cor_map_pane_show_hint (self);
  return G_SOURCE_REMOVE;
}

void
cor_map_pane_tell (CorMapPane *self, const char *text)
{
  g_clear_handle_id (&self->tell_source, g_source_remove);
  cor_map_pane_show_text (self, text);
  self->tell_source = g_timeout_add_seconds (TELL_S, told, self);
}

void
cor_map_pane_connect_hint (CorMapPane *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();

  pointer_left (self);
  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (pointer_moved), self);
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (pointer_moved), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (pointer_left), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
