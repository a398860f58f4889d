/* cor-report-emissions.c: greenhouse gases: stages, intensity, other factors, statement.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-parts.h"

#include "cor-chart-results.h"
#include "cor-emissions.h"
#include "cor-format.h"
#include "cor-report-references.h"
#include "cor-report-table.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static void
add_intensity (const CorFacts *facts, CorTable *table, const CorDutyResult *duty)
{
  const CorAlternative *truck = cor_facts_challenger (facts->results, duty);
  guint year = facts->results->year;
  const CorOutcome *own, *diesel;

  if (truck == NULL)
    return;
  own = &truck->outcomes[year];
  diesel = duty->diesel != NULL ? &duty->diesel->outcomes[year] : NULL;
  cor_table_add (table, g_strdup (cor_facts_duty_name (facts, duty)), cor_format_number (duty->duty->trucks, 0),
                 own->tkm > 0 ? cor_format_number (own->tkm / 1000, 0) : NULL,
                 diesel && diesel->tkm > 0 ? cor_format_number (diesel->wtw_kg * 1000 / diesel->tkm, 1) : NULL,
                 own->tkm > 0 ? cor_format_number (own->wtw_kg * 1000 / own->tkm, 1) : NULL,
                 diesel ? cor_format_number (diesel->wtw_kg / cor_outcome_driven_km (diesel), 3) : NULL,
                 cor_format_number (own->wtw_kg / cor_outcome_driven_km (own), 3),
                 diesel ? cor_format_number (duty->duty->trucks * diesel->wtw_kg / 1000, 1) : NULL,
                 cor_format_number (duty->duty->trucks * own->wtw_kg / 1000, 1));
}

static void
intensity (CorSheet *sheet, const CorFacts *facts)
{
  const CorColumn columns[] = {
    { _ ("Duty"), 24, FALSE },
    { _ ("Trucks"), 7, TRUE },
    { _ ("1,000 tkm a truck and year"), 11, TRUE },
    { _ ("g CO₂e/tkm, diesel"), 11, TRUE },
    { _ ("g CO₂e/tkm, zero-emission"), 12, TRUE },
    { _ ("kg CO₂e/km, diesel"), 11, TRUE },
    { _ ("kg CO₂e/km, zero-emission"), 12, TRUE },
    { _ ("t CO₂e a year, diesel"), 11, TRUE },
    { _ ("t CO₂e a year, zero-emission"), 12, TRUE },
  };
  const CorTotals *totals = &facts->results->totals[facts->results->year];
  CorTable *table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), FALSE);

  cor_table_set_title (table, _ ("Intensity"));
  for (guint i = 0; i < facts->results->n_duties; i++)
    add_intensity (facts, table, &facts->results->duties[i]);
  if (totals->trucks > 0)
    cor_table_add_total (table, g_strdup (_ ("All that are compared")), cor_format_number (totals->trucks, 0), NULL, NULL, NULL, NULL, NULL,
                         cor_format_number (totals->diesel_wtw_kg / 1000, 1), cor_format_number (totals->wtw_kg / 1000, 1));
  if (totals->trucks > 0)
    {
      cor_table_mark_key (table, 7, &(CorTraceKey){ .quantity = COR_TRACE_DIESEL_WTW });
      cor_table_mark_key (table, 8, &(CorTraceKey){ .quantity = COR_TRACE_WTW });
    }
  cor_table_draw (table);
}

/* Whether any truck that is compared runs on hydrogen. */
static gboolean
uses_hydrogen (const CorFacts *facts)
{
  for (guint i = 0; i < facts->results->n_duties; i++)
    {
      const CorAlternative *truck = cor_facts_challenger (facts->results, &facts->results->duties[i]);

      if (truck != NULL && truck->powertrain == COR_POWERTRAIN_FCET)
        return TRUE;
    }
  return FALSE;
}

