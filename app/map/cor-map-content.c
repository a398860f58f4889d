/* cor-map-content.c: a scenario and its results as what lies on the map: routes, sites, and all together.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-content-private.h"

#include "cor-format.h"
#include "cor-parity-text.h"

#include <math.h>

static const CorSite *
site_of (const CorMapContent *content, const char *id)
{
  return (const CorSite *)cor_scenario_find (content->scenario, COR_ITEM_SITE, id);
}

static gboolean
is_worse (const CorResults *results, const CorDutyResult *duty, const CorDutyResult *kept)
{
  CorParity parity = cor_duty_parity (results, duty), before = cor_duty_parity (results, kept);

  return cor_parity_is_worse (&parity, &before);
}

/* From the id of each route with duties to the least favourable of them. */
static GHashTable *
duties_by_route (const CorResults *results)
{
  GHashTable *duties = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; results != NULL && i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i], *kept;

      if (duty->duty->route == NULL)
        continue;
      kept = g_hash_table_lookup (duties, duty->duty->route);
      if (kept == NULL || is_worse (results, duty, kept))
        g_hash_table_insert (duties, duty->duty->route, (gpointer)duty);
    }
  return duties;
}

/* Without a duty nothing is laid on the roads: then straight over the vias, or as drawn. */
static GArray *
straight_line (const CorMapContent *content, const CorRoute *route)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (double));
  const CorSite *from = site_of (content, route->origin),
                *to = site_of (content, route->destination);

  if (from != NULL)
    cor_map_content_add_point (line, from->lon, from->lat);
  for (guint i = 0; route->line != NULL && i < route->line->len; i++)
    cor_map_content_add_point (line, g_array_index (route->line, CorLonLat, i).lon,
               g_array_index (route->line, CorLonLat, i).lat);
  for (guint i = 0; route->vias != NULL && i < route->vias->len; i++)
    {
      const CorVia *via = &g_array_index (route->vias, CorVia, i);
      const CorSite *site = via->site != NULL ? site_of (content, via->site) : NULL;

      if (via->site == NULL || site != NULL)
        cor_map_content_add_point (line, site ? site->lon : via->lon, site ? site->lat : via->lat);
    }
  if (to != NULL)
    cor_map_content_add_point (line, to->lon, to->lat);
  return line;
}

static CorMapTint
parity_tint (const CorParity *parity)
{
  if (parity->state == COR_PARITY_IMPOSSIBLE)
    return COR_MAP_TINT_IMPOSSIBLE;
  if (parity->state == COR_PARITY_UNKNOWN)
    return COR_MAP_TINT_ACCENT;
  return cor_map_tint_for_parity (parity->state == COR_PARITY_REACHED ? parity->year : 0);
}

/* The truck that the colours of a route speak of; @duty is NULL without one. */
static const CorAlternative *
truck_of (const CorMapContent *content, const CorDutyResult *duty)
{
  return duty != NULL ? cor_duty_truck (content->results, duty) : NULL;
}

static double
detour_share (const CorMapContent *content, const CorDutyResult *duty)
{
  const CorAlternative *shown = truck_of (content, duty);

  return shown != NULL ? cor_outcome_detour_share (&shown->outcomes[content->results->year]) : NAN;
}

/* What the truck emits well to wheel as a share of what the diesel one does; NaN without either. */
static double
emission_share (const CorMapContent *content, const CorDutyResult *duty)
{
  const CorAlternative *shown = truck_of (content, duty);
  guint year = content->results != NULL ? content->results->year : 0;

  if (shown == NULL || duty->diesel == NULL || !(duty->diesel->outcomes[year].wtw_kg > 0))
    return NAN;
  return shown->outcomes[year].wtw_kg / duty->diesel->outcomes[year].wtw_kg;
}

