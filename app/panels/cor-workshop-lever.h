/* cor-workshop-lever.h: one large slider for a projector.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_WORKSHOP_LEVER (cor_workshop_lever_get_type ())
G_DECLARE_FINAL_TYPE (CorWorkshopLever, cor_workshop_lever, COR, WORKSHOP_LEVER, AdwBin)

/** cor_workshop_lever_new_parameter: a parameter of the scenario. */
GtkWidget *cor_workshop_lever_new_parameter (CorSession *session, CorParamId parameter);

/** cor_workshop_lever_new_policy: the amount of the policy of that id. */
GtkWidget *cor_workshop_lever_new_policy (CorSession *session, const char *policy_id);

/** cor_workshop_lever_set_start: where the lever is in @scenario is where it starts. */
void cor_workshop_lever_set_start (CorWorkshopLever *self, CorScenario *scenario);

/**
 * cor_workshop_lever_mark: a mark where the lever is in @scenario, under @name. Marks of the same
 * place share one; they are shown once one of them is not where the lever starts.
 */
void cor_workshop_lever_mark (CorWorkshopLever *self, CorScenario *scenario, const char *name);

/** cor_workshop_lever_get_n_marks: how many places are shown as marked. */
guint cor_workshop_lever_get_n_marks (CorWorkshopLever *self);

G_END_DECLS
