/* cor-points-row-private.h: the inside of the row of points, for its own files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-points-row.h"

G_BEGIN_DECLS

struct _CorPointsRow
{
  AdwExpanderRow parent_instance;

  CorSession *session;
  CorItemKind kind;
  char *id;
  const CorField *field; /* NULL for a parameter */
  CorParamId parameter;
  GPtrArray *rows;  /* the rows of points, owned by the expander */
  GPtrArray *values; /* their entries */
  GtkWidget *add_row, *grow_row;
  GtkWidget *at;
  GtkWidget *growth;
};

/** cor_points_row_scenario: (transfer none): the present state. */
CorScenario *cor_points_row_scenario (CorPointsRow *self);

/** cor_points_row_by_size: whether its points are battery sizes, not years. */
gboolean cor_points_row_by_size (CorPointsRow *self);

/** cor_points_row_is_level: whether it is a level of a tariff. */
gboolean cor_points_row_is_level (CorPointsRow *self);

/** cor_points_row_unit: what its values are in. */
const char *cor_points_row_unit (CorPointsRow *self);

/** cor_points_row_label: what it is called; translated. */
const char *cor_points_row_label (CorPointsRow *self);

/** cor_points_row_points: (transfer full): the points that the document holds, a copy. */
GArray *cor_points_row_points (CorPointsRow *self);

/** cor_points_row_done: ends the step that edits made. */
void cor_points_row_done (CorPointsRow *self);

/** cor_points_row_value_edited: the entry of a point has another value. */
void cor_points_row_value_edited (CorPointsRow *self, double value, GtkWidget *entry);

/** cor_points_row_remove_clicked: takes the point of that button out. */
void cor_points_row_remove_clicked (CorPointsRow *self, GtkWidget *button);

/** cor_points_row_add_clicked: adds the point asked for, or goes to it where it is there. */
void cor_points_row_add_clicked (CorPointsRow *self);

/** cor_points_row_grow_clicked: one value for each model year, from that of the first on. */
void cor_points_row_grow_clicked (CorPointsRow *self);

G_END_DECLS
