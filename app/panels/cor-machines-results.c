/* cor-machines-results.c: energy, batteries, chargers, power, cost and CO₂ of a site's machines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-machines-private.h"

#include "cor-card.h"
#include "cor-chart-cards.h"
#include "cor-figures.h"
#include "cor-format.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

void
cor_machines_init_results (CorMachinesWindow *self)
{
  static const struct
  {
    const char *title, *key;
  } columns[] = {
    { N_ ("Number"), "number" },
    { N_ ("kWh a day"), "kwh_per_day" },
    { N_ ("battery, kg each"), "battery_kg" },
    { N_ ("battery, yuan each"), "battery_yuan" },
    { N_ ("charger, kW"), "charger_kw" },
    { N_ ("hours"), "charge_h" },
    { N_ ("chargers"), "chargers" },
    { N_ ("chargers and cables, yuan"), "charging_yuan" },
    { N_ ("electricity, yuan a year"), "electricity_yuan_per_year" },
    { N_ ("diesel, yuan a year"), "diesel_yuan_per_year" },
    { N_ ("off-market diesel"), "off_market_diesel_yuan_per_year" },
    { N_ ("avoided, t CO₂e"), "avoided_tco2e_per_year" },
  };

  self->table = COR_DATA_TABLE (cor_data_table_new (_ ("Machines of a Site")));
  cor_data_table_add_column (self->table, _ ("Machines"), "machine", FALSE);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    cor_data_table_add_column (self->table, cor_units_money (_ (columns[i].title)), columns[i].key, TRUE);
  cor_data_table_add_column (self->table, _ ("Advice by power"), "advice", FALSE);
  adw_bin_set_child (self->table_bin, GTK_WIDGET (self->table));
  self->charges = COR_DATA_TABLE (cor_data_table_new (_ ("Hours to charge one machine, by charger")));
  cor_data_table_add_column (self->charges, _ ("Machines"), "machine", FALSE);
  cor_data_table_add_column (self->charges, _ ("charger, kW"), "charger_kw", TRUE);
  cor_data_table_add_column (self->charges, _ ("hours"), "charge_h", TRUE);
  cor_data_table_add_column (self->charges, _ ("Band"), "band", FALSE);
  cor_data_table_add_column (self->charges, _ ("Price of a charger"), "charger_yuan", TRUE);
  adw_bin_set_child (self->charges_bin, GTK_WIDGET (self->charges));
}

static char *
line_name (const CorYardLine *line)
{
  const CorItem *item = &line->item->item;

  return g_strdup (item->name != NULL ? cor_item_label (item, cor_format_is_chinese (NULL))
                                      : cor_machine_kind_name (line->item->machine_kind));
}

static void
number (CorDataTable *table, double value, int decimals)
{
  cor_data_table_number (table, value, cor_format_number (value, decimals));
}

/* The figures of a line from left to right, with their decimals. */
static void
add_figures (CorDataTable *table, const CorResults *results, const CorYardLine *line, CorTraceKey key)
{
  const struct
  {
    double value;
    int decimals;
    CorTraceQuantity quantity;
  } cells[] = { { line->kwh_per_day, 1, COR_TRACE_MACHINE_ENERGY },
                { line->battery_kg, 0, COR_TRACE_MACHINE_BATTERY_KG },
                { line->battery_yuan, 0, COR_TRACE_MACHINE_BATTERY },
                { line->charger_kw, 0, COR_TRACE_CHARGER_KW },
                { line->charge_h, 1, COR_TRACE_CHARGER_HOURS },
                { line->chargers, 0, COR_TRACE_MACHINE_CHARGERS },
                { line->charger_yuan + line->cabling_yuan, 0, COR_TRACE_MACHINE_CHARGING },
                { line->electricity_yuan, 0, COR_TRACE_MACHINE_ELECTRICITY },
                { line->diesel_yuan, 0, COR_TRACE_MACHINE_DIESEL },
                { line->off_market_yuan, 0, COR_TRACE_MACHINE_OFF_MARKET },
                { line->diesel_t - line->electric_t, 1, COR_TRACE_MACHINE_AVOIDED } };

  key.place = cor_trace_charger_chosen (line);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      number (table, cells[i].value, cells[i].decimals);
      key.quantity = cells[i].quantity;
      cor_data_table_explain (table, results, key);
    }
}

