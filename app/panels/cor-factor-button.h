/* cor-factor-button.h: the emission factor in use, and the choice of another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_FACTOR_BUTTON (cor_factor_button_get_type ())
/**
 * CorFactorButton: a chip that stands wherever emissions stand: the electricity factor with its scope,
 * region, year and green share; its menu holds all factors, green contracts and the distance of activity.
 */
G_DECLARE_FINAL_TYPE (CorFactorButton, cor_factor_button, COR, FACTOR_BUTTON, AdwBin)

/** cor_factor_button_new: follows the results of @session; a choice is an edit of its document. */
GtkWidget *cor_factor_button_new (CorSession *session);

G_END_DECLS
