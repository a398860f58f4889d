/* cor-tariff-library.c: published tariffs that come with the program, to pick from.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-tariff-library.h"

#include "cor-data-dir.h"
#include "cor-scenario-file.h"

const CorScenario *
cor_tariff_library (void)
{
  static gsize done;
  static CorScenario *library;

  if (g_once_init_enter (&done))
    {
      g_autofree char *path = cor_data_file ("policies", "tariffs-china.corridor", NULL);
      g_autoptr (CorScenarioFile) file = cor_scenario_file_load (path, NULL);

      if (file != NULL)
        library = cor_scenario_ref (cor_scenario_file_scenario (file));
      g_once_init_leave (&done, 1);
    }
  return library;
}

CorScenario *
cor_tariff_library_take (const CorScenario *scenario, const char *id, char **taken)
{
  const CorScenario *library = cor_tariff_library ();
  const CorItem *tariff = library ? cor_scenario_find (library, COR_ITEM_TARIFF, id) : NULL;
  CorItem *copy;

  if (tariff == NULL)
    return NULL;
  *taken = cor_scenario_free_id (scenario, COR_ITEM_TARIFF, id);
  copy = cor_item_copy (tariff);
  g_free (copy->id);
  copy->id = g_strdup (*taken);
  return cor_scenario_with_item (scenario, copy);
}
