/* cor-map-view.c: the map widget: base map, names, scale, attribution, zoom buttons, keyboard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-view-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define MIN_ZOOM 3
#define MAX_ZOOM 16

/* Pixels that an arrow key moves the map; with Shift. */
#define PAN_STEP 60.0
#define PAN_LEAP 300.0

G_DEFINE_FINAL_TYPE (CorMapView, cor_map_view, ADW_TYPE_BIN)

enum
{
  SIGNAL_POINTER_MOVED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char css[] = ".cor-map.light { background: #c9dcea; }"
                          ".cor-map.dark { background: #18222d; }"
                          ".cor-map:focus-visible { outline: 2px solid @accent_color; outline-offset: -2px; }"
                          ".cor-map-note { font-size: 11px; padding: 1px 7px; border-radius: 7px; }"
                          ".cor-map-note.light { background: alpha(#ffffff, 0.82); color: #55555a; }"
                          ".cor-map-note.dark { background: alpha(#242424, 0.78); color: #b9b9bd; }"
                          ".cor-map-buttons button { min-width: 34px; min-height: 34px; padding: 0; }"
                          ".cor-map-card { background: @card_bg_color; border-radius: 9px;"
                          " box-shadow: 0 0 0 1px alpha(black, 0.08), 0 1px 4px alpha(black, 0.14); }"
                          ".cor-map-card.dark { background: #363636; }"
                          ".cor-map-card.light { background: #ffffff; }";

static ShumateViewport *
get_viewport (CorMapView *self)
{
  return shumate_map_get_viewport (self->map);
}

static void
update_names (CorMapView *self)
{
  cor_label_layer_set (self->names, self->places, cor_map_style_get (self->dark), self->chinese);
}

static void
update_attribution (CorMapView *self)
{
  const char *named = self->archive != NULL ? cor_tile_archive_get_attribution (self->archive) : "";
  /* A file that names nobody is at least named itself. */
  const char *own = named[0] == '\0' && self->archive != NULL ? cor_tile_archive_get_name (self->archive) : named;
  const char *file = self->online != NULL ? self->online_attribution : own;
  g_autofree char *text = self->note != NULL && file[0] != '\0' ? g_strdup_printf ("%s · %s", file, self->note)
                                                                  : g_strdup (file[0] != '\0' ? file : self->note);

  gtk_label_set_text (self->attribution, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (self->attribution), text != NULL && text[0] != '\0');
}

static void
set_look (GtkWidget *widget, gboolean dark)
{
  gtk_widget_remove_css_class (widget, dark ? "light" : "dark");
  gtk_widget_add_css_class (widget, dark ? "dark" : "light");
}

static void
update_look (CorMapView *self)
{
  set_look (GTK_WIDGET (self->map), self->dark);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->overlay)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    set_look (child, self->dark);
}

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
  g_signal_emit (self, signals[SIGNAL_POINTER_MOVED], 0, lon, lat);
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

/* Into the lower right corner, so many pixels from its edges. */
static void
add_note (CorMapView *self, GtkLabel *note, int end, int bottom)
{
  GtkWidget *widget = GTK_WIDGET (note);

  gtk_widget_set_halign (widget, GTK_ALIGN_END);
  gtk_widget_set_valign (widget, GTK_ALIGN_END);
  gtk_widget_set_margin_end (widget, end);
  gtk_widget_set_margin_bottom (widget, bottom);
  gtk_widget_set_can_target (widget, FALSE);
  cor_map_view_add_overlay (self, widget);
}

/* The coordinates stand left of the scale, both above the attribution. */
static void
add_notes (CorMapView *self)
{
  self->coordinates = make_note ();
  self->attribution = make_note ();
  gtk_widget_set_name (GTK_WIDGET (self->attribution), "map-attribution");
  gtk_label_set_ellipsize (self->coordinates, PANGO_ELLIPSIZE_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->coordinates), "numeric");
  gtk_widget_set_visible (GTK_WIDGET (self->coordinates), FALSE);
  add_note (self, self->attribution, 8, 7);
  add_note (self, self->coordinates, 150, 32);
}

