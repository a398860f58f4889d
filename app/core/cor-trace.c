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

void
cor_trace_input_clear (gpointer data)
{
  CorTraceInput *input = data;

  g_free (input->symbol);
  g_free (input->label);
  g_free (input->unit);
  g_free (input->region);
  g_free (input->source);
  g_free (input->place);
  g_free (input->note);
  g_clear_pointer (&input->of, cor_results_unref);
  g_clear_pointer (&input->card, cor_trace_unref);
}

CorTrace *
cor_trace_ref (CorTrace *trace)
{
  g_atomic_int_inc (&trace->refs);
  return trace;
}

void
cor_trace_unref (CorTrace *trace)
{
  if (!g_atomic_int_dec_and_test (&trace->refs))
    return;
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
cor_trace_is_of_truck (CorTraceQuantity quantity)
{
  CorTraceScope scope = cor_trace_scope (quantity);

  return scope != COR_TRACE_OF_SCENARIO && scope < COR_TRACE_OF_STATION;
}

const CorResults *
cor_trace_input_results (const CorTraceInput *input, const CorResults *results)
{
  return input->of != NULL ? input->of : results;
}

CorTrace *
cor_trace_input_card (const CorTraceInput *input, const CorResults *results, gboolean zh)
{
  if (!input->computed)
    return NULL;
  if (input->card != NULL)
    return cor_trace_ref (input->card);
  return cor_trace_new (cor_trace_input_results (input, results), &input->child, zh);
}

gboolean
cor_trace_input_is_open (const CorTraceInput *input)
{
  return input->status == COR_STATUS_ASSUMED && !input->computed;
}

/* The thing that the index of a key names, where that is one of the scenario. */
static const CorItem *
item_at (const CorResults *results, const CorTraceKey *key)
{
  static const CorItemKind kinds[] = { [COR_TRACE_OF_STATION] = COR_ITEM_STATION, [COR_TRACE_OF_STATION_HOUR] = COR_ITEM_STATION, [COR_TRACE_OF_INSTRUMENT] = COR_ITEM_POLICY, [COR_TRACE_OF_MACHINE] = COR_ITEM_MACHINE,
                                       [COR_TRACE_OF_CHARGER] = COR_ITEM_MACHINE, [COR_TRACE_OF_SITE] = COR_ITEM_SITE,
                                       [COR_TRACE_OF_SHARE] = COR_ITEM_SITE,      [COR_TRACE_OF_HOUR] = COR_ITEM_SITE };
  guint n;
  const CorItem *const *items = cor_scenario_items (results->scenario, kinds[rows[key->quantity].scope], &n);

  return key->index < n ? items[key->index] : NULL;
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
append_item (GString *id, const CorResults *results, const CorTraceKey *key)
{
  const CorItem *item = item_at (results, key);
  CorTraceScope scope = rows[key->quantity].scope;

  g_return_if_fail (item != NULL);

  g_string_append_printf (id, "/%s", item->id);
  if (scope == COR_TRACE_OF_STATION_HOUR || scope == COR_TRACE_OF_CHARGER || scope == COR_TRACE_OF_SHARE || scope == COR_TRACE_OF_HOUR)
    g_string_append_printf (id, "/%u", key->place);
}

/* Whether figures of the scope may be sums with more terms than a card lists. */
static gboolean
is_of_sum (CorTraceScope scope)
{
  return scope == COR_TRACE_OF_SCENARIO || scope == COR_TRACE_OF_GROUP || scope == COR_TRACE_OF_ROW || scope == COR_TRACE_OF_STATION
         || scope == COR_TRACE_OF_INSTRUMENT;
}

char *
cor_trace_id (const CorResults *results, const CorTraceKey *key)
{
  GString *id = g_string_new (rows[key->quantity].nick);
  CorTraceScope scope = rows[key->quantity].scope;

  if (scope == COR_TRACE_OF_ROW)
    g_string_append_printf (id, "/%s/%u", cor_emission_by_values[key->by].nick, key->index);
  else if (scope == COR_TRACE_OF_GROUP)
    g_string_append_printf (id, "/%s/%s", key->truck < 0 ? "diesel" : "electric", cor_tco_part_info (key->part)->id);
  else if (scope >= COR_TRACE_OF_STATION)
    append_item (id, results, key);
  else if (scope != COR_TRACE_OF_SCENARIO)
    append_truck (id, results, key);
  if (scope == COR_TRACE_OF_PART || scope == COR_TRACE_OF_CELL)
    g_string_append_printf (id, "/%s", cor_tco_part_info (key->part)->id);
  if (scope == COR_TRACE_OF_YEAR || scope == COR_TRACE_OF_CELL || scope == COR_TRACE_OF_POLICY || scope == COR_TRACE_OF_STOP)
    g_string_append_printf (id, "/%u", key->index);
  if (scope == COR_TRACE_OF_POINT)
    g_string_append_printf (id, "/%u", key->place);
  if (is_of_sum (scope) && key->place > 0)
    g_string_append_printf (id, "+%u", key->place);
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
  t->station = (const CorStation *) item_at (t->results, key);
  if (t->station == NULL || t->results->stations == NULL || key->index >= t->results->n_stations)
    return FALSE;
  t->traffic = &t->results->stations[key->index];
  return TRUE;
}

/* Rows are of the model year shown. */
static gboolean
find_row (CorTracer *t, const CorTraceKey *key)
{
  g_autoptr (GArray) all = NULL;
  CorFactorChoice choice;

  if (key->by > COR_EMISSION_BY_SCENARIO || t->year != t->results->year)
    return FALSE;
  cor_factor_choice_init (t->results, &choice);
  all = cor_emission_rows (t->results, &choice, key->by);
  if (key->index >= all->len)
    return FALSE;
  t->row = g_memdup2 (&g_array_index (all, CorEmissionRow, key->index), sizeof *t->row);
  t->members = cor_emission_row_members (t->results, key->by, key->index);
  return TRUE;
}

/* The machines of a site, and for figures of machines which of them. */
static gboolean
find_yard (CorTracer *t, const CorTraceKey *key)
{
  const CorItem *item = item_at (t->results, key);
  CorFactorChoice choice;

  if (item == NULL || t->year != t->results->year)
    return FALSE;
  cor_factor_choice_init (t->results, &choice);
  t->yard = cor_yard_new (t->results, item->kind == COR_ITEM_MACHINE ? ((const CorYardMachine *) item)->site : item->id, &choice);
  for (guint i = 0; i < t->yard->n_lines; i++)
    if (&t->yard->lines[i].item->item == item)
      t->line = &t->yard->lines[i];
  t->site = item->kind == COR_ITEM_MACHINE ? NULL : item;
  if (t->site != NULL)
    return t->yard->n_lines > 0 || t->yard->trucks_peak_kw > 0;
  return t->line != NULL && t->line->problem == NULL && key->place < MAX (t->line->machine.n_charges, 1);
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
    case COR_TRACE_OF_GROUP:
      return key->part < COR_N_TCO_PARTS;
    case COR_TRACE_OF_STATION:
    case COR_TRACE_OF_STATION_HOUR:
      return find_station (t, key);
    case COR_TRACE_OF_ROW:
      return find_row (t, key);
    case COR_TRACE_OF_INSTRUMENT:
      t->instrument = item_at (t->results, key);
      return t->instrument != NULL;
    case COR_TRACE_OF_MACHINE:
    case COR_TRACE_OF_CHARGER:
    case COR_TRACE_OF_SITE:
    case COR_TRACE_OF_SHARE:
    case COR_TRACE_OF_HOUR:
      return find_yard (t, key);
    default:
      return find_truck (t, key) && find_place (t, key);
    }
}

static CorTrace *
trace_new (const CorTraceKey *key)
{
  CorTrace *trace = g_new0 (CorTrace, 1);

  trace->refs = 1;
  trace->key = *key;
  trace->inputs = g_array_new (FALSE, TRUE, sizeof (CorTraceInput));
  g_array_set_clear_func (trace->inputs, cor_trace_input_clear);
  return trace;
}

CorTrace *
cor_tracer_run (const CorResults *results, gboolean zh, void (*write) (CorTracer *t, gconstpointer data), gconstpointer data)
{
  CorTracer t = { .results = results, .key = { .quantity = COR_N_TRACE_QUANTITIES }, .year = results->year, .zh = zh };

  t.out = trace_new (&t.key);
  write (&t, data);
  if (t.out->title == NULL)
    g_clear_pointer (&t.out, cor_trace_unref);
  return t.out;
}

CorTrace *
cor_trace_new (const CorResults *results, const CorTraceKey *key, gboolean zh)
{
  CorTracer t = { .results = results, .key = *key, .zh = zh };

  g_return_val_if_fail (key->quantity < COR_N_TRACE_QUANTITIES, NULL);

  t.out = trace_new (key);
  if (!cor_tracer_scale (&t) && find (&t, key))
    rows[key->quantity].function (&t);
  if (t.out->title != NULL && results->base != NULL)
    cor_tracer_add_moves (&t);
  if (t.out->title == NULL)
    g_clear_pointer (&t.out, cor_trace_unref);
  g_clear_pointer (&t.grid, cor_tco_grid_free);
  g_clear_pointer (&t.yard, cor_yard_free);
  g_clear_pointer (&t.members, g_array_unref);
  g_free (t.row);
  g_free (t.in);
  g_free (t.tco);
  return t.out;
}
