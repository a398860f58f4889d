/* cor-map-icons.c: the signs of stations and sites, as shapes on any cairo surface.
 *
 * A sign is a text of drawing commands on a grid of 16 by 16: F or S first (fill or stroke), then
 * M x y, L x y, Z as in SVG, and O x y r for a circle.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-icons.h"

#include "cor-map-style.h"

#define GRID 16.0
#define STROKE 1.7

/* Below this size in pixels a sign would be a blot. */
#define SIGN_MIN_SIZE 10.0

static const char bolt[] = "F M 9.2 1 L 3.4 9.2 L 7.4 9.2 L 6.4 15 L 12.6 6.6 L 8.6 6.6 Z";
static const char swap[] = "S M 2.8 5.4 L 13 5.4 M 10 2.5 L 13 5.4 L 10 8.3 M 13.2 10.8 L 3 10.8 M 6 7.9 L 3 10.8 L 6 13.7";
static const char hydrogen[]
    = "S M 2.6 3.6 L 2.6 11.6 M 8 3.6 L 8 11.6 M 2.6 7.6 L 8 7.6 M 10.4 9.6 L 11.4 8.7 L 12.9 9 L 13.1 10.4 L 10.5 13.4 L 13.6 13.4";

static const char *const site_signs[] = {
  [COR_MAP_SITE_PORT] = "S O 8 3.2 1.7 M 8 4.9 L 8 14 M 5.2 7.2 L 10.8 7.2 M 2.4 9.4 L 3.3 11.8 L 5.3 13.4 L 8 14 L 10.7 13.4"
                        " L 12.7 11.8 L 13.6 9.4",
  [COR_MAP_SITE_WAREHOUSE] = "S M 2.4 13.4 L 2.4 6.4 L 8 3 L 13.6 6.4 L 13.6 13.4 M 5.2 13.4 L 5.2 9 L 10.8 9 L 10.8 13.4"
                             " M 5.2 11.3 L 10.8 11.3",
  [COR_MAP_SITE_MARKET] = "S M 3.2 7.4 L 3.2 13.2 L 12.8 13.2 L 12.8 7.4 M 2 6.9 L 3.6 3 L 12.4 3 L 14 6.9 Z M 6.6 13.2"
                          " L 6.6 10 L 9.4 10 L 9.4 13.2",
  [COR_MAP_SITE_QUARRY] = "S M 1.6 12.8 L 6 5 L 8.4 9 L 10 7 L 14.4 12.8 Z",
  [COR_MAP_SITE_BORDER] = "S M 3 13.6 L 3 3 M 13 13.6 L 13 3 M 3 5 L 13 5 M 3 8.4 L 13 8.4",
  [COR_MAP_SITE_DEPOT] = "S M 2 11.2 L 2 4.6 L 9.4 4.6 L 9.4 11.2 Z M 9.4 7 L 12.4 7 L 14.2 9.2 L 14.2 11.2 L 9.4 11.2"
                         " O 5 12.2 1.3 O 11.6 12.2 1.3",
  [COR_MAP_SITE_OTHER] = "F O 8 8 3.2",
};

static void
paint_sign (cairo_t *cr, const char *sign, double x, double y, double size, guint32 rgb)
{
  g_auto (GStrv) words = g_strsplit (sign, " ", -1);
  guint n = g_strv_length (words);

  cairo_save (cr);
  cairo_translate (cr, x - size / 2.0, y - size / 2.0);
  cairo_scale (cr, size / GRID, size / GRID);
  for (guint i = 1; i < n;)
    {
      char command = words[i][0];
      double a = i + 2 < n ? g_ascii_strtod (words[i + 1], NULL) : 0.0;
      double b = i + 2 < n ? g_ascii_strtod (words[i + 2], NULL) : 0.0;

      if (command == 'M')
        cairo_move_to (cr, a, b);
      else if (command == 'L')
        cairo_line_to (cr, a, b);
      else if (command == 'O')
        {
          cairo_new_sub_path (cr);
          cairo_arc (cr, a, b, g_ascii_strtod (words[i + 3], NULL), 0.0, 2.0 * G_PI);
        }
      else
        cairo_close_path (cr);
      i += command == 'Z' ? 1 : command == 'O' ? 4 : 3;
    }
  cor_map_set_colour (cr, rgb, 1.0);
  cairo_set_line_width (cr, STROKE);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  if (sign[0] == 'F')
    cairo_fill (cr);
  else
    cairo_stroke (cr);
  cairo_restore (cr);
}

void
cor_map_icon_trace_box (cairo_t *cr, double x, double y, double width, double height, double radius)
{
  double r = MIN (radius, MIN (width, height) / 2.0);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - r, y + r, r, -G_PI / 2.0, 0.0);
  cairo_arc (cr, x + width - r, y + height - r, r, 0.0, G_PI / 2.0);
  cairo_arc (cr, x + r, y + height - r, r, G_PI / 2.0, G_PI);
  cairo_arc (cr, x + r, y + r, r, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

void
cor_map_icon_trace_station (cairo_t *cr, double x, double y, double size, CorMapStationKind kind, double grow)
{
  double half = size / 2.0 + grow;

  if (kind == COR_MAP_STATION_SWAP || kind == COR_MAP_STATION_BOTH)
    cor_map_icon_trace_box (cr, x - half, y - half, 2.0 * half, 2.0 * half, size * 0.27 + grow);
  else
    {
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, half, 0.0, 2.0 * G_PI);
    }
}

