/* cor-xlsx-costs.c: the sheets of cost parts and of cash flows, whose sums can be followed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-rests.h"
#include "cor-xlsx-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Columns of the sheet of costs before the parts: duty, its name, truck, powertrain, counted, replaced. */
#define COUNTED 4u
#define REPLACED 5u
#define FIRST_PART 6u
#define TOTAL (FIRST_PART + COR_N_TCO_PARTS)

/* Columns of the sheet of cash flows before the parts: duty, its name, truck, powertrain, year, two factors. */
#define FLOW_FACTORS 5u
#define FLOW_FIRST_PART 7u
#define FLOW_DISCOUNTED (FLOW_FIRST_PART + COR_N_TCO_PARTS + 1)

/* The letters of a column. */
static char *
letters (guint column)
{
  char text[LXW_MAX_COL_NAME_LENGTH];

  lxw_col_to_name (text, (lxw_col_t) column, 0);
  return g_strdup (text);
}

static void
put_part_heads (CorXlsxSheet *sheet)
{
  for (int part = 0; part < COR_N_TCO_PARTS; part++)
    {
      const CorTcoPartInfo *info = cor_tco_part_info (part);
      g_autofree char *name = g_strconcat (info->id, "_yuan", NULL);

      cor_xlsx_head (sheet, name, _ (info->label), _ ("yuan"));
    }
}

static void
put_names (CorXlsxSheet *sheet, const CorResultsRow *row)
{
  cor_xlsx_text (sheet, row->duty->duty->item.id);
  cor_xlsx_text (sheet, cor_item_label (&row->duty->duty->item, sheet->book->zh));
  cor_xlsx_text (sheet, cor_xlsx_name (sheet->book, &row->alternative->truck->item));
  cor_xlsx_text (sheet, cor_enum_name (cor_powertrain_values, row->alternative->powertrain));
}

/* The sum of the row's parts. */
static void
put_sum (CorXlsxSheet *sheet, guint first, double value)
{
  g_autofree char *from = cor_xlsx_cell (sheet->row, first);
  g_autofree char *to = cor_xlsx_cell (sheet->row, first + COR_N_TCO_PARTS - 1);

  cor_xlsx_formula (sheet, value, "=SUM(%s:%s)", from, to);
}

/* The same total out of the cash flows, so that both can be seen to agree; @flow_row: the first of the truck there, which is
 * moved on to the next truck's. By rows, since names may be alike or hold wildcards. */
static void
put_flow_total (CorXlsxSheet *sheet, const CorTco *tco, double value, guint *flow_row)
{
  g_autofree char *column = letters (FLOW_DISCOUNTED);
  guint n = tco != NULL ? tco->n_years + 1 : 0;

  if (tco == NULL)
    cor_xlsx_number (sheet, NAN);
  else
    cor_xlsx_formula (sheet, value, "=SUM('%s'!%s%u:%s%u)", _ ("Cash flows"), column, *flow_row + 1, column, *flow_row + n);
  *flow_row += n;
}

static CorTraceKey
truck_key (const CorResultsRow *row)
{
  CorTraceKey key = { .quantity = COR_TRACE_TRUCK_TCO, .duty = (guint) (row->duty - row->results->duties), .truck = -1 };

  for (guint i = 0; row->alternative != row->duty->diesel && i < row->duty->n_alternatives; i++)
    if (row->duty->alternatives[i] == row->alternative)
      key.truck = (int) i;
  return key;
}

static void
put_cost (CorXlsxSheet *sheet, const CorResultsRow *row, guint *flow_row)
{
  const CorOutcome *outcome = &row->alternative->outcomes[row->results->year];
  const CorAlternative *challenger = cor_duty_result_challenger (row->results, row->duty, row->results->year);
  double trucks = row->duty->duty->trucks;
  gboolean known = isfinite (outcome->tco_yuan);
  CorTraceKey key = truck_key (row);

  put_names (sheet, row);
  cor_xlsx_number (sheet, challenger == row->alternative ? trucks : 0);
  cor_xlsx_number (sheet, challenger != NULL && row->duty->diesel == row->alternative ? trucks : 0);
  for (int part = 0; part < COR_N_TCO_PARTS; part++)
    cor_xlsx_number (sheet, known ? outcome->part_yuan[part] : NAN);
  cor_xlsx_mark_formulas (sheet, known && cor_trace_rests (row->results, &key));
  put_sum (sheet, FIRST_PART, outcome->tco_yuan);
  cor_xlsx_mark_formulas (sheet, FALSE);
  put_flow_total (sheet, row->alternative->tco, outcome->tco_yuan, flow_row);
  cor_xlsx_row_end (sheet);
}

/* The parts of all trucks together: @weights is the column that says how many; @assumed: whether
 * their sum rests on something assumed. */
static void
put_total (CorXlsxSheet *sheet, guint last_row, const char *label, guint weights, const double *parts, double total, gboolean assumed)
{
  g_autofree char *w = letters (weights);

  cor_xlsx_text (sheet, label);
  sheet->column = FIRST_PART;
  for (guint part = 0; part < COR_N_TCO_PARTS; part++)
    {
      g_autofree char *c = letters (FIRST_PART + part);

      cor_xlsx_formula (sheet, parts[part], "=SUMPRODUCT($%s$%u:$%s$%u,%s$%u:%s$%u)", w, COR_XLSX_FIRST_ROW + 1, w, last_row, c,
                        COR_XLSX_FIRST_ROW + 1, c, last_row);
    }
  cor_xlsx_mark_formulas (sheet, assumed);
  put_sum (sheet, FIRST_PART, total);
  cor_xlsx_mark_formulas (sheet, FALSE);
  cor_xlsx_row_end (sheet);
}

