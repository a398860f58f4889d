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

/* The stop before, as an index; -1 for the first of the day. */
static int
before (const CorTracer *t)
{
  return (int) t->key.index - 1;
}

/* A figure of a stop: what it is. */
static void
head (CorTracer *t, const char *title, const char *formula, double value, const char *unit)
{
  guint n;
  const CorItem *const *stations = cor_scenario_items (t->results->scenario, COR_ITEM_STATION, &n);
  int at = stop_of (t)->station;
  g_autofree char *text = at >= 0 && (guint) at < n ? g_strdup_printf ("%s, %s", title, cor_item_label (stations[at], t->zh)) : g_strdup (title);

  cor_tracer_head (t, cor_tracer_title (t, text), formula, value, unit);
  cor_tracer_numbers (t, "#", value);
}

/* What all of the plan follows from; Q is the battery. */
static void
add_limits (CorTracer *t)
{
  static const CorParamId ids[] = { COR_PARAM_SOC_MIN, COR_PARAM_SOC_MAX, COR_PARAM_CHARGE_POWER, COR_PARAM_STOP_TIME };
  const char *unit;
  double use = cor_tracer_consumption (t, &unit);

  cor_tracer_add_parameter (t, "Q", COR_PARAM_BATTERY, cor_tracer_model_year (t));
  cor_tracer_add_parameters (t, ids, G_N_ELEMENTS (ids));
  cor_tracer_add_own (t, "", _ ("Energy use"), use, unit, COR_TRACE_TRUCK_ENERGY, 0);
}

/* What the plan of the day decided, or came to on its way. */
static void
add_planned (CorTracer *t, const char *symbol, const char *label, double value, const char *unit)
{
  cor_tracer_add_found (t, symbol, label, value, unit, COR_TRACE_BY_SEARCH, cor_trace_plan_source (t));
}

void
cor_trace_stop_kwh (CorTracer *t)
{
  const CorPlanStop *stop = stop_of (t);
  double battery = cor_param_table_value (t->truck->table, COR_PARAM_BATTERY, cor_tracer_model_year (t));

  head (t, _ ("Taken at a stop"), "(q<sub>2</sub> − q<sub>1</sub>) · Q", stop->kwh, "kWh");
  cor_tracer_numbers (t, "(# − #) · #", stop->soc_out, stop->soc_in, battery);
  cor_tracer_add_own (t, "q<sub>1</sub>", _ ("Charge on arrival"), stop->soc_in, "1", COR_TRACE_STOP_SOC_IN, t->key.index);
  cor_tracer_add_own (t, "q<sub>2</sub>", _ ("Charge when leaving"), stop->soc_out, "1", COR_TRACE_STOP_SOC_OUT, t->key.index);
  cor_tracer_add_parameter (t, "Q", COR_PARAM_BATTERY, cor_tracer_model_year (t));
}

/* The station of a stop; NULL at depot and bay. */
static const CorStation *
station_of (const CorTracer *t)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (t->results->scenario, COR_ITEM_STATION, &n);
  int at = stop_of (t)->station;

  return at >= 0 && (guint) at < n ? (const CorStation *) items[at] : NULL;
}

/* Yuan of a kWh bought. */
static double
price_of (const CorTracer *t, double *eta)
{
  const CorPlanStop *stop = stop_of (t);

  *eta = stop->kind == COR_STOP_SWAP ? 1 : cor_or (cor_param_table_value (t->truck->table, COR_PARAM_CHARGING_EFFICIENCY, cor_tracer_model_year (t)), 1);
  return stop->kwh > 0 ? stop->yuan / stop->kwh * *eta : 0;
}

