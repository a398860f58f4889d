/* cor-units.h: the units that people chose to read and type in.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * The calculation, files and CSV know one unit for each quantity. Windows, charts and the report
 * write them as chosen here; the choice is the process's, made by its main thread. A currency label
 * is a word for the yuan, nothing is converted.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In which unit masses are written. */
typedef enum
{
  COR_MASSES_CUSTOMARY, /* loads in t, trucks and their parts in kg */
  COR_MASSES_TONNES,
  COR_MASSES_KILOGRAMS
} CorMasses;

/* What people chose. `currency`: what the yuan is called, "" for its name in the language of the
 * user; `per_100_km`: electricity use in kWh/100 km, else kWh/km. Diesel is always in L/100 km. */
typedef struct
{
  const char *currency;
  gboolean per_100_km;
  CorMasses masses;
} CorUnits;

/* Everything shown from now on is written so. `units` NULL: as at the start. */
void cor_units_set (const CorUnits *units);

/* How often the choice changed; what keeps texts compares it. */
guint cor_units_get_round (void);

/* `text`, translated and with the yuan in it, with the chosen name of it. The result is interned. */
const char *cor_units_money (const char *text);

/* The same for a text that is made anew each time; owned by the caller. */
char *cor_units_money_text (const char *text);

/* A unit as files write it, in the reader's language and with the chosen name of the yuan; "" for shares
 * and plain numbers. Any other text is itself. The result is not the caller's. */
const char *cor_unit_text (const char *unit);

/* What `unit`, as files write it ("kWh/km", "kg", "t"), is shown as, and in `factor` what a value is
 * multiplied with. `highest`: of the quantity; a mass below 20 t at most stays as it is. Any other
 * unit is itself, factor 1. */
const char *cor_units_shown (const char *unit, double highest, double *factor);

/* Electricity use with its unit: "1.35 kWh/km" or "135 kWh/100 km"; "–" for NaN. Owned by the caller. */
char *cor_units_electricity_use (double kwh_per_km);

/* A load with its unit: "28 t" or "28,000 kg"; "–" for NaN. Owned by the caller. */
char *cor_units_load (double tonnes);

G_END_DECLS
