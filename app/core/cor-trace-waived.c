/* cor-trace-waived.c: what instruments waive at the stations, which is public money too, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-sum.h"

#include <glib/gi18n-lib.h>

/* A term for each station at which something is waived, times @share of it, by the share of its energy that is swapped. */
static double
add_stations (CorTracer *t, CorTraceSum *terms, double (*share) (const CorTracer *t, double swapped))
{
  guint n;
  const CorItem *const *stations = cor_scenario_items (t->results->scenario, COR_ITEM_STATION, &n);
  double all = 0;

  for (guint i = 0; t->results->stations != NULL && t->year == t->results->year && i < n; i++)
    {
      double yuan = t->results->stations[i].waived_yuan_per_year;
      double part = yuan > 0 ? share (t, cor_station_swapped (&t->results->stations[i])) : 0;

      if (part == 0)
        continue;
      all += part * yuan;
      cor_trace_sum_add (terms, part, yuan, "", g_strdup (cor_item_label (stations[i], t->zh)), _ ("yuan a year"),
                         (CorTraceKey){ .quantity = COR_TRACE_STATION_WAIVED, .index = i });
    }
  return all;
}

static double
whole (const CorTracer *t, double swapped)
{
  return 1;
}

/* Of what is waived, what the instrument of the card waives. */
static double
of_instrument (const CorTracer *t, double swapped)
{
  CorDemandWaiver waivers[COR_POLICY_TERMS_MAX];
  guint n = cor_evaluate_demand_waivers (t->results, swapped, waivers);
  double all = cor_evaluate_demand_waived (t->results, swapped);

  for (guint i = 0; i < n && all > 0; i++)
    if (g_str_equal (waivers[i].id, t->instrument->id))
      return waivers[i].share / all;
  return 0;
}

double
cor_tracer_add_waived_by_instrument (CorTracer *t, CorTraceSum *terms)
{
  return add_stations (t, terms, of_instrument);
}

double
cor_tracer_add_waived (CorTracer *t, CorTraceSum *terms)
{
  double yuan = t->results->totals[t->year].stations_yuan_per_year;

  if (yuan > 0)
    cor_trace_sum_add (terms, 1, yuan, "s<sub>S</sub>", g_strdup (_ ("Demand charge waived at stations")), _ ("yuan a year"),
                       (CorTraceKey){ .quantity = COR_TRACE_WAIVED_YEAR, .model_year = t->key.model_year });
  return yuan;
}

void
cor_trace_waived_year (CorTracer *t)
{
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();

  cor_tracer_head (t, g_strdup (_ ("Demand charge that instruments waive at stations")), "Σ s<sub>S,i</sub>", 0, _ ("yuan a year"));
  t->out->value = add_stations (t, terms, whole);
  cor_tracer_add_sum (t, terms, _ ("yuan a year"));
  if (t->out->inputs->len == 0)
    g_clear_pointer (&t->out->title, g_free);
}
