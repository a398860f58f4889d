/* cor-trace-scenario.c: the figures of all duties together, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-sum.h"

#include <glib/gi18n-lib.h>

/* Who stands for a duty: its electric truck, whether it counts or not; the truck that counts; its diesel. */
typedef enum
{
  CHALLENGER,
  COUNTED,
  DIESEL,
} Who;

/* The alternative that stands for @duty, -1 for its diesel truck; FALSE where the duty is left out. */
static gboolean
stand_in (const CorTracer *t, const CorDutyResult *duty, Who who, int *truck)
{
  int index = cor_results_challenger (t->results, duty, t->year);

  if (index < 0 || duty->diesel == NULL || !duty->diesel->outcomes[t->year].feasible)
    return FALSE;
  *truck = who == DIESEL ? -1 : who == COUNTED ? duty->counted[t->year] : index;
  return TRUE;
}

/* Public money over the ownership counts with its part of a year. */
static double
weight (const CorDutyResult *duty, const CorOutcome *of, CorTraceQuantity quantity)
{
  gboolean in_all = quantity == COR_TRACE_TRUCK_PAID || quantity == COR_TRACE_TRUCK_FORGONE;

  return in_all ? duty->duty->trucks / of->ownership_years : duty->duty->trucks;
}

/* What is summed over the duties, of whom. */
typedef struct
{
  Who who;
  const char *symbol;
  const char *unit;
  CorTraceQuantity quantity;
} Summed;

/* A term for each duty, and their sum. */
static double
add_duties (CorTracer *t, CorTraceSum *terms, const Summed *of)
{
  double sum = 0;

  for (guint i = 0; i < t->results->n_duties; i++)
    {
      const CorDutyResult *duty = &t->results->duties[i];
      const CorAlternative *truck;
      double n, value;
      int index;

      if (!stand_in (t, duty, of->who, &index))
        continue;
      truck = index < 0 ? duty->diesel : duty->alternatives[index];
      value = cor_trace_outcome_figure (&truck->outcomes[t->year], of->quantity);
      if (isnan (value))
        continue;
      n = weight (duty, &truck->outcomes[t->year], of->quantity);
      sum += n * value;
      cor_trace_sum_add (terms, n, value, of->symbol,
                         g_strdup_printf (_ ("%s: %g × %s"), cor_tracer_duty_label (t, duty), n, cor_item_label (&truck->truck->item, t->zh)),
                         of->unit, (CorTraceKey){ .quantity = of->quantity, .duty = i, .truck = index, .model_year = t->key.model_year });
    }
  return sum;
}

static void
head_sum (CorTracer *t,
          const char *title,
          const char *formula,
          const char *unit,
          Who who,
          const char *symbol,
          const char *row_unit,
          CorTraceQuantity quantity)
{
  const Summed of = { who, symbol, row_unit, quantity };
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();

  cor_tracer_head (t, g_strdup (title), formula, 0, unit);
  t->out->value = add_duties (t, terms, &of);
  if (quantity == COR_TRACE_TRUCK_FORGONE || quantity == COR_TRACE_TRUCK_PUBLIC)
    t->out->value += cor_tracer_add_waived (t, terms);
  cor_tracer_add_sum (t, terms, unit);
  if (t->out->inputs->len == 0)
    g_clear_pointer (&t->out->title, g_free);
}

/* Says why a headline figure is not there: there is none of @what. */
static void
add_nothing (CorTracer *t, const char *what)
{
  if (t->out->inputs->len == 0)
    cor_tracer_add_found (t, "", what, 0, "", COR_TRACE_BY_NONE, _ ("The duties of this scenario"));
  if (*t->out->numbers == '\0')
    cor_tracer_numbers (t, "#", NAN);
}

/* Another figure of the scenario as an input. */
static void
add_figure (CorTracer *t, const char *symbol, const char *label, double value, const char *unit, CorTraceQuantity quantity, int year)
{
  cor_tracer_add_child (t, symbol, label, value, unit, (CorTraceKey) { .quantity = quantity, .model_year = year });
}

void
cor_trace_tco (CorTracer *t)
{
  head_sum (t, _ ("Total cost of ownership, zero-emission trucks of all duties"), "T = Σ n<sub>i</sub> T<sub>i</sub>", "yuan", CHALLENGER,
            "T<sub>i</sub>", "yuan", COR_TRACE_TRUCK_TCO);
}

