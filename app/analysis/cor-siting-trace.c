/* cor-siting-trace.c: the cards of a choice of stations.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-siting-trace.h"

#include "cor-annual-money.h"
#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>

/* The first @n stations of a choice. */
typedef struct
{
  const CorSitingPlan *plan;
  guint n;
  gboolean detour;
  CorSitingAim aim;
} Choice;

static const CorSitingRank *
rank_at (const CorSitingPlan *plan, guint n)
{
  return n > 0 ? &g_array_index (plan->ranks, CorSitingRank, n - 1) : &plan->before;
}

CorTraceKey
cor_siting_station_key (const CorSitingRank *rank, CorTraceQuantity quantity)
{
  int index = cor_scenario_index (rank->results->scenario, COR_ITEM_STATION, rank->station->item.id);

  return (CorTraceKey){ .quantity = quantity, .index = (guint) MAX (index, 0) };
}

/* A figure of all duties or stations in the results of @rank, as a term; what is nothing is left out. */
static void
add_whole (CorTracer *t, const CorSitingRank *rank, const char *symbol, const char *label, double value, int sign, CorTraceQuantity quantity)
{
  gboolean km = quantity == COR_TRACE_ASSIGNED_DETOUR;

  if (value == 0)
    return;
  cor_tracer_add_term (t, 1, sign * value);
  cor_tracer_add_child_of (t, symbol, label, value, km ? _ ("km a year") : _ ("yuan a year"), (CorTraceKey){ .quantity = quantity }, rank->results);
}

/* What owning and running the station of @rank costs, as a term. */
static void
add_station (CorTracer *t, const CorSitingRank *rank)
{
  CorTraceKey key = cor_siting_station_key (rank, COR_TRACE_STATION_KEEP);
  double value = cor_annual_station_keep (&rank->results->stations[key.index]);

  cor_tracer_add_term (t, 1, value);
  cor_tracer_add_child_of (t, "S<sub>i</sub>", cor_item_label (&rank->station->item, t->zh), value, _ ("yuan a year"), key, rank->results);
}

/* The parts that follow from plans and queues; @sign: −1 for those that go. */
static void
add_use (CorTracer *t, const CorSitingRank *rank, int sign)
{
  add_whole (t, rank, "D", _ ("Demand charge of all stations"), rank->demand_yuan, sign, COR_TRACE_STATIONS_DEMAND);
  add_whole (t, rank, "V", _ ("Losses of charging batteries of all stations"), rank->lost_yuan, sign, COR_TRACE_STATIONS_LOST);
}

static void
add_trucks (CorTracer *t, const CorSitingRank *rank, int sign)
{
  add_whole (t, rank, "C", _ ("What truck owners pay"), rank->carriers_yuan, sign, COR_TRACE_OWNERS_YEAR);
  add_whole (t, rank, "F", _ ("Service fees that stations take in"), rank->fees_yuan, -sign, COR_TRACE_FEES_YEAR);
}

static void
write_cost (CorTracer *t, gconstpointer data)
{
  const Choice *choice = data;
  const CorSitingRank *rank = rank_at (choice->plan, choice->n);

  cor_tracer_head (t, g_strdup (_ ("What all together pay, equal yearly payments")), "C − F + Σ S<sub>i</sub> + D + V", rank->yuan_per_year, _ ("yuan a year"));
  add_trucks (t, rank, 1);
  for (guint i = 1; i <= choice->n; i++)
    add_station (t, rank_at (choice->plan, i));
  add_use (t, rank, 1);
}

static void
write_stations (CorTracer *t, gconstpointer data)
{
  const Choice *choice = data;

  cor_tracer_head (t, g_strdup (_ ("Owning and running the new stations a year")), "S = Σ S<sub>i</sub>", rank_at (choice->plan, choice->n)->stations_yuan,
                   _ ("yuan a year"));
  for (guint i = 1; i <= choice->n; i++)
    add_station (t, rank_at (choice->plan, i));
}

static void
write_use (CorTracer *t, gconstpointer data)
{
  const Choice *choice = data;
  const CorSitingRank *rank = rank_at (choice->plan, choice->n);

  cor_tracer_head (t, g_strdup (_ ("Demand charge and losses of all stations a year")), "D + V", rank->demand_yuan + rank->lost_yuan, _ ("yuan a year"));
  add_use (t, rank, 1);
}

/* With the station and without it. */
static void
write_change (CorTracer *t, gconstpointer data)
{
  const Choice *choice = data;
  const CorSitingRank *with = rank_at (choice->plan, choice->n), *without = rank_at (choice->plan, choice->n - 1);
  const char *name = cor_item_label (&with->station->item, t->zh);

  if (choice->detour)
    {
      /* Translators: a station. */
      cor_tracer_head (t, g_strdup_printf (_ ("Detours that %s changes a year"), name), "d<sub>with</sub> − d<sub>without</sub>",
                       with->detour_km - without->detour_km, _ ("km a year"));
      add_whole (t, with, "d<sub>with</sub>", _ ("Energy detours with it"), with->detour_km, 1, COR_TRACE_ASSIGNED_DETOUR);
      add_whole (t, without, "d<sub>without</sub>", _ ("Energy detours without it"), without->detour_km, -1, COR_TRACE_ASSIGNED_DETOUR);
      return;
    }
  if (choice->aim == COR_SITING_CARRIERS)
    {
      /* Translators: a station. */
      cor_tracer_head (t, g_strdup_printf (_ ("What %s changes for truck owners a year"), name), "C<sub>with</sub> − C<sub>without</sub>",
                       with->carriers_yuan - without->carriers_yuan, _ ("yuan a year"));
      add_whole (t, with, "C<sub>with</sub>", _ ("What truck owners pay with it"), with->carriers_yuan, 1, COR_TRACE_OWNERS_YEAR);
      add_whole (t, without, "C<sub>without</sub>", _ ("What truck owners pay without it"), without->carriers_yuan, -1, COR_TRACE_OWNERS_YEAR);
      return;
    }
  /* Translators: a station. */
  cor_tracer_head (t, g_strdup_printf (_ ("What %s changes for all together a year"), name),
                   _ ("C − F + S + D + V with it, less C − F + D + V without it"), with->yuan_per_year - without->yuan_per_year, _ ("yuan a year"));
  add_trucks (t, with, 1);
  add_station (t, with);
  add_use (t, with, 1);
  add_trucks (t, without, -1);
  add_use (t, without, -1);
}

static CorTrace *
run (const Choice *choice, gboolean zh, void (*write) (CorTracer *t, gconstpointer data))
{
  return cor_tracer_run (rank_at (choice->plan, choice->n)->results, zh, write, choice);
}

CorTrace *
cor_siting_cost_trace (const CorSitingPlan *plan, guint n, gboolean zh)
{
  const Choice choice = { .plan = plan, .n = n };

  return run (&choice, zh, write_cost);
}

CorTrace *
cor_siting_stations_trace (const CorSitingPlan *plan, guint n, gboolean zh)
{
  const Choice choice = { .plan = plan, .n = n };

  return run (&choice, zh, write_stations);
}

CorTrace *
cor_siting_use_trace (const CorSitingPlan *plan, guint n, gboolean zh)
{
  const Choice choice = { .plan = plan, .n = n };

  return run (&choice, zh, write_use);
}

CorTrace *
cor_siting_change_trace (const CorSitingPlan *plan, guint n, gboolean detour, CorSitingAim aim, gboolean zh)
{
  const Choice choice = { plan, n, detour, aim };

  g_return_val_if_fail (n > 0 && n <= plan->ranks->len, NULL);

  return run (&choice, zh, write_change);
}
