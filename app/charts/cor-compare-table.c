/* cor-compare-table.c: variants of a scenario beside each other, line by line.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-compare-table.h"

#include "cor-chart-results-private.h"
#include "cor-format.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* A figure of a scenario; NaN where there is none. */
typedef double (*Figure) (const CorResults *results);

typedef enum
{
  AS_YEAR, /* NaN: nothing to compare; 0: not reached */
  AS_SHARE,
  AS_MONEY,
  AS_TONNES,
  AS_MINUTES,
  AS_NUMBER,
} Manner;

static const CorTotals *
totals_of (const CorResults *results)
{
  return &results->totals[results->year];
}

static gboolean
has_fleet (const CorResults *results)
{
  return results != NULL && results->n_years > 0 && totals_of (results)->trucks > 0;
}

static double
parity (const CorResults *results)
{
  return has_fleet (results) ? results->parity_year : NAN;
}

static double
detour (const CorResults *results)
{
  return results->detour_share;
}

/* Minutes on the way to, at and back from energy, a trip of a truck; mean over all trucks. */
static double
energy_minutes (const CorResults *results)
{
  double sum = 0, trucks = 0;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      int counted = duty->counted != NULL ? duty->counted[results->year] : -1;
      const CorOutcome *outcome;

      if (counted < 0)
        continue;
      outcome = &duty->alternatives[counted]->outcomes[results->year];
      if (!outcome->feasible || isnan (outcome->energy_h_per_trip))
        continue;
      sum += duty->duty->trucks * outcome->energy_h_per_trip * 60;
      trucks += duty->duty->trucks;
    }
  return trucks > 0 ? sum / trucks : NAN;
}

static double
gap (const CorResults *results)
{
  return has_fleet (results) ? cor_totals_gap_per_truck (totals_of (results)) : NAN;
}

static double
emissions (const CorResults *results)
{
  return has_fleet (results) ? -results->saved_t : NAN;
}

static double
public_money (const CorResults *results)
{
  return has_fleet (results) ? results->public_yuan_per_year : NAN;
}

static double
public_per_t (const CorResults *results)
{
  return has_fleet (results) && fabs (results->public_yuan_per_year) >= 0.5 ? results->public_yuan_per_t : NAN;
}

/* What the planned stations cost to build. */
static double
building (const CorResults *results)
{
  const CorItem *const *stations;
  double sum = 0;
  guint n;

  stations = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);
  for (guint i = 0; i < n; i++)
    {
      const CorStation *station = (const CorStation *)stations[i];

      if (station->status == COR_STATION_PLANNED && !isnan (station->cost_yuan))
        sum += station->cost_yuan;
    }
  return sum;
}

/* The lines of the scenario as a whole; less is better in all of them. */
static const struct
{
  const char *label;
  const char *unit;
  Figure figure;
  Manner manner;
  CorTraceQuantity quantity; /* %COR_N_TRACE_QUANTITIES: has no card of its own */
} lines[] = {
  { N_ ("TCO parity year"), N_ ("all duties together"), parity, AS_YEAR, COR_TRACE_PARITY },
  { N_ ("Detour share"), N_ ("of all driven km"), detour, AS_SHARE, COR_TRACE_DETOUR },
  { N_ ("Time for energy"), N_ ("minutes a trip"), energy_minutes, AS_MINUTES, COR_N_TRACE_QUANTITIES },
  { N_ ("TCO gap to diesel"), N_ ("{money} a truck"), gap, AS_MONEY, COR_TRACE_GAP_TRUCK },
  { N_ ("Emissions, well to wheel"), N_ ("t CO₂e a year against diesel"), emissions, AS_TONNES, COR_TRACE_EMISSIONS },
  { N_ ("Public cost"), N_ ("{money} a year"), public_money, AS_MONEY, COR_TRACE_PUBLIC_YEAR },
  { N_ ("Public cost per tonne"), N_ ("yuan per t CO₂e"), public_per_t, AS_NUMBER, COR_TRACE_PUBLIC },
  { N_ ("Stations to build"), "{money}", building, AS_MONEY, COR_N_TRACE_QUANTITIES },
};

