/* cor-trace-price.c: prices, shares and factors that the cash of a year is made of, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-private.h"

#include "cor-energy.h"

#include <glib/gi18n-lib.h>

static double
given (CorTracer *t, const char *symbol, CorParamId id)
{
  return cor_tracer_add_known (t, symbol, id);
}

/* A truck whose price is not given outright: what is left of the diesel truck, and what comes in its place. */
static void
built_price (CorTracer *t)
{
  const CorTcoInputs *in = t->in;
  double diesel = given (t, "G", COR_PARAM_DIESEL_TRUCK_PRICE), engine, trailer;

  if (in->use.powertrain == COR_POWERTRAIN_DIESEL)
    {
      trailer = given (t, "T", COR_PARAM_TRAILER_PRICE);
      cor_tracer_numbers (t, "# + #", diesel, trailer);
      return;
    }
  engine = given (t, "g", COR_PARAM_DIESEL_POWERTRAIN);
  cor_tracer_add_drive (t);
  trailer = given (t, "T", COR_PARAM_TRAILER_PRICE);
  cor_tracer_formula (t, in->stack > 0 ? "P = G · (1 − g) + D + F + T" : "P = G · (1 − g) + D + T");
  if (in->stack > 0)
    cor_tracer_numbers (t, "# · (1 − #) + # + # + #", diesel, engine, in->drive, in->stack, trailer);
  else
    cor_tracer_numbers (t, "# · (1 − #) + # + #", diesel, engine, in->drive, trailer);
}

void
cor_trace_price (CorTracer *t)
{
  if (!cor_tracer_cost (t))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Price of the truck without battery")), "P = G + T", t->in->vehicle, "yuan");
  if (isnan (t->in->at[0][COR_PARAM_TRUCK_PRICE]))
    built_price (t);
  else
    {
      double price = given (t, "G", COR_PARAM_TRUCK_PRICE), trailer = given (t, "T", COR_PARAM_TRAILER_PRICE);

      cor_tracer_numbers (t, "# + #", price, trailer);
    }
}

void
cor_trace_battery_price (CorTracer *t)
{
  double kwh, price, indirect;

  if (!cor_tracer_cost (t))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Price of the battery")), "W = B · w", t->in->battery, "yuan");
  kwh = given (t, "B", COR_PARAM_BATTERY);
  if (!isnan (t->in->at[0][COR_PARAM_BATTERY_PRICE]) || t->in->battery == 0)
    {
      price = given (t, "w", COR_PARAM_BATTERY_PRICE);
      cor_tracer_numbers (t, "# · #", t->in->battery > 0 ? kwh : 0, price);
      if (t->out->inputs->len == 0)
        cor_tracer_add_found (t, "B", _ ("Battery"), 0, "kWh", COR_TRACE_BY_NONE, _ ("This truck has none"));
      return;
    }
  price = given (t, "w", COR_PARAM_BATTERY_COST);
  indirect = given (t, "i", COR_PARAM_STORAGE_INDIRECT);
  cor_tracer_formula (t, "W = B · w · (1 + i)");
  cor_tracer_numbers (t, "# · # · (1 + #)", kwh, price, indirect);
}

/* By a share as given; else a yearly loss and one by km, so that nothing is left at the end of life. */
void
cor_trace_value_left (CorTracer *t)
{
  double residual, loss, life, lifetime, km = 0;

  if (!cor_tracer_cost (t))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Share of the price left at the sale")), "q", t->in->value_left, "");
  residual = cor_tracer_add_parameter (t, "q", COR_PARAM_RESIDUAL, cor_tracer_model_year (t));
  if (!isnan (residual) || isnan (t->in->at[0][COR_PARAM_DEPRECIATION]))
    {
      cor_tracer_numbers (t, "#", cor_or (residual, 0));
      if (isnan (residual))
        cor_tracer_add_found (t, "q", _ ("Residual value"), 0, "", COR_TRACE_BY_NONE, _ ("None is known here, so none is counted"));
      return;
    }
  for (guint y = 1; y <= t->in->n_years; y++)
    km += t->in->km[y] + t->in->use.detour_km * t->in->fade[y];
  loss = given (t, "a", COR_PARAM_DEPRECIATION);
  life = given (t, "J", COR_PARAM_VALUE_LIFE);
  lifetime = given (t, "K", COR_PARAM_LIFETIME_KM);
  cor_tracer_formula (t, "q = max (0; (1 − a)<sup>N</sup> − (1 − a)<sup>J</sup> · d<sub>Σ</sub> ÷ K)");
  cor_tracer_numbers (t, "max (0; (1 − #)^# − (1 − #)^# · # ÷ #)", loss, (double) t->in->n_years, loss, life, km, lifetime);
  cor_tracer_add_own (t, "N", _ ("Years of ownership"), t->in->n_years, "", COR_TRACE_TRUCK_OWNERSHIP, 0);
  cor_tracer_add_own (t, "d<sub>Σ</sub>", _ ("Driven km in all years"), km, "km", COR_TRACE_ALL_KM, 0);
}

