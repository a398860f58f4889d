/* cor-emissions.c: greenhouse gases of energy by a choice of factors, and of a scenario under another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-emissions.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What contracted green power counts with in a life-cycle comparison. */
#define GREEN_FACTOR "wind-2023-life-cycle"

void
cor_factor_choice_init (const CorResults *results, CorFactorChoice *out)
{
  out->grid = results->grid;
  out->diesel = results->diesel;
  out->hydrogen = results->hydrogen;
  out->green = cor_factor_set_find (results->factors, COR_FACTOR_GRID, GREEN_FACTOR);
  out->green_share = cor_scenario_head (results->scenario)->green_share;
}

gboolean
cor_factor_choice_set (CorFactorChoice *choice, const CorFactorSet *factors, CorFactorKind kind, const char *id)
{
  const CorFactor *factor = cor_factor_set_find (factors, kind, id);

  if (factor == NULL || id == NULL)
    return FALSE;
  if (kind == COR_FACTOR_GRID)
    choice->grid = factor;
  else if (kind == COR_FACTOR_DIESEL)
    choice->diesel = factor;
  else
    choice->hydrogen = factor;
  return TRUE;
}

double
cor_factor_choice_grid (const CorFactorChoice *choice, int year)
{
  gboolean supply = choice->grid->scope == COR_SCOPE_LIFE_CYCLE && choice->green != NULL;
  double green = supply ? cor_factor_total (choice->green, year) : 0;

  return cor_factor_total (choice->grid, year) * (1 - choice->green_share) + green * choice->green_share;
}

char *
cor_results_grid_label (const CorResults *results, gboolean zh)
{
  int year = results->first_year + (int) results->year;
  g_autofree char *label = cor_factor_label (results->grid, year, zh);
  CorFactorChoice choice;

  cor_factor_choice_init (results, &choice);
  if (!(choice.green_share > 0))
    return g_steal_pointer (&label);
  /* Translators: the electricity factor, share of green contracts in per cent, kg/kWh with them. */
  return g_strdup_printf (_ ("%s · %.3g %% green: %.4g"), label, choice.green_share * 100, cor_factor_choice_grid (&choice, year));
}

const CorFactor *
cor_factor_choice_main (const CorFactorChoice *choice, CorPowertrain powertrain)
{
  return powertrain == COR_POWERTRAIN_DIESEL ? choice->diesel
         : powertrain == COR_POWERTRAIN_FCET ? choice->hydrogen
                                             : choice->grid;
}

CorEmission
cor_emission_of (const CorFactorChoice *choice, CorPowertrain powertrain, double energy, int year)
{
  CorEmission out = { 0 };

  switch (powertrain)
    {
    case COR_POWERTRAIN_DIESEL:
      out.wtw_kg = energy * cor_factor_total (choice->diesel, year);
      out.ttw_kg = energy * choice->diesel->direct;
      break;
    case COR_POWERTRAIN_FCET:
      out.wtw_kg = energy
                   * (cor_factor_total (choice->hydrogen, year)
                      + choice->hydrogen->grid_kwh_per_unit * cor_factor_choice_grid (choice, year));
      break;
    default:
      out.wtw_kg = energy * cor_factor_choice_grid (choice, year);
    }
  out.wtt_kg = out.wtw_kg - out.ttw_kg;
  return out;
}

static void
add (CorEmission *sum, double n, CorEmission part)
{
  sum->wtw_kg += n * part.wtw_kg;
  sum->wtt_kg += n * part.wtt_kg;
  sum->ttw_kg += n * part.ttw_kg;
}

CorEmissionTotals
cor_emission_totals (const CorResults *results, const CorFactorChoice *choice, guint year)
{
  CorEmissionTotals totals = { 0 };

  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];
      const CorAlternative *truck = cor_duty_result_compared (results, duty, year);
      const CorOutcome *diesel;
      double n = duty->duty->trucks;
      CorEmission of_diesel;

      if (truck == NULL)
        continue;
      diesel = &duty->diesel->outcomes[year];
      of_diesel = cor_emission_of (choice, COR_POWERTRAIN_DIESEL, diesel->energy, diesel->model_year);
      add (&totals.diesel, n, of_diesel);
      add (&totals.counted, n,
           truck == duty->diesel
             ? of_diesel
             : cor_emission_of (choice, truck->powertrain, truck->outcomes[year].energy, diesel->model_year));
    }
  return totals;
}
