/* cor-map-view-controls.c: what the map widget is moved and read by: zoom buttons, keys, pointer, coordinates.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Pixels that an arrow key moves the map; with Shift. */
#define PAN_STEP 60.0
#define PAN_LEAP 300.0

static void
pan (CorMapView *self, double dx, double dy)
{
  CorMapFrame frame;
  double lon, lat;

  cor_map_view_get_frame (self, &frame);
  cor_map_frame_unproject (&frame, frame.width / 2.0 + dx, frame.height / 2.0 + dy, &lon, &lat);
  shumate_map_center_on (self->map, lat, lon);
}

static gboolean
on_key_pressed (
    GtkEventControllerKey *controller, guint keyval, guint keycode, GdkModifierType state, CorMapView *self)
{
  double step = (state & GDK_SHIFT_MASK) ? PAN_LEAP : PAN_STEP;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      pan (self, -step, 0.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      pan (self, step, 0.0);
      return GDK_EVENT_STOP;
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      pan (self, 0.0, -step);
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      pan (self, 0.0, step);
      return GDK_EVENT_STOP;
    case GDK_KEY_plus:
    case GDK_KEY_equal:
    case GDK_KEY_KP_Add:
      shumate_map_zoom_in (self->map);
      return GDK_EVENT_STOP;
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      shumate_map_zoom_out (self->map);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* Says what place is below the pointer. */
static void
show_coordinates (CorMapView *self, double *lon, double *lat)
{
  CorMapFrame frame;
  g_autofree char *text = NULL;

  cor_map_view_get_frame (self, &frame);
  cor_map_frame_unproject (&frame, self->pointer[0], self->pointer[1], lon, lat);
  text = g_strdup_printf ("%.4f° %c  %.4f° %c", fabs (*lat), *lat < 0.0 ? 'S' : 'N', fabs (*lon), *lon < 0.0 ? 'W' : 'E');
  gtk_label_set_text (self->coordinates, text);
}

/* The map moves below a pointer that rests. */
static void
on_moved (CorMapView *self)
{
  double lon, lat;

  if (gtk_widget_get_visible (GTK_WIDGET (self->coordinates)))
    show_coordinates (self, &lon, &lat);
}

static void
on_motion (GtkEventControllerMotion *controller, double x, double y, CorMapView *self)
{
  double lon, lat;

  self->pointer[0] = x;
  self->pointer[1] = y;
  show_coordinates (self, &lon, &lat);
  gtk_widget_set_visible (GTK_WIDGET (self->coordinates), TRUE);
  g_signal_emit_by_name (self, "pointer-moved", lon, lat);
}

static void
on_leave (GtkEventControllerMotion *controller, CorMapView *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->coordinates), FALSE);
}

/* The widget would zoom at a double click whatever its setting says. */
static void
on_pressed (GtkGestureClick *gesture, int n_press, double x, double y, CorMapView *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->map));
  if (n_press > 1)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_rotated (ShumateViewport *viewport)
{
  if (shumate_viewport_get_rotation (viewport) != 0.0)
    shumate_viewport_set_rotation (viewport, 0.0);
}

static GtkWidget *
make_button (const char *icon, const char *name, GCallback callback, gpointer map)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_focus_on_click (button, FALSE);
  g_signal_connect_swapped (button, "clicked", callback, map);
  return button;
}

static void
add_zoom_buttons (CorMapView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_box_append (GTK_BOX (box),
                  make_button ("list-add-symbolic", _ ("Zoom in"), G_CALLBACK (shumate_map_zoom_in), self->map));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box),
                  make_button ("list-remove-symbolic", _ ("Zoom out"), G_CALLBACK (shumate_map_zoom_out), self->map));
  gtk_widget_add_css_class (box, "cor-map-card");
  gtk_widget_add_css_class (box, "cor-map-buttons");
  gtk_widget_set_halign (box, GTK_ALIGN_END);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_end (box, 12);
  cor_map_view_add_overlay (self, box);
}

static GtkLabel *
make_note (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, "cor-map-note");
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  return GTK_LABEL (label);
}

/* Into the lower right corner. */
static void
add_note (CorMapView *self, GtkLabel *note)
{
  GtkWidget *widget = GTK_WIDGET (note);

  gtk_widget_set_halign (widget, GTK_ALIGN_END);
  gtk_widget_set_valign (widget, GTK_ALIGN_END);
  gtk_widget_set_can_target (widget, FALSE);
  cor_map_view_add_overlay (self, widget);
}

/* The scale stands above the attribution. */
static void
add_notes (CorMapView *self)
{
  self->coordinates = make_note ();
  self->attribution = make_note ();
  gtk_widget_set_name (GTK_WIDGET (self->attribution), "map-attribution");
  gtk_label_set_ellipsize (self->coordinates, PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->coordinates), "numeric");
  gtk_widget_set_visible (GTK_WIDGET (self->coordinates), FALSE);
  gtk_widget_set_margin_end (GTK_WIDGET (self->attribution), 8);
  gtk_widget_set_margin_bottom (GTK_WIDGET (self->attribution), 7);
  gtk_widget_set_name (GTK_WIDGET (self->coordinates), "map-coordinates");
  add_note (self, self->attribution);
  g_signal_connect_object (self->overlay, "get-child-position", G_CALLBACK (cor_map_view_place_coordinates), self, 0);
  add_note (self, self->coordinates);
  cor_map_view_add_scale (self);
}

static void
add_controllers (CorMapView *self)
{
  static const char *const moves[] = { "notify::longitude", "notify::latitude", "notify::zoom-level" };
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  ShumateViewport *viewport = shumate_map_get_viewport (self->map);

  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), key);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);
  self->click = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->click), GTK_PHASE_CAPTURE);
  g_signal_connect (self->click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (self->click));
  g_signal_connect (viewport, "notify::rotation", G_CALLBACK (on_rotated), NULL);
  g_signal_connect_object (viewport, "notify::zoom-level", G_CALLBACK (cor_map_view_zoomed), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_signal_connect_object (viewport, moves[i], G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (cor_map_view_update_tiles), NULL);
}

void
cor_map_view_add_controls (CorMapView *self)
{
  add_zoom_buttons (self);
  add_notes (self);
  add_controllers (self);
}
