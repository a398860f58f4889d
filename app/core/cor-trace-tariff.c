/* cor-trace-tariff.c: prices of power by hours, months and demand charge, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-tariff.h"

#include <glib/gi18n-lib.h>

#define HOURS_PER_YEAR 8760
#define MONTHS 12
#define DAYS 365

int
cor_tracer_price_year (const CorTracer *t)
{
  return t->in->prices[t->key.index] == t->in->at[0] ? cor_tracer_model_year (t) : cor_tracer_calendar_year (t, t->key.index);
}

/* A parameter of the year that prices are read in; its value, else 0. */
static double
priced (CorTracer *t, const char *symbol, CorParamId id)
{
  return cor_or (cor_tracer_add_parameter (t, symbol, id, cor_tracer_price_year (t)), 0);
}

/* Whether the year has electricity whose price is built up from tariffs. */
static gboolean
is_built (const CorTracer *t)
{
  return t->key.index > 0 && cor_tco_electric (t->in);
}

/* Four periods of the day, in one season; those of the summer that it has not of its own are the year's. */
typedef struct
{
  CorParamId hours[3], prices[4];
} Season;

static const Season year_round = { { COR_PARAM_HOURS_SUPER_PEAK, COR_PARAM_HOURS_PEAK, COR_PARAM_HOURS_VALLEY },
                                   { COR_PARAM_TARIFF_SUPER_PEAK, COR_PARAM_TARIFF_PEAK, COR_PARAM_TARIFF_VALLEY, COR_PARAM_TARIFF_FLAT } };
static const Season summer = { { COR_PARAM_SUMMER_HOURS_SUPER_PEAK, COR_PARAM_SUMMER_HOURS_PEAK, COR_PARAM_SUMMER_HOURS_VALLEY },
                               { COR_PARAM_SUMMER_SUPER_PEAK, COR_PARAM_SUMMER_PEAK, COR_PARAM_SUMMER_VALLEY, COR_PARAM_SUMMER_FLAT } };

static double
of_season (CorTracer *t, const Season *season, const char *symbol, CorParamId own, CorParamId otherwise)
{
  double value = cor_tracer_add_parameter (t, symbol, own, cor_tracer_price_year (t));

  return season == &summer && isnan (value) ? cor_or (t->in->prices[t->key.index][otherwise], 0) : cor_or (value, 0);
}

/* "(a · b + …) ÷ 24": hours of the periods at their prices, the rest of the day flat. */
static char *
season_day (CorTracer *t, const Season *season)
{
  static const char *const hours[3] = { "h<sub>S</sub>", "h<sub>P</sub>", "h<sub>V</sub>" };
  static const char *const prices[4] = { "p<sub>S</sub>", "p<sub>P</sub>", "p<sub>V</sub>", "p<sub>F</sub>" };
  double h[3], p[4];

  for (guint i = 0; i < G_N_ELEMENTS (h); i++)
    h[i] = of_season (t, season, hours[i], season->hours[i], year_round.hours[i]);
  for (guint i = 0; i < G_N_ELEMENTS (p); i++)
    p[i] = of_season (t, season, prices[i], season->prices[i], year_round.prices[i]);
  cor_tracer_numbers (t, "(# · # + # · # + # · # + (24 − # − # − #) · #) ÷ 24", h[0], p[0], h[1], p[1], h[2], p[2], h[0], h[1], h[2], p[3]);
  return g_strdup (t->out->numbers);
}

/* "v · a + (1 − v) · b": a night is in the valley but for a share. */
static char *
season_night (CorTracer *t, const Season *season)
{
  double valley = of_season (t, season, "p<sub>V</sub>", season->prices[2], year_round.prices[2]);
  double flat = of_season (t, season, "p<sub>F</sub>", season->prices[3], year_round.prices[3]);
  double share = season == &year_round ? cor_tracer_add_parameter (t, "v", COR_PARAM_NIGHT_VALLEY, cor_tracer_price_year (t))
                                       : t->in->prices[t->key.index][COR_PARAM_NIGHT_VALLEY];

  share = cor_or (share, 1);
  cor_tracer_numbers (t, "# · # + (1 − #) · #", share, valley, share, flat);
  return g_strdup (t->out->numbers);
}

