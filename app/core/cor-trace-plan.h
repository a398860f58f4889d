/* cor-trace-plan.h: the plan of the day behind figures of a truck; for cor-trace*.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace-private.h"

G_BEGIN_DECLS

/* CorTraceWay: which stops of a day are meant; those of depot and sites all, or those alone that have a price. */
typedef enum
{
  COR_TRACE_WAY_ANY,
  COR_TRACE_WAY_DEPOT,
  COR_TRACE_WAY_PRICED,
  COR_TRACE_WAY_PLUG,
  COR_TRACE_WAY_SWAP,
} CorTraceWay;

/* The plan of the day; NULL where the truck has none that can be driven, or the figure is of another model year. */
const CorPlan *cor_trace_plan_of (const CorTracer *t);

/* Working days of a year with the whole number of trips that a plan is made for. */
double cor_trace_plan_days (const CorRoute *route);

gboolean cor_trace_stop_is (const CorTracer *t, const CorPlanStop *stop, CorTraceWay way);
gboolean cor_trace_plan_has (const CorTracer *t, CorTraceWay way);

/* What stops of that way come to in a year, as the formula, the numbers and the inputs. */
void cor_tracer_add_bought (CorTracer *t, CorTraceWay way);

/* Trips a day and days a year. */
void cor_tracer_add_trips (CorTracer *t);

/* The whole number of trips that a plan is made for, z; its value. */
double cor_tracer_add_whole_trips (CorTracer *t);

/* A figure of a plan that no card has: the plan is that of another model year than the one shown, or there is none. */
void cor_tracer_add_planned (CorTracer *t, const char *symbol, const char *label, double value, const char *unit);

/* kWh bought a year at depot, plugs and in swaps: cor-trace-value.c. */
void cor_tracer_add_kwh (CorTracer *t);

G_END_DECLS
