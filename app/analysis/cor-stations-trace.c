/* cor-stations-trace.c: the card of what a figure of stations adds up to.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-stations-trace.h"

#include "cor-trace-sum.h"

#include <glib/gi18n-lib.h>
#include <math.h>

double
cor_stations_sum (const CorStationsSum *sum)
{
  double all = 0;

  for (guint i = 0; i < sum->n; i++)
    all += isnan (sum->values[i]) ? 0 : sum->values[i];
  return all;
}

static void
write_sum (CorTracer *t, gconstpointer data)
{
  const CorStationsSum *sum = data;
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();
  const CorItem *const *stations;
  guint n;

  stations = cor_scenario_items (t->results->scenario, COR_ITEM_STATION, &n);
  /* Translators: a figure of stations, such as "Visits". */
  cor_tracer_head (t, g_strdup_printf (_ ("%s, all stations listed"), sum->title), "Σ x<sub>i</sub>", cor_stations_sum (sum), sum->unit);
  for (guint i = 0; i < sum->n; i++)
    if (!isnan (sum->values[i]) && sum->values[i] != 0 && sum->stations[i] < n)
      cor_trace_sum_add (terms, 1, sum->values[i], "", g_strdup (cor_item_label (stations[sum->stations[i]], t->zh)), sum->unit,
                         (CorTraceKey){ .quantity = sum->quantity, .index = sum->stations[i] });
  if (cor_stations_sum (sum) == 0)
    cor_tracer_numbers (t, "#", 0.0);
  else
    cor_tracer_add_sum (t, terms, sum->unit);
}

CorTrace *
cor_stations_sum_trace (const CorResults *results, const CorStationsSum *sum, gboolean zh)
{
  g_return_val_if_fail (results != NULL && sum != NULL, NULL);

  return cor_tracer_run (results, zh, write_sum, sum);
}
