/* cor-trace-private.h: how a trace is written; for cor-trace.c and cor-trace-truck.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace.h"

G_BEGIN_DECLS

/* CorTracer: a trace being written. */
typedef struct
{
  const CorResults *results;
  const CorDutyResult *duty;
  const CorAlternative *truck;
  const CorOutcome *outcome;
  gboolean zh;
  CorTrace *out;
} CorTracer;

/* The model year shown. */
int cor_tracer_model_year (const CorTracer *t);

/* (transfer full): a figure as a person reads it, a dash where there is none. */
char *cor_tracer_number (double value);

/* What the figure is, its formula, the same in numbers (transfer full both), and its value. */
void cor_tracer_head (CorTracer *t, char *title, const char *formula, char *numbers, double value, const char *unit);

/* An input that was computed, without a trace of its own; the last one added until the next call. */
CorTraceInput *
cor_tracer_add_input (CorTracer *t, const char *symbol, const char *label, double value, const char *unit);

/* An input with a trace of its own. */
void cor_tracer_add_child (CorTracer *t,
                           const char *symbol,
                           const char *label,
                           double value,
                           const char *unit,
                           CorTraceKey child);

/* What the scenario says of an item. */
void cor_tracer_add_scenario (CorTracer *t,
                              const char *symbol,
                              const char *label,
                              double value,
                              const char *unit,
                              const CorItem *item);

/* A parameter of the truck, where it applies. */
void cor_tracer_add_parameter (CorTracer *t, const char *symbol, CorParamId id);

/* An emission factor. */
void cor_tracer_add_factor (CorTracer *t, const char *symbol, const CorFactor *factor, const char *unit);

/* The name of a duty, or of its route where it has none. */
const char *cor_tracer_duty_label (const CorTracer *t, const CorDutyResult *duty);

/* Another figure of the same truck. */
CorTraceKey cor_tracer_truck_key (const CorTracer *t, CorTraceQuantity quantity);

/* The figures of a truck. */
void cor_tracer_tco (CorTracer *t);
void cor_tracer_part (CorTracer *t);
void cor_tracer_truck_emissions (CorTracer *t);
void cor_tracer_km (CorTracer *t);
void cor_tracer_truck_detour (CorTracer *t);
void cor_tracer_energy (CorTracer *t);
void cor_tracer_truck_public (CorTracer *t);

G_END_DECLS
