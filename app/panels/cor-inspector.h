/* cor-inspector.h: what is selected: its fields to edit, and what it does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-network.h"
#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_INSPECTOR (cor_inspector_get_type ())
G_DECLARE_FINAL_TYPE (CorInspector, cor_inspector, COR, INSPECTOR, AdwBin)

GtkWidget *cor_inspector_new (CorSession *session);

/** cor_inspector_set_network: (nullable): the roads that the scenario is calculated on. */
void cor_inspector_set_network (CorInspector *self, CorNetwork *network);

/** cor_inspector_rename: puts the cursor into the name of what is selected, to be typed over; whether there is one. */
gboolean cor_inspector_rename (CorInspector *self);

G_END_DECLS
