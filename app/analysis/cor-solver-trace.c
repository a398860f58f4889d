/* cor-solver-trace.c: the card of the value at which a truck breaks even.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-solver-trace.h"

#include "cor-solver-private.h"
#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>

/* The lever at the root and at both ends of the range. */
enum
{
  AT_ROOT,
  AT_LOWEST,
  AT_HIGHEST,
  N_CASES
};

/* @key: the gap of the truck in the model year asked for. */
typedef struct
{
  CorSolver *solver;
  CorLeverId lever;
  int model_year;
  double now;
  double at[N_CASES];
  CorResults *cases[N_CASES];
  CorTraceKey key;
} Asked;

static const char *
unit_of (const Asked *asked)
{
  return cor_lever_info (asked->lever)->unit;
}

static const CorAlternative *
electric (const Asked *asked)
{
  return asked->solver->electric.alternative;
}

/* The value of a figure in a case. */
static double
value_in (const CorResults *results, const CorTraceKey *key)
{
  g_autoptr (CorTrace) trace = cor_trace_new (results, key, FALSE);

  return trace != NULL ? trace->value : NAN;
}

static void
add_moved (CorTracer *t, const Asked *asked, guint at, const char *symbol, const char *label, CorTraceKey key)
{
  double value = value_in (asked->cases[at], &key);

  if (!isnan (value))
    cor_tracer_add_child_of (t, symbol, label, value, "yuan", key, asked->cases[at]);
}

/* A parameter of one of the trucks, as it stands. */
static gboolean
add_entry (CorTracer *t, const CorAlternative *truck, CorParamId id, int year)
{
  CorParamValue value;

  if (!cor_param_table_get (truck->table, id, year, &value))
    return FALSE;
  cor_tracer_add_entry (t, "", _ (cor_param_info (id)->label), value.value, id, value.from);
  return TRUE;
}

/* What the lever is now, which is a figure of the truck. */
static void
add_figure (CorTracer *t, const Asked *asked, CorTraceQuantity quantity)
{
  CorTraceKey key = asked->key;

  key.quantity = quantity;
  cor_tracer_add_child (t, "x<sub>0</sub>", _ ("Value now"), asked->now, unit_of (asked), key);
}

static void
add_distance (CorTracer *t, const Asked *asked)
{
  CorTraceKey key = asked->key;
  double km;

  key.quantity = COR_TRACE_TRUCK_TRANSPORT_KM;
  km = cor_tracer_value_of (t, &key);
  if (!isnan (km))
    cor_tracer_add_child (t, "x<sub>0</sub>", _ ("Value now"), km, unit_of (asked), key);
  else
    add_entry (t, electric (asked), COR_PARAM_ANNUAL_KM, asked->model_year);
}

/* What the lever is without, and where that comes from. */
static void
add_now (CorTracer *t, const Asked *asked)
{
  const char *id = cor_solver_instrument (asked->solver, asked->lever, asked->model_year);
  const CorItem *item = id != NULL ? cor_scenario_find (t->results->scenario, COR_ITEM_POLICY, id) : NULL;

  if (item != NULL)
    cor_tracer_add_scenario (t, "x<sub>0</sub>", _ ("Value now"), asked->now, unit_of (asked), item);
  else if (cor_lever_is_instrument (asked->lever))
    cor_tracer_add_found (t, "x<sub>0</sub>", _ ("Value now"), asked->now, unit_of (asked), COR_TRACE_BY_NONE, _ ("No such instrument with a single amount is in force; this would be one more"));
  else if (asked->lever == COR_LEVER_DIESEL_PRICE)
    add_entry (t, asked->solver->diesel.alternative, COR_PARAM_DIESEL_PRICE, asked->model_year);
  else if (asked->lever == COR_LEVER_SERVICE_FEE)
    add_entry (t, electric (asked), COR_PARAM_SERVICE_FEE, asked->model_year);
  else if (asked->lever == COR_LEVER_BATTERY_PRICE)
    add_figure (t, asked, COR_TRACE_BATTERY_KWH_PRICE);
  else if (asked->lever == COR_LEVER_ELECTRICITY)
    add_figure (t, asked, COR_TRACE_ELECTRICITY_MEAN);
  else
    add_distance (t, asked);
}