typedef struct
{
  const double *values;
  const int *last_years;
  guint n, baseline;
  Manner manner;
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
    case AS_YEAR:
      return cor_format_year ((int)value, 0, line->last_years[i]);
    case AS_SHARE:
      return cor_format_percent (value, 1, NULL);
    case AS_MONEY:
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
    case AS_YEAR:
      return year_change (line, i, (int)change);
    case AS_SHARE:
      return cor_format_points (change);
    case AS_MONEY:
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
    case AS_YEAR:
      return 0.5;
    case AS_SHARE:
      return 0.0005;
    case AS_MONEY:
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
  if (line->manner == AS_YEAR)
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

static double
duty_parity (const CorResults *results, const char *id)
{
  const CorDutyResult *duty = results != NULL ? cor_results_duty (results, id) : NULL;
  const CorAlternative *shown = duty != NULL ? cor_duty_result_shown (duty) : NULL;

  if (shown == NULL || duty->diesel == NULL || !shown->outcomes[results->year].feasible)
    return NAN;
  return shown->parity_year;
}

static void
trace_cell (CorCompareRow *row, guint i, double value, CorTraceKey key)
{
  row->cells[i].traced = !isnan (value);
  row->cells[i].key = key;
}

/* The parity year of the truck that the duty shows. */
static void
trace_duty (CorCompareRow *row, guint i, const CorResults *results, double value)
{
  const CorDutyResult *duty = cor_results_duty (results, row->duty);
  CorTraceKey key = { .quantity = COR_TRACE_TRUCK_PARITY, .truck = -1 };

  if (duty == NULL)
    return;
  key.duty = (guint)(duty - results->duties);
  for (guint k = 0; k < duty->n_alternatives; k++)
    if (duty->alternatives[k] == cor_duty_result_shown (duty))
      key.truck = (int)k;
  trace_cell (row, i, value, key);
}

/* Whether the truck of a duty cannot do it in the model year shown. */
static gboolean
is_impossible (const CorResults *results, const char *id)
{
  const CorDutyResult *duty = results != NULL ? cor_results_duty (results, id) : NULL;
  const CorAlternative *shown = duty != NULL ? cor_duty_result_shown (duty) : NULL;

  return shown != NULL && !shown->outcomes[results->year].feasible;
}

static void
say_impossible (CorCompareCell *cell)
{
  g_free (cell->text);
  cell->text = g_strdup (_ ("not possible"));
}

/* The duties of all variants, those of the first first. */
static GPtrArray *
all_duties (const CorResults *const *results, guint n)
{
  GPtrArray *duties = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    for (guint d = 0; results[i] != NULL && d < results[i]->n_duties; d++)
      {
        const CorDuty *duty = results[i]->duties[d].duty;
        gboolean known = FALSE;

        for (guint k = 0; k < duties->len; k++)
          known |= g_str_equal (((const CorDuty *)duties->pdata[k])->item.id, duty->item.id);
        if (!known)
          g_ptr_array_add (duties, (gpointer)duty);
      }
  return duties;
}

GPtrArray *
cor_compare_rows (const CorResults *const *results, guint n, guint baseline, gboolean zh)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify)row_free);
  g_autoptr (GPtrArray) duties = all_duties (results, n);
  g_autofree double *values = g_new (double, n);
  g_autofree int *last_years = g_new0 (int, n);
  Line line = { values, last_years, n, baseline, AS_YEAR, { 0 } };

  for (guint i = 0; i < n; i++)
    last_years[i] = results[i] != NULL ? results[i]->first_year + (int)results[i]->n_years - 1 : 0;
  for (guint l = 0; l < G_N_ELEMENTS (lines); l++)
    {
      CorCompareRow *row;

      for (guint i = 0; i < n; i++)
        values[i] = results[i] != NULL ? lines[l].figure (results[i]) : NAN;
      line.manner = lines[l].manner;
      row = row_new (&line, _ (lines[l].label), cor_units_money (_ (lines[l].unit)));
      row->headline = l == 0;
      for (guint i = 0; i < n && lines[l].quantity != COR_N_TRACE_QUANTITIES; i++)
        trace_cell (row, i, values[i], (CorTraceKey){ .quantity = lines[l].quantity });
      g_ptr_array_add (rows, row);
    }
  line.manner = AS_YEAR;
  for (guint d = 0; d < duties->len; d++)
    {
      const CorDuty *duty = duties->pdata[d];
      CorCompareRow *row;

      for (guint i = 0; i < n; i++)
        values[i] = duty_parity (results[i], duty->item.id);
      row = row_new (&line, cor_item_label (&duty->item, zh), _ ("parity year"));
      row->duty = g_strdup (duty->item.id);
      for (guint i = 0; i < n && results[i] != NULL; i++)
        trace_duty (row, i, results[i], values[i]);
      for (guint i = 0; i < n; i++)
        if (is_impossible (results[i], duty->item.id))
          say_impossible (&row->cells[i]);
      g_ptr_array_add (rows, row);
    }
  return rows;
}

