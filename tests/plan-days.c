/* plan-days.c: random days for the tests of the charging plan, and the best of all plans there are for one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan-days.h"

#include <string.h>

/* Minutes of a day, and at the wheel, up to which it is kept what a place was reached for. */
#define KEPT_MINUTES 512
#define KEPT_DRIVEN 32
#define KEPT_KWH 21

/* @start: kWh in the morning; without a plug at the depot, in the evening too; @reached: the least yuan for which a place
 * was left with a charge, at a minute, after so many at the wheel, where prices are by the hour; or NULL; @latest: minutes
 * after which power may begin. */
typedef struct
{
  const Day *day;
  int start;
  double best;
  double *reached;
  double latest;
} Brute;

/* Where a truck goes on: after station @index - 1, at @at_km, with @kwh, after @yuan and @minute minutes, @driven of them at
 * the wheel since the last rest. */
typedef struct
{
  guint index;
  int at_km, kwh;
  double yuan;
  double minute;
  int driven;
} Place;

/* Minutes of rest on a drive of so many minutes, minute by minute; @driven: at the wheel since the last rest. */
static int
brute_rest (const CorPlanInput *in, int minutes, int *driven)
{
  int rest = 0;

  for (int i = 0; i < minutes && in->rest_min > 0.0; i++)
    {
      if (*driven == (int) lround (60.0 * in->rest_after_h))
        {
          rest += (int) in->rest_min;
          *driven = 0;
        }
      ++*driven;
    }
  return rest;
}

/* Minutes that one kWh takes at a level. */
static double
kwh_minutes (const Day *day, double kw, int level)
{
  guint step = 0;

  while (step + 1 < day->in.curve.n && day->in.curve.to_kwh[step] <= level)
    step++;
  return 60.0 / MIN (kw, day->in.curve.limit_kw[step]);
}

static double
brute_charge_min (const Day *day, double kw, int from, int to)
{
  double minutes = 0.0;

  for (int level = from; level < to; level++)
    minutes += kwh_minutes (day, kw, level);
  return minutes;
}

/* Yuan for power from a minute of the working day on, minute by minute; whole minutes where prices are by the hour. */
static double
brute_yuan (const Day *day, const CorPlanStation *station, int from, int to, double minute)
{
  double yuan = 0.0;

  if (station->hours == NULL)
    return (to - from) * station->price_yuan_per_kwh;
  for (int level = from; level < to; level++)
    {
      int takes = (int) lround (kwh_minutes (day, station->power_kw, level));

      for (int i = 0; i < takes; i++, minute += 1.0)
        {
          int clock = (int) lround (60.0 * day->in.first_departure_h + minute);

          yuan += (station->hours->yuan_per_kwh[clock / 30 % COR_TARIFF_SLOTS] + station->fee_yuan_per_kwh) / takes;
        }
    }
  return yuan;
}

/* Without rests the time at the wheel does not matter. */
static int
kept_driven (const Day *day)
{
  return day->in.rest_min > 0.0 ? KEPT_DRIVEN : 1;
}

static gboolean
was_cheaper (Brute *brute, const Place *place)
{
  double *kept;

  if (brute->reached == NULL || place->minute >= KEPT_MINUTES || place->driven >= kept_driven (brute->day) || place->kwh < 0)
    return FALSE;
  kept = &brute->reached[((place->index * KEPT_KWH + (guint) place->kwh) * KEPT_MINUTES + (guint) lround (place->minute))
                           * (guint) kept_driven (brute->day)
                         + (guint) place->driven];
  if (*kept <= place->yuan)
    return TRUE;
  *kept = place->yuan;
  return FALSE;
}

static void brute_from (Brute *brute, const Place *place);

