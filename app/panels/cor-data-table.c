/* cor-data-table.c: a table that sorts by any column.
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "cor-data-table.h"

#include "cor-csv.h"
#include "cor-data-column.h"
#include "cor-data-row.h"
#include "cor-list-tab.h"

#include <math.h>

struct _CorDataTable
{
  AdwBin parent_instance;

  GtkColumnView *view;
  GtkSingleSelection *selection;
  GListStore *store;
  GListStore *below;  /* the row that stays at the end whatever the order, where there is one */
  GPtrArray *keys;    /* of the columns, as the CSV names them */
  GPtrArray *columns; /* the same, owned by the view */
  GPtrArray *coming;  /* rows added since they were last shown */
  gboolean ends;      /* the last of them is for the end */
  gboolean quiet;     /* the program selects, not the user */
};

enum
{
  SELECTED,
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (CorDataTable, cor_data_table, ADW_TYPE_BIN)

void
cor_data_table_add_column (CorDataTable *self, const char *title, const char *key, gboolean numeric)
{
  g_autoptr (GtkColumnViewColumn) column = cor_data_column_new (title, self->keys->len, numeric);

  gtk_column_view_append_column (self->view, column);
  g_ptr_array_add (self->keys, g_strdup (key));
  g_ptr_array_add (self->columns, column);
}

/* The column of that key, wherever it was dragged; NULL where there is none. */
static GtkColumnViewColumn *
find_column (CorDataTable *self, const char *key)
{
  guint index;

  return g_ptr_array_find_with_equal_func (self->keys, key, g_str_equal, &index) ? g_ptr_array_index (self->columns, index) : NULL;
}

void
cor_data_table_set_shown (CorDataTable *self, const char *key, gboolean shown)
{
  GtkColumnViewColumn *column = find_column (self, key);

  if (column != NULL)
    gtk_column_view_column_set_visible (column, shown);
}

gboolean
cor_data_table_get_shown (CorDataTable *self, const char *key)
{
  GtkColumnViewColumn *column = find_column (self, key);

  return column != NULL && gtk_column_view_column_get_visible (column);
}

void
cor_data_table_row (CorDataTable *self, const char *id)
{
  g_ptr_array_add (self->coming, cor_data_row_new (id));
}

void
cor_data_table_last_row (CorDataTable *self)
{
  g_return_if_fail (!self->ends);

  cor_data_table_row (self, NULL);
  cor_data_row_set_is_sum (g_ptr_array_index (self->coming, self->coming->len - 1), TRUE);
  self->ends = TRUE;
}

static void
add_cell (CorDataTable *self, CorDataCell cell)
{
  g_return_if_fail (self->coming->len > 0);

  cor_data_row_add (g_ptr_array_index (self->coming, self->coming->len - 1), cell);
}

void
cor_data_table_text (CorDataTable *self, char *text)
{
  add_cell (self, (CorDataCell){ .text = text, .value = NAN });
}

void
cor_data_table_number (CorDataTable *self, double value, char *text)
{
  add_cell (self, (CorDataCell){ .text = text, .value = value, .numeric = TRUE });
}

void
cor_data_table_explain (CorDataTable *self, const CorResults *results, CorTraceKey key)
{
  g_return_if_fail (self->coming->len > 0);

  cor_data_row_explain (g_ptr_array_index (self->coming, self->coming->len - 1), results, &key, NULL);
}

void
cor_data_table_explain_by (CorDataTable *self, const CorResults *results, CorTrace *trace)
{
  g_return_if_fail (self->coming->len > 0);

  if (trace != NULL)
    cor_data_row_explain (g_ptr_array_index (self->coming, self->coming->len - 1), results, &trace->key, trace);
}

static CorDataRow *
row_at (GListModel *model, guint position)
{
  CorDataRow *row = g_list_model_get_item (model, position);

  g_object_unref (row);
  return row;
}

/* Whether the rows that come are those that stand there, so that only their cells change. */
static gboolean
same_rows (CorDataTable *self)
{
  GListModel *model = G_LIST_MODEL (self->store);

  if (g_list_model_get_n_items (model) != self->coming->len)
    return FALSE;
  for (guint i = 0; i < self->coming->len; i++)
    if (g_strcmp0 (cor_data_row_get_id (row_at (model, i)),
                   cor_data_row_get_id (g_ptr_array_index (self->coming, i))) != 0)
      return FALSE;
  return TRUE;
}

static char *
selected_id (CorDataTable *self)
{
  CorDataRow *row = gtk_single_selection_get_selected_item (self->selection);

  return row != NULL ? g_strdup (cor_data_row_get_id (row)) : NULL;
}

/* The row for the end that comes, taken out of those; NULL for none. */
static CorDataRow *
take_end (CorDataTable *self)
{
  if (!self->ends)
    return NULL;
  self->ends = FALSE;
  return g_ptr_array_steal_index (self->coming, self->coming->len - 1);
}

static void
set_below (CorDataTable *self, CorDataRow *row)
{
  g_list_store_splice (self->below, 0, g_list_model_get_n_items (G_LIST_MODEL (self->below)), (gpointer *) &row, row != NULL);
}

void
cor_data_table_show (CorDataTable *self)
{
  g_autofree char *selected = selected_id (self);
  g_autoptr (CorDataRow) end = NULL;
  gboolean same;

  g_return_if_fail (COR_IS_DATA_TABLE (self));

  end = take_end (self);
  same = same_rows (self);
  self->quiet = TRUE;
  if (same && end != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->below)) > 0)
    cor_data_row_take (row_at (G_LIST_MODEL (self->below), 0), end);
  else
    set_below (self, NULL);
  if (same)
    {
      for (guint i = 0; i < self->coming->len; i++)
        cor_data_row_take (row_at (G_LIST_MODEL (self->store), i), g_ptr_array_index (self->coming, i));
      for (guint i = 0; i < self->columns->len; i++)
        gtk_sorter_changed (gtk_column_view_column_get_sorter (g_ptr_array_index (self->columns, i)), GTK_SORTER_CHANGE_DIFFERENT);
    }
  else
    {
      g_list_store_splice (self->store, 0, g_list_model_get_n_items (G_LIST_MODEL (self->store)), self->coming->pdata,
                           self->coming->len);
      cor_data_table_select (self, selected);
    }
  /* After the others: the view stays with what is there first. */
  if (end != NULL && g_list_model_get_n_items (G_LIST_MODEL (self->below)) == 0)
    set_below (self, end);
  self->quiet = FALSE;
  g_ptr_array_set_size (self->coming, 0);
}

