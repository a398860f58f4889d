/* cor-trace.c: the formula and inputs behind each figure of the results.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace.h"

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

/* A trace being written. */
typedef struct
{
  const CorResults *results;
  const CorParamLayer *defaults;
  const CorDutyResult *duty;
  const CorAlternative *truck;
  const CorOutcome *outcome;
  gboolean zh;
  CorTrace *out;
} Tracer;

static void
input_clear (CorTraceInput *input)
{
  g_free (input->symbol);
  g_free (input->label);
  g_free (input->unit);
  g_free (input->region);
  g_free (input->source);
  g_free (input->place);
}

void
cor_trace_free (CorTrace *trace)
{
  g_free (trace->title);
  g_free (trace->formula);
  g_free (trace->numbers);
  g_free (trace->unit);
  g_array_unref (trace->inputs);
  g_free (trace);
}

static int
model_year (const Tracer *t)
{
  return t->results->first_year + (int) t->results->year;
}

static char *
number (double value)
{
  char text[64];
  double size = fabs (value);

  if (isnan (value))
    return g_strdup ("–");
  g_snprintf (text, sizeof text, size >= 1000 ? "%.0f" : size >= 10 ? "%.2f" : "%.4g", value);
  return g_strdup (text);
}

static const char *
region_name (const Tracer *t, const char *id)
{
  const CorRegion *region;

  if (id == NULL)
    return _ ("everywhere");
  region = cor_param_layer_find_region (t->defaults, id);
  return region == NULL ? id : t->zh ? region->name_zh : region->name;
}

static CorTraceInput *
add_input (Tracer *t, const char *symbol, const char *label, double value, const char *unit)
{
  CorTraceInput input = { .value = value, .year = model_year (t), .status = COR_STATUS_DERIVED };

  input.symbol = g_strdup (symbol);
  input.label = g_strdup (label);
  input.unit = g_strdup (unit);
  input.region = g_strdup (region_name (t, cor_scenario_head (t->results->scenario)->region));
  input.source = g_strdup (_ ("Computed"));
  input.place = g_strdup ("");
  g_array_append_val (t->out->inputs, input);
  return &g_array_index (t->out->inputs, CorTraceInput, t->out->inputs->len - 1);
}

static void
add_child (Tracer *t, const char *symbol, const char *label, double value, const char *unit, CorTraceKey child)
{
  CorTraceInput *input = add_input (t, symbol, label, value, unit);

  input->computed = TRUE;
  input->child = child;
}

/* What the user's own scenario says of an item. */
static void
add_scenario (Tracer *t, const char *symbol, const char *label, double value, const char *unit, const CorItem *item)
{
  CorTraceInput *input = add_input (t, symbol, label, value, unit);

  input->status = COR_STATUS_ASSUMED;
  g_free (input->source);
  input->source = g_strdup (item->source ? item->source : _ ("Own entry in this scenario"));
  g_free (input->place);
  input->place = g_strdup (cor_item_label (item, t->zh));
}

static void
add_parameter (Tracer *t, const char *symbol, CorParamId id)
{
  const CorParamInfo *info = cor_param_info (id);
  CorParamValue value;
  CorTraceInput *input;

  if (!cor_param_table_get (t->truck->table, id, model_year (t), &value))
    return;
  input = add_input (t, symbol, _ (info->label), value.value, info->unit);
  input->year = value.from->source_year ? value.from->source_year : value.from->year ? value.from->year : model_year (t);
  input->status = value.from->status;
  g_free (input->region);
  input->region = g_strdup (region_name (t, value.from->region));
  g_free (input->source);
  input->source = g_strdup (value.from->source ? value.from->source : _ ("Own entry in this scenario"));
  g_free (input->place);
  input->place = g_strdup (value.from->place ? value.from->place : "");
}

