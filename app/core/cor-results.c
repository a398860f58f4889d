/* cor-results.c: results counted, looked up, and a few sums over them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-results-private.h"

#include <math.h>
#include <string.h>

CorAlternative *
cor_alternative_ref (CorAlternative *alternative)
{
  g_atomic_ref_count_inc (&alternative->refs);
  return alternative;
}

void
cor_alternative_unref (CorAlternative *alternative)
{
  if (alternative == NULL || !g_atomic_ref_count_dec (&alternative->refs))
    return;
  cor_item_unref ((CorItem *) alternative->truck);
  g_clear_pointer (&alternative->table, cor_param_table_unref);
  g_free (alternative->outcomes);
  g_free (alternative->uses);
  g_free (alternative->paths);
  for (guint i = 0; i < alternative->n_briefs; i++)
    cor_plan_brief_clear (&alternative->briefs[i].plan);
  g_free (alternative->briefs);
  if (alternative->plan != NULL)
    cor_plan_clear (alternative->plan);
  g_free (alternative->plan);
  g_free (alternative->tco);
  for (guint i = 0; i < alternative->n_moved; i++)
    {
      g_clear_pointer (&alternative->moved[i].grid, cor_tco_grid_free);
      g_free (alternative->moved[i].terms);
    }
  g_free (alternative->moved);
  g_free (alternative->problem);
  g_free (alternative->remedy);
  g_free (alternative);
}

static void
duty_result_clear (CorDutyResult *duty)
{
  cor_alternative_unref (duty->diesel);
  for (guint i = 0; i < duty->n_alternatives; i++)
    cor_alternative_unref (duty->alternatives[i]);
  g_free (duty->alternatives);
  g_clear_pointer (&duty->geometry, cor_geometry_unref);
  g_free (duty->counted);
  g_clear_pointer (&duty->detours, g_array_unref);
}

CorResults *
cor_results_ref (CorResults *results)
{
  g_atomic_ref_count_inc (&results->refs);
  return results;
}

void
cor_results_unref (CorResults *results)
{
  if (!g_atomic_ref_count_dec (&results->refs))
    return;
  for (guint i = 0; i < results->n_duties; i++)
    duty_result_clear (&results->duties[i]);
  g_free (results->duties);
  g_free (results->totals);
  g_free (results->waits);
  g_free (results->stations);
  for (guint i = 0; i < results->n_rounds; i++)
    cor_results_unref (results->rounds[i]);
  g_free (results->rounds);
  g_clear_pointer (&results->moves, g_array_unref);
  g_clear_pointer (&results->base, cor_results_unref);
  cor_scenario_unref (results->scenario);
  cor_param_layer_unref (results->defaults);
  cor_factor_set_unref (results->factors);
  g_free (results);
}

gboolean
cor_results_plans_by_hour (const CorResults *results)
{
  guint n;

  cor_scenario_items (results->scenario, COR_ITEM_TARIFF, &n);
  return n > 0;
}

const CorDutyResult *
cor_results_duty (const CorResults *results, const char *duty_id)
{
  int place = cor_scenario_index (results->scenario, COR_ITEM_DUTY, duty_id);

  return place < 0 ? NULL : &results->duties[place];
}

const CorAlternative *
cor_duty_result_shown (const CorDutyResult *duty)
{
  return duty->n_alternatives > 0 ? duty->alternatives[duty->assigned] : NULL;
}

void
cor_outcome_set_tco (CorOutcome *outcome, const CorTco *tco)
{
  outcome->tco_yuan = tco->total;
  outcome->tco_yuan_per_km = tco->total_per_km;
  outcome->ownership_years = tco->n_years;
  outcome->money = cor_tco_public_total (tco);
  memcpy (outcome->part_yuan, tco->part_total, sizeof outcome->part_yuan);
  if (isnan (outcome->transport_km))
    outcome->transport_km = tco->driven_km / tco->n_years;
}

double
cor_outcome_driven_km (const CorOutcome *outcome)
{
  return outcome->transport_km + (isnan (outcome->detour_km) ? 0 : outcome->detour_km);
}

double
cor_outcome_detour_share (const CorOutcome *outcome)
{
  return outcome->detour_km / (outcome->transport_km + outcome->detour_km);
}

double
cor_outcome_public_yuan (const CorOutcome *outcome)
{
  return outcome->money.paid + outcome->money.forgone;
}
