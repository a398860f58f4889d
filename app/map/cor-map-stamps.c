/* cor-map-stamps.c: the icons on the map, drawn once for each kind.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-map-stamps.h"

#include "cor-map-icons.h"

#include <math.h>

/* Pixels around an icon's shape that its picture must have. */
#define BORDER 3.0

struct _CorMapStamps
{
  cairo_surface_t *stations[(COR_MAP_STATION_HYDROGEN + 1) * (COR_MAP_STATION_CANDIDATE + 1) * 2 * 2];
  cairo_surface_t *sites[(COR_MAP_SITE_OTHER + 1) * 2];
  double size;
  double scale; /* of the screen */
  gboolean dark;
};

CorMapStamps *
cor_map_stamps_new (void)
{
  return g_new0 (CorMapStamps, 1);
}

static void
clear (CorMapStamps *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->stations); i++)
    g_clear_pointer (&self->stations[i], cairo_surface_destroy);
  for (guint i = 0; i < G_N_ELEMENTS (self->sites); i++)
    g_clear_pointer (&self->sites[i], cairo_surface_destroy);
}

void
cor_map_stamps_free (CorMapStamps *self)
{
  clear (self);
  g_free (self);
}

void
cor_map_stamps_set (CorMapStamps *self, cairo_t *cr, double size, gboolean dark)
{
  double scale, scale_y;

  cairo_surface_get_device_scale (cairo_get_target (cr), &scale, &scale_y);
  if (size == self->size && scale == self->scale && dark == self->dark)
    return;
  clear (self);
  self->size = size;
  self->scale = scale;
  self->dark = dark;
}

/* From the edge of a stamp to its middle. */
static double
middle_of (const CorMapStamps *self, gboolean chosen)
{
  return ceil ((chosen ? COR_MAP_ICON_CHOSEN_REACH (self->size) : self->size / 2.0) + BORDER);
}

/* For a new stamp, as fine as what it is put on. */
static cairo_t *
begin (double middle, cairo_t *cr, cairo_surface_t **stamp)
{
  *stamp = cairo_surface_create_similar (cairo_get_target (cr), CAIRO_CONTENT_COLOR_ALPHA, (int) (2.0 * middle), (int) (2.0 * middle));
  return cairo_create (*stamp);
}

static void
put (cairo_t *cr, cairo_surface_t *stamp, double middle, double x, double y)
{
  cairo_set_source_surface (cr, stamp, round (x) - middle, round (y) - middle);
  cairo_paint (cr);
}

void
cor_map_stamps_put_station (
    CorMapStamps *self, cairo_t *cr, const CorMapStation *station, gboolean chosen, double x, double y)
{
  guint look = (station->kind * (COR_MAP_STATION_CANDIDATE + 1) + station->state) * 4 + (station->closed ? 2 : 0) + !!chosen;
  cairo_surface_t **stamp = &self->stations[look];
  double middle = middle_of (self, chosen);

  if (*stamp == NULL)
    {
      cairo_t *own = begin (middle, cr, stamp);

      if (chosen)
        cor_map_icon_paint_chosen_station (own, middle, middle, self->size, station, self->dark);
      else
        cor_map_icon_paint_station (own, middle, middle, self->size, station->kind, station->state, station->closed, self->dark);
      cairo_destroy (own);
    }
  put (cr, *stamp, middle, x, y);
}

void
cor_map_stamps_put_site (CorMapStamps *self, cairo_t *cr, const CorMapSite *site, gboolean chosen, double x, double y)
{
  cairo_surface_t **stamp = &self->sites[site->kind * 2 + !!chosen];
  double middle = middle_of (self, chosen);

  if (*stamp == NULL)
    {
      cairo_t *own = begin (middle, cr, stamp);

      if (chosen)
        cor_map_icon_paint_chosen_site (own, middle, middle, self->size, site->kind, self->dark);
      else
        cor_map_icon_paint_site (own, middle, middle, self->size, site->kind, self->dark);
      cairo_destroy (own);
    }
  put (cr, *stamp, middle, x, y);
}
