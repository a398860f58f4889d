/* cor-settings.h: what the program remembers between starts.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * cor_settings_get: (transfer none): the settings; those of the build tree where the schema is not
 * installed, and in memory where there is none at all. %NULL without any schema.
 */
GSettings *cor_settings_get (void);

/** cor_settings_remember: @file is the last one, and the first in the list of recent files. */
void cor_settings_remember (GFile *file);

/** cor_settings_forget: takes @file from the list of recent files. */
void cor_settings_forget (GFile *file);

/** cor_settings_get_system: (transfer full) (nullable): the coordinate system last chosen for files of
 * that fingerprint. */
char *cor_settings_get_system (const char *fingerprint);

/** cor_settings_set_system: remembers it. */
void cor_settings_set_system (const char *fingerprint, const char *nick);

G_END_DECLS
