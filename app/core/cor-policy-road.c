/* cor-policy-road.c: tolls spared, kilometres charged, access and payload allowed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-policy-private.h"

/* A share of the tolls, those on detours too. */
void
cor_policy_toll_relief (const CorTcoInputs *in,
                        const CorTco *before,
                        const CorPolicyTerm *term,
                        double *row)
{
  for (guint y = 1; y <= in->n_years; y++)
    if (cor_policy_on (in, term, y))
      row[y] = -before->part[COR_TCO_TOLL][y]
               * cor_policy_slot_amount (in, term, y);
}

/* So much for each km on tolled roads, on top of the toll. */
void
cor_policy_road_charge (const CorTcoInputs *in,
                        const CorTco *before,
                        const CorPolicyTerm *term,
                        double *row)
{
  double km = cor_tco_tolled_km (in);

  for (guint y = 1; y <= in->n_years; y++)
    if (cor_policy_on (in, term, y))
      row[y] = km * in->fade[y]
               * cor_policy_slot_amount (in, term, y);
}

/* Hours a year that a truck with better access does not wait or go round, at the driver's cost. */
void
cor_policy_access_hours (const CorTcoInputs *in,
                         const CorTco *before,
                         const CorPolicyTerm *term,
                         double *row)
{
  for (guint y = 1; y <= in->n_years; y++)
    if (cor_policy_on (in, term, y))
      row[y] = -cor_policy_slot_amount (in, term, y)
               * cor_or (in->at[y][COR_PARAM_DRIVER_COST], 0) * in->fade[y];
}

/* Tolled km a year that a truck with better access does not have to drive round. */
void
cor_policy_access_toll (const CorTcoInputs *in,
                        const CorTco *before,
                        const CorPolicyTerm *term,
                        double *row)
{
  for (guint y = 1; y <= in->n_years; y++)
    if (cor_policy_on (in, term, y))
      row[y] = -MIN (cor_policy_slot_amount (in, term, y), cor_tco_tolled_km (in))
               * cor_or (in->at[y][COR_PARAM_TOLL], 0) * in->fade[y];
}

/* Tonnes by which all allowances in force raise the legal mass. */
static double
allowed_t (const CorTcoInputs *in, guint slot, int year)
{
  double sum = 0;

  for (guint i = 0; i < in->n_terms; i++)
    if (in->terms[i].kind == COR_POLICY_PAYLOAD_ALLOWANCE && cor_policy_on (in, &in->terms[i], slot))
      sum += cor_policy_amount (&in->terms[i], year, NAN);
  return sum;
}

/* Tonnes by which the legal mass is raised: they give back payload that the battery took away. Where there are more of them
 * than were lost, each gives back its share of what was. */
void
cor_policy_payload_allowance (const CorTcoInputs *in,
                              const CorTco *before,
                              const CorPolicyTerm *term,
                              double *row)
{
  double lost = in->use.payload_lost_t;

  /* Money of two timings in one row: what falls at the end of a year is worth less than the rest of it. */
  for (guint y = 0; lost > 0 && y <= in->n_years; y++)
    if (cor_policy_on (in, term, y))
      {
        int year = in->model_year + MAX ((int) y, 1) - 1;

        row[y] = -(before->part[COR_TCO_PAYLOAD][y]
                   + before->part[COR_TCO_PAYLOAD_CAPITAL][y] * in->discount[1][y] / in->discount[0][y])
                 * cor_policy_amount (term, year, NAN) / MAX (lost, allowed_t (in, y, year));
      }
}
