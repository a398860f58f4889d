/* cor-format.c: how the program writes numbers, in one place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-format.h"

#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* No chance is told nearer to 0 or 1. */
#define CHANCE_LEAST 0.001

gboolean
cor_format_is_chinese (const char *language)
{
  if (language == NULL)
    language = g_get_language_names ()[0];
  return g_str_has_prefix (language, "zh");
}

/* The digits of |value|, grouped by three. */
static void
append_grouped (GString *out, double value, int decimals)
{
  char digits[G_ASCII_DTOSTR_BUF_SIZE * 12];
  char format[16];
  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (digits, sizeof digits, format, fabs (value));
  size_t whole = strcspn (digits, ".");
  for (size_t i = 0; i < whole; i++)
    {
      if (i > 0 && (whole - i) % 3 == 0)
        g_string_append_c (out, ',');
      g_string_append_c (out, digits[i]);
    }
  g_string_append (out, digits + whole);
}

static gboolean
rounds_to_zero (double value, int decimals)
{
  return fabs (value) < 0.5 * pow (10.0, -decimals);
}

static char *
format_number (double value, int decimals, gboolean plus)
{
  if (isnan (value))
    return g_strdup (COR_EN_DASH);
  GString *out = g_string_new (NULL);
  decimals = CLAMP (decimals, 0, 12);
  if (!rounds_to_zero (value, decimals))
    g_string_append (out, value < 0 ? COR_MINUS : plus ? "+" : "");
  if (isinf (value))
    g_string_append (out, "∞");
  else
    append_grouped (out, value, decimals);
  return g_string_free (out, FALSE);
}

char *
cor_format_number (double value, int decimals)
{
  return format_number (value, decimals, FALSE);
}

char *
cor_format_signed (double value, int decimals)
{
  return format_number (value, decimals, TRUE);
}

/* Digits after the point that leave `digits` significant ones. */
static int
significant_decimals (double value, int digits)
{
  double size = fabs (value);
  if (!isfinite (size) || size <= 0)
    return 0;
  int decimals = digits - 1 - (int)floor (log10 (size));
  return CLAMP (decimals, 0, 9);
}

/* The fewest digits after the point, up to `decimals`, that write the same number. */
static int
trim_decimals (double value, int decimals)
{
  while (decimals > 0)
    {
      double step = pow (10.0, decimals);
      double rounded = round (fabs (value) * step);
      if (!isfinite (rounded) || fmod (rounded, 10.0) > 0.5)
        break;
      decimals--;
    }
  return decimals;
}

char *
cor_format_significant (double value, int digits)
{
  int decimals = trim_decimals (value, significant_decimals (value, digits));
  return format_number (value, decimals, FALSE);
}

/* Joins a number and its unit; Chinese units follow a space too, the per cent sign does not. */
static char *
with_unit (char *number, const char *unit)
{
  g_autofree char *owned = number;
  return g_strconcat (owned, COR_NBSP, unit, NULL);
}

CorMoneyUnit
cor_money_unit (double largest, const char *language)
{
  double size = isfinite (largest) ? fabs (largest) : 0;
  CorMoneyUnit unit = { 1, 0, NULL };
  if (cor_format_is_chinese (language))
    {
      unit.divisor = size >= 1e8 ? 1e8 : size >= 1e4 ? 1e4 : 1;
      unit.name = size >= 1e8 ? "亿元" : size >= 1e4 ? "万元" : "元";
    }
  else
    {
      unit.divisor = size >= 2e9 ? 1e9 : size >= 2e6 ? 1e6 : size >= 1e4 ? 1e3 : 1;
      unit.name = size >= 2e9   ? _ ("bn yuan")
                  : size >= 2e6 ? _ ("M yuan")
                  : size >= 1e4 ? _ ("k yuan")
                                : _ ("yuan");
    }
  unit.name = cor_units_money (unit.name);
  double scaled = size / unit.divisor;
  /* A step of ten thousand is coarse enough to keep one digit longer. */
  double one_below = unit.divisor == 1e4 || unit.divisor == 1e8 ? 1000 : 10;
  if (unit.divisor == 1)
    unit.decimals = scaled > 0 && scaled < 10 ? 2 : 0;
  else
    unit.decimals = scaled < one_below ? 1 : 0;
  return unit;
}

