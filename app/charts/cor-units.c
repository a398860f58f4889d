/* cor-units.c: the units that people chose to read and type in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-units.h"

#include "cor-data-text.h"
#include "cor-format.h"

#include <math.h>
#include <string.h>

/* A mass that can be no more than this is one of a part, better left in kilograms. */
#define LARGE_KG 20000.0

/* Names of the yuan in the texts of the program. */
static const char *const yuan_names[] = { "yuan", "元" };

static const CorUnits standard = { "", FALSE, COR_MASSES_CUSTOMARY };

static CorUnits chosen = { "", FALSE, COR_MASSES_CUSTOMARY };
static guint round_of_choice;

void
cor_units_set (const CorUnits *units)
{
  CorUnits next = units != NULL ? *units : standard;

  next.currency = g_intern_string (next.currency != NULL ? next.currency : "");
  if (g_str_equal (next.currency, chosen.currency) && next.per_100_km == chosen.per_100_km
      && next.masses == chosen.masses)
    return;
  chosen = next;
  round_of_choice++;
}

guint
cor_units_get_round (void)
{
  return round_of_choice;
}

char *
cor_units_money_text (const char *text)
{
  GString *out = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (yuan_names) && *chosen.currency != '\0'; i++)
    g_string_replace (out, yuan_names[i], chosen.currency, 0);
  return g_string_free (out, FALSE);
}

const char *
cor_units_money (const char *text)
{
  g_autofree char *named = NULL;

  if (*chosen.currency == '\0')
    return text;
  named = cor_units_money_text (text);
  return g_intern_string (named);
}

const char *
cor_unit_text (const char *unit)
{
  return cor_units_money (cor_unit_name (unit));
}

/* Whether @text is @unit, as files write it or in the reader's language. */
static gboolean
is_unit (const char *text, const char *unit)
{
  return g_strcmp0 (text, unit) == 0 || g_strcmp0 (text, cor_unit_name (unit)) == 0;
}

const char *
cor_units_shown (const char *unit, double highest, double *factor)
{
  *factor = 1.0;
  if (is_unit (unit, "kWh/km") && chosen.per_100_km)
    {
      *factor = 100.0;
      return "kWh/100" COR_NBSP "km";
    }
  if (is_unit (unit, "kg") && chosen.masses == COR_MASSES_TONNES && highest >= LARGE_KG)
    {
      *factor = 0.001;
      return cor_unit_name ("t");
    }
  if (is_unit (unit, "t") && chosen.masses == COR_MASSES_KILOGRAMS)
    {
      *factor = 1000.0;
      return cor_unit_name ("kg");
    }
  return cor_unit_name (unit);
}

static char *
shown (double value, const char *unit, int digits)
{
  double factor;
  const char *as = cor_units_shown (unit, INFINITY, &factor);
  g_autofree char *number = NULL;

  if (isnan (value))
    return g_strdup (COR_EN_DASH);
  number = cor_format_significant (value * factor, digits);
  return g_strconcat (number, COR_NBSP, as, NULL);
}

char *
cor_units_electricity_use (double kwh_per_km)
{
  return shown (kwh_per_km, "kWh/km", 3);
}

char *
cor_units_load (double tonnes)
{
  return shown (tonnes, "t", 3);
}
