/* cor-results-parity.c: results as a table of parity years.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-csv.h"
#include "cor-results-table.h"

#include <math.h>

static const char *
region_of (const CorResultsRow *row)
{
  const char *own = row->duty->duty->region;

  return own ? own : cor_scenario_head (row->results->scenario)->region;
}

static gboolean
same (const CorResultsRow *a, const CorResultsRow *b)
{
  return a->alternative->truck == b->alternative->truck && g_strcmp0 (region_of (a), region_of (b)) == 0;
}

/* Adds one duty's costs of all model years, where both sides of the comparison are known. */
static gboolean
add_costs (const CorResultsRow *row, double *truck, double *diesel)
{
  const CorAlternative *base = row->duty->diesel;
  double trucks = row->duty->duty->trucks;
  gboolean known = base != NULL;

  for (guint y = 0; y < row->results->n_years && known; y++)
    known = isfinite (row->alternative->outcomes[y].tco_yuan - base->outcomes[y].tco_yuan);
  for (guint y = 0; y < row->results->n_years && known; y++)
    {
      truck[y] += row->alternative->outcomes[y].tco_yuan * trucks;
      diesel[y] += base->outcomes[y].tco_yuan * trucks;
    }
  return known;
}

static void
append_row (GString *csv, const GArray *rows, guint first)
{
  const CorResultsRow *row = &g_array_index (rows, CorResultsRow, first);
  const CorResults *results = row->results;
  g_autofree double *truck = g_new0 (double, results->n_years);
  g_autofree double *diesel = g_new0 (double, results->n_years);
  gboolean any = FALSE;
  char text[32] = "";

  for (guint i = first; i < rows->len; i++)
    if (same (row, &g_array_index (rows, CorResultsRow, i)))
      any |= add_costs (&g_array_index (rows, CorResultsRow, i), truck, diesel);
  if (any)
    {
      int year = cor_parity_year (truck, diesel, results->n_years, results->first_year);
      int last = results->first_year + (int) results->n_years - 1;

      g_snprintf (text, sizeof text, year != 0 ? "%d" : ">%d", year != 0 ? year : last);
    }
  cor_csv_text (csv, cor_results_truck_label (results, row->alternative->truck));
  cor_csv_text (csv, cor_enum_nick (cor_powertrain_values, row->alternative->powertrain));
  cor_csv_text (csv, region_of (row));
  cor_csv_text (csv, text);
  cor_csv_end_row (csv);
}

GString *
cor_results_parity_csv (const CorResults *results)
{
  g_autoptr (GArray) rows = cor_results_table_rows (results);
  GString *csv = g_string_new (NULL);

  cor_csv_row (csv, "truck", "powertrain", "region", "parity_year", NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      const CorResultsRow *row = &g_array_index (rows, CorResultsRow, i);
      gboolean first = row->alternative != row->duty->diesel;

      for (guint k = 0; k < i && first; k++)
        first = !same (row, &g_array_index (rows, CorResultsRow, k));
      if (first)
        append_row (csv, rows, i);
    }
  return csv;
}
