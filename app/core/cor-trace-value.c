/* cor-trace-value.c: what of truck and battery keeps a value, and what they lose with use, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-plan.h"

#include <glib/gi18n-lib.h>

static double
given (CorTracer *t, const char *symbol, CorParamId id)
{
  return cor_tracer_add_known (t, symbol, id);
}

/* Motor, electronics and charger of an electric truck with the share of indirect cost, and a fuel cell truck's tank. */
static void
electric_drive (CorTracer *t)
{
  gboolean cell = t->in->use.powertrain == COR_POWERTRAIN_FCET;
  double motor = given (t, "M", COR_PARAM_MOTOR), drive = given (t, "e<sub>1</sub>", COR_PARAM_ELECTRIC_DRIVE_COST);
  double electronics = given (t, "e<sub>2</sub>", COR_PARAM_POWER_ELECTRONICS_COST), thermal = given (t, "e<sub>3</sub>", COR_PARAM_THERMAL_COST);
  double charger = given (t, "L", COR_PARAM_ONBOARD_CHARGER), charger_cost = given (t, "l", COR_PARAM_ONBOARD_CHARGER_COST);
  double indirect = given (t, "i", COR_PARAM_DRIVE_INDIRECT), tank, tank_cost, storage;

  cor_tracer_formula (t, cell ? "D = (M · (e<sub>1</sub> + e<sub>2</sub> + e<sub>3</sub>) + L · l) · (1 + i) + H · h · (1 + j)"
                              : "D = (M · (e<sub>1</sub> + e<sub>2</sub> + e<sub>3</sub>) + L · l) · (1 + i)");
  cor_tracer_numbers (t, "(# · (# + # + #) + # · #) · (1 + #)", motor, drive, electronics, thermal, charger, charger_cost, indirect);
  if (!cell)
    return;
  tank = given (t, "H", COR_PARAM_HYDROGEN_TANK);
  tank_cost = given (t, "h", COR_PARAM_TANK_COST);
  storage = given (t, "j", COR_PARAM_STORAGE_INDIRECT);
  cor_tracer_numbers (t, "(# · (# + # + #) + # · #) · (1 + #) + # · # · (1 + #)", motor, drive, electronics, thermal, charger, charger_cost, indirect,
                      tank, tank_cost, storage);
}

void
cor_trace_drive_price (CorTracer *t)
{
  if (!cor_tracer_cost (t) || !(t->in->drive > 0))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Price of the powertrain, without battery and fuel cell")), "D = G · g", t->in->drive, "yuan");
  if (t->in->use.powertrain == COR_POWERTRAIN_DIESEL)
    {
      double price = given (t, "G", COR_PARAM_DIESEL_TRUCK_PRICE), share = given (t, "g", COR_PARAM_DIESEL_POWERTRAIN);

      cor_tracer_numbers (t, "# · #", price, share);
    }
  else
    electric_drive (t);
}

void
cor_trace_stack_price (CorTracer *t)
{
  double power, cost, indirect;

  if (!cor_tracer_cost (t) || !(t->in->stack > 0))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Price of the fuel cell")), "F = P · f · (1 + j)", t->in->stack, "yuan");
  power = given (t, "P", COR_PARAM_FUEL_CELL_POWER);
  cost = given (t, "f", COR_PARAM_FUEL_CELL_COST);
  indirect = given (t, "j", COR_PARAM_STORAGE_INDIRECT);
  cor_tracer_numbers (t, "# · # · (1 + #)", power, cost, indirect);
}

void
cor_tracer_add_drive (CorTracer *t)
{
  if (t->in->drive > 0)
    cor_tracer_add_own (t, "D", _ ("Price of the powertrain, without battery and fuel cell"), t->in->drive, "yuan", COR_TRACE_DRIVE_PRICE, 0);
  if (t->in->stack > 0)
    cor_tracer_add_own (t, "F", _ ("Price of the fuel cell"), t->in->stack, "yuan", COR_TRACE_STACK_PRICE, 0);
}

