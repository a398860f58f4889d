/* cor-map-frame.h: which part of the world a picture shows, and where a place lies on it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <cairo.h>
#include <glib.h>

/**
 * CorMapFrame:
 * @zoom: zoom level, may lie between two whole ones
 * @left: left edge, in pixels of the world map at @zoom
 * @top: upper edge, in pixels of the world map at @zoom
 * @width: width of the picture in pixels
 * @height: height of the picture in pixels
 * @text_scale: how much larger letters are than usual; 0 is 1
 *
 * A picture of the world in Web Mercator.
 */
typedef struct
{
  double zoom;
  double left;
  double top;
  double width;
  double height;
  double text_scale;
} CorMapFrame;

/** cor_map_frame_text: so many pixels of letters, and of what lies around them, in the size asked for. */
static inline double
cor_map_frame_text (const CorMapFrame *self, double pixels)
{
  return self->text_scale > 0 ? pixels * self->text_scale : pixels;
}

/**
 * cor_map_frame_init:
 * @lon: longitude of the middle, degrees
 * @lat: latitude of the middle, degrees
 * @zoom: zoom level
 * @width: width of the picture in pixels
 * @height: height of the picture in pixels
 *
 * Fills @self from its middle.
 */
void cor_map_frame_init (CorMapFrame *self, double lon, double lat, double zoom, double width, double height);

/**
 * cor_map_frame_fit:
 * @west: degrees
 * @south: degrees
 * @east: degrees
 * @north: degrees
 * @width: width of the picture in pixels
 * @height: height of the picture in pixels
 * @margin: pixels to leave free on each side
 *
 * Fills @self so that the box lies in its middle, as large as it fits, between zoom 2 and 14.
 */
void cor_map_frame_fit (
    CorMapFrame *self, double west, double south, double east, double north, double width, double height, double margin);

/**
 * cor_map_frame_fit_around:
 * @lon_lat: longitudes and latitudes by turns, degrees
 * @n: number of places
 * @covered: what lies over the picture, in its pixels
 * @margin: pixels to leave free on each side; half of it around what is covered
 *
 * Fills @self so that each of the places is in sight and none of them is covered, as large as they
 * fit and then as near to the middle, between zoom 2 and 14; where that cannot be, as
 * cor_map_frame_fit() does for the box around them.
 */
void cor_map_frame_fit_around (CorMapFrame *self,
                               const double *lon_lat,
                               guint n,
                               const cairo_rectangle_int_t *covered,
                               guint n_covered,
                               double width,
                               double height,
                               double margin);

/**
 * cor_map_frame_project:
 * @x: (out): pixels from the left edge
 * @y: (out): pixels from the upper edge
 */
void cor_map_frame_project (const CorMapFrame *self, double lon, double lat, double *x, double *y);

/**
 * cor_map_frame_unproject:
 * @lon: (out): degrees
 * @lat: (out): degrees
 */
void cor_map_frame_unproject (const CorMapFrame *self, double x, double y, double *lon, double *lat);
