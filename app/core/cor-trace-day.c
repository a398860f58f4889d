/* cor-trace-day.c: what a truck's working day comes to, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-plan.h"

#include <glib/gi18n-lib.h>

const char *
cor_trace_plan_source (const CorTracer *t)
{
  const CorPlan *plan = t->truck != NULL ? t->truck->plan : NULL;

  if (cor_results_plans_by_hour (t->results) || (plan != NULL && plan->gap_yuan != 0))
    return _ ("Charging plan: a day of low cost over state of charge; with prices by the hour the cheapest is not proven");
  return _ ("Charging plan: the cheapest day over state of charge, found exactly");
}

const CorPlan *
cor_trace_plan_of (const CorTracer *t)
{
  const CorPlan *plan = t->year == t->results->year ? t->truck->plan : NULL;

  return plan != NULL && plan->feasible ? plan : NULL;
}

static char *
stop_name (const CorTracer *t, const CorPlanStop *stop)
{
  guint n;
  const CorItem *const *stations = cor_scenario_items (t->results->scenario, COR_ITEM_STATION, &n);

  if (stop->station >= 0 && (guint) stop->station < n)
    return g_strdup (cor_item_label (stations[stop->station], t->zh));
  return g_strdup (stop->kind == COR_STOP_DEPOT ? _ ("at the depot") : _ ("at the bay"));
}

static double
yuan (const CorPlanStop *stop)
{
  return stop->yuan;
}

static double
detour_km (const CorPlanStop *stop)
{
  return stop->station >= 0 ? stop->detour_m / 1000 : 0;
}

/* A term and an input of each stop that has some of it. */
static void
add_stops (CorTracer *t, const CorPlan *plan, double (*figure) (const CorPlanStop *stop), const char *unit, CorTraceQuantity quantity)
{
  for (guint i = 0; i < plan->n_stops; i++)
    {
      g_autofree char *label = stop_name (t, &plan->stops[i]);
      double value = figure (&plan->stops[i]);

      if (value == 0)
        continue;
      cor_tracer_add_term (t, 1, value);
      cor_tracer_add_own (t, "", label, value, unit, quantity, i);
    }
  if (t->out->inputs->len > 0)
    return;
  cor_tracer_numbers (t, "#", 0.0);
  cor_tracer_add_found (t, "", _ ("Stops with some of it"), 0, "", COR_TRACE_BY_NONE, cor_trace_plan_source (t));
}

void
cor_trace_day_detour (CorTracer *t)
{
  const CorPlan *plan = cor_trace_plan_of (t);

  if (plan == NULL)
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Detour for energy on a working day")), "Σ d<sub>E,i</sub>", plan->detour_m / 1000, "km");
  add_stops (t, plan, detour_km, "km", COR_TRACE_STOP_DETOUR);
}

void
cor_trace_day_km (CorTracer *t)
{
  const CorPlan *plan = cor_trace_plan_of (t);
  double detour, route;

  if (plan == NULL)
    return;
  detour = plan->detour_m / 1000;
  route = plan->drive_m / 1000 - detour;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Driven on a working day")), "d + d<sub>E</sub>", plan->drive_m / 1000, "km");
  cor_tracer_numbers (t, "# + #", route, detour);
  cor_tracer_add_found (t, "d", _ ("The route, out and back, as often as it is driven"), route, "km", COR_TRACE_BY_ROADS, _ ("Length of the line on the road network, or as given"));
  cor_tracer_add_scenario (t, "", _ ("Trips a day"), t->duty->route->trips_per_day, "", &t->duty->route->item);
  cor_tracer_add_own (t, "d<sub>E</sub>", _ ("Detour for energy"), detour, "km", COR_TRACE_DAY_DETOUR, 0);
}

void
cor_trace_day_share (CorTracer *t)
{
  const CorPlan *plan = cor_trace_plan_of (t);

  if (plan == NULL || !(plan->drive_m > 0))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Detour share of a working day")), "d<sub>E</sub> ÷ d", plan->detour_m / plan->drive_m, "1");
  cor_tracer_numbers (t, "# ÷ #", plan->detour_m / 1000, plan->drive_m / 1000);
  cor_tracer_add_own (t, "d<sub>E</sub>", _ ("Detour for energy"), plan->detour_m / 1000, "km", COR_TRACE_DAY_DETOUR, 0);
  cor_tracer_add_own (t, "d", _ ("Driven"), plan->drive_m / 1000, "km", COR_TRACE_DAY_KM, 0);
}

/* Minutes at stations, and waited before loading, that are no more than the rest which the driver takes anyway are not lost. */
double
cor_trace_day_rest_min (const CorPlan *plan)
{
  double spent_s = 0;

  for (guint i = 0; i < plan->n_stops; i++)
    if (plan->stops[i].station >= 0)
      spent_s += 60 * (plan->stops[i].minutes + plan->stops[i].wait_min) + plan->stops[i].detour_s;
    else
      spent_s += 60 * plan->stops[i].stay_min;
  return (spent_s - plan->energy_s) / 60;
}

static gboolean
waits_at_bay (const CorPlan *plan)
{
  for (guint i = 0; i < plan->n_stops; i++)
    if (plan->stops[i].station < 0 && plan->stops[i].stay_min > 0)
      return TRUE;
  return FALSE;
}