static void
add_factor (Tracer *t, const char *symbol, const CorFactor *factor, const char *unit)
{
  CorTraceInput *input
    = add_input (t, symbol, t->zh ? factor->name_zh : factor->name, cor_factor_total (factor, model_year (t)), unit);

  input->year = factor->year;
  input->status = factor->status;
  g_free (input->region);
  input->region = g_strdup (region_name (t, factor->region));
  g_free (input->source);
  input->source = g_strdup (factor->source);
  g_free (input->place);
  input->place = g_strdup_printf ("%s; %s", cor_enum_name (cor_factor_scope_values, factor->scope), factor->place);
}

static void
head (Tracer *t, char *title, const char *formula, char *numbers, double value, const char *unit)
{
  t->out->title = title;
  t->out->formula = g_strdup (formula);
  t->out->numbers = numbers;
  t->out->value = value;
  t->out->unit = g_strdup (unit);
}

static const char *
duty_label (const Tracer *t, const CorDutyResult *duty)
{
  const CorItem *item = &duty->duty->item;

  if (item->name == NULL && duty->route != NULL)
    item = &duty->route->item;
  return cor_item_label (item, t->zh);
}

static CorTraceKey
truck_key (const Tracer *t, CorTraceQuantity quantity)
{
  return (CorTraceKey) { quantity, t->out->key.duty, t->out->key.truck, 0 };
}

/* The electric truck whose cost counts for @duty in the year shown, or -1. */
static int
counted (const Tracer *t, guint duty)
{
  const CorDutyResult *result = &t->results->duties[duty];
  int index = result->counted[t->results->year];

  if (index < 0 || result->diesel == NULL || !result->diesel->outcomes[t->results->year].feasible)
    return -1;
  return index;
}

/* One row a duty: a figure of its electric truck, or the diesel's less it. */
static void
add_duties (Tracer *t, CorTraceQuantity quantity, const char *unit, gboolean against_diesel)
{
  for (guint i = 0; i < t->results->n_duties; i++)
    {
      const CorDutyResult *duty = &t->results->duties[i];
      int index = counted (t, i);
      const CorOutcome *truck, *diesel;
      double n = duty->duty->trucks;
      g_autofree char *label = NULL;

      if (index < 0)
        continue;
      truck = &duty->alternatives[index]->outcomes[t->results->year];
      diesel = &duty->diesel->outcomes[t->results->year];
      label = g_strdup_printf (_ ("%s × %g trucks"), duty_label (t, duty), n);
      if (quantity == COR_TRACE_TRUCK_TCO)
        add_child (t, "T", label, n * truck->tco_yuan, unit, (CorTraceKey) { quantity, i, index, 0 });
      else if (quantity == COR_TRACE_TRUCK_EMISSIONS)
        add_child (t, "E", label, n * truck->wtw_kg / 1000, unit, (CorTraceKey) { quantity, i, index, 0 });
      else if (quantity == COR_TRACE_TRUCK_DETOUR)
        add_child (t, "d<sub>E</sub>", label, n * truck->detour_km, unit, (CorTraceKey) { quantity, i, index, 0 });
      else
        add_child (t, "s", label, n * cor_outcome_public_yuan (truck) / truck->ownership_years, unit,
                   (CorTraceKey) { quantity, i, index, 0 });
      if (!against_diesel)
        continue;
      if (quantity == COR_TRACE_TRUCK_TCO)
        add_child (t, "T<sub>D</sub>", _ ("diesel, the same work"), n * diesel->tco_yuan, unit,
                   (CorTraceKey) { quantity, i, -1, 0 });
      else
        add_child (t, "E<sub>D</sub>", _ ("diesel, the same work"), n * diesel->wtw_kg / 1000, unit,
                   (CorTraceKey) { quantity, i, -1, 0 });
    }
}

