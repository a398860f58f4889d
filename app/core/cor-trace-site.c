/* cor-trace-site.c: what the machines of a site come to together, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>

static guint
machine_index (const CorTracer *t, const CorYardLine *line)
{
  return (guint) cor_scenario_index (t->results->scenario, COR_ITEM_MACHINE, line->item->item.id);
}

static const char *
line_label (const CorTracer *t, const CorYardLine *line)
{
  const CorItem *item = &line->item->item;

  return item->name != NULL ? cor_item_label (item, t->zh) : cor_machine_kind_name (line->item->machine_kind);
}

/* A sum over the sorts of machines: @n of each times its figure. */
static void
sum (CorTracer *t,
     const char *title,
     const char *formula,
     double value,
     const char *unit,
     const char *line_unit,
     double (*figure) (const CorYardLine *line),
     gboolean each,
     CorTraceQuantity quantity)
{
  cor_tracer_head (t, cor_tracer_title (t, title), formula, value, unit);
  for (guint i = 0; i < t->yard->n_lines; i++)
    {
      const CorYardLine *line = &t->yard->lines[i];
      g_autofree char *label = NULL;

      if (line->problem != NULL)
        continue;
      label = each ? g_strdup_printf (_ ("%g × %s"), line->item->number, line_label (t, line)) : g_strdup (line_label (t, line));
      cor_tracer_add_term (t, each ? line->item->number : 1, figure (line));
      cor_tracer_add_child (t, "", label, figure (line), line_unit, (CorTraceKey){ .quantity = quantity, .index = machine_index (t, line) });
    }
  if (t->out->inputs->len == 0)
    g_clear_pointer (&t->out->title, g_free);
}

static double
number (const CorYardLine *line)
{
  return line->item->number;
}

static double
energy (const CorYardLine *line)
{
  return line->kwh_per_day;
}

static double
chargers (const CorYardLine *line)
{
  return line->chargers;
}

static double
charging (const CorYardLine *line)
{
  return line->charger_yuan + line->cabling_yuan;
}

static double
battery (const CorYardLine *line)
{
  return line->battery_yuan;
}

static double
diesel_t (const CorYardLine *line)
{
  return line->diesel_t;
}

static double
avoided (const CorYardLine *line)
{
  return line->diesel_t - line->electric_t;
}

void
cor_trace_site_machines (CorTracer *t)
{
  sum (t, _ ("Machines"), "Σ N<sub>i</sub>", t->yard->machines, "", "", number, FALSE, COR_TRACE_MACHINE_NUMBER);
}

void
cor_trace_site_energy (CorTracer *t)
{
  sum (t, _ ("Energy of a working day"), "Σ Q<sub>i</sub>", t->yard->total.kwh_per_day, _ ("kWh a day"), _ ("kWh a day"), energy, FALSE,
       COR_TRACE_MACHINE_ENERGY);
}

void
cor_trace_site_chargers (CorTracer *t)
{
  sum (t, _ ("Chargers"), "Σ n<sub>i</sub>", t->yard->total.chargers, "", "", chargers, FALSE, COR_TRACE_MACHINE_CHARGERS);
}

void
cor_trace_site_charging (CorTracer *t)
{
  sum (t, _ ("Chargers with cables"), "Σ C<sub>i</sub>", t->yard->total.charger_yuan + t->yard->total.cabling_yuan, "yuan", "yuan", charging,
       FALSE, COR_TRACE_MACHINE_CHARGING);
}

void
cor_trace_site_battery (CorTracer *t)
{
  sum (t, _ ("Batteries"), "Σ N<sub>i</sub> B<sub>i</sub>", t->yard->total.battery_yuan, "yuan", "yuan", battery, TRUE, COR_TRACE_MACHINE_BATTERY);
}

