/* cor-trace-emission-rows.c: a row of emissions by duty, route, truck or station, traced to its trucks.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-sum.h"

#include <glib/gi18n-lib.h>

#define KG_PER_T "1000"

/* What is summed over the trucks of a row: a figure with a card of its own. */
typedef struct
{
  CorTraceQuantity quantity;
  const char *unit;
} Part;

static const CorAlternative *
truck_of (const CorTracer *t, const CorEmissionMember *member)
{
  const CorDutyResult *duty = &t->results->duties[member->duty];

  return member->truck < 0 ? duty->diesel : duty->alternatives[member->truck];
}

/* How many trucks, and of the energy of each how much where it is not all. */
static char *
member_label (const CorTracer *t, const CorEmissionMember *member)
{
  const CorDutyResult *duty = &t->results->duties[member->duty];
  const char *truck = cor_item_label (&truck_of (t, member)->truck->item, t->zh);

  if (member->share == 1)
    return g_strdup_printf (_ ("%s: %g × %s"), cor_tracer_duty_label (t, duty), duty->duty->trucks, truck);
  return g_strdup_printf (_ ("%s: %g × %.1f %% of %s"), cor_tracer_duty_label (t, duty), duty->duty->trucks, member->share * 100, truck);
}

/* The terms of one part. */
static void
add_part (CorTracer *t, CorTraceSum *terms, const Part *part)
{
  for (guint i = 0; i < t->members->len; i++)
    {
      const CorEmissionMember *member = &g_array_index (t->members, CorEmissionMember, i);
      double value = cor_trace_outcome_figure (&truck_of (t, member)->outcomes[t->year], part->quantity);
      double n = t->results->duties[member->duty].duty->trucks * member->share;

      if (isnan (value) || (value == 0 && part->quantity == COR_TRACE_TRUCK_BATTERY_MAKING))
        continue;
      cor_trace_sum_add (terms, n, value, "E<sub>i</sub>", member_label (t, member), part->unit,
                         (CorTraceKey){ .quantity = part->quantity, .duty = member->duty, .truck = member->truck });
    }
}

/* The sum of a part over the row; a row without any has no card. */
static void
sum (CorTracer *t, const char *title, const char *formula, double value, const char *unit, const Part *parts, guint n, gboolean tonnes)
{
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();

  if (isnan (value))
    return;
  cor_tracer_head (t, cor_tracer_title (t, title), formula, value, unit);
  for (guint i = 0; i < n; i++)
    add_part (t, terms, &parts[i]);
  if (cor_tracer_add_sum (t, terms, parts[0].unit) && tonnes)
    cor_tracer_divide (t, KG_PER_T);
  if (t->out->inputs->len == 0)
    g_clear_pointer (&t->out->title, g_free);
}

static void
sum_tonnes (CorTracer *t, const char *title, double kg, CorTraceQuantity quantity)
{
  const Part part = { quantity, _ ("kg CO₂e a year") };

  sum (t, title, "Σ n<sub>i</sub> E<sub>i</sub> ÷ 1000", kg / 1000, _ ("t CO₂e a year"), &part, 1, TRUE);
}

void
cor_trace_row_wtw (CorTracer *t)
{
  sum_tonnes (t, _ ("Emissions, well to wheel"), t->row->emission.wtw_kg, COR_TRACE_TRUCK_EMISSIONS);
}

void
cor_trace_row_wtt (CorTracer *t)
{
  sum_tonnes (t, _ ("Emissions of energy supply, well to tank"), t->row->emission.wtt_kg, COR_TRACE_TRUCK_SUPPLY);
}

void
cor_trace_row_ttw (CorTracer *t)
{
  sum_tonnes (t, _ ("Emissions from the trucks themselves"), t->row->emission.ttw_kg, COR_TRACE_TRUCK_DIRECT);
}

void
cor_trace_row_detour (CorTracer *t)
{
  sum_tonnes (t, _ ("Emissions of energy detours"), t->row->detour_kg, COR_TRACE_TRUCK_DETOUR_EMISSIONS);
}

void
cor_trace_row_making (CorTracer *t)
{
  const Part parts[] = { { COR_TRACE_TRUCK_MAKING, _ ("kg CO₂e a year") },
                         { COR_TRACE_TRUCK_BATTERY_MAKING, _ ("kg CO₂e a year") } };

  sum (t, _ ("Making of vehicles and batteries"), "Σ n<sub>i</sub> E<sub>i</sub> ÷ 1000", t->row->making_kg / 1000, _ ("t CO₂e a year"),
       parts, G_N_ELEMENTS (parts), TRUE);
}

void
cor_trace_row_nox (CorTracer *t)
{
  const Part part = { COR_TRACE_TRUCK_NOX, _ ("kg a year") };

  sum (t, _ ("NOx from the exhaust"), "Σ n<sub>i</sub> E<sub>i</sub>", t->row->nox_kg, _ ("kg a year"), &part, 1, FALSE);
}

void
cor_trace_row_pm (CorTracer *t)
{
  const Part part = { COR_TRACE_TRUCK_PM, _ ("kg a year") };

  sum (t, _ ("Particles from the exhaust"), "Σ n<sub>i</sub> E<sub>i</sub>", t->row->pm_kg, _ ("kg a year"), &part, 1, FALSE);
}

void
cor_trace_row_km (CorTracer *t)
{
  const Part part = { COR_TRACE_TRUCK_KM, _ ("km a year") };

  sum (t, _ ("Driven km"), "Σ n<sub>i</sub> d<sub>i</sub>", t->row->km, _ ("km a year"), &part, 1, FALSE);
}

