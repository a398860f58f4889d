/* cor-trace-compared.c: traces of figures that variants are compared by: time for energy, stations to build.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-sum.h"

#include <glib/gi18n-lib.h>

/* The truck of a duty that counts, where its day has a time for energy. */
static const CorOutcome *
counted (const CorTracer *t, const CorDutyResult *duty, int *truck)
{
  const CorOutcome *outcome;

  *truck = duty->counted != NULL ? duty->counted[t->year] : -1;
  if (*truck < 0)
    return NULL;
  outcome = &duty->alternatives[*truck]->outcomes[t->year];
  return outcome->feasible && !isnan (outcome->energy_h_per_trip) ? outcome : NULL;
}

void
cor_trace_energy_hours (CorTracer *t)
{
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();

  cor_tracer_head (t, g_strdup (_ ("Time for energy, a trip of every truck")), "Σ n<sub>i</sub> t<sub>i</sub>", 0, "h");
  for (guint i = 0; i < t->results->n_duties; i++)
    {
      const CorDutyResult *duty = &t->results->duties[i];
      int truck;
      const CorOutcome *outcome = counted (t, duty, &truck);

      if (outcome == NULL)
        continue;
      t->out->value += duty->duty->trucks * outcome->energy_h_per_trip;
      cor_trace_sum_add (terms, duty->duty->trucks, outcome->energy_h_per_trip, "t<sub>i</sub>",
                         g_strdup_printf (_ ("%s: %g × %s"), cor_tracer_duty_label (t, duty), duty->duty->trucks,
                                          cor_item_label (&duty->alternatives[truck]->truck->item, t->zh)),
                         "h", (CorTraceKey){ .quantity = COR_TRACE_TRUCK_HOURS, .duty = i, .truck = truck, .model_year = t->key.model_year });
    }
  cor_tracer_add_sum (t, terms, "h");
  if (t->out->inputs->len == 0)
    g_clear_pointer (&t->out->title, g_free);
}

void
cor_trace_energy_minutes (CorTracer *t)
{
  CorTraceKey key = { .quantity = COR_TRACE_ENERGY_HOURS, .model_year = t->key.model_year };
  double trucks = 0, hours = cor_tracer_value_of (t, &key);

  for (guint i = 0; i < t->results->n_duties; i++)
    {
      int truck;

      if (counted (t, &t->results->duties[i], &truck) != NULL)
        trucks += t->results->duties[i].duty->trucks;
    }
  if (!(trucks > 0) || isnan (hours))
    return;
  cor_tracer_head (t, g_strdup (_ ("Time for energy a trip, mean of all trucks")), "60 · T ÷ n", 60 * hours / trucks, "min");
  cor_tracer_numbers (t, "60 · # ÷ #", hours, trucks);
  cor_tracer_add_child (t, "T", _ ("Time for energy, a trip of every truck"), hours, "h", key);
  cor_tracer_add_found (t, "n", _ ("Trucks of these duties"), trucks, "", COR_TRACE_BY_ENTRY, _ ("The duties of this scenario"));
}

void
cor_trace_stations_capital (CorTracer *t)
{
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();
  const CorItem *const *stations;
  guint n;

  if (t->year != t->results->year || t->results->stations == NULL)
    return;
  stations = cor_scenario_items (t->results->scenario, COR_ITEM_STATION, &n);
  cor_tracer_head (t, g_strdup (_ ("Stations to build")), "Σ K<sub>s</sub>", 0, "yuan");
  for (guint i = 0; i < MIN (n, t->results->n_stations); i++)
    {
      double value = t->results->stations[i].capital_yuan;

      if (((const CorStation *) stations[i])->status != COR_STATION_PLANNED || value == 0)
        continue;
      t->out->value += value;
      cor_trace_sum_add (terms, 1, value, "K<sub>s</sub>", g_strdup (cor_item_label (stations[i], t->zh)), "yuan",
                         (CorTraceKey){ .quantity = COR_TRACE_STATION_CAPITAL, .index = i });
    }
  cor_tracer_add_sum (t, terms, "yuan");
  if (t->out->inputs->len > 0)
    return;
  cor_tracer_numbers (t, "#", 0.0);
  cor_tracer_add_found (t, "K<sub>s</sub>", _ ("Planned stations"), 0, "", COR_TRACE_BY_NONE, _ ("No station of this scenario is planned"));
}
