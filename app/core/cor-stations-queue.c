/* cor-stations-queue.c: trucks waiting for a plug, a bay, a full battery.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-stations-private.h"

#include <math.h>

#define SLOTS_PER_H (COR_STATION_SLOTS / 24)

/* A battery that is not charged within a year never is. */
#define LONGEST_CHARGE_H (365.0 * 24.0)

/* Spreads energy evenly over a time; what passes the last slot begins the day again, and more than
 * a day is spread over all of it. */
static void
add_energy (CorQueue *queue, double from_h, double to_h, double kwh)
{
  double from = from_h * SLOTS_PER_H;
  double to = MAX (to_h * SLOTS_PER_H, from + 1e-9);

  if (to - from > COR_STATION_SLOTS)
    {
      for (guint slot = 0; slot < COR_STATION_SLOTS; slot++)
        queue->slot_kwh[slot] += kwh / COR_STATION_SLOTS;
      return;
    }
  for (guint slot = (guint) from; slot < to; slot++)
    {
      double share = (MIN (to, slot + 1.0) - MAX (from, (double) slot)) / (to - from);

      queue->slot_kwh[slot % COR_STATION_SLOTS] += share * kwh;
    }
}

static guint
earliest (const double *free_h, guint n)
{
  guint best = 0;

  for (guint i = 1; i < n; i++)
    if (free_h[i] < free_h[best])
      best = i;
  return best;
}

static void
add_wait (CorQueue *queue, double wait_h)
{
  double minutes = wait_h * 60.0;

  g_array_append_val (queue->waits, minutes);
}

void
cor_queue_plugs (CorQueue *queue, const CorArrival *arrivals, guint n)
{
  guint n_plugs = MAX (1, (guint) queue->spec->plugs);
  g_autofree double *free_h = g_new0 (double, n_plugs);

  for (guint i = 0; i < n; i++)
    {
      const CorVisit *visit = &queue->visits[arrivals[i].visit];
      guint plug = earliest (free_h, n_plugs);
      double start_h = MAX (arrivals[i].at_h, free_h[plug]);
      double end_h = start_h + visit->minutes / 60.0;
      double off_h = end_h - visit->after_min / 60.0;

      add_wait (queue, start_h - arrivals[i].at_h);
      add_energy (queue, off_h - visit->charge_min / 60.0, off_h, visit->kwh);
      queue->busy_h += visit->minutes / 60.0;
      free_h[plug] = end_h;
    }
}

void
cor_queue_swaps (CorQueue *queue, const CorArrival *arrivals, guint n)
{
  const CorStationSpec *spec = queue->spec;
  guint n_bays = MAX (1, (guint) spec->bays);
  guint n_batteries = MAX (1, (guint) spec->batteries);
  g_autofree double *free_h = g_new0 (double, n_bays);
  g_autofree double *full_h = g_new0 (double, n_batteries);

  for (guint i = 0; i < n; i++)
    {
      const CorVisit *visit = &queue->visits[arrivals[i].visit];
      guint bay = earliest (free_h, n_bays);
      guint battery = earliest (full_h, n_batteries);
      double start_h = MAX (arrivals[i].at_h, MAX (free_h[bay], full_h[battery]));
      double end_h = start_h + visit->minutes / 60.0;
      double charge_h = MIN (visit->kwh * spec->charging_efficiency / spec->stock_kw, LONGEST_CHARGE_H);
      guint full = 0;

      add_wait (queue, start_h - arrivals[i].at_h);
      for (guint b = 0; b < n_batteries; b++)
        full += full_h[b] <= start_h;
      queue->lowest_stock = MIN (queue->lowest_stock, full - 1.0);
      /* The battery that the truck leaves behind takes the place of the one it took. */
      full_h[battery] = end_h + charge_h;
      add_energy (queue, end_h, end_h + charge_h, visit->kwh);
      queue->busy_h += visit->minutes / 60.0;
      free_h[bay] = end_h;
    }
}
