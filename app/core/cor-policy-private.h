/* cor-policy-private.h: what the kinds of policy share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-tco-private.h"

G_BEGIN_DECLS

/* A kind's function: adds to slots 0 to n_years of @row, which are 0 before. */
#define COR_POLICY_KIND(ENUM, id, unit, money, limit, otherwise, top, powertrains, function, label) \
  void function (const CorTcoInputs *in, const CorTco *before, const CorPolicyTerm *term, double *row);
#include "cor-policy-table.def"
#undef COR_POLICY_KIND

typedef void (*CorPolicyFunc) (const CorTcoInputs *in,
                               const CorTco *before,
                               const CorPolicyTerm *term,
                               double *row);

/* The amount of @term in @year: its path, its own, or @otherwise; 0 where none is known. */
double cor_policy_amount (const CorPolicyTerm *term, int year, double otherwise);

/* The same in the calendar year of @slot, with what its kind takes where it says nothing. */
double cor_policy_slot_amount (const CorTcoInputs *in, const CorPolicyTerm *term, guint slot);

/* Whether @term is on in the calendar year of @slot; slot 0 is the model year. */
static inline gboolean
cor_policy_on (const CorTcoInputs *in, const CorPolicyTerm *term, guint slot)
{
  int year = in->model_year + (slot > 0 ? (int) slot - 1 : 0);

  return cor_policy_term_on (term, in->use.powertrain, year);
}

G_END_DECLS
