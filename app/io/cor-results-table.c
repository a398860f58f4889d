/* cor-results-table.c: results as a table: one row for each duty and truck.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-results-table.h"

#include "cor-csv.h"

#include <math.h>

#define KG_PER_T 1000.0
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

static gboolean
is_diesel (Row row)
{
  return row->alternative == row->duty->diesel;
}

static void
put_text (CorCell *cell, const char *text)
{
  cell->borrowed = text;
}

/* A year, or the last one looked at with ">" where it is not reached. */
static void
put_year (CorCell *cell, int year, int last)
{
  if (year != 0)
    cell->number = year;
  else
    {
      g_snprintf (cell->text, sizeof cell->text, ">%d", last);
      cell->borrowed = cell->text;
    }
}

static void
cell_duty (Row row, CorCell *cell)
{
  put_text (cell, row->duty->duty->item.id);
}

static void
cell_route (Row row, CorCell *cell)
{
  put_text (cell, row->duty->duty->route);
}

static void
cell_truck (Row row, CorCell *cell)
{
  put_text (cell, cor_results_truck_label (row->results, row->alternative->truck));
}

static void
cell_powertrain (Row row, CorCell *cell)
{
  put_text (cell, cor_enum_nick (cor_powertrain_values, row->alternative->powertrain));
}

static void
cell_region (Row row, CorCell *cell)
{
  const char *own = row->duty->duty->region;

  put_text (cell, own ? own : cor_scenario_head (row->results->scenario)->region);
}

static void
cell_model_year (Row row, CorCell *cell)
{
  cell->number = outcome (row)->model_year;
}

static void
cell_feasible (Row row, CorCell *cell)
{
  put_text (cell, outcome (row)->feasible ? "true" : "false");
}

static void
cell_reason (Row row, CorCell *cell)
{
  put_text (cell, row->alternative->problem);
}

static void
cell_driven (Row row, CorCell *cell)
{
  cell->number = cor_outcome_driven_km (outcome (row));
}

static void
cell_detour (Row row, CorCell *cell)
{
  cell->number = outcome (row)->detour_km;
}

static void
cell_detour_share (Row row, CorCell *cell)
{
  cell->number = cor_outcome_detour_share (outcome (row));
}

static void
cell_stops (Row row, CorCell *cell)
{
  cell->number = outcome (row)->stops_per_trip;
}

static void
cell_energy_hours (Row row, CorCell *cell)
{
  cell->number = outcome (row)->energy_h_per_trip;
}

static void
cell_kwh (Row row, CorCell *cell)
{
  cell->number = outcome (row)->kwh_per_km;
}

static void
cell_litres (Row row, CorCell *cell)
{
  cell->number = outcome (row)->l_per_100km;
}

static void
cell_hydrogen (Row row, CorCell *cell)
{
  cell->number = outcome (row)->kgh2_per_100km;
}

static void
cell_tco (Row row, CorCell *cell)
{
  cell->number = outcome (row)->tco_yuan;
}

static void
cell_tco_per_km (Row row, CorCell *cell)
{
  cell->number = outcome (row)->tco_yuan_per_km;
}

static void
cell_diesel_tco (Row row, CorCell *cell)
{
  cell->number = diesel (row) ? diesel (row)->tco_yuan : NAN;
}

static void
cell_gap (Row row, CorCell *cell)
{
  if (diesel (row) != NULL && !is_diesel (row))
    cell->number = outcome (row)->tco_yuan - diesel (row)->tco_yuan;
}

/* Whether there is a comparison of which a parity or payback year can be said. */
static gboolean
comparable (Row row)
{
  return diesel (row) != NULL && !is_diesel (row) && isfinite (outcome (row)->tco_yuan - diesel (row)->tco_yuan);
}

static void
cell_parity (Row row, CorCell *cell)
{
  if (comparable (row))
    put_year (cell, row->alternative->parity_year, row->results->first_year + (int) row->results->n_years - 1);
}

static void
cell_parity_lost (Row row, CorCell *cell)
{
  if (comparable (row) && row->alternative->parity.lost > 0)
    cell->number = row->alternative->parity.lost;
}

