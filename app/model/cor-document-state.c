/* cor-document-state.c: the base of a document, and what its active variant makes of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-document-private.h"

#include "cor-variants.h"

CorDocumentState
cor_document_state_copy (const CorDocumentState *state)
{
  return (CorDocumentState){ cor_scenario_ref (state->base), cor_scenario_ref (state->shown), g_strdup (state->variant) };
}

void
cor_document_state_clear (CorDocumentState *state)
{
  g_clear_pointer (&state->base, cor_scenario_unref);
  g_clear_pointer (&state->shown, cor_scenario_unref);
  g_clear_pointer (&state->variant, g_free);
}

gboolean
cor_document_state_equal (const CorDocumentState *a, const CorDocumentState *b)
{
  return g_strcmp0 (a->variant, b->variant) == 0 && cor_scenario_equal (a->base, b->base)
         && cor_scenario_equal (a->shown, b->shown);
}

CorDocumentState
cor_document_state_of (CorScenario *base, const char *variant)
{
  if (cor_scenario_find (base, COR_ITEM_VARIANT, variant) == NULL)
    variant = NULL;
  return (CorDocumentState){ cor_scenario_ref (base), cor_variants_state (base, variant, NULL), g_strdup (variant) };
}

/* Whether the changes of the active variant are others in @next than in the state shown. */
static gboolean
variant_differs (const CorDocumentState *state, CorScenario *next)
{
  const CorItem *now = cor_scenario_find (state->base, COR_ITEM_VARIANT, state->variant);
  const CorItem *then = cor_scenario_find (next, COR_ITEM_VARIANT, state->variant);

  return then == NULL || (then != now && !cor_item_equal (then, now));
}

/* @scenario with the list of variants that @list has. */
static CorScenario *
with_variants_of (CorScenario *scenario, CorScenario *list)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify)cor_item_unref);
  const CorItem *const *variants;
  guint n;

  variants = cor_scenario_items (list, COR_ITEM_VARIANT, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, cor_item_ref (variants[i]));
  return cor_scenario_with_items (scenario, COR_ITEM_VARIANT, items);
}

CorDocumentState
cor_document_state_after (const CorDocumentState *now, CorScenario *next)
{
  g_autoptr (CorScenario) base = NULL;
  g_autoptr (CorScenario) listed = NULL;
  CorDocumentState state;

  if (now->variant == NULL)
    {
      base = cor_variants_prune (now->base, next);
      return cor_document_state_of (base, NULL);
    }
  listed = with_variants_of (now->base, next);
  if (variant_differs (now, next))
    return cor_document_state_of (listed, now->variant);
  base = cor_variants_record (listed, now->variant, now->shown, next);
  state.base = g_steal_pointer (&base);
  state.shown = with_variants_of (next, state.base);
  state.variant = g_strdup (now->variant);
  return state;
}
