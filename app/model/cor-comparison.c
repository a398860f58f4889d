/* cor-comparison.c: the results of the base and of every variant of a document, kept current.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-comparison.h"

#include "cor-variant.h"
#include "cor-variants.h"

/* An edit is followed after this time without another one. */
#define REST_MS 120

typedef struct
{
  GWeakRef comparison;
  GCancellable *cancellable;
  CorSessionEngine engine;
  CorScenario *state;
  char *id;
  guint round;
} Work;

struct _CorComparison
{
  GObject parent_instance;

  CorSession *session;
  GPtrArray *columns; /* Column */
  guint source;
  const Work *work; /* what runs, kept by its task and stopped where nobody waits for it any more; NULL for nothing */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CorComparison, cor_comparison, G_TYPE_OBJECT)

/* A column is free of the comparison: the engine that its results are of is kept with it. */
typedef struct
{
  CorComparisonColumn column;
  CorScenario *of; /* the state that the results are of; NULL without results */
  guint round;     /* of the session, that they are of */
  void (*unref) (gpointer results);
} Column;

static void
column_clear_results (Column *column)
{
  if (column->column.results != NULL)
    column->unref (column->column.results);
  g_clear_pointer (&column->of, cor_scenario_unref);
}

static void
column_free (Column *column)
{
  column_clear_results (column);
  g_free (column->column.id);
  cor_scenario_unref (column->column.state);
  g_ptr_array_unref (column->column.skipped);
  g_free (column);
}

static void
work_free (Work *work)
{
  g_weak_ref_clear (&work->comparison);
  g_object_unref (work->cancellable);
  cor_scenario_unref (work->state);
  g_free (work->id);
  if (work->engine.data_unref != NULL)
    work->engine.data_unref (work->engine.data);
  g_free (work);
}

static Column *
find (GPtrArray *columns, const char *id)
{
  for (guint i = 0; i < columns->len; i++)
    {
      Column *column = g_ptr_array_index (columns, i);

      if (g_strcmp0 (column->column.id, id) == 0)
        return column;
    }
  return NULL;
}

static gboolean
same_state (CorScenario *a, CorScenario *b)
{
  g_autoptr (GArray) changes = a != b ? cor_variant_difference (a, b) : NULL;

  return changes == NULL || changes->len == 0;
}

/* Takes results of a state, worked out in that round; @results are taken. */
static void
column_take (CorComparison *self, Column *column, gpointer results, CorScenario *of, guint round)
{
  column_clear_results (column);
  column->column.results = results;
  column->of = cor_scenario_ref (of);
  column->round = round;
  column->column.current = round == cor_session_get_round (self->session) && same_state (of, column->column.state);
}

/* A column of the document as it is, with the session's results where it is shown, or those of the one before. */
static Column *
column_new (CorComparison *self, const char *id)
{
  CorDocument *document = cor_session_get_document (self->session);
  const CorSessionEngine *engine = cor_session_get_engine (self->session);
  gboolean shown = g_strcmp0 (id, cor_document_get_variant (document)) == 0;
  CorScenario *state = cor_document_get_scenario (document);
  Column *column = g_new0 (Column, 1), *before = find (self->columns, id);

  column->unref = engine->unref;
  column->column.id = g_strdup (id);
  column->column.skipped = g_ptr_array_new_with_free_func (g_free);
  column->column.state = cor_variants_state (cor_document_get_base (document), id, column->column.skipped);
  if (shown && cor_session_get_results_scenario (self->session) == state)
    column_take (self, column, engine->ref ((gpointer)cor_session_get_results (self->session)), state,
                 cor_session_get_results_round (self->session));
  else if (before != NULL && before->of != NULL)
    column_take (self, column, engine->ref (before->column.results), before->of, before->round);
  return column;
}

/* Stops what runs for a state that no column has any more. */
static void
stop_old (CorComparison *self)
{
  const Column *column = self->work != NULL ? find (self->columns, self->work->id) : NULL;

  if (self->work != NULL
      && (column == NULL || self->work->round != cor_session_get_round (self->session)
          || !same_state (column->column.state, self->work->state)))
    g_cancellable_cancel (self->work->cancellable);
}