static void
cell_payback (Row row, CorCell *cell)
{
  if (comparable (row))
    put_year (cell, (int) row->alternative->payback_year, (int) outcome (row)->ownership_years);
}

static void
cell_wtw (Row row, CorCell *cell)
{
  cell->number = outcome (row)->wtw_kg;
}

static void
cell_diesel_wtw (Row row, CorCell *cell)
{
  cell->number = diesel (row) ? diesel (row)->wtw_kg : NAN;
}

/* Emissions by transport activity; NaN without activity. */
static double
intensity (const CorOutcome *of)
{
  return of != NULL && of->tkm > 0 ? of->wtw_kg * G_PER_KG / of->tkm : NAN;
}

static void
cell_intensity (Row row, CorCell *cell)
{
  cell->number = intensity (outcome (row));
}

static void
cell_diesel_intensity (Row row, CorCell *cell)
{
  cell->number = intensity (diesel (row));
}

/* What the public purse gives for the truck over the ownership; NaN where no policy is on. */
static double
public_yuan (Row row)
{
  if (is_diesel (row) || row->alternative->tco == NULL || row->alternative->tco->n_terms == 0)
    return NAN;
  return cor_outcome_public_yuan (outcome (row));
}

static void
cell_public (Row row, CorCell *cell)
{
  cell->number = public_yuan (row);
}

static void
cell_public_per_t (Row row, CorCell *cell)
{
  double avoided_t;

  if (diesel (row) == NULL)
    return;
  avoided_t = (diesel (row)->wtw_kg - outcome (row)->wtw_kg) / KG_PER_T * outcome (row)->ownership_years;
  if (avoided_t > 0)
    cell->number = public_yuan (row) / avoided_t;
}

/* Whether consumption was worked out from road load or is a figure that was given. */
static void
cell_energy_from (Row row, CorCell *cell)
{
  put_text (cell, outcome (row)->measured ? "given" : "calculated");
}

static void
cell_remedy (Row row, CorCell *cell)
{
  put_text (cell, row->alternative->remedy);
}

static const char *const names[] = {
  "duty", "route", "truck", "powertrain", "region", "model_year", "feasible", "reason",
  "annual_driven_km", "annual_detour_km", "detour_share", "stops_per_trip", "energy_hours_per_trip",
  "kwh_per_km", "l_per_100km", "kgh2_per_100km", "tco_yuan", "tco_yuan_per_km", "diesel_tco_yuan",
  "tco_gap_yuan", "parity_year", "payback_year", "wtw_kgco2e_per_year", "diesel_wtw_kgco2e_per_year",
  "wtw_gco2e_per_tkm", "diesel_wtw_gco2e_per_tkm", "public_cost_yuan", "public_cost_yuan_per_tco2e",
  "parity_lost_year", "energy_use_from", "remedy",
};

static void (*const cells[]) (Row, CorCell *) = {
  cell_duty, cell_route, cell_truck, cell_powertrain, cell_region, cell_model_year, cell_feasible, cell_reason,
  cell_driven, cell_detour, cell_detour_share, cell_stops, cell_energy_hours,
  cell_kwh, cell_litres, cell_hydrogen, cell_tco, cell_tco_per_km, cell_diesel_tco,
  cell_gap, cell_parity, cell_payback, cell_wtw, cell_diesel_wtw,
  cell_intensity, cell_diesel_intensity, cell_public, cell_public_per_t,
  cell_parity_lost, cell_energy_from, cell_remedy,
};

G_STATIC_ASSERT (G_N_ELEMENTS (names) == G_N_ELEMENTS (cells));

const char *const *
cor_results_table_columns (guint *n)
{
  *n = G_N_ELEMENTS (names);
  return names;
}

void
cor_results_table_cell (const CorResultsRow *row, guint column, CorCell *out)
{
  g_return_if_fail (column < G_N_ELEMENTS (cells));

  out->text[0] = '\0';
  out->borrowed = NULL;
  out->number = NAN;
  cells[column](row, out);
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
  for (guint c = 0; c < G_N_ELEMENTS (names); c++)
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

  for (guint c = 0; c < G_N_ELEMENTS (names); c++)
    cor_csv_text (csv, names[c]);
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
