/* cor-scenario.h: a scenario as an immutable value.
 *
 * An edit makes a new scenario that shares all it did not touch with the old one: lists that did
 * not change are the same object, items that did not change the same pointer.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-item.h"

G_BEGIN_DECLS

/** CorScenario: immutable and counted; safe to read from several threads. */
typedef struct _CorScenario CorScenario;

/** cor_scenario_new: an empty scenario with @head (%NULL for the presets). */
CorScenario *cor_scenario_new (CorItem *head);
CorScenario *cor_scenario_ref (CorScenario *scenario);
void cor_scenario_unref (CorScenario *scenario);

/** cor_scenario_head: what belongs to the scenario as a whole. */
const CorHead *cor_scenario_head (const CorScenario *scenario);

/** cor_scenario_title: (transfer none): its name; of one without, that of its first route; else its id. */
const char *cor_scenario_title (const CorScenario *scenario, gboolean zh);

/** cor_scenario_extra: unknown top-level members as cor_json_to_text() has them, or %NULL. */
const char *cor_scenario_extra (const CorScenario *scenario);

/** cor_scenario_items: the items of a kind in their order, @n of them. */
const CorItem *const *cor_scenario_items (const CorScenario *scenario, CorItemKind kind, guint *n);

/** cor_scenario_list: identity of the list of a kind: equal pointers hold equal items. */
gconstpointer cor_scenario_list (const CorScenario *scenario, CorItemKind kind);

/** cor_scenario_find: the item of that kind and id, or %NULL; @id may be %NULL. */
const CorItem *cor_scenario_find (const CorScenario *scenario, CorItemKind kind, const char *id);

/** cor_scenario_index: its place in the list, or -1. */
int cor_scenario_index (const CorScenario *scenario, CorItemKind kind, const char *id);

/**
 * cor_scenario_with_items: the scenario with the list of @kind replaced.
 * @items: (transfer full): array of #CorItem with cor_item_unref() as free function.
 * Where an id stands twice, cor_scenario_find() gives the first.
 */
CorScenario *
cor_scenario_with_items (const CorScenario *scenario, CorItemKind kind, GPtrArray *items);

/** cor_scenario_with_item: with @item (transfer full) replaced by its id, or added at the end. */
CorScenario *cor_scenario_with_item (const CorScenario *scenario, CorItem *item);

/** cor_scenario_truck_type: (transfer none) (nullable): the type of all its trucks; %NULL where they are of several, or
 * there are none. */
const char *cor_scenario_truck_type (const CorScenario *scenario);

/** cor_scenario_without: with the item of that kind and id taken out; references to it stay. */
CorScenario *cor_scenario_without (const CorScenario *scenario, CorItemKind kind, const char *id);

/** cor_scenario_with_head: with another head (transfer full). */
CorScenario *cor_scenario_with_head (const CorScenario *scenario, CorItem *head);

/** cor_scenario_with_extra: with other unknown members. */
CorScenario *cor_scenario_with_extra (const CorScenario *scenario, const char *extra);

/** cor_scenario_equal: whether both would be written as the same file. */
gboolean cor_scenario_equal (const CorScenario *a, const CorScenario *b);

/** cor_scenario_free_id: (transfer full): an id like @stem that no item of @kind has yet. */
char *cor_scenario_free_id (const CorScenario *scenario, CorItemKind kind, const char *stem);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorScenario, cor_scenario_unref)

G_END_DECLS