/* The mean tariff around the clock or at night: of the year, the summer by its days, renewable power at its own price. */
static void
mean_tariff (CorTracer *t, const char *title, const char *formula, double value, char *(*season) (CorTracer *t, const Season *season))
{
  const double *p = t->in->prices[t->key.index];
  guint16 months = cor_tariff_summer (p);
  g_autoptr (GString) numbers = g_string_new (NULL), text = g_string_new (formula);
  g_autofree char *plain = NULL, *warm = NULL;
  double green = cor_or (p[COR_PARAM_GREEN_POWER], 0);

  cor_tracer_head (t, cor_tracer_title (t, title), formula, value, "yuan/kWh");
  plain = season (t, &year_round);
  g_string_assign (numbers, plain);
  if (months != 0)
    {
      g_autofree char *share = cor_tracer_number (cor_tariff_share (months));

      priced (t, "", COR_PARAM_SUMMER_FIRST);
      priced (t, "", COR_PARAM_SUMMER_LAST);
      warm = season (t, &summer);
      g_string_printf (numbers, "(%s) · (1 − %s) + (%s) · %s", plain, share, warm, share);
      g_string_append (text, _ ("; the summer by the share of its days"));
    }
  if (green > 0)
    {
      double price = (priced (t, "g", COR_PARAM_GREEN_POWER), priced (t, "p<sub>g</sub>", COR_PARAM_TARIFF_GREEN));
      g_autofree char *share = cor_tracer_number (green), *own = cor_tracer_number (price), *rest = g_strdup (numbers->str);

      g_string_printf (numbers, "(%s) · (1 − %s) + %s · %s", rest, share, own, share);
      g_string_append (text, _ ("; renewable power g at its own price"));
    }
  cor_tracer_formula (t, text->str);
  cor_tracer_set_numbers (t, numbers->str);
}

void
cor_trace_day_tariff (CorTracer *t)
{
  double night, day;

  cor_tco_mean_tariffs (t->in->prices[t->key.index], &day, &night);
  if (is_built (t) && !isnan (day))
    mean_tariff (t, _ ("Mean tariff around the clock"),
                 "(h<sub>S</sub> · p<sub>S</sub> + h<sub>P</sub> · p<sub>P</sub> + h<sub>V</sub> · p<sub>V</sub> + (24 − h<sub>S</sub> − h<sub>P</sub> − h<sub>V</sub>) · p<sub>F</sub>) ÷ 24",
                 day, season_day);
}

void
cor_trace_night_tariff (CorTracer *t)
{
  double night, day;

  cor_tco_mean_tariffs (t->in->prices[t->key.index], &day, &night);
  if (is_built (t) && !isnan (night))
    mean_tariff (t, _ ("Mean tariff at night"), "v · p<sub>V</sub> + (1 − v) · p<sub>F</sub>", night, season_night);
}

/* What a kW is billed over a year, by transformer and by highest demand, over the hours in which it is used. */
static void
demand (CorTracer *t, const char *title, double value, CorParamId hours)
{
  double transformer, transformer_billed, most, billed, months, used;

  if (!is_built (t) || !(value > 0))
    return;
  cor_tracer_head (t, cor_tracer_title (t, title), "(T · b<sub>T</sub> + M · b<sub>M</sub>) · n ÷ 12 ÷ h", value, "yuan/kWh");
  transformer = priced (t, "T", COR_PARAM_DEMAND_TRANSFORMER);
  transformer_billed = priced (t, "b<sub>T</sub>", COR_PARAM_DEMAND_TRANSFORMER_BILLED);
  most = priced (t, "M", COR_PARAM_DEMAND_MAX);
  billed = priced (t, "b<sub>M</sub>", COR_PARAM_DEMAND_MAX_BILLED);
  months = cor_or (cor_tracer_add_parameter (t, "n", COR_PARAM_DEMAND_MONTHS, cor_tracer_price_year (t)), MONTHS);
  used = priced (t, "h", hours);
  cor_tracer_numbers (t, "(# · # + # · #) · # ÷ 12 ÷ #", transformer, transformer_billed, most, billed, months, used);
}