static void
trace_parity (Tracer *t)
{
  const CorTotals *totals = &t->results->totals[t->results->year];
  g_autofree char *electric = number (totals->tco_yuan), *diesel = number (totals->diesel_tco_yuan);

  head (t, g_strdup (_ ("TCO parity year")), _ ("first y with Σ n<sub>i</sub> T<sub>i</sub>(y) ≤ Σ n<sub>i</sub> T<sub>D,i</sub>(y)"),
        g_strdup_printf (_ ("in %d: %s against %s yuan"), model_year (t), electric, diesel), t->results->parity_year, "");
  add_duties (t, COR_TRACE_TRUCK_TCO, "yuan", TRUE);
}

static void
trace_detour (Tracer *t)
{
  const CorTotals *totals = &t->results->totals[t->results->year];
  g_autofree char *detour = number (totals->detour_km), *driven = number (totals->driven_km);

  head (t, g_strdup (_ ("Detour share")), "Σ n<sub>i</sub> d<sub>E,i</sub> ÷ Σ n<sub>i</sub> (d<sub>i</sub> + d<sub>E,i</sub>)",
        g_strdup_printf ("%s ÷ %s", detour, driven), t->results->detour_share, "1");
  add_duties (t, COR_TRACE_TRUCK_DETOUR, _ ("km a year"), FALSE);
}

static void
trace_emissions (Tracer *t)
{
  const CorTotals *totals = &t->results->totals[t->results->year];
  g_autofree char *diesel = number (totals->diesel_wtw_kg / 1000), *electric = number (totals->wtw_kg / 1000);

  head (t, g_strdup (_ ("Emissions avoided, well to wheel")), "ΔE = Σ n<sub>i</sub> (E<sub>D,i</sub> − E<sub>i</sub>)",
        g_strdup_printf ("%s − %s", diesel, electric), t->results->saved_t, _ ("t CO₂e a year"));
  add_duties (t, COR_TRACE_TRUCK_EMISSIONS, _ ("t CO₂e a year"), TRUE);
}

static void
trace_public (Tracer *t)
{
  g_autofree char *yuan = number (t->results->public_yuan_per_year), *tonnes = number (t->results->saved_t);

  head (t, g_strdup (_ ("Public cost of a tonne avoided (average)")), "k = Σ n<sub>i</sub> s<sub>i</sub> ÷ ΔE",
        g_strdup_printf ("%s ÷ %s", yuan, tonnes), t->results->public_yuan_per_t, _ ("yuan per t CO₂e"));
  add_duties (t, COR_TRACE_TRUCK_PUBLIC, _ ("yuan a year"), FALSE);
  add_child (t, "ΔE", _ ("Emissions avoided"), t->results->saved_t, _ ("t CO₂e a year"),
             (CorTraceKey) { COR_TRACE_EMISSIONS, 0, 0, 0 });
}

static char *
truck_title (const Tracer *t, const char *what)
{
  return g_strdup_printf ("%s · %s · %s", what, duty_label (t, t->duty), cor_item_label (&t->truck->truck->item, t->zh));
}

static void
trace_tco (Tracer *t)
{
  GString *numbers = g_string_new (NULL);

  for (guint part = 0; part < COR_N_TCO_PARTS; part++)
    {
      double yuan = t->outcome->part_yuan[part];
      g_autofree char *text = number (fabs (yuan));

      if (yuan == 0)
        continue;
      g_string_append_printf (numbers, "%s%s", yuan < 0 ? " − " : numbers->len ? " + " : "", text);
      add_child (t, "", _ (cor_tco_part_info (part)->label), yuan, "yuan",
                 (CorTraceKey) { COR_TRACE_TRUCK_PART, t->out->key.duty, t->out->key.truck, part });
    }
  head (t, truck_title (t, _ ("Total cost of ownership")), _ ("T = Σ cost parts"), g_string_free (numbers, FALSE),
        t->outcome->tco_yuan, "yuan");
}

