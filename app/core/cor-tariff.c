/* cor-tariff.c: prices by season and time of day.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tariff.h"

#include <math.h>
#include <string.h>

#define DAYS 365
#define ALL_MONTHS 0xfff

/* Times closer than this are the same, h. */
#define SAME_H 1e-9
/* Prices that differ by less are the same. */
#define SAME_YUAN 1e-6

static const int days_of_month[COR_TARIFF_MONTHS] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

void
cor_tariff_season_init (CorTariffSeason *season)
{
  memset (season, 0, sizeof *season);
  season->months = ALL_MONTHS;
  season->demand_yuan_per_kw_month = NAN;
  for (guint i = 0; i < COR_TARIFF_PERIODS; i++)
    season->yuan_per_kwh[i] = NAN;
}

static gboolean
is_same (double a, double b)
{
  return a == b || (isnan (a) && isnan (b));
}

gboolean
cor_tariff_season_equal (const CorTariffSeason *a, const CorTariffSeason *b)
{
  if (a->months != b->months || memcmp (a->period, b->period, sizeof a->period) != 0
      || !is_same (a->demand_yuan_per_kw_month, b->demand_yuan_per_kw_month))
    return FALSE;
  for (guint i = 0; i < COR_TARIFF_PERIODS; i++)
    if (!is_same (a->yuan_per_kwh[i], b->yuan_per_kwh[i]))
      return FALSE;
  return TRUE;
}

guint
cor_tariff_stretches (const CorTariffSeason *season, CorTariffPeriod period, double stretches[][2])
{
  guint n = 0, start = 0;

  while (start < COR_TARIFF_SLOTS && season->period[start] == period)
    start++;
  if (start == COR_TARIFF_SLOTS)
    {
      stretches[0][0] = 0;
      stretches[0][1] = COR_TARIFF_HOURS;
      return 1;
    }
  for (guint i = 0; i < COR_TARIFF_SLOTS; i++)
    {
      guint slot = (start + i) % COR_TARIFF_SLOTS;

      if (season->period[slot] != period)
        continue;
      if (season->period[(slot + COR_TARIFF_SLOTS - 1) % COR_TARIFF_SLOTS] != period)
        stretches[n++][0] = (double) slot / COR_TARIFF_SLOTS_PER_H;
      stretches[n - 1][1] = (double) (slot + 1) / COR_TARIFF_SLOTS_PER_H;
    }
  return n;
}

gboolean
cor_tariff_add_stretch (CorTariffSeason *season, CorTariffPeriod period, double from_h, double to_h)
{
  double from = from_h * COR_TARIFF_SLOTS_PER_H, to = to_h * COR_TARIFF_SLOTS_PER_H;
  CorTariffSeason before = *season;
  guint n;

  if (!(from >= 0 && to >= 0 && from < COR_TARIFF_SLOTS && to <= COR_TARIFF_SLOTS) || from != floor (from)
      || to != floor (to) || from == to)
    return FALSE;
  n = (guint) (to > from ? to - from : to + COR_TARIFF_SLOTS - from);
  for (guint i = 0; i < n; i++)
    {
      guint8 *slot = &season->period[((guint) from + i) % COR_TARIFF_SLOTS];

      if (*slot != COR_TARIFF_FLAT)
        {
          *season = before;
          return FALSE;
        }
      *slot = period;
    }
  return TRUE;
}

guint16
cor_tariff_months (int first, int last)
{
  guint16 months = 0;

  g_return_val_if_fail (first >= 1 && first <= COR_TARIFF_MONTHS && last >= 1 && last <= COR_TARIFF_MONTHS, 0);

  for (int month = first;; month = month % COR_TARIFF_MONTHS + 1)
    {
      months |= (guint16) (1 << (month - 1));
      if (month == last)
        return months;
    }
}

