/* cor-trace-yearly.c: what trucks, stations and all together pay in a year, traced; see cor-annual-money.h.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-annual-money.h"
#include "cor-trace-sum.h"

#include <glib/gi18n-lib.h>

void
cor_trace_truck_worth (CorTracer *t)
{
  if (!cor_tracer_cost (t))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Years that a yuan a year comes to today")), "W = Σ v<sub>y</sub>", cor_annual_worth_years (t->tco), _ ("years"));
  for (guint y = 1; y <= t->tco->n_years; y++)
    {
      /* Translators: a year of ownership. */
      g_autofree char *label = g_strdup_printf (_ ("Discount factor, year %u"), y);

      cor_tracer_add_term (t, 1, t->tco->discount[0][y]);
      cor_tracer_add_own (t, "v<sub>y</sub>", label, t->tco->discount[0][y], "", COR_TRACE_DISCOUNT_RUN, y);
    }
}

/* How many trucks, and the years that the total is spread over. */
static void
add_spread (CorTracer *t)
{
  cor_tracer_add_scenario (t, "n", _ ("Trucks"), t->duty->duty->trucks, "", &t->duty->duty->item);
  cor_tracer_add_own (t, "W", _ ("Years that a yuan a year comes to today"), cor_annual_worth_years (t->tco), _ ("years"), COR_TRACE_TRUCK_WORTH, 0);
}

void
cor_trace_truck_year (CorTracer *t)
{
  double n = t->duty->duty->trucks, worth;

  if (!t->outcome->feasible || !cor_tracer_cost (t))
    return;
  worth = cor_annual_worth_years (t->tco);
  cor_tracer_head (t, cor_tracer_title (t, _ ("Cost of ownership of all trucks of the duty, equal yearly payments")), "n · T ÷ W",
                   n * t->outcome->tco_yuan / worth, _ ("yuan a year"));
  cor_tracer_numbers (t, "# · # ÷ #", n, t->outcome->tco_yuan, worth);
  cor_tracer_add_own (t, "T", _ ("Total cost of ownership"), t->outcome->tco_yuan, "yuan", COR_TRACE_TRUCK_TCO, 0);
  add_spread (t);
}

void
cor_trace_truck_fees (CorTracer *t)
{
  double n = t->duty->duty->trucks, energy = t->outcome->part_yuan[COR_TCO_STATION_ENERGY], worth, share;
  CorTraceKey key = t->key;

  if (!t->outcome->feasible || t->year != t->results->year || !cor_tracer_cost (t))
    return;
  worth = cor_annual_worth_years (t->tco);
  share = cor_annual_fee_share (t->results, t->truck);
  if (!(share > 0))
    return;
  key.quantity = COR_TRACE_TRUCK_PART;
  key.part = COR_TCO_STATION_ENERGY;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Service fees of all trucks of the duty a year")), "n · C · φ ÷ W", n * energy * share / worth, _ ("yuan a year"));
  cor_tracer_numbers (t, "# · # · # ÷ #", n, energy, share, worth);
  cor_tracer_add_child (t, "C", _ ("Charging and swapping on the road"), energy, "yuan", key);
  cor_tracer_add_own (t, "φ", _ ("Share of service fees in what stations are paid"), share, "1", COR_TRACE_TRUCK_FEE_SHARE, 0);
  add_spread (t);
}

