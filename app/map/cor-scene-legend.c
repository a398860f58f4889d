/* cor-scene-legend.c: what colours and signs on the map mean, painted alike on screen and on paper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-scene-legend.h"

#include "cor-map-icons.h"
#include "cor-map-style.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <pango/pangocairo.h>

#define BAR_HEIGHT 7.0
#define ROW_HEIGHT 22.0
#define ICON 15.0
#define GAP 14.0

/* The tints of the discs that say who can enter. */
#define ENTER_TINT COR_MAP_TINT_BETTER
#define NO_ENTRY_TINT COR_MAP_TINT_IMPOSSIBLE

/* The signs of stations that are open and built, in the order of the key. */
static const struct
{
  CorMapStationKind kind;
  const char *text;
} station_signs[] = {
  { COR_MAP_STATION_SWAP, N_ ("swap") },
  { COR_MAP_STATION_CHARGING, N_ ("charging") },
  { COR_MAP_STATION_BOTH, N_ ("both") },
  { COR_MAP_STATION_HYDROGEN, N_ ("hydrogen") },
};

/* What is on the map, of what has a sign. */
typedef struct
{
  gboolean station[G_N_ELEMENTS (station_signs)]; /* by #CorMapStationKind */
  gboolean planned, candidate, closed;
  CorMapStationKind planned_kind, candidate_kind, closed_kind;
  gboolean disc, enter, no_entry;
  gboolean dashed, impossible, off_road;
} Found;

static void
find_station (const CorMapStation *station, Found *found)
{
  if (station->amount > 0.0 && station->load == ENTER_TINT)
    found->enter = TRUE;
  else if (station->amount > 0.0 && station->load == NO_ENTRY_TINT)
    found->no_entry = TRUE;
  else
    found->disc |= station->amount > 0.0;
  if (station->closed)
    {
      found->closed = TRUE;
      found->closed_kind = station->kind;
    }
  else if (station->state == COR_MAP_STATION_PLANNED)
    {
      found->planned = TRUE;
      found->planned_kind = station->kind;
    }
  else if (station->state == COR_MAP_STATION_CANDIDATE)
    {
      found->candidate = TRUE;
      found->candidate_kind = station->kind;
    }
  else
    found->station[station->kind] = TRUE;
}

static Found
find (CorMapScene *scene)
{
  Found found = { 0 };
  guint n_stations, n_routes;
  const CorMapStation *stations = cor_map_scene_get_stations (scene, &n_stations);
  const CorMapRoute *routes = cor_map_scene_get_routes (scene, &n_routes);

  for (guint i = 0; i < n_stations; i++)
    find_station (&stations[i], &found);
  for (guint i = 0; i < n_routes; i++)
    {
      found.impossible |= routes[i].tint == COR_MAP_TINT_IMPOSSIBLE;
      found.dashed |= routes[i].dashed && routes[i].tint != COR_MAP_TINT_IMPOSSIBLE;
      found.off_road |= routes[i].off_road != NULL;
    }
  return found;
}

static void
add (CorSceneSign *signs, guint *n, CorSceneSignKind kind, CorMapTint tint, const char *text)
{
  signs[(*n)++] = (CorSceneSign){ .kind = kind, .tint = tint, .text = text != NULL ? text : "" };
}

static void
add_station (CorSceneSign *signs, guint *n, CorMapStationKind station, CorMapStationState state, gboolean closed,
             const char *text)
{
  signs[(*n)++] = (CorSceneSign){ .kind = COR_SCENE_SIGN_STATION, .station = station, .state = state,
                                  .closed = closed, .text = text };
}

guint
cor_scene_legend_signs (CorMapScene *scene, CorSceneSign signs[COR_SCENE_MOST_SIGNS])
{
  const CorMapReach *reach = cor_map_scene_get_reach (scene);
  Found found = find (scene);
  const char *buffer = NULL;
  guint n = 0, n_detours;

  cor_map_scene_get_detours (scene, &n_detours);
  for (guint i = 0; i < G_N_ELEMENTS (station_signs); i++)
    if (found.station[station_signs[i].kind])
      add_station (signs, &n, station_signs[i].kind, COR_MAP_STATION_BUILT, FALSE, _ (station_signs[i].text));
  if (found.planned)
    add_station (signs, &n, found.planned_kind, COR_MAP_STATION_PLANNED, FALSE, _ ("planned"));
  if (found.candidate)
    add_station (signs, &n, found.candidate_kind, COR_MAP_STATION_CANDIDATE, FALSE, _ ("candidate"));
  if (found.closed)
    add_station (signs, &n, found.closed_kind, COR_MAP_STATION_BUILT, TRUE, _ ("closed, or to long trailers"));
  if (n_detours > 0)
    add (signs, &n, COR_SCENE_SIGN_DETOUR, COR_MAP_TINT_SWAP, _ ("detour"));
  if (found.disc)
    add (signs, &n, COR_SCENE_SIGN_DISC, COR_MAP_TINT_PARITY_NONE, _ ("area: energy a day"));
  if (found.dashed)
    add (signs, &n, COR_SCENE_SIGN_DASHED, COR_MAP_TINT_PARITY_NONE, _ ("not reached"));
  if (found.impossible)
    add (signs, &n, COR_SCENE_SIGN_DASHED, COR_MAP_TINT_IMPOSSIBLE, _ ("not possible"));
  if (found.off_road)
    add (signs, &n, COR_SCENE_SIGN_DOTTED, COR_MAP_TINT_PARITY_NONE, _ ("straight, off the roads"));
  if (found.enter)
    add (signs, &n, COR_SCENE_SIGN_DISC, ENTER_TINT, _ ("all trucks can enter"));
  if (found.no_entry)
    add (signs, &n, COR_SCENE_SIGN_DISC, NO_ENTRY_TINT, _ ("not for the longest truck, or closed"));
  if (cor_map_scene_get_buffer (scene, &buffer) > 0.0)
    add (signs, &n, COR_SCENE_SIGN_BUFFER, COR_MAP_TINT_ACCENT, buffer);
  if (reach != NULL)
    add (signs, &n, COR_SCENE_SIGN_REACH, COR_MAP_TINT_ACCENT, reach->label);
  return n;
}