/* The cash of each slot with its discount factor, as it adds up to the part. */
static char *
part_numbers (const CorTco *tco, CorTcoPart part)
{
  GString *numbers = g_string_new (NULL);

  for (guint slot = 0; slot <= tco->n_years; slot++)
    {
      double yuan = tco->part[part][slot];
      g_autofree char *text = number (fabs (yuan));

      if (yuan == 0)
        continue;
      g_string_append_printf (numbers, "%s%s", yuan < 0 ? " − " : numbers->len ? " + " : "", text);
      if (slot > 0 && tco->discount[0][slot] != 1)
        g_string_append_printf (numbers, " · %.3f", tco->discount[0][slot]);
    }
  return g_string_free (numbers, FALSE);
}

static void
add_policies (Tracer *t)
{
  guint n;
  const CorItem *const *policies = cor_scenario_items (t->results->scenario, COR_ITEM_POLICY, &n);

  for (guint i = 0; i < n; i++)
    if (((const CorPolicy *) policies[i])->on)
      add_scenario (t, "", cor_item_label (policies[i], t->zh), ((const CorPolicy *) policies[i])->amount, "",
                    policies[i]);
}

static void
trace_part (Tracer *t)
{
  CorTcoPart part = t->out->key.part;
  const PartInfo *info = &part_infos[part];
  g_autofree char *formula = g_strdup_printf ("Σ c<sub>y</sub> · v<sup>y</sup>,  %s", _ (info->formula));

  head (t, truck_title (t, _ (cor_tco_part_info (part)->label)), formula, part_numbers (t->truck->tco, part),
        t->outcome->part_yuan[part], "yuan");
  add_child (t, "d", _ ("Transport and detour km"), cor_outcome_driven_km (t->outcome), _ ("km a year"),
             truck_key (t, COR_TRACE_TRUCK_KM));
  if (cor_tco_part_info (part)->group == COR_TCO_GROUP_ENERGY)
    add_child (t, "", _ ("Energy use"),
               t->truck->powertrain == COR_POWERTRAIN_DIESEL ? t->outcome->l_per_100km
               : t->truck->powertrain == COR_POWERTRAIN_FCET ? t->outcome->kgh2_per_100km
                                                             : t->outcome->kwh_per_km,
               t->truck->powertrain == COR_POWERTRAIN_DIESEL ? "L/100km"
               : t->truck->powertrain == COR_POWERTRAIN_FCET ? "kg/100km"
                                                             : "kWh/km",
               truck_key (t, COR_TRACE_TRUCK_ENERGY));
  for (guint i = 0; i < info->n_params; i++)
    add_parameter (t, "", info->params[i]);
  if (part == COR_TCO_POLICY)
    add_policies (t);
  add_parameter (t, "v", COR_PARAM_DISCOUNT);
  add_parameter (t, "", COR_PARAM_DISCOUNT_TIMING);
  add_parameter (t, "N", COR_PARAM_OWNERSHIP);
}

