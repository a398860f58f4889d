/* cor-recovery.h: keeps what is not saved in the state folder, and finds what was left there.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-document.h"

G_BEGIN_DECLS

#define COR_TYPE_RECOVERY (cor_recovery_get_type ())
/**
 * CorRecovery:
 *
 * Watches a document. What is not saved is written to the state folder, in a thread, at most
 * COR_RECOVERY_DELAY_MS after the edit and what writing takes; what is saved, or let go, is removed
 * there. A lock tells other programs that this one still runs; it ends with the process, however
 * that ends.
 */
G_DECLARE_FINAL_TYPE (CorRecovery, cor_recovery, COR, RECOVERY, GObject)

/** COR_RECOVERY_DELAY_MS: from an edit until its state is written. Half of the two seconds promised. */
#define COR_RECOVERY_DELAY_MS 1000u

/**
 * cor_recovery_new:
 * @folder: (type filename) (nullable): where; %NULL for the user's state folder
 */
CorRecovery *cor_recovery_new (CorDocument *document, const char *folder);

/** cor_recovery_write: writes what is not saved at once; returns whether nothing would be lost by now. */
gboolean cor_recovery_write (CorRecovery *self);

/**
 * cor_recovery_keep: writes what is not saved at once, and leaves it there when the object goes:
 * for a program that is told to end without asking.
 */
void cor_recovery_keep (CorRecovery *self);

/** CorRecovered: what a program that ended did not save; its lock is held. */
typedef struct _CorRecovered CorRecovered;

/**
 * cor_recovery_find:
 * @folder: (type filename) (nullable): as for cor_recovery_new()
 *
 * Returns: (transfer full) (element-type CorRecovered): what programs that no longer run left, the
 * newest first; what cannot be read is left where it is
 */
GPtrArray *cor_recovery_find (const char *folder);

/** cor_recovered_scenario, cor_recovered_file, cor_recovered_time, cor_recovered_variant: (transfer none): the state,
 * the file it belongs to (%NULL where it never had one), when it was written, and the variant shown (%NULL: the base). */
CorScenario *cor_recovered_scenario (const CorRecovered *self);
GFile *cor_recovered_file (const CorRecovered *self);
GDateTime *cor_recovered_time (const CorRecovered *self);
const char *cor_recovered_variant (const CorRecovered *self);

/** cor_recovered_discard: removes it from the disk: it was taken over, or is not wanted. */
void cor_recovered_discard (CorRecovered *self);

/** cor_recovered_free: lets go of it; what is on the disk stays unless it was discarded. */
void cor_recovered_free (CorRecovered *self);

G_END_DECLS
