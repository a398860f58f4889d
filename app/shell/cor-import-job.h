/* cor-import-job.h: files read for import in a worker, with progress, to be cancelled.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-import-look.h"
#include "cor-network.h"

G_BEGIN_DECLS

/** CorImportSource: a file or a text, read once. Reference counted. */
typedef struct _CorImportSource CorImportSource;

/** cor_import_source_new_file, cor_import_source_new_text: nothing is read yet. */
CorImportSource *cor_import_source_new_file (GFile *file);
CorImportSource *cor_import_source_new_text (const char *text);
CorImportSource *cor_import_source_ref (CorImportSource *source);
void cor_import_source_unref (CorImportSource *source);

/** cor_import_source_name: what it is called, translated for a text. (transfer none) */
const char *cor_import_source_name (const CorImportSource *source);

/** cor_import_source_file: (transfer none) (nullable): the file; %NULL for a text. */
GFile *cor_import_source_file (const CorImportSource *source);

/** cor_import_job_look: looks at it in a worker; @form as in cor_import_look(). */
void cor_import_job_look (CorImportSource *source,
                          const CorTableForm *form,
                          GCancellable *cancellable,
                          gpointer owner,
                          GAsyncReadyCallback done);
CorImportLook *cor_import_job_look_finish (GAsyncResult *result, GError **error);

/**
 * cor_import_job_read:
 * @options: copied; its columns are referenced and must not change any more, its box is copied
 * @scenario: where it is to go
 * @network: that routes run on
 * @lay: whether lines are laid on it, too; else they stay as they are
 * @share: (nullable): set to thousandths done, by the worker; has to live as long as @owner
 *
 * Reads it in a worker, and finds what is shown of it on the map.
 */
void cor_import_job_read (CorImportSource *source,
                          const CorImportOptions *options,
                          CorScenario *scenario,
                          CorNetwork *network,
                          gboolean lay,
                          GCancellable *cancellable,
                          int *share,
                          gpointer owner,
                          GAsyncReadyCallback done);
/** cor_import_job_read_finish: @shown: (out) (transfer full): what cor_import_preview_items() gives, with an import. */
CorImport *cor_import_job_read_finish (GAsyncResult *result, GPtrArray **shown, GError **error);

G_END_DECLS
