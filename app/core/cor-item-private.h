/* cor-item-private.h: the table of item kinds, for cor-item.c alone.
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
