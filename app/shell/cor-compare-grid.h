/* cor-compare-grid.h: the table of the compare window, for that window alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-comparison.h"
#include "cor-results.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** CorCompareColumns: the columns in the order shown, the baseline first. */
typedef struct
{
  const CorComparisonColumn **columns;
  const CorResults **results;
  const char **names;
  guint n;
  CorScenario *base;
  const char *active; /* the variant shown in the main window; NULL for the base */
  gboolean zh;
} CorCompareColumns;

/** cor_compare_columns_init: what @comparison holds; lives until its next "changed". */
void cor_compare_columns_init (CorCompareColumns *columns, CorComparison *comparison);
void cor_compare_columns_clear (CorCompareColumns *columns);

/**
 * CorCompareGrids: the table in three parts of which names and labels stay while the figures scroll. A row has the same
 * number in @labels and @cells, a column the same in @heads and @cells.
 */
typedef struct
{
  GtkGrid *heads, *labels, *cells;
} CorCompareGrids;

/** cor_compare_grid_headings: adds name, state and buttons of each column. */
void cor_compare_grid_headings (const CorCompareGrids *grids, const CorCompareColumns *columns);

/**
 * cor_compare_grid_figures: adds the lines with figures from row @row on.
 * @only_differences: leaves out lines in which all columns are the same
 *
 * Returns: the next free row
 */
int cor_compare_grid_figures (const CorCompareGrids *grids, const CorCompareColumns *columns, gboolean only_differences, int row);

/** cor_compare_grid_changes: adds a line for each change of any variant; returns the next free row. */
int cor_compare_grid_changes (const CorCompareGrids *grids, const CorCompareColumns *columns, int row);

G_END_DECLS