void
cor_trace_night_demand (CorTracer *t)
{
  demand (t, _ ("Demand charge in a kWh at night"), t->in->demand_night[t->key.index], COR_PARAM_DEMAND_HOURS_NIGHT);
}

void
cor_trace_fast_demand (CorTracer *t)
{
  demand (t, _ ("Demand charge in a kWh of fast charging"), t->in->demand_fast[t->key.index], COR_PARAM_DEMAND_HOURS_FAST);
}

/* Hardware and installation as an annuity, over the kWh that the charger gives. */
void
cor_trace_charger_capital (CorTracer *t)
{
  const double *p = t->in->at[0];
  double hardware, installation, rate, life, used;

  if (!is_built (t))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Capital of the charger in a kWh")), "(h + i) · r ÷ (1 − (1 + r)<sup>−n</sup>) ÷ (s · 8,760)",
                   cor_trace_capital_per_kwh (t), "yuan/kWh");
  hardware = priced (t, "h", COR_PARAM_STATION_HARDWARE);
  installation = priced (t, "i", COR_PARAM_STATION_INSTALLATION);
  rate = cor_tracer_add_known (t, "r", COR_PARAM_STATION_RETURN);
  life = cor_or (cor_tracer_add_parameter (t, "n", COR_PARAM_STATION_LIFE, cor_tracer_model_year (t)), 1);
  cor_tracer_add_parameter (t, "s", COR_PARAM_STATION_UTILISATION, cor_tracer_model_year (t));
  used = cor_or (p[COR_PARAM_STATION_UTILISATION], 1);
  if (rate > 0)
    cor_tracer_numbers (t, "(# + #) · # ÷ (1 − (1 + #)^(#)) ÷ (# · 8,760)", hardware, installation, rate, rate, -life, used);
  else
    cor_tracer_numbers (t, "(# + #) ÷ # ÷ (# · 8,760)", hardware, installation, life, used);
  if (t->out->inputs->len == 0)
    cor_tracer_add_found (t, "h", _ ("Cost of the charger"), 0, "yuan/kW", COR_TRACE_BY_NONE, _ ("None is known here, so none is counted"));
}

double
cor_trace_capital_per_kwh (const CorTracer *t)
{
  const double *p = t->in->prices[t->key.index], *now = t->in->at[0];
  double yuan = cor_or (p[COR_PARAM_STATION_HARDWARE], 0) + cor_or (p[COR_PARAM_STATION_INSTALLATION], 0);

  return yuan * cor_station_annuity (cor_or (now[COR_PARAM_STATION_RETURN], 0), cor_or (now[COR_PARAM_STATION_LIFE], 1))
         / (cor_or (now[COR_PARAM_STATION_UTILISATION], 1) * HOURS_PER_YEAR);
}

/* The charge for a kW by the months of each season, their mean. */
static void
kw_price (CorTracer *t, const char *title, const CorTariffSheet *sheet, double value)
{
  cor_tracer_head (t, cor_tracer_title (t, title), "Σ n<sub>i</sub> m<sub>i</sub> ÷ 12", value, "yuan/kW/month");
  for (guint i = 0; sheet->seasons != NULL && i < sheet->seasons->len; i++)
    {
      const CorTariffSeason *season = &g_array_index (sheet->seasons, CorTariffSeason, i);
      g_autofree char *months = cor_tariff_months_text (season->months);
      /* Translators: months of a season: "7–9". */
      g_autofree char *label = g_strdup_printf (_ ("Demand charge in the months %s"), months);

      if (isnan (season->demand_yuan_per_kw_month))
        continue;
      cor_tracer_add_term (t, __builtin_popcount (season->months), season->demand_yuan_per_kw_month);
      cor_tracer_add_scenario (t, "m<sub>i</sub>", label, season->demand_yuan_per_kw_month, "yuan/kW/month", &sheet->item);
    }
  cor_tracer_divide (t, "12");
}

