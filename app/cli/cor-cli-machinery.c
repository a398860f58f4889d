/* cor-cli-machinery.c: corridor-cli machinery.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli.h"
#include "cor-csv.h"
#include "cor-machinery.h"
#include "cor-param-reader.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* One row a charger size; what does not depend on it is the same in each. */
static GString *
table (const CorMachine *machine)
{
  GString *csv = g_string_new (NULL);

  cor_csv_row (csv, "energy_kwh", "lithium_kg", "lead_acid_kg", "charger_kw", "charge_h", "electricity_yuan_per_kwh",
               "station_yuan_per_kwh", "diesel_yuan_per_kwh", "advice", "band", "charger_yuan", "lithium_yuan", "lead_acid_yuan",
               "off_market_diesel_yuan_per_kwh", "load_share", NULL);
  for (guint i = 0; i < machine->n_charges; i++)
    {
      cor_csv_number (csv, machine->energy_kwh);
      cor_csv_number (csv, machine->lithium_kg);
      cor_csv_number (csv, machine->lead_acid_kg);
      cor_csv_number (csv, machine->charges[i].kw);
      cor_csv_number (csv, machine->charges[i].hours);
      cor_csv_number (csv, machine->electricity_yuan_per_kwh);
      cor_csv_number (csv, machine->station_yuan_per_kwh);
      cor_csv_number (csv, machine->diesel_yuan_per_kwh);
      cor_csv_text (csv, cor_enum_nick (cor_machine_advice_values, machine->advice));
      cor_csv_text (csv, cor_enum_nick (cor_machine_band_values, machine->charges[i].band));
      cor_csv_number (csv, machine->charges[i].yuan);
      cor_csv_number (csv, machine->lithium_yuan);
      cor_csv_number (csv, machine->lead_acid_yuan);
      cor_csv_number (csv, machine->off_market_diesel_yuan_per_kwh);
      cor_csv_number (csv, machine->load_share);
      cor_csv_end_row (csv);
    }
  return csv;
}

int
cor_cli_machinery (const CorCliCommand *command, char **words)
{
  g_autofree char *kind = NULL, *output = NULL;
  double kw = 0, hours = 0, load = NAN;
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind, N_ ("forklift, loader, excavator"), "KIND" },
    { "kw", 0, 0, G_OPTION_ARG_DOUBLE, &kw, N_ ("Rated power, kW"), "P" },
    { "load-share", 0, 0, G_OPTION_ARG_DOUBLE, &load, N_ ("Share of the rated power that is used, for another than the kind's"), "SHARE" },
    { "hours", 0, 0, G_OPTION_ARG_DOUBLE, &hours, N_ ("Hours of work a day"), "H" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorParamLayer) defaults = NULL;
  CorMachine machine = { 0 };
  int status;

  if (!cor_cli_parse (command, entries, 0, 0, &words, &status))
    return status;
  g_strfreev (words);
  if (kind == NULL)
    return cor_cli_misuse (command, _ ("%s: --kind, --kw and --hours are all needed"), command->name);
  if ((defaults = cor_param_reader_load_default (&error)) == NULL
      || !cor_machine_evaluate (&defaults, 1, kind, kw, load, hours, &machine, &error))
    return cor_cli_fail ("%s: %s", command->name, error->message);
  status = cor_cli_write_text (output, table (&machine));
  cor_machine_clear (&machine);
  return status;
}
