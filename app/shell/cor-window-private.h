/* cor-window-private.h: the window's inside, for its own files alone.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "cor-comparison.h"
#include "cor-inspector.h"
#include "cor-list-panel.h"
#include "cor-map-pane.h"
#include "cor-recovery.h"
#include "cor-start-page.h"
#include "cor-summary.h"
#include "cor-window.h"

G_BEGIN_DECLS

struct _CorWindow
{
  AdwApplicationWindow parent_instance;

  CorSession *session;
  CorComparison *comparison;
  gboolean closing; /* what is not saved may go */
  gboolean asking; /* whether it may, and until what follows is done */
  int width, height; /* of the last layout */
  guint fold_source, tour_source, view_source;
  GtkWindow *waiting; /* the dialog of what waits until all is worked out, shown or not yet */
  AdwToast *undo_toast; /* the last that offers to undo, while it is shown */
  CorRecovery *recovery;
  GFileMonitor *monitor; /* of the document's file */
  guint look_source;
  CorDiskState disk; /* as last looked at */

  AdwToastOverlay *toasts;
  GtkInfoBar *notice;
  GtkLabel *notice_text;
  GtkButton *notice_first;
  GtkButton *notice_second;
  AdwHeaderBar *header;
  AdwWindowTitle *title;
  GtkMenuButton *open_button;
  GtkWidget *save_button;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *list_button;
  GtkWidget *charts_button;
  GtkWidget *inspector_button;
  GtkWidget *menu_button;
  GtkMenuButton *variant_button;
  GtkLabel *variant_label;
  gconstpointer variants_shown; /* the list that the menu was made of */
  GtkWidget *wide_buttons;
  GtkStack *stack;
  AdwFlap *list_flap;
  AdwFlap *inspector_flap;
  AdwBin *list_bin;
  AdwBin *inspector_bin;
  AdwBin *map_bin;
  GtkBox *bottom;
  CorSummary *summary;
  CorListPanel *list;
  CorMapPane *map;
  CorInspector *inspector;
  const CorMapBase *base; /* with the roads that the scenario is calculated on */
  char *network; /* what the scenario calls them */
  char *network_before; /* what it called those that the map shows, while others are loaded */
  GCancellable *roads_loading; /* of those asked for last, or NULL */
  guint roads_source; /* until it is told that they are loaded, then until that can be cancelled */
  GtkRevealer *roads_bar;
  GtkLabel *roads_label;
  GtkSpinner *roads_spinner;
  GtkWidget *roads_warning;
  GtkWidget *roads_build;
  GtkWidget *roads_cancel;
  GQueue import_queue;   /* of GFile: looked at when the import window is done with the one before */
  gboolean import_added; /* what the import window showed was added */
  GtkWidget *drop_hint;  /* what would become of the files that are held over the window */
  GtkLabel *drop_label;
  GtkWidget *tour; /* weak: the bubble, while the tour runs */
};

/** CorWindowThen: what is done once what is not saved is saved or may go. */
typedef struct _CorWindowThen CorWindowThen;

/** cor_window_then_run: does it, and frees it; cor_window_then_free: it is not to be done. */
void cor_window_then_run (CorWindow *self, CorWindowThen *then);
void cor_window_then_free (CorWindowThen *then);

/**
 * cor_window_save_then: saves, and asks where if there is no file yet or @ask_where; whatever is in
 * the way is told with a way out.
 * @then: (transfer full) (nullable): done once it is saved
 */
void cor_window_save_then (CorWindow *self, gboolean ask_where, CorWindowThen *then);

/** cor_window_watch_file: tells when another program changes or removes the document's file. */
void cor_window_watch_file (CorWindow *self);

/** cor_window_stop_watching: no more of that. */
void cor_window_stop_watching (CorWindow *self);

/** cor_window_watch_variant: remembers which variant is shown soon after another is, however the program ends. */
void cor_window_watch_variant (CorWindow *self);

/** cor_window_add_file_actions: new, open, save and what belongs to them. */
void cor_window_add_file_actions (CorWindow *self);

/** cor_window_add_edit_actions: undo, redo, add, delete, duplicate. */
void cor_window_add_edit_actions (CorWindow *self);

/** cor_window_fold: folds what there is no room for; what is folded can still be called up over the rest. */
void cor_window_fold (CorWindow *self, int width, int height);

/** cor_window_add_pane_actions: what is shown, found and brought into view. */
void cor_window_add_pane_actions (CorWindow *self);

