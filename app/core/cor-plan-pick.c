/* cor-plan-pick.c: the stations of very many that a day could stop at, by what a stop costs at least.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-plan-private.h"

#include <math.h>
#include <string.h>

/* Days with fewer ways to stations than this are looked at whole. */
#define FEW_ACCESSES 48
/* The first look takes the best few of each stretch, which is this part of a full charge. */
#define STRETCHES 4
#define BEST_OF_STRETCH 4
#define SAME_YUAN 1e-5
#define NONE G_MAXUINT

/* The offers at a price of the plugs. */
static void
offers_at (const CorPlanInput *in, double least_yuan_per_kwh, double detour_kwh_per_km, const CorPlanStation *station,
           const CorAccess *access, double plug_yuan_per_kwh, CorPlanOffer *offers)
{
  double detour_kwh = detour_kwh_per_km * (access->out_m + access->back_m) / 1000.0;
  double stop_yuan;
  gboolean unhitched;

  for (guint i = 0; i < COR_N_OFFERS; i++)
    offers[i] = (CorPlanOffer){ INFINITY, INFINITY };
  if (!cor_plan_may_enter (in, 0, station, &unhitched))
    return;
  /* Where the line goes on meanwhile, the way off takes its energy in its place. */
  if (access->rejoin_m > access->leave_m)
    detour_kwh = 0.0;
  stop_yuan = in->yuan_per_h * (access->detour_s / 3600.0 + (in->stop_min + (unhitched ? in->unhitch_min : 0.0)) / 60.0)
              + in->yuan_per_km * access->detour_m / 1000.0;
  if (in->can_plug && station->power_kw > 0.0 && !isnan (station->price_yuan_per_kwh))
    {
      double price = plug_yuan_per_kwh / in->charging_efficiency
                     + in->yuan_per_h / MIN (station->power_kw, in->curve.limit_kw[0]);

      offers[COR_OFFER_PLUG] = (CorPlanOffer){ stop_yuan + in->yuan_per_h * station->wait_min / 60.0 + detour_kwh * price,
                                               price - least_yuan_per_kwh };
    }
  if (in->can_swap && !isnan (station->swap_min) && !isnan (station->swap_price_yuan_per_kwh)
      && (station->swap_type == NULL || g_strcmp0 (station->swap_type, in->swap_type) == 0))
    {
      double price = station->swap_price_yuan_per_kwh;

      offers[COR_OFFER_SWAP] = (CorPlanOffer){ stop_yuan
                                                 + in->yuan_per_h * (station->swap_wait_min + station->swap_min) / 60.0
                                                 + detour_kwh * price,
                                               price - least_yuan_per_kwh };
    }
}

void
cor_plan_offers (const CorPlanInput *in, double least_yuan_per_kwh, double detour_kwh_per_km,
                 const CorPlanStation *station, const CorAccess *access, CorPlanOffer *offers)
{
  offers_at (in, least_yuan_per_kwh, detour_kwh_per_km, station, access, cor_plan_station_least (in, station), offers);
}

double
cor_plan_night_slope (const CorPlanInput *in, double least_yuan_per_kwh)
{
  if (!in->can_plug || !(in->depot_kw > 0.0))
    return INFINITY;
  return in->depot_yuan_per_kwh / in->charging_efficiency - least_yuan_per_kwh;
}