static void
add_controllers (CorMapView *self)
{
  static const char *const moves[] = { "notify::longitude", "notify::latitude", "notify::zoom-level" };
  GtkEventController *key = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  g_signal_connect (key, "key-pressed", G_CALLBACK (on_key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), key);
  g_signal_connect (motion, "motion", G_CALLBACK (on_motion), self);
  g_signal_connect (motion, "leave", G_CALLBACK (on_leave), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), motion);
  self->click = gtk_gesture_click_new ();
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (self->click), GTK_PHASE_CAPTURE);
  g_signal_connect (self->click, "pressed", G_CALLBACK (on_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self->map), GTK_EVENT_CONTROLLER (self->click));
  g_signal_connect (get_viewport (self), "notify::rotation", G_CALLBACK (on_rotated), NULL);
  g_signal_connect_object (get_viewport (self), "notify::zoom-level", G_CALLBACK (cor_map_view_zoomed), self, G_CONNECT_SWAPPED);
  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_signal_connect_object (get_viewport (self), moves[i], G_CALLBACK (on_moved), self, G_CONNECT_SWAPPED);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (cor_map_view_update_tiles), NULL);
}

static void
cor_map_view_dispose (GObject *object)
{
  CorMapView *self = COR_MAP_VIEW (object);

  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_handle_id (&self->old_tiles_source, g_source_remove);
  g_clear_pointer (&self->archive, cor_tile_archive_unref);
  g_clear_pointer (&self->roads, cor_map_roads_unref);
  g_clear_pointer (&self->places, cor_places_unref);
  g_clear_pointer (&self->note, g_free);
  g_clear_pointer (&self->online, g_free);
  g_clear_pointer (&self->online_attribution, g_free);
  G_OBJECT_CLASS (cor_map_view_parent_class)->dispose (object);
}

static void
cor_map_view_finalize (GObject *object)
{
  g_array_unref (COR_MAP_VIEW (object)->fit);
  G_OBJECT_CLASS (cor_map_view_parent_class)->finalize (object);
}

static void
cor_map_view_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural, int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (GTK_WIDGET (COR_MAP_VIEW (widget)->overlay), orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
cor_map_view_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CorMapView *self = COR_MAP_VIEW (widget);
  int old_width = gtk_widget_get_width (GTK_WIDGET (self->map)), old_height = gtk_widget_get_height (GTK_WIDGET (self->map));

  /* Asked before the map has its new size: whether it still shows what was fitted. */
  if (old_width > 0 && (old_width != width || old_height != height))
    cor_map_view_resized (self);
  gtk_widget_allocate (GTK_WIDGET (self->overlay), width, height, baseline, NULL);
}

static void
cor_map_view_class_init (CorMapViewClass *klass)
{
  GTK_WIDGET_CLASS (klass)->measure = cor_map_view_measure;
  GTK_WIDGET_CLASS (klass)->size_allocate = cor_map_view_size_allocate;
  G_OBJECT_CLASS (klass)->finalize = cor_map_view_finalize;
  G_OBJECT_CLASS (klass)->dispose = cor_map_view_dispose;

  /**
   * CorMapView::pointer-moved:
   * @lon: degrees
   * @lat: degrees
   *
   * The pointer moved over the map.
   */
  signals[SIGNAL_POINTER_MOVED]
      = g_signal_new ("pointer-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                      2, G_TYPE_DOUBLE, G_TYPE_DOUBLE);
}

static void
load_css_once (void)
{
  static gboolean loaded = FALSE;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (loaded)
    return;
  loaded = TRUE;
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_data (provider, css, -1);
  gtk_style_context_add_provider_for_display (gdk_display_get_default (), GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION - 1);
}

static void
cor_map_view_init (CorMapView *self)
{
  load_css_once ();
  /* Laid out by itself, to know of a new size. */
  gtk_widget_set_layout_manager (GTK_WIDGET (self), NULL);
  self->fit = g_array_new (FALSE, FALSE, sizeof (double));
  self->chinese = g_str_has_prefix (g_get_language_names ()[0], "zh");
  self->map = shumate_map_new ();
  self->overlay = GTK_OVERLAY (gtk_overlay_new ());
  gtk_overlay_set_child (self->overlay, GTK_WIDGET (self->map));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->overlay));

  gtk_widget_add_css_class (GTK_WIDGET (self->map), "cor-map");
  gtk_widget_set_focusable (GTK_WIDGET (self->map), TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->map), TRUE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->map), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->map), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Map"), -1);
  shumate_viewport_set_min_zoom_level (get_viewport (self), MIN_ZOOM);
  shumate_viewport_set_max_zoom_level (get_viewport (self), MAX_ZOOM);

  self->names = cor_label_layer_new (get_viewport (self));
  shumate_map_add_layer (self->map, SHUMATE_LAYER (self->names));
  add_zoom_buttons (self);
  add_notes (self);
  add_controllers (self);
  cor_map_view_update_tiles (self);
  update_look (self);
}

