/* cor-coordinates.c: reads a place typed as coordinates, in the forms people use.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-coordinates.h"

#include <math.h>
#include <string.h>

/* Degrees, minutes and seconds of two angles. */
#define MAX_NUMBERS 6

typedef struct
{
  double value;
  char unit;    /* 'd', 'm', 's', or 0 */
  char before;  /* a hemisphere, N S E W, or 0 */
  char after;
  gboolean whole;
} Number;

/* Words for hemispheres and units, as one letter each; the longer ones first. */
static const struct
{
  const char *word;
  char letter;
} words[] = {
  { "北纬", 'N' }, { "南纬", 'S' }, { "东经", 'E' }, { "西经", 'W' }, { "longitude", 'E' }, { "latitude", 'N' },
  { "lng", 'E' },  { "lon", 'E' },  { "lat", 'N' },  { "经度", 'E' }, { "纬度", 'N' },
  { "n", 'N' },    { "s", 'S' },    { "e", 'E' },    { "w", 'W' },    { "°", 'd' },         { "º", 'd' },
  { "度", 'd' },   { "′", 'm' },    { "’", 'm' },    { "'", 'm' },    { "分", 'm' },        { "″", 's' },
  { "”", 's' },    { "\"", 's' },   { "秒", 's' },
};

static char
take_word (const char **p)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_has_prefix (*p, words[i].word))
      {
        *p += strlen (words[i].word);
        return words[i].letter;
      }
  return 0;
}

static gboolean
is_hemisphere (char letter)
{
  return letter == 'N' || letter == 'S' || letter == 'E' || letter == 'W';
}

/* What may stand between numbers. */
static gboolean
skip_filler (const char **p)
{
  static const char *const fillers[] = { " ", "\t", ",", "，", ";", "；", ":", "：", "=", "&", "(", ")", "（", "）", "、", "/" };

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    if (g_str_has_prefix (*p, fillers[i]))
      {
        *p += strlen (fillers[i]);
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_number (const char **p, Number *number)
{
  char *end = NULL;

  if (!g_ascii_isdigit (**p) && **p != '-' && **p != '+' && **p != '.')
    return FALSE;
  number->value = g_ascii_strtod (*p, &end);
  if (end == *p || !isfinite (number->value))
    return FALSE;
  number->whole = memchr (*p, '.', (gsize) (end - *p)) == NULL;
  *p = end;
  return TRUE;
}

/* Reads all numbers with what belongs to them; 0 where something else stands between. */
static guint
scan (const char *p, Number numbers[MAX_NUMBERS])
{
  char pending = 0;
  guint n = 0;

  while (*p != '\0')
    {
      Number number = { 0 };
      char letter;

      if (skip_filler (&p))
        continue;
      if (n < MAX_NUMBERS && take_number (&p, &number))
        {
          number.before = pending;
          pending = 0;
          numbers[n++] = number;
          continue;
        }
      letter = take_word (&p);
      if (letter == 0)
        return 0;
      if (!is_hemisphere (letter))
        {
          if (n == 0 || numbers[n - 1].unit != 0)
            return 0;
          numbers[n - 1].unit = letter;
        }
      else if (n > 0 && numbers[0].before == 0 && pending == 0)
        numbers[n - 1].after = letter;
      else
        pending = letter;
    }
  return pending == 0 ? n : 0;
}

/* Whether signs say where the second angle begins; else both have as many numbers. */
static gboolean
is_marked (const Number *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    if (numbers[i].unit == 'd' || numbers[i].before != 0 || numbers[i].after != 0)
      return TRUE;
  return FALSE;
}

/* Joins degrees, minutes and seconds from @i on into one angle; 0 numbers used where it is none. */
static guint
join (const Number *numbers, guint i, guint n, guint per, double *angle, char *hemisphere)
{
  double scale = 1.0, sum = 0.0;
  guint used = 0;

  *hemisphere = 0;
  while (i + used < n && used < per)
    {
      const Number *number = &numbers[i + used];

      if (used > 0 && (number->value < 0 || number->value >= 60 || numbers[i + used - 1].after != 0
                       || number->before != 0 || number->unit == 'd'))
        break;
      if (used > 0 && !numbers[i + used - 1].whole)
        break;
      if (number->before != 0 || number->after != 0)
        *hemisphere = number->before != 0 ? number->before : number->after;
      sum += fabs (number->value) * scale;
      scale /= 60.0;
      used++;
    }
  *angle = numbers[i].value < 0 || signbit (numbers[i].value) ? -sum : sum;
  return used;
}

static gboolean
assign (double a, char ha, double b, char hb, double *lon, double *lat, CorCoordinateOrder *order)
{
  gboolean a_is_lat = ha == 'N' || ha == 'S', b_is_lat = hb == 'N' || hb == 'S';

  if ((ha == 0) != (hb == 0) || (ha != 0 && a_is_lat == b_is_lat))
    return FALSE;
  if (ha == 'S' || ha == 'W')
    a = -a;
  if (hb == 'S' || hb == 'W')
    b = -b;
  if (ha != 0)
    *order = COR_COORDINATE_ORDER_SAID;
  else if (fabs (a) > 90.0 || fabs (b) > 90.0)
    {
      *order = COR_COORDINATE_ORDER_SURE;
      a_is_lat = fabs (a) <= 90.0;
    }
  else
    {
      *order = COR_COORDINATE_ORDER_ASSUMED;
      a_is_lat = TRUE;
    }
  *lat = a_is_lat ? a : b;
  *lon = a_is_lat ? b : a;
  return fabs (*lat) <= 90.0 && fabs (*lon) <= 180.0;
}

gboolean
cor_coordinates_parse (const char *text, double *lon, double *lat, CorCoordinateOrder *order)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  g_autofree char *folded = g_utf8_casefold (normal != NULL ? normal : "", -1);
  const char *at = strrchr (folded, '@'), *start = at != NULL ? at + 1 : folded;
  g_autofree char *cut = NULL;
  Number numbers[MAX_NUMBERS];
  guint n, per, first, second;
  double a, b;
  char ha, hb;

  if (g_str_has_prefix (start, "geo:"))
    start += 4;
  cut = g_strdup (start);
  if (at != NULL)
    { /* latitude, longitude and then the zoom of a map's address */
      char *comma = strchr (cut, ',');
      char *rest = comma != NULL ? strchr (comma + 1, ',') : NULL;

      if (rest != NULL)
        *rest = '\0';
    }
  n = scan (cut, numbers);
  per = is_marked (numbers, n) ? MAX_NUMBERS / 2 : n / 2;
  if (n < 2 || (n % 2 != 0 && per == n / 2))
    return FALSE;
  first = join (numbers, 0, n, per, &a, &ha);
  if (first >= n)
    return FALSE;
  second = join (numbers, first, n, per, &b, &hb);
  return first + second == n && assign (a, ha, b, hb, lon, lat, order);
}
