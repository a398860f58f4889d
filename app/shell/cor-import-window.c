/* cor-import-window.c: a file of sites, stations, routes or traces, looked at before it is added.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-import-window.h"

#include "cor-dialogs.h"
#include "cor-format.h"
#include "cor-import-columns.h"
#include "cor-import-job.h"
#include "cor-import-lines.h"
#include "cor-import-preview.h"
#include "cor-object-layer.h"
#include "cor-settings.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How often progress is looked at, milliseconds. */
#define PROGRESS_MS 100

/* What counts as near: kilometres, and how many of them a degree of latitude has. */
#define NEAR_KM 50.0
#define KM_PER_DEGREE 111.2

/* The rows of the drop down of kinds, and what each asks for. */
static const struct
{
  CorItemKind kind;
  gboolean trace;
} kinds[] = {
  { COR_ITEM_STATION, FALSE }, { COR_ITEM_SITE, FALSE }, { COR_ITEM_ROUTE, FALSE },
  { COR_ITEM_ROUTE, TRUE },    { COR_IMPORT_EACH, FALSE },
};

struct _CorImportWindow
{
  AdwWindow parent_instance;

  CorSession *session;
  CorNetwork *network;
  CorImportSource *source;
  CorImportLook *look;
  CorImport *import;
  CorTableForm form;    /* as the person says */
  GHashTable *columns;  /* as the person says; replaced, never changed */
  GCancellable *cancellable;
  int share; /* thousandths read */
  guint progress_source;
  gboolean updating;
  CorObjectLayer *layer;
  GSimpleActionGroup *actions;

  AdwWindowTitle *title;
  GtkButton *add_button;
  GtkProgressBar *progress;
  GtkStack *stack;
  AdwStatusPage *problem;
  AdwActionRow *file_row;
  AdwComboRow *kind_row, *system_row, *encoding_row, *delimiter_row;
  GtkWidget *near_row, *form_group;
  GtkWidget *roads_row;
  GtkSwitch *near_switch, *header_switch, *roads_switch;
  GtkLabel *taken, *left, *hint;
  CorMapView *map;
  GtkStack *pages;
  GtkWidget *lines_tools;
  GtkCheckButton *only_told;
  GtkGrid *grid;
  GtkColumnView *lines;
};

enum
{
  ADDED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CorImportWindow, cor_import_window, ADW_TYPE_WINDOW)

static void look_again (CorImportWindow *self);
static void read_again (CorImportWindow *self);

static CorScenario *
scenario_of (CorImportWindow *self)
{
  return cor_document_get_scenario (cor_session_get_document (self->session));
}

/* Progress is shown while there is something to wait for. */
static gboolean
show_progress (gpointer data)
{
  CorImportWindow *self = data;
  int share = g_atomic_int_get (&self->share);

  gtk_widget_set_visible (GTK_WIDGET (self->progress), TRUE);
  if (share > 0)
    gtk_progress_bar_set_fraction (self->progress, share / 1000.0);
  else
    gtk_progress_bar_pulse (self->progress);
  return G_SOURCE_CONTINUE;
}

static void
end_work (CorImportWindow *self)
{
  g_clear_handle_id (&self->progress_source, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->progress), FALSE);
  g_clear_object (&self->cancellable);
}

/* Gives up what is being read, for what is asked for now. */
static GCancellable *
begin_work (CorImportWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  end_work (self);
  g_atomic_int_set (&self->share, 0);
  self->cancellable = g_cancellable_new ();
  self->progress_source = g_timeout_add (PROGRESS_MS, show_progress, self);
  return self->cancellable;
}

gboolean
cor_import_window_get_busy (CorImportWindow *self)
{
  g_return_val_if_fail (COR_IS_IMPORT_WINDOW (self), FALSE);

  return self->cancellable != NULL;
}

/* Whether an answer is to a question that was given up since. */
static gboolean
is_stale (CorImportWindow *self, GAsyncResult *result)
{
  return self->cancellable == NULL || g_task_get_cancellable (G_TASK (result)) != self->cancellable;
}

static void
show_problem (CorImportWindow *self, const GError *error)
{
  g_autofree char *text = g_strdup_printf ("%s: %s", cor_import_source_name (self->source), error->message);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_status_page_set_description (self->problem, escaped);
  gtk_stack_set_visible_child_name (self->stack, "problem");
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), FALSE);
}

static gboolean
system_chosen (CorImportWindow *self)
{
  return adw_combo_row_get_selected (self->system_row) > 0;
}

static CorCrs
system_of (CorImportWindow *self)
{
  guint selected = adw_combo_row_get_selected (self->system_row);

  return selected == 0 ? COR_CRS_WGS84 : (CorCrs) (selected - 1);
}

