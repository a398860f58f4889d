/* cor-import-window.h: a file of sites, stations, routes or traces, looked at before it is added.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-map-base.h"
#include "cor-session.h"

#include <adwaita.h>

G_BEGIN_DECLS

/** COR_IMPORT_PATTERNS: what files that can be imported are called. */
#define COR_IMPORT_PATTERNS "*.csv *.tsv *.txt *.geojson *.json *.gpx *.kml *.CSV *.TXT"

#define COR_TYPE_IMPORT_WINDOW (cor_import_window_get_type ())
/**
 * CorImportWindow:
 *
 * Signal "added": everything was added as one step; with what to say of it, translated.
 */
G_DECLARE_FINAL_TYPE (CorImportWindow, cor_import_window, COR, IMPORT_WINDOW, AdwWindow)

/**
 * cor_import_window_new:
 * @parent: the window it belongs to
 * @session: what is added goes to its document
 * @base: for the preview
 *
 * Returns: (transfer none): the window, to be presented; owned by GTK
 */
GtkWidget *cor_import_window_new (GtkWindow *parent, CorSession *session, const CorMapBase *base);

/** cor_import_window_show_file: reads @file in the background and shows what it holds. */
void cor_import_window_show_file (CorImportWindow *self, GFile *file);

/** cor_import_window_set_rest: says that so many files come after this one. */
void cor_import_window_set_rest (CorImportWindow *self, guint n_files);

/** cor_import_window_show_text: the same for a pasted text. */
void cor_import_window_show_text (CorImportWindow *self, const char *text);

/** cor_import_window_get_busy: whether it still reads. */
gboolean cor_import_window_get_busy (CorImportWindow *self);

G_END_DECLS