void
cor_trace_net (CorTracer *t)
{
  double vat, recovered;

  if (!cor_tracer_cost (t))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Share left when VAT is reclaimed")), "u = 1 − r · VAT ÷ (1 + VAT)", t->in->net, "");
  vat = given (t, "VAT", COR_PARAM_VAT);
  recovered = given (t, "r", COR_PARAM_VAT_RECOVERED);
  cor_tracer_numbers (t, "1 − # · # ÷ (1 + #)", recovered, vat, vat);
  if (t->out->inputs->len == 0)
    cor_tracer_add_found (t, "VAT", _ ("VAT reclaimed"), 0, "", COR_TRACE_BY_NONE, _ ("None is known here, so none is counted"));
}

void
cor_trace_kerb (CorTracer *t)
{
  gboolean cell = t->truck->powertrain == COR_POWERTRAIN_FCET;
  double mass, drive, engine, battery, density;

  if (!cor_tracer_cost (t))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Kerb mass")), "m", 0, "kg");
  mass = given (t, "m<sub>D</sub>", COR_PARAM_KERB_MASS);
  t->out->value = cor_or (cor_energy_kerb_kg (t->in->at[0], t->truck->powertrain), mass);
  cor_tracer_numbers (t, "#", mass);
  if (t->truck->powertrain == COR_POWERTRAIN_DIESEL || isnan (cor_energy_kerb_kg (t->in->at[0], t->truck->powertrain)))
    return;
  drive = given (t, "m<sub>E</sub>", COR_PARAM_ELECTRIC_DRIVE_MASS);
  engine = given (t, "m<sub>M</sub>", COR_PARAM_DIESEL_DRIVE_MASS);
  battery = given (t, "B", COR_PARAM_BATTERY);
  density = given (t, "ρ", COR_PARAM_BATTERY_DENSITY);
  cor_tracer_formula (t, cell ? "m = m<sub>D</sub> + m<sub>E</sub> − m<sub>M</sub> + B · 1000 ÷ ρ + F · 1000 ÷ ρ<sub>F</sub> + H · h"
                                   : "m = m<sub>D</sub> + m<sub>E</sub> − m<sub>M</sub> + B · 1000 ÷ ρ");
  if (!cell)
    cor_tracer_numbers (t, "# + # − # + # · 1000 ÷ #", mass, drive, engine, battery, density);
  else
    {
      double stack = given (t, "F", COR_PARAM_FUEL_CELL_POWER), stack_density = given (t, "ρ<sub>F</sub>", COR_PARAM_FUEL_CELL_DENSITY);
      double tank = given (t, "H", COR_PARAM_HYDROGEN_TANK), tank_mass = given (t, "h", COR_PARAM_HYDROGEN_TANK_MASS);

      cor_tracer_numbers (t, "# + # − # + # · 1000 ÷ # + # · 1000 ÷ # + # · #", mass, drive, engine, battery, density, stack, stack_density,
                          tank, tank_mass);
    }
}

/* The factor of a year, by when in it the money flows. */
static void
discount (CorTracer *t, guint at_end)
{
  double rate = t->in->at[0][COR_PARAM_DISCOUNT], timing = at_end ? 1 : CLAMP (cor_or (t->in->at[0][COR_PARAM_DISCOUNT_TIMING], 1), 0, 1);
  double power = t->key.index == 0 ? 0 : t->key.index - (1 - timing);

  cor_tracer_head (t, cor_tracer_title (t, _ ("Discount factor")), "v = (1 + r)<sup>−(y − 1 + s)</sup>", t->tco->discount[at_end][t->key.index], "");
  cor_tracer_numbers (t, "(1 + #)^(#)", rate, -power);
  cor_tracer_add_parameter (t, "r", COR_PARAM_DISCOUNT, cor_tracer_model_year (t));
  if (!at_end)
    cor_tracer_add_parameter (t, "s", COR_PARAM_DISCOUNT_TIMING, cor_tracer_model_year (t));
}

void
cor_trace_discount_run (CorTracer *t)
{
  discount (t, 0);
}

void
cor_trace_discount_end (CorTracer *t)
{
  discount (t, 1);
}

/* The loan behind the shares of a year. */
static void
add_loan (CorTracer *t, gboolean with_rate)
{
  cor_tracer_add_parameter (t, "ℓ", COR_PARAM_LOAN_SHARE, cor_tracer_model_year (t));
  cor_tracer_add_parameter (t, "n", COR_PARAM_LOAN_YEARS, cor_tracer_model_year (t));
  if (with_rate)
    cor_tracer_add_parameter (t, "i", COR_PARAM_LOAN_RATE, cor_tracer_model_year (t));
  if (t->out->inputs->len == 0)
    cor_tracer_add_found (t, "ℓ", _ ("Loan"), 0, "1", COR_TRACE_BY_NONE, _ ("None is known here, so all is paid at purchase"));
}

