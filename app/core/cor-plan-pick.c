/* cor-plan-pick.c: the stations of very many that a day could stop at, by what a stop costs at least.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>

/* Days with fewer ways to stations than this are looked at whole. */
#define FEW_ACCESSES 48
/* The first look takes the best few of each stretch, which is this part of a full charge. */
#define STRETCHES 4
#define BEST_OF_STRETCH 4
#define SAME_YUAN 1e-5
#define NONE G_MAXUINT

/* What a station offers to the truck at least, over its plugs and bays; INFINITY for nothing. */
static CorPlanOffer
make_offer (const CorPlanInput *in, const CorAccess *access)
{
  const CorPlanStation *station = &in->stations[access->station_index];
  CorPlanOffer offer = { access->leave_m, INFINITY, INFINITY };
  double wait_min = INFINITY;
  gboolean unhitched;

  if (!cor_plan_may_enter (in, 0, station, &unhitched))
    return offer;
  if (in->can_plug && station->power_kw > 0.0 && !isnan (station->price_yuan_per_kwh))
    {
      wait_min = station->wait_min;
      offer.yuan_per_kwh = station->price_yuan_per_kwh / in->charging_efficiency
                           + in->yuan_per_h / MIN (station->power_kw, in->curve.limit_kw[0]);
    }
  if (in->can_swap && !isnan (station->swap_min) && !isnan (station->swap_price_yuan_per_kwh)
      && (station->swap_type == NULL || g_strcmp0 (station->swap_type, in->swap_type) == 0))
    {
      wait_min = MIN (wait_min, station->swap_wait_min + station->swap_min);
      offer.yuan_per_kwh = MIN (offer.yuan_per_kwh, station->swap_price_yuan_per_kwh / in->charging_efficiency);
    }
  offer.stop_yuan = in->yuan_per_h * (access->detour_s / 3600.0 + (wait_min + in->stop_min) / 60.0)
                    + in->yuan_per_km * access->detour_m / 1000.0;
  return offer;
}

/* The least price of a kWh in the battery, as the graph of all stations finds it. */
static double
least_price (const CorPlanInput *in)
{
  double price = in->depot_kw > 0.0 && in->can_plug ? in->depot_yuan_per_kwh : INFINITY;

  for (guint l = 0; l < in->n_legs; l++)
    {
      const CorPlanLeg *leg = &in->legs[l];
      gboolean unhitched;

      if (in->can_plug && leg->plug_kw > 0.0 && leg->dwell_min > 0.0 && !isnan (leg->plug_yuan_per_kwh))
        price = MIN (price, leg->plug_yuan_per_kwh);
      for (guint a = 0; a < leg->n_accesses && cor_plan_same_leg (in, l) == l; a++)
        {
          const CorPlanStation *station = &in->stations[leg->accesses[a].station_index];

          if (!cor_plan_may_enter (in, 0, station, &unhitched))
            continue;
          if (in->can_plug && station->power_kw > 0.0)
            price = fmin (price, station->price_yuan_per_kwh);
          if (in->can_swap && !isnan (station->swap_min)
              && (station->swap_type == NULL || g_strcmp0 (station->swap_type, in->swap_type) == 0))
            price = fmin (price, station->swap_price_yuan_per_kwh);
        }
    }
  return isfinite (price) ? price / in->charging_efficiency : 0.0;
}

/* Puts an access among the best few of its stretch, the best first. */
static void
rank (guint *best, const double *yuan, guint access)
{
  guint at = BEST_OF_STRETCH;

  while (at > 0 && (best[at - 1] == NONE || yuan[access] < yuan[best[at - 1]]))
    at--;
  for (guint i = BEST_OF_STRETCH - 1; i > at && at < BEST_OF_STRETCH; i--)
    best[i] = best[i - 1];
  if (at < BEST_OF_STRETCH)
    best[at] = access;
}

static void
choose_of_leg (const CorPlanInput *in, const CorPlanLeg *leg, const CorPlanOffer *offers, gboolean *wanted)
{
  double most_kwh = (in->soc_max - in->soc_min - in->reserve) * in->battery_kwh;
  const CorEnergyPoint *end = &leg->points[leg->n_points - 1];
  guint n = STRETCHES * (guint) CLAMP (ceil (end->units / most_kwh), 1.0, 64.0);
  g_autofree guint *best = g_new (guint, n * BEST_OF_STRETCH);
  g_autofree double *yuan = g_new (double, MAX (leg->n_accesses, 1));

  for (guint i = 0; i < n * BEST_OF_STRETCH; i++)
    best[i] = NONE;
  for (guint a = 0; a < leg->n_accesses; a++)
    {
      double stretch = CLAMP (offers[a].at_m / end->at_m * n, 0.0, n - 1.0);

      yuan[a] = offers[a].stop_yuan + most_kwh * offers[a].yuan_per_kwh;
      if (isfinite (yuan[a]))
        rank (best + (guint) stretch * BEST_OF_STRETCH, yuan, a);
    }
  for (guint i = 0; i < n * BEST_OF_STRETCH; i++)
    if (best[i] != NONE)
      wanted[best[i]] = TRUE;
}