void
cor_trace_diesel_tco (CorTracer *t)
{
  head_sum (t, _ ("Total cost of ownership, diesel trucks of all duties"), "T<sub>D</sub> = Σ n<sub>i</sub> T<sub>D,i</sub>", "yuan",
            DIESEL, "T<sub>D,i</sub>", "yuan", COR_TRACE_TRUCK_TCO);
}

void
cor_trace_gap (CorTracer *t)
{
  const CorTotals *totals = &t->results->totals[t->year];

  if (!(totals->trucks > 0))
    return;
  cor_tracer_head (t, g_strdup (_ ("TCO gap to diesel, all duties")), "T − T<sub>D</sub>", totals->tco_yuan - totals->diesel_tco_yuan, "yuan");
  cor_tracer_numbers (t, "# − #", totals->tco_yuan, totals->diesel_tco_yuan);
  add_figure (t, "T", _ ("Zero-emission trucks"), totals->tco_yuan, "yuan", COR_TRACE_TCO, t->key.model_year);
  add_figure (t, "T<sub>D</sub>", _ ("Diesel trucks"), totals->diesel_tco_yuan, "yuan", COR_TRACE_DIESEL_TCO, t->key.model_year);
}

void
cor_trace_gap_truck (CorTracer *t)
{
  const CorTotals *totals = &t->results->totals[t->year];

  if (!(totals->trucks > 0))
    return;
  cor_tracer_head (t, g_strdup (_ ("TCO gap to diesel, mean of a truck")), "(T − T<sub>D</sub>) ÷ n",
                   (totals->tco_yuan - totals->diesel_tco_yuan) / totals->trucks, "yuan");
  cor_tracer_numbers (t, "(# − #) ÷ #", totals->tco_yuan, totals->diesel_tco_yuan, totals->trucks);
  add_figure (t, "T", _ ("Zero-emission trucks"), totals->tco_yuan, "yuan", COR_TRACE_TCO, t->key.model_year);
  add_figure (t, "T<sub>D</sub>", _ ("Diesel trucks"), totals->diesel_tco_yuan, "yuan", COR_TRACE_DIESEL_TCO, t->key.model_year);
  add_figure (t, "n", _ ("Trucks"), totals->trucks, "", COR_TRACE_TRUCKS, t->key.model_year);
}

/* The model years up to parity, each with both sides. */
void
cor_trace_parity (CorTracer *t)
{
  int first = t->results->first_year, parity = t->results->parity_year;
  GString *numbers = g_string_new (NULL);

  for (guint y = 0; y < t->results->n_years && (parity == 0 || first + (int) y <= parity); y++)
    {
      const CorTotals *totals = &t->results->totals[y];
      g_autofree char *electric = cor_tracer_number (totals->tco_yuan), *diesel = cor_tracer_number (totals->diesel_tco_yuan);

      if (totals->trucks > 0)
        g_string_append_printf (numbers, "%s%d: %s %s %s", numbers->len ? "; " : "", first + (int) y, electric,
                                totals->tco_yuan <= totals->diesel_tco_yuan ? "≤" : ">", diesel);
    }
  cor_tracer_head (t, g_strdup (_ ("TCO parity year")), _ ("first y with Σ n<sub>i</sub> T<sub>i</sub>(y) ≤ Σ n<sub>i</sub> T<sub>D,i</sub>(y)"),
                   parity, "");
  g_free (t->out->numbers);
  t->out->numbers = g_string_free (numbers, FALSE);
  for (int y = t->results->comparable == 0 ? G_MAXINT : MAX (first, (parity ? parity : cor_tracer_model_year (t)) - 1); y <= (parity ? parity : cor_tracer_model_year (t)); y++)
    {
      const CorTotals *totals = &t->results->totals[y - first];

      add_figure (t, "T", _ ("Zero-emission trucks"), totals->tco_yuan, "yuan", COR_TRACE_TCO, y);
      add_figure (t, "T<sub>D</sub>", _ ("Diesel trucks"), totals->diesel_tco_yuan, "yuan", COR_TRACE_DIESEL_TCO, y);
    }
  add_nothing (t, _ ("Duties that can be done and compared with diesel"));
}

