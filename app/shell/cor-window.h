/* cor-window.h: the window: list, map, inspector, four numbers and charts of one document.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-application.h"
#include "cor-recovery.h"

G_BEGIN_DECLS

#define COR_TYPE_WINDOW (cor_window_get_type ())
G_DECLARE_FINAL_TYPE (CorWindow, cor_window, COR, WINDOW, AdwApplicationWindow)

CorWindow *cor_window_new (CorApplication *app);

/** cor_window_get_session: (transfer none): the document with its results. */
CorSession *cor_window_get_session (CorWindow *self);

/** cor_window_is_empty: whether it shows the start page, so that a file may open in it. */
gboolean cor_window_is_empty (CorWindow *self);

/**
 * cor_window_load: opens @file in place of the document; on an error the document stays and a
 * dialog says what is wrong.
 *
 * Returns: whether it was opened
 */
gboolean cor_window_load (CorWindow *self, GFile *file);

/** cor_window_open_any: a scenario as cor_window_load(); a list or track of another program in the import window. */
void cor_window_open_any (CorWindow *self, GFile *file);

/** cor_window_keep_unsaved: writes what is not saved to the state folder, and leaves it there. */
void cor_window_keep_unsaved (CorWindow *self);

/**
 * cor_window_recover: what was not saved, on top of what its file holds, with the variant that was shown; not saved
 * still, and undo leads back to the file, seen as that variant where it has it.
 *
 * Returns: whether it lies in the state folder again, so that the one it came from may go
 */
gboolean cor_window_recover (CorWindow *self, const CorRecovered *left);

/** cor_window_write_report: the report of the newest results, as what the file's ending says, else PDF. */
void cor_window_write_report (CorWindow *self, GFile *file);

/**
 * cor_window_print_report: prints the same report on paper.
 * @file: (nullable): %NULL asks for the printer; else the pages go into that PDF file, without a question
 */
void cor_window_print_report (CorWindow *self, GFile *file);

/** cor_window_toast: a short message; @undo adds a button that undoes the last step. */
void cor_window_toast (CorWindow *self, const char *text, gboolean undo);

/**
 * cor_window_export_data: writes scenario and results to @file in the background and tells when it is
 * there.
 * @what: "xlsx", "geojson", "gpx", or "results.csv", "stations.csv" and so on by what the table holds
 */
void cor_window_export_data (CorWindow *self, GFile *file, const char *what);

G_END_DECLS
