/* cor-report-energy.c: energy on the way: charge along the route, stops, what cannot be driven.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-parts.h"

#include "cor-chart-results.h"
#include "cor-evaluate.h"
#include "cor-format.h"
#include "cor-report-table.h"
#include "cor-tariff-text.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
clock_text (double hours)
{
  int minutes = (int) round (hours * 60);

  return g_strdup_printf ("%02d:%02d", minutes / 60 % 24, minutes % 60);
}

static const char *
stop_place (const CorFacts *facts, const CorPlanStop *stop)
{
  guint n;
  const CorItem *const *stations = cor_scenario_items (facts->results->scenario, COR_ITEM_STATION, &n);

  if (stop->station >= 0 && (guint) stop->station < n)
    return cor_item_label (stations[stop->station], facts->zh);
  return stop->kind == COR_STOP_DEPOT ? _ ("Depot, overnight") : _ ("At the loading bay");
}

static const char *
stop_kind (CorStopKind kind)
{
  switch (kind)
    {
    case COR_STOP_SWAP:
      return _ ("swap");
    case COR_STOP_SITE:
      return _ ("while loading");
    case COR_STOP_DEPOT:
      return _ ("overnight");
    default:
      return _ ("charging");
    }
}

static void
add_stop (const CorFacts *facts, CorTable *table, const CorPlanStop *stop)
{
  g_autofree char *from = cor_format_percent (stop->soc_in, 0, NULL), *to = cor_format_percent (stop->soc_out, 0, NULL);

  cor_table_add (table, g_strdup (stop_place (facts, stop)), g_strdup (stop_kind (stop->kind)), cor_format_number (stop->day_m / 1000, 0),
                 clock_text (stop->arrive_h), g_strdup_printf ("%s → %s", from, to), cor_format_number (stop->kwh, 0),
                 cor_format_number (stop->minutes, 0), cor_format_number (stop->wait_min, 0),
                 cor_format_number (stop->detour_m / 1000, 1), cor_format_number (stop->yuan, 2));
}

static void
stops (CorSheet *sheet, const CorFacts *facts, const CorPlan *plan)
{
  const CorColumn columns[] = {
    { _ ("Stop"), 28, FALSE },     { _ ("Kind"), 14, FALSE },      { _ ("at km"), 8, TRUE },       { _ ("Time"), 8, TRUE },
    { _ ("Charge"), 14, TRUE },    { _ ("kWh into the battery"), 10, TRUE }, { _ ("Minutes"), 8, TRUE },     { _ ("Wait, min"), 8, TRUE },
    { _ ("Detour, km"), 9, TRUE }, { _ ("Yuan"), 9, TRUE },
  };
  CorTable *table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), FALSE);

  for (guint i = 0; i < plan->n_stops; i++)
    add_stop (facts, table, &plan->stops[i]);
  cor_table_draw (table);
}

static void
hardest (CorSheet *sheet, const CorFacts *facts)
{
  const CorDutyResult *duty = facts->hardest;
  const CorAlternative *truck = duty != NULL ? cor_duty_result_shown (duty) : NULL;
  g_autofree char *title = NULL;

  if (truck == NULL || truck->plan == NULL || !truck->plan->feasible)
    return;
  title = g_strdup_printf (_ ("A working day on %s with %s"), cor_facts_duty_name (facts, duty),
                           cor_item_label (&truck->truck->item, facts->zh));
  cor_sheet_need (sheet, 270);
  cor_sheet_subhead (sheet, title);
  cor_sheet_charts (sheet, cor_chart_from_charge (facts->results, duty->duty->item.id, facts->zh), NULL, 180);
  stops (sheet, facts, truck->plan);
}

static void
add_energy_row (const CorFacts *facts, CorTable *table, const CorDutyResult *duty)
{
  const CorAlternative *truck = cor_facts_challenger (facts->results, duty);
  const CorOutcome *outcome;

  if (truck == NULL)
    return;
  outcome = &truck->outcomes[facts->results->year];
  cor_table_add (table, g_strdup (cor_facts_duty_name (facts, duty)), g_strdup (cor_item_label (&truck->truck->item, facts->zh)),
                 truck->powertrain == COR_POWERTRAIN_FCET ? g_strdup_printf (_ ("%.3f kg/km"), outcome->kgh2_per_100km / 100)
                                                          : cor_units_electricity_use (outcome->kwh_per_km),
                 g_strdup (outcome->measured ? _ ("given") : _ ("calculated")),
                 isnan (outcome->stops_per_trip) ? NULL : cor_format_number (outcome->stops_per_trip, 1),
                 isnan (outcome->energy_h_per_trip) ? NULL : cor_format_number (outcome->energy_h_per_trip * 60, 0),
                 isnan (outcome->detour_km) ? NULL : cor_format_number (outcome->detour_km, 0),
                 cor_format_percent (cor_outcome_detour_share (outcome), 1, NULL),
                 truck->plan ? cor_format_percent (truck->plan->lowest_soc, 0, NULL) : NULL);
}

static void
all_duties (CorSheet *sheet, const CorFacts *facts)
{
  const CorColumn columns[] = {
    { _ ("Duty"), 22, FALSE },           { _ ("Truck"), 24, FALSE },            { _ ("Energy"), 12, TRUE },
    { _ ("Energy from"), 10, FALSE },    { _ ("Stops a trip"), 7, TRUE },       { _ ("Minutes a trip"), 8, TRUE },
    { _ ("Detour km a year"), 10, TRUE }, { _ ("Detour share"), 8, TRUE },      { _ ("Lowest charge"), 8, TRUE },
  };
  CorTable *table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), FALSE);

  for (guint i = 0; i < facts->results->n_duties; i++)
    add_energy_row (facts, table, &facts->results->duties[i]);
  cor_table_draw (table);
}

static void
impossible (CorSheet *sheet, const CorFacts *facts)
{
  const CorColumn columns[] = {
    { _ ("Duty"), 20, FALSE }, { _ ("Truck"), 24, FALSE }, { _ ("Why it cannot be driven"), 36, FALSE }, { _ ("What would help"), 36, FALSE },
  };
  CorTable *table;

  if (facts->results->feasible == facts->results->n_duties)
    return;
  table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), FALSE);
  cor_table_set_title (table, _ ("What cannot be driven as planned"));
  for (guint i = 0; i < facts->results->n_duties; i++)
    {
      const CorDutyResult *duty = &facts->results->duties[i];
      const CorAlternative *shown = cor_duty_result_shown (duty);

      if (cor_facts_challenger (facts->results, duty) == NULL)
        cor_table_add (table, g_strdup (cor_facts_duty_name (facts, duty)),
                       g_strdup (shown ? cor_item_label (&shown->truck->item, facts->zh) : COR_EN_DASH),
                       g_strdup (shown && shown->problem ? shown->problem : _ ("No zero-emission truck is assigned")),
                       g_strdup (shown ? shown->remedy : NULL));
    }
  cor_table_draw (table);
}

/* By which tariffs power is paid, and where. */
static void
tariffs (CorSheet *sheet, const CorFacts *facts)
{
  const CorScenario *scenario = facts->results->scenario;
  guint n;
  const CorItem *const *items = cor_scenario_items (scenario, COR_ITEM_TARIFF, &n);

  for (guint i = 0; i < n; i++)
    {
      const CorTariffSheet *tariff = (const CorTariffSheet *) items[i];
      double level = cor_tariff_level (tariff, facts->results->first_year + (int) facts->results->year);
      g_autofree char *users = cor_tariff_users_text (scenario, items[i]->id);
      g_autofree char *percent = cor_format_percent (level, -1, NULL);
      g_autofree char *moves = level != 1 ? g_strdup_printf (_ (" In the model year its prices are at %s of those printed."), percent)
                                          : g_strdup ("");
      g_autofree char *text = NULL;

      if (users == NULL)
        continue;
      /* Translators: a tariff, who pays by it, what its prices have moved to or nothing. */
      text = g_strdup_printf (_ ("Power by the tariff “%s”: %s. A stop pays the prices of its own hours, a night the cheapest hours "
                                 "of its stay, each season by its days.%s"),
                              cor_item_label (items[i], facts->zh), users, moves);
      cor_sheet_text (sheet, COR_INK_BODY, text);
    }
}