/* Price and fee by the kWh bought, so that losses are paid for. */
void
cor_trace_stop_yuan (CorTracer *t)
{
  const CorPlanStop *stop = stop_of (t);
  double eta, price = price_of (t, &eta);

  head (t, _ ("Paid at a stop"), "e ÷ η · p", stop->yuan, "yuan");
  cor_tracer_numbers (t, "# ÷ # · #", stop->kwh, eta, price);
  cor_tracer_add_own (t, "e", _ ("Taken at a stop"), stop->kwh, "kWh", COR_TRACE_STOP_KWH, t->key.index);
  cor_tracer_add_parameter (t, "η", COR_PARAM_CHARGING_EFFICIENCY, cor_tracer_model_year (t));
  cor_tracer_add_own (t, "p", _ ("Price of a kWh bought here, with fee"), price, "yuan/kWh", COR_TRACE_STOP_PRICE, t->key.index);
}

/* The fee for a kWh, as an input. */
static double
add_fee (CorTracer *t)
{
  gboolean swap = stop_of (t)->kind == COR_STOP_SWAP;
  const CorStation *station = station_of (t);
  CorParamContext context = { .powertrain = -1, .region = cor_scenario_head (t->results->scenario)->region,
                              .convention = cor_scenario_head (t->results->scenario)->convention };

  if (station == NULL)
    return 0;
  if (isnan (station->service_fee_yuan_per_kwh))
    return cor_or (cor_tracer_add_parameter_of (t, "f", swap ? COR_PARAM_SWAP_FEE : COR_PARAM_SERVICE_FEE, &context, cor_tracer_model_year (t)), 0);
  cor_tracer_add_scenario (t, "f", _ ("Service fee, as given"), station->service_fee_yuan_per_kwh, "yuan/kWh", &station->item);
  return station->service_fee_yuan_per_kwh;
}

/* What a kWh of power costs here: by the hours at which the stop is planned under a tariff, else as given. */
static void
add_power (CorTracer *t, double price)
{
  const CorPlanStop *stop = stop_of (t);
  const CorStation *station = station_of (t);
  const char *sheet = cor_stop_tariff (t->results->scenario, t->duty->duty, t->duty->route, stop);
  CorParamContext context = { .powertrain = -1, .region = cor_scenario_head (t->results->scenario)->region,
                              .convention = cor_scenario_head (t->results->scenario)->convention };

  if (sheet != NULL)
    {
      const char *source = _ ("Charging plan: each kWh at the price of its minute, mean of the seasons");

      cor_tracer_add_found (t, "p", _ ("Price of power at these hours"), price, "yuan/kWh", COR_TRACE_BY_SEARCH, source);
      cor_tracer_add_found (t, "", _ ("Power from, hour of the day"), stop->power_h, "h", COR_TRACE_BY_SEARCH, source);
      cor_tracer_add_found (t, "", _ ("Power until, hour of the day"), stop->until_h, "h", COR_TRACE_BY_SEARCH, source);
      cor_tracer_add_tariff (t, sheet);
    }
  else if (station == NULL)
    cor_tracer_add_parameter (t, "p", COR_PARAM_DEPOT_PRICE, cor_tracer_model_year (t));
  else if (cor_scenario_find (t->results->scenario, COR_ITEM_TARIFF, station->tariff) != NULL)
    cor_tracer_add_child (t, "p", _ ("Price of power, mean of the open hours"), price, "yuan/kWh",
                          (CorTraceKey){ .quantity = COR_TRACE_STATION_POWER_PRICE, .index = (guint) stop->station });
  else if (!isnan (station->energy_price_yuan_per_kwh))
    cor_tracer_add_scenario (t, "p", _ ("Price of power, as given"), price, "yuan/kWh", &station->item);
  else
    cor_tracer_add_parameter_of (t, "p", COR_PARAM_STATION_PRICE, &context, cor_tracer_model_year (t));
}

