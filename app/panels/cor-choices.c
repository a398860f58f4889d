/* cor-choices.c: what can be chosen for a field: values of an enumeration, items, regions, factors.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-choices.h"

#include "cor-data-text.h"
#include "cor-format.h"
#include "cor-machinery.h"
#include "cor-missing.h"
#include "cor-tariff-library.h"

#include <glib/gi18n-lib.h>

static void
choice_clear (CorChoice *choice)
{
  g_free (choice->value);
  g_free (choice->name);
}

static void
add (GArray *choices, const char *value, const char *name)
{
  CorChoice choice = { g_strdup (value), g_strdup (name) };

  g_array_append_val (choices, choice);
}

static gboolean
has (const GArray *choices, const char *value)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_strcmp0 (g_array_index (choices, CorChoice, i).value, value) == 0)
      return TRUE;
  return FALSE;
}

static void
add_values (GArray *choices, const CorEnumValue *values)
{
  for (; values->nick != NULL; values++)
    add (choices, values->nick, _ (values->name));
}

static void
add_items (GArray *choices, CorSession *session, CorItemKind kind)
{
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (session));
  const CorItem *const *items;
  guint n;

  items = cor_scenario_items (scenario, kind, &n);
  for (guint i = 0; i < n; i++)
    add (choices, items[i]->id, cor_item_label (items[i], cor_format_is_chinese (NULL)));
}

static void
add_regions (GArray *choices, CorSession *session)
{
  CorParamLayer *defaults = cor_session_get_defaults (session);
  const CorRegion *regions;
  guint n = 0;

  regions = defaults != NULL ? cor_param_layer_regions (defaults, &n) : NULL;
  for (guint i = 0; i < n; i++)
    add (choices, regions[i].id, cor_param_layer_region_name (defaults, regions[i].id, cor_format_is_chinese (NULL)));
}

/* Tariffs that come with the program, to be added to the scenario; not those that it has unchanged. */
static void
add_library_tariffs (GArray *choices, CorSession *session)
{
  CorScenario *scenario = cor_document_get_scenario (cor_session_get_document (session));
  const CorScenario *library = cor_tariff_library ();
  guint n = 0;
  const CorItem *const *items = library ? cor_scenario_items (library, COR_ITEM_TARIFF, &n) : NULL;

  for (guint i = 0; i < n; i++)
    {
      const CorItem *own = cor_scenario_find (scenario, COR_ITEM_TARIFF, items[i]->id);
      g_autofree char *value = g_strconcat (COR_CHOICE_LIBRARY, items[i]->id, NULL);
      /* Translators: a tariff that is added to the scenario when chosen. */
      g_autofree char *name = g_strdup_printf (_ ("Add: %s"), cor_item_label (items[i], cor_format_is_chinese (NULL)));

      if (own == NULL || !cor_item_equal (own, items[i]))
        add (choices, value, name);
    }
}

/* The conventions, or the truck types, that the defaults have figures for. */
static void
add_from_defaults (GArray *choices, CorSession *session, gboolean types)
{
  CorParamLayer *defaults = cor_session_get_defaults (session);
  const CorParameter *entries;
  guint n = 0;

  entries = defaults != NULL ? cor_param_layer_entries (defaults, &n) : NULL;
  for (guint i = 0; i < n; i++)
    {
      /* Machines and chargers have figures of a type too; what a truck drives in a year they have not. */
      const char *id = !types ? entries[i].convention : entries[i].id == COR_PARAM_ANNUAL_KM ? entries[i].truck_type : NULL;

      if (id != NULL && !has (choices, id))
        add (choices, id, cor_data_name (id));
    }
}

static void
add_factors (GArray *choices, CorSession *session, CorFactorKind kind)
{
  CorFactorSet *set = cor_session_get_factors (session);
  const CorFactor *factors;
  guint n = 0;

  factors = set != NULL ? cor_factor_set_all (set, &n) : NULL;
  for (guint i = 0; i < n; i++)
    if (factors[i].kind == kind)
      {
        g_autofree char *label = cor_factor_label (&factors[i], 0, cor_format_is_chinese (NULL));

        add (choices, factors[i].id, label);
      }
}

static void
add_machine_kinds (GArray *choices, CorSession *session)
{
  CorParamLayer *defaults = cor_session_get_defaults (session);
  g_auto (GStrv) kinds = defaults != NULL ? cor_machine_kinds (defaults) : NULL;

  for (guint i = 0; kinds != NULL && kinds[i] != NULL; i++)
    add (choices, kinds[i], cor_machine_kind_name (kinds[i]));
}

/* Strings of the scenario and of duties that name something outside the scenario. */
static gboolean
add_named (GArray *choices, CorSession *session, const char *key)
{
  if (g_str_equal (key, "region"))
    add_regions (choices, session);
  else if (g_str_equal (key, "convention"))
    add_from_defaults (choices, session, FALSE);
  else if (g_str_equal (key, "type"))
    add_from_defaults (choices, session, TRUE);
  else if (g_str_equal (key, "grid_factor"))
    add_factors (choices, session, COR_FACTOR_GRID);
  else if (g_str_equal (key, "diesel_factor"))
    add_factors (choices, session, COR_FACTOR_DIESEL);
  else if (g_str_equal (key, "hydrogen_factor"))
    add_factors (choices, session, COR_FACTOR_HYDROGEN);
  else
    return FALSE;
  return TRUE;
}

GArray *
cor_choices_for (CorSession *session, CorItemKind kind, const CorField *field, const char *current)
{
  g_autoptr (GArray) choices = g_array_new (FALSE, TRUE, sizeof (CorChoice));

  g_array_set_clear_func (choices, (GDestroyNotify)choice_clear);
  if (field->type == COR_FIELD_ENUM)
    add_values (choices, field->values);
  else if (field->type == COR_FIELD_STRING)
    {
      gboolean essential = field->refers == COR_ITEM_ROUTE
                           || (kind == COR_ITEM_ROUTE && field->refers == COR_ITEM_SITE)
                           || g_str_equal (field->key, "truck") || kind == COR_ITEM_MACHINE;

      if (!essential)
        {
          g_autofree char *missing = cor_missing_choice (session, kind, field);

          add (choices, NULL, missing);
        }
      if (kind == COR_ITEM_MACHINE && g_str_equal (field->key, "kind"))
        add_machine_kinds (choices, session);
      else if (field->refers >= 0)
        add_items (choices, session, field->refers);
      else if (!add_named (choices, session, field->key))
        return NULL;
      if (field->refers == COR_ITEM_TARIFF)
        add_library_tariffs (choices, session);
      if (current != NULL && !has (choices, current))
        add (choices, current, cor_data_name (current));
    }
  else
    return NULL;
  return g_steal_pointer (&choices);
}
