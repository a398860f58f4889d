/* cor-sure-trace.c: the cards of a tornado's bars.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-sure-trace.h"

#include "cor-gap-private.h"
#include "cor-sure-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const CorFactorRange *factor;
  CorTraceKey key;
  CorResults *ends[2];
} Bar;

CorTraceKey
cor_sure_gap_key (const CorGap *gap, int model_year)
{
  CorTraceKey key = { .quantity = COR_TRACE_TRUCK_GAP, .duty = (guint) (gap->duty - gap->results->duties), .model_year = model_year };

  for (guint i = 0; i < gap->duty->n_alternatives; i++)
    if (gap->duty->alternatives[i] == gap->sides[0].alternative)
      key.truck = (int) i;
  return key;
}

char *
cor_sure_title (const CorTracer *t, const CorGap *gap, const char *what)
{
  return g_strdup_printf ("%s · %s · %s", what, cor_tracer_duty_label (t, gap->duty),
                          cor_item_label (&gap->sides[0].alternative->truck->item, t->zh));
}

char *
cor_gap_factor_label (const CorFactorRange *factor)
{
  const char *label = _ (cor_param_info (factor->id)->label);

  if (factor->electric && factor->diesel)
    return g_strdup (label);
  /* Translators: a parameter, and the truck that it is of. */
  return g_strdup_printf (_ ("%s (%s)"), label, factor->diesel ? _ ("diesel") : _ ("zero-emission"));
}

static void
write_bar (CorTracer *t, gconstpointer data)
{
  const Bar *bar = data;
  const CorFactorRange *factor = bar->factor;
  const char *label = _ (cor_param_info (factor->id)->label);
  /* Translators: a parameter. */
  char *text = g_strdup_printf (_ ("What the range of this moves the gap to diesel by: %s"), label);

  cor_tracer_head (t, text, "G(x<sub>high</sub>) − G(x<sub>low</sub>)", factor->gap_high - factor->gap_low, "yuan");
  cor_tracer_numbers (t, "# − #", factor->gap_high, factor->gap_low);
  cor_tracer_add_child_of (t, "G(x<sub>low</sub>)", _ ("TCO gap to diesel, this at the low of its range"), factor->gap_low, "yuan", bar->key, bar->ends[0]);
  cor_tracer_add_child_of (t, "G(x<sub>high</sub>)", _ ("TCO gap to diesel, this at the high of its range"), factor->gap_high, "yuan", bar->key, bar->ends[1]);
  cor_tracer_add_child (t, "G", _ ("TCO gap to diesel, this at its value"), cor_tracer_value_of (t, &bar->key), "yuan", bar->key);
  cor_tracer_add_entry (t, "x", label, factor->base, factor->id, factor->from);
  cor_tracer_add_entry (t, "x<sub>low</sub>", _ ("Low of the range"), factor->low, factor->id, factor->range_from);
  cor_tracer_add_entry (t, "x<sub>high</sub>", _ ("High of the range"), factor->high, factor->id, factor->range_from);
}

CorTrace *
cor_gap_factor_trace (CorGap *gap, guint factor, gboolean zh)
{
  Bar bar = { &g_array_index (gap->factors, CorFactorRange, factor), cor_sure_gap_key (gap, 0), { NULL, NULL } };
  CorTrace *trace = NULL;

  for (guint i = 0; i < 2; i++)
    bar.ends[i] = cor_gap_case (gap, factor, i == 1);
  if (bar.ends[0] != NULL && bar.ends[1] != NULL)
    trace = cor_tracer_run (gap->results, zh, write_bar, &bar);
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&bar.ends[i], cor_results_unref);
  return trace;
}
