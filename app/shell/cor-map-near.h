/* cor-map-near.h: what comes nearest to words that are found nowhere as a whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-pinyin.h"
#include "cor-places.h"
#include "cor-scenario.h"

G_BEGIN_DECLS

/** CorMapNear: an item of the scenario or a place of the map, with how many letters of what was typed it has. */
typedef struct
{
  const CorItem *item;
  const CorPlace *place;
  guint letters;
} CorMapNear;

/** cor_map_near_fold: (transfer full): letters and digits in one case, for comparing. */
char *cor_map_near_fold (const char *text);

/** cor_map_near_matches: whether @needle, folded, is in the item's names or id, or how they are spelt; @pinyin (nullable). */
gboolean cor_map_near_matches (const CorPinyin *pinyin, const CorItem *item, const char *needle);

/**
 * cor_map_near_find:
 * @places, @pinyin: (nullable)
 * @text: as typed; where it is one word, its beginning is looked for
 *
 * Returns: (transfer full): array of #CorMapNear, the nearest first, no more than @max
 */
GArray *cor_map_near_find (const CorScenario *scenario, const CorPlaces *places, const CorPinyin *pinyin, const char *text, guint max);

G_END_DECLS
