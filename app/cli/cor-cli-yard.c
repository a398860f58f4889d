/* cor-cli-yard.c: corridor-cli yard.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-scenario.h"
#include "cor-csv.h"
#include "cor-yard.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
put_line (GString *csv, const CorYard *yard, const char *id, const char *kind, const CorYardLine *line)
{
  gboolean total = line == &yard->total;
  double numbers[] = { total ? yard->machines : line->item->number,
                       line->kwh_per_day,
                       line->battery_kwh,
                       line->battery_kg,
                       line->battery_yuan,
                       total ? NAN : line->charger_kw,
                       total ? NAN : line->charge_h,
                       line->chargers,
                       line->charger_yuan,
                       line->cabling_yuan,
                       line->electricity_yuan,
                       line->diesel_yuan,
                       line->off_market_yuan,
                       line->electric_t,
                       line->diesel_t,
                       total ? yard->machines_peak_kw : NAN,
                       total ? yard->trucks_peak_kw : NAN,
                       total ? yard->peak_kw : NAN };

  cor_csv_text (csv, id);
  cor_csv_text (csv, kind);
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    cor_csv_number (csv, numbers[i]);
  cor_csv_text (csv, total ? NULL : cor_enum_nick (cor_machine_band_values, line->band));
  cor_csv_text (csv, total ? NULL : cor_enum_nick (cor_machine_advice_values, line->machine.advice));
  cor_csv_text (csv, line->problem);
  cor_csv_text (csv, NULL);
  cor_csv_end_row (csv);
}

/* What the site's machines, electric and diesel, emit by scenario and year. */
static void
put_inventory (GString *csv, const CorYard *yard)
{
  for (int scenario = 0; scenario < COR_N_YARD_SCENARIOS; scenario++)
    for (guint i = 0; i < 2; i++)
      {
        const CorYardInventory *sum = &yard->inventory[scenario][i];
        g_autofree char *id = g_strdup_printf ("%s-%d", cor_enum_nick (cor_yard_scenario_values, scenario), sum->year);
        cor_csv_text (csv, id);
        cor_csv_text (csv, "inventory");
        for (guint column = 0; column < 21; column++)
          cor_csv_text (csv, NULL);
        cor_csv_number (csv, sum->t);
        cor_csv_end_row (csv);
      }
}

static GString *
table (const CorYard *yard)
{
  GString *csv = g_string_new (NULL);

  cor_csv_row (csv, "machine", "kind", "number", "kwh_per_day", "battery_kwh", "battery_kg", "battery_yuan", "charger_kw",
               "charge_h", "chargers", "charger_yuan", "cabling_yuan", "electricity_yuan_per_year", "diesel_yuan_per_year",
               "off_market_diesel_yuan_per_year", "electric_tco2e_per_year", "diesel_tco2e_per_year", "machines_peak_kw",
               "trucks_peak_kw", "peak_kw", "band", "advice", "problem", "inventory_tco2e_per_year", NULL);
  for (guint i = 0; i < yard->n_lines; i++)
    put_line (csv, yard, yard->lines[i].item->item.id, yard->lines[i].item->machine_kind, &yard->lines[i]);
  put_line (csv, yard, "all", NULL, &yard->total);
  put_inventory (csv, yard);
  return csv;
}

int
cor_cli_yard (const CorCliCommand *command, char **words)
{
  g_auto (CorCliScenario) options = { 0 };
  g_autofree char *output = NULL, *site = NULL;
  const GOptionEntry own[] = {
    { "site", 0, 0, G_OPTION_ARG_STRING, &site, N_ ("The site whose machines are looked at"), "ID" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (CorResults) results = NULL;
  g_autoptr (CorYard) yard = NULL;
  CorFactorChoice choice;
  int status;

  if (!cor_cli_scenario_parse (&options, command, own, words, &status))
    return status;
  if (site == NULL)
    return cor_cli_misuse (command, _ ("%s: --site is needed"), command->name);
  if ((results = cor_cli_scenario_evaluate (&options)) == NULL)
    return COR_CLI_FAILED;
  if (cor_scenario_find (results->scenario, COR_ITEM_SITE, site) == NULL)
    return cor_cli_fail (_ ("%s: the scenario has no site “%s”"), options.file, site);
  cor_factor_choice_init (results, &choice);
  yard = cor_yard_new (results, site, &choice);
  return cor_cli_write_text (output, table (yard));
}
