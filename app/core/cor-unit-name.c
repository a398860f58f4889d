/* cor-unit-name.c: units as files write them, in the reader's language.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-text.h"

#include <glib/gi18n-lib.h>

/* What files write in ASCII, as people read it; kW, kWh/km and the like are the same everywhere. */
static const struct
{
  const char *unit;
  const char *text;
} table[] = {
  { "1", "" },
  { "yuan", N_ ("yuan") },
  { "yuan/kWh", N_ ("yuan/kWh") },
  { "yuan/L", N_ ("yuan/L") },
  { "yuan/kg", N_ ("yuan/kg") },
  { "yuan/km", N_ ("yuan/km") },
  { "yuan/h", N_ ("yuan/h") },
  { "yuan/month", N_ ("yuan a month") },
  { "yuan/year", N_ ("yuan a year") },
  { "yuan/t", N_ ("yuan/t") },
  { "yuan/t/year", N_ ("yuan/t a year") },
  { "yuan/tkm", N_ ("yuan/tkm") },
  { "yuan/tCO2e", N_ ("yuan/t CO₂e") },
  { "yuan/kW", N_ ("yuan/kW") },
  { "yuan/kW/month", N_ ("yuan/kW a month") },
  { "yuan/kVA/month", N_ ("yuan/kVA a month") },
  { "yuan/USD", N_ ("yuan/USD") },
  { "L/100km", "L/100 km" },
  { "kg/100km", "kg/100 km" },
  { "kg CO2e/kWh", "kg CO₂e/kWh" },
  { "kg CO2e/L", "kg CO₂e/L" },
  { "kg CO2e/kg", "kg CO₂e/kg" },
  { "h/day", N_ ("h a day") },
  { "h/month", N_ ("h a month") },
  { "h/year", N_ ("h a year") },
  { "km/year", N_ ("km a year") },
  { "kt/year", N_ ("kt a year") },
  { "year", N_ ("years") },
  { "month", N_ ("months") },
  { "min", N_ ("min") },
};

/* Those whose names are too short to be told from others. */
static const char *
short_name (const char *unit)
{
  static const char *const names[] = { NC_ ("unit", "km"), NC_ ("unit", "m"), NC_ ("unit", "t"), NC_ ("unit", "kg"), NC_ ("unit", "h") };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_strcmp0 (names[i], unit) == 0)
      return g_dpgettext2 (GETTEXT_PACKAGE, "unit", unit);
  return unit != NULL ? unit : "";
}

const char *
cor_unit_name (const char *unit)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (g_strcmp0 (table[i].unit, unit) == 0)
      return *table[i].text != '\0' ? _ (table[i].text) : "";
  return short_name (unit);
}