/* What the colour of the route is, and what is written on its badge. Badge: transfer full. */
static char *
dress (const CorMapContent *content,
       const CorDutyResult *duty,
       const CorParity *parity,
       CorMapRoute *out)
{
  gboolean impossible = parity->state == COR_PARITY_IMPOSSIBLE;

  out->tint = parity_tint (parity);
  out->dashed = impossible || parity->state == COR_PARITY_NOT_REACHED;
  if (!impossible && g_str_equal (content->colour, "load"))
    {
      out->dashed = FALSE;
      out->tint = COR_MAP_TINT_PARITY_NONE;
      return NULL;
    }
  if (!impossible && g_str_equal (content->colour, "detour")
      && !isnan (detour_share (content, duty)))
    {
      out->dashed = FALSE;
      out->tint = cor_map_tint_for_detour (detour_share (content, duty));
      return cor_format_percent (detour_share (content, duty), 1, NULL);
    }
  if (!impossible && g_str_equal (content->colour, "emissions")
      && !isnan (emission_share (content, duty)))
    {
      out->dashed = FALSE;
      out->tint = cor_map_tint_for_emissions (emission_share (content, duty));
      return cor_format_percent (emission_share (content, duty), 0, NULL);
    }
  if (!impossible && g_str_equal (content->colour, "charge"))
    {
      out->dashed = FALSE;
      out->tint = COR_MAP_TINT_ELECTRIC;
      return NULL;
    }
  return parity->state == COR_PARITY_UNKNOWN ? NULL : cor_parity_text (parity);
}

static void
add_route (const CorMapContent *content, const CorRoute *route, const CorDutyResult *duty, CorMapScene *scene)
{
  const CorAlternative *shown = truck_of (content, duty);
  const CorPath *path = duty != NULL && duty->geometry != NULL ? duty->geometry->out : NULL;
  const CorSite *to = site_of (content, route->destination);
  CorParity parity = { .state = COR_PARITY_UNKNOWN };
  g_autofree char *badge = NULL;
  CorMapRoute out = { .id = route->item.id };

  if (duty != NULL)
    parity = cor_duty_parity (content->results, duty);
  if (path != NULL)
    {
      out.lon_lat = (const double *)path->shape;
      out.n_points = path->n_shape;
      out.off_road = cor_map_content_off_road (path);
      if (out.off_road != NULL)
        cor_map_scene_keep (scene, (gpointer)out.off_road, g_free);
    }
  else
    {
      GArray *line = straight_line (content, route);

      out.lon_lat = (const double *)(gpointer)line->data;
      out.n_points = line->len / 2;
      cor_map_scene_keep (scene, line, (GDestroyNotify)g_array_unref);
    }
  badge = dress (content, duty, &parity, &out);
  if (g_str_equal (content->colour, "charge") && path != NULL && shown != NULL
      && shown->plan != NULL && shown->plan->feasible)
    {
      out.tints = cor_map_content_charge (path, shown->plan);
      cor_map_scene_keep (scene, (gpointer)out.tints, g_free);
    }
  out.label = to != NULL ? cor_item_label (&to->item, content->zh) : NULL;
  out.badge = cor_map_scene_text (scene, badge);
  cor_map_scene_put_route (scene, &out);
}

/* The ids of the sites that routes end at, whose ends say their names already, or, with @origins, start or
 * end at; with @duties only of routes that have one. */
static GHashTable *
sites_of_routes (const CorScenario *scenario, GHashTable *duties, gboolean origins)
{
  GHashTable *sites = g_hash_table_new (g_str_hash, g_str_equal);
  const CorItem *const *routes;
  guint n;

  routes = cor_scenario_items (scenario, COR_ITEM_ROUTE, &n);
  for (guint i = 0; i < n; i++)
    {
      const CorRoute *route = (const CorRoute *)routes[i];

      if (duties != NULL && !g_hash_table_contains (duties, route->item.id))
        continue;
      if (route->destination != NULL)
        g_hash_table_add (sites, route->destination);
      if (origins && route->origin != NULL)
        g_hash_table_add (sites, route->origin);
    }
  return sites;
}

