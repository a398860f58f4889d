/* test-plan-ways.c: days with five to eight stations, there and back, with up to 16 ways to them, against the best of all days.
 *
 * The best is found minute by minute and kWh by kWh, by nothing but a table of what it costs at least to be at a place of the
 * day with so many kWh at a minute (R. Bellman, Dynamic Programming, 1957). Where a kWh takes a minute everywhere the
 * best plan is on that grid; where some take two or three a plan can end power between, and be a little cheaper.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan-days.h"

#define FULL 20
#define MINUTES 480

/* By the hour a plan can be above the best, as charges are settled at the stops of the best few days found: of 4,000 such days
 * 12 were, by less than this share of the best. */
#define HOURLY_MOST 0.01

/* Least yuan by kWh and minute; minutes are those since the first departure. */
typedef struct
{
  double yuan[FULL + 1][MINUTES];
} Table;

static void
forget (Table *table)
{
  for (guint kwh = 0; kwh <= FULL; kwh++)
    for (guint minute = 0; minute < MINUTES; minute++)
      table->yuan[kwh][minute] = INFINITY;
}

static void
lower (Table *table, int kwh, int minute, double yuan)
{
  if (kwh >= 0 && kwh <= FULL && minute < MINUTES && yuan < table->yuan[kwh][minute])
    table->yuan[kwh][minute] = yuan;
}

/* A table after so many kWh and minutes more. */
static void
shift (const Table *from, int kwh, int minutes, double yuan, Table *to)
{
  for (int k = kwh; k <= FULL; k++)
    for (int minute = 0; minute + minutes < MINUTES; minute++)
      lower (to, k - kwh, minute + minutes, from->yuan[k][minute] + yuan);
}

static double
price_at (const Day *day, const CorPlanStation *station, int minute)
{
  int clock = (int) lround (60.0 * day->in.first_departure_h) + minute;

  if (station->hours == NULL)
    return station->price_yuan_per_kwh;
  return station->hours->yuan_per_kwh[clock / 30 % COR_TARIFF_SLOTS] + station->fee_yuan_per_kwh;
}

/* Power in one go, from any minute on, for who is there ready to plug in. */
static void
charge (const Day *day, const CorPlanStation *station, Table *ready, Table *charged)
{
  double yuan_per_min = day->in.yuan_per_h / 60.0;

  for (int kwh = 0; kwh < FULL; kwh++)
    {
      guint bend = 0;
      int takes;

      while (day->in.curve.to_kwh[bend] <= kwh)
        bend++;
      takes = (int) lround (60.0 / MIN (station->power_kw, day->in.curve.limit_kw[bend]));
      for (int minute = 0; minute + takes < MINUTES; minute++)
        {
          double yuan = MIN (ready->yuan[kwh][minute], charged->yuan[kwh][minute]);

          lower (ready, kwh, minute + 1, ready->yuan[kwh][minute] + yuan_per_min);
          for (int i = 0; i < takes; i++)
            yuan += price_at (day, station, minute + i) / takes + yuan_per_min;
          lower (charged, kwh + 1, minute + takes, yuan);
        }
    }
}

/* Stops, or does not. */
static void
stop_at (const Day *day, const CorAccess *access, Table *line)
{
  static Table passed, ready, done;
  const CorPlanInput *in = &day->in;
  const CorPlanStation *station = &in->stations[access->station_index];
  int off = (int) (access->out_m / 1000.0);
  double km_yuan = 2 * off * in->yuan_per_km, per_min = in->yuan_per_h / 60.0;

  if (station->power_kw > 0.0)
    {
      int before = off + (int) (station->wait_min + in->stop_min);

      passed = *line;
      forget (&ready);
      forget (&done);
      shift (&passed, off, before, km_yuan + (before + off) * per_min, &ready);
      charge (day, station, &ready, &done);
      shift (&done, off, off, 0.0, line);
    }
  if (!isnan (station->swap_min))
    {
      int before = off + (int) (station->swap_wait_min + in->stop_min + station->swap_min);

      passed = *line;
      forget (&ready);
      forget (&done);
      shift (&passed, off, before, km_yuan + (before + off) * per_min, &ready);
      for (int kwh = 0; kwh < FULL; kwh++)
        for (int minute = 0; minute < MINUTES; minute++)
          lower (&done, FULL, minute, ready.yuan[kwh][minute] + (FULL - kwh) * station->swap_price_yuan_per_kwh);
      shift (&done, off, off, 0.0, line);
    }
}

