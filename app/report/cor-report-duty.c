/* cor-report-duty.c: a statement for each duty, as an auditor of ISO 14083 goes through it.
 *
 * Order of ISO 14083:2023 and GLEC Framework 3: boundaries, transport activity, energy, factors,
 * results, allocation, data quality. What is the same for all stands once, before them: allocation and factors.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-parts.h"

#include "cor-emissions.h"
#include "cor-format.h"
#include "cor-report-references.h"
#include "cor-report-table.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Where the tables of factors and of data have the value. */
#define FACTOR_COLUMN 7
#define VALUE_COLUMN 1

/* Statements for more duties than these would bury the rest. */
#define MOST_DUTIES 40

/* Above a statement, and what its heading takes with that. */
#define BETWEEN 6.0
#define HEADING 28.0

/* One duty under way to its statement. */
typedef struct
{
  CorSheet *sheet;
  const CorFacts *facts;
  const CorDutyResult *duty;
  const CorAlternative *truck;
  const CorOutcome *own, *diesel;
  CorFactorChoice choice;
  double trips;
} Page;

static const char *
energy_unit (CorPowertrain powertrain)
{
  return powertrain == COR_POWERTRAIN_DIESEL ? "L" : powertrain == COR_POWERTRAIN_FCET ? "kg" : "kWh";
}

static void
say (CorTable *table, const char *what, char *text)
{
  cor_table_add (table, g_strdup (what), text);
}

static double
great_circle_km (const Page *page)
{
  const CorScenario *scenario = page->facts->results->scenario;
  const CorSite *from = (const CorSite *) cor_scenario_find (scenario, COR_ITEM_SITE, page->duty->route->origin);
  const CorSite *to = (const CorSite *) cor_scenario_find (scenario, COR_ITEM_SITE, page->duty->route->destination);

  if (from == NULL || to == NULL)
    return NAN;
  return cor_lonlat_distance ((CorLonLat) { from->lon, from->lat }, (CorLonLat) { to->lon, to->lat }) / 1000;
}

/* "Pinghu shuttle: Yantian Port – Pinghu South and back" */
static char *
heading (const Page *page)
{
  const CorRoute *route = page->duty->route;
  const char *from = cor_facts_place (page->facts, route->origin), *to = cor_facts_place (page->facts, route->destination);

  /* Translators: a duty, where its route begins and ends. */
  return g_strdup_printf (route->round_trip ? _ ("%s: %s – %s and back") : _ ("%s: %s – %s"), cor_facts_duty_name (page->facts, page->duty),
                          *from ? from : "–", *to ? to : "–");
}

static char *
operation (const Page *page)
{
  const CorRoute *route = page->duty->route;
  gboolean empty_out = !(route->payload_out_t > 0), empty_back = route->round_trip && !(route->payload_back_t > 0);
  double empty = (empty_out + empty_back) / (route->round_trip ? 2.0 : 1.0);
  g_autofree char *share = cor_format_percent (empty, 0, NULL), *out = cor_format_number (route->payload_out_t, 1);
  g_autofree char *back = cor_format_number (route->payload_back_t, 1), *trips = cor_format_number (page->trips, 0);
  g_autofree char *trucks = cor_format_number (page->duty->duty->trucks, 0);

  /* Translators: truck, its powertrain, how many, payloads, trips a year, share of empty km. */
  return g_strdup_printf (_ ("%s (%s), %s trucks; payload %s t out, %s t back; %s trips a truck and year; %s of the transport "
                             "kilometres empty, counted in full"),
                          cor_item_label (&page->truck->truck->item, page->facts->zh),
                          cor_enum_name (cor_powertrain_values, page->truck->powertrain), trucks, out, back, trips, share);
}

static char *
activity (const Page *page)
{
  const CorHead *head = cor_scenario_head (page->facts->results->scenario);
  double one_way = cor_facts_duty_km (page->duty), circle = great_circle_km (page);
  g_autofree char *tkm = cor_format_number (page->own->tkm, 0), *sfd = cor_format_number (one_way, 1);
  g_autofree char *gcd = cor_format_number (circle, 1), *daf = cor_format_number (one_way / circle, 2);
  g_autofree char *detour = cor_format_number (page->own->detour_km, 0), *off = cor_facts_off_road (page->facts, page->duty);
  g_autofree char *said = NULL;

  if (isnan (page->own->tkm))
    return g_strdup (_ ("Not known: payload or distance was not given."));
  said = g_strdup_printf (_ ("%s tkm a truck and year (%s). One way: road %s km, great circle %s km, distance adjustment factor "
                             "%s. Detours for energy (%s km a year) raise emissions, not activity."),
                          tkm, cor_enum_name (cor_activity_values, head->activity), sfd, gcd, daf,
                          detour);
  return off != NULL ? g_strdup_printf ("%s %s", said, off) : g_steal_pointer (&said);
}

