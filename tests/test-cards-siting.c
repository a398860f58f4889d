/* test-cards-siting.c: every figure of a choice of stations has a card with that figure, down to what trucks and stations pay.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "card-check.h"
#include "cor-siting-trace.h"
#include "scenario-fixture.h"

#include <math.h>

static CorEngine *engine;

static void
check_value (CardCount *count, CorTrace *trace, double value)
{
  g_assert_nonnull (trace);
  g_assert_true (card_is_near (trace->value, value));
  card_check_trace (count, trace);
  cor_trace_unref (trace);
}

static void
check_key (CardCount *count, const CorSitingRank *rank, CorTraceKey key, double value)
{
  check_value (count, cor_trace_new (rank->results, &key, FALSE), value);
}

/* The parts of the cost by duty and by station; what is nothing has no card. */
static void
check_parts (CardCount *count, const CorSitingRank *rank)
{
  const struct
  {
    CorTraceQuantity quantity;
    double value;
  } sums[] = { { COR_TRACE_DUTIES_DONE, rank->served },         { COR_TRACE_ASSIGNED_DETOUR, rank->detour_km },   { COR_TRACE_OWNERS_YEAR, rank->carriers_yuan },
               { COR_TRACE_FEES_YEAR, rank->fees_yuan },        { COR_TRACE_STATIONS_DEMAND, rank->demand_yuan }, { COR_TRACE_STATIONS_LOST, rank->lost_yuan } };

  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    if (sums[i].value != 0)
      check_key (count, rank, (CorTraceKey){ .quantity = sums[i].quantity }, sums[i].value);
  for (guint d = 0; d < rank->results->n_duties; d++)
    for (CorTraceQuantity q = COR_TRACE_TRUCK_WORTH; q <= COR_TRACE_TRUCK_FEE_SHARE; q++)
      card_check (count, (CorTraceKey){ .quantity = q, .duty = d, .truck = rank->results->duties[d].assigned });
  for (guint s = 0; s < rank->results->n_stations; s++)
    card_check (count, (CorTraceKey){ .quantity = COR_TRACE_STATION_KEEP, .index = s });
}

static CardCount
count_for (const CorSitingRank *rank)
{
  return (CardCount){ .results = rank->results, .values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free) };
}

static void
check_rank (const CorSitingPlan *plan, guint n, CorSitingAim aim)
{
  const CorSitingRank *rank = n > 0 ? &g_array_index (plan->ranks, CorSitingRank, n - 1) : &plan->before;
  const CorSitingRank *above = n > 1 ? rank - 1 : &plan->before;
  CardCount count = count_for (rank);

  check_value (&count, cor_siting_cost_trace (plan, n, FALSE), rank->yuan_per_year);
  check_value (&count, cor_siting_use_trace (plan, n, FALSE), rank->demand_yuan + rank->lost_yuan);
  check_parts (&count, rank);
  if (n > 0)
    {
      check_value (&count, cor_siting_stations_trace (plan, n, FALSE), rank->stations_yuan);
      check_key (&count, rank, cor_siting_station_key (rank, COR_TRACE_STATION_CAPITAL), rank->cost_yuan);
      check_value (&count, cor_siting_change_trace (plan, n, TRUE, aim, FALSE), rank->detour_km - above->detour_km);
      check_value (&count, cor_siting_change_trace (plan, n, FALSE, COR_SITING_COST, FALSE), rank->yuan_per_year - above->yuan_per_year);
      check_value (&count, cor_siting_change_trace (plan, n, FALSE, COR_SITING_CARRIERS, FALSE), rank->carriers_yuan - above->carriers_yuan);
    }
  g_assert_cmpuint (count.cards, >, 20);
  g_hash_table_unref (count.values);
}

static void
test_choice (void)
{
  g_autoptr (CorScenario) corridor = fixture_load ("eastern-port");

  for (guint aim = COR_SITING_COST; aim <= (guint) COR_SITING_DETOUR; aim++)
    {
      g_autoptr (GError) error = NULL;
      CorSitingRequest request = { 3, NAN, aim, COR_SITING_BEST, TRUE };
      g_autoptr (CorSitingPlan) plan = cor_siting_scenario (engine, corridor, &request, NULL, NULL, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (plan->ranks->len, >, 0);
      for (guint n = 0; n <= plan->ranks->len; n++)
        check_rank (plan, n, aim);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  engine = fixture_engine ();
  g_test_add_func ("/cards/siting", test_choice);
  return fixture_run (engine);
}
