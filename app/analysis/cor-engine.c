/* cor-engine.c: the calculation with its data, and what it remembers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-engine.h"

#include "cor-data-dir.h"
#include "cor-factor-reader.h"
#include "cor-network-store.h"
#include "cor-param-reader.h"
#include "cor-survey.h"

/* The network is laid out once, for the speeds of this year. */
#define SPEEDS_YEAR 2024

/* A network by the name that scenarios use, and what is laid on it. @missing: another stands in. @stale: it was
 * built anew; what may still be laid on it keeps it until the next evaluation. */
typedef struct
{
  char *name;
  CorNetwork *network;
  gboolean missing;
  gboolean stale;
  CorSurvey *survey;
  CorResults *last;
} Roads;

/* @lock: of what is laid and remembered; @roads_lock: of the list. The first network of the list is
 * that of scenarios that name none. */
struct _CorEngine
{
  gatomicrefcount refs;
  GMutex lock;
  GMutex roads_lock;
  CorParamLayer *defaults;
  CorFactorSet *factors;
  CorNetwork *network;
  GPtrArray *roads;
};

static void
roads_free (Roads *roads)
{
  g_free (roads->name);
  cor_survey_free (roads->survey);
  g_clear_pointer (&roads->last, cor_results_unref);
  cor_network_unref (roads->network);
  g_free (roads);
}

static Roads *
add_roads (CorEngine *engine, const char *name, CorNetwork *network, gboolean missing)
{
  Roads *roads = g_new0 (Roads, 1);

  roads->name = g_strdup (name);
  roads->network = cor_network_ref (network);
  roads->missing = missing;
  roads->survey = cor_survey_new (network);
  g_ptr_array_add (engine->roads, roads);
  return roads;
}

CorEngine *
cor_engine_new (CorParamLayer *defaults, CorFactorSet *factors, CorNetwork *network)
{
  CorEngine *engine = g_new0 (CorEngine, 1);

  g_atomic_ref_count_init (&engine->refs);
  g_mutex_init (&engine->lock);
  engine->defaults = cor_param_layer_ref (defaults);
  engine->factors = cor_factor_set_ref (factors);
  g_mutex_init (&engine->roads_lock);
  engine->network = cor_network_ref (network);
  engine->roads = g_ptr_array_new_with_free_func ((GDestroyNotify) roads_free);
  add_roads (engine, cor_network_name (network), network, FALSE);
  return engine;
}

static gboolean
load_speeds (CorParamLayer *defaults, CorRoadSpeeds *speeds, GError **error)
{
  CorParamContext context = { .powertrain = -1 };
  g_autoptr (CorParamTable) table = cor_param_table_new (&defaults, 1, &context);

  return cor_road_speeds_from_params (table, SPEEDS_YEAR, speeds, error);
}

CorEngine *
cor_engine_new_default (GError **error)
{
  g_autofree char *network_file = cor_data_file ("network", "gba-indicative.txt", NULL);
  g_autoptr (CorParamLayer) defaults = cor_param_reader_load_default (error);
  g_autoptr (CorFactorSet) factors = defaults ? cor_factor_reader_load_default (error) : NULL;
  g_autoptr (CorNetwork) network = NULL;
  CorRoadSpeeds speeds;

  if (factors == NULL || !load_speeds (defaults, &speeds, error))
    return NULL;
  network = cor_network_load (network_file, &speeds, error);
  return network ? cor_engine_new (defaults, factors, network) : NULL;
}

CorEngine *
cor_engine_ref (CorEngine *engine)
{
  g_atomic_ref_count_inc (&engine->refs);
  return engine;
}

void
cor_engine_unref (CorEngine *engine)
{
  if (!g_atomic_ref_count_dec (&engine->refs))
    return;
  g_ptr_array_unref (engine->roads);
  cor_network_unref (engine->network);
  cor_param_layer_unref (engine->defaults);
  cor_factor_set_unref (engine->factors);
  g_mutex_clear (&engine->lock);
  g_mutex_clear (&engine->roads_lock);
  g_free (engine);
}

CorParamLayer *
cor_engine_defaults (const CorEngine *engine)
{
  return engine->defaults;
}

CorFactorSet *
cor_engine_factors (const CorEngine *engine)
{
  return engine->factors;
}

CorNetwork *
cor_engine_network (const CorEngine *engine)
{
  return engine->network;
}