static CorTraceKey
key_of (const CorResults *results, const CorYardLine *line)
{
  return (CorTraceKey){ .quantity = COR_TRACE_MACHINE_NUMBER,
                        .index = (guint) cor_scenario_index (results->scenario, COR_ITEM_MACHINE, line->item->item.id) };
}

static void
add_line (CorDataTable *table, const CorResults *results, const CorYardLine *line)
{
  cor_data_table_row (table, line->item->item.id);
  cor_data_table_text (table, line_name (line));
  number (table, line->item->number, 0);
  if (line->problem != NULL)
    {
      for (guint i = 0; i < 11; i++)
        cor_data_table_number (table, NAN, NULL);
      cor_data_table_text (table, g_strdup (line->problem));
      return;
    }
  cor_data_table_explain (table, results, key_of (results, line));
  add_figures (table, results, line, key_of (results, line));
  cor_data_table_text (table, g_strdup (cor_enum_name (cor_machine_advice_values, line->machine.advice)));
}

static void
add_charges (CorDataTable *table, const CorResults *results, const CorYardLine *line)
{
  CorTraceKey key = key_of (results, line);

  for (key.place = 0; key.place < line->machine.n_charges; key.place++)
    {
      const CorMachineCharge *charge = &line->machine.charges[key.place];
      g_autofree char *id = g_strdup_printf ("%s-%u", line->item->item.id, key.place);

      cor_data_table_row (table, id);
      cor_data_table_text (table, line_name (line));
      number (table, charge->kw, 0);
      key.quantity = COR_TRACE_CHARGER_KW;
      cor_data_table_explain (table, results, key);
      number (table, charge->hours, 1);
      key.quantity = COR_TRACE_CHARGER_HOURS;
      cor_data_table_explain (table, results, key);
      cor_data_table_text (table, g_strdup (cor_enum_name (cor_machine_band_values, charge->band)));
      number (table, charge->yuan, 0);
      key.quantity = COR_TRACE_CHARGER_YUAN;
      cor_data_table_explain (table, results, key);
    }
}

/* Hourly means of machines and trucks; the machines' columns, the sum as a line. */
static CorChart *
day_chart (const CorResults *results, const CorYard *yard, const char *site)
{
  CorTraceKey key = { .index = (guint) MAX (0, cor_scenario_index (results->scenario, COR_ITEM_SITE, site)) };
  CorChart *chart = cor_chart_new (COR_CHART_DAY, _ ("Power of the site over the day"), _ ("kW"));
  CorChartSeries *machines = cor_chart_add_series (chart, "machines", _ ("machines"), COR_ROLE_ELECTRIC, COR_STYLE_THIN);
  CorChartSeries *both = cor_chart_add_series (chart, "both", _ ("with trucks"), COR_ROLE_SWAP, COR_STYLE_LINE);
  const guint per_hour = COR_STATION_SLOTS / 24;

  chart->empty = g_strdup (_ ("No machines yet"));
  for (guint hour = 0; yard->peak_kw > 0 && hour < 24; hour++)
    {
      double own = 0, trucks = 0;

      for (guint i = 0; i < per_hour; i++)
        {
          own += yard->machines_kw[hour * per_hour + i] / per_hour;
          trucks += yard->trucks_kw[hour * per_hour + i] / per_hour;
        }
      key.place = hour;
      key.quantity = COR_TRACE_SITE_MACHINES_HOUR;
      cor_chart_point_explain (chart, cor_chart_series_add (machines, hour, own), results, key);
      key.quantity = COR_TRACE_SITE_HOUR;
      cor_chart_point_explain (chart, cor_chart_series_add (both, hour, own + trucks), results, key);
    }
  return chart;
}

