/* cor-network-window.c: which road network a scenario is calculated on, and building one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-window.h"

#include "cor-dialogs.h"
#include "cor-edit.h"
#include "cor-format.h"
#include "cor-notify.h"
#include "cor-heights.h"
#include "cor-network-build.h"
#include "cor-network-store.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* How often progress is shown, milliseconds; before this share is done, no time left can be told. */
#define PROGRESS_MS 200
#define LEAST_SHARE 0.02

#define BYTES_PER_MB 1e6

struct _CorNetworkWindow
{
  AdwWindow parent_instance;

  CorSession *session;
  CorEngine *engine;
  GSimpleActionGroup *actions;
  GCancellable *cancellable;
  guint progress_source;
  gint64 begin;
  goffset size;
  int share; /* thousandths done, set by the worker */
  int step;
  char *name; /* of the network that was built last */

  GtkStack *stack;
  AdwPreferencesGroup *networks;
  GPtrArray *rows;
  AdwStatusPage *building, *done;
  GtkProgressBar *progress;
  GtkLabel *speed;
  GtkButton *use_button;
};

enum
{
  BUILT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CorNetworkWindow, cor_network_window, ADW_TYPE_WINDOW)

/* What a worker builds. */
typedef struct
{
  char *extract;
  char *path;
  int *share, *step;
  CorNetworkBuildReport report;
} Job;

static void
job_free (Job *job)
{
  g_free (job->extract);
  g_free (job->path);
  g_free (job);
}

static CorDocument *
document_of (CorNetworkWindow *self)
{
  return cor_session_get_document (self->session);
}

/* Uses the network of that name, NULL for the one that comes with the program; one step. */
static void
use (CorNetworkWindow *self, const char *name)
{
  CorScenario *next
    = cor_edit_string (cor_document_get_scenario (document_of (self)), COR_ITEM_HEAD, NULL, "network", name, NULL);

  if (next != NULL)
    cor_document_apply (document_of (self), next, _ ("Another road network"), NULL);
}

static void
row_toggled (GtkCheckButton *button, CorNetworkWindow *self)
{
  if (gtk_check_button_get_active (button))
    use (self, g_object_get_data (G_OBJECT (button), "network"));
}

static GtkCheckButton *
add_row (CorNetworkWindow *self, const char *name, const char *title, const char *subtitle, GtkCheckButton *group)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  const char *used = cor_scenario_head (cor_document_get_scenario (document_of (self)))->network;

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_check_button_set_group (GTK_CHECK_BUTTON (check), group);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), g_strcmp0 (used, name) == 0);
  g_object_set_data_full (G_OBJECT (check), "network", g_strdup (name), g_free);
  g_signal_connect (check, "toggled", G_CALLBACK (row_toggled), self);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  adw_preferences_group_add (self->networks, row);
  g_ptr_array_add (self->rows, row);
  return GTK_CHECK_BUTTON (check);
}

/* The one that comes with the program, those that were built, and the scenario's own where it is not
 * among them. */
static void
fill_networks (CorNetworkWindow *self)
{
  g_auto (GStrv) names = cor_network_store_names ();
  const char *used = cor_scenario_head (cor_document_get_scenario (document_of (self)))->network;
  CorNetwork *bundled = cor_engine_network (self->engine);
  GtkCheckButton *group;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->networks, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  group = add_row (self, NULL, cor_network_title (bundled, cor_format_is_chinese (NULL)), _ ("Comes with the program"), NULL);
  for (guint i = 0; names[i] != NULL; i++)
    add_row (self, names[i], names[i], _ ("Built from OpenStreetMap"), group);
  if (used != NULL && !g_strv_contains ((const char *const *) names, used))
    add_row (self, used, used, _ ("Not on this computer; the indicative network stands in"), group);
}

static const char *
step_text (CorNetworkBuildStep step)
{
  switch (step)
    {
    case COR_NETWORK_BUILD_ROADS:
      return _ ("Reading roads");
    case COR_NETWORK_BUILD_PLACES:
      return _ ("Reading places");
    case COR_NETWORK_BUILD_JOIN:
      return _ ("Joining roads");
    default:
      return _ ("Writing");
    }
}

