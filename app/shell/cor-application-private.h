/* cor-application-private.h: the program's inside, for its own files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-application.h"
#include "cor-engine.h"

G_BEGIN_DECLS

struct _CorApplication
{
  AdwApplication parent_instance;

  CorEngine *engine;
  GError *broken; /* why there is no engine */
  CorSessionEngine session_engine;
  CorMapBase *map_base;
  GHashTable *map_bases; /* of the networks that scenarios name */
  GPtrArray *retired; /* bases that windows may still show */
  guint built; /* how many networks were built: what was read before may be an older one */
  guint signal_sources[3];
  gboolean asked; /* about what was not saved last time */
  gboolean ending; /* the windows that are open now are the session */
};

/** cor_application_watch_session: remembers windows that close, and what is unsaved when told to end. */
void cor_application_watch_session (CorApplication *self);

/** cor_application_stop_watching: at the end. */
void cor_application_stop_watching (CorApplication *self);

/** cor_application_open_session: a window for each file of the last session that is still there; one at least. */
void cor_application_open_session (CorApplication *self);

G_END_DECLS