/* What Add does, in words: "Add 130 Stations". */
static char *
add_label (const CorImport *import)
{
  guint n[COR_N_ITEM_KINDS] = { 0 };

  for (guint i = 0; i < import->items->len; i++)
    n[((const CorItem *) g_ptr_array_index (import->items, i))->kind]++;
  if (n[COR_ITEM_ROUTE] > 0)
    return g_strdup_printf (ngettext ("_Add %u Route", "_Add %u Routes", n[COR_ITEM_ROUTE]), n[COR_ITEM_ROUTE]);
  if (n[COR_ITEM_STATION] > 0)
    return g_strdup_printf (ngettext ("_Add %u Station", "_Add %u Stations", n[COR_ITEM_STATION]), n[COR_ITEM_STATION]);
  if (n[COR_ITEM_SITE] > 0)
    return g_strdup_printf (ngettext ("_Add %u Site", "_Add %u Sites", n[COR_ITEM_SITE]), n[COR_ITEM_SITE]);
  return g_strdup (_ ("_Add"));
}

/* What a person should know before adding. */
static const char *
hint_of (CorImportWindow *self)
{
  if (self->import == NULL)
    return "";
  if (!system_chosen (self))
    return _ ("Say which system the coordinates are in. The wrong one moves every place by up to 600 m. "
              "Until then the map shows them as WGS-84.");
  if (self->import->items->len == 0)
    return _ ("Nothing can be taken as it is. See line by line why, and say what the columns are.");
  if (self->import->items->len > COR_IMPORT_PREVIEW_MAX)
    return _ ("The map shows the first 4,000. So many make every calculation slower.");
  return "";
}

static void
show_counts (CorImportWindow *self)
{
  g_autofree char *taken = cor_format_number (self->import ? self->import->n_taken : 0, 0);
  g_autofree char *left = cor_format_number (self->import ? self->import->n_left_out : 0, 0);
  g_autofree char *label = self->import ? add_label (self->import) : g_strdup (_ ("_Add"));

  gtk_label_set_text (self->taken, taken);
  gtk_label_set_text (self->left, left);
  gtk_button_set_label (self->add_button, label);
  gtk_label_set_text (self->hint, hint_of (self));
  gtk_widget_set_visible (GTK_WIDGET (self->hint), *hint_of (self) != '\0');
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button),
                            self->import != NULL && self->import->items->len > 0 && system_chosen (self));
}

static void
show_map (CorImportWindow *self)
{
  g_autoptr (CorMapScene) scene = cor_import_preview (self->import, scenario_of (self), self->network);
  double box[4];

  cor_object_layer_set_scene (self->layer, scene);
  cor_map_view_set_obstacles (self->map, scene);
  if (!cor_map_scene_get_bounds (scene, box))
    return;
  if (box[2] - box[0] > 0 || box[3] - box[1] > 0)
    cor_map_view_fit (self->map, box[0], box[1], box[2], box[3]);
  else
    cor_map_view_center_on (self->map, box[0], box[1], 12);
}

static void
show_lines (CorImportWindow *self)
{
  cor_import_lines_fill (self->lines, self->import, gtk_check_button_get_active (self->only_told));
}

static void
read_done (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CorImportWindow) self = data;
  g_autoptr (GError) error = NULL;
  CorImport *import = cor_import_job_read_finish (result, &error);

  if (is_stale (self, result))
    {
      g_clear_pointer (&import, cor_import_free);
      return;
    }
  end_work (self);
  if (import == NULL)
    {
      show_problem (self, error);
      return;
    }
  g_clear_pointer (&self->import, cor_import_free);
  self->import = import;
  gtk_stack_set_visible_child_name (self->stack, "file");
  show_counts (self);
  show_map (self);
  show_lines (self);
}

static void
box_add (double box[4], double lon, double lat)
{
  box[0] = MIN (box[0], lon);
  box[1] = MIN (box[1], lat);
  box[2] = MAX (box[2], lon);
  box[3] = MAX (box[3], lat);
}

/* Around the sites and stations of the scenario; FALSE where it has none. */
static gboolean
near_box (CorScenario *scenario, double box[4])
{
  guint n, m;
  const CorItem *const *sites = cor_scenario_items (scenario, COR_ITEM_SITE, &n);
  const CorItem *const *stations = cor_scenario_items (scenario, COR_ITEM_STATION, &m);
  double lat_margin = NEAR_KM / KM_PER_DEGREE, lon_margin;

  box[0] = box[1] = INFINITY;
  box[2] = box[3] = -INFINITY;
  for (guint i = 0; i < n; i++)
    box_add (box, ((const CorSite *) sites[i])->lon, ((const CorSite *) sites[i])->lat);
  for (guint i = 0; i < m; i++)
    box_add (box, ((const CorStation *) stations[i])->lon, ((const CorStation *) stations[i])->lat);
  if (n + m == 0)
    return FALSE;
  lon_margin = lat_margin / cos ((box[1] + box[3]) / 2 * G_PI / 180);
  box[0] -= lon_margin;
  box[1] -= lat_margin;
  box[2] += lon_margin;
  box[3] += lat_margin;
  return TRUE;
}

