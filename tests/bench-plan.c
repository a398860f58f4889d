/* bench-plan.c: time of a charging plan: a day of round trips with 130 stations within reach. Times are those of
 * the processor, so that other programs do not count.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "plan-fixture.h"

#include <stdlib.h>
#include <time.h>

#define STATIONS 130
#define DAYS 200

/* Four tariffs of half hours, valley from 0 to 8 h and at noon, peaks before and after it. */
static void
fill_hours (CorPriceDay *hours)
{
  for (guint k = 0; k < 4; k++)
    {
      double yuan[COR_TARIFF_SLOTS];

      for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
        {
          double hour = (double) slot / COR_TARIFF_SLOTS_PER_H;

          yuan[slot] = 0.6 + 0.05 * k;
          if (hour < 8 || (hour >= 12 && hour < 14))
            yuan[slot] *= 0.5;
          else if ((hour >= 10 + 0.5 * k && hour < 12) || (hour >= 15 && hour < 19))
            yuan[slot] *= 1.7;
        }
      cor_price_day_set (&hours[k], yuan);
    }
}

/* Half of the stations sell by the hour. */
static void
sell_by_hours (Day *day, const CorPriceDay *hours)
{
  for (guint i = 0; i < STATIONS; i += 2)
    {
      day->stations[i].hours = &hours[i / 2 % 4];
      day->stations[i].fee_yuan_per_kwh = 0.5;
    }
  day->in.least_plug_yuan_per_kwh = MIN (day->in.least_plug_yuan_per_kwh, 0.3 + 0.5);
}

/* A day of @trips round trips of @km one way: a truck of 282 kWh with 1.4 kWh/km. */
static void
make_day (Day *day, GRand *rand, guint trips, double km)
{
  day_init (day);
  day->in.battery_kwh = 282.0;
  day->in.soc_min = 0.15;
  day->in.soc_max = 0.95;
  day->in.reserve = 0.05;
  day->in.stop_min = 8.0;
  day->in.depot_kw = 120.0;
  day->in.depot_yuan_per_kwh = 0.6;
  day->in.n_trips = trips;
  day->in.rest_min = 20.0;
  day->in.rest_after_h = 4.0;
  cor_charge_curve_fill (&day->in.curve, 282.0, 0.95, 300.0, 0.8, 0.3);
  for (guint i = 0; i < STATIONS; i++)
    {
      static const double powers[] = { 60, 120, 180, 240, 360 };
      CorPlanStation *station
        = day_add_station (day, powers[g_rand_int_range (rand, 0, 5)], g_rand_double_range (rand, 0.9, 1.6));

      station->wait_min = g_rand_double_range (rand, 0, 10);
    }
  for (guint l = 0; l < 2 * trips; l++)
    day_add_leg (day, km, l % 2 == 0 ? 1.5 * km : 1.2 * km)->dwell_min = 45.0;
  for (guint i = 0; i < STATIONS; i++)
    {
      double at = g_rand_double_range (rand, 0, km);
      double off = g_rand_double_range (rand, 0.2, 12);

      for (guint l = 0; l < 2 * trips; l++)
        day_add_access (day, l, i, l % 2 == 0 ? at : km - at, off);
    }
}

static double
processor_ms (void)
{
  struct timespec at;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &at);
  return (double) at.tv_sec * 1e3 + (double) at.tv_nsec / 1e6;
}

static int
compare (const void *a, const void *b)
{
  const double *da = a;
  const double *db = b;

  return (*da > *db) - (*da < *db);
}

int
main (void)
{
  static const struct
  {
    guint trips;
    double km;
  } cases[] = { { 1, 60 }, { 1, 150 }, { 2, 100 }, { 3, 80 }, { 4, 60 }, { 1, 400 } };

  CorPriceDay hours[4];

  fill_hours (hours);
  g_print ("trips,km,by_hour,median_ms,p95_ms,max_ms,feasible,stops\n");
  for (guint c = 0; c < 2 * G_N_ELEMENTS (cases); c++)
    {
      gboolean by_hour = c >= G_N_ELEMENTS (cases);
      guint trips = cases[c % G_N_ELEMENTS (cases)].trips;
      double km = cases[c % G_N_ELEMENTS (cases)].km;
      g_autoptr (GRand) rand = g_rand_new_with_seed (7);
      double ms[DAYS];
      guint feasible = 0, stops = 0;

      for (guint i = 0; i < DAYS; i++)
        {
          g_autofree Day *day = g_new (Day, 1);
          g_auto (CorPlan) plan = { 0 };
          double start;

          make_day (day, rand, trips, km);
          if (by_hour)
            sell_by_hours (day, hours);
          start = processor_ms ();
          cor_plan_solve (&day->in, &plan);
          ms[i] = processor_ms () - start;
          feasible += plan.feasible;
          stops += plan.n_stops;
        }
      qsort (ms, DAYS, sizeof (double), compare);
      g_print ("%u,%.0f,%d,%.2f,%.2f,%.2f,%u,%.1f\n", trips, km, by_hour, ms[DAYS / 2],
               ms[DAYS * 95 / 100], ms[DAYS - 1], feasible, (double) stops / DAYS);
    }
  return 0;
}
