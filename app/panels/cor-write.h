/* cor-write.h: the one way in which windows write a file and say so.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** CorWriteMake: makes the content, in a worker. Returns: (transfer full): it, or %NULL with an error. */
typedef GBytes *(*CorWriteMake) (gpointer job, GCancellable *cancellable, GError **error);

/** CorWriteDone: told in the main thread when all is over. */
typedef void (*CorWriteDone) (GtkWindow *window, gboolean written);

/**
 * cor_write_file:
 * @file: one that is there or not
 * @job: (transfer full): given to @make and freed with @free_job
 * @failed: what the message is headed with where nothing was written; translated, static
 * @done: (nullable): told at the end
 *
 * Makes the content in a worker and puts it in the place of @file, whole or not at all; a message in
 * the window's toasts says that it is written, a dialog why not. The program goes on until then, also
 * where its last window is closed meanwhile.
 */
void cor_write_file (GtkWindow *window,
                     GFile *file,
                     CorWriteMake make,
                     gpointer job,
                     GDestroyNotify free_job,
                     const char *failed,
                     CorWriteDone done);

/** cor_write_bytes: the same of content that is there. @bytes: (transfer full) */
void cor_write_bytes (GtkWindow *window, GFile *file, GBytes *bytes, const char *failed);

G_END_DECLS
