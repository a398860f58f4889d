/* cor-compare-table.c: variants of a scenario beside each other, line by line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-compare-private.h"

#include "cor-format.h"
#include "cor-headline-text.h"
#include "cor-parity-text.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

typedef struct
{
  const double *values;
  const int *first_years, *last_years;
  const CorParitySpells *spells; /* of years */
  guint n, baseline;
  CorCompareManner manner;
  CorMoneyUnit money;
} Line;

static CorMoneyUnit
money_unit (const double *values, guint n)
{
  double largest = 0;

  for (guint i = 0; i < n; i++)
    if (!isnan (values[i]))
      largest = MAX (largest, fabs (values[i]));
  return cor_money_unit (largest, NULL);
}

static char *
figure_text (const Line *line, guint i)
{
  double value = line->values[i];

  if (isnan (value))
    return g_strdup (COR_EN_DASH);
  switch (line->manner)
    {
    case COR_COMPARE_YEAR:
      return cor_parity_short_text (&line->spells[i], line->first_years[i], line->last_years[i]);
    case COR_COMPARE_SHARE:
      return cor_format_percent (value, 1, NULL);
    case COR_COMPARE_MONEY:
      return cor_format_money_in (value, &line->money, FALSE);
    default:
      return cor_format_number (value, 0);
    }
}

/* A year that is not reached counts as the one after the last. */
static double
year_for_comparing (const Line *line, guint i)
{
  return line->values[i] > 0 ? line->values[i] : line->last_years[i] + 1;
}

static char *
year_change (const Line *line, guint i, int years)
{
  if (line->values[line->baseline] <= 0)
    return g_strdup (_ ("now reached"));
  if (line->values[i] <= 0)
    return g_strdup (_ ("no longer reached"));
  return cor_format_year_change (years);
}

static char *
change_text (const Line *line, guint i, double change)
{
  switch (line->manner)
    {
    case COR_COMPARE_YEAR:
      return year_change (line, i, (int)change);
    case COR_COMPARE_SHARE:
      return cor_format_points (change);
    case COR_COMPARE_MONEY:
      return cor_format_money_in (change, &line->money, TRUE);
    default:
      return cor_format_signed (change, 0);
    }
}

/* The least difference that is one, in what is written. */
static double
least (const Line *line)
{
  switch (line->manner)
    {
    case COR_COMPARE_YEAR:
      return 0.5;
    case COR_COMPARE_SHARE:
      return 0.0005;
    case COR_COMPARE_MONEY:
      return 0.5 * line->money.divisor * pow (10, -line->money.decimals);
    default:
      return 0.5;
    }
}

static void
fill_cell (const Line *line, guint i, CorCompareCell *cell)
{
  double change;

  cell->text = figure_text (line, i);
  cell->change = g_strdup ("");
  if (i == line->baseline || isnan (line->values[i]) || isnan (line->values[line->baseline]))
    return;
  change = line->values[i] - line->values[line->baseline];
  if (line->manner == COR_COMPARE_YEAR)
    change = year_for_comparing (line, i) - year_for_comparing (line, line->baseline);
  if (fabs (change) < least (line))
    return;
  g_free (cell->change);
  cell->change = change_text (line, i, change);
  cell->better = change < 0 ? 1 : -1;
}

static void
row_free (CorCompareRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    {
      g_free (row->cells[i].text);
      g_free (row->cells[i].change);
    }
  g_free (row->cells);
  g_free (row->label);
  g_free (row->unit);
  g_free (row->duty);
  g_free (row);
}

static CorCompareRow *
row_new (Line *line, const char *label, const char *unit)
{
  CorCompareRow *row = g_new0 (CorCompareRow, 1);
  g_auto (GStrv) parts = g_strsplit (unit, "{money}", 2);

  line->money = money_unit (line->values, line->n);
  row->label = g_strdup (label);
  row->unit = g_strjoinv (line->money.name, parts);
  row->n_cells = line->n;
  row->cells = g_new0 (CorCompareCell, line->n);
  for (guint i = 0; i < line->n; i++)
    fill_cell (line, i, &row->cells[i]);
  for (guint i = 0; i < line->n; i++)
    row->differs |= !g_str_equal (row->cells[i].text, row->cells[line->baseline].text);
  return row;
}

