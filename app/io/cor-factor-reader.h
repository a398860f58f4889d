/* cor-factor-reader.h: emission factors from data/factors/ into a set.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-factor.h"

G_BEGIN_DECLS

/* What the file says of itself. */
#define COR_FACTOR_FORMAT "corridor-factors"
#define COR_FACTOR_VERSION 1

/**
 * cor_factor_reader_load:
 * @path: (type filename): the file
 *
 * Reads factors. Each needs id, kind, scope, name, name_zh, region, year, total, low, high, direct,
 * status, source and place; note, grid_kwh_per_unit and path may be there.
 *
 * Returns: (transfer full): the set, or %NULL with an error that names file, line and key
 */
CorFactorSet *cor_factor_reader_load (const char *path, GError **error);

/** cor_factor_reader_load_default: the same for the file that comes with the program. */
CorFactorSet *cor_factor_reader_load_default (GError **error);

G_END_DECLS
