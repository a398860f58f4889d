/* cor-map-pane-scene.c: what lies on the map of a window, made anew when the scenario, its results or the selection change.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane-private.h"

#include "cor-edit.h"
#include "cor-format.h"
#include "cor-map-content.h"

static CorMapObjectKind
object_kind (CorItemKind kind)
{
  switch (kind)
    {
    case COR_ITEM_SITE:
      return COR_MAP_OBJECT_SITE;
    case COR_ITEM_STATION:
      return COR_MAP_OBJECT_STATION;
    case COR_ITEM_ROUTE:
      return COR_MAP_OBJECT_ROUTE;
    default:
      return COR_MAP_OBJECT_NONE;
    }
}

/* A selected duty marks its route. */
static void
mark_selection (CorMapPane *self)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  CorItemKind kind = cor_selection_get_kind (selection);
  const char *const *ids = cor_selection_get_ids (selection);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (CorMapMark));

  for (guint i = 0; ids[i] != NULL; i++)
    {
      CorMapMark mark = { object_kind (kind), ids[i] };
      const CorItem *duty = kind == COR_ITEM_DUTY
                                ? cor_scenario_find (cor_map_pane_scenario (self), kind, ids[i])
                                : NULL;

      if (duty != NULL)
        mark = (CorMapMark){ COR_MAP_OBJECT_ROUTE, ((const CorDuty *)duty)->route };
      if (mark.kind != COR_MAP_OBJECT_NONE && mark.id != NULL)
        g_array_append_val (marks, mark);
    }
  cor_object_layer_set_selected (self->layer, (const CorMapMark *)(gpointer)marks->data,
                                 marks->len);
}

/* From the place that is selected, or dragged, to its road. */
static void
show_own_access (CorMapPane *self)
{
  CorSelection *selection = cor_session_get_selection (self->session);
  CorItemKind kind = cor_selection_get_kind (selection);
  const char *const *ids = cor_selection_get_ids (selection);
  const CorItem *item = NULL;
  CorSnap snap;

  if (!g_str_equal (self->tool, "select"))
    return;
  if ((kind == COR_ITEM_SITE || kind == COR_ITEM_STATION) && ids[0] != NULL && ids[1] == NULL)
    item = cor_edit_item (cor_map_pane_scenario (self), kind, ids[0]);
  if (item != NULL
      && cor_network_snap (self->network, cor_map_pane_place_of (item), NULL, &snap, NULL))
    cor_map_pane_show_access (self, &snap);
  else
    cor_object_layer_set_guide (self->layer, NULL, 0, NULL);
}

/* While nothing lies on the map it says how to begin, unless a tool is in hand; there are no signs to explain yet. */
static void
show_steps (CorMapPane *self)
{
  gboolean empty = cor_map_pane_is_empty (self);

  gtk_widget_set_visible (self->steps, empty && g_str_equal (self->tool, "select"));
  gtk_widget_set_visible (GTK_WIDGET (self->legend), !empty || self->reach != NULL);
}

static gboolean
update_scene (gpointer data)
{
  CorMapPane *self = data;
  CorSelection *selection = cor_session_get_selection (self->session);
  CorMapContent content = { .scenario = cor_map_pane_scenario (self),
                            .results = cor_session_get_results (self->session),
                            .colour = self->colour,
                            .stations = self->stations,
                            .buffer_m = self->buffer_km * 1000,
                            .reach = self->reach,
                            .selected_kind = cor_selection_get_kind (selection),
                            .selected = cor_selection_get_id (selection),
                            .zh = cor_format_is_chinese (NULL),
                            .before = self->scene_anew ? NULL : cor_object_layer_get_scene (self->layer) };
  g_autoptr (CorMapScene) scene = cor_map_content_build (&content);

  self->scene_source = 0;
  self->scene_anew = FALSE;
  show_steps (self);
  cor_object_layer_set_scene (self->layer, scene);
  cor_map_pane_show_drawn (self);
  cor_map_legend_set_scene (self->legend, scene);
  mark_selection (self);
  show_own_access (self);
  if (self->drag.key != NULL)
    cor_map_pane_show_bubble (self);
  return G_SOURCE_REMOVE;
}

/* Once a frame at most: an edit and its results come one after the other. */
void
cor_map_pane_queue_scene (CorMapPane *self)
{
  if (self->scene_source == 0 && self->session != NULL)
    self->scene_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE + 10, update_scene, self, NULL);
}

/* Also where they are the same, but written in another way. */
void
cor_map_pane_results_changed (CorMapPane *self)
{
  self->scene_anew = TRUE;
  cor_map_pane_queue_scene (self);
  cor_map_pane_update_reach (self);
}
