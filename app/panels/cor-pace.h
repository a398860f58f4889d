/* cor-pace.h: how often a view that costs much follows what changes.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * CorPace: a view follows single changes at once; of a stream of them, as while something is dragged on
 * the map, it shows ten a second, the last one for certain. All zero to begin with.
 */
typedef struct
{
  guint source;  /* of the update that is owed, or 0 */
  double saved;  /* updates that may be made at once */
  gint64 last;   /* when @saved was counted, microseconds */
  void (*update) (gpointer data);
  gpointer data;
} CorPace;

/** cor_pace_set: what updates the view. */
void cor_pace_set (CorPace *self, void (*update) (gpointer data), gpointer data);

/** cor_pace_call: something changed: updates the view, now or soon. */
void cor_pace_call (CorPace *self);

/** cor_pace_clear: nothing is owed any more; for a view that goes, or has just been updated. */
void cor_pace_clear (CorPace *self);

G_END_DECLS