GtkWidget *
cor_map_view_new (void)
{
  return g_object_new (COR_TYPE_MAP_VIEW, NULL);
}

void
cor_map_view_set_base (CorMapView *self, CorTileArchive *archive, CorMapRoads *roads, CorPlaces *places)
{
  g_return_if_fail (COR_IS_MAP_VIEW (self));

  g_clear_pointer (&self->archive, cor_tile_archive_unref);
  g_clear_pointer (&self->roads, cor_map_roads_unref);
  g_clear_pointer (&self->places, cor_places_unref);
  self->archive = archive != NULL ? cor_tile_archive_ref (archive) : NULL;
  self->roads = roads != NULL ? cor_map_roads_ref (roads) : NULL;
  self->places = places != NULL ? cor_places_ref (places) : NULL;
  cor_map_view_update_tiles (self);
  update_names (self);
  update_attribution (self);
}

void
cor_map_view_set_online (CorMapView *self, const char *url_template, const char *attribution)
{
  g_return_if_fail (COR_IS_MAP_VIEW (self));

  g_free (self->online);
  g_free (self->online_attribution);
  self->online = g_strdup (url_template);
  self->online_attribution = g_strdup (attribution != NULL ? attribution : "");
  cor_map_view_update_tiles (self);
  update_attribution (self);
}

void
cor_map_view_set_note (CorMapView *self, const char *note)
{
  g_return_if_fail (COR_IS_MAP_VIEW (self));

  g_free (self->note);
  self->note = g_strdup (note);
  update_attribution (self);
}

void
cor_map_view_set_dark (CorMapView *self, gboolean dark)
{
  g_return_if_fail (COR_IS_MAP_VIEW (self));

  if (self->dark == !!dark)
    return;
  self->dark = !!dark;
  update_look (self);
  cor_map_view_update_tiles (self);
  update_names (self);
}

gboolean
cor_map_view_get_dark (CorMapView *self)
{
  g_return_val_if_fail (COR_IS_MAP_VIEW (self), FALSE);
  return self->dark;
}

void
cor_map_view_set_chinese (CorMapView *self, gboolean chinese)
{
  g_return_if_fail (COR_IS_MAP_VIEW (self));

  self->chinese = !!chinese;
  update_names (self);
}

void
cor_map_view_center_on (CorMapView *self, double lon, double lat, double zoom)
{
  g_return_if_fail (COR_IS_MAP_VIEW (self));

  /* A fit that still waits for a size was asked for before. */
  self->fit_pending = FALSE;
  shumate_map_stop_go_to (self->map);
  if (zoom >= 0.0)
    shumate_viewport_set_zoom_level (get_viewport (self), zoom);
  shumate_map_center_on (self->map, lat, lon);
}

void
cor_map_view_get_frame (CorMapView *self, CorMapFrame *frame)
{
  g_return_if_fail (COR_IS_MAP_VIEW (self));

  cor_map_frame_from_viewport (frame, get_viewport (self), gtk_widget_get_width (GTK_WIDGET (self->map)),
                               gtk_widget_get_height (GTK_WIDGET (self->map)));
}

void
cor_map_view_set_obstacles (CorMapView *self, CorMapScene *scene)
{
  g_return_if_fail (COR_IS_MAP_VIEW (self));
  cor_label_layer_set_obstacles (self->names, scene);
}

void
cor_map_view_set_taken (CorMapView *self, GArray *boxes)
{
  g_return_if_fail (COR_IS_MAP_VIEW (self));
  cor_label_layer_set_taken (self->names, boxes);
}

ShumateMap *
cor_map_view_get_map (CorMapView *self)
{
  g_return_val_if_fail (COR_IS_MAP_VIEW (self), NULL);
  return self->map;
}

GtkGesture *
cor_map_view_get_click (CorMapView *self)
{
  g_return_val_if_fail (COR_IS_MAP_VIEW (self), NULL);
  return self->click;
}

void
cor_map_view_add_overlay (CorMapView *self, GtkWidget *child)
{
  g_return_if_fail (COR_IS_MAP_VIEW (self));

  set_look (child, self->dark);
  gtk_overlay_add_overlay (self->overlay, child);
}
