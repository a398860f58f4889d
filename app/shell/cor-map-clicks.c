/* cor-map-clicks.c: selecting on the map: clicks, hovering, boxes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-pane-private.h"

#include "cor-edit.h"
#include "cor-format.h"
#include "cor-item-text.h"

#include <glib/gi18n-lib.h>

CorItemKind
cor_map_pane_item_kind (CorMapObjectKind kind)
{
  switch (kind)
    {
    case COR_MAP_OBJECT_SITE:
      return COR_ITEM_SITE;
    case COR_MAP_OBJECT_STATION:
      return COR_ITEM_STATION;
    case COR_MAP_OBJECT_ROUTE:
      return COR_ITEM_ROUTE;
    default:
      return COR_ITEM_HEAD;
    }
}

static void
object_clicked (CorMapPane *self,
                CorMapObjectKind kind,
                const char *id,
                int n_press,
                GdkModifierType state)
{
  CorSelection *selection = cor_session_get_selection (self->session);

  if (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    cor_selection_toggle (selection, cor_map_pane_item_kind (kind), id);
  else
    cor_selection_set (selection, cor_map_pane_item_kind (kind), id);
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.inspect", NULL);
}

static void
background_clicked (CorMapPane *self, double lon, double lat, GdkModifierType state)
{
  if (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    return;
  cor_selection_clear (cor_session_get_selection (self->session));
  cor_object_layer_set_found (self->layer, NULL, NULL);
}

/* A thing's name, and its number. */
char *
cor_map_pane_describe (CorMapPane *self, CorMapObjectKind kind, const char *id)
{
  const CorItem *item
      = cor_edit_item (cor_map_pane_scenario (self), cor_map_pane_item_kind (kind), id);
  const CorResults *results = cor_session_get_results (self->session);
  gboolean zh = cor_format_is_chinese (NULL);
  g_autofree char *subtitle = NULL;

  if (item == NULL)
    return NULL;
  if (item->kind == COR_ITEM_ROUTE)
    {
      CorParity parity = cor_item_parity (results, COR_ITEM_ROUTE, id);
      g_autofree char *year = cor_parity_full_text (&parity);

      return g_strdup_printf (_ ("%s\nParity: %s"), cor_item_label (item, zh), year);
    }
  subtitle = cor_item_subtitle (cor_map_pane_scenario (self), item, zh);
  return g_strdup_printf ("%s\n%s", cor_item_label (item, zh), subtitle);
}

static void
object_hovered (CorMapPane *self, CorMapObjectKind kind, const char *id)
{
  g_autofree char *text
      = kind != COR_MAP_OBJECT_NONE && id != NULL && g_str_equal (self->tool, "select") ? cor_map_pane_describe (self, kind, id) : NULL;

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->view), text);
}

static gboolean
is_inside (const double box[4], double lon, double lat)
{
  return lon >= box[0] && lon <= box[2] && lat >= box[1] && lat <= box[3];
}

/* The ids of what of that kind lies in the box; of a route both ends have to. */
static GPtrArray *
find_in_box (CorMapPane *self, CorItemKind kind, const double box[4])
{
  CorScenario *scenario = cor_map_pane_scenario (self);
  GPtrArray *ids = g_ptr_array_new ();
  const CorItem *const *items;
  guint n;

  items = cor_scenario_items (scenario, kind, &n);
  for (guint i = 0; i < n; i++)
    {
      gboolean inside;

      if (kind == COR_ITEM_ROUTE)
        {
          const CorRoute *route = (const CorRoute *)items[i];
          const CorSite *a
              = (const CorSite *)cor_scenario_find (scenario, COR_ITEM_SITE, route->origin);
          const CorSite *b
              = (const CorSite *)cor_scenario_find (scenario, COR_ITEM_SITE, route->destination);

          inside = a != NULL && b != NULL && is_inside (box, a->lon, a->lat)
                   && is_inside (box, b->lon, b->lat);
        }
      else
        {
          CorLonLat at = cor_map_pane_place_of (items[i]);

          inside = is_inside (box, at.lon, at.lat);
        }
      if (inside)
        g_ptr_array_add (ids, items[i]->id);
    }
  return ids;
}

/* A selection is of one kind: of that which is selected where the box has some, else stations,
 * sites, routes, in this order. */
static void
box_selected (CorMapPane *self, double west, double south, double east, double north)
{
  const double box[4] = { west, south, east, north };
  CorSelection *selection = cor_session_get_selection (self->session);
  const CorItemKind kinds[]
      = { cor_selection_get_kind (selection), COR_ITEM_STATION, COR_ITEM_SITE, COR_ITEM_ROUTE };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (GPtrArray) ids = NULL;

      if (kinds[i] != COR_ITEM_STATION && kinds[i] != COR_ITEM_SITE && kinds[i] != COR_ITEM_ROUTE)
        continue;
      ids = find_in_box (self, kinds[i], box);
      if (ids->len == 0)
        continue;
      /* Told once: there may be thousands. */
      g_ptr_array_add (ids, NULL);
      cor_selection_set_all (selection, kinds[i], (const char *const *)ids->pdata);
      return;
    }
}

static void
connect (CorMapPane *self, const char *signal, GCallback callback)
{
  g_signal_connect_object (self->layer, signal, callback, self, G_CONNECT_SWAPPED);
}

void
cor_map_pane_connect_clicks (CorMapPane *self)
{
  connect (self, "object-clicked", G_CALLBACK (object_clicked));
  connect (self, "background-clicked", G_CALLBACK (background_clicked));
  connect (self, "object-hovered", G_CALLBACK (object_hovered));
  connect (self, "box-selected", G_CALLBACK (box_selected));
}
