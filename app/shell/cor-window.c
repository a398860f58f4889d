/* cor-window.c: the window: list, map, inspector, four numbers and charts of one document.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-window-private.h"

#include "cor-file-name.h"
#include "cor-file-view.h"
#include "cor-focus.h"
#include "cor-format.h"
#include "cor-settings.h"
#include "cor-toasts.h"
#include "cor-typed.h"
#include "cor-workshop.h"

#include <glib/gi18n-lib.h>

/* When the first tour starts, after the scenario is on screen. */
#define TOUR_AFTER_MS 800

G_DEFINE_FINAL_TYPE (CorWindow, cor_window, ADW_TYPE_APPLICATION_WINDOW)

gboolean
cor_window_is_chinese (void)
{
  return cor_format_is_chinese (NULL);
}

void
cor_window_enable (CorWindow *self, const char *action, gboolean enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_return_if_fail (G_IS_SIMPLE_ACTION (found));

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

gboolean
cor_window_is_empty (CorWindow *self)
{
  g_return_val_if_fail (COR_IS_WINDOW (self), TRUE);

  return g_strcmp0 (gtk_stack_get_visible_child_name (self->stack), "start") == 0;
}

/* Whether a question stands above a window, such as what to do with what was not saved. */
static gboolean
is_asked (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (gtk_window_get_modal (l->data) && gtk_widget_get_visible (l->data))
      return TRUE;
  return FALSE;
}

/* The first scenario ever: the tour, once the window stands and nothing is asked. */
static gboolean
start_tour (gpointer data)
{
  CorWindow *self = data;

  if (is_asked ())
    return G_SOURCE_CONTINUE;
  self->tour_source = 0;
  g_action_group_activate_action (G_ACTION_GROUP (self), "tour", NULL);
  return G_SOURCE_REMOVE;
}

/* On an empty map the three steps lead; the tour would lie above them. */
static gboolean
has_routes (CorWindow *self)
{
  guint n;

  cor_scenario_items (cor_document_get_scenario (cor_session_get_document (self->session)), COR_ITEM_ROUTE, &n);
  return n > 0;
}

void
cor_window_show_scenario (CorWindow *self)
{
  cor_window_stop_waiting (self);
  g_object_set (self->map, "tool", "select", NULL);
  cor_map_pane_fit (self->map);
  gtk_stack_set_visible_child_name (self->stack, "scenario");
}

void
cor_window_offer_tour (CorWindow *self)
{
  if (has_routes (self) && !g_settings_get_boolean (cor_settings_get (), "tour-done") && self->tour_source == 0)
    self->tour_source = g_timeout_add (TOUR_AFTER_MS, start_tour, self);
}

void
cor_window_keep_unsaved (CorWindow *self)
{
  g_return_if_fail (COR_IS_WINDOW (self));

  cor_file_view_keep (self->session, NULL);
  cor_recovery_keep (self->recovery);
}

gboolean
cor_window_recover (CorWindow *self, const CorRecovered *left)
{
  g_autoptr (CorScenario) empty = cor_scenario_new (NULL);
  GFile *file = cor_recovered_file (left);

  g_return_val_if_fail (COR_IS_WINDOW (self), FALSE);

  /* Over a file that cannot be read nothing is saved without asking where. */
  if (file == NULL || !cor_file_view_load (self->session, file, NULL, NULL))
    cor_session_open (self->session, empty, file != NULL && g_file_query_exists (file, NULL) ? NULL : file);
  cor_document_replace (cor_session_get_document (self->session), cor_recovered_scenario (left),
                        cor_recovered_variant (left), _ ("Recovered changes"));
  cor_window_show_scenario (self);
  return cor_recovery_write (self->recovery);
}

CorSession *
cor_window_get_session (CorWindow *self)
{
  g_return_val_if_fail (COR_IS_WINDOW (self), NULL);

  return self->session;
}

void
cor_window_toast (CorWindow *self, const char *text, gboolean undo)
{
  AdwToast *toast;
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_return_if_fail (COR_IS_WINDOW (self));

  toast = adw_toast_new (escaped);
  if (undo)
    {
      g_set_weak_pointer (&self->undo_toast, toast);
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  cor_toasts_add (self->toasts, toast);
}

/* The name of the scenario, its file, the model year shown, and a dot while something is not saved. */
static void
update_title (CorWindow *self)
{
  CorDocument *document = cor_session_get_document (self->session);
  const CorHead *head = cor_scenario_head (cor_document_get_scenario (document));
  GFile *file = cor_document_get_file (document);
  g_autofree char *base = file != NULL ? cor_file_name (file) : NULL;
  const char *name = cor_item_label (&head->item, cor_window_is_chinese ());
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL, *year = NULL;

  if (cor_window_is_empty (self))
    {
      adw_window_title_set_title (self->title, _ ("Corridor"));
      adw_window_title_set_subtitle (self->title, NULL);
      gtk_window_set_title (GTK_WINDOW (self), _ ("Corridor"));
      return;
    }
  if (head->item.name == NULL && head->item.name_zh == NULL && base != NULL)
    name = base;
  else if (head->item.name == NULL && head->item.name_zh == NULL)
    name = _ ("New scenario");
  title = g_strdup_printf ("%s%s", cor_document_get_modified (document) ? "• " : "", name);
  year = g_strdup_printf (_ ("model year %d"), head->model_year);
  subtitle = base != NULL && name != base ? g_strdup_printf ("%s · %s", base, year) : g_strdup (year);
  adw_window_title_set_title (self->title, title);
  adw_window_title_set_subtitle (self->title, subtitle);
  if (g_strcmp0 (gtk_window_get_title (GTK_WINDOW (self)), title) != 0)
    gtk_window_set_title (GTK_WINDOW (self), title);
}

/* A step has been made or taken back: what a toast offers to undo is no longer the last one. */
static void
drop_undo_toast (CorWindow *self)
{
  if (self->undo_toast != NULL)
    cor_toasts_drop (self->toasts, self->undo_toast);
}

static void
update (CorWindow *self)
{
  update_title (self);
  cor_window_update_file_actions (self);
  cor_window_update_edit_actions (self);
  cor_window_update_roads (self);
  cor_window_update_variants (self);
}

static gboolean
fold_later (gpointer data)
{
  CorWindow *self = data;

  self->fold_source = 0;
  cor_window_fold (self, self->width, self->height);
  return G_SOURCE_REMOVE;
}

static void
queue_fold (CorWindow *self)
{
  if (self->fold_source == 0)
    self->fold_source = g_idle_add (fold_later, self);
}

static void
cor_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  CorWindow *self = COR_WINDOW (widget);

  GTK_WIDGET_CLASS (cor_window_parent_class)->size_allocate (widget, width, height, baseline);
  if (self->width != width || self->height != height)
    queue_fold (self);
  self->width = width;
  self->height = height;
}

static gboolean
cor_window_close_request (GtkWindow *window)
{
  CorWindow *self = COR_WINDOW (window);
  GSettings *settings = cor_settings_get ();
  GtkApplication *app = gtk_window_get_application (window);

  if (app != NULL && !cor_workshop_end_all (COR_APPLICATION (app), self->session))
    {
      self->closing = FALSE;
      cor_application_stay (COR_APPLICATION (app));
      return TRUE;
    }
  cor_typed_take (window);
  if (!self->closing && cor_document_get_modified (cor_session_get_document (self->session)))
    {
      cor_window_ask_to_close (self);
      return TRUE;
    }
  cor_file_view_keep (self->session, NULL);
  g_settings_set (settings, "window-size", "(ii)", gtk_widget_get_width (GTK_WIDGET (self)),
                  gtk_widget_get_height (GTK_WIDGET (self)));
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  return GTK_WINDOW_CLASS (cor_window_parent_class)->close_request (window);
}

static void
cor_window_dispose (GObject *object)
{
  CorWindow *self = COR_WINDOW (object);

  if (self->session != NULL)
    cor_window_drop_pane_actions (self);
  g_clear_handle_id (&self->view_source, g_source_remove);
  g_clear_handle_id (&self->fold_source, g_source_remove);
  g_clear_handle_id (&self->tour_source, g_source_remove);
  g_queue_clear_full (&self->import_queue, g_object_unref);
  g_clear_weak_pointer (&self->tour);
  g_clear_weak_pointer (&self->undo_toast);
  g_clear_weak_pointer (&self->waiting);
  cor_window_stop_watching (self);
  if (self->recovery != NULL)
    g_object_run_dispose (G_OBJECT (self->recovery));
  g_clear_object (&self->recovery);
  g_clear_object (&self->comparison);
  cor_window_drop_roads (self);
  g_clear_pointer (&self->network, g_free);
  g_clear_pointer (&self->network_before, g_free);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (cor_window_parent_class)->dispose (object);
}

static void
cor_window_class_init (CorWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_window_dispose;
  widget_class->size_allocate = cor_window_size_allocate;
  GTK_WINDOW_CLASS (klass)->close_request = cor_window_close_request;
  g_type_ensure (COR_TYPE_START_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/corridor_planner/Corridor/cor-window.ui");
  gtk_widget_class_bind_template_child (widget_class, CorWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, notice);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, notice_text);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, notice_first);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, notice_second);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, header);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, open_button);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, list_button);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, charts_button);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, inspector_button);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, variant_button);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, variant_label);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, wide_buttons);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, list_flap);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, inspector_flap);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, list_bin);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, inspector_bin);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, map_bin);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, roads_bar);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, roads_label);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, roads_spinner);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, roads_warning);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, roads_build);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, roads_cancel);
  gtk_widget_class_bind_template_child (widget_class, CorWindow, bottom);
}

