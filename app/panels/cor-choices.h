/* cor-choices.h: what can be chosen for a field: values of an enumeration, items, regions, factors.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

G_BEGIN_DECLS

/** COR_CHOICE_LIBRARY: what the value of a tariff begins with that is not in the scenario yet. */
#define COR_CHOICE_LIBRARY "library:"

/** CorChoice: @value is what the file says, %NULL for "not given"; for an enumeration its nick. */
typedef struct
{
  char *value;
  char *name;
} CorChoice;

/**
 * cor_choices_for: (transfer full) (nullable): array of #CorChoice, or %NULL where anything can be
 * typed. It holds what can be chosen now and @current.
 */
GArray *cor_choices_for (CorSession *session,
                         CorItemKind kind,
                         const CorField *field,
                         const char *current);

G_END_DECLS
