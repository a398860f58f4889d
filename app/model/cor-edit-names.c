/* cor-edit-names.c: names that the program made follow what they were made of.
 *
 * A new route is called after its two ends, and its duty after the route; a station follows its kind in
 * cor_station_name_follows(). Names that somebody typed stay.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-edit.h"
#include "cor-made-names.h"

#define DASH " – "
#define DASH_ZH "—"

/* In "A – B", the ends from @first to @last that are called @old are called @now. Takes over @name. */
static char *
with_end (char *name, const char *dash, guint first, guint last, const char *old, const char *now)
{
  g_auto (GStrv) ends = name != NULL ? g_strsplit (name, dash, -1) : NULL;
  gboolean changed = FALSE;

  if (ends == NULL || g_strv_length (ends) != 2)
    return name;
  for (guint i = first; i <= last; i++)
    {
      char *renamed = cor_made_name_with_start (ends[i], old, now);

      if (renamed == NULL)
        continue;
      g_free (ends[i]);
      ends[i] = renamed;
      changed = TRUE;
    }
  if (!changed)
    return name;
  g_free (name);
  return g_strconcat (ends[0], dash, ends[1], NULL);
}

static CorScenario *
rename_ends (CorScenario *scenario, const CorItem *item, const CorItem *old, const CorItem *now)
{
  CorItem *copy = cor_item_copy (item);

  copy->name = with_end (copy->name, DASH, 0, 1, cor_item_label (old, FALSE), cor_item_label (now, FALSE));
  copy->name_zh = with_end (copy->name_zh, DASH_ZH, 0, 1, cor_item_label (old, TRUE), cor_item_label (now, TRUE));
  return cor_scenario_with_item (scenario, copy);
}

static gboolean
touches (const CorScenario *scenario, const char *route, const char *site)
{
  const CorRoute *found = (const CorRoute *) cor_scenario_find (scenario, COR_ITEM_ROUTE, route);

  return found != NULL && (g_strcmp0 (found->origin, site) == 0 || g_strcmp0 (found->destination, site) == 0);
}

/* Takes over @scenario. */
static CorScenario *
rename_all (CorScenario *scenario, CorItemKind kind, const CorItem *old, const CorItem *now)
{
  g_autoptr (CorScenario) first = cor_scenario_ref (scenario);
  const CorItem *const *items;
  guint n;

  items = cor_scenario_items (first, kind, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *route = kind == COR_ITEM_DUTY ? ((const CorDuty *) items[i])->route : items[i]->id;
      CorScenario *before = scenario;

      if (!touches (first, route, now->id))
        continue;
      scenario = rename_ends (before, items[i], old, now);
      cor_scenario_unref (before);
    }
  return scenario;
}

CorScenario *
cor_edit_route_names_follow (CorScenario *scenario, const CorItem *old)
{
  const CorItem *now;

  g_return_val_if_fail (old != NULL && old->kind == COR_ITEM_SITE, NULL);

  now = cor_scenario_find (scenario, COR_ITEM_SITE, old->id);
  if (now == NULL)
    return cor_scenario_ref (scenario);
  return rename_all (rename_all (cor_scenario_ref (scenario), COR_ITEM_ROUTE, old, now), COR_ITEM_DUTY, old, now);
}

/* Calls a route, or its duty, after another place at one end; in Chinese too where that place has such a name. */
static CorItem *
renamed_end (const CorItem *item, guint at, const CorItem *old, const CorItem *const ends[2])
{
  CorItem *copy = cor_item_copy (item);

  copy->name = with_end (copy->name, DASH, at, at, cor_item_label (old, FALSE), cor_item_label (ends[at], FALSE));
  if (copy->name_zh != NULL)
    copy->name_zh = with_end (copy->name_zh, DASH_ZH, at, at, cor_item_label (old, TRUE), cor_item_label (ends[at], TRUE));
  else if (ends[at]->name_zh != NULL && g_strcmp0 (copy->name, item->name) != 0)
    copy->name_zh = g_strconcat (cor_item_label (ends[0], TRUE), DASH_ZH, cor_item_label (ends[1], TRUE), NULL);
  return copy;
}

CorScenario *
cor_edit_route_name_follows (CorScenario *scenario, const CorRoute *old)
{
  static const CorItemKind kinds[] = { COR_ITEM_ROUTE, COR_ITEM_DUTY };
  const CorRoute *now = (const CorRoute *) cor_scenario_find (scenario, COR_ITEM_ROUTE, old->item.id);
  const char *const ids[2] = { now->origin, now->destination };
  const CorItem *ends[2], *before[2];
  CorScenario *next = cor_scenario_ref (scenario);

  for (guint at = 0; at < 2; at++)
    {
      ends[at] = cor_scenario_find (scenario, COR_ITEM_SITE, ids[at]);
      before[at] = cor_scenario_find (scenario, COR_ITEM_SITE, at == 0 ? old->origin : old->destination);
    }
  for (guint at = 0; at < 2; at++)
    for (guint k = 0; k < G_N_ELEMENTS (kinds) && ends[0] != NULL && ends[1] != NULL && before[at] != NULL && before[at] != ends[at]; k++)
      {
        g_autoptr (CorScenario) from = cor_scenario_ref (next);
        guint n;
        const CorItem *const *items = cor_scenario_items (from, kinds[k], &n);

        for (guint i = 0; i < n; i++)
          {
            const char *of = kinds[k] == COR_ITEM_ROUTE ? items[i]->id : ((const CorDuty *) items[i])->route;
            g_autoptr (CorScenario) last = next;

            next = g_strcmp0 (of, now->item.id) != 0 ? cor_scenario_ref (last)
                                                     : cor_scenario_with_item (last, renamed_end (items[i], at, before[at], ends));
          }
      }
  return next;
}
