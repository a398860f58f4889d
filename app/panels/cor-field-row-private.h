/* cor-field-row-private.h: the row's inside, for its own files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-field-row.h"

G_BEGIN_DECLS

struct _CorFieldRow
{
  AdwActionRow parent_instance;

  CorSession *session;
  CorItemKind kind;
  char **ids; /* what is edited: one thing as a rule; {NULL} for the scenario */
  const CorField *field;
  GtkWidget *editor;
  GtkWidget *chip; /* says that the number is assumed; NULL where it never is */
  GArray *choices;
  gboolean setting;
  gboolean choosing; /* the list is busy with a choice, and may not be given others */
};

/** cor_field_row_scenario: (transfer none): the state that is shown. */
CorScenario *cor_field_row_scenario (CorFieldRow *self);

/** cor_field_row_id: (nullable): the first of what is edited; %NULL for the scenario. */
const char *cor_field_row_id (CorFieldRow *self);

/** cor_field_row_item: (nullable): that item; %NULL where it is gone. */
const CorItem *cor_field_row_item (CorFieldRow *self);

/** cor_field_row_text: (nullable): its text, or the name of its choice. */
const char *cor_field_row_text (CorFieldRow *self);

/** cor_field_row_apply_number, cor_field_row_apply_string: one edit of all that is edited. */
void cor_field_row_apply_number (CorFieldRow *self, double value);
void cor_field_row_apply_string (CorFieldRow *self, const char *value);

/** cor_field_row_apply_library: adds a tariff of the library and names it, in one step. */
void cor_field_row_apply_library (CorFieldRow *self, const char *id);

/** cor_field_row_make_editor: (nullable): what the field is edited with; %NULL where it cannot be. */
GtkWidget *cor_field_row_make_editor (CorFieldRow *self);

G_END_DECLS