/* A stop at a station: what is paid, and the fee in it. */
static void
add_fee (CorTracer *t, guint at, const CorStation *station, double efficiency, GString *fees, GString *paid)
{
  const CorPlanStop *stop = &t->truck->plan->stops[at];
  gboolean swap = stop->kind == COR_STOP_SWAP;
  double fee = cor_annual_fee (t->results, t->truck, station, swap);
  g_autofree char *number = cor_tracer_number (fee), *kwh = cor_tracer_number (stop->kwh);
  g_autofree char *eta = cor_tracer_number (efficiency), *yuan = cor_tracer_number (stop->yuan);

  g_string_append_printf (fees, "%s%s · %s%s%s", fees->len > 0 ? " + " : "", number, kwh, swap ? "" : " ÷ ", swap ? "" : eta);
  g_string_append_printf (paid, "%s%s", paid->len > 0 ? " + " : "", yuan);
  cor_tracer_add_own (t, "e", _ ("Taken at a stop"), stop->kwh, "kWh", COR_TRACE_STOP_KWH, at);
  if (!isnan (station->service_fee_yuan_per_kwh))
    cor_tracer_add_scenario (t, "f", _ ("Service fee, as given"), fee, "yuan/kWh", &station->item);
  else
    cor_tracer_add_parameter (t, "f", swap ? COR_PARAM_SWAP_FEE : COR_PARAM_SERVICE_FEE, cor_tracer_model_year (t));
  cor_tracer_add_own (t, "p", _ ("Paid at a stop"), stop->yuan, "yuan", COR_TRACE_STOP_YUAN, at);
}

void
cor_trace_truck_fee_share (CorTracer *t)
{
  int year = cor_tracer_model_year (t);
  double efficiency = cor_param_table_value (t->truck->table, COR_PARAM_CHARGING_EFFICIENCY, year);
  g_autoptr (GString) fees = g_string_new (NULL), paid = g_string_new (NULL);
  g_autofree char *numbers = NULL;
  const CorItem *const *stations;
  guint n;

  if (t->truck->plan == NULL || t->year != t->results->year)
    return;
  stations = cor_scenario_items (t->results->scenario, COR_ITEM_STATION, &n);
  cor_tracer_head (t, cor_tracer_title (t, _ ("Share of service fees in what stations are paid")),
                   _ ("min (1; Σ f · e ÷ η ÷ Σ p), a swapped battery without η"), cor_annual_fee_share (t->results, t->truck), "1");
  for (guint i = 0; i < t->truck->plan->n_stops; i++)
    if (t->truck->plan->stops[i].station >= 0 && (guint) t->truck->plan->stops[i].station < n)
      add_fee (t, i, (const CorStation *) stations[t->truck->plan->stops[i].station], efficiency, fees, paid);
  if (fees->len == 0)
    {
      g_clear_pointer (&t->out->title, g_free);
      return;
    }
  cor_tracer_add_parameter (t, "η", COR_PARAM_CHARGING_EFFICIENCY, year);
  numbers = g_strdup_printf ("min (1; (%s) ÷ (%s))", fees->str, paid->str);
  cor_tracer_set_numbers (t, numbers);
}

/* What is added up over the assigned trucks of all duties. */
static double
figure_of (const CorTracer *t, const CorDutyResult *duty, CorTraceQuantity quantity)
{
  CorAnnualMoney money = cor_annual_money (t->results, duty);

  return quantity == COR_TRACE_TRUCK_YEAR ? money.carrier : money.fees;
}

static void
head_duties (CorTracer *t, const char *title, const char *formula, const char *symbol, CorTraceQuantity quantity)
{
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();

  if (t->year != t->results->year)
    return;
  cor_tracer_head (t, g_strdup (title), formula, 0, _ ("yuan a year"));
  for (guint i = 0; i < t->results->n_duties; i++)
    {
      const CorDutyResult *duty = &t->results->duties[i];
      double value = figure_of (t, duty, quantity);

      if (value == 0)
        continue;
      t->out->value += value;
      cor_trace_sum_add (terms, 1, value, symbol, g_strdup (cor_tracer_duty_label (t, duty)), _ ("yuan a year"),
                         (CorTraceKey){ .quantity = quantity, .duty = i, .truck = duty->assigned });
    }
  cor_tracer_add_sum (t, terms, _ ("yuan a year"));
  if (t->out->inputs->len == 0)
    g_clear_pointer (&t->out->title, g_free);
}

void
cor_trace_owners_year (CorTracer *t)
{
  head_duties (t, _ ("What truck owners pay, equal yearly payments"), "C = Σ C<sub>i</sub>", "C<sub>i</sub>", COR_TRACE_TRUCK_YEAR);
}