static CorChart *
inventory_chart (const CorResults *results, const CorYard *yard, const char *site)
{
  CorTraceKey key = { .index = (guint) MAX (0, cor_scenario_index (results->scenario, COR_ITEM_SITE, site)) };
  static const CorRole roles[] = { COR_ROLE_DIESEL, COR_ROLE_ELECTRIC };
  CorChart *chart = cor_chart_new (COR_CHART_BARS, _ ("What the machines emit by share of electric ones"), _ ("t CO₂e a year"));

  chart->empty = g_strdup (_ ("No machines yet"));
  chart->note = g_strdup (_ ("Shares of electric machines to 2025 and 2030: own assumption of this program, to be replaced in the prices "
                             "of the scenario."));
  for (guint i = 0; i < 2 && yard->total.diesel_t > 0; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", yard->inventory[0][i].year);
      CorChartSeries *series = cor_chart_add_series (chart, name, name, roles[i], COR_STYLE_THIN);

      key.quantity = COR_TRACE_SITE_DIESEL_T;
      cor_chart_point_explain (chart, cor_chart_series_add_part (series, _ ("All diesel"), roles[i], yard->total.diesel_t), results, key);
      key.quantity = COR_TRACE_SITE_SHARE;
      for (int scenario = 0; scenario < COR_N_YARD_SCENARIOS; scenario++)
        {
          key.place = (guint) scenario * 2 + i;
          cor_chart_point_explain (chart,
                                   cor_chart_series_add_part (series, cor_enum_name (cor_yard_scenario_values, scenario), roles[i],
                                                              yard->inventory[scenario][i].t),
                                   results, key);
        }
    }
  return chart;
}

/* What the figures of the sentence are, in its order; those of prices are of the first machines that have any. */
static const CorTraceQuantity of_site[] = { COR_TRACE_SITE_MACHINES, COR_TRACE_SITE_ENERGY, COR_TRACE_SITE_CHARGERS, COR_TRACE_SITE_CHARGING,
                                            COR_TRACE_SITE_BATTERY, COR_TRACE_SITE_MACHINES_PEAK, COR_TRACE_SITE_TRUCKS_PEAK,
                                            COR_TRACE_SITE_PEAK, COR_TRACE_SITE_ADDED, COR_TRACE_SITE_AVOIDED };
static const CorTraceQuantity of_prices[] = { COR_TRACE_MACHINE_GRID_PRICE, COR_TRACE_MACHINE_STATION_PRICE, COR_TRACE_MACHINE_DIESEL_PRICE,
                                              COR_TRACE_MACHINE_OFF_PRICE };

#define N_SITE G_N_ELEMENTS (of_site)
#define N_PRICES G_N_ELEMENTS (of_prices)

static const CorYardLine *
priced_line (const CorYard *yard)
{
  for (guint i = 0; i < yard->n_lines; i++)
    if (yard->lines[i].problem == NULL)
      return &yard->lines[i];
  return NULL;
}

/* Energy cost of a useful kWh, as the study compares it. */
static char *
price_sentence (const CorYardLine *line)
{
  const CorMachine *machine = line != NULL ? &line->machine : NULL;
  g_autofree char *grid = NULL, *station = NULL, *diesel = NULL, *off_market = NULL;

  if (machine == NULL)
    return g_strdup ("");
  grid = cor_card_link (g_strdup_printf ("%.2f", machine->electricity_yuan_per_kwh), N_SITE);
  station = cor_card_link (g_strdup_printf ("%.2f", machine->station_yuan_per_kwh), N_SITE + 1);
  diesel = cor_card_link (g_strdup_printf ("%.2f", machine->diesel_yuan_per_kwh), N_SITE + 2);
  off_market = cor_card_link (g_strdup_printf ("%.2f", machine->off_market_diesel_yuan_per_kwh), N_SITE + 3);
  return g_strdup_printf (cor_units_money (_ ("A useful kWh costs %s yuan from the grid, %s with a charging service, %s from diesel, %s "
                                               "from diesel off the market.")),
                          grid, station, diesel, off_market);
}

static void
set_figures (const CorResults *results, const CorYard *yard, const char *site, CorMark *figures)
{
  const CorYardLine *line = priced_line (yard);
  guint at = (guint) MAX (0, cor_scenario_index (results->scenario, COR_ITEM_SITE, site));

  for (guint i = 0; i < N_SITE + N_PRICES; i++)
    figures[i].results = (CorResults *) results;
  for (guint i = 0; i < N_SITE; i++)
    figures[i].key = (CorTraceKey){ .quantity = of_site[i], .index = at };
  for (guint i = 0; i < N_PRICES && line != NULL; i++)
    {
      figures[N_SITE + i].key = key_of (results, line);
      figures[N_SITE + i].key.quantity = of_prices[i];
    }
}