/* Of the powertrain a part keeps value as the truck does, of the fuel cell nothing. */
void
cor_trace_value_base (CorTracer *t)
{
  double keeps;

  if (!cor_tracer_cost (t))
    return;
  keeps = cor_or (t->in->at[0][COR_PARAM_DRIVE_RESIDUAL], 1);
  cor_tracer_head (t, cor_tracer_title (t, _ ("Price that keeps a value")), "R = P − F − D · (1 − k)",
                   t->in->vehicle - t->in->stack - t->in->drive * (1 - keeps), "yuan");
  cor_tracer_numbers (t, "# − # − # · (1 − #)", t->in->vehicle, t->in->stack, t->in->drive, keeps);
  cor_tracer_add_own (t, "P", _ ("Price of the truck without battery"), t->in->vehicle, "yuan", COR_TRACE_PRICE, 0);
  cor_tracer_add_drive (t);
  cor_tracer_add_parameter (t, "k", COR_PARAM_DRIVE_RESIDUAL, cor_tracer_model_year (t));
}

/* Adds "f1 + f2 + …" of the years from @first on to the numbers, and an input of each. */
static void
add_use (CorTracer *t, GString *numbers, guint first)
{
  for (guint y = first; y <= t->in->n_years; y++)
    {
      g_autofree char *number = cor_tracer_number (t->in->fade[y]);

      g_string_append_printf (numbers, "%s%s", y > first ? " + " : "", number);
      cor_tracer_add_own (t, "f<sub>y</sub>", _ ("Use left at this age"), t->in->fade[y], "", COR_TRACE_USE_LEFT, y);
    }
}

void
cor_trace_all_km (CorTracer *t)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autofree char *first = NULL;
  double km, sum = 0;

  if (!cor_tracer_cost (t))
    return;
  km = t->in->use.transport_km + t->in->use.detour_km;
  for (guint y = 1; y <= t->in->n_years; y++)
    sum += t->in->fade[y];
  first = cor_tracer_number (km);
  cor_tracer_head (t, cor_tracer_title (t, _ ("Driven km in all years")), "d<sub>Σ</sub> = d · Σ f<sub>y</sub>", km * sum, "km");
  cor_tracer_add_first_km (t, "d");
  g_string_append_printf (numbers, "%s · (", first);
  add_use (t, numbers, 1);
  g_string_append (numbers, ")");
  cor_tracer_set_numbers (t, numbers->str);
}

/* The year at whose start the last battery came: the first, where none was replaced. */
static guint
newest_battery (const CorTcoInputs *in)
{
  guint first = 1;

  for (guint y = 1; y <= in->n_years; y++)
    if (in->replaced[y])
      first = y;
  return first;
}

/* What is bought goes through the battery. */
void
cor_tracer_add_kwh (CorTracer *t)
{
  const CorUse *use = &t->in->use;

  cor_tracer_add_own (t, "Q<sub>N</sub>", _ ("Bought at the depot and while loading"), use->depot_kwh, _ ("kWh a year"), COR_TRACE_DEPOT_KWH, 0);
  cor_tracer_add_own (t, "Q<sub>C</sub>", _ ("Charged at stations"), use->station_kwh, _ ("kWh a year"), COR_TRACE_STATION_KWH, 0);
  cor_tracer_add_own (t, "Q<sub>S</sub>", _ ("Swapped at stations"), use->swap_kwh, _ ("kWh a year"), COR_TRACE_SWAP_KWH, 0);
}