/* How the value was looked for. */
static void
add_method (CorTracer *t, const Asked *asked)
{
  const char *range = _ ("The range that is looked through; of several values the nearest to that of now counts");
  double width = asked->at[AT_HIGHEST] - asked->at[AT_LOWEST];

  cor_tracer_add_found (t, "x<sub>low</sub>", _ ("Low of the range"), asked->at[AT_LOWEST], unit_of (asked), COR_TRACE_BY_SETTING, range);
  add_moved (t, asked, AT_LOWEST, "G(x<sub>low</sub>)", _ ("TCO gap to diesel, this at the low of its range"), asked->key);
  cor_tracer_add_found (t, "x<sub>high</sub>", _ ("High of the range"), asked->at[AT_HIGHEST], unit_of (asked), COR_TRACE_BY_SETTING, range);
  add_moved (t, asked, AT_HIGHEST, "G(x<sub>high</sub>)", _ ("TCO gap to diesel, this at the high of its range"), asked->key);
  cor_tracer_add_found (t, "", _ ("Steps of the range"), COR_SOLVER_STEPS, "", COR_TRACE_BY_SETTING, _ ("The gap is worked out at both ends of each; where it changes sides, parity lies between"));
  cor_tracer_add_found (t, "", _ ("Halvings of that step"), COR_SOLVER_HALVINGS, "", COR_TRACE_BY_SETTING,
                         _ ("Bisection: the half in which the gap changes sides is kept (Burden and Faires, Numerical Analysis, section 2.1)"));
  cor_tracer_add_found (t, "ε", _ ("No further off than"), MAX (ldexp (width / COR_SOLVER_STEPS, -COR_SOLVER_HALVINGS), fabs (asked->at[AT_ROOT]) * DBL_EPSILON),
                         unit_of (asked), COR_TRACE_BY_SETTING, _ ("Width of the last half, or the precision of the computer's numbers"));
}

static void
write_card (CorTracer *t, gconstpointer data)
{
  const Asked *asked = data;
  CorTraceKey key = asked->key, diesel = asked->key;
  const char *label = _ (cor_lever_info (asked->lever)->label);
  double costs[2];

  key.quantity = diesel.quantity = COR_TRACE_TRUCK_TCO;
  diesel.truck = -1;
  costs[0] = value_in (asked->cases[AT_ROOT], &key);
  costs[1] = value_in (asked->cases[AT_ROOT], &diesel);
  /* Translators: a lever, a year, a duty, a truck. */
  cor_tracer_head (t, g_strdup_printf (_ ("%s at which model year %d breaks even · %s · %s"), label, asked->model_year,
                                       cor_tracer_duty_label (t, asked->solver->duty), cor_item_label (&electric (asked)->truck->item, t->zh)),
                   "T(x) = T<sub>D</sub>(x)", asked->at[AT_ROOT], unit_of (asked));
  cor_tracer_numbers (t, "# = #", costs[0], costs[1]);
  add_moved (t, asked, AT_ROOT, "T(x)", _ ("Total cost of ownership with it there"), key);
  add_moved (t, asked, AT_ROOT, "T<sub>D</sub>(x)", _ ("Total cost of ownership of the diesel truck with it there"), diesel);
  add_moved (t, asked, AT_ROOT, "G(x)", _ ("TCO gap to diesel with it there: what is left by the search"), asked->key);
  cor_tracer_add_child (t, "G(x<sub>0</sub>)", _ ("TCO gap to diesel as it is"), cor_tracer_value_of (t, &asked->key), "yuan", asked->key);
  add_now (t, asked);
  add_method (t, asked);
}

CorTrace *
cor_solver_break_even_trace (CorSolver *solver, CorLeverId lever, int model_year, double value, gboolean zh)
{
  Asked asked = { solver, lever, model_year, .at = { value }, .key = { .quantity = COR_TRACE_TRUCK_GAP, .model_year = model_year } };
  CorTrace *trace;

  cor_solver_truck (solver, &asked.key.duty, &asked.key.truck);
  cor_solver_present (solver, lever, model_year, &asked.now, &asked.at[AT_LOWEST], &asked.at[AT_HIGHEST]);
  for (guint i = 0; i < N_CASES; i++)
    asked.cases[i] = cor_solver_case (solver, model_year, &lever, &asked.at[i], 1);
  trace = cor_tracer_run (solver->results, zh, write_card, &asked);
  for (guint i = 0; i < N_CASES; i++)
    cor_results_unref (asked.cases[i]);
  return trace;
}
