/* cor-workshop-levers.h: which levers the workshop has, and what there is to choose from.
 *
 * A lever is named as in the file: "policies/ID" or "parameters/ID".
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** COR_WORKSHOP_LEVERS: how many there is room for. */
#define COR_WORKSHOP_LEVERS 8

/** cor_workshop_levers: (transfer full): those the scenario names, else a choice that suits most. */
char **cor_workshop_levers (const CorScenario *scenario);

/** cor_workshop_candidates: (transfer full): all that can be chosen. */
char **cor_workshop_candidates (const CorScenario *scenario);

/** cor_workshop_lever_label: (transfer full): what a lever is called. */
char *cor_workshop_lever_label (const CorScenario *scenario, const char *lever, gboolean zh);

/**
 * cor_workshop_prepare: (transfer full): the scenario with each policy among @levers in force; one that
 * was not begins at nothing, for all years.
 */
CorScenario *cor_workshop_prepare (CorScenario *scenario, const char *const *levers);

/** cor_workshop_lever_new: (nullable): the slider of a lever; %NULL where there is no such thing. */
GtkWidget *cor_workshop_lever_new (CorSession *session, const char *lever);

G_END_DECLS