/* By the calendar and by full cycles, each year since the battery was new. */
void
cor_trace_capacity_lost (CorTracer *t)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  double battery, calendar, cycle, eta;
  guint first;

  if (!cor_tracer_cost (t))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Capacity lost since the battery was new")), "0", 1 - t->in->health, "1");
  if (!cor_tco_electric (t->in) || !(t->in->at[0][COR_PARAM_BATTERY] > 0))
    {
      cor_tracer_numbers (t, "#", 0.0);
      cor_tracer_add_found (t, "", _ ("Battery"), 0, "kWh", COR_TRACE_BY_NONE, _ ("This truck has none"));
      return;
    }
  first = newest_battery (t->in);
  cor_tracer_formula (t, _ ("min (1; Σ (a + b ÷ 1000 · (Q<sub>N</sub> + Q<sub>C</sub> + Q<sub>S</sub>) · η · f<sub>y</sub> ÷ B)) over the years since it was new"));
  calendar = given (t, "a", COR_PARAM_BATTERY_CALENDAR_FADE);
  cycle = given (t, "b", COR_PARAM_BATTERY_CYCLE_FADE);
  eta = cor_or (cor_tracer_add_parameter (t, "η", COR_PARAM_CHARGING_EFFICIENCY, cor_tracer_model_year (t)), 1);
  battery = given (t, "B", COR_PARAM_BATTERY);
  cor_tracer_add_kwh (t);
  cor_tracer_numbers (t, "min (1; # · # + # ÷ 1000 · (# + # + #) · # ÷ # · (", t->in->n_years + 1.0 - first, calendar, cycle, t->in->use.depot_kwh,
                      t->in->use.station_kwh, t->in->use.swap_kwh, eta, battery);
  g_string_append (numbers, t->out->numbers);
  add_use (t, numbers, first);
  g_string_append (numbers, "))");
  cor_tracer_set_numbers (t, numbers->str);
}

/* Nothing is left of a battery at the end of its life; without a loss that is known the share is as given. */
void
cor_trace_battery_left (CorTracer *t)
{
  double share, end;

  if (!cor_tracer_cost (t))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Share of the battery's first value that is left")), "q = s", cor_tco_battery_left (t->in), "");
  share = given (t, "s", COR_PARAM_BATTERY_RESIDUAL);
  cor_tracer_numbers (t, "#", share);
  if (!isnan (t->in->at[0][COR_PARAM_BATTERY_CALENDAR_FADE]) || !isnan (t->in->at[0][COR_PARAM_BATTERY_CYCLE_FADE]))
    {
      cor_tracer_formula (t, "q = s · max (0; min (1; (h − e) ÷ (1 − e)))");
      end = given (t, "e", COR_PARAM_BATTERY_END_HEALTH);
      cor_tracer_add_own (t, "h", _ ("Health of the battery at the end"), t->in->health, "1", COR_TRACE_TRUCK_HEALTH, 0);
      cor_tracer_numbers (t, "# · max (0; min (1; (# − #) ÷ (1 − #)))", share, t->in->health, end, end);
    }
  if (t->out->inputs->len == 0)
    cor_tracer_add_found (t, "q", _ ("Residual value"), 0, "", COR_TRACE_BY_NONE, _ ("None is known here, so none is counted"));
}

/* At direct cost where the price is built up, else at the price. */
void
cor_trace_battery_base (CorTracer *t)
{
  CorParamId id;
  double kwh, price;

  if (!cor_tracer_cost (t) || !(t->in->battery_base > 0))
    return;
  id = isnan (t->in->at[0][COR_PARAM_BATTERY_PRICE]) ? COR_PARAM_BATTERY_COST : COR_PARAM_BATTERY_PRICE;
  cor_tracer_head (t, cor_tracer_title (t, _ ("What the battery's residual share is of")), "W<sub>0</sub> = B · w", t->in->battery_base, "yuan");
  kwh = given (t, "B", COR_PARAM_BATTERY);
  price = given (t, "w", id);
  cor_tracer_numbers (t, "# · #", kwh, price);
}

/* The return that the battery's owner asks. */
static double
add_lease_rate (CorTracer *t)
{
  return given (t, "r", isnan (t->in->at[0][COR_PARAM_BATTERY_LEASE_IRR]) ? COR_PARAM_DISCOUNT : COR_PARAM_BATTERY_LEASE_IRR);
}

double
cor_trace_battery_end_yuan (const CorTcoInputs *in)
{
  double rate = cor_or (in->at[0][COR_PARAM_BATTERY_LEASE_IRR], cor_or (in->at[0][COR_PARAM_DISCOUNT], 0));

  return in->battery_base * cor_tco_battery_left (in) * pow (1 + rate, -(double) in->n_years);
}

