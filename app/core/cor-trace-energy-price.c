/* cor-trace-energy-price.c: what a kWh, a litre or a kg costs in a year, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tariff-text.h"
#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>

#define HOURS_PER_YEAR 8760

/* Tariffs, and what a station adds to them, where no price is given. */
static void
add_tariffs (CorTracer *t, gboolean fast)
{
  static const CorParamId ids[]
    = { COR_PARAM_TARIFF_SUPER_PEAK, COR_PARAM_TARIFF_PEAK,       COR_PARAM_TARIFF_FLAT,           COR_PARAM_TARIFF_VALLEY,
        COR_PARAM_GREEN_POWER,       COR_PARAM_TARIFF_GREEN,      COR_PARAM_DEMAND_TRANSFORMER,    COR_PARAM_STATION_HARDWARE,
        COR_PARAM_STATION_INSTALLATION, COR_PARAM_STATION_RETURN, COR_PARAM_STATION_LIFE };
  static const CorParamId summer[]
    = { COR_PARAM_SUMMER_FIRST, COR_PARAM_SUMMER_LAST,   COR_PARAM_SUMMER_SUPER_PEAK,       COR_PARAM_SUMMER_PEAK,
        COR_PARAM_SUMMER_FLAT,  COR_PARAM_SUMMER_VALLEY, COR_PARAM_SUMMER_HOURS_SUPER_PEAK, COR_PARAM_SUMMER_HOURS_PEAK };
  static const CorParamId day[] = { COR_PARAM_HOURS_SUPER_PEAK, COR_PARAM_HOURS_PEAK, COR_PARAM_HOURS_VALLEY, COR_PARAM_FAST_ENERGY_SHARE,
                                    COR_PARAM_DEMAND_HOURS_FAST };
  static const CorParamId night[] = { COR_PARAM_NIGHT_VALLEY, COR_PARAM_NIGHT_ENERGY_SHARE, COR_PARAM_DEMAND_HOURS_NIGHT };

  cor_tracer_add_parameters (t, ids, G_N_ELEMENTS (ids));
  if (cor_tariff_summer (t->in->at[0]) != 0)
    cor_tracer_add_parameters (t, summer, G_N_ELEMENTS (summer));
  if (fast)
    cor_tracer_add_parameters (t, day, G_N_ELEMENTS (day));
  else
    cor_tracer_add_parameters (t, night, G_N_ELEMENTS (night));
}

/* (tariff + demand charge) ÷ share of energy in running cost − demand charge + capital of the charger. */
static void
built_electricity (CorTracer *t, gboolean fast)
{
  const double *p = t->in->prices[t->key.index];
  double price = fast ? t->in->fast[t->key.index] : t->in->night[t->key.index];
  double demand = fast ? t->in->demand_fast[t->key.index] : t->in->demand_night[t->key.index];
  double share = cor_or (p[fast ? COR_PARAM_FAST_ENERGY_SHARE : COR_PARAM_NIGHT_ENERGY_SHARE], 1);
  double life = cor_or (t->in->at[0][COR_PARAM_STATION_LIFE], 1), rate = cor_or (t->in->at[0][COR_PARAM_STATION_RETURN], 0);
  double annuity = rate > 0 ? rate / (1 - pow (1 + rate, -life)) : 1 / life;
  double capital = (cor_or (p[COR_PARAM_STATION_HARDWARE], 0) + cor_or (p[COR_PARAM_STATION_INSTALLATION], 0)) * annuity
                   / (cor_or (t->in->at[0][COR_PARAM_STATION_UTILISATION], 1) * HOURS_PER_YEAR);
  double tariff = (price - capital + demand) * share - demand;

  g_free (t->out->formula);
  t->out->formula = g_strdup ("p = (t + δ) ÷ s − δ + k");
  cor_tracer_numbers (t, "(# + #) ÷ # − # + #", tariff, demand, share, demand, capital);
  cor_tracer_add_result (t, "t", _ ("Mean tariff of the hours"), tariff, "yuan/kWh",
                         fast || isnan (t->in->use.depot_tariff_yuan_per_kwh) ? _ ("Tariffs below by the hours they hold")
                                                                             : _ ("Tariffs below in the cheapest hours that the depot has"));
  cor_tracer_add_result (t, "δ", _ ("Demand charge in a kWh"), demand, "yuan/kWh", _ ("Yuan a kW over the hours of use, as below"));
  cor_tracer_add_result (t, "k", _ ("Capital of the charger in a kWh"), capital, "yuan/kWh", _ ("Annuity over the kWh that it gives, as below"));
  add_tariffs (t, fast);
  cor_tracer_add_parameter (t, "", COR_PARAM_STATION_UTILISATION, cor_tracer_model_year (t));
}

