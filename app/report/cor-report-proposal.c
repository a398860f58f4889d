/* cor-report-proposal.c: what is proposed: duties, stations, policies.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-report-parts.h"

#include "cor-city-names.h"
#include "cor-data-text.h"
#include "cor-format.h"
#include "cor-headline-text.h"
#include "cor-report-table.h"
#include "cor-units.h"

#include <glib/gi18n-lib.h>
#include <math.h>

static char *
payback (const CorFacts *facts, const CorAlternative *truck)
{
  guint years = truck->outcomes[facts->results->year].ownership_years;

  if (truck->payback_year == 0)
    return g_strdup_printf (_ ("after %u years"), years);
  if (truck->cheaper_at_once)
    return g_strdup (_ ("from the first day"));
  return g_strdup_printf (_ ("in year %u"), truck->payback_year);
}

static void
add_infeasible (const CorFacts *facts, CorTable *table, const CorDutyResult *duty, const char *km, const char *trucks)
{
  const CorAlternative *shown = cor_duty_result_shown (duty);

  cor_table_add (table, g_strdup (cor_facts_duty_name (facts, duty)), g_strdup (km), g_strdup (trucks),
                 g_strdup (shown ? cor_item_label (&shown->truck->item, facts->zh) : COR_EN_DASH), g_strdup (_ ("cannot be driven")),
                 NULL, NULL, NULL, NULL, NULL);
}

/* The unit that all gaps of the table are written in. */
static CorMoneyUnit
gap_unit (const CorFacts *facts)
{
  double largest = facts->counted_trucks > 0 ? fabs (facts->gap / facts->counted_trucks) : 0;
  guint year = facts->results->year;

  for (guint i = 0; i < facts->results->n_duties; i++)
    {
      const CorDutyResult *duty = &facts->results->duties[i];
      const CorAlternative *truck = cor_facts_challenger (facts->results, duty);

      if (truck != NULL && duty->diesel != NULL)
        largest = fmax (largest, fabs (truck->outcomes[year].tco_yuan - duty->diesel->outcomes[year].tco_yuan));
    }
  return cor_money_unit (largest, NULL);
}

static void
add_duty (const CorFacts *facts, CorTable *table, const CorDutyResult *duty, const CorMoneyUnit *money)
{
  const CorAlternative *truck = cor_facts_challenger (facts->results, duty);
  guint year = facts->results->year;
  g_autofree char *km = cor_format_significant (cor_facts_duty_km (duty), 3);
  g_autofree char *trucks = cor_format_number (duty->duty->trucks, 0);
  const CorOutcome *outcome, *diesel;

  if (truck == NULL)
    {
      add_infeasible (facts, table, duty, km, trucks);
      return;
    }
  outcome = &truck->outcomes[year];
  diesel = duty->diesel != NULL ? &duty->diesel->outcomes[year] : NULL;
  cor_table_add (table, g_strdup (cor_facts_duty_name (facts, duty)), g_steal_pointer (&km), g_steal_pointer (&trucks),
                 g_strdup (cor_item_label (&truck->truck->item, facts->zh)),
                 diesel ? cor_parity_years_text (&truck->parity, facts->results->first_year, facts->last_year) : NULL,
                 diesel ? payback (facts, truck) : NULL, cor_format_percent (cor_outcome_detour_share (outcome), 1, NULL),
                 cor_format_number (cor_outcome_driven_km (outcome), 0),
                 diesel ? cor_format_money_in (outcome->tco_yuan - diesel->tco_yuan, money, TRUE) : NULL,
                 diesel ? cor_format_signed (duty->duty->trucks * (outcome->wtw_kg - diesel->wtw_kg) / 1000, 0) : NULL);
}

static void
add_duty_total (const CorFacts *facts, CorTable *table, const CorMoneyUnit *money)
{
  const CorResults *results = facts->results;

  if (results->comparable < 2)
    return;
  cor_table_add_total (table, g_strdup (_ ("All that are compared")), NULL, cor_format_number (facts->counted_trucks, 0), NULL,
                       cor_parity_years_text (&results->parity, results->first_year, facts->last_year), NULL,
                       cor_format_percent (results->detour_share, 1, NULL), NULL,
                       cor_format_money_in (facts->gap / facts->counted_trucks, money, TRUE),
                       cor_format_signed (-results->saved_t, 0));
  cor_table_mark_key (table, 4, &(CorTraceKey){ .quantity = COR_TRACE_PARITY });
  cor_table_mark_key (table, 6, &(CorTraceKey){ .quantity = COR_TRACE_DETOUR });
  cor_table_mark_key (table, 8, &(CorTraceKey){ .quantity = COR_TRACE_GAP_TRUCK });
  cor_table_mark_key (table, 9, &(CorTraceKey){ .quantity = COR_TRACE_EMISSIONS });
}

