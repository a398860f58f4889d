/* scenario-file-fixture.h: scenario files, for the tests of them.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-data-dir.h"
#include "cor-fault.h"
#include "cor-item-json.h"
#include "cor-scenario-file.h"
#include "cor-scenario-reader.h"
#include "cor-scenario-schema.h"
#include "cor-scenario-writer.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static inline GBytes *
read_path (const char *path)
{
  char *text;
  gsize length;

  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  return g_bytes_new_take (text, length);
}

/* The fixture that has every field of every kind, and members nobody knows. */
static inline GBytes *
every_field (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "io", "every-field.corridor", NULL);

  return read_path (path);
}

static inline CorScenario *
from_text (const char *text, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return cor_scenario_from_bytes (bytes, error);
}
