/* cor-policy-energy.c: energy made cheaper, carbon priced or rewarded.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-policy-private.h"

#define KG_PER_T 1000

void
cor_policy_hydrogen_subsidy (const CorTcoInputs *in,
                             const CorTco *before,
                             const CorPolicyTerm *term,
                             double *row)
{
  double kg = (in->use.transport_km + in->use.detour_km) * cor_or (in->use.kgh2_per_100km, 0) / 100;

  for (guint y = 1; y <= in->n_years; y++)
    if (cor_policy_on (in, term, y))
      row[y] = -kg * in->fade[y]
               * cor_policy_amount (term, in->model_year + y - 1, in->at[y][COR_PARAM_HYDROGEN_SUBSIDY]);
}

void
cor_policy_energy_price_relief (const CorTcoInputs *in,
                                const CorTco *before,
                                const CorPolicyTerm *term,
                                double *row)
{
  for (guint y = 1; y <= in->n_years; y++)
    if (cor_policy_on (in, term, y))
      row[y] = -cor_tco_kwh (in) * in->fade[y]
               * cor_policy_slot_amount (in, term, y);
}

/* The shares of the demand charge that all waivers ask for together in a slot. */
static double
waived_share (const CorTcoInputs *in, guint y)
{
  double sum = 0;

  for (guint i = 0; i < in->n_terms; i++)
    if (in->terms[i].kind == COR_POLICY_DEMAND_CHARGE_WAIVER && cor_policy_on (in, &in->terms[i], y))
      sum += cor_policy_slot_amount (in, &in->terms[i], y);
  return sum;
}

/* A share of the demand charge is not taken; all of it where no share is given. Where waivers together ask for more
 * than all of it, each has its share, so that no yuan is waived twice. */
void
cor_policy_demand_charge_waiver (const CorTcoInputs *in,
                                 const CorTco *before,
                                 const CorPolicyTerm *term,
                                 double *row)
{
  for (guint y = 1; y <= in->n_years; y++)
    if (cor_policy_on (in, term, y))
      row[y] = -before->part[COR_TCO_DEMAND][y] * cor_policy_slot_amount (in, term, y)
               / MAX (1, waived_share (in, y));
}

/*
 * As ICCT 2021 bundles it: hydrogen is subsidised by the kg; the demand charge in the price of a
 * kWh is waived.
 */
void
cor_policy_energy (const CorTcoInputs *in,
                   const CorTco *before,
                   const CorPolicyTerm *term,
                   double *row)
{
  if (in->use.powertrain == COR_POWERTRAIN_FCET)
    {
      cor_policy_hydrogen_subsidy (in, before, term, row);
      return;
    }
  for (guint y = 1; y <= in->n_years; y++)
    if (cor_policy_on (in, term, y))
      row[y] = -cor_tco_kwh (in) * in->fade[y]
               * cor_policy_slot_amount (in, term, y);
}

/* The price of each calendar year on what the burnt diesel sets free (tank to wheel). */
void
cor_policy_carbon_tax (const CorTcoInputs *in,
                       const CorTco *before,
                       const CorPolicyTerm *term,
                       double *row)
{
  double tonnes = (in->use.transport_km + in->use.detour_km) * cor_or (in->use.l_per_100km, 0) / 100
                  * cor_or (in->at[0][COR_PARAM_CARBON_DIESEL], 0) / KG_PER_T;

  for (guint y = 1; y <= in->n_years; y++)
    if (cor_policy_on (in, term, y))
      row[y] = tonnes * in->fade[y]
               * cor_policy_slot_amount (in, term, y);
}

/* So much for each tonne avoided against diesel; nothing where none is avoided. */
void
cor_policy_carbon_credit (const CorTcoInputs *in,
                          const CorTco *before,
                          const CorPolicyTerm *term,
                          double *row)
{
  for (guint y = 1; y <= in->n_years; y++)
    if (cor_policy_on (in, term, y))
      row[y] = -MAX (0, in->use.avoided_tco2e) * in->fade[y]
               * cor_policy_slot_amount (in, term, y);
}
