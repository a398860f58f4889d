/* cor-variants.h: variants of a scenario: what they make of it, and edits kept as their changes.
 *
 * The base is the scenario as the file has it, with its list of variants. The state of a variant is
 * the base with the changes of the variant made. What belongs to the scenario whatever the variant
 * (its name, the years, the part of the map, the pinned baseline, the list of variants itself) is
 * never a change of a variant.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario.h"

G_BEGIN_DECLS

/**
 * cor_variants_state:
 * @id: (nullable): a variant of @base; %NULL for @base itself
 * @skipped: (nullable): takes the paths (char *) of changes that cannot be made any more
 *
 * Returns: (transfer full): the state of the variant; changes that cannot be made are left out
 */
CorScenario *cor_variants_state (CorScenario *base, const char *id, GPtrArray *skipped);

/**
 * cor_variants_record:
 * @id: a variant of @base
 * @before: the state of the variant that was edited
 * @next: what the edit made of it
 *
 * Returns: (transfer full): the base whose variant makes @next of it
 */
CorScenario *
cor_variants_record (CorScenario *base, const char *id, CorScenario *before, CorScenario *next);

/**
 * cor_variants_prune: @next, an edit of the base @before, without those changes of its variants that
 * could be made before and cannot any more, because what they change is gone.
 *
 * Returns: (transfer full)
 */
CorScenario *cor_variants_prune (CorScenario *before, CorScenario *next);

/**
 * cor_edit_add_variant: a variant without changes at the end of the list.
 * @name: what it is called; numbered where the name is taken
 * @id: (out) (transfer full)
 */
CorScenario *cor_edit_add_variant (CorScenario *scenario, const char *name, char **id);

/** cor_edit_drop_change: takes a change out of a variant; nothing where it has no such change. */
CorScenario *cor_edit_drop_change (CorScenario *scenario, const char *variant, const char *path);

/**
 * cor_edit_copy_change: gives a change of a variant to another, in place of what that changed there.
 * Errors: %COR_ERROR_REFERENCE where there is no such variant or change, or it cannot be made there.
 */
CorScenario *cor_edit_copy_change (CorScenario *scenario,
                                   const char *from,
                                   const char *path,
                                   const char *to,
                                   GError **error);

/** cor_variants_change: the change of that path, or %NULL. */
const CorChange *cor_variants_change (const CorScenario *scenario, const char *variant, const char *path);

G_END_DECLS
