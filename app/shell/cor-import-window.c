/* cor-import-window.c: a file of sites, stations, routes or traces, looked at before it is added.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-window-private.h"

#include "cor-dialogs.h"
#include "cor-import-lines.h"
#include "cor-settings.h"

#include <glib/gi18n-lib.h>

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CorImportWindow, cor_import_window, ADW_TYPE_WINDOW)

static void
kind_changed (CorImportWindow *self)
{
  if (self->updating || self->look == NULL)
    return;
  g_hash_table_remove_all (self->columns);
  cor_import_window_show_columns (self);
  cor_import_window_read (self);
}

static void
system_changed (CorImportWindow *self)
{
  if (self->updating || self->look == NULL)
    return;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->system_row), "");
  cor_import_window_read (self);
}

static void
choice_changed (CorImportWindow *self)
{
  if (!self->updating && self->look != NULL)
    cor_import_window_read (self);
}

static void
form_changed (CorImportWindow *self)
{
  if (self->updating || self->look == NULL)
    return;
  self->form.encoding = cor_feature_encodings[adw_combo_row_get_selected (self->encoding_row)];
  self->form.delimiter = cor_feature_delimiters[adw_combo_row_get_selected (self->delimiter_row)];
  self->form.header = gtk_switch_get_active (self->header_switch);
  cor_import_window_look (self);
}

/* The tools of a page stand beside its name only while it is shown. */
static void
page_changed (CorImportWindow *self)
{
  gtk_widget_set_visible (self->lines_tools, g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "lines") == 0);
}

static void
add_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorImportWindow *self = data;
  g_autofree char *label = g_strdup_printf (_ ("Import of %s"), cor_import_source_name (self->source));
  g_autofree char *text = NULL;

  if (self->import == NULL || self->import->items->len == 0 || !cor_import_window_system_chosen (self) || self->cancellable != NULL)
    return;
  if (!self->look->own)
    cor_settings_set_system (self->look->fingerprint, cor_enum_nick (cor_crs_values, (int) cor_import_window_system (self)));
  /* What is added itself is no reason to read once more. */
  self->updating = TRUE;
  self->added = TRUE;
  cor_import_window_forget (self);
  cor_document_apply (cor_session_get_document (self->session), cor_import_add (self->import, cor_import_window_scenario (self)), label, NULL);
  text = self->import->n_left_out > 0
           ? g_strdup_printf (_ ("%u taken, %u left out"), self->import->n_taken, self->import->n_left_out)
           : g_strdup_printf (ngettext ("%u added", "%u added", self->import->n_taken), self->import->n_taken);
  g_signal_emit (self, signals[ADDED], 0, text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
file_chosen (GtkWindow *window, GFile *file, gpointer data)
{
  if (file != NULL)
    cor_import_window_show_file (COR_IMPORT_WINDOW (window), file);
}

static void
choose_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cor_dialog_choose_file (GTK_WINDOW (data), COR_DIALOG_IMPORT, NULL, COR_IMPORT_PATTERNS, _ ("Tables, GeoJSON, GPX and KML"), file_chosen, NULL);
}

static void
copy_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorImportWindow *self = data;
  g_autofree char *text = self->import ? cor_import_lines_text (self->import) : NULL;

  if (text != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
cor_import_window_dispose (GObject *object)
{
  CorImportWindow *self = COR_IMPORT_WINDOW (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_pointer (&self->source, cor_import_source_unref);
  g_clear_pointer (&self->look, cor_import_look_free);
  g_clear_pointer (&self->import, cor_import_free);
  g_clear_pointer (&self->columns, g_hash_table_unref);
  g_clear_pointer (&self->network, cor_network_unref);
  g_clear_pointer (&self->places, cor_places_unref);
  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (cor_import_window_parent_class)->dispose (object);
}

static gboolean
cor_import_window_close_request (GtkWindow *window)
{
  CorImportWindow *self = COR_IMPORT_WINDOW (window);

  if (!self->added)
    cor_import_window_keep (self);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  return GTK_WINDOW_CLASS (cor_import_window_parent_class)->close_request (window);
}

static void
cor_import_window_class_init (CorImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_import_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = cor_import_window_close_request;
  signals[ADDED] = g_signal_new ("added", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                 G_TYPE_STRING);
  g_type_ensure (COR_TYPE_MAP_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/io/github/corridor_planner/Corridor/cor-import-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "import.copy", NULL);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, title);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, add_button);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, file_row);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, kind_row);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, system_row);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, encoding_row);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, delimiter_row);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, near_row);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, form_group);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, near_switch);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, header_switch);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, roads_row);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, roads_switch);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, taken);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, left);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, hint);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, map);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, lines_tools);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, only_told);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, grid);
  gtk_widget_class_bind_template_child (widget_class, CorImportWindow, lines);
}