static char *
energy (const Page *page)
{
  const CorPlan *plan = page->truck->plan;
  g_autofree char *total = cor_format_number (page->own->energy, 0), *km = cor_format_number (cor_outcome_driven_km (page->own), 0);
  g_autofree char *detour = cor_format_number (page->own->detour_km, 0);
  g_autofree char *base
    = g_strdup_printf (_ ("%s %s a truck and year for %s km, of which %s km only to reach energy"), total,
                       energy_unit (page->truck->powertrain), km, detour);
  g_autofree char *stations = NULL, *sites = NULL, *depot = NULL;

  if (plan == NULL)
    return g_steal_pointer (&base);
  stations = cor_format_number (plan->station_kwh, 0);
  sites = cor_format_number (plan->site_kwh, 0);
  depot = cor_format_number (plan->depot_kwh, 0);
  return g_strdup_printf (_ ("%s; on a day %s kWh at stations, %s kWh while loading, %s kWh at the depot, charging losses included"),
                          base, stations, sites, depot);
}

static void
frame (const Page *page, CorTable *table)
{
  say (table, _ ("Transport operation"), operation (page));
  say (table, _ ("Transport activity"), activity (page));
  say (table, _ ("Energy"), energy (page));
}

static void
add_factor (const Page *page, CorTable *table, const char *use, const CorFactor *factor, double total, double direct, const char *unit)
{
  cor_table_add (table, g_strdup (use), g_strdup (page->facts->zh && factor->name_zh ? factor->name_zh : factor->name),
                 g_strdup (cor_enum_name (cor_factor_scope_values, factor->scope)),
                 g_strdup (cor_factor_region (factor, page->facts->zh)), g_strdup_printf ("%d", factor->year),
                 g_strdup_printf ("%.5g", total - direct), g_strdup_printf ("%.5g", direct),
                 g_strdup_printf ("%.4g kg/%s", total, unit), g_strdup (cor_enum_name (cor_param_status_values, factor->status)),
                 cor_sheet_cite (page->sheet, factor->source, NULL));
  if (factor->status == COR_STATUS_ASSUMED)
    cor_table_mark (table, FACTOR_COLUMN);
}

/* Which powertrains the duties have. */
static gboolean
has_powertrain (const CorFacts *facts, gboolean hydrogen)
{
  for (guint i = 0; i < facts->results->n_duties; i++)
    {
      const CorAlternative *truck = cor_facts_challenger (facts->results, &facts->results->duties[i]);

      if (truck != NULL && truck->powertrain != COR_POWERTRAIN_DIESEL && (truck->powertrain == COR_POWERTRAIN_FCET) == hydrogen)
        return TRUE;
    }
  return FALSE;
}

static void
factors (const Page *page)
{
  const CorColumn columns[] = {
    { _ ("For"), 11, FALSE },  { _ ("Emission factor"), 22, FALSE }, { _ ("Scope"), 12, FALSE }, { _ ("Region"), 9, FALSE },
    { _ ("Year"), 5, TRUE },   { _ ("WTT"), 6, TRUE },               { _ ("TTW"), 6, TRUE },     { _ ("WTW"), 13, TRUE },
    { _ ("Status"), 10, FALSE }, { _ ("Source"), 22, FALSE },
  };
  CorTable *table = cor_table_new (page->sheet, columns, G_N_ELEMENTS (columns), TRUE);
  const CorFactorChoice *choice = &page->choice;
  int year = page->facts->model_year;

  if (has_powertrain (page->facts, TRUE))
    add_factor (page, table, _ ("hydrogen"), choice->hydrogen, cor_emission_of (choice, COR_POWERTRAIN_FCET, 1, year).wtw_kg, 0, "kg");
  if (has_powertrain (page->facts, FALSE))
    add_factor (page, table, _ ("electricity"), choice->grid, cor_factor_total (choice->grid, year), 0, "kWh");
  if (choice->green_share > 0 && choice->green != NULL)
    {
      g_autofree char *share = cor_format_percent (choice->green_share, 0, NULL);
      g_autofree char *use = g_strdup_printf (_ ("green, %s"), share);

      add_factor (page, table, use, choice->green,
                  choice->grid->scope == COR_SCOPE_LIFE_CYCLE ? cor_factor_total (choice->green, year) : 0, 0, "kWh");
    }
  add_factor (page, table, _ ("diesel"), choice->diesel, cor_factor_total (choice->diesel, year), choice->diesel->direct, "L");
  cor_table_leave_legend (table);
  cor_table_draw (table);
  if (!page->facts->results->scopes_agree)
    cor_sheet_text (page->sheet, COR_INK_CAPTION,
                    _ ("⚠ The two factors differ in scope: one counts the supply chain, the other does not."));
}

