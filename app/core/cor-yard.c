/* cor-yard.c: the electric machines of a site.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-yard.h"

#include "cor-yard-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

const CorEnumValue cor_yard_scenario_values[] = {
  { COR_YARD_BAU, "bau", N_ ("Business as usual") },
  { COR_YARD_BASELINE, "baseline", N_ ("Baseline") },
  { COR_YARD_ENHANCED, "enhanced", N_ ("Enhanced") },
  { 0, NULL, NULL },
};

static guint
site_layers (const CorResults *results, CorParamLayer **layers)
{
  const CorHead *head = cor_scenario_head (results->scenario);

  layers[0] = results->defaults;
  layers[1] = head->parameters;
  return head->parameters != NULL ? 2 : 1;
}

/* The charger that the item names, else the smallest that fills in a shift, else in the night. */
static void
choose_charger (const CorYardMachine *item, CorYardLine *line)
{
  const CorMachineCharge *best = NULL;

  for (guint i = 0; i < line->machine.n_charges; i++)
    {
      const CorMachineCharge *charge = &line->machine.charges[i];

      if (best == NULL || (!isnan (item->charger_kw) && fabs (charge->kw - item->charger_kw) < fabs (best->kw - item->charger_kw))
          || (isnan (item->charger_kw) && charge->band < best->band)
          || (isnan (item->charger_kw) && charge->band == COR_MACHINE_LONGER && best->band == COR_MACHINE_LONGER))
        best = charge;
    }
  if (best == NULL)
    return;
  line->charger_kw = best->kw;
  line->charge_h = best->hours;
  line->band = best->band;
  line->charger_yuan = best->yuan;
}

/* Chargers are shared over the window; a charge that is longer than it keeps its own. */
static void
count_chargers (CorYardLine *line, const double *row)
{
  double window = row[COR_PARAM_YARD_CHARGING_WINDOW];
  double share = fmin (1, line->charge_h / window);

  line->chargers = ceil (line->item->number * share - 1e-9);
  line->charger_yuan *= line->chargers;
  line->cabling_yuan = line->chargers * line->charger_kw * row[COR_PARAM_YARD_CABLING];
}

static void
fill_battery (CorYardLine *line)
{
  gboolean lithium = line->item->battery == COR_MACHINE_LITHIUM;

  line->battery_kwh = line->machine.energy_kwh;
  line->battery_kg = lithium ? line->machine.lithium_kg : line->machine.lead_acid_kg;
  line->battery_yuan = lithium ? line->machine.lithium_yuan : line->machine.lead_acid_yuan;
}

static void
fill_line (const CorResults *results, const CorFactorChoice *choice, const double *row, CorYardLine *line)
{
  const CorYardMachine *item = line->item;
  CorParamLayer *layers[2];
  guint n_layers = site_layers (results, layers);
  g_autoptr (GError) error = NULL;
  int year = results->first_year + (int) results->year;

  if (!cor_machine_evaluate (layers, n_layers, item->machine_kind, item->power_kw, item->load_share, item->hours_per_day,
                             &line->machine, &error))
    {
      line->problem = g_strdup (isnan (item->power_kw)        ? _ ("give its rated power")
                                : isnan (item->hours_per_day) ? _ ("give its hours a day")
                                                              : error->message);
      return;
    }
  line->kwh_per_day = item->number * line->machine.energy_kwh;
  line->litres_per_day = item->number * line->machine.diesel_l;
  fill_battery (line);
  choose_charger (item, line);
  count_chargers (line, row);
  line->electricity_yuan = line->kwh_per_day * item->days_per_year * line->machine.electricity_yuan_per_kwh;
  line->diesel_yuan = line->kwh_per_day * item->days_per_year * line->machine.diesel_yuan_per_kwh;
  line->off_market_yuan = line->kwh_per_day * item->days_per_year * line->machine.off_market_diesel_yuan_per_kwh;
  line->electric_t
    = cor_emission_of (choice, COR_POWERTRAIN_BET, line->kwh_per_day * item->days_per_year, year).wtw_kg / 1000;
  line->diesel_t
    = cor_emission_of (choice, COR_POWERTRAIN_DIESEL, line->litres_per_day * item->days_per_year, year).wtw_kg / 1000;
}