void
cor_trace_site_diesel_t (CorTracer *t)
{
  sum (t, _ ("Emissions, all machines diesel"), "Σ E<sub>i</sub>", t->yard->total.diesel_t, _ ("t CO₂e a year"), _ ("t CO₂e a year"), diesel_t,
       FALSE, COR_TRACE_MACHINE_DIESEL_T);
}

void
cor_trace_site_avoided (CorTracer *t)
{
  sum (t, _ ("Emissions avoided"), "Σ ΔE<sub>i</sub>", t->yard->total.diesel_t - t->yard->total.electric_t, _ ("t CO₂e a year"),
       _ ("t CO₂e a year"), avoided, FALSE, COR_TRACE_MACHINE_AVOIDED);
}

/* The machines in a quarter of an hour of the day. */
static void
add_machines_kw (CorTracer *t, guint quarter)
{
  CorTraceKey key = { .quantity = COR_TRACE_SITE_MACHINES_QUARTER, .index = t->key.index, .place = quarter };

  if (t->yard->n_lines > 0)
    cor_tracer_add_child (t, "P<sub>M</sub>", _ ("Machines"), t->yard->machines_kw[quarter], "kW", key);
}

static void
add_trucks_kw (CorTracer *t, double kw)
{
  cor_tracer_add_found (t, "P<sub>T</sub>", _ ("Trucks that charge here"), kw, "kW", COR_TRACE_BY_SEARCH, _ ("Their charging plans, one truck after the other; at night in the cheapest hours where a tariff names hours"));
}

/* The quarter of an hour in which @kw, with @more where there is, is highest. */
static guint
highest (const double *kw, const double *more)
{
  guint best = 0;

  for (guint i = 1; i < COR_STATION_SLOTS; i++)
    if (kw[i] + (more != NULL ? more[i] : 0) > kw[best] + (more != NULL ? more[best] : 0))
      best = i;
  return best;
}

/* Hours of the day from @from_h to @to_h in which chargers run that start at @start_h for @hours; either may pass midnight. */
static double
overlap (double from_h, double to_h, double start_h, double hours)
{
  double sum = 0;

  for (int day = -1; day <= (int) ((start_h + hours) / 24); day++)
    sum += fmax (0, fmin (to_h + 24 * day, start_h + hours) - fmax (from_h + 24 * day, start_h));
  return sum;
}

/* The mean power of the machines from hour to hour: of each sort its chargers, as long as they take in the day's energy. */
static void
machines_power (CorTracer *t, const char *title, double from_h, double to_h, double kw)
{
  g_autoptr (GString) numbers = g_string_new (NULL);
  double start;

  cor_tracer_head (t, cor_tracer_title (t, title), _ ("Σ n<sub>i</sub> · P<sub>i</sub> · share of the time in which they run, Q<sub>i</sub> ÷ (n<sub>i</sub> · P<sub>i</sub>) hours from h on"), kw, "kW");
  start = cor_tracer_add_known (t, "h", COR_PARAM_YARD_CHARGING_FROM);
  for (guint i = 0; i < t->yard->n_lines; i++)
    {
      const CorYardLine *line = &t->yard->lines[i];
      CorTraceKey key = { .index = machine_index (t, line) };
      double power = line->chargers * line->charger_kw, share;

      if (line->problem != NULL || !(power > 0))
        continue;
      share = overlap (from_h, to_h, start, fmin (line->kwh_per_day / power, 24)) / (to_h - from_h);
      if (!(share > 1e-9))
        continue;
      cor_tracer_numbers (t, "# · # · #", line->chargers, line->charger_kw, share);
      g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? " + " : "", t->out->numbers);
      key.quantity = COR_TRACE_MACHINE_CHARGERS;
      cor_tracer_add_child (t, "n<sub>i</sub>", line_label (t, line), line->chargers, _ ("chargers"), key);
      key.quantity = COR_TRACE_MACHINE_ENERGY;
      cor_tracer_add_child (t, "Q<sub>i</sub>", _ ("Energy of a working day"), line->kwh_per_day, _ ("kWh a day"), key);
      key.quantity = COR_TRACE_CHARGER_KW;
      key.place = cor_trace_charger_chosen (line);
      cor_tracer_add_child (t, "P<sub>i</sub>", _ ("Power of a charger"), line->charger_kw, "kW", key);
    }
  cor_tracer_set_numbers (t, numbers->len > 0 ? numbers->str : "0");
}