/* Every way to take energy at a station up to a level: at once, later where the hour matters, and resting. */
static void
brute_stop (Brute *brute, const Place *place, guint a, int level)
{
  const Day *day = brute->day;
  const CorPlanInput *in = &day->in;
  const CorAccess *access = &day->legs[0].accesses[a];
  const CorPlanStation *station = &in->stations[access->station_index];
  int off = (int) (access->out_m / 1000.0), there = (int) (access->leave_m / 1000.0), since = place->driven;
  int arrive = place->kwh - (there - place->at_km) - off;
  double rest = brute_rest (in, there - place->at_km + off, &since);
  double power_min = brute_charge_min (day, station->power_kw, arrive, level);
  double pause = power_min + station->wait_min + in->stop_min;
  double starts = place->minute + there - place->at_km + off + rest + station->wait_min + in->stop_min;
  double latest = station->hours != NULL ? brute->latest : 0.0;

  for (double hold = 0.0; hold <= latest; hold += 1.0)
    {
      double paid = place->yuan + brute_yuan (day, station, arrive, level, starts + hold) + 2.0 * off * in->yuan_per_km;
      gboolean rests = in->rest_min > 0.0 && pause + hold > in->rest_min - 1e-6;

      if (place->yuan + hold * in->yuan_per_h / 60.0 >= brute->best)
        return;
      /* Off at once, and after the driver's rest. */
      for (int stays = 0; stays <= (in->rest_min > 0.0 && !rests); stays++)
        {
          Place next = { a + 1, there, level - off, paid, 0.0, stays || rests ? 0 : since };
          double minutes = (stays ? in->rest_min : pause + hold) + rest + 2.0 * off + brute_rest (in, off, &next.driven);

          next.yuan += minutes * in->yuan_per_h / 60.0;
          next.minute = place->minute + there - place->at_km + minutes;
          brute_from (brute, &next);
        }
    }
}

/* All ways to go on from a place; a kilometre takes a minute. */
static void
brute_from (Brute *brute, const Place *place)
{
  const CorPlanLeg *leg = &brute->day->legs[0];
  const CorPlanInput *in = &brute->day->in;
  int left = (int) (leg->points[1].at_m / 1000.0) - place->at_km;
  int end = place->kwh - left;
  int then = place->driven;
  double all;

  if (place->yuan >= brute->best || was_cheaper (brute, place))
    return;
  all = place->yuan + brute_rest (in, left, &then) * in->yuan_per_h / 60.0
        + (in->depot_kw > 0.0 ? (brute->start - end) * in->depot_yuan_per_kwh : 0.0);
  if (end >= (in->depot_kw > 0.0 ? 0 : brute->start))
    brute->best = MIN (brute->best, all);
  for (guint a = place->index; a < leg->n_accesses; a++)
    {
      int arrive = place->kwh - ((int) (leg->accesses[a].leave_m / 1000.0) - place->at_km)
                   - (int) (leg->accesses[a].out_m / 1000.0);

      for (int level = arrive; arrive >= 0 && level <= (int) in->battery_kwh; level++)
        brute_stop (brute, place, a, level);
    }
}

/* With what was kept so far forgotten. */
static void
brute_again (Brute *brute, gsize n_kept, double latest)
{
  brute->latest = latest;
  for (gsize i = 0; brute->reached != NULL && i < n_kept; i++)
    brute->reached[i] = INFINITY;
  brute_from (brute, &(Place){ 0, 0, brute->start, 0.0, 0.0, 0 });
}

double
brute_best_below (const Day *day, int first, int last, double most)
{
  gsize n = (day->legs[0].n_accesses + 1) * (gsize) KEPT_KWH * KEPT_MINUTES * (gsize) kept_driven (day);
  int driven = 0;
  double rest = brute_rest (&day->in, (int) (day->legs[0].points[1].at_m / 1000.0), &driven) * day->in.yuan_per_h / 60.0;
  Brute brute = { day, first, most + rest, NULL, 0.0 };

  for (guint i = 0; i < day->in.n_stations; i++)
    if (day->stations[i].hours != NULL && brute.reached == NULL)
      brute.reached = g_new (double, n);
  for (; brute.start <= last; brute.start++)
    {
      /* Without staying on first: what can be done at all can be done so, and later days are to be cheaper. */
      brute_again (&brute, n, 0.0);
      if (brute.reached != NULL && isfinite (brute.best))
        brute_again (&brute, n, KEPT_MINUTES);
    }
  g_free (brute.reached);
  return brute.best < most + rest ? brute.best - rest : INFINITY;
}

double
brute_best (const Day *day, int first, int last)
{
  return brute_best_below (day, first, last, INFINITY);
}

void
random_day (Day *day, GRand *rand, guint n_stations, int km)
{
  static const double powers[] = { 20, 50, 100 };
  int at = 0;

  day_init (day);
  day->in.battery_kwh = 20.0;
  day->in.stop_min = g_rand_int_range (rand, 0, 10);
  day->in.depot_yuan_per_kwh = g_rand_int_range (rand, 2, 12) / 10.0;
  day->in.curve = (CorChargeCurve){ .n = 3, .to_kwh = { 14, 17, 20 }, .limit_kw = { 60, 30, 10 } };
  day_add_leg (day, km, km);
  for (guint i = 0; i < n_stations; i++)
    {
      double kw, yuan;

      at = g_rand_int_range (rand, at, MAX (at + 1, km * (int) (i + 1) / (int) n_stations));
      kw = powers[g_rand_int_range (rand, 0, 3)];
      yuan = g_rand_int_range (rand, 5, 25) / 10.0;
      day_add_station (day, kw, yuan);
      day->stations[i].wait_min = g_rand_int_range (rand, 0, 3) * 4.0;
      day_add_access (day, 0, i, at, g_rand_int_range (rand, 0, 3));
    }
}

