/* cor-edit-route.c: turning a route round, and lines drawn by hand that keep to their sites.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-edit.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
reverse (GArray *list)
{
  guint size = list != NULL ? g_array_get_element_size (list) : 0;
  g_autofree char *swap = g_malloc (MAX (size, 1));

  for (guint i = 0; list != NULL && i < list->len / 2; i++)
    {
      char *a = list->data + (gsize)i * size, *b = list->data + (gsize)(list->len - 1 - i) * size;

      memcpy (swap, a, size);
      memcpy (a, b, size);
      memcpy (b, swap, size);
    }
}

/* "Yantian – Nansha" becomes "Nansha – Yantian"; another name stays. Takes over @name. */
static char *
turned_name (char *name, const char *dash)
{
  g_auto (GStrv) ends = name != NULL ? g_strsplit (name, dash, -1) : NULL;

  if (ends == NULL || g_strv_length (ends) != 2)
    return name;
  g_free (name);
  return g_strconcat (ends[1], dash, ends[0], NULL);
}

CorScenario *
cor_edit_reverse (CorScenario *scenario, const char *id, GError **error)
{
  const CorItem *item = cor_scenario_find (scenario, COR_ITEM_ROUTE, id);
  CorRoute *route;
  char *swap;

  if (item == NULL)
    {
      g_set_error (error, COR_ERROR, COR_ERROR_REFERENCE,
                   _ ("There is no “%s” in this scenario any more."), id);
      return NULL;
    }
  route = (CorRoute *)cor_item_copy (item);
  swap = route->origin;
  route->origin = route->destination;
  route->destination = swap;
  reverse (route->vias);
  reverse (route->line);
  route->item.name = turned_name (route->item.name, " – ");
  route->item.name_zh = turned_name (route->item.name_zh, "—");
  return cor_scenario_with_item (scenario, &route->item);
}

CorScenario *
cor_edit_lines_follow (CorScenario *scenario, const char *site)
{
  const CorSite *to = (const CorSite *)cor_scenario_find (scenario, COR_ITEM_SITE, site);
  CorScenario *next = cor_scenario_ref (scenario);
  const CorItem *const *routes;
  guint n;

  routes = cor_scenario_items (scenario, COR_ITEM_ROUTE, &n);
  for (guint i = 0; to != NULL && i < n; i++)
    {
      const CorRoute *old = (const CorRoute *)routes[i];
      gboolean starts = g_strcmp0 (old->origin, site) == 0;
      gboolean ends = g_strcmp0 (old->destination, site) == 0;
      CorScenario *before = next;
      CorRoute *route;

      if (old->line == NULL || old->line->len < 2 || (!starts && !ends))
        continue;
      route = (CorRoute *)cor_item_copy (routes[i]);
      if (starts)
        g_array_index (route->line, CorLonLat, 0) = (CorLonLat){ to->lon, to->lat };
      if (ends)
        g_array_index (route->line, CorLonLat, route->line->len - 1)
            = (CorLonLat){ to->lon, to->lat };
      next = cor_scenario_with_item (before, &route->item);
      cor_scenario_unref (before);
    }
  return next;
}
