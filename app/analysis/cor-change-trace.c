/* cor-change-trace.c: the card of what a figure differs by from the same figure of another state of the scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-change-trace.h"

#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>

/* The figure now and before, and the results of before. */
typedef struct
{
  CorTrace *now, *before;
  const CorResults *base;
} Change;

static gboolean
is_parity (const CorTrace *trace)
{
  return trace->key.quantity == COR_TRACE_PARITY || trace->key.quantity == COR_TRACE_TRUCK_PARITY;
}

/* The value that is compared. */
static double
compared (const CorTrace *trace, const CorResults *results)
{
  return is_parity (trace) && trace->value == 0 ? results->first_year + (int) results->n_years : trace->value;
}

static void
write_change (CorTracer *t, gconstpointer data)
{
  const Change *change = data;
  double now = compared (change->now, t->results), before = compared (change->before, change->base);

  cor_tracer_head (t, g_strdup_printf ("%s · %s", _ ("Change against the baseline"), change->now->title),
                   is_parity (change->now) ? _ ("x − x<sub>0</sub>, the year after the last where parity is not reached") : "x − x<sub>0</sub>",
                   now - before, is_parity (change->now) ? _ ("years") : change->now->unit);
  if (is_parity (change->now))
    {
      g_autofree char *years = g_strdup_printf ("%.0f − %.0f", now, before);

      cor_tracer_set_numbers (t, years);
    }
  else
    cor_tracer_numbers (t, "# − #", now, before);
  cor_tracer_add_child_of (t, "x", change->now->title, change->now->value, change->now->unit, change->now->key, t->results);
  cor_tracer_add_child_of (t, "x<sub>0</sub>", _ ("The same in the baseline"), change->before->value, change->before->unit, change->before->key,
                           change->base);
}

CorTrace *
cor_change_trace (const CorResults *results, const CorTraceKey *key, const CorResults *base, const CorTraceKey *base_key, gboolean zh)
{
  g_autoptr (CorTrace) now = cor_trace_new (results, key, zh), before = cor_trace_new (base, base_key, zh);
  const Change change = { now, before, base };

  if (now == NULL || before == NULL)
    return NULL;
  return cor_tracer_run (results, zh, write_change, &change);
}
