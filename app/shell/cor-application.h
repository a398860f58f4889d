/* cor-application.h: the program: one instance, its windows, preferences and credits.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-base.h"
#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define COR_TYPE_APPLICATION (cor_application_get_type ())
G_DECLARE_FINAL_TYPE (CorApplication, cor_application, COR, APPLICATION, AdwApplication)

/** cor_application_new: @flags are added to those it needs. */
CorApplication *cor_application_new (GApplicationFlags flags);

/** cor_application_get_engine: (transfer none): what its windows evaluate with. */
const CorSessionEngine *cor_application_get_engine (CorApplication *self);

/** cor_application_get_map_base: (transfer none): what lies below on every map; made when first asked for. */
const CorMapBase *cor_application_get_map_base (CorApplication *self);

/**
 * CorMapBaseReady:
 * @base: (transfer none): lives as long as the application
 * @missing: whether another stands in for the network that was asked for
 */
typedef void (*CorMapBaseReady) (gpointer owner, const CorMapBase *base, gboolean missing);

/**
 * cor_application_load_map_base: the same with the roads of the network of that name, read by a worker where
 * they are not at hand.
 * @name: (nullable): as in scenarios
 * @cancellable: (nullable): once cancelled, @ready is not called
 * @owner: given to @ready, which is not called once it is gone
 * @ready: called at once where the roads are at hand
 */
void cor_application_load_map_base (
    CorApplication *self, const char *name, GCancellable *cancellable, gpointer owner, CorMapBaseReady ready);

/** cor_application_network_built: the network of that name is another than before. */
void cor_application_network_built (CorApplication *self, const char *name);

/** cor_application_setup_language: the language chosen in the preferences; before any text. */
void cor_application_setup_language (void);

/** cor_application_remember_session: which files are open, so that the next start opens them again. */
void cor_application_remember_session (CorApplication *self);

/**
 * cor_application_hold_windows: (transfer full) (element-type GtkWindow): all windows, to be walked through while some
 * are closed: what stands above one goes with it.
 */
GList *cor_application_hold_windows (CorApplication *self);

/** cor_application_stay: quitting was given up: the windows that are open are remembered as before. */
void cor_application_stay (CorApplication *self);

G_END_DECLS