/* Which of the kilometres above are no road. A paragraph each: one that is longer than a page would run off it. */
static void
say_off_road (CorSheet *sheet, const CorFacts *facts)
{
  for (guint i = 0; i < facts->results->n_duties; i++)
    {
      g_autofree char *off = cor_facts_off_road (facts, &facts->results->duties[i]);

      if (off != NULL)
        cor_sheet_text (sheet, COR_INK_CAPTION, off);
    }
}

static void
duties (CorSheet *sheet, const CorFacts *facts)
{
  CorMoneyUnit money = gap_unit (facts);
  g_autofree char *gap = g_strdup_printf ("%s, %s", _ ("Gap a truck"), money.name);
  const CorColumn columns[] = {
    { _ ("Duty"), 20, FALSE },           { _ ("km one way"), 7, TRUE },
    { _ ("Trucks"), 6, TRUE },           { _ ("Truck"), 23, FALSE },
    { _ ("Parity year"), 18, TRUE },     { _ ("Payback"), 13, TRUE },
    { _ ("Detour share"), 8, TRUE },     { _ ("km a year"), 9, TRUE },
    { gap, 10, TRUE },                   { _ ("t CO₂e a year, all"), 9, TRUE },
  };
  CorTable *table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), FALSE);

  for (guint i = 0; i < facts->results->n_duties; i++)
    add_duty (facts, table, &facts->results->duties[i], &money);
  add_duty_total (facts, table, &money);
  cor_table_draw (table);
  say_off_road (sheet, facts);
  cor_sheet_text (sheet, COR_INK_CAPTION,
                  _ ("Gap: cost of ownership less that of the diesel truck on the same work, discounted, in the model year "
                     "shown; below zero the truck is cheaper. Payback: year of ownership by whose end its running total "
                     "falls below the diesel's, resale left out."));
}

/* Power of a plug where a station says none: the parameter, as the first truck has it; NaN without one. */
static double
usual_power (const CorFacts *facts)
{
  CorParamValue value;

  for (guint i = 0; i < facts->results->n_duties; i++)
    {
      const CorAlternative *truck = cor_facts_challenger (facts->results, &facts->results->duties[i]);

      if (truck != NULL && cor_param_table_get (truck->table, COR_PARAM_STATION_POWER, facts->model_year, &value))
        return value.value;
    }
  return NAN;
}

char *
cor_report_station_equipment (const CorStation *station, double kw)
{
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  kw = isfinite (station->power_kw) ? station->power_kw : kw;
  if (isfinite (station->plugs) && isfinite (kw))
    g_ptr_array_add (parts, g_strdup_printf (_ ("%.0f plugs of %.0f kW"), station->plugs, kw));
  if (isfinite (station->batteries))
    g_ptr_array_add (parts, g_strdup_printf (_ ("%.0f batteries, swap %.0f min"), station->batteries, station->swap_min));
  if (isfinite (station->hydrogen_price_yuan_per_kg))
    g_ptr_array_add (parts, g_strdup_printf (_ ("hydrogen %.1f yuan/kg"), station->hydrogen_price_yuan_per_kg));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (_ (", "), (char **) parts->pdata);
}

/* Trucks a day that the plans send there. */
static double
visits (const CorFacts *facts, guint station)
{
  double n = 0;

  for (guint i = 0; i < facts->results->n_duties; i++)
    {
      const CorDutyResult *duty = &facts->results->duties[i];
      const CorAlternative *truck = cor_facts_challenger (facts->results, duty);

      for (guint k = 0; truck != NULL && truck->plan != NULL && k < truck->plan->n_stops; k++)
        n += truck->plan->stops[k].station == (int) station ? duty->duty->trucks : 0;
    }
  return n;
}

