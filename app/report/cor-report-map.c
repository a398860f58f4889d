/* cor-report-map.c: the corridor as a picture of a map with its key.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-map.h"

#include "cor-data-dir.h"
#include "cor-map-roads-network.h"
#include "cor-map-content.h"
#include "cor-map-icons.h"
#include "cor-map-labels.h"
#include "cor-map-paint.h"
#include "cor-map-scene-paint.h"
#include "cor-scene-legend.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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

/* Around the routes; without any around all there is, or where the scenario looks. */
static void
fit (const CorSheet *sheet, CorMapScene *scene, double width, double height, double margin, CorMapFrame *frame)
{
  const CorHead *head = cor_scenario_head (sheet->results->scenario);
  double box[4];

  if (cor_map_scene_get_route_bounds (scene, box) || cor_map_scene_get_bounds (scene, box))
    cor_map_frame_fit (frame, box[0], box[1], box[2], box[3], width, height, margin);
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
  return cor_map_content_build (&(CorMapContent){ .scenario = sheet->results->scenario,
                                                  .results = sheet->results,
                                                  .colour = "parity",
                                                  .stations = "kind",
                                                  .selected_kind = COR_ITEM_HEAD,
                                                  .only_used = TRUE,
                                                  .zh = sheet->zh });
}

static void
paint (CorSheet *sheet, const CorReportPlace *place, CorMapScene *scene)
{
  const CorMapStyle *style = cor_map_style_get (FALSE);
  g_autoptr (CorTileArchive) archive = open_archive (sheet, sheet->error ? NULL : &sheet->error);
  g_autofree char *names = cor_data_file ("basemap", "places.csv", NULL);
  g_autoptr (CorPlaces) places = cor_places_load (names, sheet->error ? NULL : &sheet->error);
  g_autoptr (CorMapRoads) roads = sheet->input->base_file == NULL ? cor_map_roads_new_network (sheet->input->network, NULL) : NULL;
  g_autoptr (CorMapLabels) labels = NULL;
  g_autofree CorMapMark *named = NULL;
  const CorMapSceneState plain = { 0 };
  CorMapSceneState still = { 0 };
  const double width = place->width * place->pixels, height = place->height * place->pixels;
  CorMapFrame frame;

  fit (sheet, scene, width, height, place->margin, &frame);
  if (archive != NULL)
    cor_map_paint (sheet->cr, &frame, archive, roads, style, sheet->error ? NULL : &sheet->error);
  cor_map_scene_paint_lines (scene, sheet->cr, &frame, FALSE);
  if (place->names)
    named = origins (sheet, &still);
  if (places != NULL && (archive == NULL || cor_tile_archive_get_kind (archive) == COR_TILE_KIND_VECTOR))
    {
      g_autoptr (GArray) taken
        = place->names ? keep_free (scene, &frame, &still) : cor_map_scene_keep_free (scene, &frame);

      labels = cor_map_labels_new (places, style, sheet->zh, TRUE);
      cor_map_labels_paint (labels, sheet->cr, &frame, taken);
    }
  cor_map_scene_paint_marks (scene, sheet->cr, &frame, FALSE, &plain);
  if (place->names)
    cor_map_scene_paint_texts (scene, sheet->cr, &frame, FALSE, &still, NULL);
  cor_map_paint_scale (sheet->cr, &frame, style, width - 14, height - 12);
}

/* Where the next word of the key stands, after its sign; on a new line where it would leave the place. */
static void
key_place (CorSheet *sheet, const CorReportPlace *place, PangoLayout *text, double sign, double *x)
{
  int width;

  pango_layout_get_size (text, &width, NULL);
  if (*x > place->x && *x + sign + (double) width / PANGO_SCALE > place->x + place->width)
    {
      *x = place->x;
      sheet->y += place->key_line;
    }
}