static char *
sum_sentence (const CorYard *yard)
{
  const CorYardLine *total = &yard->total;
  g_autofree char *machines = cor_card_link (cor_format_number (yard->machines, 0), 0);
  g_autofree char *kwh = cor_card_link (cor_format_number (total->kwh_per_day, 0), 1);
  g_autofree char *chargers = cor_card_link (cor_format_number (total->chargers, 0), 2);
  g_autofree char *cost = cor_card_link (cor_format_money (total->charger_yuan + total->cabling_yuan, NULL), 3);
  g_autofree char *battery = cor_card_link (cor_format_money (total->battery_yuan, NULL), 4);
  g_autofree char *own = cor_card_link (cor_format_number (yard->machines_peak_kw, 0), 5);
  g_autofree char *trucks = cor_card_link (cor_format_number (yard->trucks_peak_kw, 0), 6);
  g_autofree char *peak = cor_card_link (cor_format_number (yard->peak_kw, 0), 7);
  g_autofree char *added = cor_card_link (cor_format_number (yard->peak_kw - yard->trucks_peak_kw, 0), 8);
  g_autofree char *avoided = cor_card_link (cor_format_number (total->diesel_t - total->electric_t, 1), 9);
  g_autofree char *price = price_sentence (priced_line (yard));

  if (yard->n_lines == 0)
    return yard->trucks_peak_kw > 0 ? g_strdup_printf (_ ("Trucks draw up to %s kW here."), trucks) : g_strdup (_ ("Nothing draws power here yet."));
  return g_strdup_printf (_ ("%s machines take %s kWh a day. %s chargers with cables cost %s, batteries %s at the prices by mass that the study prints. Machines draw up to %s kW, trucks "
                             "up to %s kW, both together up to %s kW: the machines add %s kW. Electric machines avoid %s t CO₂e a year. %s A "
                             "lithium battery adds at most 10 %% to the mass of a machine, a lead-acid one up to 65 %%."),
                          machines, kwh, chargers, cost, battery, own, trucks, peak, added, avoided, price);
}

static void
say_summary (CorMachinesWindow *self, const CorResults *results, const CorYard *yard, const char *site)
{
  g_autofree char *text = sum_sentence (yard);
  CorMark figures[N_SITE + N_PRICES] = { 0 };

  set_figures (results, yard, site, figures);
  cor_card_set_sentence (self->summary, text, figures, G_N_ELEMENTS (figures));
}

static void
say_factors (CorMachinesWindow *self, const CorResults *results)
{
  g_autoptr (GArray) marks = cor_figures_marks_new ();
  g_autofree char *grid = cor_figures_link_factor (marks, results, COR_POWERTRAIN_BET);
  g_autofree char *diesel = cor_figures_link_factor (marks, results, COR_POWERTRAIN_DIESEL);
  g_autofree char *text
    = g_strdup_printf (_ ("kWh a day = rated power × share used × hours (Nankai University and CATARC 2023). Electricity: %s. Diesel: %s.%s"),
                       grid, diesel, results->scopes_agree ? "" : _ (" ⚠ The scopes of electricity and diesel differ."));

  cor_card_set_sentence (self->factors, text, (const CorMark *) (void *) marks->data, marks->len);
}

void
cor_machines_fill_results (CorMachinesWindow *self, const CorResults *results, const char *site)
{
  g_autoptr (CorYard) yard = NULL;
  CorFactorChoice choice;

  cor_factor_choice_init (results, &choice);
  yard = cor_yard_new (results, site, &choice);
  for (guint i = 0; i < yard->n_lines; i++)
    add_line (self->table, results, &yard->lines[i]);
  cor_data_table_show (self->table);
  for (guint i = 0; i < yard->n_lines; i++)
    add_charges (self->charges, results, &yard->lines[i]);
  cor_data_table_show (self->charges);
  cor_chart_view_set_chart (self->day, day_chart (results, yard, site));
  cor_chart_view_set_chart (self->inventory, inventory_chart (results, yard, site));
  gtk_widget_set_visible (self->of_machines, yard->n_lines > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->table_bin), yard->n_lines > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->day), yard->n_lines > 0 || yard->trucks_peak_kw > 0);
  say_summary (self, results, yard, site);
  say_factors (self, results);
}
