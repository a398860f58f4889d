/* inspector-fixture.h: finds its way in the inspector, for the tests of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui-driver.h"

#include "cor-apply.h"
#include "cor-edit.h"
#include "cor-field-row.h"
#include "cor-format.h"
#include "cor-inspector.h"
#include "cor-lever.h"
#include "cor-members-row.h"
#include "cor-node.h"
#include "cor-number-entry.h"
#include "cor-points-row.h"
#include "cor-typed.h"

#include <glib/gi18n.h>
#include <math.h>

static inline GtkWidget *
inspector (UiFixture *f)
{
  return ui_find (GTK_WIDGET (f->window), COR_TYPE_INSPECTOR, NULL, NULL);
}

static inline const CorStation *
station (UiFixture *f, const char *id)
{
  return (const CorStation *)cor_scenario_find (ui_scenario (f), COR_ITEM_STATION, id);
}

static inline gboolean
has_title (GtkWidget *row, gconstpointer title)
{
  return g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), title) == 0;
}

#define ADD(path, func) g_test_add (path, UiFixture, NULL, ui_open, func, ui_close)