void
cor_trace_fees_year (CorTracer *t)
{
  head_duties (t, _ ("Service fees that stations take in a year"), "F = Σ F<sub>i</sub>", "F<sub>i</sub>", COR_TRACE_TRUCK_FEES);
}

static void
head_stations (CorTracer *t, const char *title, const char *formula, const char *symbol, CorTraceQuantity quantity)
{
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();
  const CorItem *const *stations;
  guint n;

  if (t->year != t->results->year || t->results->stations == NULL)
    return;
  stations = cor_scenario_items (t->results->scenario, COR_ITEM_STATION, &n);
  cor_tracer_head (t, g_strdup (title), formula, 0, _ ("yuan a year"));
  for (guint i = 0; i < t->results->n_stations; i++)
    {
      const CorStationResult *s = &t->results->stations[i];
      double value = quantity == COR_TRACE_STATION_LOST ? s->lost_yuan_per_year : s->energy_kwh_per_year > 0 ? s->demand_yuan_per_year : 0;

      if (value == 0)
        continue;
      t->out->value += value;
      cor_trace_sum_add (terms, 1, value, symbol, g_strdup (cor_item_label (stations[i], t->zh)), _ ("yuan a year"),
                         (CorTraceKey){ .quantity = quantity, .index = i });
    }
  cor_tracer_add_sum (t, terms, _ ("yuan a year"));
  if (t->out->inputs->len == 0)
    g_clear_pointer (&t->out->title, g_free);
}

void
cor_trace_stations_demand (CorTracer *t)
{
  head_stations (t, _ ("Demand charge of all stations a year"), "D = Σ D<sub>s</sub>", "D<sub>s</sub>", COR_TRACE_STATION_DEMAND);
}

void
cor_trace_stations_lost (CorTracer *t)
{
  head_stations (t, _ ("Losses of charging batteries of all stations a year"), "V = Σ V<sub>s</sub>", "V<sub>s</sub>", COR_TRACE_STATION_LOST);
}

void
cor_trace_assigned_detour (CorTracer *t)
{
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();

  if (t->year != t->results->year)
    return;
  cor_tracer_head (t, g_strdup (_ ("Energy detours of the assigned trucks")), "Σ n<sub>i</sub> d<sub>E,i</sub>", 0, _ ("km a year"));
  for (guint i = 0; i < t->results->n_duties; i++)
    {
      const CorDutyResult *duty = &t->results->duties[i];
      const CorOutcome *outcome = duty->n_alternatives > 0 ? &duty->alternatives[duty->assigned]->outcomes[t->year] : NULL;

      if (outcome == NULL || !outcome->feasible || isnan (outcome->detour_km))
        continue;
      t->out->value += duty->duty->trucks * outcome->detour_km;
      cor_trace_sum_add (terms, duty->duty->trucks, outcome->detour_km, "d<sub>E,i</sub>",
                         g_strdup_printf (_ ("%s: %g × %s"), cor_tracer_duty_label (t, duty), duty->duty->trucks,
                                          cor_item_label (&duty->alternatives[duty->assigned]->truck->item, t->zh)),
                         _ ("km a year"), (CorTraceKey){ .quantity = COR_TRACE_TRUCK_DETOUR, .duty = i, .truck = duty->assigned });
    }
  cor_tracer_add_sum (t, terms, _ ("km a year"));
  if (t->out->inputs->len == 0)
    g_clear_pointer (&t->out->title, g_free);
}

void
cor_trace_duties_done (CorTracer *t)
{
  guint n = t->results->n_duties, done = t->results->feasible;

  if (t->year != t->results->year)
    return;
  cor_tracer_head (t, g_strdup (_ ("Duties that can be driven")), "N − N<sub>0</sub>", done, "");
  cor_tracer_numbers (t, "# − #", (double) n, (double) (n - done));
  cor_tracer_add_found (t, "N", _ ("Duties"), n, "", COR_TRACE_BY_ENTRY, _ ("The duties of this scenario"));
  cor_tracer_add_found (t, "N<sub>0</sub>", _ ("Of them without a plan of the day that can be driven"), n - done, "", COR_TRACE_BY_SEARCH,
                        cor_trace_plan_source (t));
}