/* Minutes, waits and detours of all stops at stations, and waits at bays, as terms and inputs. */
static void
add_minutes (CorTracer *t, const CorPlan *plan)
{
  for (guint i = 0; i < plan->n_stops; i++)
    {
      const CorPlanStop *stop = &plan->stops[i];

      if (stop->station < 0 && stop->stay_min > 0)
        {
          cor_tracer_add_term (t, 1, stop->stay_min);
          cor_tracer_add_found (t, "s<sub>i</sub>", _ ("Wait before loading, for a cheaper hour"), stop->stay_min, "min", COR_TRACE_BY_SEARCH,
                                cor_trace_plan_source (t));
        }
      if (stop->station < 0)
        continue;
      cor_tracer_add_term (t, 1, stop->minutes);
      cor_tracer_add_term (t, 1, stop->wait_min);
      cor_tracer_add_term (t, 1, stop->detour_s / 60);
      cor_tracer_add_own (t, "m<sub>i</sub>", _ ("Minutes at a stop"), stop->minutes, "min", COR_TRACE_STOP_MINUTES, i);
      cor_tracer_add_own (t, "w<sub>i</sub>", _ ("Wait at a stop"), stop->wait_min, "min", COR_TRACE_STOP_WAIT, i);
      cor_tracer_add_own (t, "d<sub>i</sub>", _ ("Time of a detour"), stop->detour_s / 60, "min", COR_TRACE_STOP_DETOUR_TIME, i);
    }
}

void
cor_trace_day_rest (CorTracer *t)
{
  const CorPlan *plan = cor_trace_plan_of (t);

  if (plan == NULL)
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Time for energy that counts as the driver's rest")),
                   waits_at_bay (plan) ? "Σ (m<sub>i</sub> + w<sub>i</sub> + d<sub>i</sub> + s<sub>i</sub>) − L"
                                       : "Σ (m<sub>i</sub> + w<sub>i</sub> + d<sub>i</sub>) − L",
                   cor_trace_day_rest_min (plan), "min");
  add_minutes (t, plan);
  cor_tracer_add_term (t, 1, -plan->energy_s / 60);
  cor_tracer_add_own (t, "L", _ ("Time lost to energy"), plan->energy_s / 60, "min", COR_TRACE_DAY_LOST, 0);
}

void
cor_trace_day_lost (CorTracer *t)
{
  const CorPlan *plan = cor_trace_plan_of (t);

  if (plan == NULL)
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Time lost to energy on a working day")),
                   waits_at_bay (plan) ? "Σ (m<sub>i</sub> + w<sub>i</sub> + d<sub>i</sub> + s<sub>i</sub>) − r"
                                       : "Σ (m<sub>i</sub> + w<sub>i</sub> + d<sub>i</sub>) − r",
                   plan->energy_s / 60, "min");
  add_minutes (t, plan);
  cor_tracer_add_term (t, 1, -cor_trace_day_rest_min (plan));
  cor_tracer_add_found (t, "r", _ ("Of it the driver's rest, which is due anyway"), cor_trace_day_rest_min (plan), "min", COR_TRACE_BY_SEARCH, cor_trace_plan_source (t));
}

void
cor_trace_day_hours (CorTracer *t)
{
  const CorPlan *plan = cor_trace_plan_of (t);

  if (plan == NULL)
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Working day")), "h + L ÷ 60", plan->day_s / 3600, "h");
  cor_tracer_numbers (t, "# + # ÷ 60", (plan->day_s - plan->energy_s) / 3600, plan->energy_s / 60);
  cor_tracer_add_found (t, "h", _ ("Driving, loading, unloading and rest"), (plan->day_s - plan->energy_s) / 3600, "h", COR_TRACE_BY_ROADS,
                        _ ("Times of the road network and of the route"));
  cor_tracer_add_own (t, "L", _ ("Time lost to energy"), plan->energy_s / 60, "min", COR_TRACE_DAY_LOST, 0);
}

/* By the meter at plugs; a swap is paid for by what the battery holds. */
void
cor_trace_day_bought (CorTracer *t)
{
  const CorPlan *plan = cor_trace_plan_of (t);
  int year = cor_tracer_model_year (t);
  double eta;

  if (plan == NULL)
    return;
  eta = cor_or (cor_param_table_value (t->truck->table, COR_PARAM_CHARGING_EFFICIENCY, year), 1);
  cor_tracer_head (t, cor_tracer_title (t, _ ("Energy bought for a working day")), "Σ e<sub>i</sub> ÷ η<sub>i</sub>",
                   plan->station_kwh + plan->site_kwh + plan->depot_kwh, "kWh");
  for (guint i = 0; i < plan->n_stops; i++)
    {
      const CorPlanStop *stop = &plan->stops[i];
      g_autofree char *label = stop_name (t, stop);

      if (stop->kwh == 0)
        continue;
      cor_tracer_add_term (t, stop->kind == COR_STOP_SWAP ? 1 : 1 / eta, stop->kwh);
      cor_tracer_add_own (t, "", label, stop->kwh, "kWh", COR_TRACE_STOP_KWH, i);
    }
  if (t->out->inputs->len == 0)
    cor_tracer_numbers (t, "#", 0.0);
  cor_tracer_add_parameter (t, "η", COR_PARAM_CHARGING_EFFICIENCY, year);
}

void
cor_trace_day_yuan (CorTracer *t)
{
  const CorPlan *plan = cor_trace_plan_of (t);

  if (plan == NULL)
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Energy cost of a working day")), "Σ c<sub>i</sub>",
                   plan->station_yuan + plan->site_yuan + plan->depot_yuan, "yuan");
  add_stops (t, plan, yuan, "yuan", COR_TRACE_STOP_YUAN);
}
