/* cor-pace.c: how often a view that costs much follows what changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-pace.h"

/* Updates a second while changes stream in, and how many of a burst are made at once: an edit and its
 * results, and once more for what follows from them. */
#define A_SECOND 10.0
#define BURST 4.0

/* What several views owe is shown this far apart, ms, so that no frame pays for all of them. */
#define APART_MS 17

/* When a view last showed what it owed; all are updated by the window's thread. */
static gint64 last_shown;

void
cor_pace_set (CorPace *self, void (*update) (gpointer data), gpointer data)
{
  *self = (CorPace){ .saved = BURST, .last = g_get_monotonic_time (), .update = update, .data = data };
}

static void
count (CorPace *self)
{
  gint64 now = g_get_monotonic_time ();

  self->saved = MIN (self->saved + A_SECOND * (double)(now - self->last) / G_USEC_PER_SEC, BURST);
  self->last = now;
}

static gboolean
owed (gpointer data)
{
  CorPace *self = data;

  self->source = 0;
  count (self);
  if (self->last - last_shown < APART_MS * 1000)
    {
      self->source = g_timeout_add (APART_MS, owed, self);
      return G_SOURCE_REMOVE;
    }
  last_shown = self->last;
  self->saved -= 1;
  self->update (self->data);
  return G_SOURCE_REMOVE;
}

void
cor_pace_call (CorPace *self)
{
  if (self->source != 0)
    return;
  count (self);
  if (self->saved < 1)
    self->source = g_timeout_add ((guint)(1000 * (1 - self->saved) / A_SECOND) + 1, owed, self);
  else
    {
      self->saved -= 1;
      self->update (self->data);
    }
}

void
cor_pace_clear (CorPace *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
}