/* The year that a price is read in: conventions may hold prices as at purchase. */
static int
price_year (const CorTracer *t)
{
  return t->in->prices[t->key.index] == t->in->at[0] ? cor_tracer_model_year (t) : cor_tracer_calendar_year (t, t->key.index);
}

void
cor_tracer_add_tariff (CorTracer *t, const char *id)
{
  const CorTariffSheet *sheet = (const CorTariffSheet *) cor_scenario_find (t->results->scenario, COR_ITEM_TARIFF, id);
  double level = cor_tariff_level (sheet, cor_tracer_model_year (t));

  if (level != 1)
    cor_tracer_add_scenario (t, "", _ ("Price level of the tariff in the model year"), level, "1", &sheet->item);

  for (guint i = 0; sheet != NULL && sheet->seasons != NULL && i < sheet->seasons->len; i++)
    {
      const CorTariffSeason *season = &g_array_index (sheet->seasons, CorTariffSeason, i);
      g_autofree char *months = cor_tariff_months_text (season->months);

      for (guint period = COR_TARIFF_PERIODS; period-- > 0;)
        {
          g_autofree char *hours = cor_tariff_hours_text (season, period);
          /* Translators: months of a season, a period of the day, its hours: "7–9: Sharp peak, 11–12 h". */
          g_autofree char *label
            = g_strdup_printf (_ ("Months %s: %s, %s h"), months, cor_tariff_period_name (period), hours);

          if (*hours != '\0')
            cor_tracer_add_scenario (t, "", label, season->yuan_per_kwh[period], "yuan/kWh", &sheet->item);
        }
    }
}

/* "p" as @price when bought, and what the years since have added. */
static void
add_moved (CorTracer *t, const char *label, double price, double moved, const char *text)
{
  cor_tracer_add_result (t, "p", label, price, "yuan/kWh", text);
  if (moved == 0)
    return;
  g_free (t->out->formula);
  t->out->formula = g_strdup ("p + Δ");
  cor_tracer_numbers (t, "# + #", price, moved);
  cor_tracer_add_result (t, "Δ", _ ("More than in the year of purchase"), moved, "yuan/kWh",
                         _ ("Price levels of tariffs, prices and fees of the year, at the same stops and hours"));
}

/* What the prices of the use have moved by in the year of the card. */
static double
moved (const CorTracer *t, const double *path)
{
  return t->in->prices[t->key.index] == t->in->at[0] ? 0 : path[t->key.index];
}

/* The tariffs of depot and sites, whose cheapest hours of each season were taken. */
static void
depot_tariffs (CorTracer *t)
{
  const CorPricePath *path = t->in->use.path;
  const CorPlan *plan = t->year == t->results->year ? t->truck->plan : NULL;

  add_moved (t, _ ("Mean price of depot and sites"), t->in->use.depot_yuan_per_kwh, path != NULL ? moved (t, path->depot) : 0,
             _ ("Tariff by season and hour: the cheapest hours of the stay, each season weighted by its days"));
  for (guint i = 0; plan != NULL && i < plan->n_stops; i++)
    {
      const CorPlanStop *stop = &plan->stops[i];
      const char *sheet = stop->station < 0 ? cor_stop_tariff (t->results->scenario, t->duty->duty, t->duty->route, stop) : NULL;

      if (stop->station < 0)
        cor_tracer_add_own (t, "", _ ("A stop of the day"), stop->yuan, "yuan", COR_TRACE_STOP_YUAN, i);
      if (sheet != NULL && stop->kind == COR_STOP_DEPOT)
        cor_tracer_add_tariff (t, sheet);
    }
}

void
cor_trace_depot_price (CorTracer *t)
{
  if (t->key.index == 0 || !cor_tco_electric (t->in))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Price at the depot")), "p", t->in->night[t->key.index], "yuan/kWh");
  if (isnan (t->in->prices[t->key.index][COR_PARAM_DEPOT_PRICE]) && isnan (t->in->use.depot_yuan_per_kwh))
    {
      built_electricity (t, FALSE);
      return;
    }
  cor_tracer_numbers (t, "#", t->in->night[t->key.index]);
  if (isnan (t->in->use.depot_yuan_per_kwh))
    cor_tracer_add_parameter (t, "p", COR_PARAM_DEPOT_PRICE, price_year (t));
  else
    depot_tariffs (t);
}

