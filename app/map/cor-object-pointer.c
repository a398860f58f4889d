/* cor-object-pointer.c: clicks, drags and hovering on the map, as the object layer's signals.
 *
 * One drag gesture in the capture phase on the map sees every press first. Where it hits nothing
 * that can be dragged, it lets go, and the map pans.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-object-layer-private.h"

#include <math.h>

/* Pixels that the pointer must move before a press becomes a drag. */
#define DRAG_THRESHOLD 4.0

static gboolean
hit (CorObjectLayer *self, double x, double y, CorMapMark *mark, double *lon, double *lat)
{
  CorMapFrame frame;

  *mark = (CorMapMark){ 0 };
  if (self->scene == NULL)
    return FALSE;
  cor_map_view_get_frame (self->view, &frame);
  return cor_map_scene_hit (self->scene, &frame, x, y, mark, lon, lat);
}

static void
unproject (CorObjectLayer *self, double x, double y, double *lon, double *lat)
{
  CorMapFrame frame;

  cor_map_view_get_frame (self->view, &frame);
  cor_map_frame_unproject (&frame, x, y, lon, lat);
}

static void
emit_drag (CorObjectLayer *self, CorMapPhase phase)
{
  if (self->mode == COR_DRAG_OBJECT)
    g_signal_emit (self, cor_object_signals[COR_SIGNAL_OBJECT_DRAGGED], 0, self->pressed.kind, self->pressed.id, phase,
                   self->drag_lon, self->drag_lat);
  else if (self->mode == COR_DRAG_ROUTE)
    g_signal_emit (self, cor_object_signals[COR_SIGNAL_ROUTE_DRAGGED], 0, self->pressed.id, phase, self->drag_lon,
                   self->drag_lat);
}

static void
set_cursor (CorObjectLayer *self, const char *name)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (cor_map_view_get_map (self->view)),
                                   self->tool == COR_MAP_TOOL_PLACE ? "crosshair" : name);
}

static void
finish_drag (CorObjectLayer *self)
{
  self->mode = COR_DRAG_NONE;
  set_cursor (self, NULL);
  cor_object_layer_redraw (self, FALSE);
}

static void
on_drag_begin (GtkGestureDrag *gesture, double x, double y, CorObjectLayer *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  CorMapMark mark;
  double lon = 0.0, lat = 0.0;
  CorMapFrame frame;

  gtk_widget_grab_focus (GTK_WIDGET (cor_map_view_get_map (self->view)));
  self->mode = COR_DRAG_NONE;
  self->press_x = x;
  self->press_y = y;
  if (self->tool == COR_MAP_TOOL_PLACE)
    return;
  if (hit (self, x, y, &mark, &lon, &lat))
    {
      cor_map_view_get_frame (self->view, &frame);
      cor_map_frame_project (&frame, lon, lat, &self->grab_x, &self->grab_y);
      self->grab_x -= x;
      self->grab_y -= y;
      self->drag_lon = lon;
      self->drag_lat = lat;
      cor_map_mark_set (&self->pressed, mark.kind, mark.id);
      self->mode = COR_DRAG_PRESSED;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
  else if (state & GDK_SHIFT_MASK)
    {
      self->mode = COR_DRAG_BOX;
      self->box_x = x;
      self->box_y = y;
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    }
}

static void
on_drag_update (GtkGestureDrag *gesture, double dx, double dy, CorObjectLayer *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));

  if (self->mode == COR_DRAG_PRESSED && hypot (dx, dy) >= DRAG_THRESHOLD && (state & GDK_SHIFT_MASK))
    self->mode = COR_DRAG_BOX;
  else if (self->mode == COR_DRAG_PRESSED && hypot (dx, dy) >= DRAG_THRESHOLD)
    {
      self->mode = self->pressed.kind == COR_MAP_OBJECT_ROUTE ? COR_DRAG_ROUTE : COR_DRAG_OBJECT;
      set_cursor (self, "grabbing");
      emit_drag (self, COR_MAP_PHASE_BEGIN);
    }
  if (self->mode == COR_DRAG_OBJECT || self->mode == COR_DRAG_ROUTE)
    {
      unproject (self, self->press_x + dx + self->grab_x, self->press_y + dy + self->grab_y, &self->drag_lon,
                 &self->drag_lat);
      emit_drag (self, COR_MAP_PHASE_UPDATE);
    }
  else if (self->mode == COR_DRAG_BOX)
    {
      self->box_x = self->press_x + dx;
      self->box_y = self->press_y + dy;
    }
  else
    return;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
end_box (CorObjectLayer *self)
{
  double west, north, east, south;

  unproject (self, MIN (self->press_x, self->box_x), MIN (self->press_y, self->box_y), &west, &north);
  unproject (self, MAX (self->press_x, self->box_x), MAX (self->press_y, self->box_y), &east, &south);
  finish_drag (self);
  g_signal_emit (self, cor_object_signals[COR_SIGNAL_BOX_SELECTED], 0, west, south, east, north);
}

static void
on_drag_end (GtkGestureDrag *gesture, double dx, double dy, CorObjectLayer *self)
{
  if (self->mode == COR_DRAG_BOX)
    end_box (self);
  else if (self->mode == COR_DRAG_OBJECT || self->mode == COR_DRAG_ROUTE)
    {
      emit_drag (self, COR_MAP_PHASE_END);
      finish_drag (self);
    }
  else
    self->mode = COR_DRAG_NONE;
}

