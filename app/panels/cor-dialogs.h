/* cor-dialogs.h: questions and messages, and the one place that asks for a file.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * cor_dialog_attach: lets a window that is about to open stand above @parent (nullable) and close with
 * it. Undo and redo of @parent answer to their keys in @window too. Once @parent is gone @window knows nothing of it, however long work in the background still
 * holds @window.
 */
void cor_dialog_attach (GtkWindow *window, GtkWindow *parent);

/** CorDialogFile: what to do with the file that was chosen; %NULL where none was. */
typedef void (*CorDialogFile) (GtkWindow *parent, GFile *file, gpointer data);

/** CorDialogAnswer: @response as given to cor_dialog_ask(); "cancel" where it was closed. */
typedef void (*CorDialogAnswer) (GtkWindow *parent, const char *response, gpointer data);

/**
 * CorDialogPurpose: what the file is for.
 * @COR_DIALOG_OPEN: to be read.
 * @COR_DIALOG_IMPORT: to be added to the scenario.
 * @COR_DIALOG_SAVE: to be written.
 */
typedef enum
{
  COR_DIALOG_OPEN,
  COR_DIALOG_IMPORT,
  COR_DIALOG_SAVE,
} CorDialogPurpose;

/**
 * cor_dialog_choose_file:
 * @purpose: what the dialog and its button are called after
 * @name: (nullable): the name proposed for a new file
 * @pattern: which files to show, such as "*.corridor" or "*.csv *.txt"
 * @pattern_name: what these are called; translated
 */
void cor_dialog_choose_file (GtkWindow *parent,
                        CorDialogPurpose purpose,
                        const char *name,
                        const char *pattern,
                        const char *pattern_name,
                        CorDialogFile done,
                        gpointer data);

/**
 * cor_dialog_ask: shows a question. @responses: id, label, id, label, ... %NULL; the first is what
 * closing means. The last is suggested, or destructive where its id is "discard" or "delete".
 */
GtkWidget *cor_dialog_ask (GtkWindow *parent,
                const char *heading,
                const char *body,
                const char *const *responses,
                CorDialogAnswer done,
                gpointer data);

/** cor_dialog_error: says what went wrong; @heading names what was tried. */
GtkWidget *cor_dialog_error (GtkWindow *parent, const char *heading, const GError *error);

G_END_DECLS
