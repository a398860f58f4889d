/* scenario-fixture.h: the bundled scenarios and an engine for tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-data-dir.h"
#include "cor-engine.h"
#include "cor-scenario-file.h"

G_BEGIN_DECLS

/** fixture_load: (transfer full): the bundled scenario of that name, without its ending. */
static inline CorScenario *
fixture_load (const char *name)
{
  g_autofree char *file = g_strconcat (name, ".corridor", NULL);
  g_autofree char *path = cor_data_file ("scenarios", file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenarioFile) loaded = cor_scenario_file_load (path, &error);

  g_assert_no_error (error);
  return cor_scenario_ref (cor_scenario_file_scenario (loaded));
}

/** fixture_engine: (transfer full): on the data that come with the program. */
static inline CorEngine *
fixture_engine (void)
{
  g_autoptr (GError) error = NULL;
  CorEngine *engine = cor_engine_new_default (&error);

  g_assert_no_error (error);
  return engine;
}

/** fixture_results: (transfer full): the bundled scenario of that name, evaluated. */
static inline CorResults *
fixture_results (CorEngine *engine, const char *name)
{
  g_autoptr (CorScenario) scenario = fixture_load (name);

  return cor_engine_evaluate (engine, scenario);
}

/** fixture_run: runs the tests, then lets go of @engine. */
static inline int
fixture_run (CorEngine *engine)
{
  int status = g_test_run ();

  cor_engine_unref (engine);
  return status;
}

/** fixture_run_on: the same, and of @scenario and its @results. */
static inline int
fixture_run_on (CorEngine *engine, CorScenario *scenario, CorResults *results)
{
  int status = g_test_run ();

  cor_results_unref (results);
  cor_scenario_unref (scenario);
  cor_engine_unref (engine);
  return status;
}

G_END_DECLS
