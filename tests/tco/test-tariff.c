/* test-tariff.c: prices by season and hour, and the cheapest hours of a stay.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tariff-text.h"

#include <math.h>
#include <string.h>

/* The half hour that begins at an hour of the day. */
#define AT(hour) ((guint) ((hour) * COR_TARIFF_SLOTS_PER_H))

#define NIGHTS 3000

/* Valley 0-8 h at 0.2, peaks 10-12 and 14-19 h at 1.0, else 0.6. */
static void
row_init (double *row)
{
  for (guint i = 0; i < COR_N_PARAMS; i++)
    row[i] = NAN;
  row[COR_PARAM_TARIFF_VALLEY] = 0.2;
  row[COR_PARAM_TARIFF_FLAT] = 0.6;
  row[COR_PARAM_TARIFF_PEAK] = 1.0;
  row[COR_PARAM_HOURS_PEAK] = 7;
  row[COR_PARAM_VALLEY_FROM] = 0;
  row[COR_PARAM_VALLEY_TO] = 8;
  row[COR_PARAM_MORNING_PEAK_FROM] = 10;
  row[COR_PARAM_MORNING_PEAK_TO] = 12;
  row[COR_PARAM_EVENING_PEAK_FROM] = 14;
  row[COR_PARAM_EVENING_PEAK_TO] = 19;
}

static void
test_hours (void)
{
  double row[COR_N_PARAMS];
  CorTariff tariff;

  row_init (row);
  g_assert_true (cor_tariff_fill (&tariff, row));
  g_assert_cmpuint (tariff.n, ==, 1);
  g_assert_cmpfloat (tariff.share[0], ==, 1);
  g_assert_cmpfloat (tariff.yuan_per_kwh[0][AT (0)], ==, 0.2);
  g_assert_cmpfloat (tariff.yuan_per_kwh[0][AT (7.5)], ==, 0.2);
  g_assert_cmpfloat (tariff.yuan_per_kwh[0][AT (8)], ==, 0.6);
  g_assert_cmpfloat (tariff.yuan_per_kwh[0][AT (11)], ==, 1.0);
  g_assert_cmpfloat (tariff.yuan_per_kwh[0][AT (13)], ==, 0.6);
  g_assert_cmpfloat (tariff.yuan_per_kwh[0][AT (18)], ==, 1.0);
  g_assert_cmpfloat (tariff.yuan_per_kwh[0][AT (23)], ==, 0.6);
}

/* A valley over midnight; super peak an hour of eight, a quarter dearer: 1.03125 all through. */
static void
test_midnight_and_mean (void)
{
  double row[COR_N_PARAMS];
  CorTariff tariff;

  row_init (row);
  row[COR_PARAM_VALLEY_FROM] = 23;
  row[COR_PARAM_VALLEY_TO] = 7;
  row[COR_PARAM_HOURS_SUPER_PEAK] = 1;
  row[COR_PARAM_TARIFF_SUPER_PEAK] = 1.25;
  g_assert_true (cor_tariff_fill (&tariff, row));
  g_assert_cmpfloat (tariff.yuan_per_kwh[0][AT (23)], ==, 0.2);
  g_assert_cmpfloat (tariff.yuan_per_kwh[0][AT (6)], ==, 0.2);
  g_assert_cmpfloat (tariff.yuan_per_kwh[0][AT (7)], ==, 0.6);
  g_assert_cmpfloat_with_epsilon (tariff.yuan_per_kwh[0][AT (15)], 1.03125, 1e-9);
  row[COR_PARAM_VALLEY_FROM] = NAN;
  g_assert_false (cor_tariff_fill (&tariff, row));
}

/*
 * Guangdong: from July to September, 92 of 365 days, 11-12 and 15-17 h cost 1.25 (Guangdong Development and
 * Reform Commission, time of use since October 2021).
 */
