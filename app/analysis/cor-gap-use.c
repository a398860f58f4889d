/* cor-gap-use.c: how the operation of a truck moves with an uncertain figure.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-gap-private.h"

#include <math.h>

static double *
use_numbers (CorUse *use)
{
  return (double *) (void *) ((char *) use + COR_USE_FIRST);
}

gboolean
cor_gap_use_less (CorUse *use, const CorUse *base)
{
  const double *from = use_numbers ((CorUse *) base);
  double *numbers = use_numbers (use);
  gboolean differs = FALSE;

  for (guint i = 0; i < COR_USE_COUNT; i++)
    {
      differs |= numbers[i] != from[i] && !(isnan (numbers[i]) && isnan (from[i]));
      numbers[i] = isnan (numbers[i]) || isnan (from[i]) ? 0 : numbers[i] - from[i];
    }
  return differs;
}

void
cor_gap_use_move (CorUse *use, const CorFactorRange *factor, guint side, double value)
{
  gboolean up = value > factor->base;
  const CorUse *end = up ? &factor->use_high[side] : &factor->use_low[side];
  double span = up ? factor->high - factor->base : factor->base - factor->low;
  double share = span > 0 ? fabs (value - factor->base) / span : 0;
  const double *more = use_numbers ((CorUse *) end);
  double *out = use_numbers (use);

  for (guint i = 0; i < COR_USE_COUNT; i++)
    out[i] += share * more[i];
}

void
cor_gap_use_bound (CorUse *use)
{
  double *numbers = use_numbers (use);
  double avoided = use->avoided_tco2e;

  for (guint i = 0; i < COR_USE_COUNT; i++)
    if (numbers[i] < 0)
      numbers[i] = 0;
  use->avoided_tco2e = avoided;
  if (use->toll_share > 1)
    use->toll_share = 1;
}

void
cor_gap_use_ratios (const CorUse *base, const CorUse *moved, double ratios[COR_USE_COUNT])
{
  const double *from = use_numbers ((CorUse *) base), *to = use_numbers ((CorUse *) moved);

  for (guint i = 0; i < COR_USE_COUNT; i++)
    ratios[i] = from[i] != 0 && !isnan (from[i]) && !isnan (to[i]) ? to[i] / from[i] : 1;
}

void
cor_gap_use_of_year (const CorUse *year_use, const double ratios[COR_USE_COUNT], CorUse *out)
{
  double *numbers = use_numbers (out);

  *out = *year_use;
  for (guint i = 0; i < COR_USE_COUNT; i++)
    numbers[i] *= ratios[i];
}
