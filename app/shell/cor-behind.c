/* cor-behind.c: work that gives way to the window.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-behind.h"

#include <sys/resource.h>

/* Beside a thread that is this much nicer one of the window gets three quarters of a processor. */
#define NICER 5

typedef struct
{
  GThreadFunc func;
  gpointer data;
} Work;

static gpointer
run (gpointer data)
{
  const Work *work = data;

#ifdef __linux__
  /* There 0 is the calling thread alone, and the threads that it starts are as nice. */
  setpriority (PRIO_PROCESS, 0, getpriority (PRIO_PROCESS, 0) + NICER);
#endif
  return work->func (work->data);
}

gpointer
cor_behind_run (GThreadFunc func, gpointer data)
{
  Work work = { func, data };
  GThread *thread = g_thread_try_new ("corridor-behind", run, &work, NULL);

  return thread != NULL ? g_thread_join (thread) : func (data);
}
