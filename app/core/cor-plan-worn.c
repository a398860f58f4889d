/* cor-plan-worn.c: how much of its energy a battery may lose before the day cannot be done with it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

/* Energy is told apart to this share of the battery. */
#define LEG_STEP 0.01

double
cor_plan_hardest_leg (const CorPlan *plan, double battery_kwh)
{
  double from = plan->start_soc, most = 0.0;

  for (guint i = 0; i < plan->n_stops; i++)
    {
      most = MAX (most, from - plan->stops[i].soc_in);
      from = plan->stops[i].soc_out;
    }
  if (plan->n_stops == 0)
    most = plan->start_soc - plan->end_soc;
  return most * battery_kwh;
}

/* Whether anything but the night gives energy. */
static gboolean
has_stops (const CorPlanInput *in)
{
  for (guint i = 0; i < in->n_legs; i++)
    if (in->legs[i].n_accesses > 0 || in->legs[i].plug_kw > 0.0)
      return TRUE;
  return FALSE;
}

gboolean
cor_plan_least_leg (const CorPlanInput *in, const CorPlan *plan, double enough_kwh, double *leg_kwh)
{
  double window_kwh = (in->soc_max - in->soc_min - in->reserve) * in->battery_kwh;
  guint steps = COR_PLAN_STEPS_MOST;
  CorPlanInput counted = *in;
  double high = cor_plan_hardest_leg (plan, in->battery_kwh);
  double low = enough_kwh;

  *leg_kwh = MAX (low, high);
  if (!(high > low) || !(low > 0.0) || !(window_kwh > 0.0))
    return FALSE;
  if (!has_stops (in))
    return TRUE;
  counted.steps_left = &steps;
  if (cor_plan_battery_does (&counted, low / window_kwh))
    high = low;
  while (high - low > LEG_STEP * in->battery_kwh)
    {
      double middle = 0.5 * (low + high);

      if (cor_plan_battery_does (&counted, middle / window_kwh))
        high = middle;
      else
        low = middle;
    }
  *leg_kwh = high;
  return TRUE;
}