guint16
cor_tariff_summer (const double *row)
{
  double first = row[COR_PARAM_SUMMER_FIRST], last = row[COR_PARAM_SUMMER_LAST];

  if (!(first >= 1 && last >= 1 && first <= COR_TARIFF_MONTHS && last <= COR_TARIFF_MONTHS))
    return 0;
  return cor_tariff_months ((int) first, (int) last);
}

static int
days_of (guint16 months)
{
  int days = 0;

  for (guint i = 0; i < COR_TARIFF_MONTHS; i++)
    if (months & (1 << i))
      days += days_of_month[i];
  return days;
}

double
cor_tariff_share (guint16 months)
{
  return (double) days_of (months) / DAYS;
}

/* Adds the days of a season to an equal one, or as a season of its own. */
static void
add_season (CorTariff *tariff, int *days, guint16 months, const double *prices, double demand_yuan_per_kw_month)
{
  guint i = 0;

  while (i < tariff->n && memcmp (tariff->yuan_per_kwh[i], prices, sizeof tariff->yuan_per_kwh[i]) != 0)
    i++;
  if (i == tariff->n)
    {
      memcpy (tariff->yuan_per_kwh[i], prices, sizeof tariff->yuan_per_kwh[i]);
      days[i] = 0;
      tariff->months[i] = 0;
      tariff->demand_yuan_per_kw[i] = 0;
      tariff->n++;
    }
  days[i] += days_of (months);
  tariff->months[i] += (guint) __builtin_popcount (months);
  if (!isnan (demand_yuan_per_kw_month))
    tariff->demand_yuan_per_kw[i] += __builtin_popcount (months) * demand_yuan_per_kw_month;
}

static void
set_shares (CorTariff *tariff, const int *days)
{
  for (guint i = 0; i < tariff->n; i++)
    tariff->share[i] = (double) days[i] / DAYS;
}

gboolean
cor_tariff_set_seasons (CorTariff *tariff, const CorTariffSeason *seasons, guint n)
{
  int days[COR_TARIFF_SEASONS];
  guint16 seen = 0;

  tariff->n = 0;
  tariff->demand_yuan_per_kw_year = NAN;
  for (guint i = 0; i < n; i++)
    {
      const CorTariffSeason *season = &seasons[i];
      double prices[COR_TARIFF_SLOTS];

      if (season->months == 0 || (season->months & seen) != 0)
        return FALSE;
      seen |= season->months;
      for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
        {
          prices[slot] = season->yuan_per_kwh[season->period[slot]];
          if (isnan (prices[slot]))
            return FALSE;
        }
      add_season (tariff, days, season->months, prices, season->demand_yuan_per_kw_month);
      if (!isnan (season->demand_yuan_per_kw_month))
        tariff->demand_yuan_per_kw_year
          = (isnan (tariff->demand_yuan_per_kw_year) ? 0 : tariff->demand_yuan_per_kw_year)
            + __builtin_popcount (season->months) * season->demand_yuan_per_kw_month;
    }
  set_shares (tariff, days);
  return seen == ALL_MONTHS;
}

double
cor_tariff_billed_share (const CorTariff *tariff, guint season)
{
  if (tariff->demand_yuan_per_kw_year > 0)
    return tariff->demand_yuan_per_kw[season] / tariff->demand_yuan_per_kw_year;
  return (double) tariff->months[season] / COR_TARIFF_MONTHS;
}

/* Whether a time lies from @from to @to, which may pass midnight. */
static gboolean
within (double hour, double from, double to)
{
  if (isnan (from) || isnan (to))
    return FALSE;
  return from <= to ? hour >= from && hour < to : hour >= from || hour < to;
}

static double
given_or (double value, double otherwise)
{
  return isnan (value) ? otherwise : value;
}

