/* cor-trace.h: where a figure of the results comes from: formula, numbers, inputs, sources.
 *
 * Every figure on screen or paper has a trace; an input that is itself computed names the trace it
 * comes from, down to parameters and scenario entries with their sources.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-results.h"

G_BEGIN_DECLS

/** CorTraceQuantity: what is traced; those of a duty are for one truck in the model year shown. */
typedef enum
{
  COR_TRACE_PARITY,
  COR_TRACE_DETOUR,
  COR_TRACE_EMISSIONS,
  COR_TRACE_PUBLIC,
  COR_TRACE_TRUCK_TCO,
  COR_TRACE_TRUCK_PART,
  COR_TRACE_TRUCK_EMISSIONS,
  COR_TRACE_TRUCK_KM,
  COR_TRACE_TRUCK_DETOUR,
  COR_TRACE_TRUCK_ENERGY,
  COR_TRACE_TRUCK_PUBLIC,
  COR_N_TRACE_QUANTITIES
} CorTraceQuantity;

/**
 * CorTraceKey: names one figure.
 * @duty: index of the duty; @truck: index of the alternative, -1 for the diesel truck; @part: a
 * #CorTcoPart. What does not apply is 0.
 */
typedef struct
{
  CorTraceQuantity quantity;
  guint duty;
  int truck;
  CorTcoPart part;
} CorTraceKey;

/**
 * CorTraceInput: one figure that goes in.
 * @symbol: as in the formula, Pango markup; empty for a row of a sum
 * @child: with @computed, the trace of this input
 * @status: a #CorParamStatus; strings are owned and never %NULL
 */
typedef struct
{
  char *symbol;
  char *label;
  double value;
  char *unit;
  int year;
  char *region;
  CorParamStatus status;
  char *source;
  char *place;
  gboolean computed;
  CorTraceKey child;
} CorTraceInput;

/** CorTrace: @formula is Pango markup; @numbers the same with figures in place of symbols. */
typedef struct
{
  CorTraceKey key;
  char *title;
  char *formula;
  char *numbers;
  double value;
  char *unit;
  GArray *inputs;
} CorTrace;

/**
 * cor_trace_new:
 * @zh: names of the scenario in Chinese
 *
 * Returns: (transfer full): the trace, or %NULL where the figure does not exist in @results
 */
CorTrace *cor_trace_new (const CorResults *results, const CorTraceKey *key, gboolean zh);
void cor_trace_free (CorTrace *trace);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorTrace, cor_trace_free)

G_END_DECLS
