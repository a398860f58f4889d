/* cor-item-private.h: the table of item kinds, and lists in their fields, for the files of items alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-item.h"

/* CorItemClass: nick, name, size and field table of a kind. */
typedef struct
{
  const char *nick;
  const char *name;
  gsize size;
  const CorField *fields;
  guint n_fields;
} CorItemClass;

extern const CorItemClass cor_item_classes[COR_N_ITEM_KINDS];

/* A copy of the value of a field of a list or parameters; of parameters another reference. NULL of NULL. */
gpointer cor_boxed_copy (CorFieldType type, gconstpointer value);

/* Lets go of such a value; NULL is nothing. */
void cor_boxed_free (CorFieldType type, gpointer value);

/* Lists without elements are no lists: a file does not tell them apart. */
gboolean cor_boxed_is_empty (CorFieldType type, gconstpointer value);

/* Whether two such values say the same. */
gboolean cor_boxed_equal (CorFieldType type, gconstpointer a, gconstpointer b);