void
cor_xlsx_costs (const CorXlsxBook *book, const CorExportBook *what, const GArray *rows)
{
  const CorTotals *totals = &what->results->totals[what->results->year];
  g_autofree char *mark = cor_xlsx_mark_text ();
  g_autofree char *unit = g_strdup_printf ("%s; %s", _ ("yuan"), mark);
  guint flow_row = COR_XLSX_FIRST_ROW;
  CorXlsxSheet sheet;

  cor_xlsx_sheet_init (&sheet, book, _ ("Cost parts"));
  cor_xlsx_head (&sheet, "duty", _ ("Duty"), NULL);
  cor_xlsx_head (&sheet, "duty_name", _ ("Name"), NULL);
  cor_xlsx_head (&sheet, "truck", _ ("Truck"), NULL);
  cor_xlsx_head (&sheet, "powertrain", _ ("Powertrain"), NULL);
  cor_xlsx_head (&sheet, "trucks_counted", _ ("Trucks in the sums"), NULL);
  cor_xlsx_head (&sheet, "trucks_replaced", _ ("Diesel trucks replaced"), NULL);
  put_part_heads (&sheet);
  cor_xlsx_head (&sheet, "tco_yuan", _ ("Cost of ownership, one truck"), unit);
  cor_xlsx_head (&sheet, "cash_flow_tco_yuan", _ ("The same out of the cash flows"), _ ("yuan"));
  cor_xlsx_heads_end (&sheet);
  for (guint r = 0; r < rows->len; r++)
    put_cost (&sheet, &g_array_index (rows, CorResultsRow, r), &flow_row);
  cor_xlsx_rows_end (&sheet);
  cor_xlsx_row_end (&sheet);
  {
    guint last = COR_XLSX_FIRST_ROW + MAX (rows->len, 1);

    put_total (&sheet, last, _ ("All trucks of the scenario"), COUNTED, totals->part_yuan, totals->tco_yuan,
               cor_trace_rests (what->results, &(CorTraceKey){ .quantity = COR_TRACE_TCO }));
    put_total (&sheet, last, _ ("Diesel trucks instead"), REPLACED, totals->diesel_part_yuan, totals->diesel_tco_yuan,
               cor_trace_rests (what->results, &(CorTraceKey){ .quantity = COR_TRACE_DIESEL_TCO }));
  }
  cor_xlsx_sheet_end (&sheet);
}

/* Each part of a slot counts with the factor of when it falls. */
static void
put_discounted (CorXlsxSheet *sheet, double value)
{
  g_autofree char *running = cor_xlsx_cell (sheet->row, FLOW_FACTORS);
  g_autofree char *at_end = cor_xlsx_cell (sheet->row, FLOW_FACTORS + 1);
  g_autoptr (GString) runs = g_string_new (NULL);
  g_autoptr (GString) ends = g_string_new (NULL);

  for (guint part = 0; part < COR_N_TCO_PARTS; part++)
    {
      GString *sum = cor_tco_part_info ((CorTcoPart) part)->at_end ? ends : runs;
      g_autofree char *cell = cor_xlsx_cell (sheet->row, FLOW_FIRST_PART + part);

      g_string_append_printf (sum, "%s%s", sum->len > 0 ? "+" : "", cell);
    }
  cor_xlsx_formula (sheet, value, "=(%s)*%s+(%s)*%s", runs->str, running, ends->str, at_end);
}

static void
put_cash_flow (CorXlsxSheet *sheet, const CorResultsRow *row)
{
  const CorTco *tco = row->alternative->tco;

  for (guint slot = 0; tco != NULL && slot <= tco->n_years; slot++)
    {
      double total = 0, discounted = 0;

      put_names (sheet, row);
      cor_xlsx_number (sheet, slot);
      cor_xlsx_number (sheet, tco->discount[0][slot]);
      cor_xlsx_number (sheet, tco->discount[1][slot]);
      for (int part = 0; part < COR_N_TCO_PARTS; part++)
        {
          cor_xlsx_number (sheet, tco->part[part][slot]);
          total += tco->part[part][slot];
          discounted += cor_tco_discounted (tco, part, slot);
        }
      put_sum (sheet, FLOW_FIRST_PART, total);
      put_discounted (sheet, discounted);
      cor_xlsx_row_end (sheet);
    }
}

void
cor_xlsx_cash_flows (const CorXlsxBook *book, const CorExportBook *what, const GArray *rows)
{
  CorXlsxSheet sheet;

  cor_xlsx_sheet_init (&sheet, book, _ ("Cash flows"));
  cor_xlsx_head (&sheet, "duty", _ ("Duty"), NULL);
  cor_xlsx_head (&sheet, "duty_name", _ ("Name"), NULL);
  cor_xlsx_head (&sheet, "truck", _ ("Truck"), NULL);
  cor_xlsx_head (&sheet, "powertrain", _ ("Powertrain"), NULL);
  cor_xlsx_head (&sheet, "year", _ ("Year of ownership"), _ ("0: purchase"));
  cor_xlsx_head (&sheet, "discount_running_factor", _ ("Discount factor, running costs"), NULL);
  cor_xlsx_head (&sheet, "discount_end_factor", _ ("Discount factor, end of year"), NULL);
  put_part_heads (&sheet);
  cor_xlsx_head (&sheet, "total_yuan", _ ("Total"), _ ("yuan"));
  cor_xlsx_head (&sheet, "discounted_total_yuan", _ ("Total, discounted"), _ ("yuan"));
  cor_xlsx_heads_end (&sheet);
  for (guint r = 0; r < rows->len; r++)
    put_cash_flow (&sheet, &g_array_index (rows, CorResultsRow, r));
  cor_xlsx_sheet_end (&sheet);
}
