/* cor-trace-rests.c: which figures rest on something assumed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-rests.h"

/* Of one figure after another, each once; ends with the first that is found. */
static gboolean
rests (const CorResults *results, const CorTraceKey *key, GHashTable *seen)
{
  g_autoptr (CorTrace) trace = cor_trace_new (results, key, FALSE);

  if (trace == NULL || !g_hash_table_add (seen, cor_trace_id (results, key)))
    return FALSE;
  for (guint i = 0; i < trace->inputs->len; i++)
    if (cor_trace_input_is_open (&g_array_index (trace->inputs, CorTraceInput, i)))
      return TRUE;
  for (guint i = 0; i < trace->inputs->len; i++)
    {
      const CorTraceInput *input = &g_array_index (trace->inputs, CorTraceInput, i);

      if (input->computed && rests (cor_trace_input_results (input, results), &input->child, seen))
        return TRUE;
    }
  return FALSE;
}

gboolean
cor_trace_rests (const CorResults *results, const CorTraceKey *key)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return rests (results, key, seen);
}
