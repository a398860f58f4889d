/* cor-marks.c: finds out beside the main thread which figures on screen rest on something assumed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-marks.h"

#include "cor-card.h"
#include "cor-format.h"
#include "cor-trace-rests.h"

/*
 * What a widget asks for; counted: of the widget as long as it waits, and of what answers it.
 * @widget: weak, of the main thread; NULL once it is gone
 * @dropped: atomic: the widget is gone or asked anew
 * @on: the answers, counted
 */
typedef struct
{
  GtkWidget *widget;
  CorMarksTell tell;
  guint n;
  CorMark *marks;
  GPtrArray *on;
  int dropped;
} Request;

/* All of one look. */
typedef struct
{
  gboolean zh;
  GPtrArray *requests;
} Batch;

/* Of the main thread, as all widgets are. */
static GPtrArray *waiting;
static gboolean busy;

static void
widget_gone (gpointer data, GObject *widget)
{
  Request *request = data;

  request->widget = NULL;
  g_atomic_int_set (&request->dropped, TRUE);
}

static Request *
request_new (GtkWidget *widget, const CorMark *marks, guint n, CorMarksTell tell)
{
  Request *request = g_atomic_rc_box_new0 (Request);

  request->widget = widget;
  request->tell = tell;
  request->n = n;
  request->marks = g_memdup2 (marks, n * sizeof *marks);
  for (guint i = 0; i < n; i++)
    {
      cor_results_ref (marks[i].results);
      if (marks[i].trace != NULL)
        cor_trace_ref (marks[i].trace);
    }
  request->on = cor_card_list_new ();
  g_object_weak_ref (G_OBJECT (widget), widget_gone, request);
  return request;
}

static void
request_clear (gpointer data)
{
  Request *request = data;

  for (guint i = 0; i < request->n; i++)
    {
      cor_results_unref (request->marks[i].results);
      g_clear_pointer (&request->marks[i].trace, cor_trace_unref);
    }
  g_free (request->marks);
  g_ptr_array_unref (request->on);
}

static void
request_unref (gpointer request)
{
  g_atomic_rc_box_release_full (request, request_clear);
}

/* Nobody waits for it any more: what has not begun is not begun, and keeps no results meanwhile. */
static void
request_drop (gpointer data)
{
  Request *request = data;

  if (request->widget != NULL)
    g_object_weak_unref (G_OBJECT (request->widget), widget_gone, request);
  widget_gone (request, NULL);
  if (waiting != NULL)
    g_ptr_array_remove (waiting, request);
  request_unref (request);
}

static void
batch_free (gpointer data)
{
  Batch *batch = data;

  g_ptr_array_unref (batch->requests);
  g_free (batch);
}

static void
answer (CorTraceRests *walk, Request *request)
{
  for (guint i = 0; i < request->n && !g_atomic_int_get (&request->dropped); i++)
    {
      const CorMark *mark = &request->marks[i];
      CorTrace *on = mark->trace != NULL ? cor_trace_rests_on_trace (walk, mark->results, mark->trace)
                                         : cor_trace_rests_on (walk, mark->results, &mark->key);

      g_ptr_array_add (request->on, on != NULL ? cor_trace_ref (on) : NULL);
    }
}

static void
answer_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Batch *batch = data;
  g_autoptr (CorTraceRests) walk = cor_trace_rests_new (batch->zh);

  for (guint i = 0; i < batch->requests->len; i++)
    answer (walk, g_ptr_array_index (batch->requests, i));
  g_task_return_boolean (task, TRUE);
}

static void
start (void);

static void
answered (GObject *source, GAsyncResult *result, gpointer data)
{
  const Batch *batch = g_task_get_task_data (G_TASK (result));

  for (guint i = 0; i < batch->requests->len; i++)
    {
      Request *request = g_ptr_array_index (batch->requests, i);
      GtkWidget *widget = request->widget;

      if (widget == NULL)
        continue;
      g_object_set_data (G_OBJECT (widget), "cor-marks", NULL);
      request->tell (widget, (CorTrace *const *) request->on->pdata, request->n);
    }
  busy = FALSE;
  start ();
}

static gboolean
start_idle (gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, NULL, answered, NULL);
  Batch *batch = g_new (Batch, 1);

  *batch = (Batch){ cor_format_is_chinese (NULL), g_steal_pointer (&waiting) };
  g_task_set_source_tag (task, start_idle);
  g_task_set_task_data (task, batch, batch_free);
  g_task_run_in_thread (task, answer_in_thread);
  return G_SOURCE_REMOVE;
}

/* When all that is shown now has asked. */
static void
start (void)
{
  if (busy || waiting == NULL)
    return;
  busy = TRUE;
  g_idle_add (start_idle, NULL);
}

void
cor_marks_ask (GtkWidget *widget, const CorMark *marks, guint n, CorMarksTell tell)
{
  Request *request = NULL;

  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (n > 0)
    request = request_new (widget, marks, n, tell);
  /* What it asked for before is dropped with this. */
  g_object_set_data_full (G_OBJECT (widget), "cor-marks", request, request_drop);
  if (request == NULL)
    return;
  if (waiting == NULL)
    waiting = g_ptr_array_new_with_free_func (request_unref);
  g_ptr_array_add (waiting, g_atomic_rc_box_acquire (request));
  start ();
}