double
cor_plan_least_price (const CorPlanInput *in, double least_plug, double least_swap)
{
  double price = INFINITY;

  if (in->can_plug)
    price = fmin (in->depot_kw > 0.0 ? in->depot_yuan_per_kwh : INFINITY, least_plug);
  for (guint l = 0; l < in->n_legs && in->can_plug; l++)
    if (in->legs[l].plug_kw > 0.0 && in->legs[l].dwell_min > 0.0)
      price = fmin (price, cor_plan_bay_least (in, &in->legs[l]));
  price /= in->charging_efficiency;
  if (in->can_swap)
    price = fmin (price, least_swap);
  return isfinite (price) ? price : 0.0;
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

/* What a stop costs that fills the battery. */
static double
full_yuan (const CorPlanOffer *offers, double most_kwh)
{
  double yuan = INFINITY;

  for (guint i = 0; i < COR_N_OFFERS; i++)
    yuan = MIN (yuan, offers[i].stop_yuan + most_kwh * offers[i].yuan_per_kwh);
  return yuan;
}

static void
choose_of_leg (const CorPlanInput *in, const CorPlanLeg *leg, CorPlanOffer (*offers)[COR_N_OFFERS], gboolean *wanted)
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
      double stretch = CLAMP (leg->accesses[a].leave_m / end->at_m * n, 0.0, n - 1.0);

      yuan[a] = full_yuan (offers[a], most_kwh);
      if (isfinite (yuan[a]))
        rank (best + (guint) stretch * BEST_OF_STRETCH, yuan, a);
    }
  for (guint i = 0; i < n * BEST_OF_STRETCH; i++)
    if (best[i] != NONE)
      wanted[best[i]] = TRUE;
}

/* The bay at the end of a leg, where there is one to use. */
static gboolean
bay_of (const CorPlanPick *pick, const CorPlanInput *in, guint l, CorPlanOffer *bay, CorAccess *access)
{
  const CorPlanLeg *leg = &in->legs[l];

  if (!in->can_plug || !(leg->plug_kw > 0.0) || !(leg->dwell_min > 0.0) || isnan (leg->plug_yuan_per_kwh))
    return FALSE;
  access->leave_m = access->rejoin_m = leg->points[leg->n_points - 1].at_m;
  *bay = (CorPlanOffer){ 0.0, cor_plan_bay_least (in, leg) / in->charging_efficiency - pick->least_yuan_per_kwh };
  return TRUE;
}

/* What the offers and bays of the day cost by stretch. */
static void
fill_frame (CorPlanPick *pick, const CorPlanInput *in)
{
  CorPlanFrame *frame = &pick->frame;

  cor_plan_frame_fill (frame, in);
  frame->night_slope = cor_plan_night_slope (in, pick->least_yuan_per_kwh);
  for (guint l = 0; l < pick->n_legs; l++)
    {
      const CorPlanLeg *leg = &in->legs[l];
      CorAccess access = { 0 };
      CorPlanOffer bay;

      if (pick->first[l] != l)
        continue;
      for (guint a = 0; a < leg->n_accesses; a++)
        cor_plan_frame_note (frame, pick->offers[l][a], COR_N_OFFERS, &leg->accesses[a], frame->passes[l].way);
      if (bay_of (pick, in, l, &bay, &access))
        cor_plan_frame_note (frame, &bay, 1, &access, frame->passes[l].way);
    }
}

/* What a kWh is taken to cost at the plugs on a leg, the least of all times that it is driven. */
static double
plug_price (const CorPlanPick *pick, const CorPlanInput *in, guint l, const CorAccess *access, const double *starts_s)
{
  const CorPlanStation *station = &in->stations[access->station_index];
  double leave_s, price = INFINITY;

  if (station->hours == NULL || pick->by_hour || isnan (station->price_yuan_per_kwh) || !(station->power_kw > 0.0) || !in->can_plug)
    return cor_plan_station_least (in, station);
  leave_s = cor_plan_leg_at (&in->legs[l], access->leave_m).at_s;
  for (guint k = l; k < in->n_legs; k++)
    if (cor_plan_same_leg (in, k) == l)
      price = MIN (price, cor_plan_station_expected (in, station, access, starts_s[k] + leave_s));
  return price;
}