static void
follow_document (CorComparison *self)
{
  CorScenario *base = cor_document_get_base (cor_session_get_document (self->session));
  g_autoptr (GPtrArray) columns = g_ptr_array_new_with_free_func ((GDestroyNotify)column_free);
  GPtrArray *old = self->columns;
  const CorItem *const *variants;
  guint n;

  g_ptr_array_add (columns, column_new (self, NULL));
  variants = cor_scenario_items (base, COR_ITEM_VARIANT, &n);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (columns, column_new (self, variants[i]->id));
  self->columns = g_steal_pointer (&columns);
  g_ptr_array_unref (old);
  stop_old (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
go_on (CorComparison *self);

static void
evaluated (GObject *source, GAsyncResult *result, gpointer data)
{
  Work *work = g_task_get_task_data (G_TASK (result));
  gpointer results = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (CorComparison) self = g_weak_ref_get (&work->comparison);
  Column *column = self != NULL ? find (self->columns, work->id) : NULL;

  if (self != NULL)
    self->work = NULL;
  if (results != NULL && column != NULL && same_state (column->column.state, work->state))
    {
      column_take (self, column, results, work->state, work->round);
      g_signal_emit (self, signals[CHANGED], 0);
    }
  else if (results != NULL)
    work->engine.unref (results);
  if (self != NULL)
    go_on (self);
}

static void
evaluate_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Work *work = data;

  g_task_return_pointer (task, work->engine.evaluate (work->engine.data, work->state, cancellable), work->engine.unref);
}

static void
start (CorComparison *self, const CorComparisonColumn *column)
{
  g_autoptr (GTask) task = NULL;
  Work *work = g_new0 (Work, 1);

  self->work = work;
  work->cancellable = g_cancellable_new ();
  g_weak_ref_init (&work->comparison, self);
  work->engine = *cor_session_get_engine (self->session);
  if (work->engine.data_ref != NULL)
    work->engine.data_ref (work->engine.data);
  work->state = cor_scenario_ref (column->state);
  work->id = g_strdup (column->id);
  work->round = cor_session_get_round (self->session);
  task = g_task_new (NULL, work->cancellable, evaluated, NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_source_tag (task, start);
  g_task_set_task_data (task, work, (GDestroyNotify)work_free);
  g_task_run_in_thread (task, evaluate_in_thread);
}

/* Evaluates the first column that is not current, while nothing else runs. */
static void
go_on (CorComparison *self)
{
  if (self->work != NULL || cor_session_get_computing (self->session))
    return;
  for (guint i = 0; i < self->columns->len; i++)
    {
      const CorComparisonColumn *column = g_ptr_array_index (self->columns, i);

      if (column->current)
        continue;
      start (self, column);
      return;
    }
}

static gboolean
rested (gpointer data)
{
  CorComparison *self = data;

  self->source = 0;
  follow_document (self);
  go_on (self);
  return G_SOURCE_REMOVE;
}

static void
document_changed (CorComparison *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  self->source = g_timeout_add (REST_MS, rested, self);
}

static void
cor_comparison_dispose (GObject *object)
{
  CorComparison *self = COR_COMPARISON (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->work != NULL)
    g_cancellable_cancel (self->work->cancellable);
  self->work = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (cor_comparison_parent_class)->dispose (object);
}

static void
cor_comparison_finalize (GObject *object)
{
  g_ptr_array_unref (COR_COMPARISON (object)->columns);
  G_OBJECT_CLASS (cor_comparison_parent_class)->finalize (object);
}

static void
cor_comparison_class_init (CorComparisonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = cor_comparison_dispose;
  G_OBJECT_CLASS (klass)->finalize = cor_comparison_finalize;
  signals[CHANGED] = g_signal_new ("changed", COR_TYPE_COMPARISON, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 0);
}

static void
cor_comparison_init (CorComparison *self)
{
  self->columns = g_ptr_array_new_with_free_func ((GDestroyNotify)column_free);
}

CorComparison *
cor_comparison_new (CorSession *session)
{
  CorComparison *self = g_object_new (COR_TYPE_COMPARISON, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (cor_session_get_document (session), "changed", G_CALLBACK (document_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "notify::computing", G_CALLBACK (document_changed), self, G_CONNECT_SWAPPED);
  follow_document (self);
  go_on (self);
  return self;
}

CorSession *
cor_comparison_get_session (CorComparison *self)
{
  g_return_val_if_fail (COR_IS_COMPARISON (self), NULL);

  return self->session;
}

guint
cor_comparison_get_n_columns (CorComparison *self)
{
  g_return_val_if_fail (COR_IS_COMPARISON (self), 0);

  return self->columns->len;
}

const CorComparisonColumn *
cor_comparison_get_column (CorComparison *self, guint i)
{
  g_return_val_if_fail (COR_IS_COMPARISON (self), NULL);
  g_return_val_if_fail (i < self->columns->len, NULL);

  return g_ptr_array_index (self->columns, i);
}

const CorComparisonColumn *
cor_comparison_find (CorComparison *self, const char *id)
{
  g_return_val_if_fail (COR_IS_COMPARISON (self), NULL);

  return (const CorComparisonColumn *)find (self->columns, id);
}

gboolean
cor_comparison_get_computing (CorComparison *self)
{
  g_return_val_if_fail (COR_IS_COMPARISON (self), FALSE);

  if (self->source != 0)
    return TRUE;
  for (guint i = 0; i < self->columns->len; i++)
    if (!((const CorComparisonColumn *)g_ptr_array_index (self->columns, i))->current)
      return TRUE;
  return FALSE;
}
