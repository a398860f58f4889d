/* cor-import-window-private.h: the import window's inside, for its own files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-import-job.h"
#include "cor-import-window.h"
#include "cor-object-layer.h"

G_BEGIN_DECLS

/** COR_IMPORT_N_KINDS: rows of the drop down of kinds. */
#define COR_IMPORT_N_KINDS 5

/** cor_import_window_kinds: what each row of the drop down of kinds asks for. */
extern const struct CorImportWindowKind
{
  CorItemKind kind;
  gboolean trace;
} cor_import_window_kinds[COR_IMPORT_N_KINDS];

struct _CorImportWindow
{
  AdwWindow parent_instance;

  CorSession *session;
  CorNetwork *network;
  CorPlaces *places; /* (nullable): that new sites are named after */
  CorImportSource *source;
  CorImportLook *look;
  CorImport *import;
  CorTableForm form;    /* as the person says */
  GHashTable *columns;  /* as the person says */
  guint found_kind, found_system; /* rows that were selected by the look at the source */
  GCancellable *cancellable;
  int share; /* thousandths read */
  guint progress_source;
  gboolean updating;
  gboolean added;   /* what it said was of use, and need not be kept */
  gboolean looking; /* what looks at the source reads it afterwards */
  CorObjectLayer *layer;
  GSimpleActionGroup *actions;

  AdwWindowTitle *title;
  GtkButton *add_button;
  GtkProgressBar *progress;
  GtkStack *stack;
  AdwStatusPage *problem;
  AdwActionRow *file_row;
  AdwComboRow *kind_row, *system_row, *encoding_row, *delimiter_row;
  GtkWidget *near_row, *form_group;
  GtkWidget *roads_row;
  GtkSwitch *near_switch, *header_switch, *roads_switch;
  GtkLabel *taken, *left, *hint;
  CorMapView *map;
  GtkStack *pages;
  GtkWidget *lines_tools;
  GtkCheckButton *only_told;
  GtkGrid *grid;
  GtkColumnView *lines;
};

/** cor_import_window_scenario: (transfer none): where what is added goes to. */
CorScenario *cor_import_window_scenario (CorImportWindow *self);

/** cor_import_window_system_chosen: whether the person has said what the coordinates are in. */
gboolean cor_import_window_system_chosen (CorImportWindow *self);

/** cor_import_window_system: what the coordinates are taken to be in; WGS-84 until that is said. */
CorCrs cor_import_window_system (CorImportWindow *self);

/** cor_import_window_look: looks at the source anew, in the form that the person says. */
void cor_import_window_look (CorImportWindow *self);

/** cor_import_window_read: reads the source anew as all rows say now. */
void cor_import_window_read (CorImportWindow *self);

/** cor_import_window_has_places: whether the scenario has places that entries can be near to. */
gboolean cor_import_window_has_places (CorImportWindow *self);

/** cor_import_window_show_look: fills all rows from what the source looks like; @first: of this source. */
void cor_import_window_show_look (CorImportWindow *self, gboolean first);

/** cor_import_window_show_columns: one drop down a column of the table. */
void cor_import_window_show_columns (CorImportWindow *self);

/** cor_import_window_show_counts: how much is taken and left out, and whether it can be added. */
void cor_import_window_show_counts (CorImportWindow *self);

/** cor_import_window_show_lines: what was said line by line. */
void cor_import_window_show_lines (CorImportWindow *self);

/** cor_import_window_keep: keeps what was said of the file, as it was left without adding it; cor_import_window_forget:
 * it was added. */
void cor_import_window_keep (CorImportWindow *self);
void cor_import_window_forget (CorImportWindow *self);

/** cor_import_window_take_form, cor_import_window_take_rows: what was said of the file when it was left: before it is
 * looked at the form and the columns, afterwards the rows. */
void cor_import_window_take_form (CorImportWindow *self);
void cor_import_window_take_rows (CorImportWindow *self);

/** cor_import_window_show_import: the counts, the map and the lines of what was read; @shown: that the map has. */
void cor_import_window_show_import (CorImportWindow *self, GPtrArray *shown);

G_END_DECLS
