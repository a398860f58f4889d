/* cor-barred.h: the stations near a route that its truck cannot use, and by how much.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results.h"

G_BEGIN_DECLS

/**
 * CorBarredBy: the rule that keeps a truck out, the first that does.
 * @COR_BARRED_LENGTH, @COR_BARRED_HEIGHT: it cannot enter; too long is no matter where it may unhitch
 * @COR_BARRED_SYSTEM: a swap station of another battery system, without plugs
 * @COR_BARRED_HOURS: closed whenever the truck passes
 * @COR_BARRED_POWER: open to it, but slow: less than half of what the truck can take
 */
typedef enum
{
  COR_BARRED_LENGTH,
  COR_BARRED_HEIGHT,
  COR_BARRED_SYSTEM,
  COR_BARRED_HOURS,
  COR_BARRED_POWER,
} CorBarredBy;

/**
 * CorBarred: one station.
 * @station: its index in the scenario
 * @limit, @actual: metres, or kW that it gives and that the truck can take; for the hours @limit is the
 *   hour at which the gate opens or closes and @actual the hour of passing that is nearest to it
 * @early: for the hours, whether the truck passes before the gate opens; else after it closed
 * @detour_m: the shortest way there and back
 */
typedef struct
{
  guint station;
  CorBarredBy by;
  double limit, actual;
  gboolean early;
  double detour_m;
} CorBarred;

/**
 * cor_barred_find: the stations in use near @duty's route that its shown truck could use by their kind,
 * but for one of these rules; the nearest first. When it passes is told by departure, driving and
 * loading alone.
 *
 * Returns: (transfer full): array of #CorBarred; empty for a truck that uses no electricity
 */
GArray *cor_barred_find (const CorResults *results, const CorDutyResult *duty);

/** cor_barred_text: (transfer full): the rule with its figures, as a translated phrase without a stop. */
char *cor_barred_text (const CorResults *results, const CorDutyResult *duty, const CorBarred *barred);

G_END_DECLS
