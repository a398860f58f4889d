/* import-driver.h: works the import window, for the tests of it.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "ui-driver.h"

#include "cor-import-window.h"

/* Rows of the drop downs. */
enum
{
  IMPORT_KIND_STATIONS,
  IMPORT_KIND_SITES,
  IMPORT_KIND_TRACES = 3,
};

enum
{
  IMPORT_SYSTEM_ASK,
  IMPORT_SYSTEM_WGS84,
  IMPORT_SYSTEM_GCJ02,
};

/** import_window: (nullable): the window that is open. */
CorImportWindow *import_window (void);

/** import_start: has @file imported. */
void import_start (UiFixture *f, GFile *file);

/** import_start_text: the same with a text. */
CorImportWindow *import_start_text (UiFixture *f, const char *text);

/** import_wait: waits until the window is there and has read all. */
CorImportWindow *import_wait (void);

/** import_named: a widget of the window. */
GtkWidget *import_named (CorImportWindow *window, const char *name);

/** import_choose: a choice of a row; import_chosen: the one made. */
void import_choose (CorImportWindow *window, const char *row, guint selected);
guint import_chosen (CorImportWindow *window, const char *row);

/** import_press_add: adds what is shown; the window is gone then. */
void import_press_add (CorImportWindow *window);

/** import_count: how many of that kind the scenario has. */
guint import_count (UiFixture *f, CorItemKind kind);
