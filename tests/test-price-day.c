/* test-price-day.c: the price by the hour, and the bounds of a stretch of hours.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-price-day.h"

#include <math.h>

/* A day of three prices: 0.3 until 8, 1.2 until 11:30, 0.7 until midnight. */
static void
three_prices (CorPriceDay *day)
{
  double yuan[COR_TARIFF_SLOTS];

  for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
    yuan[slot] = slot < 16 ? 0.3 : slot < 23 ? 1.2 : 0.7;
  g_assert_true (cor_price_day_set (day, yuan));
}

static void
test_at (void)
{
  CorPriceDay day;
  double until_h;

  three_prices (&day);
  g_assert_cmpfloat (cor_price_day_at (&day, 7, &until_h), ==, 0.3);
  g_assert_cmpfloat (until_h, ==, 1);
  g_assert_cmpfloat (cor_price_day_at (&day, 8, &until_h), ==, 1.2);
  g_assert_cmpfloat (until_h, ==, 3.5);
  g_assert_cmpfloat (cor_price_day_at (&day, -1, &until_h), ==, 0.7);
  g_assert_cmpfloat (until_h, ==, 1);
  g_assert_cmpfloat (cor_price_day_at (&day, 48 + 9, &until_h), ==, 1.2);
}

static void
test_bounds (void)
{
  CorPriceDay day;

  three_prices (&day);
  g_assert_cmpfloat (cor_price_day_least (&day, 8, 20), ==, 0.7);
  g_assert_cmpfloat (cor_price_day_most (&day, 8, 20), ==, 1.2);
  g_assert_cmpfloat (cor_price_day_most (&day, 0, 7.9), ==, 0.3);
  g_assert_cmpfloat (cor_price_day_least (&day, 9, 10), ==, 1.2);
  g_assert_cmpfloat (cor_price_day_least (&day, 23, 25), ==, 0.3);
  g_assert_cmpfloat (cor_price_day_most (&day, 12, 12 + 24), ==, 1.2);
  g_assert_cmpfloat (cor_price_day_most (&day, 12, NAN), ==, 1.2);
  g_assert_cmpfloat (cor_price_day_most (&day, 12, INFINITY), ==, 1.2);
  g_assert_cmpfloat (cor_price_day_most (&day, 1, 1e18), ==, 1.2);
}

/* No time of a stretch costs less than its least or more than its most, and both are paid at some time of it; a rounding
 * before a change of price is the change. */
static void
test_bounds_hold (void)
{
  CorPriceDay day;
  double until_h;

  three_prices (&day);
  g_assert_cmpfloat (cor_price_day_at (&day, 8 - 1e-12, &until_h), ==, 1.2);
  g_assert_cmpfloat (cor_price_day_most (&day, 2, 8 - 1e-12), ==, 1.2);
  for (guint i = 0; i < 500; i++)
    {
      double from_h = g_test_rand_double_range (-30, 60), to_h = from_h + g_test_rand_double_range (0, 30);
      double least = INFINITY, most = -INFINITY;

      for (guint k = 0; k <= 500; k++)
        {
          double yuan = cor_price_day_at (&day, from_h + (to_h - from_h) * k / 500, &until_h);

          g_assert_cmpfloat (until_h, >, 0);
          least = MIN (least, yuan);
          most = MAX (most, yuan);
        }
      g_assert_cmpfloat (cor_price_day_least (&day, from_h, to_h), <=, least);
      g_assert_cmpfloat (cor_price_day_most (&day, from_h, to_h), >=, most);
      if (to_h - from_h < 20)
        {
          g_assert_cmpfloat (cor_price_day_least (&day, from_h, to_h), ==, least);
          g_assert_cmpfloat (cor_price_day_most (&day, from_h, to_h), ==, most);
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/price-day/at", test_at);
  g_test_add_func ("/price-day/bounds", test_bounds);
  g_test_add_func ("/price-day/bounds-hold", test_bounds_hold);
  return g_test_run ();
}