/* A factor in its own unit. */
static char *
factor_value (const CorFactor *factor, int year)
{
  static const char *const units[COR_N_FACTOR_KINDS] = { "kWh", "L", "kg" };

  if (factor->grid_kwh_per_unit > 0)
    return g_strdup_printf ("%.4g kg + %.4g kWh/%s", cor_factor_total (factor, year), factor->grid_kwh_per_unit, units[factor->kind]);
  return g_strdup_printf ("%.4g kg/%s", cor_factor_total (factor, year), units[factor->kind]);
}

static void
add_factor (CorSheet *sheet, const CorFacts *facts, CorTable *table, const CorFactor *factor)
{
  const CorResults *results = facts->results;
  gboolean used = factor == results->grid || factor == results->diesel || factor == results->hydrogen;
  double saved = factor->kind == COR_FACTOR_GRID ? cor_facts_saved_with (facts, factor) : NAN;
  const char *name = facts->zh && factor->name_zh ? factor->name_zh : factor->name;
  const char *scope = cor_enum_name (cor_factor_scope_values, factor->scope);
  gboolean agree = factor->kind != COR_FACTOR_GRID || cor_factor_scopes_agree (factor, results->diesel);

  cor_table_add (table, used ? g_strdup_printf (_ ("%s (in use)"), name) : g_strdup (name),
                 agree ? g_strdup (scope) : g_strdup_printf ("%s ⚠", scope), g_strdup (cor_factor_region (factor, facts->zh)),
                 g_strdup_printf ("%d", factor->year), factor_value (factor, facts->model_year),
                 isnan (saved) ? NULL : cor_format_signed (-saved, 0), cor_sheet_cite (sheet, factor->source, NULL));
}

static void
factors (CorSheet *sheet, const CorFacts *facts)
{
  const CorColumn columns[] = {
    { _ ("Emission factor"), 27, FALSE }, { _ ("Scope"), 15, FALSE },                  { _ ("Region"), 10, FALSE }, { _ ("Year"), 5, TRUE },
    { _ ("CO₂e"), 11, TRUE },             { _ ("t a year against diesel"), 8, TRUE }, { _ ("Source"), 20, FALSE },
  };
  CorTable *table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), TRUE);
  guint n;
  const CorFactor *all = cor_factor_set_all (facts->results->factors, &n);

  cor_table_set_title (table, _ ("What other grid factors would say"));
  for (guint i = 0; i < n; i++)
    if (all[i].kind == COR_FACTOR_GRID || &all[i] == facts->results->diesel
        || (&all[i] == facts->results->hydrogen && uses_hydrogen (facts)))
      add_factor (sheet, facts, table, &all[i]);
  cor_table_draw (table);
  cor_sheet_text (sheet, COR_INK_CAPTION,
                  _ ("⚠ the scope differs from that of the diesel factor in use: one side counts the supply chain, the other does not."));
}

/* What stands beside greenhouse gases well to wheel: exhaust, and the making of vehicles. */
static void
beside (CorSheet *sheet, const CorFacts *facts)
{
  const CorColumn columns[] = {
    { _ ("All trucks, a year"), 40, FALSE }, { _ ("Diesel"), 18, TRUE }, { _ ("Zero-emission"), 18, TRUE }, { _ ("Source"), 60, FALSE },
  };
  const CorTotals *totals = &facts->results->totals[facts->results->year];
  CorTable *table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), FALSE);

  cor_table_set_title (table, _ ("Beside greenhouse gases of energy"));
  cor_table_add (table, g_strdup (_ ("NOx at the exhaust, kg")), cor_format_number (totals->diesel_nox_kg, 0),
                 cor_format_number (totals->nox_kg, 0), g_strdup (_ ("GB 17691, limits of the truck's standard by engine work")));
  cor_table_add (table, g_strdup (_ ("Particles at the exhaust, kg")), cor_format_number (totals->diesel_pm_kg, 1),
                 cor_format_number (totals->pm_kg, 1), g_strdup (_ ("the same")));
  if (cor_scenario_head (facts->results->scenario)->manufacture)
    cor_table_add (table, g_strdup (_ ("Making of vehicles and batteries, t CO₂e")),
                   cor_format_number (totals->diesel_making_kg / 1000, 1), cor_format_number (totals->making_kg / 1000, 1),
                   g_strdup (_ ("IVL C 444 (batteries); own assumption (vehicles); by distance, outside well to wheel")));
  cor_table_draw (table);
}