/* Detours count for every duty with a plan, with or without a diesel truck beside it. */
static double
add_planned (CorTracer *t, CorTraceSum *terms, const char *symbol, CorTraceQuantity quantity)
{
  double sum = 0;

  for (guint i = 0; i < t->results->n_duties; i++)
    {
      const CorDutyResult *duty = &t->results->duties[i];
      int index = cor_results_challenger (t->results, duty, t->year);
      const CorOutcome *outcome = index < 0 ? NULL : &duty->alternatives[index]->outcomes[t->year];
      double n = duty->duty->trucks;

      if (outcome == NULL || isnan (outcome->detour_km))
        continue;
      sum += n * cor_trace_outcome_figure (outcome, quantity);
      if (terms != NULL)
        cor_trace_sum_add (terms, n, cor_trace_outcome_figure (outcome, quantity), symbol,
                           g_strdup_printf (_ ("%s: %g × %s"), cor_tracer_duty_label (t, duty), n,
                                            cor_item_label (&duty->alternatives[index]->truck->item, t->zh)),
                           _ ("km a year"), (CorTraceKey){ .quantity = quantity, .duty = i, .truck = index });
    }
  return sum;
}

static void
planned_km (CorTracer *t, const char *title, const char *formula, const char *symbol, CorTraceQuantity quantity)
{
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();

  if (t->year != t->results->year)
    return;
  cor_tracer_head (t, g_strdup (title), formula, 0, _ ("km a year"));
  t->out->value = add_planned (t, terms, symbol, quantity);
  cor_tracer_add_sum (t, terms, _ ("km a year"));
  if (t->out->inputs->len == 0)
    g_clear_pointer (&t->out->title, g_free);
}

void
cor_trace_planned_detour (CorTracer *t)
{
  planned_km (t, _ ("Energy detours of all trucks with a plan"), "Σ n<sub>i</sub> d<sub>E,i</sub>", "d<sub>E,i</sub>", COR_TRACE_TRUCK_DETOUR);
}

void
cor_trace_planned_km (CorTracer *t)
{
  planned_km (t, _ ("Driven km of all trucks with a plan"), "Σ n<sub>i</sub> (d<sub>i</sub> + d<sub>E,i</sub>)",
              "d<sub>i</sub> + d<sub>E,i</sub>", COR_TRACE_TRUCK_KM);
}

void
cor_trace_detour (CorTracer *t)
{
  double detour = add_planned (t, NULL, "", COR_TRACE_TRUCK_DETOUR);
  double driven = add_planned (t, NULL, "", COR_TRACE_TRUCK_KM);

  cor_tracer_head (t, g_strdup (_ ("Detour share")), "d<sub>E</sub> ÷ d", t->results->detour_share, "1");
  if (driven > 0 && t->year == t->results->year)
    {
      cor_tracer_numbers (t, "# ÷ #", detour, driven);
      add_figure (t, "d<sub>E</sub>", _ ("Energy detours"), detour, _ ("km a year"), COR_TRACE_PLANNED_DETOUR, t->key.model_year);
      add_figure (t, "d", _ ("Driven km"), driven, _ ("km a year"), COR_TRACE_PLANNED_KM, t->key.model_year);
    }
  add_nothing (t, _ ("Trucks with a plan of the day"));
}

void
cor_trace_wtw (CorTracer *t)
{
  head_sum (t, _ ("Emissions of the trucks that count, well to wheel"), "E = Σ n<sub>i</sub> E<sub>i</sub>", _ ("kg CO₂e a year"), COUNTED,
            "E<sub>i</sub>", _ ("kg CO₂e a year"), COR_TRACE_TRUCK_EMISSIONS);
}

void
cor_trace_diesel_wtw (CorTracer *t)
{
  head_sum (t, _ ("Emissions of diesel trucks instead, well to wheel"), "E<sub>D</sub> = Σ n<sub>i</sub> E<sub>D,i</sub>",
            _ ("kg CO₂e a year"), DIESEL, "E<sub>D,i</sub>", _ ("kg CO₂e a year"), COR_TRACE_TRUCK_EMISSIONS);
}

void
cor_trace_emissions (CorTracer *t)
{
  const CorTotals *totals = &t->results->totals[t->year];
  gboolean any = totals->trucks > 0;

  cor_tracer_head (t, g_strdup (_ ("Emissions avoided, well to wheel")), "ΔE = (E<sub>D</sub> − E) ÷ 1000",
                   any ? (totals->diesel_wtw_kg - totals->wtw_kg) / 1000 : NAN, _ ("t CO₂e a year"));
  if (any)
    {
      cor_tracer_numbers (t, "(# − #) ÷ 1000", totals->diesel_wtw_kg, totals->wtw_kg);
      add_figure (t, "E<sub>D</sub>", _ ("Diesel, the same work"), totals->diesel_wtw_kg, _ ("kg CO₂e a year"), COR_TRACE_DIESEL_WTW,
                  t->key.model_year);
      add_figure (t, "E", _ ("The trucks that count"), totals->wtw_kg, _ ("kg CO₂e a year"), COR_TRACE_WTW, t->key.model_year);
    }
  add_nothing (t, _ ("Duties that can be done and compared with diesel"));
}

