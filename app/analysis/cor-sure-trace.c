/* cor-sure-trace.c: the cards of a tornado's bars and of a fan of draws.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-sure-trace.h"

#include "cor-gap-private.h"
#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const CorFactorRange *factor;
  CorTraceKey key;
  CorResults *ends[2];
} Bar;

typedef struct
{
  const CorGap *gap;
  const CorMonteCarlo *drawn;
  guint year;
} Fan;

/* The gap of the truck in a model year. */
static CorTraceKey
gap_key (const CorGap *gap, int model_year)
{
  CorTraceKey key = { .quantity = COR_TRACE_TRUCK_GAP, .duty = (guint) (gap->duty - gap->results->duties), .model_year = model_year };

  for (guint i = 0; i < gap->duty->n_alternatives; i++)
    if (gap->duty->alternatives[i] == gap->sides[0].alternative)
      key.truck = (int) i;
  return key;
}

static char *
title (const CorTracer *t, const CorGap *gap, const char *what)
{
  return g_strdup_printf ("%s · %s · %s", what, cor_tracer_duty_label (t, gap->duty),
                          cor_item_label (&gap->sides[0].alternative->truck->item, t->zh));
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
  Bar bar = { &g_array_index (gap->factors, CorFactorRange, factor), gap_key (gap, 0), { NULL, NULL } };
  CorTrace *trace = NULL;

  for (guint i = 0; i < 2; i++)
    bar.ends[i] = cor_gap_case (gap, factor, i == 1);
  if (bar.ends[0] != NULL && bar.ends[1] != NULL)
    trace = cor_tracer_run (gap->results, zh, write_bar, &bar);
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&bar.ends[i], cor_results_unref);
  return trace;
}

static void
add_correlations (CorTracer *t, const Fan *fan)
{
  guint n, n_factors;
  const CorCorrelation *stated = cor_gap_correlations (fan->gap, &n);
  const CorFactorRange *factors = cor_gap_factors (fan->gap, &n_factors);

  for (guint i = 0; i < n; i++)
    {
      gboolean both[2] = { FALSE, FALSE };
      g_autofree char *label = g_strdup_printf (_ ("Moves together: %s and %s"), _ (cor_param_info (stated[i].a)->label),
                                                _ (cor_param_info (stated[i].b)->label));

      for (guint k = 0; k < fan->drawn->n_factors; k++)
        {
          both[0] |= factors[k].id == stated[i].a;
          both[1] |= factors[k].id == stated[i].b;
        }
      if (both[0] && both[1] && stated[i].rho != 0)
        cor_tracer_add_stated (t, "ρ", label, stated[i].rho, stated[i].status, stated[i].source, t->zh ? stated[i].reason_zh : stated[i].reason);
    }
}

static void
write_fan (CorTracer *t, gconstpointer data)
{
  const Fan *fan = data;
  const CorQuantiles *q = &fan->drawn->years[fan->year];
  int model_year = fan->drawn->first_year + (int) fan->year;
  CorTraceKey key = gap_key (fan->gap, model_year);
  guint n;
  const CorFactorRange *factors = cor_gap_factors (fan->gap, &n);
  const char *drawn = _ ("The draws themselves, in order of size");

  cor_tracer_head (t, title (t, fan->gap, _ ("Median of the gap to diesel over all draws")), _ ("median of G(x<sub>1</sub> … x<sub>k</sub>) over the draws"),
                   q->p50, "yuan");
  cor_tracer_numbers (t, "#", q->p50);
  cor_tracer_add_found (t, "", _ ("5 of 100 draws lie below"), q->p05, "yuan", COR_TRACE_BY_SIMULATION, drawn);
  cor_tracer_add_found (t, "", _ ("25 of 100 draws lie below"), q->p25, "yuan", COR_TRACE_BY_SIMULATION, drawn);
  cor_tracer_add_found (t, "", _ ("25 of 100 draws lie above"), q->p75, "yuan", COR_TRACE_BY_SIMULATION, drawn);
  cor_tracer_add_found (t, "", _ ("5 of 100 draws lie above"), q->p95, "yuan", COR_TRACE_BY_SIMULATION, drawn);
  if (!isnan (cor_tracer_value_of (t, &key)))
    cor_tracer_add_child (t, "G", _ ("TCO gap to diesel, all at their values"), cor_tracer_value_of (t, &key), "yuan", key);
  cor_tracer_add_found (t, "", _ ("Draws"), fan->drawn->n_draws, "", COR_TRACE_BY_SETTING, _ ("Sobol sequence with a random shift (Cranley and Patterson 1976)"));
  cor_tracer_add_found (t, "", _ ("Seed of the shift"), fan->drawn->seed, "", COR_TRACE_BY_SETTING, _ ("The same for all, so that only what is changed moves the answer"));
  for (guint i = 0; i < fan->drawn->n_factors; i++)
    {
      g_autofree char *low = cor_tracer_number (factors[i].low), *high = cor_tracer_number (factors[i].high);
      /* Translators: a parameter, the low and the high of its range. */
      g_autofree char *label = g_strdup_printf (_ ("%s, drawn from %s to %s"), _ (cor_param_info (factors[i].id)->label), low, high);

      cor_tracer_add_entry (t, "x", label, factors[i].base, factors[i].id, factors[i].from);
    }
  add_correlations (t, fan);
}

CorTrace *
cor_monte_carlo_trace (const CorGap *gap, const CorMonteCarlo *drawn, guint year, gboolean zh)
{
  const Fan fan = { gap, drawn, year };

  if (drawn->years == NULL || year >= drawn->n_years || isnan (drawn->years[year].p50))
    return NULL;
  return cor_tracer_run (gap->results, zh, write_fan, &fan);
}