/* What the plan's stops cost, over what they took; else price and fee as given. */
static void
plan_price (CorTracer *t, double price, double more, const char *label, CorParamId energy, CorParamId fee)
{
  const CorPlan *plan = t->year == t->results->year ? t->truck->plan : NULL;

  cor_tracer_numbers (t, "#", price);
  add_moved (t, label, price, more, _ ("Charging plan: yuan of all stops over their kWh"));
  for (guint i = 0; plan != NULL && i < plan->n_stops; i++)
    if (plan->stops[i].station >= 0)
      cor_tracer_add_own (t, "", _ ("A stop of the day"), plan->stops[i].yuan, "yuan", COR_TRACE_STOP_YUAN, i);
  cor_tracer_add_parameter (t, "", energy, cor_tracer_model_year (t));
  cor_tracer_add_parameter (t, "", fee, cor_tracer_model_year (t));
}

void
cor_trace_station_price (CorTracer *t)
{
  const CorPricePath *path = t->in->use.path;
  double price, fee;

  if (t->key.index == 0 || !cor_tco_electric (t->in))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Price at stations with fee")), "p", t->in->fast[t->key.index], "yuan/kWh");
  if (!isnan (t->in->use.station_yuan_per_kwh))
    plan_price (t, t->in->use.station_yuan_per_kwh, path != NULL ? moved (t, path->station) : 0, _ ("Mean price of the stops"),
                COR_PARAM_STATION_PRICE, COR_PARAM_SERVICE_FEE);
  else if (isnan (t->in->prices[t->key.index][COR_PARAM_STATION_PRICE]))
    built_electricity (t, TRUE);
  else
    {
      price = cor_or (cor_tracer_add_parameter (t, "p", COR_PARAM_STATION_PRICE, price_year (t)), 0);
      fee = cor_or (cor_tracer_add_parameter (t, "f", COR_PARAM_SERVICE_FEE, price_year (t)), 0);
      cor_tracer_numbers (t, "# + #", price, fee);
    }
}

void
cor_trace_swap_price (CorTracer *t)
{
  double price = t->in->swap[t->key.index], fee;
  const CorPricePath *path = t->in->use.path;

  if (t->key.index == 0 || isnan (price) || !cor_tco_electric (t->in))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Price of swapping with fee")), "p", price, "yuan/kWh");
  if (!isnan (t->use->swap_yuan_per_kwh))
    {
      plan_price (t, t->in->use.swap_yuan_per_kwh, path != NULL ? moved (t, path->swap) : 0, _ ("Mean price of the swaps"),
                  COR_PARAM_STATION_PRICE, COR_PARAM_SWAP_FEE);
      return;
    }
  fee = cor_or (cor_tracer_add_parameter (t, "f", COR_PARAM_SWAP_FEE, price_year (t)), 0);
  cor_tracer_numbers (t, "# + #", price - fee, fee);
  if (isnan (cor_tracer_add_parameter (t, "p", COR_PARAM_STATION_PRICE, price_year (t))))
    add_tariffs (t, TRUE);
}

void
cor_trace_fuel_price (CorTracer *t)
{
  gboolean diesel = t->truck->powertrain == COR_POWERTRAIN_DIESEL;
  const double *p = t->in->prices[t->key.index];
  double price = p[diesel ? COR_PARAM_DIESEL_PRICE : COR_PARAM_HYDROGEN_PRICE], green = cor_or (p[COR_PARAM_GREEN_HYDROGEN], 0);

  if (t->key.index == 0 || isnan (price))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Price of fuel")), "p", price, diesel ? "yuan/L" : "yuan/kg");
  cor_tracer_numbers (t, "#", price);
  cor_tracer_add_parameter (t, "p", diesel ? COR_PARAM_DIESEL_PRICE : COR_PARAM_HYDROGEN_PRICE, price_year (t));
  if (diesel || !(green > 0))
    return;
  t->out->value = price + green * (p[COR_PARAM_HYDROGEN_GREEN_PRICE] - price);
  g_free (t->out->formula);
  t->out->formula = g_strdup ("p · (1 − g) + p<sub>g</sub> · g");
  cor_tracer_numbers (t, "# · (1 − #) + # · #", price, green, p[COR_PARAM_HYDROGEN_GREEN_PRICE], green);
  cor_tracer_add_parameter (t, "g", COR_PARAM_GREEN_HYDROGEN, price_year (t));
  cor_tracer_add_parameter (t, "p<sub>g</sub>", COR_PARAM_HYDROGEN_GREEN_PRICE, price_year (t));
}
