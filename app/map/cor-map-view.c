/* cor-map-view.c: the map widget: base map, names, scale, attribution, look.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-view-private.h"

#include <glib/gi18n-lib.h>

#define MIN_ZOOM 3
#define MAX_ZOOM 16

G_DEFINE_FINAL_TYPE (CorMapView, cor_map_view, ADW_TYPE_BIN)

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
    cor_map_view_resized (self, width, height);
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
  g_signal_new ("pointer-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_DOUBLE,
                G_TYPE_DOUBLE);
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
  cor_map_view_add_controls (self);
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
  gtk_widget_queue_draw (GTK_WIDGET (self->scale));
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
