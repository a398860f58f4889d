/* cor-change-text.h: the changes of a variant in words.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-scenario.h"

G_BEGIN_DECLS

/**
 * CorChangeText: owned strings, never %NULL; free with cor_change_text_clear().
 * @what: the thing and its field: "Houjie swap · Status"
 * @before, @after: the value in the base and with the change; "" where there is none
 */
typedef struct
{
  char *what;
  char *before;
  char *after;
} CorChangeText;

/**
 * cor_change_text:
 * @base: the scenario without the change
 * @state: the scenario with it
 * @zh: names in Chinese
 */
void cor_change_text (const CorScenario *base,
                      const CorScenario *state,
                      const CorChange *change,
                      gboolean zh,
                      CorChangeText *out);

/** cor_change_words: the same as what, before and after, each to be freed. */
void cor_change_words (const CorScenario *base, const CorScenario *state, const CorChange *change, gboolean zh, char *words[3]);

/** cor_change_text_clear: frees what it owns. */
void cor_change_text_clear (CorChangeText *text);

G_END_DECLS
