/* cor-case.c: results as they would be with something moved.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-case.h"

#include "cor-results-private.h"

#include <math.h>

static void
move_clear (gpointer data)
{
  CorMove *move = data;

  g_free (move->label);
  g_free (move->unit);
  g_free (move->region);
  g_free (move->source);
  g_free (move->place);
  g_clear_pointer (&move->worked, cor_results_unref);
}

static void
duty_copy (const CorDutyResult *from, guint n_years, CorDutyResult *out)
{
  *out = *from;
  out->geometry = from->geometry != NULL ? cor_geometry_ref (from->geometry) : NULL;
  out->diesel = from->diesel != NULL ? cor_alternative_ref (from->diesel) : NULL;
  out->alternatives = g_memdup2 (from->alternatives, from->n_alternatives * sizeof *from->alternatives);
  for (guint i = 0; i < from->n_alternatives; i++)
    cor_alternative_ref (out->alternatives[i]);
  out->counted = g_memdup2 (from->counted, n_years * sizeof *from->counted);
  out->detours = from->detours != NULL ? g_array_ref (from->detours) : NULL;
}

CorResults *
cor_case_new (const CorResults *base)
{
  CorResults *out = g_memdup2 (base, sizeof *base);

  g_return_val_if_fail (base->base == NULL, NULL);

  g_atomic_ref_count_init (&out->refs);
  cor_scenario_ref (out->scenario);
  cor_param_layer_ref (out->defaults);
  cor_factor_set_ref (out->factors);
  out->duties = g_new0 (CorDutyResult, MAX (base->n_duties, 1));
  for (guint i = 0; i < base->n_duties; i++)
    duty_copy (&base->duties[i], base->n_years, &out->duties[i]);
  out->totals = NULL;
  out->waits = NULL;
  out->stations = g_memdup2 (base->stations, base->n_stations * sizeof *base->stations);
  out->rounds = NULL;
  out->n_rounds = 0;
  out->feasible = out->comparable = 0;
  out->base = cor_results_ref ((CorResults *) base);
  out->moves = g_array_new (FALSE, FALSE, sizeof (CorMove));
  g_array_set_clear_func (out->moves, move_clear);
  return out;
}

void
cor_case_add_move (CorResults *results, CorMove move)
{
  g_return_if_fail (results->moves != NULL);

  g_array_append_val (results->moves, move);
}

/* The truck of the case, a copy of its own from the first time on. Prices of later years stay those of the base, which
 * is kept. */
static CorAlternative *
own_truck (CorResults *results, guint duty, int truck)
{
  CorAlternative **place = truck < 0 ? &results->duties[duty].diesel : &results->duties[duty].alternatives[truck];
  CorAlternative *from = *place, *out;

  if (from->moved != NULL)
    return from;
  out = g_new0 (CorAlternative, 1);
  g_atomic_ref_count_init (&out->refs);
  out->truck = (const CorTruck *) cor_item_ref ((CorItem *) &from->truck->item);
  out->powertrain = from->powertrain;
  out->table = cor_param_table_ref (from->table);
  out->outcomes = g_memdup2 (from->outcomes, results->n_years * sizeof *from->outcomes);
  out->uses = g_memdup2 (from->uses, results->n_years * sizeof *from->uses);
  out->problem = g_strdup (from->problem);
  out->remedy = g_strdup (from->remedy);
  out->moved = g_new0 (CorMovedCost, results->n_years);
  out->n_moved = results->n_years;
  cor_alternative_unref (from);
  *place = out;
  return out;
}

/* @before: how it was worked without; a distance that a study gives falls with age, and the outcome has its mean. */
static void
outcome_set_use (const CorUse *use, const CorUse *before, CorOutcome *outcome)
{
  outcome->kwh_per_km = use->kwh_per_km;
  outcome->l_per_100km = use->l_per_100km;
  outcome->kgh2_per_100km = use->kgh2_per_100km;
  if (isnan (before->transport_km))
    outcome->transport_km = NAN;
  else if (!isnan (use->transport_km))
    outcome->transport_km = use->transport_km;
  if (!isnan (outcome->detour_km))
    outcome->detour_km = use->detour_km;
}

gboolean
cor_case_set_truck (CorResults *results,
                    guint duty,
                    int truck,
                    guint year,
                    const CorTcoGrid *grid,
                    const CorUse *use,
                    const CorPolicyTerm *terms,
                    guint n_terms)
{
  CorAlternative *of;
  CorTcoInputs *inputs;
  CorTco tco;
  gboolean known;

  g_return_val_if_fail (results->base != NULL && results->totals == NULL, FALSE);
  g_return_val_if_fail (duty < results->n_duties && year < results->n_years, FALSE);

  of = own_truck (results, duty, truck);
  inputs = cor_tco_inputs_new ();
  known = grid != NULL && cor_tco_prepare (inputs, grid, results->first_year + (int) year, use, of->truck->battery_deal, terms, n_terms, NULL);
  if (known)
    {
      cor_tco_evaluate (inputs, &tco);
      of->moved[year].grid = cor_tco_grid_copy (grid);
      of->moved[year].terms = g_memdup2 (terms, n_terms * sizeof *terms);
      of->moved[year].n_terms = n_terms;
      outcome_set_use (use, &of->uses[year], &of->outcomes[year]);
      of->uses[year] = *use;
      cor_outcome_set_tco (&of->outcomes[year], &tco);
      of->outcomes[year].energy = cor_outcome_bought (
          &of->outcomes[year], of->powertrain, cor_tco_grid_get (grid, COR_PARAM_CHARGING_EFFICIENCY, results->first_year + (int) year));
      if (year == results->year)
        of->tco = g_memdup2 (&tco, sizeof tco);
    }
  else
    of->outcomes[year].tco_yuan = of->outcomes[year].tco_yuan_per_km = NAN;
  of->outcomes[year].feasible = known;
  g_free (inputs);
  return known;
}

void
cor_case_finish (CorResults *results)
{
  g_return_if_fail (results->base != NULL && results->totals == NULL);

  cor_evaluate_totals (results);
}
