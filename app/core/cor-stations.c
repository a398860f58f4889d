/* cor-stations.c: days at the stations, simulated, and waits that settle.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-stations-private.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Shares of the visits that wait less than what is given as their 95th percentile. */
#define PERCENTILE 0.95

/* An even number in [0, 1) from a counter: splitmix64 (G. Steele et al., OOPSLA 2014). */
static double
chance (guint32 seed, guint day, guint visit, guint truck)
{
  guint64 z = ((guint64) seed << 32) ^ ((guint64) day << 40) ^ ((guint64) visit << 16) ^ truck;

  z += G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  z = (z ^ (z >> 30)) * G_GUINT64_CONSTANT (0xbf58476d1ce4e5b9);
  z = (z ^ (z >> 27)) * G_GUINT64_CONSTANT (0x94d049bb133111eb);
  z ^= z >> 31;
  return (double) (z >> 11) / (double) (G_GUINT64_CONSTANT (1) << 53);
}

static int
compare_arrivals (const void *a, const void *b)
{
  const CorArrival *aa = a;
  const CorArrival *ab = b;

  if (aa->at_h != ab->at_h)
    return aa->at_h < ab->at_h ? -1 : 1;
  if (aa->visit != ab->visit)
    return aa->visit < ab->visit ? -1 : 1;
  return (aa->truck > ab->truck) - (aa->truck < ab->truck);
}

static int
compare_doubles (const void *a, const void *b)
{
  const double *da = a;
  const double *db = b;

  return (*da > *db) - (*da < *db);
}

/* The order in which visits are numbered: by what they are, not by how they were handed over. */
static int
compare_visits (const void *a, const void *b)
{
  const CorVisit *va = a;
  const CorVisit *vb = b;
  const double *fields[2][7] = { { &va->arrive_h, &va->minutes, &va->charge_min, &va->after_min, &va->kwh, &va->trucks, &va->days_per_year },
                                 { &vb->arrive_h, &vb->minutes, &vb->charge_min, &vb->after_min, &vb->kwh, &vb->trucks, &vb->days_per_year } };

  if (va->station != vb->station)
    return va->station < vb->station ? -1 : 1;
  if (va->swap != vb->swap)
    return va->swap ? 1 : -1;
  for (guint i = 0; i < G_N_ELEMENTS (fields[0]); i++)
    if (*fields[0][i] != *fields[1][i])
      return *fields[0][i] < *fields[1][i] ? -1 : 1;
  return 0;
}

/* Who comes on a day, in their order. */
static void
draw_day (const CorStationSpec *spec, const CorVisit *visits, guint n, const CorStationDays *days, guint day,
          GArray *arrivals)
{
  g_array_set_size (arrivals, 0);
  for (guint v = 0; v < n; v++)
    {
      guint trucks = (guint) visits[v].trucks;

      /* Half a truck comes every other day. */
      trucks += chance (spec->seed, day, v, G_MAXUINT16) < visits[v].trucks - trucks;
      for (guint t = 0; t < trucks; t++)
        {
          double late = (2.0 * chance (spec->seed, day, v, t) - 1.0) * days->spread_min;
          double at_h = visits[v].arrive_h + (t * days->headway_min + late) / 60.0;
          CorArrival arrival = { fmod (at_h + 48.0, 24.0), v, t };

          g_array_append_val (arrivals, arrival);
        }
    }
  g_array_sort (arrivals, compare_arrivals);
}

/* Plugs and bays of a station over all days, for the visits of one kind. */
static void
simulate_kind (const CorStationSpec *spec, const CorVisit *visits, guint n, const CorStationDays *days, gboolean swap,
               double *slot_kwh, CorQueue *queue, CorStationResult *out)
{
  g_autoptr (GArray) arrivals = g_array_new (FALSE, FALSE, sizeof (CorArrival));

  *queue = (CorQueue){ .spec = spec, .visits = visits, .lowest_stock = spec->batteries };
  queue->waits = g_array_new (FALSE, FALSE, sizeof (double));
  for (guint day = 0; day < days->days && n > 0; day++)
    {
      const CorArrival *data;

      draw_day (spec, visits, n, days, day, arrivals);
      data = (const CorArrival *) (gconstpointer) arrivals->data;
      queue->slot_kwh = slot_kwh + (gsize) day * COR_STATION_SLOTS;
      if (swap)
        cor_queue_swaps (queue, data, arrivals->len);
      else
        cor_queue_plugs (queue, data, arrivals->len);
      for (guint i = 0; i < arrivals->len; i++)
        out->arrivals[(guint) data[i].at_h % 24] += 1.0 / days->days;
    }
}

