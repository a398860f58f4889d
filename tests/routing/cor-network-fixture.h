/* cor-network-fixture.h: networks for tests: a written one from text, the bundled one, speeds.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-network.h"

/* Speeds that make sums easy to check: 20, 16, 12, 10, 8, 5, 4, 4 m/s, and 0.02 s/m. */
extern const CorRoadSpeeds fixture_speeds;

/* Writes text to a temporary file, loads it, and removes the file. */
CorNetwork *fixture_network (const char *text, GError **error);

/* The bundled network, with the bundled speeds; never NULL. */
CorNetwork *fixture_bundled (void);
