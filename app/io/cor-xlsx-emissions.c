/* cor-xlsx-emissions.c: the sheets of emissions and of the factors that they were counted with.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-xlsx-private.h"

#include "cor-data-text.h"
#include "cor-emission-rows.h"
#include "cor-trace-rests.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define G_PER_KG 1000.0

/* The columns that sums and quotients read. */
enum
{
  DUTY,
  NAME,
  FLEET,
  POWERTRAIN,
  TRUCKS,
  TRIPS,
  KM,
  TKM,
  WTT,
  TTW,
  WTW,
  DETOUR,
  PER_TRIP,
  PER_KM,
  PER_TKM,
  NOX,
  PM,
  MAKING,
};

static void
put_heads (CorXlsxSheet *sheet)
{
  g_autofree char *mark = cor_xlsx_mark_text ();
  g_autofree char *unit = g_strdup_printf ("%s; %s", _ ("kg CO₂e a year"), mark);

  cor_xlsx_head (sheet, "duty", _ ("Duty"), NULL);
  cor_xlsx_head (sheet, "duty_name", _ ("Name"), NULL);
  cor_xlsx_head (sheet, "fleet", _ ("Fleet"), NULL);
  cor_xlsx_head (sheet, "powertrain", _ ("Powertrain"), NULL);
  cor_xlsx_head (sheet, "trucks", _ ("Trucks"), NULL);
  cor_xlsx_head (sheet, "trips_per_year", _ ("Trips"), _ ("a year"));
  cor_xlsx_head (sheet, "driven_km_per_year", _ ("Driven"), _ ("km a year"));
  cor_xlsx_head (sheet, "tkm_per_year", _ ("Transport activity"), _ ("tkm a year"));
  cor_xlsx_head (sheet, "wtt_kgco2e_per_year", _ ("Well to tank"), _ ("kg CO₂e a year"));
  cor_xlsx_head (sheet, "ttw_kgco2e_per_year", _ ("Tank to wheel"), _ ("kg CO₂e a year"));
  cor_xlsx_head (sheet, "wtw_kgco2e_per_year", _ ("Well to wheel"), unit);
  cor_xlsx_head (sheet, "detour_kgco2e_per_year", _ ("Of it by detours for energy"), _ ("kg CO₂e a year"));
  cor_xlsx_head (sheet, "wtw_kgco2e_per_trip", _ ("Well to wheel"), _ ("kg CO₂e a trip"));
  cor_xlsx_head (sheet, "wtw_gco2e_per_km", _ ("Well to wheel"), "g CO₂e/km");
  cor_xlsx_head (sheet, "wtw_gco2e_per_tkm", _ ("Well to wheel"), "g CO₂e/tkm");
  cor_xlsx_head (sheet, "nox_kg_per_year", "NOx", _ ("kg a year"));
  cor_xlsx_head (sheet, "pm_kg_per_year", _ ("Particles"), _ ("kg a year"));
  cor_xlsx_head (sheet, "making_kgco2e_per_year", _ ("Making of vehicles, not in well to wheel"), _ ("kg CO₂e a year"));
  cor_xlsx_head (sheet, "factor", _ ("Emission factor"), NULL);
  cor_xlsx_head (sheet, "factor_scope", _ ("What it counts"), NULL);
  cor_xlsx_heads_end (sheet);
}

/* @factor times column @of over column @by, in the row at hand. */
static void
put_quotient (CorXlsxSheet *sheet, double value, guint by, double factor)
{
  g_autofree char *of = cor_xlsx_cell (sheet->row, WTW);
  g_autofree char *over = cor_xlsx_cell (sheet->row, by);

  if (factor == 1)
    cor_xlsx_formula (sheet, value, "=%s/%s", of, over);
  else
    cor_xlsx_formula (sheet, value, "=%s/%s*%g", of, over, factor);
}

static void
put_total_energy (CorXlsxSheet *sheet, double value)
{
  g_autofree char *wtt = cor_xlsx_cell (sheet->row, WTT);
  g_autofree char *ttw = cor_xlsx_cell (sheet->row, TTW);

  cor_xlsx_formula (sheet, value, "=%s+%s", wtt, ttw);
}

static void
put_quotients (CorXlsxSheet *sheet, const CorEmissionRow *row)
{
  double wtw = row->emission.wtw_kg;

  put_quotient (sheet, wtw / row->trips, TRIPS, 1);
  put_quotient (sheet, wtw / row->km * G_PER_KG, KM, G_PER_KG);
  put_quotient (sheet, wtw / row->tkm * G_PER_KG, TKM, G_PER_KG);
}

