/* cor-trace-sum.c: a sum with many terms, as a card lists it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-sum.h"

#include <glib/gi18n-lib.h>

/* A term; @item where it is an entry of the scenario, else it has the card @child. */
typedef struct
{
  guint order;
  double factor, value;
  char *symbol, *label, *unit;
  const CorItem *item;
  CorTraceKey child;
} Term;

struct _CorTraceSum
{
  GArray *terms;
};

static void
term_clear (gpointer data)
{
  Term *term = data;

  g_free (term->symbol);
  g_free (term->label);
  g_free (term->unit);
}

CorTraceSum *
cor_trace_sum_new (void)
{
  CorTraceSum *sum = g_new (CorTraceSum, 1);

  sum->terms = g_array_new (FALSE, FALSE, sizeof (Term));
  g_array_set_clear_func (sum->terms, term_clear);
  return sum;
}

void
cor_trace_sum_free (CorTraceSum *sum)
{
  g_array_unref (sum->terms);
  g_free (sum);
}

double
cor_trace_outcome_figure (const CorOutcome *of, CorTraceQuantity quantity)
{
  switch (quantity)
    {
    case COR_TRACE_TRUCK_TCO:
      return of->tco_yuan;
    case COR_TRACE_TRUCK_EMISSIONS:
      return of->wtw_kg;
    case COR_TRACE_TRUCK_DIRECT:
      return of->direct_kg;
    case COR_TRACE_TRUCK_SUPPLY:
      return of->wtw_kg - of->direct_kg;
    case COR_TRACE_TRUCK_DETOUR_EMISSIONS:
      return of->detour_kg;
    case COR_TRACE_TRUCK_NOX:
      return of->nox_kg;
    case COR_TRACE_TRUCK_PM:
      return of->pm_kg;
    case COR_TRACE_TRUCK_MAKING:
      return of->vehicle_making_kg;
    case COR_TRACE_TRUCK_BATTERY_MAKING:
      return of->battery_making_kg;
    case COR_TRACE_TRUCK_KM:
      return cor_outcome_driven_km (of);
    case COR_TRACE_TRUCK_DETOUR:
      return of->detour_km;
    case COR_TRACE_TRUCK_TKM:
      return of->tkm;
    case COR_TRACE_TRUCK_PAID:
      return of->money.paid;
    case COR_TRACE_TRUCK_FORGONE:
      return of->money.forgone;
    case COR_TRACE_TRUCK_PUBLIC:
      return cor_outcome_public_yuan (of) / of->ownership_years;
    default:
      g_return_val_if_reached (NAN);
    }
}

static void
add (CorTraceSum *sum, double factor, double value, const char *symbol, char *label, const char *unit, const CorItem *item, CorTraceKey child)
{
  Term term = { sum->terms->len, factor, value, g_strdup (symbol), label, g_strdup (unit), item, child };

  g_array_append_val (sum->terms, term);
}

void
cor_trace_sum_add (CorTraceSum *sum, double factor, double value, const char *symbol, char *label, const char *unit, CorTraceKey child)
{
  add (sum, factor, value, symbol, label, unit, NULL, child);
}

void
cor_trace_sum_add_entry (CorTraceSum *sum, double factor, double value, const char *symbol, const char *label, const char *unit, const CorItem *item)
{
  add (sum, factor, value, symbol, g_strdup (label), unit, item, (CorTraceKey){ 0 });
}

static int
compare_size (gconstpointer a, gconstpointer b)
{
  const Term *one = a, *other = b;
  double x = fabs (one->factor * one->value), y = fabs (other->factor * other->value);

  if (x != y)
    return x > y ? -1 : 1;
  return one->order < other->order ? -1 : 1;
}

static void
write_term (CorTracer *t, const Term *term)
{
  cor_tracer_add_term (t, fabs (term->factor), term->factor < 0 ? -term->value : term->value);
  if (term->item != NULL)
    cor_tracer_add_scenario (t, term->symbol, term->label, term->value, term->unit, term->item);
  else
    cor_tracer_add_child (t, term->symbol, term->label, term->value, term->unit, term->child);
}

/* Those from @from on as one. */
static void
write_rest (CorTracer *t, const CorTraceSum *sum, guint from, const char *unit)
{
  guint n = sum->terms->len - from;
  g_autofree char *label = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "and %u more", "and %u more", n), n);
  CorTraceKey key = t->key;
  double rest = 0;

  for (guint i = from; i < sum->terms->len; i++)
    rest += g_array_index (sum->terms, Term, i).factor * g_array_index (sum->terms, Term, i).value;
  key.place = from;
  cor_tracer_add_term (t, 1, rest);
  cor_tracer_add_child (t, "", label, rest, unit, key);
}

/* The card at a later place: what the one before left over. */
static void
head_rest (CorTracer *t, const CorTraceSum *sum, guint from, const char *unit)
{
  guint n = sum->terms->len - from;
  g_autofree char *before = t->out->title;
  double rest = 0;

  for (guint i = from; i < sum->terms->len; i++)
    rest += g_array_index (sum->terms, Term, i).factor * g_array_index (sum->terms, Term, i).value;
  /* Translators: a sum, and how many of its terms are meant. */
  t->out->title = g_strdup_printf (_ ("%s: %u more"), before, n);
  cor_tracer_formula (t, _ ("Σ of those below, before anything it is divided by"));
  g_free (t->out->unit);
  t->out->unit = g_strdup (unit);
  t->out->value = rest;
}

gboolean
cor_tracer_add_sum (CorTracer *t, CorTraceSum *sum, const char *unit)
{
  gboolean named = t->key.quantity != COR_N_TRACE_QUANTITIES;
  guint most = named ? COR_TRACE_SUM_ROWS : sum->terms->len, n = sum->terms->len;
  guint from = named ? t->key.place : 0, end;

  if (from > 0 && (from >= n || from % COR_TRACE_SUM_ROWS != 0))
    {
      g_clear_pointer (&t->out->title, g_free);
      return FALSE;
    }
  if (n > most + 1)
    g_array_sort (sum->terms, compare_size);
  end = n - from > most + 1 ? from + most : n;
  if (from > 0)
    head_rest (t, sum, from, unit);
  for (guint i = from; i < end; i++)
    write_term (t, &g_array_index (sum->terms, Term, i));
  if (end < n)
    write_rest (t, sum, end, unit);
  return from == 0;
}
