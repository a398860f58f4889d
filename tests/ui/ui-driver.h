/* ui-driver.h: opens the real window and waits for it, for the tests of the interface.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-summary.h"
#include "cor-window.h"

/** UiFixture: a window on the eastern port corridor with its results. */
typedef struct
{
  CorApplication *app;
  CorWindow *window;
  CorSession *session;
} UiFixture;

/** ui_open, ui_close: set up and tear down; the window has to be gone afterwards. */
void ui_open (UiFixture *f, gconstpointer data);
void ui_close (UiFixture *f, gconstpointer data);

/** ui_wait: lets the window work for that many milliseconds. */
void ui_wait (guint ms);

/** ui_make_narrow: pulls the window smaller step by step, as by hand: each step folds what the next has no room for. */
void ui_make_narrow (UiFixture *f, int width);

/** ui_until: lets the window work until @condition holds, at most as long as ui_patience() is; ask again after it. */
#define ui_until(condition) \
  G_STMT_START { for (guint ui_i = 0; ui_i < ui_patience () && !(condition); ui_i++) ui_wait (10); } G_STMT_END

/** ui_patience: hundredths of a second that something may take: ten seconds, two minutes with a sanitizer. */
guint ui_patience (void);

/** ui_settle: waits until the results are those of the document. */
void ui_settle (UiFixture *f);

/** ui_sample: (transfer full): a bundled scenario. */
GFile *ui_sample (const char *name);

/** ui_scenario: the state of the document. */
CorScenario *ui_scenario (UiFixture *f);

/** ui_activate: an action of the window; @target (nullable) is a string. */
void ui_activate (UiFixture *f, const char *action, const char *target);

/** ui_find: the first widget of that type below @root for which @is holds (NULL: any). */
GtkWidget *ui_find (GtkWidget *root, GType type, gboolean (*is) (GtkWidget *, gconstpointer), gconstpointer data);

/** ui_has_name: for ui_find(): the widget's name. */
gboolean ui_has_name (GtkWidget *widget, gconstpointer name);

/** ui_headline: (transfer full): a number as it stands in the window. */
char *ui_headline (UiFixture *f, CorHeadlineKind kind);

/** ui_window: (nullable): the window of that type that is to be seen; a GtkWindow. */
gpointer ui_window (GType type);

/** ui_close_others: closes every window but the main one. */
void ui_close_others (UiFixture *f);

/** ui_write: (transfer full): a file of that content in the folder of temporary ones; @length -1 for a text. */
GFile *ui_write (const char *name, const char *content, gssize length);

/** ui_remove: takes it away again. */
void ui_remove (GFile *file);

/** ui_dialog: (nullable): the message that is open above the window. */
GtkWindow *ui_dialog (UiFixture *f);
