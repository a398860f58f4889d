/* cor-variant-private.h: what the files about variants share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-json.h"
#include "cor-variant.h"

G_BEGIN_DECLS

/**
 * cor_variant_set_own:
 * @item: mutable; the head, a truck or a duty
 * @value: a number, a list of entries of that one parameter, or null to take it away
 *
 * Sets the parameter in the item's own layer. FALSE with %COR_ERROR_PARSE, %COR_ERROR_RANGE or
 * %COR_ERROR_REFERENCE.
 */
gboolean cor_variant_set_own (CorItem *item, CorParamId id, const CorJson *value, GError **error);

G_END_DECLS