/* The arrays of a leg, or those of the same leg driven earlier; @starts_s: when each leg does, without stops. */
static void
fill_leg (CorPlanPick *pick, const CorPlanInput *in, guint l, const double *starts_s)
{
  const CorPlanLeg *leg = &in->legs[l];
  guint same = cor_plan_same_leg (in, l);

  pick->first[l] = same;
  if (same < l)
    {
      pick->wanted[l] = pick->wanted[same];
      pick->offers[l] = pick->offers[same];
      return;
    }
  pick->n_accesses += leg->n_accesses;
  for (guint a = 0; a < leg->n_accesses; a++)
    pick->frame.hourly |= in->can_plug && in->stations[leg->accesses[a].station_index].hours != NULL;
  pick->wanted[l] = g_new0 (gboolean, MAX (leg->n_accesses, 1));
  pick->offers[l] = g_malloc_n (MAX (leg->n_accesses, 1), sizeof *pick->offers[l]);
  for (guint a = 0; a < leg->n_accesses; a++)
    offers_at (in, pick->least_yuan_per_kwh, leg->detour_kwh_per_km, &in->stations[leg->accesses[a].station_index],
               &leg->accesses[a], plug_price (pick, in, l, &leg->accesses[a], starts_s), pick->offers[l][a]);
}

CorPlanPick *
cor_plan_pick_new (const CorPlanInput *in, gboolean by_hour)
{
  CorPlanPick *pick = g_new0 (CorPlanPick, 1);
  g_autofree double *starts_s = g_new0 (double, in->n_legs + 1);

  pick->n_legs = in->n_legs;
  pick->wanted = g_new (gboolean *, in->n_legs);
  pick->offers = g_malloc_n (in->n_legs, sizeof *pick->offers);
  pick->first = g_new (guint, in->n_legs);
  pick->least_yuan_per_kwh = cor_plan_least_price (in, in->least_plug_yuan_per_kwh, in->least_swap_yuan_per_kwh);
  pick->by_hour = by_hour;
  for (guint l = 0; l < in->n_legs; l++)
    starts_s[l + 1] = starts_s[l] + in->legs[l].points[in->legs[l].n_points - 1].at_s + in->legs[l].dwell_min * 60.0;
  for (guint l = 0; l < in->n_legs; l++)
    fill_leg (pick, in, l, starts_s);
  fill_frame (pick, in);
  return pick;
}

gboolean
cor_plan_pick_few (CorPlanPick *pick, const CorPlanInput *in)
{
  if (pick->n_accesses < FEW_ACCESSES)
    return FALSE;
  for (guint l = 0; l < in->n_legs; l++)
    if (pick->first[l] == l && in->legs[l].n_accesses > 0)
      memset (pick->wanted[l], 0, in->legs[l].n_accesses * sizeof **pick->wanted);
  for (guint l = 0; l < in->n_legs; l++)
    if (pick->first[l] == l)
      choose_of_leg (in, &in->legs[l], pick->offers[l], pick->wanted[l]);
  return TRUE;
}

static gboolean
stops_at (const CorPlanBrief *like, guint station)
{
  for (guint i = 0; i < like->n_used; i++)
    if (like->used[i] == station)
      return TRUE;
  return FALSE;
}

gboolean
cor_plan_pick_like (CorPlanPick *pick, const CorPlanInput *in, const CorPlanBrief *like)
{
  gboolean any = FALSE;

  for (guint l = 0; like->n_used > 0 && l < in->n_legs; l++)
    for (guint a = 0; a < in->legs[l].n_accesses && pick->first[l] == l; a++)
      any |= pick->wanted[l][a] = stops_at (like, in->legs[l].accesses[a].station_index);
  return any;
}

void
cor_plan_pick_possible (CorPlanPick *pick, const CorPlanInput *in, double cost)
{
  cor_plan_frame_finish (&pick->frame);
  for (guint l = 0; l < pick->n_legs; l++)
    for (guint a = 0; a < in->legs[l].n_accesses && pick->first[l] == l; a++)
      pick->wanted[l][a] = cor_plan_frame_pays (&pick->frame, pick->offers[l][a], COR_N_OFFERS, &in->legs[l].accesses[a],
                                                 pick->frame.passes[l].way, cost + SAME_YUAN);
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
  cor_plan_frame_clear (&pick->frame);
  g_free (pick);
}
