/* cor-column-menu.h: which columns of a table are shown.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-data-table.h"

G_BEGIN_DECLS

/**
 * CorColumn: a column that can be hidden; static.
 * @key: as the table has it; @title, @group: marked for translation, those of one group in sequence
 * @essential: shown unless something else was chosen
 */
typedef struct
{
  const char *key;
  const char *title;
  const char *group;
  gboolean essential;
} CorColumn;

#define COR_TYPE_COLUMN_MENU (cor_column_menu_get_type ())
/**
 * CorColumnMenu: a button with a check for each column. What is copied has all columns.
 *
 * Property "shown": the keys of the columns shown, in the order of the table; empty for the essential ones.
 */
G_DECLARE_FINAL_TYPE (CorColumnMenu, cor_column_menu, COR, COLUMN_MENU, AdwBin)

/** cor_column_menu_set_table: @columns are those of @table that it offers, @n of them; not copied. Once. */
void cor_column_menu_set_table (CorColumnMenu *self, CorDataTable *table, const CorColumn *columns, guint n);

G_END_DECLS
