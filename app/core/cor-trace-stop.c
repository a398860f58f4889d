/* cor-trace-stop.c: the stops of a day for energy, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const CorPlanStop *
stop_of (const CorTracer *t)
{
  return &t->truck->plan->stops[t->key.index];
}

/* A figure of a stop, as the plan has it; @formula says what it is. */
static void
planned (CorTracer *t, const char *title, const char *formula, double value, const char *unit)
{
  static const CorParamId ids[] = { COR_PARAM_BATTERY, COR_PARAM_SOC_MIN, COR_PARAM_SOC_MAX, COR_PARAM_CHARGE_POWER, COR_PARAM_STOP_TIME };
  const CorPlanStop *stop = stop_of (t);
  guint n;
  const CorItem *const *stations = cor_scenario_items (t->results->scenario, COR_ITEM_STATION, &n);
  g_autofree char *text = stop->station >= 0 && (guint) stop->station < n
                            ? g_strdup_printf ("%s, %s", title, cor_item_label (stations[stop->station], t->zh)) : g_strdup (title);

  cor_tracer_head (t, cor_tracer_title (t, text), formula, value, unit);
  cor_tracer_numbers (t, "#", value);
  cor_tracer_add_result (t, "", title, value, unit, cor_trace_plan_source (t));
  cor_tracer_add_parameters (t, ids, G_N_ELEMENTS (ids));
  cor_tracer_add_own (t, "", _ ("Energy use"), cor_tracer_consumption (t, &unit), unit, COR_TRACE_TRUCK_ENERGY, 0);
}

void
cor_trace_stop_kwh (CorTracer *t)
{
  const CorPlanStop *stop = stop_of (t);
  double battery = cor_param_table_value (t->truck->table, COR_PARAM_BATTERY, cor_tracer_model_year (t));

  planned (t, _ ("Taken at a stop"), _ ("(charge when leaving − charge on arrival) · battery"), stop->kwh, "kWh");
  cor_tracer_numbers (t, "(# − #) · #", stop->soc_out, stop->soc_in, battery);
  cor_tracer_add_own (t, "", _ ("Charge on arrival"), stop->soc_in, "1", COR_TRACE_STOP_SOC_IN, t->key.index);
  cor_tracer_add_own (t, "", _ ("Charge when leaving"), stop->soc_out, "1", COR_TRACE_STOP_SOC_OUT, t->key.index);
}

/* Whether the station takes one fee at its plugs and another for swaps, neither of them its own. */
static gboolean
has_two_fees (const CorTracer *t, const CorPlanStop *stop)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (t->results->scenario, COR_ITEM_STATION, &n);
  const CorStation *station = stop->station >= 0 && (guint) stop->station < n ? (const CorStation *) items[stop->station] : NULL;

  return station != NULL && station->station_kind == COR_STATION_BOTH && isnan (station->service_fee_yuan_per_kwh);
}

/* Price and fee by the kWh bought, so that losses are paid for. */
void
cor_trace_stop_yuan (CorTracer *t)
{
  const CorPlanStop *stop = stop_of (t);
  double eta = stop->kind == COR_STOP_SWAP ? 1 : cor_or (cor_param_table_value (t->truck->table, COR_PARAM_CHARGING_EFFICIENCY, cor_tracer_model_year (t)), 1);
  double price = stop->kwh > 0 ? stop->yuan / stop->kwh * eta : 0;
  const char *sheet = cor_stop_tariff (t->results->scenario, t->duty->duty, t->duty->route, stop);

  planned (t, _ ("Paid at a stop"), "e ÷ η · p", stop->yuan, "yuan");
  cor_tracer_numbers (t, "# ÷ # · #", stop->kwh, eta, price);
  cor_tracer_add_own (t, "e", _ ("Taken at a stop"), stop->kwh, "kWh", COR_TRACE_STOP_KWH, t->key.index);
  cor_tracer_add_parameter (t, "η", COR_PARAM_CHARGING_EFFICIENCY, cor_tracer_model_year (t));
  cor_tracer_add_result (t, "p", _ ("Price of a kWh bought here, with fee"), price, "yuan/kWh", _ ("Tariff or price and fee of the place, as below"));
  if (sheet != NULL && stop->kind != COR_STOP_DEPOT)
    {
      const char *source = _ ("Charging plan: each kWh at the price of its minute, mean of the seasons");

      cor_tracer_add_result (t, "", _ ("Power from, hour of the day"), stop->power_h, "h", source);
      cor_tracer_add_result (t, "", _ ("Power until, hour of the day"), stop->until_h, "h", source);
    }
  if (sheet != NULL)
    cor_tracer_add_tariff (t, sheet);
  else
    cor_tracer_add_parameter (t, "", stop->kind == COR_STOP_DEPOT || stop->kind == COR_STOP_SITE ? COR_PARAM_DEPOT_PRICE : COR_PARAM_STATION_PRICE,
                              cor_tracer_model_year (t));
  if (has_two_fees (t, stop))
    cor_tracer_add_parameter (t, "", stop->kind == COR_STOP_SWAP ? COR_PARAM_SWAP_FEE : COR_PARAM_SERVICE_FEE, cor_tracer_model_year (t));
  else if (stop->station >= 0)
    cor_tracer_add_child (t, "", _ ("Service fee"), t->results->stations != NULL ? t->results->stations[stop->station].fee_yuan_per_kwh : NAN, "yuan/kWh",
                          (CorTraceKey) { .quantity = COR_TRACE_STATION_FEE, .index = (guint) stop->station });
}

