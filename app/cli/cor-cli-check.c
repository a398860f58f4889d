/* cor-cli-check.c: corridor-cli check.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-scenario.h"
#include "cor-cli.h"
#include "cor-factor-reader.h"
#include "cor-fault.h"
#include "cor-file.h"
#include "cor-json.h"
#include "cor-param-reader.h"
#include "cor-scenario-check.h"

#include <glib/gi18n-lib.h>

/* Tells each fault on a line. */
static int
tell_faults (const char *path, const GPtrArray *faults)
{
  for (guint i = 0; i < faults->len; i++)
    {
      g_autofree char *text = cor_fault_text (g_ptr_array_index (faults, i));

      cor_cli_fail ("%s: %s", path, text);
    }
  if (faults->len == COR_FAULTS_MAX)
    cor_cli_fail (_ ("%s: there may be more faults; correct these first"), path);
  return faults->len > 0 ? COR_CLI_FAILED : COR_CLI_DONE;
}

int
cor_cli_check (const CorCliCommand *command, char **words)
{
  g_auto (GStrv) files = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (CorParamLayer) defaults = NULL;
  g_autoptr (CorFactorSet) factors = NULL;
  g_autoptr (GPtrArray) faults = cor_faults_new ();
  int status;

  if (!cor_cli_parse (command, NULL, 1, 1, &words, &status))
    return status;
  files = words;
  path = cor_cli_scenario_find (files[0]);
  if ((bytes = cor_file_read (path, COR_JSON_MAX_BYTES, &error)) == NULL)
    return cor_cli_fail ("%s: %s", path, error->message);
  if ((defaults = cor_param_reader_load_default (&error)) == NULL
      || (factors = cor_factor_reader_load_default (&error)) == NULL)
    return cor_cli_fail ("%s", error->message);
  cor_scenario_check_bytes (bytes, &(CorCheckContext){ defaults, factors }, faults);
  return tell_faults (path, faults);
}