static void
add_result (const Page *page, CorTable *table, const char *what, const CorAlternative *truck, const CorOutcome *of)
{
  CorEmission e = cor_emission_of (&page->choice, truck->powertrain, of->energy, of->model_year);

  cor_table_add (table, g_strdup (what), cor_format_number (e.wtt_kg, 0), cor_format_number (e.ttw_kg, 0), cor_format_number (e.wtw_kg, 0),
                 cor_format_number (e.wtw_kg / page->trips, 1), cor_format_number (e.wtw_kg / cor_outcome_driven_km (of), 3),
                 cor_format_number (e.wtw_kg * 1000 / of->tkm, 1), cor_format_number (of->nox_kg, 1), cor_format_number (of->pm_kg, 2),
                 cor_format_number (of->vehicle_making_kg + of->battery_making_kg, 0));
}

static void
results (const Page *page, CorTable *table)
{
  gboolean zh = page->facts->zh;

  add_result (page, table, cor_item_label (&page->truck->truck->item, zh), page->truck, page->own);
  if (page->duty->diesel != NULL && page->truck != page->duty->diesel)
    add_result (page, table, cor_item_label (&page->duty->diesel->truck->item, zh), page->duty->diesel, page->diesel);
}

/* What an auditor calls it: measured on the operation, computed, or from the literature. */
static const char *
quality (CorParamStatus status, gboolean entered)
{
  if (status == COR_STATUS_MEASURED)
    return _ ("primary");
  return entered && status != COR_STATUS_PUBLISHED ? _ ("entered by the user") : _ ("default");
}

/* A value with its unit; shares in per cent. */
static char *
value_text (double value, const char *unit)
{
  return g_str_equal (unit, "1") ? cor_format_percent (value, -1, NULL) : g_strdup_printf ("%.5g %s", value, cor_unit_text (unit));
}

static void
add_quality (const Page *page, CorTable *table, const CorAlternative *truck, CorParamId id)
{
  CorParamValue value;
  g_autofree char *label = NULL;

  if (!cor_param_table_get (truck->table, id, page->facts->model_year, &value))
    return;
  label = g_strdup_printf (_ ("%s, %s"), _ (cor_param_info (id)->label), cor_item_label (&truck->truck->item, page->facts->zh));
  cor_table_add (table, g_steal_pointer (&label), value_text (value.value, cor_param_info (id)->unit),
                 g_strdup (quality (value.from->status, value.layer > 0)),
                 g_strdup (cor_enum_name (cor_param_status_values, value.from->status)),
                 cor_sheet_cite (page->sheet, value.from->source ? value.from->source : _ ("the scenario"), NULL));
  if (value.from->status == COR_STATUS_ASSUMED)
    cor_table_mark (table, VALUE_COLUMN);
}

static void
add_energy_quality (const Page *page, CorTable *table, const CorAlternative *truck, const CorOutcome *of)
{
  CorParamId id = truck->powertrain == COR_POWERTRAIN_DIESEL ? COR_PARAM_DIESEL_USE
                  : truck->powertrain == COR_POWERTRAIN_FCET ? COR_PARAM_HYDROGEN_USE
                                                             : COR_PARAM_ENERGY_USE;

  if (of->measured)
    {
      add_quality (page, table, truck, id);
      return;
    }
  cor_table_add (table, g_strdup_printf (_ ("%s, %s"), _ (cor_param_info (id)->label), cor_item_label (&truck->truck->item, page->facts->zh)),
                 value_text (truck->powertrain == COR_POWERTRAIN_DIESEL   ? of->l_per_100km
                             : truck->powertrain == COR_POWERTRAIN_FCET ? of->kgh2_per_100km
                                                                        : of->kwh_per_km,
                             cor_param_info (id)->unit),
                 g_strdup (_ ("modelled")), g_strdup (_ ("Derived")),
                 g_strdup (_ ("road load for each piece of road, with payload and temperature")));
}

