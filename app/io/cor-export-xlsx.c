/* cor-export-xlsx.c: scenario and results as a spreadsheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-export-xlsx.h"

#include "cor-item-json.h"
#include "cor-results-table.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <unistd.h>
#include <xlsxwriter.h>

/* 1980-01-01, the first day that a ZIP archive knows. */
#define FIRST_DAY 315532800

#define COLUMN_WIDTH 14

/* A sheet and where the next cell goes. */
typedef struct
{
  lxw_worksheet *sheet;
  lxw_format *bold;
  lxw_row_t row;
  lxw_col_t column;
} Sheet;

static Sheet
sheet_new (lxw_workbook *book, lxw_format *bold, const char *name)
{
  Sheet sheet = { workbook_add_worksheet (book, name), bold, 0, 0 };

  worksheet_freeze_panes (sheet.sheet, 1, 0);
  return sheet;
}

static void
put_text (Sheet *sheet, const char *text)
{
  if (text != NULL && *text != '\0')
    worksheet_write_string (sheet->sheet, sheet->row, sheet->column, text, sheet->row == 0 ? sheet->bold : NULL);
  sheet->column++;
}

static void
put_number (Sheet *sheet, double number)
{
  if (isfinite (number))
    worksheet_write_number (sheet->sheet, sheet->row, sheet->column, number, NULL);
  sheet->column++;
}

static void
end_row (Sheet *sheet)
{
  if (sheet->row == 0 && sheet->column > 0)
    worksheet_set_column (sheet->sheet, 0, sheet->column - 1, COLUMN_WIDTH, NULL);
  sheet->row++;
  sheet->column = 0;
}

static void
put_cell (Sheet *sheet, const CorResultsRow *row, guint column)
{
  CorCell cell;

  cor_results_table_cell (row, column, &cell);
  if (cell.borrowed != NULL)
    put_text (sheet, cell.borrowed);
  else
    put_number (sheet, cell.number);
}

static void
put_results (Sheet sheet, const GArray *rows)
{
  guint n;
  const char *const *names = cor_results_table_columns (&n);

  for (guint c = 0; c < n; c++)
    put_text (&sheet, names[c]);
  end_row (&sheet);
  for (guint r = 0; r < rows->len; r++)
    {
      for (guint c = 0; c < n; c++)
        put_cell (&sheet, &g_array_index (rows, CorResultsRow, r), c);
      end_row (&sheet);
    }
}

static void
put_cash_flow_head (Sheet *sheet)
{
  static const char *const names[] = { "duty", "truck", "powertrain", "year" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    put_text (sheet, names[i]);
  for (int part = 0; part < COR_N_TCO_PARTS; part++)
    {
      g_autofree char *name = g_strconcat (cor_tco_part_info (part)->id, "_yuan", NULL);

      put_text (sheet, name);
    }
  put_text (sheet, "total_yuan");
  put_text (sheet, "discounted_total_yuan");
  end_row (sheet);
}

/* One row a year: what each part costs, nominal; the sum, and the sum discounted. */
static void
put_cash_flow (Sheet *sheet, const CorResultsRow *row)
{
  const CorTco *tco = row->alternative->tco;

  for (guint slot = 0; tco != NULL && slot <= tco->n_years; slot++)
    {
      double total = 0, discounted = 0;

      put_text (sheet, row->duty->duty->item.id);
      put_text (sheet, cor_results_truck_label (row->results, row->alternative->truck));
      put_text (sheet, cor_enum_nick (cor_powertrain_values, row->alternative->powertrain));
      put_number (sheet, slot);
      for (int part = 0; part < COR_N_TCO_PARTS; part++)
        {
          put_number (sheet, tco->part[part][slot]);
          total += tco->part[part][slot];
          discounted += cor_tco_discounted (tco, part, slot);
        }
      put_number (sheet, total);
      put_number (sheet, discounted);
      end_row (sheet);
    }
}

static void
put_cash_flows (Sheet sheet, const GArray *rows)
{
  put_cash_flow_head (&sheet);
  for (guint r = 0; r < rows->len; r++)
    put_cash_flow (&sheet, &g_array_index (rows, CorResultsRow, r));
}

/* The entries of a layer; @whose says what the layer belongs to. */
static void
put_layer (Sheet *sheet, const CorParamLayer *layer, const char *whose)
{
  guint n = 0;
  const CorParameter *entries = layer ? cor_param_layer_entries (layer, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      const CorParameter *entry = &entries[i];

      put_text (sheet, whose);
      put_text (sheet, cor_param_info (entry->id)->id);
      put_text (sheet, entry->truck_type);
      put_text (sheet, entry->powertrain < 0 ? NULL : cor_enum_nick (cor_powertrain_values, entry->powertrain));
      put_text (sheet, entry->region);
      put_text (sheet, entry->convention);
      put_number (sheet, entry->year != 0 ? entry->year : NAN);
      put_number (sheet, entry->value);
      put_number (sheet, entry->low);
      put_number (sheet, entry->high);
      put_text (sheet, cor_param_info (entry->id)->unit);
      put_text (sheet, cor_enum_nick (cor_param_status_values, entry->status));
      put_text (sheet, entry->source);
      put_text (sheet, entry->place);
      put_text (sheet, entry->note);
      end_row (sheet);
    }
}

static void
put_own_layers (Sheet *sheet, const CorScenario *scenario, CorItemKind kind)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, kind, &n);
  const CorField *field = cor_item_field (kind, "parameters");

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *whose = g_strdup_printf ("%s/%s", cor_item_kind_nick (kind), items[i]->id);

      put_layer (sheet, cor_item_boxed (items[i], field), whose);
    }
}

