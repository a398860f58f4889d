/* cor-compare-window.c: the variants of a scenario beside each other.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-compare-window.h"

#include "cor-chart-view.h"
#include "cor-compare-grid.h"
#include "cor-compare-table.h"
#include "cor-csv.h"
#include "cor-card.h"
#include "cor-dialogs.h"
#include "cor-figures.h"
#include "cor-toasts.h"
#include "cor-write.h"
#include "cor-edit.h"
#include "cor-emissions.h"
#include "cor-format.h"
#include "cor-map-thumb.h"
#include "cor-variants.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of more columns than a chart has room for: names then read upwards, or stand in their bars, and need so much height. */
#define FEW_COLUMNS 5
#define GAP_HEIGHT 220
#define PARTS_HEIGHT 320
#define STAGES_HEIGHT 80
#define STAGE_HEIGHT 19

/* The same of few, whose names stand above their bars: where the window is lower the charts scroll. */
#define FEW_GAP_HEIGHT 160
#define FEW_PARTS_HEIGHT 200
#define FEW_STAGE_HEIGHT 44

/* The row of the maps, which stay, and of the first figures. */
#define ROW_MAPS 0
#define ROW_FIGURES 1

enum
{
  CHART_GAP,
  CHART_PARTS,
  CHART_STAGES,
  N_CHARTS
};

struct _CorCompareWindow
{
  AdwWindow parent_instance;

  CorComparison *comparison;
  const CorMapBase *map_base;
  GSimpleActionGroup *actions;
  CorChartView *charts[N_CHARTS];
  GPtrArray *thumbs; /* CorMapThumb, one a column; kept while the number of columns stays */
  gboolean only_differences;

  AdwToastOverlay *toasts;
  AdwWindowTitle *title;
  CorCompareGrids grids;
  GtkScrolledWindow *heads_scroll;
  GtkScrolledWindow *labels_scroll;
  GtkScrolledWindow *cells_scroll;
  GtkWidget *beside_maps;   /* what is left of them */
  GtkSizeGroup *map_height; /* its height is theirs */
  GtkBox *charts_box;
  GtkLabel *footer;
  GtkWidget *alone; /* shown where there is no variant */
};

G_DEFINE_FINAL_TYPE (CorCompareWindow, cor_compare_window, ADW_TYPE_WINDOW)

static CorDocument *
document_of (CorCompareWindow *self)
{
  return cor_session_get_document (cor_comparison_get_session (self->comparison));
}

/* Takes out what stands in a part of the table but the maps and what is beside them. */
static void
clear_grid (CorCompareWindow *self, GtkGrid *grid)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (grid));

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (!COR_IS_MAP_THUMB (child) && child != self->beside_maps)
        gtk_grid_remove (grid, child);
      child = next;
    }
}

/* The part of the world that the routes of all columns take up. */
static gboolean
common_box (const CorCompareColumns *columns, double box[4])
{
  gboolean any = FALSE;

  for (guint i = 0; i < columns->n; i++)
    {
      double own[4];

      if (columns->results[i] == NULL || !cor_map_thumb_bounds (columns->results[i], own))
        continue;
      box[0] = any ? MIN (box[0], own[0]) : own[0];
      box[1] = any ? MIN (box[1], own[1]) : own[1];
      box[2] = any ? MAX (box[2], own[2]) : own[2];
      box[3] = any ? MAX (box[3], own[3]) : own[3];
      any = TRUE;
    }
  return any;
}

static void
update_maps (CorCompareWindow *self, const CorCompareColumns *columns)
{
  double box[4];
  gboolean any = common_box (columns, box);

  gtk_widget_set_visible (self->beside_maps, any);
  while (self->thumbs->len > columns->n)
    {
      gtk_grid_remove (self->grids.cells, g_ptr_array_index (self->thumbs, self->thumbs->len - 1));
      g_ptr_array_set_size (self->thumbs, self->thumbs->len - 1);
    }
  while (self->thumbs->len < columns->n)
    {
      GtkWidget *thumb = cor_map_thumb_new (self->map_base);

      gtk_widget_set_hexpand (thumb, TRUE);
      gtk_size_group_add_widget (self->map_height, thumb);
      gtk_grid_attach (self->grids.cells, thumb, (int) self->thumbs->len, ROW_MAPS, 1, 1);
      g_ptr_array_add (self->thumbs, thumb);
    }
  for (guint i = 0; i < columns->n; i++)
    {
      GtkWidget *thumb = g_ptr_array_index (self->thumbs, i);
      g_autofree char *spoken = g_strdup_printf (_ ("Map of “%s”"), columns->names[i]);

      gtk_accessible_update_property (GTK_ACCESSIBLE (thumb), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);
      cor_map_thumb_show (COR_MAP_THUMB (thumb), (CorResults *)columns->results[i], any ? box : NULL);
      gtk_widget_set_visible (thumb, any);
    }
}

