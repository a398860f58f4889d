/* cor-trace-station.c: what happens at a station, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-sum.h"

#include <glib/gi18n-lib.h>

static const char *
simulation (void)
{
  return _ ("Simulated days of all trucks at the stations, early and late by chance, first come first served");
}

/* A sum over the stops of all duties at the station. */
static void
sum_stops (CorTracer *t, const char *title, const char *formula, double value, const char *unit, CorTraceQuantity quantity, gboolean by_year)
{
  g_autoptr (CorTraceSum) terms = cor_trace_sum_new ();
  gboolean of_swaps = quantity == COR_TRACE_STATION_SWAPS || quantity == COR_TRACE_STATION_SWAPPED;

  cor_tracer_head (t, cor_tracer_title (t, title), formula, value, unit);
  for (guint i = 0; i < t->results->n_duties; i++)
    {
      const CorDutyResult *duty = &t->results->duties[i];
      int index = duty->n_alternatives > 0 ? duty->counted[t->year] : -1;
      const CorAlternative *truck = index < 0 ? NULL : duty->alternatives[index];
      double trips = duty->route != NULL ? duty->route->trips_per_day : 0, eta;
      double n = duty->duty->trucks * trips / MAX (1, lround (trips));

      if (truck == NULL || truck->plan == NULL || !truck->plan->feasible)
        continue;
      eta = cor_or (cor_param_table_value (truck->table, COR_PARAM_CHARGING_EFFICIENCY, cor_tracer_model_year (t)), 1);
      for (guint k = 0; k < truck->plan->n_stops; k++)
        {
          const CorPlanStop *stop = &truck->plan->stops[k];
          CorTraceKey child = { .quantity = quantity == COR_TRACE_STATION_DETOURS ? COR_TRACE_STOP_DETOUR : COR_TRACE_STOP_KWH,
                                .duty = i, .truck = index, .index = k };
          double days = by_year ? duty->route->days_per_year : 1;

          if (stop->station != (int) t->key.index || (of_swaps && stop->kind != COR_STOP_SWAP))
            continue;
          if (quantity == COR_TRACE_STATION_DETOURS)
            cor_trace_sum_add (terms, n, stop->detour_m / 1000, "d",
                               g_strdup_printf (_ ("%s: %g times a day"), cor_tracer_duty_label (t, duty), n), _ ("km a stop"), child);
          else if ((quantity == COR_TRACE_STATION_SOLD && stop->kind == COR_STOP_SWAP) || quantity == COR_TRACE_STATION_SWAPPED)
            cor_trace_sum_add (terms, n * days, stop->kwh, "e",
                               g_strdup_printf (_ ("%s: %g times a day"), cor_tracer_duty_label (t, duty), n), _ ("kWh a stop"), child);
          else if (quantity == COR_TRACE_STATION_DAY || quantity == COR_TRACE_STATION_YEAR || quantity == COR_TRACE_STATION_SOLD)
            cor_trace_sum_add (terms, n * days / eta, stop->kwh, "e",
                               g_strdup_printf (_ ("%s: %g times a day"), cor_tracer_duty_label (t, duty), n), _ ("kWh a stop"), child);
          else
            cor_trace_sum_add_entry (terms, n / duty->duty->trucks, duty->duty->trucks, "n", cor_tracer_duty_label (t, duty), _ ("trucks"),
                                     &duty->duty->item);
        }
    }
  cor_tracer_add_sum (t, terms, unit);
  if (t->out->inputs->len == 0)
    {
      cor_tracer_numbers (t, "#", 0.0);
      cor_tracer_add_found (t, "", _ ("Trucks that stop here"), 0, "", COR_TRACE_BY_NONE, cor_trace_plan_source (t));
    }
}

void
cor_trace_station_visits (CorTracer *t)
{
  sum_stops (t, _ ("Visits a day"), "Σ n<sub>i</sub>", t->traffic->visits_per_day, "", COR_TRACE_STATION_VISITS, FALSE);
}

void
cor_trace_station_swaps (CorTracer *t)
{
  sum_stops (t, _ ("Swaps a day"), "Σ n<sub>i</sub>", t->traffic->swaps_per_day, "", COR_TRACE_STATION_SWAPS, FALSE);
}

void
cor_trace_station_day (CorTracer *t)
{
  sum_stops (t, _ ("Energy a day"), "Σ n · e ÷ η", t->traffic->energy_kwh_per_day, "kWh", COR_TRACE_STATION_DAY, FALSE);
}