/* From the layer that wins over all others to the defaults. */
static void
put_parameters (Sheet sheet, const CorScenario *scenario, const CorParamLayer *defaults)
{
  static const char *const names[]
    = { "layer", "id",  "truck_type", "powertrain", "region", "convention", "year", "value",
        "low",   "high", "unit",      "status",     "source", "place",      "note" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    put_text (&sheet, names[i]);
  end_row (&sheet);
  put_own_layers (&sheet, scenario, COR_ITEM_DUTY);
  put_own_layers (&sheet, scenario, COR_ITEM_TRUCK);
  put_layer (&sheet, cor_scenario_head (scenario)->parameters, "scenario");
  put_layer (&sheet, defaults, "default");
}

static void
put_field (Sheet *sheet, const CorItem *item, const CorField *field)
{
  if (field->type == COR_FIELD_STRING)
    put_text (sheet, cor_item_string (item, field));
  else if (field->type == COR_FIELD_ENUM)
    put_text (sheet, cor_enum_nick (field->values, (int) cor_item_number (item, field)));
  else if (!cor_item_field_given (item, field))
    put_text (sheet, NULL);
  else
    put_number (sheet, cor_item_number (item, field));
}

static void
put_items (Sheet sheet, const CorScenario *scenario, CorItemKind kind)
{
  guint n, n_fields;
  const CorField *fields = cor_item_fields (kind, &n_fields);
  const CorItem *const *items = cor_scenario_items (scenario, kind, &n);

  for (guint f = 0; f < n_fields; f++)
    if (fields[f].type < COR_FIELD_STRINGS)
      put_text (&sheet, fields[f].key);
  end_row (&sheet);
  for (guint i = 0; i < n; i++)
    {
      for (guint f = 0; f < n_fields; f++)
        if (fields[f].type < COR_FIELD_STRINGS)
          put_field (&sheet, items[i], &fields[f]);
      end_row (&sheet);
    }
}

static void
fill (lxw_workbook *book, const CorResults *results, const CorParamLayer *defaults)
{
  g_autoptr (GArray) rows = cor_results_table_rows (results);
  lxw_format *bold = workbook_add_format (book);
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  lxw_doc_properties properties = { .created = epoch ? (time_t) g_ascii_strtoll (epoch, NULL, 10) : FIRST_DAY };

  workbook_set_properties (book, &properties);
  format_set_bold (bold);
  put_results (sheet_new (book, bold, "Results"), rows);
  put_cash_flows (sheet_new (book, bold, "Cash flows"), rows);
  put_parameters (sheet_new (book, bold, "Parameters"), results->scenario, defaults);
  put_items (sheet_new (book, bold, "Sites"), results->scenario, COR_ITEM_SITE);
  put_items (sheet_new (book, bold, "Stations"), results->scenario, COR_ITEM_STATION);
  put_items (sheet_new (book, bold, "Routes"), results->scenario, COR_ITEM_ROUTE);
}

GBytes *
cor_export_xlsx (const CorResults *results, const CorParamLayer *defaults, GError **error)
{
  g_autofree char *path = NULL;
  lxw_workbook *book;
  lxw_error failed;
  char *content = NULL;
  gsize length = 0;
  int fd = g_file_open_tmp ("corridor-XXXXXX.xlsx", &path, error);

  if (fd < 0)
    return NULL;
  close (fd);
  book = workbook_new (path);
  fill (book, results, defaults);
  failed = workbook_close (book);
  if (failed != LXW_NO_ERROR)
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _ ("the spreadsheet could not be made: %s"), lxw_strerror (failed));
  else
    g_file_get_contents (path, &content, &length, error);
  g_unlink (path);
  return content ? g_bytes_new_take (content, length) : NULL;
}
