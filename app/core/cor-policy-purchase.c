/* cor-policy-purchase.c: what is given when a truck is bought or rented.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-policy-private.h"

#define MONTHS 12

/* Km on a full battery or tank; NaN where not known. */
static double
range_km (const CorTcoInputs *in)
{
  const double *p = in->at[0];

  if (in->use.powertrain == COR_POWERTRAIN_FCET)
    return p[COR_PARAM_HYDROGEN_TANK] * 100 / in->use.kgh2_per_100km;
  return p[COR_PARAM_BATTERY] / in->use.kwh_per_km;
}

/* Whether the truck is bought while @term is on, and meets its conditions. */
static gboolean
is_given (const CorTcoInputs *in, const CorPolicyTerm *term)
{
  return cor_policy_on (in, term, 0) && !(range_km (in) < term->min_range_km)
         && !(in->at[0][COR_PARAM_BATTERY_DENSITY] < term->min_wh_per_kg);
}

/* So much for each kWh, by steps: for those up to the first border the first amount, and so on. */
static double
by_tiers (const CorPolicyTerm *term, double kwh)
{
  double from = 0, sum = 0;

  for (guint i = 0; i < term->n_tiers && kwh > from; i++)
    {
      sum += (MIN (kwh, term->tiers[i].x) - from) * term->tiers[i].y;
      from = term->tiers[i].x;
    }
  return kwh > from ? sum + (kwh - from) * cor_or (term->amount, 0) : sum;
}

/*
 * By the kWh of the battery, or a fixed sum, up to a cap. It is paid at once, so it lowers what is
 * paid for the truck by just itself, with a loan as without.
 */
void
cor_policy_purchase_subsidy (const CorTcoInputs *in,
                             const CorTco *before,
                             const CorPolicyTerm *term,
                             double *row)
{
  const double *p = in->at[0];
  double kwh = cor_or (p[COR_PARAM_BATTERY], 0);
  double cap = cor_or (term->cap_yuan, cor_or (p[COR_PARAM_SUBSIDY_CAP], G_MAXDOUBLE));
  double sum;

  if (!is_given (in, term))
    return;
  if (term->n_tiers > 0)
    sum = by_tiers (term, kwh);
  else
    sum = kwh * cor_policy_slot_amount (in, term, 0);
  if (isnan (term->amount) && term->n_path == 0 && term->n_tiers == 0)
    sum += cor_or (p[COR_PARAM_SUBSIDY_FIXED], 0);
  row[0] = -MIN (sum, cap);
}

/* A fixed sum for buying, or for scrapping an old truck on the way. */
void
cor_policy_purchase_grant (const CorTcoInputs *in,
                           const CorTco *before,
                           const CorPolicyTerm *term,
                           double *row)
{
  double cap = cor_or (term->cap_yuan, G_MAXDOUBLE);

  if (is_given (in, term))
    row[0] = -MIN (cap, cor_policy_slot_amount (in, term, 0));
}

/* A share of the purchase tax is not taken; all of it where no share is given. */
void
cor_policy_purchase_tax (const CorTcoInputs *in,
                         const CorTco *before,
                         const CorPolicyTerm *term,
                         double *row)
{
  if (cor_policy_on (in, term, 0))
    row[0] = -cor_policy_slot_amount (in, term, 0) * before->part[COR_TCO_PURCHASE_TAX][0];
}

/* So much a month in the years in which it is on, up to the cap in all. */
void
cor_policy_rental_subsidy (const CorTcoInputs *in,
                           const CorTco *before,
                           const CorPolicyTerm *term,
                           double *row)
{
  double left = cor_or (term->cap_yuan, G_MAXDOUBLE);

  for (guint y = 1; y <= in->n_years; y++)
    if (cor_policy_on (in, term, y))
      {
        double sum = MIN (left, MONTHS * cor_policy_slot_amount (in, term, y));

        row[y] = -sum;
        left -= sum;
      }
}
