/* cor-trace-mean.c: means and sums over the stops of a day, traced: prices, hours, and what is bought a year.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-plan.h"

#include <glib/gi18n-lib.h>

/* Of stops: @quantity of each, where it is not 0, as an input and in the numbers, "a + b"; their sum. */
typedef struct
{
  CorTraceQuantity quantity;
  const char *symbol, *label, *unit;
  double (*figure) (const CorPlanStop *stop);
} Of;

static double
yuan (const CorPlanStop *stop)
{
  return stop->yuan;
}

static double
kwh (const CorPlanStop *stop)
{
  return stop->kwh;
}

static double
wait_min (const CorPlanStop *stop)
{
  return stop->station >= 0 ? stop->wait_min : 0;
}

static double
detour_min (const CorPlanStop *stop)
{
  return stop->station >= 0 ? stop->detour_s / 60 : 0;
}

gboolean
cor_trace_plan_has (const CorTracer *t, CorTraceWay way)
{
  const CorPlan *plan = cor_trace_plan_of (t);

  for (guint i = 0; plan != NULL && i < plan->n_stops; i++)
    if (cor_trace_stop_is (t, &plan->stops[i], way))
      return TRUE;
  return FALSE;
}

/* Whether the stop counts in the mean price of depot and sites: at a price, or a tariff that is named. */
static gboolean
has_price (const CorTracer *t, const CorPlanStop *stop)
{
  return cor_stop_tariff (t->results->scenario, t->duty->duty, t->duty->route, stop) != NULL
         || !isnan (cor_param_table_value (t->truck->table, COR_PARAM_DEPOT_PRICE, cor_tracer_model_year (t)));
}

gboolean
cor_trace_stop_is (const CorTracer *t, const CorPlanStop *stop, CorTraceWay way)
{
  switch (way)
    {
    case COR_TRACE_WAY_PLUG:
      return stop->kind == COR_STOP_PLUG;
    case COR_TRACE_WAY_SWAP:
      return stop->kind == COR_STOP_SWAP;
    case COR_TRACE_WAY_PRICED:
      return (stop->kind == COR_STOP_DEPOT || stop->kind == COR_STOP_SITE) && has_price (t, stop);
    case COR_TRACE_WAY_DEPOT:
      return stop->kind == COR_STOP_DEPOT || stop->kind == COR_STOP_SITE;
    default:
      return TRUE;
    }
}

static double
add_stops (CorTracer *t, CorTraceWay way, const Of *of, GString *numbers)
{
  const CorPlan *plan = cor_trace_plan_of (t);
  double sum = 0;

  for (guint i = 0; plan != NULL && i < plan->n_stops; i++)
    {
      double value = of->figure (&plan->stops[i]);
      g_autofree char *number = cor_tracer_number (value);

      if (value == 0 || !cor_trace_stop_is (t, &plan->stops[i], way))
        continue;
      sum += value;
      g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? " + " : "", number);
      cor_tracer_add_own (t, of->symbol, of->label, value, of->unit, of->quantity, i);
    }
  if (numbers->len == 0)
    g_string_assign (numbers, "0");
  return sum;
}

static double
efficiency (const CorTracer *t, CorTraceWay way)
{
  double eta = cor_param_table_value (t->truck->table, COR_PARAM_CHARGING_EFFICIENCY, cor_tracer_model_year (t));

  return way == COR_TRACE_WAY_SWAP ? 1 : cor_or (eta, 1);
}

/* Yuan of the stops over the kWh bought at them; @price: as the cost has it, which may be moved in a case. */
static void
mean_price (CorTracer *t, const char *title, CorTraceWay way, double price)
{
  const Of paid = { COR_TRACE_STOP_YUAN, "c<sub>i</sub>", _ ("Paid at a stop"), "yuan", yuan };
  const Of taken = { COR_TRACE_STOP_KWH, "e<sub>i</sub>", _ ("Taken at a stop"), "kWh", kwh };
  g_autoptr (GString) costs = g_string_new (NULL), amounts = g_string_new (NULL), numbers = g_string_new (NULL);
  double eta = efficiency (t, way), mean;
  g_autofree char *share = cor_tracer_number (eta), *more = NULL;

  cor_tracer_head (t, cor_tracer_title (t, title), way == COR_TRACE_WAY_SWAP ? "Σ c<sub>i</sub> ÷ Σ e<sub>i</sub>" : "Σ c<sub>i</sub> ÷ (Σ e<sub>i</sub> ÷ η)", price,
                   "yuan/kWh");
  mean = add_stops (t, way, &paid, costs);
  mean /= add_stops (t, way, &taken, amounts) / eta;
  if (way != COR_TRACE_WAY_SWAP)
    cor_tracer_add_parameter (t, "η", COR_PARAM_CHARGING_EFFICIENCY, cor_tracer_model_year (t));
  g_string_append_printf (numbers, "(%s) ÷ ((%s) ÷ %s)", costs->str, amounts->str, share);
  cor_tracer_set_numbers (t, numbers->str);
  if (fabs (price - mean) <= 1e-9 * fabs (price))
    return;
  more = g_strdup_printf (way == COR_TRACE_WAY_SWAP ? "Σ c<sub>i</sub> ÷ Σ e<sub>i</sub> + %s" : "Σ c<sub>i</sub> ÷ (Σ e<sub>i</sub> ÷ η) + %s", "(Δ − Δ<sub>0</sub>)");
  cor_tracer_formula (t, more);
  cor_tracer_add_term (t, 1, price - mean);
}

