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
#define SCALE_HEIGHT 30.0
#define ROW_HEIGHT 22.0
#define ICON 15.0
#define GAP 14.0

typedef enum
{
  SIGN_SWAP,
  SIGN_CHARGING,
  SIGN_BOTH,
  SIGN_HYDROGEN,
  SIGN_PLANNED,
  SIGN_CLOSED,
  SIGN_DETOUR,
  SIGN_DISC,
  SIGN_DASHED,
  SIGN_ENTER,
  SIGN_NO_ENTRY,
  SIGN_BUFFER,
  SIGN_REACH,
  N_SIGNS,
} Sign;

/* The tints of the discs that say who can enter. */
#define ENTER_TINT COR_MAP_TINT_BETTER
#define NO_ENTRY_TINT COR_MAP_TINT_IMPOSSIBLE

static const char *
sign_name (CorMapScene *scene, Sign sign)
{
  const char *label = NULL;

  switch (sign)
    {
    case SIGN_ENTER:
      return _ ("all trucks can enter");
    case SIGN_NO_ENTRY:
      return _ ("not for the longest truck, or closed");
    case SIGN_BUFFER:
      cor_map_scene_get_buffer (scene, &label);
      return label != NULL ? label : "";
    case SIGN_REACH:
      label = cor_map_scene_get_reach (scene)->label;
      return label != NULL ? label : "";
    case SIGN_SWAP:
      return _ ("swap");
    case SIGN_CHARGING:
      return _ ("charging");
    case SIGN_BOTH:
      return _ ("both");
    case SIGN_HYDROGEN:
      return _ ("hydrogen");
    case SIGN_PLANNED:
      return _ ("planned");
    case SIGN_CLOSED:
      return _ ("closed to long trailers");
    case SIGN_DETOUR:
      return _ ("detour");
    case SIGN_DISC:
      return _ ("area: energy a day");
    case SIGN_DASHED:
    default:
      return _ ("not reached");
    }
}

