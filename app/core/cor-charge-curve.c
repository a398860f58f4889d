/* cor-charge-curve.c: how fast a battery takes energy, by its state of charge.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-charge-curve.h"

#include <math.h>

/* Steps that the falling part of the curve is cut into. */
#define TAPER_STEPS (COR_CHARGE_STEPS - 1)

static void
add_step (CorChargeCurve *curve, double to_kwh, double limit_kw)
{
  if (to_kwh <= 0.0 || (curve->n > 0 && to_kwh <= curve->to_kwh[curve->n - 1]))
    return;
  curve->to_kwh[curve->n] = to_kwh;
  curve->limit_kw[curve->n] = limit_kw;
  curve->n++;
}

void
cor_charge_curve_fill (CorChargeCurve *curve,
                       double battery_kwh,
                       double top_share,
                       double power_kw,
                       double taper_from_share,
                       double taper_to_share)
{
  double width = (1.0 - taper_from_share) / TAPER_STEPS;

  *curve = (CorChargeCurve){ 0 };
  add_step (curve, MIN (taper_from_share, top_share) * battery_kwh, power_kw);
  for (guint i = 0; i < TAPER_STEPS && taper_from_share + i * width < top_share; i++)
    {
      double fall = (i + 0.5) / TAPER_STEPS * (1.0 - taper_to_share);

      add_step (curve, MIN (taper_from_share + (i + 1) * width, top_share) * battery_kwh,
                power_kw * (1.0 - fall));
    }
  if (curve->n == 0)
    add_step (curve, MAX (top_share * battery_kwh, G_MINDOUBLE), power_kw);
}

double
cor_charge_curve_hours (const CorChargeCurve *curve, double plug_kw, double from_kwh, double to_kwh)
{
  double hours = 0.0;
  double at = from_kwh;

  for (guint i = 0; i < curve->n && at < to_kwh; i++)
    {
      double end = i + 1 == curve->n ? to_kwh : MIN (to_kwh, curve->to_kwh[i]);

      if (end <= at)
        continue;
      hours += (end - at) / MIN (plug_kw, curve->limit_kw[i]);
      at = end;
    }
  return hours;
}

double
cor_charge_curve_power (const CorChargeCurve *curve, double plug_kw, double kwh)
{
  guint i = 0;

  while (i + 1 < curve->n && curve->to_kwh[i] <= kwh)
    i++;
  return MIN (plug_kw, curve->limit_kw[i]);
}

double
cor_charge_curve_level (const CorChargeCurve *curve, double plug_kw, double from_kwh, double hours)
{
  double at = from_kwh;

  for (guint i = 0; i < curve->n && hours > 0.0; i++)
    {
      double power = MIN (plug_kw, curve->limit_kw[i]);
      double needed;

      if (curve->to_kwh[i] <= at)
        continue;
      if (!(power > 0.0))
        return at;
      needed = (curve->to_kwh[i] - at) / power;
      if (needed >= hours)
        return at + power * hours;
      hours -= needed;
      at = curve->to_kwh[i];
    }
  return at;
}

double
cor_charge_curve_start (const CorChargeCurve *curve, double plug_kw, double to_kwh, double hours)
{
  double at = to_kwh;

  for (guint i = curve->n; i-- > 0 && hours > 0.0;)
    {
      double from = i > 0 ? curve->to_kwh[i - 1] : -INFINITY;
      double power = MIN (plug_kw, curve->limit_kw[i]);

      if (from >= at)
        continue;
      if ((at - from) / power >= hours)
        return at - power * hours;
      hours -= (at - from) / power;
      at = from;
    }
  return at;
}
