/* cor-trace-machine.c: figures of the electric machines of a yard, traced.
 *
 * Method: Nankai University and CATARC, low-carbon potential of China's non-road mobile machinery, October 2023;
 * as in cor-machinery.c and cor-yard.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>

/* An entry of the machines; one that is not given has the value of the kind. */
static void
add_entry (CorTracer *t, const char *symbol, const char *label, double value, const char *unit)
{
  cor_tracer_add_scenario (t, symbol, label, value, unit, &t->line->item->item);
}

static void
add_number (CorTracer *t)
{
  add_entry (t, "N", _ ("Machines"), t->line->item->number, "");
}

static void
add_days (CorTracer *t)
{
  add_entry (t, "D", _ ("Days a year"), t->line->item->days_per_year, "");
}

/* Another figure of the same machines. */
static void
add_figure (CorTracer *t, const char *symbol, const char *label, double value, const char *unit, CorTraceQuantity quantity)
{
  cor_tracer_add_child (t, symbol, label, value, unit, (CorTraceKey){ .quantity = quantity, .index = t->key.index });
}

static void
add_energy (CorTracer *t)
{
  add_figure (t, "Q", _ ("Energy of a working day"), t->line->kwh_per_day, _ ("kWh a day"), COR_TRACE_MACHINE_ENERGY);
}

static double
add_kind (CorTracer *t, const char *symbol, CorParamId id)
{
  const CorParamContext context = { .truck_type = t->line->item->machine_kind, .powertrain = -1 };

  return cor_tracer_add_parameter_of (t, symbol, id, &context, 0);
}

static void
head (CorTracer *t, const char *title, const char *formula, double value, const char *unit)
{
  cor_tracer_head (t, cor_tracer_title (t, title), formula, value, unit);
}

void
cor_trace_machine_number (CorTracer *t)
{
  head (t, _ ("Machines"), "N", t->line->item->number, "");
  cor_tracer_numbers (t, "#", t->line->item->number);
  add_number (t);
}

void
cor_trace_machine_each (CorTracer *t)
{
  const CorYardMachine *item = t->line->item;

  head (t, _ ("Energy of one machine on a working day"), "q = P · λ · h", t->line->machine.energy_kwh, _ ("kWh a day"));
  cor_tracer_numbers (t, "# · # · #", item->power_kw, t->line->machine.load_share, item->hours_per_day);
  add_entry (t, "P", _ ("Rated power"), item->power_kw, "kW");
  if (isnan (item->load_share))
    add_kind (t, "λ", COR_PARAM_MACHINE_LOAD);
  else
    add_entry (t, "λ", _ ("Share of rated power that a machine works at"), item->load_share, "1");
  add_entry (t, "h", _ ("Hours of work a day"), item->hours_per_day, "h");
}

void
cor_trace_machine_energy (CorTracer *t)
{
  head (t, _ ("Energy of a working day"), "Q = N · q", t->line->kwh_per_day, _ ("kWh a day"));
  cor_tracer_numbers (t, "# · #", t->line->item->number, t->line->machine.energy_kwh);
  add_number (t);
  add_figure (t, "q", _ ("Energy of one machine on a working day"), t->line->machine.energy_kwh, _ ("kWh a day"), COR_TRACE_MACHINE_EACH);
}

static gboolean
is_lithium (const CorTracer *t)
{
  return t->line->item->battery == COR_MACHINE_LITHIUM;
}

void
cor_trace_machine_battery_kg (CorTracer *t)
{
  double density;

  head (t, _ ("Battery of one machine that lasts the day"), "m = q · 1000 ÷ ρ", t->line->battery_kg, "kg");
  add_figure (t, "q", _ ("Energy of one machine on a working day"), t->line->machine.energy_kwh, _ ("kWh a day"), COR_TRACE_MACHINE_EACH);
  density = add_kind (t, "ρ", is_lithium (t) ? COR_PARAM_LITHIUM_DENSITY : COR_PARAM_LEAD_ACID_DENSITY);
  cor_tracer_numbers (t, "# · 1000 ÷ #", t->line->machine.energy_kwh, density);
}

