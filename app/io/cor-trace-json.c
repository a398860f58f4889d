/* cor-trace-json.c: where figures come from, as JSON.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-json.h"

#include "cor-trace.h"

#include <math.h>

static const char *const nicks[COR_N_TRACE_QUANTITIES] = {
  [COR_TRACE_PARITY] = "parity_year",
  [COR_TRACE_DETOUR] = "detour_share",
  [COR_TRACE_EMISSIONS] = "emissions",
  [COR_TRACE_PUBLIC] = "public_cost",
  [COR_TRACE_TRUCK_TCO] = "tco",
  [COR_TRACE_TRUCK_PART] = "cost_part",
  [COR_TRACE_TRUCK_EMISSIONS] = "truck_emissions",
  [COR_TRACE_TRUCK_KM] = "km",
  [COR_TRACE_TRUCK_DETOUR] = "detour_km",
  [COR_TRACE_TRUCK_ENERGY] = "energy",
  [COR_TRACE_TRUCK_PUBLIC] = "truck_public_cost",
};

/* "tco/DUTY/TRUCK", "cost_part/DUTY/TRUCK/PART"; the four headline figures by their name alone. */
static char *
card_id (const CorResults *results, const CorTraceKey *key)
{
  const char *nick = nicks[key->quantity] != NULL ? nicks[key->quantity] : "figure";
  const CorDutyResult *duty;
  const CorAlternative *truck;

  if (key->quantity < COR_TRACE_TRUCK_TCO)
    return g_strdup (nick);
  duty = &results->duties[key->duty];
  truck = key->truck < 0 ? duty->diesel : duty->alternatives[key->truck];
  if (key->quantity == COR_TRACE_TRUCK_PART)
    return g_strdup_printf ("%s/%s/%s/%s", nick, duty->duty->item.id, truck->truck->item.id,
                            cor_tco_part_info (key->part)->id);
  return g_strdup_printf ("%s/%s/%s", nick, duty->duty->item.id, truck->truck->item.id);
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

static void
write_input (CorJsonWriter *writer, const CorResults *results, const CorTraceInput *input)
{
  cor_json_writer_begin (writer, '{');
  write_text (writer, "symbol", input->symbol);
  write_text (writer, "label", input->label);
  write_number (writer, "value", input->value);
  write_text (writer, "unit", input->unit);
  write_number (writer, "year", input->year);
  write_text (writer, "region", input->region);
  write_text (writer, "status", cor_enum_nick (cor_param_status_values, (int)input->status));
  write_text (writer, "source", input->source);
  write_text (writer, "place", input->place);
  if (input->computed)
    {
      g_autofree char *card = card_id (results, &input->child);

      write_text (writer, "card", card);
    }
  cor_json_writer_end (writer, '}');
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

/* Notes @key for writing, once. */
static void
wait_for (const CorResults *results, const CorTraceKey *key, GHashTable *known, GArray *waiting)
{
  if (g_hash_table_add (known, card_id (results, key)))
    g_array_append_val (waiting, *key);
}

void
cor_trace_write_cards (CorJsonWriter *writer, const CorResults *results)
{
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (CorTraceKey));

  cor_json_writer_begin (writer, '{');
  for (guint q = COR_TRACE_PARITY; q < COR_TRACE_TRUCK_TCO; q++)
    wait_for (results, &(CorTraceKey){ .quantity = q }, known, waiting);
  for (guint i = 0; i < waiting->len; i++)
    {
      CorTraceKey key = g_array_index (waiting, CorTraceKey, i);
      g_autoptr (CorTrace) trace = cor_trace_new (results, &key, FALSE);
      g_autofree char *id = NULL;

      if (trace == NULL)
        continue;
      id = card_id (results, &key);
      cor_json_writer_key (writer, id);
      write_card (writer, results, trace);
      for (guint k = 0; k < trace->inputs->len; k++)
        {
          const CorTraceInput *input = &g_array_index (trace->inputs, CorTraceInput, k);

          if (input->computed)
            wait_for (results, &input->child, known, waiting);
        }
    }
  cor_json_writer_end (writer, '}');
}
