/* cor-ticks.c: round steps for an axis.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-ticks.h"

#include <math.h>

/* The smallest of 1, 2, 5 times a power of ten that is not below `rough`. */
static double
nice_step (double rough)
{
  double power = pow (10.0, floor (log10 (rough)));
  double fraction = rough / power;
  double nice = fraction <= 1 + 1e-9 ? 1 : fraction <= 2 + 1e-9 ? 2 : fraction <= 5 + 1e-9 ? 5 : 10;
  return nice * power;
}

static double
next_step (double step)
{
  return nice_step (step * 1.5);
}

static CorTicks
ticks_with_step (double low, double high, double step)
{
  double slack = 1e-9 * step;
  double from = ceil ((low - slack) / step);
  double to = floor ((high + slack) / step);
  CorTicks ticks = { from * step, step, to >= from ? (guint)(to - from + 1) : 0 };
  return ticks;
}

CorTicks
cor_ticks_inside (double low, double high, guint most)
{
  CorTicks none = { 0, 0, 0 };
  if (!isfinite (low) || !isfinite (high))
    return none;
  double a = MIN (low, high), b = MAX (low, high);
  double span = b - a;
  most = MAX (most, 2);
  if (span <= 0 || span <= 1e-12 * MAX (fabs (a), fabs (b)) || !isfinite (span))
    {
      CorTicks one = { a, 0, 1 };
      return one;
    }
  double step = nice_step (span / most);
  CorTicks ticks = ticks_with_step (a, b, step);
  while (ticks.count > most)
    {
      step = next_step (step);
      ticks = ticks_with_step (a, b, step);
    }
  return ticks;
}

double
cor_ticks_at (const CorTicks *ticks, guint index)
{
  double value = ticks->first + index * ticks->step;
  return fabs (value) < 1e-9 * ticks->step ? 0 : value;
}

int
cor_ticks_decimals (const CorTicks *ticks, double divisor)
{
  double step = ticks->step / divisor;
  if (!(step > 0) || step >= 1)
    return 0;
  return CLAMP ((int)ceil (-log10 (step) - 1e-9), 0, 9);
}
