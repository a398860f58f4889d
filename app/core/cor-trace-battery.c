/* cor-trace-battery.c: how the battery ages, and what payload its mass takes away, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-energy.h"
#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>

/* What the battery's health, its replacement and the payload lost to it follow from. */
static void
add_ageing (CorTracer *t)
{
  static const CorParamId ids[] = { COR_PARAM_BATTERY, COR_PARAM_BATTERY_CALENDAR_FADE, COR_PARAM_BATTERY_CYCLE_FADE,
                                    COR_PARAM_BATTERY_END_HEALTH, COR_PARAM_RESERVE };

  cor_tracer_add_parameters (t, ids, G_N_ELEMENTS (ids));
  cor_tracer_add_own (t, "", _ ("Energy bought"), t->outcome->energy, _ ("units a year"), COR_TRACE_TRUCK_BOUGHT, 0);
}

/* One that replaces another starts afresh, at the start of its year. */
void
cor_trace_truck_health (CorTracer *t)
{
  double loss;

  if (!cor_tracer_cost (t))
    return;
  loss = 1 - t->in->health;
  cor_tracer_head (t, cor_tracer_title (t, _ ("Health of the battery at the end")), "1 − l", t->in->health, "1");
  cor_tracer_numbers (t, "1 − #", loss);
  cor_tracer_add_own (t, "l", _ ("Capacity lost since the battery was new"), loss, "1", COR_TRACE_CAPACITY_LOST, 0);
}

static void
replaced (CorTracer *t, const char *title, const char *formula, double value)
{
  cor_tracer_head (t, cor_tracer_title (t, title), formula, value, "");
  cor_tracer_numbers (t, "#", value);
  add_ageing (t);
  cor_tracer_add_own (t, "", _ ("Health of the battery at the end"), t->in->health, "1", COR_TRACE_TRUCK_HEALTH, 0);
}

void
cor_trace_truck_replaced (CorTracer *t)
{
  if (cor_tracer_cost (t))
    replaced (t, _ ("Batteries replaced"), _ ("years at whose end it would be worn out, or too small for the day"), t->in->n_replaced);
}

void
cor_trace_truck_replaced_year (CorTracer *t)
{
  if (cor_tracer_cost (t) && t->in->n_replaced > 0)
    replaced (t, _ ("Battery first replaced in year"), _ ("first year at whose end it would be worn out, or too small for the day"),
              t->in->first_replaced);
}

/* Of the mean load, what is above what the truck may carry: numbers where that is known, else that nothing is lost. */
void
cor_trace_truck_payload_lost (CorTracer *t)
{
  const CorRoute *route = t->duty->route;
  gboolean known = cor_tracer_cost (t);
  double lost = cor_or (t->use->payload_lost_t, 0);
  double gross = cor_param_table_value (t->truck->table, COR_PARAM_GROSS_MASS, cor_tracer_model_year (t));
  double trailer = cor_or (cor_param_table_value (t->truck->table, COR_PARAM_TRAILER_MASS, cor_tracer_model_year (t)), 0);
  double kerb = known ? cor_or (cor_energy_kerb_kg (t->in->at[0], t->truck->powertrain), cor_or (t->in->at[0][COR_PARAM_KERB_MASS], 0)) : NAN;

  cor_tracer_head (t, cor_tracer_title (t, _ ("Payload lost to the battery's mass")),
                   route->round_trip ? "(max (0; L<sub>1</sub> − L<sub>M</sub>) + max (0; L<sub>2</sub> − L<sub>M</sub>)) ÷ 2, L<sub>M</sub> = (M − m − m<sub>T</sub>) ÷ 1000"
                                     : "max (0; L<sub>1</sub> − L<sub>M</sub>), L<sub>M</sub> = (M − m − m<sub>T</sub>) ÷ 1000",
                   lost, "t");
  cor_tracer_numbers (t, "#", lost);
  if (!isnan (gross - kerb) && route->round_trip)
    cor_tracer_numbers (t, "(max (0; # − (# − # − #) ÷ 1000) + max (0; # − (# − # − #) ÷ 1000)) ÷ 2", route->payload_out_t, gross, kerb, trailer,
                        route->payload_back_t, gross, kerb, trailer);
  else if (!isnan (gross - kerb))
    cor_tracer_numbers (t, "max (0; # − (# − # − #) ÷ 1000)", route->payload_out_t, gross, kerb, trailer);
  cor_tracer_add_scenario (t, "L<sub>1</sub>", _ ("Payload out"), route->payload_out_t, "t", &route->item);
  if (route->round_trip)
    cor_tracer_add_scenario (t, "L<sub>2</sub>", _ ("Payload back"), route->payload_back_t, "t", &route->item);
  if (!isnan (gross))
    cor_tracer_add_parameter (t, "M", COR_PARAM_GROSS_MASS, cor_tracer_model_year (t));
  if (known)
    cor_tracer_add_own (t, "m", _ ("Kerb mass"), kerb, "kg", COR_TRACE_KERB, 0);
  cor_tracer_add_parameter (t, "m<sub>T</sub>", COR_PARAM_TRAILER_MASS, cor_tracer_model_year (t));
}

