/* cor-results-table.h: results as tables: one row for each duty and truck.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-emissions.h"

G_BEGIN_DECLS

/** CorCell: what a cell holds: @text, or else @number; NaN without a text is empty. */
typedef struct
{
  char text[32];
  const char *borrowed;
  double number;
} CorCell;

/** CorResultsRow: which duty and truck a row is of; the diesel truck's comes first. */
typedef struct
{
  const CorResults *results;
  const CorDutyResult *duty;
  const CorAlternative *alternative;
} CorResultsRow;

/** cor_results_table_rows: (transfer full): array of #CorResultsRow, valid as long as @results. */
GArray *cor_results_table_rows (const CorResults *results);

/**
 * CorResultsColumn: a column of the table of results.
 * @name: as in CSV and JSON
 * @unit, @label: for people, marked for translation, not translated; @unit may be ""
 */
typedef struct
{
  const char *name;
  const char *unit;
  const char *label;
} CorResultsColumn;

/** cor_results_table_column: the column of that index, %NULL behind the last. */
const CorResultsColumn *cor_results_table_column (guint index);

/**
 * cor_results_table_cell: one cell of the model year shown. A year that is not reached by the last
 * one looked at is the text ">YEAR"; what does not apply is empty.
 */
void cor_results_table_cell (const CorResultsRow *row, guint column, CorCell *out);

/**
 * cor_results_table_csv: (transfer full): the table.
 * @beside: (nullable): further factors; columns are added that name both sets and give the emissions
 *   under these
 */
GString *cor_results_table_csv (const CorResults *results, const CorFactorChoice *beside);

/**
 * cor_results_table_json: (transfer full): the table with every cost part, every stop, every year
 * of the cash flow and every model year.
 */
GBytes *cor_results_table_json (const CorResults *results);

/**
 * cor_results_parity_csv: (transfer full): truck, powertrain, region and parity year: the first
 * model year in which the truck's duties in the region together cost no more than the diesel
 * trucks that do the same; empty where none of them can be compared.
 */
GString *cor_results_parity_csv (const CorResults *results);

/**
 * cor_results_truck_label: what a truck is called in tables: its type in a scenario in which type and
 * powertrain tell all trucks apart; else its id. Owned by the scenario.
 */
const char *cor_results_truck_label (const CorResults *results, const CorTruck *truck);

G_END_DECLS