static void
add_total (CorYard *yard, const CorYardLine *line)
{
  CorYardLine *total = &yard->total;

  yard->machines += line->item->number;
  yard->kwh_per_year += line->kwh_per_day * line->item->days_per_year;
  total->kwh_per_day += line->kwh_per_day;
  total->litres_per_day += line->litres_per_day;
  total->battery_kwh += line->item->number * line->battery_kwh;
  total->battery_kg += line->item->number * line->battery_kg;
  total->battery_yuan += line->item->number * line->battery_yuan;
  total->chargers += line->chargers;
  total->charger_yuan += line->charger_yuan;
  total->cabling_yuan += line->cabling_yuan;
  total->electricity_yuan += line->electricity_yuan;
  total->diesel_yuan += line->diesel_yuan;
  total->off_market_yuan += line->off_market_yuan;
  total->electric_t += line->electric_t;
  total->diesel_t += line->diesel_t;
}

/* The year's energy with a share of each sort electric, the shares of the parameters. */
static void
add_inventory (const CorResults *results, const CorFactorChoice *choice, CorYard *yard, const CorYardLine *line)
{
  static const int years[2] = { 2025, 2030 };
  CorParamLayer *layers[2];
  CorParamContext context = { .truck_type = line->item->machine_kind, .powertrain = -1 };
  g_autoptr (CorParamTable) table = cor_param_table_new (layers, site_layers (results, layers), &context);

  for (int scenario = 0; scenario < COR_N_YARD_SCENARIOS; scenario++)
    for (guint i = 0; i < G_N_ELEMENTS (years); i++)
      {
        CorYardInventory *sum = &yard->inventory[scenario][i];
        double share = cor_param_table_value (table, COR_PARAM_ELECTRIFIED_BAU + scenario, years[i]);
        double kwh = line->kwh_per_day * line->item->days_per_year * share;
        double litres = line->litres_per_day * line->item->days_per_year * (1 - share);

        sum->year = years[i];
        sum->kwh += kwh;
        sum->litres += litres;
        sum->t += (cor_emission_of (choice, COR_POWERTRAIN_BET, kwh, years[i]).wtw_kg
                   + cor_emission_of (choice, COR_POWERTRAIN_DIESEL, litres, years[i]).wtw_kg)
                  / 1000;
      }
}

static double
peak_of (const double *kw, const double *more)
{
  double peak = 0;

  for (guint i = 0; i < COR_STATION_SLOTS; i++)
    peak = fmax (peak, kw[i] + (more != NULL ? more[i] : 0));
  return peak;
}

/* Trucks in the season in which they and the machines draw most. */
static void
add_trucks (const CorResults *results, const char *site, CorYard *yard)
{
  guint seasons = 1;

  for (guint season = 0; season < seasons; season++)
    {
      double trucks_kw[COR_STATION_SLOTS] = { 0 };

      seasons = cor_yard_add_trucks (results, site, season, trucks_kw);
      if (season > 0 && !(peak_of (trucks_kw, yard->machines_kw) > peak_of (yard->trucks_kw, yard->machines_kw)))
        continue;
      memcpy (yard->trucks_kw, trucks_kw, sizeof trucks_kw);
      yard->season = season;
    }
  yard->machines_peak_kw = peak_of (yard->machines_kw, NULL);
  yard->trucks_peak_kw = peak_of (yard->trucks_kw, NULL);
  yard->peak_kw = peak_of (yard->machines_kw, yard->trucks_kw);
}

CorYard *
cor_yard_new (const CorResults *results, const char *site, const CorFactorChoice *choice)
{
  CorYard *yard = g_new0 (CorYard, 1);
  double row[COR_N_PARAMS];
  guint n;
  const CorItem *const *items = cor_scenario_items (results->scenario, COR_ITEM_MACHINE, &n);

  cor_evaluate_common_row (results, row);
  yard->lines = g_new0 (CorYardLine, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      CorYardLine *line = &yard->lines[yard->n_lines];

      line->item = (const CorYardMachine *) items[i];
      if (g_strcmp0 (line->item->site, site) != 0)
        continue;
      yard->n_lines++;
      fill_line (results, choice, row, line);
      if (line->problem != NULL)
        continue;
      add_total (yard, line);
      add_inventory (results, choice, yard, line);
      cor_yard_add_charging (line, row, yard->machines_kw);
    }
  add_trucks (results, site, yard);
  return yard;
}

void
cor_yard_free (CorYard *yard)
{
  for (guint i = 0; i < yard->n_lines; i++)
    {
      cor_machine_clear (&yard->lines[i].machine);
      g_free (yard->lines[i].problem);
    }
  g_free (yard->lines);
  g_free (yard);
}