static const CorTariffSheet *
sheet_of (const CorTracer *t, const char *id)
{
  return (const CorTariffSheet *) cor_scenario_find (t->results->scenario, COR_ITEM_TARIFF, id);
}

void
cor_trace_station_kw_price (CorTracer *t)
{
  CorStationDemand charge;
  double row[COR_N_PARAMS];

  cor_evaluate_common_row (t->results, row);
  charge = cor_evaluate_station_demand (t->results, t->station, row);
  if (charge.own)
    kw_price (t, _ ("Demand charge of the station's tariff, mean of the months"), sheet_of (t, t->station->tariff), charge.yuan_per_kw_month);
}

/* That of the depot, else of the sites at which it charges while loading. */
void
cor_trace_depot_kw_price (CorTracer *t)
{
  const CorPlanStop places[] = { { .kind = COR_STOP_DEPOT }, { .kind = COR_STOP_SITE, .leg = 0 }, { .kind = COR_STOP_SITE, .leg = 1 } };
  double year = t->use->demand_yuan_per_kw;
  CorTariff tariff;

  for (guint i = 0; !isnan (year) && i < G_N_ELEMENTS (places); i++)
    {
      const char *id = cor_stop_tariff (t->results->scenario, t->duty->duty, t->duty->route, &places[i]);

      if (!cor_evaluate_tariff (t->results->scenario, id, cor_tracer_model_year (t), &tariff) || tariff.demand_yuan_per_kw_year != year)
        continue;
      kw_price (t, _ ("Demand charge of the depot's tariff, mean of the months"), sheet_of (t, id), year / MONTHS);
      return;
    }
}

/* Hours from @from_h to @to_h, which may pass midnight, that lie in a period of a season. */
static double
hours_in (const CorTariffSeason *season, CorTariffPeriod period, double from_h, double to_h)
{
  double sum = 0;

  for (guint slot = 0; slot < COR_TARIFF_SLOTS; slot++)
    for (int day = 0; day < 2; day++)
      {
        double start = (double) slot / COR_TARIFF_SLOTS_PER_H + day * COR_TARIFF_HOURS;

        if (season->period[slot] == period)
          sum += fmax (0, fmin (to_h, start + 1.0 / COR_TARIFF_SLOTS_PER_H) - fmax (from_h, start));
      }
  return sum;
}

/* The mean of the seasons by their days and of the periods by their hours in which the station is open. */
void
cor_trace_station_power_price (CorTracer *t)
{
  const CorTariffSheet *sheet = sheet_of (t, t->station->tariff);
  int year = cor_tracer_model_year (t);
  gboolean limited = !isnan (t->station->open_from_h + t->station->open_to_h);
  double from = limited ? t->station->open_from_h : 0, to = limited ? t->station->open_to_h : COR_TARIFF_HOURS, row[COR_N_PARAMS], level;
  g_autofree char *open = NULL;

  if (sheet == NULL || sheet->seasons == NULL)
    return;
  cor_evaluate_common_row (t->results, row);
  to += to > from ? 0 : COR_TARIFF_HOURS;
  level = cor_tariff_level (sheet, year);
  open = cor_tracer_number (to - from);
  cor_tracer_head (t, cor_tracer_title (t, _ ("Price of power, mean of the open hours")), _ ("Σ share of the days · hours · price ÷ open hours"),
                   cor_evaluate_station_power (t->results->scenario, t->station, row, year), "yuan/kWh");
  for (guint i = 0; i < sheet->seasons->len; i++)
    for (guint period = 0; period < COR_TARIFF_PERIODS; period++)
      {
        const CorTariffSeason *season = &g_array_index (sheet->seasons, CorTariffSeason, i);
        double hours = hours_in (season, period, from, to);

        if (hours > 0)
          cor_tracer_add_term (t, hours * cor_tariff_share (season->months), season->yuan_per_kwh[period] * level);
      }
  cor_tracer_divide (t, open);
  cor_tracer_add_tariff (t, t->station->tariff);
  cor_tracer_add_scenario (t, "", _ ("Open hours"), to - from, "h", &t->station->item);
}
