/* cor-item-json.h: the fields of items as JSON values, both ways.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-item.h"
#include "cor-json-writer.h"

G_BEGIN_DECLS

/**
 * cor_item_set_json:
 *
 * Sets one field of a mutable item from a value; null takes it away. FALSE with %COR_ERROR_PARSE,
 * %COR_ERROR_RANGE or %COR_ERROR_MISSING that names line and path.
 */
gboolean
cor_item_set_json (CorItem *item, const CorField *field, const CorJson *node, GError **error);

/** cor_item_field_given: whether a file has to have the key: not absent and not as presumed. */
gboolean cor_item_field_given (const CorItem *item, const CorField *field);

/** cor_item_write_field: the value of a field; null where it is not given. */
void cor_item_write_field (CorJsonWriter *writer, const CorItem *item, const CorField *field);

/**
 * cor_item_field_text: (transfer full): a field as the cell of a table: texts and names of values as they
 * are, the rest as JSON; %NULL where it is not given.
 */
char *cor_item_field_text (const CorItem *item, const CorField *field);

/** cor_item_write: the item as an object, its fields in the order of the table. */
void cor_item_write (CorJsonWriter *writer, const CorItem *item);

G_END_DECLS
