/* cor-inspector.h: what is selected: its fields to edit, and what it does.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_INSPECTOR (cor_inspector_get_type ())
G_DECLARE_FINAL_TYPE (CorInspector, cor_inspector, COR, INSPECTOR, AdwBin)

GtkWidget *cor_inspector_new (CorSession *session);

G_END_DECLS