void
cor_trace_site_machines_quarter (CorTracer *t)
{
  const double per_h = COR_STATION_SLOTS / 24;
  guint slot = t->key.place;

  if (slot < COR_STATION_SLOTS)
    machines_power (t, _ ("Power of the machines in a quarter of an hour"), slot / per_h, (slot + 1) / per_h, t->yard->machines_kw[slot]);
}

void
cor_trace_site_machines_peak (CorTracer *t)
{
  guint at = highest (t->yard->machines_kw, NULL);

  cor_tracer_head (t, cor_tracer_title (t, _ ("Highest power of the machines")), "max<sub>h</sub> P<sub>M</sub>(h)", t->yard->machines_peak_kw, "kW");
  cor_tracer_numbers (t, "#", t->yard->machines_peak_kw);
  add_machines_kw (t, at);
  if (t->out->inputs->len == 0)
    cor_tracer_add_found (t, "", _ ("Machines"), 0, "", COR_TRACE_BY_NONE, _ ("The machines of this site"));
}

void
cor_trace_site_trucks_peak (CorTracer *t)
{
  cor_tracer_head (t, cor_tracer_title (t, _ ("Highest power of the trucks")), "max<sub>h</sub> P<sub>T</sub>(h)", t->yard->trucks_peak_kw, "kW");
  cor_tracer_numbers (t, "#", t->yard->trucks_peak_kw);
  add_trucks_kw (t, t->yard->trucks_peak_kw);
}

void
cor_trace_site_peak (CorTracer *t)
{
  guint at = highest (t->yard->machines_kw, t->yard->trucks_kw);

  cor_tracer_head (t, cor_tracer_title (t, _ ("Highest power of machines and trucks")), "max<sub>h</sub> (P<sub>M</sub>(h) + P<sub>T</sub>(h))",
                   t->yard->peak_kw, "kW");
  cor_tracer_numbers (t, "# + #", t->yard->machines_kw[at], t->yard->trucks_kw[at]);
  add_machines_kw (t, at);
  add_trucks_kw (t, t->yard->trucks_kw[at]);
}

void
cor_trace_site_added (CorTracer *t)
{
  CorTraceKey key = { .index = t->key.index };

  cor_tracer_head (t, cor_tracer_title (t, _ ("Power that the machines add")), "P − P<sub>T</sub>", t->yard->peak_kw - t->yard->trucks_peak_kw, "kW");
  cor_tracer_numbers (t, "# − #", t->yard->peak_kw, t->yard->trucks_peak_kw);
  key.quantity = COR_TRACE_SITE_PEAK;
  cor_tracer_add_child (t, "P", _ ("Highest power of machines and trucks"), t->yard->peak_kw, "kW", key);
  key.quantity = COR_TRACE_SITE_TRUCKS_PEAK;
  cor_tracer_add_child (t, "P<sub>T</sub>", _ ("Highest power of the trucks"), t->yard->trucks_peak_kw, "kW", key);
}

/* The mean over an hour of the day. */
static double
hour_mean (const double *kw, guint hour)
{
  const guint per_hour = COR_STATION_SLOTS / 24;
  double sum_kw = 0;

  for (guint i = 0; i < per_hour; i++)
    sum_kw += kw[hour * per_hour + i] / per_hour;
  return sum_kw;
}

void
cor_trace_site_machines_hour (CorTracer *t)
{
  if (t->key.place < 24)
    machines_power (t, _ ("Power of the machines in an hour"), t->key.place, t->key.place + 1, hour_mean (t->yard->machines_kw, t->key.place));
}

