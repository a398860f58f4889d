/* cor-ticks.h: round steps for an axis.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Evenly spaced ticks: first, first + step, ... `count` of them. */
typedef struct
{
  double first;
  double step;
  guint count;
} CorTicks;

/* Ticks inside [low, high], at most `most` (2 or more), with a step of 1, 2 or 5 times a
 * power of ten (Heckbert, "Nice numbers for graph labels", Graphics Gems, 1990). The bounds
 * may come in either order; equal or not finite bounds give one tick, or none. */
CorTicks cor_ticks_inside (double low, double high, guint most);

/* The value of tick `index`; exactly zero where it means zero. */
double cor_ticks_at (const CorTicks *ticks, guint index);

/* Digits after the point that tell neighbouring ticks apart once divided by `divisor`. */
int cor_ticks_decimals (const CorTicks *ticks, double divisor);

G_END_DECLS