/* The least that the day costs. */
static double
table_best (const Day *day)
{
  static Table line, then;
  double best = INFINITY;

  forget (&line);
  line.yuan[FULL][0] = 0.0;
  for (guint l = 0; l < day->in.n_legs; l++)
    {
      const CorPlanLeg *leg = &day->legs[l];
      int at = 0;

      for (guint a = 0; a <= leg->n_accesses; a++)
        {
          double to_m = a < leg->n_accesses ? leg->accesses[a].leave_m : leg->points[1].at_m;
          int km = (int) (to_m / 1000.0) - at;

          forget (&then);
          shift (&line, km, km, 0.0, &then);
          line = then;
          at += km;
          if (a < leg->n_accesses)
            stop_at (day, &leg->accesses[a], &line);
        }
      forget (&then);
      shift (&line, 0, (int) leg->dwell_min, 0.0, &then);
      line = then;
    }
  for (int kwh = 0; kwh <= FULL; kwh++)
    for (int minute = 0; minute < MINUTES; minute++)
      best = MIN (best, line.yuan[kwh][minute] + (FULL - kwh) * day->in.depot_yuan_per_kwh);
  return best;
}

/* There and back past the same stations. @hourly: most sell by the hour; @swaps: some swap, or do both; @even: a kWh takes
 * a minute everywhere. */
static void
make_day (Day *day, GRand *rand, CorPriceDay *hours, gboolean hourly, gboolean swaps, gboolean even)
{
  guint n = (guint) g_rand_int_range (rand, 5, 9);
  int km = g_rand_int_range (rand, 12, 36);
  CorPlanLeg *back;

  random_day (day, rand, n, km);
  if (even)
    day->in.curve = (CorChargeCurve){ .n = 1, .to_kwh = { FULL }, .limit_kw = { 60 } };
  day->in.can_swap = swaps;
  for (guint i = 0; i < n; i++)
    {
      day->stations[i].power_kw = even ? 60.0 : (double[]){ 20, 30, 60 }[g_rand_int_range (rand, 0, 3)];
      if (!swaps || g_rand_boolean (rand))
        continue;
      if (g_rand_boolean (rand))
        day->stations[i].power_kw = 0.0;
      day->stations[i].swap_min = g_rand_int_range (rand, 3, 8);
      day->stations[i].swap_wait_min = g_rand_int_range (rand, 0, 3) * 3.0;
      day->stations[i].swap_price_yuan_per_kwh = g_rand_int_range (rand, 5, 25) / 10.0;
      day->in.least_swap_yuan_per_kwh = MIN (day->in.least_swap_yuan_per_kwh, day->stations[i].swap_price_yuan_per_kwh);
    }
  if (hourly)
    random_hours (day, rand, hours);
  day->legs[0].dwell_min = g_rand_int_range (rand, 0, 40);
  back = day_add_leg (day, km, km);
  /* Of stations at one place the first in the list comes first, both ways. */
  for (int at = 0; at <= km; at++)
    for (guint i = 0; i < n; i++)
      if ((int) (day->legs[0].accesses[i].leave_m / 1000.0) == km - at)
        day_add_access (day, 1, i, at, day->legs[0].accesses[i].out_m / 1000.0);
  g_assert_cmpuint (day->legs[0].n_accesses + back->n_accesses, <=, 16);
}

/* At prices that are the same all day the plan is the best there is; by the hour nearly always, and never far from it. With
 * CORRIDOR_PLAN_DAYS set, so many days of each kind. */
