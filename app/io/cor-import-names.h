/* cor-import-names.h: what other programs call our fields and values.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-item.h"

G_BEGIN_DECLS

/* What a column may be beside a field. */
#define COR_IMPORT_PLACE "place"
#define COR_IMPORT_ORIGIN_LON "origin_lon"
#define COR_IMPORT_ORIGIN_LAT "origin_lat"
#define COR_IMPORT_DESTINATION_LON "destination_lon"
#define COR_IMPORT_DESTINATION_LAT "destination_lat"
#define COR_IMPORT_TOTAL_KW "total_kw"
#define COR_IMPORT_HOURS "hours"
#define COR_IMPORT_KIND "corridor_kind"
#define COR_IMPORT_EXTRA "corridor_extra"
#define COR_IMPORT_RESULTS "corridor_results"

/**
 * cor_import_key: the key of the field that a column's name stands for, or one of the names above;
 * %NULL where it is none. Case, spaces, underscores and what is in brackets do not count.
 */
const char *cor_import_key (CorItemKind kind, const char *name);

/**
 * cor_import_value: the nick that a word stands for, in an enumeration; %NULL where it is none. What the program itself
 * calls the value is one, in English and in the language shown; the Chinese ones always.
 */
const char *cor_import_value (const CorEnumValue *values, const char *word);

G_END_DECLS