/* The payload lost in one of its two prices, discounted over the years. */
static void
payload_price (CorTracer *t, const char *title, const char *formula, double value, gboolean as_trucks)
{
  cor_tracer_head (t, cor_tracer_title (t, title), formula, value, "yuan");
  for (guint y = 0; y <= t->tco->n_years; y++)
    {
      double tkm = t->in->use.payload_lost_t * t->in->use.transport_km * cor_or (t->in->at[0][COR_PARAM_FREIGHT_RATE], 0);
      double extra = t->in->use.payload_t > 0 ? t->in->use.payload_lost_t / t->in->use.payload_t : 0;

      if (value != 0)
        cor_tracer_add_term (t, t->tco->discount[0][y], as_trucks ? extra * cor_tco_truck_cost (t->tco, FALSE, y) : tkm * t->in->fade[y]);
      if (value != 0 && as_trucks)
        cor_tracer_add_term (t, t->tco->discount[1][y], extra * cor_tco_truck_cost (t->tco, TRUE, y));
    }
  if (*t->out->numbers == '\0')
    cor_tracer_numbers (t, "#", 0.0);
  cor_tracer_add_own (t, "ΔL", _ ("Payload lost to the battery's mass"), cor_or (t->use->payload_lost_t, 0), "t", COR_TRACE_TRUCK_PAYLOAD_LOST, 0);
  cor_tracer_add_scenario (t, "L", _ ("Payload, mean of the ways"), t->in->use.payload_t, "t", &t->duty->route->item);
  if (as_trucks)
    cor_tracer_add_own (t, "T", _ ("Total cost of ownership"), t->outcome->tco_yuan, "yuan", COR_TRACE_TRUCK_TCO, 0);
  else
    cor_tracer_add_parameter (t, "ρ", COR_PARAM_FREIGHT_RATE, cor_tracer_model_year (t));
  cor_tracer_add_own (t, "v<sub>y</sub>", _ ("Discount factor"), t->tco->discount[0][t->tco->n_years], "", COR_TRACE_DISCOUNT_RUN, t->tco->n_years);
}

void
cor_trace_truck_payload_revenue (CorTracer *t)
{
  if (cor_tracer_cost (t))
    payload_price (t, _ ("Payload lost, as revenue"), "Σ ΔL · d · ρ · f<sub>y</sub> · v<sub>y</sub>", t->tco->payload_revenue, FALSE);
}

void
cor_trace_truck_payload_trucks (CorTracer *t)
{
  if (cor_tracer_cost (t))
    payload_price (t, _ ("Payload lost, as extra trucks"), "Σ ΔL ÷ L · C<sub>y</sub> · v<sub>y</sub>", t->tco->payload_trucks, TRUE);
}
