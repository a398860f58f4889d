/* cor-trace.c: the formula and inputs behind each figure of the results.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

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

int
cor_tracer_model_year (const CorTracer *t)
{
  return t->results->first_year + (int) t->results->year;
}

/* Whole digits in groups of three. */
static char *
group_digits (const char *digits)
{
  GString *grouped = g_string_new (digits);
  gssize first = *digits == '-' ? 1 : 0;

  for (gssize at = (gssize) grouped->len - 3; at > first; at -= 3)
    g_string_insert_c (grouped, at, ',');
  return g_string_free (grouped, FALSE);
}

char *
cor_tracer_number (double value)
{
  char text[64];
  double size = fabs (value);

  if (isnan (value))
    return g_strdup ("–");
  g_snprintf (text, sizeof text, size >= 1000 ? "%.0f" : size >= 10 ? "%.2f" : "%.4g", value);
  return size >= 1000 ? group_digits (text) : g_strdup (text);
}

static const char *
region_name (const CorTracer *t, const char *id)
{
  const CorRegion *region;

  if (id == NULL)
    return _ ("everywhere");
  region = cor_param_layer_find_region (t->results->defaults, id);
  return region == NULL ? id : t->zh ? region->name_zh : region->name;
}

CorTraceInput *
cor_tracer_add_input (CorTracer *t, const char *symbol, const char *label, double value, const char *unit)
{
  CorTraceInput input = { .value = value, .year = cor_tracer_model_year (t), .status = COR_STATUS_DERIVED };

  input.symbol = g_strdup (symbol);
  input.label = g_strdup (label);
  input.unit = g_strdup (unit);
  input.region = g_strdup (region_name (t, cor_scenario_head (t->results->scenario)->region));
  input.source = g_strdup (_ ("Computed"));
  input.place = g_strdup ("");
  g_array_append_val (t->out->inputs, input);
  return &g_array_index (t->out->inputs, CorTraceInput, t->out->inputs->len - 1);
}

void
cor_tracer_add_child (CorTracer *t, const char *symbol, const char *label, double value, const char *unit, CorTraceKey child)
{
  CorTraceInput *input = cor_tracer_add_input (t, symbol, label, value, unit);

  input->computed = TRUE;
  input->child = child;
}

/* What the user's own scenario says of an item. */
void
cor_tracer_add_scenario (CorTracer *t, const char *symbol, const char *label, double value, const char *unit, const CorItem *item)
{
  CorTraceInput *input = cor_tracer_add_input (t, symbol, label, value, unit);

  input->status = COR_STATUS_ASSUMED;
  g_free (input->source);
  input->source = g_strdup (item->source ? item->source : _ ("Own entry in this scenario"));
  g_free (input->place);
  input->place = g_strdup (cor_item_label (item, t->zh));
}

void
cor_tracer_add_parameter (CorTracer *t, const char *symbol, CorParamId id)
{
  const CorParamInfo *info = cor_param_info (id);
  CorParamValue value;
  CorTraceInput *input;

  if (!cor_param_table_get (t->truck->table, id, cor_tracer_model_year (t), &value))
    return;
  input = cor_tracer_add_input (t, symbol, _ (info->label), value.value, info->unit);
  input->year = value.from->source_year ? value.from->source_year : value.from->year ? value.from->year : cor_tracer_model_year (t);
  input->status = value.from->status;
  g_free (input->region);
  input->region = g_strdup (region_name (t, value.from->region));
  g_free (input->source);
  input->source = g_strdup (value.from->source ? value.from->source : _ ("Own entry in this scenario"));
  g_free (input->place);
  input->place = g_strdup (value.from->place ? value.from->place : "");
}

void
cor_tracer_add_factor (CorTracer *t, const char *symbol, const CorFactor *factor, const char *unit)
{
  CorTraceInput *input
    = cor_tracer_add_input (t, symbol, t->zh ? factor->name_zh : factor->name, cor_factor_total (factor, cor_tracer_model_year (t)), unit);

  input->year = factor->year;
  input->status = factor->status;
  g_free (input->region);
  input->region = g_strdup (region_name (t, factor->region));
  g_free (input->source);
  input->source = g_strdup (factor->source);
  g_free (input->place);
  input->place = g_strdup_printf ("%s; %s", cor_enum_name (cor_factor_scope_values, factor->scope), factor->place);
}

void
cor_tracer_head (CorTracer *t, char *title, const char *formula, char *numbers, double value, const char *unit)
{
  t->out->title = title;
  t->out->formula = g_strdup (formula);
  t->out->numbers = numbers;
  t->out->value = value;
  t->out->unit = g_strdup (unit);
}

const char *
cor_tracer_duty_label (const CorTracer *t, const CorDutyResult *duty)
{
  const CorItem *item = &duty->duty->item;

  if (item->name == NULL && duty->route != NULL)
    item = &duty->route->item;
  return cor_item_label (item, t->zh);
}

CorTraceKey
cor_tracer_truck_key (const CorTracer *t, CorTraceQuantity quantity)
{
  return (CorTraceKey) { quantity, t->out->key.duty, t->out->key.truck, 0 };
}

/* The electric truck whose cost counts for @duty in the year shown, or -1. */
static int
counted (const CorTracer *t, guint duty)
{
  const CorDutyResult *result = &t->results->duties[duty];
  int index = result->counted[t->results->year];

  if (index < 0 || result->diesel == NULL || !result->diesel->outcomes[t->results->year].feasible)
    return -1;
  return index;
}