static void
test_ways (gconstpointer data)
{
  guint kind = GPOINTER_TO_UINT (data), feasible = 0, stops = 0, swapped = 0, below = 0, dearer = 0;
  gboolean hourly = (kind & 1) != 0, swaps = (kind & 2) != 0, even = (kind & 4) == 0;
  g_autoptr (GRand) rand = g_rand_new_with_seed (60 + kind);
  const char *asked = g_getenv ("CORRIDOR_PLAN_DAYS");
  guint n = asked != NULL ? (guint) g_ascii_strtoull (asked, NULL, 10) : hourly ? 40 : 100;

  for (guint i = 0; i < n; i++)
    {
      static Day day;
      CorPriceDay hours[8];
      double best;
      g_auto (CorPlan) plan = { 0 };

      make_day (&day, rand, hours, hourly, swaps, even);
      cor_plan_solve (&day.in, &plan);
      best = table_best (&day);
      if (isfinite (best))
        g_assert_true (plan.feasible);
      else if (even || !hourly)
        g_assert_false (plan.feasible);
      if (!plan.feasible)
        continue;
      feasible++;
      g_assert_cmpfloat (plan.objective_yuan, <=, hourly ? best * (1.0 + HOURLY_MOST) : best + 1e-4);
      dearer += plan.objective_yuan > best + 1e-4;
      /* Flat prices, or a kWh a minute: the grid holds the best of all. */
      if (even || !hourly)
        g_assert_cmpfloat (plan.objective_yuan, >=, best - 1e-4);
      below += plan.objective_yuan < best - 1e-4;
      stops += plan.n_stops;
      for (guint s = 0; s < plan.n_stops; s++)
        swapped += plan.stops[s].kind == COR_STOP_SWAP;
    }
  g_test_message ("%u of %u days, %u stops, %u swaps; %u plans between the minutes, %u dearer than the best", feasible, n, stops,
                  swapped, below, dearer);
  g_assert_cmpuint (dearer, <=, n / 40);
  g_assert_cmpuint (feasible, >, n / 2);
  g_assert_cmpuint (stops, >, feasible);
  g_assert_true ((swapped > 0) == swaps);
}

/* Days kept from those by the hour on which one of the charges or minutes that are tried makes a difference: with power put
 * off here until the price falls, and the charge that then suits the next stop; with power that ends as the price rises; with
 * charges, and power put off by some minutes, that suit the hour two and more stops on. */
static void
test_kept (void)
{
  static const struct { guint kind, day; } kept[] = { { 1, 174 }, { 1, 345 }, { 5, 62 }, { 7, 8 }, { 7, 41 }, { 7, 54 },
                                                         { 1, 89 }, { 1, 123 }, { 3, 18 }, { 3, 68 }, { 3, 164 }, { 5, 1 },
                                                         { 5, 74 }, { 5, 286 }, { 5, 481 }, { 7, 81 }, { 7, 222 }, { 7, 264 } };

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (60 + kept[i].kind);
      static Day day;
      CorPriceDay hours[8];
      g_auto (CorPlan) plan = { 0 };

      for (guint k = 0; k <= kept[i].day; k++)
        make_day (&day, rand, hours, (kept[i].kind & 1) != 0, (kept[i].kind & 2) != 0, (kept[i].kind & 4) == 0);
      cor_plan_solve (&day.in, &plan);
      g_assert_true (plan.feasible);
      g_assert_cmpfloat (plan.objective_yuan, <=, table_best (&day) + 1e-4);
    }
}

int
main (int argc, char **argv)
{
  static const char *const names[] = { "flat", "hourly", "flat-swaps", "hourly-swaps", "flat-uneven", "hourly-uneven",
                                       "flat-swaps-uneven", "hourly-swaps-uneven" };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strdup_printf ("/plan-ways/%s", names[i]);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_ways);
    }
  g_test_add_func ("/plan-ways/kept", test_kept);
  return g_test_run ();
}
