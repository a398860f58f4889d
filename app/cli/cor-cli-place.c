/* cor-cli-place.c: coordinates on the command line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-place.h"

#include <math.h>

/* A number at @text that ends at @stop or with it. */
static gboolean
read_degrees (const char *text, char stop, double limit, double *out, const char **end)
{
  char *after;

  *out = g_ascii_strtod (text, &after);
  *end = after + 1;
  return after != text && *after == stop && isfinite (*out) && fabs (*out) <= limit;
}

gboolean
cor_cli_place_parse (const char *text, CorLonLat *out)
{
  const char *rest;

  return read_degrees (text, ',', 180, &out->lon, &rest) && read_degrees (rest, '\0', 90, &out->lat, &rest);
}
