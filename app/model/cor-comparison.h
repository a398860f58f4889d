/* cor-comparison.h: the results of the base and of every variant of a document, kept current.
 *
 * Works while the session rests, so that what is edited is never kept waiting: one column after the
 * other, in a worker, and only those whose state became another.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

G_BEGIN_DECLS

#define COR_TYPE_COMPARISON (cor_comparison_get_type ())
/**
 * CorComparison:
 *
 * Signal "changed": a column came, went, got results, became the baseline or another name.
 */
G_DECLARE_FINAL_TYPE (CorComparison, cor_comparison, COR, COMPARISON, GObject)

/**
 * CorComparisonColumn: @id of the variant, %NULL for the base; @state what it makes of the scenario;
 * @results of it, %NULL before the first; @current whether they are those of @state; @skipped: (char *)
 * paths of changes that cannot be made any more.
 */
typedef struct
{
  char *id;
  CorScenario *state;
  gpointer results;
  gboolean current;
  GPtrArray *skipped;
} CorComparisonColumn;

/** cor_comparison_new: of the document of @session, which is referenced. */
CorComparison *cor_comparison_new (CorSession *session);

/** cor_comparison_get_session: (transfer none). */
CorSession *cor_comparison_get_session (CorComparison *self);

/** cor_comparison_get_n_columns: one for the base, which is the first, and one for each variant. */
guint cor_comparison_get_n_columns (CorComparison *self);

/** cor_comparison_get_column: (transfer none): lives until the next "changed". */
const CorComparisonColumn *cor_comparison_get_column (CorComparison *self, guint i);

/** cor_comparison_find: (nullable): the column of that variant; %NULL for the base. */
const CorComparisonColumn *cor_comparison_find (CorComparison *self, const char *id);

/** cor_comparison_get_computing: whether a column is not current. */
gboolean cor_comparison_get_computing (CorComparison *self);

G_END_DECLS