/* The price of a peak hour where super peak has no times of its own: mean of the year. */
static double
peak_price (const double *row)
{
  double peak = row[COR_PARAM_TARIFF_PEAK];
  double peak_h = given_or (row[COR_PARAM_HOURS_PEAK], 0);
  double super_h = given_or (row[COR_PARAM_HOURS_SUPER_PEAK], 0);

  if (super_h <= 0)
    return peak;
  return (peak * peak_h + row[COR_PARAM_TARIFF_SUPER_PEAK] * super_h) / (peak_h + super_h);
}

/* Prices by half hour from those of the periods and the times in the parameters. */
static void
fill_slots (const double *row, const double *period, double *prices)
{
  for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
    {
      double hour = (double) slot / COR_TARIFF_SLOTS_PER_H;

      if (within (hour, row[COR_PARAM_VALLEY_FROM], row[COR_PARAM_VALLEY_TO]))
        prices[slot] = period[COR_TARIFF_VALLEY];
      else if (!isnan (period[COR_TARIFF_SHARP])
               && (within (hour, row[COR_PARAM_SUPER_PEAK_FROM], row[COR_PARAM_SUPER_PEAK_TO])
                   || within (hour, row[COR_PARAM_SUPER_PEAK_AGAIN_FROM], row[COR_PARAM_SUPER_PEAK_AGAIN_TO])))
        prices[slot] = period[COR_TARIFF_SHARP];
      else if (within (hour, row[COR_PARAM_MORNING_PEAK_FROM], row[COR_PARAM_MORNING_PEAK_TO])
               || within (hour, row[COR_PARAM_EVENING_PEAK_FROM], row[COR_PARAM_EVENING_PEAK_TO]))
        prices[slot] = period[COR_TARIFF_PEAK];
      else
        prices[slot] = period[COR_TARIFF_FLAT];
    }
}

gboolean
cor_tariff_fill (CorTariff *tariff, const double *row)
{
  double year[COR_TARIFF_PERIODS] = { row[COR_PARAM_TARIFF_FLAT], row[COR_PARAM_TARIFF_VALLEY], peak_price (row), NAN };
  double summer[COR_TARIFF_PERIODS] = { given_or (row[COR_PARAM_SUMMER_FLAT], row[COR_PARAM_TARIFF_FLAT]),
                                        given_or (row[COR_PARAM_SUMMER_VALLEY], row[COR_PARAM_TARIFF_VALLEY]),
                                        given_or (row[COR_PARAM_SUMMER_PEAK], row[COR_PARAM_TARIFF_PEAK]),
                                        row[COR_PARAM_SUMMER_SUPER_PEAK] };
  double prices[COR_TARIFF_SLOTS];
  int days[COR_TARIFF_SEASONS];
  guint16 months = cor_tariff_summer (row);

  if (isnan (year[COR_TARIFF_FLAT] + year[COR_TARIFF_VALLEY] + year[COR_TARIFF_PEAK] + row[COR_PARAM_VALLEY_FROM]
             + row[COR_PARAM_VALLEY_TO]))
    return FALSE;
  tariff->n = 0;
  tariff->demand_yuan_per_kw_year = NAN;
  fill_slots (row, year, prices);
  if (months != ALL_MONTHS)
    add_season (tariff, days, ALL_MONTHS & ~months, prices, NAN);
  fill_slots (row, summer, prices);
  if (months != 0)
    add_season (tariff, days, months, prices, NAN);
  set_shares (tariff, days);
  return TRUE;
}

static guint
slot_of (double hour)
{
  int slot = (int) floor (hour * COR_TARIFF_SLOTS_PER_H + SAME_H) % COR_TARIFF_SLOTS;

  return (guint) (slot < 0 ? slot + COR_TARIFF_SLOTS : slot);
}

/* The stay, cut at the half hours. */
static guint
cut_stay (double from_h, double to_h, CorTariffUse pieces[COR_TARIFF_PIECES])
{
  guint n = 0;

  for (double at = from_h; at < to_h - SAME_H && n < COR_TARIFF_PIECES; n++)
    {
      double next = MIN ((floor (at * COR_TARIFF_SLOTS_PER_H + SAME_H) + 1) / COR_TARIFF_SLOTS_PER_H, to_h);

      pieces[n] = (CorTariffUse){ at, next - at };
      at = next;
    }
  return n;
}

