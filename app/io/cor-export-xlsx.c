/* cor-export-xlsx.c: scenario and results as a spreadsheet.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-xlsx-private.h"

#include "cor-config.h"
#include "cor-data-text.h"
#include "cor-error.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <unistd.h>

/* 1980-01-01, the first day that a ZIP archive knows. */
#define FIRST_DAY 315532800

/* Widths of the sheet that says what is in the others, in characters. */
#define WIDTH_KEY   30
#define WIDTH_VALUE 90

/* A line of the first sheet: what it is and what it says. */
static void
say (CorXlsxSheet *sheet, const char *key, const char *value)
{
  lxw_format *wrap = sheet->book->looks[COR_XLSX_WRAP];

  if (key != NULL)
    worksheet_write_string (sheet->sheet, sheet->row, 0, key, wrap);
  if (value != NULL)
    worksheet_write_string (sheet->sheet, sheet->row, 1, value, wrap);
  cor_xlsx_row_end (sheet);
}

static void
say_number (CorXlsxSheet *sheet, const char *key, double number, CorXlsxLook look)
{
  worksheet_write_string (sheet->sheet, sheet->row, 0, key, sheet->book->looks[COR_XLSX_WRAP]);
  sheet->column = 1;
  cor_xlsx_number_as (sheet, number, look);
  cor_xlsx_row_end (sheet);
}

static void
say_policies (CorXlsxSheet *sheet, const CorScenario *scenario)
{
  g_autoptr (GString) on = g_string_new (NULL);
  guint n;
  const CorItem *const *policies = cor_scenario_items (scenario, COR_ITEM_POLICY, &n);

  for (guint i = 0; i < n; i++)
    if (((const CorPolicy *) policies[i])->on)
      g_string_append_printf (on, "%s%s", on->len > 0 ? _ (", ") : "", cor_item_label (policies[i], sheet->book->zh));
  say (sheet, _ ("Policies switched on"), on->len > 0 ? on->str : _ ("none"));
}

static void
say_what (CorXlsxSheet *sheet, const CorExportBook *what)
{
  const CorHead *head = cor_scenario_head (what->results->scenario);
  gboolean zh = sheet->book->zh;

  say (sheet, _ ("Region"), cor_param_layer_region_name (what->defaults, head->region, zh));
  say (sheet, _ ("Accounting"), cor_data_name (head->convention));
  say_number (sheet, _ ("Model year"), what->results->first_year + (int) what->results->year, COR_XLSX_YEAR);
  if (what->network != NULL)
    say (sheet, _ ("Road network"), what->network);
  say_policies (sheet, what->results->scenario);
  say (sheet, _ ("Note"), cor_item_note (&head->item, zh));
}

/* The four numbers of the window. */
static void
say_figures (CorXlsxSheet *sheet, const CorResults *results)
{
  g_autofree char *later = g_strdup_printf (">%d", results->first_year + (int) results->n_years - 1);

  if (results->parity_year != 0)
    say_number (sheet, _ ("TCO parity year"), results->parity_year, COR_XLSX_YEAR);
  else
    say (sheet, _ ("TCO parity year"), results->comparable > 0 ? later : NULL);
  say_number (sheet, _ ("Detour share"), results->detour_share, COR_XLSX_SHARE);
  say_number (sheet, _ ("Emissions avoided, t CO₂e a year"), results->saved_t, COR_XLSX_ONE);
  say_number (sheet, _ ("Public cost per tonne, yuan per t CO₂e"), results->public_yuan_per_t, COR_XLSX_WHOLE);
}