void
cor_trace_station_year (CorTracer *t)
{
  sum_stops (t, _ ("Energy a year"), "Σ n · D · e ÷ η", t->traffic->energy_kwh_per_year, "kWh", COR_TRACE_STATION_YEAR, TRUE);
}

/* Who swaps pays for what the battery holds, who plugs in for what the plug gives. */
void
cor_trace_station_sold (CorTracer *t)
{
  gboolean swaps_alone = t->traffic->swaps_per_day > 0 && t->traffic->swaps_per_day >= t->traffic->visits_per_day;

  sum_stops (t, _ ("Energy sold a year"), swaps_alone ? "Σ n · D · e" : "Σ n · D · e ÷ η", t->traffic->sold_kwh_per_year, "kWh",
             COR_TRACE_STATION_SOLD, TRUE);
}

void
cor_trace_station_swapped (CorTracer *t)
{
  sum_stops (t, _ ("Energy in swapped batteries a year"), "Σ n · D · e", t->traffic->swapped_kwh_per_year, "kWh", COR_TRACE_STATION_SWAPPED, TRUE);
}

/* What charging swapped batteries loses goes with them. */
void
cor_trace_station_swapped_share (CorTracer *t)
{
  const CorStationResult *s = t->traffic;

  if (!(s->energy_kwh_per_year > 0))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Share of its energy in swapped batteries")), "(E<sub>s</sub> + Q − E) ÷ Q", cor_station_swapped (s), "1");
  cor_tracer_numbers (t, "(# + # − #) ÷ #", s->swapped_kwh_per_year, s->energy_kwh_per_year, s->sold_kwh_per_year, s->energy_kwh_per_year);
  cor_tracer_add_own (t, "E<sub>s</sub>", _ ("Energy in swapped batteries a year"), s->swapped_kwh_per_year, "kWh", COR_TRACE_STATION_SWAPPED, t->key.index);
  cor_tracer_add_own (t, "Q", _ ("Energy a year"), s->energy_kwh_per_year, "kWh", COR_TRACE_STATION_YEAR, t->key.index);
  cor_tracer_add_own (t, "E", _ ("Energy sold a year"), s->sold_kwh_per_year, "kWh", COR_TRACE_STATION_SOLD, t->key.index);
}

void
cor_trace_station_detours (CorTracer *t)
{
  sum_stops (t, _ ("Detours a day of all trucks"), "Σ n · d", t->traffic->detour_km_per_day, "km", COR_TRACE_STATION_DETOURS, FALSE);
}

void
cor_tracer_add_station_size (CorTracer *t)
{
  CorStationDays days;
  g_autofree CorStationSpec *specs = cor_evaluate_station_specs (t->results, &days);
  const CorStationSpec *spec = &specs[t->key.index];
  const CorItem *item = &t->station->item;

  if (spec->plugs > 0)
    {
      cor_tracer_add_scenario (t, "", _ ("Plugs"), spec->plugs, "", item);
      cor_tracer_add_scenario (t, "", _ ("Power of a plug"), spec->power_kw, "kW", item);
    }
  if (spec->bays > 0)
    {
      cor_tracer_add_scenario (t, "", _ ("Swap bays"), spec->bays, "", item);
      cor_tracer_add_scenario (t, "", _ ("Batteries in stock"), spec->batteries, "", item);
      cor_tracer_add_parameter (t, "", COR_PARAM_STOCK_CHARGE, cor_tracer_model_year (t));
    }
  cor_tracer_add_scenario (t, "", _ ("Open hours"), spec->open_h, "h", item);
  cor_tracer_add_own (t, "n", _ ("Visits a day"), t->traffic->visits_per_day, "", COR_TRACE_STATION_VISITS, t->key.index);
  cor_tracer_add_own (t, "", _ ("Energy a day"), t->traffic->energy_kwh_per_day, "kWh", COR_TRACE_STATION_DAY, t->key.index);
  cor_tracer_add_parameter (t, "", COR_PARAM_HEADWAY, cor_tracer_model_year (t));
  cor_tracer_add_parameter (t, "", COR_PARAM_SPREAD, cor_tracer_model_year (t));
}

/* A figure of the simulated days. */
static void
simulated (CorTracer *t, const char *title, const char *formula, const char *symbol, double value, const char *unit)
{
  if (isnan (value))
    return;
  cor_tracer_head (t, cor_tracer_title (t, title), formula, value, unit);
  cor_tracer_numbers (t, "#", value);
  cor_tracer_add_found (t, symbol, title, value, unit, COR_TRACE_BY_SIMULATION, simulation ());
  cor_tracer_add_station_size (t);
}