/* The columns as they are taken now: what is shown is what is read. */
static GHashTable *
columns_now (CorImportWindow *self)
{
  guint row = adw_combo_row_get_selected (self->kind_row);
  GHashTable *columns = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, key;

  for (guint i = 0; !self->look->form.header && i < self->look->columns->len; i++)
    {
      const char *guessed = cor_import_guess (self->look, i, kinds[row].kind, kinds[row].trace);

      g_hash_table_insert (columns, g_strdup (g_ptr_array_index (self->look->columns, i)), g_strdup (guessed ? guessed : ""));
    }
  g_hash_table_iter_init (&iter, self->columns);
  while (g_hash_table_iter_next (&iter, &name, &key))
    g_hash_table_insert (columns, g_strdup (name), g_strdup (key));
  return columns;
}

static void
read_again (CorImportWindow *self)
{
  guint row = adw_combo_row_get_selected (self->kind_row);
  CorImportOptions options = COR_IMPORT_OPTIONS_INIT (kinds[row].kind, system_of (self));
  g_autoptr (GHashTable) columns = columns_now (self);
  double box[4];

  options.trace = kinds[row].trace;
  options.columns = columns;
  options.read.form = self->look->form;
  if (gtk_switch_get_active (self->near_switch) && near_box (scenario_of (self), box))
    options.box = box;
  gtk_widget_set_sensitive (GTK_WIDGET (self->add_button), FALSE);
  cor_import_job_read (self->source, &options, scenario_of (self),
                       gtk_switch_get_active (self->roads_switch) ? self->network : NULL, begin_work (self), &self->share, self,
                       read_done);
}

static void
column_chosen (const char *column, const char *key, gpointer data)
{
  CorImportWindow *self = data;

  g_hash_table_insert (self->columns, g_strdup (column), g_strdup (key));
  read_again (self);
}

static void
show_columns (CorImportWindow *self)
{
  guint row = adw_combo_row_get_selected (self->kind_row);

  gtk_widget_set_visible (self->roads_row, kinds[row].kind == COR_ITEM_ROUTE && !self->look->own);
  cor_import_columns_fill (self->grid, self->look, kinds[row].kind, kinds[row].trace, self->columns, column_chosen, self);
}

static const char *
format_name (CorFeatureFormat format)
{
  switch (format)
    {
    case COR_FEATURES_GEOJSON:
      return "GeoJSON";
    case COR_FEATURES_GPX:
      return "GPX";
    case COR_FEATURES_KML:
      return "KML";
    default:
      return _ ("Table");
    }
}

static void
show_file_row (CorImportWindow *self)
{
  g_autofree char *name = g_markup_escape_text (cor_import_source_name (self->source), -1);
  g_autofree char *rows = cor_format_number (self->look->n_rows, 0);
  g_autofree char *subtitle
    = g_strdup_printf (ngettext ("%s, %s entry", "%s, %s entries", self->look->n_rows), format_name (self->look->format), rows);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->file_row), name);
  adw_action_row_set_subtitle (self->file_row, subtitle);
  adw_window_title_set_subtitle (self->title, cor_import_source_name (self->source));
}

static guint
kind_row_of (const CorImportLook *look)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (kinds[i].kind == look->kind && kinds[i].trace == look->trace)
      return i;
  return 0;
}

/* The system: of our own exports known, of a source that was there before remembered, else asked. */
static void
show_system (CorImportWindow *self)
{
  g_autofree char *nick = cor_settings_get_system (self->look->fingerprint);
  const char *subtitle = "";
  int system = COR_CRS_WGS84;
  guint selected = 0;

  if (self->look->own)
    selected = 1;
  else if (nick != NULL && cor_enum_from_nick (cor_crs_values, nick, &system))
    {
      selected = (guint) system + 1;
      subtitle = _ ("As last time for lists like this");
    }
  adw_combo_row_set_selected (self->system_row, selected);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->system_row), subtitle);
}

static void
show_form (CorImportWindow *self)
{
  const CorTableForm *form = &self->look->form;

  gtk_widget_set_visible (self->form_group, self->look->format == COR_FEATURES_TABLE);
  for (guint i = 0; cor_feature_encodings[i] != NULL; i++)
    if (g_strcmp0 (cor_feature_encodings[i], form->encoding) == 0)
      adw_combo_row_set_selected (self->encoding_row, i);
  for (guint i = 0; cor_feature_delimiters[i] != '\0'; i++)
    if (cor_feature_delimiters[i] == form->delimiter)
      adw_combo_row_set_selected (self->delimiter_row, i);
  gtk_switch_set_active (self->header_switch, form->header > 0);
}

