/* cor-compare-window.h: the variants of a scenario beside each other: maps, figures, charts, changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-comparison.h"
#include "cor-map-base.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_COMPARE_WINDOW (cor_compare_window_get_type ())
/** CorCompareWindow: follows the document; what is changed in it is a step of the document. */
G_DECLARE_FINAL_TYPE (CorCompareWindow, cor_compare_window, COR, COMPARE_WINDOW, AdwWindow)

/** cor_compare_window_new: @base outlives it. */
GtkWidget *cor_compare_window_new (GtkWindow *parent, CorComparison *comparison, const CorMapBase *base);

G_END_DECLS