/* Of the price: what of the loan is left at the start of a year. */
static double
balance (const CorTcoInputs *in, guint slot)
{
  double left = 1 - in->paid[0];

  for (guint y = 1; y < slot; y++)
    left -= in->paid[y];
  return left;
}

void
cor_trace_paid_share (CorTracer *t)
{
  const CorTcoInputs *in = t->in;
  guint slot = t->key.index;
  double share = 1 - in->paid[0];

  cor_tracer_head (t, cor_tracer_title (t, _ ("Share of the price paid in a year")), _ ("equal instalments less interest; the rest at the sale"),
                   in->paid[slot], "");
  if (slot == 0)
    cor_tracer_numbers (t, "1 − #", share);
  else
    cor_tracer_numbers (t, "# − #", in->paid[slot] + in->interest[slot], in->interest[slot]);
  if (slot > 0 && share > 0)
    cor_tracer_add_own (t, "", _ ("Interest of the year, share of the price"), in->interest[slot], "", COR_TRACE_INTEREST_SHARE, slot);
  add_loan (t, slot > 0);
}

void
cor_trace_interest_share (CorTracer *t)
{
  double rate = cor_or (t->in->at[0][COR_PARAM_LOAN_RATE], 0);

  cor_tracer_head (t, cor_tracer_title (t, _ ("Interest of a year, share of the price")), _ ("rate · loan left"), t->in->interest[t->key.index], "");
  cor_tracer_numbers (t, "# · #", t->key.index == 0 ? 0 : rate, balance (t->in, t->key.index));
  add_loan (t, TRUE);
}

/* As trucks grow old they are used less. */
void
cor_trace_use_left (CorTracer *t)
{
  const double *p = t->in->at[0];
  double left = t->key.index == 0 ? 0 : t->in->fade[t->key.index], age = t->key.index - 0.5, km = t->in->use.transport_km;
  double first = p[COR_PARAM_SURVIVAL_THIRD], second = p[COR_PARAM_SURVIVAL_TWO_THIRDS], life = p[COR_PARAM_LIFETIME_KM];
  double thirds = age * km * (0.5 + first + second) / life;

  cor_tracer_head (t, cor_tracer_title (t, _ ("Use left at an age, share of the first year's km")), "1", left, "");
  cor_tracer_numbers (t, "#", left);
  if (isnan (thirds))
    {
      cor_tracer_add_found (t, "", _ ("Loss of use with age"), 0, "", COR_TRACE_BY_NONE, _ ("None in this convention: every year has the same km"));
      return;
    }
  cor_tracer_formula (t, thirds <= 1   ? "1 − (1 − s<sub>1</sub>) · x, x = (y − ½) · d · (½ + s<sub>1</sub> + s<sub>2</sub>) ÷ D"
                         : thirds <= 2 ? "s<sub>1</sub> − (s<sub>1</sub> − s<sub>2</sub>) · (x − 1), x = (y − ½) · d · (½ + s<sub>1</sub> + s<sub>2</sub>) ÷ D"
                                       : "max (0; s<sub>2</sub> · (3 − x)), x = (y − ½) · d · (½ + s<sub>1</sub> + s<sub>2</sub>) ÷ D");
  if (t->key.index > 0 && thirds <= 1)
    cor_tracer_numbers (t, "1 − (1 − #) · # · # · (0.5 + # + #) ÷ #", first, age, km, first, second, life);
  else if (t->key.index > 0 && thirds <= 2)
    cor_tracer_numbers (t, "# − (# − #) · (# · # · (0.5 + # + #) ÷ # − 1)", first, first, second, age, km, first, second, life);
  else if (t->key.index > 0)
    cor_tracer_numbers (t, "max (0; # · (3 − # · # · (0.5 + # + #) ÷ #))", second, age, km, first, second, life);
  cor_tracer_add_parameter (t, "s<sub>1</sub>", COR_PARAM_SURVIVAL_THIRD, cor_tracer_model_year (t));
  cor_tracer_add_parameter (t, "s<sub>2</sub>", COR_PARAM_SURVIVAL_TWO_THIRDS, cor_tracer_model_year (t));
  cor_tracer_add_parameter (t, "D", COR_PARAM_LIFETIME_KM, cor_tracer_model_year (t));
  cor_tracer_add_first_transport_km (t, "d");
  cor_tracer_add_found (t, "y", _ ("Year of ownership"), t->key.index, "", COR_TRACE_BY_ENTRY, _ ("The year that this card is of"));
}