static CorMapTint
station_tint (CorMapStationKind kind)
{
  switch (kind)
    {
    case COR_MAP_STATION_SWAP:
    case COR_MAP_STATION_BOTH:
      return COR_MAP_TINT_SWAP;
    case COR_MAP_STATION_HYDROGEN:
      return COR_MAP_TINT_HYDROGEN;
    case COR_MAP_STATION_CHARGING:
    default:
      return COR_MAP_TINT_ELECTRIC;
    }
}

static const char *
station_sign (CorMapStationKind kind)
{
  return kind == COR_MAP_STATION_SWAP ? swap : kind == COR_MAP_STATION_HYDROGEN ? hydrogen : bolt;
}

/* The half of a station of both kinds that charges. */
static void
paint_other_half (cairo_t *cr, double x, double y, double size, gboolean dark)
{
  cairo_save (cr);
  cor_map_icon_trace_station (cr, x, y, size, COR_MAP_STATION_BOTH, 0.0);
  cairo_clip (cr);
  cairo_move_to (cr, x - size, y - size);
  cairo_line_to (cr, x + size, y - size);
  cairo_line_to (cr, x - size, y + size);
  cor_map_set_colour (cr, cor_map_tint_rgb (COR_MAP_TINT_ELECTRIC, dark), 1.0);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
paint_strike (cairo_t *cr, double x, double y, double size, guint32 rgb)
{
  double reach = size * 0.34;

  cor_map_set_colour (cr, rgb, 1.0);
  cairo_set_line_width (cr, MAX (size * 0.09, 1.2));
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_move_to (cr, x - reach, y + reach);
  cairo_line_to (cr, x + reach, y - reach);
  cairo_stroke (cr);
}

void
cor_map_icon_paint_station (cairo_t *cr,
                            double x,
                            double y,
                            double size,
                            CorMapStationKind kind,
                            CorMapStationState state,
                            gboolean closed,
                            gboolean dark)
{
  guint32 rgb = cor_map_tint_rgb (station_tint (kind), dark);
  guint32 ground = dark ? 0x242424 : 0xffffff;
  gboolean outline = state != COR_MAP_STATION_BUILT || closed;
  guint32 ink = outline ? rgb : dark ? 0x1c1c1e : 0xffffff;
  double border = MAX (size * 0.09, 1.2);
  const double dashes[] = { size * 0.2, size * 0.13 };

  cairo_save (cr);
  /* A ring sets the icon off from what lies below. */
  cor_map_icon_trace_station (cr, x, y, size, kind, 1.4);
  cor_map_set_colour (cr, ground, 0.95);
  cairo_fill (cr);
  cor_map_icon_trace_station (cr, x, y, size, kind, outline ? -border / 2.0 : 0.0);
  cor_map_set_colour (cr, outline ? ground : rgb, 1.0);
  cairo_fill_preserve (cr);
  cor_map_set_colour (cr, rgb, 1.0);
  cairo_set_line_width (cr, border);
  if (state == COR_MAP_STATION_CANDIDATE)
    cairo_set_dash (cr, dashes, 2, 0.0);
  if (outline)
    cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0.0);
  cairo_new_path (cr);
  if (kind == COR_MAP_STATION_BOTH && !outline)
    paint_other_half (cr, x, y, size, dark);
  if (size >= SIGN_MIN_SIZE)
    paint_sign (cr, station_sign (kind), x, y, size * (closed ? 0.5 : 0.66), ink);
  if (closed)
    paint_strike (cr, x, y, size, rgb);
  cairo_restore (cr);
}

void
cor_map_icon_paint_site (cairo_t *cr, double x, double y, double size, CorMapSiteKind kind, gboolean dark)
{
  cairo_save (cr);
  cairo_arc (cr, x, y, size / 2.0 + 1.4, 0.0, 2.0 * G_PI);
  cor_map_set_colour (cr, dark ? 0x242424 : 0xffffff, 0.95);
  cairo_fill (cr);
  cairo_arc (cr, x, y, size / 2.0, 0.0, 2.0 * G_PI);
  cor_map_set_colour (cr, dark ? 0xf2f2f2 : 0x2e2e31, 1.0);
  cairo_fill (cr);
  if (size >= SIGN_MIN_SIZE)
    paint_sign (cr, site_signs[kind], x, y, size * 0.62, dark ? 0x242424 : 0xffffff);
  cairo_restore (cr);
}

void
cor_map_icon_paint_chosen_station (cairo_t *cr, double x, double y, double size, const CorMapStation *s, gboolean dark)
{
  CorMapTint tint = s->kind == COR_MAP_STATION_SWAP ? COR_MAP_TINT_SWAP : COR_MAP_TINT_ELECTRIC;

  size = MAX (size, 17.0) * 1.75;
  cor_map_icon_trace_station (cr, x, y, size, s->kind, 8.0);
  cor_map_set_colour (cr, cor_map_tint_rgb (tint, dark), 0.24);
  cairo_fill (cr);
  cor_map_icon_paint_station (cr, x, y, size, s->kind, s->state, s->closed, dark);
}

void
cor_map_icon_paint_chosen_site (cairo_t *cr, double x, double y, double size, CorMapSiteKind kind, gboolean dark)
{
  size = MAX (size, 17.0) * 1.4;
  cairo_arc (cr, x, y, size / 2.0 + 7.0, 0.0, 2.0 * G_PI);
  cor_map_set_colour (cr, cor_map_tint_rgb (COR_MAP_TINT_ACCENT, dark), 0.3);
  cairo_fill (cr);
  cor_map_icon_paint_site (cr, x, y, size, kind, dark);
}