/* "12.3 MB/s, 40 s left" */
static char *
speed_text (double share, double took_s, goffset size)
{
  g_autofree char *speed = NULL;
  g_autofree char *left = NULL;

  if (share < LEAST_SHARE || took_s <= 0)
    return g_strdup ("");
  speed = cor_format_number (share * (double) size / BYTES_PER_MB / took_s, 1);
  left = cor_format_number (took_s / share - took_s, 0);
  return g_strdup_printf (_ ("%s MB/s, %s s left"), speed, left);
}

static gboolean
show_progress (gpointer data)
{
  CorNetworkWindow *self = data;
  double share = g_atomic_int_get (&self->share) / 1000.0;
  double took_s = (double) (g_get_monotonic_time () - self->begin) / G_USEC_PER_SEC;
  g_autofree char *speed = speed_text (share, took_s, self->size);

  adw_status_page_set_description (self->building, step_text (g_atomic_int_get (&self->step)));
  gtk_progress_bar_set_fraction (self->progress, share);
  gtk_label_set_text (self->speed, speed);
  return G_SOURCE_CONTINUE;
}

static void
end_work (CorNetworkWindow *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->cancellable);
}

gboolean
cor_network_window_get_busy (CorNetworkWindow *self)
{
  g_return_val_if_fail (COR_IS_NETWORK_WINDOW (self), FALSE);

  return self->cancellable != NULL;
}

static void
tell_progress (CorNetworkBuildStep step, double share, gpointer data)
{
  Job *job = data;

  g_atomic_int_set (job->share, (int) (share * 1000));
  g_atomic_int_set (job->step, (int) step);
}

/* With the heights of the tiles beside the extract, where there are some for its roads. */
static gboolean
build_with_heights (Job *job, GCancellable *cancellable, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (job->extract);
  g_autoptr (CorHeights) heights = cor_heights_open (folder, NULL);
  g_autoptr (GError) problem = NULL;

  if (heights != NULL
      && cor_network_build (job->extract, job->path, folder, tell_progress, job, cancellable, &job->report, &problem))
    return TRUE;
  if (problem != NULL && !g_error_matches (problem, COR_ROUTING_ERROR, COR_ROUTING_ERROR_EMPTY))
    {
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }
  return cor_network_build (job->extract, job->path, NULL, tell_progress, job, cancellable, &job->report, error);
}

static void
build_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Job *job = data;
  g_autofree char *dir = g_path_get_dirname (job->path);
  GError *error = NULL;

  g_mkdir_with_parents (dir, 0755);
  if (build_with_heights (job, cancellable, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
show_done (CorNetworkWindow *self, const CorNetworkBuildReport *report)
{
  g_autofree char *pieces = cor_format_number (report->edges, 0);
  g_autofree char *turns = cor_format_number (report->turns_kept, 0);
  g_autofree char *left_out = cor_format_number (report->turns_left_out + report->conditions_left_out, 0);
  g_autofree char *cut_off = cor_format_number (report->edges_cut_off, 0);
  const char *slopes = report->heights_found > 0
                         ? _ ("Slopes come from the height tiles beside the extract.")
                         : _ ("Roads count as level: no height tiles (SRTM, .hgt) for them lie beside the extract.");
  g_autofree char *text
    = g_strdup_printf (_ ("%s pieces of road that trucks may use. %s forbidden turns are kept; %s restrictions that hold at some "
                          "hours only, or whose roads are missing, are not. %s pieces that no road leads to and from are left out. %s"),
                       pieces, turns, left_out, cut_off, slopes);

  adw_status_page_set_icon_name (self->done, "emblem-ok-symbolic");
  adw_status_page_set_title (self->done, self->name);
  adw_status_page_set_description (self->done, text);
  gtk_widget_set_visible (GTK_WIDGET (self->use_button), TRUE);
  gtk_stack_set_visible_child_name (self->stack, "done");
}

static void
show_problem (CorNetworkWindow *self, const GError *error)
{
  g_autofree char *escaped = g_markup_escape_text (error->message, -1);

  adw_status_page_set_icon_name (self->done, "dialog-warning-symbolic");
  adw_status_page_set_title (self->done, _ ("The road network was not built"));
  adw_status_page_set_description (self->done, escaped);
  gtk_widget_set_visible (GTK_WIDGET (self->use_button), FALSE);
  gtk_stack_set_visible_child_name (self->stack, "done");
}

static void
built (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CorNetworkWindow) self = data;
  const Job *job = g_task_get_task_data (G_TASK (result));
  g_autoptr (GError) error = NULL;

  if (self->engine == NULL)
    return;
  end_work (self);
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      cor_engine_reload_network (self->engine, self->name);
      g_signal_emit (self, signals[BUILT], 0, self->name);
      show_done (self, &job->report);
      cor_notify_done (GTK_WINDOW (self), _ ("The road network is built"), self->name);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    gtk_stack_set_visible_child_name (self->stack, "choose");
  else
    {
      show_problem (self, error);
      cor_notify_done (GTK_WINDOW (self), _ ("The road network was not built"), error->message);
    }
}

static goffset
size_of (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) == 0 ? status.st_size : 0;
}

