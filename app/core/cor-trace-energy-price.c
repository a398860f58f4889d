/* cor-trace-energy-price.c: what a kWh, a litre or a kg costs in a year, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-plan.h"
#include "cor-trace-tariff.h"

#include <glib/gi18n-lib.h>

/* (tariff + demand charge) ÷ share of energy in running cost − demand charge + capital of the charger. */
static void
built_electricity (CorTracer *t, gboolean fast)
{
  guint y = t->key.index;
  double share = cor_or (t->in->prices[y][fast ? COR_PARAM_FAST_ENERGY_SHARE : COR_PARAM_NIGHT_ENERGY_SHARE], 1);
  double demand = fast ? t->in->demand_fast[y] : t->in->demand_night[y], capital = cor_trace_capital_per_kwh (t), night, day, tariff;

  cor_tco_mean_tariffs (t->in->prices[y], &day, &night);
  tariff = fast ? day : cor_or (t->in->use.depot_tariff_yuan_per_kwh, night);
  cor_tracer_formula (t, "p = (t + δ) ÷ s − δ + k");
  cor_tracer_numbers (t, "(# + #) ÷ # − # + #", tariff, demand, share, demand, capital);
  if (fast || isnan (t->in->use.depot_tariff_yuan_per_kwh))
    cor_tracer_add_own (t, "t", _ ("Mean tariff of the hours"), tariff, "yuan/kWh", fast ? COR_TRACE_DAY_TARIFF : COR_TRACE_NIGHT_TARIFF, y);
  else
    cor_tracer_add_found (t, "t", _ ("Mean tariff of the hours"), tariff, "yuan/kWh", COR_TRACE_BY_SEARCH, _ ("Tariffs below in the cheapest hours that the depot has"));
  if (demand > 0)
    cor_tracer_add_own (t, "δ", _ ("Demand charge in a kWh"), demand, "yuan/kWh", fast ? COR_TRACE_FAST_DEMAND : COR_TRACE_NIGHT_DEMAND, y);
  cor_tracer_add_own (t, "k", _ ("Capital of the charger in a kWh"), capital, "yuan/kWh", COR_TRACE_CHARGER_CAPITAL, y);
  cor_tracer_add_parameter (t, "s", fast ? COR_PARAM_FAST_ENERGY_SHARE : COR_PARAM_NIGHT_ENERGY_SHARE, cor_tracer_price_year (t));
  if (!fast && !isnan (t->in->use.depot_tariff_yuan_per_kwh))
    cor_tracer_add_own (t, "", _ ("Mean tariff at night"), night, "yuan/kWh", COR_TRACE_NIGHT_TARIFF, y);
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

/* A mean price of the plan's stops when bought, and what the years since have added: their cards are @mean and @moved. */
static void
add_mean (CorTracer *t, CorTraceWay way, const char *label, double price, const double *path, CorTraceQuantity mean, CorTraceQuantity moved)
{
  gboolean planned = cor_trace_plan_has (t, way);
  double more = path == NULL || t->in->prices[t->key.index] == t->in->at[0] ? 0 : path[t->key.index];
  const char *more_label = _ ("More than in the year of purchase");

  cor_tracer_numbers (t, "#", price);
  if (planned)
    cor_tracer_add_own (t, "p", label, price, "yuan/kWh", mean, 0);
  else
    cor_tracer_add_found (t, "p", label, price, "yuan/kWh", COR_TRACE_BY_SEARCH, cor_trace_plan_source (t));
  if (more == 0)
    return;
  cor_tracer_formula (t, "p + Δ");
  cor_tracer_numbers (t, "# + #", price, more);
  if (planned)
    cor_tracer_add_own (t, "Δ", more_label, more, "yuan/kWh", moved, t->key.index);
  else
    cor_tracer_add_found (t, "Δ", more_label, more, "yuan/kWh", COR_TRACE_BY_SEARCH,
                          _ ("Price levels of tariffs, prices and fees of the year, at the same stops and hours"));
}

void
cor_trace_depot_price (CorTracer *t)
{
  const CorPricePath *path;

  if (t->key.index == 0 || !cor_tco_electric (t->in))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Price at the depot")), "p", t->in->night[t->key.index], "yuan/kWh");
  if (isnan (t->in->prices[t->key.index][COR_PARAM_DEPOT_PRICE]) && isnan (t->in->use.depot_yuan_per_kwh))
    {
      built_electricity (t, FALSE);
      return;
    }
  cor_tracer_numbers (t, "#", t->in->night[t->key.index]);
  path = t->in->use.path;
  if (isnan (t->in->use.depot_yuan_per_kwh))
    cor_tracer_add_parameter (t, "p", COR_PARAM_DEPOT_PRICE, cor_tracer_price_year (t));
  else
    add_mean (t, COR_TRACE_WAY_PRICED, _ ("Mean price of depot and sites"), t->in->use.depot_yuan_per_kwh, path != NULL ? path->depot : NULL,
              COR_TRACE_DEPOT_MEAN, COR_TRACE_DEPOT_MOVED);
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
    add_mean (t, COR_TRACE_WAY_PLUG, _ ("Mean price of the stops"), t->in->use.station_yuan_per_kwh, path != NULL ? path->station : NULL,
              COR_TRACE_PLUG_MEAN, COR_TRACE_PLUG_MOVED);
  else if (isnan (t->in->prices[t->key.index][COR_PARAM_STATION_PRICE]))
    built_electricity (t, TRUE);
  else
    {
      price = cor_or (cor_tracer_add_parameter (t, "p", COR_PARAM_STATION_PRICE, cor_tracer_price_year (t)), 0);
      fee = cor_or (cor_tracer_add_parameter (t, "f", COR_PARAM_SERVICE_FEE, cor_tracer_price_year (t)), 0);
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
      add_mean (t, COR_TRACE_WAY_SWAP, _ ("Mean price of the swaps"), t->in->use.swap_yuan_per_kwh, path != NULL ? path->swap : NULL,
                COR_TRACE_SWAP_MEAN, COR_TRACE_SWAP_MOVED);
      return;
    }
  fee = cor_or (cor_tracer_add_parameter (t, "f", COR_PARAM_SWAP_FEE, cor_tracer_price_year (t)), 0);
  cor_tracer_numbers (t, "# + #", price - fee, fee);
  if (isnan (cor_tracer_add_parameter (t, "p", COR_PARAM_STATION_PRICE, cor_tracer_price_year (t))))
    cor_tracer_add_own (t, "p", _ ("Mean tariff around the clock"), price - fee, "yuan/kWh", COR_TRACE_DAY_TARIFF, t->key.index);
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
  cor_tracer_add_parameter (t, "p", diesel ? COR_PARAM_DIESEL_PRICE : COR_PARAM_HYDROGEN_PRICE, cor_tracer_price_year (t));
  if (diesel || !(green > 0))
    return;
  t->out->value = price + green * (p[COR_PARAM_HYDROGEN_GREEN_PRICE] - price);
  cor_tracer_formula (t, "p · (1 − g) + p<sub>g</sub> · g");
  cor_tracer_numbers (t, "# · (1 − #) + # · #", price, green, p[COR_PARAM_HYDROGEN_GREEN_PRICE], green);
  cor_tracer_add_parameter (t, "g", COR_PARAM_GREEN_HYDROGEN, cor_tracer_price_year (t));
  cor_tracer_add_parameter (t, "p<sub>g</sub>", COR_PARAM_HYDROGEN_GREEN_PRICE, cor_tracer_price_year (t));
}