/**
 * cor_window_drop_pane_actions: takes away what is a setting. GTK may hold a window's actions longer
 * than the window, which a setting changed elsewhere would then be told to.
 */
void cor_window_drop_pane_actions (CorWindow *self);

/** cor_window_add_map_actions: the map's tool and colouring; once there is a map. */
void cor_window_add_map_actions (CorWindow *self);

/** cor_window_add_view_actions: the windows that show more of the results. */
void cor_window_add_view_actions (CorWindow *self);

/** CorWindowReady: what is to be done with what is worked out. */
typedef void (*CorWindowReady) (CorWindow *self, gpointer data);

/**
 * cor_window_when_ready: calls @then once the scenario is worked out as it is now, with what is typed; at once where it
 * is. Else a dialog soon shows what is waited for, and lets the user leave it, or go on without variants that are missing.
 * @variants: all its variants must be, too
 * One waits at a time: a newer one takes the place of the one before.
 * @free_data: (nullable): frees @data, whether @then was called or not
 */
void cor_window_when_ready (CorWindow *self, gboolean variants, CorWindowReady then, gpointer data, GDestroyNotify free_data);

/** cor_window_stop_waiting: what waits is dropped: another document comes. */
void cor_window_stop_waiting (CorWindow *self);

/**
 * cor_window_take_variants: adds the results of the variants, that which the others are compared with first,
 * and their names.
 *
 * Returns: (transfer full) (nullable): the names of those that are not worked out yet, to be told
 */
char *cor_window_take_variants (CorWindow *self, GPtrArray *results, GPtrArray *names);

/** cor_window_add_export_actions: scenario and results for other programs. */
void cor_window_add_export_actions (CorWindow *self);

/** cor_window_add_road_actions: the road network of the scenario. */
void cor_window_add_road_actions (CorWindow *self);

/** cor_window_show_roads: (transfer none): the window of the road networks, opened. */
GtkWidget *cor_window_show_roads (CorWindow *self);

/** cor_window_update_roads: shows the roads that the scenario names, or says that they are missing. */
void cor_window_update_roads (CorWindow *self);

/** cor_window_drop_roads: those that are on their way are not shown. */
void cor_window_drop_roads (CorWindow *self);

/** cor_window_add_data_actions: import and export of data, paste. */
void cor_window_add_data_actions (CorWindow *self);

/** cor_window_import: shows what @file holds, to be added; a new scenario where none is open. */
void cor_window_import (CorWindow *self, GFile *file);

/** cor_window_import_all: cor_window_import() of each of the #GFile, one after the other; at least one. */
void cor_window_import_all (CorWindow *self, GSList *files);

/** cor_window_open_asking: opens a scenario here, once what is not saved is saved or may go. */
void cor_window_open_asking (CorWindow *self, GFile *file);

/** cor_window_open_files: #GFile of any kind, dropped or pasted; says which of them it has no use for. */
void cor_window_open_files (CorWindow *self, GSList *files);

/** cor_window_add_drop_target: files can be dropped anywhere on the window, which says beforehand what becomes of them. */
void cor_window_add_drop_target (CorWindow *self);

/** cor_window_add_station_actions: the windows about stations: what they do, where to build. */
void cor_window_add_station_actions (CorWindow *self);
/** cor_window_add_variant_actions: choosing, making and comparing variants. */
void cor_window_add_variant_actions (CorWindow *self);

/** cor_window_update_variants: which one is shown, and what there is to choose from. */
void cor_window_update_variants (CorWindow *self);

/** cor_window_add_region_actions: emissions and region, machines of a site. */
void cor_window_add_region_actions (CorWindow *self);

/** cor_window_add_report_actions: the report as a file or on paper. */
void cor_window_add_report_actions (CorWindow *self);

/** cor_window_update_file_actions, cor_window_update_edit_actions: which of them can be used. */
void cor_window_update_file_actions (CorWindow *self);
void cor_window_update_edit_actions (CorWindow *self);

/** cor_window_ask_to_close: asks about what is not saved, then closes. */
void cor_window_ask_to_close (CorWindow *self);

/** cor_window_enable: switches an action of the window on or off. */
void cor_window_enable (CorWindow *self, const char *action, gboolean enabled);

/** cor_window_is_chinese: whether names are shown in Chinese. */
gboolean cor_window_is_chinese (void);

/** cor_window_show_scenario: the scenario instead of the start page. */
void cor_window_show_scenario (CorWindow *self);

/** cor_window_offer_tour: starts the tour where it was never taken; when a scenario was opened, not amid work. */
void cor_window_offer_tour (CorWindow *self);

G_END_DECLS
