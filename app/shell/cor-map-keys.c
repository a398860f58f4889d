/* cor-map-keys.c: working on the map by keyboard: nudging, walking from thing to thing, Escape.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane-private.h"

#include "cor-edit.h"
#include "cor-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How far an arrow key moves a place, metres; ten times as far with Shift. */
#define NUDGE_M 100.0

/* Metres of a degree of latitude: the mean radius of the earth, 6371.0088 km, times pi / 180. */
#define METRES_PER_DEGREE 111195.08

/* Moves what is selected by so many metres east and north; all of it is one step. */
static gboolean
nudge (CorMapPane *self, double east_m, double north_m)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  CorItemKind kind = cor_selection_get_kind (selection);
  const char *const *ids = cor_selection_get_ids (selection);
  const CorItem *first
      = ids[0] != NULL ? cor_edit_item (cor_map_pane_scenario (self), kind, ids[0]) : NULL;
  g_autofree char *key = NULL, *label = NULL;
  CorLonLat at;

  if (first == NULL || (kind != COR_ITEM_SITE && kind != COR_ITEM_STATION))
    return FALSE;
  at = cor_map_pane_place_of (first);
  key = g_strdup_printf ("nudge/%d/%s", kind, ids[0]);
  label = g_strdup_printf (_ ("Move “%s”"), cor_item_label (first, cor_format_is_chinese (NULL)));
  cor_document_apply (cor_session_get_document (self->session),
                      cor_map_pane_shift (self, kind, ids,
                                          east_m / (METRES_PER_DEGREE * cos (at.lat * G_PI / 180)),
                                          north_m / METRES_PER_DEGREE),
                      label, key);
  return TRUE;
}

CorScenario *
cor_map_pane_shift (CorMapPane *self,
                    CorItemKind kind,
                    const char *const *ids,
                    double lon,
                    double lat)
{
  CorScenario *next = cor_scenario_ref (cor_map_pane_scenario (self));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const CorItem *item = cor_edit_item (next, kind, ids[i]);
      CorLonLat at = item != NULL ? cor_map_pane_place_of (item) : (CorLonLat){ 0 };
      CorScenario *moved = item == NULL
                               ? NULL
                               : cor_edit_place (next, kind, ids[i],
                                                 (CorLonLat){ at.lon + lon, at.lat + lat }, NULL);

      if (moved == NULL)
        continue;
      cor_scenario_unref (next);
      next = moved;
    }
  return next;
}

/* What can be reached with Tab: what of the scene is in view, from west to east. */
typedef struct
{
  CorMapMark mark;
  CorLonLat at;
  double x, y;
} Stop;

static int
compare_stops (gconstpointer a, gconstpointer b)
{
  double ax = ((const Stop *)a)->x, bx = ((const Stop *)b)->x;

  return ax < bx ? -1 : ax > bx;
}

static void
add_stop (GArray *stops,
          const CorMapFrame *frame,
          CorMapObjectKind kind,
          const char *id,
          double lon,
          double lat)
{
  Stop stop = { { kind, id }, { lon, lat }, 0, 0 };

  cor_map_frame_project (frame, lon, lat, &stop.x, &stop.y);
  if (stop.x >= 0 && stop.y >= 0 && stop.x <= frame->width && stop.y <= frame->height)
    g_array_append_val (stops, stop);
}

