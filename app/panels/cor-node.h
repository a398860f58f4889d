/* cor-node.h: a line of the list: a section, or a thing in it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-chart-theme.h"
#include "cor-selection.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * CorNodeLook: what a line says; strings are owned by the node.
 * @detail: small and quiet after the label, or %NULL
 * @value: at the end of the line, or %NULL
 * @strong: whether the value is bold
 * @icon: name of a symbolic icon, or %NULL for a stroke in @role's colour
 * @role: colour of icon or stroke
 * @dim: shown quietly: a closed station, a candidate
 * @on: whether its switch is, of a policy
 */
typedef struct
{
  char *label;
  char *detail;
  char *value;
  gboolean strong;
  const char *icon;
  CorRole role;
  gboolean dim;
  gboolean on;
} CorNodeLook;

#define COR_TYPE_NODE (cor_node_get_type ())
/** CorNode: signal "changed": it looks different than before. */
G_DECLARE_FINAL_TYPE (CorNode, cor_node, COR, NODE, GObject)

/** cor_node_new: @id %NULL for a section, which then has children. */
CorNode *cor_node_new (CorItemKind kind, const char *id);

CorItemKind cor_node_get_kind (CorNode *self);

/** cor_node_get_id: (nullable): %NULL for a section. */
const char *cor_node_get_id (CorNode *self);

/** cor_node_get_item, cor_node_set_item: the item it stands for; %NULL for sections and prices. */
const CorItem *cor_node_get_item (CorNode *self);
void cor_node_set_item (CorNode *self, const CorItem *item);

/** cor_node_get_children: (transfer none) (nullable): a section's lines. */
GListStore *cor_node_get_children (CorNode *self);

/** CorNodeLookFunc: fills in how @node looks now; @look is empty, its strings are taken over. */
typedef void (*CorNodeLookFunc) (GObject *source, CorNode *node, CorNodeLook *look);

/** cor_node_get_look: how it looks, worked out where that is owed. */
const CorNodeLook *cor_node_get_look (CorNode *self);

/**
 * cor_node_refresh:
 * @source: what @func works it out from; the node keeps a reference
 *
 * The node may look otherwise by now. Where somebody listens it is worked out, and "changed" tells of a
 * difference; of the thousands that nobody sees it is owed until somebody asks.
 */
void cor_node_refresh (CorNode *self, GObject *source, CorNodeLookFunc func);

G_END_DECLS
