/* test-stations.c: queues worked by hand, queueing theory, money, waits that settle.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-stations.h"

#include <math.h>

#define NEAR(a, b, tolerance) g_assert_cmpfloat (fabs ((a) - (b)), <=, (tolerance))

static const CorStationDays exact = { .days = 1 };

static CorStationSpec
spec_with (double plugs, double bays, double batteries)
{
  return (CorStationSpec){ .plugs = plugs, .power_kw = 100.0, .bays = bays, .batteries = batteries,
                           .stock_kw = 100.0, .charging_efficiency = 1.0, .open_h = 24.0, .capital_yuan = 1e6,
                           .running_yuan_per_year = 50000.0, .rate = 0.095, .years = 15.0,
                           .fee_yuan_per_kwh = 0.5, .swap_fee_yuan_per_kwh = 0.5, .seed = 1 };
}

/* Three trucks at ten, an hour each, one plug: waits of 0, 60 and 120 minutes. */
static void
test_plugs (void)
{
  CorStationSpec spec = spec_with (1, 0, 0);
  CorVisit visit = { 0, FALSE, 10.0, 60.0, 48.0, 80.0, 3.0, 300.0 };
  CorStationResult result;

  cor_stations_simulate (&spec, 1, &visit, 1, &exact, NULL, &result);
  NEAR (result.visits_per_day, 3.0, 0.0);
  NEAR (result.mean_wait_min, 60.0, 1e-9);
  NEAR (result.p95_wait_min, 120.0, 1e-9);
  NEAR (result.utilisation, 3.0 / 24.0, 1e-12);
  NEAR (result.energy_kwh_per_day, 240.0, 1e-9);
  NEAR (result.energy_kwh_per_year, 72000.0, 1e-6);
  NEAR (result.arrivals[10], 3.0, 1e-12);
  g_assert_cmpfloat (result.peak_kw, <=, 100.0 + 1e-9);
  g_assert_cmpfloat (result.peak_kw, >=, 80.0);
  spec.plugs = 3;
  cor_stations_simulate (&spec, 1, &visit, 1, &exact, NULL, &result);
  NEAR (result.mean_wait_min, 0.0, 1e-12);
  g_assert_cmpfloat (result.peak_kw, >, 200.0);
}

/* Two batteries, four trucks at once, 5 minutes a swap, 100 kWh at 100 kW: the third gets the first
 * one's battery after 5 + 60 minutes. */
static void
test_swaps (void)
{
  CorStationSpec spec = spec_with (0, 1, 2);
  CorVisit visit = { 0, TRUE, 9.0, 5.0, 0.0, 100.0, 4.0, 300.0 };
  CorStationResult result;

  cor_stations_simulate (&spec, 1, &visit, 1, &exact, NULL, &result);
  NEAR (result.swaps_per_day, 4.0, 0.0);
  NEAR (result.mean_wait_min, (0.0 + 5.0 + 65.0 + 70.0) / 4.0, 1e-9);
  NEAR (result.lowest_stock, 0.0, 0.0);
  NEAR (result.swap_wait_min, result.mean_wait_min, 0.0);
  NEAR (result.plug_wait_min, 0.0, 0.0);
  /* Of 100 kWh bought 90 come into the battery: it is full again 6 minutes sooner. */
  spec.charging_efficiency = 0.9;
  cor_stations_simulate (&spec, 1, &visit, 1, &exact, NULL, &result);
  NEAR (result.mean_wait_min, (0.0 + 5.0 + 59.0 + 64.0) / 4.0, 1e-9);
  spec.charging_efficiency = 1.0;
  spec.batteries = 4;
  cor_stations_simulate (&spec, 1, &visit, 1, &exact, NULL, &result);
  NEAR (result.mean_wait_min, 7.5, 1e-9);
  NEAR (result.energy_kwh_per_day, 400.0, 1e-9);
}

/* Of 100 kWh taken 90 are received and paid for; at 0.8 yuan a kWh the other ten, 4 times a day on 300 days, are
 * 9,600 yuan a year of the station's own. Its fee has to bring in 4,000 for the capital, 40,400 to run it and those from
 * 108,000 kWh: 0.5 yuan, and at that fee it pays back, no more. */