static GArray *
find_stops (CorMapPane *self)
{
  CorMapScene *scene = cor_object_layer_get_scene (self->layer);
  GArray *stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  const CorMapStation *stations;
  const CorMapRoute *routes;
  const CorMapSite *sites;
  CorMapFrame frame;
  guint n;

  if (scene == NULL)
    return stops;
  cor_map_view_get_frame (self->view, &frame);
  sites = cor_map_scene_get_sites (scene, &n);
  for (guint i = 0; i < n; i++)
    add_stop (stops, &frame, COR_MAP_OBJECT_SITE, sites[i].id, sites[i].lon, sites[i].lat);
  stations = cor_map_scene_get_stations (scene, &n);
  for (guint i = 0; i < n; i++)
    add_stop (stops, &frame, COR_MAP_OBJECT_STATION, stations[i].id, stations[i].lon,
              stations[i].lat);
  routes = cor_map_scene_get_routes (scene, &n);
  for (guint i = 0; i < n; i++)
    {
      const double *middle = routes[i].lon_lat + 2 * (routes[i].n_points / 2);

      add_stop (stops, &frame, COR_MAP_OBJECT_ROUTE, routes[i].id, middle[0], middle[1]);
    }
  g_array_sort (stops, compare_stops);
  return stops;
}

/* What keys do on the map as it is. */
static const char *
keys_text (void)
{
  return _ ("Tab: next thing on the map · Enter: choose it · arrows: move the map, or what is chosen · + and −: zoom · "
            "Shift+F10: menu · Esc: back");
}

/* Whoever comes by keyboard is told so for a while, where a tool has nothing to say. */
static void
focused (CorMapPane *self)
{
  if (self->tell_source == 0 && self->stop_id == NULL && g_str_equal (self->tool, "select")
      && gtk_window_get_focus_visible (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)))))
    cor_map_pane_tell (self, keys_text ());
}

static void
set_stop (CorMapPane *self, const CorMapMark *mark)
{
  GtkWidget *map = GTK_WIDGET (cor_map_view_get_map (self->view));
  g_autofree char *text = mark != NULL ? cor_map_pane_describe (self, mark->kind, mark->id) : NULL;

  g_free (self->stop_id);
  self->stop_kind = mark != NULL ? mark->kind : COR_MAP_OBJECT_NONE;
  self->stop_id = mark != NULL ? g_strdup (mark->id) : NULL;
  cor_object_layer_set_hovered (self->layer, mark);
  g_clear_handle_id (&self->tell_source, g_source_remove);
  if (text != NULL)
    cor_map_pane_show_text (self, text);
  else
    cor_map_pane_show_hint (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (map), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : keys_text (), -1);
}

/* On to the next thing; past the last one the focus leaves the map. */
static gboolean
walk (CorMapPane *self, int step)
{
  g_autoptr (GArray) stops = find_stops (self);
  int at = step > 0 ? -1 : (int)stops->len;

  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *stop = &g_array_index (stops, Stop, i);

      if (stop->mark.kind == self->stop_kind && g_strcmp0 (stop->mark.id, self->stop_id) == 0)
        at = (int)i;
    }
  at += step;
  if (at < 0 || at >= (int)stops->len)
    {
      set_stop (self, NULL);
      return FALSE;
    }
  set_stop (self, &g_array_index (stops, Stop, at).mark);
  return TRUE;
}

/* What a key is for: what Tab has come to is selected, unless it is already. */
static void
take_up (CorMapPane *self)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  CorItemKind kind = cor_map_pane_item_kind (self->stop_kind);

  if (self->stop_id != NULL && !cor_selection_contains (selection, kind, self->stop_id))
    cor_selection_set (selection, kind, self->stop_id);
}

/* The menu of what is selected, where it lies; where nothing is, of the middle of the map. */
static gboolean
open_menu (CorMapPane *self)
{
  g_autoptr (GArray) stops = NULL;
  CorSelection *selection = cor_session_get_selection (self->session);
  CorMapFrame frame;
  Stop stop = { 0 };

  take_up (self);
  stops = find_stops (self);
  cor_map_view_get_frame (self->view, &frame);
  stop.x = frame.width / 2;
  stop.y = frame.height / 2;
  cor_map_frame_unproject (&frame, stop.x, stop.y, &stop.at.lon, &stop.at.lat);
  for (guint i = 0; i < stops->len; i++)
    {
      const Stop *each = &g_array_index (stops, Stop, i);

      if (cor_selection_contains (selection, cor_map_pane_item_kind (each->mark.kind), each->mark.id)
          && (stop.mark.id == NULL || g_strcmp0 (each->mark.id, self->stop_id) == 0))
        stop = *each;
    }
  cor_map_pane_open_menu (self, stop.mark.kind, stop.mark.id, stop.x, stop.y, stop.at.lon, stop.at.lat);
  return TRUE;
}

