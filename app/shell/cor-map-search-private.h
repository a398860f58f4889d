/* cor-map-search-private.h: the inside of the search on the map, for its own files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-search.h"

G_BEGIN_DECLS

struct _CorMapSearch
{
  AdwBin parent_instance;

  CorSession *session;
  CorPlaces *places;
  const CorPinyin *pinyin; /* of the base */
  char *searched;
  GtkSearchEntry *entry;
  GtkLabel *note; /* that it is not found as it was typed */
  GtkWidget *scroller;
  GtkListBox *list;
};

/** CorMapAnswer: what a row stands for. */
typedef struct
{
  CorItemKind kind; /* COR_ITEM_HEAD for a place */
  char *id;
  char *name;
  CorLonLat at;
  double zoom;
} CorMapAnswer;

/** cor_map_search_fill: adds the answers to @text to the list, and chooses the first where it is found as typed; @needle: folded. */
void cor_map_search_fill (CorMapSearch *self, const char *text, const char *needle);

G_END_DECLS