static void
look_done (GObject *object, GAsyncResult *result, gpointer data)
{
  g_autoptr (CorImportWindow) self = data;
  g_autoptr (GError) error = NULL;
  CorImportLook *look = cor_import_job_look_finish (result, &error);
  gboolean first = self->look == NULL;
  double box[4];

  if (is_stale (self, result))
    {
      g_clear_pointer (&look, cor_import_look_free);
      return;
    }
  end_work (self);
  if (look == NULL)
    {
      show_problem (self, error);
      return;
    }
  g_clear_pointer (&self->look, cor_import_look_free);
  self->look = look;
  self->updating = TRUE;
  show_file_row (self);
  show_form (self);
  if (first)
    {
      adw_combo_row_set_selected (self->kind_row, kind_row_of (look));
      show_system (self);
      gtk_widget_set_visible (self->near_row, near_box (scenario_of (self), box));
    }
  show_columns (self);
  self->updating = FALSE;
  read_again (self);
}

static void
look_again (CorImportWindow *self)
{
  cor_import_job_look (self->source, &self->form, begin_work (self), self, look_done);
}

/* Another file or text: nothing is known of it. */
static void
show_source (CorImportWindow *self, CorImportSource *source)
{
  g_clear_pointer (&self->source, cor_import_source_unref);
  g_clear_pointer (&self->look, cor_import_look_free);
  g_clear_pointer (&self->import, cor_import_free);
  g_hash_table_remove_all (self->columns);
  self->source = source;
  self->form = (CorTableForm) COR_TABLE_FORM_FIND;
  gtk_stack_set_visible_child_name (self->stack, "reading");
  show_counts (self);
  look_again (self);
}

void
cor_import_window_show_file (CorImportWindow *self, GFile *file)
{
  g_return_if_fail (COR_IS_IMPORT_WINDOW (self));

  show_source (self, cor_import_source_new_file (file));
}

void
cor_import_window_show_text (CorImportWindow *self, const char *text)
{
  g_return_if_fail (COR_IS_IMPORT_WINDOW (self));

  show_source (self, cor_import_source_new_text (text));
}

static void
kind_changed (CorImportWindow *self)
{
  if (self->updating || self->look == NULL)
    return;
  g_hash_table_remove_all (self->columns);
  show_columns (self);
  read_again (self);
}

static void
system_changed (CorImportWindow *self)
{
  if (self->updating || self->look == NULL)
    return;
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->system_row), "");
  read_again (self);
}

static void
choice_changed (CorImportWindow *self)
{
  if (!self->updating && self->look != NULL)
    read_again (self);
}

static void
form_changed (CorImportWindow *self)
{
  if (self->updating || self->look == NULL)
    return;
  self->form.encoding = cor_feature_encodings[adw_combo_row_get_selected (self->encoding_row)];
  self->form.delimiter = cor_feature_delimiters[adw_combo_row_get_selected (self->delimiter_row)];
  self->form.header = gtk_switch_get_active (self->header_switch);
  look_again (self);
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

  if (self->import == NULL || self->import->items->len == 0 || !system_chosen (self) || self->cancellable != NULL)
    return;
  if (!self->look->own)
    cor_settings_set_system (self->look->fingerprint, cor_enum_nick (cor_crs_values, (int) system_of (self)));
  cor_document_apply (cor_session_get_document (self->session), cor_import_add (self->import, scenario_of (self)), label, NULL);
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
  cor_dialog_choose_file (GTK_WINDOW (data), FALSE, NULL, COR_IMPORT_PATTERNS, _ ("Tables, GeoJSON, GPX and KML"), file_chosen, NULL);
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
  g_clear_object (&self->session);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (cor_import_window_parent_class)->dispose (object);
}

static gboolean
cor_import_window_close_request (GtkWindow *window)
{
  CorImportWindow *self = COR_IMPORT_WINDOW (window);

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
  g_signal_connect_swapped (self->only_told, "toggled", G_CALLBACK (show_lines), self);
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
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "import", G_ACTION_GROUP (self->actions));
}

GtkWidget *
cor_import_window_new (GtkWindow *parent, CorSession *session, const CorMapBase *base)
{
  CorImportWindow *self = g_object_new (COR_TYPE_IMPORT_WINDOW, "transient-for", parent, NULL);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  self->session = g_object_ref (session);
  self->network = cor_network_ref (base->network);
  cor_map_base_show (base, self->map);
  self->layer = cor_object_layer_new (self->map);
  cor_map_view_set_dark (self->map, dark);
  cor_object_layer_set_dark (self->layer, dark);
  return GTK_WIDGET (self);
}