static void
test_swaps_sold (void)
{
  CorStationSpec spec = spec_with (0, 1, 4);
  CorVisit visit = { 0, TRUE, 9.0, 5.0, 0.0, 100.0, 4.0, 300.0, .loss_kwh = 10.0 };
  CorStationResult result;

  spec.rate = 0;
  spec.years = 10;
  spec.capital_yuan = 40000;
  spec.running_yuan_per_year = 40400;
  spec.power_yuan_per_kwh = 0.8;
  cor_stations_simulate (&spec, 1, &visit, 1, &exact, NULL, &result);
  NEAR (result.energy_kwh_per_year, 120000.0, 1e-6);
  NEAR (result.sold_kwh_per_year, 108000.0, 1e-6);
  NEAR (result.lost_yuan_per_year, 9600.0, 1e-6);
  NEAR (result.yuan_per_year, 54000.0, 1e-6);
  NEAR (result.breakeven_fee_yuan_per_kwh, 0.5, 1e-9);
  NEAR (result.return_rate, 0.0, 1e-7);
}

/* Plugs at 0.5 yuan and swaps at 0.9: 400 kWh a day of the one and 360 of the other on 300 days, at the mean of what is
 * sold, and what comes in is 60,000 and 97,200 yuan. Without running costs that pays 1,572,000 back in ten years. */
static void
test_two_fees (void)
{
  CorStationSpec spec = spec_with (1, 1, 4);
  CorVisit visits[2] = { { 0, FALSE, 9.0, 60.0, 60.0, 100.0, 4.0, 300.0 }, { 0, TRUE, 9.0, 5.0, 0.0, 100.0, 4.0, 300.0, .loss_kwh = 10.0 } };
  CorStationResult result;

  spec.swap_fee_yuan_per_kwh = 0.9;
  spec.running_yuan_per_year = 0;
  spec.capital_yuan = 1572000;
  spec.years = 10;
  cor_stations_simulate (&spec, 1, visits, 2, &exact, NULL, &result);
  NEAR (result.swapped_kwh_per_year, 108000.0, 1e-6);
  NEAR (result.fee_yuan_per_kwh * result.sold_kwh_per_year, 60000.0 + 97200.0, 1e-6);
  NEAR (result.return_rate, 0.0, 1e-7);
  cor_stations_simulate (&spec, 1, visits, 1, &exact, NULL, &result);
  g_assert_cmpfloat (result.fee_yuan_per_kwh, ==, 0.5);
  cor_stations_simulate (&spec, 1, visits + 1, 1, &exact, NULL, &result);
  NEAR (result.fee_yuan_per_kwh, 0.9, 1e-12);
}

/* A stock that charges with no power: the one battery left behind is given up on after a year, so that who comes an hour
 * later waits for 365 days less that hour, and its energy lies evenly over all days until then. */
static void
test_no_stock_power (void)
{
  CorStationSpec spec = spec_with (0, 1, 1);
  CorVisit visits[2] = { { 0, TRUE, 9.0, 6.0, 0.0, 87.6, 1.0, 300.0 }, { 0, TRUE, 10.0, 6.0, 0.0, 87.6, 1.0, 300.0 } };
  CorStationResult result;

  spec.stock_kw = 0.0;
  cor_stations_simulate (&spec, 1, visits, 2, &exact, NULL, &result);
  NEAR (result.swap_wait_min, 0.5 * 60.0 * (365.0 * 24.0 + 0.1 - 1.0), 1e-6);
  for (guint slot = 0; slot < COR_STATION_SLOTS; slot++)
    NEAR (result.power_kw[slot], 2 * 87.6 / 24.0, 1e-6);
}

/* Nobody comes: no waits, no fee, no use. */
static void
test_empty (void)
{
  CorStationSpec spec = spec_with (2, 0, 0);
  CorStationResult result;

  cor_stations_simulate (&spec, 1, NULL, 0, &exact, NULL, &result);
  g_assert_true (isnan (result.mean_wait_min));
  g_assert_true (isnan (result.breakeven_fee_yuan_per_kwh));
  NEAR (result.utilisation, 0.0, 0.0);
  NEAR (result.peak_kw, 0.0, 0.0);
}

