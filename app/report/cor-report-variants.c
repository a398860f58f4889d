/* cor-report-variants.c: the variants of the scenario beside each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-parts.h"

#include "cor-compare-table.h"
#include "cor-report-table.h"

#include <glib/gi18n-lib.h>

/* How many have room on a page, the baseline among them. */
#define MOST 5

/* Height of the charts, and what stands together with them. */
#define CHARTS 168.0
#define HEAD_ROOM 240.0

/* A figure with its change in brackets. */
static char *
cell_text (const CorCompareRow *row, guint i, guint n)
{
  if (i >= n)
    return NULL;
  if (*row->cells[i].change == '\0')
    return g_strdup (row->cells[i].text);
  return g_strdup_printf ("%s (%s)", row->cells[i].text, row->cells[i].change);
}

static char *
row_label (const CorCompareRow *row)
{
  return *row->unit != '\0' ? g_strdup_printf (_ ("%s, %s"), row->label, row->unit) : g_strdup (row->label);
}

static void
table (CorSheet *sheet, guint n)
{
  const CorReportInput *input = sheet->input;
  g_autoptr (GPtrArray) rows = cor_compare_rows (input->variants, n, 0, sheet->zh);
  CorColumn columns[MOST + 1] = { { _ ("Figure"), 34, FALSE } };
  CorTable *lines;

  for (guint i = 0; i < n; i++)
    columns[i + 1] = (CorColumn){ input->variant_names[i], 22, TRUE };
  lines = cor_table_new (sheet, columns, n + 1, FALSE);
  for (guint r = 0; r < rows->len; r++)
    {
      const CorCompareRow *row = g_ptr_array_index (rows, r);

      if (row->duty != NULL && !row->differs)
        continue;
      cor_table_add (lines, row_label (row), cell_text (row, 0, n), cell_text (row, 1, n), cell_text (row, 2, n),
                     cell_text (row, 3, n), cell_text (row, 4, n));
    }
  cor_table_draw (lines);
}

void
cor_report_variants (CorSheet *sheet, const CorFacts *facts)
{
  const CorReportInput *input = sheet->input;
  guint n = MIN (input->n_variants, MOST), strong = n > 0 ? n - 1 : 0;
  g_autofree char *missing = NULL;

  if (n < 2 && input->missing == NULL)
    return;
  for (guint i = 0; i < n; i++)
    if (input->variants[i] == input->results)
      strong = i;
  cor_sheet_need (sheet, HEAD_ROOM);
  cor_sheet_section (sheet, _ ("Variants beside each other"),
                     _ ("Each column is the scenario with the changes of one variant; in brackets the change against the first "
                        "column, the baseline. Duties whose parity year is the same in all are left out."));
  if (input->missing != NULL)
    {
      missing = g_strdup_printf (_ ("⚠ Not worked out when this was written, and so missing here: %s."), input->missing);
      cor_sheet_text (sheet, COR_INK_BODY, missing);
    }
  if (n < 2)
    return;
  cor_sheet_charts (sheet, cor_compare_chart_gap (input->variants, input->variant_names, input->variant_names, n, 0, strong),
                    cor_compare_chart_parts (input->variants, input->variant_names, n), CHARTS);
  table (sheet, n);
}