void
cor_trace_stop_price (CorTracer *t)
{
  double eta, price = price_of (t, &eta), fee;
  gboolean free_of_fee = station_of (t) == NULL;

  cor_tracer_head (t, cor_tracer_title (t, _ ("Price of a kWh bought here, with fee")), free_of_fee ? "p" : "p + f", price, "yuan/kWh");
  fee = add_fee (t);
  add_power (t, price - fee);
  cor_tracer_numbers (t, free_of_fee ? "#" : "# + #", price - fee, fee);
  if (t->out->inputs->len == 0)
    cor_tracer_add_found (t, "p", _ ("Price of power"), 0, "yuan/kWh", COR_TRACE_BY_NONE, _ ("None is known here, so none is counted"));
}

void
cor_trace_stop_minutes (CorTracer *t)
{
  const CorPlanStop *stop = stop_of (t);
  double fixed = stop->minutes - stop->charge_min - stop->stay_min;

  head (t, _ ("Minutes at a stop"), "m<sub>c</sub> + m<sub>p</sub> + m<sub>s</sub>", stop->minutes, "min");
  cor_tracer_numbers (t, "# + # + #", stop->charge_min, fixed, stop->stay_min);
  add_planned (t, "m<sub>c</sub>", _ ("With power on: the energy by the charging curve of truck and plug, or the swap"), stop->charge_min, "min");
  add_planned (t, "m<sub>p</sub>", _ ("Parking, plugging in and paying, leaving the trailer outside"), fixed, "min");
  add_planned (t, "m<sub>s</sub>", _ ("Of it staying on, for the driver's rest or a cheaper hour"), stop->stay_min, "min");
  cor_tracer_add_own (t, "", _ ("Taken at a stop"), stop->kwh, "kWh", COR_TRACE_STOP_KWH, t->key.index);
  add_limits (t);
}

void
cor_trace_stop_wait (CorTracer *t)
{
  const CorPlanStop *stop = stop_of (t);
  gboolean swap = stop->kind == COR_STOP_SWAP;
  const CorStationWait *queue = stop->station >= 0 ? &t->results->waits[stop->station] : NULL;
  const CorStationResult *station = stop->station >= 0 && t->results->stations != NULL ? &t->results->stations[stop->station] : NULL;
  double queue_min = queue == NULL ? 0 : swap ? queue->swap_min : queue->plug_min;

  head (t, _ ("Wait at a stop"), "w<sub>q</sub> + w<sub>g</sub>", stop->wait_min, "min");
  cor_tracer_numbers (t, "# + #", queue_min, stop->wait_min - queue_min);
  cor_tracer_add_found (t, "w<sub>q</sub>", _ ("Queue that the plan reckons with"), queue_min, "min", COR_TRACE_BY_SIMULATION, cor_trace_plan_source (t));
  add_planned (t, "w<sub>g</sub>", _ ("Time until the gate opens"), stop->wait_min - queue_min, "min");
  if (station != NULL && station->visits_per_day > 0)
    cor_tracer_add_child (t, "", _ ("Mean wait of all visits there, on the simulated days"), station->mean_wait_min, "min",
                          (CorTraceKey) { .quantity = COR_TRACE_STATION_WAIT, .index = (guint) stop->station });
}

void
cor_trace_stop_detour (CorTracer *t)
{
  head (t, _ ("Detour of a stop"), "d(O,s) + d(s,D) − d(O,D)", stop_of (t)->detour_m / 1000, "km");
  add_planned (t, "", _ ("Detour of a stop"), stop_of (t)->detour_m / 1000, "km");
  add_limits (t);
}

void
cor_trace_stop_detour_time (CorTracer *t)
{
  head (t, _ ("Time of a detour"), "t(O,s) + t(s,D) − t(O,D)", stop_of (t)->detour_s / 60, "min");
  add_planned (t, "", _ ("Time of a detour"), stop_of (t)->detour_s / 60, "min");
  add_limits (t);
}