static void
put_contents (const CorXlsxBook *book, const CorExportBook *what)
{
  const char *title = cor_scenario_title (what->results->scenario, book->zh);
  CorXlsxSheet sheet;

  cor_xlsx_sheet_init (&sheet, book, _ ("Contents"));
  worksheet_set_column (sheet.sheet, 0, 0, WIDTH_KEY, NULL);
  worksheet_set_column (sheet.sheet, 1, 1, WIDTH_VALUE, NULL);
  worksheet_write_string (sheet.sheet, 0, 0, title ? title : "", book->looks[COR_XLSX_TITLE]);
  sheet.row = 2;
  say_what (&sheet, what);
  cor_xlsx_row_end (&sheet);
  say_figures (&sheet, what->results);
  cor_xlsx_row_end (&sheet);
  say (&sheet, _ ("Results"), _ ("A row for each duty and truck, in the model year shown; for one truck."));
  say (&sheet, _ ("Cost parts"), _ ("What the total consists of, discounted over the ownership; below, all trucks together."));
  say (&sheet, _ ("Cash flows"), _ ("Year by year, before and after discounting."));
  say (&sheet, _ ("Emissions"), _ ("By duty with all its trucks, beside diesel trucks that do the same work."));
  say (&sheet, _ ("Emission factors"), _ ("What the emissions are counted with, and where it comes from."));
  if (what->n_variants > 1)
    say (&sheet, _ ("Variants"), _ ("Beside each other, what each changes, and how far it is from the first."));
  say (&sheet, _ ("Parameters"), _ ("Every figure that goes in, with unit, range, status and source."));
  cor_xlsx_row_end (&sheet);
  say (&sheet, _ ("Values and formulas"),
       _ ("What the model works out stands as a value. Sums, differences and quotients are formulas over those values; "
          "changing a cell here does not work out the model anew."));
  say (&sheet, _ ("Heads"), _ ("The first row of a sheet has the names of CSV files, the second says what they mean, with the unit."));
  say (&sheet, _ ("Made by"), "Corridor " COR_VERSION);
  worksheet_set_landscape (sheet.sheet);
  worksheet_set_paper (sheet.sheet, 9);
  worksheet_fit_to_pages (sheet.sheet, 1, 0);
  g_free (sheet.name);
}

static void
put_items (const CorXlsxBook *book, const CorExportBook *what)
{
  guint n = 0;

  cor_scenario_items (what->results->scenario, COR_ITEM_MACHINE, &n);
  cor_xlsx_items (book, what, COR_ITEM_DUTY, _ ("Duties"));
  cor_xlsx_items (book, what, COR_ITEM_TRUCK, _ ("Trucks"));
  cor_xlsx_items (book, what, COR_ITEM_ROUTE, _ ("Routes"));
  cor_xlsx_items (book, what, COR_ITEM_STATION, _ ("Stations"));
  cor_xlsx_items (book, what, COR_ITEM_SITE, _ ("Sites"));
  cor_xlsx_items (book, what, COR_ITEM_POLICY, _ ("Policies"));
  if (n > 0)
    cor_xlsx_items (book, what, COR_ITEM_MACHINE, _ ("Machines"));
}

static void
fill (lxw_workbook *workbook, const CorExportBook *what)
{
  g_autoptr (GArray) rows = cor_results_table_rows (what->results);
  const char *epoch = g_getenv ("SOURCE_DATE_EPOCH");
  lxw_doc_properties properties = { .created = epoch ? (time_t) g_ascii_strtoll (epoch, NULL, 10) : FIRST_DAY };
  CorXlsxBook book;

  workbook_set_properties (workbook, &properties);
  cor_xlsx_book_init (&book, workbook, what->zh);
  cor_xlsx_words_init (&book, what);
  put_contents (&book, what);
  cor_xlsx_results (&book, what, rows);
  cor_xlsx_costs (&book, what, rows);
  cor_xlsx_cash_flows (&book, what, rows);
  cor_xlsx_emissions (&book, what);
  cor_xlsx_factors (&book, what);
  cor_xlsx_variants (&book, what);
  cor_xlsx_parameters (&book, what);
  put_items (&book, what);
  cor_xlsx_words_clear (&book);
}

/* The library packs its sheets in a file of its own; it leaves the system's reason where it has one. */
static void
set_error (GError **error, lxw_error failed, int reason)
{
  if (reason == ENOSPC || reason == EDQUOT || reason == EFBIG)
    g_set_error (error, COR_ERROR, COR_ERROR_NO_SPACE,
                 _ ("there is no room on the disk; what was there before is untouched"));
  else
    g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_FAILED, _ ("the spreadsheet could not be made: %s"), lxw_strerror (failed));
}

GBytes *
cor_export_xlsx (const CorExportBook *what, GError **error)
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
  fill (book, what);
  errno = 0;
  failed = workbook_close (book);
  if (failed != LXW_NO_ERROR)
    set_error (error, failed, errno);
  else
    g_file_get_contents (path, &content, &length, error);
  g_unlink (path);
  return content ? g_bytes_new_take (content, length) : NULL;
}
