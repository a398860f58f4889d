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
 * @swap: take longitude for latitude
 * @ids: "KIND/ID" of all that the import has made
 * @numbers: for each stem of ids the next number to try
 * @places: of each place taken, its kind, name and coordinates to the metre, and its id
 * @unknown: names that nothing is made of
 */
typedef struct
{
  CorImport *import;
  const CorScenario *scenario;
  CorItemKind kind;
  CorCrs crs;
  gboolean swap;
  GHashTable *ids;
  GHashTable *numbers;
  GHashTable *places;
  GHashTable *unknown;
} ImportWork;

/*
 * ImportRow: one feature on its way to an item.
 * @place, @origin, @destination: in the system of the file; NaN where not given
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
  GString *said;
} ImportRow;

/* Lines of @features as routes, and places joined to a line a vehicle in their order. */
GPtrArray *cor_features_join_traces (const GPtrArray *features);

/* Adds a note, and counts it where it is of a line. */
void cor_import_note (CorImport *import, guint line, gboolean taken, const char *id, const char *text);

/* An id like @stem that neither the scenario nor the import has, which it has now; g_free(). */
char *cor_import_claim_id (ImportWork *work, CorItemKind kind, const char *stem);

/* What an item without an id is called after. */
const char *cor_import_stem (CorItemKind kind);

/* Takes a coordinate of a route's end; FALSE where the key is none. */
gboolean cor_import_route_end (ImportRow *row, const char *key, const char *text);

/* Finds or makes the sites that a route ends at, and its line; why not, or %NULL. */
char *cor_import_route (ImportWork *work, ImportRow *row);

G_END_DECLS
