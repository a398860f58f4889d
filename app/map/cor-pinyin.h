/* cor-pinyin.h: finds Chinese names by their Latin spelling, whole or by initials.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <glib.h>

/** CorPinyin: the readings of characters; immutable. */
typedef struct _CorPinyin CorPinyin;

/**
 * cor_pinyin_load:
 * @path: a file as described in data/basemap/README.md
 * @error: a #GFileError
 *
 * Returns: (transfer full): the readings, or %NULL
 */
CorPinyin *cor_pinyin_load (const char *path, GError **error);
void cor_pinyin_free (CorPinyin *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorPinyin, cor_pinyin_free)

/**
 * cor_pinyin_match:
 * @name: a Chinese name
 * @query: Latin letters in lower case, without spaces: "yantian", "ytg", "yangang"
 *
 * Each character answers to its reading or the beginning of it; a match may begin at any character
 * and end before the last.
 *
 * Returns: whether @query spells @name or a part of it
 */
gboolean cor_pinyin_match (const CorPinyin *self, const char *name, const char *query);
