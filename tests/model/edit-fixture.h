/* edit-fixture.h: what tests of edits start from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-edit.h"

/* A replaced state is let go; the new one is what counts. */
static inline void
step (CorScenario **scenario, CorScenario *next)
{
  g_assert_nonnull (next);
  cor_scenario_unref (*scenario);
  *scenario = next;
}

/* Two sites, a route with a duty, a diesel and an electric truck. */
static inline CorScenario *
corridor (char **route)
{
  CorScenario *s = cor_scenario_new (NULL);
  g_autofree char *a = NULL, *b = NULL, *diesel = NULL, *electric = NULL;

  step (&s, cor_edit_add_place (s, COR_ITEM_SITE, COR_SITE_PORT, (CorLonLat){ 114.27, 22.57 }, NULL,
                                NULL, &a));
  step (&s, cor_edit_add_place (s, COR_ITEM_SITE, COR_SITE_YARD, (CorLonLat){ 113.97, 22.97 }, NULL,
                                NULL, &b));
  step (&s, cor_edit_add_truck (s, COR_POWERTRAIN_DIESEL, &diesel));
  step (&s, cor_edit_add_truck (s, COR_POWERTRAIN_BET_SWAP, &electric));
  step (&s, cor_edit_add_route (s, a, b, route));
  return s;
}