void
cor_network_window_build (CorNetworkWindow *self, GFile *extract)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (COR_IS_NETWORK_WINDOW (self) && self->cancellable == NULL);

  job = g_new0 (Job, 1);
  job->extract = g_file_get_path (extract);
  if (job->extract == NULL)
    {
      g_autoptr (GError) error
        = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("The extract is not on this computer; copy it here first"));

      job_free (job);
      show_problem (self, error);
      return;
    }
  g_free (self->name);
  self->name = cor_network_store_name_for (job->extract);
  job->path = cor_network_store_path (self->name);
  job->share = &self->share;
  job->step = &self->step;
  self->share = 0;
  self->size = size_of (job->extract);
  self->begin = g_get_monotonic_time ();
  self->cancellable = g_cancellable_new ();
  self->progress_source = g_timeout_add (PROGRESS_MS, show_progress, self);
  show_progress (self);
  gtk_stack_set_visible_child_name (self->stack, "building");
  task = g_task_new (NULL, self->cancellable, built, g_object_ref (self));
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, build_in_thread);
}

static void
file_chosen (GtkWindow *window, GFile *file, gpointer data)
{
  if (file != NULL)
    cor_network_window_build (COR_NETWORK_WINDOW (window), file);
}

static void
choose_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  cor_dialog_choose_file (GTK_WINDOW (self), FALSE, NULL, "*.osm.pbf *.pbf *.osm.bz2 *.osm", _ ("OpenStreetMap extracts"),
                          file_chosen, NULL);
}

static void
cancel_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorNetworkWindow *self = data;

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

static void
back_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorNetworkWindow *self = data;

  fill_networks (self);
  gtk_stack_set_visible_child_name (self->stack, "choose");
}

static void
use_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorNetworkWindow *self = data;

  use (self, self->name);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
cor_network_window_close_request (GtkWindow *window)
{
  cancel_activated (NULL, NULL, window);
  return GTK_WINDOW_CLASS (cor_network_window_parent_class)->close_request (window);
}

static void
cor_network_window_dispose (GObject *object)
{
  CorNetworkWindow *self = COR_NETWORK_WINDOW (object);

  cancel_activated (NULL, NULL, self);
  end_work (self);
  g_clear_pointer (&self->engine, cor_engine_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (cor_network_window_parent_class)->dispose (object);
}

static void
cor_network_window_class_init (CorNetworkWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_network_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cor_network_window_close_request;
  signals[BUILT] = g_signal_new ("built", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corridor_planner/Corridor/cor-network-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CorNetworkWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CorNetworkWindow, networks);
  gtk_widget_class_bind_template_child (widget_class, CorNetworkWindow, building);
  gtk_widget_class_bind_template_child (widget_class, CorNetworkWindow, done);
  gtk_widget_class_bind_template_child (widget_class, CorNetworkWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, CorNetworkWindow, speed);
  gtk_widget_class_bind_template_child (widget_class, CorNetworkWindow, use_button);
}

static void
cor_network_window_init (CorNetworkWindow *self)
{
  const GActionEntry entries[] = {
    { "choose", choose_activated, NULL, NULL, NULL, { 0 } },
    { "cancel", cancel_activated, NULL, NULL, NULL, { 0 } },
    { "back", back_activated, NULL, NULL, NULL, { 0 } },
    { "use", use_activated, NULL, NULL, NULL, { 0 } },
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = g_ptr_array_new ();
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "network", G_ACTION_GROUP (self->actions));
}

GtkWidget *
cor_network_window_new (GtkWindow *parent, CorSession *session, CorEngine *engine)
{
  CorNetworkWindow *self = g_object_new (COR_TYPE_NETWORK_WINDOW, NULL);

  cor_dialog_attach (GTK_WINDOW (self), parent);
  self->session = g_object_ref (session);
  self->engine = cor_engine_ref (engine);
  fill_networks (self);
  return GTK_WIDGET (self);
}
