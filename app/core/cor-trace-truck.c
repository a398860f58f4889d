/* cor-trace-truck.c: the figures of one truck on one duty, traced.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-private.h"

#include "cor-emissions.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PART_PARAMS 24

/* A row of cor-trace-part-table.def. */
typedef struct
{
  const char *formula;
  CorParamId params[PART_PARAMS];
  guint n_params;
} PartInfo;

#define COUNT(...) (sizeof ((CorParamId[]) { __VA_ARGS__ }) / sizeof (CorParamId))
static const PartInfo part_infos[COR_N_TCO_PARTS] = {
#define COR_TRACE_PART(PART, formula, ...) [COR_TCO_##PART] = { formula, { __VA_ARGS__ }, COUNT (__VA_ARGS__) },
#include "cor-trace-part-table.def"
#undef COR_TRACE_PART
};

static char *
truck_title (const CorTracer *t, const char *what)
{
  return g_strdup_printf ("%s · %s · %s", what, cor_tracer_duty_label (t, t->duty), cor_item_label (&t->truck->truck->item, t->zh));
}

void
cor_tracer_tco (CorTracer *t)
{
  GString *numbers = g_string_new (NULL);

  for (guint part = 0; part < COR_N_TCO_PARTS; part++)
    {
      double yuan = t->outcome->part_yuan[part];
      g_autofree char *text = cor_tracer_number (fabs (yuan));

      if (yuan == 0)
        continue;
      g_string_append_printf (numbers, "%s%s", yuan < 0 ? " − " : numbers->len ? " + " : "", text);
      cor_tracer_add_child (t, "", _ (cor_tco_part_info (part)->label), yuan, "yuan",
                 (CorTraceKey) { COR_TRACE_TRUCK_PART, t->out->key.duty, t->out->key.truck, part });
    }
  cor_tracer_head (t, truck_title (t, _ ("Total cost of ownership")), _ ("T = Σ cost parts"), g_string_free (numbers, FALSE),
        t->outcome->tco_yuan, "yuan");
}

/* The cash of each slot with its discount factor, as it adds up to the part. */
static char *
part_numbers (const CorTco *tco, CorTcoPart part)
{
  GString *numbers = g_string_new (NULL);
  guint at_end = cor_tco_part_info (part)->at_end ? 1 : 0;

  for (guint slot = 0; slot <= tco->n_years; slot++)
    {
      double yuan = tco->part[part][slot];
      g_autofree char *text = cor_tracer_number (fabs (yuan));

      if (yuan == 0)
        continue;
      g_string_append_printf (numbers, "%s%s", yuan < 0 ? " − " : numbers->len ? " + " : "", text);
      if (tco->discount[at_end][slot] != 1)
        g_string_append_printf (numbers, " · %.3f", tco->discount[at_end][slot]);
    }
  return g_string_free (numbers, FALSE);
}

static void
add_policies (CorTracer *t)
{
  guint n;
  const CorItem *const *policies = cor_scenario_items (t->results->scenario, COR_ITEM_POLICY, &n);

  for (guint i = 0; i < n; i++)
    if (((const CorPolicy *) policies[i])->on)
      cor_tracer_add_scenario (t, "", cor_item_label (policies[i], t->zh), ((const CorPolicy *) policies[i])->amount, "",
                    policies[i]);
}

void
cor_tracer_part (CorTracer *t)
{
  CorTcoPart part = t->out->key.part;
  const PartInfo *info = &part_infos[part];
  g_autofree char *formula = g_strdup_printf ("Σ c<sub>y</sub> · v<sup>y</sup>,  %s", _ (info->formula));

  cor_tracer_head (t, truck_title (t, _ (cor_tco_part_info (part)->label)), formula, part_numbers (t->truck->tco, part),
        t->outcome->part_yuan[part], "yuan");
  cor_tracer_add_child (t, "d", _ ("Transport and detour km"), cor_outcome_driven_km (t->outcome), _ ("km a year"),
             cor_tracer_truck_key (t, COR_TRACE_TRUCK_KM));
  if (cor_tco_part_info (part)->group == COR_TCO_GROUP_ENERGY)
    cor_tracer_add_child (t, "", _ ("Energy use"),
               t->truck->powertrain == COR_POWERTRAIN_DIESEL ? t->outcome->l_per_100km
               : t->truck->powertrain == COR_POWERTRAIN_FCET ? t->outcome->kgh2_per_100km
                                                             : t->outcome->kwh_per_km,
               t->truck->powertrain == COR_POWERTRAIN_DIESEL ? "L/100km"
               : t->truck->powertrain == COR_POWERTRAIN_FCET ? "kg/100km"
                                                             : "kWh/km",
               cor_tracer_truck_key (t, COR_TRACE_TRUCK_ENERGY));
  for (guint i = 0; i < info->n_params; i++)
    cor_tracer_add_parameter (t, "", info->params[i]);
  if (part == COR_TCO_POLICY)
    add_policies (t);
  cor_tracer_add_parameter (t, "v", COR_PARAM_DISCOUNT);
  cor_tracer_add_parameter (t, "", COR_PARAM_DISCOUNT_TIMING);
  cor_tracer_add_parameter (t, "N", COR_PARAM_OWNERSHIP);
}

