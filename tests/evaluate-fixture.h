/* evaluate-fixture.h: what tests of evaluations start from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results-table.h"
#include "scenario-fixture.h"

#include <math.h>
#include <string.h>

static CorEngine *engine;
