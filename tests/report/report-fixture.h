/* report-fixture.h: the bundled scenarios, their reports and what lies on a page, for tests.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-data-dir.h"
#include "cor-engine.h"
#include "cor-report-parts.h"
#include "cor-scenario-file.h"

#include "../sanitized.h"

#include <locale.h>

static CorEngine *engine;

static const char *const bundled[]
  = { "eastern-port.corridor", "icct-2021.corridor", "shenzhen-hongkong.corridor", "shenzhen-pilot.corridor" };

static inline CorScenario *
load (const char *name)
{
  g_autofree char *path = cor_data_file ("scenarios", name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (CorScenarioFile) file = cor_scenario_file_load (path, &error);

  g_assert_no_error (error);
  return cor_scenario_ref (cor_scenario_file_scenario (file));
}

static inline CorReport *
report_of (const CorResults *results, const CorResults *baseline, CorReportExtent extent)
{
  const CorReportInput input
    = { .results = results, .baseline = baseline, .network = cor_engine_network (engine), .variant = "Variant" };
  g_autoptr (GError) error = NULL;
  CorReport *report = cor_report_new (&input, extent, NULL, &error);

  g_assert_no_error (error);
  return report;
}

/* Whether anything lies on the paper at x, y, points. */
static inline gboolean
has_ink (cairo_surface_t *page, int x, int y)
{
  const guchar *data = cairo_image_surface_get_data (page);

  return data[y * cairo_image_surface_get_stride (page) + x] > 8;
}

static inline void
set_language (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
  setlocale (LC_ALL, "C.UTF-8");
}

/* How many of the bundled ones are tried: a sanitizer has seen every part of them
 * in the first. */
static inline guint
report_n_bundled (void)
{
  return is_sanitized () ? 1 : G_N_ELEMENTS (bundled);
}

static inline void
report_start (int *argc, char ***argv)
{
  g_autoptr (GError) error = NULL;

  g_test_init (argc, argv, NULL);
  set_language ("en");
  engine = cor_engine_new_default (&error);
  g_assert_no_error (error);
}

static inline int
report_run (void)
{
  int status = g_test_run ();

  cor_engine_unref (engine);
  return status;
}
