/* cor-trace.c: finds the figure that a key names, and has its trace written.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-private.h"

/* A row of cor-trace-table.def. */
typedef struct
{
  const char *nick;
  CorTraceScope scope;
  void (*function) (CorTracer *t);
} Row;

static const Row rows[COR_N_TRACE_QUANTITIES] = {
#define COR_TRACE(ENUM, nick, scope, function) [COR_TRACE_##ENUM] = { nick, COR_TRACE_OF_##scope, function },
#include "cor-trace-table.def"
#undef COR_TRACE
};

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

CorTraceScope
cor_trace_scope (CorTraceQuantity quantity)
{
  g_return_val_if_fail (quantity < COR_N_TRACE_QUANTITIES, COR_TRACE_OF_SCENARIO);

  return rows[quantity].scope;
}

gboolean
cor_trace_input_is_open (const CorTraceInput *input)
{
  return input->status == COR_STATUS_ASSUMED && !input->computed;
}

static const CorItem *
station_at (const CorResults *results, guint index)
{
  guint n;
  const CorItem *const *stations = cor_scenario_items (results->scenario, COR_ITEM_STATION, &n);

  return index < n ? stations[index] : NULL;
}

/* Duty and truck, for figures of a truck. */
static void
append_truck (GString *id, const CorResults *results, const CorTraceKey *key)
{
  const CorDutyResult *duty = &results->duties[key->duty];
  const CorAlternative *truck = key->truck < 0 ? duty->diesel : duty->alternatives[key->truck];

  g_string_append_printf (id, "/%s/%s", duty->duty->item.id, truck->truck->item.id);
}

static void
append_station (GString *id, const CorResults *results, const CorTraceKey *key)
{
  const CorItem *station = station_at (results, key->index);

  g_return_if_fail (station != NULL);

  g_string_append_printf (id, "/%s", station->id);
}

char *
cor_trace_id (const CorResults *results, const CorTraceKey *key)
{
  GString *id = g_string_new (rows[key->quantity].nick);
  CorTraceScope scope = rows[key->quantity].scope;

  if (scope == COR_TRACE_OF_STATION)
    append_station (id, results, key);
  else if (scope != COR_TRACE_OF_SCENARIO)
    append_truck (id, results, key);
  if (scope == COR_TRACE_OF_PART || scope == COR_TRACE_OF_CELL)
    g_string_append_printf (id, "/%s", cor_tco_part_info (key->part)->id);
  if (scope == COR_TRACE_OF_YEAR || scope == COR_TRACE_OF_CELL || scope == COR_TRACE_OF_POLICY || scope == COR_TRACE_OF_STOP)
    g_string_append_printf (id, "/%u", key->index);
  if (key->model_year != 0 && key->model_year != results->first_year + (int) results->year)
    g_string_append_printf (id, "@%d", key->model_year);
  return g_string_free (id, FALSE);
}

static gboolean
find_year (CorTracer *t, const CorTraceKey *key)
{
  t->year = t->results->year;
  if (key->model_year == 0)
    return TRUE;
  t->year = (guint) (key->model_year - t->results->first_year);
  return key->model_year >= t->results->first_year && t->year < t->results->n_years;
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
  if (t->truck == NULL || !t->truck->outcomes[t->year].feasible)
    return FALSE;
  t->outcome = &t->truck->outcomes[t->year];
  t->use = &t->truck->uses[t->year];
  return TRUE;
}

static gboolean
find_station (CorTracer *t, const CorTraceKey *key)
{
  t->station = (const CorStation *) station_at (t->results, key->index);
  if (t->station == NULL || t->results->stations == NULL || key->index >= t->results->n_stations)
    return FALSE;
  t->traffic = &t->results->stations[key->index];
  return TRUE;
}

/* Whether part, year, policy or stop of the key are there. */
static gboolean
find_place (CorTracer *t, const CorTraceKey *key)
{
  CorTraceScope scope = rows[key->quantity].scope;

  if (key->part >= COR_N_TCO_PARTS)
    return FALSE;
  if (scope == COR_TRACE_OF_STOP)
    return t->year == t->results->year && t->truck->plan != NULL && key->index < t->truck->plan->n_stops;
  if (scope == COR_TRACE_OF_YEAR || scope == COR_TRACE_OF_CELL)
    return cor_tracer_cost (t) && key->index <= t->tco->n_years;
  if (scope == COR_TRACE_OF_POLICY)
    return cor_tracer_cost (t) && key->index < t->tco->n_terms;
  return TRUE;
}

static gboolean
find (CorTracer *t, const CorTraceKey *key)
{
  if (!find_year (t, key))
    return FALSE;
  switch (rows[key->quantity].scope)
    {
    case COR_TRACE_OF_SCENARIO:
      return TRUE;
    case COR_TRACE_OF_STATION:
      return find_station (t, key);
    default:
      return find_truck (t, key) && find_place (t, key);
    }
}

CorTrace *
cor_trace_new (const CorResults *results, const CorTraceKey *key, gboolean zh)
{
  CorTracer t = { .results = results, .key = *key, .zh = zh };

  g_return_val_if_fail (key->quantity < COR_N_TRACE_QUANTITIES, NULL);

  t.out = g_new0 (CorTrace, 1);
  t.out->key = *key;
  t.out->inputs = g_array_new (FALSE, TRUE, sizeof (CorTraceInput));
  g_array_set_clear_func (t.out->inputs, (GDestroyNotify) input_clear);
  if (find (&t, key))
    rows[key->quantity].function (&t);
  if (t.out->title == NULL)
    g_clear_pointer (&t.out, cor_trace_free);
  g_clear_pointer (&t.grid, cor_tco_grid_free);
  g_free (t.in);
  g_free (t.tco);
  return t.out;
}
