/* cor-workshop-marks.h: positions of the levers kept under a name, as in a vote.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

G_BEGIN_DECLS

/** CorWorkshopMark: @name and @scenario are owned. */
typedef struct
{
  char *name;
  CorScenario *scenario;
} CorWorkshopMark;

/** cor_workshop_marks_new: (element-type CorWorkshopMark): an empty list that owns what it holds. */
GPtrArray *cor_workshop_marks_new (void);

/** cor_workshop_marks_add: the state under @name; one of the same name goes. */
void cor_workshop_marks_add (GPtrArray *marks, const char *name, CorScenario *scenario);

/**
 * cor_workshop_marks_keep: each mark as a variant of the document of @session, in one step of undo.
 *
 * Returns: how many there are
 */
guint cor_workshop_marks_keep (GPtrArray *marks, CorSession *session);

G_END_DECLS
