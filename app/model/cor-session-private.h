/* cor-session-private.h: the session's inside, for its own files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-session.h"

G_BEGIN_DECLS

/**
 * CorSessionOutcome:
 * @scenario: the state that the results belong to
 * @results: the results
 * @variant: (nullable): the variant whose state it is
 * @round: the round they are of
 *
 * All %NULL without results.
 */
typedef struct
{
  CorScenario *scenario;
  gpointer results;
  char *variant;
  guint round;
} CorSessionOutcome;

struct _CorSession
{
  GObject parent_instance;

  CorSessionEngine engine;
  CorDocument *document;
  CorSelection *selection;
  CorSessionOutcome shown;
  CorSessionOutcome baseline;
  CorSessionOutcome pinned; /* of an earlier session, until it is worked out as the baseline: without results */
  GCancellable *running; /* what runs, to be stopped where it is wanted no more; NULL for nothing */
  const CorScenario *wanted; /* the state that it is for, kept by the work; NULL where that is the baseline's */
  gint64 since;          /* when the last work began, monotonic microseconds; 0 where none is minded */
  guint took;            /* how long it ran, ms */
  guint pause;           /* until the next begins */
  guint hurry;           /* until it is stopped for something newer */
  gboolean computing;
  guint round;      /* how often what it is evaluated with changed */
  guint pins;       /* how often what was shown became the baseline; work for an older one is dropped */
  gboolean held;    /* the document is being replaced */
  guint generation; /* counts cor_session_open(); work of an older one is dropped */
};

/** cor_session_go_on: evaluates the newest state, then the baseline; what runs goes on with it when it is done. */
void cor_session_go_on (CorSession *self);

/** cor_session_set_computing: says whether something is being evaluated. */
void cor_session_set_computing (CorSession *self, gboolean computing);

/** cor_session_pin_shown: makes what is shown the baseline. */
void cor_session_pin_shown (CorSession *self);

/** cor_session_take: shows an outcome, or takes it for the baseline; @results are taken, the rest is copied. */
void cor_session_take (CorSession *self, gboolean baseline, const CorSessionOutcome *outcome);

G_END_DECLS
