/* cor-cli-region.c: corridor-cli region.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-attribution.h"
#include "cor-cli-scenario.h"
#include "cor-csv.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static const char *const kinds[] = { "area", "outside", "unmapped", "plate", "no-plate" };

static void
put_amount (GString *csv, const CorCityAmount *amount)
{
  double numbers[] = { amount->km,           amount->wtw_t,           amount->direct_t,
                       amount->diesel_wtw_t, amount->diesel_direct_t, amount->diesel_wtw_t - amount->wtw_t };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    cor_csv_number (csv, numbers[i]);
}

static void
put_row (GString *csv, const CorResults *results, const CorCityRow *row, double share, double saved_share)
{
  cor_csv_text (csv, row->name);
  cor_csv_text (csv, row->kind < (int) G_N_ELEMENTS (kinds) ? kinds[row->kind] : "total");
  put_amount (csv, &row->operating);
  put_amount (csv, &row->registration);
  cor_csv_number (csv, row->city_operating_kt);
  cor_csv_number (csv, row->city_registration_kt);
  cor_csv_number (csv, row->city_year > 0 ? row->city_year : NAN);
  cor_csv_number (csv, share);
  cor_csv_number (csv, saved_share);
  cor_csv_text (csv, results->grid->id);
  cor_csv_text (csv, results->diesel->id);
  cor_csv_end_row (csv);
}

static GString *
table (const CorResults *results, const CorAttribution *by_city)
{
  GString *csv = g_string_new (NULL);
  CorCityRow total = { .kind = (CorCityKind) G_N_ELEMENTS (kinds),
                       .name = (char *) "all",
                       .operating = by_city->total,
                       .registration = by_city->total,
                       .city_operating_kt = NAN,
                       .city_registration_kt = NAN };

  cor_csv_row (csv, "city", "kind", "operating_km_per_year", "operating_tco2e_per_year", "operating_ttw_tco2_per_year",
               "operating_diesel_tco2e_per_year", "operating_diesel_ttw_tco2_per_year", "operating_saved_tco2e_per_year",
               "registration_km_per_year", "registration_tco2e_per_year", "registration_ttw_tco2_per_year",
               "registration_diesel_tco2e_per_year", "registration_diesel_ttw_tco2_per_year",
               "registration_saved_tco2e_per_year", "city_trucks_operating_ktco2_per_year",
               "city_trucks_registration_ktco2_per_year", "city_year", "corridor_share_of_city", "saved_share_of_city",
               "electricity_factor", "diesel_factor", NULL);
  for (guint i = 0; i < by_city->n_rows; i++)
    put_row (csv, results, &by_city->rows[i], cor_city_row_share (&by_city->rows[i]),
             cor_city_row_saved_share (&by_city->rows[i]));
  put_row (csv, results, &total, NAN, NAN);
  return csv;
}

/* The areas that the scenario names, from its own folder. */
static char *
own_areas (const CorResults *results, const char *name)
{
  const char *areas = cor_scenario_head (results->scenario)->areas;
  g_autofree char *path = cor_cli_scenario_find (name), *folder = g_path_get_dirname (path);

  if (areas == NULL || g_path_is_absolute (areas))
    return g_strdup (areas);
  return g_build_filename (folder, areas, NULL);
}

int
cor_cli_region (const CorCliCommand *command, char **words)
{
  g_auto (CorCliScenario) options = { 0 };
  g_autofree char *output = NULL, *areas = NULL;
  const GOptionEntry own[] = {
    { "areas", 0, 0, G_OPTION_ARG_FILENAME, &areas, N_ ("Other areas than the bundled ones, GeoJSON"), "FILE" },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_ ("Write to a file"), "FILE" },
    G_OPTION_ENTRY_NULL,
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (CorResults) results = NULL;
  g_autoptr (CorCities) cities = NULL;
  g_autoptr (CorAttribution) by_city = NULL;
  int status;

  if (!cor_cli_scenario_parse (&options, command, own, words, &status))
    return status;
  if ((results = cor_cli_scenario_evaluate (&options)) == NULL)
    return COR_CLI_FAILED;
  if (areas == NULL)
    areas = own_areas (results, options.file);
  cities = areas != NULL ? cor_cities_load (areas, &error) : cor_cities_load_default (&error);
  if (cities == NULL)
    return cor_cli_fail ("%s", error->message);
  cor_cli_plain_begin ();
  by_city = cor_attribution_new (results, cities);
  cor_cli_plain_end ();
  return cor_cli_write_text (output, table (results, by_city));
}
