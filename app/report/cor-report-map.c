/* cor-report-map.c: the corridor as a picture of a map with its key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-map.h"

#include "cor-data-dir.h"
#include "cor-format.h"
#include "cor-headline-text.h"
#include "cor-map-icons.h"
#include "cor-map-labels.h"
#include "cor-map-paint.h"
#include "cor-map-scene-paint.h"
#include "cor-scene-legend.h"
#include "cor-report-facts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The map is painted in pixels of the screen and made smaller: as many pixels a point. */
#define PIXELS 1.75
#define RADIUS 5.0

/* Size of a sign in the key, points. */
#define SIGN 10.0

static CorTileArchive *
open_archive (const CorSheet *sheet, GError **error)
{
  g_autofree char *path = sheet->input->base_file != NULL ? g_strdup (sheet->input->base_file)
                                                          : cor_data_file ("basemap", "base.mbtiles", NULL);

  return cor_tile_archive_open (path, error);
}

char *
cor_report_map_attribution (const CorSheet *sheet)
{
  g_autoptr (CorTileArchive) archive = open_archive (sheet, NULL);

  return g_strdup (archive != NULL ? cor_tile_archive_get_attribution (archive) : "");
}

static CorMapRoadClass
map_class (CorRoadClass road)
{
  switch (road)
    {
    case COR_ROAD_MOTORWAY:
      return COR_MAP_ROAD_MOTORWAY;
    case COR_ROAD_TRUNK:
      return COR_MAP_ROAD_TRUNK;
    case COR_ROAD_PRIMARY:
      return COR_MAP_ROAD_PRIMARY;
    default:
      return COR_MAP_ROAD_MINOR;
    }
}

static CorMapRoads *
roads_of (CorNetwork *network)
{
  CorMapRoads *roads = cor_map_roads_new ();
  guint n = 0;

  if (network != NULL)
    cor_network_size (network, NULL, &n, NULL);
  for (guint i = 0; i < n; i++)
    {
      CorRoadClass road;
      g_autoptr (GArray) points = cor_network_edge_shape (network, i, &road);

      cor_map_roads_add (roads, map_class (road), (const double *) (gpointer) points->data, points->len);
    }
  return roads;
}

static char *
parity_badge (const CorResults *results, const CorAlternative *truck)
{
  int last = results->first_year + (int) results->n_years - 1;

  return truck != NULL ? cor_parity_short_text (&truck->parity, results->first_year, last) : NULL;
}

static void
add_route (const CorSheet *sheet, const CorDutyResult *duty, CorMapScene *scene)
{
  const CorPath *path = duty->geometry != NULL ? duty->geometry->out : NULL;
  const CorAlternative *truck = cor_facts_challenger (sheet->results, duty);
  const CorItem *site
    = duty->route ? cor_scenario_find (sheet->results->scenario, COR_ITEM_SITE, duty->route->destination) : NULL;
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (double));
  g_autofree char *badge = duty->diesel != NULL ? parity_badge (sheet->results, truck) : NULL;
  CorMapRoute route = { .id = duty->duty->item.id, .badge = badge };

  if (path == NULL)
    return;
  for (guint i = 0; i < path->n_shape; i++)
    {
      g_array_append_val (line, path->shape[i].lon);
      g_array_append_val (line, path->shape[i].lat);
    }
  route.lon_lat = (const double *) (gpointer) line->data;
  route.n_points = path->n_shape;
  route.label = site != NULL ? cor_item_label (site, sheet->zh) : NULL;
  route.tint = truck == NULL           ? COR_MAP_TINT_IMPOSSIBLE
               : duty->diesel == NULL ? COR_MAP_TINT_ACCENT
                                      : cor_map_tint_for_parity (truck->parity_year);
  route.dashed = truck == NULL || (duty->diesel != NULL && truck->parity_year == 0);
  cor_map_scene_add_route (scene, &route);
}

static double
longest_truck (const CorResults *results)
{
  double longest = NAN;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorAlternative *truck = cor_duty_result_shown (&results->duties[i]);

      if (truck != NULL)
        longest = fmax (longest, truck->truck->length_m);
    }
  return longest;
}

static void
add_stations (const CorSheet *sheet, CorMapScene *scene)
{
  static const CorMapStationKind kinds[] = {
    [COR_STATION_CHARGING] = COR_MAP_STATION_CHARGING,
    [COR_STATION_SWAP] = COR_MAP_STATION_SWAP,
    [COR_STATION_BOTH] = COR_MAP_STATION_BOTH,
    [COR_STATION_HYDROGEN] = COR_MAP_STATION_HYDROGEN,
  };
  double longest = longest_truck (sheet->results);
  guint n;
  const CorItem *const *items = cor_scenario_items (sheet->results->scenario, COR_ITEM_STATION, &n);

  for (guint i = 0; i < n; i++)
    {
      const CorStation *station = (const CorStation *) items[i];

      if (station->status != COR_STATION_EXISTING && station->status != COR_STATION_PLANNED)
        continue;
      cor_map_scene_add_station (scene, &(CorMapStation){ .id = station->item.id,
                                                          .kind = kinds[station->station_kind],
                                                          .planned = station->status == COR_STATION_PLANNED,
                                                          .closed = station->max_length_m < longest,
                                                          .lon = station->lon,
                                                          .lat = station->lat });
    }
}