static void
update_charts (CorCompareWindow *self, const CorCompareColumns *columns)
{
  g_autofree const char **ids = g_new0 (const char *, columns->n);
  guint strong = 0;

  for (guint i = 0; i < columns->n; i++)
    {
      ids[i] = columns->columns[i]->id != NULL ? columns->columns[i]->id : "";
      if (g_strcmp0 (columns->columns[i]->id, columns->active) == 0)
        strong = i;
    }
  if (strong == 0 && columns->n > 1)
    strong = columns->n - 1;
  cor_chart_view_set_chart (self->charts[CHART_GAP],
                            cor_compare_chart_gap (columns->results, columns->names, ids, columns->n, 0, strong));
  cor_chart_view_set_chart (self->charts[CHART_PARTS],
                            cor_compare_chart_parts (columns->results, columns->names, columns->n));
  cor_chart_view_set_chart (self->charts[CHART_STAGES],
                            cor_compare_chart_stages (columns->results, columns->names, columns->n));
  for (guint i = 0; i < N_CHARTS; i++)
    {
      const int many[N_CHARTS] = { GAP_HEIGHT, PARTS_HEIGHT, STAGES_HEIGHT + STAGE_HEIGHT * (int) columns->n };
      const int few[N_CHARTS] = { FEW_GAP_HEIGHT, FEW_PARTS_HEIGHT, STAGES_HEIGHT + FEW_STAGE_HEIGHT * (int) columns->n };

      gtk_widget_set_size_request (GTK_WIDGET (self->charts[i]), -1, columns->n > FEW_COLUMNS ? many[i] : few[i]);
    }
}

static void
update_words (CorCompareWindow *self, const CorCompareColumns *columns)
{
  const CorHead *head = cor_scenario_head (columns->base);
  g_autofree char *subtitle = g_strdup_printf (_ ("Compare variants · model year %d"), head->model_year);
  g_autoptr (GArray) marks = cor_figures_marks_new ();
  g_autofree char *factor = NULL;
  g_autofree char *footer = NULL;

  adw_window_title_set_title (self->title, cor_scenario_title (columns->base, columns->zh));
  adw_window_title_set_subtitle (self->title, subtitle);
  if (columns->results[0] == NULL)
    return;
  factor = cor_figures_link_factor (marks, columns->results[0], COR_POWERTRAIN_BET);
  footer = g_strdup_printf (_ ("Green is better than the pinned baseline, amber costs more; equal values stay plain. Grid factor %s."), factor);
  cor_card_set_sentence (self->footer, footer, (const CorMark *) (void *) marks->data, marks->len);
}

static void
update_states (CorCompareWindow *self, const CorCompareColumns *columns)
{
  GActionMap *map = G_ACTION_MAP (self->actions);
  const char *pinned = columns->columns[0]->id;

  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "show")),
                             g_variant_new_string (columns->active != NULL ? columns->active : ""));
  g_simple_action_set_state (G_SIMPLE_ACTION (g_action_map_lookup_action (map, "pin")),
                             g_variant_new_string (pinned != NULL ? pinned : ""));
}

