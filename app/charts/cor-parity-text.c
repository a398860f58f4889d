/* cor-parity-text.c: the parity year of a duty, in words and as a colour: the same in list, map and report.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-parity-text.h"

#include "cor-format.h"
#include "cor-headline-text.h"

#include <glib/gi18n-lib.h>
#include <math.h>

const CorAlternative *
cor_duty_truck (const CorResults *results, const CorDutyResult *duty)
{
  const CorAlternative *truck = NULL;

  if (cor_scenario_head (results->scenario)->adoption == COR_ADOPTION_CHEAPEST)
    truck = cor_duty_result_challenger (results, duty, results->year);
  return truck != NULL ? truck : cor_duty_result_shown (duty);
}

CorParity
cor_truck_parity (const CorResults *results, const CorDutyResult *duty, const CorAlternative *truck)
{
  CorParity parity = { .first = results->first_year, .last = results->first_year + (int)results->n_years - 1 };

  if (truck == NULL)
    return parity;
  if (!truck->outcomes[results->year].feasible)
    parity.state = COR_PARITY_IMPOSSIBLE;
  else if (duty->diesel == NULL)
    parity.state = COR_PARITY_UNKNOWN;
  else if (truck->parity_year == 0)
    parity.state = COR_PARITY_NOT_REACHED;
  else
    parity.state = COR_PARITY_REACHED;
  parity.year = truck->parity_year;
  parity.spells = truck->parity;
  return parity;
}

CorParity
cor_duty_parity (const CorResults *results, const CorDutyResult *duty)
{
  return cor_truck_parity (results, duty, cor_duty_truck (results, duty));
}

gboolean
cor_parity_is_worse (const CorParity *a, const CorParity *b)
{
  static const int order[] = { [COR_PARITY_UNKNOWN] = 0,
                               [COR_PARITY_REACHED] = 1,
                               [COR_PARITY_NOT_REACHED] = 2,
                               [COR_PARITY_IMPOSSIBLE] = 3 };

  if (a->state != b->state)
    return order[a->state] > order[b->state];
  return a->state == COR_PARITY_REACHED && a->year > b->year;
}

char *
cor_parity_text (const CorParity *parity)
{
  switch (parity->state)
    {
    case COR_PARITY_REACHED:
    case COR_PARITY_NOT_REACHED:
      return cor_parity_short_text (&parity->spells, parity->first, parity->last);
    case COR_PARITY_IMPOSSIBLE:
      return g_strdup (_ ("not possible"));
    default:
      return g_strdup (COR_EN_DASH);
    }
}

char *
cor_parity_full_text (const CorParity *parity)
{
  return parity->state == COR_PARITY_REACHED ? cor_parity_years_text (&parity->spells, parity->first, parity->last) : cor_parity_text (parity);
}

CorRole
cor_parity_role (const CorParity *parity)
{
  if (parity->state == COR_PARITY_IMPOSSIBLE)
    return COR_ROLE_IMPOSSIBLE;
  return cor_role_for_parity (parity->state == COR_PARITY_REACHED ? parity->year : NAN);
}
