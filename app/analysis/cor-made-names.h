/* cor-made-names.h: names that the program made follow what they were made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario.h"

G_BEGIN_DECLS

/** cor_made_name_with_start: (transfer full) (nullable): @name with @old at its start, but for a number, becomes @now; %NULL where it is called otherwise. */
char *cor_made_name_with_start (const char *name, const char *old, const char *now);

/**
 * cor_station_name_follows: a station called after its kind, which was @old, is called after what it
 * is now; one with a name of its own keeps it.
 */
void cor_station_name_follows (CorItem *item, CorStationKind old);

G_END_DECLS