void
cor_tracer_truck_emissions (CorTracer *t)
{
  gboolean diesel = t->truck->powertrain == COR_POWERTRAIN_DIESEL;
  gboolean fuel_cell = t->truck->powertrain == COR_POWERTRAIN_FCET;
  double use = diesel ? t->outcome->l_per_100km : fuel_cell ? t->outcome->kgh2_per_100km : t->outcome->kwh_per_km;
  const CorFactor *factor = diesel ? t->results->diesel : fuel_cell ? t->results->hydrogen : t->results->grid;
  double eta = cor_param_table_value (t->truck->table, COR_PARAM_CHARGING_EFFICIENCY, cor_tracer_model_year (t));
  g_autofree char *km = cor_tracer_number (cor_outcome_driven_km (t->outcome)), *use_text = cor_tracer_number (use);
  g_autofree char *f = cor_tracer_number (cor_factor_total (factor, cor_tracer_model_year (t))), *eta_text = cor_tracer_number (isnan (eta) ? 1 : eta);
  CorFactorChoice choice;
  gboolean by_grid = fuel_cell && factor->grid_kwh_per_unit > 0, green_counts;
  g_autofree char *grid = NULL, *green = NULL;

  cor_factor_choice_init (t->results, &choice);
  grid = cor_tracer_number (cor_factor_choice_grid (&choice, cor_tracer_model_year (t)));
  green_counts = choice.green_share > 0 && choice.green != NULL && choice.grid->scope == COR_SCOPE_LIFE_CYCLE;
  green = cor_tracer_number (green_counts ? cor_factor_total (choice.green, cor_tracer_model_year (t)) : 0);
  if (by_grid)
    cor_tracer_head (t, truck_title (t, _ ("Emissions, well to wheel")), "E = (d + d<sub>E</sub>) · c ÷ 100 · (f + k · f<sub>g</sub>)",
          g_strdup_printf ("%s · %s ÷ 100 · (%s + %g · %s)", km, use_text, f, factor->grid_kwh_per_unit, grid), t->outcome->wtw_kg,
          _ ("kg CO₂e a year"));
  else if (diesel || fuel_cell)
    cor_tracer_head (t, truck_title (t, _ ("Emissions, well to wheel")), "E = (d + d<sub>E</sub>) · c ÷ 100 · f",
          g_strdup_printf ("%s · %s ÷ 100 · %s", km, use_text, f), t->outcome->wtw_kg, _ ("kg CO₂e a year"));
  else
    cor_tracer_head (t, truck_title (t, _ ("Emissions, well to wheel")),
          green_counts ? "E = (d + d<sub>E</sub>) · c ÷ η · (f · (1 − g) + w · g)" : "E = (d + d<sub>E</sub>) · c ÷ η · f · (1 − g)",
          green_counts ? g_strdup_printf ("%s · %s ÷ %s · (%s · (1 − %g) + %s · %g)", km, use_text, eta_text, f, choice.green_share, green,
                                          choice.green_share)
                       : g_strdup_printf ("%s · %s ÷ %s · %s · (1 − %g)", km, use_text, eta_text, f, choice.green_share),
          t->outcome->wtw_kg, _ ("kg CO₂e a year"));
  cor_tracer_add_child (t, "d + d<sub>E</sub>", _ ("Transport and detour km"), cor_outcome_driven_km (t->outcome), _ ("km a year"),
             cor_tracer_truck_key (t, COR_TRACE_TRUCK_KM));
  cor_tracer_add_child (t, "c", _ ("Energy use"), use, diesel ? "L/100km" : fuel_cell ? "kg/100km" : "kWh/km",
             cor_tracer_truck_key (t, COR_TRACE_TRUCK_ENERGY));
  if (!diesel && !fuel_cell)
    {
      cor_tracer_add_parameter (t, "η", COR_PARAM_CHARGING_EFFICIENCY);
      cor_tracer_add_scenario (t, "g", _ ("Green power share"), cor_scenario_head (t->results->scenario)->green_share, "1",
                    &cor_scenario_head (t->results->scenario)->item);
    }
  cor_tracer_add_factor (t, "f", factor, diesel ? "kg CO₂e/L" : fuel_cell ? "kg CO₂e/kg" : "kg CO₂e/kWh");
  if (by_grid)
    cor_tracer_add_factor (t, "f<sub>g</sub>", choice.grid, "kg CO₂e/kWh");
  if (green_counts && !diesel && !fuel_cell)
    cor_tracer_add_factor (t, "w", choice.green, "kg CO₂e/kWh");
}

