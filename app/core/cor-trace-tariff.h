/* cor-trace-tariff.h: what cards of electricity prices share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-stations-private.h"
#include "cor-tariff-text.h"
#include "cor-trace-private.h"

G_BEGIN_DECLS

/* The year that the prices of the key's year of ownership are read in: conventions may hold them as at purchase. */
int cor_tracer_price_year (const CorTracer *t);

/* Yuan of the charger's capital in a kWh. */
double cor_trace_capital_per_kwh (const CorTracer *t);

G_END_DECLS