char *
cor_format_money_in (double yuan, const CorMoneyUnit *unit, gboolean sign)
{
  return format_number (yuan / unit->divisor, unit->decimals, sign);
}

CorMoneyUnit
cor_money_unit_for (const double *yuan, guint n, const char *language)
{
  double least = INFINITY, largest = 0;
  CorMoneyUnit unit;

  for (guint i = 0; i < n; i++)
    if (isfinite (yuan[i]) && yuan[i] != 0)
      {
        least = fmin (least, fabs (yuan[i]));
        largest = fmax (largest, fabs (yuan[i]));
      }
  unit = cor_money_unit (largest, language);
  if (isfinite (least) && least < unit.divisor / 10)
    unit = cor_money_unit (fmax (least, largest / 1e6), language);
  if (isfinite (least) && least < unit.divisor)
    unit.decimals = 2;
  return unit;
}

char *
cor_format_money_as (double yuan, const CorMoneyUnit *unit, gboolean sign)
{
  if (isnan (yuan))
    return g_strdup (COR_EN_DASH);
  return with_unit (cor_format_money_in (yuan, unit, sign), unit->name);
}

static char *
format_money (double yuan, const char *language, gboolean plus)
{
  if (isnan (yuan))
    return g_strdup (COR_EN_DASH);
  CorMoneyUnit unit = cor_money_unit (yuan, language);
  double scaled = yuan / unit.divisor;
  int decimals
      = unit.divisor == 1 ? unit.decimals : MAX (unit.decimals, significant_decimals (scaled, 3));
  decimals = trim_decimals (scaled, decimals);
  return with_unit (format_number (scaled, decimals, plus), unit.name);
}

char *
cor_format_money (double yuan, const char *language)
{
  return format_money (yuan, language, FALSE);
}

char *
cor_format_money_change (double yuan, const char *language)
{
  return format_money (yuan, language, TRUE);
}

static char *
format_percent (double share, int decimals, const char *language, gboolean plus)
{
  if (isnan (share))
    return g_strdup (COR_EN_DASH);
  double percent = share * 100;
  if (decimals < 0)
    decimals = trim_decimals (percent, 1);
  g_autofree char *number = format_number (percent, decimals, plus);
  return g_strconcat (number, cor_format_is_chinese (language) ? "%" : COR_NBSP "%", NULL);
}

char *
cor_format_told (const char *what, const char *of_it)
{
  /* Translators: a figure and its value, a status or inputs and their source: "TCO parity year: 2031". */
  return g_strdup_printf (_ ("%s: %s"), what, of_it);
}

char *
cor_format_percent (double share, int decimals, const char *language)
{
  return format_percent (share, decimals, language, FALSE);
}

char *
cor_format_chance (double share, const char *language)
{
  g_autofree char *bound = NULL;

  if (isnan (share) || (share >= 0.005 && share < 0.995))
    return format_percent (share, 0, language, FALSE);
  if (share >= CHANCE_LEAST && share <= 1 - CHANCE_LEAST)
    return format_percent (share, 1, language, FALSE);
  bound = format_percent (share > 0.5 ? 1 - CHANCE_LEAST : CHANCE_LEAST, 1, language, FALSE);
  return g_strconcat (share > 0.5 ? ">" : "<", bound, NULL);
}

char *
cor_format_points (double difference)
{
  if (isnan (difference))
    return g_strdup (COR_EN_DASH);
  g_autofree char *number = format_number (difference * 100, 1, TRUE);
  /* Translators: percentage points, as in "−3.9 points". */
  return g_strdup_printf (_ ("%s points"), number);
}

