/* cor-emission-rows.c: emissions by duty, route, truck, station or of the scenario.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-emission-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const CorEnumValue cor_emission_by_values[] = {
  { COR_EMISSION_BY_DUTY, "duty", N_ ("By duty") },
  { COR_EMISSION_BY_ROUTE, "route", N_ ("By route") },
  { COR_EMISSION_BY_TRUCK, "truck", N_ ("By truck") },
  { COR_EMISSION_BY_STATION, "station", N_ ("By station") },
  { COR_EMISSION_BY_SCENARIO, "scenario", N_ ("Whole scenario") },
  { 0, NULL, NULL },
};

/* One truck of a duty under way to its rows; @members: of the row of index @wanted, where they are asked for. */
typedef struct
{
  const CorResults *results;
  const CorFactorChoice *choice;
  CorEmissionBy by;
  GArray *rows;
  CorEmissionMember at;
  GArray *members;
  guint wanted;
} Gather;

static CorEmissionRow *
find_row (Gather *gather, const CorItem *item, int powertrain, gboolean reference, const CorFactor *factor)
{
  CorEmissionRow row = { .item = item, .powertrain = powertrain, .reference = reference, .factor = factor };

  for (guint i = 0; i < gather->rows->len; i++)
    {
      CorEmissionRow *old = &g_array_index (gather->rows, CorEmissionRow, i);

      if (old->item != item || old->reference != reference)
        continue;
      if (old->powertrain != powertrain)
        old->powertrain = -1;
      if (old->factor != factor)
        old->factor = NULL;
      return old;
    }
  g_array_append_val (gather->rows, row);
  return &g_array_index (gather->rows, CorEmissionRow, gather->rows->len - 1);
}

static double
known (double value)
{
  return isnan (value) ? 0 : value;
}

/* Adds @share of @n trucks; a share is of the energy alone, so km and activity are then left out. */
static void
add (Gather *gather, CorEmissionRow *row, double n, double share, gboolean whole, const CorEmission *emission, const CorOutcome *outcome, double trips)
{
  double detour = known (cor_outcome_detour_share (outcome));

  gather->at.share = share;
  if (gather->members != NULL && row == &g_array_index (gather->rows, CorEmissionRow, gather->wanted))
    g_array_append_val (gather->members, gather->at);
  row->trucks = whole ? row->trucks + n : NAN;
  row->trips = whole ? row->trips + n * trips : NAN;
  row->km = whole ? row->km + n * cor_outcome_driven_km (outcome) : NAN;
  row->tkm = whole ? row->tkm + n * outcome->tkm : NAN;
  row->emission.wtw_kg += n * share * emission->wtw_kg;
  row->emission.wtt_kg += n * share * emission->wtt_kg;
  row->emission.ttw_kg += n * share * emission->ttw_kg;
  row->detour_kg += n * share * emission->wtw_kg * detour;
  row->nox_kg += n * share * outcome->nox_kg;
  row->pm_kg += n * share * outcome->pm_kg;
  row->making_kg += n * share * (outcome->vehicle_making_kg + outcome->battery_making_kg);
}

/* By where the energy is taken, in shares of what goes into the battery on a day. */
static void
add_stations (Gather *gather, const CorDutyResult *duty, const CorAlternative *truck, const CorEmission *emission)
{
  const CorOutcome *outcome = &truck->outcomes[gather->results->year];
  const CorFactor *factor = cor_factor_choice_main (gather->choice, truck->powertrain);
  const CorPlan *plan = truck->plan;
  guint n;
  const CorItem *const *stations = cor_scenario_items (gather->results->scenario, COR_ITEM_STATION, &n);
  double n_trucks = duty->duty->trucks, left = 1, all = 0;

  for (guint i = 0; plan != NULL && i < plan->n_stops; i++)
    all += plan->stops[i].kwh;
  for (guint i = 0; plan != NULL && i < plan->n_stops && all > 0; i++)
    {
      const CorPlanStop *stop = &plan->stops[i];
      double share = stop->kwh / all;

      if (stop->station < 0 || (guint) stop->station >= n)
        continue;
      add (gather, find_row (gather, stations[stop->station], truck->powertrain, FALSE, factor), n_trucks, share, FALSE,
           emission, outcome, NAN);
      left -= share;
    }
  if (left > 1e-12)
    add (gather, find_row (gather, NULL, truck->powertrain, FALSE, factor), n_trucks, left, FALSE, emission, outcome, NAN);
}

static void
add_truck (Gather *gather, const CorDutyResult *duty, const CorAlternative *truck, gboolean reference)
{
  const CorOutcome *outcome = &truck->outcomes[gather->results->year];
  CorEmission emission = cor_emission_of (gather->choice, truck->powertrain, outcome->energy, outcome->model_year);
  const CorItem *items[] = { &duty->duty->item, duty->route ? &duty->route->item : NULL, &truck->truck->item, NULL,
                             &cor_scenario_head (gather->results->scenario)->item };
  double trips = duty->route ? duty->route->trips_per_day * duty->route->days_per_year : NAN;

  if (gather->by == COR_EMISSION_BY_STATION)
    add_stations (gather, duty, truck, &emission);
  else
    add (gather, find_row (gather, items[gather->by], truck->powertrain, reference,
                   cor_factor_choice_main (gather->choice, truck->powertrain)),
         duty->duty->trucks, 1, TRUE, &emission, outcome, trips);
}

static void
gather_all (Gather *gather)
{
  const CorResults *results = gather->results;
  gboolean both = gather->by != COR_EMISSION_BY_STATION && gather->by != COR_EMISSION_BY_TRUCK;

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorAlternative *truck = cor_duty_result_compared (results, duty, results->year);

      if (truck == NULL)
        continue;
      gather->at = (CorEmissionMember){ .duty = i, .truck = duty->counted[results->year] };
      add_truck (gather, duty, truck, FALSE);
      gather->at.truck = -1;
      if (both)
        add_truck (gather, duty, duty->diesel, TRUE);
    }
}

GArray *
cor_emission_rows (const CorResults *results, const CorFactorChoice *choice, CorEmissionBy by)
{
  Gather gather = { .results = results, .choice = choice, .by = by, .rows = g_array_new (FALSE, TRUE, sizeof (CorEmissionRow)) };

  gather_all (&gather);
  return gather.rows;
}

GArray *
cor_emission_row_members (const CorResults *results, CorEmissionBy by, guint row)
{
  CorFactorChoice choice;
  g_autoptr (GArray) rows = g_array_new (FALSE, TRUE, sizeof (CorEmissionRow));
  Gather gather = { .results = results,
                    .choice = &choice,
                    .by = by,
                    .rows = rows,
                    .members = g_array_new (FALSE, TRUE, sizeof (CorEmissionMember)),
                    .wanted = row };

  cor_factor_choice_init (results, &choice);
  gather_all (&gather);
  return gather.members;
}

char *
cor_emission_row_label (const CorEmissionRow *row, gboolean zh)
{
  return g_strdup (row->item != NULL ? cor_item_label (row->item, zh) : _ ("Depots and sites"));
}