/* One row a duty: a figure of its electric truck, or the diesel's less it. */
static void
add_duties (CorTracer *t, CorTraceQuantity quantity, const char *unit, gboolean against_diesel)
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
      label = g_strdup_printf (_ ("%s × %g trucks"), cor_tracer_duty_label (t, duty), n);
      if (quantity == COR_TRACE_TRUCK_TCO)
        cor_tracer_add_child (t, "T", label, n * truck->tco_yuan, unit, (CorTraceKey) { quantity, i, index, 0 });
      else if (quantity == COR_TRACE_TRUCK_EMISSIONS)
        cor_tracer_add_child (t, "E", label, n * truck->wtw_kg / 1000, unit, (CorTraceKey) { quantity, i, index, 0 });
      else if (quantity == COR_TRACE_TRUCK_DETOUR)
        cor_tracer_add_child (t, "d<sub>E</sub>", label, n * truck->detour_km, unit, (CorTraceKey) { quantity, i, index, 0 });
      else
        cor_tracer_add_child (t, "s", label, n * cor_outcome_public_yuan (truck) / truck->ownership_years, unit,
                   (CorTraceKey) { quantity, i, index, 0 });
      if (!against_diesel)
        continue;
      if (quantity == COR_TRACE_TRUCK_TCO)
        cor_tracer_add_child (t, "T<sub>D</sub>", _ ("diesel, the same work"), n * diesel->tco_yuan, unit,
                   (CorTraceKey) { quantity, i, -1, 0 });
      else
        cor_tracer_add_child (t, "E<sub>D</sub>", _ ("diesel, the same work"), n * diesel->wtw_kg / 1000, unit,
                   (CorTraceKey) { quantity, i, -1, 0 });
    }
}

static void
trace_parity (CorTracer *t)
{
  const CorTotals *totals = &t->results->totals[t->results->year];
  g_autofree char *electric = cor_tracer_number (totals->tco_yuan), *diesel = cor_tracer_number (totals->diesel_tco_yuan);

  cor_tracer_head (t, g_strdup (_ ("TCO parity year")), _ ("first y with Σ n<sub>i</sub> T<sub>i</sub>(y) ≤ Σ n<sub>i</sub> T<sub>D,i</sub>(y)"),
        g_strdup_printf (_ ("in %d: %s against %s yuan"), cor_tracer_model_year (t), electric, diesel), t->results->parity_year, "");
  add_duties (t, COR_TRACE_TRUCK_TCO, "yuan", TRUE);
}

static void
trace_detour (CorTracer *t)
{
  const CorTotals *totals = &t->results->totals[t->results->year];
  g_autofree char *detour = cor_tracer_number (totals->detour_km), *driven = cor_tracer_number (totals->driven_km);

  cor_tracer_head (t, g_strdup (_ ("Detour share")), "Σ n<sub>i</sub> d<sub>E,i</sub> ÷ Σ n<sub>i</sub> (d<sub>i</sub> + d<sub>E,i</sub>)",
        g_strdup_printf ("%s ÷ %s", detour, driven), t->results->detour_share, "1");
  add_duties (t, COR_TRACE_TRUCK_DETOUR, _ ("km a year"), FALSE);
}

static void
trace_emissions (CorTracer *t)
{
  const CorTotals *totals = &t->results->totals[t->results->year];
  g_autofree char *diesel = cor_tracer_number (totals->diesel_wtw_kg / 1000), *electric = cor_tracer_number (totals->wtw_kg / 1000);

  cor_tracer_head (t, g_strdup (_ ("Emissions avoided, well to wheel")), "ΔE = Σ n<sub>i</sub> (E<sub>D,i</sub> − E<sub>i</sub>)",
        g_strdup_printf ("%s − %s", diesel, electric), t->results->saved_t, _ ("t CO₂e a year"));
  add_duties (t, COR_TRACE_TRUCK_EMISSIONS, _ ("t CO₂e a year"), TRUE);
}

static void
trace_public (CorTracer *t)
{
  g_autofree char *yuan = cor_tracer_number (t->results->public_yuan_per_year), *tonnes = cor_tracer_number (t->results->saved_t);

  cor_tracer_head (t, g_strdup (_ ("Public cost of a tonne avoided (average)")), "k = Σ n<sub>i</sub> s<sub>i</sub> ÷ ΔE",
        g_strdup_printf ("%s ÷ %s", yuan, tonnes), t->results->public_yuan_per_t, _ ("yuan per t CO₂e"));
  add_duties (t, COR_TRACE_TRUCK_PUBLIC, _ ("yuan a year"), FALSE);
  cor_tracer_add_child (t, "ΔE", _ ("Emissions avoided"), t->results->saved_t, _ ("t CO₂e a year"),
             (CorTraceKey) { COR_TRACE_EMISSIONS, 0, 0, 0 });
}

static gboolean
find_truck (CorTracer *t, const CorTraceKey *key)
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
cor_trace_new (const CorResults *results, const CorTraceKey *key, gboolean zh)
{
  static void (*const tracers[COR_N_TRACE_QUANTITIES]) (CorTracer *) = {
    [COR_TRACE_PARITY] = trace_parity,
    [COR_TRACE_DETOUR] = trace_detour,
    [COR_TRACE_EMISSIONS] = trace_emissions,
    [COR_TRACE_PUBLIC] = trace_public,
    [COR_TRACE_TRUCK_TCO] = cor_tracer_tco,
    [COR_TRACE_TRUCK_PART] = cor_tracer_part,
    [COR_TRACE_TRUCK_EMISSIONS] = cor_tracer_truck_emissions,
    [COR_TRACE_TRUCK_KM] = cor_tracer_km,
    [COR_TRACE_TRUCK_DETOUR] = cor_tracer_truck_detour,
    [COR_TRACE_TRUCK_ENERGY] = cor_tracer_energy,
    [COR_TRACE_TRUCK_PUBLIC] = cor_tracer_truck_public,
  };
  CorTracer t = { .results = results, .zh = zh };

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
