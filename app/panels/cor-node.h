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
 * @full: what @value says in full where it is cut short there, or %NULL
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
  char *full;
  gboolean strong;
  const char *icon;
  CorRole role;
  gboolean dim;
  gboolean on;
} CorNodeLook;

#define COR_TYPE_NODE (cor_node_get_type ())
/** CorNode: signal "changed": it looks different than before; only of lines that are watched. */
G_DECLARE_FINAL_TYPE (CorNode, cor_node, COR, NODE, GObject)

/** CorNodeLookFunc: fills in how @node looks now; @look is empty, its strings are taken over. */
typedef void (*CorNodeLookFunc) (GObject *source, CorNode *node, CorNodeLook *look);

/** CorNodeLooks: how the lines of a list look, shared by them. */
typedef struct _CorNodeLooks CorNodeLooks;

/** cor_node_looks_new: (transfer full): @func works a look out from @source, to which it keeps a reference. */
CorNodeLooks *cor_node_looks_new (GObject *source, CorNodeLookFunc func);

/** cor_node_looks_unref: gives back a reference. */
void cor_node_looks_unref (CorNodeLooks *looks);

/**
 * cor_node_looks_refresh: lines may look otherwise by now. Those that are watched are worked out, and "changed"
 * tells of a difference; of the thousands that nobody sees it is owed until somebody asks.
 */
void cor_node_looks_refresh (CorNodeLooks *looks);

/** cor_node_new: @id %NULL for a section, which then has children. */
CorNode *cor_node_new (CorNodeLooks *looks, CorItemKind kind, const char *id);

/** cor_node_watch, cor_node_unwatch: a widget shows it, or no longer. */
void cor_node_watch (CorNode *self);
void cor_node_unwatch (CorNode *self);

CorItemKind cor_node_get_kind (CorNode *self);

/** cor_node_get_id: (nullable): %NULL for a section. */
const char *cor_node_get_id (CorNode *self);

/** cor_node_get_item, cor_node_set_item: the item it stands for; %NULL for sections and prices. */
const CorItem *cor_node_get_item (CorNode *self);
void cor_node_set_item (CorNode *self, const CorItem *item);

/** cor_node_get_children: (transfer none) (nullable): a section's lines. */
GListStore *cor_node_get_children (CorNode *self);

/** cor_node_get_look: how it looks, worked out where that is owed. */
const CorNodeLook *cor_node_get_look (CorNode *self);

G_END_DECLS
