/* cor-import-look.h: what a file seems to hold, before a person says what it is.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-import.h"

G_BEGIN_DECLS

/* So many rows are shown for the person to see what the columns hold. */
#define COR_IMPORT_LOOK_ROWS 20u

/** CorImportTarget: what a column can be: its key in #CorImportOptions and its name, translated. */
typedef struct
{
  const char *key;
  const char *label;
} CorImportTarget;

/**
 * CorImportLook: a first look at a file.
 * @format, @form: what it is and how it is written: as asked for, else as found
 * @columns: (element-type utf8): names of its columns or properties
 * @rows: (element-type GStrv): the first rows, a cell a column, "" where there is none
 * @text_column: the first column whose cells are no figures; the number of columns where there is none
 * @n_rows: rows, places and lines in all
 * @kind, @trace: what it most likely is, as in #CorImportOptions
 * @own: whether an export of this program, which is in WGS 84
 * @fingerprint: the same for files of the same source: of format and columns
 */
typedef struct
{
  CorFeatureFormat format;
  CorTableForm form;
  GPtrArray *columns;
  GPtrArray *rows;
  guint text_column;
  guint n_rows;
  CorItemKind kind;
  gboolean trace;
  gboolean own;
  char *fingerprint;
} CorImportLook;

/**
 * cor_import_look:
 * @form: (nullable): what is known of how it is written
 * @name: (nullable): the file's name, which may say what it is
 *
 * Returns: (transfer full): what the file seems to be, or %NULL with an error as
 *   cor_import_read_with()
 */
CorImportLook *
cor_import_look (GBytes *bytes, const CorTableForm *form, const char *name, GCancellable *cancellable, GError **error);

/** cor_import_look_free: frees it. */
void cor_import_look_free (CorImportLook *look);

/** cor_import_targets: (transfer full): array of #CorImportTarget: what columns of such files can be. */
GArray *cor_import_targets (CorItemKind kind, gboolean trace);

/**
 * cor_import_guess: what a column is taken for, one of the targets' keys; %NULL where it is not used.
 * @look: for what the column holds, where its name says nothing
 */
const char *cor_import_guess (const CorImportLook *look, guint column, CorItemKind kind, gboolean trace);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (CorImportLook, cor_import_look_free)

G_END_DECLS
