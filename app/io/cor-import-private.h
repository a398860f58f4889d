/* cor-import-private.h: what the files of the import share.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-feature.h"
#include "cor-import-field.h"
#include "cor-import-names.h"
#include "cor-import.h"
#include "cor-json.h"

G_BEGIN_DECLS

/*
 * ImportWork: a file on its way into a scenario.
 * @kind: of the feature at hand, where each says what it is
 * @swap: take longitude for latitude
 * @n_known, @n_swapped: places seen, and those that make sense only the other way round
 * @keys: of each kind, and of traces at the end, what the columns stand for, once it was looked up
 * @n_unnoted: lines left out without a note of their own, because there are too many
 * @ids: "KIND/ID" of all that the import has made
 * @numbers: for each stem of ids the next number to try
 * @places: of each place taken, its kind, name and coordinates to the metre, and its id
 * @unknown: names that nothing is made of
 */
typedef struct
{
  CorImport *import;
  const CorScenario *scenario;
  const CorImportOptions *options;
  CorItemKind kind;
  CorCrs crs;
  gboolean swap;
  guint n_known, n_swapped;
  guint n_unnoted;
  GHashTable *keys[COR_N_ITEM_KINDS + 1];
  GHashTable *ids;
  GHashTable *numbers;
  GHashTable *places;
  GHashTable *unknown;
} ImportWork;

/*
 * ImportRow: one feature on its way to an item.
 * @place, @origin, @destination: in the system of the file; NaN where not given
 * @total_kw: power of all plugs; NaN where not given
 * @own_kind: of an export of ours, what it is of; else %NULL
 * @said: what was left out of it and why
 */
typedef struct
{
  const CorFeature *feature;
  CorItem *item;
  const char *own_kind;
  CorLonLat place;
  CorLonLat origin, destination;
  double total_kw;
  GString *said;
} ImportRow;

/* Adds a note, and counts it where it is of a line. */
void cor_import_note (ImportWork *work, guint line, gboolean taken, const char *id, const char *text);

/* Begins and ends with a feature. */
void cor_import_row_init (ImportRow *row, const CorFeature *feature, CorItemKind kind);
void cor_import_row_clear (ImportRow *row);

/* Looks at all that is said of it. */
void cor_import_row_read (ImportWork *work, ImportRow *row);

/* Takes it, or notes why not. */
void cor_import_row_take (ImportWork *work, ImportRow *row);

/* Kind, name and place to about a metre: what two entries of the same thing share; g_free(). */
char *cor_import_place_key (const CorItem *item);

/* The key that a column stands for: as the person said, else as @guess has it; %NULL where none is.
 * @slot: of the keys. "" where the person put the column aside. */
const char *cor_import_column_key (ImportWork *work, guint slot, const char *name);

/* Two numbers of a text, "114.1,22.6", "[114.1, 22.6]", "POINT (114.1 22.6)"; NaN where it has none. */
CorLonLat cor_import_place (const char *text);

/* Degrees as people write them: "114.05", "114°03′28″E", "东经114度3分"; FALSE where it is none. */
gboolean cor_import_degrees (const char *text, double *out);

/* Whether a place makes sense only with longitude and latitude the other way round, in China. */
gboolean cor_import_is_swapped (CorLonLat place);

/* The id of the site that lies there or is called so, made where there is none; %NULL where nothing
 * says where it is. */
const char *cor_import_end_site (ImportWork *work, const char *called, CorLonLat there);

/* The bends of a line that matter, for lines of many points. */
GArray *cor_import_simplify (const CorLonLat *points, guint n);

/* Takes the traces of a file: sites, routes and duties. */
gboolean cor_import_traces (ImportWork *work, const CorFeatureText *text, GError **error);

/* An id like @stem that neither the scenario nor the import has, which it has now; g_free(). */
char *cor_import_claim_id (ImportWork *work, CorItemKind kind, const char *stem);

/* What an item without an id is called after. */
const char *cor_import_stem (CorItemKind kind);

/* Takes a coordinate of a route's end; FALSE where the key is none. */
gboolean cor_import_route_end (ImportRow *row, const char *key, const char *text);

/* Finds or makes the sites that a route ends at, and its line; why not, or %NULL. */
char *cor_import_route (ImportWork *work, ImportRow *row);

G_END_DECLS