/* Only sites that a duty starts or ends at; the ends of routes carry their names already. */
static void
add_sites (const CorSheet *sheet, CorMapScene *scene)
{
  static const CorMapSiteKind kinds[] = {
    [COR_SITE_PORT] = COR_MAP_SITE_PORT,           [COR_SITE_YARD] = COR_MAP_SITE_WAREHOUSE,
    [COR_SITE_WAREHOUSE] = COR_MAP_SITE_WAREHOUSE, [COR_SITE_MARKET] = COR_MAP_SITE_MARKET,
    [COR_SITE_QUARRY] = COR_MAP_SITE_QUARRY,       [COR_SITE_BORDER] = COR_MAP_SITE_BORDER,
    [COR_SITE_DEPOT] = COR_MAP_SITE_DEPOT,         [COR_SITE_OTHER] = COR_MAP_SITE_OTHER,
  };
  guint n;
  const CorItem *const *items = cor_scenario_items (sheet->results->scenario, COR_ITEM_SITE, &n);

  for (guint i = 0; i < n; i++)
    {
      const CorSite *site = (const CorSite *) items[i];
      gboolean starts = FALSE, ends = FALSE;

      for (guint d = 0; d < sheet->results->n_duties; d++)
        {
          const CorRoute *route = sheet->results->duties[d].route;

          starts |= route != NULL && g_strcmp0 (route->origin, site->item.id) == 0;
          ends |= route != NULL && g_strcmp0 (route->destination, site->item.id) == 0;
        }
      if (starts || ends)
        cor_map_scene_add_site (scene, &(CorMapSite){ .id = site->item.id,
                                                      .kind = kinds[site->site_kind],
                                                      .lon = site->lon,
                                                      .lat = site->lat,
                                                      .label = ends ? NULL : cor_item_label (&site->item, sheet->zh) });
    }
}

/* Around the routes; without any around all there is, or where the scenario looks. */
static void
fit (const CorSheet *sheet, CorMapScene *routes, CorMapScene *scene, double width, double height, CorMapFrame *frame)
{
  const CorHead *head = cor_scenario_head (sheet->results->scenario);
  double box[4];

  if (cor_map_scene_get_bounds (routes, box) || cor_map_scene_get_bounds (scene, box))
    cor_map_frame_fit (frame, box[0], box[1], box[2], box[3], width, height, 40);
  else if (isfinite (head->lon) && isfinite (head->lat) && (head->lon != 0 || head->lat != 0))
    cor_map_frame_init (frame, head->lon, head->lat, isfinite (head->zoom) ? CLAMP (head->zoom, 4, 12) : 8, width, height);
  else
    cor_map_frame_init (frame, 113.9, 22.7, 8.5, width, height);
}

/* Sites that only begin routes are named, whatever the zoom. */
static CorMapMark *
origins (const CorSheet *sheet, CorMapSceneState *state)
{
  const CorResults *results = sheet->results;
  CorMapMark *marks = g_new0 (CorMapMark, results->n_duties + 1);

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorRoute *route = results->duties[i].route;

      if (route != NULL)
        marks[state->n_selected++] = (CorMapMark){ COR_MAP_OBJECT_SITE, route->origin };
    }
  state->selected = marks;
  return marks;
}

/* Where lines and icons lie, and what the labels of the routes will cover. */
static GArray *
keep_free (CorMapScene *scene, const CorMapFrame *frame, const CorMapSceneState *state)
{
  GArray *boxes = cor_map_scene_keep_free (scene, frame);
  cairo_surface_t *nowhere = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (nowhere);

  cor_map_scene_paint_texts (scene, cr, frame, FALSE, state, boxes);
  cairo_destroy (cr);
  cairo_surface_destroy (nowhere);
  return boxes;
}

static CorMapScene *
make_scene (const CorSheet *sheet)
{
  CorMapScene *scene = cor_map_scene_new ();

  for (guint i = 0; i < sheet->results->n_duties; i++)
    add_route (sheet, &sheet->results->duties[i], scene);
  add_sites (sheet, scene);
  add_stations (sheet, scene);
  return scene;
}

