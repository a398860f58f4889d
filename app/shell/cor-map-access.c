/* cor-map-access.c: the way between a place on the map and its road, shown and told.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane-private.h"

#include "cor-edit.h"
#include "cor-format.h"

#include <glib/gi18n-lib.h>

/* What is left of an access leg unsaid, metres. */
#define NEAR_ROAD_M 60.0

void
cor_map_pane_show_access (CorMapPane *self, const CorSnap *snap)
{
  const CorLonLat line[2] = { snap->on_road, snap->place };
  g_autofree char *km = cor_format_quantity (COR_QUANTITY_KM, snap->away_m / 1000, NULL);
  g_autofree char *text = g_strdup_printf (_ ("%s to the road"), km);

  cor_object_layer_set_guide (self->layer, (const double *)line, 2,
                              snap->away_m > NEAR_ROAD_M ? text : NULL);
}

void
cor_map_pane_show_road (CorMapPane *self, CorLonLat at)
{
  CorSnap snap;

  if (cor_network_snap (self->network, at, NULL, &snap, NULL))
    cor_map_pane_show_access (self, &snap);
  else
    cor_object_layer_set_guide (self->layer, NULL, 0, NULL);
}

/* Whether a road can be got to from there; @text: why not, or that it is far. */
gboolean
cor_map_pane_has_road (CorMapPane *self, CorLonLat at, char **text)
{
  const CorPlace *near = cor_map_place_near (self->places, at);
  const char *name = near == NULL ? NULL : cor_format_is_chinese (NULL) && *near->name_zh != '\0' ? near->name_zh : near->name_en;
  g_autofree char *km = NULL;
  CorSnap snap;

  if (self->by_hand)
    return TRUE;
  if (cor_network_snap (self->network, at, NULL, &snap, NULL))
    {
      if (snap.away_m < COR_FAR_FROM_ROAD_M)
        return TRUE;
      km = cor_format_quantity (COR_QUANTITY_KM, snap.away_m / 1000, NULL);
      *text = g_strdup_printf (_ ("The nearest road is %s away; that piece is counted as a straight line"), km);
      return TRUE;
    }
  if (name != NULL)
    *text = g_strdup_printf (_ ("No road within %.0f km of this point near %s: click nearer to a road, or draw by hand"),
                             COR_SNAP_LIMIT_M / 1000, name);
  else
    *text = g_strdup_printf (_ ("No road within %.0f km of this point: click nearer to a road, or draw by hand"),
                             COR_SNAP_LIMIT_M / 1000);
  return FALSE;
}

void
cor_map_pane_tell_far (CorMapPane *self, CorItemKind kind, const char *id)
{
  const CorItem *item = cor_edit_item (cor_map_pane_scenario (self), kind, id);
  g_autofree char *km = NULL, *text = NULL;
  CorSnap snap;

  if (item == NULL)
    return;
  if (!cor_network_snap (self->network, cor_map_pane_place_of (item), NULL, &snap, NULL))
    text = g_strdup_printf (kind == COR_ITEM_SITE ? _ ("No road within %.0f km: routes cannot follow roads from here")
                                                  : _ ("No road within %.0f km: no truck gets here"),
                            COR_SNAP_LIMIT_M / 1000);
  else if (snap.away_m > COR_FAR_FROM_ROAD_M)
    {
      km = cor_format_quantity (COR_QUANTITY_KM, snap.away_m / 1000, NULL);
      text = g_strdup_printf (kind == COR_ITEM_SITE
                                ? _ ("The nearest road is %s away; routes from here count that as a straight line")
                                : _ ("The nearest road is %s away; each stop counts that there and back, as a straight line"),
                              km);
    }
  if (text != NULL)
    cor_map_pane_tell (self, text);
}