static void
test_summer_of_parameters (void)
{
  double row[COR_N_PARAMS];
  CorTariff tariff;

  row_init (row);
  row[COR_PARAM_SUMMER_FIRST] = 7;
  row[COR_PARAM_SUMMER_LAST] = 9;
  row[COR_PARAM_SUMMER_SUPER_PEAK] = 1.25;
  row[COR_PARAM_SUPER_PEAK_FROM] = 11;
  row[COR_PARAM_SUPER_PEAK_TO] = 12;
  row[COR_PARAM_SUPER_PEAK_AGAIN_FROM] = 15;
  row[COR_PARAM_SUPER_PEAK_AGAIN_TO] = 17;
  g_assert_true (cor_tariff_fill (&tariff, row));
  g_assert_cmpuint (tariff.n, ==, 2);
  g_assert_cmpfloat_with_epsilon (tariff.share[1], 92.0 / 365, 1e-12);
  g_assert_cmpfloat (tariff.yuan_per_kwh[0][AT (11)], ==, 1.0);
  g_assert_cmpfloat (tariff.yuan_per_kwh[1][AT (11)], ==, 1.25);
  g_assert_cmpfloat (tariff.yuan_per_kwh[1][AT (10.5)], ==, 1.0);
  g_assert_cmpfloat (tariff.yuan_per_kwh[1][AT (16.5)], ==, 1.25);
  g_assert_cmpfloat (tariff.yuan_per_kwh[1][AT (3)], ==, 0.2);
  /* Noon to half past twelve is flat all year; eleven to twelve is dearer by 0.25 on 92 days. */
  g_assert_cmpfloat_with_epsilon (cor_tariff_mean (&tariff, 12, 12.5), 0.6, 1e-12);
  g_assert_cmpfloat_with_epsilon (cor_tariff_mean (&tariff, 11, 12), 1 + 0.25 * 92 / 365, 1e-12);
  /* A month of 0 says that there is no summer. */
  row[COR_PARAM_SUMMER_FIRST] = row[COR_PARAM_SUMMER_LAST] = 0;
  g_assert_true (cor_tariff_fill (&tariff, row));
  g_assert_cmpuint (tariff.n, ==, 1);
}

static void
test_months (void)
{
  g_assert_cmpuint (cor_tariff_months (7, 9), ==, 0x1c0);
  g_assert_cmpuint (cor_tariff_months (11, 2), ==, 0xc03);
  g_assert_cmpfloat (cor_tariff_share (cor_tariff_months (1, 12)), ==, 1);
  g_assert_cmpfloat_with_epsilon (cor_tariff_share (cor_tariff_months (2, 2)), 28.0 / 365, 1e-12);
  g_assert_cmpfloat_with_epsilon (cor_tariff_share (cor_tariff_months (11, 2)), (30 + 31 + 31 + 28) / 365.0, 1e-12);
}

static void
test_cheapest (void)
{
  double row[COR_N_PARAMS];
  CorTariff tariff;

  row_init (row);
  g_assert_true (cor_tariff_fill (&tariff, row));
  /* From 20 to 6 h at 60 kW: five of the six valley hours carry 300 kWh. */
  g_assert_cmpfloat_with_epsilon (cor_tariff_cheapest (&tariff, 20, 30, 300, 60), 0.2, 1e-9);
  /* From 20 to 2 h: 120 kWh in the valley, 180 at 0.6. */
  g_assert_cmpfloat_with_epsilon (cor_tariff_cheapest (&tariff, 20, 26, 300, 60), 0.44, 1e-9);
  /* From 9.30 to 13.00: 1.5 h flat (90 kWh), 0.5 h of peak for the last 30. */
  g_assert_cmpfloat_with_epsilon (cor_tariff_cheapest (&tariff, 9.5, 13, 120, 60), (90 * 0.6 + 30) / 120, 1e-9);
  g_assert_true (isnan (cor_tariff_cheapest (&tariff, 20, 26, 400, 60)));
  g_assert_true (isnan (cor_tariff_cheapest (&tariff, 20, 26, 0, 60)));
}

/* The same stays: when power flows, and how much. 300 kWh at 60 kW from 20 to 2 h: the two valley hours at full power,
 * the 180 kWh that are left evenly over the four hours at 0.6; an hour and a half that is flat, then 30 kWh over the two
 * hours of peak. */
