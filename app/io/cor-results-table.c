/* cor-results-table.c: results as a table: one row for each duty and truck.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-results-table.h"

#include "cor-csv.h"

#include <math.h>

#define G_PER_KG 1000.0

typedef const CorResultsRow *Row;

/* Whether type and powertrain tell all trucks of the scenario apart, as in studies by type. */
static gboolean
types_tell_apart (const CorScenario *scenario)
{
  guint n;
  const CorItem *const *trucks = cor_scenario_items (scenario, COR_ITEM_TRUCK, &n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < i; j++)
      {
        const CorTruck *a = (const CorTruck *) trucks[i], *b = (const CorTruck *) trucks[j];

        if (a->powertrain == b->powertrain && g_strcmp0 (a->truck_type, b->truck_type) == 0)
          return FALSE;
      }
  return TRUE;
}

const char *
cor_results_truck_label (const CorResults *results, const CorTruck *truck)
{
  return truck->truck_type != NULL && types_tell_apart (results->scenario) ? truck->truck_type : truck->item.id;
}

/* The year's outcome of a truck. */
static const CorOutcome *
outcome (Row row)
{
  return &row->alternative->outcomes[row->results->year];
}

/* The diesel truck's outcome in the same year, or %NULL. */
static const CorOutcome *
diesel (Row row)
{
  return row->duty->diesel ? &row->duty->diesel->outcomes[row->results->year] : NULL;
}

GArray *
cor_results_table_rows (const CorResults *results)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (CorResultsRow));

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      CorResultsRow row = { results, duty, duty->diesel };

      if (duty->diesel != NULL)
        g_array_append_val (rows, row);
      for (guint k = 0; k < duty->n_alternatives; k++)
        {
          row.alternative = duty->alternatives[k];
          g_array_append_val (rows, row);
        }
    }
  return rows;
}

static void
csv_cells (GString *csv, Row row)
{
  for (guint c = 0; cor_results_table_column (c) != NULL; c++)
    {
      CorCell cell;

      cor_results_table_cell (row, c, &cell);
      if (cell.borrowed != NULL)
        cor_csv_text (csv, cell.borrowed);
      else
        cor_csv_number (csv, cell.number);
    }
}

/* The emissions of a truck under @choice; NaN where it has none. */
static double
wtw_under (const CorFactorChoice *choice, const CorOutcome *of, CorPowertrain powertrain)
{
  return of != NULL ? cor_emission_of (choice, powertrain, of->energy, of->model_year).wtw_kg : NAN;
}

static const char *const beside_names[] = {
  "electricity_factor", "diesel_factor", "hydrogen_factor", "green_share",
  "beside_electricity_factor", "beside_diesel_factor", "beside_hydrogen_factor", "beside_green_share",
  "beside_wtw_kgco2e_per_year", "beside_diesel_wtw_kgco2e_per_year", "beside_wtw_gco2e_per_tkm",
  "beside_diesel_wtw_gco2e_per_tkm",
};

static void
csv_choice (GString *csv, const CorFactorChoice *choice)
{
  cor_csv_text (csv, choice->grid->id);
  cor_csv_text (csv, choice->diesel->id);
  cor_csv_text (csv, choice->hydrogen->id);
  cor_csv_number (csv, choice->green_share);
}

static void
csv_beside (GString *csv, Row row, const CorFactorChoice *beside)
{
  double own = wtw_under (beside, outcome (row), row->alternative->powertrain);
  double of_diesel = wtw_under (beside, diesel (row), COR_POWERTRAIN_DIESEL);
  CorFactorChoice used;

  cor_factor_choice_init (row->results, &used);
  csv_choice (csv, &used);
  csv_choice (csv, beside);
  cor_csv_number (csv, own);
  cor_csv_number (csv, of_diesel);
  cor_csv_number (csv, own * G_PER_KG / outcome (row)->tkm);
  cor_csv_number (csv, diesel (row) != NULL ? of_diesel * G_PER_KG / diesel (row)->tkm : NAN);
}

GString *
cor_results_table_csv (const CorResults *results, const CorFactorChoice *beside)
{
  g_autoptr (GArray) rows = cor_results_table_rows (results);
  GString *csv = g_string_new (NULL);

  for (guint c = 0; cor_results_table_column (c) != NULL; c++)
    cor_csv_text (csv, cor_results_table_column (c)->name);
  for (guint c = 0; beside != NULL && c < G_N_ELEMENTS (beside_names); c++)
    cor_csv_text (csv, beside_names[c]);
  cor_csv_end_row (csv);
  for (guint r = 0; r < rows->len; r++)
    {
      Row row = &g_array_index (rows, CorResultsRow, r);

      csv_cells (csv, row);
      if (beside != NULL)
        csv_beside (csv, row, beside);
      cor_csv_end_row (csv);
    }
  return csv;
}