void
cor_trace_machine_battery (CorTracer *t)
{
  double price, rate;

  head (t, _ ("Price of the battery of one machine"), "m · p · x", t->line->battery_yuan, "yuan");
  add_figure (t, "m", _ ("Battery of one machine"), t->line->battery_kg, "kg", COR_TRACE_MACHINE_BATTERY_KG);
  price = add_kind (t, "p", is_lithium (t) ? COR_PARAM_LITHIUM_PRICE : COR_PARAM_LEAD_ACID_PRICE);
  rate = add_kind (t, "x", COR_PARAM_YUAN_PER_USD);
  cor_tracer_numbers (t, "# · # · #", t->line->battery_kg, price, rate);
}

/* The sort of charger in the data that has this power and price. */
static const char *
charger_type (const CorTracer *t, const CorMachineCharge *charge, int *year)
{
  guint n;
  const CorParameter *entries = cor_param_layer_entries (t->results->defaults, &n);

  for (guint i = 0; i < n; i++)
    {
      CorParamContext context = { .truck_type = entries[i].truck_type, .powertrain = -1 };
      g_autoptr (CorParamTable) table = NULL;

      if (entries[i].id != COR_PARAM_CHARGER_PRICE || entries[i].truck_type == NULL || entries[i].value != charge->yuan)
        continue;
      table = cor_param_table_new (&t->results->defaults, 1, &context);
      *year = entries[i].year;
      if (cor_param_table_value (table, COR_PARAM_CHARGER_POWER, entries[i].year) == charge->kw)
        return entries[i].truck_type;
    }
  return NULL;
}

static const CorMachineCharge *
charge_at (const CorTracer *t, guint place)
{
  return place < t->line->machine.n_charges ? &t->line->machine.charges[place] : NULL;
}

/* A charger's parameter and nothing else. */
static void
charger_entry (CorTracer *t, const char *title, CorParamId id, const char *symbol, double value, const char *unit)
{
  const CorMachineCharge *charge = charge_at (t, t->key.place);
  int year = 0;
  const CorParamContext context = { .truck_type = charge != NULL ? charger_type (t, charge, &year) : NULL, .powertrain = -1 };

  if (context.truck_type == NULL)
    return;
  head (t, title, symbol, value, unit);
  cor_tracer_numbers (t, "#", value);
  cor_tracer_add_parameter_of (t, symbol, id, &context, year);
}

void
cor_trace_charger_kw (CorTracer *t)
{
  const CorMachineCharge *charge = charge_at (t, t->key.place);

  if (charge != NULL)
    charger_entry (t, _ ("Power of a charger"), COR_PARAM_CHARGER_POWER, "P", charge->kw, "kW");
}

void
cor_trace_charger_yuan (CorTracer *t)
{
  const CorMachineCharge *charge = charge_at (t, t->key.place);

  if (charge != NULL)
    charger_entry (t, _ ("Price of a charger"), COR_PARAM_CHARGER_PRICE, "p", charge->yuan, "yuan");
}

static void
add_charger (CorTracer *t, const char *symbol, const char *label, double value, const char *unit, CorTraceQuantity quantity, guint place)
{
  cor_tracer_add_child (t, symbol, label, value, unit, (CorTraceKey){ .quantity = quantity, .index = t->key.index, .place = place });
}

void
cor_trace_charger_hours (CorTracer *t)
{
  const CorMachineCharge *charge = charge_at (t, t->key.place);

  if (charge == NULL)
    return;
  head (t, _ ("Hours to charge one machine"), "h = q ÷ P", charge->hours, "h");
  cor_tracer_numbers (t, "# ÷ #", t->line->machine.energy_kwh, charge->kw);
  add_figure (t, "q", _ ("Energy of one machine on a working day"), t->line->machine.energy_kwh, _ ("kWh a day"), COR_TRACE_MACHINE_EACH);
  add_charger (t, "P", _ ("Power of a charger"), charge->kw, "kW", COR_TRACE_CHARGER_KW, t->key.place);
}

