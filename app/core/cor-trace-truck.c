/* cor-trace-truck.c: one truck on one duty against diesel, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>

/* The diesel truck's outcome, for a truck that is compared with it; or NULL. */
static const CorOutcome *
diesel (const CorTracer *t)
{
  const CorAlternative *truck = t->duty->diesel;

  return truck != NULL && truck != t->truck && truck->outcomes[t->year].feasible ? &truck->outcomes[t->year] : NULL;
}

static void
add_diesel (CorTracer *t, const char *symbol, double value, const char *unit, CorTraceQuantity quantity, guint index, int year)
{
  CorTraceKey child
    = { .quantity = quantity, .duty = t->key.duty, .truck = -1, .index = index, .model_year = year ? year : t->key.model_year };

  cor_tracer_add_child (t, symbol, _ ("Diesel, the same work"), value, unit, child);
}

void
cor_trace_truck_gap (CorTracer *t)
{
  const CorOutcome *other = diesel (t);

  if (other == NULL || isnan (t->outcome->tco_yuan - other->tco_yuan))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("TCO gap to diesel")), "T − T<sub>D</sub>", t->outcome->tco_yuan - other->tco_yuan, "yuan");
  cor_tracer_numbers (t, "# − #", t->outcome->tco_yuan, other->tco_yuan);
  cor_tracer_add_own (t, "T", _ ("This truck"), t->outcome->tco_yuan, "yuan", COR_TRACE_TRUCK_TCO, 0);
  add_diesel (t, "T<sub>D</sub>", other->tco_yuan, "yuan", COR_TRACE_TRUCK_TCO, 0, 0);
}

/* Both totals of one model year, as inputs. */
static void
add_year (CorTracer *t, guint year)
{
  int model_year = t->results->first_year + (int) year;
  const CorOutcome *own = &t->truck->outcomes[year], *other = &t->duty->diesel->outcomes[year];
  CorTraceKey child = { .quantity = COR_TRACE_TRUCK_TCO, .duty = t->key.duty, .truck = t->key.truck, .model_year = model_year };

  if (own->feasible)
    cor_tracer_add_child (t, "T", _ ("This truck"), own->tco_yuan, "yuan", child);
  if (other->feasible)
    add_diesel (t, "T<sub>D</sub>", other->tco_yuan, "yuan", COR_TRACE_TRUCK_TCO, 0, model_year);
}

/* The model years from the first on to @last, each with both sides. */
static char *
years_text (const CorTracer *t, int last)
{
  GString *numbers = g_string_new (NULL);

  for (guint y = 0; y < t->results->n_years && t->results->first_year + (int) y <= last; y++)
    {
      double own = t->truck->outcomes[y].tco_yuan, other = t->duty->diesel->outcomes[y].tco_yuan;
      g_autofree char *electric = cor_tracer_number (own), *fuel = cor_tracer_number (other);

      if (isnan (own) || isnan (other))
        continue;
      g_string_append_printf (numbers, "%s%d: %s %s %s", numbers->len ? "; " : "", t->results->first_year + (int) y, electric,
                              own <= other ? "≤" : ">", fuel);
    }
  return g_string_free (numbers, FALSE);
}

static void
parity (CorTracer *t, const char *title, const char *formula, int year)
{
  int last_year = t->results->first_year + (int) t->results->n_years - 1, last = year ? year : last_year;

  if (diesel (t) == NULL)
    return;
  cor_tracer_head (t, cor_tracer_title (t, title), formula, year, "");
  g_free (t->out->numbers);
  t->out->numbers = years_text (t, last);
  if (last > t->results->first_year)
    add_year (t, (guint) (last - 1 - t->results->first_year));
  add_year (t, (guint) (last - t->results->first_year));
  if (t->out->inputs->len == 0)
    g_clear_pointer (&t->out->title, g_free);
}

void
cor_trace_truck_parity (CorTracer *t)
{
  parity (t, _ ("TCO parity year"), _ ("first y with T(y) ≤ T<sub>D</sub>(y)"), t->truck->parity_year);
}

void
cor_trace_truck_parity_lost (CorTracer *t)
{
  if (t->truck->parity.lost > 0)
    parity (t, _ ("Parity lost again"), _ ("first y after parity with T(y) &gt; T<sub>D</sub>(y)"), t->truck->parity.lost);
}

void
cor_trace_truck_payback (CorTracer *t)
{
  const CorTco *own = t->truck->tco, *other = t->duty->diesel != NULL ? t->duty->diesel->tco : NULL;
  GString *numbers;
  guint last;

  if (own == NULL || other == NULL || diesel (t) == NULL || t->year != t->results->year)
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Payback year")), _ ("first year of ownership y with C(y) ≤ C<sub>D</sub>(y)"),
                   t->truck->payback_year, "");
  last = t->truck->payback_year ? t->truck->payback_year : MIN (own->n_years, other->n_years);
  numbers = g_string_new (NULL);
  for (guint y = 1; y <= last; y++)
    {
      g_autofree char *a = cor_tracer_number (cor_tco_kept (own, y)), *b = cor_tracer_number (cor_tco_kept (other, y));

      g_string_append_printf (numbers, "%s%u: %s %s %s", y > 1 ? "; " : "", y, a, cor_tco_kept (own, y) <= cor_tco_kept (other, y) ? "≤" : ">", b);
    }
  g_free (t->out->numbers);
  t->out->numbers = g_string_free (numbers, FALSE);
  for (guint y = MAX (1, last - 1); y <= last; y++)
    {
      g_autofree char *label = g_strdup_printf (_ ("Spent up to the end of year %u, without a sale"), y);

      cor_tracer_add_own (t, "C", label, cor_tco_kept (own, y), "yuan", COR_TRACE_KEPT, y);
      add_diesel (t, "C<sub>D</sub>", cor_tco_kept (other, y), "yuan", COR_TRACE_KEPT, y, 0);
    }
}