static void
test_cheapest_hours (void)
{
  double row[COR_N_PARAMS], hours[2] = { 0, 0 }, kwh = 0;
  CorTariffUse uses[COR_TARIFF_PIECES];
  CorTariff tariff;
  guint n;

  row_init (row);
  g_assert_true (cor_tariff_fill (&tariff, row));
  n = cor_tariff_cheapest_hours (&tariff, 0, 20, 26, 300, 60, uses);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpfloat_with_epsilon (uses[i].kw, (uses[i].from_h >= 24 ? 60 : 45), 1e-9);
      hours[uses[i].from_h >= 24] += uses[i].hours;
    }
  g_assert_cmpfloat_with_epsilon (hours[1], 2, 1e-9);
  g_assert_cmpfloat_with_epsilon (hours[0], 4, 1e-9);
  n = cor_tariff_cheapest_hours (&tariff, 0, 9.5, 13, 120, 60, uses);
  for (guint i = 0; i < n; i++)
    {
      gboolean peak = uses[i].from_h >= 10 && uses[i].from_h < 12;

      g_assert_cmpfloat_with_epsilon (uses[i].kw, (peak ? 15 : 60), 1e-9);
      kwh += uses[i].hours * uses[i].kw;
    }
  g_assert_cmpfloat_with_epsilon (kwh, 120, 1e-9);
  g_assert_cmpuint (cor_tariff_cheapest_hours (&tariff, 0, 20, 26, 400, 60, uses), ==, 0);
}

/* A season with flat 0.7, valley 0.3 from 23 to 7 h and peak from 9 to 12 h. */
static CorTariffSeason
season_of (guint16 months, double peak, double valley)
{
  CorTariffSeason season;

  cor_tariff_season_init (&season);
  season.months = months;
  season.yuan_per_kwh[COR_TARIFF_FLAT] = 0.7;
  season.yuan_per_kwh[COR_TARIFF_VALLEY] = valley;
  season.yuan_per_kwh[COR_TARIFF_PEAK] = peak;
  g_assert_true (cor_tariff_add_stretch (&season, COR_TARIFF_VALLEY, 23, 7));
  g_assert_true (cor_tariff_add_stretch (&season, COR_TARIFF_PEAK, 9, 12));
  return season;
}

/*
 * Written out: a truck stands from 21 to 6 h and takes 400 kWh at 60 kW, that is six hours and two thirds.
 * In winter the valley lies from 23 to 6 h, seven hours, and has it all at 0.3. In summer, June to August,
 * 92 days, the valley begins at 1 h: five hours, 300 kWh at 0.2; the other 100 kWh are flat at 0.9, so that
 * a kWh costs (300 x 0.2 + 100 x 0.9) / 400 = 0.375. Over the year: (273 x 0.3 + 92 x 0.375) / 365.
 */
static void
test_by_hand (void)
{
  CorTariffSeason seasons[2] = { season_of (cor_tariff_months (9, 5), 1.2, 0.3) };
  CorTariff tariff;

  cor_tariff_season_init (&seasons[1]);
  seasons[1].months = cor_tariff_months (6, 8);
  seasons[1].yuan_per_kwh[COR_TARIFF_FLAT] = 0.9;
  seasons[1].yuan_per_kwh[COR_TARIFF_VALLEY] = 0.2;
  seasons[0].demand_yuan_per_kw_month = 30;
  seasons[1].demand_yuan_per_kw_month = 50;
  g_assert_true (cor_tariff_add_stretch (&seasons[1], COR_TARIFF_VALLEY, 1, 7));
  g_assert_true (cor_tariff_set_seasons (&tariff, seasons, 2));
  g_assert_cmpfloat_with_epsilon (cor_tariff_cheapest (&tariff, 21, 30, 400, 60), (273 * 0.3 + 92 * 0.375) / 365, 1e-12);
  /* Nine months at 30 and three at 50 yuan per kW. */
  g_assert_cmpfloat_with_epsilon (tariff.demand_yuan_per_kw_year, 9 * 30 + 3 * 50, 1e-12);
  seasons[1].demand_yuan_per_kw_month = NAN;
  g_assert_true (cor_tariff_set_seasons (&tariff, seasons, 2));
  g_assert_cmpfloat_with_epsilon (tariff.demand_yuan_per_kw_year, 270, 1e-12);
}

