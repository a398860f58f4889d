/* cor-object-layer.c: the map layer that shows a scene: its drawing and its state.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-object-layer-private.h"

#include "cor-label-layer.h"

#include <string.h>

G_DEFINE_FINAL_TYPE (CorObjectLayer, cor_object_layer, SHUMATE_TYPE_LAYER)

guint cor_object_signals[COR_N_SIGNALS];

void
cor_map_mark_set (CorMapMark *mark, CorMapObjectKind kind, const char *id)
{
  char *copy = g_strdup (id);

  g_free ((char *) mark->id);
  mark->kind = id != NULL ? kind : COR_MAP_OBJECT_NONE;
  mark->id = copy;
}

static void
mark_clear (gpointer data)
{
  g_free ((char *) ((CorMapMark *) data)->id);
}

void
cor_object_layer_redraw (CorObjectLayer *self, gboolean routes)
{
  if (routes)
    {
      self->lines_round++;
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static CorMapSceneState
get_state (CorObjectLayer *self)
{
  CorMapSceneState state = {
    .selected = (const CorMapMark *) (gpointer) self->selected->data,
    .n_selected = self->selected->len,
    .hovered = self->hovered,
    .drag_lon = self->drag_lon,
    .drag_lat = self->drag_lat,
    .bubble = self->has_bubble ? &self->bubble : NULL,
    .stamps = self->stamps,
  };

  if (self->mode == COR_DRAG_OBJECT)
    state.dragged = self->pressed;
  return state;
}

static gboolean
tell_names (gpointer data)
{
  CorObjectLayer *self = data;

  self->tell_source = 0;
  /* A worker can keep the layer when its window has gone. */
  if (gtk_widget_get_root (GTK_WIDGET (self)) != NULL)
    cor_map_view_set_taken (self->view, self->text_boxes);
  return G_SOURCE_REMOVE;
}

/* The names of the base map give way to labels; they lie below, and are drawn before. */
static void
keep_boxes (CorObjectLayer *self, GArray *boxes)
{
  const GArray *old = self->text_boxes;
  gboolean same = old != NULL && old->len == boxes->len
                  && memcmp (old->data, boxes->data, boxes->len * sizeof (cairo_rectangle_int_t)) == 0;

  if (same)
    return;
  g_clear_pointer (&self->text_boxes, g_array_unref);
  self->text_boxes = g_array_ref (boxes);
  if (self->tell_source == 0)
    self->tell_source = g_idle_add (tell_names, self);
}

static void
cor_object_layer_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  CorObjectLayer *self = COR_OBJECT_LAYER (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  CorMapSceneState state = get_state (self);
  g_autoptr (GArray) covered = NULL, boxes = g_array_new (FALSE, FALSE, sizeof (cairo_rectangle_int_t));
  CorMapFrame frame;
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;
  cor_map_frame_from_viewport (&frame, shumate_layer_get_viewport (SHUMATE_LAYER (self)), width, height);
  frame.text_scale = cor_map_text_scale (widget);
  cr = cor_layer_picture_begin (self->picture, widget);
  if (self->scene != NULL)
    {
      cor_object_layer_paint_lines (self, cr, &frame);
      cor_map_scene_paint_emphasis (self->scene, cr, &frame, self->dark, &state);
      cor_map_scene_paint_marks (self->scene, cr, &frame, self->dark, &state);
    }
  cor_object_layer_paint_aids (self, cr, &frame);
  covered = cor_map_view_get_covered (self->view);
  cor_object_layer_cover_tags (self, &frame, covered);
  state.covered = covered;
  if (self->scene != NULL)
    cor_map_scene_paint_texts (self->scene, cr, &frame, self->dark, &state, boxes);
  cor_object_layer_paint_aid_texts (self, cr, &frame);
  g_array_append_vals (boxes, covered->data, covered->len);
  keep_boxes (self, boxes);
  cor_layer_picture_end (self->picture, cr, snapshot);
}

