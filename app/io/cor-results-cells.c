/* cor-results-cells.c: what stands in each column of the table of results.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-results-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define KG_PER_T 1000.0
#define G_PER_KG 1000.0

typedef const CorResultsRow *Row;

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

static const struct
{
  CorResultsColumn column;
  void (*cell) (Row row, CorCell *cell);
} columns[] = {
  { { "duty", "", N_ ("Duty") }, cell_duty },
  { { "route", "", N_ ("Route") }, cell_route },
  { { "truck", "", N_ ("Truck") }, cell_truck },
  { { "powertrain", "", N_ ("Powertrain") }, cell_powertrain },
  { { "region", "", N_ ("Region") }, cell_region },
  { { "model_year", "", N_ ("Model year") }, cell_model_year },
  { { "feasible", "", N_ ("Can be done") }, cell_feasible },
  { { "reason", "", N_ ("Reason") }, cell_reason },
  { { "annual_driven_km", N_ ("km a year"), N_ ("Driven") }, cell_driven },
  { { "annual_detour_km", N_ ("km a year"), N_ ("Detours for energy") }, cell_detour },
  { { "detour_share", N_ ("of all driven km"), N_ ("Detour share") }, cell_detour_share },
  { { "stops_per_trip", N_ ("a round trip"), N_ ("Stops for energy") }, cell_stops },
  { { "energy_hours_per_trip", N_ ("h a round trip"), N_ ("Time for energy") }, cell_energy_hours },
  { { "kwh_per_km", "kWh/km", N_ ("Electricity used") }, cell_kwh },
  { { "l_per_100km", "L/100 km", N_ ("Diesel used") }, cell_litres },
  { { "kgh2_per_100km", "kg/100 km", N_ ("Hydrogen used") }, cell_hydrogen },
  { { "tco_yuan", N_ ("yuan"), N_ ("Cost of ownership") }, cell_tco },
  { { "tco_yuan_per_km", N_ ("yuan/km"), N_ ("Cost of ownership") }, cell_tco_per_km },
  { { "diesel_tco_yuan", N_ ("yuan"), N_ ("Cost of the diesel truck") }, cell_diesel_tco },
  { { "tco_gap_yuan", N_ ("yuan"), N_ ("Gap to the diesel truck") }, cell_gap },
  { { "parity_year", "", N_ ("Parity year") }, cell_parity },
  { { "payback_year", N_ ("year of ownership"), N_ ("Payback") }, cell_payback },
  { { "wtw_kgco2e_per_year", N_ ("kg CO₂e a year"), N_ ("Emissions, well to wheel") }, cell_wtw },
  { { "diesel_wtw_kgco2e_per_year", N_ ("kg CO₂e a year"), N_ ("Emissions of the diesel truck") }, cell_diesel_wtw },
  { { "wtw_gco2e_per_tkm", "g CO₂e/tkm", N_ ("Emissions, well to wheel") }, cell_intensity },
  { { "diesel_wtw_gco2e_per_tkm", "g CO₂e/tkm", N_ ("Emissions of the diesel truck") }, cell_diesel_intensity },
  { { "public_cost_yuan", N_ ("yuan over the ownership"), N_ ("Public cost") }, cell_public },
  { { "public_cost_yuan_per_tco2e", N_ ("yuan per t CO₂e"), N_ ("Public cost") }, cell_public_per_t },
  { { "parity_lost_year", "", N_ ("Parity lost in") }, cell_parity_lost },
  { { "energy_use_from", "", N_ ("Energy use") }, cell_energy_from },
  { { "remedy", "", N_ ("What would help") }, cell_remedy },
};

const CorResultsColumn *
cor_results_table_column (guint index)
{
  return index < G_N_ELEMENTS (columns) ? &columns[index].column : NULL;
}

void
cor_results_table_cell (const CorResultsRow *row, guint column, CorCell *out)
{
  g_return_if_fail (column < G_N_ELEMENTS (columns));

  out->text[0] = '\0';
  out->borrowed = NULL;
  out->number = NAN;
  columns[column].cell (row, out);
}