void
cor_trace_paid_year (CorTracer *t)
{
  head_sum (t, _ ("Public money paid a year"), "Σ n<sub>i</sub> ÷ N · s<sub>i</sub>", _ ("yuan a year"), COUNTED, "s<sub>i</sub>",
            "yuan", COR_TRACE_TRUCK_PAID);
}

void
cor_trace_forgone_year (CorTracer *t)
{
  head_sum (t, _ ("Public money forgone a year"), "Σ n<sub>i</sub> ÷ N · s<sub>i</sub> + s<sub>S</sub>", _ ("yuan a year"), COUNTED, "s<sub>i</sub>",
            "yuan", COR_TRACE_TRUCK_FORGONE);
}

void
cor_trace_public_year (CorTracer *t)
{
  head_sum (t, _ ("Public cost a year"), "S = Σ n<sub>i</sub> s<sub>i</sub> + s<sub>S</sub>", _ ("yuan a year"), COUNTED, "s<sub>i</sub>",
            _ ("yuan a year"), COR_TRACE_TRUCK_PUBLIC);
}

void
cor_trace_public (CorTracer *t)
{
  const CorTotals *totals = &t->results->totals[t->year];
  double tonnes = (totals->diesel_wtw_kg - totals->wtw_kg) / 1000, yuan = totals->public_yuan_per_year;

  cor_tracer_head (t, g_strdup (_ ("Public cost of a tonne avoided (average)")), "k = S ÷ ΔE", tonnes > 0 && yuan > 0 ? yuan / tonnes : NAN,
                   _ ("yuan per t CO₂e"));
  if (totals->trucks > 0)
    {
      cor_tracer_numbers (t, "# ÷ #", yuan, tonnes);
      add_figure (t, "S", _ ("Public cost a year"), yuan, _ ("yuan a year"), COR_TRACE_PUBLIC_YEAR, t->key.model_year);
      add_figure (t, "ΔE", _ ("Emissions avoided"), tonnes, _ ("t CO₂e a year"), COR_TRACE_EMISSIONS, t->key.model_year);
    }
  add_nothing (t, _ ("Duties that can be done and compared with diesel"));
}

void
cor_trace_km (CorTracer *t)
{
  head_sum (t, _ ("Driven a year by all trucks"), "Σ n<sub>i</sub> (d<sub>i</sub> + d<sub>E,i</sub>)", _ ("km a year"), COUNTED,
            "d<sub>i</sub> + d<sub>E,i</sub>", _ ("km a year"), COR_TRACE_TRUCK_KM);
}

void
cor_trace_tkm (CorTracer *t)
{
  head_sum (t, _ ("Transport activity of all trucks"), "Σ n<sub>i</sub> A<sub>i</sub>", _ ("tkm a year"), COUNTED, "A<sub>i</sub>",
            _ ("tkm a year"), COR_TRACE_TRUCK_TKM);
}

void
cor_trace_intensity (CorTracer *t)
{
  const CorTotals *totals = &t->results->totals[t->year];

  if (!(totals->tkm > 0))
    return;
  cor_tracer_head (t, g_strdup (_ ("Emissions, well to wheel")), "E · 1000 ÷ A", totals->wtw_kg * 1000 / totals->tkm, "g/tkm");
  cor_tracer_numbers (t, "# · 1000 ÷ #", totals->wtw_kg, totals->tkm);
  add_figure (t, "E", _ ("Emissions a year"), totals->wtw_kg, _ ("kg CO₂e a year"), COR_TRACE_WTW, t->key.model_year);
  add_figure (t, "A", _ ("Transport activity"), totals->tkm, _ ("tkm a year"), COR_TRACE_TKM, t->key.model_year);
}

void
cor_trace_trucks (CorTracer *t)
{
  const CorTotals *totals = &t->results->totals[t->year];
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();

  if (!(totals->trucks > 0))
    return;
  cor_tracer_head (t, g_strdup (_ ("Trucks")), "Σ n<sub>i</sub>", totals->trucks, "");
  for (guint i = 0; i < t->results->n_duties; i++)
    {
      const CorDutyResult *duty = &t->results->duties[i];
      int index;

      if (!stand_in (t, duty, COUNTED, &index))
        continue;
      cor_trace_sum_add_entry (terms, 1, duty->duty->trucks, "n<sub>i</sub>", cor_tracer_duty_label (t, duty), "", &duty->duty->item);
    }
  cor_tracer_add_sum (t, terms, "");
}