guint
cor_scene_legend_colours (CorMapScene *scene, CorMapColours colours, CorMapTint tints[COR_MAP_MAX_STEPS],
                          const char *captions[COR_MAP_MAX_STEPS])
{
  CorMapTint all[COR_MAP_MAX_STEPS];
  const char *texts[COR_MAP_MAX_STEPS];
  guint n_all = cor_map_tint_scale (colours, all, texts), n_routes, n = 0;
  const CorMapRoute *routes = cor_map_scene_get_routes (scene, &n_routes);

  for (guint i = 0; i < n_all; i++)
    {
      gboolean there = FALSE;

      for (guint k = 0; k < n_routes && !there; k++)
        there = routes[k].tint == all[i] && !routes[k].dashed;
      if (!there)
        continue;
      tints[n] = all[i];
      captions[n++] = texts[i];
    }
  return n;
}

static PangoLayout *
make_text (cairo_t *cr, const char *text, double size, double *width, double *height)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_from_string (COR_MAP_FONT);
  int w, h;

  pango_context_set_language (pango_layout_get_context (layout), pango_language_from_string ("zh-cn"));
  pango_font_description_set_absolute_size (font, size * PANGO_SCALE);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &w, &h);
  *width = w;
  *height = h;
  return layout;
}

static void
paint_line (cairo_t *cr, const CorSceneSign *sign, double x, double y, double size, gboolean dark)
{
  gboolean detour = sign->kind == COR_SCENE_SIGN_DETOUR, dotted = sign->kind == COR_SCENE_SIGN_DOTTED;
  const double dash = dotted ? 0.0 : size * (detour ? 0.27 : 0.4), gap = size * (dotted ? 0.5 : 0.27), dashes[] = { dash, gap };

  cairo_save (cr);
  cairo_set_dash (cr, dashes, 2, 0.0);
  cairo_set_line_cap (cr, dotted ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  cairo_set_line_width (cr, size * (detour ? 0.13 : 0.29));
  cairo_move_to (cr, x - size / 2.0 - 1.0, y);
  cairo_line_to (cr, x + size / 2.0 + 1.0, y);
  cor_map_set_colour (cr, cor_map_tint_rgb (sign->tint, dark), 1.0);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_reach (cairo_t *cr, double x, double y, double size, gboolean dark)
{
  cairo_set_line_width (cr, 0.21 * size);
  for (guint i = 0; i < 3; i++)
    {
      cor_map_set_colour (cr, cor_map_tint_rgb (cor_map_tint_for_charge (0.9 - 0.35 * i), dark), 0.85);
      cairo_move_to (cr, x - size / 2.0 + i * size / 3.0, y);
      cairo_rel_line_to (cr, size / 3.0, 0.0);
      cairo_stroke (cr);
    }
}

void
cor_scene_legend_paint_sign (cairo_t *cr, const CorSceneSign *sign, double x, double y, double size, gboolean dark)
{
  switch (sign->kind)
    {
    case COR_SCENE_SIGN_STATION:
      cor_map_icon_paint_station (cr, x, y, size, sign->station, sign->state, sign->closed, dark);
      return;
    case COR_SCENE_SIGN_DETOUR:
    case COR_SCENE_SIGN_DASHED:
    case COR_SCENE_SIGN_DOTTED:
      paint_line (cr, sign, x, y, size, dark);
      return;
    case COR_SCENE_SIGN_REACH:
      paint_reach (cr, x, y, size, dark);
      return;
    case COR_SCENE_SIGN_BUFFER:
      cairo_rectangle (cr, x - size / 2.0, y - 0.37 * size, size, 0.74 * size);
      break;
    case COR_SCENE_SIGN_DISC:
    default:
      cairo_arc (cr, x, y, size / 2.0, 0.0, 2.0 * G_PI);
    }
  cor_map_set_colour (cr, cor_map_tint_rgb (sign->tint, dark), sign->kind == COR_SCENE_SIGN_BUFFER ? 0.22 : 0.5);
  cairo_fill (cr);
}

/* Sets a text too wide for a row in lines, three at most. Returns its height. */
static double
wrap_text (PangoLayout *text, double width)
{
  int height;

  pango_layout_set_width (text, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (text, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (text, -3);
  pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
  pango_layout_get_pixel_size (text, NULL, &height);
  return height;
}

gboolean
cor_scene_legend_is_layer (const CorSceneSign *sign)
{
  return sign->kind == COR_SCENE_SIGN_DISC || sign->kind == COR_SCENE_SIGN_BUFFER || sign->kind == COR_SCENE_SIGN_REACH;
}

/* Sets the signs in rows; without @paint only counts. Returns the height. */
static double
set_signs (cairo_t *cr, CorMapScene *scene, CorSceneKey key, double left, double top, gboolean dark, gboolean paint)
{
  CorSceneSign signs[COR_SCENE_MOST_SIGNS];
  guint n = cor_scene_legend_signs (scene, signs);
  double x = left, y = top, row = 0.0;

  for (guint i = 0; i < n; i++)
    {
      double width, height, full, line;
      g_autoptr (PangoLayout) text = make_text (cr, signs[i].text, 11.5, &width, &height);

      if (key == COR_SCENE_KEY_LAYERS && !cor_scene_legend_is_layer (&signs[i]))
        continue;
      line = height;
      if (width > COR_SCENE_LEGEND_WIDTH - ICON - 8.0)
        {
          width = COR_SCENE_LEGEND_WIDTH - ICON - 8.0;
          height = wrap_text (text, width);
        }
      full = ICON + 6.0 + width + GAP;
      if (x > left && x + full - GAP > left + COR_SCENE_LEGEND_WIDTH)
        {
          x = left;
          y += row;
          row = 0.0;
        }
      row = fmax (row, ROW_HEIGHT + height - line);
      if (paint)
        {
          cor_scene_legend_paint_sign (cr, &signs[i], x + ICON / 2.0 + 1.0, y + ROW_HEIGHT / 2.0, ICON, dark);
          cor_map_set_colour (cr, dark ? 0xf2f2f2 : 0x2e2e31, 1.0);
          cairo_move_to (cr, round (x + ICON + 7.0), round (y + (ROW_HEIGHT - line) / 2.0));
          pango_cairo_show_layout (cr, text);
        }
      x += full;
    }
  return y + row - top;
}

double
cor_scene_legend_signs_height (CorMapScene *scene, CorSceneKey key)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  double height = set_signs (cr, scene, key, 0.0, 0.0, FALSE, FALSE);

  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return height;
}

void
cor_scene_legend_paint_signs (cairo_t *cr, CorMapScene *scene, CorSceneKey key, double x, double y, gboolean dark)
{
  set_signs (cr, scene, key, x, y, dark, TRUE);
}

const char *
cor_scene_legend_about (CorMapColours colours)
{
  switch (colours)
    {
    case COR_MAP_COLOURS_CHARGE:
      return _ ("charge of the battery along the way");
    case COR_MAP_COLOURS_DETOUR:
      return _ ("detours as a share of all km driven");
    case COR_MAP_COLOURS_LOAD:
      return _ ("stations: share of their open hours in use");
    case COR_MAP_COLOURS_EMISSIONS:
      return _ ("share of the diesel truck's emissions, well to wheel");
    case COR_MAP_COLOURS_PARITY:
    default:
      return _ ("first model year no dearer than diesel");
    }
}

void
cor_scene_legend_paint_scale (cairo_t *cr, CorMapColours colours, double x, double y, gboolean dark)
{
  CorMapTint tints[COR_MAP_MAX_STEPS];
  const char *captions[COR_MAP_MAX_STEPS];
  guint n = cor_map_tint_scale (colours, tints, captions);
  double step = COR_SCENE_LEGEND_WIDTH / n;

  cairo_save (cr);
  cor_map_icon_trace_box (cr, x, y, COR_SCENE_LEGEND_WIDTH, BAR_HEIGHT, BAR_HEIGHT / 2.0);
  cairo_clip (cr);
  for (guint i = 0; i < n; i++)
    {
      cairo_rectangle (cr, x + i * step, y, step + 0.5, BAR_HEIGHT);
      cor_map_set_colour (cr, cor_map_tint_rgb (tints[i], dark), 1.0);
      cairo_fill (cr);
    }
  cairo_restore (cr);
  for (guint i = 0; i < n; i++)
    {
      double width, height;
      g_autoptr (PangoLayout) text = make_text (cr, captions[i], 10.0, &width, &height);

      cor_map_set_colour (cr, dark ? 0xa9a9ad : 0x6f6f73, 1.0);
      cairo_move_to (cr, round (x + (i + 0.5) * step - width / 2.0), y + BAR_HEIGHT + 3.0);
      pango_cairo_show_layout (cr, text);
    }
}