void
cor_trace_row_tkm (CorTracer *t)
{
  const Part part = { COR_TRACE_TRUCK_TKM, _ ("tkm a year") };

  if (t->row->tkm > 0)
    sum (t, _ ("Transport activity"), "Σ n<sub>i</sub> A<sub>i</sub>", t->row->tkm, _ ("tkm a year"), &part, 1, FALSE);
}

void
cor_trace_row_trucks (CorTracer *t)
{
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();

  if (isnan (t->row->trucks))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Trucks")), "Σ n<sub>i</sub>", t->row->trucks, "");
  for (guint i = 0; i < t->members->len; i++)
    {
      const CorDutyResult *duty = &t->results->duties[g_array_index (t->members, CorEmissionMember, i).duty];

      cor_trace_sum_add_entry (terms, 1, duty->duty->trucks, "n<sub>i</sub>", cor_tracer_duty_label (t, duty), "", &duty->duty->item);
    }
  cor_tracer_add_sum (t, terms, "");
}

/* Of the trucks of a duty in a year. */
void
cor_trace_duty_trips (CorTracer *t)
{
  const CorRoute *route = t->duty->route;
  double trucks = t->duty->duty->trucks, trips;

  if (route == NULL || isnan (trips = trucks * route->trips_per_day * route->days_per_year))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Trips a year")), "n · t · D", trips, _ ("trips a year"));
  cor_tracer_numbers (t, "# · # · #", trucks, route->trips_per_day, route->days_per_year);
  cor_tracer_add_scenario (t, "n", _ ("Trucks"), trucks, "", &t->duty->duty->item);
  cor_tracer_add_scenario (t, "t", _ ("Trips a day"), route->trips_per_day, "", &route->item);
  cor_tracer_add_scenario (t, "D", _ ("Days a year"), route->days_per_year, "", &route->item);
}

void
cor_trace_row_trips (CorTracer *t)
{
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();

  if (isnan (t->row->trips))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Trips a year")), "Σ t<sub>i</sub>", t->row->trips, _ ("trips a year"));
  for (guint i = 0; i < t->members->len; i++)
    {
      const CorEmissionMember *member = &g_array_index (t->members, CorEmissionMember, i);
      const CorDutyResult *duty = &t->results->duties[member->duty];

      cor_trace_sum_add (terms, 1, duty->duty->trucks * duty->route->trips_per_day * duty->route->days_per_year, "t<sub>i</sub>",
                         g_strdup (cor_tracer_duty_label (t, duty)), _ ("trips a year"),
                         (CorTraceKey){ .quantity = COR_TRACE_DUTY_TRIPS, .duty = member->duty, .truck = member->truck });
    }
  cor_tracer_add_sum (t, terms, _ ("trips a year"));
}

static void
add_row (CorTracer *t, const char *symbol, const char *label, double value, const char *unit, CorTraceQuantity quantity)
{
  cor_tracer_add_child (t, symbol, label, value, unit, (CorTraceKey){ .quantity = quantity, .by = t->key.by, .index = t->key.index });
}

/* The year's emissions by something else of the row; @grams to the tonne. */
static void
each (CorTracer *t, const char *title, double units, double by, const char *label, const char *by_unit, const char *unit, CorTraceQuantity of)
{
  double tonnes = t->row->emission.wtw_kg / 1000;
  g_autofree char *formula = g_strdup_printf ("E · %.0f ÷ A", units);

  if (!(by > 0) || isnan (tonnes))
    return;
  cor_tracer_head (t, cor_tracer_title (t, title), formula, tonnes * units / by, unit);
  cor_tracer_numbers (t, "# · # ÷ #", tonnes, units, by);
  add_row (t, "E", _ ("Emissions, well to wheel"), tonnes, _ ("t CO₂e a year"), COR_TRACE_ROW_WTW);
  add_row (t, "A", label, by, by_unit, of);
}

void
cor_trace_row_supply (CorTracer *t)
{
  double wtt = t->row->emission.wtt_kg / 1000, detour = t->row->detour_kg / 1000;

  if (isnan (wtt))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Emissions of energy supply, detours left out")), "E<sub>S</sub> − E<sub>d</sub>", wtt - detour,
                   _ ("t CO₂e a year"));
  cor_tracer_numbers (t, "# − #", wtt, detour);
  add_row (t, "E<sub>S</sub>", _ ("Emissions of energy supply, well to tank"), wtt, _ ("t CO₂e a year"), COR_TRACE_ROW_WTT);
  if (detour != 0)
    add_row (t, "E<sub>d</sub>", _ ("Emissions of energy detours"), detour, _ ("t CO₂e a year"), COR_TRACE_ROW_DETOUR);
}

void
cor_trace_row_a_trip (CorTracer *t)
{
  each (t, _ ("Emissions of a trip"), 1000, t->row->trips, _ ("Trips a year"), _ ("trips a year"), _ ("kg CO₂e"), COR_TRACE_ROW_TRIPS);
}

void
cor_trace_row_a_km (CorTracer *t)
{
  each (t, _ ("Emissions of a km"), 1000, t->row->km, _ ("Driven km"), _ ("km a year"), _ ("kg CO₂e/km"), COR_TRACE_ROW_KM);
}

void
cor_trace_row_a_tkm (CorTracer *t)
{
  each (t, _ ("Emissions by transport activity"), 1e6, t->row->tkm, _ ("Transport activity"), _ ("tkm a year"), "g/tkm", COR_TRACE_ROW_TKM);
}
