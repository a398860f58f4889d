/* cor-cli-export-sides.c: a scenario and its variants side by side, for exports.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-cli-export.h"

#include "cor-format.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

/* The C locale translates nothing, whatever the language. */
void
cor_cli_export_set_language (const char *language)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  g_setenv ("LANGUAGE", g_str_equal (language, "zh") ? "zh_CN" : "en", TRUE);
  if (g_strcmp0 (locale, "C") == 0 || g_strcmp0 (locale, "POSIX") == 0)
    setlocale (LC_MESSAGES, "C.UTF-8");
}

CorResults *
cor_cli_export_evaluate (const CorCliScenario *options, CorEngine *engine, GError **error)
{
  g_autoptr (CorScenario) scenario = cor_cli_scenario_load (options, engine, error);

  return scenario ? cor_engine_evaluate (engine, scenario) : NULL;
}

/* The scenario and each of its variants, by the same options; the first is what they are compared with. */
void
cor_cli_export_variants (const CorCliScenario *options, CorEngine *engine, GPtrArray *results, GPtrArray *names)
{
  CorCliScenario own = *options;
  g_autoptr (CorScenario) base = NULL;
  const CorItem *const *variants;
  guint n;

  own.variant = NULL;
  base = cor_cli_scenario_load (&own, engine, NULL);
  variants = base ? cor_scenario_items (base, COR_ITEM_VARIANT, &n) : NULL;
  if (variants == NULL || n == 0)
    return;
  g_ptr_array_add (results, cor_engine_evaluate (engine, base));
  g_ptr_array_add (names, g_strdup (_ ("Without changes")));
  for (guint i = 0; i < n; i++)
    {
      CorResults *result;

      own.variant = variants[i]->id;
      result = cor_cli_export_evaluate (&own, engine, NULL);
      if (result == NULL)
        continue;
      g_ptr_array_add (results, result);
      g_ptr_array_add (names, g_strdup (cor_item_label (variants[i], cor_format_is_chinese (NULL))));
    }
}