void
cor_trace_station_wait (CorTracer *t)
{
  const CorStationResult *s = t->traffic;

  if (isnan (s->mean_wait_min) || !(s->visits_per_day > 0))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Mean wait")), "((n − n<sub>S</sub>) · w<sub>P</sub> + n<sub>S</sub> · w<sub>S</sub>) ÷ n", s->mean_wait_min, "min");
  cor_tracer_numbers (t, "((# − #) · # + # · #) ÷ #", s->visits_per_day, s->swaps_per_day, s->plug_wait_min, s->swaps_per_day, s->swap_wait_min, s->visits_per_day);
  cor_tracer_add_found (t, "w<sub>P</sub>", _ ("Mean wait at the plugs"), s->plug_wait_min, "min", COR_TRACE_BY_SIMULATION, simulation ());
  cor_tracer_add_found (t, "w<sub>S</sub>", _ ("Mean wait for a swap"), s->swap_wait_min, "min", COR_TRACE_BY_SIMULATION, simulation ());
  cor_tracer_add_own (t, "n<sub>S</sub>", _ ("Swaps a day"), s->swaps_per_day, "", COR_TRACE_STATION_SWAPS, t->key.index);
  cor_tracer_add_station_size (t);
}

void
cor_trace_station_p95 (CorTracer *t)
{
  simulated (t, _ ("Wait of which 95 in 100 are shorter"), _ ("w<sub>(r)</sub>, r = 1 + 0.95 · n, of n waits in order of size"), "w<sub>(r)</sub>", t->traffic->p95_wait_min, "min");
}

void
cor_trace_station_peak (CorTracer *t)
{
  simulated (t, _ ("Peak power"), _ ("max P<sub>q</sub> over the quarters of an hour of all simulated days"), "max P<sub>q</sub>", t->traffic->peak_kw, "kW");
}

/* Of the plugs, at a station without any of the bays. */
void
cor_trace_station_use (CorTracer *t)
{
  CorStationDays days;
  g_autofree CorStationSpec *specs = cor_evaluate_station_specs (t->results, &days);
  const CorStationSpec *spec = &specs[t->key.index];
  double n = spec->plugs > 0 ? spec->plugs : spec->bays, share = t->traffic->utilisation;

  if (isnan (share) || !(n * spec->open_h > 0))
    return;
  cor_tracer_head (t, cor_tracer_title (t, _ ("In use")), "H ÷ (N · h)", share, "1");
  cor_tracer_numbers (t, "# ÷ (# · #)", share * n * spec->open_h, n, spec->open_h);
  cor_tracer_add_found (t, "H", spec->plugs > 0 ? _ ("Hours a day that plugs are in use, together") : _ ("Hours a day that bays are in use, together"),
                        share * n * spec->open_h, "h", COR_TRACE_BY_SIMULATION, simulation ());
  cor_tracer_add_scenario (t, "N", spec->plugs > 0 ? _ ("Plugs") : _ ("Swap bays"), n, "", &t->station->item);
  cor_tracer_add_scenario (t, "h", _ ("Open hours"), spec->open_h, "h", &t->station->item);
  cor_tracer_add_station_size (t);
}

void
cor_trace_station_stock (CorTracer *t)
{
  simulated (t, _ ("Fewest full batteries"), _ ("min B<sub>t</sub> over all moments of the simulated days"), "min B<sub>t</sub>", t->traffic->lowest_stock, "");
}

void
cor_trace_station_power (CorTracer *t)
{
  const guint slots = COR_STATION_SLOTS / 24;
  double kw = 0;

  if (t->key.place >= 24)
    return;
  for (guint i = 0; i < slots; i++)
    kw += t->traffic->power_kw[t->key.place * slots + i] / slots;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Mean power in an hour of the day")), "Σ e<sub>h</sub> ÷ 1 h", kw, "kW");
  cor_tracer_numbers (t, "#", kw);
  cor_tracer_add_found (t, "", _ ("Energy that trucks take in that hour"), kw, "kWh", COR_TRACE_BY_SIMULATION, _ ("Charging plans of all trucks and the queue, over the simulated days"));
  cor_tracer_add_own (t, "", _ ("Energy a day"), t->traffic->energy_kwh_per_day, _ ("kWh a day"), COR_TRACE_STATION_DAY, t->key.index);
}
