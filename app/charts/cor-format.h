/* cor-format.h: how the program writes numbers, in one place.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * Panels, charts and the report all write figures through these functions. A minus is
 * U+2212, thousands are grouped with commas, NaN is an en dash (never a zero), and a
 * number and its unit are joined by a no-break space.
 *
 * Words go through gettext. What gettext cannot say is the step of large numbers: English
 * counts in thousands, Chinese in ten thousands. That is decided by the `language`
 * argument, a tag such as "zh_CN" or "en"; NULL means the language of the user, as
 * g_get_language_names() knows it.
 *
 * Every returned string is owned by the caller.
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COR_MINUS   "\xe2\x88\x92" /* U+2212 */
#define COR_EN_DASH "\xe2\x80\x93" /* U+2013 */
#define COR_NBSP    "\xc2\xa0"     /* U+00A0 */

/* What a figure measures, and thereby how it is written. */
typedef enum
{
  COR_QUANTITY_NUMBER,  /* a plain number */
  COR_QUANTITY_MONEY,   /* yuan, real or nominal as its title says */
  COR_QUANTITY_SHARE,   /* 0..1, written in per cent */
  COR_QUANTITY_YEAR,    /* calendar or model year */
  COR_QUANTITY_KM,      /* kilometres */
  COR_QUANTITY_HOUR,    /* hour of the day, 0..24 */
  COR_QUANTITY_MONTH,   /* months since year 0: year * 12 + (month - 1) */
  COR_QUANTITY_TONNES,  /* tonnes, of CO2e as its title says */
  COR_QUANTITY_ENERGY,  /* kWh */
  COR_QUANTITY_POWER,   /* kW */
  COR_QUANTITY_MINUTES, /* minutes */
} CorQuantity;

/* One unit for all amounts of a chart or a column, so that they can be compared. */
typedef struct
{
  double divisor;   /* yuan in one unit: 1, 1e3, 1e4, 1e6, 1e8, 1e9 */
  int decimals;     /* digits after the point that make sense for the largest amount */
  const char *name; /* translated, static: "k yuan", "万元", or as cor-units.h says */
} CorMoneyUnit;

/* Whether `language` (NULL: the user's) is written in Chinese. */
gboolean cor_format_is_chinese (const char *language);

/* `value` with a fixed number of digits after the point: "1,280", "−0.5", "–" for NaN. */
char *cor_format_number (double value, int decimals);

/* The same with an explicit plus; a value that rounds to zero has no sign. */
char *cor_format_signed (double value, int decimals);

/* `value` with about `digits` significant digits, trailing zeros dropped, whole digits kept:
 * 3 digits give "0.44", "6.95", "28.6", "1,280". */
char *cor_format_significant (double value, int digits);

/* An amount in yuan with the unit that suits it: "1,168 k yuan", "5.2 M yuan"; "116.8 万元". */
char *cor_format_money (double yuan, const char *language);

/* The same with an explicit plus, for changes. */
char *cor_format_money_change (double yuan, const char *language);

/* The unit for a set of amounts of which the largest is `largest` yuan in absolute value. */
CorMoneyUnit cor_money_unit (double largest, const char *language);

/* `yuan` in `unit`, without the unit's name; with a plus where `sign` is set. */
char *cor_format_money_in (double yuan, const CorMoneyUnit *unit, gboolean sign);

/* One unit for the `n` amounts of a table, in which the least of them still has two digits; those that are 0 or
 * not known do not count. */
CorMoneyUnit cor_money_unit_for (const double *yuan, guint n, const char *language);

/* As cor_format_money_in(), with the unit's name: "3,400 k yuan"; "–" for NaN. */
char *cor_format_money_as (double yuan, const CorMoneyUnit *unit, gboolean sign);

/* What is told of something, in the reader's own colon: "TCO parity year: 2031". */
char *cor_format_told (const char *what, const char *of_it);

/* A share (0..1) in per cent: "4.2 %", "40 %"; Chinese "4.2%". `decimals` -1 chooses: one
 * digit below 10 %, none above where it is whole, else one. */
char *cor_format_percent (double share, int decimals, const char *language);

/**
 * cor_format_chance: (transfer full): how likely something is, counted in draws: never certain, nor impossible:
 * ">99.9 %", "99.6 %", "72 %", "<0.1 %".
 */
char *cor_format_chance (double share, const char *language);

/* A difference of two shares (0..1) in percentage points: "−3.9 points". */
char *cor_format_points (double difference);

/* A parity or payback year. `year` below 1, above `last`: "after 2034"; at or before `first`
 * (0: no such bound): "≤ 2024". */
char *cor_format_year (int year, int first, int last);

/* How much earlier (negative) or later (positive) a year is: "6 years earlier", "same". */
char *cor_format_year_change (int years);

/* `value` with the unit of its quantity: "126 km", "11.6 km", "1.2 MWh", "−460 t",
 * "8.5 min", "10 h", "2027", "Mar 2027". Money as cor_format_money(). */
char *cor_format_quantity (CorQuantity quantity, double value, const char *language);

/* The same with an explicit plus where that makes sense, for changes. */
char *cor_format_change (CorQuantity quantity, double value, const char *language);

/* A month as "Mar 2027" or "2027年3月"; months since year 0. */
char *cor_format_month (int month, const char *language);

G_END_DECLS