/* What a station costs to build: as given, or by its size, and then marked so. */
static char *
station_cost (const CorStation *station, const CorStationResult *result)
{
  g_autofree char *money = NULL;

  if (isfinite (station->cost_yuan))
    return cor_format_money (station->cost_yuan, NULL);
  if (station->status == COR_STATION_EXISTING)
    return NULL;
  money = cor_format_money (result->capital_yuan, NULL);
  return g_strconcat ("≈", COR_NBSP, money, NULL);
}

/* As the inspector has it; NULL where it is not limited. */
static char *
length_text (double m)
{
  g_autofree char *number = isfinite (m) ? cor_format_significant (m, 3) : NULL;

  return number != NULL ? g_strconcat (number, COR_NBSP, cor_unit_text ("m"), NULL) : NULL;
}

/* The city, or where that is not given the place itself. */
static char *
station_place (const CorFacts *facts, const CorStation *station)
{
  if (station->city != NULL)
    return g_strdup (cor_city_name (station->city, facts->zh));
  return g_strdup_printf ("%.3f°" COR_NBSP "%c %.3f°" COR_NBSP "%c", fabs (station->lat), station->lat < 0 ? 'S' : 'N', fabs (station->lon),
                          station->lon < 0 ? 'W' : 'E');
}

/* Those of @status that a plan stops at, or, where planned, all. Returns whether a cost is by size. */
static gboolean
add_stations (const CorFacts *facts, CorTable *table, CorStationStatus status)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (facts->results->scenario, COR_ITEM_STATION, &n);
  gboolean by_size = FALSE;

  for (guint i = 0; i < n; i++)
    {
      const CorStation *station = (const CorStation *) items[i];
      double day = visits (facts, i);

      if (station->status != (int) status || (status == COR_STATION_EXISTING && day == 0))
        continue;
      cor_table_add (table, g_strdup (cor_item_label (items[i], facts->zh)),
                     g_strdup (cor_enum_name (cor_station_kind_values, station->station_kind)),
                     g_strdup (cor_enum_name (cor_station_status_values, station->status)), station_place (facts, station),
                     cor_report_station_equipment (station, usual_power (facts)),
                     length_text (station->max_length_m),
                     day > 0 ? cor_format_number (day, 0) : NULL,
                     station_cost (station, &facts->results->stations[i]), items[i]->illustrative ? g_strdup (_ ("illustrative")) : NULL);
      by_size |= status == COR_STATION_PLANNED && !isfinite (station->cost_yuan);
    }
  return by_size;
}

static char *
unused_stations (const CorFacts *facts)
{
  guint n;
  const CorItem *const *items = cor_scenario_items (facts->results->scenario, COR_ITEM_STATION, &n);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < n; i++)
    if (((const CorStation *) items[i])->status == COR_STATION_EXISTING && visits (facts, i) == 0)
      g_strv_builder_add (builder, cor_item_label (items[i], facts->zh));
  names = g_strv_builder_end (builder);
  return cor_facts_join (names);
}

static void
stations (CorSheet *sheet, const CorFacts *facts)
{
  const CorColumn columns[] = {
    { _ ("Station"), 24, FALSE },       { _ ("Kind"), 14, FALSE },        { _ ("Status"), 8, FALSE }, { _ ("Place"), 12, FALSE },
    { _ ("Equipment"), 22, FALSE },     { _ ("Longest vehicle"), 8, TRUE }, { _ ("Visits a day"), 7, TRUE },  { _ ("Cost"), 11, TRUE },    { _ ("Remark"), 10, FALSE },
  };
  CorTable *table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), FALSE);
  g_autofree char *unused = unused_stations (facts);
  gboolean by_size;
  guint n;

  cor_scenario_items (facts->results->scenario, COR_ITEM_STATION, &n);
  if (n == 0)
    cor_sheet_text (sheet, COR_INK_BODY, _ ("The scenario has no station."));
  by_size = add_stations (facts, table, COR_STATION_PLANNED);
  add_stations (facts, table, COR_STATION_EXISTING);
  cor_table_draw (table);
  if (by_size)
    cor_sheet_text (sheet, COR_INK_CAPTION,
                    _ ("≈ No cost is given: estimated from the number and power of its plugs, its bays and batteries."));
  if (*unused != '\0')
    {
      g_autofree char *text = g_strdup_printf (_ ("Existing stations that no plan stops at: %s."), unused);

      cor_sheet_text (sheet, COR_INK_CAPTION, text);
    }
}

