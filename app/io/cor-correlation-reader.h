/* cor-correlation-reader.h: correlations of parameters from data/parameters/.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-correlation.h"
#include "cor-json.h"

G_BEGIN_DECLS

/**
 * cor_correlation_read:
 * @node: an object with parameters (two ids), rho (-1 to 1), status, source, reason and reason_zh;
 *   nothing else
 * @list: (element-type CorCorrelation): where it goes, after those that were read before it
 *
 * Returns: %FALSE with an error where something is missing or unknown, or the pair is there already
 */
gboolean cor_correlation_read (const CorJson *node, GArray *list, GError **error);

/** cor_correlation_check_list: %FALSE, with an error that names a pair, where no draws can have all of them. */
gboolean cor_correlation_check_list (const GArray *list, GError **error);

G_END_DECLS
