/* cor-tariff.h: what a kWh costs by season and time of day, and the cheapest hours to charge in.
 *
 * Chinese tariffs put the half hours of the day into four periods, sharp peak, peak, flat and valley,
 * and change hours or prices with the season: in Guangdong the sharp peak holds from July to September
 * only. A year's cost is the mean of its seasons, each weighted with its days.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-param.h"

G_BEGIN_DECLS

#define COR_TARIFF_MONTHS 12
#define COR_TARIFF_HOURS 24

/** COR_TARIFF_SLOTS: half hours of a day. */
#define COR_TARIFF_SLOTS 48
#define COR_TARIFF_SLOTS_PER_H 2

/** COR_TARIFF_SEASONS: most seasons of a year. */
#define COR_TARIFF_SEASONS 12

/** CorTariffPeriod: flat is what no other period covers. */
typedef enum
{
  COR_TARIFF_FLAT,
  COR_TARIFF_VALLEY,
  COR_TARIFF_PEAK,
  COR_TARIFF_SHARP,
  COR_TARIFF_PERIODS
} CorTariffPeriod;

/**
 * CorTariffSeason: one season as a tariff sheet prints it; plain, compared as memory.
 * @months: bit 0 for January to bit 11 for December
 * @period: #CorTariffPeriod of each half hour
 * @yuan_per_kwh: by period; NaN where the period has no hours and no price
 * @demand_yuan_per_kw_month: demand charge of each of the months; NaN where the tariff says nothing of one
 */
typedef struct
{
  guint16 months;
  guint8 period[COR_TARIFF_SLOTS];
  double yuan_per_kwh[COR_TARIFF_PERIODS];
  double demand_yuan_per_kw_month;
} CorTariffSeason;

/**
 * CorTariff: the year's seasons ready for sums; seasons with the same prices at all times are one.
 * @share: of the year's days; @months: how many; @yuan_per_kwh: by half hour
 * @demand_yuan_per_kw: the demand charge of the season's months; 0 where none is given
 * @demand_yuan_per_kw_year: that of all months; NaN where none is given
 */
typedef struct
{
  guint n;
  double share[COR_TARIFF_SEASONS];
  guint months[COR_TARIFF_SEASONS];
  double demand_yuan_per_kw[COR_TARIFF_SEASONS];
  double yuan_per_kwh[COR_TARIFF_SEASONS][COR_TARIFF_SLOTS];
  double demand_yuan_per_kw_year;
} CorTariff;

/** cor_tariff_season_init: all year, flat at all hours, no prices. */
void cor_tariff_season_init (CorTariffSeason *season);

/** cor_tariff_season_equal: whether all figures are the same. */
gboolean cor_tariff_season_equal (const CorTariffSeason *a, const CorTariffSeason *b);

/** COR_TARIFF_STRETCHES: most stretches that a period can have in a day. */
#define COR_TARIFF_STRETCHES (COR_TARIFF_SLOTS / 2)

/**
 * cor_tariff_stretches: the hours of @period as stretches from and to an hour of the day; the last one may
 * pass midnight. Returns: how many
 */
guint cor_tariff_stretches (const CorTariffSeason *season, CorTariffPeriod period, double stretches[][2]);

/**
 * cor_tariff_add_stretch: puts the hours from @from_h to @to_h, which may pass midnight, into @period.
 *
 * Returns: FALSE where they are not half hours of a day, or belong to a period other than flat already
 */
gboolean cor_tariff_add_stretch (CorTariffSeason *season, CorTariffPeriod period, double from_h, double to_h);

/** cor_tariff_months: the bits of the months from @first to @last, 1 to 12, which may pass the new year. */
guint16 cor_tariff_months (int first, int last);

/** cor_tariff_summer: the months of the summer by the parameters @row; 0 where they know none. */
guint16 cor_tariff_summer (const double *row);

/** cor_tariff_share: of a year of 365 days, what falls into @months. */
double cor_tariff_share (guint16 months);

/**
 * cor_tariff_set_seasons:
 * @seasons: @n of them
 *
 * Returns: FALSE where a month is in none or in two of them, or an hour has no price
 */
gboolean cor_tariff_set_seasons (CorTariff *tariff, const CorTariffSeason *seasons, guint n);

/**
 * cor_tariff_fill:
 * @row: cor_param_table_fill() of a year
 *
 * The tariff of the parameters: valley, peak and flat hours at their prices, and from
 * tariff_summer_first_month to tariff_summer_last_month those of the summer. Super peak hours outside
 * the summer, which have no times of their own, raise the price of the peak hours by their share.
 *
 * Returns: FALSE where prices or hours are not known
 */
gboolean cor_tariff_fill (CorTariff *tariff, const double *row);

/**
 * cor_tariff_cheapest:
 * @from_h, @to_h: when the truck is plugged in, hours of the day; @to_h may pass 24, at most 24 more
 * @kwh: bought in that time, at most @kw all along
 *
 * Mean yuan per kWh over the year when in each season the cheapest hours of the stay are used; NaN where
 * @kwh does not fit.
 */
double cor_tariff_cheapest (const CorTariff *tariff, double from_h, double to_h, double kwh, double kw);

/**
 * cor_tariff_billed_share: of what a year charges for a kW of highest power, measured month by month, the share of a
 * season's months: by their demand charge, where none is given by their number. Shares of all seasons are 1.
 */
double cor_tariff_billed_share (const CorTariff *tariff, guint season);

/** COR_TARIFF_PIECES: most pieces that the half hours cut a stay into. */
#define COR_TARIFF_PIECES (COR_TARIFF_SLOTS + 1)

/** CorTariffUse: power flows from an hour of the day on for some hours, evenly. */
typedef struct
{
  double from_h, hours, kw;
} CorTariffUse;

/**
 * cor_tariff_cheapest_hours:
 * @season: which of the tariff's seasons
 * @uses: (out): the hours that cor_tariff_cheapest() takes in that season, the cheapest first
 *
 * Hours that cost the same are used alike, as slowly as @kwh allows: that costs nothing, and asks least of the
 * connection. Where the cheapest do not suffice, they are used at @kw.
 *
 * Returns: how many; 0 where @kwh does not fit
 */
guint cor_tariff_cheapest_hours (const CorTariff *tariff, guint season, double from_h, double to_h, double kwh, double kw,
                                 CorTariffUse uses[COR_TARIFF_PIECES]);

/**
 * cor_tariff_mean: mean yuan per kWh over the year of power that flows evenly from @from_h to @to_h; all
 * day where they are equal.
 */
double cor_tariff_mean (const CorTariff *tariff, double from_h, double to_h);

G_END_DECLS