gboolean
cor_object_layer_cancel (CorObjectLayer *self)
{
  g_return_val_if_fail (COR_IS_OBJECT_LAYER (self), FALSE);

  if (self->mode != COR_DRAG_OBJECT && self->mode != COR_DRAG_ROUTE && self->mode != COR_DRAG_BOX)
    return FALSE;
  emit_drag (self, COR_MAP_PHASE_CANCEL);
  finish_drag (self);
  return TRUE;
}

static void
on_drag_cancel (GtkGesture *gesture, GdkEventSequence *sequence, CorObjectLayer *self)
{
  cor_object_layer_cancel (self);
}

/* A release that ends no drag is a click. The gesture gives up by itself when the pointer moves. */
static void
on_released (GtkGestureClick *gesture, int n_press, double x, double y, CorObjectLayer *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  CorMapMark mark;
  double lon = 0.0, lat = 0.0;

  if (hypot (x - self->press_x, y - self->press_y) >= DRAG_THRESHOLD)
    return;
  if (!hit (self, x, y, &mark, &lon, &lat))
    unproject (self, x, y, &lon, &lat);
  if (self->tool == COR_MAP_TOOL_PLACE)
    g_signal_emit (self, cor_object_signals[COR_SIGNAL_PLACE_CLICKED], 0, lon, lat, mark.kind, mark.id, n_press,
                   state);
  else if (mark.kind != COR_MAP_OBJECT_NONE)
    g_signal_emit (self, cor_object_signals[COR_SIGNAL_OBJECT_CLICKED], 0, mark.kind, mark.id, n_press, state);
  else
    g_signal_emit (self, cor_object_signals[COR_SIGNAL_BACKGROUND_CLICKED], 0, lon, lat, state);
}

static void
on_secondary_pressed (GtkGestureClick *gesture, int n_press, double x, double y, CorObjectLayer *self)
{
  CorMapMark mark;
  double lon = 0.0, lat = 0.0;

  if (!hit (self, x, y, &mark, &lon, &lat))
    unproject (self, x, y, &lon, &lat);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  g_signal_emit (self, cor_object_signals[COR_SIGNAL_CONTEXT_MENU], 0, mark.kind, mark.id, x, y, lon, lat);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, CorObjectLayer *self)
{
  CorMapMark mark;
  double lon, lat;

  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));

  /* Nothing is pointed at while the map is pulled. */
  if ((self->mode != COR_DRAG_NONE && self->mode != COR_DRAG_PRESSED) || (state & GDK_BUTTON1_MASK))
    return;
  if (self->tool == COR_MAP_TOOL_PLACE)
    {
      unproject (self, x, y, &lon, &lat);
      g_signal_emit (self, cor_object_signals[COR_SIGNAL_PLACE_MOVED], 0, lon, lat);
    }
  hit (self, x, y, &mark, NULL, NULL);
  if (mark.kind == self->hovered.kind && g_strcmp0 (mark.id, self->hovered.id) == 0)
    return;
  cor_object_layer_set_hovered (self, &mark);
  set_cursor (self, mark.kind == COR_MAP_OBJECT_NONE ? NULL : mark.kind == COR_MAP_OBJECT_ROUTE ? "pointer" : "grab");
  g_signal_emit (self, cor_object_signals[COR_SIGNAL_OBJECT_HOVERED], 0, self->hovered.kind, self->hovered.id);
}

static void
on_leave (GtkEventControllerMotion *controller, CorObjectLayer *self)
{
  if (self->hovered.kind == COR_MAP_OBJECT_NONE)
    return;
  cor_object_layer_set_hovered (self, NULL);
  g_signal_emit (self, cor_object_signals[COR_SIGNAL_OBJECT_HOVERED], 0, COR_MAP_OBJECT_NONE, NULL);
}

static gboolean
on_key_pressed (
    GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, CorObjectLayer *self)
{
  return keyval == GDK_KEY_Escape && cor_object_layer_cancel (self);
}

void
cor_object_layer_add_gestures (CorObjectLayer *self)
{
  GtkWidget *map = GTK_WIDGET (cor_map_view_get_map (self->view));
  GtkGesture *drag = gtk_gesture_drag_new (), *click = gtk_gesture_click_new (), *secondary = gtk_gesture_click_new ();
  GtkEventController *motion = gtk_event_controller_motion_new (), *key = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (on_drag_begin), self, 0);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (on_drag_update), self, 0);
  g_signal_connect_object (drag, "drag-end", G_CALLBACK (on_drag_end), self, 0);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (on_drag_cancel), self, 0);
  gtk_widget_add_controller (map, GTK_EVENT_CONTROLLER (drag));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "released", G_CALLBACK (on_released), self, 0);
  gtk_widget_add_controller (map, GTK_EVENT_CONTROLLER (click));
  /* Of one group: claiming a press for one of them must not deny it to the others. */
  gtk_gesture_group (click, drag);
  gtk_gesture_group (cor_map_view_get_click (self->view), drag);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (secondary), GTK_PHASE_CAPTURE);
  g_signal_connect_object (secondary, "pressed", G_CALLBACK (on_secondary_pressed), self, 0);
  gtk_widget_add_controller (map, GTK_EVENT_CONTROLLER (secondary));

  g_signal_connect_object (motion, "motion", G_CALLBACK (on_motion), self, 0);
  g_signal_connect_object (motion, "leave", G_CALLBACK (on_leave), self, 0);
  gtk_widget_add_controller (map, motion);
  gtk_event_controller_set_propagation_phase (key, GTK_PHASE_CAPTURE);
  g_signal_connect_object (key, "key-pressed", G_CALLBACK (on_key_pressed), self, 0);
  gtk_widget_add_controller (map, key);
}