void
cor_tracer_km (CorTracer *t)
{
  const CorRoute *route = t->duty->route;
  const CorItem *item = &route->item;
  g_autofree char *d = cor_tracer_number (t->outcome->transport_km), *e = cor_tracer_number (t->outcome->detour_km);

  cor_tracer_head (t, truck_title (t, _ ("Driven km")), "d + d<sub>E</sub>", g_strdup_printf ("%s + %s", d, e),
        cor_outcome_driven_km (t->outcome), _ ("km a year"));
  if (isnan (route->trips_per_day) || isnan (route->days_per_year))
    cor_tracer_add_parameter (t, "d", COR_PARAM_ANNUAL_KM);
  else
    {
      cor_tracer_add_scenario (t, "", _ ("Trips a day and truck"), route->trips_per_day, "", item);
      cor_tracer_add_scenario (t, "", _ ("Days a year"), route->days_per_year, "", item);
      if (!isnan (route->distance_km))
        cor_tracer_add_scenario (t, "", _ ("Distance one way, as given"), route->distance_km, "km", item);
      else if (t->duty->geometry->out != NULL)
        cor_tracer_add_input (t, "", _ ("Length of the way out on the road network"), t->duty->geometry->out->length_m / 1000, "km");
    }
  if (!isnan (t->outcome->detour_km))
    cor_tracer_add_child (t, "d<sub>E</sub>", _ ("Energy detours"), t->outcome->detour_km, _ ("km a year"),
               cor_tracer_truck_key (t, COR_TRACE_TRUCK_DETOUR));
}

void
cor_tracer_truck_detour (CorTracer *t)
{
  guint n;
  const CorItem *const *stations = cor_scenario_items (t->results->scenario, COR_ITEM_STATION, &n);
  const CorPlan *plan = t->truck->plan;
  g_autofree char *km = plan ? cor_tracer_number (plan->detour_m / 1000) : g_strdup ("0");

  cor_tracer_head (t, truck_title (t, _ ("Energy detours")), _ ("d<sub>E</sub> = Σ [d(O,s) + d(s,D) − d(O,D)] · days"),
        g_strdup_printf (_ ("%s km a day"), km), t->outcome->detour_km, _ ("km a year"));
  for (guint i = 0; plan != NULL && i < plan->n_stops; i++)
    if (plan->stops[i].station >= 0 && (guint) plan->stops[i].station < n)
      cor_tracer_add_scenario (t, "", cor_item_label (stations[plan->stops[i].station], t->zh), plan->stops[i].detour_m / 1000,
                    _ ("km a stop"), stations[plan->stops[i].station]);
  if (!isnan (t->duty->route->days_per_year))
    cor_tracer_add_scenario (t, "", _ ("Days a year"), t->duty->route->days_per_year, "", &t->duty->route->item);
}

void
cor_tracer_energy (CorTracer *t)
{
  static const CorParamId road_load[]
    = { COR_PARAM_KERB_MASS,        COR_PARAM_TRAILER_MASS, COR_PARAM_BATTERY,          COR_PARAM_BATTERY_DENSITY,
        COR_PARAM_DRAG_AREA,        COR_PARAM_ROLLING,      COR_PARAM_DRIVE_EFFICIENCY, COR_PARAM_BATTERY_EFFICIENCY,
        COR_PARAM_ENGINE_EFFICIENCY, COR_PARAM_REGENERATION, COR_PARAM_AUXILIARIES,      COR_PARAM_COLD_LOSS,
        COR_PARAM_HOT_LOSS };
  gboolean diesel = t->truck->powertrain == COR_POWERTRAIN_DIESEL;
  gboolean fuel_cell = t->truck->powertrain == COR_POWERTRAIN_FCET;
  double value = diesel ? t->outcome->l_per_100km : fuel_cell ? t->outcome->kgh2_per_100km : t->outcome->kwh_per_km;
  const CorItem *route = &t->duty->route->item;

  cor_tracer_head (t, truck_title (t, _ ("Energy use")),
        t->outcome->measured ? _ ("as given") : _ ("calculated: rolling + air + grade + braking + auxiliaries, over the route"),
        cor_tracer_number (value), value, diesel ? "L/100km" : fuel_cell ? "kg/100km" : "kWh/km");
  if (t->outcome->measured)
    {
      cor_tracer_add_parameter (t, "c", diesel ? COR_PARAM_DIESEL_USE : fuel_cell ? COR_PARAM_HYDROGEN_USE : COR_PARAM_ENERGY_USE);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (road_load); i++)
    cor_tracer_add_parameter (t, "", road_load[i]);
  cor_tracer_add_scenario (t, "", _ ("Payload out"), t->duty->route->payload_out_t, "t", route);
  cor_tracer_add_scenario (t, "", _ ("Payload back"), t->duty->route->payload_back_t, "t", route);
}

void
cor_tracer_truck_public (CorTracer *t)
{
  g_autofree char *paid = cor_tracer_number (t->outcome->money.paid), *forgone = cor_tracer_number (t->outcome->money.forgone);

  cor_tracer_head (t, truck_title (t, _ ("Public cost")), _ ("s = (paid + forgone) ÷ years"),
        g_strdup_printf ("(%s + %s) ÷ %u", paid, forgone, t->outcome->ownership_years),
        cor_outcome_public_yuan (t->outcome) / t->outcome->ownership_years, _ ("yuan a year"));
  add_policies (t);
  cor_tracer_add_parameter (t, "N", COR_PARAM_OWNERSHIP);
}
