/* cor-policy-facts.h: what each instrument in force does to cost and public purse, over all duties.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results.h"

G_BEGIN_DECLS

/**
 * CorPolicyFact: one instrument that is in force, in the model year shown.
 * @gap_yuan: discounted yuan that it adds to the cost gap to diesel of all trucks compared, over their ownership;
 *   below 0: it narrows it
 * @paid, @forgone, @raised: yuan a year of the public purse, undiscounted, for the trucks as a mean of their ownership; in
 *   @forgone what is waived at stations too, as it is in the model year shown
 */
typedef struct
{
  const CorPolicy *policy;
  CorPolicyKind kind;
  double gap_yuan;
  double paid, forgone, raised;
} CorPolicyFact;

/** cor_policy_facts: (transfer full) (element-type CorPolicyFact): those in force, in the order that trucks meet them. */
GArray *cor_policy_facts (const CorResults *results);

G_END_DECLS