void
cor_trace_battery_end (CorTracer *t)
{
  double left, rate;

  if (!cor_tracer_cost (t) || !(t->in->battery_base > 0))
    return;
  left = cor_tco_battery_left (t->in);
  cor_tracer_head (t, cor_tracer_title (t, _ ("What the battery is worth at the end, discounted")), "W<sub>N</sub> = W<sub>0</sub> · q · (1 + r)<sup>−N</sup>",
                   cor_trace_battery_end_yuan (t->in), "yuan");
  cor_tracer_add_own (t, "W<sub>0</sub>", _ ("What the battery's residual share is of"), t->in->battery_base, "yuan", COR_TRACE_BATTERY_BASE, 0);
  cor_tracer_add_own (t, "q", _ ("Share of the battery's first value that is left"), left, "", COR_TRACE_BATTERY_LEFT, 0);
  rate = add_lease_rate (t);
  cor_tracer_add_own (t, "N", _ ("Years of ownership"), t->in->n_years, "", COR_TRACE_TRUCK_OWNERSHIP, 0);
  cor_tracer_numbers (t, "# · # · (1 + #)^(#)", t->in->battery_base, left, rate, -(double) t->in->n_years);
}

double
cor_trace_lease_annuity_years (const CorTcoInputs *in)
{
  double rate = cor_or (in->at[0][COR_PARAM_BATTERY_LEASE_IRR], cor_or (in->at[0][COR_PARAM_DISCOUNT], 0));
  double years = rate > 0 ? (1 - pow (1 + rate, -(double) in->n_years)) / rate : in->n_years;

  return years * pow (1 + rate, 1 - cor_or (in->at[0][COR_PARAM_DISCOUNT_TIMING], 1));
}

void
cor_trace_lease_annuity (CorTracer *t)
{
  double rate, timing, years;

  if (!cor_tracer_cost (t) || t->in->deal != COR_BATTERY_LEASED)
    return;
  years = t->in->n_years;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Annuity: payments that one paid today is worth")), "A = N", cor_trace_lease_annuity_years (t->in), "");
  rate = add_lease_rate (t);
  timing = cor_or (cor_tracer_add_parameter (t, "s", COR_PARAM_DISCOUNT_TIMING, cor_tracer_model_year (t)), 1);
  cor_tracer_add_own (t, "N", _ ("Years of ownership"), years, "", COR_TRACE_TRUCK_OWNERSHIP, 0);
  cor_tracer_numbers (t, "#", years);
  if (!(rate > 0))
    return;
  cor_tracer_formula (t, "A = (1 − (1 + r)<sup>−N</sup>) ÷ r · (1 + r)<sup>1 − s</sup>");
  cor_tracer_numbers (t, "(1 − (1 + #)^(#)) ÷ # · (1 + #)^(1 − #)", rate, -years, rate, rate, timing);
}

/* To the buyer: the price as given, else the direct cost with its share of indirect cost. */
void
cor_trace_battery_kwh_price (CorTracer *t)
{
  double price, indirect;

  if (!cor_tracer_cost (t) || !(t->in->battery > 0))
    return;
  price = t->in->at[0][COR_PARAM_BATTERY_PRICE];
  cor_tracer_head (t, cor_tracer_title (t, _ ("Price of a battery's kWh to the buyer")), "w", price, "yuan/kWh");
  if (!isnan (price))
    {
      cor_tracer_numbers (t, "#", given (t, "w", COR_PARAM_BATTERY_PRICE));
      return;
    }
  price = given (t, "w", COR_PARAM_BATTERY_COST);
  indirect = given (t, "i", COR_PARAM_STORAGE_INDIRECT);
  t->out->value = price * (1 + indirect);
  cor_tracer_formula (t, "w · (1 + i)");
  cor_tracer_numbers (t, "# · (1 + #)", price, indirect);
}