void
set_rest (Day *day, GRand *rand)
{
  day->in.rest_min = g_rand_int_range (rand, 3, 8) * 2.0;
  day->in.rest_after_h = g_rand_int_range (rand, 8, 30) / 60.0;
}

/* To the last bit; member by member, as what lies between them is nobody's. */
static void
assert_same_stop (const CorPlanStop *a, const CorPlanStop *b)
{
  const double one[] = { a->at_m, a->day_m, a->arrive_h, a->soc_in, a->soc_out, a->kwh, a->yuan, a->minutes, a->charge_min, a->stay_min,
                         a->wait_min, a->detour_m, a->detour_s };
  const double other[] = { b->at_m, b->day_m, b->arrive_h, b->soc_in, b->soc_out, b->kwh, b->yuan, b->minutes, b->charge_min, b->stay_min,
                           b->wait_min, b->detour_m, b->detour_s };

  g_assert_cmpint (a->kind, ==, b->kind);
  g_assert_cmpuint (a->leg, ==, b->leg);
  g_assert_cmpint (a->station, ==, b->station);
  g_assert_cmpint (a->unhitched, ==, b->unhitched);
  g_assert_cmpint (a->rests, ==, b->rests);
  for (guint i = 0; i < G_N_ELEMENTS (one); i++)
    g_assert_cmpfloat (one[i], ==, other[i]);
}

void
assert_same_plan (const CorPlan *a, const CorPlan *b)
{
  g_assert_cmpint (a->feasible, ==, b->feasible);
  g_assert_cmpuint (a->n_stops, ==, b->n_stops);
  for (guint i = 0; i < a->n_stops; i++)
    assert_same_stop (&a->stops[i], &b->stops[i]);
  g_assert_cmpmem (a->points, a->n_points * sizeof *a->points, b->points, b->n_points * sizeof *b->points);
  g_assert_cmpfloat (a->objective_yuan, ==, b->objective_yuan);
  g_assert_cmpfloat (a->gap_yuan, ==, b->gap_yuan);
  g_assert_cmpfloat (a->spare_yuan, ==, b->spare_yuan);
  g_assert_cmpfloat (a->energy_s, ==, b->energy_s);
}

void
rest_day (Day *day, GRand *rand, guint n_stations)
{
  random_day (day, rand, n_stations, g_rand_int_range (rand, 15, 70));
  set_rest (day, rand);
  day->in.stop_min = g_rand_int_range (rand, 0, 4) * 2.0;
  day->in.curve = (CorChargeCurve){ .n = 1, .to_kwh = { 20 }, .limit_kw = { 60 } };
  for (guint i = 0; i < n_stations; i++)
    day->stations[i].power_kw = day->stations[i].power_kw > 60.0 ? 60.0 : 30.0;
}

void
sell_by (Day *day, guint station, CorPriceDay *hours, const double *yuan_per_kwh, double fee)
{
  CorPlanStation *to = &day->stations[station];

  to->hours = cor_price_day_set (hours, yuan_per_kwh) ? hours : NULL;
  to->fee_yuan_per_kwh = fee;
  to->price_yuan_per_kwh = yuan_per_kwh[0] + fee;
  for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
    day->in.least_plug_yuan_per_kwh = MIN (day->in.least_plug_yuan_per_kwh, yuan_per_kwh[slot] + fee);
}

void
random_hours (Day *day, GRand *rand, CorPriceDay *hours)
{
  day->in.first_departure_h = 8.0 + g_rand_int_range (rand, 0, 30) / 60.0;
  day->in.yuan_per_h = (double[]){ 15, 30, 60 }[g_rand_int_range (rand, 0, 3)];
  for (guint i = 0; i < day->in.n_stations; i++)
    {
      double yuan[COR_TARIFF_SLOTS], now = g_rand_int_range (rand, 3, 20) / 10.0;

      for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
        {
          if (g_rand_boolean (rand))
            now = g_rand_int_range (rand, 3, 20) / 10.0;
          yuan[slot] = now;
        }
      if (g_rand_int_range (rand, 0, 4) > 0)
        sell_by (day, i, &hours[i], yuan, g_rand_int_range (rand, 0, 5) / 10.0);
    }
}