/* Equal seasons are the year, to the last bit. */
static void
test_equal_seasons (void)
{
  CorTariffSeason year = season_of (cor_tariff_months (1, 12), 1.1, 0.25), parts[COR_TARIFF_SEASONS];
  CorTariff whole, split;

  for (int i = 0; i < COR_TARIFF_SEASONS; i++)
    parts[i] = season_of (cor_tariff_months (i + 1, i + 1), 1.1, 0.25);
  g_assert_true (cor_tariff_set_seasons (&whole, &year, 1));
  g_assert_true (cor_tariff_set_seasons (&split, parts, COR_TARIFF_SEASONS));
  g_assert_cmpuint (split.n, ==, 1);
  for (guint i = 0; i < NIGHTS; i++)
    {
      double from = g_test_rand_double_range (0, 24), to = from + g_test_rand_double_range (1, 24);
      double kwh = g_test_rand_double_range (1, 60 * (to - from));

      g_assert_cmpfloat (cor_tariff_cheapest (&whole, from, to, kwh, 60), ==, cor_tariff_cheapest (&split, from, to, kwh, 60));
      g_assert_cmpfloat (cor_tariff_mean (&whole, from, to), ==, cor_tariff_mean (&split, from, to));
    }
}

/* A dearer summer never makes the year cheaper, and no hours are dearer than the cheapest chosen. */
static void
test_dearer_summer (void)
{
  for (guint i = 0; i < NIGHTS; i++)
    {
      double peak = g_test_rand_double_range (0.8, 2), valley = g_test_rand_double_range (0, 0.6);
      double more = g_test_rand_double_range (0, 1);
      CorTariffSeason plain[2] = { season_of (cor_tariff_months (10, 6), peak, valley),
                                   season_of (cor_tariff_months (7, 9), peak, valley) };
      CorTariffSeason dear[2] = { plain[0], plain[1] };
      double from = g_test_rand_double_range (0, 24), to = from + g_test_rand_double_range (1, 23);
      double kwh = g_test_rand_double_range (1, 60 * (to - from));
      CorTariff before, after;

      dear[1].yuan_per_kwh[g_test_rand_int_range (0, COR_TARIFF_SHARP)] += more;
      g_assert_true (cor_tariff_set_seasons (&before, plain, 2));
      g_assert_true (cor_tariff_set_seasons (&after, dear, 2));
      g_assert_cmpfloat (cor_tariff_cheapest (&after, from, to, kwh, 60), >=,
                         cor_tariff_cheapest (&before, from, to, kwh, 60) - 1e-12);
      g_assert_cmpfloat (cor_tariff_mean (&after, from, to), >=, cor_tariff_mean (&before, from, to) - 1e-12);
      g_assert_cmpfloat (cor_tariff_cheapest (&after, from, to, kwh, 60), <=, cor_tariff_mean (&after, from, to) + 1e-9);
    }
}

/* Every month in one season, every hour with a price; half hours, once taken, belong to one period. */
static void
test_unsound (void)
{
  CorTariffSeason seasons[2] = { season_of (cor_tariff_months (9, 5), 1.2, 0.3), season_of (cor_tariff_months (6, 8), 1.2, 0.3) };
  double stretches[COR_TARIFF_STRETCHES][2];
  CorTariff tariff;

  g_assert_true (cor_tariff_set_seasons (&tariff, seasons, 2));
  g_assert_false (cor_tariff_set_seasons (&tariff, seasons, 1));
  seasons[1].months = cor_tariff_months (5, 8);
  g_assert_false (cor_tariff_set_seasons (&tariff, seasons, 2));
  seasons[1].months = cor_tariff_months (6, 8);
  seasons[1].yuan_per_kwh[COR_TARIFF_VALLEY] = NAN;
  g_assert_false (cor_tariff_set_seasons (&tariff, seasons, 2));
  g_assert_false (cor_tariff_add_stretch (&seasons[0], COR_TARIFF_SHARP, 11, 13));
  g_assert_false (cor_tariff_add_stretch (&seasons[0], COR_TARIFF_SHARP, 12, 13.25));
  g_assert_true (cor_tariff_add_stretch (&seasons[0], COR_TARIFF_SHARP, 12, 13.5));
  g_assert_cmpuint (cor_tariff_stretches (&seasons[0], COR_TARIFF_VALLEY, stretches), ==, 1);
  g_assert_cmpfloat (stretches[0][0], ==, 23);
  g_assert_cmpfloat (stretches[0][1], ==, 7);
  g_assert_cmpuint (cor_tariff_stretches (&seasons[0], COR_TARIFF_FLAT, stretches), ==, 2);
  g_assert_cmpfloat (stretches[1][0], ==, 13.5);
  g_assert_cmpfloat (stretches[1][1], ==, 23);
}