/* The network of that name, read where it is asked for first; under the lock of the list. */
static Roads *
find_roads (CorEngine *engine, const char *name)
{
  g_autoptr (CorNetwork) network = NULL;
  CorRoadSpeeds speeds;

  if (name == NULL || *name == '\0')
    return g_ptr_array_index (engine->roads, 0);
  for (guint i = 0; i < engine->roads->len; i++)
    {
      Roads *roads = g_ptr_array_index (engine->roads, i);

      if (!roads->stale && g_strcmp0 (roads->name, name) == 0)
        return roads;
    }
  if (load_speeds (engine->defaults, &speeds, NULL))
    network = cor_network_store_load (name, &speeds, NULL);
  return add_roads (engine, name, network ? network : engine->network, network == NULL);
}

CorNetwork *
cor_engine_network_for (CorEngine *engine, const char *name, gboolean *missing)
{
  CorNetwork *network;
  Roads *roads;

  g_mutex_lock (&engine->roads_lock);
  roads = find_roads (engine, name);
  network = cor_network_ref (roads->network);
  if (missing != NULL)
    *missing = roads->missing;
  g_mutex_unlock (&engine->roads_lock);
  return network;
}

/* The lock of an evaluation is not asked for: that may take long. */
void
cor_engine_reload_network (CorEngine *engine, const char *name)
{
  g_mutex_lock (&engine->roads_lock);
  for (guint i = 1; i < engine->roads->len; i++)
    {
      Roads *roads = g_ptr_array_index (engine->roads, i);

      if (g_strcmp0 (roads->name, name) == 0)
        roads->stale = TRUE;
    }
  g_mutex_unlock (&engine->roads_lock);
}

/* Under both locks. */
static void
drop_stale (CorEngine *engine)
{
  for (guint i = engine->roads->len; i > 1; i--)
    if (((Roads *) g_ptr_array_index (engine->roads, i - 1))->stale)
      g_ptr_array_remove_index (engine->roads, i - 1);
}

void
cor_engine_forget (CorEngine *engine)
{
  g_mutex_lock (&engine->lock);
  g_mutex_lock (&engine->roads_lock);
  for (guint i = 0; i < engine->roads->len; i++)
    {
      Roads *roads = g_ptr_array_index (engine->roads, i);

      g_clear_pointer (&roads->last, cor_results_unref);
      cor_survey_free (roads->survey);
      roads->survey = cor_survey_new (roads->network);
    }
  g_mutex_unlock (&engine->roads_lock);
  g_mutex_unlock (&engine->lock);
}

/* In large scenarios nobody could tell the roads apart. */
static void
trace_detours (CorSurvey *survey, CorResults *results)
{
  for (guint i = 0; results->n_duties <= COR_SETTLED_DUTIES && i < results->n_duties; i++)
    results->duties[i].detours = cor_survey_detours (survey, &results->duties[i]);
}

/* Evaluates under the lock; what was stopped on the way is not kept. */
static CorResults *
evaluate (CorEngine *engine, CorScenario *scenario, const int *stopped)
{
  CorEvaluation evaluation
    = { .scenario = scenario, .defaults = engine->defaults, .factors = engine->factors, .stopped = stopped };
  CorResults *results;
  Roads *roads;

  g_mutex_lock (&engine->roads_lock);
  drop_stale (engine);
  roads = find_roads (engine, cor_scenario_head (scenario)->network);
  g_mutex_unlock (&engine->roads_lock);
  evaluation.geometries = cor_survey_update (roads->survey, scenario);
  evaluation.previous = roads->last;
  results = cor_evaluate_settled (&evaluation);
  if (g_atomic_int_get (stopped))
    {
      cor_results_unref (results);
      return NULL;
    }
  trace_detours (roads->survey, results);
  g_clear_pointer (&roads->last, cor_results_unref);
  roads->last = cor_results_ref (results);
  return results;
}

static void
stop (GCancellable *cancellable, gpointer stopped)
{
  g_atomic_int_set ((int *) stopped, TRUE);
}

CorResults *
cor_engine_evaluate_until (CorEngine *engine, CorScenario *scenario, GCancellable *cancellable)
{
  int stopped = FALSE;
  gulong handler = cancellable != NULL ? g_cancellable_connect (cancellable, G_CALLBACK (stop), &stopped, NULL) : 0;
  CorResults *results = NULL;

  g_mutex_lock (&engine->lock);
  /* Others may have been before, and taken long. */
  if (!g_atomic_int_get (&stopped))
    results = evaluate (engine, scenario, &stopped);
  g_mutex_unlock (&engine->lock);
  g_cancellable_disconnect (cancellable, handler);
  return results;
}

CorResults *
cor_engine_evaluate (CorEngine *engine, CorScenario *scenario)
{
  return cor_engine_evaluate_until (engine, scenario, NULL);
}
