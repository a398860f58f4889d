/* cor-import-place.c: places as people and services write them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-private.h"

#include <math.h>
#include <string.h>

/* The box of mainland China and what is round it, degrees: for telling swapped coordinates. */
#define CHINA_WEST 73.0
#define CHINA_EAST 136.0
#define CHINA_SOUTH 3.0
#define CHINA_NORTH 54.0

gboolean
cor_import_is_swapped (CorLonLat place)
{
  return place.lat > CHINA_WEST && place.lat < CHINA_EAST && place.lon > CHINA_SOUTH && place.lon < CHINA_NORTH;
}

static gboolean
begins_with_any (const char *at, const char *const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (at, words[i]))
      return TRUE;
  return FALSE;
}

/* The next number of a text, which moves behind it; NaN where there is none. */
static double
next_number (const char **at)
{
  char *end;
  double number;

  while (**at != '\0' && !g_ascii_isdigit (**at) && !((**at == '-' || **at == '.') && g_ascii_isdigit ((*at)[1])))
    (*at)++;
  if (**at == '\0')
    return NAN;
  number = g_ascii_strtod (*at, &end);
  *at = end;
  return number;
}

/* Degrees have no thousands: "114,0579" has a decimal comma. */
static gboolean
decimal_comma (const char *text, char *plain, gsize size)
{
  const char *comma = strchr (text, ',');

  if (comma == NULL || strchr (text, '.') != NULL || strchr (comma + 1, ',') != NULL || strlen (text) >= size)
    return FALSE;
  g_strlcpy (plain, text, size);
  plain[comma - text] = '.';
  return TRUE;
}

gboolean
cor_import_degrees (const char *text, double *out)
{
  static const char *const degree[] = { "°", "度", "º", NULL };
  static const char *const west[] = { "W", "w", "西", NULL };
  static const char *const south[] = { "S", "s", "南", NULL };
  const char *at = text;
  double whole, minutes, seconds;
  gboolean negative = FALSE;
  char plain[32];

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    negative |= begins_with_any (c, west) || begins_with_any (c, south);
  whole = next_number (&at);
  at += strspn (at, " ");
  if (isnan (whole) || !begins_with_any (at, degree))
    return cor_import_number (decimal_comma (text, plain, sizeof plain) ? plain : text, out);
  minutes = next_number (&at);
  seconds = next_number (&at);
  minutes = isnan (minutes) ? 0 : minutes;
  seconds = isnan (seconds) ? 0 : seconds;
  if (minutes < 0 || minutes >= 60 || seconds < 0 || seconds >= 60)
    return FALSE;
  *out = copysign (fabs (whole) + minutes / 60 + seconds / 3600, negative || whole < 0 ? -1 : 1);
  return TRUE;
}

CorLonLat
cor_import_place (const char *text)
{
  const char *at = text;
  CorLonLat place = { NAN, NAN };

  place.lon = next_number (&at);
  place.lat = next_number (&at);
  if (isnan (place.lat) || !isnan (next_number (&at)))
    return (CorLonLat){ NAN, NAN };
  return place;
}