/* From the stop before, or the first departure. */
void
cor_trace_stop_arrive (CorTracer *t)
{
  const CorPlanStop *stop = stop_of (t), *last = before (t) >= 0 ? stop - 1 : NULL;
  double start = last != NULL ? last->arrive_h : t->duty->route->first_departure_h, there = last != NULL ? last->wait_min + last->minutes : 0;
  double way = stop->arrive_h - start - there / 60;

  head (t, _ ("Arrival at a stop"), last != NULL ? "t<sub>0</sub> + (w<sub>0</sub> + m<sub>0</sub>) ÷ 60 + τ" : "t<sub>0</sub> + τ", stop->arrive_h, "h");
  if (last == NULL)
    {
      cor_tracer_numbers (t, "# + #", start, way);
      cor_tracer_add_scenario (t, "t<sub>0</sub>", _ ("First departure, hour of the day"), start, "h", &t->duty->route->item);
    }
  else
    {
      cor_tracer_numbers (t, "# + (# + #) ÷ 60 + #", start, last->wait_min, last->minutes, way);
      cor_tracer_add_own (t, "t<sub>0</sub>", _ ("Arrival at the stop before"), start, "h", COR_TRACE_STOP_ARRIVE, (guint) before (t));
      cor_tracer_add_own (t, "w<sub>0</sub>", _ ("Wait at a stop"), last->wait_min, "min", COR_TRACE_STOP_WAIT, (guint) before (t));
      cor_tracer_add_own (t, "m<sub>0</sub>", _ ("Minutes at a stop"), last->minutes, "min", COR_TRACE_STOP_MINUTES, (guint) before (t));
    }
  add_planned (t, "τ", _ ("Driving, loading and rests since"), way, "h");
  add_limits (t);
}

void
cor_trace_stop_km (CorTracer *t)
{
  const CorPlanStop *stop = stop_of (t);
  double start = before (t) >= 0 ? (stop - 1)->day_m / 1000 : 0, way = stop->day_m / 1000 - start;

  head (t, _ ("Km of the day before a stop"), before (t) >= 0 ? "d<sub>0</sub> + ℓ" : "ℓ", stop->day_m / 1000, "km");
  if (before (t) >= 0)
    {
      cor_tracer_numbers (t, "# + #", start, way);
      cor_tracer_add_own (t, "d<sub>0</sub>", _ ("Km of the day at the stop before"), start, "km", COR_TRACE_STOP_KM, (guint) before (t));
    }
  cor_tracer_add_found (t, "ℓ", _ ("Way since then, with the detours"), way, "km", COR_TRACE_BY_ROADS, cor_trace_plan_source (t));
  add_limits (t);
}

void
cor_trace_stop_soc_in (CorTracer *t)
{
  const CorPlanStop *stop = stop_of (t);
  double start = before (t) >= 0 ? (stop - 1)->soc_out : t->truck->plan->start_soc;
  double battery = cor_param_table_value (t->truck->table, COR_PARAM_BATTERY, cor_tracer_model_year (t)), kwh = (start - stop->soc_in) * battery;

  head (t, _ ("Charge on arrival"), "q<sub>0</sub> − e ÷ Q", stop->soc_in, "1");
  cor_tracer_numbers (t, "# − # ÷ #", start, kwh, battery);
  if (before (t) >= 0)
    cor_tracer_add_own (t, "q<sub>0</sub>", _ ("Charge when leaving the stop before"), start, "1", COR_TRACE_STOP_SOC_OUT, (guint) before (t));
  else
    add_planned (t, "q<sub>0</sub>", _ ("Charge at the first departure"), start, "1");
  cor_tracer_add_found (t, "e", _ ("Taken from the battery since"), kwh, "kWh", COR_TRACE_BY_ROADS, cor_trace_plan_source (t));
  add_limits (t);
}

void
cor_trace_stop_soc_out (CorTracer *t)
{
  head (t, _ ("Charge when leaving"), _ ("arg min K(q), K what the rest of the day costs with a charge of q"), stop_of (t)->soc_out, "1");
  add_planned (t, "q", _ ("Charge when leaving"), stop_of (t)->soc_out, "1");
  add_limits (t);
}