static void
update (CorCompareWindow *self)
{
  CorCompareColumns columns;
  guint n_variants;
  int row;

  cor_compare_columns_init (&columns, self->comparison);
  update_states (self, &columns);
  clear_grid (self, self->grids.heads);
  clear_grid (self, self->grids.labels);
  clear_grid (self, self->grids.cells);
  cor_compare_grid_headings (&self->grids, &columns);
  update_maps (self, &columns);
  row = cor_compare_grid_figures (&self->grids, &columns, self->only_differences, ROW_FIGURES);
  cor_compare_grid_changes (&self->grids, &columns, row);
  update_charts (self, &columns);
  update_words (self, &columns);
  /* By the scenario: columns come with their results. */
  cor_scenario_items (cor_document_get_base (document_of (self)), COR_ITEM_VARIANT, &n_variants);
  gtk_widget_set_visible (self->alone, n_variants == 0);
  cor_compare_columns_clear (&columns);
}

static void
show_chosen (GSimpleAction *action, GVariant *value, gpointer data)
{
  const char *id = g_variant_get_string (value, NULL);

  cor_document_set_variant (document_of (data), *id != '\0' ? id : NULL);
}

static void
pin_chosen (GSimpleAction *action, GVariant *value, gpointer data)
{
  CorDocument *document = document_of (data);
  CorScenario *next = cor_edit_string (cor_document_get_scenario (document), COR_ITEM_HEAD, NULL, "baseline",
                                       g_variant_get_string (value, NULL), NULL);

  cor_document_apply (document, next, _ ("Pin as baseline"), NULL);
}

static void
copy_change_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorCompareWindow *self = data;
  CorDocument *document = document_of (self);
  g_autoptr (GError) error = NULL;
  const char *from, *path, *to;
  CorScenario *next;

  g_variant_get (parameter, "(&s&s&s)", &from, &path, &to);
  next = cor_edit_copy_change (cor_document_get_scenario (document), from, path, to, &error);
  if (next != NULL)
    cor_document_apply (document, next, _ ("Copy a change"), NULL);
  else
    cor_dialog_error (GTK_WINDOW (self), _ ("The change cannot be made there"), error);
}

static void
drop_change_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorDocument *document = document_of (data);
  const char *variant, *path;

  g_variant_get (parameter, "(&s&s)", &variant, &path);
  cor_document_apply (document, cor_edit_drop_change (cor_document_get_scenario (document), variant, path),
                      _ ("Take a change out"), NULL);
}

static void
differences_changed (GSimpleAction *action, GVariant *value, gpointer data)
{
  CorCompareWindow *self = data;

  g_simple_action_set_state (action, value);
  self->only_differences = g_variant_get_boolean (value);
  update (self);
}

static char *
table_text (CorCompareWindow *self)
{
  CorCompareColumns columns;
  char *text;

  cor_compare_columns_init (&columns, self->comparison);
  text = cor_compare_to_csv (columns.results, columns.names, columns.n);
  cor_compare_columns_clear (&columns);
  return text;
}

/* In the main window, which asks for its name; this one shows it then. */
static void
new_variant_activated (GSimpleAction *action, GVariant *parameter, gpointer self)
{
  GtkWindow *parent = gtk_window_get_transient_for (self);

  if (parent == NULL)
    return;
  gtk_window_present (parent);
  gtk_widget_activate_action (GTK_WIDGET (parent), "win.new-variant", NULL);
}

static void
copy_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  CorCompareWindow *self = data;
  g_autofree char *csv = table_text (self);
  g_autofree char *text = cor_csv_to_tabs (csv);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  cor_toasts_say (self->toasts, _ ("Table copied"));
}

static void
file_chosen (GtkWindow *parent, GFile *file, gpointer data)
{
  g_autoptr (CorCompareWindow) self = data;
  char *text = file != NULL ? table_text (self) : NULL;

  if (text != NULL)
    cor_write_bytes (parent, file, g_bytes_new_take (text, strlen (text)), _ ("The table was not saved"));
}

static void
save_activated (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  cor_dialog_choose_file (GTK_WINDOW (data), COR_DIALOG_SAVE, _ ("variants.csv"), "*.csv", _ ("Tables"), file_chosen,
                          g_object_ref (data));
}

static void
picked (CorCompareWindow *self, const char *id)
{
  cor_document_set_variant (document_of (self), *id != '\0' ? id : NULL);
}

static void
cor_compare_window_dispose (GObject *object)
{
  CorCompareWindow *self = COR_COMPARE_WINDOW (object);

  g_clear_object (&self->comparison);
  g_clear_object (&self->actions);
  g_clear_object (&self->map_height);
  g_clear_pointer (&self->thumbs, g_ptr_array_unref);
  G_OBJECT_CLASS (cor_compare_window_parent_class)->dispose (object);
}

