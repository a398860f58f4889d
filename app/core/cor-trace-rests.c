/* cor-trace-rests.c: which figures rest on something assumed.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-trace-rests.h"

/* A figure of some results, which are kept. */
typedef struct
{
  CorResults *results;
  CorTraceKey key;
} Figure;

/*
 * @found: from a #Figure to the trace that it rests on, NULL for none; until it is known NULL, which ends a circle
 * @traces: those found
 */
struct _CorTraceRests
{
  gboolean zh;
  GHashTable *found;
  GPtrArray *traces;
};

static guint
figure_hash (gconstpointer data)
{
  const Figure *figure = data;
  const CorTraceKey *key = &figure->key;
  guint hash = g_direct_hash (figure->results);

  hash = hash * 31 + (guint) key->quantity;
  hash = hash * 31 + key->duty;
  hash = hash * 31 + (guint) key->truck;
  hash = hash * 31 + (guint) key->part;
  hash = hash * 31 + key->index;
  hash = hash * 31 + key->place;
  return hash * 31 + (guint) key->model_year;
}

static gboolean
figure_equal (gconstpointer one, gconstpointer other)
{
  const CorTraceKey *a = &((const Figure *) one)->key, *b = &((const Figure *) other)->key;

  return ((const Figure *) one)->results == ((const Figure *) other)->results && a->quantity == b->quantity && a->duty == b->duty
         && a->truck == b->truck && a->part == b->part && a->by == b->by && a->index == b->index && a->place == b->place
         && a->model_year == b->model_year;
}

static Figure *
figure_new (const CorResults *results, const CorTraceKey *key)
{
  Figure *figure = g_new (Figure, 1);

  *figure = (Figure){ cor_results_ref ((CorResults *) results), *key };
  return figure;
}

static void
figure_free (gpointer data)
{
  cor_results_unref (((Figure *) data)->results);
  g_free (data);
}

CorTraceRests *
cor_trace_rests_new (gboolean zh)
{
  CorTraceRests *walk = g_new0 (CorTraceRests, 1);

  walk->zh = zh;
  walk->found = g_hash_table_new_full (figure_hash, figure_equal, figure_free, NULL);
  walk->traces = g_ptr_array_new_with_free_func ((GDestroyNotify) cor_trace_unref);
  return walk;
}

void
cor_trace_rests_free (CorTraceRests *walk)
{
  g_hash_table_unref (walk->found);
  g_ptr_array_unref (walk->traces);
  g_free (walk);
}

/* The trace itself where it has an open input; it is kept. */
static CorTrace *
with_open (CorTraceRests *walk, CorTrace *trace)
{
  for (guint i = 0; i < trace->inputs->len; i++)
    if (cor_trace_input_is_open (&g_array_index (trace->inputs, CorTraceInput, i)))
      {
        g_ptr_array_add (walk->traces, cor_trace_ref (trace));
        return trace;
      }
  return NULL;
}

CorTrace *
cor_trace_rests_on_trace (CorTraceRests *walk, const CorResults *results, CorTrace *trace)
{
  CorTrace *on = with_open (walk, trace);

  for (guint i = 0; on == NULL && i < trace->inputs->len; i++)
    {
      const CorTraceInput *input = &g_array_index (trace->inputs, CorTraceInput, i);

      if (input->card != NULL)
        on = cor_trace_rests_on_trace (walk, cor_trace_input_results (input, results), input->card);
      else if (input->computed)
        on = cor_trace_rests_on (walk, cor_trace_input_results (input, results), &input->child);
    }
  return on;
}

CorTrace *
cor_trace_rests_on (CorTraceRests *walk, const CorResults *results, const CorTraceKey *key)
{
  g_autoptr (CorTrace) trace = NULL;
  gpointer on = NULL;

  if (g_hash_table_lookup_extended (walk->found, &(Figure){ (CorResults *) results, *key }, NULL, &on))
    return on;
  g_hash_table_insert (walk->found, figure_new (results, key), NULL);
  trace = cor_trace_new (results, key, walk->zh);
  if (trace != NULL)
    on = cor_trace_rests_on_trace (walk, results, trace);
  if (on != NULL)
    g_hash_table_replace (walk->found, figure_new (results, key), on);
  return on;
}

gboolean
cor_trace_rests (const CorResults *results, const CorTraceKey *key)
{
  g_autoptr (CorTraceRests) walk = cor_trace_rests_new (FALSE);

  return cor_trace_rests_on (walk, results, key) != NULL;
}
