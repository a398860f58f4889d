/* cor-xlsx-variants.c: the sheet of variants beside each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-variant.h"
#include "cor-xlsx-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define KG_PER_T 1000.0

/* Columns before those of the variants: figure, unit. */
#define FIRST 2u

static const CorTotals *
totals_of (const CorResults *results)
{
  return &results->totals[results->year];
}

/* A figure of the scenario in the model year shown; NaN where there is none. */
#define FIGURE(name, value)                  \
  static double name (const CorResults *results) \
  {                                          \
    return value;                            \
  }

FIGURE (detour, results->detour_share)
FIGURE (avoided, results->saved_t)
FIGURE (public_money, results->public_yuan_per_year)
FIGURE (public_per_t, results->public_yuan_per_t)
FIGURE (trucks, totals_of (results)->trucks)
FIGURE (feasible, results->feasible)
FIGURE (duties, results->n_duties)
FIGURE (tco, totals_of (results)->tco_yuan)
FIGURE (diesel_tco, totals_of (results)->diesel_tco_yuan)
FIGURE (driven, totals_of (results)->driven_km)
FIGURE (detours, totals_of (results)->detour_km)
FIGURE (activity, totals_of (results)->tkm)
FIGURE (wtw, totals_of (results)->wtw_kg / KG_PER_T)
FIGURE (diesel_wtw, totals_of (results)->diesel_wtw_kg / KG_PER_T)
FIGURE (nox, totals_of (results)->nox_kg)
FIGURE (pm, totals_of (results)->pm_kg)

#undef FIGURE

static const struct
{
  const char *label;
  const char *unit;
  double (*figure) (const CorResults *results);
  CorXlsxLook look;
} figures[] = {
  { N_ ("Detour share"), N_ ("of all driven km"), detour, COR_XLSX_SHARE },
  { N_ ("Emissions avoided"), N_ ("t CO₂e a year"), avoided, COR_XLSX_ONE },
  { N_ ("Public cost"), N_ ("yuan a year"), public_money, COR_XLSX_WHOLE },
  { N_ ("Public cost per tonne"), N_ ("yuan per t CO₂e"), public_per_t, COR_XLSX_WHOLE },
  { N_ ("Duties"), "", duties, COR_XLSX_WHOLE },
  { N_ ("Duties that can be done"), "", feasible, COR_XLSX_WHOLE },
  { N_ ("Trucks"), "", trucks, COR_XLSX_WHOLE },
  { N_ ("Cost of ownership, all trucks"), N_ ("yuan"), tco, COR_XLSX_WHOLE },
  { N_ ("Cost of diesel trucks instead"), N_ ("yuan"), diesel_tco, COR_XLSX_WHOLE },
  { N_ ("Driven"), N_ ("km a year"), driven, COR_XLSX_WHOLE },
  { N_ ("Detours for energy"), N_ ("km a year"), detours, COR_XLSX_WHOLE },
  { N_ ("Transport activity"), N_ ("tkm a year"), activity, COR_XLSX_WHOLE },
  { N_ ("Emissions, well to wheel"), N_ ("t CO₂e a year"), wtw, COR_XLSX_ONE },
  { N_ ("Emissions of diesel trucks instead"), N_ ("t CO₂e a year"), diesel_wtw, COR_XLSX_ONE },
  { "NOx", N_ ("kg a year"), nox, COR_XLSX_ONE },
  { N_ ("Particles"), N_ ("kg a year"), pm, COR_XLSX_ONE },
};

static int
last_year (const CorResults *results)
{
  return results->first_year + (int) results->n_years - 1;
}

/* A year, or the last one looked at with ">" where it is not reached. */
static void
put_year (CorXlsxSheet *sheet, const CorResults *results, int year)
{
  g_autofree char *later = g_strdup_printf (">%d", last_year (results));

  if (year != 0)
    cor_xlsx_number_as (sheet, year, COR_XLSX_YEAR);
  else
    cor_xlsx_text (sheet, later);
}

/* The change against the first column, where both are numbers. */
static void
put_changes (CorXlsxSheet *sheet, const double *values, guint n, CorXlsxLook look)
{
  for (guint i = 1; i < n; i++)
    {
      g_autofree char *own = cor_xlsx_cell (sheet->row, FIRST + i);
      g_autofree char *first = cor_xlsx_cell (sheet->row, FIRST);

      sheet->looks[sheet->column] = look;
      cor_xlsx_formula (sheet, values[i] - values[0], "=%s-%s", own, first);
    }
}

static void
put_line (CorXlsxSheet *sheet, const CorExportBook *what, const char *label, const char *unit, const double *values, CorXlsxLook look)
{
  cor_xlsx_text (sheet, label);
  cor_xlsx_text (sheet, unit);
  for (guint i = 0; i < what->n_variants; i++)
    cor_xlsx_number_as (sheet, values[i], look);
  put_changes (sheet, values, what->n_variants, look);
  cor_xlsx_row_end (sheet);
}