static void
cor_compare_window_class_init (CorCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = cor_compare_window_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/corridor_planner/Corridor/cor-compare-window.ui");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "compare.copy", NULL);
  gtk_widget_class_bind_template_child (widget_class, CorCompareWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, CorCompareWindow, title);
  gtk_widget_class_bind_template_child_full (widget_class, "heads", FALSE, G_STRUCT_OFFSET (CorCompareWindow, grids.heads));
  gtk_widget_class_bind_template_child_full (widget_class, "labels", FALSE, G_STRUCT_OFFSET (CorCompareWindow, grids.labels));
  gtk_widget_class_bind_template_child_full (widget_class, "cells", FALSE, G_STRUCT_OFFSET (CorCompareWindow, grids.cells));
  gtk_widget_class_bind_template_child (widget_class, CorCompareWindow, heads_scroll);
  gtk_widget_class_bind_template_child (widget_class, CorCompareWindow, labels_scroll);
  gtk_widget_class_bind_template_child (widget_class, CorCompareWindow, cells_scroll);
  gtk_widget_class_bind_template_child (widget_class, CorCompareWindow, charts_box);
  gtk_widget_class_bind_template_child (widget_class, CorCompareWindow, footer);
  gtk_widget_class_bind_template_child (widget_class, CorCompareWindow, alone);
}

/* Names and labels go with the figures that they are of. */
static void
join_scrolling (CorCompareWindow *self)
{
  g_object_bind_property (gtk_scrolled_window_get_hadjustment (self->cells_scroll), "value",
                          gtk_scrolled_window_get_hadjustment (self->heads_scroll), "value", G_BINDING_BIDIRECTIONAL);
  g_object_bind_property (gtk_scrolled_window_get_vadjustment (self->cells_scroll), "value",
                          gtk_scrolled_window_get_vadjustment (self->labels_scroll), "value", G_BINDING_BIDIRECTIONAL);
}

static void
cor_compare_window_init (CorCompareWindow *self)
{
  const GActionEntry entries[] = {
    { "show", NULL, "s", "''", show_chosen, { 0 } },
    { "pin", NULL, "s", "''", pin_chosen, { 0 } },
    { "copy-change", copy_change_activated, "(sss)", NULL, NULL, { 0 } },
    { "drop-change", drop_change_activated, "(ss)", NULL, NULL, { 0 } },
    { "differences", NULL, NULL, "false", differences_changed, { 0 } },
    { "new-variant", new_variant_activated, NULL, NULL, NULL, { 0 } },
    { "copy", copy_activated, NULL, NULL, NULL, { 0 } },
    { "save", save_activated, NULL, NULL, NULL, { 0 } },
  };

  self->thumbs = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->beside_maps = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->map_height = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  gtk_size_group_add_widget (self->map_height, self->beside_maps);
  gtk_grid_attach (self->grids.labels, self->beside_maps, 0, ROW_MAPS, 1, 1);
  join_scrolling (self);
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "compare", G_ACTION_GROUP (self->actions));
  for (guint i = 0; i < N_CHARTS; i++)
    {
      self->charts[i] = COR_CHART_VIEW (cor_chart_view_new ());
      gtk_widget_set_vexpand (GTK_WIDGET (self->charts[i]), TRUE);
      gtk_widget_add_css_class (GTK_WIDGET (self->charts[i]), "cor-compare-chart");
      gtk_box_append (self->charts_box, GTK_WIDGET (self->charts[i]));
    }
  g_signal_connect_object (self->charts[CHART_GAP], "picked", G_CALLBACK (picked), self, G_CONNECT_SWAPPED);
}

GtkWidget *
cor_compare_window_new (GtkWindow *parent, CorComparison *comparison, const CorMapBase *base)
{
  CorCompareWindow *self = g_object_new (COR_TYPE_COMPARE_WINDOW, NULL);

  cor_dialog_attach (GTK_WINDOW (self), parent);
  self->comparison = g_object_ref (comparison);
  self->map_base = base;
  g_signal_connect_object (comparison, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
