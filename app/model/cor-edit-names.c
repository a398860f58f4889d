/* cor-edit-names.c: names that the program made follow what they were made of.
 *
 * A new route is called after its two ends, its duty after the route, a new station after its kind.
 * Names that somebody typed stay.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-edit.h"

#include <string.h>

#define DASH " – "
#define DASH_ZH "—"

/* Whether @rest is nothing or the number that tells things of one name apart. */
static gboolean
is_number (const char *rest)
{
  if (*rest == '\0')
    return TRUE;
  return *rest == ' ' && rest[1] != '\0' && strspn (rest + 1, "0123456789") == strlen (rest + 1);
}

/* @name with @old at its start, but for a number, become @now; %NULL where it is called otherwise. */
static char *
with_start (const char *name, const char *old, const char *now)
{
  if (name == NULL || old == NULL || !g_str_has_prefix (name, old) || !is_number (name + strlen (old)))
    return NULL;
  return g_strconcat (now, name + strlen (old), NULL);
}

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
      char *renamed = with_start (ends[i], old, now);

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

/* What stands at the end of names made after a place and a kind of station. */
static const struct
{
  CorStationKind kind;
  const char *end, *end_zh;
} ends[] = {
  { COR_STATION_CHARGING, " charging", "充电站" },
  { COR_STATION_SWAP, " swap", "换电站" },
  { COR_STATION_BOTH, " charging and swap", "充换电站" },
  { COR_STATION_HYDROGEN, " hydrogen", "加氢站" },
};

static const char *
end_of (CorStationKind kind, gboolean zh)
{
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    if (ends[i].kind == kind)
      return zh ? ends[i].end_zh : ends[i].end;
  return "";
}

/* @name with the last @old in it, but for a number, become @now. Takes over @name. */
static char *
with_kind (char *name, const char *old, const char *now)
{
  char *at = name != NULL ? g_strrstr (name, old) : NULL;
  char *renamed;

  if (at == NULL || at == name || !is_number (at + strlen (old)))
    return name;
  renamed = g_strdup_printf ("%.*s%s%s", (int) (at - name), name, now, at + strlen (old));
  g_free (name);
  return renamed;
}

void
cor_edit_station_name_follows (CorItem *item, CorStationKind old)
{
  CorStationKind now;
  char *renamed;

  g_return_if_fail (item != NULL && item->kind == COR_ITEM_STATION);

  now = ((const CorStation *) item)->station_kind;
  renamed = with_start (item->name, cor_enum_name (cor_station_kind_values, old),
                        cor_enum_name (cor_station_kind_values, now));
  if (renamed != NULL)
    {
      g_free (item->name);
      item->name = renamed;
    }
  else
    item->name = with_kind (item->name, end_of (old, FALSE), end_of (now, FALSE));
  item->name_zh = with_kind (item->name_zh, end_of (old, TRUE), end_of (now, TRUE));
}
