/* cor-lever.h: a figure as a slider with its number: a parameter, or the amount of a policy.
 *
 * Moves live; one drag is one step of undo. Says how the figure is known and where from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_LEVER (cor_lever_get_type ())
G_DECLARE_FINAL_TYPE (CorLever, cor_lever, COR, LEVER, AdwPreferencesRow)

/**
 * cor_lever_new_parameter: a parameter of the scenario (%COR_ITEM_HEAD), a truck or a duty.
 * @slider: whether there is a slider below, or the number alone
 */
GtkWidget *cor_lever_new_parameter (CorSession *session,
                                    CorItemKind kind,
                                    const char *id,
                                    CorParamId parameter,
                                    gboolean slider);

/** cor_lever_new_amount: the amount of the policy of that id. */
GtkWidget *cor_lever_new_amount (CorSession *session, const char *policy);

/** cor_lever_refresh: shows what the document holds now. */
void cor_lever_refresh (CorLever *self);

/** cor_lever_get_scale: (transfer none) (nullable): the slider. */
GtkScale *cor_lever_get_scale (CorLever *self);


G_END_DECLS
