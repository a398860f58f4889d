/* test-tariff.c: prices by the hour, and the cheapest hours of a stay.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tariff.h"

#include <math.h>

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
  g_assert_cmpfloat (tariff.yuan_per_kwh[0], ==, 0.2);
  g_assert_cmpfloat (tariff.yuan_per_kwh[7], ==, 0.2);
  g_assert_cmpfloat (tariff.yuan_per_kwh[8], ==, 0.6);
  g_assert_cmpfloat (tariff.yuan_per_kwh[11], ==, 1.0);
  g_assert_cmpfloat (tariff.yuan_per_kwh[13], ==, 0.6);
  g_assert_cmpfloat (tariff.yuan_per_kwh[18], ==, 1.0);
  g_assert_cmpfloat (tariff.yuan_per_kwh[23], ==, 0.6);
}

/* A valley over midnight; super peak an hour of eight, a quarter dearer: 1.03125 all through. */
static void
test_midnight_and_season (void)
{
  double row[COR_N_PARAMS];
  CorTariff tariff;

  row_init (row);
  row[COR_PARAM_VALLEY_FROM] = 23;
  row[COR_PARAM_VALLEY_TO] = 7;
  row[COR_PARAM_HOURS_SUPER_PEAK] = 1;
  row[COR_PARAM_TARIFF_SUPER_PEAK] = 1.25;
  g_assert_true (cor_tariff_fill (&tariff, row));
  g_assert_cmpfloat (tariff.yuan_per_kwh[23], ==, 0.2);
  g_assert_cmpfloat (tariff.yuan_per_kwh[6], ==, 0.2);
  g_assert_cmpfloat (tariff.yuan_per_kwh[7], ==, 0.6);
  g_assert_cmpfloat_with_epsilon (tariff.yuan_per_kwh[15], 1.03125, 1e-9);
  row[COR_PARAM_VALLEY_FROM] = NAN;
  g_assert_false (cor_tariff_fill (&tariff, row));
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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tariff/hours", test_hours);
  g_test_add_func ("/tariff/midnight-and-season", test_midnight_and_season);
  g_test_add_func ("/tariff/cheapest", test_cheapest);
  return g_test_run ();
}
