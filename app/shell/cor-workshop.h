/* cor-workshop.h: the corridor on a projector: map, four numbers, a handful of large levers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-application.h"

#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_WORKSHOP (cor_workshop_get_type ())
G_DECLARE_FINAL_TYPE (CorWorkshop, cor_workshop, COR, WORKSHOP, AdwWindow)

/**
 * cor_workshop_new:
 * @session: its scenario is worked on as a copy: nothing that the levers do reaches its document or a
 *   file. Which levers there are, and marks that are kept as variants, are edits of the document.
 *
 * Returns: (transfer none): the window, to be presented on the whole screen; owned by GTK
 */
GtkWidget *cor_workshop_new (CorApplication *app, CorSession *session);

/**
 * cor_workshop_end_all: closes the workshops about the scenario of @session, before its window goes: their marks are
 * kept in its document. Returns whether all are gone; one with marks that are not kept stays, and asks about them.
 */
gboolean cor_workshop_end_all (CorApplication *app, CorSession *session);

/** cor_workshop_get_session: (transfer none): what the levers work on. */
CorSession *cor_workshop_get_session (CorWorkshop *self);

G_END_DECLS