void
cor_trace_depot_mean (CorTracer *t)
{
  if (cor_tracer_cost (t) && !isnan (t->in->use.depot_yuan_per_kwh) && cor_trace_plan_has (t, COR_TRACE_WAY_PRICED))
    mean_price (t, _ ("Mean price of depot and sites"), COR_TRACE_WAY_PRICED, t->in->use.depot_yuan_per_kwh);
}

void
cor_trace_plug_mean (CorTracer *t)
{
  if (cor_tracer_cost (t) && !isnan (t->in->use.station_yuan_per_kwh) && cor_trace_plan_has (t, COR_TRACE_WAY_PLUG))
    mean_price (t, _ ("Mean price of the stops"), COR_TRACE_WAY_PLUG, t->in->use.station_yuan_per_kwh);
}

void
cor_trace_swap_mean (CorTracer *t)
{
  if (cor_tracer_cost (t) && !isnan (t->in->use.swap_yuan_per_kwh) && cor_trace_plan_has (t, COR_TRACE_WAY_SWAP))
    mean_price (t, _ ("Mean price of the swaps"), COR_TRACE_WAY_SWAP, t->in->use.swap_yuan_per_kwh);
}

/* Trips, days, and the whole number of trips that a plan is made for: "· n · D ÷ z" behind what a day comes to. */
static void
by_year (CorTracer *t, const char *day)
{
  const CorRoute *route = t->duty->route;
  g_autofree char *trips = cor_tracer_number (route->trips_per_day), *days = cor_tracer_number (route->days_per_year);
  g_autofree char *numbers = g_strdup_printf ("%s · %s · %s ÷ %ld", day, trips, days, MAX (1, lround (route->trips_per_day)));

  cor_tracer_set_numbers (t, numbers);
  cor_tracer_add_trips (t);
  cor_tracer_add_whole_trips (t);
}

void
cor_tracer_add_bought (CorTracer *t, CorTraceWay way)
{
  const Of taken = { COR_TRACE_STOP_KWH, "e<sub>i</sub>", _ ("Taken at a stop"), "kWh", kwh };
  g_autoptr (GString) amounts = g_string_new (NULL);
  g_autofree char *share = cor_tracer_number (efficiency (t, way)), *day = NULL;

  cor_tracer_formula (t, way == COR_TRACE_WAY_SWAP ? "Σ e<sub>i</sub> · n · D ÷ z" : "Σ e<sub>i</sub> ÷ η · n · D ÷ z");
  add_stops (t, way, &taken, amounts);
  day = g_strdup_printf ("(%s) ÷ %s", amounts->str, share);
  by_year (t, day);
}

/* Minutes of all stops as hours of a year. */
static void
hours (CorTracer *t, const char *title, const Of *of, const char *formula, double value)
{
  g_autoptr (GString) minutes = g_string_new (NULL);
  g_autofree char *day = NULL;

  cor_tracer_head (t, cor_tracer_title (t, title), formula, value, _ ("h a year"));
  if (add_stops (t, COR_TRACE_WAY_ANY, of, minutes) == 0)
    cor_tracer_add_found (t, "", _ ("Stops with some of it"), 0, "", COR_TRACE_BY_NONE, cor_trace_plan_source (t));
  day = g_strdup_printf ("(%s) ÷ 60", minutes->str);
  by_year (t, day);
}

void
cor_trace_wait_hours (CorTracer *t)
{
  const Of of = { COR_TRACE_STOP_WAIT, "w<sub>i</sub>", _ ("Wait at a stop"), "min", wait_min };

  if (cor_tracer_cost (t) && cor_trace_plan_of (t) != NULL)
    hours (t, _ ("Hours lost waiting"), &of, "Σ w<sub>i</sub> ÷ 60 · n · D ÷ z", t->in->use.wait_hours);
}

void
cor_trace_detour_hours (CorTracer *t)
{
  const Of of = { COR_TRACE_STOP_DETOUR_TIME, "d<sub>i</sub>", _ ("Time of a detour"), "min", detour_min };

  if (cor_tracer_cost (t) && cor_trace_plan_of (t) != NULL)
    hours (t, _ ("Hours lost on detours"), &of, "Σ d<sub>i</sub> ÷ 60 · n · D ÷ z", t->in->use.detour_hours);
}

