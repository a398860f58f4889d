/* cor-machines-results.c: energy, batteries, chargers, power, cost and CO₂ of a site's machines.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-machines-private.h"

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

static void
add_line (CorDataTable *table, const CorYardLine *line)
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
  number (table, line->kwh_per_day, 1);
  number (table, line->battery_kg, 0);
  number (table, line->battery_yuan, 0);
  number (table, line->charger_kw, 0);
  number (table, line->charge_h, 1);
  number (table, line->chargers, 0);
  number (table, line->charger_yuan + line->cabling_yuan, 0);
  number (table, line->electricity_yuan, 0);
  number (table, line->diesel_yuan, 0);
  number (table, line->off_market_yuan, 0);
  number (table, line->diesel_t - line->electric_t, 1);
  cor_data_table_text (table, g_strdup (cor_enum_name (cor_machine_advice_values, line->machine.advice)));
}

static void
add_charges (CorDataTable *table, const CorYardLine *line)
{
  for (guint i = 0; i < line->machine.n_charges; i++)
    {
      const CorMachineCharge *charge = &line->machine.charges[i];
      g_autofree char *id = g_strdup_printf ("%s-%u", line->item->item.id, i);

      cor_data_table_row (table, id);
      cor_data_table_text (table, line_name (line));
      number (table, charge->kw, 0);
      number (table, charge->hours, 1);
      cor_data_table_text (table, g_strdup (cor_enum_name (cor_machine_band_values, charge->band)));
      number (table, charge->yuan, 0);
    }
}

/* Hourly means of machines and trucks; the machines' columns, the sum as a line. */
static CorChart *
day_chart (const CorYard *yard)
{
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
      cor_chart_series_add (machines, hour, own);
      cor_chart_series_add (both, hour, own + trucks);
    }
  return chart;
}

static CorChart *
inventory_chart (const CorYard *yard)
{
  static const CorRole roles[] = { COR_ROLE_DIESEL, COR_ROLE_ELECTRIC };
  CorChart *chart = cor_chart_new (COR_CHART_BARS, _ ("What the machines emit by share of electric ones"), _ ("t CO₂e a year"));

  chart->empty = g_strdup (_ ("No machines yet"));
  chart->note = g_strdup (_ ("Shares of electric machines to 2025 and 2030: own assumption of this program, to be replaced in the prices "
                             "of the scenario."));
  for (guint i = 0; i < 2 && yard->total.diesel_t > 0; i++)
    {
      g_autofree char *name = g_strdup_printf ("%d", yard->inventory[0][i].year);
      CorChartSeries *series = cor_chart_add_series (chart, name, name, roles[i], COR_STYLE_THIN);

      cor_chart_series_add_part (series, _ ("All diesel"), roles[i], yard->total.diesel_t);
      for (int scenario = 0; scenario < COR_N_YARD_SCENARIOS; scenario++)
        cor_chart_series_add_part (series, cor_enum_name (cor_yard_scenario_values, scenario), roles[i],
                                   yard->inventory[scenario][i].t);
    }
  return chart;
}

/* Energy cost of a useful kWh, as the study compares it. */
static char *
price_sentence (const CorYard *yard)
{
  const CorMachine *machine = NULL;

  for (guint i = 0; i < yard->n_lines && machine == NULL; i++)
    if (yard->lines[i].problem == NULL)
      machine = &yard->lines[i].machine;
  if (machine == NULL)
    return g_strdup ("");
  return g_strdup_printf (cor_units_money (_ ("A useful kWh costs %.2f yuan from the grid, %.2f with a charging service, %.2f from "
                                               "diesel, %.2f from diesel off the market.")),
                          machine->electricity_yuan_per_kwh, machine->station_yuan_per_kwh, machine->diesel_yuan_per_kwh,
                          machine->off_market_diesel_yuan_per_kwh);
}

static void
say_summary (CorMachinesWindow *self, const CorYard *yard)
{
  const CorYardLine *total = &yard->total;
  g_autofree char *machines = cor_format_number (yard->machines, 0), *kwh = cor_format_number (total->kwh_per_day, 0);
  g_autofree char *chargers = cor_format_number (total->chargers, 0);
  g_autofree char *cost = cor_format_money (total->charger_yuan + total->cabling_yuan, NULL);
  g_autofree char *own = cor_format_number (yard->machines_peak_kw, 0), *trucks = cor_format_number (yard->trucks_peak_kw, 0);
  g_autofree char *peak = cor_format_number (yard->peak_kw, 0), *added = cor_format_number (yard->peak_kw - yard->trucks_peak_kw, 0);
  g_autofree char *avoided = cor_format_number (total->diesel_t - total->electric_t, 1), *price = price_sentence (yard);
  g_autofree char *battery = cor_format_money (total->battery_yuan, NULL);
  g_autofree char *text = NULL;

  if (yard->n_lines == 0)
    {
      text = yard->trucks_peak_kw > 0 ? g_strdup_printf (_ ("Trucks draw up to %s kW here."), trucks)
                                      : g_strdup (_ ("Nothing draws power here yet."));
      gtk_label_set_text (self->summary, text);
      return;
    }
  text = g_strdup_printf (_ ("%s machines take %s kWh a day. %s chargers with cables cost %s, batteries %s at the prices by mass that the study prints. Machines draw up to %s kW, trucks "
                             "up to %s kW, both together up to %s kW: the machines add %s kW. Electric machines avoid %s t CO₂e a year. %s A "
                             "lithium battery adds at most 10 %% to the mass of a machine, a lead-acid one up to 65 %%."),
                          machines, kwh, chargers, cost, battery, own, trucks, peak, added, avoided, price);
  gtk_label_set_text (self->summary, text);
}

static void
say_factors (CorMachinesWindow *self, const CorResults *results)
{
  gboolean zh = cor_format_is_chinese (NULL);
  g_autofree char *grid = cor_results_grid_label (results, zh);
  g_autofree char *diesel = cor_factor_label (results->diesel, results->first_year + (int) results->year, zh);
  g_autofree char *text
    = g_strdup_printf (_ ("kWh a day = rated power × share used × hours (Nankai University and CATARC 2023). Electricity: %s. Diesel: %s.%s"),
                       grid, diesel, results->scopes_agree ? "" : _ (" ⚠ The scopes of electricity and diesel differ."));

  gtk_label_set_text (self->factors, text);
}

void
cor_machines_fill_results (CorMachinesWindow *self, const CorResults *results, const char *site)
{
  g_autoptr (CorYard) yard = NULL;
  CorFactorChoice choice;

  cor_factor_choice_init (results, &choice);
  yard = cor_yard_new (results, site, &choice);
  for (guint i = 0; i < yard->n_lines; i++)
    add_line (self->table, &yard->lines[i]);
  cor_data_table_show (self->table);
  for (guint i = 0; i < yard->n_lines; i++)
    add_charges (self->charges, &yard->lines[i]);
  cor_data_table_show (self->charges);
  cor_chart_view_set_chart (self->day, day_chart (yard));
  cor_chart_view_set_chart (self->inventory, inventory_chart (yard));
  gtk_widget_set_visible (self->of_machines, yard->n_lines > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->table_bin), yard->n_lines > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->day), yard->n_lines > 0 || yard->trucks_peak_kw > 0);
  say_summary (self, yard);
  say_factors (self, results);
}