static char *
policy_years (const CorPolicy *policy)
{
  if (policy->first_year > 0 && policy->last_year > 0)
    return g_strdup_printf ("%d–%d", policy->first_year, policy->last_year);
  if (policy->first_year > 0)
    return g_strdup_printf (_ ("from %d"), policy->first_year);
  return policy->last_year > 0 ? g_strdup_printf (_ ("until %d"), policy->last_year) : g_strdup (_ ("always"));
}

static char *
money_or_blank (double yuan, const CorMoneyUnit *money)
{
  return fabs (yuan) >= 0.5 ? cor_format_money_as (yuan, money, FALSE) : NULL;
}

/* One unit for all amounts of the table of policies. */
static CorMoneyUnit
policies_unit (const CorFacts *facts)
{
  g_autoptr (GArray) yuan = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < facts->policies->len; i++)
    {
      const CorPolicyFact *fact = &g_array_index (facts->policies, CorPolicyFact, i);
      double amounts[] = { fact->gap_yuan / facts->counted_trucks, fact->paid, fact->forgone, fact->raised };

      g_array_append_vals (yuan, amounts, G_N_ELEMENTS (amounts));
    }
  return cor_money_unit_for ((const double *) (void *) yuan->data, yuan->len, NULL);
}

static void
add_policies (const CorFacts *facts, CorTable *table)
{
  double gap = 0, paid = 0, forgone = 0, raised = 0;
  CorMoneyUnit money = policies_unit (facts);

  for (guint i = 0; i < facts->policies->len; i++)
    {
      const CorPolicyFact *fact = &g_array_index (facts->policies, CorPolicyFact, i);

      cor_table_add (table, g_strdup (cor_item_label (&fact->policy->item, facts->zh)), cor_facts_policy_amount (facts, fact->policy),
                     policy_years (fact->policy), cor_format_money_as (fact->gap_yuan / facts->counted_trucks, &money, TRUE),
                     money_or_blank (fact->paid, &money), money_or_blank (fact->forgone, &money), money_or_blank (fact->raised, &money),
                     g_strdup (cor_data_text (fact->policy->item.source)));
      gap += fact->gap_yuan;
      paid += fact->paid;
      forgone += fact->forgone;
      raised += fact->raised;
    }
  cor_table_add_total (table, g_strdup (_ ("All together")), NULL, NULL, cor_format_money_as (gap / facts->counted_trucks, &money, TRUE),
                       money_or_blank (paid, &money), money_or_blank (forgone, &money), money_or_blank (raised, &money), NULL);
}

static void
policies (CorSheet *sheet, const CorFacts *facts)
{
  const CorColumn columns[] = {
    { _ ("Policy"), 18, FALSE },         { _ ("Amount"), 11, FALSE },           { _ ("Years"), 12, FALSE },
    { _ ("Gap a truck"), 13, TRUE },     { _ ("Paid a year"), 14, TRUE },       { _ ("Forgone a year"), 14, TRUE },
    { _ ("Raised a year"), 14, TRUE },   { _ ("Source"), 30, FALSE },
  };
  CorTable *table;

  if (facts->policies->len == 0 || facts->counted_trucks <= 0)
    {
      cor_sheet_text (sheet, COR_INK_BODY, _ ("No policy is on."));
      return;
    }
  table = cor_table_new (sheet, columns, G_N_ELEMENTS (columns), FALSE);
  add_policies (facts, table);
  cor_table_draw (table);
  cor_sheet_text (sheet, COR_INK_CAPTION,
                  _ ("Amounts are those of the model year shown. Public money is for all trucks compared, mean of the years of "
                     "ownership, undiscounted: paid out of the budget, or forgone as a tax or toll that is not taken. Money "
                     "to trucks that needed none is part of it."));
}

void
cor_report_proposal (CorSheet *sheet, const CorFacts *facts)
{
  cor_sheet_section (sheet, _ ("What is proposed"), NULL);
  if (facts->results->n_duties == 0)
    {
      cor_sheet_text (sheet, COR_INK_BODY, _ ("The scenario has no duty yet."));
      return;
    }
  cor_sheet_subhead (sheet, _ ("Duties"));
  duties (sheet, facts);
  cor_sheet_subhead (sheet, _ ("Policies"));
  policies (sheet, facts);
  cor_sheet_subhead (sheet, _ ("Stations"));
  stations (sheet, facts);
}
