/* cor-cli-bench.h: the large scenario of the measurements.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario.h"

G_BEGIN_DECLS

/**
 * cor_cli_bench_large: (transfer full): @from over and over until there are @n_duties and 2,000
 * stations, each time with its sites some km off and its stations anywhere in the delta; the same
 * every time.
 */
CorScenario *cor_cli_bench_large (const CorScenario *from, guint n_duties);

/**
 * cor_cli_bench_unlike: (transfer full): @from with figures of each duty's own, which say nothing. As far as an
 * evaluation can tell no duty asks what another does, so that each is worked out.
 */
CorScenario *cor_cli_bench_unlike (const CorScenario *from);

G_END_DECLS
