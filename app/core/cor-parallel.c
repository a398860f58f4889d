/* cor-parallel.c: work that falls into parts, done on all processors.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-parallel.h"

#define MOST_THREADS 16

typedef struct
{
  CorParallelFunc func;
  gpointer data;
  guint n;
  int next;
} Parts;

static gpointer
work (gpointer data)
{
  Parts *parts = data;

  for (;;)
    {
      guint index = (guint) g_atomic_int_add (&parts->next, 1);

      if (index >= parts->n)
        return NULL;
      parts->func (index, parts->data);
    }
}

void
cor_parallel_for (guint n, guint least, CorParallelFunc func, gpointer data)
{
  Parts parts = { .func = func, .data = data, .n = n };
  GThread *threads[MOST_THREADS];
  guint n_threads = n < least ? 0 : MIN (MIN (g_get_num_processors (), MOST_THREADS), n) - 1;
  guint started = 0;

  for (; n > 0 && started < n_threads; started++)
    if ((threads[started] = g_thread_try_new ("corridor-part", work, &parts, NULL)) == NULL)
      break;
  work (&parts);
  for (guint i = 0; i < started; i++)
    g_thread_join (threads[i]);
}