/* Whether every plan is the cheapest there can be. */
static gboolean
all_exact (const CorResults *results)
{
  if (cor_results_plans_by_hour (results))
    return FALSE;
  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorPlan *plan = duty->n_alternatives > 0 ? cor_duty_result_shown (duty)->plan : NULL;

      if (plan != NULL && plan->feasible && plan->gap_yuan != 0)
        return FALSE;
    }
  return TRUE;
}

void
cor_report_energy (CorSheet *sheet, const CorFacts *facts)
{
  cor_sheet_section (sheet, _ ("Energy and detours"),
                     all_exact (facts->results)
                     ? _ ("Each plan is the cheapest day for the truck by price, time and detour over state of charge, found exactly; "
                        "stations too short, shut, or of another battery system take no part. Energy is from road load per piece of "
                        "road, or as given where it was measured.")
                     : _ ("Each plan is a day of low cost for the truck by price, time and detour over state of charge; where "
                          "stations sell by the hour it is not proven to be the cheapest. Stations too short, shut, or of "
                          "another battery system take no part. Energy is from road load per piece of road, or as given where it "
                          "was measured."));
  if (facts->results->feasible > 0)
    all_duties (sheet, facts);
  tariffs (sheet, facts);
  impossible (sheet, facts);
  hardest (sheet, facts);
}