void
cor_trace_stop_minutes (CorTracer *t)
{
  planned (t, _ ("Minutes at a stop"), _ ("charging or swapping with parking and paying"), stop_of (t)->minutes, "min");
  if (stop_of (t)->stay_min > 0)
    cor_tracer_add_result (t, "", _ ("Of it staying on, for the driver's rest or a cheaper hour"), stop_of (t)->stay_min, "min",
                           cor_trace_plan_source (t));
}

void
cor_trace_stop_wait (CorTracer *t)
{
  const CorPlanStop *stop = stop_of (t);
  gboolean swap = stop->kind == COR_STOP_SWAP;
  const CorStationWait *queue = stop->station >= 0 ? &t->results->waits[stop->station] : NULL;
  const CorStationResult *station = stop->station >= 0 && t->results->stations != NULL ? &t->results->stations[stop->station] : NULL;
  double queue_min = queue == NULL ? 0 : swap ? queue->swap_min : queue->plug_min;

  planned (t, _ ("Wait at a stop"), _ ("queue that the plan reckons with + time until the gate opens"), stop->wait_min, "min");
  cor_tracer_numbers (t, "# + #", queue_min, stop->wait_min - queue_min);
  cor_tracer_add_result (t, "", _ ("Queue that the plan reckons with"), queue_min, "min", cor_trace_plan_source (t));
  if (station != NULL && station->visits_per_day > 0)
    cor_tracer_add_child (t, "", _ ("Mean wait of all visits there, on the simulated days"), station->mean_wait_min, "min",
                          (CorTraceKey) { .quantity = COR_TRACE_STATION_WAIT, .index = (guint) stop->station });
}

void
cor_trace_stop_detour (CorTracer *t)
{
  planned (t, _ ("Detour of a stop"), "d(O,s) + d(s,D) − d(O,D)", stop_of (t)->detour_m / 1000, "km");
}

void
cor_trace_stop_detour_time (CorTracer *t)
{
  planned (t, _ ("Time of a detour"), _ ("time by the station − time without it"), stop_of (t)->detour_s / 60, "min");
}

void
cor_trace_stop_arrive (CorTracer *t)
{
  planned (t, _ ("Arrival at a stop"), _ ("first departure + all time before, in hours of the day"), stop_of (t)->arrive_h, "h");
}

void
cor_trace_stop_km (CorTracer *t)
{
  planned (t, _ ("Km of the day before a stop"), _ ("driven since the first departure"), stop_of (t)->day_m / 1000, "km");
}

void
cor_trace_stop_soc_in (CorTracer *t)
{
  planned (t, _ ("Charge on arrival"), _ ("charge after the last stop − energy of the way ÷ battery"), stop_of (t)->soc_in, "1");
}

void
cor_trace_stop_soc_out (CorTracer *t)
{
  planned (t, _ ("Charge when leaving"), _ ("what the rest of the day needs at least cost"), stop_of (t)->soc_out, "1");
}