/* Which signs are on the map. */
static void
find_signs (CorMapScene *scene, gboolean found[N_SIGNS], CorMapStationKind *planned, CorMapStationKind *closed)
{
  guint n_stations, n_detours, n_routes;
  const CorMapStation *stations = cor_map_scene_get_stations (scene, &n_stations);
  const CorMapRoute *routes = cor_map_scene_get_routes (scene, &n_routes);
  static const Sign of_kind[] = { SIGN_CHARGING, SIGN_SWAP, SIGN_BOTH, SIGN_HYDROGEN };

  cor_map_scene_get_detours (scene, &n_detours);
  found[SIGN_DETOUR] = n_detours > 0;
  found[SIGN_BUFFER] = cor_map_scene_get_buffer (scene, NULL) > 0.0;
  found[SIGN_REACH] = cor_map_scene_get_reach (scene) != NULL;
  for (guint i = 0; i < n_routes; i++)
    found[SIGN_DASHED] |= routes[i].dashed;
  for (guint i = 0; i < n_stations; i++)
    {
      if (stations[i].amount > 0.0 && stations[i].load == ENTER_TINT)
        found[SIGN_ENTER] = TRUE;
      else if (stations[i].amount > 0.0 && stations[i].load == NO_ENTRY_TINT)
        found[SIGN_NO_ENTRY] = TRUE;
      else
        found[SIGN_DISC] |= stations[i].amount > 0.0;
      if (stations[i].closed)
        {
          found[SIGN_CLOSED] = TRUE;
          *closed = stations[i].kind;
        }
      else if (stations[i].planned)
        {
          found[SIGN_PLANNED] = TRUE;
          *planned = stations[i].kind;
        }
      else
        found[of_kind[stations[i].kind]] = TRUE;
    }
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
paint_line_sign (cairo_t *cr, Sign sign, double x, double y, gboolean dark)
{
  static const double detour_dashes[] = { 4.0, 4.0 }, route_dashes[] = { 6.0, 4.0 };
  gboolean detour = sign == SIGN_DETOUR;

  cairo_save (cr);
  cairo_set_dash (cr, detour ? detour_dashes : route_dashes, 2, 0.0);
  cairo_set_line_width (cr, detour ? 2.0 : 4.4);
  cor_map_set_colour (cr, cor_map_tint_rgb (detour ? COR_MAP_TINT_SWAP : COR_MAP_TINT_PARITY_NONE, dark), 1.0);
  cairo_move_to (cr, x - ICON / 2.0 - 1.0, y);
  cairo_line_to (cr, x + ICON / 2.0 + 1.0, y);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_sign (
    cairo_t *cr, Sign sign, double x, double y, CorMapStationKind planned, CorMapStationKind closed, gboolean dark)
{
  switch (sign)
    {
    case SIGN_SWAP:
      cor_map_icon_paint_station (cr, x, y, ICON, COR_MAP_STATION_SWAP, FALSE, FALSE, dark);
      break;
    case SIGN_CHARGING:
      cor_map_icon_paint_station (cr, x, y, ICON, COR_MAP_STATION_CHARGING, FALSE, FALSE, dark);
      break;
    case SIGN_BOTH:
      cor_map_icon_paint_station (cr, x, y, ICON, COR_MAP_STATION_BOTH, FALSE, FALSE, dark);
      break;
    case SIGN_HYDROGEN:
      cor_map_icon_paint_station (cr, x, y, ICON, COR_MAP_STATION_HYDROGEN, FALSE, FALSE, dark);
      break;
    case SIGN_PLANNED:
      cor_map_icon_paint_station (cr, x, y, ICON, planned, TRUE, FALSE, dark);
      break;
    case SIGN_CLOSED:
      cor_map_icon_paint_station (cr, x, y, ICON, closed, FALSE, TRUE, dark);
      break;
    case SIGN_DISC:
      cairo_arc (cr, x, y, ICON / 2.0, 0.0, 2.0 * G_PI);
      cor_map_set_colour (cr, cor_map_tint_rgb (COR_MAP_TINT_PARITY_NONE, dark), 0.45);
      cairo_fill (cr);
      break;
    case SIGN_DETOUR:
    case SIGN_DASHED:
    default:
      paint_line_sign (cr, sign, x, y, dark);
      break;
    }
}

static void
paint_layer_sign (cairo_t *cr, Sign sign, double x, double y, gboolean dark)
{
  CorMapTint tint = sign == SIGN_ENTER ? ENTER_TINT : sign == SIGN_NO_ENTRY ? NO_ENTRY_TINT : COR_MAP_TINT_ACCENT;

  if (sign == SIGN_REACH)
    {
      cairo_set_line_width (cr, 3.2);
      for (guint i = 0; i < 3; i++)
        {
          cor_map_set_colour (cr, cor_map_tint_rgb (cor_map_tint_for_charge (0.9 - 0.35 * i), dark), 0.85);
          cairo_move_to (cr, x - ICON / 2.0 + i * ICON / 3.0, y);
          cairo_rel_line_to (cr, ICON / 3.0, 0.0);
          cairo_stroke (cr);
        }
      return;
    }
  if (sign == SIGN_BUFFER)
    cairo_rectangle (cr, x - ICON / 2.0, y - ICON / 2.0 + 2.0, ICON, ICON - 4.0);
  else
    cairo_arc (cr, x, y, ICON / 2.0, 0.0, 2.0 * G_PI);
  cor_map_set_colour (cr, cor_map_tint_rgb (tint, dark), sign == SIGN_BUFFER ? 0.22 : 0.55);
  cairo_fill (cr);
}

/* Sets the signs in rows; without @cr only counts. Returns the height. */
static double
set_signs (cairo_t *cr, CorMapScene *scene, double left, double top, gboolean dark, gboolean paint)
{
  gboolean found[N_SIGNS] = { FALSE };
  CorMapStationKind planned = COR_MAP_STATION_SWAP, closed = COR_MAP_STATION_CHARGING;
  double x = left, y = top;
  guint n = 0;

  find_signs (scene, found, &planned, &closed);
  for (int sign = 0; sign < N_SIGNS; sign++)
    {
      double width, height, full;
      g_autoptr (PangoLayout) text = NULL;

      if (!found[sign])
        continue;
      text = make_text (cr, sign_name (scene, sign), 11.5, &width, &height);
      if (width > COR_SCENE_LEGEND_WIDTH - ICON - 8.0)
        {
          width = COR_SCENE_LEGEND_WIDTH - ICON - 8.0;
          pango_layout_set_width (text, (int) (width * PANGO_SCALE));
          pango_layout_set_ellipsize (text, PANGO_ELLIPSIZE_END);
        }
      full = ICON + 6.0 + width + GAP;
      if (x > left && x + full - GAP > left + COR_SCENE_LEGEND_WIDTH)
        {
          x = left;
          y += ROW_HEIGHT;
        }
      if (paint)
        {
          if (sign >= SIGN_ENTER)
            paint_layer_sign (cr, sign, x + ICON / 2.0 + 1.0, y + ROW_HEIGHT / 2.0, dark);
          else
            paint_sign (cr, sign, x + ICON / 2.0 + 1.0, y + ROW_HEIGHT / 2.0, planned, closed, dark);
          cor_map_set_colour (cr, dark ? 0xf2f2f2 : 0x2e2e31, 1.0);
          cairo_move_to (cr, round (x + ICON + 7.0), round (y + (ROW_HEIGHT - height) / 2.0));
          pango_cairo_show_layout (cr, text);
        }
      x += full;
      n++;
    }
  return n > 0 ? y + ROW_HEIGHT - top : 0.0;
}

double
cor_scene_legend_get_height (CorMapScene *scene)
{
  cairo_surface_t *surface;
  cairo_t *cr;
  double height;

  if (scene == NULL)
    return SCALE_HEIGHT;
  surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
  cr = cairo_create (surface);
  height = SCALE_HEIGHT + set_signs (cr, scene, 0.0, 0.0, FALSE, FALSE);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return height;
}

void
cor_scene_legend_paint (cairo_t *cr, CorMapScene *scene, CorMapColours colours, double x, double y, gboolean dark)
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
  if (scene != NULL)
    set_signs (cr, scene, x, y + SCALE_HEIGHT, dark, TRUE);
}
