/* cor-cli-months.c: corridor-cli months.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-city-table.h"
#include "cor-cli-scenario.h"
#include "cor-csv.h"
#include "cor-factor-reader.h"
#include "cor-forecast.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* The factor of the study that the method is from: combustion alone. */
#define STUDY_FACTOR "freight-2023-ttw"

/* What the rows of a city share. */
typedef struct
{
  GString *csv;
  const CorCityTable *table;
  const CorFactor *factor;
  int ahead;
} Months;

static void
put_row (Months *months, const char *city, int month, const char *kind, const double *tonnes, const CorForecast *forecast)
{
  g_autofree char *name = g_strdup_printf ("%04d-%02d", month / 12, month % 12 + 1);

  cor_csv_text (months->csv, city);
  cor_csv_text (months->csv, name);
  cor_csv_text (months->csv, kind);
  for (guint i = 0; i < 3; i++)
    cor_csv_number (months->csv, tonnes[i]);
  cor_csv_text (months->csv, forecast ? cor_enum_nick (cor_forecast_method_values, forecast->method) : NULL);
  cor_csv_number (months->csv, forecast ? forecast->held_back : NAN);
  cor_csv_number (months->csv, forecast ? forecast->error[forecast->method] : NAN);
  cor_csv_text (months->csv, months->factor->id);
  cor_csv_end_row (months->csv);
}

static void
put_city (Months *months, int city, const char *name)
{
  const CorCityTable *table = months->table;
  g_autofree double *litres = cor_city_table_litres (table, city, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorForecast) forecast = NULL;

  for (guint i = 0; i < table->n_months; i++)
    {
      litres[i] *= months->factor->total / 1000;
      put_row (months, name, table->first + (int) i, "measured", (double[]) { litres[i], NAN, NAN }, NULL);
    }
  if (months->ahead < 1)
    return;
  if ((forecast = cor_forecast_new (litres, table->n_months, (guint) months->ahead, &error)) == NULL)
    {
      cor_cli_fail ("%s: %s", name, error->message);
      return;
    }
  for (guint i = 0; i < forecast->n; i++)
    put_row (months, name, table->last + 1 + (int) i, "forecast",
             (double[]) { forecast->value[i], forecast->low[i], forecast->high[i] }, forecast);
}

static GString *
months_csv (const CorCityTable *table, const CorFactor *factor, int ahead)
{
  Months months = { g_string_new (NULL), table, factor, ahead };

  cor_csv_row (months.csv, "city", "month", "kind", "tco2", "low_tco2", "high_tco2", "method", "held_back_months",
               "held_back_error_share", "factor", NULL);
  for (guint i = 0; i < table->cities->len; i++)
    put_city (&months, (int) i, g_ptr_array_index (table->cities, i));
  return months.csv;
}

int
cor_cli_months (const CorCliCommand *command, char **words)
{
  g_autofree char *output = NULL, *id = NULL;
  int ahead = 12;
  const GOptionEntry entries[] = {
    { "ahead", 0, 0, G_OPTION_ARG_INT, &ahead, N_ ("Months to foretell, 0 for none"), "N" },
    { "diesel-factor", 0, 0, G_OPTION_ARG_STRING, &id, N_ ("Count diesel with this emission factor"), "ID" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (CorFactorSet) factors = NULL;
  g_autoptr (CorCityTable) table = NULL;
  int status;

  if (!cor_cli_parse (command, entries, 1, 1, &words, &status))
    return status;
  files = words;
  if (ahead < 0 || ahead > 120)
    return cor_cli_misuse (command, _ ("%s: --ahead must be 0 to 120"), command->name);
  if (id == NULL)
    id = g_strdup (STUDY_FACTOR);
  if ((factors = cor_factor_reader_load_default (&error)) == NULL
      || !cor_cli_factor (factors, COR_FACTOR_DIESEL, id, "--diesel-factor", &error)
      || (table = cor_city_table_load (files[0], &error)) == NULL)
    return cor_cli_fail ("%s", error->message);
  for (guint i = 0; i < table->left_out->len; i++)
    g_printerr ("corridor-cli: %s: %s\n", files[0], (const char *) g_ptr_array_index (table->left_out, i));
  return cor_cli_write_text (output, months_csv (table, cor_factor_set_find (factors, COR_FACTOR_DIESEL, id), ahead));
}