/* Many single trucks at random times of the day and one plug: the mean wait of a queue with random
 * arrivals and equal service times is rho S / (2 (1 - rho)) (Pollaczek 1930, Khinchine 1932). */
static void
test_pollaczek_khinchine (void)
{
  CorStationSpec spec = spec_with (1, 0, 0);
  CorStationDays days = { .days = 4000, .spread_min = 12.0 * 60.0 };
  CorVisit visits[72];
  CorStationResult result;
  double rho = 72.0 * 10.0 / (24.0 * 60.0);

  for (guint i = 0; i < 72; i++)
    visits[i] = (CorVisit){ 0, FALSE, 12.0, 10.0, 8.0, 10.0, 1.0, 300.0 };
  cor_stations_simulate (&spec, 1, visits, 72, &days, NULL, &result);
  NEAR (result.utilisation, rho, 1e-9);
  NEAR (result.mean_wait_min, rho * 10.0 / (2.0 * (1.0 - rho)), 0.3);
}

/* The same with two plugs: for c of them the mean wait is about half that of random service times,
 * rho^2 S / (1 - rho^2) for c = 2, times 1 + (1 - rho)(c - 1)(sqrt (4 + 5 c) - 2) / (16 rho c)
 * (G. P. Cosmetatos, Operational Research Quarterly 27, 1976). */
static void
test_two_plugs (void)
{
  CorStationSpec spec = spec_with (2, 0, 0);
  CorStationDays days = { .days = 4000, .spread_min = 12.0 * 60.0 };
  CorVisit visits[144];
  CorStationResult result;
  double rho = 144.0 * 10.0 / (2.0 * 24.0 * 60.0);
  double expected = 0.5 * (1.0 + (1.0 - rho) * (sqrt (14.0) - 2.0) / (32.0 * rho)) * rho * rho * 10.0 / (1.0 - rho * rho);

  for (guint i = 0; i < 144; i++)
    visits[i] = (CorVisit){ 0, FALSE, 12.0, 10.0, 8.0, 10.0, 1.0, 300.0, 0.0 };
  cor_stations_simulate (&spec, 1, visits, 144, &days, NULL, &result);
  NEAR (result.utilisation, rho, 1e-9);
  NEAR (result.mean_wait_min, expected, 0.06 * expected);
}

/* The same visits in another order, and among other stations, give the same to the last bit; more
 * plugs never make anybody wait longer. */
static void
test_order (void)
{
  CorStationSpec specs[3] = { spec_with (2, 1, 3), spec_with (2, 1, 3), spec_with (3, 1, 3) };
  CorStationDays days = { .days = 20, .headway_min = 7.0, .spread_min = 40.0 };
  g_autoptr (GRand) rand = g_rand_new_with_seed (3);
  CorVisit visits[60];
  CorVisit mixed[60];
  CorStationResult a[3], b[3];

  for (guint i = 0; i < 60; i++)
    visits[i] = (CorVisit){ (i / 2) % 3, i % 5 == 0, g_rand_double_range (rand, 5, 20),
                            g_rand_double_range (rand, 10, 60), 8.0, g_rand_double_range (rand, 20, 200),
                            g_rand_double_range (rand, 0, 2), 300.0 };
  for (guint i = 0; i < 60; i++)
    mixed[i] = visits[(i * 7) % 60];
  cor_stations_simulate (specs, 3, visits, 60, &days, NULL, a);
  cor_stations_simulate (specs, 3, mixed, 60, &days, NULL, b);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_cmpfloat (a[i].mean_wait_min, ==, b[i].mean_wait_min);
      g_assert_cmpfloat (a[i].peak_kw, ==, b[i].peak_kw);
      specs[i].plugs += 1;
    }
  cor_stations_simulate (specs, 3, visits, 60, &days, a, b);
  for (guint i = 0; i < 3; i++)
    g_assert_cmpfloat (b[i].plug_wait_min, <=, a[i].plug_wait_min);
}