static void
add_statement (CorTable *table, const char *what, char *text)
{
  cor_table_add (table, g_strdup (what), text);
}

/* How good the energy figures are: where they come from, duty by duty. */
static char *
data_quality (const CorFacts *facts)
{
  guint given = 0, modelled = 0;

  for (guint i = 0; i < facts->results->n_duties; i++)
    {
      const CorAlternative *truck = cor_facts_challenger (facts->results, &facts->results->duties[i]);

      if (truck != NULL && truck->outcomes[facts->results->year].measured)
        given++;
      else if (truck != NULL)
        modelled++;
    }
  return g_strdup_printf (_ ("Energy use: %u duties primary data (a measured or published figure for the operation), %u modelled "
                             "(road load per piece of road). Factors: default data of the sources named. Payload and trips: as "
                             "entered in the scenario."),
                          given, modelled);
}

static void
statement (CorSheet *sheet, const CorFacts *facts)
{
  const CorColumn columns[] = { { _ ("ISO 14083:2023"), 22, FALSE }, { _ ("In this report"), 94, FALSE } };
  CorTable *table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), FALSE);
  const CorResults *results = facts->results;
  g_autofree char *grid = cor_results_grid_label (results, facts->zh);
  g_autofree char *diesel = cor_factor_label (results->diesel, facts->model_year, facts->zh);
  g_autofree char *hydrogen = cor_factor_label (results->hydrogen, facts->model_year, facts->zh);
  g_autofree char *tkm = cor_format_number (results->totals[results->year].tkm / 1000, 0);

  cor_table_set_title (table, _ ("Statement"));
  add_statement (table, _ ("Boundaries"),
                 g_strdup (_ ("Road transport legs of the duties, loaded and empty, out and back, with the ways to stations and "
                              "charging losses. Vehicle making, roads, buildings and terminals are left out.")));
  add_statement (table, _ ("Transport activity"),
                 results->totals[results->year].tkm > 0
                   ? g_strdup_printf (_ ("%s thousand tkm a year, payload by the %s; empty ways and detours for energy raise "
                                               "emissions but not the activity."),
                                      tkm,
                                      cor_enum_name (cor_activity_values, cor_scenario_head (results->scenario)->activity))
                   : g_strdup (_ ("Not known: no payload was given.")));
  add_statement (table, _ ("Energy"), g_strdup (_ ("Electricity at the meter, diesel at the tank, hydrogen at the nozzle.")));
  add_statement (table, _ ("Emission factors"),
                 uses_hydrogen (facts) ? g_strdup_printf ("%s; %s; %s", grid, diesel, hydrogen)
                                       : g_strdup_printf ("%s; %s", grid, diesel));
  if (!results->scopes_agree)
    add_statement (table, _ ("Scope"),
                   g_strdup (_ ("The two factors differ in scope: one counts the supply chain, the other does not. The result is "
                                "therefore no full well-to-wheel comparison; the table above shows what other factors give.")));
  add_statement (table, _ ("Data quality"), data_quality (facts));
  add_statement (table, _ ("Gases"), g_strdup (_ ("CO₂e as the factors' sources count it; biogenic and black carbon are not shown apart.")));
  cor_table_draw (table);
}

void
cor_report_emissions (CorSheet *sheet, const CorFacts *facts)
{
  cor_sheet_section (sheet, _ ("Emissions"), NULL);
  if (facts->counted_trucks > 0)
    cor_sheet_charts (sheet, cor_chart_from_stages (facts->results), NULL, 120);
  if (facts->results->feasible > 0)
    intensity (sheet, facts);
  if (facts->counted_trucks > 0)
    beside (sheet, facts);
  factors (sheet, facts);
  statement (sheet, facts);
}