static void
trace_truck_emissions (Tracer *t)
{
  gboolean diesel = t->truck->powertrain == COR_POWERTRAIN_DIESEL;
  gboolean fuel_cell = t->truck->powertrain == COR_POWERTRAIN_FCET;
  double use = diesel ? t->outcome->l_per_100km : fuel_cell ? t->outcome->kgh2_per_100km : t->outcome->kwh_per_km;
  const CorFactor *factor = diesel ? t->results->diesel : fuel_cell ? t->results->hydrogen : t->results->grid;
  double eta = cor_param_table_value (t->truck->table, COR_PARAM_CHARGING_EFFICIENCY, model_year (t));
  g_autofree char *km = number (cor_outcome_driven_km (t->outcome)), *use_text = number (use);
  g_autofree char *f = number (cor_factor_total (factor, model_year (t))), *eta_text = number (isnan (eta) ? 1 : eta);

  if (diesel || fuel_cell)
    head (t, truck_title (t, _ ("Emissions, well to wheel")), "E = (d + d<sub>E</sub>) · c ÷ 100 · f",
          g_strdup_printf ("%s · %s ÷ 100 · %s", km, use_text, f), t->outcome->wtw_kg, _ ("kg CO₂e a year"));
  else
    head (t, truck_title (t, _ ("Emissions, well to wheel")),
          "E = (d + d<sub>E</sub>) · c ÷ η · f · (1 − g)",
          g_strdup_printf ("%s · %s ÷ %s · %s · (1 − %g)", km, use_text, eta_text, f,
                           cor_scenario_head (t->results->scenario)->green_share),
          t->outcome->wtw_kg, _ ("kg CO₂e a year"));
  add_child (t, "d + d<sub>E</sub>", _ ("Transport and detour km"), cor_outcome_driven_km (t->outcome), _ ("km a year"),
             truck_key (t, COR_TRACE_TRUCK_KM));
  add_child (t, "c", _ ("Energy use"), use, diesel ? "L/100km" : fuel_cell ? "kg/100km" : "kWh/km",
             truck_key (t, COR_TRACE_TRUCK_ENERGY));
  if (!diesel && !fuel_cell)
    {
      add_parameter (t, "η", COR_PARAM_CHARGING_EFFICIENCY);
      add_scenario (t, "g", _ ("Green power share"), cor_scenario_head (t->results->scenario)->green_share, "1",
                    &cor_scenario_head (t->results->scenario)->item);
    }
  add_factor (t, "f", factor, diesel ? "kg CO₂e/L" : fuel_cell ? "kg CO₂e/kg" : "kg CO₂e/kWh");
}

static void
trace_km (Tracer *t)
{
  const CorRoute *route = t->duty->route;
  const CorItem *item = &route->item;
  g_autofree char *d = number (t->outcome->transport_km), *e = number (t->outcome->detour_km);

  head (t, truck_title (t, _ ("Driven km")), "d + d<sub>E</sub>", g_strdup_printf ("%s + %s", d, e),
        cor_outcome_driven_km (t->outcome), _ ("km a year"));
  if (isnan (route->trips_per_day) || isnan (route->days_per_year))
    add_parameter (t, "d", COR_PARAM_ANNUAL_KM);
  else
    {
      add_scenario (t, "", _ ("Trips a day and truck"), route->trips_per_day, "", item);
      add_scenario (t, "", _ ("Days a year"), route->days_per_year, "", item);
      if (!isnan (route->distance_km))
        add_scenario (t, "", _ ("Distance one way, as given"), route->distance_km, "km", item);
      else if (t->duty->geometry->out != NULL)
        add_input (t, "", _ ("Length of the way out on the road network"), t->duty->geometry->out->length_m / 1000, "km");
    }
  if (!isnan (t->outcome->detour_km))
    add_child (t, "d<sub>E</sub>", _ ("Energy detours"), t->outcome->detour_km, _ ("km a year"),
               truck_key (t, COR_TRACE_TRUCK_DETOUR));
}

static void
trace_truck_detour (Tracer *t)
{
  guint n;
  const CorItem *const *stations = cor_scenario_items (t->results->scenario, COR_ITEM_STATION, &n);
  const CorPlan *plan = t->truck->plan;
  g_autofree char *km = plan ? number (plan->detour_m / 1000) : g_strdup ("0");

  head (t, truck_title (t, _ ("Energy detours")), _ ("d<sub>E</sub> = Σ [d(O,s) + d(s,D) − d(O,D)] · days"),
        g_strdup_printf (_ ("%s km a day"), km), t->outcome->detour_km, _ ("km a year"));
  for (guint i = 0; plan != NULL && i < plan->n_stops; i++)
    if (plan->stops[i].station >= 0 && (guint) plan->stops[i].station < n)
      add_scenario (t, "", cor_item_label (stations[plan->stops[i].station], t->zh), plan->stops[i].detour_m / 1000,
                    _ ("km a stop"), stations[plan->stops[i].station]);
  if (!isnan (t->duty->route->days_per_year))
    add_scenario (t, "", _ ("Days a year"), t->duty->route->days_per_year, "", &t->duty->route->item);
}