static void
trace_cell (CorCompareRow *row, guint i, double value, CorTraceKey key)
{
  row->cells[i].traced = !isnan (value);
  row->cells[i].key = key;
}

/* The parity year of the truck that stands for the duty. */
static void
trace_duty (CorCompareRow *row, guint i, const CorResults *results, double value)
{
  const CorDutyResult *duty = cor_results_duty (results, row->duty);
  CorTraceKey key = { .quantity = COR_TRACE_TRUCK_PARITY, .truck = -1 };

  if (duty == NULL)
    return;
  key.duty = (guint)(duty - results->duties);
  for (guint k = 0; k < duty->n_alternatives; k++)
    if (duty->alternatives[k] == cor_duty_truck (results, duty))
      key.truck = (int)k;
  trace_cell (row, i, value, key);
}

/* Says in a cell without a figure why there is none. */
static void
say_absent (CorCompareCell *cell, const char *why)
{
  g_free (cell->text);
  cell->text = g_strdup (why);
}

GPtrArray *
cor_compare_rows (const CorResults *const *results, guint n, guint baseline, gboolean zh)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  g_autoptr (GPtrArray) duties = cor_compare_duties (results, n);
  g_autofree double *values = g_new (double, n);
  g_autofree int *first_years = g_new0 (int, n), *last_years = g_new0 (int, n);
  g_autofree CorParitySpells *spells = g_new0 (CorParitySpells, n);
  guint n_lines;
  const CorCompareLine *lines = cor_compare_lines (&n_lines);
  Line line = { values, first_years, last_years, spells, n, baseline, COR_COMPARE_YEAR, { 0 } };

  for (guint i = 0; i < n; i++)
    first_years[i] = results[i] != NULL ? results[i]->first_year : 0;
  for (guint i = 0; i < n; i++)
    last_years[i] = results[i] != NULL ? results[i]->first_year + (int)results[i]->n_years - 1 : 0;
  for (guint i = 0; i < n; i++)
    if (results[i] != NULL)
      spells[i] = results[i]->parity;
  for (guint l = 0; l < n_lines; l++)
    {
      CorCompareRow *row;

      for (guint i = 0; i < n; i++)
        values[i] = results[i] != NULL ? lines[l].figure (results[i]) : NAN;
      line.manner = lines[l].manner;
      row = row_new (&line, _ (lines[l].label), cor_units_money (_ (lines[l].unit)));
      row->headline = l == 0;
      for (guint i = 0; i < n && lines[l].quantity != COR_N_TRACE_QUANTITIES; i++)
        trace_cell (row, i, values[i], (CorTraceKey){ .quantity = lines[l].quantity });
      for (guint i = 0; i < n; i++)
        if (results[i] != NULL && isnan (values[i]))
          say_absent (&row->cells[i], lines[l].absent (results[i]));
      g_ptr_array_add (rows, row);
    }
  line.manner = COR_COMPARE_YEAR;
  for (guint d = 0; d < duties->len; d++)
    {
      const CorDuty *duty = duties->pdata[d];
      CorCompareRow *row;

      for (guint i = 0; i < n; i++)
        values[i] = cor_compare_duty_parity (results[i], duty->item.id, &spells[i]);
      row = row_new (&line, cor_item_label (&duty->item, zh), _ ("parity year"));
      row->duty = g_strdup (duty->item.id);
      for (guint i = 0; i < n && results[i] != NULL; i++)
        trace_duty (row, i, results[i], values[i]);
      for (guint i = 0; i < n; i++)
        if (results[i] != NULL && isnan (values[i]))
          say_absent (&row->cells[i], cor_compare_duty_absent (results[i], duty->item.id));
      g_ptr_array_add (rows, row);
    }
  return rows;
}
