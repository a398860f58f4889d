/* cor-preferences-choice.h: a row of the preferences that chooses one value of a setting.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/** CorPreferencesChoice: a value of a setting and what it is called; a list ends with %NULL. */
typedef struct
{
  const char *value;
  const char *name;
} CorPreferencesChoice;

/**
 * cor_preferences_choice_row:
 * @key: a setting of type string
 * @choices: static; names are translated
 *
 * Returns: (transfer floating): the row, bound to the setting both ways
 */
GtkWidget *cor_preferences_choice_row (const char *title,
                                       const char *subtitle,
                                       const char *key,
                                       const CorPreferencesChoice *choices);

G_END_DECLS
