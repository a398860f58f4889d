/* cor-made-names.c: names that the program made follow what they were made of.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-made-names.h"

#include <string.h>

/* Whether @rest is nothing or the number that tells things of one name apart. */
static gboolean
is_number (const char *rest)
{
  if (*rest == '\0')
    return TRUE;
  return *rest == ' ' && rest[1] != '\0' && strspn (rest + 1, "0123456789") == strlen (rest + 1);
}

char *
cor_made_name_with_start (const char *name, const char *old, const char *now)
{
  if (name == NULL || old == NULL || !g_str_has_prefix (name, old) || !is_number (name + strlen (old)))
    return NULL;
  return g_strconcat (now, name + strlen (old), NULL);
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
cor_station_name_follows (CorItem *item, CorStationKind old)
{
  CorStationKind now;
  char *renamed;

  g_return_if_fail (item != NULL && item->kind == COR_ITEM_STATION);

  now = ((const CorStation *) item)->station_kind;
  renamed = cor_made_name_with_start (item->name, cor_enum_name (cor_station_kind_values, old),
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