/* So too where visits differ in nothing but their working days: which is early by chance must not depend on the list. */
static void
test_order_of_days (void)
{
  CorStationSpec spec = spec_with (2, 0, 0);
  CorStationDays days = { .days = 20, .spread_min = 40.0 };
  CorVisit visits[3] = { { 0, FALSE, 9.0, 30.0, 30.0, 40.1, 0.7, 100.0 }, { 0, FALSE, 9.0, 30.0, 30.0, 40.1, 0.7, 200.0 },
                         { 0, FALSE, 9.0, 30.0, 30.0, 40.1, 0.7, 300.3 } };
  CorVisit mixed[3] = { visits[2], visits[0], visits[1] };
  CorStationResult a, b;

  cor_stations_simulate (&spec, 1, visits, 3, &days, NULL, &a);
  cor_stations_simulate (&spec, 1, mixed, 3, &days, NULL, &b);
  g_assert_cmpfloat (a.energy_kwh_per_year, ==, b.energy_kwh_per_year);
  g_assert_cmphex (a.fingerprint, ==, b.fingerprint);
}

/* Annuity of 15 years at 9.5 %: 0.12774 by the formula of the annuity tables. */
static void
test_money (void)
{
  CorStationSpec spec = spec_with (10, 0, 0);
  CorVisit visit = { 0, FALSE, 8.0, 30.0, 25.0, 100.0, 40.0, 365.0 };
  CorStationResult result;
  double kwh = 100.0 * 40.0 * 365.0;

  NEAR (cor_station_annuity (0.095, 15.0), 0.127744, 1e-6);
  NEAR (cor_station_annuity (0.0, 15.0), 1.0 / 15.0, 1e-12);
  spec.demand_yuan_per_kw_year = 300.0;
  cor_stations_simulate (&spec, 1, &visit, 1, &exact, NULL, &result);
  NEAR (result.breakeven_fee_yuan_per_kwh, (1e6 * 0.127744 + 50000.0 + 300.0 * result.peak_kw) / kwh, 1e-6);
  spec.fee_yuan_per_kwh = result.breakeven_fee_yuan_per_kwh;
  cor_stations_simulate (&spec, 1, &visit, 1, &exact, NULL, &result);
  NEAR (result.return_rate, 0.095, 1e-9);
  spec.fee_yuan_per_kwh = 0.0;
  cor_stations_simulate (&spec, 1, &visit, 1, &exact, NULL, &result);
  g_assert_true (isnan (result.return_rate));
}

/* An hour at the plug from ten on, of which the last quarter charges: 20 kWh there are 80 kW, and none before. */
static void
test_late_charge (void)
{
  CorStationSpec spec = spec_with (1, 0, 0);
  CorVisit visit = { 0, FALSE, 10.0, 60.0, 15.0, 20.0, 1.0, 300.0 };
  CorStationResult result;

  cor_stations_simulate (&spec, 1, &visit, 1, &exact, NULL, &result);
  NEAR (result.peak_kw, 80.0, 1e-9);
  NEAR (result.power_kw[43], 80.0, 1e-9);
  for (guint slot = 40; slot < 43; slot++)
    NEAR (result.power_kw[slot], 0.0, 1e-9);
}

/* A battery left at six past ten takes an hour of 100 kW: 9 minutes of the first quarter, 6 of the last. One that is
 * charged for 36 hours at 1 kW lies over one and a half days: 1.5 kW all day long. */
static void
test_stock_power (void)
{
  CorStationSpec spec = spec_with (0, 1, 4);
  CorVisit visit = { 0, TRUE, 10.0, 6.0, 0.0, 100.0, 1.0, 300.0 };
  CorStationResult result;

  cor_stations_simulate (&spec, 1, &visit, 1, &exact, NULL, &result);
  NEAR (result.power_kw[40], 60.0, 1e-9);
  NEAR (result.power_kw[42], 100.0, 1e-9);
  NEAR (result.power_kw[44], 40.0, 1e-9);
  NEAR (result.utilisation, 0.1 / 24.0, 1e-12);
  spec.stock_kw = 1.0;
  visit.kwh = 36.0;
  cor_stations_simulate (&spec, 1, &visit, 1, &exact, NULL, &result);
  for (guint slot = 0; slot < COR_STATION_SLOTS; slot++)
    NEAR (result.power_kw[slot], 1.5, 1e-9);
}