/* What is selected by other means is what the keys are for now. */
static void
forget_stop (CorMapPane *self)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  CorItemKind kind = cor_map_pane_item_kind (self->stop_kind);

  if (self->stop_id != NULL && !cor_selection_contains (selection, kind, self->stop_id))
    set_stop (self, NULL);
}

/* Enter: what Tab has come to is selected; with a tool that draws it is the next point, or the line ends. */
static gboolean
take_stop (CorMapPane *self)
{
  gboolean site = self->stop_id != NULL && self->stop_kind == COR_MAP_OBJECT_SITE;

  if (g_str_equal (self->tool, "route") || g_str_equal (self->tool, "measure"))
    return cor_map_pane_take_point (self, site ? self->stop_id : NULL);
  if (self->stop_id == NULL)
    return FALSE;
  cor_selection_set (cor_session_get_selection (self->session),
                     cor_map_pane_item_kind (self->stop_kind), self->stop_id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", NULL);
  return TRUE;
}

static gboolean
escape (CorMapPane *self)
{
  if (cor_object_layer_cancel (self->layer))
    return TRUE;
  cor_object_layer_set_found (self->layer, NULL, NULL);
  if (self->stop_id != NULL)
    set_stop (self, NULL);
  else if (self->points->len > 0)
    {
      cor_map_pane_forget_points (self);
      cor_map_pane_show_hint (self);
    }
  else if (!g_str_equal (self->tool, "select"))
    cor_map_pane_back_to_select (self);
  else
    cor_selection_clear (cor_session_get_selection (self->session));
  return TRUE;
}

/* Whether the keyboard is on the map itself, not on a button or entry above it. */
static gboolean
is_on_map (CorMapPane *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  return focus == GTK_WIDGET (cor_map_view_get_map (self->view));
}

static gboolean
key_pressed (CorMapPane *self, guint keyval, guint keycode, GdkModifierType state)
{
  double step = state & GDK_SHIFT_MASK ? 10 * NUDGE_M : NUDGE_M;

  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK) || !is_on_map (self))
    return FALSE;
  switch (keyval)
    {
    case GDK_KEY_Menu:
      return open_menu (self);
    case GDK_KEY_F10:
      return (state & GDK_SHIFT_MASK) && open_menu (self);
    case GDK_KEY_Left:
      return nudge (self, -step, 0);
    case GDK_KEY_Right:
      return nudge (self, step, 0);
    case GDK_KEY_Up:
      return nudge (self, 0, step);
    case GDK_KEY_Down:
      return nudge (self, 0, -step);
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      take_up (self);
      return gtk_widget_activate_action (GTK_WIDGET (self), "win.delete", NULL);
    case GDK_KEY_BackSpace:
      return cor_map_pane_take_back (self);
    case GDK_KEY_Tab:
      return walk (self, 1);
    case GDK_KEY_ISO_Left_Tab:
      return walk (self, -1);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      return take_stop (self);
    case GDK_KEY_Escape:
      return escape (self);
    default:
      return FALSE;
    }
}

void
cor_map_pane_connect_keys (CorMapPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();
  GtkWidget *map = GTK_WIDGET (cor_map_view_get_map (self->view));

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focused), self);
  gtk_widget_add_controller (map, focus);
  gtk_accessible_update_property (GTK_ACCESSIBLE (map), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, keys_text (), -1);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_object (cor_session_get_selection (self->session), "changed",
                           G_CALLBACK (forget_stop), self, G_CONNECT_SWAPPED);
}
