/* cor-trace-json.c: where figures come from, as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-json.h"

#include <math.h>

/* The columns of the results table by the figure that each is; @diesel: that of the duty's diesel truck. */
static const struct
{
  const char *column;
  CorTraceQuantity quantity;
  gboolean diesel;
} columns[] = {
  { "annual_driven_km", COR_TRACE_TRUCK_KM, FALSE },
  { "annual_detour_km", COR_TRACE_TRUCK_DETOUR, FALSE },
  { "detour_share", COR_TRACE_TRUCK_DETOUR_SHARE, FALSE },
  { "stops_per_trip", COR_TRACE_TRUCK_STOPS, FALSE },
  { "energy_hours_per_trip", COR_TRACE_TRUCK_HOURS, FALSE },
  { "kwh_per_km", COR_TRACE_TRUCK_ENERGY, FALSE },
  { "l_per_100km", COR_TRACE_TRUCK_ENERGY, FALSE },
  { "kgh2_per_100km", COR_TRACE_TRUCK_ENERGY, FALSE },
  { "tco_yuan", COR_TRACE_TRUCK_TCO, FALSE },
  { "tco_yuan_per_km", COR_TRACE_TRUCK_TCO_KM, FALSE },
  { "diesel_tco_yuan", COR_TRACE_TRUCK_TCO, TRUE },
  { "tco_gap_yuan", COR_TRACE_TRUCK_GAP, FALSE },
  { "parity_year", COR_TRACE_TRUCK_PARITY, FALSE },
  { "parity_lost_year", COR_TRACE_TRUCK_PARITY_LOST, FALSE },
  { "payback_year", COR_TRACE_TRUCK_PAYBACK, FALSE },
  { "wtw_kgco2e_per_year", COR_TRACE_TRUCK_EMISSIONS, FALSE },
  { "diesel_wtw_kgco2e_per_year", COR_TRACE_TRUCK_EMISSIONS, TRUE },
  { "wtw_gco2e_per_tkm", COR_TRACE_TRUCK_INTENSITY, FALSE },
  { "diesel_wtw_gco2e_per_tkm", COR_TRACE_TRUCK_INTENSITY, TRUE },
  { "public_cost_yuan", COR_TRACE_TRUCK_PUBLIC_TOTAL, FALSE },
  { "public_cost_yuan_per_tco2e", COR_TRACE_TRUCK_PUBLIC_TONNE, FALSE },
  { "ownership_years", COR_TRACE_TRUCK_OWNERSHIP, FALSE },
  { "direct_kgco2e_per_year", COR_TRACE_TRUCK_DIRECT, FALSE },
  { "detour_kgco2e_per_year", COR_TRACE_TRUCK_DETOUR_EMISSIONS, FALSE },
  { "tkm_per_year", COR_TRACE_TRUCK_TKM, FALSE },
  { "battery_health_at_end", COR_TRACE_TRUCK_HEALTH, FALSE },
  { "batteries_replaced", COR_TRACE_TRUCK_REPLACED, FALSE },
  { "battery_first_replaced_year", COR_TRACE_TRUCK_REPLACED_YEAR, FALSE },
  { "payload_lost_as_revenue_yuan", COR_TRACE_TRUCK_PAYLOAD_REVENUE, FALSE },
  { "payload_lost_as_trucks_yuan", COR_TRACE_TRUCK_PAYLOAD_TRUCKS, FALSE },
};

gboolean
cor_results_row_card (const CorResultsRow *row, const char *column, CorTraceKey *key)
{
  guint k = 0;

  while (k < G_N_ELEMENTS (columns) && !g_str_equal (columns[k].column, column))
    k++;
  if (k == G_N_ELEMENTS (columns))
    return FALSE;
  *key = (CorTraceKey){ .quantity = columns[k].quantity, .duty = (guint)(row->duty - row->results->duties), .truck = -1 };
  for (guint i = 0; !columns[k].diesel && i < row->duty->n_alternatives; i++)
    if (row->duty->alternatives[i] == row->alternative)
      key->truck = (int)i;
  return TRUE;
}

void
cor_trace_write_ids (CorJsonWriter *writer, const CorResultsRow *row)
{
  cor_json_writer_begin (writer, '{');
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      g_autofree char *id = NULL;
      g_autoptr (CorTrace) trace = NULL;
      CorTraceKey key;

      cor_results_row_card (row, columns[i].column, &key);
      trace = cor_trace_new (row->results, &key, FALSE);
      if (trace == NULL)
        continue;
      id = cor_trace_id (row->results, &key);
      cor_json_writer_key (writer, columns[i].column);
      cor_json_writer_string (writer, id);
    }
  cor_json_writer_end (writer, '}');
}

static void
write_text (CorJsonWriter *writer, const char *key, const char *text)
{
  cor_json_writer_key (writer, key);
  cor_json_writer_string (writer, text);
}

static void
write_number (CorJsonWriter *writer, const char *key, double number)
{
  cor_json_writer_key (writer, key);
  cor_json_writer_number (writer, isfinite (number) ? number : NAN);
}

/* How an input comes about that has no card, by #CorTraceMethod. */
static const char *const methods[COR_N_TRACE_METHODS] = { "entry", "search", "simulation", "roads", "setting", "none" };