static void
clear_bubble (CorObjectLayer *self)
{
  g_clear_pointer ((char **) &self->bubble.title, g_free);
  g_clear_pointer ((char **) &self->bubble.note, g_free);
  for (guint i = 0; i < self->bubble.n_rows; i++)
    {
      g_free ((char *) self->bubble_rows[i].what);
      g_free ((char *) self->bubble_rows[i].before);
      g_free ((char *) self->bubble_rows[i].after);
    }
  g_clear_pointer (&self->bubble_rows, g_free);
  self->bubble.n_rows = 0;
  self->has_bubble = FALSE;
}

static void
cor_object_layer_finalize (GObject *object)
{
  CorObjectLayer *self = COR_OBJECT_LAYER (object);

  clear_bubble (self);
  g_clear_handle_id (&self->tell_source, g_source_remove);
  g_clear_pointer (&self->text_boxes, g_array_unref);
  mark_clear (&self->hovered);
  mark_clear (&self->pressed);
  g_array_unref (self->selected);
  g_array_unref (self->band);
  g_array_unref (self->guide);
  g_free (self->guide_text);
  g_free (self->found_text);
  g_clear_pointer (&self->scene, cor_map_scene_unref);
  g_clear_pointer (&self->lines, cairo_surface_destroy);
  cor_layer_picture_free (self->picture);
  cor_map_stamps_free (self->stamps);
  G_OBJECT_CLASS (cor_object_layer_parent_class)->finalize (object);
}

static void
add_signal (CorObjectSignal index, const char *name, guint n, const GType *types)
{
  cor_object_signals[index] = g_signal_newv (name, COR_TYPE_OBJECT_LAYER, G_SIGNAL_RUN_LAST, NULL, NULL, NULL, NULL,
                                             G_TYPE_NONE, n, (GType *) types);
}

static void
cor_object_layer_class_init (CorObjectLayerClass *klass)
{
#define TYPES(...) G_N_ELEMENTS (((GType[]){ __VA_ARGS__ })), (GType[]){ __VA_ARGS__ }
  const GType d = G_TYPE_DOUBLE, i = G_TYPE_INT, s = G_TYPE_STRING, m = GDK_TYPE_MODIFIER_TYPE;

  G_OBJECT_CLASS (klass)->finalize = cor_object_layer_finalize;
  GTK_WIDGET_CLASS (klass)->snapshot = cor_object_layer_snapshot;

  add_signal (COR_SIGNAL_OBJECT_CLICKED, "object-clicked", TYPES (i, s, i, m));
  add_signal (COR_SIGNAL_OBJECT_DRAGGED, "object-dragged", TYPES (i, s, i, d, d));
  add_signal (COR_SIGNAL_ROUTE_DRAGGED, "route-dragged", TYPES (s, i, d, d));
  add_signal (COR_SIGNAL_BACKGROUND_CLICKED, "background-clicked", TYPES (d, d, m));
  add_signal (COR_SIGNAL_PLACE_CLICKED, "place-clicked", TYPES (d, d, i, s, i, m));
  add_signal (COR_SIGNAL_PLACE_MOVED, "place-moved", TYPES (d, d));
  add_signal (COR_SIGNAL_OBJECT_HOVERED, "object-hovered", TYPES (i, s));
  add_signal (COR_SIGNAL_BOX_SELECTED, "box-selected", TYPES (d, d, d, d));
  add_signal (COR_SIGNAL_CONTEXT_MENU, "context-menu", TYPES (i, s, d, d, d, d));
#undef TYPES
}

static void
cor_object_layer_init (CorObjectLayer *self)
{
  self->picture = cor_layer_picture_new ();
  self->stamps = cor_map_stamps_new ();
  self->selected = g_array_new (FALSE, FALSE, sizeof (CorMapMark));
  g_array_set_clear_func (self->selected, mark_clear);
  self->band = g_array_new (FALSE, FALSE, sizeof (double));
  self->guide = g_array_new (FALSE, FALSE, sizeof (double));
  gtk_widget_set_can_target (GTK_WIDGET (self), FALSE);
}

