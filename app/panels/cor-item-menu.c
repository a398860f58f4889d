/* cor-item-menu.c: what can be done with what is selected, the same menu on the map, in the list and the inspector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-item-menu.h"

#include "cor-item-text.h"

#include <glib/gi18n-lib.h>

static void
append_to (GMenu *menu, const char *label, const char *action, const char *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", target);
  g_menu_append_item (menu, item);
}

/* Stands there only while it can be done. */
static void
append_hidden (GMenu *menu, const char *label, const char *action)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
  g_menu_append_item (menu, item);
}

static void
fill_for_route (GMenu *menu, const CorRoute *route)
{
  g_menu_append (menu, _ ("C_harging Plan"), "win.plan");
  g_menu_append (menu, _ ("_Reverse"), "map.reverse");
  if (route->line != NULL)
    g_menu_append (menu, _ ("_Follow the Roads"), "map.follow-roads");
  else if (route->vias != NULL && route->vias->len > 0)
    g_menu_append (menu, _ ("_Shortest Way Again"), "map.follow-roads");
}

static void
fill_for_place (GMenu *menu, const CorItem *item)
{
  if (item->kind == COR_ITEM_SITE)
    append_to (menu, _ ("_Route from Here"), "map.route-from", item->id);
  append_to (menu, _ ("_Measure from Here"), "map.measure", "selected");
  append_to (menu, _ ("Reach of a _Truck from Here"), "map.reach", "selected");
  append_hidden (menu, _ ("_Hide the Reach"), "map.hide-reach");
}

static void
fill_for_one (GMenu *menu, const CorItem *item)
{
  switch (item->kind)
    {
    case COR_ITEM_ROUTE:
      fill_for_route (menu, (const CorRoute *)item);
      break;
    case COR_ITEM_SITE:
    case COR_ITEM_STATION:
      fill_for_place (menu, item);
      break;
    case COR_ITEM_DUTY:
      g_menu_append (menu, _ ("C_harging Plan"), "win.plan");
      break;
    case COR_ITEM_POLICY:
      append_to (menu, ((const CorPolicy *)item)->on ? _ ("_Switch Off") : _ ("_Switch On"), "win.toggle-policy",
                 item->id);
      break;
    case COR_ITEM_VARIANT:
      g_menu_append (menu, _ ("_Show This Variant"), "win.show-selected");
      break;
    default:
      break;
    }
}

/* The number that stands beside it in list and map. */
static void
append_explain (GMenu *menu, const CorItem *item)
{
  g_autoptr (GMenuItem) line = g_menu_item_new (_ ("_Where Its Number Comes From"), NULL);

  g_menu_item_set_action_and_target (line, "win.explain-item", "(is)", (int) item->kind, item->id);
  g_menu_append_item (menu, line);
}

static gboolean
is_on_map (CorItemKind kind)
{
  return kind == COR_ITEM_SITE || kind == COR_ITEM_STATION || kind == COR_ITEM_ROUTE;
}

GMenuModel *
cor_item_menu_new (CorSession *session)
{
  CorSelection *selection = cor_session_get_selection (session);
  CorItemKind kind = cor_selection_get_kind (selection);
  guint n = cor_selection_get_n (selection);
  g_autoptr (GMenu) own = g_menu_new (), more = g_menu_new ();
  GMenu *menu;
  const CorItem *item;

  if (n == 0 || kind == COR_ITEM_HEAD || kind == COR_SELECT_PARAMETER)
    return NULL;
  item = cor_scenario_find (cor_document_get_scenario (cor_session_get_document (session)), kind,
                            cor_selection_get_id (selection));
  menu = g_menu_new ();
  g_menu_append (own, _ ("_Properties"), "win.inspect");
  if (n == 1)
    g_menu_append (own, _ ("Re_name"), "win.rename");
  if (is_on_map (kind))
    g_menu_append (own, _ ("_Zoom to"), "map.zoom-to-selected");
  if (n == 1 && item != NULL)
    fill_for_one (own, item);
  if (n == 1 && item != NULL && cor_item_kind_has_figure (kind))
    append_explain (own, item);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  g_menu_append (more, _ ("D_uplicate"), "win.duplicate");
  g_menu_append (more, _ ("_Delete"), "win.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (more));
  return G_MENU_MODEL (menu);
}