/* What people write is what is read back. */
static void
test_text (void)
{
  static const struct
  {
    int first, last;
    const char *text;
  } months[] = { { 7, 9, "7–9" }, { 11, 2, "11–2" }, { 1, 12, "1–12" }, { 5, 5, "5" } };
  CorTariffSeason season = season_of (cor_tariff_months (1, 12), 1.2, 0.3);
  g_autofree char *valley = NULL, *sharp = NULL, *peak = NULL, *two = NULL;
  guint16 read;

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    {
      g_autofree char *text = cor_tariff_months_text (cor_tariff_months (months[i].first, months[i].last));

      g_assert_cmpstr (text, ==, months[i].text);
      g_assert_true (cor_tariff_months_read (text, &read));
      g_assert_cmpuint (read, ==, cor_tariff_months (months[i].first, months[i].last));
    }
  two = cor_tariff_months_text (cor_tariff_months (1, 3) | cor_tariff_months (10, 11));
  g_assert_cmpstr (two, ==, "1–3, 10–11");
  g_assert_true (cor_tariff_months_read ("1-3，10", &read));
  g_assert_cmpuint (read, ==, cor_tariff_months (1, 3) | cor_tariff_months (10, 10));
  g_assert_false (cor_tariff_months_read ("", &read));
  g_assert_false (cor_tariff_months_read ("13", &read));
  g_assert_false (cor_tariff_months_read ("July", &read));

  /* Peak is from 9 to 12 h; sharp peak takes its last hour, at the flat price until it has one. */
  g_assert_true (cor_tariff_hours_read (&season, COR_TARIFF_SHARP, "11-12, 15:30–17"));
  sharp = cor_tariff_hours_text (&season, COR_TARIFF_SHARP);
  peak = cor_tariff_hours_text (&season, COR_TARIFF_PEAK);
  valley = cor_tariff_hours_text (&season, COR_TARIFF_VALLEY);
  g_assert_cmpstr (sharp, ==, "11–12, 15:30–17");
  g_assert_cmpstr (peak, ==, "9–11");
  g_assert_cmpstr (valley, ==, "23–7");
  g_assert_cmpfloat (season.yuan_per_kwh[COR_TARIFF_SHARP], ==, 0.7);
  g_assert_false (cor_tariff_hours_read (&season, COR_TARIFF_PEAK, "9-12:20"));
  g_assert_false (cor_tariff_hours_read (&season, COR_TARIFF_PEAK, "noon"));
  g_assert_true (cor_tariff_hours_read (&season, COR_TARIFF_SHARP, ""));
  g_assert_cmpuint (season.period[AT (11)], ==, COR_TARIFF_FLAT);
}

/* Each month stays in one season, and no season loses its last. */
static void
test_set_months (void)
{
  CorTariffSeason seasons[2] = { season_of (cor_tariff_months (10, 6), 1.2, 0.3), season_of (cor_tariff_months (7, 9), 1.2, 0.3) };
  CorTariff tariff;

  g_assert_true (cor_tariff_set_months (seasons, 2, 1, cor_tariff_months (6, 8)));
  g_assert_cmpuint (seasons[0].months, ==, cor_tariff_months (9, 5));
  g_assert_true (cor_tariff_set_seasons (&tariff, seasons, 2));
  g_assert_false (cor_tariff_set_months (seasons, 2, 1, cor_tariff_months (1, 12)));
  g_assert_false (cor_tariff_set_months (seasons, 2, 1, 0));
  g_assert_false (cor_tariff_set_months (seasons, 1, 0, cor_tariff_months (1, 3)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tariff/hours", test_hours);
  g_test_add_func ("/tariff/midnight-and-mean", test_midnight_and_mean);
  g_test_add_func ("/tariff/summer-of-parameters", test_summer_of_parameters);
  g_test_add_func ("/tariff/months", test_months);
  g_test_add_func ("/tariff/cheapest", test_cheapest);
  g_test_add_func ("/tariff/cheapest-hours", test_cheapest_hours);
  g_test_add_func ("/tariff/by-hand", test_by_hand);
  g_test_add_func ("/tariff/equal-seasons", test_equal_seasons);
  g_test_add_func ("/tariff/dearer-summer", test_dearer_summer);
  g_test_add_func ("/tariff/text", test_text);
  g_test_add_func ("/tariff/set-months", test_set_months);
  g_test_add_func ("/tariff/unsound", test_unsound);
  return g_test_run ();
}