char *
cor_format_year (int year, int first, int last)
{
  if (year < 1 || year > last)
    /* Translators: parity is not reached by this year, the last one looked at. */
    return g_strdup_printf (_ ("after %d"), last);
  if (year <= first)
    return g_strdup_printf ("≤" COR_NBSP "%d", first);
  return g_strdup_printf ("%d", year);
}

char *
cor_format_year_change (int years)
{
  if (years == 0)
    return g_strdup (_ ("same"));
  int count = ABS (years);
  return years < 0
             ? g_strdup_printf (ngettext ("%d year earlier", "%d years earlier", count), count)
             : g_strdup_printf (ngettext ("%d year later", "%d years later", count), count);
}

char *
cor_format_month (int month, const char *language)
{
  static const char *const names[]
      = { N_ ("Jan"), N_ ("Feb"), N_ ("Mar"), N_ ("Apr"), N_ ("May"), N_ ("Jun"),
          N_ ("Jul"), N_ ("Aug"), N_ ("Sep"), N_ ("Oct"), N_ ("Nov"), N_ ("Dec") };
  int year = month / 12;
  int index = ((month % 12) + 12) % 12;
  if (cor_format_is_chinese (language))
    return g_strdup_printf ("%d年%d月", year, index + 1);
  return g_strdup_printf ("%s" COR_NBSP "%d", _ (names[index]), year);
}

/* Kilo-units that step up by a thousand: kWh to MWh to GWh. */
static char *
format_stepped (double value, const char *const units[3], gboolean plus)
{
  double size = fabs (value);
  int step = size >= 1e6 ? 2 : size >= 1e4 ? 1 : 0;
  double scaled = value / pow (1000.0, step);
  int decimals = trim_decimals (scaled, significant_decimals (scaled, 3));
  return with_unit (format_number (scaled, decimals, plus), units[step]);
}

static char *
format_scaled (double value, double one_below, const char *unit, gboolean plus)
{
  int decimals = fabs (value) < one_below ? trim_decimals (value, 1) : 0;
  return with_unit (format_number (value, decimals, plus), unit);
}

static char *
format_quantity (CorQuantity quantity, double value, const char *language, gboolean plus)
{
  static const char *const energy[] = { "kWh", "MWh", "GWh" };
  static const char *const power[] = { "kW", "MW", "GW" };
  if (isnan (value))
    return g_strdup (COR_EN_DASH);
  switch (quantity)
    {
    case COR_QUANTITY_MONEY:
      return format_money (value, language, plus);
    case COR_QUANTITY_SHARE:
      return format_percent (value, -1, language, plus);
    case COR_QUANTITY_YEAR:
      return g_strdup_printf ("%.0f", value);
    case COR_QUANTITY_KM:
      return format_scaled (value, 20, C_ ("unit", "km"), plus);
    case COR_QUANTITY_HOUR:
      return format_scaled (value, 24, C_ ("unit", "h"), plus);
    case COR_QUANTITY_MONTH:
      return cor_format_month ((int)lround (value), language);
    case COR_QUANTITY_TONNES:
      return format_scaled (value, 10, C_ ("unit", "t"), plus);
    case COR_QUANTITY_ENERGY:
      return format_stepped (value, energy, plus);
    case COR_QUANTITY_POWER:
      return format_stepped (value, power, plus);
    case COR_QUANTITY_MINUTES:
      return format_scaled (value, 20, _ ("min"), plus);
    case COR_QUANTITY_NUMBER:
    default:
      return format_number (value, trim_decimals (value, significant_decimals (value, 3)), plus);
    }
}

char *
cor_format_quantity (CorQuantity quantity, double value, const char *language)
{
  return format_quantity (quantity, value, language, FALSE);
}

char *
cor_format_change (CorQuantity quantity, double value, const char *language)
{
  return format_quantity (quantity, value, language, TRUE);
}
