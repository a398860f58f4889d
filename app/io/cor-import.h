/* cor-import.h: sites, stations and routes from files of other programs.
 *
 * What a file says is mapped by the names of its columns or properties, in English or Chinese; what
 * was taken and what was left out is told line by line. Our own exports come back whole.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-crs.h"
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

/**
 * CorImport: what a file holds, for one scenario.
 * @items: array of #CorItem: those of the kind asked for, and sites that routes end at
 * @notes: array of #CorImportNote in the order of the file
 * @n_taken, @n_left_out: how many lines
 */
typedef struct
{
  GPtrArray *items;
  GPtrArray *notes;
  guint n_taken;
  guint n_left_out;
} CorImport;

/**
 * cor_import_read:
 * @kind: %COR_ITEM_SITE, %COR_ITEM_STATION or %COR_ITEM_ROUTE
 * @crs: the system that the file's coordinates are in
 * @scenario: where they are to go: ids have to differ, routes look for their ends in it
 *
 * Returns: (transfer full): what was found, or %NULL with an error where the file is nothing that
 *   can be read
 */
CorImport *
cor_import_read (GBytes *bytes, CorItemKind kind, CorCrs crs, const CorScenario *scenario, GError **error);

/**
 * cor_import_read_trace: the same for where vehicles drove: a track, or a table with a row a point
 * in the order of time and the vehicle's plate. Each vehicle becomes a one-way route along the line
 * it drove, as long as the odometer says or else as the line is; energy that was recorded is noted.
 */
CorImport *
cor_import_read_trace (GBytes *bytes, CorCrs crs, const CorScenario *scenario, GError **error);

/** cor_import_add: the scenario with all items; one step, that one undo takes back. */
CorScenario *cor_import_add (const CorImport *import, const CorScenario *scenario);

/** cor_import_csv: (transfer full): the notes as a table `line,result,id,note`. */
GString *cor_import_csv (const CorImport *import);

/** cor_import_free: frees it. */
void cor_import_free (CorImport *import);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorImport, cor_import_free)

G_END_DECLS