/* A word of the key at @x, moved behind it. */
static void
key_word (const CorSheet *sheet, const CorReportPlace *place, PangoLayout *text, double *x)
{
  int width;

  pango_layout_get_size (text, &width, NULL);
  cor_sheet_show (sheet, text, place->ink, *x, sheet->y - cor_sheet_height (text) / 2);
  *x += (double) width / PANGO_SCALE + 10;
}

/* What the routes' colours say, each that is there. */
static void
key_colours (CorSheet *sheet, const CorReportPlace *place, CorMapScene *scene)
{
  CorMapTint tints[COR_MAP_MAX_STEPS];
  const char *captions[COR_MAP_MAX_STEPS];
  guint n = cor_scene_legend_colours (scene, COR_MAP_COLOURS_PARITY, tints, captions);
  double x = place->x;

  if (n > 0)
    {
      g_autoptr (PangoLayout) title = cor_sheet_layout (sheet, place->ink, _ ("Parity year"), FALSE, 0);

      key_word (sheet, place, title, &x);
    }
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PangoLayout) text = cor_sheet_layout (sheet, place->ink, captions[i], FALSE, 0);

      key_place (sheet, place, text, 19, &x);
      cor_map_set_colour (sheet->cr, cor_map_tint_rgb (tints[i], FALSE), 1);
      cairo_set_line_width (sheet->cr, 3);
      cairo_set_line_cap (sheet->cr, CAIRO_LINE_CAP_ROUND);
      cairo_move_to (sheet->cr, x + 1.5, sheet->y);
      cairo_line_to (sheet->cr, x + 14.5, sheet->y);
      cairo_stroke (sheet->cr);
      x += 19;
      key_word (sheet, place, text, &x);
    }
}

/* What the signs mean, each that is there. */
static void
key_signs (CorSheet *sheet, const CorReportPlace *place, CorMapScene *scene)
{
  CorSceneSign signs[COR_SCENE_MOST_SIGNS];
  guint n = cor_scene_legend_signs (scene, signs);
  double x = place->x;

  cairo_set_line_cap (sheet->cr, CAIRO_LINE_CAP_BUTT);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (PangoLayout) text = cor_sheet_layout (sheet, place->ink, signs[i].text, FALSE, 0);

      key_place (sheet, place, text, 14, &x);
      cor_scene_legend_paint_sign (sheet->cr, &signs[i], x + 5, sheet->y, SIGN, FALSE);
      x += 14;
      key_word (sheet, place, text, &x);
    }
}

static void
key (CorSheet *sheet, const CorReportPlace *place, CorMapScene *scene)
{
  sheet->y += 9;
  key_colours (sheet, place, scene);
  sheet->y += place->key_line;
  key_signs (sheet, place, scene);
  sheet->y += 12;
}

double
cor_report_map_key_height (const CorSheet *sheet, const CorReportPlace *place)
{
  g_autoptr (CorMapScene) scene = make_scene (sheet);
  cairo_surface_t *nowhere = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  CorSheet beside = *sheet;

  beside.cr = cairo_create (nowhere);
  key (&beside, place, scene);
  cairo_destroy (beside.cr);
  cairo_surface_destroy (nowhere);
  return beside.y - sheet->y;
}

void
cor_report_map (CorSheet *sheet, const CorReportPlace *place)
{
  g_autoptr (CorMapScene) scene = make_scene (sheet);
  cairo_t *cr = sheet->cr;

  cairo_save (cr);
  cor_map_icon_trace_box (cr, place->x, sheet->y, place->width, place->height, RADIUS);
  cairo_clip (cr);
  cairo_translate (cr, place->x, sheet->y);
  cairo_scale (cr, 1 / place->pixels, 1 / place->pixels);
  paint (sheet, place, scene);
  cairo_restore (cr);
  cor_map_icon_trace_box (cr, place->x, sheet->y, place->width, place->height, RADIUS);
  cor_sheet_color (sheet, COR_ROLE_GRID, 1);
  cairo_set_line_width (cr, 0.6);
  cairo_stroke (cr);
  sheet->y += place->height;
  key (sheet, place, scene);
}