guint
cor_trace_charger_chosen (const CorYardLine *line)
{
  for (guint i = 0; i < line->machine.n_charges; i++)
    if (line->machine.charges[i].kw == line->charger_kw)
      return i;
  return 0;
}

/* The window counts for the scenario as a whole, in the model year shown. */
void
cor_trace_machine_chargers (CorTracer *t)
{
  double window;

  if (!(t->line->chargers > 0))
    return;
  head (t, _ ("Chargers for them"), "⌈N · min (1; h ÷ w)⌉", t->line->chargers, "");
  add_number (t);
  add_charger (t, "h", _ ("Hours to charge one machine"), t->line->charge_h, "h", COR_TRACE_CHARGER_HOURS, cor_trace_charger_chosen (t->line));
  window = cor_tracer_add_parameter (t, "w", COR_PARAM_YARD_CHARGING_WINDOW, cor_tracer_model_year (t));
  cor_tracer_numbers (t, "⌈# · min (1; # ÷ #)⌉", t->line->item->number, t->line->charge_h, window);
}

void
cor_trace_machine_charging (CorTracer *t)
{
  const CorYardLine *line = t->line;
  guint chosen = cor_trace_charger_chosen (line);
  double price = line->charger_yuan / line->chargers, cable;

  if (!(line->chargers > 0))
    return;
  head (t, _ ("Chargers with cables"), "n · (p + P · c)", line->charger_yuan + line->cabling_yuan, "yuan");
  add_figure (t, "n", _ ("Chargers for them"), line->chargers, "", COR_TRACE_MACHINE_CHARGERS);
  add_charger (t, "p", _ ("Price of a charger"), price, "yuan", COR_TRACE_CHARGER_YUAN, chosen);
  add_charger (t, "P", _ ("Power of a charger"), line->charger_kw, "kW", COR_TRACE_CHARGER_KW, chosen);
  cable = cor_tracer_add_parameter (t, "c", COR_PARAM_YARD_CABLING, cor_tracer_model_year (t));
  cor_tracer_numbers (t, "# · (# + # · #)", line->chargers, price, line->charger_kw, cable);
}

/* A price of useful energy that is one figure of the data. */
static void
plain_price (CorTracer *t, const char *title, double value, CorParamId id)
{
  head (t, title, "p", value, "yuan/kWh");
  cor_tracer_numbers (t, "#", value);
  add_kind (t, "p", id);
}

void
cor_trace_machine_grid_price (CorTracer *t)
{
  plain_price (t, _ ("Useful energy from the grid"), t->line->machine.electricity_yuan_per_kwh, COR_PARAM_YARD_TARIFF);
}

void
cor_trace_machine_off_price (CorTracer *t)
{
  plain_price (t, _ ("Useful energy from diesel off the market"), t->line->machine.off_market_diesel_yuan_per_kwh, COR_PARAM_OFF_MARKET_DIESEL);
}

void
cor_trace_machine_station_price (CorTracer *t)
{
  double tariff, fee;

  head (t, _ ("Useful energy with a charging service"), "p + s", t->line->machine.station_yuan_per_kwh, "yuan/kWh");
  tariff = add_kind (t, "p", COR_PARAM_YARD_TARIFF);
  fee = add_kind (t, "s", COR_PARAM_YARD_SERVICE_FEE);
  cor_tracer_numbers (t, "# + #", tariff, fee);
}

void
cor_trace_machine_diesel_price (CorTracer *t)
{
  double price, shaft;

  head (t, _ ("Useful energy from diesel"), "p<sub>D</sub> ÷ w", t->line->machine.diesel_yuan_per_kwh, "yuan/kWh");
  price = add_kind (t, "p<sub>D</sub>", COR_PARAM_YARD_DIESEL);
  shaft = add_kind (t, "w", COR_PARAM_SHAFT_ENERGY);
  cor_tracer_numbers (t, "# ÷ #", price, shaft);
}

