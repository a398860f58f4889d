/* cor-param-entry.h: one parameter entry in JSON, as in data/parameters/ and in scenarios.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-json-writer.h"
#include "cor-param.h"

G_BEGIN_DECLS

/**
 * cor_param_entry_read:
 * @shipped: whether it stands in data/parameters/: then region, year, low, high, unit, status,
 *   source and place have to be there and unknown keys are errors. In a scenario an id and a value
 *   are enough: low and high are the value, the status is "assumed", unknown keys are kept.
 * @out: filled; to be cleared by the caller, also after an error
 *
 * The region is taken as it stands.
 */
gboolean cor_param_entry_read (const CorJson *node, gboolean shipped, CorParameter *out, GError **error);

/** cor_param_entry_write: the entry as an object; what is as a scenario presumes is left out. */
void cor_param_entry_write (CorJsonWriter *writer, const CorParameter *entry);

/** cor_param_entry_check_keys: whether each key is one of @known, which ends in %NULL. */
gboolean
cor_param_entry_check_keys (const CorJson *object, const char *const *known, GError **error);

G_END_DECLS
