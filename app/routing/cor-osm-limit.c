/* cor-osm-limit.c: lengths and weights as OpenStreetMap writes them, and the tighter of two limits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-osm-road.h"

#include <math.h>
#include <string.h>

#define CM_PER_FOOT 30.48
#define CM_PER_INCH 2.54
#define KG_PER_POUND 0.45359237
#define KG_PER_SHORT_TON 907.18474

/* The positive number that @text begins with, and the unit behind it; 0 without one. */
static double
number_and_unit (const char *text, const char **unit)
{
  char *end = NULL;
  double value = text != NULL ? g_ascii_strtod (text, &end) : 0.0;

  if (end == text || !(value > 0.0))
    return 0.0;
  *unit = end + strspn (end, " ");
  return value;
}

guint16
cor_osm_length_cm (const char *text)
{
  const char *unit = "";
  double value = number_and_unit (text, &unit);

  if (value == 0.0)
    return 0;
  if (*unit == '\'')
    value = value * CM_PER_FOOT + g_ascii_strtod (unit + 1, NULL) * CM_PER_INCH;
  else if (strncmp (unit, "ft", 2) == 0)
    value *= CM_PER_FOOT;
  else if (strncmp (unit, "cm", 2) != 0)
    value *= 100.0;
  return value < G_MAXUINT16 ? (guint16) lround (value) : 0;
}

guint32
cor_osm_weight_kg (const char *text)
{
  const char *unit = "";
  double value = number_and_unit (text, &unit);

  if (value == 0.0)
    return 0;
  if (strncmp (unit, "lb", 2) == 0)
    value *= KG_PER_POUND;
  else if (strncmp (unit, "st", 2) == 0)
    value *= KG_PER_SHORT_TON;
  else if (strncmp (unit, "kg", 2) != 0)
    value *= 1000.0;
  return value < 1e9 ? (guint32) lround (value) : 0;
}

static guint16
lower_16 (guint16 a, guint16 b)
{
  return a == 0 ? b : b == 0 ? a : MIN (a, b);
}

CorLimit
cor_osm_limit_join (CorLimit a, CorLimit b)
{
  CorLimit joined = { 0 };

  joined.length_cm = lower_16 (a.length_cm, b.length_cm);
  joined.height_cm = lower_16 (a.height_cm, b.height_cm);
  joined.width_cm = lower_16 (a.width_cm, b.width_cm);
  joined.weight_kg = a.weight_kg == 0   ? b.weight_kg
                     : b.weight_kg == 0 ? a.weight_kg
                                        : MIN (a.weight_kg, b.weight_kg);
  return joined;
}
