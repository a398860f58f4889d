/* layout.c: ticks are round and few, labels lie apart.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-chart-labels.h"
#include "cor-ticks.h"

#include <math.h>

/* A step of 1, 2 or 5 times a power of ten. */
static gboolean
is_nice (double step)
{
  double fraction = step / pow (10, floor (log10 (step) + 1e-9));
  return fabs (fraction - 1) < 1e-6 || fabs (fraction - 2) < 1e-6 || fabs (fraction - 5) < 1e-6;
}

static void
test_tick_properties (void)
{
  for (guint i = 0; i < 5000; i++)
    {
      double size = pow (10, g_test_rand_double_range (-9, 12));
      double low = g_test_rand_double_range (-size, size);
      double high = low + g_test_rand_double_range (1e-3, 1) * size;
      guint most = (guint)g_test_rand_int_range (2, 12);
      CorTicks ticks = cor_ticks_inside (low, high, most);
      double slack = 1e-6 * ticks.step;
      g_assert_cmpuint (ticks.count, <=, most);
      g_assert_true (is_nice (ticks.step));
      for (guint t = 0; t < ticks.count; t++)
        {
          g_assert_cmpfloat (cor_ticks_at (&ticks, t), >=, low - slack);
          g_assert_cmpfloat (cor_ticks_at (&ticks, t), <=, high + slack);
        }
      /* No tick is missing: one more on either side would lie outside. */
      if (ticks.count > 0)
        {
          g_assert_cmpfloat (ticks.first - ticks.step, <, low + slack);
          g_assert_cmpfloat (ticks.first + ticks.count * ticks.step, >, high - slack);
        }
      /* Few, but not needlessly few: the next finer step of 2 or 2.5 would give too many. */
      g_assert_cmpfloat ((high - low) / ticks.step, >=, most / 5.0 - 1 - 1e-6);
    }
}

static void
test_tick_tables (void)
{
  CorTicks ticks = cor_ticks_inside (-160e3, 200e3, 4);
  g_assert_cmpfloat (ticks.step, ==, 100e3);
  g_assert_cmpfloat (cor_ticks_at (&ticks, 0), ==, -100e3);
  g_assert_cmpuint (ticks.count, ==, 4);
  ticks = cor_ticks_inside (0, 1, 3);
  g_assert_cmpfloat (ticks.step, ==, 0.5);
  g_assert_cmpint (cor_ticks_decimals (&ticks, 1), ==, 1);
  g_assert_cmpint (cor_ticks_decimals (&ticks, 0.01), ==, 0);
  g_assert_cmpuint (cor_ticks_inside (5, 5, 4).count, ==, 1);
  g_assert_cmpuint (cor_ticks_inside (NAN, 5, 4).count, ==, 0);
  g_assert_cmpuint (cor_ticks_inside (0, INFINITY, 4).count, ==, 0);
  ticks = cor_ticks_inside (10, 0, 5);
  g_assert_cmpfloat (cor_ticks_at (&ticks, 0), ==, 0);
}

static void
check_labels (const CorLabel *labels, guint count, double from, double to)
{
  for (guint i = 0; i < count; i++)
    {
      if (isnan (labels[i].at))
        continue;
      g_assert_cmpfloat (labels[i].at - labels[i].size / 2, >=, from - 1e-6);
      g_assert_cmpfloat (labels[i].at + labels[i].size / 2, <=, to + 1e-6);
      for (guint k = 0; k < i; k++)
        {
          if (isnan (labels[k].at))
            continue;
          double apart = (labels[i].size + labels[k].size) / 2 - 1e-6;
          g_assert_cmpfloat (fabs (labels[i].at - labels[k].at), >=, apart);
          if (labels[i].want != labels[k].want)
            g_assert_true ((labels[i].want < labels[k].want) == (labels[i].at < labels[k].at));
        }
    }
}

static void
test_labels_apart (void)
{
  for (guint round = 0; round < 3000; round++)
    {
      CorLabel labels[12];
      guint count = (guint)g_test_rand_int_range (1, 12);
      double total = 0, dropped = -1, least_kept = INFINITY;
      for (guint i = 0; i < count; i++)
        {
          labels[i]
              = (CorLabel){ g_test_rand_double_range (-20, 220), g_test_rand_double_range (5, 40),
                            g_test_rand_double_range (0, 1), 0 };
          total += labels[i].size;
        }
      cor_labels_spread (labels, count, 0, 200);
      check_labels (labels, count, 0, 200);
      for (guint i = 0; i < count; i++)
        if (isnan (labels[i].at))
          dropped = MAX (dropped, labels[i].priority);
        else
          least_kept = MIN (least_kept, labels[i].priority);
      if (total <= 200)
        g_assert_cmpfloat (dropped, <, 0);
      else
        g_assert_cmpfloat (dropped, <, least_kept);
    }
}

static void
test_labels_stay (void)
{
  CorLabel labels[] = { { 20, 10, 1, 0 }, { 60, 10, 1, 0 }, { NAN, 10, 1, 0 } };
  cor_labels_spread (labels, 3, 0, 100);
  g_assert_cmpfloat (labels[0].at, ==, 20);
  g_assert_cmpfloat (labels[1].at, ==, 60);
  g_assert_true (isnan (labels[2].at));
  CorLabel pair[] = { { 50, 10, 1, 0 }, { 50, 10, 1, 0 } };
  cor_labels_spread (pair, 2, 0, 100);
  g_assert_cmpfloat_with_epsilon (pair[0].at, 45, 1e-9);
  g_assert_cmpfloat_with_epsilon (pair[1].at, 55, 1e-9);
  cor_labels_spread (NULL, 0, 0, 100);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/tick-properties", test_tick_properties);
  g_test_add_func ("/layout/tick-tables", test_tick_tables);
  g_test_add_func ("/layout/labels-apart", test_labels_apart);
  g_test_add_func ("/layout/labels-stay", test_labels_stay);
  return g_test_run ();
}