static void
write_input (CorJsonWriter *writer, const CorResults *results, const CorTraceInput *input)
{
  cor_json_writer_begin (writer, '{');
  cor_json_writer_set_line (writer, TRUE);
  write_text (writer, "symbol", input->symbol);
  write_text (writer, "label", input->label);
  write_number (writer, "value", input->value);
  write_text (writer, "unit", input->unit);
  write_number (writer, "year", input->year);
  write_text (writer, "region", input->region);
  write_text (writer, "status", cor_enum_nick (cor_param_status_values, (int)input->status));
  write_text (writer, "source", input->source);
  write_text (writer, "place", input->place);
  write_text (writer, "note", input->note);
  if (!input->computed)
    write_text (writer, "method", methods[input->method]);
  else
    {
      g_autofree char *card = cor_trace_id (results, &input->child);

      write_text (writer, "card", card);
    }
  cor_json_writer_end (writer, '}');
  cor_json_writer_set_line (writer, FALSE);
}

static void
write_card (CorJsonWriter *writer, const CorResults *results, const CorTrace *trace)
{
  cor_json_writer_begin (writer, '{');
  write_text (writer, "title", trace->title);
  write_text (writer, "formula", trace->formula);
  write_text (writer, "numbers", trace->numbers);
  write_number (writer, "value", trace->value);
  write_text (writer, "unit", trace->unit);
  cor_json_writer_key (writer, "inputs");
  cor_json_writer_begin (writer, '[');
  for (guint i = 0; i < trace->inputs->len; i++)
    write_input (writer, results, &g_array_index (trace->inputs, CorTraceInput, i));
  cor_json_writer_end (writer, ']');
  cor_json_writer_end (writer, '}');
}

/* A list of cards to be written: those wanted, and what they are made of. */
typedef struct
{
  const CorResults *results;
  GHashTable *known;
  GArray *waiting;
} Cards;

/* Whether it is a part of the cost in a year in which there is none of it; of the model year shown. */
static gboolean
is_empty (const Cards *cards, const CorTraceKey *key)
{
  const CorDutyResult *duty = &cards->results->duties[key->duty];
  const CorAlternative *truck;

  if (cor_trace_scope (key->quantity) != COR_TRACE_OF_CELL || key->model_year != 0)
    return FALSE;
  truck = key->truck < 0 ? duty->diesel : duty->alternatives[key->truck];
  return truck->tco == NULL || truck->tco->part[key->part][key->index] == 0;
}

static void
want (Cards *cards, CorTraceKey key)
{
  if (is_empty (cards, &key))
    return;
  if (g_hash_table_add (cards->known, cor_trace_id (cards->results, &key)))
    g_array_append_val (cards->waiting, key);
}

/* Every figure of one truck: by part, year of ownership, policy and stop. */
static void
want_truck (Cards *cards, guint duty, int truck, const CorAlternative *alternative)
{
  guint years = alternative->tco != NULL ? alternative->tco->n_years + 1 : 0;
  guint terms = alternative->tco != NULL ? alternative->tco->n_terms : 0;
  guint stops = alternative->plan != NULL ? alternative->plan->n_stops : 0;
  CorTraceKey key = { .duty = duty, .truck = truck };

  for (key.quantity = 0; key.quantity < COR_N_TRACE_QUANTITIES; key.quantity++)
    {
      CorTraceScope scope = cor_trace_scope (key.quantity);
      guint parts = scope == COR_TRACE_OF_PART || scope == COR_TRACE_OF_CELL ? COR_N_TCO_PARTS : 1;
      guint n = scope == COR_TRACE_OF_YEAR || scope == COR_TRACE_OF_CELL ? years : scope == COR_TRACE_OF_POLICY ? terms
                : scope == COR_TRACE_OF_STOP ? stops : 1;

      if (!cor_trace_is_of_truck (key.quantity))
        continue;
      for (guint part = 0; part < parts; part++)
        for (key.index = 0, key.part = part; key.index < n; key.index++)
          want (cards, key);
      key.part = key.index = 0;
    }
}

static void
want_all (Cards *cards)
{
  const CorResults *results = cards->results;
  guint n_policies;

  cor_scenario_items (results->scenario, COR_ITEM_POLICY, &n_policies);
  for (CorTraceQuantity q = 0; q < COR_N_TRACE_QUANTITIES; q++)
    {
      CorTraceScope scope = cor_trace_scope (q);

      if (scope == COR_TRACE_OF_SCENARIO)
        want (cards, (CorTraceKey){ .quantity = q });
      for (guint i = 0; scope == COR_TRACE_OF_STATION && results->stations != NULL && i < results->n_stations; i++)
        want (cards, (CorTraceKey){ .quantity = q, .index = i });
      for (guint i = 0; scope == COR_TRACE_OF_INSTRUMENT && i < n_policies; i++)
        want (cards, (CorTraceKey){ .quantity = q, .index = i });
    }
  for (guint i = 0; i < results->n_duties; i++)
    {
      const CorDutyResult *duty = &results->duties[i];

      if (duty->diesel != NULL)
        want_truck (cards, i, -1, duty->diesel);
      for (guint k = 0; k < duty->n_alternatives; k++)
        want_truck (cards, i, (int)k, duty->alternatives[k]);
    }
}

void
cor_trace_write_cards (CorJsonWriter *writer, const CorResults *results)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (CorTraceKey));
  Cards cards = { results, known, waiting };

  want_all (&cards);
  cor_json_writer_begin (writer, '{');
  for (guint i = 0; i < waiting->len; i++)
    {
      CorTraceKey key = g_array_index (waiting, CorTraceKey, i);
      g_autoptr (CorTrace) trace = cor_trace_new (results, &key, FALSE);
      g_autofree char *id = NULL;

      if (trace == NULL)
        continue;
      id = cor_trace_id (results, &key);
      cor_json_writer_key (writer, id);
      write_card (writer, results, trace);
      for (guint k = 0; k < trace->inputs->len; k++)
        {
          const CorTraceInput *input = &g_array_index (trace->inputs, CorTraceInput, k);

          if (input->computed)
            want (&cards, input->child);
        }
    }
  cor_json_writer_end (writer, '}');
}