static void
data_quality (const Page *page, CorTable *table)
{
  const CorRoute *route = page->duty->route;
  gboolean given = !isnan (route->distance_km);

  add_energy_quality (page, table, page->truck, page->own);
  if (page->truck->powertrain == COR_POWERTRAIN_BET || page->truck->powertrain == COR_POWERTRAIN_BET_SWAP)
    add_quality (page, table, page->truck, COR_PARAM_CHARGING_EFFICIENCY);
  if (page->duty->diesel != NULL && page->truck != page->duty->diesel)
    add_energy_quality (page, table, page->duty->diesel, page->diesel);
  cor_table_add (table, g_strdup (_ ("Distance one way")), g_strdup_printf ("%.4g %s", cor_facts_duty_km (page->duty), cor_unit_text ("km")),
                 g_strdup (given ? _ ("entered by the user") : _ ("modelled")), g_strdup (given ? "–" : _ ("Derived")),
                 cor_sheet_cite (page->sheet, !given ? _ ("way on the road network") : route->item.source ? route->item.source : _ ("the scenario"), NULL));
  cor_table_add (table, g_strdup (_ ("Payload and trips")),
                 g_strdup_printf ("%.4g / %.4g %s", route->payload_out_t, route->round_trip ? route->payload_back_t : 0, cor_unit_text ("t")),
                 g_strdup (_ ("entered by the user")), g_strdup ("–"),
                 cor_sheet_cite (page->sheet, route->item.source ? route->item.source : _ ("the scenario"), NULL));
}

/* What is the same for all duties: said once. */
static void
common (const Page *page)
{
  cor_sheet_section (page->sheet, _ ("ISO 14083 statements"),
                     _ ("All emissions of a round trip, empty way included, go to the freight carried, by tonne-kilometres; freight of others "
                        "on the same truck would share by its tkm. Emission factors are the same for all duties:"));
  factors (page);
  cor_sheet_text (page->sheet, COR_INK_CAPTION,
                  _ ("Boundaries of all, by ISO 14083:2023: road transport with every loaded, empty and energy kilometre driven for it, well to "
                     "wheel. Left out: terminals, roads and buildings; vehicle making stands apart."));
  cor_sheet_text (page->sheet, COR_INK_CAPTION,
                  _ ("NOx and PM: limits of GB 17691 by engine work, at the exhaust; making: by distance, outside well to wheel."));
  cor_sheet_mark_legend (page->sheet, FALSE);
}

static void
draw_statement (const Page *page)
{
  const CorColumn words[] = { { "", 20, FALSE }, { "", 96, FALSE } };
  const CorColumn figures[] = {
    { _ ("A truck and year"), 19, FALSE }, { _ ("WTT, kg CO₂e"), 11.5, TRUE }, { _ ("TTW, kg CO₂e"), 11.5, TRUE },
    { _ ("WTW, kg CO₂e"), 11.5, TRUE },    { _ ("kg a trip"), 7, TRUE },     { _ ("kg a km"), 7, TRUE },
    { _ ("g a tkm"), 7, TRUE },            { _ ("NOx, kg"), 8.5, TRUE },     { _ ("PM, kg"), 7, TRUE },
    { _ ("making, kg CO₂e"), 13, TRUE },
  };
  const CorColumn origins[] = {
    { _ ("Figure"), 37, FALSE }, { _ ("Value"), 13, TRUE }, { _ ("Data"), 14.5, FALSE }, { _ ("Status"), 8.5, FALSE }, { _ ("Source"), 47.5, FALSE },
  };
  CorSheet *sheet = page->sheet;
  CorTable *tables[] = { cor_table_new (sheet, words, G_N_ELEMENTS (words), FALSE), cor_table_new (sheet, figures, G_N_ELEMENTS (figures), FALSE),
                         cor_table_new (sheet, origins, G_N_ELEMENTS (origins), TRUE) };
  g_autofree char *title = heading (page);
  double height = HEADING;

  frame (page, tables[0]);
  results (page, tables[1]);
  data_quality (page, tables[2]);
  cor_table_leave_legend (tables[2]);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    height += cor_table_height (tables[i]);
  cor_sheet_need (sheet, height);
  cor_sheet_skip (sheet, BETWEEN);
  cor_sheet_subhead (sheet, title);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    cor_table_draw (tables[i]);
}

void
cor_report_duties (CorSheet *sheet, const CorFacts *facts)
{
  const CorResults *of = facts->results;
  guint drawn = 0, left = 0;

  for (guint i = 0; i < of->n_duties; i++)
    {
      Page page = { .sheet = sheet, .facts = facts, .duty = &of->duties[i] };

      page.truck = cor_facts_challenger (of, page.duty);
      if (page.truck == NULL || page.duty->route == NULL)
        continue;
      cor_factor_choice_init (of, &page.choice);
      if (drawn == 0)
        common (&page);
      if (drawn == MOST_DUTIES)
        {
          left++;
          continue;
        }
      drawn++;
      page.own = &page.truck->outcomes[of->year];
      page.diesel = page.duty->diesel ? &page.duty->diesel->outcomes[of->year] : NULL;
      page.trips = page.duty->route->trips_per_day * page.duty->route->days_per_year;
      draw_statement (&page);
    }
  if (left > 0)
    {
      g_autofree char *text = g_strdup_printf (_ ("%u more duties are in the table of emissions."), left);

      cor_sheet_text (sheet, COR_INK_CAPTION, text);
    }
}
