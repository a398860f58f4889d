/* cor-trace-cash-private.h: a cost part in one year, being traced; for cor-trace-cash*.c.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-trace-private.h"

G_BEGIN_DECLS

/* CorTraceCell: its slot and the parameters of its calendar year. */
typedef struct
{
  CorTracer *t;
  const CorTcoInputs *in;
  guint y;
  const double *p;
} CorTraceCell;

int cor_trace_cell_year (const CorTraceCell *c);
void cor_trace_cell_formula (const CorTraceCell *c, const char *text);

/* Inputs that many parts share: VAT, use at the age, prices of truck and battery. */
void cor_trace_cell_add_net (const CorTraceCell *c);
void cor_trace_cell_add_use_left (const CorTraceCell *c);
void cor_trace_cell_add_prices (const CorTraceCell *c);

void cor_trace_cash_truck (const CorTraceCell *c);
void cor_trace_cash_battery (const CorTraceCell *c);
void cor_trace_cash_battery_lease (const CorTraceCell *c);
void cor_trace_cash_battery_replacement (const CorTraceCell *c);
void cor_trace_cash_interest (const CorTraceCell *c);
void cor_trace_cash_purchase_tax (const CorTraceCell *c);
void cor_trace_cash_residual (const CorTraceCell *c);
void cor_trace_cash_battery_residual (const CorTraceCell *c);
void cor_trace_cash_fuel (const CorTraceCell *c);
void cor_trace_cash_depot_energy (const CorTraceCell *c);
void cor_trace_cash_station_energy (const CorTraceCell *c);
void cor_trace_cash_demand (const CorTraceCell *c);
void cor_trace_cash_toll (const CorTraceCell *c);
void cor_trace_cash_maintenance (const CorTraceCell *c);
void cor_trace_cash_use_tax (const CorTraceCell *c);
void cor_trace_cash_insurance (const CorTraceCell *c);
void cor_trace_cash_driver_time (const CorTraceCell *c);
void cor_trace_cash_payload (const CorTraceCell *c);
void cor_trace_cash_payload_capital (const CorTraceCell *c);
void cor_trace_cash_policy (const CorTraceCell *c);

G_END_DECLS