static const char *
fleet_of (const CorEmissionRow *row)
{
  return row->reference ? _ ("Diesel") : _ ("Scenario");
}

static void
put_row (CorXlsxSheet *sheet, const CorEmissionRow *row, gboolean assumed)
{
  cor_xlsx_text (sheet, row->item->id);
  cor_xlsx_text (sheet, cor_item_label (row->item, sheet->book->zh));
  cor_xlsx_text (sheet, fleet_of (row));
  cor_xlsx_text (sheet, cor_enum_name (cor_powertrain_values, row->powertrain));
  cor_xlsx_number (sheet, row->trucks);
  cor_xlsx_number (sheet, row->trips);
  cor_xlsx_number (sheet, row->km);
  cor_xlsx_number (sheet, row->tkm);
  cor_xlsx_number (sheet, row->emission.wtt_kg);
  cor_xlsx_number (sheet, row->emission.ttw_kg);
  cor_xlsx_mark_formulas (sheet, assumed);
  put_total_energy (sheet, row->emission.wtw_kg);
  cor_xlsx_mark_formulas (sheet, FALSE);
  cor_xlsx_number (sheet, row->detour_kg);
  put_quotients (sheet, row);
  cor_xlsx_number (sheet, row->nox_kg);
  cor_xlsx_number (sheet, row->pm_kg);
  cor_xlsx_number (sheet, row->making_kg);
  cor_xlsx_text (sheet, row->factor == NULL ? NULL : sheet->book->zh && row->factor->name_zh != NULL ? row->factor->name_zh : row->factor->name);
  cor_xlsx_text (sheet, row->factor ? cor_enum_name (cor_factor_scope_values, row->factor->scope) : NULL);
  cor_xlsx_row_end (sheet);
}

/* The sum of a column over the rows of one fleet. */
static void
put_sum (CorXlsxSheet *sheet, guint last_row, const char *fleet, double value)
{
  guint column = sheet->column;
  g_autofree char *from = cor_xlsx_cell (COR_XLSX_FIRST_ROW, column);
  g_autofree char *to = cor_xlsx_cell (last_row, column);

  cor_xlsx_formula (sheet, value, "=SUMIFS(%s:%s,$C$%u:$C$%u,\"%s\")", from, to, COR_XLSX_FIRST_ROW + 1, last_row + 1, fleet);
}

/* All duties together. */
static void
put_fleet (CorXlsxSheet *sheet, guint last_row, const CorEmissionRow *row, gboolean assumed)
{
  const double values[] = { [TRUCKS] = row->trucks,
                            [TRIPS] = row->trips,
                            [KM] = row->km,
                            [TKM] = row->tkm,
                            [WTT] = row->emission.wtt_kg,
                            [TTW] = row->emission.ttw_kg,
                            [DETOUR] = row->detour_kg,
                            [NOX] = row->nox_kg,
                            [PM] = row->pm_kg,
                            [MAKING] = row->making_kg };

  cor_xlsx_text (sheet, row->reference ? _ ("Diesel trucks instead") : _ ("All trucks of the scenario"));
  sheet->column = TRUCKS;
  for (guint c = TRUCKS; c <= MAKING; c++)
    if (c == WTW)
      {
        cor_xlsx_mark_formulas (sheet, assumed);
        put_total_energy (sheet, row->emission.wtw_kg);
        cor_xlsx_mark_formulas (sheet, FALSE);
      }
    else if (c == PER_TRIP)
      put_quotients (sheet, row);
    else if (c < PER_TRIP || c > PER_TKM)
      put_sum (sheet, last_row, fleet_of (row), values[c]);
  cor_xlsx_row_end (sheet);
}

/* Whether the emissions of a row rest on something assumed. */
static gboolean
rests (const CorResults *results, CorEmissionBy by, guint index)
{
  return cor_trace_rests (results, &(CorTraceKey){ .quantity = COR_TRACE_ROW_WTW, .by = by, .index = index });
}