/* Another file instead of the one that is looked at. */
static gboolean
dropped (CorImportWindow *self, const GValue *value)
{
  GSList *files = g_value_get_boxed (value);

  if (files == NULL)
    return FALSE;
  cor_import_window_show_file (self, files->data);
  return TRUE;
}

static void
add_drop_target (CorImportWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (dropped), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
connect_rows (CorImportWindow *self)
{
  g_signal_connect_swapped (self->kind_row, "notify::selected", G_CALLBACK (kind_changed), self);
  g_signal_connect_swapped (self->system_row, "notify::selected", G_CALLBACK (system_changed), self);
  g_signal_connect_swapped (self->near_switch, "notify::active", G_CALLBACK (choice_changed), self);
  g_signal_connect_swapped (self->roads_switch, "notify::active", G_CALLBACK (choice_changed), self);
  g_signal_connect_swapped (self->encoding_row, "notify::selected", G_CALLBACK (form_changed), self);
  g_signal_connect_swapped (self->delimiter_row, "notify::selected", G_CALLBACK (form_changed), self);
  g_signal_connect_swapped (self->header_switch, "notify::active", G_CALLBACK (form_changed), self);
  g_signal_connect_swapped (self->only_told, "toggled", G_CALLBACK (cor_import_window_show_lines), self);
  g_signal_connect_swapped (self->pages, "notify::visible-child", G_CALLBACK (page_changed), self);
  page_changed (self);
}

static void
cor_import_window_init (CorImportWindow *self)
{
  const GActionEntry entries[] = {
    { "add", add_activated, NULL, NULL, NULL, { 0 } },
    { "choose", choose_activated, NULL, NULL, NULL, { 0 } },
    { "copy", copy_activated, NULL, NULL, NULL, { 0 } },
  };
  GtkStringList *encodings;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  encodings = gtk_string_list_new (cor_feature_encodings);
  self->updating = TRUE;
  adw_combo_row_set_model (self->encoding_row, G_LIST_MODEL (encodings));
  g_object_unref (encodings);
  self->updating = FALSE;
  cor_import_lines_setup (self->lines);
  connect_rows (self);
  add_drop_target (self);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "import", G_ACTION_GROUP (self->actions));
}

GtkWidget *
cor_import_window_new (GtkWindow *parent, CorSession *session, const CorMapBase *base)
{
  CorImportWindow *self = g_object_new (COR_TYPE_IMPORT_WINDOW, NULL);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  cor_dialog_attach (GTK_WINDOW (self), parent);
  self->session = g_object_ref (session);
  /* Undone meanwhile: what is there already, and which ids are free, is another matter. */
  g_signal_connect_object (cor_session_get_document (session), "changed", G_CALLBACK (choice_changed), self, G_CONNECT_SWAPPED);
  self->network = cor_network_ref (base->network);
  self->places = base->places != NULL ? cor_places_ref (base->places) : NULL;
  cor_map_base_show (base, self->map);
  self->layer = cor_object_layer_new (self->map);
  cor_map_view_set_dark (self->map, dark);
  cor_object_layer_set_dark (self->layer, dark);
  return GTK_WIDGET (self);
}