/* From half past eleven at night on, an hour: half of it is before midnight, half after. */
static void
test_midnight (void)
{
  CorStationSpec spec = spec_with (1, 0, 0);
  CorVisit visit = { 0, FALSE, 23.5, 60.0, 60.0, 80.0, 1.0, 300.0 };
  CorStationResult result;
  static const guint slots[] = { 94, 95, 0, 1 };

  cor_stations_simulate (&spec, 1, &visit, 1, &exact, NULL, &result);
  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    NEAR (result.power_kw[slots[i]], 80.0, 1e-9);
  NEAR (result.power_kw[2], 0.0, 1e-9);
}

/* Returns below nought, by hand: two years at -20 % are worth 1 / 0.8 + 1 / 0.64 = 2.8125 yearly payments, at -50 %, the
 * lowest that is looked for, 6. Who gets less back, and who put nothing in, has none. */
static void
test_returns (void)
{
  static const struct
  {
    double capital, payments, rate; /* payments: of which one is earned a year; rate: NaN for none */
  } cases[] = {
    { 1e6, 2.8125, -0.2 }, { 1e6, 2, 0 }, { 1e6, 2.2 / 1.44, 0.2 }, { 1e6, 7, NAN }, { 0, 2, NAN },
  };
  const double kwh = 100.0 * 40.0 * 365.0;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      CorStationSpec spec = spec_with (10, 0, 0);
      CorVisit visit = { 0, FALSE, 8.0, 30.0, 25.0, 100.0, 40.0, 365.0 };
      CorStationResult result;

      spec.capital_yuan = cases[i].capital;
      spec.years = 2;
      spec.fee_yuan_per_kwh = (1e6 / cases[i].payments + spec.running_yuan_per_year) / kwh;
      cor_stations_simulate (&spec, 1, &visit, 1, &exact, NULL, &result);
      g_assert_cmpfloat (result.fee_yuan_per_kwh, ==, spec.fee_yuan_per_kwh);
      g_assert_cmpfloat (result.capital_yuan, ==, cases[i].capital);
      g_assert_true (isnan (result.return_rate) == isnan (cases[i].rate));
      if (!isnan (cases[i].rate))
        NEAR (result.return_rate, cases[i].rate, 1e-7);
    }
}

/* Forty trucks choose between two stations of one plug by the wait they are told. */
static GArray *
choose (const CorStationWait *waits, gpointer data)
{
  GArray *visits = g_array_new (FALSE, FALSE, sizeof (CorVisit));
  guint *calls = data;

  (*calls)++;
  for (guint i = 0; i < 40; i++)
    {
      /* The second station lies i minutes further for the i-th truck. */
      gboolean second = waits[0].plug_min > waits[1].plug_min + i;
      CorVisit visit = { second, FALSE, 6.0 + 0.3 * i, 30.0, 25.0, 50.0, 1.0, 300.0 };

      g_array_append_val (visits, visit);
    }
  return visits;
}

static void
test_settle (void)
{
  CorStationSpec specs[2] = { spec_with (1, 0, 0), spec_with (1, 0, 0) };
  CorStationDays days = { .days = 30, .spread_min = 20.0 };
  CorStationWait waits[2] = { { 0 } };
  CorStationResult results[2];
  guint calls = 0;
  guint rounds;

  cor_stations_settle (specs, 2, &days, choose, &calls, waits, NULL, results, &rounds);
  g_assert_cmpuint (rounds, ==, calls);
  g_assert_cmpuint (rounds, <=, COR_STATIONS_ROUNDS);
  g_assert_cmpfloat (results[0].visits_per_day + results[1].visits_per_day, ==, 40.0);
  g_assert_cmpfloat (results[1].visits_per_day, >, 0.0);
  g_assert_cmpfloat (results[0].visits_per_day, >, results[1].visits_per_day);
}

/* Three trucks at one plug, an hour each, whatever they are told: 0, 60 and 120 minutes. */
static GArray *
insist (const CorStationWait *waits, gpointer data)
{
  GArray *visits = g_array_new (FALSE, FALSE, sizeof (CorVisit));
  CorVisit visit = { 0, FALSE, 10.0, 60.0, 48.0, 80.0, 3.0, 300.0 };

  g_array_append_val (visits, visit);
  g_array_append_val (*(GArray **) data, waits[0].plug_min);
  return visits;
}