CorObjectLayer *
cor_object_layer_new (CorMapView *view)
{
  ShumateViewport *viewport;
  CorObjectLayer *self;

  g_return_val_if_fail (COR_IS_MAP_VIEW (view), NULL);

  viewport = shumate_map_get_viewport (cor_map_view_get_map (view));
  self = g_object_new (COR_TYPE_OBJECT_LAYER, "viewport", viewport, NULL);
  self->view = view;
  self->dark = cor_map_view_get_dark (view);
  g_signal_connect_object (viewport, "notify", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi", G_CALLBACK (gtk_widget_queue_draw),
                           self, G_CONNECT_SWAPPED);
  shumate_map_add_layer (cor_map_view_get_map (view), SHUMATE_LAYER (self));
  cor_object_layer_add_gestures (self);
  return self;
}

void
cor_object_layer_set_scene (CorObjectLayer *self, CorMapScene *scene)
{
  gboolean same;

  g_return_if_fail (COR_IS_OBJECT_LAYER (self));

  same = scene != NULL && self->scene != NULL && cor_map_scene_take_lines (scene, self->scene);
  if (scene != NULL)
    cor_map_scene_ref (scene);
  g_clear_pointer (&self->scene, cor_map_scene_unref);
  self->scene = scene;
  cor_map_view_set_obstacles (self->view, scene);
  cor_object_layer_redraw (self, !same);
}

CorMapScene *
cor_object_layer_get_scene (CorObjectLayer *self)
{
  g_return_val_if_fail (COR_IS_OBJECT_LAYER (self), NULL);
  return self->scene;
}

void
cor_object_layer_set_dark (CorObjectLayer *self, gboolean dark)
{
  g_return_if_fail (COR_IS_OBJECT_LAYER (self));
  self->dark = !!dark;
  cor_object_layer_redraw (self, TRUE);
}

void
cor_object_layer_set_selected (CorObjectLayer *self, const CorMapMark *marks, guint n)
{
  g_return_if_fail (COR_IS_OBJECT_LAYER (self));

  g_array_set_size (self->selected, 0);
  for (guint i = 0; i < n; i++)
    {
      CorMapMark copy = { marks[i].kind, g_strdup (marks[i].id) };

      g_array_append_val (self->selected, copy);
    }
  cor_object_layer_redraw (self, FALSE);
}

void
cor_object_layer_set_hovered (CorObjectLayer *self, const CorMapMark *mark)
{
  g_return_if_fail (COR_IS_OBJECT_LAYER (self));
  cor_map_mark_set (&self->hovered, mark != NULL ? mark->kind : COR_MAP_OBJECT_NONE, mark != NULL ? mark->id : NULL);
  cor_object_layer_redraw (self, FALSE);
}

void
cor_object_layer_set_bubble (CorObjectLayer *self, const CorMapBubble *bubble)
{
  g_return_if_fail (COR_IS_OBJECT_LAYER (self));

  clear_bubble (self);
  if (bubble != NULL)
    {
      self->has_bubble = TRUE;
      self->bubble_rows = g_new0 (CorMapBubbleRow, bubble->n_rows);
      for (guint i = 0; i < bubble->n_rows; i++)
        self->bubble_rows[i] = (CorMapBubbleRow){ g_strdup (bubble->rows[i].what), g_strdup (bubble->rows[i].before),
                                                  g_strdup (bubble->rows[i].after), bubble->rows[i].tint };
      self->bubble = (CorMapBubble){ g_strdup (bubble->title), g_strdup (bubble->note), self->bubble_rows,
                                     bubble->n_rows };
    }
  cor_object_layer_redraw (self, FALSE);
}

void
cor_object_layer_set_tool (CorObjectLayer *self, CorMapTool tool)
{
  g_return_if_fail (COR_IS_OBJECT_LAYER (self));
  self->tool = tool;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (cor_map_view_get_map (self->view)),
                                   tool == COR_MAP_TOOL_PLACE ? "crosshair" : NULL);
}

CorMapTool
cor_object_layer_get_tool (CorObjectLayer *self)
{
  g_return_val_if_fail (COR_IS_OBJECT_LAYER (self), COR_MAP_TOOL_SELECT);
  return self->tool;
}