void
cor_trace_site_hour (CorTracer *t)
{
  double machines, trucks;

  if (t->key.place >= 24)
    return;
  machines = hour_mean (t->yard->machines_kw, t->key.place);
  trucks = hour_mean (t->yard->trucks_kw, t->key.place);
  cor_tracer_head (t, cor_tracer_title (t, _ ("Power of machines and trucks in an hour")), "P<sub>M</sub> + P<sub>T</sub>", machines + trucks, "kW");
  cor_tracer_numbers (t, "# + #", machines, trucks);
  cor_tracer_add_child (t, "P<sub>M</sub>", _ ("Machines"), machines, "kW",
                        (CorTraceKey){ .quantity = COR_TRACE_SITE_MACHINES_HOUR, .index = t->key.index, .place = t->key.place });
  add_trucks_kw (t, trucks);
}

/* One sort of machines with a share of them electric: a term and its inputs. */
static void
add_share (CorTracer *t, const CorYardLine *line, CorYardScenario scenario, int year, const CorFactorChoice *choice, GString *numbers)
{
  double kwh = line->kwh_per_day * line->item->days_per_year, litres = line->litres_per_day * line->item->days_per_year;
  const CorParamContext context = { .truck_type = line->item->machine_kind, .powertrain = -1 };
  double grid = cor_factor_choice_grid (choice, year), diesel = cor_factor_total (choice->diesel, year), share;

  cor_tracer_add_child (t, "Q", line_label (t, line), line->kwh_per_day, _ ("kWh a day"),
                        (CorTraceKey){ .quantity = COR_TRACE_MACHINE_ENERGY, .index = machine_index (t, line) });
  cor_tracer_add_scenario (t, "D", _ ("Days a year"), line->item->days_per_year, "", &line->item->item);
  share = cor_tracer_add_parameter_of (t, "s", (CorParamId) (COR_PARAM_ELECTRIFIED_BAU + scenario), &context, year);
  cor_tracer_add_parameter_of (t, "w", COR_PARAM_SHAFT_ENERGY, &context, 0);
  cor_tracer_numbers (t, "# · # · # + # · (1 − #) · #", kwh, share, grid, litres, share, diesel);
  g_string_append_printf (numbers, "%s%s", numbers->len > 0 ? " + " : "", t->out->numbers);
}

void
cor_trace_site_share (CorTracer *t)
{
  CorYardScenario scenario = t->key.place / 2;
  const CorYardInventory *inventory = scenario < COR_N_YARD_SCENARIOS ? &t->yard->inventory[scenario][t->key.place % 2] : NULL;
  g_autoptr (GString) numbers = g_string_new (NULL);
  g_autofree char *what = NULL;
  CorFactorChoice choice;

  if (inventory == NULL || !(t->yard->total.diesel_t > 0))
    return;
  cor_factor_choice_init (t->results, &choice);
  what = g_strdup_printf (_ ("Emissions of the machines, %s, %d"), cor_enum_name (cor_yard_scenario_values, (int) scenario), inventory->year);
  cor_tracer_head (t, cor_tracer_title (t, what), "Σ D · Q · (s · f<sub>E</sub> + (1 − s) ÷ w · f<sub>D</sub>) ÷ 1000", inventory->t, _ ("t CO₂e a year"));
  for (guint i = 0; i < t->yard->n_lines; i++)
    if (t->yard->lines[i].problem == NULL)
      add_share (t, &t->yard->lines[i], scenario, inventory->year, &choice, numbers);
  g_free (t->out->numbers);
  t->out->numbers = g_strdup (numbers->str);
  cor_tracer_divide (t, "1000");
  cor_tracer_add_electricity (t, &choice, "f<sub>E</sub>");
  cor_tracer_add_factor (t, "f<sub>D</sub>", choice.diesel, cor_factor_total (choice.diesel, inventory->year), "kg CO₂e/L");
}