CorPlanPick *
cor_plan_pick_few (const CorPlanInput *in)
{
  CorPlanPick *pick;
  guint n = 0;

  for (guint l = 0; l < in->n_legs; l++)
    n += cor_plan_same_leg (in, l) == l ? in->legs[l].n_accesses : 0;
  if (n < FEW_ACCESSES)
    return NULL;
  pick = g_new (CorPlanPick, 1);
  pick->n_legs = in->n_legs;
  pick->wanted = g_new (gboolean *, in->n_legs);
  pick->offers = g_new (CorPlanOffer *, in->n_legs);
  pick->first = g_new (guint, in->n_legs);
  pick->least_yuan_per_kwh = least_price (in);
  for (guint l = 0; l < in->n_legs; l++)
    {
      const CorPlanLeg *leg = &in->legs[l];
      guint same = cor_plan_same_leg (in, l);

      pick->first[l] = same;
      if (same < l)
        {
          pick->wanted[l] = pick->wanted[same];
          pick->offers[l] = pick->offers[same];
          continue;
        }
      pick->wanted[l] = g_new0 (gboolean, MAX (leg->n_accesses, 1));
      pick->offers[l] = g_new (CorPlanOffer, MAX (leg->n_accesses, 1));
      for (guint a = 0; a < leg->n_accesses; a++)
        {
          pick->offers[l][a] = make_offer (in, &leg->accesses[a]);
          pick->offers[l][a].yuan_per_kwh -= pick->least_yuan_per_kwh;
        }
      choose_of_leg (in, leg, pick->offers[l], pick->wanted[l]);
    }
  return pick;
}

/* The bound over all offers and bays of the day. */
static void
bound_of_all (const CorPlanPick *pick, const CorPlanInput *in, double most_kwh, CorPlanBound *bound)
{
  CorPlanBound later = { 0 };

  for (guint l = 0; l < pick->n_legs; l++)
    {
      const CorPlanLeg *leg = &in->legs[l];
      CorPlanOffer bay = { 0.0, 0.0, leg->plug_yuan_per_kwh / in->charging_efficiency - pick->least_yuan_per_kwh };

      if (pick->first[l] == l)
        cor_plan_bound_fill (pick->offers[l], leg->n_accesses, &later, most_kwh, bound);
      later = *bound;
      if (in->can_plug && leg->plug_kw > 0.0 && leg->dwell_min > 0.0 && !isnan (leg->plug_yuan_per_kwh))
        cor_plan_bound_fill (&bay, 1, &later, most_kwh, bound);
      later = *bound;
    }
}

void
cor_plan_pick_possible (CorPlanPick *pick, const CorPlanInput *in, double cost, double need)
{
  double most_kwh = (in->soc_max - in->soc_min - in->reserve) * in->battery_kwh;
  CorPlanBound bound;
  CorPlanGraph graph = { .in = in, .bounds = &bound, .high_kwh = most_kwh };

  bound_of_all (pick, in, most_kwh, &bound);
  for (guint l = 0; l < pick->n_legs; l++)
    for (guint a = 0; a < in->legs[l].n_accesses && pick->first[l] == l; a++)
      {
        const CorPlanOffer *offer = &pick->offers[l][a];
        CorPlanNode node = { .energy_yuan_per_kwh = offer->yuan_per_kwh };

        pick->wanted[l][a] = offer->stop_yuan <= cost + SAME_YUAN
                             && offer->stop_yuan + cor_plan_bound_at (&graph, &node, 0, need, most_kwh) <= cost + SAME_YUAN;
      }
}

void
cor_plan_pick_free (CorPlanPick *pick)
{
  for (guint l = 0; l < pick->n_legs; l++)
    if (pick->first[l] == l)
      {
        g_free (pick->wanted[l]);
        g_free (pick->offers[l]);
      }
  g_free (pick->wanted);
  g_free (pick->offers);
  g_free (pick->first);
  g_free (pick);
}