static void
add_sites (const CorMapContent *content, GHashTable *duties, CorMapScene *scene)
{
  static const CorMapSiteKind kinds[] = {
    [COR_SITE_PORT] = COR_MAP_SITE_PORT,           [COR_SITE_YARD] = COR_MAP_SITE_WAREHOUSE,
    [COR_SITE_WAREHOUSE] = COR_MAP_SITE_WAREHOUSE, [COR_SITE_MARKET] = COR_MAP_SITE_MARKET,
    [COR_SITE_QUARRY] = COR_MAP_SITE_QUARRY,       [COR_SITE_BORDER] = COR_MAP_SITE_BORDER,
    [COR_SITE_DEPOT] = COR_MAP_SITE_DEPOT,         [COR_SITE_OTHER] = COR_MAP_SITE_OTHER,
  };
  g_autoptr (GHashTable) labelled = sites_of_routes (content->scenario, content->only_used ? duties : NULL, FALSE);
  g_autoptr (GHashTable) used = sites_of_routes (content->scenario, duties, TRUE);
  const CorItem *const *items;
  guint n;

  items = cor_scenario_items (content->scenario, COR_ITEM_SITE, &n);
  for (guint i = 0; i < n; i++)
    {
      const CorSite *site = (const CorSite *)items[i];
      CorMapSite out = {
        .id = site->item.id, .kind = kinds[site->site_kind], .lon = site->lon, .lat = site->lat
      };

      if (content->only_used && !g_hash_table_contains (used, site->item.id))
        continue;
      if (!g_hash_table_contains (labelled, site->item.id))
        out.label = cor_item_label (&site->item, content->zh);
      cor_map_scene_put_site (scene, &out);
    }
}

/* What routes and sites are made of, beside lists and results that the scene keeps. */
typedef struct
{
  gconstpointer routes, sites, duties; /* the scenario's lists */
  const CorResults *results;
  char *colour;
  gboolean only_used, zh;
} Origin;

static void
origin_free (gpointer data)
{
  g_free (((Origin *)data)->colour);
  g_free (data);
}

static Origin *
origin_of (const CorMapContent *content)
{
  Origin *origin = g_new0 (Origin, 1);

  origin->routes = cor_scenario_list (content->scenario, COR_ITEM_ROUTE);
  origin->sites = cor_scenario_list (content->scenario, COR_ITEM_SITE);
  origin->duties = cor_scenario_list (content->scenario, COR_ITEM_DUTY);
  origin->results = content->results;
  origin->colour = g_strdup (content->colour);
  origin->only_used = content->only_used;
  origin->zh = content->zh;
  return origin;
}

static gboolean
is_same_origin (const Origin *a, const Origin *b)
{
  return b != NULL && a->routes == b->routes && a->sites == b->sites && a->duties == b->duties && a->results == b->results
         && g_str_equal (a->colour, b->colour) && a->only_used == b->only_used && a->zh == b->zh;
}

static void
add_routes_and_sites (const CorMapContent *content, CorMapScene *scene)
{
  g_autoptr (GHashTable) duties = duties_by_route (content->results);
  const CorItem *const *routes;
  guint n;

  routes = cor_scenario_items (content->scenario, COR_ITEM_ROUTE, &n);
  for (guint i = 0; i < n; i++)
    if (!content->only_used || g_hash_table_contains (duties, routes[i]->id))
      add_route (content, (const CorRoute *)routes[i], g_hash_table_lookup (duties, routes[i]->id), scene);
  add_sites (content, duties, scene);
}

CorMapScene *
cor_map_content_build (const CorMapContent *content)
{
  CorMapScene *scene = cor_map_scene_new ();
  Origin *origin = origin_of (content);

  cor_map_scene_set_origin (scene, origin, origin_free);
  /* Names are those of the scenario, and lines those of the results. */
  cor_map_scene_keep (scene, cor_scenario_ref ((CorScenario *)content->scenario), (GDestroyNotify)cor_scenario_unref);
  if (content->results != NULL)
    cor_map_scene_keep (scene, cor_results_ref ((CorResults *)content->results), (GDestroyNotify)cor_results_unref);
  if (content->before != NULL && is_same_origin (origin, cor_map_scene_get_origin (content->before)))
    cor_map_scene_take_routes (scene, content->before);
  else
    add_routes_and_sites (content, scene);
  for (guint i = 0; content->results != NULL && i < content->results->n_duties; i++)
    cor_map_content_add_detours (content, &content->results->duties[i], scene);
  cor_map_content_add_stations (content, scene);
  cor_map_content_add_buffer (content, scene);
  cor_map_scene_set_reach (scene, content->reach);
  return scene;
}