static void
trace_energy (Tracer *t)
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

  head (t, truck_title (t, _ ("Energy use")),
        t->outcome->measured ? _ ("as given") : _ ("rolling + air + grade + braking + auxiliaries, over the route"),
        number (value), value, diesel ? "L/100km" : fuel_cell ? "kg/100km" : "kWh/km");
  if (t->outcome->measured)
    {
      add_parameter (t, "c", diesel ? COR_PARAM_DIESEL_USE : fuel_cell ? COR_PARAM_HYDROGEN_USE : COR_PARAM_ENERGY_USE);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (road_load); i++)
    add_parameter (t, "", road_load[i]);
  add_scenario (t, "", _ ("Payload out"), t->duty->route->payload_out_t, "t", route);
  add_scenario (t, "", _ ("Payload back"), t->duty->route->payload_back_t, "t", route);
}

static void
trace_truck_public (Tracer *t)
{
  g_autofree char *paid = number (t->outcome->money.paid), *forgone = number (t->outcome->money.forgone);

  head (t, truck_title (t, _ ("Public cost")), _ ("s = (paid + forgone) ÷ years"),
        g_strdup_printf ("(%s + %s) ÷ %u", paid, forgone, t->outcome->ownership_years),
        cor_outcome_public_yuan (t->outcome) / t->outcome->ownership_years, _ ("yuan a year"));
  add_policies (t);
  add_parameter (t, "N", COR_PARAM_OWNERSHIP);
}

static gboolean
find_truck (Tracer *t, const CorTraceKey *key)
{
  if (key->duty >= t->results->n_duties)
    return FALSE;
  t->duty = &t->results->duties[key->duty];
  if (key->truck >= (int) t->duty->n_alternatives)
    return FALSE;
  t->truck = key->truck < 0 ? t->duty->diesel : t->duty->alternatives[key->truck];
  if (t->truck == NULL || !t->truck->outcomes[t->results->year].feasible)
    return FALSE;
  t->outcome = &t->truck->outcomes[t->results->year];
  return TRUE;
}

CorTrace *
cor_trace_new (const CorResults *results, const CorParamLayer *defaults, const CorTraceKey *key, gboolean zh)
{
  static void (*const tracers[COR_N_TRACE_QUANTITIES]) (Tracer *) = {
    [COR_TRACE_PARITY] = trace_parity,
    [COR_TRACE_DETOUR] = trace_detour,
    [COR_TRACE_EMISSIONS] = trace_emissions,
    [COR_TRACE_PUBLIC] = trace_public,
    [COR_TRACE_TRUCK_TCO] = trace_tco,
    [COR_TRACE_TRUCK_PART] = trace_part,
    [COR_TRACE_TRUCK_EMISSIONS] = trace_truck_emissions,
    [COR_TRACE_TRUCK_KM] = trace_km,
    [COR_TRACE_TRUCK_DETOUR] = trace_truck_detour,
    [COR_TRACE_TRUCK_ENERGY] = trace_energy,
    [COR_TRACE_TRUCK_PUBLIC] = trace_truck_public,
  };
  Tracer t = { .results = results, .defaults = defaults, .zh = zh };

  g_return_val_if_fail (key->quantity < COR_N_TRACE_QUANTITIES, NULL);
  if (key->quantity >= COR_TRACE_TRUCK_TCO && !find_truck (&t, key))
    return NULL;
  t.out = g_new0 (CorTrace, 1);
  t.out->key = *key;
  t.out->inputs = g_array_new (FALSE, TRUE, sizeof (CorTraceInput));
  g_array_set_clear_func (t.out->inputs, (GDestroyNotify) input_clear);
  tracers[key->quantity] (&t);
  return t.out;
}