static void
cor_window_init (CorWindow *self)
{
  int width, height;

  gtk_widget_init_template (GTK_WIDGET (self));
  cor_focus_keep (GTK_WINDOW (self));
  cor_window_add_drop_target (self);
  cor_window_add_file_actions (self);
  cor_window_add_edit_actions (self);
  cor_window_add_report_actions (self);
  cor_window_add_data_actions (self);
  cor_window_add_road_actions (self);
  cor_window_add_export_actions (self);
  cor_window_add_view_actions (self);
  cor_window_add_station_actions (self);
  cor_window_add_region_actions (self);
  cor_window_add_variant_actions (self);
  cor_window_add_pane_actions (self);
  g_settings_get (cor_settings_get (), "window-size", "(ii)", &width, &height);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (g_settings_get_boolean (cor_settings_get (), "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
}

CorWindow *
cor_window_new (CorApplication *app)
{
  CorWindow *self = g_object_new (COR_TYPE_WINDOW, "application", app, NULL);
  int width, height;

  self->session = cor_session_new (cor_application_get_engine (app));
  self->recovery = cor_recovery_new (cor_session_get_document (self->session), NULL);
  cor_window_watch_file (self);
  cor_window_watch_variant (self);
  g_signal_connect_object (cor_session_get_document (self->session), "changed", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cor_session_get_document (self->session), "changed",
                           G_CALLBACK (drop_undo_toast), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cor_session_get_document (self->session), "notify", G_CALLBACK (update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cor_session_get_selection (self->session), "changed",
                           G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->stack, "notify::visible-child", G_CALLBACK (update), self,
                           G_CONNECT_SWAPPED);
  self->summary = COR_SUMMARY (cor_summary_new (self->session));
  gtk_box_append (self->bottom, GTK_WIDGET (self->summary));
  g_settings_bind (cor_settings_get (), "show-charts", self->summary, "show-charts",
                   G_SETTINGS_BIND_DEFAULT);
  self->comparison = cor_comparison_new (self->session);
  self->list = COR_LIST_PANEL (cor_list_panel_new (self->comparison));
  adw_bin_set_child (self->list_bin, GTK_WIDGET (self->list));
  self->base = cor_application_get_map_base (app);
  self->map = COR_MAP_PANE (cor_map_pane_new (self->session, self->base));
  adw_bin_set_child (self->map_bin, GTK_WIDGET (self->map));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "map", cor_map_pane_get_actions (self->map));
  cor_window_add_map_actions (self);
  self->inspector = COR_INSPECTOR (cor_inspector_new (self->session));
  cor_inspector_set_network (self->inspector, self->base->network);
  adw_bin_set_child (self->inspector_bin, GTK_WIDGET (self->inspector));
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  self->width = width;
  self->height = height;
  cor_window_fold (self, width, height);
  /* Larger letters need more room. */
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (self)), "notify::gtk-xft-dpi",
                           G_CALLBACK (queue_fold), self, G_CONNECT_SWAPPED);
  update (self);
  return self;
}