/* A year's energy at a price of useful energy. */
static void
energy_year (CorTracer *t, const char *title, double value, double price, const char *label, CorTraceQuantity quantity)
{
  head (t, title, "Q · D · p", value, _ ("yuan a year"));
  cor_tracer_numbers (t, "# · # · #", t->line->kwh_per_day, t->line->item->days_per_year, price);
  add_energy (t);
  add_days (t);
  add_figure (t, "p", label, price, "yuan/kWh", quantity);
}

void
cor_trace_machine_electricity (CorTracer *t)
{
  energy_year (t, _ ("Electricity of a year"), t->line->electricity_yuan, t->line->machine.electricity_yuan_per_kwh,
               _ ("Useful energy from the grid"), COR_TRACE_MACHINE_GRID_PRICE);
}

void
cor_trace_machine_diesel (CorTracer *t)
{
  energy_year (t, _ ("Diesel of a year instead"), t->line->diesel_yuan, t->line->machine.diesel_yuan_per_kwh,
               _ ("Useful energy from diesel"), COR_TRACE_MACHINE_DIESEL_PRICE);
}

void
cor_trace_machine_off_market (CorTracer *t)
{
  energy_year (t, _ ("Diesel of a year off the market"), t->line->off_market_yuan, t->line->machine.off_market_diesel_yuan_per_kwh,
               _ ("Useful energy from diesel off the market"), COR_TRACE_MACHINE_OFF_PRICE);
}

void
cor_trace_machine_electric_t (CorTracer *t)
{
  CorFactorChoice choice;
  int year = cor_tracer_model_year (t);
  double q = t->line->kwh_per_day, days = t->line->item->days_per_year, grid, g;

  cor_factor_choice_init (t->results, &choice);
  grid = cor_factor_total (choice.grid, year);
  g = choice.green_share;
  if (cor_tracer_green_counts (&choice))
    {
      head (t, _ ("Emissions of the electric machines"), "Q · D · (f · (1 − g) + w · g) ÷ 1000", t->line->electric_t, _ ("t CO₂e a year"));
      cor_tracer_numbers (t, "# · # · (# · (1 − #) + # · #) ÷ 1000", q, days, grid, g, cor_factor_total (choice.green, year), g);
    }
  else
    {
      head (t, _ ("Emissions of the electric machines"), "Q · D · f · (1 − g) ÷ 1000", t->line->electric_t, _ ("t CO₂e a year"));
      cor_tracer_numbers (t, "# · # · # · (1 − #) ÷ 1000", q, days, grid, g);
    }
  add_energy (t);
  add_days (t);
  cor_tracer_add_electricity (t, &choice, "f");
}

void
cor_trace_machine_diesel_t (CorTracer *t)
{
  CorFactorChoice choice;
  double f, shaft;

  cor_factor_choice_init (t->results, &choice);
  f = cor_factor_total (choice.diesel, cor_tracer_model_year (t));
  head (t, _ ("Emissions of diesel machines instead"), "Q ÷ w · D · f ÷ 1000", t->line->diesel_t, _ ("t CO₂e a year"));
  add_energy (t);
  shaft = add_kind (t, "w", COR_PARAM_SHAFT_ENERGY);
  add_days (t);
  cor_tracer_add_factor (t, "f", choice.diesel, f, "kg CO₂e/L");
  cor_tracer_numbers (t, "# ÷ # · # · # ÷ 1000", t->line->kwh_per_day, shaft, t->line->item->days_per_year, f);
}

void
cor_trace_machine_avoided (CorTracer *t)
{
  head (t, _ ("Emissions avoided"), "E<sub>D</sub> − E", t->line->diesel_t - t->line->electric_t, _ ("t CO₂e a year"));
  cor_tracer_numbers (t, "# − #", t->line->diesel_t, t->line->electric_t);
  add_figure (t, "E<sub>D</sub>", _ ("Diesel machines instead"), t->line->diesel_t, _ ("t CO₂e a year"), COR_TRACE_MACHINE_DIESEL_T);
  add_figure (t, "E", _ ("Electric machines"), t->line->electric_t, _ ("t CO₂e a year"), COR_TRACE_MACHINE_ELECTRIC_T);
}