void
cor_data_table_select (CorDataTable *self, const char *id)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  guint position = GTK_INVALID_LIST_POSITION;
  gboolean quiet = self->quiet;

  for (guint i = 0; id != NULL && i < g_list_model_get_n_items (model) && position == GTK_INVALID_LIST_POSITION; i++)
    if (g_strcmp0 (cor_data_row_get_id (row_at (model, i)), id) == 0)
      position = i;
  self->quiet = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->quiet = quiet;
}

char *
cor_data_table_get_csv (CorDataTable *self)
{
  GListModel *model = G_LIST_MODEL (self->selection);
  GString *csv = g_string_new (NULL);

  for (guint i = 0; i < self->keys->len; i++)
    cor_csv_text (csv, g_ptr_array_index (self->keys, i));
  cor_csv_end_row (csv);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      for (guint column = 0; column < self->keys->len; column++)
        {
          const CorDataCell *cell = cor_data_row_get_cell (row_at (model, i), column);

          if (cell != NULL && cell->numeric)
            cor_csv_number (csv, cell->value);
          else
            cor_csv_text (csv, cell != NULL && cell->text != NULL ? cell->text : "");
        }
      cor_csv_end_row (csv);
    }
  return g_string_free (csv, FALSE);
}

char *
cor_data_table_get_text (CorDataTable *self)
{
  g_autofree char *csv = cor_data_table_get_csv (self);

  return cor_csv_to_tabs (csv);
}

void
cor_data_table_copy (CorDataTable *self)
{
  g_autofree char *text = cor_data_table_get_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
copy_table (GtkWidget *widget, const char *action, GVariant *parameter)
{
  cor_data_table_copy (COR_DATA_TABLE (widget));
}

static void
selection_changed (CorDataTable *self)
{
  g_autofree char *id = self->quiet ? NULL : selected_id (self);

  if (id != NULL)
    g_signal_emit (self, signals[SELECTED], 0, id);
}

static void
row_activated (CorDataTable *self, guint position)
{
  const char *id = cor_data_row_get_id (row_at (G_LIST_MODEL (self->selection), position));

  if (id != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, id);
}

static void
cor_data_table_finalize (GObject *object)
{
  CorDataTable *self = COR_DATA_TABLE (object);

  g_object_unref (self->store);
  g_object_unref (self->below);
  g_ptr_array_unref (self->keys);
  g_ptr_array_unref (self->columns);
  g_ptr_array_unref (self->coming);
  G_OBJECT_CLASS (cor_data_table_parent_class)->finalize (object);
}

static void
cor_data_table_class_init (CorDataTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = cor_data_table_finalize;
  gtk_widget_class_install_action (widget_class, "table.copy", NULL, copy_table);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "table.copy", NULL);
  signals[SELECTED] = g_signal_new ("selected", COR_TYPE_DATA_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                    G_TYPE_STRING);
  signals[ACTIVATED] = g_signal_new ("activated", COR_TYPE_DATA_TABLE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                     G_TYPE_STRING);
}

static void
cor_data_table_init (CorDataTable *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GListStore *parts = g_list_store_new (G_TYPE_LIST_MODEL);
  g_autoptr (GtkSortListModel) sorted = NULL;

  self->keys = g_ptr_array_new_with_free_func (g_free);
  self->columns = g_ptr_array_new ();
  self->coming = g_ptr_array_new_with_free_func (g_object_unref);
  self->store = g_list_store_new (COR_TYPE_DATA_ROW);
  self->below = g_list_store_new (COR_TYPE_DATA_ROW);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (NULL));
  sorted = gtk_sort_list_model_new (G_LIST_MODEL (g_object_ref (self->store)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  g_list_store_append (parts, sorted);
  g_list_store_append (parts, self->below);
  self->selection = gtk_single_selection_new (G_LIST_MODEL (gtk_flatten_list_model_new (G_LIST_MODEL (parts))));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  gtk_column_view_set_show_row_separators (self->view, TRUE);
  cor_list_tab_attach (GTK_WIDGET (self->view));
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "data-table");
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "cor-data");
  /* Bars that stay: that there is more to the right should be seen. */
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (scroller), FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (scroller, TRUE);
  adw_bin_set_child (ADW_BIN (self), scroller);
  g_signal_connect_object (self->selection, "notify::selected-item", G_CALLBACK (selection_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->view, "activate", G_CALLBACK (row_activated), self, G_CONNECT_SWAPPED);
}

GtkWidget *
cor_data_table_new (const char *label)
{
  CorDataTable *self = g_object_new (COR_TYPE_DATA_TABLE, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  return GTK_WIDGET (self);
}
