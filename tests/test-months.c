/* test-months.c: city-month tables and forecasts of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-city-table.h"
#include "cor-forecast.h"

#include <math.h>
#include <string.h>

static CorCityTable *
table_of (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));

  return cor_city_table_from_bytes (bytes, error);
}

/* Months and standards as people write them; litres by the study's 40 % empty, 60 % loaded. */
static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (CorCityTable) table = table_of ("city,month,standard,km,litres,l_per_100km_empty,l_per_100km_loaded\n"
                                             "Shenzhen,2023-01,China V,1000,300,,\n"
                                             "Shenzhen,2023/1,国六,1000,,20,40\n"
                                             "Dongguan,202303,vi,,50,,\n"
                                             "Dongguan,2023-03,VI,,60,,\n"
                                             "Dongguan,2023-13,VI,,60,,\n"
                                             ",2023-01,VI,,60,,\n"
                                             "Foshan,2023-02,VII,,60,,\n"
                                             "Foshan,2023-02,VI,100,,,\n",
                                             &error);

  g_assert_no_error (error);
  g_assert_cmpuint (table->cities->len, ==, 2);
  g_assert_cmpuint (table->rows->len, ==, 3);
  g_assert_cmpuint (table->left_out->len, ==, 5);
  g_assert_true (strstr (g_ptr_array_index (table->left_out, 0), "5") != NULL);
  g_assert_cmpint (table->first, ==, 2023 * 12);
  g_assert_cmpuint (table->n_months, ==, 3);
  g_assert_cmpfloat (cor_city_table_total (table, 0, 2023 * 12), ==, 300 + 1000 * (0.4 * 20 + 0.6 * 40) / 100);
  g_assert_true (isnan (cor_city_table_total (table, 1, 2023 * 12)));
  g_assert_cmpint (g_array_index (table->rows, CorCityMonth, 1).standard, ==, COR_STANDARD_CHINA_VI);
}

/* A table that would take all memory is refused in words. */
static void
test_too_large (void)
{
  g_autoptr (GString) text = g_string_new ("city,month,litres\n");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 8000; i++)
    g_string_append_printf (text, "c%u,%s,1\n", i, i % 2 == 0 ? "199001" : "210012");
  g_assert_null (table_of (text->str, &error));
  g_assert_error (error, COR_ERROR, COR_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "8000"));
}

/* Cities, standards and all add up. */
static void
test_parts (void)
{
  g_autoptr (CorCityTable) table = table_of ("城市;年月;排放标准;油耗\n深圳;2023年1月;国五;10\n深圳;2023年1月;国三;1\n广州;2023年1月;;5\n", NULL);
  g_autofree double *all = NULL, *shenzhen = NULL, *guangzhou = NULL, *five = NULL;

  g_assert_nonnull (table);
  all = cor_city_table_litres (table, -1, -1);
  shenzhen = cor_city_table_litres (table, 0, -1);
  guangzhou = cor_city_table_litres (table, 1, -1);
  five = cor_city_table_litres (table, -1, COR_STANDARD_CHINA_V);
  g_assert_cmpfloat (all[0], ==, 16);
  g_assert_cmpfloat (shenzhen[0] + guangzhou[0], ==, all[0]);
  g_assert_cmpfloat (five[0], ==, 10);
}

static void
test_faults (void)
{
  static const char *const texts[] = { "", "a,b\n1,2\n", "city,month,litres\n" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (table_of (texts[i], &error));
      g_assert_nonnull (error);
    }
}

/* Lowest at the lunar new year, highest in November (truck-carbon report), rising by 2 a month. */
static double
made_up (guint t)
{
  static const double season[12] = { -20, -60, 0, 5, 8, 6, 4, 5, 8, 12, 30, 2 };

  return 500 + 2.0 * t + season[t % 12];
}

/* Two rises of 10 and of 30 by turns, each over a year: their spread, and the square root of the years
 * ahead (R. J. Hyndman and G. Athanasopoulos, Forecasting, 3rd edition, 5.5). */
static void
test_width (void)
{
  double months[36], value[24], half[24], sigma = sqrt (24 * 100.0 / 23);

  for (guint t = 0; t < 36; t++)
    months[t] = t < 12 ? 100 : months[t - 12] + (t % 2 ? 10 : 30);
  cor_forecast_run (COR_FORECAST_SEASONAL_NAIVE, months, 36, 24, value, half);
  for (guint h = 0; h < 24; h++)
    {
      guint years = h / 12 + 1;

      g_assert_cmpfloat_with_epsilon (value[h], months[24 + h % 12] + 20 * years, 1e-9);
      g_assert_cmpfloat_with_epsilon (half[h], 1.2815515655446 * sigma * sqrt (years), 1e-9);
    }
}

/* A straight line with fixed seasons is foretold exactly by both methods, with no width to the band. */
static void
test_exact (void)
{
  double months[60], value[24], half[24];

  for (guint t = 0; t < 60; t++)
    months[t] = made_up (t);
  for (int method = 0; method < COR_N_FORECAST_METHODS; method++)
    {
      cor_forecast_run (method, months, 60, 24, value, half);
      for (guint h = 0; h < 24; h++)
        {
          g_assert_cmpfloat_with_epsilon (value[h], made_up (60 + h), 1e-6);
          g_assert_cmpfloat_with_epsilon (half[h], 0, 1e-6);
        }
    }
}

/* With noise the band widens, the held-back error is near the noise, and most months lie in the band. */
static void
test_noise (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorForecast) forecast = NULL;
  double months[72], truth = 0, held = 0;

  for (guint t = 0; t < 72; t++)
    {
      double noise = g_rand_double_range (random, -15, 15);

      months[t] = made_up (t) + noise;
      if (t >= 60)
        {
          truth += fabs (noise);
          held += months[t];
        }
    }
  forecast = cor_forecast_new (months, 72, 24, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (forecast->held_back, ==, 12);
  g_assert_cmpfloat (forecast->error[forecast->method], <, 3 * truth / held);
  g_assert_cmpfloat (forecast->error[forecast->method], <=, forecast->error[!forecast->method]);
  g_assert_cmpuint (forecast->inside, >=, 7);
  g_assert_cmpfloat (forecast->high[23] - forecast->low[23], >=, forecast->high[0] - forecast->low[0]);
  for (guint h = 0; h < 24; h++)
    g_assert_cmpfloat_with_epsilon (forecast->value[h], made_up (72 + h), 40);
}

static void
test_too_few (void)
{
  double months[30];

  for (guint t = 0; t < 30; t++)
    months[t] = made_up (t);
  for (guint n = 0; n < 2; n++)
    {
      g_autoptr (GError) error = NULL;

      months[3] = n == 0 ? months[3] : NAN;
      g_assert_null (cor_forecast_new (months, n == 0 ? 23 : 30, 12, &error));
      g_assert_error (error, COR_ERROR, COR_ERROR_MISSING);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/months/read", test_read);
  g_test_add_func ("/months/too-large", test_too_large);
  g_test_add_func ("/months/parts", test_parts);
  g_test_add_func ("/months/faults", test_faults);
  g_test_add_func ("/months/exact", test_exact);
  g_test_add_func ("/months/width", test_width);
  g_test_add_func ("/months/noise", test_noise);
  g_test_add_func ("/months/too-few", test_too_few);
  return g_test_run ();
}
