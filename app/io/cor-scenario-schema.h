/* cor-scenario-schema.h: the JSON Schema of scenario files, made of the field tables.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** cor_scenario_schema: (transfer full): the schema (draft 2020-12), in English. */
GBytes *cor_scenario_schema (void);

G_END_DECLS
