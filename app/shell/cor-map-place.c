/* cor-map-place.c: placing sites and stations, by a click or where the search found a place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane-private.h"

#include "cor-edit.h"

#include <glib/gi18n-lib.h>

CorScenario *
cor_map_pane_add_named (CorMapPane *self, CorScenario *scenario, CorItemKind kind, int which, CorLonLat at, char **id)
{
  const CorPlace *near = cor_map_place_near (self->places, at);
  g_autofree char *name = NULL, *name_zh = NULL;

  if (near != NULL && kind == COR_ITEM_SITE)
    {
      name = g_strdup (near->name_en);
      name_zh = g_strdup (near->name_zh);
    }
  else if (near != NULL && near->name_en != NULL)
    {
      name = g_strdup_printf ("%s %s", near->name_en,
                              which == COR_STATION_SWAP ? "swap" : "charging");
      if (near->name_zh != NULL)
        name_zh = g_strdup_printf ("%s%s", near->name_zh,
                                   which == COR_STATION_SWAP ? "换电站" : "充电站");
    }
  return cor_edit_add_place (scenario, kind, which, at, name, name_zh, id);
}

/* Whether the trucks at work can swap, and none of them only charges. */
static gboolean
only_swaps (const CorScenario *scenario)
{
  gboolean swaps = FALSE;
  const CorItem *const *duties;
  guint n;

  duties = cor_scenario_items (scenario, COR_ITEM_DUTY, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *id = ((const CorDuty *)duties[i])->truck;
      const CorTruck *truck
          = id != NULL ? (const CorTruck *)cor_scenario_find (scenario, COR_ITEM_TRUCK, id) : NULL;

      if (truck != NULL && truck->powertrain == COR_POWERTRAIN_BET)
        return FALSE;
      swaps = swaps || (truck != NULL && truck->powertrain == COR_POWERTRAIN_BET_SWAP);
    }
  return swaps;
}

const char *
cor_map_pane_station_kind (CorMapPane *self)
{
  if (self->station_kind != NULL)
    return self->station_kind;
  return self->session != NULL && only_swaps (cor_map_pane_scenario (self)) ? "swap" : "charging";
}

/* Places what @what says, selects it, and is done. */
void
cor_map_pane_put (CorMapPane *self, const char *what, CorLonLat at)
{
  CorScenario *scenario = cor_map_pane_scenario (self);
  CorItemKind kind = g_str_equal (what, "site") ? COR_ITEM_SITE : COR_ITEM_STATION;
  int which = kind == COR_ITEM_SITE        ? COR_SITE_OTHER
              : g_str_equal (what, "swap") ? COR_STATION_SWAP
                                           : COR_STATION_CHARGING;
  g_autofree char *id = NULL;
  CorScenario *next = cor_map_pane_add_named (self, scenario, kind, which, at, &id);

  cor_document_apply (cor_session_get_document (self->session), next,
                      kind == COR_ITEM_SITE ? _ ("Add a site") : _ ("Add a station"), NULL);
  cor_object_layer_set_found (self->layer, NULL, NULL);
  cor_selection_set (cor_session_get_selection (self->session), kind, id);
  cor_map_pane_back_to_select (self);
  cor_map_pane_tell_far (self, kind, id);
  g_signal_emit_by_name (self, "placed", (int) kind);
}

void
cor_map_pane_put_tool (CorMapPane *self, CorLonLat at)
{
  cor_map_pane_put (self, g_str_equal (self->tool, "site") ? "site" : cor_map_pane_station_kind (self), at);
}

/* Where a thing that was found lies; FALSE for what lies along the roads. */
static gboolean
found_at (CorMapPane *self, CorItemKind kind, const char *id, CorLonLat *at)
{
  const CorItem *item = cor_edit_item (cor_map_pane_scenario (self), kind, id);

  if (item == NULL || (kind != COR_ITEM_SITE && kind != COR_ITEM_STATION))
    return FALSE;
  *at = cor_map_pane_place_of (item);
  return TRUE;
}

/* The tool that is on takes what was found as it would a click there. */
static void
take_found (CorMapPane *self, const char *site, CorLonLat at)
{
  if (g_str_equal (self->tool, "route"))
    cor_map_pane_route_point (self, site, at, FALSE);
  else if (g_str_equal (self->tool, "measure"))
    cor_map_pane_measure_click (self, at, 1);
  else
    cor_map_pane_put_tool (self, at);
}

static void
item_chosen (CorMapPane *self, int kind, const char *id)
{
  gboolean draws = g_str_equal (self->tool, "route") || g_str_equal (self->tool, "measure");
  gboolean station = g_str_equal (self->tool, "station") && kind == COR_ITEM_SITE;
  CorLonLat at;

  cor_object_layer_set_found (self->layer, NULL, NULL);
  if ((draws || station) && found_at (self, kind, id, &at))
    {
      cor_map_view_center_on (self->view, at.lon, at.lat, -1);
      take_found (self, kind == COR_ITEM_SITE ? id : NULL, at);
      return;
    }
  cor_selection_set (cor_session_get_selection (self->session), kind, id);
  cor_map_pane_fit_selected (self);
}

static void
place_chosen (CorMapPane *self, double lon, double lat, double zoom, const char *name)
{
  const double place[2] = { lon, lat };

  cor_map_view_center_on (self->view, lon, lat, zoom);
  cor_object_layer_set_found (self->layer, place, name);
  /* Menu and keys are for the place then, no longer for what was selected elsewhere. */
  if (g_str_equal (self->tool, "select"))
    cor_selection_clear (cor_session_get_selection (self->session));
  else
    take_found (self, NULL, (CorLonLat){ lon, lat });
}

/* The keyboard goes back to the map, unless what was chosen has moved it on. */
static void
search_closed (CorMapPane *self)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search)))
    gtk_widget_grab_focus (GTK_WIDGET (cor_map_view_get_map (self->view)));
  gtk_widget_set_visible (GTK_WIDGET (self->search), FALSE);
  cor_map_pane_room_for_hint (self);
}

void
cor_map_pane_find (CorMapPane *self)
{
  g_return_if_fail (COR_IS_MAP_PANE (self));

  gtk_widget_set_visible (GTK_WIDGET (self->search), TRUE);
  cor_map_pane_room_for_hint (self);
  cor_map_search_begin (self->search);
}

void
cor_map_pane_connect_search (CorMapPane *self)
{
  g_signal_connect_object (self->search, "item-chosen", G_CALLBACK (item_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "place-chosen", G_CALLBACK (place_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "closed", G_CALLBACK (search_closed), self, G_CONNECT_SWAPPED);
}