static double
mean (const GArray *values)
{
  double sum = 0.0;

  for (guint i = 0; i < values->len; i++)
    sum += g_array_index (values, double, i);
  return values->len > 0 ? sum / values->len : 0.0;
}

static void
fill_waits (GArray *plugs, GArray *swaps, CorStationResult *out)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (double));

  out->plug_wait_min = mean (plugs);
  out->swap_wait_min = mean (swaps);
  out->mean_wait_min = out->p95_wait_min = NAN;
  g_array_append_vals (all, plugs->data, plugs->len);
  g_array_append_vals (all, swaps->data, swaps->len);
  if (all->len == 0)
    return;
  g_array_sort (all, compare_doubles);
  out->mean_wait_min = mean (all);
  out->p95_wait_min = g_array_index (all, double, MIN (all->len - 1, (guint) (PERCENTILE * all->len)));
}

static void
fill_power (const double *slot_kwh, guint days, CorStationResult *out)
{
  double hours = 24.0 / COR_STATION_SLOTS;

  for (guint i = 0; i < days * COR_STATION_SLOTS; i++)
    {
      double kw = slot_kwh[i] / hours;

      out->peak_kw = MAX (out->peak_kw, kw);
      out->power_kw[i % COR_STATION_SLOTS] += kw / days;
    }
}

/* One station: @visits are its own, plugs before swaps. */
static void
simulate_station (const CorStationSpec *spec, const CorVisit *visits, guint n, const CorStationDays *days,
                  CorStationResult *out)
{
  g_autofree double *slot_kwh = NULL;
  CorQueue plugs, swaps;
  guint n_plugs = 0;
  double open_h;

  *out = (CorStationResult){ 0 };
  if (n == 0)
    {
      out->mean_wait_min = out->p95_wait_min = out->lowest_stock = NAN;
      cor_station_money (spec, out);
      return;
    }
  slot_kwh = g_new0 (double, (gsize) days->days * COR_STATION_SLOTS);
  for (guint i = 0; i < n; i++)
    {
      n_plugs += !visits[i].swap;
      out->visits_per_day += visits[i].trucks;
      out->swaps_per_day += visits[i].swap ? visits[i].trucks : 0.0;
      out->energy_kwh_per_day += visits[i].trucks * visits[i].kwh;
      out->energy_kwh_per_year += visits[i].trucks * visits[i].kwh * visits[i].days_per_year;
      out->sold_kwh_per_year += visits[i].trucks * (visits[i].kwh - visits[i].loss_kwh) * visits[i].days_per_year;
      if (visits[i].swap)
        out->swapped_kwh_per_year += visits[i].trucks * (visits[i].kwh - visits[i].loss_kwh) * visits[i].days_per_year;
      out->detour_km_per_day += visits[i].trucks * visits[i].detour_km;
    }
  simulate_kind (spec, visits, n_plugs, days, FALSE, slot_kwh, &plugs, out);
  simulate_kind (spec, visits + n_plugs, n - n_plugs, days, TRUE, slot_kwh, &swaps, out);
  fill_waits (plugs.waits, swaps.waits, out);
  fill_power (slot_kwh, days->days, out);
  open_h = days->days * (spec->open_h > 0.0 ? spec->open_h : 24.0);
  out->utilisation = n_plugs == 0 ? swaps.busy_h / (open_h * MAX (1.0, spec->bays))
                                           : plugs.busy_h / (open_h * MAX (1.0, spec->plugs));
  out->lowest_stock = n > n_plugs ? swaps.lowest_stock : NAN;
  cor_station_money (spec, out);
  g_array_unref (plugs.waits);
  g_array_unref (swaps.waits);
}

