/* draws-fixture.h: what tests of draws that belong together start from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "uncertainty-fixture.h"

/* A copy of the layer in which every figure is exact but one, or two; no correlations. */
static inline CorParamLayer *
exact_but_two (CorParamLayer *layer, CorParamId id, CorParamId other)
{
  GArray *copies = g_array_new (FALSE, TRUE, sizeof (CorParameter));
  guint n;
  const CorParameter *entries = cor_param_layer_entries (layer, &n);

  for (guint i = 0; i < n; i++)
    {
      CorParameter copy;

      cor_parameter_copy (&entries[i], &copy);
      if (copy.id != id && copy.id != other)
        copy.low = copy.high = copy.value;
      g_array_append_val (copies, copy);
    }
  return cor_param_layer_new (copies, NULL);
}

static inline CorParamLayer *
exact_but (CorParamLayer *layer, CorParamId id)
{
  return exact_but_two (layer, id, id);
}

/* The scenario with every figure of its own taken away. */
static inline CorScenario *
without_figures (void)
{
  CorScenario *bare = cor_scenario_ref (scenario);
  static const CorItemKind kinds[] = { COR_ITEM_TRUCK, COR_ITEM_DUTY };
  CorItem *head = cor_item_copy (&cor_scenario_head (bare)->item);
  CorScenario *next;

  cor_item_set_boxed (head, cor_item_field (COR_ITEM_HEAD, "parameters"), NULL);
  next = cor_scenario_with_head (bare, head);
  cor_scenario_unref (bare);
  bare = next;
  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      guint n;
      const CorItem *const *items = cor_scenario_items (bare, kinds[k], &n);

      for (guint i = 0; i < n; i++)
        {
          const CorField *field = cor_item_field (kinds[k], "parameters");
          CorParamLayer *own = (CorParamLayer *) cor_item_boxed (items[i], field);
          g_autoptr (CorParamLayer) exact = own ? exact_but (own, COR_N_PARAMS) : NULL;
          CorItem *copy = cor_item_copy (items[i]);

          cor_item_set_boxed (copy, field, exact);
          next = cor_scenario_with_item (bare, copy);
          cor_scenario_unref (bare);
          bare = next;
          items = cor_scenario_items (bare, kinds[k], &n);
        }
    }
  return bare;
}
