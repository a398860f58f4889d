/* cor-trace-cash.c: what one cost part is in one year, traced: the same sums as in cor-tco-*.c, in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-cash-private.h"

#include <glib/gi18n-lib.h>

int
cor_trace_cell_year (const CorTraceCell *c)
{
  return cor_tracer_calendar_year (c->t, c->y);
}

void
cor_trace_cell_formula (const CorTraceCell *c, const char *text)
{
  cor_tracer_formula (c->t, text);
}

void
cor_trace_cell_add_net (const CorTraceCell *c)
{
  cor_tracer_add_own (c->t, "u", _ ("Share left when VAT is reclaimed"), c->in->net, "", COR_TRACE_NET, 0);
}

void
cor_trace_cell_add_use_left (const CorTraceCell *c)
{
  cor_tracer_add_own (c->t, "f<sub>y</sub>", _ ("Use left at this age"), c->in->fade[c->y], "", COR_TRACE_USE_LEFT, c->y);
}

void
cor_trace_cell_add_prices (const CorTraceCell *c)
{
  cor_tracer_add_own (c->t, "P", _ ("Price of the truck without battery"), c->in->vehicle, "yuan", COR_TRACE_PRICE, 0);
  if (c->in->battery > 0)
    cor_tracer_add_own (c->t, "W", _ ("Price of the battery"), c->in->battery, "yuan", COR_TRACE_BATTERY_PRICE, 0);
}

void
cor_trace_cash (CorTracer *t)
{
  static void (*const cells[COR_N_TCO_PARTS]) (const CorTraceCell *) = {
    [COR_TCO_TRUCK] = cor_trace_cash_truck,
    [COR_TCO_BATTERY] = cor_trace_cash_battery,
    [COR_TCO_BATTERY_LEASE] = cor_trace_cash_battery_lease,
    [COR_TCO_BATTERY_REPLACEMENT] = cor_trace_cash_battery_replacement,
    [COR_TCO_INTEREST] = cor_trace_cash_interest,
    [COR_TCO_PURCHASE_TAX] = cor_trace_cash_purchase_tax,
    [COR_TCO_RESIDUAL] = cor_trace_cash_residual,
    [COR_TCO_BATTERY_RESIDUAL] = cor_trace_cash_battery_residual,
    [COR_TCO_FUEL] = cor_trace_cash_fuel,
    [COR_TCO_DEPOT_ENERGY] = cor_trace_cash_depot_energy,
    [COR_TCO_STATION_ENERGY] = cor_trace_cash_station_energy,
    [COR_TCO_DEMAND] = cor_trace_cash_demand,
    [COR_TCO_TOLL] = cor_trace_cash_toll,
    [COR_TCO_MAINTENANCE] = cor_trace_cash_maintenance,
    [COR_TCO_USE_TAX] = cor_trace_cash_use_tax,
    [COR_TCO_INSURANCE] = cor_trace_cash_insurance,
    [COR_TCO_DRIVER_TIME] = cor_trace_cash_driver_time,
    [COR_TCO_PAYLOAD] = cor_trace_cash_payload,
    [COR_TCO_PAYLOAD_CAPITAL] = cor_trace_cash_payload_capital,
    [COR_TCO_POLICY] = cor_trace_cash_policy,
  };
  CorTcoPart part = t->key.part;
  guint slot = t->key.index;
  CorTraceCell cell = { t, t->in, slot, t->in->at[slot] };
  g_autofree char *year = slot == 0 ? g_strdup (_ ("at purchase")) : g_strdup_printf (_ ("year %u"), slot);
  g_autofree char *title = g_strdup_printf ("%s, %s", _ (cor_tco_part_info (part)->label), year);

  cor_tracer_head (t, cor_tracer_title (t, title), _ ("nothing in this year"), t->tco->part[part][slot], "yuan");
  if (t->tco->part[part][slot] != 0)
    cells[part](&cell);
  if (t->out->inputs->len > 0)
    return;
  cor_tracer_numbers (t, "#", 0.0);
  cor_tracer_add_own (t, "N", _ ("Years of ownership"), t->tco->n_years, "", COR_TRACE_TRUCK_OWNERSHIP, 0);
}