static void
paint (CorSheet *sheet, CorMapScene *scene, double width, double height)
{
  const CorMapStyle *style = cor_map_style_get (FALSE);
  g_autoptr (CorTileArchive) archive = open_archive (sheet, sheet->error ? NULL : &sheet->error);
  g_autofree char *names = cor_data_file ("basemap", "places.csv", NULL);
  g_autoptr (CorPlaces) places = cor_places_load (names, sheet->error ? NULL : &sheet->error);
  g_autoptr (CorMapRoads) roads = sheet->input->base_file == NULL ? roads_of (sheet->input->network) : NULL;
  g_autoptr (CorMapLabels) labels = NULL;
  g_autoptr (CorMapScene) routes = cor_map_scene_new ();
  g_autofree CorMapMark *named = NULL;
  const CorMapSceneState plain = { 0 };
  CorMapSceneState still = { 0 };
  CorMapFrame frame;

  for (guint i = 0; i < sheet->results->n_duties; i++)
    add_route (sheet, &sheet->results->duties[i], routes);
  fit (sheet, routes, scene, width, height, &frame);
  if (archive != NULL)
    cor_map_paint (sheet->cr, &frame, archive, roads, style, sheet->error ? NULL : &sheet->error);
  cor_map_scene_paint_lines (scene, sheet->cr, &frame, FALSE);
  named = origins (sheet, &still);
  if (places != NULL && (archive == NULL || cor_tile_archive_get_kind (archive) == COR_TILE_KIND_VECTOR))
    {
      g_autoptr (GArray) taken = keep_free (scene, &frame, &still);

      labels = cor_map_labels_new (places, style, sheet->zh, TRUE);
      cor_map_labels_paint (labels, sheet->cr, &frame, taken);
    }
  cor_map_scene_paint_marks (scene, sheet->cr, &frame, FALSE, &plain);
  cor_map_scene_paint_texts (scene, sheet->cr, &frame, FALSE, &still, NULL);
  cor_map_paint_scale (sheet->cr, &frame, style, width - 14, height - 12);
}

/* A word of the key after its sign; returns where the next one starts. */
static double
key_word (const CorSheet *sheet, const char *text, double x, double y)
{
  g_autoptr (PangoLayout) layout = cor_sheet_layout (sheet, COR_INK_TINY, text, FALSE, 0);
  int width;

  pango_layout_get_size (layout, &width, NULL);
  cor_sheet_show (sheet, layout, COR_INK_TINY, x, y - cor_sheet_height (layout) / 2);
  return x + (double) width / PANGO_SCALE + 10;
}

/* What the routes' colours say, each that is there. */
static void
key_colours (const CorSheet *sheet, CorMapScene *scene)
{
  CorMapTint tints[COR_MAP_MAX_STEPS];
  const char *captions[COR_MAP_MAX_STEPS];
  guint n = cor_scene_legend_colours (scene, COR_MAP_COLOURS_PARITY, tints, captions);
  double x = COR_SHEET_LEFT;

  if (n > 0)
    x = key_word (sheet, _ ("Parity year"), x, sheet->y);
  for (guint i = 0; i < n; i++)
    {
      cor_map_set_colour (sheet->cr, cor_map_tint_rgb (tints[i], FALSE), 1);
      cairo_set_line_width (sheet->cr, 3);
      cairo_set_line_cap (sheet->cr, CAIRO_LINE_CAP_ROUND);
      cairo_move_to (sheet->cr, x + 1.5, sheet->y);
      cairo_line_to (sheet->cr, x + 14.5, sheet->y);
      cairo_stroke (sheet->cr);
      x = key_word (sheet, captions[i], x + 19, sheet->y);
    }
}

/* What the signs mean, each that is there. */
static void
key_signs (const CorSheet *sheet, CorMapScene *scene)
{
  CorSceneSign signs[COR_SCENE_MOST_SIGNS];
  guint n = cor_scene_legend_signs (scene, signs);
  double x = COR_SHEET_LEFT;

  cairo_set_line_cap (sheet->cr, CAIRO_LINE_CAP_BUTT);
  for (guint i = 0; i < n; i++)
    {
      cor_scene_legend_paint_sign (sheet->cr, &signs[i], x + 5, sheet->y, SIGN, FALSE);
      x = key_word (sheet, signs[i].text, x + 14, sheet->y);
    }
}

void
cor_report_map (CorSheet *sheet, double height)
{
  g_autoptr (CorMapScene) scene = make_scene (sheet);
  cairo_t *cr = sheet->cr;

  cairo_save (cr);
  cor_map_icon_trace_box (cr, COR_SHEET_LEFT, sheet->y, COR_SHEET_WIDTH, height, RADIUS);
  cairo_clip (cr);
  cairo_translate (cr, COR_SHEET_LEFT, sheet->y);
  cairo_scale (cr, 1 / PIXELS, 1 / PIXELS);
  paint (sheet, scene, COR_SHEET_WIDTH * PIXELS, height * PIXELS);
  cairo_restore (cr);
  cor_map_icon_trace_box (cr, COR_SHEET_LEFT, sheet->y, COR_SHEET_WIDTH, height, RADIUS);
  cor_sheet_color (sheet, COR_ROLE_GRID, 1);
  cairo_set_line_width (cr, 0.6);
  cairo_stroke (cr);
  sheet->y += height + 9;
  key_colours (sheet, scene);
  sheet->y += 13;
  key_signs (sheet, scene);
  sheet->y += 12;
}