/* What is left of the time lost, rest that is due anyway taken off. */
void
cor_trace_charging_hours (CorTracer *t)
{
  const CorPlan *plan;
  const CorUse *use;
  g_autofree char *lost = NULL, *day = NULL, *wait = NULL, *detour = NULL, *numbers = NULL;

  if (!cor_tracer_cost (t) || (plan = cor_trace_plan_of (t)) == NULL)
    return;
  use = &t->in->use;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Hours lost charging and swapping")),
                   "max (0; L ÷ 60 · n · D ÷ z − h<sub>W</sub> − h<sub>E</sub>)", use->energy_hours, _ ("h a year"));
  cor_tracer_add_own (t, "L", _ ("Time lost to energy"), plan->energy_s / 60, "min", COR_TRACE_DAY_LOST, 0);
  cor_tracer_add_own (t, "h<sub>W</sub>", _ ("Waiting"), use->wait_hours, _ ("h a year"), COR_TRACE_WAIT_HOURS, 0);
  cor_tracer_add_own (t, "h<sub>E</sub>", _ ("Detours"), use->detour_hours, _ ("h a year"), COR_TRACE_DETOUR_HOURS, 0);
  lost = cor_tracer_number (plan->energy_s / 60);
  day = g_strdup_printf ("%s ÷ 60", lost);
  by_year (t, day);
  wait = cor_tracer_number (use->wait_hours);
  detour = cor_tracer_number (use->detour_hours);
  numbers = g_strdup_printf ("max (0; %s − %s − %s)", t->out->numbers, wait, detour);
  cor_tracer_set_numbers (t, numbers);
}

/* Of a study without a plan: what is charged fast under way, by km of a day. */
void
cor_trace_fast_share (CorTracer *t)
{
  double fast, day;

  if (!cor_tracer_cost (t))
    return;
  fast = t->in->at[0][COR_PARAM_FAST_KM];
  day = t->in->at[0][COR_PARAM_DAILY_KM];
  if (isnan (fast / day))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Share of the electricity that is bought on the way")), "min (1; d<sub>F</sub> ÷ d)", MIN (1, fast / day), "1");
  cor_tracer_numbers (t, "min (1; # ÷ #)", fast, day);
  cor_tracer_add_parameter (t, "d<sub>F</sub>", COR_PARAM_FAST_KM, cor_tracer_model_year (t));
  cor_tracer_add_parameter (t, "d", COR_PARAM_DAILY_KM, cor_tracer_model_year (t));
}

/* Of the first year, fees and demand charge in it, over what the meters show, before VAT is reclaimed. */
void
cor_trace_electricity_mean (CorTracer *t)
{
  static const CorTcoPart parts[] = { COR_TCO_DEPOT_ENERGY, COR_TCO_STATION_ENERGY, COR_TCO_DEMAND };
  double sum = 0, bought;

  if (!cor_tracer_cost (t) || !cor_tco_electric (t->in) || !(cor_tco_kwh (t->in) > 0))
    return;
  bought = cor_tco_kwh (t->in);
  cor_tracer_head (t, cor_tracer_title (t, _ ("Mean price of electricity in the first year")), "Σ C<sub>1</sub> ÷ ((Q<sub>N</sub> + Q<sub>C</sub> + Q<sub>S</sub>) · f<sub>1</sub> · u)", 0,
                   "yuan/kWh");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      CorTraceKey key = { .quantity = COR_TRACE_CASH, .duty = t->key.duty, .truck = t->key.truck, .part = parts[i], .index = 1, .model_year = t->key.model_year };

      if (t->tco->part[parts[i]][1] == 0)
        continue;
      sum += t->tco->part[parts[i]][1];
      cor_tracer_add_term (t, 1, t->tco->part[parts[i]][1]);
      cor_tracer_add_child (t, "C<sub>1</sub>", _ (cor_tco_part_info (parts[i])->label), t->tco->part[parts[i]][1], "yuan", key);
    }
  cor_tracer_add_kwh (t);
  cor_tracer_add_own (t, "f<sub>1</sub>", _ ("Use left at this age"), t->in->fade[1], "", COR_TRACE_USE_LEFT, 1);
  cor_tracer_add_own (t, "u", _ ("Share left when VAT is reclaimed"), t->in->net, "", COR_TRACE_NET, 0);
  t->out->value = sum / (bought * t->in->fade[1] * t->in->net);
  cor_tracer_divide_by (t, "((# + # + #) · # · #)", t->in->use.depot_kwh, t->in->use.station_kwh, t->in->use.swap_kwh, t->in->fade[1], t->in->net);
}
