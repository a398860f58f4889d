/* cor-import.h: sites, stations and routes from files of other programs.
 *
 * What a file says is mapped by the names of its columns or properties, in English or Chinese; what
 * was taken and what was left out is told line by line. Our own exports come back whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-crs.h"
#include "cor-feature.h"
#include "cor-scenario.h"

G_BEGIN_DECLS

/**
 * CorImportNote: what became of one line of the file.
 * @line: in the file; 0 for the file as a whole
 * @taken: whether it is in @items
 * @id: of the item made of it, or %NULL
 * @text: what was changed or left out and why, translated; "" where nothing is to be said
 */
typedef struct
{
  guint line;
  gboolean taken;
  char *id;
  char *text;
} CorImportNote;

/* Larger files are not read. */
#define COR_IMPORT_MAX_BYTES (512u * 1024 * 1024)

/* More items than these a scenario does not take from one file, and more notes are not kept. */
#define COR_IMPORT_ITEMS_MAX 20000u
#define COR_IMPORT_NOTES_MAX 20000u

/** COR_IMPORT_EACH: instead of a kind: what each feature says it is; else places are sites, lines routes. */
#define COR_IMPORT_EACH COR_ITEM_HEAD

/**
 * CorImport: what a file holds, for one scenario.
 * @items: array of #CorItem: those of the kind asked for, sites that routes end at, and duties of
 *   traces
 * @notes: array of #CorImportNote in the order of the file, %COR_IMPORT_NOTES_MAX at most
 * @own: what was taken is from an export of this program
 * @n_taken, @n_left_out: how many lines
 */
typedef struct
{
  gboolean own;
  GPtrArray *items;
  GPtrArray *notes;
  guint n_taken;
  guint n_left_out;
} CorImport;

/**
 * CorImportOptions: what a person says of a file.
 * @kind: %COR_ITEM_SITE, %COR_ITEM_STATION, %COR_ITEM_ROUTE or %COR_IMPORT_EACH
 * @trace: where vehicles drove, as cor_import_read_trace(); @kind is not looked at
 * @crs: the system that the file's coordinates are in
 * @columns: (nullable): names of columns or properties to the keys of cor_import_targets(); "" where
 *   a column is not to be used; those that are not named are guessed
 * @box: (nullable): west, south, east and north in degrees WGS 84: what lies outside is left out
 * @source: (nullable): what the file is called, for figures that are measured
 * @read: how to read the file
 */
typedef struct
{
  CorItemKind kind;
  gboolean trace;
  CorCrs crs;
  GHashTable *columns;
  const double *box;
  const char *source;
  CorFeatureRead read;
} CorImportOptions;

#define COR_IMPORT_OPTIONS_INIT(kind, crs) \
  {                                         \
    (kind), FALSE, (crs), NULL, NULL, NULL, { COR_TABLE_FORM_FIND, NULL, NULL, NULL } \
  }

/**
 * cor_import_read_with:
 * @scenario: where they are to go: ids have to differ, routes look for their ends in it
 *
 * Returns: (transfer full): what was found, or %NULL with an error where the file is nothing that
 *   can be read, or %G_IO_ERROR_CANCELLED
 */
CorImport *
cor_import_read_with (GBytes *bytes, const CorImportOptions *options, const CorScenario *scenario, GError **error);

/** cor_import_read: the same where all but kind and system is to be found out. */
CorImport *
cor_import_read (GBytes *bytes, CorItemKind kind, CorCrs crs, const CorScenario *scenario, GError **error);

/**
 * cor_import_read_trace: the same for where vehicles drove: a track, or a table with a row a point
 * and the vehicle's plate. Where the points have times, stops part the trace into trips, and trips
 * between the same two places become one route; else each vehicle's trace is a route. Where the
 * vehicle counted kilometres, the route is as long as it says. Where the scenario has a truck for it, a duty is
 * made of each route that energy or time was recorded for, with the measured consumption.
 */
CorImport *
cor_import_read_trace (GBytes *bytes, CorCrs crs, const CorScenario *scenario, GError **error);

/** cor_import_add: the scenario with all items; one step, that one undo takes back. */
CorScenario *cor_import_add (const CorImport *import, const CorScenario *scenario);

/** cor_import_say: adds a note on the file as a whole. */
void cor_import_say (CorImport *import, const char *text);

/** cor_import_csv: (transfer full): the notes as a table `line,result,id,note`. */
GString *cor_import_csv (const CorImport *import);

/** cor_import_free: frees it. */
void cor_import_free (CorImport *import);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorImport, cor_import_free)

G_END_DECLS