/* FNV-1a, 64 bit (G. Fowler, L. C. Noll, K.-P. Vo, draft-eastlake-fnv). */
static guint64
hash_bytes (guint64 hash, gconstpointer bytes, gsize length)
{
  const guint8 *b = bytes;

  for (gsize i = 0; i < length; i++)
    hash = (hash ^ b[i]) * G_GUINT64_CONSTANT (0x100000001b3);
  return hash;
}

static guint64
fingerprint (const CorStationSpec *spec, const CorVisit *visits, guint n, const CorStationDays *days)
{
  guint64 hash = G_GUINT64_CONSTANT (0xcbf29ce484222325);

  hash = hash_bytes (hash, spec, offsetof (CorStationSpec, seed) + sizeof spec->seed);
  hash = hash_bytes (hash, &days->headway_min, sizeof days->headway_min);
  hash = hash_bytes (hash, &days->spread_min, sizeof days->spread_min);
  hash = hash_bytes (hash, &days->days, sizeof days->days);
  return hash_bytes (hash, visits, n * sizeof *visits);
}

void
cor_stations_simulate (const CorStationSpec *specs,
                       guint n_stations,
                       const CorVisit *visits,
                       guint n_visits,
                       const CorStationDays *days,
                       const CorStationResult *previous,
                       CorStationResult *out)
{
  g_autofree CorVisit *sorted = g_new (CorVisit, MAX (n_visits, 1));
  guint first = 0;

  g_return_if_fail (days->days > 0);

  if (n_visits > 0)
    memcpy (sorted, visits, n_visits * sizeof *visits);
  qsort (sorted, n_visits, sizeof *sorted, compare_visits);
  for (guint i = 0; i < n_stations; i++)
    {
      guint end = first;
      guint64 print;

      while (end < n_visits && sorted[end].station == i)
        end++;
      print = fingerprint (&specs[i], sorted + first, end - first, days);
      if (previous != NULL && previous[i].fingerprint == print)
        out[i] = previous[i];
      else
        simulate_station (&specs[i], sorted + first, end - first, days, &out[i]);
      out[i].fingerprint = print;
      first = end;
    }
}

/* Takes a share of the new waits over; the largest change of a station in use. */
static double
blend (CorStationWait *waits, const CorStationResult *results, guint n, double share)
{
  double most = 0.0;

  for (guint i = 0; i < n; i++)
    {
      double plug = results[i].plug_wait_min - waits[i].plug_min;
      double swap = results[i].swap_wait_min - waits[i].swap_min;

      if (results[i].visits_per_day > results[i].swaps_per_day)
        most = MAX (most, fabs (plug));
      if (results[i].swaps_per_day > 0.0)
        most = MAX (most, fabs (swap));
      waits[i].plug_min += share * plug;
      waits[i].swap_min += share * swap;
    }
  return most;
}

gboolean
cor_stations_settle (const CorStationSpec *specs,
                     guint n_stations,
                     const CorStationDays *days,
                     CorStationsPlanFunc plan,
                     gpointer data,
                     CorStationWait *waits,
                     const CorStationResult *previous,
                     CorStationResult *out,
                     guint *rounds)
{
  guint round = 0;
  gboolean steady = FALSE;

  while (!steady && round < COR_STATIONS_ROUNDS)
    {
      g_autoptr (GArray) visits = plan (waits, data);
      g_autofree CorStationWait *next = g_memdup2 (waits, n_stations * sizeof *waits);

      round++;
      cor_stations_simulate (specs, n_stations, (const CorVisit *) (gconstpointer) visits->data, visits->len, days,
                             previous, out);
      steady = blend (next, out, n_stations, 1.0 / round) < COR_STATIONS_STEADY_MIN;
      for (guint i = 0; !steady && i < n_stations && round < COR_STATIONS_ROUNDS; i++)
        waits[i] = next[i];
    }
  if (rounds != NULL)
    *rounds = round;
  return steady;
}