/* Where plans do not change, the second round is made with the mean wait itself, not with a part of it. */
static void
test_settle_at_once (void)
{
  CorStationSpec spec = spec_with (1, 0, 0);
  CorStationWait wait = { 0 };
  CorStationResult result;
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (double));
  guint rounds;

  g_assert_true (cor_stations_settle (&spec, 1, &exact, insist, &told, &wait, NULL, &result, &rounds));
  g_assert_cmpuint (rounds, ==, 2);
  g_assert_cmpfloat (g_array_index (told, double, 0), ==, 0);
  g_assert_cmpfloat (g_array_index (told, double, 1), ==, 60);
  g_assert_cmpfloat (wait.plug_min, ==, 60);
  g_assert_cmpfloat (result.plug_wait_min, ==, 60);
}

/* Three trucks, all of which leave the station of which they are told that it waits longer: never steady. Each round is
 * told the mean of what the rounds before it came to, 60 minutes at one station and none at the other. */
static GArray *
flee (const CorStationWait *waits, gpointer data)
{
  GArray *visits = g_array_new (FALSE, FALSE, sizeof (CorVisit));
  CorVisit visit = { waits[0].plug_min > waits[1].plug_min, FALSE, 10.0, 60.0, 48.0, 80.0, 3.0, 300.0 };

  g_array_append_val (visits, visit);
  g_array_append_val (*(GArray **) data, waits[0].plug_min);
  g_array_append_val (*(GArray **) data, waits[1].plug_min);
  return visits;
}

static void
test_settle_never (void)
{
  CorStationSpec specs[2] = { spec_with (1, 0, 0), spec_with (1, 0, 0) };
  CorStationWait waits[2] = { { 0 } };
  CorStationResult results[2];
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (double));
  double sum[2] = { 0, 0 };
  guint rounds;

  g_assert_false (cor_stations_settle (specs, 2, &exact, flee, &told, waits, NULL, results, &rounds));
  g_assert_cmpuint (rounds, ==, COR_STATIONS_ROUNDS);
  g_assert_cmpuint (told->len, ==, 2 * COR_STATIONS_ROUNDS);
  for (guint round = 0; round < COR_STATIONS_ROUNDS; round++)
    {
      const double *with = &g_array_index (told, double, 2 * round);

      for (guint i = 0; i < 2; i++)
        NEAR (with[i], round > 0 ? sum[i] / round : 0, 1e-9);
      sum[with[0] > with[1]] += 60;
    }
  /* The waits handed back are those that the last plans were made with. */
  NEAR (waits[0].plug_min, g_array_index (told, double, 2 * COR_STATIONS_ROUNDS - 2), 0);
  NEAR (waits[1].plug_min, g_array_index (told, double, 2 * COR_STATIONS_ROUNDS - 1), 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stations/plugs", test_plugs);
  g_test_add_func ("/stations/swaps", test_swaps);
  g_test_add_func ("/stations/swaps-sold", test_swaps_sold);
  g_test_add_func ("/stations/two-fees", test_two_fees);
  g_test_add_func ("/stations/empty", test_empty);
  g_test_add_func ("/stations/no-stock-power", test_no_stock_power);
  g_test_add_func ("/stations/pollaczek-khinchine", test_pollaczek_khinchine);
  g_test_add_func ("/stations/two-plugs", test_two_plugs);
  g_test_add_func ("/stations/order", test_order);
  g_test_add_func ("/stations/order-of-days", test_order_of_days);
  g_test_add_func ("/stations/money", test_money);
  g_test_add_func ("/stations/late-charge", test_late_charge);
  g_test_add_func ("/stations/stock-power", test_stock_power);
  g_test_add_func ("/stations/midnight", test_midnight);
  g_test_add_func ("/stations/returns", test_returns);
  g_test_add_func ("/stations/settle", test_settle);
  g_test_add_func ("/stations/settle-at-once", test_settle_at_once);
  g_test_add_func ("/stations/settle-never", test_settle_never);
  return g_test_run ();
}