void
cor_xlsx_emissions (const CorXlsxBook *book, const CorExportBook *what)
{
  CorFactorChoice choice;
  CorXlsxSheet sheet;
  g_autoptr (GArray) rows = NULL;
  g_autoptr (GArray) sums = NULL;

  cor_factor_choice_init (what->results, &choice);
  rows = cor_emission_rows (what->results, &choice, COR_EMISSION_BY_DUTY);
  sums = cor_emission_rows (what->results, &choice, COR_EMISSION_BY_SCENARIO);
  cor_xlsx_sheet_init (&sheet, book, _ ("Emissions"));
  put_heads (&sheet);
  for (guint i = 0; i < rows->len; i++)
    put_row (&sheet, &g_array_index (rows, CorEmissionRow, i), rests (what->results, COR_EMISSION_BY_DUTY, i));
  cor_xlsx_rows_end (&sheet);
  if (rows->len > 0)
    {
      guint last_row = sheet.row - 1;

      cor_xlsx_row_end (&sheet);
      for (guint i = 0; i < sums->len; i++)
        put_fleet (&sheet, last_row, &g_array_index (sums, CorEmissionRow, i), rests (what->results, COR_EMISSION_BY_SCENARIO, i));
    }
  cor_xlsx_sheet_end (&sheet);
}

static void
put_factor (CorXlsxSheet *sheet, const CorFactor *factor, int year, double share)
{
  static const char *const units[COR_N_FACTOR_KINDS] = { "kg CO₂e/kWh", "kg CO₂e/L", "kg CO₂e/kg" };

  if (factor == NULL)
    return;
  cor_xlsx_text (sheet, cor_enum_name (cor_factor_kind_values, factor->kind));
  cor_xlsx_text (sheet, factor->id);
  cor_xlsx_text (sheet, sheet->book->zh && factor->name_zh != NULL ? factor->name_zh : factor->name);
  cor_xlsx_text (sheet, cor_factor_region (factor, sheet->book->zh));
  cor_xlsx_number (sheet, factor->year);
  cor_xlsx_text (sheet, cor_enum_name (cor_factor_scope_values, factor->scope));
  cor_xlsx_number_as (sheet, cor_factor_total (factor, year), factor->status == COR_STATUS_ASSUMED ? COR_XLSX_ASSUMED : COR_XLSX_PLAIN);
  cor_xlsx_number_as (sheet, factor->low, COR_XLSX_PLAIN);
  cor_xlsx_number_as (sheet, factor->high, COR_XLSX_PLAIN);
  cor_xlsx_text (sheet, units[factor->kind]);
  cor_xlsx_number (sheet, share);
  cor_xlsx_text (sheet, cor_enum_name (cor_param_status_values, factor->status));
  cor_xlsx_text (sheet, cor_data_text (factor->source));
  cor_xlsx_text (sheet, cor_data_text (factor->place));
  cor_xlsx_text (sheet, cor_data_text (factor->note));
  cor_xlsx_row_end (sheet);
}

void
cor_xlsx_factors (const CorXlsxBook *book, const CorExportBook *what)
{
  int year = what->results->first_year + (int) what->results->year;
  g_autofree char *mark = cor_xlsx_mark_text ();
  CorFactorChoice choice;
  CorXlsxSheet sheet;

  cor_factor_choice_init (what->results, &choice);
  cor_xlsx_sheet_init (&sheet, book, _ ("Emission factors"));
  cor_xlsx_head (&sheet, "kind", _ ("Energy"), NULL);
  cor_xlsx_head (&sheet, "id", _ ("Emission factor"), NULL);
  cor_xlsx_head (&sheet, "name", _ ("Name"), NULL);
  cor_xlsx_head (&sheet, "region", _ ("Region"), NULL);
  cor_xlsx_head (&sheet, "year", _ ("Year"), NULL);
  cor_xlsx_head (&sheet, "scope", _ ("What it counts"), NULL);
  cor_xlsx_head (&sheet, "value", _ ("Value in the model year shown"), mark);
  cor_xlsx_head (&sheet, "low", _ ("Low"), NULL);
  cor_xlsx_head (&sheet, "high", _ ("High"), NULL);
  cor_xlsx_head (&sheet, "unit", _ ("Unit"), NULL);
  cor_xlsx_head (&sheet, "share", _ ("Share of the electricity"), NULL);
  cor_xlsx_head (&sheet, "status", _ ("Status"), NULL);
  cor_xlsx_head (&sheet, "source", _ ("Source"), NULL);
  cor_xlsx_head (&sheet, "place", _ ("Place in it"), NULL);
  cor_xlsx_head (&sheet, "note", _ ("Note"), NULL);
  cor_xlsx_heads_end (&sheet);
  put_factor (&sheet, choice.grid, year, 1 - choice.green_share);
  if (choice.green_share > 0)
    put_factor (&sheet, choice.green, year, choice.green_share);
  put_factor (&sheet, choice.diesel, year, NAN);
  put_factor (&sheet, choice.hydrogen, year, NAN);
  cor_xlsx_sheet_end (&sheet);
}
