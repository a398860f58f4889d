/* cor-recovery-slot.h: one place in the state folder: a state, and a lock while somebody has it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/** CorRecoverySlot: counted; may be written from any thread. */
typedef struct _CorRecoverySlot CorRecoverySlot;

/** cor_recovery_slot_folder: (transfer full): @folder, or that of the user where it is %NULL. */
char *cor_recovery_slot_folder (const char *folder);

/** cor_recovery_slot_new: a new one, locked; %NULL where the folder cannot be written. */
CorRecoverySlot *cor_recovery_slot_new (const char *folder);

/** cor_recovery_slot_take: the one whose state has that name, if nobody has it; else %NULL. */
CorRecoverySlot *cor_recovery_slot_take (const char *folder, const char *name);

CorRecoverySlot *cor_recovery_slot_ref (CorRecoverySlot *self);
void cor_recovery_slot_unref (CorRecoverySlot *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorRecoverySlot, cor_recovery_slot_unref)

/** cor_recovery_slot_next: a number for the next write or removal; a later one wins. */
guint cor_recovery_slot_next (CorRecoverySlot *self);

/** cor_recovery_slot_write: what belongs to @file (nullable), and the variant shown (nullable); nothing where @number
 * is overtaken. */
gboolean cor_recovery_slot_write (CorRecoverySlot *self, guint number, CorScenario *scenario, GFile *file,
                                  const char *variant, GError **error);

/** cor_recovery_slot_clear: removes the state; nothing where @number is overtaken. */
void cor_recovery_slot_clear (CorRecoverySlot *self, guint number);

/** cor_recovery_slot_end: removes the state and the lock. */
void cor_recovery_slot_end (CorRecoverySlot *self);

/** cor_recovery_slot_read: (transfer full): the state; @file, @time and @variant (all transfer full) belong to it. */
CorScenario *cor_recovery_slot_read (CorRecoverySlot *self, GFile **file, GDateTime **time, char **variant,
                                     GError **error);

/** cor_recovery_slot_ending: of the names of states. */
#define COR_RECOVERY_STATE ".unsaved"

G_END_DECLS