static void
put_figures (CorXlsxSheet *sheet, const CorExportBook *what)
{
  g_autofree double *values = g_new (double, what->n_variants);

  cor_xlsx_text (sheet, _ ("TCO parity year"));
  cor_xlsx_text (sheet, _ ("all duties together"));
  for (guint i = 0; i < what->n_variants; i++)
    put_year (sheet, what->variants[i], what->variants[i]->parity_year);
  cor_xlsx_row_end (sheet);
  for (guint f = 0; f < G_N_ELEMENTS (figures); f++)
    {
      for (guint i = 0; i < what->n_variants; i++)
        values[i] = figures[f].figure (what->variants[i]);
      put_line (sheet, what, _ (figures[f].label), *figures[f].unit != '\0' ? _ (figures[f].unit) : NULL, values, figures[f].look);
    }
  for (int part = 0; part < COR_N_TCO_PARTS; part++)
    {
      g_autofree char *label = g_strdup_printf (_ ("Cost part: %s"), _ (cor_tco_part_info (part)->label));

      for (guint i = 0; i < what->n_variants; i++)
        values[i] = totals_of (what->variants[i])->part_yuan[part];
      put_line (sheet, what, label, _ ("yuan"), values, COR_XLSX_WHOLE);
    }
}

/* What the truck of a duty costs more than diesel; NaN where that cannot be said. */
static double
gap_of (const CorResults *results, const CorDutyResult *duty)
{
  const CorAlternative *truck = duty ? cor_duty_result_challenger (results, duty, results->year) : NULL;

  if (truck == NULL)
    return NAN;
  return truck->outcomes[results->year].tco_yuan - duty->diesel->outcomes[results->year].tco_yuan;
}

static void
put_duty (CorXlsxSheet *sheet, const CorExportBook *what, const CorItem *duty)
{
  g_autofree double *gaps = g_new (double, what->n_variants);
  const char *label = cor_item_label (duty, sheet->book->zh);
  g_autofree char *gap = g_strdup_printf (_ ("%s: gap to diesel"), label);
  g_autofree char *parity = g_strdup_printf (_ ("%s: parity year"), label);

  for (guint i = 0; i < what->n_variants; i++)
    gaps[i] = gap_of (what->variants[i], cor_results_duty (what->variants[i], duty->id));
  put_line (sheet, what, gap, _ ("yuan a truck"), gaps, COR_XLSX_WHOLE);
  cor_xlsx_text (sheet, parity);
  cor_xlsx_text (sheet, NULL);
  for (guint i = 0; i < what->n_variants; i++)
    {
      const CorResults *results = what->variants[i];
      const CorDutyResult *own = cor_results_duty (results, duty->id);
      const CorAlternative *truck = own ? cor_duty_result_challenger (results, own, results->year) : NULL;

      if (truck != NULL)
        put_year (sheet, results, truck->parity_year);
      else
        cor_xlsx_text (sheet, NULL);
    }
  cor_xlsx_row_end (sheet);
}

/* The changes of a variant, one a row: what, before, after. */
static void
put_changes_of (CorXlsxSheet *sheet, const CorExportBook *what, const CorVariant *variant)
{
  const CorScenario *base = what->results->scenario;
  g_autoptr (CorScenario) state = cor_variant_apply (base, variant->item.id, NULL);

  for (guint k = 0; state != NULL && variant->changes != NULL && k < variant->changes->len; k++)
    {
      char *words[3];

      what->describe (base, state, &g_array_index (variant->changes, CorChange, k), sheet->book->zh, words);
      cor_xlsx_text (sheet, cor_xlsx_name (sheet->book, &variant->item));
      for (guint i = 0; i < G_N_ELEMENTS (words); i++)
        {
          cor_xlsx_text (sheet, words[i]);
          g_free (words[i]);
        }
      cor_xlsx_row_end (sheet);
    }
}

static void
put_what_changes (CorXlsxSheet *sheet, const CorExportBook *what)
{
  guint n;
  const CorItem *const *variants = cor_scenario_items (what->results->scenario, COR_ITEM_VARIANT, &n);

  cor_xlsx_row_end (sheet);
  cor_xlsx_text (sheet, _ ("What each variant changes"));
  cor_xlsx_text (sheet, NULL);
  cor_xlsx_text (sheet, _ ("before"));
  cor_xlsx_text (sheet, _ ("after"));
  cor_xlsx_row_end (sheet);
  for (guint i = 0; i < n; i++)
    put_changes_of (sheet, what, (const CorVariant *) variants[i]);
}

void
cor_xlsx_variants (const CorXlsxBook *book, const CorExportBook *what)
{
  const CorScenario *scenario = what->results->scenario;
  CorXlsxSheet sheet;
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_DUTY, &n);

  if (what->n_variants < 2)
    return;
  cor_xlsx_sheet_init (&sheet, book, _ ("Variants"));
  cor_xlsx_head (&sheet, "figure", _ ("Figure"), NULL);
  cor_xlsx_head (&sheet, "unit", _ ("Unit"), NULL);
  for (guint i = 0; i < what->n_variants; i++)
    cor_xlsx_head (&sheet, what->names[i], what->names[i], i == 0 ? _ ("compared with") : NULL);
  for (guint i = 1; i < what->n_variants; i++)
    cor_xlsx_head (&sheet, _ ("change"), what->names[i], _ ("change"));
  cor_xlsx_heads_end (&sheet);
  put_figures (&sheet, what);
  for (guint i = 0; i < n; i++)
    put_duty (&sheet, what, items[i]);
  cor_xlsx_rows_end (&sheet);
  put_what_changes (&sheet, what);
  cor_xlsx_sheet_end (&sheet);
}
