/* cor-charge-curve.h: how fast a battery takes energy, by its state of charge.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define COR_CHARGE_STEPS 4

/**
 * CorChargeCurve:
 * @n: steps in use, 1 to %COR_CHARGE_STEPS
 * @to_kwh: level in the battery up to which a step holds, rising; the last is the top of the window
 * @limit_kw: power the battery takes in that step, never rising from step to step
 *
 * A charging curve in steps. Power into the battery is the lower of plug and step.
 */
typedef struct
{
  guint n;
  double to_kwh[COR_CHARGE_STEPS];
  double limit_kw[COR_CHARGE_STEPS];
} CorChargeCurve;

/**
 * cor_charge_curve_fill:
 * @battery_kwh: size of the battery
 * @top_share: highest state of charge used, 0 to 1
 * @power_kw: most the truck takes
 * @taper_from_share: state of charge from which power falls
 * @taper_to_share: share of @power_kw left at a full battery; linear between, here in steps that
 * take the mean power of their span
 */
void cor_charge_curve_fill (CorChargeCurve *curve,
                            double battery_kwh,
                            double top_share,
                            double power_kw,
                            double taper_from_share,
                            double taper_to_share);

/** cor_charge_curve_hours: hours to charge from @from_kwh to @to_kwh at a plug of @plug_kw. */
double
cor_charge_curve_hours (const CorChargeCurve *curve, double plug_kw, double from_kwh, double to_kwh);

/** cor_charge_curve_power: kW into the battery at a level, at a plug of @plug_kw. */
double cor_charge_curve_power (const CorChargeCurve *curve, double plug_kw, double kwh);

/** cor_charge_curve_level: kWh in the battery after @hours at a plug, starting at @from_kwh. */
double
cor_charge_curve_level (const CorChargeCurve *curve, double plug_kw, double from_kwh, double hours);

/** cor_charge_curve_start: kWh in the battery @hours before it holds @to_kwh at a plug; may be below 0. */
double
cor_charge_curve_start (const CorChargeCurve *curve, double plug_kw, double to_kwh, double hours);

G_END_DECLS