/* How long the stay lies in each half hour of the day. */
static void
fill_hours (double from_h, double to_h, double hours[COR_TARIFF_SLOTS])
{
  CorTariffUse pieces[COR_TARIFF_PIECES];
  guint n = cut_stay (from_h, to_h, pieces);

  memset (hours, 0, COR_TARIFF_SLOTS * sizeof (double));
  for (guint i = 0; i < n; i++)
    hours[slot_of (pieces[i].from_h)] += pieces[i].hours;
}

guint
cor_tariff_cheapest_hours (const CorTariff *tariff, guint season, double from_h, double to_h, double kwh, double kw,
                           CorTariffUse uses[COR_TARIFF_PIECES])
{
  double yuan[COR_TARIFF_PIECES], left = kwh;
  gboolean used[COR_TARIFF_PIECES] = { FALSE };
  CorTariffUse pieces[COR_TARIFF_PIECES];
  guint n_pieces = cut_stay (from_h, to_h, pieces), n = 0;

  for (guint i = 0; i < n_pieces; i++)
    yuan[i] = tariff->yuan_per_kwh[season][slot_of (pieces[i].from_h)];
  while (n < n_pieces && left > 1e-9)
    {
      double least = INFINITY, hours = 0, at;

      for (guint i = 0; i < n_pieces; i++)
        least = used[i] ? least : MIN (least, yuan[i]);
      for (guint i = 0; i < n_pieces; i++)
        hours += !used[i] && yuan[i] < least + SAME_YUAN ? pieces[i].hours : 0;
      at = MIN (kw, left / hours);
      for (guint i = 0; i < n_pieces; i++)
        if (!used[i] && yuan[i] < least + SAME_YUAN)
          {
            used[i] = TRUE;
            uses[n++] = (CorTariffUse){ pieces[i].from_h, pieces[i].hours, at };
          }
      left -= at * hours;
    }
  return left <= 1e-6 * kwh ? n : 0;
}

/* Mean price in one season when the cheapest of the hours are used. */
static double
cheapest_of (const CorTariff *tariff, guint season, double from_h, double to_h, double kwh, double kw)
{
  CorTariffUse uses[COR_TARIFF_PIECES];
  guint n = cor_tariff_cheapest_hours (tariff, season, from_h, to_h, kwh, kw, uses);
  double yuan = 0;

  for (guint i = 0; i < n; i++)
    yuan += uses[i].hours * uses[i].kw * tariff->yuan_per_kwh[season][slot_of (uses[i].from_h)];
  return n > 0 ? yuan / kwh : NAN;
}

double
cor_tariff_cheapest (const CorTariff *tariff, double from_h, double to_h, double kwh, double kw)
{
  double sum = 0;

  g_return_val_if_fail (to_h <= from_h + COR_TARIFF_HOURS + 1e-6, NAN);

  for (guint i = 0; i < tariff->n; i++)
    sum += tariff->share[i] * cheapest_of (tariff, i, from_h, to_h, kwh, kw);
  return sum;
}

double
cor_tariff_mean (const CorTariff *tariff, double from_h, double to_h)
{
  double hours[COR_TARIFF_SLOTS], all = 0, sum = 0;

  if (!(to_h > from_h))
    to_h += COR_TARIFF_HOURS;
  if (!(to_h > from_h))
    to_h = from_h + COR_TARIFF_HOURS;
  fill_hours (from_h, to_h, hours);
  for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
    all += hours[slot];
  for (guint i = 0; i < tariff->n; i++)
    for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
      sum += tariff->share[i] * tariff->yuan_per_kwh[i][slot] * hours[slot];
  return sum / all;
}