static void
append_quoted (GString *text, const char *field)
{
  g_autofree char *doubled = NULL;
  g_auto (GStrv) parts = NULL;

  if (strpbrk (field, ",\"\n") == NULL)
    {
      g_string_append (text, field);
      return;
    }
  parts = g_strsplit (field, "\"", -1);
  doubled = g_strjoinv ("\"\"", parts);
  g_string_append_printf (text, "\"%s\"", doubled);
}

static void
append_line (GString *text, const char *label, const char *unit, const double *values, guint n)
{
  append_quoted (text, label);
  g_string_append_c (text, ',');
  append_quoted (text, unit);
  for (guint i = 0; i < n; i++)
    {
      char number[G_ASCII_DTOSTR_BUF_SIZE];

      g_string_append_c (text, ',');
      if (!isnan (values[i]))
        g_string_append (text, g_ascii_formatd (number, sizeof number, "%.6g", values[i]));
    }
  g_string_append_c (text, '\n');
}

char *
cor_compare_to_csv (const CorResults *const *results, const char *const *names, guint n)
{
  static const char *const columns[][2] = {
    { "parity_year", "year" },  { "detour_share", "1" },
    { "energy_time", "min" },   { "tco_gap_per_truck", "yuan" },
    { "wtw_change", "t/year" }, { "public_cost", "yuan/year" },
    { "public_cost_per_t", "yuan/t" }, { "stations_to_build", "yuan" },
  };
  g_autoptr (GPtrArray) duties = all_duties (results, n);
  g_autofree double *values = g_new (double, n);
  GString *text = g_string_new ("figure,unit");

  G_STATIC_ASSERT (G_N_ELEMENTS (columns) == G_N_ELEMENTS (lines));
  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (text, ',');
      append_quoted (text, names[i]);
    }
  g_string_append_c (text, '\n');
  for (guint l = 0; l < G_N_ELEMENTS (lines); l++)
    {
      for (guint i = 0; i < n; i++)
        values[i] = results[i] != NULL ? lines[l].figure (results[i]) : NAN;
      for (guint i = 0; lines[l].manner == AS_YEAR && i < n; i++)
        values[i] = values[i] > 0 ? values[i] : NAN;
      append_line (text, columns[l][0], columns[l][1], values, n);
    }
  for (guint d = 0; d < duties->len; d++)
    {
      const char *id = ((const CorDuty *)duties->pdata[d])->item.id;
      g_autofree char *label = g_strdup_printf ("parity_year %s", id);

      for (guint i = 0; i < n; i++)
        {
          values[i] = duty_parity (results[i], id);
          values[i] = values[i] > 0 ? values[i] : NAN;
        }
      append_line (text, label, "year", values, n);
    }
  return g_string_free (text, FALSE);
}
