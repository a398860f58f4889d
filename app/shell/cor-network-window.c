/* cor-network-window.c: which road network a scenario is calculated on, and building one.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-network-window.h"

#include "cor-dialogs.h"
#include "cor-file-name.h"
#include "cor-network-choice.h"
#include "cor-network-job.h"
#include "cor-notify.h"

#include <glib/gi18n-lib.h>

/* How often progress is shown, milliseconds. */
#define PROGRESS_MS 200

struct _CorNetworkWindow
{
  AdwWindow parent_instance;

  CorEngine *engine;
  GSimpleActionGroup *actions;
  GCancellable *cancellable;
  guint progress_source;
  const CorNetworkJob *job; /* what is being built */
  char *name; /* of the network that was built last */

  GtkStack *stack;
  CorNetworkChoice *networks;
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

static gboolean
show_progress (gpointer data)
{
  CorNetworkWindow *self = data;
  g_autofree char *speed = cor_network_job_describe_speed (self->job);

  adw_status_page_set_description (self->building, cor_network_job_get_step (self->job));
  gtk_progress_bar_set_fraction (self->progress, cor_network_job_get_share (self->job));
  gtk_label_set_text (self->speed, speed);
  return G_SOURCE_CONTINUE;
}

static void
end_work (CorNetworkWindow *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->cancellable);
  self->job = NULL;
}

gboolean
cor_network_window_get_busy (CorNetworkWindow *self)
{
  g_return_val_if_fail (COR_IS_NETWORK_WINDOW (self), FALSE);

  return self->cancellable != NULL;
}

static void
show_done (CorNetworkWindow *self, const CorNetworkJob *job)
{
  g_autofree char *text = cor_network_job_describe (job);

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
  const CorNetworkJob *job = cor_network_job_of (result);
  g_autoptr (GError) error = NULL;

  if (self->engine == NULL)
    return;
  end_work (self);
  if (cor_network_job_finish (result, &error))
    {
      cor_engine_reload_network (self->engine, self->name);
      g_signal_emit (self, signals[BUILT], 0, self->name);
      show_done (self, job);
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

void
cor_network_window_build (CorNetworkWindow *self, GFile *extract)
{
  g_autofree char *path = NULL, *name = NULL, *title = NULL;

  g_return_if_fail (COR_IS_NETWORK_WINDOW (self) && self->cancellable == NULL);

  path = g_file_get_path (extract);
  if (path == NULL)
    {
      g_autoptr (GError) error
        = g_error_new_literal (G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED, _ ("The extract is not on this computer; copy it here first"));

      show_problem (self, error);
      return;
    }
  name = cor_file_name (extract);
  title = g_strdup_printf (_ ("Building the road network of “%s”"), name);
  adw_status_page_set_title (self->building, title);
  self->cancellable = g_cancellable_new ();
  self->job = cor_network_job_start (path, self->cancellable, built, g_object_ref (self));
  g_free (self->name);
  self->name = g_strdup (cor_network_job_get_name (self->job));
  self->progress_source = g_timeout_add (PROGRESS_MS, show_progress, self);
  show_progress (self);
  gtk_stack_set_visible_child_name (self->stack, "building");
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
  cor_dialog_choose_file (GTK_WINDOW (self), COR_DIALOG_OPEN, NULL, "*.osm.pbf *.pbf *.osm.bz2 *.osm", _ ("OpenStreetMap extracts"),
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

  cor_network_choice_fill (self->networks);
  gtk_stack_set_visible_child_name (self->stack, "choose");
}

static void
use_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorNetworkWindow *self = data;

  cor_network_choice_use (self->networks, self->name);
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
  g_clear_pointer (&self->name, g_free);
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
  g_type_ensure (COR_TYPE_NETWORK_CHOICE);
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
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "network", G_ACTION_GROUP (self->actions));
}

GtkWidget *
cor_network_window_new (GtkWindow *parent, CorSession *session, CorEngine *engine)
{
  CorNetworkWindow *self = g_object_new (COR_TYPE_NETWORK_WINDOW, NULL);

  cor_dialog_attach (GTK_WINDOW (self), parent);
  self->engine = cor_engine_ref (engine);
  cor_network_choice_set_session (self->networks, session, engine);
  return GTK_WIDGET (self);
}
