/* cor-engine.c: the calculation with its data, and what it remembers.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-engine.h"

#include "cor-data-dir.h"
#include "cor-factor-reader.h"
#include "cor-param-reader.h"
#include "cor-survey.h"

/* The network is laid out once, for the speeds of this year. */
#define SPEEDS_YEAR 2024

struct _CorEngine
{
  gatomicrefcount refs;
  GMutex lock;
  CorParamLayer *defaults;
  CorFactorSet *factors;
  CorNetwork *network;
  CorSurvey *survey;
  CorResults *last;
};

CorEngine *
cor_engine_new (CorParamLayer *defaults, CorFactorSet *factors, CorNetwork *network)
{
  CorEngine *engine = g_new0 (CorEngine, 1);

  g_atomic_ref_count_init (&engine->refs);
  g_mutex_init (&engine->lock);
  engine->defaults = cor_param_layer_ref (defaults);
  engine->factors = cor_factor_set_ref (factors);
  engine->network = cor_network_ref (network);
  engine->survey = cor_survey_new (network);
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
  cor_survey_free (engine->survey);
  g_clear_pointer (&engine->last, cor_results_unref);
  cor_network_unref (engine->network);
  cor_param_layer_unref (engine->defaults);
  cor_factor_set_unref (engine->factors);
  g_mutex_clear (&engine->lock);
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

static void
forget (CorEngine *engine)
{
  g_clear_pointer (&engine->last, cor_results_unref);
  cor_survey_free (engine->survey);
  engine->survey = cor_survey_new (engine->network);
}

void
cor_engine_forget (CorEngine *engine)
{
  g_mutex_lock (&engine->lock);
  forget (engine);
  g_mutex_unlock (&engine->lock);
}

void
cor_engine_set_network (CorEngine *engine, CorNetwork *network)
{
  g_mutex_lock (&engine->lock);
  cor_network_ref (network);
  cor_network_unref (engine->network);
  engine->network = network;
  forget (engine);
  g_mutex_unlock (&engine->lock);
}

/* In large scenarios nobody could tell the roads apart. */
static void
trace_detours (CorSurvey *survey, CorResults *results)
{
  for (guint i = 0; results->n_duties <= COR_SETTLED_DUTIES && i < results->n_duties; i++)
    results->duties[i].detours = cor_survey_detours (survey, &results->duties[i]);
}

CorResults *
cor_engine_evaluate (CorEngine *engine, CorScenario *scenario)
{
  CorEvaluation evaluation = { .scenario = scenario, .defaults = engine->defaults, .factors = engine->factors };
  CorResults *results;

  g_mutex_lock (&engine->lock);
  evaluation.geometries = cor_survey_update (engine->survey, scenario);
  evaluation.previous = engine->last;
  results = cor_evaluate_settled (&evaluation);
  trace_detours (engine->survey, results);
  g_clear_pointer (&engine->last, cor_results_unref);
  engine->last = cor_results_ref (results);
  g_mutex_unlock (&engine->lock);
  return results;
}
